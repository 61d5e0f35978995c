"""Whole documents: complete, tagged, archivable, the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdf
import pytest

from ropa_app.reports.page_model import DotChart, FlowFigure, OutlineEntry, Part, Run, para
from ropa_app.reports.pdf import Cancelled, PdfReport, write_pdf
from tests.reports.pdf import audit, samples

PRINTED = {"text", "title", "number", "letter", "reference", "organisation", "kicker", "note"}
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return samples.written(samples.whole(draft="DRAFT"))


def test_every_stroke_belongs_somewhere(whole: bytes) -> None:
    found = audit.audit(whole)
    assert found.faults == []
    assert found.artifacts > 50
    for tag in ("Document", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "TOC", "TOCI"):
        assert found.tags[tag], tag
    for tag in ("Reference", "Link", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Span"):
        assert found.tags[tag], tag


def test_a_checker_of_accessibility_finds_no_error(whole: bytes, tmp_path: Path) -> None:
    assert audit.ua_errors(whole, tmp_path / "whole.pdf") == []


def test_a_checker_of_archives_finds_nothing(whole: bytes) -> None:
    assert audit.archive_findings(whole) == []


def test_all_text_is_in_the_tree() -> None:
    told = audit.tree_text(samples.written(samples.whole())).replace("\u00ad", "")
    texts = list(_texts(samples.whole().parts))
    assert len(texts) > 300
    assert [text for text in texts if " ".join(text.split()) not in told] == []


def _texts(value: object) -> Iterator[str]:
    """Yield what is printed as text anywhere in a model; figures are told in words of their own."""
    if isinstance(value, FlowFigure | DotChart | OutlineEntry):
        return
    if isinstance(value, tuple | list | Iterator):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str) and field.name in PRINTED:
                yield inner
            elif not isinstance(inner, str):
                yield from _texts(inner)


def test_two_other_libraries_read_the_pages(whole: bytes) -> None:
    pages = len(pypdf.PdfReader(BytesIO(whole)).pages)
    with pymupdf.open(stream=whole, filetype="pdf") as opened:
        texts = [page.get_text() for page in opened]
    assert len(texts) == pages == 8
    assert all(f"Page {number} of 8" in text for number, text in enumerate(texts, 1))
    assert all("DRAFT" in text for text in texts)
    assert "Catalogue\n" not in texts[0]
    assert "Northwind Library" in texts[1]


def test_contents_show_the_pages_they_lead_to(whole: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(whole))
    lines = reader.pages[1].extract_text().splitlines()
    numbers = {line.split()[0]: line.split()[-1] for line in lines if line.strip()}
    assert numbers["Overview"] == "3"
    assert numbers["1.3"] == "7"
    assert numbers["Open"] == "8"
    places = reader.named_destinations
    assert reader.get_destination_page_number(places["s3"]) == 6


def test_outline_groups_the_sheets(whole: bytes) -> None:
    outline: Any = pypdf.PdfReader(BytesIO(whole)).outline
    titles = [entry.title if not isinstance(entry, list) else [e.title for e in entry] for entry in outline]
    sheets = [f"1.{n} Shelf of {samples.SUBJECTS[n]}" for n in (1, 2, 3)]
    assert titles == ["Catalogue of the shelves", "Contents", "Overview", "Shelves", sheets, "Open points"]


def test_the_file_is_sound(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_languages_of_document_and_runs(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        spans = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Span"]
        assert {str(span.Lang) for span in spans if "/Lang" in span} == {"en-US", "nb"}


def test_same_bytes_under_another_seed_zone_and_folder(whole: bytes, tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from tests.reports.pdf import samples;"
        "sys.stdout.buffer.write(samples.written(samples.whole(draft='DRAFT')))"
    )
    for seed, zone in (("1", "Asia/Tokyo"), ("77", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=True,
        )
        assert done.stdout == whole


def test_progress_may_cancel_and_leaves_no_file(tmp_path: Path) -> None:
    told: list[int] = []

    def progress(complete: int) -> bool:
        told.append(complete)
        return complete < 3

    target = tmp_path / "never.pdf"
    with pytest.raises(Cancelled):
        write_pdf(samples.whole(), target, progress)
    assert told[-1] == 3
    assert not target.exists()


def test_a_path_gets_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "whole.pdf"
    report = write_pdf(samples.whole(draft="DRAFT"), target)
    assert report == PdfReport(8)
    assert target.read_bytes() == whole


def test_what_could_not_be_printed_or_reached_is_told() -> None:
    model = samples.document(Part((para("中 ", Run("away", link="#nowhere")),)))
    assert write_pdf(model, BytesIO()) == PdfReport(1, ("中",), ("nowhere",))


def test_parts_are_asked_for_one_at_a_time() -> None:
    events: list[str] = []

    def parts():
        for number in range(3):
            events.append(f"part {number}")
            yield Part((para(f"text {number}"),))

    def progress(complete: int) -> bool:
        events.append(f"done {complete}")
        return True

    write_pdf(replace(samples.document(), parts=parts()), BytesIO(), progress)
    assert events == ["part 0", "part 1", "done 1", "part 2", "done 2", "done 3"]


def test_a_document_without_anything_has_one_page() -> None:
    data = samples.written(samples.document())
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1
    assert audit.audit(data).faults == []
