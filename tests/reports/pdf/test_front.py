"""The head of a document and its list of contents."""

from __future__ import annotations

from ropa_app.reports.page_model import Contents, ContentsEntry, Heading, Part
from tests.reports.pdf import audit, samples
from tests.samples.pages import misplaced


def test_a_wide_number_pushes_the_title_instead_of_covering_it() -> None:
    numbers = ("1", "1.10", "2026/1-417", "A number of " + "many words " * 12)
    entries = tuple(ContentsEntry(f"Title {n}", "a", number, 1) for n, number in enumerate(numbers))
    data = samples.written(samples.document(Part((Heading("Head", 1, anchor="a"), Contents(entries)))))
    told = " ".join(audit.tree_text(data).split())
    for n, number in enumerate(numbers):
        assert f"{' '.join(number.split())} Title {n} 1" in told
    assert misplaced(data) == []
