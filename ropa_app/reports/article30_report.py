"""The register for the supervisory authority, Article 30: from records to the page model."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.domain.reading import Records
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.reports.article30.assessments import assessments_chapter
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, RegisterOptions
from ropa_app.reports.article30.front import contents_page, front_page, title
from ropa_app.reports.article30.overview import overview
from ropa_app.reports.article30.parties import parties_chapter
from ropa_app.reports.article30.processor import processor_records, processor_sheets
from ropa_app.reports.article30.security import measures_chapter, systems_chapter
from ropa_app.reports.article30.sheet import SHEETS_ANCHOR, sheets
from ropa_app.reports.article30.transfers import transfers_chapter
from ropa_app.reports.article30.versions import versions_chapter
from ropa_app.reports.edition import Edition, footer, law_keyword
from ropa_app.reports.page_model import Document, Part
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.wording import GLUE

__all__ = ["RegisterOptions", "article30_report"]


def article30_report(
    records: Records,
    language: Language,
    law: LawData,
    edition: Edition,
    options: RegisterOptions | None = None,
) -> Document:
    """Return the register as a document for the authority; no internal field is printed.

    The parts are made one by one as they are asked for: of the activities no more than a batch is in memory.
    """
    context = Context(records, language, law, edition, options or RegisterOptions())
    t, name = context.t, context.organisation_name
    return Document(
        title=f"{title(context)}, {name}",
        language=context.words.tag,
        organisation=name,
        short_name=t("Register"),
        footer=footer(edition, language),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=_parts(context),
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
    """The chapters this register has, in the order of the document."""

    def __init__(self, context: Context) -> None:
        t, counts = context.t, context.records.counts()
        self.overview = Chapter(t("Overview"), "overview")
        self.sheets = Chapter(t.context("kinds.activity", "Processing activities"), SHEETS_ANCHOR, True)
        self.parties = Chapter(
            t("Recipients, processors and agreements"), "parties", short=t("Recipients and agreements")
        )
        self.transfers = Chapter(t("Transfers out of the EEA"), "transfers")
        self.measures = Chapter(t("Security measures"), "measures")
        self.systems = Chapter(t("Systems"), "systems") if counts.get("system") else None
        assessed = counts.get("assessment", 0) + counts.get("consent", 0)
        self.assessments = Chapter(t("Consents and assessments"), "assessments") if assessed else None
        processing = bool(processor_records(context))
        self.processor = Chapter(t("The register as processor"), "processor") if processing else None
        self.versions = Chapter(t("Change history"), "versions")

    def all(self) -> tuple[Chapter, ...]:
        """Return the chapters that exist."""
        every = (
            *(self.overview, self.sheets, self.parties, self.transfers, self.measures),
            *(self.systems, self.assessments, self.processor, self.versions),
        )
        return tuple(chapter for chapter in every if chapter)


def _parts(context: Context) -> Iterator[Part]:
    chapters = _Chapters(context)
    yield front_page(context)
    yield contents_page(context, chapters.all())
    if context.index.entries:
        yield overview(context, chapters.overview)
        yield from sheets(context)
    else:
        yield _without_activities(context, chapters)
    yield parties_chapter(context, chapters.parties)
    yield transfers_chapter(context, chapters.transfers)
    yield measures_chapter(context, chapters.measures)
    if chapters.systems:
        yield systems_chapter(context, chapters.systems)
    if chapters.assessments:
        yield assessments_chapter(context, chapters.assessments)
    if chapters.processor:
        yield from processor_sheets(context, chapters.processor)
    yield versions_chapter(context, chapters.versions)


def _without_activities(context: Context, chapters: _Chapters) -> Part:
    gap = context.words.missing(context.t("The register holds no processing activity yet."))
    blocks = (chapters.overview.heading, gap, chapters.sheets.heading, gap)
    return Part(blocks, section=chapters.overview.title)
