"""An open register: reading it, and the one way to change it, with undo and redo for the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from typing import Final, cast

from ropa_app.domain.edits import Changes, Edit
from ropa_app.domain.entities.organisation import Register
from ropa_app.domain.reading import Records
from ropa_app.domain.references import reference
from ropa_app.domain.steps import ACTIONS, Step
from ropa_app.domain.values import RecordId
from ropa_app.i18n import DEFAULT, Language, as_language
from ropa_app.services.clock import Clock, NewId, random_id, system_clock
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.register_file import RegisterFile


@dataclass(frozen=True, slots=True)
class Undoable:
    """A step of this session that can be taken back: its place in the history, what it was, its edits."""

    sequence: int
    step: Step
    edits: tuple[Edit, ...]


class OpenRegister:
    """The register that is open.

    `author` is the name that stands in the history. Undo and redo are new steps that name the step they undo;
    they reach back to the moment the register was opened.
    """

    def __init__(
        self, file: RegisterFile, author: str, *, clock: Clock = system_clock, new_id: NewId = random_id
    ) -> None:
        self.file: Final = file
        self.author = author
        self.new_id: Final = new_id
        self._clock: Final = clock
        self._undo: Final[list[Undoable]] = []
        self._redo: Final[list[Undoable]] = []

    @property
    def records(self) -> Records:
        """Return the records as they are stored now."""
        return self.file.reader

    @property
    def settings(self) -> Register:
        """Return the settings of the register; raise LookupError in a file without them."""
        found = self.records.one("register")
        if found is None:
            raise LookupError("a register without its settings")
        return cast(Register, found)

    @property
    def main_language(self) -> Language:
        """Return the language whose texts stand in for missing ones."""
        return as_language(self.settings.language) or DEFAULT

    @property
    def undoable(self) -> Undoable | None:
        """Return the step that undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> Undoable | None:
        """Return the step that redo would do again."""
        return self._redo[-1] if self._redo else None

    def today(self) -> date:
        """Return the local calendar day."""
        return self._clock().date()

    def reference_of(self, record: RecordId) -> str:
        """Return how a record is called for people, an empty text if it is gone."""
        found = self.records.get(record)
        return "" if found is None else reference(found, self.records.get, self.main_language)

    def apply(self, action: str, *edits: Edit, **details: str) -> Changes:
        """Write edits as one step that can be undone; return what was touched.

        `action` is a code of `domain.steps.ACTIONS`; `details` fill its label. Edits that change nothing are
        dropped, and no step is written when none is left. Raises what `RegisterFile.apply` raises.
        """
        real = tuple(edit for edit in edits if edit.before != edit.after)
        if not real:
            return Changes()
        step = self.step(action, details)
        sequence, touched = self.file.apply(step, real)
        self._undo.append(Undoable(sequence, step, real))
        self._redo.clear()
        return touched

    def apply_for_good(
        self,
        action: str,
        *edits: Edit,
        contents: Mapping[RecordId, bytes] | None = None,
        law: LawPack | None = None,
        **details: str,
    ) -> Changes:
        """Write edits as a step that undo does not take back; what came before stays undoable no longer."""
        _, touched = self.file.apply(self.step(action, details), edits, contents, law)
        self._undo.clear()
        self._redo.clear()
        return touched

    def undo(self) -> Changes:
        """Take the last step of this session back as a new step; return what was touched."""
        return self._turn_back(self._undo, self._redo, "undo")

    def redo(self) -> Changes:
        """Do the step that was undone last again, as a new step; return what was touched."""
        return self._turn_back(self._redo, self._undo, "redo")

    def _turn_back(self, source: list[Undoable], target: list[Undoable], action: str) -> Changes:
        if not source:
            return Changes()
        done = source[-1]
        inverse = tuple(edit.inverse for edit in reversed(done.edits))
        step = self.step(action, {**done.step.details, "action": _plain_action(done.step)}, done.sequence)
        sequence, touched = self.file.apply(step, inverse)
        source.pop()
        target.append(Undoable(sequence, step, inverse))
        return touched

    def step(self, action: str, details: Mapping[str, str], undoes: int | None = None) -> Step:
        """Return a step of the present moment by this author; raise ValueError for an unknown action."""
        if action not in ACTIONS:
            raise ValueError(action)
        now = self._clock()
        return Step(action, self.author, now.astimezone(UTC), now.date(), dict(details), undoes)

    def close(self) -> None:
        """Close the file and release its lock."""
        self.file.close()


def _plain_action(step: Step) -> str:
    """Return what a step did in the end: undoing an undo is called after what was undone."""
    return step.details.get("action", step.action) if step.action in ("undo", "redo") else step.action
