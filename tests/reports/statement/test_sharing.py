"""Section 4: recipients with their roles in plain words, reasons and countries."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import public, said, section, statement

FIRM = Party(id=RecordId("firm"), name="Sky AS")
GROUP = Party(id=RecordId("group"), name="Montører (gruppe)", printed_name=same("Montører"))


def _place(**values: Any) -> Place:
    return Place(id=RecordId("place"), position=1, party=FIRM.id, **values)


def _used(role: str = "processor", **values: Any) -> Recipient:
    made: Recipient = owned(Recipient, party=FIRM.id, role=role, purpose=same("Drift"), **values)
    return made


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("processor", "Arbeider for oss"),
        ("controller", "Bestemmer selv"),
        ("joint", "Bestemmer sammen med oss"),
        ("authority", "Offentlig myndighet"),
        ("internal", "Del av virksomheten vår"),
        ("", "Ikke avklart"),
    ],
)
def test_roles_are_told_in_plain_words(role: str, words: str) -> None:
    printed = section(4, FIRM, _place(country="NO"), public(), _used(role))
    assert f"| Sky AS | Drift | {words} | Norge |" in printed


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"country": "NO"}, "Norge |"),
        ({"country": "US"}, "[<>] **USA** |"),
        ({"outside_eea": Answer.YES}, "[<>] **Utenfor EØS** / [!] **Ikke fastsatt** |"),
        ({"outside_eea": Answer.NO}, "I EØS / [!] **Ikke fastsatt** |"),
        ({}, "[!] **Ikke fastsatt** |"),
        ({"country": "US", "operator": GROUP.id}, "[<>] **USA** (montører) |"),
    ],
)
def test_countries_say_what_is_known(values: dict[str, Any], words: str) -> None:
    printed = section(4, FIRM, GROUP, _place(**values), public(), _used())
    assert printed.splitlines()[-1].endswith(words)


def test_a_party_is_told_once_with_all_its_roles_and_reasons() -> None:
    second = owned(Recipient, "2", party=FIRM.id, role="controller", purpose=same("Egen statistikk"))
    printed = section(4, FIRM, _place(country="NO"), public(), public("2", "Kart"), _used(), second)
    assert "| Sky AS | Drift / Egen statistikk | Arbeider for oss / Bestemmer selv | Norge |" in printed
    assert printed.count("Sky AS") == 1


LISTS: dict[Language, list[str]] = {
    "nb": [
        f"Vi deler dem med {who}." for who in ("montører", "montører og Sky AS", "montører, Sky AS og banker")
    ],
    "nn": [
        f"Vi deler dei med {who}." for who in ("montører", "montører og Sky AS", "montører, Sky AS og banker")
    ],
    "en": [
        f"We share them with {who}."
        for who in ("montører", "montører and Sky AS", "montører, Sky AS and banker")
    ],
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_recipients_of_an_activity_are_one_list(language: Language, number: int) -> None:
    recipients: list[Record] = [
        owned(Recipient, party=GROUP.id),
        owned(Recipient, position=2, party=FIRM.id),
        owned(Recipient, position=3, category=same("banker")),
    ]
    printed = section(2, FIRM, GROUP, public(), *recipients[:number], language=language)
    assert f": {LISTS[language][number - 1]}\n" in printed


def test_whoever_sets_a_tracker_receives_data_too() -> None:
    printed = section(4, FIRM, _place(country="NO"), public(), owned(Tracker, provider=FIRM.id))
    assert "| Sky AS | [!] **Ikke fastsatt** | Ikke avklart | Norge |" in printed


@pytest.mark.parametrize("role", ["controller", "authority", "joint", "internal"])
def test_who_decides_for_themselves_is_not_asked_for_a_country(role: str) -> None:
    records = [FIRM, public(), _used(role)]
    assert section(4, *records).endswith("| Ikke oppgitt |")
    assert "Vi kjenner ikke til noen overføring til land utenfor EØS." in section(5, *records)


def test_a_category_in_words_has_no_country() -> None:
    made = owned(Recipient, category=same("banker"), purpose=same("Ta betalt"))
    assert section(4, public(), made).endswith("| Banker | Ta betalt | Ikke avklart | Ikke oppgitt |")


def test_nobody_is_an_answer_only_when_it_was_given() -> None:
    none = public(recipients_answer="none")
    assert section(4, none) == "Vi deler ikke opplysningene med noen."
    assert said(statement(none), "recipients") == {Said.SAID: ()}
    assert section(4, public()) == "[!] **Ikke fastsatt**"
    assert said(statement(public()), "recipients") == {Said.NOT_SAID: ()}
