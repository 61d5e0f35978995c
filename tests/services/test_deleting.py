from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.parties import Agreement, Arrangement, Party, Place, TransferTool
from ropa_app.domain.values import RecordId
from ropa_app.services import deleting
from ropa_app.services.deleting import Remedy
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from tests.registers import make

A = Activity(id=RecordId("a"), reference="1")
P1 = Purpose(id=RecordId("p1"), position=1, activity=A.id)
P2 = Purpose(id=RecordId("p2"), position=2, activity=A.id)
D = DataLine(id=RecordId("d"), position=1, activity=A.id, purposes=(P1.id, P2.id))
G = Party(id=RecordId("g"), name="Google")
H = Party(id=RecordId("h"), name="Hydro")
S = Place(id=RecordId("s"), position=1, party=G.id)
T = TransferTool(id=RecordId("t"), position=1, place=S.id, activities=(A.id,))
M1 = Recipient(id=RecordId("m1"), position=1, activity=A.id, party=G.id)
M2 = Recipient(id=RecordId("m2"), position=2, activity=A.id, party=H.id)
J = Arrangement(id=RecordId("j"), position=1, parties=(G.id, H.id))
V1 = Agreement(id=RecordId("v1"), position=1, party=G.id)
V2 = Agreement(id=RecordId("v2"), position=2, party=H.id)


@pytest.fixture
def register(tmp_path: Path):
    opened = make(tmp_path / "a.ropa", A, P1, P2, D, G, H, S, T, M1, M2, J, V1, V2)
    yield opened
    opened.close()


def test_the_plan_names_what_goes_and_who_names_it(register: OpenRegister) -> None:
    plan = deleting.planned(register, G.id)
    assert [r.id for r in plan.going] == [G.id, S.id, T.id]
    assert {(u.source, u.field) for u in plan.uses} == {("m1", "party"), ("j", "parties"), ("v1", "party")}


def test_clearing_leaves_the_users_without_it(register: OpenRegister) -> None:
    before = list(register.records.all())
    deleting.delete(register, G.id)
    assert register.records.get(G.id) is None
    assert register.records.get(S.id) is None
    assert getattr(register.records.get(M1.id), "party", "") is None
    assert getattr(register.records.get(J.id), "parties", None) == (H.id,)
    assert register.file.verify().in_order
    register.undo()
    assert list(register.records.all()) == before


def test_replacing_puts_the_other_in_its_place_once(register: OpenRegister) -> None:
    deleting.delete(register, G.id, Remedy.REPLACE, H.id)
    assert getattr(register.records.get(M1.id), "party", None) == H.id
    assert getattr(register.records.get(J.id), "parties", None) == (H.id,)


@pytest.mark.parametrize("other", [None, "g", "gone", "a"])
def test_a_replacement_is_another_of_the_kind(register: OpenRegister, other: str | None) -> None:
    with pytest.raises(Refused):
        deleting.delete(register, G.id, Remedy.REPLACE, RecordId(other) if other else None)
    assert register.records.get(G.id) == G


def test_deleting_the_users_removes_parts_and_closes_up(register: OpenRegister) -> None:
    before = list(register.records.all())
    deleting.delete(register, G.id, Remedy.DELETE)
    assert register.records.get(M1.id) is None
    assert getattr(register.records.get(M2.id), "position", 0) == 1
    assert getattr(register.records.get(V1.id), "party", "") is None
    register.undo()
    assert list(register.records.all()) == before


def test_siblings_close_up(register: OpenRegister) -> None:
    deleting.delete(register, P1.id)
    assert getattr(register.records.get(P2.id), "position", 0) == 1
    assert getattr(register.records.get(D.id), "purposes", ()) == (P2.id,)
    deleting.delete(register, V1.id)
    assert getattr(register.records.get(V2.id), "position", 0) == 1


def test_an_activity_goes_with_all_it_owns(register: OpenRegister) -> None:
    deleting.delete(register, A.id)
    counts = register.records.counts()
    assert (counts["purpose"], counts["data_line"], counts["recipient"]) == (0, 0, 0)
    assert getattr(register.records.get(T.id), "activities", None) == ()


def test_what_occurs_once_stays(register: OpenRegister) -> None:
    for record in (RecordId("organisation"), RecordId("register"), RecordId("gone")):
        with pytest.raises(Refused):
            deleting.delete(register, record)
    assert isinstance(register.records.get(RecordId("organisation")), Organisation)
