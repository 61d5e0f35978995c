"""The peers get every word and picture of the document that our own PDF comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ropa_app.legal import shipped
from ropa_app.reports import page_model as m
from ropa_app.reports.article30_report import article30_report
from tests.bench.peers.html import as_html
from tests.bench.peers.odf import as_odf
from tests.reports.marked_register import marked_register
from tests.reports.scenes import edition

# Texts of the page model that nobody reads on paper.
_HIDDEN = {"anchor", "link", "language", "section", "summary"}
_IMAGE = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}image"


def _document() -> m.Document:
    return article30_report(marked_register().reading(), "nb", shipped(), edition())


def _printed(content: Any) -> Iterator[str]:
    """Yield the texts of some content, without those of pictures: their lines are broken already."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, m.FlowFigure | m.DotChart | m.OutlineEntry):
        return
    elif is_dataclass(content):
        for one in fields(content):
            if one.name not in _HIDDEN:
                yield from _printed(getattr(content, one.name))
    elif isinstance(content, Iterable):
        for one in content:
            yield from _printed(one)


def _words(texts: Iterable[str]) -> set[str]:
    return set(re.findall(r"\w+", " ".join(texts)))


def _figures(content: Any) -> int:
    if isinstance(content, m.FlowFigure | m.DotChart):
        return 1
    if isinstance(content, m.Part | m.Group | m.Box):
        return sum(map(_figures, content.blocks))
    return 0


@pytest.fixture(scope="module")
def words() -> set[str]:
    found = _words(text for part in _document().parts for text in _printed(part.blocks))
    assert len(found) > 500
    return found


@pytest.fixture(scope="module")
def figures() -> int:
    return sum(map(_figures, _document().parts))


def test_the_page_for_browsers_has_every_word_and_picture(words: set[str], figures: int) -> None:
    html = "".join(as_html(_document()))
    assert words - _words([unescape(re.sub(r"<[^>]+>", " ", html))]) == set()
    assert html.count("<svg ") == figures > 1


def test_the_text_for_office_programs_has_every_word_and_picture(words: set[str], figures: int) -> None:
    root = ET.fromstring("".join(as_odf(_document())))
    assert words - _words(root.itertext()) == set()
    assert len(list(root.iter(_IMAGE))) == figures
