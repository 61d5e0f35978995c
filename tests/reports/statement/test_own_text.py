"""The organisation's own paragraphs: placeholders become values, anything else is printed as typed."""

from __future__ import annotations

from dataclasses import replace

from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import Language
from tests.reports import scenes
from tests.reports.statement.statements import section, statement

FIRM = replace(
    scenes.organisation(), email="post@prove.example", phone="22510600", postal_address="Gata 1\n0484 Oslo"
)


def _own(text: str, language: Language = "nb") -> str:
    own = StatementText(id=RecordId("own"), section="12-complaint", text=scenes.same(text))
    return section(12, own, FIRM, language=language)


def test_a_placeholder_is_printed_as_the_value_it_names() -> None:
    printed = _own(
        "Skriv til {organisation.email}, {organisation.phone} eller {organisation.postal_address}."
    )
    assert (
        "Skriv til post@prove.example <mailto:post@prove.example>, 22 51 06 00 eller Gata 1, 0484 Oslo."
        in printed
    )


def test_what_is_no_placeholder_is_printed_as_typed() -> None:
    text = "{organisation.employees} {organisation.nobody} {activity.title} {1} {}"
    assert text in _own(text)


def test_a_value_that_is_missing_is_a_gap() -> None:
    own = StatementText(
        id=RecordId("own"), section="12-complaint", text=scenes.same("Nr. {organisation.org_number}.")
    )
    made = statement(own, replace(FIRM, org_number=""))
    assert "[!] Nr. **Ikke fastsatt**." in section(12, own, replace(FIRM, org_number=""))
    assert [(gap.section, gap.label) for gap in made.gaps if gap.section == "12"] == [
        ("12", "Organisasjonsnummer")
    ]


def test_each_language_has_its_own_paragraph() -> None:
    own = StatementText(id=RecordId("own"), section="12-complaint", text=Text(nb="Ring.", en="Call."))
    assert "Call." in section(12, own, FIRM, language="en")
    assert "{nb-NO: Ring.} (bokmål)" in section(12, own, FIRM, language="nn")


def test_the_statement_knows_its_own_paragraphs_as_printed() -> None:
    own = StatementText(
        id=RecordId("own"), section="12-complaint", text=scenes.same("Vi er {organisation.name}.")
    )
    assert statement(own, FIRM).own_texts == {f"Vi er {FIRM.name}."}
