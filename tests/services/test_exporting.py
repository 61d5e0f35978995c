from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.domain.entities.statements import PublishedStatement
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import creating, editing, exporting
from ropa_app.services.approving import approve
from ropa_app.services.editing import Refused
from ropa_app.services.exporting import Cancelled, Final
from ropa_app.services.session import OpenRegister
from ropa_app.services.step_texts import step_text
from ropa_app.storage.errors import FileProblem
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture
def register(tmp_path: Path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages).replace("\xa0", " ")


def purpose(register: OpenRegister):
    return next(
        one for one in register.records.of_kind("purpose") if register.reference_of(one.id) == "1.3/P2"
    )


def test_a_draft_is_dated_by_the_last_change(register: OpenRegister, tmp_path: Path) -> None:
    source = exporting.source(register.file, LAW)
    head = register.file.head()
    assert head is not None
    assert source.edition.day == date(2026, 11, 22)
    assert (source.edition.version_number, source.edition.after_version) == (None, None)
    assert source.edition.history_hash == head.hash
    made = exporting.export_register(source, tmp_path / "r.pdf", "nb", LAW)
    text = text_of(made.path)
    assert made.pages == len(PdfReader(made.path).pages)
    for wanted in ("1.1", "1.7", "Google Inc.", "SnapEngage", "Privacy Shield", "Arbeidsutkast"):
        assert wanted in text


def test_a_version_prints_what_was_approved(register: OpenRegister, tmp_path: Path) -> None:
    one = purpose(register)
    approve(register, "Kari", "Første", LAW)
    assert exporting.source(register.file, LAW).edition.version_number == 1
    editing.set_value(register, one.id, "text", one.text.with_("nb", "Hente inn betaling i dag"))
    draft = exporting.source(register.file, LAW)
    assert (draft.edition.version_number, draft.edition.after_version) == (None, 1)
    version = exporting.source(register.file, LAW, version=1)
    old = exporting.export_register(version, tmp_path / "1.pdf", "nb", LAW)
    new = exporting.export_register(draft, tmp_path / "2.pdf", "nb", LAW)
    assert "Hente inn betaling i dag" not in text_of(old.path)
    assert "Hente inn betaling i dag" in text_of(new.path)
    with pytest.raises(Refused):
        exporting.source(register.file, LAW, version=2)


def test_a_final_statement_needs_a_reason_and_becomes_the_published_one(
    register: OpenRegister, tmp_path: Path
) -> None:
    source = exporting.source(register.file, LAW)
    with pytest.raises(Refused):
        exporting.printed_statement(source, "nb", LAW, Final(date(2026, 12, 1), "velux.no", " "))
    final = Final(date(2026, 12, 1), "velux.no", "Avklares i januar")
    statement = exporting.printed_statement(source, "nb", LAW, final)
    exporting.export_statement(statement, tmp_path / "s.pdf")
    before = list(register.records.all())
    exporting.record_publication(register, statement)
    published = [
        r for r in register.records.of_kind("published_statement") if isinstance(r, PublishedStatement)
    ]
    newest = max(published, key=lambda one: one.published or date.min)
    assert (newest.published, newest.place) == (date(2026, 12, 1), "velux.no")
    assert register.records.owned(newest.id)
    head = register.file.head()
    assert head is not None
    assert step_text(head.step, translator("nb")) == "Publiser erklæringen av 01.12.2026 (Avklares i januar)"
    assert register.file.verify().in_order
    register.undo()
    assert list(register.records.all()) == before


def test_only_a_final_statement_is_not_marked_draft(register: OpenRegister, tmp_path: Path) -> None:
    source = exporting.source(register.file, LAW)
    draft = exporting.export_statement(exporting.printed_statement(source, "nb", LAW), tmp_path / "d.pdf")
    pages = [page.extract_text().lower() for page in PdfReader(draft.path).pages]
    assert all("utkast" in page for page in pages)
    final = exporting.printed_statement(source, "nb", LAW, Final(date(2026, 12, 1), "velux.no", "Haster"))
    made = exporting.export_statement(final, tmp_path / "f.pdf")
    assert "utkast" not in text_of(made.path).lower()


