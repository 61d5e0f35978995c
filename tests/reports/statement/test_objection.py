"""Section 8 and the boxes: the right to say no stands apart from all else."""

from __future__ import annotations

from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.reports import page_model as m
from ropa_app.reports.page_text import blocks_text
from tests.reports.scenes import organisation, same
from tests.reports.statement.statements import public, purpose, section, statement

MARKETING = purpose("6-1-a", marketing_channels=("email",))


def _boxes(part: int, *records: Record) -> list[str]:
    made = statement(*records)
    blocks = list(made.document.parts)[part].blocks
    return ["\n".join(blocks_text(block.blocks)) for block in blocks if isinstance(block, m.Box)]


def test_marketing_has_its_box_on_the_first_page_and_in_section_8() -> None:
    first, rest = _boxes(0, public(), MARKETING), _boxes(1, public(), MARKETING)
    assert len(first) == len(rest) == 1
    assert first == rest
    assert "Du kan alltid si nei til markedsføring" in first[0]
    assert "Si fra her: post@prove.example" in first[0]


def test_the_organisations_own_words_say_how() -> None:
    own = StatementText(id=RecordId("own"), section="08-marketing", text=same("Skriv STOPP til 2000."))
    box = _boxes(0, own, public(), MARKETING)[0]
    assert "Skriv STOPP til 2000." in box
    assert "Si fra her" not in box


def test_a_box_without_an_address_leaves_a_gap() -> None:
    made = statement(organisation(email=""), public(), MARKETING)
    assert {"0", "8"} <= {gap.section for gap in made.gaps}


def test_without_marketing_there_is_no_such_box() -> None:
    assert _boxes(0, public(), purpose("6-1-b")) == []
    assert section(8, public(), purpose("6-1-b")) == "Ingen av formålene i erklæringen er markedsføring."


def test_the_right_to_object_has_its_own_box() -> None:
    records = [public(), purpose("6-1-f", interest=same("å selge"))]
    for part in (0, 1):
        box = _boxes(part, *records)[0]
        assert "Du kan protestere" in box
        assert "Salg <#activity-1>." in box


def test_a_box_names_few_activities() -> None:
    records = [public(f"{n}", f"Del {n}") for n in range(1, 41)]
    purposes = [purpose("6-1-f", reference=f"{n}") for n in range(1, 41)]
    box = _boxes(0, *records, *purposes)[0]
    assert box.count("#activity-") == 14
    assert "og 26 til" in box
