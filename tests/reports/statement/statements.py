"""Small statements for the tests of its sections."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any, Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports import statement_report as report
from ropa_app.reports.page_text import as_text
from ropa_app.reports.statement.ledger import Said
from ropa_app.reports.wording import NBSP
from tests.reports import scenes

FINAL: Final = report.Final(date(2026, 12, 1), "https://prove.example/personvern", "Approved as it stands.")


def public(reference: str = "1", title: str = "Salg", **values: Any) -> Activity:
    """Return an activity that belongs in the statement."""
    return scenes.activity(reference, title, public=Answer.YES, **values)


def purpose(*bases: str, reference: str = "1", position: int = 1, **values: Any) -> Purpose:
    """Return a purpose with legal bases."""
    standing = {"text": scenes.same("Selge varer"), "art6": bases}
    made: Purpose = scenes.owned(Purpose, reference, position, **standing | values)
    return made


def line(
    *categories: str, subjects: tuple[str, ...] = ("customer",), position: int = 1, **values: Any
) -> DataLine:
    """Return a data line of activity 1."""
    chosen = {"subjects": subjects, "categories": categories}
    made: DataLine = scenes.owned(DataLine, "1", position, **chosen | values)
    return made


def statement(
    *records: Record,
    language: Language = "nb",
    final: report.Final | None = None,
    day: date = scenes.DAY,
    version: int | None = None,
) -> report.PrintedStatement:
    """Return the statement of a register; organisation and settings are added unless they are given."""
    standing: list[Record] = [scenes.register(), scenes.organisation()]
    held = {record.id: record for record in [*standing, *records]}
    edition = scenes.edition(day, version)
    return report.statement_report(RecordsInMemory(held.values()), language, shipped(), edition, final)


def text(*records: Record, **chosen: Any) -> str:
    """Return the statement of a register as plain text with ordinary spaces."""
    return as_text(statement(*records, **chosen).document).replace(NBSP, " ")


def section(number: int, *records: Record, **chosen: Any) -> str:
    """Return one section of the statement as plain text."""
    after = text(*records, **chosen).partition(f"{{#section-{number}}}\n")[2]
    return after.partition("\n## ")[0].strip()


def said(made: report.PrintedStatement, item: str) -> dict[Said, tuple[RecordId, ...]]:
    """Return what a statement says of an item, with the activities."""
    return {one.said: one.activities for one in made.items if one.item == item}


def lacking(made: report.PrintedStatement, item: str) -> list[str]:
    """Return the sections with a gap of an item."""
    return [gap.section for gap in made.gaps if gap.item == item]


def counting() -> Any:
    """Return a source of ids that count."""
    numbers = itertools.count(1)
    return lambda: RecordId(f"new-{next(numbers)}")
