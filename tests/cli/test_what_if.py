"""The verb that supposes, called as the command line calls it, on real files."""

from __future__ import annotations

import json

import pytest

from ropa_app.cli import run, what_if
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.services import creating
from tests.registers import make
from tests.suppositions import DAY, RECORDS


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "a.ropa"
    make(path, *RECORDS).close()
    return path


def ropa(*arguments):
    return run([str(one) for one in arguments], "nb", lambda _t: 0)


def test_a_party_leaves_the_example(tmp_path, capsys):
    velux = creating.create_example(tmp_path / "velux.ropa", "Kari")
    content = velux.read_bytes()
    assert ropa("what-if", velux, "--party", "google", "--day", "2026-11-28") == 0
    told = capsys.readouterr().out
    assert told.startswith("Hva om Google Inc. slutter 28.11.2026?\n1 aktivitet; 5 punkter i ")
    assert "\n  2.2 Nettstatistikk\n    Mister mottakeren Google Inc. (databehandler)\n" in told
    assert "\n    - Google Inc. · Google Analytics" in told
    assert "\nNye funn (1)\n  R-REC-01 · 2.2: " in told
    assert velux.read_bytes() == content


def test_a_country_and_a_tool(file, capsys):
    assert ropa("what-if", file, "--country", "GB", "--day", "2026-11-28") == 0
    assert "\n  1 Kundeservice: Overføringen til Albion · Storbritannia " in capsys.readouterr().out
    assert ropa("what-if", file, "--tool", "dpf", "--day", "2026-11-28", "--format", "json") == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["supposition"] == {"kind": "tool", "what": "adequacy-us-dpf", "day": "2026-11-28"}


def test_without_a_day_it_is_asked_of_today(file, capsys):
    assert ropa("what-if", file, "--party", "echo", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["supposition"]["day"] >= DAY.isoformat()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--party", "Meta"), "Albion"),
        (("--country", "united"), "GB"),
        (("--tool", "scc"), "scc-2021"),
        (("--party", "echo", "--country", "GB"), "--party"),
        ((), "--party"),
    ],
)
def test_what_is_not_clear_is_refused_in_one_sentence(file, capsys, arguments, told):
    assert ropa("what-if", file, *arguments) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert told in written.err
    assert written.err.count("\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_answers_in_every_language(file, capsys, language):
    what_if.suppose(translator(language), file, "breeze", None, None, DAY, "text")
    told = capsys.readouterr().out
    assert "Breeze" in told
    assert "{" not in told


def test_it_writes_a_pdf(file, tmp_path, capsys):
    target = tmp_path / "answer.pdf"
    assert ropa("what-if", file, "--party", "breeze", "--day", "2026-11-28", "--pdf", target) == 0
    assert capsys.readouterr().out == f"Skrev {target}\n"
    assert target.read_bytes().startswith(b"%PDF")
