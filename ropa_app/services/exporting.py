"""Exporting register and statement, and the register as JSON; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final as Constant
from typing import Literal, TypeVar

from ropa_app import __version__
from ropa_app.domain.edits import Changes, created
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.exchange import json_format
from ropa_app.i18n import N_, Language
from ropa_app.legal import LawData
from ropa_app.reports.article30_report import RegisterOptions, article30_report
from ropa_app.reports.edition import Edition
from ropa_app.reports.html import write_html
from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.plain_text import write_plain_text
from ropa_app.reports.progress import Cancelled, Progress
from ropa_app.reports.statement_report import Final, PrintedStatement, statement_report
from ropa_app.services.approving import approved, standing
from ropa_app.services.editing import Refused
from ropa_app.services.law_data import carried
from ropa_app.services.session import OpenRegister
from ropa_app.storage import versions
from ropa_app.storage.placing import put_in_place, temporary_beside
from ropa_app.storage.register_file import RegisterState

__all__ = [
    "STATEMENT_FORMATS",
    "Cancelled",
    "Exported",
    "Final",
    "PrintedStatement",
    "Progress",
    "RegisterOptions",
    "Source",
    "StatementFormat",
    "export_json",
    "export_register",
    "export_statement",
    "printed_statement",
    "record_publication",
    "source",
    "statement_format",
]

T = TypeVar("T")
StatementFormat = Literal["pdf", "html", "txt"]
STATEMENT_FORMATS: Constant[tuple[StatementFormat, ...]] = ("pdf", "html", "txt")


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is drawn from: the records and the facts about their edition."""

    records: Records
    edition: Edition


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written; `pages` is 0 where a format has none.

    `replaced` are the characters no font has, shown by their code points.
    """

    path: Path
    pages: int
    replaced: tuple[str, ...]


def source(state: RegisterState, law: LawData, day: date | None = None, version: int | None = None) -> Source:
    """Return what to draw: the present state, or an approved version by its number.

    `day` is the day the document is drawn and judged as of, by default that of the last change, or that of
    the version. Raises Refused where there is no such version.
    """
    if version is not None:
        return _version_source(state, law, day, version)
    newest, unchanged = standing(state)
    head = state.head()
    if head is None:
        raise Refused(N_("The register has no history yet."))
    number = newest.number if newest else None
    edition = Edition(
        version_number=number if unchanged else None,
        after_version=None if unchanged else number,
        day=day or head.step.day,
        history_hash=head.hash,
        law_verified=law.pack.verified,
        law_digest=law.digest,
        program=__version__,
    )
    return Source(state.reader, edition)


def _version_source(state: RegisterState, law: LawData, day: date | None, number: int) -> Source:
    found = next((one for one in approved(state.reader) if one.number == number), None)
    body = state.version_body(found.id) if found else None
    if found is None or body is None:
        raise Refused(N_("There is no version {number}."), number=number)
    records = RecordsInMemory(versions.records(versions.unpack(body)))
    steps = {stored.sequence: stored.hash for stored in state.steps()}
    edition = Edition(
        version_number=number,
        after_version=None,
        day=day or found.day or date.min,
        history_hash=steps.get(found.history_sequence or 0, ""),
        law_verified=law.pack.verified,
        law_digest=law.digest,
        program=__version__,
    )
    return Source(records, edition)


def export_register(
    drawn_from: Source,
    path: Path,
    language: Language,
    law: LawData,
    options: RegisterOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write the register for the authority as PDF; raise FileProblem or Cancelled, and then write nothing."""
    document = article30_report(
        drawn_from.records, language, law, drawn_from.edition, options or RegisterOptions()
    )
    return _write(document, path, progress)


def printed_statement(
    drawn_from: Source, language: Language, law: LawData, final: Final | None = None
) -> PrintedStatement:
    """Return the statement as it would be printed, with its gaps; a draft unless `final` is given.

    Raises Refused where a final statement has gaps and no reason is given for printing them.
    """
    statement = statement_report(drawn_from.records, language, law, drawn_from.edition, final)
    if final is not None and statement.gaps and not final.reason.strip():
        raise Refused(
            N_("The statement still prints “not settled” in {n} places; give a reason for publishing it so."),
            n=len(statement.gaps),
        )
    return statement


def statement_format(path: Path) -> StatementFormat:
    """Return the format that the name of a file asks for, PDF where it asks for none."""
    suffix = path.suffix.lower()
    return "html" if suffix in (".html", ".htm") else "txt" if suffix == ".txt" else "pdf"


def export_statement(
    statement: PrintedStatement,
    path: Path,
    progress: Progress | None = None,
    form: StatementFormat = "pdf",
) -> Exported:
    """Write a statement as PDF, as one web page or as plain text.

    Raises FileProblem or Cancelled, and then writes nothing.
    """
    document = statement.document
    if form == "pdf":
        return _write(document, path, progress)
    write = write_html if form == "html" else write_plain_text
    _place(path, lambda passing: write(document, passing, progress))
    return Exported(path, 0, ())


def record_publication(register: OpenRegister, statement: PrintedStatement) -> Changes:
    """Add the published statement with its items to the register, as one step, once its file is written.

    The history keeps the reason for publishing what is not settled.
    """
    records = statement.published_records(register.new_id)
    final = statement.final
    if final is None:
        raise ValueError("a draft is not published")
    details = {"kind": "published_statement", "name": final.published.isoformat(), "reason": final.reason}
    return register.apply("publish", *map(created, records), **details)


def export_json(state: RegisterState, path: Path) -> Path:
    """Write the present state, the versions and the identity as JSON; raise FileProblem."""
    contents = {
        one.id: versions.unpack(body)
        for one in approved(state.reader)
        if (body := state.version_body(one.id)) is not None
    }
    text = json_format.written(state.reader, contents, carried(state))
    _place(path, lambda passing: passing.write_text(text, "utf-8", newline="\n"))
    return path


def _write(document: Document, path: Path, progress: Progress | None) -> Exported:
    report = _place(path, lambda passing: write_pdf(document, passing, progress))
    return Exported(path, report.pages, tuple(report.missing_glyphs))


def _place(path: Path, write: Callable[[Path], T]) -> T:
    with temporary_beside(path) as passing:
        made = write(passing)
        put_in_place(passing, path, overwrite=True)
    return made
