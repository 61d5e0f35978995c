"""Whatever is edited and undone: findings that follow each edit are those of a run over everything."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Tracker
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Agreement, Arrangement, Party, Place, TransferTool
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement, StatementText
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.legal import shipped
from ropa_app.legal.checks import check_register
from ropa_app.services import check_session, deleting, editing
from ropa_app.services.check_session import CheckSession, Need
from ropa_app.services.checking import history_facts
from ropa_app.services.deleting import Remedy
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from tests.examples_of_records import value
from tests.registers import make

_A, _B, _P, _Q = (RecordId(one) for one in ("a", "b", "p", "q"))
_G, _H, _S, _M, _C = (RecordId(one) for one in ("g", "h", "s", "m", "c"))
# What own paragraphs may deny and rules compare with what activities do.
_DENIED = "Vi deler ikke opplysninger med andre. Vi bruker ingen informasjonskapsler. Vi bruker Google."
# Every way in which one record decides what is found of another, once.
FAMILY = (
    Activity(id=_A, reference="1", title=Text(nb="Salg"), status="active", public=Answer.YES, systems=(_S,)),
    Activity(id=_B, reference="2", title=Text(nb="Drift"), status="draft"),
    Purpose(id=_P, position=1, activity=_A, text=Text(nb="Finne kunder"), art6=("6-1-f",)),
    Purpose(id=_Q, position=1, activity=_B, text=Text(nb="Sende brev"), art6=("6-1-a",), consent=_C),
    DataLine(id=RecordId("d"), position=1, activity=_A, subjects=("staff",), categories=("health",)),
    Recipient(id=RecordId("r"), position=1, activity=_A, party=_G, role="joint"),
    Recipient(id=RecordId("t"), position=1, activity=_B, party=_H, role="processor"),
    MeasureUse(id=RecordId("u"), position=1, activity=_A, measure=_M),
    Party(id=_G, name="Google"),
    Party(id=_H, name="Hydro"),
    Contact(id=RecordId("k"), party=_G, role="dpo", email="a@b.no"),
    Place(id=RecordId("l"), position=1, party=_H, country="US"),
    TransferTool(id=RecordId("v"), position=1, place=RecordId("l"), tool="privacy-shield"),
    Agreement(id=RecordId("e"), position=1, party=_H, status="signed"),
    Arrangement(id=RecordId("j"), position=1, parties=(_G,)),
    System(id=_S, name="CRM", provider=_H),
    Measure(id=_M, position=1, name=Text(nb="Kryptering"), status="in_place"),
    Consent(id=_C, name="Nyhetsbrev"),
    Assessment(id=RecordId("i"), position=1, method="lia", purposes=(_P,), outcome="ok"),
    PublishedStatement(id=RecordId("f"), published=date(2018, 5, 22)),
    PublishedItem(id=RecordId("o"), position=1, statement=RecordId("f"), item="storage", said="missing"),
    Tracker(id=RecordId("w"), position=1, activity=_A, name="_ga"),
    StatementText(id=RecordId("n"), section="02-processing", text=Text(nb=_DENIED)),
)
# A failing run names its steps; making it shorter would take minutes.
_PHASES = tuple(phase for phase in Phase if phase is not Phase.shrink)
_KINDS = sorted(kind for kind, known in KINDS.items() if known.many and kind != "version")
_TEXTS = [Text(), Text(nb="for å ivareta interesser"), Text(en="Sell"), Text(nb=_DENIED)]


def _values(spec: Spec, targets: list[RecordId]) -> st.SearchStrategy[Any]:
    """Return values of a field, codes from its list: what the rules know is drawn often."""
    codes = [one.code for one in shipped().choices(spec.of)] if spec.of and not spec.is_link else []
    if spec.type is FieldType.CODE and codes:
        return st.sampled_from(["", *codes])
    if spec.type is FieldType.CODES and codes:
        return st.lists(st.sampled_from(codes), max_size=3, unique=True).map(tuple)
    return st.sampled_from(_TEXTS) if spec.is_localised else value(spec, targets)


class CheckMachine(RuleBasedStateMachine):
    """An open register, and a session that is told of each edit, sometimes while a full run is under way."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.register: OpenRegister
        self.session: CheckSession
        self.under_way: check_session.FullRun | None = None

    @initialize()
    def open_register(self) -> None:
        self.register = make(Path(self.folder.name) / "a.ropa", *FAMILY)
        self.session = CheckSession(self.register.file, shipped(), self.register.today())
        self.session.begin()
        assert self.session.take(self.run()) is Need.NOTHING

    def run(self) -> check_session.FullRun:
        with self.register.file.snapshot() as copy:
            return check_session.run(copy, shipped(), self.register.today())

    def follow(self, changes: Changes) -> None:
        if changes:
            self.settle(self.session.follow(changes))

    def settle(self, need: Need) -> None:
        if need is Need.ALL and self.under_way is None:
            self.session.begin()
            assert self.session.take(self.run()) is Need.NOTHING
        elif need is Need.REST:
            with self.register.file.snapshot() as copy:
                order = self.session.rest_order()
                assert self.session.take_rest(check_session.run_rest(copy, shipped(), order))

    def ids(self, kind: str) -> list[RecordId]:
        return sorted(one.id for one in self.register.records.all() if kind in ("*", one.KIND))

    @rule(data=st.data())
    def create(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(_KINDS))
        owners = self.ids(KINDS[kind].parent) if KINDS[kind].parent else []
        if not KINDS[kind].parent or owners:
            owner = data.draw(st.sampled_from(owners)) if owners else None
            self.follow(editing.add(self.register, kind, owner).changes)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.ids("*")))
        found = self.register.records.get(one)
        assert found is not None
        names = [name for name, spec in SPECS[found.KIND].items() if spec.type is not FieldType.PARENT]
        name = data.draw(st.sampled_from(names))
        spec = SPECS[found.KIND][name]
        drawn = _values(spec, self.ids(spec.of) if spec.is_link else [])
        with contextlib.suppress(Refused):
            self.follow(editing.set_value(self.register, one, name, data.draw(drawn)))

    @rule(data=st.data(), remedy=st.sampled_from(Remedy))
    def delete(self, data: st.DataObject, remedy: Remedy) -> None:
        one = data.draw(st.sampled_from(self.ids("*")))
        found = self.register.records.get(one)
        others = [RecordId("none"), *self.ids(found.KIND if found else "")]
        with contextlib.suppress(Refused):
            self.follow(deleting.delete(self.register, one, remedy, data.draw(st.sampled_from(others))))

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        with contextlib.suppress(Refused):
            self.follow(editing.duplicate(self.register, data.draw(st.sampled_from(self.ids("*")))).changes)

    @rule()
    def undo(self) -> None:
        self.follow(self.register.undo())

    @rule()
    def redo(self) -> None:
        self.follow(self.register.redo())

    @rule()
    def begin_a_run(self) -> None:
        if self.under_way is None:
            self.session.begin()
            self.under_way = self.run()

    @rule()
    def end_a_run(self) -> None:
        if self.under_way is not None:
            found, self.under_way = self.under_way, None
            self.settle(self.session.take(found))

    @invariant()
    def it_is_as_a_whole_run_says(self) -> None:
        if self.under_way is not None:
            return
        day = self.register.today()
        history = history_facts(self.register.file.touches(), day)
        whole = check_register(self.register.records, shipped(), day, history)
        assert self.session.facts == whole.facts
        assert self.session.by_activity == whole.by_activity
        assert self.session.rest == whole.rest

    def teardown(self) -> None:
        self.register.close()
        self.folder.cleanup()


TestCheckSession = CheckMachine.TestCase
TestCheckSession.settings = settings(deadline=None, max_examples=20, stateful_step_count=25, phases=_PHASES)
