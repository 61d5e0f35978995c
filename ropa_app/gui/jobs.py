"""Long jobs of the window, each done by the worker on a copy of the register, with plain orders and results.

A job verifies the copy against its digest before anything is told or printed of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import Audience
from ropa_app.gui.document import Refused, RegisterDocument, Snapshot, problem_text
from ropa_app.gui.orders import (
    FindingsOrder,
    GapLine,
    Line,
    NoGlyph,
    Order,
    Paper,
    Preview,
    Publication,
    RegisterOrder,
    SeenFile,
    StatementForm,
    StatementOrder,
)
from ropa_app.gui.tasks import Cancelled, Progress
from ropa_app.i18n import N_, Translator
from ropa_app.legal import LawData

if TYPE_CHECKING:
    from ropa_app.reports import page_model
    from ropa_app.reports.statement_report import PrintedStatement
    from ropa_app.services.exporting import RegisterOptions, Source

ALTERED: Final = N_(
    "The register was changed outside the program, so nothing was exported. The history tells where."
)
_SECTION: Final = "section-"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written; `replaced` are the characters no font has; `published` is for the record."""

    path: Path
    replaced: tuple[str, ...] = ()
    published: PrintedStatement | None = None


def trouble_text(problem: Exception, t: Translator) -> str:
    """Return why a job failed in one sentence; raise the problem again where it is a bug of ours."""
    from ropa_app.exchange.problems import ImportProblem

    if isinstance(problem, ImportProblem):
        return problem.text(t)
    return problem_text(problem, t)


def export_job(snapshot: Snapshot, order: Order, path: Path, law: LawData) -> Callable[[Progress], Written]:
    """Return the job that writes a document as PDF from a snapshot, which it closes."""

    def work(progress: Progress) -> Written:
        from ropa_app.services import exporting  # the PDF writer need not be there when the window opens

        with snapshot, _drawing():
            progress.report(0)
            source = _source(snapshot, order, law)
            if isinstance(order, RegisterOrder):
                options = _options(snapshot, source, order, law)
                made = exporting.export_register(source, path, order.language, law, options, progress.went_on)
                return Written(made.path, made.replaced)
            statement = _statement(source, order, law)
            made = exporting.export_statement(statement, path, progress.went_on, order.form)
            return Written(made.path, made.replaced, statement if order.publication else None)

    return work


def preview_job(snapshot: Snapshot, order: Order, law: LawData) -> Callable[[Progress], Preview]:
    """Return the job that draws a document into memory from a snapshot, which it closes."""

    def work(progress: Progress) -> Preview:
        from ropa_app.reports.pdf import write_pdf
        from ropa_app.services import exporting

        with snapshot, _drawing():
            progress.report(0)
            source = _source(snapshot, order, law)
            gaps: tuple[GapLine, ...] = ()
            sections: tuple[tuple[str, tuple[Line, ...]], ...] = ()
            if isinstance(order, RegisterOrder):
                document = exporting.register_document(
                    source, order.language, law, _options(snapshot, source, order, law)
                )
            else:
                statement = _unrefused(source, order, law)
                document = statement.document
                gaps, sections = _gap_lines(statement), tuple(_sections(statement))
            target = BytesIO()
            replaced = write_pdf(document, target, progress.went_on).missing_glyphs
            found = _no_glyphs(source, order, progress) if replaced else ()
            places = tuple(one for one in found if set(one.characters) & set(replaced))
            return Preview(target.getvalue(), gaps, sections, replaced, places)

    return work


def glyphs_job(snapshot: Snapshot, order: Order, law: LawData) -> Callable[[Progress], tuple[NoGlyph, ...]]:
    """Return the job that lists texts no font can draw, without drawing; it closes the snapshot."""

    def work(progress: Progress) -> tuple[NoGlyph, ...]:
        with snapshot:
            progress.report(0)
            return _no_glyphs(_source(snapshot, order, law), order, progress)

    return work


def gaps_job(snapshot: Snapshot, order: StatementOrder, law: LawData) -> Callable[[Progress], Any]:
    """Return the job that lists where a statement prints "not settled"; it closes the snapshot."""

    def work(progress: Progress) -> tuple[GapLine, ...]:
        with snapshot:
            progress.report(0)
            source = _source(snapshot, order, law)
            return _gap_lines(_unrefused(source, order, law))

    return work


