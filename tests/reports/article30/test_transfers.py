"""The chapter on transfers out of the EEA."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.transfers import transfers_chapter
from tests.reports.scenes import DAY, abroad, activity, context, international, owned, same, shown


def _printed(*records: Record, language: Language = "nb", day: date = DAY) -> str:
    made = context(*records, language=language, day=day)
    return shown(*transfers_chapter(made, Chapter("Overføring", "transfers")).blocks)


def _with_tool(**values: Any) -> list[Record]:
    records = abroad("US", "scc-2021-m2")
    tool = records[-1]
    assert isinstance(tool, TransferTool)
    return [*records[:-1], replace(tool, **values)]


def test_nothing_leaves_the_eea() -> None:
    assert "Behandlingsstedene som er ført opp, gir ingen overføring ut av EØS." in _printed(activity())


def test_one_recipient_in_one_country() -> None:
    printed = _printed(*abroad("US", "privacy-shield"))
    assert "1 mottaker behandler opplysninger utenfor EØS (i tredjeland): USA." in printed
    assert (
        "| [<>] **USA** | Ytre Sky Inc. | 1 | [x] **Privacy Shield** | Ikke gyldig siden 16.07.2020."
        in printed
    )
    assert "1 recipient processes data outside the EEA (in a third country): United States." in _printed(
        *abroad("US"), language="en"
    )


def test_an_international_organisation_in_the_eea_is_told_apart() -> None:
    printed = _printed(*international("BE", "46-2-a"))
    assert "gir ingen overføring til et tredjeland." in printed
    assert "1 mottaker er en internasjonal organisasjon: Verdensrådet. Det den får, er overført" in printed
    assert "| [<>] **Belgia, internasjonal organisasjon** | Verdensrådet | 1 | " in printed
    both = _printed(*abroad("US"), *_council())
    assert "1 mottaker behandler opplysninger utenfor EØS (i tredjeland): USA." in both
    assert "1 mottaker er en internasjonal organisasjon: Verdensrådet." in both


def _council() -> list[Record]:
    """Return a second recipient of activity 1 that is an international organisation with seat in Belgium."""
    party = Party(id=RecordId("council"), name="Verdensrådet", category="international_organisation")
    place = Place(id=RecordId("seat"), position=1, party=party.id, country="BE")
    return [party, place, owned(Recipient, position=2, party=party.id)]


def test_countries_come_in_order_and_unnamed_ones_last() -> None:
    others = [
        Place(id=RecordId("p2"), position=2, party=RecordId("party"), country="IN"),
        Place(id=RecordId("p3"), position=3, party=RecordId("party"), outside_eea=Answer.YES),
    ]
    printed = _printed(*abroad("US"), *others)
    assert "(i tredjeland): India og USA." in printed
    assert printed.index("**India**") < printed.index("| [<>] **USA**") < printed.index("**Utenfor EØS**")


def test_all_that_is_recorded_on_a_tool_is_told() -> None:
    tia = Assessment(id=RecordId("tia"), position=1, method="tia", outcome="ok_with_measures")
    printed = _printed(
        *_with_tool(signed=date(2024, 1, 2), document="Arkiv 7", repeated=Answer.NO, tia=tia.id), tia
    )
    assert "I kraft. Artikkel 46. / Inngått: 02.01.2024 / Dokument: Arkiv 7" in printed
    assert (
        "Gjentas overføringen: Nei / Vurdering av overføringen (TIA) <#assessments>: i orden med" in printed
    )


def test_a_missing_assessment_is_told_where_one_is_due() -> None:
    assert "Vurdering av overføringen: ikke oppgitt" in _printed(*_with_tool())
    assert "Vurdering av overføringen" not in _printed(*abroad("US", "49-1-a"))
    assert "Vurdering av overføringen" not in _printed(*abroad("US", "scc-old"))


def test_a_tool_for_some_activities_is_told_for_these() -> None:
    second = [activity("2"), owned(Recipient, "2", party=RecordId("party"))]
    printed = _printed(*_with_tool(activities=(RecordId("activity-2"),)), *second)
    assert "| Ytre Sky Inc. | 2 | Standard" in printed


def test_tools_that_serve_no_transfer_are_listed_apart() -> None:
    ended = _printed(*_with_tool(ended=date(2025, 1, 1)))
    assert "### Andre registrerte overføringsgrunnlag" in ended
    assert "Brukes ikke lenger. / Avsluttet: 01.01.2025" in ended
    assert "Ikke tatt i bruk ennå." in _printed(*_with_tool(signed=date(2027, 1, 1)))
    inside = [replace(one, country="SE") if isinstance(one, Place) else one for one in _with_tool()]
    assert "Stedet er ikke utenfor EØS." in _printed(*inside)
    unused = [one for one in _with_tool() if not isinstance(one, Recipient)]
    assert "Ingen behandling i bruk bygger på denne parten." in _printed(*unused)


def test_parties_without_a_place_are_counted() -> None:
    party = Party(id=RecordId("nowhere"), name="Ukjent AS")
    printed = _printed(activity(), party, owned(Recipient, party=party.id))
    assert "[!] **Ikke oppgitt**. Behandlingsstedet er ikke kjent for 1 part: Ukjent AS." in printed


def test_processing_for_others_causes_transfers_too() -> None:
    records = [one for one in abroad("IN") if not isinstance(one, Recipient)]
    processing = ProcessorRecord(
        id=RecordId("b"), position=1, sub_processors=(RecordId("party"),), categories=same("Drift")
    )
    assert "| [<>] **India** | Ytre Sky Inc. | B1 |" in _printed(*records, processing)
