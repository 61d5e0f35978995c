"""Pictures: told in words, drawn within their box, shrunk where no page holds them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from ropa_app.reports.page_model import (
    ChartGroup,
    ChartRow,
    DotChart,
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Heading,
    Part,
    Sign,
    Spread,
)
from tests.reports.pdf import audit, pictures, samples
from tests.reports.pdf.reading import pages
from tests.samples.pages import misplaced


def figures(data: bytes) -> list[dict[str, Any]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        return [{"alt": str(f.Alt), "box": [float(edge) for edge in f.A.BBox]} for f in found]


def written(figure: FlowFigure | DotChart) -> bytes:
    return samples.written(samples.document(Part((Heading("Title", 1), figure))))


def tall(boxes: int) -> FlowFigure:
    left = FlowStack("Many", tuple(FlowBox(f"a{n}", f"Box {n}", "with some words") for n in range(boxes)))
    right = FlowStack("One", (FlowBox("b", "Hub <b>&"),))
    columns = (FlowColumn((left,)), FlowColumn((right,), spread=Spread.MIDDLE))
    return FlowFigure(
        columns, tuple(FlowArrow(f"a{n}", "b") for n in range(boxes)), "Boxes & <arrows>, ½ of them"
    )


def test_figures_have_words_and_a_place_on_the_page() -> None:
    (figure,) = figures(written(pictures.flow()))
    assert figure["alt"] == "Flow of shelf 1.3. Readers: grown-ups; children."
    left, bottom, right, top = figure["box"]
    assert (round(left), round(right)) == (62, 549)
    assert 60 < bottom < top < 780


def test_words_of_a_picture_are_drawn() -> None:
    text = pages(written(pictures.flow()))[0]
    for word in ("Grown-ups", "Natural history", "Sister house", "outside", "old card", "Givers"):
        assert word in text


def test_a_picture_higher_than_a_page_is_shrunk(tmp_path: Path) -> None:
    data = written(tall(60))
    (figure,) = figures(data)
    assert figure["alt"] == "Boxes & <arrows>, ½ of them"
    assert figure["box"][1] >= 61
    assert figure["box"][3] <= 776
    assert "Box 59" in "".join(pages(data))
    assert audit.audit(data).faults == []
    assert audit.ua_errors(data, tmp_path / "tall.pdf") == []


def test_arrows_without_their_boxes_are_left_out() -> None:
    column = FlowColumn((FlowStack("One", (FlowBox("a", "Box"),)), FlowStack("Empty", ())))
    figure = FlowFigure((column, FlowColumn((FlowStack("Two", ()),))), (FlowArrow("a", "nowhere"),), "A box.")
    text = pages(written(figure))[0]
    assert "Box" in text
    assert "Empty" in text


def test_a_chart_shows_rows_columns_and_totals() -> None:
    groups = (ChartGroup(Sign.ELSEWHERE, "Outside", (ChartRow("Island", (True, False), "3"),)),)
    data = written(DotChart("Place", ("1.1", "1.2"), "Borrowers", groups, "Places. Outside: Island."))
    text = pages(data)[0]
    for word in ("Place", "1.1", "1.2", "Borrowers", "Outside", "Island", "3"):
        assert word in text
    assert figures(data)[0]["alt"] == "Places. Outside: Island."


def test_long_heads_and_labels_of_a_chart_take_lines_and_stand_apart() -> None:
    long = "A very long name of a department with many words"
    row = ChartRow("South Georgia and the South Sandwich Islands", (True, False, True), "12")
    chart = DotChart(
        "Country", (long, "2", "Personopplysningsbehandlingsprotokoll" * 2), "Total",
        (ChartGroup(Sign.WITHIN, "Inside", (row, row)),), "In words.",
    )  # fmt: skip
    data = written(chart)
    told = " ".join(audit.tree_text(data).split())
    assert long in told
    assert told.count(row.label) == 2
    assert "Personopplysningsbehandlingsprotokoll" * 2 in told
    assert misplaced(data) == []


def test_a_word_that_is_cut_in_a_box_stays_one_word() -> None:
    word = "Unbroken" * 8
    box = FlowBox("a", word, f"{word} and more")
    data = written(
        FlowFigure((FlowColumn((FlowStack("Boxes", (box,)),), gap=3), FlowColumn(())), (), "Words.")
    )
    assert audit.tree_text(data).count(word) == 2
