"""The chart of countries."""

from __future__ import annotations

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.country_chart import country_chart
from tests.reports.scenes import abroad, activity, context, international, owned, same


def _chart(*records: Record) -> m.DotChart | None:
    return next((one for one in country_chart(context(*records)) if isinstance(one, m.DotChart)), None)


def _rows(chart: m.DotChart | None) -> list[tuple[str, str, tuple[bool, ...], str]]:
    assert chart is not None
    return [(group.title, row.label, row.marks, row.total) for group in chart.groups for row in group.rows]


def test_nobody_receives_nothing_is_drawn() -> None:
    assert list(country_chart(context(activity()))) == []


def test_countries_stand_in_three_groups_against_the_activities() -> None:
    inside = Party(id=RecordId("inside"), name="Inne AS")
    places = [
        Place(id=RecordId("p2"), position=1, party=inside.id, country="NO"),
        Place(id=RecordId("p3"), position=2, party=inside.id, outside_eea=Answer.YES),
    ]
    second = [activity("2"), owned(Recipient, "2", party=inside.id)]
    third = [activity("3"), owned(Recipient, "3", category=same("Banker"))]
    chart = _chart(*abroad("US"), inside, *places, *second, *third)
    assert _rows(chart) == [
        ("I EØS", "Norge", (False, True, False), "1"),
        ("Utenfor EØS (tredjeland)", "USA", (True, False, False), "1"),
        ("Utenfor EØS (tredjeland)", "Land ikke oppgitt", (False, True, False), "1"),
        ("Land ikke oppgitt", "Ikke oppgitt", (False, False, True), "1"),
    ]
    assert chart is not None
    assert [group.sign for group in chart.groups] == [m.Sign.WITHIN, m.Sign.ELSEWHERE, m.Sign.UNPLACED]
    assert chart.alternative.startswith("Landoversikt. I EØS: Norge, mottakere: 1, behandling: 2.")


def test_international_organisations_are_a_group_of_their_own() -> None:
    assert _rows(_chart(*international("BE"))) == [("Internasjonale organisasjoner", "Belgia", (True,), "1")]
    assert _rows(_chart(*international(""))) == [
        ("Internasjonale organisasjoner", "Land ikke oppgitt", (True,), "1")
    ]


def test_many_activities_are_told_by_area() -> None:
    party = Party(id=RecordId("p"), name="Inne AS")
    many = [activity(str(n), area=same("Salg" if n % 2 else "Drift")) for n in range(1, 31)]
    recipients = [owned(Recipient, str(n), party=party.id) for n in range(1, 31)]
    chart = _chart(party, *many, *recipients)
    assert chart is not None
    assert chart.columns == ("Drift", "Salg")
    assert _rows(chart) == [("Land ikke oppgitt", "Ikke oppgitt", (True, True), "1")]


def test_too_many_areas_cannot_be_read() -> None:
    many = [activity(str(n), area=same(f"Område {n}")) for n in range(1, 31)]
    recipients = [owned(Recipient, str(n), category=same("Banker")) for n in range(1, 31)]
    assert _chart(*many, *recipients) is None


def test_what_has_ended_sends_nothing() -> None:
    ended = activity(status="ended")
    assert _chart(ended, owned(Recipient, category=same("Banker"))) is None
