"""Registers for tests: in a real file, with ids and a clock that stand still."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ropa_app.domain.edits import created
from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.record import Record
from ropa_app.domain.steps import Step
from ropa_app.domain.values import RecordId
from ropa_app.services.session import OpenRegister
from ropa_app.storage.register_file import RegisterFile

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AUTHOR = "Kari Nordmann"


def numbered_ids(prefix: str = "id") -> Callable[[], RecordId]:
    """Return a source of ids that counts: id1, id2, ..."""
    numbers = itertools.count(1)
    return lambda: RecordId(f"{prefix}{next(numbers)}")


def fixed_clock() -> datetime:
    """Return the one moment of tests, noon of 22 November 2026 in UTC."""
    return NOON


def step(action: str = "create", **details: str) -> Step:
    """Return a step of that moment."""
    return Step(action, AUTHOR, NOON, NOON.date(), details)


def basics() -> list[Record]:
    """Return the records every register has."""
    return [
        Register(id=RecordId("register"), language="nb", review_months=12),
        Organisation(id=RecordId("organisation"), name="Prøveverket AS", country="NO"),
        Statement(id=RecordId("statement")),
    ]


def make(path: Path, *records: Record) -> OpenRegister:
    """Make a register file of the basics and more records, and open it."""
    RegisterFile.create(path, step("new", name="Prøveverket AS"), [created(r) for r in (*basics(), *records)])
    return reopen(path)


def reopen(path: Path) -> OpenRegister:
    """Open a register file with the fixed clock and counting ids."""
    return OpenRegister(RegisterFile.open(path), AUTHOR, clock=fixed_clock, new_id=numbered_ids())
