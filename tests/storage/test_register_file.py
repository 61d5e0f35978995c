from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ropa_app.domain.edits import Changes, changed, created, deleted
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.reading import RecordsInMemory, Use
from ropa_app.domain.values import RecordId, Text
from ropa_app.storage import digest
from ropa_app.storage.errors import AlreadyExists, Damaged, ReadOnlyFile
from ropa_app.storage.refusals import Dangling, Stale
from ropa_app.storage.register_file import RegisterFile
from tests.registers import basics, step

ACTIVITY = Activity(id=RecordId("a"), reference="1.1", title=Text(nb="Kunder"))
PURPOSE = Purpose(id=RecordId("p"), position=1, activity=ACTIVITY.id, text=Text(nb="Levere"))
LINE = DataLine(id=RecordId("d"), position=1, activity=ACTIVITY.id, purposes=(PURPOSE.id,))
PARTY = Party(id=RecordId("g"), name="Google Inc.")
PLACE = Place(id=RecordId("s"), position=1, party=PARTY.id, country="US")
RECORDS = [*basics(), LINE, PURPOSE, ACTIVITY, PLACE, PARTY]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return RegisterFile.create(tmp_path / "a.ropa", step("new"), list(map(created, RECORDS)))


@pytest.fixture
def file(path: Path):
    opened = RegisterFile.open(path)
    yield opened
    opened.close()


def test_what_was_written_is_read(file: RegisterFile) -> None:
    memory = RecordsInMemory(RECORDS)
    assert list(file.reader.all()) == list(memory.all())
    assert file.reader.counts() == memory.counts()
    for record in RECORDS:
        assert file.reader.get(record.id) == record
        assert file.reader.owned(record.id) == memory.owned(record.id)
        assert file.reader.uses(record.id) == memory.uses(record.id)
    assert file.reader.uses(PURPOSE.id) == [Use(LINE.id, "data_line", "purposes")]
    assert file.reader.many([PARTY.id, RecordId("gone")]) == {PARTY.id: PARTY}
    assert file.reader.one("organisation") == RECORDS[1]


def test_lists_read_columns_only(file: RegisterFile) -> None:
    assert file.reader.values("place", "country") == [(PLACE.id, 1, PARTY.id, "US")]
    assert file.reader.links("data_line", "purposes") == [(LINE.id, PURPOSE.id)]


def test_an_edit_is_one_step_with_digest(file: RegisterFile) -> None:
    before = file.digests()
    sequence, touched = file.apply(step("change"), [changed(PURPOSE, text=Text(nb="Sende"))])
    assert sequence == 2
    assert touched == Changes(frozenset({PURPOSE.id}), frozenset({"purpose"}))
    assert file.digests() != before
    assert file.verify().in_order
    head = file.head()
    assert head is not None
    assert (head.sequence, head.step, head.state) == (2, step("change"), digest.as_hex(file.digests().state))


def test_a_stale_edit_changes_nothing(file: RegisterFile) -> None:
    file.apply(step("change"), [changed(PARTY, name="Google LLC")])
    with pytest.raises(Stale):
        file.apply(step("change"), [changed(PLACE, country="NO"), changed(PARTY, name="Alphabet")])
    assert file.reader.get(PLACE.id) == PLACE
    assert len(file.steps()) == 2


def test_nothing_dangles(file: RegisterFile) -> None:
    for edits in ([deleted(PURPOSE)], [deleted(PARTY)], [changed(LINE, purposes=(RecordId("gone"),))]):
        with pytest.raises(Dangling):
            file.apply(step("delete"), edits)
    assert file.verify().in_order
    assert len(file.steps()) == 1
    file.apply(step("delete"), [deleted(LINE), deleted(PURPOSE)])
    assert file.reader.counts()["purpose"] == 0


def test_a_record_is_edited_once_in_a_step(file: RegisterFile) -> None:
    with pytest.raises(ValueError, match="two edits"):
        file.apply(step("change"), [changed(PARTY, name="x"), changed(PARTY, name="y")])


def test_a_changed_row_shows(path: Path, file: RegisterFile) -> None:
    file._connection.exec_driver_sql("UPDATE kind_party SET name='Googel'")
    assert not file.verify().state_as_recorded
    assert file.verify().broken_steps == ()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE step SET who='somebody else' WHERE sequence=2",
        "UPDATE step SET at='2020-01-01T00:00:00+00:00' WHERE sequence=2",
        "UPDATE step SET details='{}' , action='delete' WHERE sequence=2",
        "UPDATE payload SET body=replace(body, 'Sende', 'Selge') WHERE sequence=2",
        "UPDATE payload SET salt='00' WHERE sequence=2",
        "UPDATE step SET day='not a day' WHERE sequence=2",
    ],
)
def test_a_changed_step_is_named(file: RegisterFile, tampering: str) -> None:
    file.apply(step("change"), [changed(PURPOSE, text=Text(nb="Sende"))])
    file.apply(step("change"), [changed(PARTY, name="Google LLC")])
    file._connection.exec_driver_sql(tampering)
    assert 2 in file.verify().broken_steps


def test_a_removed_step_is_noticed(file: RegisterFile) -> None:
    file.apply(step("change"), [changed(PURPOSE, text=Text(nb="Sende"))])
    file.apply(step("change"), [changed(PARTY, name="Google LLC")])
    file._connection.exec_driver_sql("DELETE FROM payload WHERE sequence=2")
    assert file.verify().broken_steps == (2,)


def test_a_payload_keeps_changed_fields_only(file: RegisterFile) -> None:
    file.apply(step("change"), [changed(PARTY, name="Google LLC")])
    body = file._connection.exec_driver_sql("SELECT body FROM payload WHERE sequence=2").scalar_one()
    assert body == (
        '[{"after":{"values":{"name":"Google LLC"}},"before":{"values":{"name":"Google Inc."}},'
        '"id":"g","kind":"party"}]'
    )


def test_a_snapshot_stays_what_it_was_and_can_be_read_elsewhere(file: RegisterFile) -> None:
    found = []
    with file.snapshot() as snapshot:
        file.apply(step("change"), [changed(PARTY, name="Google LLC")])
        worker = threading.Thread(target=lambda: found.append(snapshot.reader.get(PARTY.id)))
        worker.start()
        worker.join()
        assert snapshot.verify().in_order
        assert snapshot.path == file.path
    assert found == [PARTY]


def test_a_copy_is_a_register(file: RegisterFile, tmp_path: Path) -> None:
    copy = RegisterFile.open(file.copy_to(tmp_path / "copy.ropa"))
    assert list(copy.reader.all()) == list(file.reader.all())
    assert copy.head() == file.head()
    copy.close()
    with pytest.raises(AlreadyExists):
        file.copy_to(tmp_path / "copy.ropa")


def test_the_second_opener_reads(file: RegisterFile, path: Path) -> None:
    second = RegisterFile.open(path)
    assert second.read_only
    assert second.reader.get(PARTY.id) == PARTY
    with pytest.raises(ReadOnlyFile):
        second.apply(step("change"), [changed(PARTY, name="Google LLC")])
    second.close()


def test_create_leaves_nothing_behind_when_something_dangles(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        RegisterFile.create(tmp_path / "b.ropa", step("new"), [created(LINE)])
    assert list(tmp_path.iterdir()) == []
