"""Section 2: purposes, data, bases, interests, consent; told together where they do not differ."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import Language
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import lacking, line, public, purpose, said, section, statement

ONE = RecordId("activity-1")


def test_purposes_that_differ_in_nothing_else_are_told_together() -> None:
    second = purpose("6-1-b", position=2, text=same("Levere varer"))
    printed = section(2, public(), purpose("6-1-b"), second, line("name"))
    assert "Formål: For å selge varer. / For å levere varer." in printed
    assert printed.count("Grunnlag: ") == 1
    assert "For alle disse formålene" not in printed


def test_purposes_with_bases_of_their_own_are_told_apart() -> None:
    second = purpose(
        "6-1-c", position=2, text=same("Føre regnskap"), law_reference=same("bokføringsloven § 13")
    )
    printed = section(2, public(), purpose("6-1-b"), second, line("name"))
    assert "Formål: **For å selge varer.**" in printed
    assert "Grunnlag: Grunnlaget er en avtale (personvernforordningen artikkel 6 nr. 1 bokstav b)." in printed
    assert "Lovbestemmelsen er bokføringsloven § 13." in printed
    assert printed.index("**For å føre regnskap.**") < printed.index("#### For alle disse formålene")


def test_data_stand_with_the_purposes_they_serve() -> None:
    first, second = purpose("6-1-b"), purpose("6-1-b", position=2, text=same("Ta betalt"))
    lines = [line("name", purposes=(first.id,)), line("payment", position=2, purposes=(second.id,))]
    printed = section(2, public(), first, second, *lines)
    assert "Opplysninger: Om kunder behandler vi navn." in printed
    assert "Opplysninger: Om kunder behandler vi betalingsopplysninger." in printed


LISTS: dict[Language, list[str]] = {
    "nb": ["navn.", "navn og kontaktopplysninger.", "navn, kontaktopplysninger og fødselsdato."],
    "nn": ["namn.", "namn og kontaktopplysningar.", "namn, kontaktopplysningar og fødselsdato."],
    "en": ["name.", "name and contact details.", "name, contact details and date of birth."],
}
PROCESS: dict[Language, str] = {"nb": "behandler vi", "nn": "behandlar vi", "en": "we process"}
SUBJECTS: dict[Language, list[str]] = {
    "nb": ["Om kunder", "Om kunder og ansatte", "Om kunder, ansatte og barn"],
    "nn": ["Om kundar", "Om kundar og tilsette", "Om kundar, tilsette og barn"],
    "en": ["About customers", "About customers and employees", "About customers, employees and children"],
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_lists_of_one_two_and_three_are_grammatical(language: Language, number: int) -> None:
    data = ("name", "contact", "birth_date")[:number]
    subjects = ("customer", "employee", "child")[:number]
    printed = section(2, public(), purpose("6-1-b"), line(*data, subjects=subjects), language=language)
    people, things = SUBJECTS[language][number - 1], LISTS[language][number - 1]
    assert f"{people} {PROCESS[language]} {things}" in printed


def test_a_relative_clause_before_the_verb_is_closed_by_a_comma() -> None:
    printed = section(2, public(), purpose("6-1-b"), line("name", subjects=("business_contact",)))
    some = line("name", subjects=("other",), subjects_note=same("Personer som ringer"))
    assert "Om kontaktpersoner hos bedriftskunder behandler vi navn." in printed
    assert "Om personer som ringer, behandler vi navn." in section(2, public(), purpose("6-1-b"), some)


def test_an_interest_is_named_and_may_be_objected_to() -> None:
    printed = section(2, public(), purpose("6-1-f", interest=same("å finne nye kunder")), line("name"))
    assert "Vår berettigede interesse er å finne nye kunder. / Du kan be om å få se" in printed
    missing = statement(public(), purpose("6-1-f"), line("name"))
    assert said(missing, "interests") == {Said.NOT_SAID: ()}


def test_nobody_is_asked_for_an_interest_without_that_basis() -> None:
    made = statement(public(), purpose("6-1-b"), line("name"))
    assert said(made, "interests") == {Said.NOT_APPLICABLE: ()}


def test_special_categories_name_their_condition() -> None:
    printed = section(2, public(), purpose("6-1-a", art9_10=("9-2-a",)), line("health"))
    assert (
        "gjelder dette grunnlaget: uttrykkelig samtykke (personvernforordningen artikkel 9 nr. 2 bokstav a)."
        in printed
    )


def test_a_consent_can_be_withdrawn_and_the_page_says_how() -> None:
    consent = Consent(id=RecordId("consent"), name="Brev", withdrawal=same("Lenken nederst i brevet"))
    records = [public(), purpose("6-1-a", consent=consent.id), line("name")]
    assert "Slik trekker du det: Lenken nederst i brevet." in section(2, consent, *records)
    assert said(statement(consent, *records), "withdrawal") == {Said.SAID: ()}
    silent = statement(public(), purpose("6-1-a"), line("name"))
    assert said(silent, "withdrawal") == {Said.UNCLEAR: ()}
    assert "Du kan når som helst trekke samtykket." in section(2, public(), purpose("6-1-a"))


def test_what_is_missing_is_said_to_be() -> None:
    made = statement(public())
    for item in ("purposes", "legal_basis", "categories", "recipients", "storage", "provision", "source"):
        assert said(made, item) == {Said.NOT_SAID: ()}, item
        assert "2" in lacking(made, item), item


def test_a_basis_that_one_purpose_lacks_is_unclear() -> None:
    made = statement(public(), purpose("6-1-b"), purpose(position=2), line("name"))
    assert said(made, "legal_basis") == {Said.UNCLEAR: ()}


def test_data_without_people_and_people_without_data_are_gaps() -> None:
    unknown = section(2, public(), purpose("6-1-b"), line("name", subjects=()))
    assert "Navn. / [!] **Ikke fastsatt**. Hvem opplysningene gjelder, mangler." in unknown
    made = statement(public(), purpose("6-1-b"), line())
    assert said(made, "categories") == {Said.NOT_SAID: ()}


def test_a_rule_for_one_purpose_stands_with_it() -> None:
    first = purpose("6-1-b")
    second = purpose("6-1-c", position=2, text=same("Føre regnskap"))
    rule = owned(Retention, purpose=second.id, criteria=same("Til saken er slutt"))
    printed = section(2, public(), first, second, line("name"), rule)
    assert printed.index("Til saken er slutt.") > printed.index("føre regnskap")
    assert printed.index("Til saken er slutt.") < printed.index("For alle disse formålene")


def test_a_purpose_in_another_language_says_which() -> None:
    printed = section(2, public(), purpose("6-1-b", text=Text(nb="Selge varer")), language="en")
    assert "{nb-NO: Selge varer} (bokmål)." in printed
