"""What a supposition would hit, as a paper for whoever has to decide: the question, how much, and each row.

It is a working paper, says so at every foot, and is not for the supervisory authority.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ropa_app.i18n import Language, Translator, translator
from ropa_app.reports.edition import Edition, day_text, edition_text, footer, hash_text
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Document,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Paragraph,
    Part,
    Row,
    Rule,
    Run,
    Table,
    TitleBlock,
    bold,
    cell,
    para,
)
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.wording import GLUE, TAGS, slot, woven


@dataclass(frozen=True, slots=True)
class SupposedRow:
    """What is hit and how, with the lines of the statement that would go and come."""

    name: str
    how: tuple[str, ...]
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupposedGroup:
    """Rows of one sort; `code` is a link target."""

    code: str
    title: str
    rows: tuple[SupposedRow, ...]


@dataclass(frozen=True, slots=True)
class Supposed:
    """The question, the answer in one sentence, and what is hit, in the words of the reader."""

    organisation: str
    question: str
    summary: str
    groups: tuple[SupposedGroup, ...]


def what_if_report(found: Supposed, language: Language, edition: Edition) -> Document:
    """Return what a supposition would hit as a document; the edition has the day of the supposition."""
    t = translator(language)
    name = found.organisation or t("The organisation")
    return Document(
        title=f"{found.question} {name}",
        language=TAGS[language],
        organisation=name,
        short_name=t.context("checks", "What if"),
        footer=footer(edition, language, (t("Internal working paper"),)),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=(Part(tuple(_front(found, t, edition))), *_parts(found, t)),
        subject=t("What of the register would be hit if it were so"),
        creator=f"Ropa {edition.program}",
        seams=SEAMS[language],
        glue=GLUE,
        screen=screen_words(t),
    )


def _front(found: Supposed, t: Translator, edition: Edition) -> Iterator[Block]:
    kicker = t("Internal working paper")
    yield TitleBlock(found.question, organisation=found.organisation, kicker=kicker, front=True)
    yield FieldTable(tuple(_facts(t, edition)), FieldStyle.FRONT, t("This edition"))
    yield Heading(t("What would be hit"), level=2, style=HeadingStyle.MINOR)
    yield para(bold(found.summary))
    yield Rule()
    yield Heading(t("About this document"), level=2, style=HeadingStyle.MINOR)
    yield para(
        t(
            "The register was judged twice as of that day by the rules of the program, as things stand and "
            "as if it were so. What is told here is the difference. Nothing in the register was changed. A "
            "party that leaves stays the source of what it gave. The document does not replace a legal "
            "assessment."
        )
    )


def _facts(t: Translator, edition: Edition) -> Iterator[FieldRow]:
    language = t.language
    yield FieldRow(cell(t("Edition")), cell(bold(edition_text(edition, language))))
    yield FieldRow(cell(t("Judged as of")), cell(day_text(edition.day, language)))
    compared = t("Compared with their sources on {day}", day=day_text(edition.law_verified, language))
    law = [para(compared)]
    if edition.law_digest:
        law.append(para(f"SHA-256 {edition.law_digest}"))
    yield FieldRow(cell(t("Law data")), tuple(law))
    if history := hash_text(edition.history_hash):
        yield FieldRow(cell(t("History")), cell(t("{hash} (checksum of the last change)", hash=history)))


def _parts(found: Supposed, t: Translator) -> Iterator[Part]:
    if found.groups:
        yield Part(_groups(found, t), section=t("What would be hit"))


def _groups(found: Supposed, t: Translator) -> Iterator[Block]:
    for group in found.groups:
        title = f"{group.title} ({len(group.rows)})"
        yield Heading(title, anchor=group.code, style=HeadingStyle.SECTION, outline=0, section=group.title)
        columns = (
            Column(t.context("what if", "What is hit"), 0.30),
            Column(t.context("what if", "How"), 0.70),
        )
        yield Table(columns, tuple(_row(one, t) for one in group.rows), row_header=0, summary=group.title)


def _row(one: SupposedRow, t: Translator) -> Row:
    return cell(bold(one.name)), (*(para(text) for text in one.how), *_lines(one, t))


def _lines(one: SupposedRow, t: Translator) -> Cell:
    """Return the lines of the statement, each behind a word that says whether it goes or comes."""
    goes, comes = t("Goes: {line}", line=slot("line")), t("Comes: {line}", line=slot("line"))
    gone = (woven(goes, line=(Run(text, strike=True),)) for text in one.gone)
    came = (woven(comes, line=(Run(text, underline=True),)) for text in one.came)
    return tuple(map(Paragraph, (*gone, *came)))
