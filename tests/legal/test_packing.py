"""A pack is a zip of exactly the files of the law data; whatever else somebody sends is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from ropa_app.legal import LawDataError, law_from, shipped
from ropa_app.legal.packing import MOST_BYTES, packed, unpacked
from ropa_app.legal.reading import FILES, LATER_FILES

MEMBERS = dict(shipped().files)


def zipped(members, method=zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def test_a_pack_holds_the_law_data_and_is_always_the_same():
    pack = packed(MEMBERS)
    assert pack == packed(dict(reversed(MEMBERS.items())))
    assert unpacked(pack) == MEMBERS
    assert law_from(unpacked(pack)).mark == shipped().mark


def test_a_pack_from_before_a_later_table_is_as_good():
    files = {name: content for name, content in MEMBERS.items() if name not in LATER_FILES}

    assert unpacked(packed(files)) == files
    assert law_from(unpacked(zipped(files.items()))).claims == shipped().claims


def test_any_zip_program_can_make_one():
    assert unpacked(zipped(MEMBERS.items(), zipfile.ZIP_STORED)) == MEMBERS


@pytest.mark.parametrize(
    "name",
    [
        "../eea.csv",
        "/eea.csv",
        "legal/",
        "legal/eea.csv",
        "eea.csv/",
        "EEA.csv",
        "..\\eea.csv",
        "a\nb",
        "rules.csv",
    ],
)
def test_no_other_name_comes_in(name):
    with pytest.raises(LawDataError, match="does not belong into a pack"):
        unpacked(zipped([*MEMBERS.items(), (name, b"")]))


def test_each_file_is_there_once():
    without = [one for one in MEMBERS.items() if one[0] != "eea.csv"]
    with pytest.raises(LawDataError, match=r"eea\.csv is missing"):
        unpacked(zipped(without))
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped([*MEMBERS.items(), ("eea.csv", b"")])
    with pytest.raises(LawDataError, match="a file is there twice"):
        unpacked(twice)


def test_a_zip_that_swells_is_not_unpacked():
    members = MEMBERS | {"eea.csv": b"\0" * (64 << 20)}
    bomb = zipped(members.items())
    assert len(bomb) < MOST_BYTES
    with pytest.raises(LawDataError, match=r"eea\.csv is larger than"):
        unpacked(bomb)
    with pytest.raises(LawDataError, match="zip: larger than"):
        unpacked(bytes(MOST_BYTES + 1))


def test_a_lie_about_the_size_does_not_help():
    bomb = bytearray(zipped((MEMBERS | {"eea.csv": b"\0" * (2 << 20)}).items()))
    lied = bytes(bomb).replace((2 << 20).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert lied != bytes(bomb)
    with pytest.raises(LawDataError):
        unpacked(lied)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_ways_of_packing_are_refused(method):
    with pytest.raises(LawDataError, match="packed in an unknown way"):
        unpacked(zipped(MEMBERS.items(), method))


def test_an_encrypted_pack_is_refused():
    pack = bytearray(packed(MEMBERS))
    central = pack.index(b"PK\x01\x02")
    pack[central + 8] |= 1
    with pytest.raises(LawDataError, match="encrypted"):
        unpacked(bytes(pack))


def test_bytes_that_are_no_zip_are_refused():
    pack = packed(MEMBERS)
    for content in (b"", b"PK\x05\x06", b"no zip", pack[: len(pack) // 2], b"\0" * 1000):
        with pytest.raises(LawDataError, match="zip: cannot be read"):
            unpacked(content)


def test_damage_anywhere_is_a_refusal_or_leaves_the_files_whole():
    pack = packed(MEMBERS)
    for place in range(0, len(pack), max(1, len(pack) // 300)):
        damaged = bytearray(pack)
        damaged[place] ^= 0xFF
        try:
            assert unpacked(bytes(damaged)) == MEMBERS
        except LawDataError:
            continue
    assert set(MEMBERS) == set(FILES)
