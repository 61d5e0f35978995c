"""The public privacy statement, Articles 13 and 14: from records to the page model, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ropa_app.domain.comparing import Difference
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.reports.edition import Edition, law_keyword
from ropa_app.reports.page_model import Block, Document, Part
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.statement import publication
from ropa_app.reports.statement.abroad import transfers_section
from ropa_app.reports.statement.closing import (
    automated_section,
    changes_section,
    complaint_section,
    security_section,
)
from ropa_app.reports.statement.context import Final, StatementContext
from ropa_app.reports.statement.controller import contact_section, controller_section, edition_line
from ropa_app.reports.statement.in_short import first_page, title
from ropa_app.reports.statement.ledger import Gap, Item, Said
from ropa_app.reports.statement.objection import marketing_section
from ropa_app.reports.statement.origins import sources_section
from ropa_app.reports.statement.processing import processing_section
from ropa_app.reports.statement.rights import rights_section
from ropa_app.reports.statement.sharing import recipients_section
from ropa_app.reports.statement.storage import storage_section
from ropa_app.reports.statement.trackers import trackers_section
from ropa_app.reports.wording import GLUE

__all__ = ["Final", "Gap", "Item", "PrintedStatement", "Said", "statement_report"]

_SECTIONS: tuple[Callable[[StatementContext], Iterator[Block]], ...] = (
    controller_section,
    processing_section,
    sources_section,
    recipients_section,
    transfers_section,
    storage_section,
    trackers_section,
    marketing_section,
    automated_section,
    security_section,
    rights_section,
    complaint_section,
    changes_section,
    contact_section,
)


@dataclass(frozen=True, slots=True)
class PrintedStatement:
    """A statement as it is printed, with what it leaves open and what it says.

    `gaps` are the places that say that something is not settled; `items` what it says of each item of
    Articles 13 and 14; `final` is None for a draft; `own_texts` are the organisation's own paragraphs as
    they are printed, with single blanks.
    """

    document: Document
    gaps: tuple[Gap, ...]
    items: tuple[Item, ...]
    final: Final | None
    own_texts: frozenset[str]
    _context: StatementContext = field(repr=False, compare=False)

    def published_records(self, new_id: Callable[[], RecordId]) -> list[Record]:
        """Return the record of the publication and its items, the owner first; ValueError for a draft."""
        if self.final is None:
            raise ValueError("a draft is not published")
        return publication.published_records(self._context, self.document, self.final, new_id)


def statement_report(
    records: Records,
    language: Language,
    law: LawData,
    edition: Edition,
    final: Final | None = None,
    since: Difference | None = None,
) -> PrintedStatement:
    """Return the statement of the public activities; a draft says so in its title and on every page.

    Only public fields are printed. Everything is judged as of the day of the edition. `since` is what has
    changed since the version before.
    """
    context = StatementContext(records, language, law, edition, final, since)
    t, name = context.t, context.organisation_name
    first = Part(tuple(first_page(context)))
    rest = Part(tuple(block for section in _SECTIONS for block in section(context)))
    document = Document(
        title=f"{title(context)}, {name}",
        language=context.words.tag,
        organisation=name,
        short_name=title(context),
        footer=edition_line(context),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=(first, rest),
        draft="" if final is not None else t.context("statement", "Draft"),
        subject=t("Information under Articles 13 and 14 of the General Data Protection Regulation"),
        keywords=(law_keyword(edition, language),),
        creator=f"Ropa {edition.program}",
        seams=SEAMS[language],
        glue=GLUE,
        screen=screen_words(t),
    )
    gaps, own = tuple(context.ledger.gaps), frozenset(context.own_texts)
    return PrintedStatement(document, gaps, publication.published_items(context), final, own, context)
