"""Web pages as a whole: nested well, complete, safe, the same bytes for the same document."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from ropa_app.i18n import LANGUAGES
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.html import as_html, write_html
from ropa_app.reports.page_model import Document, Heading, Part, Run, ScreenWords, TitleBlock, link, para
from ropa_app.reports.progress import Cancelled
from ropa_app.reports.statement_report import statement_report
from tests.reports.html.reading import Element, one, read
from tests.reports.pdf import samples
from tests.reports.scenes import edition, velux
from tests.reports.statement.statements import FINAL

WORDS: Final = ScreenWords("Contents", "To the text", "To the list", "Up", "see {number}")
DOCUMENTS: Final = ["everything", "register", *(f"{a}-{b}" for a in LANGUAGES for b in ("draft", "final"))]
_NOT_PRINTED: Final = {"anchor", "key", "language", "link", "section", "source", "target", "weight", "gap"}


def everything() -> Document:
    """Return a document with every kind of block, on a page with words of its own."""
    parts = (samples.front(), samples.contents(3), samples.overview(4), samples.sheet(1), samples.sheet(2))
    return replace(samples.document(*parts, samples.chart_and_box()), screen=WORDS)


def document(name: str) -> Document:
    """Return a document by its name, its iterables fresh."""
    if name == "everything":
        return everything()
    if name == "register":
        return article30_report(velux(), "nb", shipped(), edition())
    language, state = name.split("-")
    final = FINAL if state == "final" else None
    known = next(one for one in LANGUAGES if one == language)
    return statement_report(velux(), known, shipped(), edition(), final).document


def small(*blocks: object, **changes: object) -> Document:
    """Return a document of one part."""
    return samples.document(Part(blocks), **changes)  # type: ignore[arg-type]  # the tests give what fits


@pytest.fixture(scope="module", params=DOCUMENTS)
def page(request: pytest.FixtureRequest) -> Element:
    return read(as_html(document(request.param)))


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    targets = {
        element.attributes["href"][1:]
        for element in page.all("a", "use")
        if element.attributes["href"].startswith("#")
    }
    assert targets <= set(ids)
    assert targets


def test_headings_go_down_step_by_step(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(element.text.strip() for element in page.all("h1", "h2", "h3", "h4", "h5", "h6"))


def test_landmarks(page: Element) -> None:
    body = one(page, "body")
    blocks = [element.tag for element in body.content if isinstance(element, Element)]
    assert [tag for tag in blocks if tag not in ("div", "svg")] == ["header", "main", "footer"]
    names = [element.attributes["aria-label"] for element in page.all("nav")]
    assert names
    assert all(names)


def test_nothing_runs_and_nothing_is_fetched(page: Element) -> None:
    allowed = {"a", "use"}
    for element in page.all():
        assert element.tag not in ("script", "link", "img", "iframe", "object", "embed", "base", "form")
        assert not [name for name in element.attributes if name.startswith("on") or name in ("src", "style")]
        assert "href" not in element.attributes or element.tag in allowed
    style = one(page, "style").content[0]
    assert isinstance(style, str)
    assert not re.search(r"url\(|@import|@font-face|expression|</", style)
    policy = next(one for one in page.all("meta") if "http-equiv" in one.attributes).attributes["content"]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    expected = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy == expected


def test_tables_say_what_heads_what(page: Element) -> None:
    for table in page.all("table"):
        for head in table.all("th"):
            assert head.attributes["scope"] in ("col", "row", "rowgroup")
        assert list(table.all("thead"))
        assert list(table.all("tbody"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_printed_text_is_on_the_page(name: str) -> None:
    shown = flat(" ".join(told(read(as_html(document(name))))))
    missing = {text for text in printed(document(name)) if flat(text) not in shown}
    assert missing == set()


def told(root: Element) -> Iterator[str]:
    """Yield the text of a page, that of its attributes, and its title."""
    yield root.text
    yield from (each for each in one(root, "title").content if isinstance(each, str))
    for element in root.all():
        yield from element.attributes.values()


def flat(text: str) -> str:
    """Return a text without what only decides where lines end."""
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def printed(model: object) -> Iterator[str]:
    """Yield every text that a model prints, field by field."""
    if isinstance(model, str):
        yield model
    elif isinstance(model, Enum) or model is None:
        return
    elif is_dataclass(model):
        for each in fields(model):
            value = getattr(model, each.name)
            edge = isinstance(model, Document) and each.name not in ("title", "draft", "footer", "parts")
            if not edge and each.name not in _NOT_PRINTED and not isinstance(value, int | float):
                yield from (value,) if isinstance(value, str) else printed(value)
    elif hasattr(model, "__iter__"):
        for each in model:
            if not isinstance(each, bool):
                yield from printed(each)


def test_the_page_says_what_it_is() -> None:
    page = read(as_html(document("nn-draft")))
    assert one(page, "html").attributes == {"lang": "nn-NO"}
    assert one(page, "title").content == [document("nn-draft").title]
    named = {
        e.attributes["name"]: e.attributes["content"] for e in page.all("meta") if "name" in e.attributes
    }
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert named["color-scheme"] == "light dark"
    assert named["author"] in named["description"]


def test_only_a_draft_is_marked_and_kept_from_search_engines() -> None:
    for name, mark in (("nb-draft", True), ("nb-final", False)):
        text = as_html(document(name))
        assert ('<p class="draft">Utkast</p>' in text) is mark
        assert ('content="noindex"' in text) is mark
        assert ("utkast" in text.lower()) is mark


def test_the_summary_comes_before_the_list_of_contents_and_the_rest_after_it() -> None:
    main = one(read(as_html(document("nb-final"))), "main")
    first, contents, rest = (element for element in main.content if isinstance(element, Element))
    assert [e.attributes["id"] for e in first.all("h2")] == ["section-0"]
    listed = [element.attributes["href"] for element in contents.all("a")]
    assert listed == ["#section-0", *(f"#{e.attributes['id']}" for e in rest.all("h2"))]
    ways_up = [e for e in rest.all("p") if e.classes() == ["to-top"]]
    assert len(ways_up) == len(listed) - 1


def test_skip_links_stand_first() -> None:
    body = one(read(as_html(document("en-final"))), "body")
    links = list(body.all("a"))[:2]
    assert [one.text for one in links] == ["Skip to the text", "Skip to the contents"]
    targets = [
        next(e for e in body.all() if e.attributes.get("id") == a.attributes["href"][1:]) for a in links
    ]
    assert [target.tag for target in targets] == ["main", "nav"]


def test_a_document_without_words_for_the_screen_has_no_links_that_say_nothing() -> None:
    made = small(TitleBlock("T"), Heading("A", anchor="a", outline=0), Heading("B", anchor="b", outline=0))
    page = read(as_html(made))
    assert list(page.all("a", "nav")) == []


def test_a_document_without_a_title_block_has_a_title() -> None:
    page = read(as_html(small(para("Text", link(" up", "#nowhere")))))
    assert one(page, "h1").text == "Catalogue, Northwind Library"
    target = one(page, "a").attributes["href"]
    assert one(page, "body").attributes["id"] == target[1:]


def test_an_anchor_that_stands_twice_is_placed_once_and_odd_ones_are_mended() -> None:
    made = small(
        TitleBlock("T"), Heading("A", anchor="a"), Heading("B", anchor="a"), Heading("C", anchor="å/ø"),
        Heading("D", anchor="text"), para(link("c", "#å/ø"), link("d", "#text")),
    )  # fmt: skip
    page = read(as_html(made))
    assert [h.attributes.get("id") for h in page.all("h2")] == ["a", None, "å-ø", "text"]
    assert [a.attributes["href"] for a in page.all("a")] == ["#å-ø", "#text"]
    assert one(page, "main").attributes["id"] == "text-2"


def test_words_of_a_record_never_become_markup_or_style() -> None:
    hostile = '</style></title><script>alert("1")</script>&amp;<img src="/etc/passwd">\\"} * { color: red }'
    made = small(
        TitleBlock(hostile, hostile, hostile, hostile), para(Run(hostile, language="en")),
        title=hostile, footer=hostile, draft=hostile, organisation=hostile, subject=hostile,
        short_name=hostile,
    )  # fmt: skip
    plain = small(
        TitleBlock("x", "x", "x", "x"), para(Run("x", language="en")),
        title="x", footer="x", draft="x", organisation="x", subject="x", short_name="x",
    )  # fmt: skip
    page, harmless = read(as_html(made)), read(as_html(plain))
    assert [e.tag for e in page.all() if e.tag != "wbr"] == [e.tag for e in harmless.all()]
    assert one(page, "title").content == [hostile]
    style = one(page, "style").content[0]
    assert isinstance(style, str)
    assert "color: red" not in style
    assert style.count("}") == style.count("{")
    assert hostile.replace("\u00ad", "") in one(page, "footer").text


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_html(document("nb-draft"), tmp_path / name)
    first = (tmp_path / "a").read_bytes()
    assert first == (tmp_path / "b").read_bytes()
    assert b"\r" not in first
    assert first.endswith(b"</html>\n")
    assert first.startswith(b"<!DOCTYPE html>\n<html lang=")


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    steps: list[int] = []

    def goes_on(complete: int) -> bool:
        steps.append(complete)
        return True

    as_html(everything(), goes_on)
    assert steps == [1, 2, 3, 4, 5, 6]
    with pytest.raises(Cancelled):
        as_html(everything(), lambda complete: complete < 2)