@pytest.mark.parametrize("form", exporting.STATEMENT_FORMATS)
def test_a_statement_in_every_format_says_what_it_is(
    register: OpenRegister, tmp_path: Path, form: exporting.StatementFormat
) -> None:
    source = exporting.source(register.file, LAW)
    target = tmp_path / f"s.{form}"
    how = Final(date(2026, 12, 1), "velux.no", "Haster")
    for final, mark in ((None, True), (how, False)):
        statement = exporting.printed_statement(source, "nb", LAW, final)
        made = exporting.export_statement(statement, target, form=form)
        written = text_of(made.path) if form == "pdf" else target.read_text("utf-8")
        assert ("utkast" in written.lower()) is mark
        assert "Personvernerklæring" in written.replace("\u00ad", "")
        assert (made.pages > 0) is (form == "pdf")


@pytest.mark.parametrize("form", exporting.STATEMENT_FORMATS)
def test_a_cancelled_statement_leaves_what_was_there(
    register: OpenRegister, tmp_path: Path, form: exporting.StatementFormat
) -> None:
    statement = exporting.printed_statement(exporting.source(register.file, LAW), "nb", LAW)
    target = tmp_path / f"s.{form}"
    target.write_bytes(b"before")
    with pytest.raises(Cancelled):
        exporting.export_statement(statement, target, lambda parts: parts < 1, form)
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.txt", "txt"),
        ("a.pdf", "pdf"),
        ("a", "pdf"),
        ("a.doc", "pdf"),
    ],
)
def test_a_name_asks_for_a_format(name: str, form: str) -> None:
    assert exporting.statement_format(Path(name)) == form


def test_cancelling_leaves_what_was_there(register: OpenRegister, tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    target.write_bytes(b"before")
    with pytest.raises(Cancelled):
        exporting.export_register(
            exporting.source(register.file, LAW), target, "nb", LAW, progress=lambda parts: parts < 3
        )
    assert target.read_bytes() == b"before"
    assert {one.name for one in tmp_path.iterdir() if not one.name.startswith(".~lock")} == {
        "a.ropa",
        "r.pdf",
    }


def test_a_folder_that_is_not_there_is_said(register: OpenRegister, tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        exporting.export_json(register.file, tmp_path / "gone" / "r.json")


def test_json_round_trip_with_versions(register: OpenRegister, tmp_path: Path) -> None:
    approve(register, "Kari", "Første", LAW)
    first = exporting.export_json(register.file, tmp_path / "1.json")
    copy = creating.open_register(creating.import_json(first, tmp_path / "2.ropa", AUTHOR), AUTHOR)
    second = exporting.export_json(copy.file, tmp_path / "2.json")
    assert first.read_bytes() == second.read_bytes()
    assert exporting.source(copy.file, LAW, version=1).edition.version_number == 1
    assert copy.file.verify().in_order
    copy.close()


def test_activities_are_found_by_their_numbers(register: OpenRegister) -> None:
    found = exporting.activities_named(register.records, ["1.4", " 1.3 ", "1.4"])
    assert [register.reference_of(one) for one in found] == ["1.3", "1.4"]
    with pytest.raises(Refused) as refused:
        exporting.activities_named(register.records, ["1.3", "77"])
    assert "77" in refused.value.text(translator("en"))


def test_parts_are_checked() -> None:
    assert exporting.checked_parts(["overview", " gaps"]) == {"overview", "gaps"}
    with pytest.raises(Refused) as refused:
        exporting.checked_parts(["overview", "annex"])
    assert "annex" in refused.value.text(translator("en"))
    assert "history" in refused.value.text(translator("en"))
