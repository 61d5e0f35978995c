"""The risks of an assessment as tables of words."""

from __future__ import annotations

from typing import Any

from ropa_app.domain.entities.assessments import Risk
from ropa_app.domain.values import RecordId
from ropa_app.reports.assessment.risks import risk_blocks
from ropa_app.reports.page_model import TableStyle
from tests.reports import scenes
from tests.reports.scenes import shown


def _risk(number: int, *levels: str) -> Risk:
    names = ("likelihood", "consequence", "likelihood_after", "consequence_after")
    values: dict[str, Any] = dict(zip(names, levels, strict=False))
    parent = RecordId("v")
    return Risk(id=RecordId(f"r{number}"), position=number, assessment=parent, description="Brann", **values)


def _printed(*risks: Risk) -> str:
    return shown(*risk_blocks(scenes.context(*risks), risks, TableStyle.OPEN))


def test_risks_stand_where_likelihood_meets_consequence() -> None:
    printed = _printed(_risk(1, "high", "low"), _risk(2, "high", "low"), _risk(10, "low", "very_high"))
    assert "| **Høy** | **R1, R2** | Ingen | Ingen | Ingen |" in printed
    assert "| **Lav** | Ingen | Ingen | Ingen | **R10** |" in printed
    assert "Etter tiltakene\n" not in printed


def test_the_most_likely_comes_first() -> None:
    rows = [line for line in _printed(_risk(1, "low", "low")).splitlines() if line.startswith("| **")]
    named = [row.split("**")[1] for row in rows if not row.startswith("| **R")]
    assert named == ["Svært høy", "Høy", "Moderat", "Lav"]


def test_a_risk_without_a_level_is_named_below() -> None:
    printed = _printed(_risk(1, "high", "low", "low", "low"), _risk(2, "high"))
    assert printed.count("[!] **Ikke oppgitt**. Sannsynlighet eller konsekvens mangler for: R2.") == 2
    assert "| **Lav** | **R1** |" in printed


def test_without_any_level_there_is_no_empty_table() -> None:
    printed = _printed(_risk(1), _risk(2))
    assert "Svært høy" not in printed
    assert "mangler for: R1, R2." in printed


def test_no_risks_print_nothing() -> None:
    assert _printed() == ""
