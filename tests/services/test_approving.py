from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.domain.edits import created
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.reviews import Remark
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.services import editing
from ropa_app.services.approving import approve, approve_prepared, approved, prepare, standing
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest, versions
from tests.registers import make

PARTY = Party(id=RecordId("g"), name="Google Inc.")


@pytest.fixture
def register(tmp_path: Path):
    opened = make(tmp_path / "a.ropa", PARTY)
    yield opened
    opened.close()


def test_a_version_is_a_mark_and_a_copy(register: OpenRegister) -> None:
    content_before = digest.as_hex(register.file.digests().content)
    approve(register, " Kari, daglig leder ", "Første versjon", shipped())
    version = approved(register.records)[0]
    assert (version.number, version.approver, version.note) == (1, "Kari, daglig leder", "Første versjon")
    assert (version.day, version.digest) == (register.today(), content_before)
    head = register.file.head()
    assert head is not None
    assert (head.sequence, head.step.action) == (version.history_sequence, "approve")
    body = register.file.version_body(version.id)
    assert body is not None
    content = versions.unpack(body)
    assert set(versions.records(content)) == set(register.records.all())
    assert content["law"]["digest"] == shipped().digest
    assert register.file.verify().in_order


def test_numbers_count_up_and_only_changes_are_approved(register: OpenRegister) -> None:
    approve(register, "Kari", "", shipped())
    assert standing(register.file).is_newest
    with pytest.raises(Refused):
        approve(register, "Kari", "", shipped())
    editing.set_value(register, PARTY.id, "name", "Google LLC")
    assert not standing(register.file).is_newest
    approve(register, "Kari", "", shipped())
    assert [version.number for version in approved(register.records)] == [2, 1]


def test_undoing_the_change_makes_the_version_current_again(register: OpenRegister) -> None:
    approve(register, "Kari", "", shipped())
    editing.set_value(register, PARTY.id, "name", "Google LLC")
    register.undo()
    assert standing(register.file).is_newest


def test_a_remark_does_not_make_a_version_outdated(register: OpenRegister) -> None:
    approve(register, "Kari", "", shipped())
    register.apply("create", created(Remark(id=RecordId("n"), position=1, text="Se her")))
    assert standing(register.file).is_newest


def test_approval_is_not_undone(register: OpenRegister) -> None:
    editing.set_value(register, PARTY.id, "name", "Google LLC")
    approve(register, "Kari", "", shipped())
    assert not register.undo()
    assert approved(register.records)


def test_somebody_approves(register: OpenRegister) -> None:
    with pytest.raises(Refused):
        approve(register, "  ", "", shipped())
    assert approved(register.records) == []


def test_a_version_of_a_state_that_has_moved_on_is_refused(register: OpenRegister) -> None:
    with register.file.snapshot() as snapshot:
        prepared = prepare(snapshot, "Kari", "", shipped(), RecordId("v"), register.today())
    editing.set_value(register, PARTY.id, "name", "Google LLC")
    with pytest.raises(Refused):
        approve_prepared(register, prepared)
    register.undo()
    with pytest.raises(Refused):
        approve_prepared(register, prepared)
    assert approved(register.records) == []
