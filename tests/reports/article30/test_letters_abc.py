"""Letters (a) to (c): controller, purposes, persons and data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.letters_abc import letter_a, letter_b, letter_c
from tests.reports.scenes import activity, context, first_view, organisation, owned, same, shown

PARTY = Party(id=RecordId("firm"), name="Felles AS")


def _a(*records: Record) -> str:
    made = context(activity(), *records)
    return shown(*letter_a(made, first_view(made)))


def _b(*records: Record) -> str:
    made = context(activity(), *records)
    return shown(*letter_b(made, first_view(made)))


def _c(*records: Record) -> str:
    made = context(activity(), *records)
    return shown(*letter_c(made, first_view(made)))


def test_a_names_the_controller_with_contact_details() -> None:
    assert "Behandlingsansvarlig: **Prøveverket AS**, post@prove.example <mailto:post@prove.example>" in _a()


def test_a_shows_the_sign_for_a_controller_that_cannot_be_reached() -> None:
    assert "**Prøveverket AS** / [!] **Ikke oppgitt**. Kontaktopplysninger." in _a(organisation(email=""))
    assert "Behandlingsansvarlig: [!] **Ikke oppgitt**" in _a(organisation(name=""))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer.UNKNOWN, "Ombud, felles ansvar: [!] **Ikke avklart**. Mottakerne er ikke oppgitt."),
        (
            Answer.NO,
            "Personvernombud: Ingen. Virksomheten har svart at det ikke er utpekt noe personvernombud.",
        ),
        (Answer.YES, "Personvernombud: [!] **Ikke oppgitt**. Personvernombud er utpekt."),
        (Answer.NOT_APPLICABLE, "Personvernombud: Ikke aktuelt. Det har virksomheten svart."),
    ],
)
def test_a_tells_about_the_officer(answer: Answer, expected: str) -> None:
    assert expected in _a(organisation(dpo_appointed=answer))


def test_a_names_the_officer_and_what_is_missing() -> None:
    officer = Contact(id=RecordId("dpo"), role="dpo", name="Kari", phone="22510600")
    assert "Personvernombud: Kari, 22 51 06 00" in _a(officer)
    assert "Kari / [!] **Ikke oppgitt**. Kontaktopplysninger." in _a(replace(officer, phone=""))


def test_a_asks_for_a_representative_only_outside_the_eea() -> None:
    assert "Representant" not in _a()
    assert "Representant: [!] **Ikke oppgitt**. Virksomheten er etablert i Sveits." in _a(
        organisation(country="CH")
    )


def test_a_names_joint_controllers_with_their_contacts() -> None:
    joint = owned(Recipient, party=PARTY.id, role="joint")
    contact = Contact(id=RecordId("c"), party=PARTY.id, role="contract", name="Per", email="per@f.example")
    reached = _a(PARTY, joint, contact)
    assert "**Felles AS**, Per, per@f.example <mailto:per@f.example>" in reached
    assert "**Felles AS** / [!] **Ikke oppgitt**. Kontaktopplysninger." in _a(PARTY, joint)


def test_a_joint_control_is_open_while_a_role_is() -> None:
    open_role = _a(PARTY, owned(Recipient, party=PARTY.id))
    assert "Ombud, felles ansvar: [!] **Ikke avklart**. Rollen er ikke avklart for Felles AS." in open_role
    settled = _a(PARTY, owned(Recipient, party=PARTY.id, role="processor"))
    assert "Personvernombud: [!] **Ikke avklart**\n" in settled
    assert "Felles behandlingsansvarlig: Ingen. " in settled


def test_a_tells_officer_and_joint_control_apart_once_one_is_settled() -> None:
    printed = _a(organisation(dpo_appointed=Answer.NO), PARTY, owned(Recipient, party=PARTY.id))
    assert "Personvernombud: Ingen. " in printed
    assert "Felles behandlingsansvarlig: [!] **Ikke avklart**. Rollen er ikke avklart" in printed


def _purpose(position: int = 1, **values: Any) -> Purpose:
    purpose: Purpose = owned(Purpose, position=position, **values)
    return purpose


def test_b_gives_each_purpose_its_own_basis() -> None:
    printed = _b(
        _purpose(1, text=same("Selge"), art6=("6-1-b",)),
        _purpose(2, text=same("Bokføre"), art6=("6-1-c",), law_reference=same("bokføringsloven § 13")),
    )
    assert "| 1. Selge | Artikkel 6 nr. 1 bokstav b (avtale) | Ikke oppgitt |" in printed
    assert "| 2. Bokføre | Artikkel 6 nr. 1 bokstav c (rettslig forpliktelse) | Lovhjemmel: bokf" in printed


def test_b_shows_signs_for_what_is_missing() -> None:
    assert "[!] **Ikke oppgitt**" in _b()
    assert "| [!] **Ikke oppgitt** | [!] **Ikke avklart** | Ikke oppgitt |" in _b(_purpose())


def test_c_marks_special_categories_and_purposes() -> None:
    first, second = _purpose(1, text=same("A")), _purpose(2, text=same("B"))
    line = owned(DataLine, subjects=("customer",), categories=("health",), purposes=(second.id,))
    assert "| Kunder | Helseopplysninger | Formål 2 | Helseopplysninger |" in _c(first, second, line)


def test_c_leaves_out_the_purposes_where_there_is_one() -> None:
    line = owned(DataLine, subjects=("customer",), categories=("name",))
    assert "| Registrerte | Personopplysninger | Særlige kategorier |" in _c(_purpose(text=same("A")), line)


def test_c_shows_signs_for_what_is_missing() -> None:
    assert "Registrerte: [!] **Ikke oppgitt**" in _c()
    assert "| [!] **Ikke oppgitt** | [!] **Ikke oppgitt** | Ikke oppgitt |" in _c(owned(DataLine))
