"""Consent mechanisms and assessments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment, Consent, Risk
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.assessments import assessments_chapter
from ropa_app.reports.article30.chapters import Chapter
from tests.reports.scenes import abroad, activity, context, owned, same, shown


def _printed(*records: Record) -> str:
    return shown(*assessments_chapter(context(*records), Chapter("Vurderinger", "assessments")).blocks)


def test_a_consent_mechanism_says_where_it_is_used() -> None:
    consent = Consent(id=RecordId("c"), name="Nyhetsbrev", active=Answer.YES, withdrawal=same("Lenke"))
    printed = _printed(consent, activity("1.4"), owned(Purpose, "1.4", position=2, consent=consent.id))
    assert "#### Nyhetsbrev\nBrukes til: 1.4 (formål 2)\nKrever en aktiv handling: Ja" in printed
    assert "Ikke oppgitt: teksten som ble vist, slik dokumenteres samtykket" in printed
    assert "Brukes til: Ingen formål" in _printed(consent)


def test_an_assessment_tells_what_it_covers_and_gathers_the_rest() -> None:
    assessment = Assessment(
        id=RecordId("v"),
        position=3,
        method="lia",
        activities=(RecordId("activity-1"),),
        purposes=(RecordId("purpose-1-1"),),
        day=date(2025, 2, 3),
        reasons="Først.\n\nSå.",
    )
    printed = _printed(assessment, activity("1"), owned(Purpose))
    assert "#### V3 Interesseavveining\nGjelder: 1, 1 (formål 1)\nDato: 03.02.2025" in printed
    assert "Begrunnelse: Først. / Så." in printed
    assert "Ikke oppgitt: gjort av, utfall, restrisiko" in printed


def test_a_transfer_assessment_names_the_recipient() -> None:
    assessment = Assessment(id=RecordId("v"), position=1, method="tia")
    records = abroad("US", "scc-2021-m2")
    tool = records[-1]
    assert isinstance(tool, TransferTool)
    linked = replace(tool, tia=assessment.id)
    assert "Gjelder: overføring til Ytre Sky Inc." in _printed(*records[:-1], linked, assessment)
    assert "Gjelder: Ikke oppgitt" in _printed(assessment)


def test_risks_stand_in_a_table() -> None:
    assessment = Assessment(id=RecordId("v"), position=1, method="dpia")
    measure = Measure(id=RecordId("m"), position=1, catalogue="M-A02")
    risk = Risk(
        id=RecordId("r"),
        position=1,
        assessment=assessment.id,
        description="Innbrudd",
        likelihood="high",
        measures=(measure.id,),
        likelihood_after="low",
    )
    printed = _printed(assessment, risk, measure)
    before, after = "Sannsynlighet: høy", "Sannsynlighet: lav"
    rest = "Konsekvens: Ikke oppgitt"
    row = f"| Innbrudd | {before} / {rest} | Kryptering av lagrede data | {after} / {rest} |"
    assert row in printed
