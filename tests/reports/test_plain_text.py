"""Plain text for people: short lines, no trailing blanks, everything told in words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.page_model import (
    Block,
    Box,
    BulletList,
    Column,
    FieldRow,
    FieldTable,
    Heading,
    ListItem,
    Part,
    ScreenWords,
    Sign,
    Table,
    TitleBlock,
    cell,
    link,
    para,
    signed,
)
from ropa_app.reports.plain_text import COLUMNS, as_plain_text, write_plain_text
from ropa_app.reports.progress import Cancelled
from ropa_app.reports.statement_report import statement_report
from tests.reports.golden import assert_golden
from tests.reports.pdf import samples
from tests.reports.scenes import edition, velux
from tests.reports.statement.statements import FINAL

WORDS = ScreenWords(contents="Contents", reference="see {number}")


def text(*blocks: Block, words: ScreenWords = WORDS) -> str:
    """Return blocks as plain text, without what stands at the end of every document."""
    made = as_plain_text(samples.document(Part(blocks), screen=words))
    return made.partition("\n" + "-" * COLUMNS)[0].strip("\n")


def test_every_kind_of_block() -> None:
    parts = (samples.front(), samples.contents(3), samples.overview(2), samples.sheet(1))
    document = samples.document(*parts, samples.chart_and_box(), draft="Draft")
    assert_golden("plain-text", as_plain_text(replace(document, screen=WORDS)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_fits_in_a_mail(language: Language) -> None:
    draft = as_plain_text(statement_report(velux(), language, shipped(), edition()).document)
    final = as_plain_text(statement_report(velux(), language, shipped(), edition(), FINAL).document)
    for made in (draft, final):
        lines = made.split("\n")
        assert lines[-1] == ""
        assert lines[-2]
        assert [line for line in lines if line != line.rstrip() or len(line) > COLUMNS] == []
        assert not re.search("\n\n\n", made.partition("=")[2])
        assert not re.search(r"[\u00a0\u00ad\u202f\t]", made)
    assert draft.split("\n")[0] in ("Utkast", "Draft")
    assert "utkast" not in final.lower()
    assert "velux-no@velux.com" in final
    assert "mailto:" not in final


def test_the_register_can_be_told_too() -> None:
    made = as_plain_text(article30_report(velux(), "nb", shipped(), edition()))
    assert "Dataflyt for" in made
    assert "Behandlingsgrunnlag" in made


def test_headings_are_underlined_by_their_level() -> None:
    made = text(TitleBlock("Title"), Heading("Two", 2, "1"), Heading("Three", 3), Heading("Four", 4))
    assert made == "Title\n=====\n\n1 Two\n-----\n\nThree\n~~~~~\n\nFour\n...."


def test_a_value_stands_after_its_label_and_more_of_it_below() -> None:
    rows = (
        FieldRow(cell("Label"), cell("one", para("two"))),
        FieldRow(cell("Why?"), cell(signed(Sign.NOT_STATED, "Not stated", "Nobody asked."))),
    )
    assert text(FieldTable(rows)) == "Label: one\n  two\nWhy? Not stated. Nobody asked."


def test_rows_of_a_table_are_told_one_after_another() -> None:
    columns = (Column("Name"), Column("Place", letter="B"), Column(""))
    rows = ((cell("One"), cell("Oslo"), cell("x")), (cell("Two"), cell("Bodø"), cell("y")))
    told = "Name: One\nB Place: Oslo\nx\n\nName: Two\nB Place: Bodø\ny"
    assert text(Table(columns, rows, summary="Places")) == told


def test_links_tell_their_address_once_and_sections_their_number() -> None:
    address = "https://example.org/a"
    made = text(
        Heading("Five", 2, "5", "five"),
        para(
            link("rule", address),
            ", ",
            link("rule", address),
            ", ",
            link("example.org", "https://example.org"),
        ),
        para(
            link("a@b.no", "mailto:a@b.no"),
            ", ",
            link("call", "tel:+4722510600"),
            ", ",
            link("more", "#five"),
        ),
        para(link("gone", "#gone")),
    )
    assert made.split("\n\n")[1:] == [
        "rule <https://example.org/a>, rule, example.org <https://example.org>",
        "a@b.no, call <+4722510600>, more (see 5)",
        "gone",
    ]


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "a-b/" * 30
    assert f"<{address}>" in text(para("See ", link("the rule", address), "."))


def test_lists_and_boxes_are_set_in() -> None:
    items = (ListItem(cell("a " * 40), (ListItem(cell("b")),)), ListItem(cell("c")))
    made = text(BulletList(items, ordered=True), Box((Heading("No", 3), para("Write to us."))))
    first = " ".join("a" * 37)
    assert made == f"1. {first}\n   a a a\n   1. b\n2. c\n\n    No\n    ~~\n\n    Write to us."


def test_contents_are_listed_after_the_first_part() -> None:
    parts = (
        Part((TitleBlock("T"), Heading("Short", anchor="a", outline=0))),
        Part((Heading("Long", 2, "1", "b", outline=0),)),
    )
    made = as_plain_text(samples.document(*parts, screen=WORDS))
    assert made.index("Contents\n--------\n\nShort\n 1 Long\n") < made.index("1 Long\n------")
    assert "Contents" not in as_plain_text(samples.document(*parts))


@given(st.text(max_size=200))
def test_any_text_gives_clean_lines(typed: str) -> None:
    for line in text(para("x", typed), FieldTable((FieldRow(cell(typed), cell(typed)),))).split("\n"):
        assert line == line.rstrip(" ")
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", line)


def test_it_is_written_in_utf_8_and_can_be_stopped(tmp_path: Path) -> None:
    document = samples.document(Part((para("æøå"),)), Part((para("b"),)))
    write_plain_text(document, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes().startswith("æøå\n".encode())
    with pytest.raises(Cancelled):
        as_plain_text(document, lambda complete: complete < 1)
