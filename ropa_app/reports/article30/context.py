"""What every part of the register document needs to know, and the small pieces they are all made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.reviews import Acceptance, Remark
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.reports.article30.extract import Extract
from ropa_app.reports.article30.index import SHEET_ANCHOR, ActivityIndex
from ropa_app.reports.article30.options import RegisterOptions
from ropa_app.reports.edition import Edition
from ropa_app.reports.page_model import (
    Block,
    Cell,
    FieldRow,
    FieldTable,
    Group,
    Paragraph,
    Run,
    Sign,
    Table,
    cell,
    link,
    para,
)
from ropa_app.reports.register_context import RegisterContext
from ropa_app.reports.wording import Runs, lowered, slot, woven

Note = Remark | Acceptance
_HOLDERS: Final = {"agreements": "parties", "arrangements": "parties", "versions": "history"}


class Context(RegisterContext):
    """The register with its activities, as the authority's document is drawn from it.

    `records` are what stands in the document, `whole` is the register it is taken from.
    """

    def __init__(
        self, records: Records, language: Language, law: LawData, edition: Edition, options: RegisterOptions
    ) -> None:
        chosen = _chosen(records, options)
        kept = records
        if chosen is not None:
            kept = Extract(records, chosen, processing="processor" in options.parts)
        super().__init__(kept, language, law, edition)
        self.options: Final = options
        self.whole: Final = records
        self.index: Final = ActivityIndex(records, self.names, edition, chosen)

    @cached_property
    def assessments(self) -> Mapping[RecordId, list[Runs]]:
        """What each activity and transfer tool is told of the assessments that cover it."""
        found: dict[RecordId, list[Runs]] = {}
        for one in self.records.of_kind(Assessment.KIND):
            if isinstance(one, Assessment):
                runs = assessment_runs(self, one)
                for record in (one.id, *one.activities):
                    found.setdefault(record, []).append(runs)
        return found

    @cached_property
    def notes(self) -> Mapping[RecordId | None, list[Note]]:
        """Remarks and accepted findings by the record they are about in the end, None where that is gone."""
        found: dict[RecordId | None, list[Note]] = {}
        for kind in (Remark.KIND, Acceptance.KIND):
            for note in self.records.of_kind(kind):
                if isinstance(note, Note):
                    about = self.records.get(note.about) if note.about else None
                    found.setdefault(self.root(about).id if about else None, []).append(note)
        return found

    def root(self, record: Record) -> Record:
        """Return the record that owns another in the end, itself if no record does."""
        while (owner := owner_of(record)) and (above := self.records.get(owner)):
            record = above
        return record

    def holds(self, record: Record) -> bool:
        """Tell whether a record stands in the document, as far as the choice of activities goes."""
        return not isinstance(self.records, Extract) or self.records.holds(record)

    def has(self, part: str) -> bool:
        """Tell whether a part was chosen for the document."""
        return part in self.options.parts

    def link(self, text: str, anchor: str) -> Run:
        """Return a link to an anchor, plain text where the part that holds it is not in the document."""
        return link(text, f"#{anchor}") if self.leads_to(anchor) else Run(text)

    def leads_to(self, anchor: str) -> bool:
        """Tell whether the part that holds an anchor is in the document."""
        part = "sheets" if anchor.startswith(SHEET_ANCHOR) else _HOLDERS.get(anchor, anchor)
        return self.has(part)

    def reference(self, record: Record) -> str:
        """Return how a record is called for people: A1, V2."""
        return reference(record, self.records.get, self.words.main)

    def day_status(self) -> str:
        """Return the head of a column that tells what holds on the day of the document."""
        return self.t("Status on {day}", day=self.words.day(self.edition.day))


def _chosen(records: Records, options: RegisterOptions) -> frozenset[RecordId] | None:
    """Return the chosen activities, None where that is all of them."""
    if options.activities is None:
        return None
    chosen = frozenset(options.activities)
    return None if chosen.issuperset(one.id for one in records.of_kind(Activity.KIND)) else chosen


def assessment_runs(context: Context, one: Assessment) -> Runs:
    """Return an assessment on one line: its kind as a link, its day and its outcome."""
    t, words = context.t, context.words
    kind = words.label("assessment_kinds", one.method) if one.method else t("Assessment")
    outcome = words.label("assessment_outcomes", one.outcome) if one.outcome else t("not concluded")
    day = f", {words.day(one.day)}" if one.day else ""
    return (context.link(kind, "assessments"), Run(f"{day}: {lowered(outcome)}"))


def row(label: str, *contents: str | Run | Paragraph) -> FieldRow:
    """Return a row of a field table."""
    return FieldRow(cell(label), cell(*contents))


def paragraphs(items: Iterable[Runs]) -> list[Paragraph]:
    """Return runs as paragraphs, one each, leaving out empty ones."""
    return [Paragraph(runs) for runs in items if runs]


def labelled(label: str, value: Runs) -> Paragraph:
    """Return a paragraph that names its value: Reason: ..."""
    return para(f"{label}: ", *value)


def see(context: Context, name: str, anchor: str) -> Runs:
    """Return where to read on, with a link; nothing where that part is not in the document."""
    if not context.leads_to(anchor):
        return ()
    return woven(context.t("See “{part}”.", part=slot("part")), part=(context.link(name, anchor),))


def missing_because(context: Context, why: Runs, *, undecided: bool = False) -> Paragraph:
    """Return *Not stated* (or *Not determined*) with a sign, and why in runs."""
    gap = context.words.undecided() if undecided else context.words.missing()
    return Paragraph((*gap.runs, Run(". "), *why), sign=gap.sign)


def field_label(context: Context, kind: str, field: str) -> str:
    """Return the label of a field as a document prints it: without a question mark."""
    return context.t.marked(SPECS[kind][field].label).rstrip("?")


def address(email: str) -> Run:
    """Return an e-mail address as a link where it can be one."""
    plain = email.strip()
    if "@" in plain and not any(ch.isspace() for ch in plain):
        return link(plain, f"mailto:{plain}")
    return Run(plain)


def signs_in(blocks: Iterable[Block]) -> set[Sign]:
    """Return the signs that stand in some blocks, tables and groups included."""
    found: set[Sign] = set()
    for block in blocks:
        match block:
            case Paragraph(sign=sign) if sign:
                found.add(sign)
            case FieldTable(rows=rows):
                found |= _signs(one.value for one in rows)
            case Table(rows=rows):
                found |= _signs(one for members in rows for one in members)
            case Group(blocks=inner):
                found |= signs_in(inner)
            case _:
                pass
    return found


def _signs(cells: Iterable[Cell]) -> set[Sign]:
    return {paragraph.sign for one in cells for paragraph in one if paragraph.sign}


def is_complete(blocks: Sequence[Block]) -> bool:
    """Tell whether no answer that the law asks for is missing or invalid in some blocks."""
    return not signs_in(blocks) & {Sign.NOT_STATED, Sign.INVALID}
