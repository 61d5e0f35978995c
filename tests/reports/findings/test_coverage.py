"""The annex for legal: the grid on sheets that lie, a word in each cell, then what is missing."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Answer
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.reports.findings_report import findings_report
from ropa_app.reports.page_model import Document, Part, Table
from ropa_app.reports.page_text import as_text
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.wording import NBSP
from tests.legal.coverage.covered import changed, complete
from tests.reports.scenes import activity, edition, velux
from tests.samples.found import findings, found_in
from tests.samples.small_registers import empty

_PAGE: float = 595.3


def _document(language: Language = "en") -> Document:
    out = activity("4", public=Answer.NO)
    records = [*changed(complete(), "activity-1", provision=""), activity("3", "Innkjøp"), out]
    return findings_report(found_in(RecordsInMemory(records), language), language, edition())


def _chapter(document: Document) -> str:
    text = as_text(document).replace(NBSP, " ")
    return text.split("{#coverage}", 1)[1]


def test_each_cell_holds_a_word_and_what_is_missing_a_sign() -> None:
    rows = [line for line in _chapter(_document()).splitlines() if line.startswith(("| 1 ", "| 2 "))]
    assert [line.count("[!] **Missing**") for line in rows] == [0, 0, 1, 0]
    assert [line.count("| Filled in") for line in rows] == [6, 8, 5, 7]
    assert [line.count("| Does not apply") for line in rows] == [2, 0, 2, 1]


def test_those_outside_the_grid_are_told() -> None:
    chapter = _chapter(_document())
    assert "Nothing is missing for 1 of 2 activities." in chapter
    assert "1 activity is kept out of the statement." in chapter
    assert "For 1 activity nobody has answered whether the statement tells of it: 3 Innkjøp." in chapter


def test_what_is_missing_is_told_with_article_section_place_and_the_published_one() -> None:
    told = _chapter(_document()).split("activity by activity", 1)[1]
    assert "1 Nyhetsbrev" in told
    assert "Salg" not in told
    for text in ("Art. 13(2)(e)", "Must the data be provided?", "Said (section 13)"):
        assert text in told


def test_a_warning_is_another_word_than_filled() -> None:
    grid = _chapter(findings("nb")(velux())).split("Fra lagringstid til nye formål")[1]
    line = next(line for line in grid.splitlines() if line.startswith("| 1.2 "))
    assert line.split(" | ")[2] == "[~] **Advarsel**"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_grid_lies_and_the_rest_stands(language: Language) -> None:
    target = BytesIO()
    write_pdf(_document(language), target)
    with pikepdf.open(target) as pdf:
        lying = [float(page.mediabox[2]) > _PAGE + 1 for page in pdf.pages]
    assert lying.count(True) == 2
    assert lying[-1] is False


def _tables(document: Document) -> list[Table]:
    found: list[Table] = []
    for part in document.parts:
        assert isinstance(part, Part)
        found.extend(block for block in part.blocks if isinstance(block, Table))
    return found


def test_both_tables_name_their_rows_and_count_what_is_missing() -> None:
    first, second = [one for one in _tables(_document()) if one.row_header == 1]
    assert first.summary == second.summary
    assert [len(one.columns) for one in (first, second)] == [10, 10]
    total = list(second.rows)[-1]
    assert [cell[0].text for cell in total[2:]] == ["0", "0", "0", "0", "1", "0", "0", "0"]


def test_a_register_without_activities_says_so_in_a_sentence() -> None:
    chapter = _chapter(findings("en")(empty()))
    assert "Nothing is missing for 0 of 0 activities." in chapter
    assert "|" not in chapter
