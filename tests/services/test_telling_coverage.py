"""The grid for the report: rows in order, what is missing with words, who is not in it."""

from __future__ import annotations

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Answer
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.coverage import ITEMS, State
from ropa_app.reports.findings.coverage_told import CellTold, LackTold
from ropa_app.services.naming import Naming
from ropa_app.services.telling_coverage import told_coverage
from tests.legal.coverage.covered import changed, complete, grid_of
from tests.reports.scenes import activity


def test_the_grid_is_told_in_words() -> None:
    records = [
        *changed(complete(), "activity-1", provision=""),
        activity("3", "Innkjøp"),
        activity("4", public=Answer.NO),
    ]
    held = RecordsInMemory(records)
    told = told_coverage(grid_of(held), Naming(held, shipped(), translator("en"), "en", "nb"))
    assert [(one.reference, one.title) for one in told.activities] == [
        ("1", "Nyhetsbrev"),
        ("2", "Salg til nye kunder"),
    ]
    assert len(told.items) == len(ITEMS) == len(told.activities[0].cells)
    assert told.activities[0].cells[ITEMS.index("provision")] == CellTold(State.MISSING)
    assert told.activities[0].lacks == (
        LackTold(
            item="Whether data must be provided",
            articles="Art. 13(2)(e)",
            sections="2",
            reason="Nobody has answered whether the data must be provided.",
            place="Must the data be provided?",
            published="Said (section 13)",
        ),
    )
    assert told.activities[1].lacks == ()
    assert (told.undecided, told.left_out) == (("3 Innkjøp",), 1)
