"""An extract says what it holds and what not; counts stay true."""

from __future__ import annotations

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Agreement, Party
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30_report import DEFAULT_PARTS
from tests.reports.scenes import activity, owned, same, text

ONE, TWO = RecordId("activity-1"), RecordId("activity-2")


def _two() -> list[Record]:
    """Return two activities: the first with a recipient of its own, both with the same system."""
    mine, other = Party(id=RecordId("mine"), name="Første AS"), Party(id=RecordId("other"), name="Andre AS")
    host = Party(id=RecordId("host"), name="Driftsselskapet")
    system = System(id=RecordId("crm"), name="Kunderegisteret", provider=host.id)
    return [
        *(mine, other, host, system, System(id=RecordId("idle"), name="Arkivet")),
        activity("1", "Salg", systems=(system.id,)),
        activity("2", "Lønn", systems=(system.id,)),
        activity("3", "Vakt"),
        owned(Recipient, "1", party=mine.id, role="processor"),
        owned(Recipient, "2", party=other.id, role="processor"),
        Agreement(id=RecordId("a1"), position=1, party=mine.id, document="Avtalen med Første"),
        Agreement(id=RecordId("a2"), position=2, party=other.id, document="Avtalen med Andre"),
        Measure(id=RecordId("all"), position=1, name=same("Låste dører"), organisation_wide=Answer.YES),
        Measure(id=RecordId("none"), position=2, name=same("Bare for vakta")),
    ]


def test_the_front_of_an_extract_says_which_activities_it_holds() -> None:
    printed = text(*_two(), activities=(TWO, ONE))
    assert "# Utdrag av protokollen over behandlingsaktiviteter" in printed
    assert "Dokumentet er et utdrag. Det viser ikke hele protokollen." in printed
    assert "Omfang: 2 av 3 behandlingsaktiviteter som behandlingsansvarlig: 1, 2" in printed
    assert "Alt står her" not in printed
    assert "foot: Utdrag | Arbeidsutkast" in printed
    assert "Ikke med" not in printed


def test_what_no_chosen_activity_uses_stays_away() -> None:
    printed = text(*_two(), activities=(ONE,))
    for there in ("Første AS", "Driftsselskapet", "Kunderegisteret", "Avtalen med Første", "Låste dører"):
        assert there in printed
    for gone in ("Andre AS", "Arkivet", "Lønn", "Vakt", "Avtalen med Andre", "Bare for vakta"):
        assert gone not in printed
    assert "| Kunderegisteret | Driftsselskapet | 1 |" in printed


def test_all_activities_by_name_are_the_whole_register() -> None:
    named = tuple(RecordId(f"activity-{number}") for number in (1, 2, 3))
    assert text(*_two(), activities=named) == text(*_two())


def test_a_span_of_numbers_never_jumps_over_one_that_is_not_there() -> None:
    four = [*_two(), activity("4", "Post"), activity("5", "Besøk")]
    chosen = tuple(RecordId(f"activity-{number}") for number in (1, 2, 4, 5))
    assert "behandlingsansvarlig: 1, 2, 4, 5" in text(*four, activities=chosen)


def test_parts_that_were_left_out_are_named_and_gone() -> None:
    printed = text(*_two(), parts=DEFAULT_PARTS - {"measures", "flow", "assessments"})
    assert "Ikke med: bilde av dataflyten på hvert skjema og sikkerhetstiltak." in printed
    assert "Omfang: 3 behandlingsaktiviteter" in printed
    assert "figure: Dataflyt" not in printed
    assert "Se «Sikkerhetstiltak»" not in printed
    assert "<#measures>" not in printed


def test_without_sheets_their_blocks_are_not_named_apart() -> None:
    printed = text(*_two(), parts=DEFAULT_PARTS - {"sheets", "flow", "recommended"})
    assert "Ikke med: skjema for hver behandlingsaktivitet." in printed
    assert "<#activity-1>" not in printed


def test_the_whole_register_is_no_extract() -> None:
    assert "utdrag" not in text(*_two()).casefold()


def test_an_extract_of_nothing_says_so() -> None:
    printed = text(*_two(), activities=())
    assert "Omfang: Ingen av 3 behandlingsaktiviteter som behandlingsansvarlig" in printed
    assert "Utdraget har ingen behandlingsaktiviteter." in printed
