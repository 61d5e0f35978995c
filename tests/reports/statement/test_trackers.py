"""Section 7: cookies and other tracking."""

from __future__ import annotations

from decimal import Decimal

from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.values import Period, RecordId
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import public, section, statement


def test_a_tracker_is_a_row() -> None:
    firm = Party(id=RecordId("firm"), name="Sky AS")
    tracker = owned(
        Tracker,
        name="_sky",
        provider=firm.id,
        category="statistics",
        purpose=same("Telle besøk"),
        duration=Period(Decimal(13), "month"),
    )
    assert "| _sky | Sky AS | Telle besøk | Statistikk | 13 måneder |" in section(7, firm, public(), tracker)


def test_each_missing_value_is_a_gap() -> None:
    gap = "[!] **Ikke fastsatt**"
    assert f"| {gap} | {gap} | {gap} | {gap} | {gap} |" in section(7, public(), owned(Tracker))
    made = statement(public(), owned(Tracker))
    assert [one.label for one in made.gaps if one.section == "7"] == [
        *("Navn", "Satt av", "Brukes til", "Type", "Hvor lenge"),
    ]


def test_a_statement_without_trackers_says_so() -> None:
    assert section(7, public()) == "Erklæringen har ingen informasjonskapsler og ingen annen sporing."
