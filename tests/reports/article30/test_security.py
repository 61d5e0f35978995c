"""Measures under the headings of Article 32, and systems."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa_app.domain.entities.activity_flow import MeasureUse
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.security import measures_chapter, systems_chapter
from tests.reports.scenes import activity, context, owned, same, shown


def _measures(*records: Record) -> str:
    return shown(*measures_chapter(context(*records), Chapter("Sikkerhetstiltak", "measures")).blocks)


def _measure(catalogue: str, **values: Any) -> Measure:
    return Measure(id=RecordId(f"m-{catalogue}"), position=1, catalogue=catalogue, **values)


def test_every_heading_of_the_law_stands_there_with_measures_or_the_sign() -> None:
    printed = _measures(_measure("M-A02", status="in_place", organisation_wide=Answer.YES))
    assert printed.count("[!] **Ikke oppgitt**") == 4
    assert "| Kryptering av lagrede data | På plass | Hele virksomheten | Ikke oppgitt |" in printed
    for letter in "abcd":
        assert f"\n### {letter} " in printed


def test_a_measure_is_told_with_description_test_and_activities() -> None:
    measure = _measure("M-E01", name=same("Reserve"), description=same("Hver natt"), tested=date(2025, 1, 2))
    uses = [owned(MeasureUse, number, measure=measure.id) for number in ("1", "2")]
    printed = _measures(measure, activity("1"), activity("2"), *uses)
    assert "| Reserve / Hver natt | Ikke avklart | 1, 2 | 02.01.2025 |" in printed


def test_a_measure_nothing_uses_says_so() -> None:
    assert "| Ikke avklart | Ikke avklart | Ikke oppgitt |" in _measures(_measure("M-B02"))
    assert "| Ingen behandling |" in _measures(_measure("M-B02", organisation_wide=Answer.NO))


def test_a_measure_outside_the_catalogue_is_not_lost() -> None:
    printed = _measures(Measure(id=RecordId("m"), position=1, name=same("Vaktselskap")))
    assert "### Andre tiltak" in printed
    assert "| Vaktselskap |" in printed


def test_systems_are_told_with_provider_and_activities() -> None:
    party = Party(id=RecordId("firm"), name="Drift AS")
    systems = [
        System(id=RecordId("s1"), name="Ømt arkiv"),
        System(id=RecordId("s2"), name="CRM", provider=party.id),
    ]
    made = context(party, *systems, activity("1", systems=(RecordId("s2"),)))
    printed = shown(*systems_chapter(made, Chapter("Systemer", "systems")).blocks)
    assert "| CRM | Drift AS | 1 |\n| Ømt arkiv | Ikke oppgitt | Ingen behandling |" in printed
