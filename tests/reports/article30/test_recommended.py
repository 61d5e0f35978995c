"""What is recommended: told where it has a value, gathered where it has none."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.reports.article30.recommended import recommended
from tests.reports.scenes import activity, context, first_view, owned, same, shown


def _printed(*records: Record) -> str:
    made = context(*records)
    return shown(*recommended(made, first_view(made)))


def _line(printed: str, label: str) -> str:
    return next((line for line in printed.splitlines() if line.startswith(f"{label}: ")), "")


def test_an_empty_activity_gathers_what_is_missing_in_one_row() -> None:
    printed = _printed(activity(status=""))
    assert _line(printed, "Ikke oppgitt eller avklart") == (
        "Ikke oppgitt eller avklart: status, internt ansvarlig, funksjonsområde, sist gjennomgått, systemer, "
        "kilder, plikt til å gi opplysningene, automatiserte avgjørelser, høy personvernrisiko"
    )
    assert "[!]" not in printed


def test_the_row_says_whether_a_value_or_a_decision_is_missing() -> None:
    decided: dict[str, Any] = {
        "provision": "voluntary",
        "automated": Answer.NO,
        "high_risk": Answer.NO,
    }
    assert _line(_printed(activity(**decided)), "Ikke oppgitt").startswith("Ikke oppgitt: internt ansvarlig")
    stated: dict[str, Any] = {
        "owner": "Salgssjefen",
        "area": same("Salg"),
        "last_reviewed": date(2026, 1, 1),
        "systems": ("crm",),
    }
    source = owned(Source, origin="data_subject")
    printed = _printed(activity(**stated), System(id=RecordId("crm"), name="CRM"), source)
    assert _line(printed, "Ikke avklart").startswith("Ikke avklart: plikt til å gi")


def test_what_has_a_value_is_told() -> None:
    party = Party(id=RecordId("firm"), name="Drift AS")
    system = System(id=RecordId("crm"), name="CRM", provider=party.id)
    printed = _printed(
        activity(
            since=date(2020, 2, 1),
            owner="Salgssjefen",
            area=Text(nn="Sal"),
            systems=(system.id,),
            provision="contractual",
            provision_consequence=same("Vi kan ikke levere"),
            automated=Answer.YES,
            high_risk=Answer.NO,
            dpia_list=("DT-05",),
            deletion_confirmed=date(2024, 3, 9),
        ),
        party,
        system,
        owned(Source, origin="data_subject"),
    )
    assert "Status: I bruk siden 01.02.2020" in printed
    assert "Funksjonsområde: {nn-NO: Sal} (nynorsk)" in printed
    assert "Systemer: CRM (leverandør: Drift AS)" in printed
    assert "Nødvendig for avtale / Følgen av å la være: Vi kan ikke levere" in printed
    assert "Automatiserte avgjørelser: Ja / Grunnlag for avgjørelsen: Ikke oppgitt" in printed
    assert "Høy personvernrisiko: Nei" in printed
    assert "Kriterier på Datatilsynets liste: Systematisk monitorering av ansatte" in printed
    assert "Sletting bekreftet: 09.03.2024" in printed


def test_a_source_for_some_data_names_them() -> None:
    lines = [owned(DataLine, position=n, categories=(code,)) for n, code in ((1, "name"), (2, "payment"))]
    source = owned(Source, origin="automatic", lines=(lines[1].id,))
    assert "Samles inn automatisk (for: betalingsopplysninger)" in _printed(activity(), *lines, source)
    everything = owned(Source, origin="automatic", lines=tuple(line.id for line in lines))
    assert "Kilder: Samles inn automatisk\n" in _printed(activity(), *lines, everything)


def _two(first: dict[str, Any], second: dict[str, Any]) -> str:
    consent = Consent(id=RecordId("consent"), name="Samtykke i skjema")
    purposes = [owned(Purpose, position=n, **values) for n, values in ((1, first), (2, second))]
    return _printed(activity(), consent, *purposes)


def test_purposes_that_differ_are_told_apart() -> None:
    printed = _two(
        {"art6": ("6-1-a",), "consent": RecordId("consent"), "further_use": Answer.NO},
        {"art6": ("6-1-f",), "further_use": Answer.YES},
    )
    assert "Samtykkeløsning: Formål 1: Samtykke i skjema\n" in printed
    assert "Bruk til nye formål: Formål 1: Nei, opplysningene brukes til" in printed
    assert "/ Formål 2: Ja, opplysningene ble samlet inn for et annet formål" in printed


def test_purposes_that_agree_are_told_once() -> None:
    values: dict[str, Any] = {"marketing_channels": ("email",), "marketing_ground": "consent"}
    printed = _two(values, values)
    assert "Markedsføring i kanal: E-post\n" in printed
    assert "Grunnlag etter markedsføringsloven: Samtykke\n" in printed
    assert "reservasjoner" in _line(printed, "Ikke oppgitt eller avklart")


def test_fields_are_asked_for_only_where_they_matter() -> None:
    plain = _printed(activity())
    assert not any(word in plain for word in ("barn", "fødselsnummer", "dataportabilitet", "Sletting"))
    line = owned(DataLine, subjects=("child",), categories=("national_id",))
    purpose = owned(Purpose, art6=("6-1-b",))
    source = owned(Source, origin="third_party")
    missing = _line(_printed(activity(status="ended"), line, purpose, source), "Ikke oppgitt eller avklart")
    for label in ("barn", "behovet for fødselsnummer", "dataportabilitet", "informasjon til de registrerte"):
        assert label in missing
    assert missing.endswith("sletting bekreftet")


def test_assessments_that_cover_the_activity_are_named() -> None:
    covering = Assessment(
        id=RecordId("v"),
        position=1,
        method="dpia",
        activities=(RecordId("activity-1"),),
        day=date(2025, 5, 4),
    )
    printed = _printed(activity(), covering)
    assert (
        "Vurderinger: Vurdering av personvernkonsekvenser (DPIA) <#assessments>, 04.05.2025: ikke av"
        in printed
    )


def test_trackers_stand_in_a_table_without_blank_cells() -> None:
    printed = _printed(activity(), owned(Tracker, category="marketing"))
    assert "### Informasjonskapsler og annen sporing" in printed
    assert (
        "| Ikke oppgitt | Ikke oppgitt | Markedsføring | Ikke oppgitt | Ikke oppgitt | Ikke oppgitt |"
        in printed
    )
