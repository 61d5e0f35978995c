"""From what a statement says to the records of its publication: a published statement with its items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final as Constant

from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.reports.page_model import Document
from ropa_app.reports.page_text import printed_strings
from ropa_app.reports.statement.context import Final, StatementContext
from ropa_app.reports.statement.ledger import Item

_ITEMS: Constant = "statement_items"
_RIGHTS: Constant = "statement_rights"
_REPLY: Constant = "reply-days"
_READ_BY_PEOPLE: Constant = frozenset({"published"})


def published_items(context: StatementContext) -> tuple[Item, ...]:
    """Return what the statement says of each required item, in the order of Articles 13 and 14."""
    order = [choice.code for choice in context.law.choices(_ITEMS)]
    return context.ledger.items(order, context.activities)


def published_records(
    context: StatementContext, document: Document, final: Final, new_id: Callable[[], RecordId]
) -> list[Record]:
    """Return the record of a publication and its items, the owner first.

    How changes are told is free text: only a person who reads it can say which policy it is.
    """
    ledger, law, language = context.ledger, context.law, context.words.language
    text = "\n".join(printed_strings(document)).replace("\u00a0", " ")
    reply = law.threshold(_REPLY, context.edition.day)
    statement = PublishedStatement(
        id=new_id(),
        published=final.published,
        place=final.place,
        recipients_named=tuple(ledger.recipients),
        rights=_in_order(law, _RIGHTS, ledger.rights),
        rights_channels=_in_order(law, "rights_channels", ledger.channels),
        reply_days=int(reply.value) if reply else None,
        complaint_channels=_in_order(law, "complaint_channels", ledger.complaints),
        terms=_found(law, "outdated_terms", language, text),
        phrases=_found(law, "vague_phrases", language, text),
    )
    items = [
        PublishedItem(
            id=new_id(),
            position=position,
            statement=statement.id,
            item=one.item,
            said=one.said.value,
            section=one.section,
            activities=one.activities,
        )
        for position, one in enumerate(published_items(context), 1)
    ]
    return [statement, *items]


def _in_order(law: LawData, list_name: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes in the order of their list."""
    wanted = set(codes)
    return tuple(choice.code for choice in law.choices(list_name) if choice.code in wanted)


def _found(law: LawData, list_name: str, language: Language, text: str) -> tuple[str, ...]:
    """Return the entries of a list whose words stand in a text; those only people can judge are left out."""
    return tuple(
        choice.code
        for choice in law.choices(list_name)
        if choice.flags != _READ_BY_PEOPLE and _stands_in(choice.label.written(language), text)
    )


def _stands_in(phrase: str, text: str) -> bool:
    return bool(phrase) and bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))
