"""Sections 1 and 14: who is responsible, how they are reached, which edition this is."""

from __future__ import annotations

from typing import Any

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Arrangement, Party
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import organisation, owned, same
from tests.reports.statement.statements import FINAL, lacking, public, said, section, statement, text


def _contact(role: str, **values: Any) -> Contact:
    return Contact(id=RecordId(f"contact-{role}"), role=role, name="Kari Nordmann", **values)


def test_only_what_is_entered_is_told() -> None:
    printed = section(1, organisation(org_number="917170967", phone="22510600"))
    assert "Organisasjonsnummer: 917 170 967" in printed
    assert "Telefon: 22 51 06 00" in printed
    assert "Postadresse" not in printed


def test_a_parent_company_is_named() -> None:
    parent = Party(id=RecordId("parent"), name="Konsern A/S")
    printed = section(1, parent, organisation(parent_company=parent.id))
    assert "Ansvarlig: **Prøveverket AS**, som er en del av Konsern A/S" in printed


def test_who_cannot_be_reached_is_a_gap() -> None:
    made = statement(organisation(email=""))
    assert lacking(made, "controller") == ["1", "14"]
    assert said(made, "controller")[Said.UNCLEAR] == ()


def test_an_officer_is_told_without_a_name() -> None:
    officer = _contact("dpo", email="ombud@prove.example", phone="22510601")
    printed = text(officer)
    assert "Personvernombud: ombud@prove.example <mailto:ombud@prove.example>, telefon 22 51 06 01" in printed
    assert "Kari" not in printed
    assert said(statement(officer), "dpo") == {Said.SAID: ()}


def test_no_officer_is_an_answer_an_unknown_one_a_gap() -> None:
    assert said(statement(organisation(dpo_appointed=Answer.NO)), "dpo") == {Said.NOT_APPLICABLE: ()}
    assert "Personvernombud" not in section(1, organisation(dpo_appointed=Answer.NO))
    assert said(statement(organisation(dpo_appointed=Answer.YES)), "dpo") == {Said.NOT_SAID: ()}
    assert said(statement(), "dpo") == {Said.NOT_SAID: ()}


def test_representative_and_privacy_contact_are_told() -> None:
    printed = section(
        1,
        _contact("representative", address="Gata 1\n0001 Oslo"),
        _contact("privacy", email="p@prove.example"),
    )
    assert "Representant i EØS: Gata 1, 0001 Oslo" in printed
    assert "Kontakt for personvern: p@prove.example" in printed


def test_joint_controllers_come_with_what_they_agreed() -> None:
    firm = Party(id=RecordId("firm"), name="Sky AS")
    agreed = Arrangement(id=RecordId("agreed"), essence=same("Sky AS svarer på krav"))
    joint = owned(Recipient, party=firm.id, role="joint", arrangement=agreed.id)
    assert "Sammen med: Sky AS. / Sky AS svarer på krav." in section(1, firm, agreed, public(), joint)
    again = owned(Recipient, "2", party=firm.id, role="joint", arrangement=agreed.id)
    assert section(1, firm, agreed, public(), public("2"), joint, again).count("Sky AS svarer") == 1
    alone = owned(Recipient, party=firm.id, role="joint")
    printed = section(1, firm, public(), alone)
    assert "Sammen med: Sky AS. / [!] **Ikke fastsatt**. Hva de har avtalt med oss, mangler." in printed


def test_the_last_section_says_how_to_reach_us_and_which_edition_it_is() -> None:
    assert section(14) == (
        "**Prøveverket AS**, post@prove.example <mailto:post@prove.example>\nArbeidsutkast | 22.11.2026"
    )
    assert section(14, final=FINAL).endswith("Publisert 01.12.2026")
    assert section(14, _contact("privacy", email="p@prove.example")).startswith(
        "**Prøveverket AS**, p@prove.example"
    )
