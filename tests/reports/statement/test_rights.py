"""Section 11: which rights are offered follows from the bases in use, and nothing else."""

from __future__ import annotations

from typing import Any, Final

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.page_model import Box, Heading, Table
from ropa_app.reports.page_text import cell_text
from ropa_app.reports.statement.context import StatementContext
from ropa_app.reports.statement.rights import rights_section
from tests.reports.scenes import activity, edition, organisation, owned, register, same, shown

ALWAYS: Final = ["Innsyn", "Retting", "Sletting", "Begrensning"]
PORTABLE, OBJECTING, MARKETING = "Dataportabilitet", "Å protestere", "Å si nei til markedsføring"
WITHDRAWING: Final = "Å trekke samtykke"


def _context(*records: Record, language: Language = "nb") -> StatementContext:
    every = {one.id: one for one in (register(), organisation(), *records)}
    return StatementContext(RecordsInMemory(every.values()), language, shipped(), edition(), None)


def _on(*bases: str, language: Language = "nb", **values: Any) -> StatementContext:
    """Return a statement with one activity for each basis."""
    records: list[Record] = []
    for number, basis in enumerate(bases, 1):
        records.append(activity(f"{number}", f"Del {number}", public=Answer.YES))
        art6 = (basis,) if basis else ()
        records.append(owned(Purpose, f"{number}", text=same("Selge"), art6=art6, **values))
    return _context(*records, language=language)


def _rows(context: StatementContext) -> dict[str, str]:
    """Return when each right of the table applies, by what the right is called."""
    for block in rights_section(context):
        if isinstance(block, Table):
            return {cell_text(row[0]): cell_text(row[2]) for row in block.rows}
    return {}


def _text(context: StatementContext) -> str:
    return shown(*rights_section(context))


@pytest.mark.parametrize(
    ("basis", "more"),
    [
        ("6-1-a", [PORTABLE, WITHDRAWING]),
        ("6-1-b", [PORTABLE]),
        ("6-1-c", []),
        ("6-1-d", []),
        ("6-1-e", [OBJECTING]),
        ("6-1-f", [OBJECTING]),
    ],
)
def test_a_basis_gives_the_rights_of_its_row(basis: str, more: list[str]) -> None:
    assert list(_rows(_on(basis))) == [*ALWAYS, *more]


def test_all_bases_together_give_all_rights() -> None:
    every = _on("6-1-a", "6-1-b", "6-1-c", "6-1-d", "6-1-e", "6-1-f", marketing_channels=("email",))
    assert list(_rows(every)) == [*ALWAYS, PORTABLE, OBJECTING, MARKETING, WITHDRAWING]


def test_explicit_consent_to_health_data_can_be_withdrawn_and_the_data_taken_along() -> None:
    assert list(_rows(_on("6-1-c", art9_10=("9-2-a",)))) == [*ALWAYS, PORTABLE, WITHDRAWING]


def test_what_a_legal_obligation_keeps_is_not_erased() -> None:
    rows = _rows(_on("6-1-c"))
    assert rows["Sletting"].endswith("Ikke så lenge loven krever at vi beholder dem.")
    assert "samtykke" not in rows["Sletting"]


def test_a_right_names_the_activities_that_give_it() -> None:
    rows = _rows(_on("6-1-f", "6-1-a", "6-1-e"))
    assert rows[OBJECTING].replace(" <#activity-1>", "").replace(" <#activity-3>", "") == "Del 1 og Del 3."
    assert rows[WITHDRAWING] == "Del 2 <#activity-2>."


def test_a_right_that_no_basis_gives_is_named_and_refused() -> None:
    context = _on("6-1-c")
    printed = _text(context)
    assert "Retten til dataportabilitet gjelder ikke her" in printed
    assert "Retten til å protestere gjelder ikke her" in printed
    assert set(context.ledger.rights) == {
        "access", "rectification", "erasure", "restriction", "portability", "objection",
    }  # fmt: skip


def test_a_missing_basis_leaves_open_what_depends_on_it() -> None:
    context = _on("6-1-c", "")
    printed = _text(context)
    assert "gjelder ikke her" not in printed
    assert "[!] **Ikke fastsatt**" in printed
    gaps = [gap for gap in context.ledger.gaps if gap.activities]
    assert [gap.activities for gap in gaps] == [(RecordId("activity-2"),)]


def test_the_right_to_object_stands_in_a_box_of_its_own() -> None:
    boxes = [block for block in rights_section(_on("6-1-f", "6-1-c")) if isinstance(block, Box)]
    assert len(boxes) == 1
    heading = boxes[0].blocks[0]
    assert isinstance(heading, Heading)
    assert heading.title == "Du kan protestere"
    assert "Del 1" in shown(boxes[0])
    assert "Del 2" not in shown(boxes[0])


def test_without_a_purpose_that_can_be_objected_to_there_is_no_box() -> None:
    assert not [block for block in rights_section(_on("6-1-a")) if isinstance(block, Box)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_asking_costs_nothing_and_is_answered_within_a_month(language: Language) -> None:
    month = {"nb": "innen én måned", "nn": "innan éin månad", "en": "within one month"}[language]
    assert month in _text(_on("6-1-a", language=language))


def test_how_to_ask_is_the_organisations_own_text() -> None:
    how = Statement(id=RecordId("statement"), rights_how=same("Skriv til innsyn@prove.example"))
    context = _context(how)
    printed = _text(context)
    assert "Skriv til innsyn@prove.example <mailto:innsyn@prove.example>." in printed
    assert list(context.ledger.channels) == ["email"]
    assert context.ledger.gaps == []


def test_a_missing_way_to_ask_is_a_gap_of_the_item() -> None:
    context = _on("6-1-a")
    assert "[!] **Ikke fastsatt**. Hvordan du ber oss om det, mangler." in _text(context)
    assert [(gap.section, gap.item) for gap in context.ledger.gaps] == [("11", "rights")]
