"""Findings made ready for the report: a sentence once, what differs beside each record."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.checks import rules
from ropa_app.reports.findings_report import FoundInRegister, FoundRow
from tests.reports import scenes
from tests.reports.scenes import activity, organisation, owned, velux
from tests.samples.found import accepted, found_in


def _of(found: FoundInRegister, rule: str) -> tuple[str, list[FoundRow]]:
    sentence = next(one.sentence for one in found.rules if one.id == rule)
    return sentence, [one for one in found.rows if one.rule == rule]


def test_a_single_finding_is_told_in_full() -> None:
    sentence, rows = _of(found_in(velux(), "nb"), "R-CAT-01")
    assert sentence == "Kategorier av registrerte mangler for «Plikter etter loven og rettskrav»."
    assert [(one.reference, one.details) for one in rows] == [("1.7", ("Plikter etter loven og rettskrav",))]


def test_several_findings_share_a_sentence_with_dots() -> None:
    sentence, rows = _of(found_in(velux(), "nb"), "R-LB-01")
    assert sentence == "Et formål med «…» mangler behandlingsgrunnlag etter artikkel 6: …"
    assert len(rows) > 5
    assert rows[0].details == (
        "Generell forretningsvirksomhet",
        "Drive forretning med personer og virksomheter",
    )
    assert {one.kept_in for one in rows} == {""}


def test_a_value_that_all_share_stays_in_the_sentence() -> None:
    records = [scenes.register(), organisation(), activity(), activity("2", "Kjøp")]
    records += [owned(DataLine), owned(DataLine, "2")]
    sentence, rows = _of(found_in(RecordsInMemory(records), "en"), "R-CAT-01")
    assert len(rows) == 2
    assert sentence.count("…") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_says_something_and_leaves_no_slot(language: Language) -> None:
    found = found_in(accepted(), language)
    assert sum(one.accepted is not None for one in found.rows) > 10
    for one in found.rows:
        assert one.reference
        assert all(one.details), one
        assert "{" not in one.sentence
    for rule in found.rules:
        assert not {"{", "}"} & set(rule.sentence + rule.advice)
        assert "…." not in rule.sentence


def test_rules_that_hold_from_a_later_day_are_counted() -> None:
    late = found_in(velux(), "nb")
    early = found_in(velux(), "nb", date(2018, 7, 31))
    assert early.not_asked > late.not_asked
    assert len(early.rules) + early.not_asked == len(late.rules) + late.not_asked == len(rules())


def test_the_organisation_is_named_by_its_kind_and_name() -> None:
    _, rows = _of(found_in(velux(), "nb"), "R-ORG-02")
    assert (rows[0].reference, rows[0].details) == ("Virksomheten", ("VELUX Norge AS",))


def test_a_record_called_by_a_long_text_is_told_in_short() -> None:
    text = "Å følge opp " + "kunder og " * 60
    records = [scenes.register(), organisation(), activity()]
    records += [owned(Purpose, position=n, text=scenes.same(text), art6=("6-1-f",)) for n in (1, 2)]
    _, rows = _of(found_in(RecordsInMemory(records), "nb"), "R-LB-02")
    assert len(rows) == 2
    for one in rows:
        assert len(one.details[0]) <= 200
        assert one.details[0].endswith(" …")
        assert one.kept_in == "1 Salg"
