"""Exporting register and statement, and the register as JSON; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final as Constant
from typing import Literal, TypeVar

from ropa_app import __version__
from ropa_app.domain.comparing import Difference
from ropa_app.domain.edits import Changes, created
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.exchange import json_format
from ropa_app.i18n import N_, Language
from ropa_app.legal import LawData
from ropa_app.reports.article30_report import (
    DEFAULT_PARTS,
    PART_NAMES,
    PARTS,
    DeclaredGap,
    RegisterOptions,
    article30_report,
)
from ropa_app.reports.edition import Edition
from ropa_app.reports.html import write_html
from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.plain_text import write_plain_text
from ropa_app.reports.progress import Cancelled, Progress
from ropa_app.reports.statement_report import Final, PrintedStatement, statement_report
from ropa_app.services.approving import approved, standing
from ropa_app.services.comparing import difference
from ropa_app.services.editing import Refused
from ropa_app.services.law_data import carried
from ropa_app.services.session import OpenRegister
from ropa_app.storage import versions
from ropa_app.storage.placing import put_in_place, temporary_beside
from ropa_app.storage.register_file import RegisterState

__all__ = [
    "DEFAULT_PARTS",
    "PARTS",
    "PART_NAMES",
    "STATEMENT_FORMATS",
    "Cancelled",
    "DeclaredGap",
    "Exported",
    "Final",
    "PrintedStatement",
    "Progress",
    "RegisterOptions",
    "Source",
    "StatementFormat",
    "activities_named",
    "checked_parts",
    "export_json",
    "export_register",
    "export_statement",
    "printed_statement",
    "record_publication",
    "register_document",
    "source",
    "statement_format",
    "write_document",
]

T = TypeVar("T")
StatementFormat = Literal["pdf", "html", "txt"]
STATEMENT_FORMATS: Constant[tuple[StatementFormat, ...]] = ("pdf", "html", "txt")


@dataclass(frozen=True)
class Source:
    """What a document is drawn from: the records and the facts about their edition.

    `compare` works out what has changed since the version before; `since` asks it once, when it is needed.
    """

    records: Records
    edition: Edition
    compare: Callable[[], Difference]

    @cached_property
    def since(self) -> Difference:
        """What has changed since the version before."""
        return self.compare()


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written; `pages` is 0 where a format has none.

    `replaced` are the characters no font has, shown by their code points.
    """

    path: Path
    pages: int
    replaced: tuple[str, ...]


def source(
    state: RegisterState,
    law: LawData,
    day: date | None = None,
    version: int | None = None,
    supposed: Records | None = None,
) -> Source:
    """Return what to draw: the present state, or an approved version by its number.

    `day` is the day the document is drawn and judged as of, by default that of the last change, or that of
    the version; `supposed` are records to draw in place of the present ones. Raises Refused where there is no
    such version.
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
    records = supposed or state.reader
    return Source(records, edition, _comparing(state, records, edition.version_number))


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
    return Source(records, edition, _comparing(state, records, number))


def _comparing(state: RegisterState, records: Records, number: int | None) -> Callable[[], Difference]:
    """Return how to compare with the version before a number, for a draft with the newest one."""

    def compare() -> Difference:
        for one in approved(state.reader):
            if one.number is None or (number is not None and one.number >= number):
                continue
            if (body := state.version_body(one.id)) is not None:
                return difference(one.number, body, records)
        return Difference(None)

    return compare


def activities_named(records: Records, references: Iterable[str]) -> tuple[RecordId, ...]:
    """Return the activities with some references such as 1.3, in the order of the register, each once.

    Raises Refused where a reference is that of no activity.
    """
    found = {one.reference: one for one in records.of_kind("activity") if isinstance(one, Activity)}
    wanted = {reference.strip(): None for reference in references}
    for reference in wanted:
        if reference not in found:
            raise Refused(
                N_("The register has no processing activity with the number {reference}."),
                reference=reference,
            )
    return tuple(found[reference].id for reference in sorted(wanted, key=sort_key))


def checked_parts(codes: Iterable[str]) -> frozenset[str]:
    """Return codes of parts of the register document; raise Refused for one that does not exist."""
    chosen = [code.strip() for code in codes]
    for code in chosen:
        if code not in PARTS:
            raise Refused(
                N_("There is no part “{part}”. The parts are: {parts}."), part=code, parts=", ".join(PARTS)
            )
    return frozenset(chosen)


def export_register(
    drawn_from: Source,
    path: Path,
    language: Language,
    law: LawData,
    options: RegisterOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write the register as PDF; raise FileProblem or Cancelled, and then write nothing."""
    return write_document(register_document(drawn_from, language, law, options), path, progress)


def register_document(
    drawn_from: Source, language: Language, law: LawData, options: RegisterOptions | None = None
) -> Document:
    """Return the register as a document, with what has changed since the version before."""
    chosen = options or RegisterOptions()
    since = drawn_from.since if "history" in chosen.parts else None
    return article30_report(drawn_from.records, language, law, drawn_from.edition, chosen, since)


def printed_statement(
    drawn_from: Source, language: Language, law: LawData, final: Final | None = None
) -> PrintedStatement:
    """Return the statement as it would be printed, with its gaps; a draft unless `final` is given.

    Raises Refused where a final statement has gaps and no reason is given for printing them.
    """
    statement = statement_report(
        drawn_from.records, language, law, drawn_from.edition, final, drawn_from.since
    )
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
        return write_document(document, path, progress)
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


def write_document(document: Document, path: Path, progress: Progress | None) -> Exported:
    """Write a document as PDF; raise FileProblem or Cancelled, and then write nothing."""
    report = _place(path, lambda passing: write_pdf(document, passing, progress))
    return Exported(path, report.pages, tuple(report.missing_glyphs))


def _place(path: Path, write: Callable[[Path], T]) -> T:
    with temporary_beside(path) as passing:
        made = write(passing)
        put_in_place(passing, path, overwrite=True)
    return made
