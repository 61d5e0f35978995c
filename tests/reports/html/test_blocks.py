"""Blocks as elements: sections, lists, boxes, pictures."""

from __future__ import annotations

import pytest

from ropa_app.reports.html.anchors import Anchors, anchors_of
from ropa_app.reports.html.blocks import Body
from ropa_app.reports.page_model import (
    Block,
    Box,
    BulletList,
    Contents,
    ContentsEntry,
    FieldTable,
    Group,
    Heading,
    LetterHeading,
    ListItem,
    OutlineEntry,
    Plates,
    ScreenWords,
    cell,
    para,
    runs,
)
from tests.reports.html.reading import Element, one, read
from tests.reports.pdf import samples
from tests.reports.pdf.pictures import chart, flow


def made(*blocks: Block, to_top: bool = False, words: ScreenWords | None = None) -> Element:
    """Return blocks as elements."""
    document = samples.document(screen=words or ScreenWords(contents="Contents", to_top="Up"))
    body = Body(document, Anchors(anchors_of(blocks)))
    body.add(blocks)
    return read(body.taken(to_top=to_top))


def outline(root: Element) -> str:
    """Return the tags of elements as a line of brackets."""
    inner = (outline(one) for one in root.content if isinstance(one, Element))
    return f"{root.tag}({' '.join(inner)})"


def test_sections_follow_the_headings() -> None:
    blocks = (
        Heading("A", 2),
        para("a"),
        Heading("B", 3),
        Group((Heading("C", 3), para("c"))),
        Heading("D", 2),
    )
    found = "(section(h2() p() section(h3()) section(h3() p())) section(h2()))"
    assert outline(made(*blocks, words=ScreenWords())) == found


def test_a_heading_in_a_box_opens_no_section() -> None:
    blocks = (Heading("A", 2), Box((Heading("No", 3), para("b"))), para("c"))
    assert outline(made(*blocks)) == "(section(h2() section(h3() p()) p()))"


def test_every_section_leads_up_where_there_are_words_for_it() -> None:
    blocks = (Heading("A", 2), Heading("B", 3), Heading("C", 2))
    for words, ways in ((None, 2), (ScreenWords(), 0)):
        page = made(*blocks, to_top=True, words=words)
        assert len([p for p in page.all("p") if "to-top" in p.classes()]) == ways


def test_contents_are_lists_in_lists() -> None:
    entries = (
        ContentsEntry("A", "a"), ContentsEntry("A1", "b", "1", 1), ContentsEntry("A11", "c", level=3),
        ContentsEntry("A2", "d", level=1), ContentsEntry("B", "e"),
    )  # fmt: skip
    nav = one(made(Contents(entries)), "nav")
    assert nav.attributes["aria-label"] == "Contents"
    bare = outline(nav).replace("a(span())", "a").replace("a(span() span())", "a")
    assert bare == "nav(ul(li(a ul(li(a ul(li(a))) li(a))) li(a)))"
    assert outline(made(Contents(()))) == "()"


def test_contents_that_begin_deep_and_rise() -> None:
    entries = (ContentsEntry("A", "a", level=2), ContentsEntry("B", "b"), ContentsEntry("C", "c", level=1))
    assert outline(made(Contents(entries))).count("li(") == 3


def test_lists() -> None:
    items = (ListItem(cell("a"), (ListItem(cell("b")),)), ListItem(cell("c")))
    assert outline(made(BulletList(items))) == "(ul(li(ul(li())) li()))"
    assert outline(made(BulletList(items, ordered=True))) == "(ol(li(ol(li())) li()))"
    assert outline(made(BulletList(()))) == "()"


def test_letters_and_plates() -> None:
    page = made(
        Heading("A", 2),
        LetterHeading("a", "Who", "section 1", complete=False, anchor="x"),
        Plates((("a", True), ("b", False)), runs("Missing: b.")),
    )
    assert one(page, "h3").text == "a Who section\u00a01"
    assert one(page, "h3").attributes["id"] == "x"
    plates = one(page, "p")
    hidden, *rest = plates.content
    assert isinstance(hidden, Element)
    assert hidden.attributes["aria-hidden"] == "true"
    assert rest == ["Missing: b."]


def test_an_entry_of_the_outline_is_a_target() -> None:
    assert one(made(OutlineEntry("Shelves", "shelves")), "div").attributes == {"id": "shelves"}


def test_pictures_are_told_in_words() -> None:
    page = made(flow(), chart())
    captions = [caption.text for caption in page.all("figcaption")]
    assert captions == [flow().alternative, chart().alternative]
    boxes = next(e for e in page.all("div") if "columns" in e.classes())
    assert boxes.attributes["aria-hidden"] == "true"
    assert len(list(page.all("tbody"))) == len(chart().groups)


def test_no_rows_no_list() -> None:
    assert outline(made(FieldTable(()))) == "()"


def test_what_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError):
        made("text")  # type: ignore[arg-type]  # that it is refused is the point
