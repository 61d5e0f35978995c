"""The points that the organisation declares as not settled."""

from __future__ import annotations

from typing import Any

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId, Text
from ropa_app.reports.article30_report import DEFAULT_PARTS, PARTS, DeclaredGap
from ropa_app.reports.page_model import Run
from tests.reports.scenes import activity, owned, text

WITH_GAPS = frozenset(PARTS)
FIRM = Party(id=RecordId("firm"), name="Firma AS")


def _gap(what: str, record: str | None = None, **values: Any) -> DeclaredGap:
    standing: dict[str, Any] = {"field": "", "article": "30(1)(b)", "required": True}
    named = RecordId(record) if record else None
    return DeclaredGap((Run(what),) if what else (), named, **standing | values)


def _five() -> list[Record]:
    recipient = owned(Recipient, "2", party=FIRM.id)
    place = Place(id=RecordId("place"), position=1, party=FIRM.id)
    return [*(activity(str(number)) for number in range(1, 6)), FIRM, place, recipient]


def _printed(*declared: DeclaredGap, **options: Any) -> str:
    chosen: dict[str, Any] = {"parts": WITH_GAPS} | options
    return text(*_five(), declared=declared, **chosen)


def test_points_stand_under_what_the_law_requires_and_what_is_recommended() -> None:
    printed = _printed(
        _gap("Systemer", "activity-1", required=False, article="Datatilsynets mal"),
        _gap("Behandlingsgrunnlag", "activity-1", article="6(1), 30(1)(b)"),
    )
    law, good = printed.index("### Kreves av loven"), printed.index("### Anbefalt\n")
    assert (
        law
        < printed.index("| Behandlingsgrunnlag | 1 <#activity-1> | Art. 6 nr. 1, art. 30 nr. 1 b |")
        < good
    )
    assert good < printed.index("| Systemer | 1 <#activity-1> | Datatilsynets mal |")


def test_the_same_point_of_several_activities_is_told_once() -> None:
    ids = ("activity-1", "activity-2", "activity-3", "activity-5")
    printed = _printed(*(_gap("Sletting", one) for one in ids))
    assert "| Sletting | 1 <#activity-1>–3 <#activity-3>, 5 <#activity-5> |" in printed
    assert "Ikke avklart: 1 punkt er meldt, se listen <#gaps>" in printed
    assert "| Sletting | Alle behandlingsaktiviteter |" in _printed(
        *(_gap("Sletting", f"activity-{number}") for number in range(1, 6))
    )


def test_a_point_names_the_record_it_concerns() -> None:
    printed = _printed(
        _gap("Personvernombud"),
        _gap("Hva mottakeren får", "recipient-2-1"),
        _gap("Hvilket land", "place", reason="Avklares i januar"),
        DeclaredGap(Text(nb="Rollen"), RecordId("firm"), "", "", required=True),
        DeclaredGap((), RecordId("activity-4"), "owner", "5(2)", required=True),
    )
    assert "| Personvernombud | Hele protokollen |" in printed
    assert "| Hva mottakeren får | 2 <#activity-2> |" in printed
    assert "| Hvilket land / Avklares i januar | Part: Firma AS |" in printed
    assert "| Rollen | Part: Firma AS | Ikke oppgitt |" in printed
    assert "| Internt ansvarlig | 4 <#activity-4> | Art. 5 nr. 2 |" in printed


def test_a_point_of_a_record_that_is_gone_stays_away() -> None:
    printed = _printed(_gap("Sletting", "activity-9"), _gap("Formål", "activity-1"))
    assert "Sletting |" not in printed
    assert "Ikke avklart: 1 punkt er meldt" in printed


def test_a_chosen_list_without_points_says_so() -> None:
    printed = _printed()
    assert "Virksomheten har ikke meldt om noe som ikke er avklart." in printed
    assert "Ikke avklart: Ingen punkter er meldt." in printed
    assert "### Kreves av loven" not in printed


def test_without_the_part_nothing_of_it_is_printed() -> None:
    printed = text(*_five(), declared=(_gap("Sletting", "activity-1"),), parts=DEFAULT_PARTS)
    assert "Sletting |" not in printed
    assert "er meldt" not in printed


def test_points_of_what_an_extract_leaves_out_stay_away() -> None:
    gaps = (_gap("Sletting", "activity-1"), _gap("Formål", "activity-3"), _gap("Land", "firm"))
    printed = _printed(*gaps, activities=(RecordId("activity-3"),))
    assert "| Formål | 3 <#activity-3> |" in printed
    assert "Ikke avklart: 1 punkt er meldt" in printed
    assert "Firma AS" not in printed


def test_numbers_are_plain_where_there_are_no_sheets() -> None:
    parts = WITH_GAPS - {"sheets"}
    assert "| Sletting | 1 |" in _printed(_gap("Sletting", "activity-1"), parts=parts)
