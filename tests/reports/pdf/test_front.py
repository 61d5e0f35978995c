"""The list of contents: numbers, titles, and what is not run together."""

from __future__ import annotations

import pytest

from ropa_app.reports.page_model import Contents, ContentsEntry, Heading, Part
from tests.reports.pdf import audit, readback, samples


@pytest.mark.parametrize("number", ["1.3", "1.1234", "Department-of-maps-17"])
def test_a_number_and_its_title_stand_apart(number: str) -> None:
    def model():
        entry = ContentsEntry("Maps of the harbour", "maps", number, 1)
        heading = Heading("Maps of the harbour", 2, number, "maps")
        return samples.document(Part((Heading("Catalogue", 1), Contents((entry,)), heading)))

    data = samples.written(model())
    assert audit.audit(data).faults == []
    assert readback.differences(model(), data) == []


def test_a_word_that_fills_several_lines_stays_one_word() -> None:
    title = "Sea" * 60

    def model():
        entry = ContentsEntry(title, "sea", "1", 1)
        return samples.document(
            Part((Heading("Catalogue", 1), Contents((entry,)), Heading(title, 2, "1", "sea")))
        )

    assert readback.differences(model(), samples.written(model())) == []
