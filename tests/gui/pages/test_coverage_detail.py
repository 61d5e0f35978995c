"""The detail of the grid: law, reason, place, section and the published statement of one cell."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.gui.pages.coverage_detail import CoverageDetail
from ropa_app.i18n import translator
from ropa_app.legal.checks import Finding
from ropa_app.legal.coverage import ITEMS
from tests.gui.accessible import nameless
from tests.gui.models.test_coverage_model import covered
from tests.legal.coverage.covered import SALES, changed, complete
from tests.reports.scenes import activity


@pytest.fixture
def detail(qtbot):
    made = CoverageDetail(translator("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def show(detail, records, item, place=0):
    found, texts = covered(records)
    line = found.lines[place]
    detail.show_cell(texts, found.grid, line, line.row.cells[ITEMS.index(item)])


def test_a_missing_item_tells_all_of_it_and_leads_to_the_field(qtbot, detail):
    show(detail, changed(complete(), "purpose-2-1", art6=()), "legal_basis", 1)
    assert detail.title.text() == "Legal basis"
    assert detail.activity.text() == "2 Salg til nye kunder"
    assert detail.law.text.text() == "The legal basis of each purpose."
    assert detail._articles.text() == "Article 14(1)(c)"
    assert detail.why.text.text() == "The legal basis of a purpose is missing."
    assert detail.place.text() == "Finne nye kunder blant bedrifter i nærheten › Legal basis (Art. 6)"
    assert detail.findings.text.text() == "R-LB-01 Legal basis missing."
    assert detail.section.text.text().startswith("2 What we do")
    assert detail.published.text.text() == "Said (section 4)"
    assert nameless(detail) == []
    with qtbot.waitSignal(detail.go_wanted) as wanted:
        detail.go.click()
    assert wanted.args == [Finding("", "purpose", RecordId("purpose-2-1"), "art6")]
    with qtbot.waitSignal(detail.go_wanted):
        detail.place.click()


def test_a_record_without_one_field_is_gone_to_as_a_whole(detail):
    show(detail, [one for one in complete() if one.id not in ("tool", "place")], "transfers", 1)
    assert detail.go.text() == "Go to the record"
    assert detail.goal() == Finding("R-PRO-05", "party", RecordId("cloud"), "")


def test_what_is_settled_nowhere_has_no_way_on(detail):
    show(detail, complete(), "complaint")
    assert detail.go.isHidden()
    assert detail.where.isHidden()
    detail.follow()


def test_an_activity_tells_what_it_lacks_and_leads_there(qtbot, detail):
    found, texts = covered(changed(complete(), "activity-2", provision=""))
    detail.show_line(texts, found.lines[1])
    assert detail.findings.text.text() == "Whether data must be provided"
    with qtbot.waitSignal(detail.record_wanted) as wanted:
        detail.go.click()
    assert wanted.args == [SALES]
    detail.show_line(texts, found.lines[0])
    assert detail.findings.text.text() == "Nothing is missing."


def test_an_undecided_activity_leads_to_the_question(detail):
    found, texts = covered([*complete(), activity("3", "Lån")])
    detail.show_line(texts, found.lines[2])
    assert detail.mark.look() == "undecided"
    assert detail.goal() == Finding("", "activity", RecordId("activity-3"), "public")
    detail.show_nothing()
    assert detail.is_empty()
    assert detail.goal() is None