def part_names() -> Mapping[str, str]:
    """Return the codes of the parts of the register document, in its order, with their marked names."""
    from ropa_app.services.exporting import PART_NAMES

    return PART_NAMES


def default_parts() -> frozenset[str]:
    """Return the codes of the parts that the register document has if nobody chooses."""
    from ropa_app.services.exporting import DEFAULT_PARTS

    return DEFAULT_PARTS


def json_job(snapshot: Snapshot, path: Path) -> Callable[[Progress], Written]:
    """Return the job that writes the register as JSON from a snapshot, which it closes."""

    def work(progress: Progress) -> Written:
        from ropa_app.services import exporting

        with snapshot:
            progress.report(0)
            _refuse_altered(snapshot)
            return Written(exporting.export_json(snapshot, path))

    return work


def paper_job(snapshot: Snapshot, order: Paper, path: Path, law: LawData) -> Callable[[Progress], Written]:
    """Return the job that writes findings or an assessment as PDF from a snapshot, which it closes."""

    def work(progress: Progress) -> Written:
        from ropa_app.services import papers

        with snapshot, _drawing():
            progress.report(0)
            _refuse_altered(snapshot)
            if isinstance(order, FindingsOrder):
                made = papers.write_findings(snapshot, path, order.language, law, order.day, progress.went_on)
            else:
                made = papers.write_assessment(
                    snapshot, order.record, path, order.language, law, progress.went_on
                )
        return Written(made.path, made.replaced)

    return work


def import_job(source: Path, path: Path, author: str) -> Callable[[Progress], Path]:
    """Return the job that makes a register of an exported JSON file, in place of a file of that name."""

    def work(progress: Progress) -> Path:
        from ropa_app.services import creating

        progress.report(0)
        return creating.import_json(source, path, author, overwrite=True)

    return work


def verify_job(snapshot: Snapshot) -> Callable[[Progress], tuple[int, ...] | None]:
    """Return the job that checks history and digest: the broken steps, None where all is in order."""

    def work(progress: Progress) -> tuple[int, ...] | None:
        with snapshot:
            progress.report(0)
            found = snapshot.verify()
        return None if found.in_order else found.broken_steps

    return work


def look_at(path: Path) -> SeenFile:
    """Look at a file without opening it."""
    from ropa_app.storage.lock_file import read_holder

    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
        holder = read_holder(path)
    except OSError:
        return SeenFile(path, exists=False)
    held = holder is not None and not holder.own
    return SeenFile(path, True, changed, held, holder.user if holder is not None and held else "")


def record_publication(document: RegisterDocument, written: Written) -> bool:
    """Add the statement that was just written as final to the register, as one step."""
    return written.published is not None and document.record_publication(written.published)


@contextmanager
def _drawing() -> Iterator[None]:
    """Turn the stop of the PDF writer into that of the job."""
    from ropa_app.reports.pdf import Cancelled as DrawingCancelled

    try:
        yield
    except DrawingCancelled as stop:
        raise Cancelled from stop


def _refuse_altered(snapshot: Snapshot) -> None:
    if not snapshot.verify().in_order:
        raise Refused(ALTERED)


def _source(snapshot: Snapshot, order: Order, law: LawData) -> Source:
    from ropa_app.services import exporting

    _refuse_altered(snapshot)
    version = order.version if isinstance(order, RegisterOrder) else None
    return exporting.source(snapshot, law, order.day, version)


def _statement(source: Source, order: StatementOrder, law: LawData) -> PrintedStatement:
    """Return the statement; raise Refused where it is final, has gaps and gives no reason."""
    from ropa_app.services import exporting

    made = order.publication
    final = exporting.Final(made.day, made.place, made.reason) if made else None
    return exporting.printed_statement(source, order.language, law, final)


def _unrefused(source: Source, order: StatementOrder, law: LawData) -> PrintedStatement:
    """Return the statement as it would look, whether or not a reason for its gaps was given yet."""
    from ropa_app.reports.statement_report import Final as Finality
    from ropa_app.reports.statement_report import statement_report

    made = order.publication
    final = Finality(made.day, made.place, made.reason) if made else None
    return statement_report(source.records, order.language, law, source.edition, final, source.since)


