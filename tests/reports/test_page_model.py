"""The page model: what it refuses, its short forms, and how plain text shows it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from ropa_app.reports.page_model import (
    Box,
    BulletList,
    ChartGroup,
    ChartRow,
    Column,
    Contents,
    ContentsEntry,
    Document,
    DotChart,
    FieldRow,
    FieldTable,
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Frame,
    Group,
    Heading,
    LetterHeading,
    ListItem,
    Orientation,
    OutlineEntry,
    Paragraph,
    Part,
    Plates,
    Rule,
    Run,
    Sign,
    Stroke,
    Table,
    TextStyle,
    TitleBlock,
    bold,
    cell,
    is_link,
    link,
    para,
    runs,
    secondary,
    signed,
)
from ropa_app.reports.page_text import as_text, printed_strings

FLOW = FlowFigure(
    columns=(
        FlowColumn((FlowStack("From", (FlowBox("a", "Shop", "orders"),)),)),
        FlowColumn((FlowStack("To", (FlowBox("b", "USA", frame=Frame.DOUBLE, sign=Sign.ELSEWHERE),)),)),
    ),
    arrows=(FlowArrow("a", "b", Stroke.STRONG),),
    alternative="From shop to USA.",
    key=((Stroke.STRONG, "far away"),),
)
CHART = DotChart(
    "Country",
    ("1", "2"),
    "Total",
    (ChartGroup(Sign.WITHIN, "Near", (ChartRow("Norway", (True, False), "3"),)),),
    "Norway: 1.",
)


def everything() -> Document:
    """Return a document with one block of every kind."""
    table = Table(
        (Column("Name", 2), Column("Place", letter="B", tinted=True)),
        (
            (cell("One"), cell(signed(Sign.ELSEWHERE, "USA"), "second")),
            (cell("Two"), cell(secondary("None"))),
        ),
        row_header=0,
        summary="Places",
    )
    front = (
        TitleBlock("Title", "Northwind", "Kicker", "Note"),
        FieldTable((FieldRow(cell("Number"), cell(signed(Sign.NOT_STATED, "Not stated", "Nobody asked."))),)),
        Rule(),
        Contents((ContentsEntry("Parts", "parts"), ContentsEntry("Orders", "s1", "1.1", 1))),
    )
    sheet = (
        OutlineEntry("Parts", "parts"),
        Heading("Orders", 2, "1.1", "s1", outline=1, section="1.1 Orders, short"),
        Plates((("a", True), ("b", False)), runs("Missing: ", bold("b"), ".")),
        FLOW,
        CHART,
        LetterHeading("a", "Who", "section 1", complete=False),
        table,
        BulletList((ListItem(cell("outer"), (ListItem(cell("inner")),)),), ordered=True),
        Box((Heading("You may say no", 3), para("Write to ", link("us", "mailto:post@example.org"), "."))),
        Group((para(Run("gone", strike=True), Run("new", underline=True), Run("Hello", language="en")),)),
    )
    return Document(
        title="Title, Northwind",
        language="nb",
        organisation="Northwind",
        short_name="Register",
        footer="Version 2",
        page_text="Page {page} of {pages}",
        day=date(2026, 11, 22),
        draft="Draft",
        keywords=("x", "y"),
        parts=(Part(front), Part(sheet, Orientation.LANDSCAPE, "Orders")),
    )


GOLDEN = """\
title: Title, Northwind
language: nb
running head: Northwind | Register
foot: Version 2 | Page {page} of {pages}
day: 2026-11-22
draft: Draft
keywords: x, y

===== portrait
Kicker
# Title
Northwind
Note
Number: [!] **Not stated**. Nobody asked.
-----
Parts .... <#parts>
  1.1 Orders .... <#s1>

===== landscape | Orders
(outline: Parts) {#parts}

## 1.1 Orders {#s1}
(running head: 1.1 Orders, short)
[a] (b) Missing: **b**.
figure: From shop to USA.
  From: Shop
    Shop: orders
  To: [<>] USA
  key strong: far away
figure: Norway: 1.
  Country | 1 2 | Total
  [o] Near
    Norway *. 3

### (a) Who | section 1
table: Places
| Name | B Place (tinted) |
| One | [<>] **USA** / second |
| Two | None |
1. outer
  1. inner
>
> ### You may say no
> Write to us <mailto:post@example.org>.
{-gone-}{+new+}{en: Hello}
"""


def test_plain_text_of_every_kind_of_block() -> None:
    assert as_text(everything()) == GOLDEN


def test_printed_strings_hold_metadata_links_and_alternatives() -> None:
    gathered = "\n".join(printed_strings(everything()))
    for word in ("Draft", "x, y", "mailto:post@example.org", "From shop to USA.", "Orders", "inner"):
        assert word in gathered


def test_parts_may_be_a_generator() -> None:
    made: list[int] = []

    def parts():
        for number in range(3):
            made.append(number)
            yield Part((para(f"text {number}"),))

    text = as_text(replace(everything(), parts=parts()))
    assert made == [0, 1, 2]
    assert "text 2" in text


def test_a_sign_needs_words() -> None:
    with pytest.raises(ValueError, match="words"):
        Paragraph((Run(" "),), sign=Sign.INVALID)
    assert signed(Sign.INVALID, "Old tool", style=TextStyle.SMALL).text == "Old tool"


@pytest.mark.parametrize(
    "target", ["#a", "https://a.no/x", "HTTP://a.no", "mailto:a@b.no", "tel:+4722510600"]
)
def test_links_that_are_allowed(target: str) -> None:
    assert is_link(target)
    assert link("x", target).link == target


@pytest.mark.parametrize("target", ["#", "file:///etc", "javascript:alert(1)", "a b", "https://a b", "#a\n"])
def test_links_that_are_refused(target: str) -> None:
    assert not is_link(target)
    with pytest.raises(ValueError, match="not a link"):
        Run("x", link=target)


def test_cells_join_strings_and_keep_paragraphs() -> None:
    made = cell("a ", bold("b"), signed(Sign.ELSEWHERE, "USA"), "c", "")
    assert [paragraph.text for paragraph in made] == ["a b", "USA", "c"]
    assert para("a", "").runs == (Run("a"),)


def test_the_model_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Run("x").text = "y"  # type: ignore[misc]  # that it is refused is the point
