"""What the worker does on a copy of the register."""

from __future__ import annotations

import sqlite3
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from ropa_app.domain.values import Audience, Text
from ropa_app.gui.document import Refused, RegisterDocument
from ropa_app.gui.jobs import (
    Publication,
    RegisterOrder,
    StatementOrder,
    default_parts,
    export_job,
    gaps_job,
    glyphs_job,
    json_job,
    look_at,
    part_names,
    preview_job,
    trouble_text,
    verify_job,
)
from ropa_app.gui.tasks import Cancelled, Job, Progress
from ropa_app.i18n import translator
from tests.gui.window import example

DAY = date(2026, 11, 22)


@pytest.fixture
def document(qapp, tmp_path):
    opened = RegisterDocument.open(example(tmp_path), "Kari Nordmann", translator("nb"))
    yield opened
    opened.close()


@pytest.fixture
def progress(qapp):
    return Progress(Job("test", lambda progress: None, qapp))


@pytest.fixture
def altered(tmp_path, qapp):
    path = example(tmp_path, "altered.ropa")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE kind_organisation SET name = 'Noen andre AS'")
    connection.close()
    opened = RegisterDocument.open(path, "Kari Nordmann", translator("nb"))
    yield opened
    opened.close()


def test_a_preview_is_the_pdf_that_would_be_written(document, progress, tmp_path):
    order = RegisterOrder("nb", DAY)
    shown = preview_job(document.snapshot(), order, document.law)(progress)
    written = export_job(document.snapshot(), order, tmp_path / "r.pdf", document.law)(progress)
    assert shown.pdf == written.path.read_bytes()
    assert written.replaced == ()
    assert written.published is None


def test_the_overview_can_be_one_wide_table(document, progress, tmp_path):
    narrow = export_job(document.snapshot(), RegisterOrder("nb"), tmp_path / "n.pdf", document.law)(progress)
    wide = export_job(
        document.snapshot(), RegisterOrder("nb", wide_overview=True), tmp_path / "w.pdf", document.law
    )(progress)

    def widest(path):
        return max(float(page.mediabox.width) for page in PdfReader(path).pages)

    assert widest(wide.path) > widest(narrow.path)


def test_the_statement_comes_with_its_gaps_and_lines(document, progress):
    order = StatementOrder("nb")
    shown = preview_job(document.snapshot(), order, document.law)(progress)
    assert shown.gaps == gaps_job(document.snapshot(), order, document.law)(progress)
    assert ("1", "Personvernombud") in [(gap.section, gap.label) for gap in shown.gaps]
    sections = dict(shown.sections)
    assert list(sections) == [str(number) for number in range(15)]
    lacking = [line for line in sections["1"] if line.gap]
    assert [(line.label, line.text) for line in lacking] == [("Personvernombud", "Ikke fastsatt")]
    assert any(line.kind == "heading" for line in sections["2"])


def test_a_final_statement_is_previewed_before_its_reason_is_given(document, progress):
    order = StatementOrder("nb", DAY, Publication(DAY, ""))
    assert preview_job(document.snapshot(), order, document.law)(progress).gaps != ()


def test_nothing_is_drawn_of_a_register_that_was_altered(altered, progress, tmp_path):
    jobs = [
        export_job(altered.snapshot(), RegisterOrder("nb"), tmp_path / "r.pdf", altered.law),
        preview_job(altered.snapshot(), RegisterOrder("nb"), altered.law),
        gaps_job(altered.snapshot(), StatementOrder("nb"), altered.law),
        json_job(altered.snapshot(), tmp_path / "r.json"),
    ]
    for job in jobs:
        with pytest.raises(Refused) as told:
            job(progress)
        assert "utenfor programmet" in trouble_text(told.value, altered.t)
    assert not (tmp_path / "r.pdf").exists()
    assert not (tmp_path / "r.json").exists()


def test_a_check_tells_what_was_altered(document, altered, progress):
    assert verify_job(document.snapshot())(progress) is None
    assert verify_job(altered.snapshot())(progress) is not None


def test_a_job_that_shall_stop_writes_nothing(document, progress, tmp_path):
    progress._job.cancel()
    path = tmp_path / "r.pdf"
    with pytest.raises(Cancelled):
        export_job(document.snapshot(), RegisterOrder("nb"), path, document.law)(progress)
    assert not path.exists()


def test_a_bug_is_not_explained_away(document):
    with pytest.raises(ZeroDivisionError):
        trouble_text(ZeroDivisionError(), document.t)


def test_a_file_is_looked_at_without_opening_it(document, tmp_path):
    seen = look_at(document.path)
    assert seen.exists
    assert seen.changed is not None
    assert not seen.is_held  # ones own lock
    assert not look_at(tmp_path / "gone.ropa").exists


def test_characters_that_no_font_has_are_found_with_and_without_drawing(document, progress):
    one = next(one for one in document.records.of_kind("activity") if one.reference == "1.3")
    assert document.set_value(one.id, "title", Text(nb="Salg \U0001f984")) == ""
    order = RegisterOrder("nb", DAY)
    shown = preview_job(document.snapshot(), order, document.law)(progress)
    assert shown.replaced == ("\U0001f984",)
    assert [(place.record, place.field) for place in shown.replaced_in] == [(one.id, "title")]
    assert glyphs_job(document.snapshot(), order, document.law)(progress) == shown.replaced_in
    other = next(one for one in document.records.of_kind("activity") if one.reference == "2.1")
    elsewhere = RegisterOrder("nb", DAY, activities=(other.id,))
    assert glyphs_job(document.snapshot(), elsewhere, document.law)(progress) == ()
    assert preview_job(document.snapshot(), elsewhere, document.law)(progress).replaced == ()


def test_parts_and_reader_are_those_of_the_order(document, progress):
    order = RegisterOrder("nb", DAY, audience=Audience.INTERNAL, parts=frozenset({"history"}))
    shown = preview_job(document.snapshot(), order, document.law)(progress)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(shown.pdf)).pages)
    assert "Intern kopi" in text
    assert default_parts() < set(part_names())
    whole = preview_job(document.snapshot(), RegisterOrder("nb", DAY), document.law)(progress)
    assert len(PdfReader(BytesIO(shown.pdf)).pages) < len(PdfReader(BytesIO(whole.pdf)).pages)
