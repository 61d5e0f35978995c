"""Duties as the window shows them: derived by the worker on a copy, answered and waived in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ropa_app.domain.edits import Changes
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.tasks import Progress
from ropa_app.legal.duties import Duty
from ropa_app.services import duties as deriving
from ropa_app.services import duty_steps
from ropa_app.services.duties import DutyCounts, DutyRow
from ropa_app.services.duty_steps import can_create, can_waive, takes_not_required
from ropa_app.services.duty_texts import DutyTexts, alike, is_derived
from ropa_app.services.naming import Naming
from ropa_app.services.session import OpenRegister

__all__ = [
    "Derived", "DutyCounts", "DutyRow", "DutyTexts", "alike", "answer", "can_create", "can_waive",
    "derive_job", "is_derived", "take_back", "takes_not_required", "texts_of", "waive",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derived:
    """The duties of the register on a day, in their order, and how many there are."""

    day: date
    rows: Sequence[DutyRow]
    counts: DutyCounts


def derive_job(document: RegisterDocument, day: date) -> Callable[[Progress], Derived]:
    """Return the job that derives what must be documented as of a day, from a copy made now."""
    snapshot, law, t = document.snapshot(), document.law, document.t
    language, main = document.language, document.main_language

    def work(progress: Progress) -> Derived:
        with snapshot:
            found = deriving.derive(snapshot, law, day, progress.report)
            naming = Naming(snapshot.reader, law, t, language, main)
            rows = deriving.rows(found, naming, progress.report)
            return Derived(day, rows, deriving.counted(found))

    return work


def texts_of(document: RegisterDocument) -> DutyTexts:
    """Return what says duties in the languages in force."""
    return DutyTexts(document.naming)


def answer(document: RegisterDocument, duty: Duty) -> RecordId | None:
    """Make the record that answers a duty and return its id; tell why where that is refused."""
    made: list[RecordId] = []

    def write(register: OpenRegister) -> Changes:
        added = duty_steps.answer(register, duty)
        made.append(added.record)
        return added.changes

    return made[0] if document.perform(write) and made else None


def waive(
    document: RegisterDocument, duty: Duty, reason: str, by: str, until: date | None, declared: Answer
) -> bool:
    """Say that something is not needed; tell why where that is refused."""
    return document.perform(lambda register: duty_steps.waive(register, duty, reason, by, until, declared))


def take_back(document: RegisterDocument, duty: Duty) -> bool:
    """Let what was accepted of a duty show again; tell why where that is refused."""
    return document.perform(lambda register: duty_steps.take_back(register, duty))
