"""Whatever is chosen for a register document: no dead link, and the contents list exactly what is there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.comparing import Difference
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Audience, RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports import page_model as m
from ropa_app.reports.article30_report import PARTS, DeclaredGap, RegisterOptions, article30_report
from ropa_app.reports.page_model import Run
from ropa_app.reports.page_text import as_text
from ropa_app.reports.pdf import write_pdf
from tests.reports.links import targets_and_anchors
from tests.reports.marked_register import marked_register
from tests.reports.pdf.audit import audit, ua_errors
from tests.reports.scenes import edition, velux

REGISTERS = {"velux": velux(), "full": marked_register().reading()}


def _activities(records: RecordsInMemory) -> list[RecordId]:
    return [one.id for one in records.of_kind("activity")]


@st.composite
def chosen(draw: st.DrawFn) -> tuple[str, RegisterOptions]:
    """Return the name of a register and options for its document."""
    name = draw(st.sampled_from(sorted(REGISTERS)))
    some = st.lists(st.sampled_from(_activities(REGISTERS[name])), unique=True, max_size=4).map(tuple)
    about = [one.id for one in REGISTERS[name].all()]
    gap = st.builds(
        DeclaredGap,
        what=st.just((Run("Hva"),)),
        record=st.none() | st.sampled_from(about),
        field=st.just(""),
        article=st.just("30(1)(a)"),
        required=st.booleans(),
    )
    options = st.builds(
        RegisterOptions,
        declared=st.lists(gap, max_size=5).map(tuple),
        wide_overview=st.booleans(),
        audience=st.sampled_from([Audience.AUTHORITY, Audience.INTERNAL]),
        parts=st.frozensets(st.sampled_from(PARTS)),
        activities=st.none() | some,
    )
    return name, draw(options)


def _document(name: str, options: RegisterOptions) -> m.Document:
    return article30_report(REGISTERS[name], "nb", shipped(), edition(), options)


@given(choice=chosen())
def test_every_link_leads_somewhere(choice: tuple[str, RegisterOptions]) -> None:
    targets, anchors = targets_and_anchors(_document(*choice))
    assert targets <= anchors


@given(choice=chosen())
def test_every_chapter_is_listed_and_every_listed_one_is_there(choice: tuple[str, RegisterOptions]) -> None:
    listed: list[str] = []
    headed: list[str] = []
    for part in _document(*choice).parts:
        for block in part.blocks:
            match block:
                case m.Contents(entries=entries):
                    listed = [entry.anchor for entry in entries]
                case m.Heading(anchor=anchor, outline=outline) if outline is not None:
                    headed.append(anchor)
                case m.OutlineEntry(anchor=anchor):
                    headed.append(anchor)
                case _:
                    pass
    assert ["contents", *listed] == headed


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_the_writer_finds_every_anchor(name: str, part: str) -> None:
    records = REGISTERS[name]
    without = RegisterOptions(parts=frozenset(PARTS) - {part}, activities=tuple(_activities(records)[:2]))
    assert write_pdf(_document(name, without), BytesIO()).unknown_anchors == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("internal", [False, True])
def test_an_extract_can_be_read_aloud(language: Language, internal: bool, tmp_path: Path) -> None:
    records = REGISTERS["velux"]
    options = RegisterOptions(
        audience=Audience.INTERNAL if internal else Audience.AUTHORITY,
        parts=frozenset(PARTS) - {"parties", "transfers"},
        activities=tuple(_activities(records)[:3]),
    )
    target = BytesIO()
    write_pdf(article30_report(records, language, shipped(), edition(), options, Difference(None)), target)
    assert audit(target.getvalue()).faults == []
    assert ua_errors(target.getvalue(), tmp_path / "a.pdf") == []


@given(choice=chosen())
def test_an_extract_says_so_and_nothing_else_does(choice: tuple[str, RegisterOptions]) -> None:
    name, options = choice
    every = set(_activities(REGISTERS[name]))
    whole = options.activities is None or every <= set(options.activities)
    sheets = {"flow", "recommended"} if "sheets" in options.parts and options.activities != () else set()
    asked = {"overview", "sheets", "parties", "transfers", "measures", "history"} | sheets
    text = as_text(_document(name, options))
    if not whole or asked - options.parts:
        assert "Dokumentet er et utdrag" in text
    elif name == "velux" and options.parts >= {"assessments"}:
        assert "utdrag" not in text
