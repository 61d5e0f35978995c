"""Pages: what stands together, where they end, and which setting is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.reports.page_model import (
    Block,
    Box,
    Column,
    FieldRow,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    LetterHeading,
    Orientation,
    Part,
    Table,
    TextStyle,
    cell,
    para,
)
from tests.reports.pdf import audit, samples
from tests.reports.pdf.reading import bottoms, pages


def written(*parts: Part) -> bytes:
    return samples.written(samples.document(*parts))


def lines(count: int) -> tuple[Block, ...]:
    return tuple(para(f"line {number}", style=TextStyle.COMPACT) for number in range(count))


def table(rows: int) -> Table:
    return Table(
        (Column("A head"), Column("B head")), tuple((cell(f"row{n}"), cell("x")) for n in range(rows))
    )


@pytest.mark.parametrize("rows", [3, 40])
def test_a_heading_never_ends_a_page(rows: int) -> None:
    for filler in range(36, 56):
        heading = Heading("The heading", 3, style=HeadingStyle.SUBSECTION)
        texts = pages(written(Part((*lines(filler), heading, para("An introduction."), table(rows)))))
        with_heading = next(text for text in texts if "The heading" in text)
        assert "An introduction." in with_heading, filler
        assert "row1" in with_heading, filler
        assert "A head" in with_heading, filler


def test_a_small_table_stays_with_its_letter() -> None:
    for filler in range(36, 56):
        blocks = (*lines(filler), LetterHeading("a", "The letter", "section 1"), table(5))
        texts = pages(written(Part(blocks)))
        with_heading = next(text for text in texts if "The letter" in text)
        assert all(f"row{n}" in with_heading for n in range(5)), filler


def test_paragraphs_leave_no_single_line() -> None:
    for filler in range(38, 52):
        text = " ".join(f"word{n}" for n in range(60))
        for page in pages(written(Part((*lines(filler), para(text))))):
            body = [line for line in page.splitlines() if "word" in line]
            assert len(body) != 1, filler


def test_a_group_stays_together_and_a_huge_one_comes_apart() -> None:
    for filler in (10, 40, 45):
        group = Group(tuple(para(f"group {n}") for n in range(12)))
        texts = pages(written(Part((*lines(filler), group))))
        assert sum("group" in text for text in texts) == 1
    huge = Group(tuple(para(f"group {n}") for n in range(80)))
    texts = pages(written(Part((huge,))))
    assert len(texts) == 3
    assert "group 79" in texts[-1]


def test_a_box_is_never_split_unless_no_page_holds_it(tmp_path: Path) -> None:
    for filler in (10, 40, 45):
        box = Box((Heading("Boxed", 2, style=HeadingStyle.BOX), *(para(f"boxed {n}") for n in range(6))))
        texts = pages(written(Part((*lines(filler), box))))
        assert sum("boxed" in text.lower() for text in texts) == 1
    data = written(Part((Heading("Title", 1), Box(tuple(para("boxed " * 300) for _ in range(6))))))
    assert audit.tree_text(data).count("boxed") == 1800
    assert audit.ua_errors(data, tmp_path / "box.pdf") == []


def test_no_page_is_empty() -> None:
    heading = Heading("Chapter", 2, page_break=True)
    parts = [Part((heading, *lines(40))), Part(()), Part((heading,)), Part((para("last"),), continues=True)]
    texts = pages(written(*parts))
    assert len(texts) == 2
    assert "last" in texts[1]


def test_parts_begin_pages_unless_they_continue() -> None:
    parts = (
        Part((para("one"),)),
        Part((para("two"),), continues=True),
        Part((para("three"),)),
        Part((para("four"),), Orientation.LANDSCAPE, continues=True),
    )
    texts = pages(written(*parts))
    assert ["one" in text and "two" in text for text in texts] == [True, False, False]
    assert "three" in texts[1]
    assert "four" in texts[2]


def fields(count: int) -> FieldTable:
    return FieldTable(tuple(FieldRow(cell(f"label{n}"), cell("value")) for n in range(count)))


def test_a_part_is_set_tighter_only_where_that_saves_a_page() -> None:
    heights = {}
    for count in (30, 39, 80):
        loose = written(Part((fields(count),)))
        fitted = written(Part((fields(count),), fit=True))
        heights[count] = (len(bottoms(loose)), len(bottoms(fitted)), loose == fitted)
    assert heights == {30: (1, 1, True), 39: (2, 1, False), 80: (3, 3, True)}


def test_running_heads_name_the_section_in_force() -> None:
    first = Heading("First", 2, section="First section")
    second = Heading("Second", 2, section="Second section")
    texts = pages(written(Part((para("front"),)), Part((first, *lines(60), second, *lines(70)), section="")))
    heads = ["First section" in text for text in texts]
    assert heads == [False, True, True, False]
    assert "Second section" in texts[3]
    assert "Second section" not in texts[2]
    named = pages(written(Part((para("x"),)), Part(lines(90), section="A name of more than five words here")))
    assert all("A name of more than …" in text for text in named[1:])


def tall_row(count: int) -> Table:
    """Return a table of one row with so many lines of 11.75 points."""
    return Table((Column("A head"), Column("B head")), ((cell("\n".join(["tall"] * count)), cell("x")),))


@pytest.mark.parametrize("count", [24, 40, 54, 57, 58, 59, 70])
def test_a_heading_is_never_parted_from_a_tall_row(count: int) -> None:
    for filler in (0, 30):
        part = Part((*lines(filler), LetterHeading("a", "The letter", "section 1"), tall_row(count)))
        data = written(part)
        with_heading = next(text for text in pages(data) if "The letter" in text)
        assert "tall" in with_heading, filler
        assert audit.tree_text(data).count("tall") == count
        assert max(bottoms(data)) < 842 - 55


def test_a_heading_is_never_parted_from_a_box_that_leaves_it_no_room() -> None:
    for count in (29, 30, 31, 32):
        box = Box(tuple(para(f"boxed {n}") for n in range(count)))
        texts = pages(written(Part((Heading("The heading", 1), box))))
        assert "boxed 0" in texts[0], count
        assert "boxed 1\n" in texts[0], count


def test_running_heads_are_no_sentences(tmp_path: Path) -> None:
    """Eight words, four of them lowercase, on one page only, would be taken for lost prose."""
    for name in ("The house", "Trust for the upkeep of the old houses by the sea in the north"):
        parts = [
            Part((Heading("Title", 1), para("x")), section=section)
            for section in ("", "Letters sent out of the town", "Short", "a b c d e f g h")
        ]
        data = samples.written(samples.document(*parts, organisation=name))
        assert [one for one in audit.ua_errors(data, tmp_path / "heads.pdf") if "TAG-002" in one] == []
        texts = pages(data)
        assert name.split()[1] in texts[1]
        assert "Letters" in texts[1]
        assert "Short" in texts[2]
