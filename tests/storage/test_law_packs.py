"""Law data in the file: one pack, covered by the digest of the state, and no danger to whoever opens it."""

from __future__ import annotations

import zlib

import pytest

from ropa_app.domain.edits import created
from ropa_app.storage import law_packs
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.register_file import RegisterFile
from tests.registers import basics, step

FIRST = law_packs.pack("1" * 64, {"eea.csv": "iso2|nb\nNO|Noreg\n"})
SECOND = law_packs.pack("2" * 64, {"eea.csv": "iso2|nb\nNO|Norge\n"})


@pytest.fixture
def path(tmp_path):
    return RegisterFile.create(tmp_path / "a.ropa", step("new"), list(map(created, basics())))


@pytest.fixture
def file(path):
    opened = RegisterFile.open(path)
    yield opened
    opened.close()


def test_texts_come_back() -> None:
    assert law_packs.unpack(FIRST) == {"eea.csv": "iso2|nb\nNO|Noreg\n"}


def test_one_pack_is_kept_in_place_of_the_one_before(file) -> None:
    empty = file.digests()
    assert file.law_pack() is None
    file.apply(step("law_data"), [], law=FIRST)
    first = file.digests()
    assert file.law_pack() == FIRST
    file.apply(step("law_data"), [], law=SECOND)
    assert file.law_pack() == SECOND
    assert file.verify().in_order
    assert len({empty.state, first.state, file.digests().state}) == 3
    assert empty.content == first.content == file.digests().content
    file.apply(step("law_data"), [], law=FIRST)
    assert file.digests() == first
    with file.snapshot() as snapshot:
        assert snapshot.law_pack() == FIRST
        assert snapshot.verify().in_order


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE law_pack SET body=x'00'",
        "UPDATE law_pack SET digest='3'",
        "DELETE FROM law_pack",
        "INSERT INTO law_pack VALUES ('4', x'00')",
    ],
)
def test_the_digest_covers_it(file, tampering) -> None:
    file.apply(step("law_data"), [], law=FIRST)
    file._connection.exec_driver_sql(tampering)
    assert not file.verify().state_as_recorded


def test_what_a_stranger_put_beside_it_goes_with_it(file) -> None:
    file.apply(step("law_data"), [], law=FIRST)
    file._connection.exec_driver_sql("INSERT INTO law_pack VALUES ('4', x'00')")
    both = file.digests().with_law(LawPack("4", b"\0"))
    file._connection.exec_driver_sql(f"UPDATE digest SET value='{both.state:064x}' WHERE name='state'")
    file.apply(step("law_data"), [], law=SECOND)
    assert file.law_pack() == SECOND
    assert file.verify().in_order


def test_a_new_file_may_have_one(tmp_path) -> None:
    made = RegisterFile.create(tmp_path / "b.ropa", step("import"), list(map(created, basics())), law=FIRST)
    opened = RegisterFile.open(made)
    assert opened.law_pack() == FIRST
    assert opened.verify().in_order
    opened.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no zlib",
        zlib.compress(b"[]"),
        zlib.compress(b'{"eea.csv": 1}'),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b'{"eea.csv": "' + b"0" * (9 << 20) + b'"}'),
    ],
)
def test_what_is_no_pack_is_refused(body) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - zlib's and json's words differ
        law_packs.unpack(LawPack("5" * 64, body))
