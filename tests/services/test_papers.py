"""Papers beside the documents: which assessment is meant, and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import RecordId
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import creating, papers
from ropa_app.services.editing import Refused
from tests.reports.scenes import DAY
from tests.samples.assessments import assessed


@pytest.mark.parametrize("wanted", ["V2", "v2", " V2 "])
def test_an_assessment_is_found_by_its_reference(wanted: str) -> None:
    assert papers.assessment_named(assessed(), wanted).id == "assessment-2"


@pytest.mark.parametrize("wanted", ["V9", "2", "V2/R1", ""])
def test_another_reference_is_refused_in_one_sentence(wanted: str) -> None:
    with pytest.raises(Refused) as refusal:
        papers.assessment_named(assessed(), wanted)
    assert refusal.value.text(translator("nb")) == f"Protokollen har ingen vurdering med referansen {wanted}."


def test_papers_of_a_stored_register_are_written(tmp_path: Path) -> None:
    path = creating.create_synthetic(tmp_path / "many.ropa", "DPO", 12, 3)
    with_file = creating.open_register(path, "DPO", read_only=True)
    state, law, target = with_file.file, shipped(), tmp_path / "paper.pdf"
    try:
        made = papers.write_findings(state, target, "nb", law, DAY, lambda _done: True)
        assert "Funn i protokollen" in PdfReader(made.path).pages[0].extract_text()
        first = state.reader.of_kind(Assessment.KIND)[0]
        papers.write_assessment(state, first.id, target, "nb", law, lambda _done: True)
        assert "V1 " in PdfReader(target).pages[0].extract_text()
        with pytest.raises(Refused):
            papers.write_assessment(state, RecordId("gone"), target, "nb", law, lambda _done: True)
    finally:
        with_file.close()
