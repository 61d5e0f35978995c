"""Create, edit, link, delete, undo, redo, reopen: the file equals what is expected, chain and digest hold."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ropa_app.domain.declare import FieldType
from ropa_app.domain.edits import Edit
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Arrangement, Party, Place
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.services import deleting, editing
from ropa_app.services.deleting import Remedy
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from tests.examples_of_records import value
from tests.registers import make, reopen

_KINDS = sorted(kind for kind, known in KINDS.items() if known.many and kind != "version")

# Enough of a family that most steps touch several records: siblings, owned records, links among them.
_A, _G, _H = RecordId("a"), RecordId("g"), RecordId("h")
FAMILY = (
    Activity(id=_A, reference="1.1"),
    Purpose(id=RecordId("p1"), position=1, activity=_A),
    Purpose(id=RecordId("p2"), position=2, activity=_A),
    DataLine(id=RecordId("d"), position=1, activity=_A, purposes=(RecordId("p1"), RecordId("p2"))),
    Party(id=_G, name="Google"),
    Party(id=_H, name="Hydro"),
    Place(id=RecordId("s"), position=1, party=_G),
    Recipient(id=RecordId("m1"), position=1, activity=_A, party=_G),
    Recipient(id=RecordId("m2"), position=2, activity=_A, party=_H),
    Arrangement(id=RecordId("j"), position=1, parties=(_G, _H)),
)


class HistoryMachine(RuleBasedStateMachine):
    """A model of the register beside the file: a stack of states, as an undo list means them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.register: OpenRegister
        self.done: list[dict[RecordId, Record]] = []
        self.undone: list[dict[RecordId, Record]] = []
        self.steps = 1

    @initialize()
    def make_register(self) -> None:
        self.register = make(Path(self.folder.name) / "a.ropa", *FAMILY)
        self.done = [self.found()]

    def found(self) -> dict[RecordId, Record]:
        return {record.id: record for record in self.register.records.all()}

    def ids(self, kind: str) -> list[RecordId]:
        return sorted(one for one, record in self.done[-1].items() if kind in ("*", record.KIND))

    def written(self, edits: Iterable[Edit], steps: int) -> None:
        """Note what a step must have left behind."""
        if steps:
            expected = dict(self.done[-1])
            for edit in edits:
                expected.pop(edit.record.id, None)
                if edit.after is not None:
                    expected[edit.after.id] = edit.after
            self.done.append(expected)
            self.undone.clear()
            self.steps += steps

    def after(self, count: int) -> None:
        undoable = self.register.undoable
        new = len(self.register.file.steps()) - self.steps
        assert new in (0, count)
        self.written(undoable.edits if undoable and new else (), new)

    @rule(data=st.data())
    def create(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(_KINDS))
        owners = self.ids(KINDS[kind].parent) if KINDS[kind].parent else []
        if KINDS[kind].parent and not owners:
            return
        owner = data.draw(st.sampled_from(owners)) if owners else None
        editing.add(self.register, kind, owner)
        self.after(1)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted(self.done[-1])))
        kind = self.done[-1][one].KIND
        names = [name for name, spec in SPECS[kind].items() if spec.type is not FieldType.PARENT]
        name = data.draw(st.sampled_from(names))
        spec = SPECS[kind][name]
        new: Any = data.draw(value(spec, self.ids(spec.of) if spec.is_link else []))
        try:
            editing.set_value(self.register, one, name, new)
        except Refused:
            assert (kind, name) == ("activity", "reference")
        self.after(1)

    @rule(data=st.data(), remedy=st.sampled_from(Remedy))
    def delete(self, data: st.DataObject, remedy: Remedy) -> None:
        one = data.draw(st.sampled_from(sorted(self.done[-1])))
        others = [RecordId("none"), *self.ids(self.done[-1][one].KIND)]
        with contextlib.suppress(Refused):
            deleting.delete(self.register, one, remedy, data.draw(st.sampled_from(others)))
        self.after(1)

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(sorted(self.done[-1])))
        try:
            editing.duplicate(self.register, one)
        except Refused:
            assert not KINDS[self.done[-1][one].KIND].many
        self.after(1)

    @rule(data=st.data(), place=st.integers(-1, 5))
    def move(self, data: st.DataObject, place: int) -> None:
        one = data.draw(st.sampled_from(sorted(self.done[-1])))
        try:
            editing.move(self.register, one, place)
        except Refused:
            assert not KINDS[self.done[-1][one].KIND].is_positioned
        self.after(1)

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self) -> None:
        assert self.register.undo()
        self.undone.append(self.done.pop())
        self.steps += 1

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        assert self.register.redo()
        self.done.append(self.undone.pop())
        self.steps += 1

    @rule()
    def reopen(self) -> None:
        path, ids = self.register.file.path, self.register.new_id
        self.register.close()
        fresh = reopen(path)
        self.register = OpenRegister(fresh.file, fresh.author, clock=fresh._clock, new_id=ids)
        self.done, self.undone = self.done[-1:], []

    @invariant()
    def file_is_as_expected(self) -> None:
        assert self.found() == self.done[-1]
        assert self.register.file.verify().in_order
        assert len(self.register.file.steps()) == self.steps

    @invariant()
    def siblings_are_numbered_from_one(self) -> None:
        families: dict[tuple[str, RecordId | None], list[int]] = {}
        for record in self.done[-1].values():
            if KINDS[record.KIND].is_positioned:
                families.setdefault((record.KIND, owner_of(record)), []).append(record.position)
        assert all(sorted(found) == list(range(1, len(found) + 1)) for found in families.values())

    def teardown(self) -> None:
        self.register.close()
        self.folder.cleanup()


TestHistoryMachine = HistoryMachine.TestCase
TestHistoryMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
