"""The picture of a sheet."""

from __future__ import annotations

from ropa_app.domain.entities.activity_data import DataLine, Source
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.flow import flow
from tests.reports.scenes import abroad, activity, context, first_view, international, owned, same

LINE = owned(DataLine, subjects=("customer", "prospect"), categories=("name", "contact"))


def _flow(*records: Record) -> m.FlowFigure:
    made = context(*records)
    return flow(made, first_view(made))


def _boxes(figure: m.FlowFigure, column: int) -> list[m.FlowBox]:
    return [box for stack in figure.columns[column].stacks for box in stack.boxes]


def _strokes(figure: m.FlowFigure) -> dict[tuple[str, str], m.Stroke]:
    return {(arrow.source, arrow.target): arrow.stroke for arrow in figure.arrows}


def test_an_empty_activity_is_a_picture_of_gaps() -> None:
    figure = _flow(activity("1", "Salg"))
    dashed = [box.key for column in figure.columns for s in column.stacks for box in s.boxes if box.sign]
    assert dashed == ["people-?", "source-?", "system-?", "to-?", "place-?"]
    assert figure.alternative == (
        "Dataflyt for 1 Salg. Registrerte: ikke oppgitt. Kilder: ikke oppgitt. Systemer: ikke oppgitt. "
        "Mottakere: ikke oppgitt. Utenfor EØS: ingen oppgitte land."
    )
    assert set(_strokes(figure).values()) == {m.Stroke.DASHED}


def test_nobody_receives_and_nothing_is_dashed_there() -> None:
    figure = _flow(activity(recipients_answer="none"))
    assert [box.title for box in _boxes(figure, 2)] == ["Ingen"]
    assert _boxes(figure, 3) == []
    assert "Mottakere: ingen." in figure.alternative


def test_people_sources_and_systems_stand_at_the_left() -> None:
    system = System(id=RecordId("crm"), name="CRM")
    figure = _flow(activity(systems=(system.id,)), system, LINE, owned(Source, origin="data_subject"))
    assert [box.title for box in _boxes(figure, 0)] == ["Kunder", "Mulige kunder", "Den registrerte selv"]
    assert [(box.title, box.text) for box in _boxes(figure, 1)] == [("1", "Salg"), ("CRM", "")]
    assert _strokes(figure)["people-0", "activity"] is m.Stroke.PLAIN


def test_a_third_country_stands_apart_with_what_it_rests_on() -> None:
    figure = _flow(*abroad("US", "privacy-shield"), LINE)
    (land,) = _boxes(figure, 3)
    assert (land.title, land.text, land.frame, land.sign) == (
        "USA",
        "Privacy Shield, ugyldig",
        m.Frame.DOUBLE,
        m.Sign.ELSEWHERE,
    )
    assert _strokes(figure)["to-0", land.key] is m.Stroke.STRONG
    assert "Mottaker: Ytre Sky Inc. Får: Alle opplysninger i behandlingen. Land: USA." in figure.alternative
    assert "Utenfor EØS: USA (Privacy Shield, ugyldig)." in figure.alternative


def test_an_international_organisation_stands_apart_wherever_it_sits() -> None:
    figure = _flow(*international("BE"), LINE)
    (land,) = _boxes(figure, 3)
    assert (land.title, land.frame, land.sign) == (
        "Belgia, internasjonal organisasjon",
        m.Frame.DOUBLE,
        m.Sign.ELSEWHERE,
    )
    assert _strokes(figure)["to-0", land.key] is m.Stroke.STRONG
    assert (m.Stroke.STRONG, "tredjeland eller internasjonal organisasjon") in figure.key
    assert "Utenfor EØS: ingen oppgitte land. Internasjonale organisasjoner: Belgia" in figure.alternative
    assert "organisasjon" not in _flow(*abroad("US"), LINE).key[1][1]


def test_a_valid_tool_goes_before_a_lapsed_one_and_none_is_said() -> None:
    assert _boxes(_flow(*abroad("US", "privacy-shield", "bcr-p")), 3)[0].text.startswith("Bindende")
    assert _boxes(_flow(*abroad("IN")), 3)[0].text == "grunnlag ikke oppgitt"


def test_countries_come_home_first_and_unknown_last() -> None:
    party = RecordId("party")
    more = [
        Place(id=RecordId("p2"), position=2, party=party, country="SE"),
        Place(id=RecordId("p3"), position=3, party=party, country="NO"),
        Place(id=RecordId("p4"), position=4, party=party),
        Place(id=RecordId("p5"), position=5, party=party, outside_eea=Answer.NO),
    ]
    titles = [box.title for box in _boxes(_flow(*abroad("US"), *more), 3)]
    assert titles == ["Norge", "I EØS", "Sverige", "USA", "Ikke oppgitt"]


def test_more_than_eight_recipients_are_seven_and_the_others() -> None:
    recipients = [owned(Recipient, position=n, category=same(f"Gruppe {n}")) for n in range(1, 13)]
    figure = _flow(activity(), *recipients)
    boxes = _boxes(figure, 2)
    assert len(boxes) == 8
    assert (boxes[-1].title, boxes[-1].text) == ("5 andre mottakere", "se bokstav d")
    assert "Mottaker: Gruppe 12. Får: Ikke oppgitt hva. Land: ikke oppgitt." in figure.alternative


def test_a_recipient_gets_what_its_lines_hold() -> None:
    figure = _flow(activity(), LINE, owned(Recipient, category=same("Banker"), lines=(LINE.id,)))
    assert _boxes(figure, 2)[0].text == "Navn, kontaktopplysninger"
    wide = owned(DataLine, categories=("name", "contact", "payment", "credit"))
    many = _flow(activity(), wide, owned(Recipient, category=same("Banker"), lines=(wide.id,)))
    assert _boxes(many, 2)[0].text == "Navn, kontaktopplysninger og 2 til"


def test_the_provider_of_a_system_gets_data_too() -> None:
    party = Party(id=RecordId("firm"), name="Drift AS")
    system = System(id=RecordId("crm"), name="CRM", provider=party.id)
    figure = _flow(activity(systems=(system.id,)), system, party)
    assert [(box.title, box.text) for box in _boxes(figure, 2)] == [("Drift AS", "Ikke oppgitt hva")]
