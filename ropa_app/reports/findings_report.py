"""The findings of a register for its own lawyers: what is wrong, which law says so, what settles it.

It is a working paper, says so at every foot, and is not for the supervisory authority.
"""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.i18n import Language
from ropa_app.legal.checks import Severity
from ropa_app.reports.edition import Edition, footer
from ropa_app.reports.findings.chapters import accepted_chapter, severity_chapter, silent_chapter
from ropa_app.reports.findings.context import (
    AcceptedAs,
    AlikeDuties,
    Context,
    DutyKind,
    DutyLine,
    FoundInRegister,
    FoundRow,
    RuleRow,
    StandingRow,
)
from ropa_app.reports.findings.coverage import coverage_parts
from ropa_app.reports.findings.duties import duties_chapter
from ropa_app.reports.findings.front import contents_page, front_page
from ropa_app.reports.page_model import Document, Part
from ropa_app.reports.screen_words import screen_words
from ropa_app.reports.seams import SEAMS
from ropa_app.reports.wording import GLUE, TAGS

__all__ = [
    "AcceptedAs",
    "AlikeDuties",
    "DutyKind",
    "DutyLine",
    "FoundInRegister",
    "FoundRow",
    "RuleRow",
    "StandingRow",
    "findings_report",
]


def findings_report(found: FoundInRegister, language: Language, edition: Edition) -> Document:
    """Return the findings as a document; the day of the edition is the day they are judged as of."""
    context = Context(found, language, edition)
    t = context.t
    name = found.organisation or t("The organisation")
    return Document(
        title=f"{t('Findings in the register')}, {name}",
        language=TAGS[language],
        organisation=name,
        short_name=t("Findings"),
        footer=footer(edition, language, (t("Internal working paper"),)),
        page_text=t("Page {page} of {pages}"),
        day=edition.day,
        parts=_parts(context),
        subject=t("What a check of the record of processing activities found"),
        creator=f"Ropa {edition.program}",
        seams=SEAMS[language],
        glue=GLUE,
        screen=screen_words(t),
    )


def _parts(context: Context) -> Iterator[Part]:
    yield front_page(context)
    yield contents_page(context)
    for severity in Severity:
        if context.with_findings(severity):
            yield severity_chapter(context, severity)
    if context.found.duties:
        yield duties_chapter(context)
    if context.accepted:
        yield accepted_chapter(context)
    yield silent_chapter(context)
    if context.found.coverage is not None:
        yield from coverage_parts(context, context.found.coverage)
