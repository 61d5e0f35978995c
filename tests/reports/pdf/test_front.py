"""The list of contents: numbers, titles, and what is not run together."""

from __future__ import annotations

import pytest

from ropa_app.reports.page_model import Contents, ContentsEntry, Heading, Part
from tests.reports.pdf import audit, readback, samples
from tests.samples.pages import misplaced


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


def test_a_wide_number_pushes_the_title_instead_of_covering_it() -> None:
    numbers = ("1", "1.10", "2026/1-417", "A number of " + "many words " * 12)
    entries = tuple(ContentsEntry(f"Title {n}", "a", number, 1) for n, number in enumerate(numbers))
    data = samples.written(samples.document(Part((Heading("Head", 1, anchor="a"), Contents(entries)))))
    told = " ".join(audit.tree_text(data).split())
    for n, number in enumerate(numbers):
        assert f"{' '.join(number.split())} Title {n} 1" in told
    assert misplaced(data) == []
