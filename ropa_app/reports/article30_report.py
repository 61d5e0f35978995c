"""The register for the supervisory authority, Article 30: from records to the page model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ropa_app.domain.comparing import Difference
from ropa_app.domain.reading import Records
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.reports.article30.assessments import assessments_chapter
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.extent import foot_marks, has_content
from ropa_app.reports.article30.front import contents_page, front_page, short_title, title
from ropa_app.reports.article30.gaps import gaps_chapter
from ropa_app.reports.article30.internal_chapter import internal_blocks, internal_chapter
from ropa_app.reports.article30.options import (
    DEFAULT_PARTS,
    PART_NAMES,
    PARTS,
    DeclaredGap,
    RegisterOptions,
)
from ropa_app.reports.article30.overview import overview
from ropa_app.reports.article30.parties import parties_chapter
from ropa_app.reports.article30.processor import processor_sheets
from ropa_app.reports.article30.security import measures_chapter, systems_chapter
from ropa_app.reports.article30.sheet import SHEETS_ANCHOR, sheets
from ropa_app.reports.article30.transfers import transfers_chapter
from ropa_app.reports.article30.versions import versions_chapter
from ropa_app.reports.edition import Edition, footer, law_keyword
from ropa_app.reports.page_model import Document, Part, para
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.wording import GLUE

__all__ = ["DEFAULT_PARTS", "PARTS", "PART_NAMES", "DeclaredGap", "RegisterOptions", "article30_report"]


def article30_report(
    records: Records,
    language: Language,
    law: LawData,
    edition: Edition,
    options: RegisterOptions | None = None,
    since: Difference | None = None,
) -> Document:
    """Return the register as a document; no internal field is printed except in an internal copy.

    `since` is what has changed since the version before, None where nobody has compared them.

    The parts are made one by one as they are asked for: of the activities no more than a batch is in memory.
    """
    context = Context(records, language, law, edition, options or RegisterOptions())
    t, name = context.t, context.organisation_name
    return Document(
        title=f"{title(context)}, {name}",
        language=context.words.tag,
        organisation=name,
        short_name=short_title(context),
        footer=footer(edition, language, foot_marks(context)),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=_parts(context, since),
        subject=t(
            "Record of processing activities under Article 30 of the General Data Protection Regulation"
        ),
        keywords=(law_keyword(edition, language),),
        creator=f"Ropa {edition.program}",
        seams=SEAMS[language],
        glue=GLUE,
        screen=screen_words(t),
    )


class _Chapters:
    """The chapters of the document, by the code of their part, in their order."""

    def __init__(self, context: Context) -> None:
        t = context.t
        every = {
            "overview": Chapter(t("Overview"), "overview"),
            "sheets": Chapter(t.context("kinds.activity", "Processing activities"), SHEETS_ANCHOR, True),
            "parties": Chapter(
                t("Recipients, processors and agreements"), "parties", short=t("Recipients and agreements")
            ),
            "transfers": Chapter(t("Transfers out of the EEA"), "transfers"),
            "measures": Chapter(t("Security measures"), "measures"),
            "systems": Chapter(t("Systems"), "systems"),
            "assessments": Chapter(t("Consents and assessments"), "assessments"),
            "processor": Chapter(t("The register as processor"), "processor"),
            "gaps": Chapter(t("Not determined"), "gaps"),
            "history": Chapter(t("Change history"), "versions"),
        }
        self._chapters = {
            part: chapter
            for part, chapter in every.items()
            if context.has(part) and has_content(context, part)
        }
        if internal_blocks(context):
            self._chapters["internal"] = Chapter(t("Internal information"), "internal")

    def get(self, part: str) -> Chapter | None:
        """Return a chapter, None where the document does not have it."""
        return self._chapters.get(part)

    def all(self) -> tuple[Chapter, ...]:
        """Return the chapters that the document has."""
        return tuple(self._chapters.values())


def _parts(context: Context, since: Difference | None) -> Iterator[Part]:
    chapters = _Chapters(context)
    yield front_page(context)
    yield contents_page(context, chapters.all())
    yield from _activities(context, chapters)
    for part, chapter_of in _SHARED:
        if chapter := chapters.get(part):
            yield chapter_of(context, chapter)
    if chapter := chapters.get("processor"):
        yield from processor_sheets(context, chapter)
    if chapter := chapters.get("gaps"):
        yield gaps_chapter(context, chapter)
    if chapter := chapters.get("history"):
        yield versions_chapter(context, chapter, since)
    if chapter := chapters.get("internal"):
        yield internal_chapter(context, chapter)


_SHARED: Final[tuple[tuple[str, Callable[[Context, Chapter], Part]], ...]] = (
    ("parties", parties_chapter),
    ("transfers", transfers_chapter),
    ("measures", measures_chapter),
    ("systems", systems_chapter),
    ("assessments", assessments_chapter),
)


def _activities(context: Context, chapters: _Chapters) -> Iterator[Part]:
    """Yield overview and sheets; where there is no activity, their headings with the reason."""
    table, single = chapters.get("overview"), chapters.get("sheets")
    if context.index.entries:
        if table:
            yield overview(context, table)
        if single:
            yield from sheets(context)
        return
    if context.index.is_partial:
        gap = para(context.t("This extract holds no processing activity."))
    else:
        gap = context.words.missing(context.t("The register holds no processing activity yet."))
    for chapter in (table, single):
        if chapter:
            yield Part((chapter.heading, gap), section=chapter.title, continues=chapter is not table)
