"""Sections 9, 10, 12 and 13: automated decisions, security, complaints, changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import MeasureUse
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.entities.statements import Statement, StatementText
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import public, said, section, statement

ONE = RecordId("activity-1")


def _measure(number: int, **values: Any) -> Measure:
    standing: dict[str, Any] = {"status": "in_place", "public_text": same(f"Tiltak {number}")}
    return Measure(id=RecordId(f"measure-{number}"), catalogue="M-A01", **standing | values)


def test_a_decision_is_told_with_ground_and_logic() -> None:
    one = public(automated=Answer.YES, automated_ground="22-2-a", automated_logic=same("Poeng av inntekt"))
    printed = section(9, one)
    assert "Her tar vi avgjørelser uten at et menneske er med: Salg <#activity-1>." in printed
    assert "Dette tillater avgjørelsen: Nødvendig for avtale." in printed
    assert "Poeng av inntekt." in printed
    assert "Du kan be om at et menneske ser på avgjørelsen" in printed
    assert said(statement(one), "automated") == {Said.SAID: ()}


def test_a_decision_without_logic_is_unclear() -> None:
    assert said(statement(public(automated=Answer.YES)), "automated") == {Said.UNCLEAR: ()}


def test_no_decisions_anywhere_is_one_sentence() -> None:
    printed = section(9, public(automated=Answer.NO))
    assert printed.startswith("Vi tar ingen avgjørelser uten et menneske")
    assert said(statement(public(automated=Answer.NO)), "automated") == {Said.SAID: ()}


def test_answers_that_differ_are_told_apart() -> None:
    records = [public(automated=Answer.NO), public("2", "Kart")]
    printed = section(9, *records)
    assert "Her tar vi ingen slike avgjørelser: Salg <#activity-1>." in printed
    assert "**Ikke fastsatt**. Svar mangler for: Kart <#activity-2>." in printed
    assert said(statement(*records), "automated") == {
        Said.SAID: (ONE,),
        Said.NOT_SAID: (RecordId("activity-2"),),
    }


def test_only_measures_that_count_and_have_a_public_text_are_told() -> None:
    measures = [
        _measure(1, organisation_wide=Answer.YES),
        _measure(2),
        _measure(3),
        _measure(4, organisation_wide=Answer.YES, status="planned"),
        _measure(5, organisation_wide=Answer.YES, public_text=same("")),
    ]
    use = owned(MeasureUse, measure=measures[1].id)
    assert section(10, public(), use, *measures).splitlines() == ["- Tiltak 1.", "- Tiltak 2."]
    assert section(10, public()) == "Ikke oppgitt"


def test_equal_measures_are_told_once() -> None:
    equal = [_measure(n, organisation_wide=Answer.YES, public_text=same("Vi låser")) for n in (1, 2)]
    assert section(10, public(), *equal) == "- Vi låser."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_to_complain_depends_on_nothing(language: Language) -> None:
    printed = section(12, language=language)
    assert "https://www.datatilsynet.no" in printed
    assert "Datatilsynet, Postboks 458 Sentrum, 0105 Oslo" in printed
    assert "@" not in printed
    assert said(statement(language=language), "complaint") == {Said.SAID: ()}


def test_changes_say_from_when_and_how() -> None:
    settings = Statement(
        id=RecordId("statement"), effective=date(2026, 12, 1), changes_how=same("Vi skriver til deg")
    )
    printed = section(13, settings)
    assert "Erklæringen gjelder fra 01.12.2026." in printed
    assert "Vi skriver til deg." in printed
    assert "artikkel 13 nr. 3 og artikkel 14 nr. 4." in printed
    assert "**Ikke fastsatt**" in section(13)


def test_own_words_take_the_place_of_the_setting() -> None:
    own = StatementText(id=RecordId("own"), section="13-changes", text=same("Vi ringer deg."))
    printed = section(13, own)
    assert "Vi ringer deg." in printed
    assert "Ikke fastsatt" not in printed
