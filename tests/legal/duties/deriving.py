"""Small registers for the tests of duties, and what is derived from them."""

from __future__ import annotations

from datetime import date
from typing import Final

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.duties import Duty, State, What, duties_of
from tests.reports import scenes

DAY: Final = scenes.DAY


def derived(
    *records: Record, day: date = DAY, accepted: dict[tuple[str, RecordId], Acceptance] | None = None
) -> tuple[Duty, ...]:
    """Return the duties of a register; organisation and settings are added."""
    held = RecordsInMemory([scenes.register(), scenes.organisation(), *records])
    return duties_of(held, shipped(), day, accepted=accepted)


def of(
    what: What,
    *records: Record,
    day: date = DAY,
    accepted: dict[tuple[str, RecordId], Acceptance] | None = None,
) -> list[Duty]:
    """Return the duties of one kind."""
    return [one for one in derived(*records, day=day, accepted=accepted) if one.what is what]


def only(what: What, *records: Record, day: date = DAY) -> Duty:
    """Return the one duty of a kind."""
    (one,) = of(what, *records, day=day)
    return one


def standing(what: What, *records: Record, day: date = DAY) -> list[tuple[State, str]]:
    """Return where the duties of a kind stand, and why where a reason is known."""
    found = of(what, *records, day=day)
    return [(one.state, one.reason.value if one.reason else "") for one in found]
