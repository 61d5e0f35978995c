"""The law data as the window shows and renews them: plain texts, and the job that compares.

The worker compares on a copy of the register, whose digest is verified first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ropa_app.gui.document import Refused, RegisterDocument
from ropa_app.gui.jobs import ALTERED
from ropa_app.gui.tasks import Progress
from ropa_app.legal import LawData
from ropa_app.legal.table import Row
from ropa_app.services import law_data, law_texts
from ropa_app.services.law_data import Chosen
from ropa_app.services.law_difference import law_difference
from ropa_app.services.law_texts import SOURCES, DifferenceTexts, Section
from ropa_app.services.naming import Naming


@dataclass(frozen=True, slots=True)
class LawRow:
    """A row of the law data in words: what it is called, the days it holds, what stands behind it."""

    name: str
    span: str
    is_confirmed: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawTable:
    """A table of the law data: its name and its rows."""

    title: str
    rows: tuple[LawRow, ...]

    @property
    def unconfirmed(self) -> int:
        """Return how many of its rows are to be confirmed."""
        return sum(not row.is_confirmed for row in self.rows)


@dataclass(frozen=True, slots=True)
class LawView:
    """The law data that count for a register: where they come from, the facts about them, their tables."""

    origin: str
    facts: tuple[str, ...]
    tables: tuple[LawTable, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a chosen pack would change, in words; `chosen` is for loading it."""

    chosen: Chosen
    summary: str
    sections: tuple[Section, ...]


def law_view(document: RegisterDocument) -> LawView:
    """Return the law data that count for the open register, in the language of the window."""
    t, found = document.t, law_data.in_force(document.state)
    tables = (
        LawTable(
            t.marked(title), tuple(_row(document, file, row, found.law) for row in found.law.tables[file])
        )
        for file, title in law_texts.TABLES.items()
    )
    origin, verified, newest, edition, *others = law_texts.in_force_lines(found, t)
    fresh = document.naming.dotted(verified, newest, edition)
    return LawView(origin, (fresh, *others), tuple(tables))


def _row(document: RegisterDocument, file: str, row: Row, law: LawData) -> LawRow:
    t = document.t
    named = [law.sources[row.get("code")]] if file == SOURCES else law_texts.sources_of(row, law)
    sources = tuple(law_texts.source_text(one, t) for one in named)
    name = law_texts.row_name(row, t.language)
    return LawRow(name, law_texts.span_text(row, t), row.is_confirmed(), sources)


def compare_job(document: RegisterDocument, path: Path) -> Callable[[Progress], Compared]:
    """Return the job that reads a pack and says what it would change, from a copy made now.

    The job raises Refused where the pack cannot be loaded.
    """
    snapshot, t, today = document.snapshot(), document.t, document.today()
    language, main = document.language, document.main_language

    def work(progress: Progress) -> Compared:
        with snapshot:
            progress.report(0)
            if not snapshot.verify().in_order:
                raise Refused(ALTERED)
            chosen = law_data.choose(snapshot, path, today)
            found = law_difference(snapshot, chosen.replaced, chosen.law, today)
            texts = DifferenceTexts(found, Naming(snapshot.reader, chosen.law, t, language, main))
            return Compared(chosen, texts.summary(), tuple(texts.sections()))

    return work


def load_law(document: RegisterDocument, chosen: Chosen) -> bool:
    """Keep a chosen pack in the register; undo does not take that back. Every view then reads again."""
    if not document.perform(lambda register: law_data.load_law(register, chosen)):
        return False
    document.renew_law()
    return True
