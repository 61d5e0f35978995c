"""Files of every old format, kept with content and never regenerated: they open, and nothing is lost."""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from pathlib import Path

import pytest

from ropa_app.domain.plain import to_plain
from ropa_app.services.approving import standing
from ropa_app.storage import digest, migrations, versions
from ropa_app.storage.header import read_header
from ropa_app.storage.register_file import RegisterFile
from ropa_app.storage.schema import SCHEMA_VERSION
from ropa_app.storage.schema_check import read_schema
from tests.registers import AUTHOR, step
from tests.storage.small import written_by_hand

DATA = Path(__file__).parents[2] / "data"
OLD = sorted(range(1, SCHEMA_VERSION))
# What the file of format 1 was when it was put away.
FIRST_SHA256 = "5ce8be88744af5fd5b1c11d67f0ffdd525b5240c55340a77eeb60845481f42e5"
FIRST_STATE = 51681016918480414493194172163895064730817314605497901611678308875625753451745
FIRST_CONTENT = 7060680335591639416079120418893005157044392443481480628909436317695490204354


@pytest.fixture(params=OLD)
def old(request, tmp_path: Path) -> Path:
    return Path(shutil.copy(DATA / f"format_{request.param}.ropa", tmp_path / "velux.ropa"))


def test_the_kept_file_is_the_one_that_was_put_away() -> None:
    content = (DATA / "format_1.ropa").read_bytes()
    assert hashlib.sha256(content).hexdigest() == FIRST_SHA256
    assert read_header(DATA / "format_1.ropa").user_version == 1


def test_a_migrated_schema_is_the_new_one(old: Path) -> None:
    RegisterFile.open(old).close()
    assert read_header(old).user_version == SCHEMA_VERSION
    with written_by_hand(old) as raw:
        assert read_schema(raw) == migrations.frozen(SCHEMA_VERSION)


def test_nothing_is_lost_and_the_old_file_stays_beside_it(old: Path) -> None:
    before = old.read_bytes()
    version = read_header(old).user_version
    file = RegisterFile.open(old)
    assert file.verify().in_order
    assert file.digests() == digest.Digests(FIRST_STATE, FIRST_CONTENT)
    assert len(file.steps()) == 5
    assert [one.schema for one in file.steps()] == [1] * 5
    assert file.law_pack() is None
    newest = standing(file).newest
    assert newest is not None
    assert newest.approver == "Kari Nordmann, daglig leder"
    assert len(versions.records(versions.unpack(file.version_body(newest.id) or b""))) > 160
    file.close()
    backup = old.with_name(f"velux.v{version}-backup.ropa")
    with written_by_hand(backup) as raw, written_by_hand(DATA / f"format_{version}.ropa") as kept:
        assert list(raw.iterdump()) == list(kept.iterdump())
    assert old.read_bytes() != before


def test_it_can_be_written_on(old: Path) -> None:
    file = RegisterFile.open(old)
    party = next(one for one in file.reader.of_kind("party"))
    file.apply(step("change"), [])
    assert file.verify().in_order
    head = file.head()
    assert head is not None
    assert (head.schema, head.step.who) == (SCHEMA_VERSION, AUTHOR)
    assert to_plain(party)["kind"] == "party"
    file.close()


def test_reading_only_changes_no_byte(old: Path) -> None:
    before = old.read_bytes()
    file = RegisterFile.open(old, read_only=True)
    assert file.verify().in_order
    assert file.law_pack() is None
    file.close()
    assert old.read_bytes() == before
    assert [one.name for one in old.parent.iterdir()] == [old.name]


def test_the_content_of_a_version_is_read_without_the_program(old: Path) -> None:
    with written_by_hand(old) as raw:
        body = raw.execute("SELECT body FROM version_content").fetchone()[0]
    content = json.loads(zlib.decompress(body))
    assert content["law"]["mark"].startswith("2026-11-22 ")
