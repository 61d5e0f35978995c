"""Which law data count, and that only newer and sound ones can be loaded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import law_from, shipped
from ropa_app.services import approving, creating, exporting, law_data
from ropa_app.services.editing import Refused
from ropa_app.services.law_data import choose, in_force, law_of, load_law, read_pack, write_pack
from ropa_app.storage import law_packs
from ropa_app.storage.law_packs import LawPack
from tests.law_packs import LATER, changed_files, pack_file, without_denmark
from tests.registers import fixed_clock, make, step

TODAY = date(2026, 11, 28)


@pytest.fixture
def register(tmp_path):
    made = make(tmp_path / "a.ropa")
    yield made
    made.close()


@pytest.fixture
def later(tmp_path):
    return without_denmark(tmp_path / "later.zip")


def loaded(register, path):
    chosen = choose(register.file, path, TODAY)
    load_law(register, chosen)
    return chosen.law


def keep(register, kept: LawPack) -> None:
    register.file.apply(step("law_data"), [], law=kept)


def test_those_of_the_program_count_first(register):
    assert in_force(register.file) == (shipped(), False, "")


def test_newer_ones_are_kept_and_count(register, later, tmp_path):
    content = register.file.digests().content
    law = loaded(register, later)
    found = in_force(register.file)
    assert (found.law.mark, found.is_loaded, found.problem) == (law.mark, True, "")
    assert found.law.pack.verified.isoformat() == LATER
    assert not found.law.is_eea("DK", TODAY)
    assert register.file.digests().content == content
    assert register.file.verify().in_order
    head = register.file.head()
    assert head is not None
    assert (head.step.action, head.step.details) == ("law_data", {"name": LATER, "digest": law.digest})
    with register.file.snapshot() as snapshot:
        assert law_of(snapshot) is law_of(register.file)
    newest = loaded(register, without_denmark(tmp_path / "newest.zip", "2026-11-24"))
    assert law_of(register.file).mark == newest.mark


def test_what_was_read_once_is_kept(register, later):
    loaded(register, later)
    assert law_of(register.file) is law_of(register.file)


def test_undo_does_not_take_it_back(register, later):
    loaded(register, later)
    assert register.undoable is None
    assert not register.undo()
    assert in_force(register.file).is_loaded


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-21"])
def test_older_or_equal_ones_are_refused(register, tmp_path, day):
    with pytest.raises(Refused) as refused:
        choose(
            register.file,
            pack_file(tmp_path / "old.zip", "2026-11-20", pack=("verified|2026-11-22", f"verified|{day}")),
            TODAY,
        )
    assert "22.11.2026" in refused.value.text(translator("nb"))


def test_a_day_that_has_not_come_is_refused(register, tmp_path):
    with pytest.raises(Refused, match="has not come"):
        choose(register.file, pack_file(tmp_path / "next.zip", "2026-11-29"), TODAY)


def test_a_pack_that_lacks_a_code_is_refused(register, tmp_path):
    lacking = pack_file(tmp_path / "less.zip", measures=("M-A01|", "M-NEW|"))
    with pytest.raises(Refused) as refused:
        choose(register.file, lacking, TODAY)
    assert "M-A01" in refused.value.text(translator("nb"))


@pytest.mark.parametrize("content", [None, b"", b"no zip"])
def test_what_is_no_pack_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "x.zip"
    if content is not None:
        path.write_bytes(content)
    for language in LANGUAGES:
        with pytest.raises(Refused) as refused:
            read_pack(path)
        assert refused.value.text(translator(language)).endswith(".")


def test_a_folder_is_no_pack(tmp_path):
    with pytest.raises(Refused, match="cannot be read"):
        read_pack(tmp_path)


def test_somebody_else_loaded_others_meanwhile(register, later, tmp_path):
    chosen = choose(register.file, later, TODAY)
    loaded(register, without_denmark(tmp_path / "newest.zip", "2026-11-24"))
    with pytest.raises(Refused, match="meanwhile"):
        load_law(register, chosen)


def test_of_two_the_later_one_counts(register):
    older = law_from(changed_files("2026-11-01"))
    keep(register, law_data.kept(older))
    assert in_force(register.file) == (shipped(), False, "")


@pytest.mark.parametrize(
    "kept",
    [
        LawPack("0" * 64, b"rubbish"),
        law_packs.pack("0" * 64, {}),
        law_packs.pack("0" * 64, law_data.texts(changed_files())),
        law_packs.pack("0" * 64, law_data.texts(changed_files()) | {"eea.csv": "a|b"}),
        law_data.kept(law_from(changed_files(measures=("M-A01|", "M-NEW|")))),
    ],
)
def test_what_a_stranger_left_in_the_file_is_passed_over_and_told(register, kept, tmp_path):
    keep(register, kept)
    found = in_force(register.file)
    assert found.law is shipped()
    assert not found.is_loaded
    assert found.problem
    assert register.file.verify().in_order
    json_file = exporting.export_json(register.file, tmp_path / "a.json")
    assert '"law": {\n  "adequacy.csv"' not in json_file.read_text("utf-8")


def test_json_takes_them_along(register, later, tmp_path):
    law = loaded(register, later)
    json_file = exporting.export_json(register.file, tmp_path / "a.json")
    again = creating.open_register(creating.import_json(json_file, tmp_path / "b.ropa", "Kari"), "Kari")
    assert in_force(again.file).law.mark == law.mark
    assert again.file.law_pack() == register.file.law_pack()
    assert again.file.verify().in_order
    again.close()


def test_a_version_keeps_the_mark_it_was_judged_by(register, later):
    approving.approve(register, "Kari", "", law_of(register.file))
    law = loaded(register, later)
    first = approving.standing(register.file)
    assert first.is_newest
    assert first.newest is not None
    assert first.newest.law_pack == shipped().mark
    source = exporting.source(register.file, law_of(register.file), version=1)
    assert source.edition.law_digest == law.digest


def test_a_pack_of_a_folder_is_the_same_each_time(tmp_path):
    folder = tmp_path / "legal"
    folder.mkdir()
    for name, content in changed_files().items():
        (folder / name).write_bytes(content)
    law = write_pack(folder, tmp_path / "a.zip")
    write_pack(folder, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert read_pack(tmp_path / "a.zip").mark == law.mark
    (folder / "eea.csv").write_text("x", "utf-8")
    with pytest.raises(Refused, match="cannot be used"):
        write_pack(folder, tmp_path / "c.zip")


def test_a_register_opened_later_still_has_them(register, later, tmp_path):
    law = loaded(register, later)
    copy = register.file.copy_to(tmp_path / "copy.ropa")
    again = creating.open_register(copy, "Kari", clock=lambda: fixed_clock() + timedelta(days=400))
    assert law_of(again.file).mark == law.mark
    assert again.today() > datetime(2027, 1, 1, tzinfo=UTC).date()
    again.close()
