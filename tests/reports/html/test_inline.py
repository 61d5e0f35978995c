"""Text inside blocks: whatever is typed is read as typed, and is never markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.reports.html.anchors import Anchors
from ropa_app.reports.html.inline import Inline, attributes
from ropa_app.reports.page_model import Run, Sign, bold, cell, link, para, signed
from tests.reports.html.reading import one, read

_MARKUP = st.sampled_from(
    ["<b>", "</p>", "<!--", "]]>", "&lt;", '"', "'", "<script>", "\u202e", "\x00", "\x85"]
)
_TEXTS = st.lists(_MARKUP | st.text(), max_size=6).map("".join)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def inline(*anchors: str, glue: tuple[str, ...] = (), seams: tuple[str, ...] = ()) -> Inline:
    return Inline(Anchors(anchors), glue, seams)


@given(_TEXTS)
def test_any_text_is_read_as_it_was_typed(text: str) -> None:
    root = read(f"<p>{inline().text(text)}</p>")
    assert one(root, "p").text == _CONTROL.sub(" ", text)
    assert {element.tag for element in root.all()} <= {"p", "br", "wbr"}


@given(_TEXTS)
def test_any_attribute_is_read_as_it_was_typed(text: str) -> None:
    element = one(read(f"<p{attributes(title=text)}>x</p>"), "p")
    assert element.attributes.get("title", "") == _CONTROL.sub(" ", text).replace("\n", " ")


def test_every_look_has_its_element() -> None:
    run = Run("a", bold=True, italic=True, secondary=True, underline=True, strike=True, language="en")
    made = inline().run(run)
    assert made == (
        '<strong><em><del><ins><span class="secondary" lang="en">a</span></ins></del></em></strong>'
    )


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("#a", "#a"),
        ("#gone", "#top"),
        ("mailto:a@b.no", "mailto:a@b.no"),
        ('https://b.no/?a=1&b="x"', "https://b.no/?a=1&amp;b=&quot;x&quot;"),
    ],
)
def test_links_lead_where_they_should(target: str, href: str) -> None:
    assert f' href="{href}"' in inline("a").run(link("words", target))


def test_only_a_link_elsewhere_with_other_words_is_told_in_print() -> None:
    for text, printed in (("words", True), ("https://b.no", False), ("b.no", False)):
        assert ("address-in-print" in inline().run(link(text, "https://b.no"))) is printed
    assert "address-in-print" not in inline("a").run(link("words", "#a"))


def test_a_short_link_is_not_broken_and_keeps_its_language() -> None:
    made = inline().run(Run("Short", link="https://b.no", language="en"))
    assert made == '<a class="address-in-print whole" href="https://b.no" lang="en">Short</a>'
    assert "whole" not in inline().run(link("a link with more than two dozen letters", "https://b.no"))


def test_glue_and_seams() -> None:
    writer = inline(glue=("artikkel", "nr."), seams=("person", "personvern"))
    assert writer.text("(artikkel 6 nr. 1), partikkel 7") == "(artikkel\u00a06 nr.\u00a01), partikkel 7"
    assert writer.heading("Personvernerklæring, personvern") == "Personvern\u00aderklæring, personvern"
    assert inline().heading("Personvernerklæring") == "Personvernerklæring"


def test_a_word_longer_than_a_column_may_be_broken() -> None:
    assert inline().text("a" * 33).count("<wbr>") == 2
    assert "<wbr>" not in inline().text("a" * 32 + " " + "b" * 32)


def test_signs_are_hidden_from_those_who_are_read_to() -> None:
    writer = inline()
    made = read(writer.paragraph(signed(Sign.INVALID, "Old", "Why.")))
    drawing = one(made, "svg")
    assert drawing.attributes["aria-hidden"] == "true"
    assert one(made, "p").text == "Old. Why."
    assert writer.signs == {Sign.INVALID}


def test_cells() -> None:
    writer = inline()
    assert writer.cell(cell("a ", bold("b"))) == "a <strong>b</strong>"
    assert writer.cell(cell(para("a"), para("b"))) == "<p>a</p><p>b</p>"
    assert writer.cell(()) == ""
    assert writer.phrase(cell(para("a"), para("b"))) == "a<br>b"