def _options(snapshot: Snapshot, source: Source, order: RegisterOrder, law: LawData) -> RegisterOptions:
    from ropa_app.services.declaring import declared_gaps
    from ropa_app.services.exporting import DEFAULT_PARTS, RegisterOptions

    parts = DEFAULT_PARTS if order.parts is None else order.parts
    gaps = declared_gaps(snapshot, source, order.language, law)
    return RegisterOptions(order.wide_overview, order.audience, parts, order.activities, gaps)


def _no_glyphs(source: Source, order: Order, progress: Progress) -> tuple[NoGlyph, ...]:
    """Return the fields of the document's audience that hold characters no font has."""
    from ropa_app.services.unprintable import unprintable

    audience, activities = Audience.PUBLIC, None
    if isinstance(order, RegisterOrder):
        audience, activities = order.audience, order.activities
    found = unprintable(source.records, order.language, audience, activities, progress.report)
    lines = [NoGlyph(one.record, one.kind, one.field, one.reference, one.characters) for one in found]
    return tuple(sorted(lines, key=lambda one: (sort_key(one.reference), one.record, one.field)))


def _gap_lines(statement: PrintedStatement) -> tuple[GapLine, ...]:
    return tuple(GapLine(gap.section, gap.label) for gap in statement.gaps)


def _sections(statement: PrintedStatement) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield the number of each section with the generated lines below its heading."""
    number, lines = "", list[Line]()
    for part in statement.document.parts:
        for block in _ungrouped(part.blocks):
            found = _section_number(block)
            if not found:
                own = statement.own_texts
                lines += (line for line in _lines(block) if " ".join(line.text.split()) not in own)
                continue
            if number:
                yield number, tuple(lines)
            number, lines = found, []
    if number:
        yield number, tuple(lines)


def _ungrouped(blocks: Iterable[page_model.Block]) -> Iterator[page_model.Block]:
    """Yield blocks one by one, those of a group in its place."""
    from ropa_app.reports.page_model import Group

    for block in blocks:
        if isinstance(block, Group):
            yield from _ungrouped(block.blocks)
        else:
            yield block


def _section_number(block: page_model.Block) -> str:
    """Return the number of the section that a block begins, an empty text where it begins none."""
    from ropa_app.reports.page_model import Heading, HeadingStyle

    if not isinstance(block, Heading):
        return ""
    if block.anchor.startswith(_SECTION):
        return block.anchor.removeprefix(_SECTION)
    return block.number if block.style is HeadingStyle.SECTION and block.number.isdecimal() else ""


def _lines(block: page_model.Block) -> Iterator[Line]:
    """Yield a block as lines of plain text; a row of a table is one line, named by its first cell."""
    from ropa_app.reports import page_model as m

    match block:
        case m.Heading():
            yield Line(f"{block.number} {block.title}".strip(), "heading")
        case m.Paragraph():
            yield _line([(block,)])
        case m.BulletList():
            yield from _items(block.items)
        case m.FieldTable():
            for row in block.rows:
                yield _line([row.value], "item", _plain(row.label))
        case m.Table():
            for cells in block.rows:
                yield _line(cells[1:], "item", _plain(cells[0]))
        case m.Box():
            for one in block.blocks:
                yield from _lines(one)


def _items(items: Iterable[page_model.ListItem]) -> Iterator[Line]:
    for item in items:
        yield _line([item.content], "item")
        yield from _items(item.items)


def _line(cells: Iterable[page_model.Cell], kind: Literal["text", "item"] = "text", label: str = "") -> Line:
    from ropa_app.reports.page_model import Sign

    listed = list(cells)
    text = " \u00b7 ".join(filter(None, map(_plain, listed)))
    gap = any(one.sign is Sign.NOT_STATED for cell in listed for one in cell)
    return Line(text, kind, gap, label)


def _plain(cell: page_model.Cell) -> str:
    return " ".join(filter(None, ("".join(run.text for run in one.runs) for one in cell)))


__all__ = [
    "GapLine", "Line", "NoGlyph", "Order", "Preview", "Publication", "RegisterOrder", "SeenFile",
    "StatementForm", "StatementOrder", "Written", "default_parts", "export_job", "gaps_job", "glyphs_job",
    "import_job", "json_job", "look_at", "paper_job", "part_names", "preview_job", "record_publication",
    "trouble_text", "verify_job",
]  # fmt: skip
