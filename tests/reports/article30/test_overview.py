"""The overview in the columns of the template."""

from __future__ import annotations

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports import page_model as m
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.overview import COLUMNS, overview
from ropa_app.reports.page_text import cell_text
from tests.reports.scenes import abroad, activity, context, first_view, owned, same


def _cells(*records: Record) -> dict[str, str]:
    made = context(*records)
    view = first_view(made)
    return {column.letter: cell_text(column.write(made, view)) for column in COLUMNS}


def test_the_columns_are_those_of_the_template_in_two_tables() -> None:
    part = overview(context(activity()), Chapter("Oversikt", "overview"))
    assert part.orientation is m.Orientation.LANDSCAPE
    first, second = (block for block in part.blocks if isinstance(block, m.Table))
    assert "".join(column.letter for column in first.columns) == "ABCDEFGHI"
    assert "".join(column.letter for column in second.columns) == "CJKLMNOPQRS"
    assert (first.row_header, second.row_header) == (3, 1)
    tinted = {column.letter for table in (first, second) for column in table.columns if column.tinted}
    assert tinted == set("DEFHMNQRS")


def test_the_number_links_to_the_sheet() -> None:
    part = overview(context(activity("1.3")), Chapter("Oversikt", "overview"))
    table = next(block for block in part.blocks if isinstance(block, m.Table))
    assert cell_text(next(iter(table.rows))[0]) == "1.3 <#activity-1>"


def test_an_empty_activity_has_signs_only_under_grey_heads() -> None:
    cells = _cells(activity())
    signs = {letter for letter, text in cells.items() if text.startswith("[!]")}
    assert signs == set("DEFHMNRS")
    assert all(cells.values())
    assert cells["Q"] == "Ikke avklart"


def test_purposes_and_bases_are_told_in_one_cell() -> None:
    cells = _cells(
        activity(),
        owned(Purpose, position=1, text=same("Selge"), art6=("6-1-f",), interest=same("Salg")),
        owned(Purpose, position=2, text=same("Bokføre"), art9_10=("9-2-b",)),
    )
    assert cells["D"] == "Selge; bokføre"
    assert cells["I"] == "Berettiget interesse (bokstav f). Ikke avklart for formål 2"
    assert cells["J"] == "Salg"
    assert cells["K"].startswith("Artikkel 9 nr. 2 bokstav b")


def test_a_partial_answer_keeps_the_sign() -> None:
    lines = [owned(DataLine, position=1, subjects=("customer",)), owned(DataLine, position=2)]
    assert _cells(activity(), *lines)["E"] == "Kunder / [!] **Delvis ikke oppgitt**"


def test_none_and_not_applicable_are_answers() -> None:
    cells = _cells(activity(recipients_answer="none"))
    assert [cells[letter] for letter in "HPQRS"] == ["Ingen", "Ingen", "Ingen", "Ingen", "Ikke aktuelt"]
    ended = _cells(activity(status="ended"))
    assert (ended["R"], ended["S"]) == ("Ikke aktuelt", "Ikke aktuelt")


def test_third_countries_and_lapsed_tools_have_their_signs() -> None:
    cells = _cells(*abroad("US", "privacy-shield"))
    assert cells["R"] == "[<>] **USA**"
    assert cells["S"] == "[x] **Privacy Shield**. Ikke gyldig siden 16.07.2020."
    assert _cells(*abroad("IN"))["S"] == "[!] **Ikke oppgitt**"
    assert _cells(*abroad("DE"))["R"] == "Ingen"


def test_roles_decide_who_stands_where() -> None:
    parties = [Party(id=RecordId(name), name=name) for name in ("Drift", "Sammen")]
    recipients = [
        owned(Recipient, position=1, party=parties[0].id, role="processor"),
        owned(Recipient, position=2, party=parties[1].id, role="joint"),
    ]
    cells = _cells(activity(), *parties, *recipients)
    assert (cells["H"], cells["P"], cells["Q"]) == ("Drift; Sammen", "Drift", "Sammen")


def test_time_limits_and_measures_are_short() -> None:
    own = Measure(id=RecordId("m1"), position=1, catalogue="M-A02", status="in_place")
    shared = [
        Measure(
            id=RecordId(f"m{number}"),
            position=number,
            catalogue="M-B02",
            status="in_place",
            organisation_wide=Answer.YES,
        )
        for number in (2, 3)
    ]
    rule = owned(Retention, criteria=same("Til kunden slutter"), start="contract_end")
    cells = _cells(activity(), own, *shared, owned(MeasureUse, measure=own.id), rule)
    assert cells["M"] == "Til kunden slutter (fra: slutten på avtalen)"
    assert cells["N"] == "Kryptering av lagrede data; 2 felles tiltak"
