from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.domain.entities.organisation import Organisation
from ropa_app.exchange import json_format
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.services import creating, editing
from ropa_app.services.session import OpenRegister
from ropa_app.services.step_texts import step_text
from ropa_app.storage.errors import AlreadyExists
from tests.registers import AUTHOR, fixed_clock, numbered_ids


def opened(path: Path) -> OpenRegister:
    return creating.open_register(path, AUTHOR, clock=fixed_clock)


def test_a_new_register_has_its_basics(tmp_path: Path) -> None:
    path = creating.create_register(tmp_path / "a.ropa", "Prøveverket AS", AUTHOR, language="nn")
    register = opened(path)
    organisation = register.records.one("organisation")
    assert isinstance(organisation, Organisation)
    assert (organisation.name, register.main_language) == ("Prøveverket AS", "nn")
    assert register.records.one("statement") is not None
    assert sum(register.records.counts().values()) == 3
    register.close()


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = creating.create_register(tmp_path / "a.ropa", "A", AUTHOR)
    before = path.read_bytes()
    for make in (
        lambda: creating.create_register(path, "B", AUTHOR),
        lambda: creating.create_example(path, AUTHOR),
        lambda: creating.create_synthetic(path, AUTHOR, 5, 1),
    ):
        with pytest.raises(AlreadyExists):
            make()
    assert path.read_bytes() == before
    creating.create_register(path, "B", AUTHOR, overwrite=True)
    assert path.read_bytes() != before


def test_the_example_is_sound_and_says_where_it_comes_from(tmp_path: Path) -> None:
    register = opened(creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock))
    head = register.file.head()
    assert head is not None
    assert register.file.verify().in_order
    assert register.records.counts()["activity"] == 13
    texts = {step_text(head.step, translator(language)) for language in LANGUAGES}
    assert all(texts)
    register.close()


def test_a_synthetic_register_is_the_same_each_time(tmp_path: Path) -> None:
    states = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.ropa"
        creating.create_synthetic(path, AUTHOR, 12, 7, clock=fixed_clock, new_id=numbered_ids())
        register = opened(path)
        states.append(list(register.records.all()))
        assert register.file.verify().in_order
        register.close()
    assert states[0] == states[1]


def test_an_import_keeps_identity_and_begins_a_history(tmp_path: Path) -> None:
    register = opened(creating.create_synthetic(tmp_path / "a.ropa", AUTHOR, 6, 1, clock=fixed_clock))
    editing.set_value(register, register.settings.id, "review_months", 6)
    source = tmp_path / "a.json"
    source.write_text(json_format.written(register.records, {}), "utf-8")
    copy = opened(creating.import_json(source, tmp_path / "b.ropa", AUTHOR, clock=fixed_clock))
    assert {r.id: r for r in copy.records.all()} == {r.id: r for r in register.records.all()}
    assert [stored.step.action for stored in copy.file.steps()] == ["import"]
    assert copy.settings.id == register.settings.id
    assert copy.file.digests() == register.file.digests()
    copy.close()
    register.close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", None])
def test_what_cannot_be_imported_leaves_nothing(tmp_path: Path, content: bytes | None) -> None:
    source = tmp_path / "a.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(ImportProblem):
        creating.import_json(source, tmp_path / "b.ropa", AUTHOR)
    assert not (tmp_path / "b.ropa").exists()
