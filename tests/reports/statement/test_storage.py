"""How long data are kept, in sentences and in the table of section 6."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.values import Period
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import line, public, purpose, said, section, statement

FIVE = Period(Decimal(5), "year")
SENTENCES: dict[Language, str] = {
    "nb": "Vi sletter dem 5 år etter slutten av regnskapsåret. Lovbestemmelsen er bokføringsloven § 13.",
    "nn": "Vi slettar dei 5 år etter slutten av rekneskapsåret. Lovføresegna er bokføringsloven § 13.",
    "en": "We erase them 5 years after the end of the accounting year. "
    "The provision is bokføringsloven § 13.",
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("number", [2, 6])
def test_a_period_is_a_sentence_with_its_event(language: Language, number: int) -> None:
    rule = owned(
        Retention, period=FIVE, start="accounting_year_end", law_reference=same("bokføringsloven § 13")
    )
    assert SENTENCES[language] in section(number, public(), line("name"), rule, language=language)


def test_a_period_without_an_event_leaves_a_gap() -> None:
    records = [public(), line("name"), owned(Retention, period=FIVE)]
    assert "Vi sletter dem etter 5 år. / [!] **Ikke fastsatt**. Hva fristen regnes fra" in section(
        2, *records
    )
    assert said(statement(*records), "storage") == {Said.UNCLEAR: ()}


def test_criteria_stand_as_they_are_written() -> None:
    rule = owned(Retention, criteria=same("Til du sletter kontoen din"))
    assert "| Til du sletter kontoen din. | Navn | Salg <#activity-1> |" in section(
        6, public(), line("name"), rule
    )


def test_a_rule_for_some_data_names_them() -> None:
    lines = [line("name"), line("payment", position=2)]
    rules = [
        owned(Retention, period=FIVE, start="collected", lines=(lines[1].id,)),
        owned(Retention, position=2, criteria=same("Til du ber om det"), lines=(lines[0].id,)),
    ]
    told = section(2, public(), purpose("6-1-b"), *lines, *rules)
    assert "Vi sletter betalingsopplysninger om kunder 5 år etter at vi samlet dem inn." in told
    table = section(6, public(), purpose("6-1-b"), *lines, *rules)
    assert "| Vi sletter dem 5 år etter at vi samlet dem inn. | Betalingsopplysninger |" in table
    assert "| Til du ber om det. | Navn |" in table


def test_a_rule_for_just_the_data_of_a_purpose_does_not_name_them_again() -> None:
    first, second = purpose("6-1-b"), purpose("6-1-c", position=2)
    lines = [line("name", purposes=(first.id,)), line("payment", position=2, purposes=(second.id,))]
    rule = owned(Retention, period=FIVE, start="collected", lines=(lines[1].id,), purpose=second.id)
    told = section(2, public(), first, second, *lines, rule)
    assert "Hvor lenge: Vi sletter dem 5 år etter at vi samlet dem inn." in told


def test_an_activity_without_a_rule_is_in_the_table_too() -> None:
    assert "| [!] **Ikke fastsatt** | Navn | Salg <#activity-1> |" in section(6, public(), line("name"))
    assert said(statement(public(), line("name")), "storage") == {Said.NOT_SAID: ()}


def test_a_rule_that_says_nothing_is_a_gap() -> None:
    records = [public(), line("name"), owned(Retention)]
    assert "Hvor lenge: [!] **Ikke fastsatt**" in section(2, *records)
    assert "| [!] **Ikke fastsatt** | Navn |" in section(6, *records)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("start", [choice.code for choice in shipped().choices("retention_starts")])
def test_every_event_goes_on_as_a_clause(language: Language, start: str) -> None:
    rule = owned(Retention, period=FIVE, start=start)
    printed = section(2, public(), line("name"), rule, language=language)
    sentence = printed.partition("erase them" if language == "en" else "slett")[2]
    assert "after " in sentence or "etter " in sentence
    assert not any(unclear in sentence for unclear in ("this event", "denne hendelsen", "denne hendinga"))
