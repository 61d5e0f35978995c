"""The checks that read places back notice what they are there for."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pymupdf

from ropa_app.reports.page_model import Column, Heading, LetterHeading, Part, Table, cell, para
from tests.reports.pdf import samples
from tests.samples import pages, told


def test_a_heading_at_the_foot_and_an_empty_page_are_noticed() -> None:
    parts = (Part((para("text"), Heading("Last", 2))), Part((para("text"), LetterHeading("a", "Last"))))
    data = samples.written(samples.document(*parts))
    assert pages.faults(data) == ["page 1 ends with a heading", "page 2 ends with a heading"]
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.pages[1].obj.Contents = pikepdf.Array([pdf.pages[1].obj.Contents[1]])
        emptied = BytesIO()
        pdf.save(emptied)
    assert "page 2 is empty" in pages.faults(emptied.getvalue())


def _table(rows: int) -> Table:
    return Table(
        (Column("A head"), Column("Another")), tuple((cell(f"row{n}"), cell("x")) for n in range(rows))
    )


def test_heads_at_the_foot_and_rows_split_for_nothing_are_noticed() -> None:
    sheets = pages.sheets(samples.written(samples.document(Part((_table(70),)))))
    assert [len([mark for mark in sheet.marks if mark.head]) for sheet in sheets] == [2, 1]
    heads = pages.Sheet(1, 842, [mark for mark in sheets[0].marks if mark.head])
    assert all(mark.head for mark in heads.foot())
    row = next(mark for mark in sheets[0].marks if mark.row and not mark.head)
    split = [pages.Sheet(number, 842, [row]) for number in (1, 2)]
    assert pages.split_rows(split) == ["a row is split between the pages [1, 2]"]
    assert pages.split_rows(sheets) == []


def test_text_over_text_and_beyond_the_margin_is_noticed() -> None:
    data = samples.written(samples.document(Part((Heading("Title", 1), para("A line of text.")))))
    assert pages.misplaced(data) == []
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        box = opened[0].search_for("A line of text.")[0]
        opened[0].insert_text((box.x0 + 4, box.y1 - 2), "OVER", fontsize=10)
        opened[0].insert_text((540, 400), "BEYOND", fontsize=9)
        altered = opened.tobytes()
    found = " ".join(pages.misplaced(altered))
    assert "OVER" in found
    assert "BEYOND" in found


def test_a_lost_string_is_noticed_also_where_it_stands_elsewhere() -> None:
    assert told.lost(["one", "two", "one"], "one two one") == []
    assert told.lost(["one", "one", "two"], "one two") == ["one"]
    assert told.spelt("e\u0301\u00ad\u200b\t中\u2028x\r\ny", "中") == "é ‹U+4E2D› x y"
