"""The verb `coverage`: what is missing for people, every cell for programs, a status for scripts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ropa_app.cli import coverage
from ropa_app.domain.values import Answer
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.legal.coverage import ITEMS
from ropa_app.services import creating, editing
from tests.legal.coverage.covered import SALES
from tests.services.whole_register import whole_register

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def velux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return creating.create_example(tmp_path_factory.mktemp("coverage") / "velux.ropa", "DPO")


def test_programs_get_every_cell(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage.show(translator("nb"), velux, DAY, "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 13 * len(ITEMS)
    storage = next(one for one in found if (one["reference"], one["item"]) == ("1.4", "storage"))
    assert (storage["state"], storage["published"], storage["published_section"]) == ("filled", "said", "6")
    assert all(one["kind"] for one in found if one["state"] == "missing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_get_what_is_missing_where(
    velux: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert coverage.show(translator(language), velux, DAY, "text") == 1
    printed = capsys.readouterr().out
    assert "{" not in printed
    line = {
        "nb": "  Behandlingsgrunnlag: Behandlingsgrunnlaget for et formål mangler. "
        "[Art. 13 nr. 1 c; punkt 2; 1.2/P1]",
        "nn": "  Behandlingsgrunnlag: Behandlingsgrunnlaget for eit formål manglar. "
        "[Art. 13 nr. 1 c; punkt 2; 1.2/P1]",
        "en": "  Legal basis: The legal basis of a purpose is missing. [Art. 13(1)(c); section 2; 1.2/P1]",
    }[language]
    assert line in printed.splitlines()
    assert "13" in printed.splitlines()[-1]


def test_where_nothing_is_missing_it_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.ropa"
    whole_register(path).close()
    assert coverage.show(translator("en"), path, DAY, "text") == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[0] == "1 Nyhetsbrev (filled in 12, does not apply 4)"
    assert printed.splitlines()[-1].endswith("nothing is missing for 2 of 2 activities in the statement.")


def test_an_activity_that_nobody_decided_on_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.ropa"
    register = whole_register(path)
    editing.set_value(register, SALES, "public", Answer.UNKNOWN)
    register.close()
    assert coverage.show(translator("en"), path, DAY, "text") == 1
    assert "belongs in the public statement.\n  2 Salg til nye kunder\n" in capsys.readouterr().out
