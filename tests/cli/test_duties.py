"""The verb `duties`: text for people in three languages, JSON for programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ropa_app.cli import commands, duties
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.services import creating

DAY = date(2026, 11, 22)
KEYS = {
    *("duty", "state", "article", "kind", "id", "reference", "about", "activities", "because", "why"),
    *("reason", "own_reason", "answers", "remarks", "rules"),
}


@pytest.fixture(scope="module")
def velux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return creating.create_example(tmp_path_factory.mktemp("duties") / "velux.ropa", "DPO")


def test_programs_get_every_duty_with_its_keys(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    duties.duties(translator("nb"), velux, DAY, "json")
    found = json.loads(capsys.readouterr().out)
    assert all(set(one) == KEYS for one in found)
    still_open = {(one["duty"], one["reference"]) for one in found if one["state"] == "open"}
    assert ("dpia", "2.1") in still_open
    assert ("processor_agreement", "SnapEngage") in still_open


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_get_sentences_and_a_count(
    velux: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    duties.duties(translator(language), velux, DAY, "text")
    printed = capsys.readouterr().out
    assert "{" not in printed
    assert printed.startswith({"nb": "Interesseavveininger\n", "nn": "Interesseavvegingar\n"}.get(
        language, "Balancing tests\n"
    ))  # fmt: skip
    assert {"nb": "mangler eller ikke ferdig: 11", "nn": "manglar eller ikkje ferdig: 11"}.get(
        language, "missing or not finished: 11"
    ) in printed.splitlines()[-1]


def test_what_is_alike_is_told_once(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    duties.duties(translator("en"), velux, DAY, "text")
    lines = [line for line in capsys.readouterr().out.splitlines() if "risk is high" in line]
    references = "1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 2.2, 2.3, 4, 5"
    assert lines == [f"  Not decided: It is not answered whether the risk is high. {references}"]


def test_the_command_line_knows_the_verb(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["duties", str(velux), "--as-of", "2018-07-31", "--format", "json", "--language", "en"]
    assert commands.run(line, "en", lambda _t: 0) == 0
    found = json.loads(capsys.readouterr().out)
    assert not [one for one in found if one["duty"] == "transfer_assessment" and one["state"] == "open"]
