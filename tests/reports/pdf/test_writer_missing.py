"""Whatever text a document holds, and wherever: what no face has is told by number and reported.

A character of its own goes into every field of every block of a document that has all of them, so a place
that draws without the fallback, or keeps what it could not draw to itself, is found by name.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf
import pymupdf
import pypdf
import pytest

from ropa_app.reports.page_model import Document, Heading, Part, Run, link, para
from ropa_app.reports.pdf import PdfReport, write_pdf
from tests.reports.pdf import audit, samples

# Not printed: names that the model itself uses, and where words may be broken.
SILENT: Final = frozenset({"language", "link", "anchor", "source", "target", "conformance", "seams", "glue"})
KEYS: Final = frozenset({"FlowBox.key"})
UNPRINTABLE: Final = "\x00\x1b\x7f\x9f\u2028\u2029\u0085\u200b\u00ad\ufeff\u202e\t\r\n"
LETTERS: Final = frozenset({"Plates.letters", "LetterHeading.letter"})  # of the law: a plate holds one
Change = Callable[[str, str], str]


def changed(value: Any, change: Change, place: str = "") -> Any:
    """Return a model with every text that is printed changed; `change` is told the place and the text."""
    if isinstance(value, str):
        return change(place, value) if value else value
    if isinstance(value, (tuple, list, Iterator)):
        return tuple(changed(one, change, place) for one in value)
    if not is_dataclass(value):
        return value
    named = {field.name: f"{type(value).__name__}.{field.name}" for field in fields(value)}
    return replace(
        value,  # type: ignore[type-var]  # a dataclass, but mypy takes it for a class
        **{
            name: changed(getattr(value, name), change, where)
            for name, where in named.items()
            if name not in SILENT and where not in KEYS
        },
    )


class Places:
    """Gives every place a character that no face has."""

    def __init__(self) -> None:
        self._next = itertools.count(0x4E00)
        self.characters: dict[str, str] = {}

    def mark(self, place: str, text: str) -> str:
        """Return the text of a place with its character in the middle of it."""
        if place not in self.characters:
            self.characters[place] = chr(next(self._next))
        return f"{self.characters[place]} {text}"


@pytest.fixture(scope="module")
def marked() -> tuple[Places, bytes, PdfReport]:
    places = Places()
    model: Document = changed(samples.whole(draft="DRAFT"), places.mark)
    target = BytesIO()
    report = write_pdf(model, target)
    return places, target.getvalue(), report


Marked = tuple[Places, bytes, PdfReport]


def test_every_place_reports_what_it_could_not_draw(marked: Marked) -> None:
    places, _, report = marked
    assert len(places.characters) >= 40
    silent = [place for place, one in places.characters.items() if one not in report.missing_glyphs]
    assert silent == []
    assert len(report.missing_glyphs) == len(places.characters)


def test_every_place_shows_the_number(marked: Marked) -> None:
    places, data, _ = marked
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        shown = "".join("".join(page.get_text().split()) for page in opened)
        shown += "".join(title for _, title, _ in opened.get_toc())
        shown += "".join(str(text) for text in opened.metadata.values())
    with pikepdf.open(BytesIO(data)) as pdf:
        told = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        shown += "".join(str(one.get("/Alt", "")) for one in told)
        shown += "".join(str(one.A.get("/Summary", "")) for one in told if "/A" in one)
    unseen = [place for place, one in places.characters.items() if f"‹U+{ord(one):04X}›" not in shown]
    assert unseen == []
    assert not set(shown) & set(places.characters.values())


def test_bookmarks_links_and_metadata_say_what_the_pages_say(marked: Marked) -> None:
    places, data, _ = marked
    reader = pypdf.PdfReader(BytesIO(data))
    assert reader.metadata is not None
    number = f"‹U+{ord(places.characters['Document.title']):04X}›"
    assert str(reader.metadata.title).startswith(number)
    with pikepdf.open(BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        contents = "".join(str(link.Contents) for link in links)
    assert number in packet
    assert not set(packet + contents) & set(places.characters.values())
    assert f"‹U+{ord(places.characters['ContentsEntry.title']):04X}›" in contents


def test_text_that_nothing_can_print_still_makes_a_sound_file(tmp_path: Path) -> None:
    last: dict[str, str] = dict(
        zip(("Heading.title", "Run.text", "Document.title"), "\ud800\uffff\U0010ffff")
    )

    def spoilt(place: str, text: str) -> str:
        return text if place in LETTERS else f"{UNPRINTABLE}{text}{last.get(place, '')}{UNPRINTABLE}"

    model: Document = changed(samples.whole(draft="DRAFT"), spoilt)
    target = BytesIO()
    report = write_pdf(model, target)
    data = target.getvalue()
    assert set(report.missing_glyphs) == set("\ud800\uffff\U0010ffff")
    assert audit.audit(data).faults == []
    assert audit.ua_errors(data, tmp_path / "x.pdf") == []
    assert audit.archive_findings(data) == []
    assert "\x00" not in audit.tree_text(data)


def test_an_address_that_is_no_ascii_is_escaped_and_its_words_are_printable() -> None:
    model = samples.document(Part((Heading("Title", 1), para(link("Write", "mailto:søk@中\ud800.no")))))
    target = BytesIO()
    assert write_pdf(model, target).missing_glyphs == ("中", "\ud800")
    with pikepdf.open(BytesIO(target.getvalue())) as pdf:
        one = pdf.pages[0].obj.Annots[0]
        assert str(one.A.URI) == "mailto:s%C3%B8k@%E4%B8%AD%3F.no"
        assert str(one.Contents) == "Write (søk@‹U+4E2D›‹U+D800›.no)"


def test_no_string_of_the_file_is_longer_than_an_archive_allows(tmp_path: Path) -> None:
    long = "word " * 20_000
    parts = Part((Heading("Title", 1), Heading(long, 2, anchor="a", outline=0), para(Run(long, link="#a"))))
    data = samples.written(samples.document(parts, title=long, organisation=long, footer=long))
    assert audit.archive_findings(data) == []
    assert audit.tree_text(data).count("word") == 40_000
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(str(pdf.docinfo.Title)) == len(str(pdf.docinfo.Author)) == 8_000
        assert str(pdf.docinfo.Title).endswith("…")
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == str(pdf.docinfo.Title)
