"""The grid as a whole: which activities, what findings do to it, which articles ask."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_data import Source
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.coverage import ITEMS, Reason, Spot, State
from tests.legal.coverage.covered import LETTERS, SALES, cell, changed, complete, grid
from tests.reports.scenes import activity, owned, same


def test_it_holds_the_activities_that_the_statement_tells_of() -> None:
    records = [
        *complete(),
        activity("10", public=Answer.YES),
        activity("9", status="draft"),
        activity("3", public=Answer.NO),
        activity("4", status="ended", public=Answer.YES),
        activity("5", public=Answer.NOT_APPLICABLE),
    ]
    found = grid(records)
    assert [row.activity for row in found.rows] == [LETTERS, SALES, "activity-10"]
    assert found.undecided == (RecordId("activity-9"),)
    assert found.left_out == 2
    assert found.percent < 100


def test_nothing_is_whole_while_nobody_said_whether_the_statement_tells_of_an_activity() -> None:
    found = grid(changed(complete(), "activity-2", public=Answer.UNKNOWN))
    assert (found.settled, found.undecided, found.percent) == (1, (SALES,), 50)


def test_an_error_leaves_missing_what_is_entered_and_says_where() -> None:
    found = cell(grid(changed(complete(), "purpose-1-1", art6=("6-1-c",))), "legal_basis")
    assert (found.state, found.reason) == (State.MISSING, Reason.CHECK)
    assert found.spot == Spot("purpose", RecordId("purpose-1-1"), "law_reference")
    assert [one.rule for one in found.findings] == ["R-LB-05"]


def test_an_accepted_error_leaves_filled_what_is_entered_and_missing_what_is_not() -> None:
    entered = changed(complete(), "purpose-1-1", art6=("6-1-c",))
    assert cell(grid(entered, accepted=["R-LB-05"]), "legal_basis").state is State.FILLED
    blank = changed(complete(), "purpose-1-1", art6=())
    assert cell(grid(blank, accepted=["R-LB-01"]), "legal_basis").state is State.MISSING


def test_a_warning_leaves_filled_and_stands_beside_it() -> None:
    vague = changed(complete(), "retention-2-1", criteria=same("Vi lagrer så lenge det er nødvendig."))
    found = cell(grid(vague), "storage", "activity-2")
    assert (found.state, found.is_doubtful) == (State.FILLED, True)
    assert [one.rule for one in found.findings] == ["R-RET-02"]


@pytest.mark.parametrize(
    ("origins", "articles"),
    [
        (["data_subject"], ("13(1)(c)",)),
        (["automatic", "internal"], ("13(1)(c)",)),
        (["third_party"], ("14(1)(c)",)),
        (["data_subject", "public_source"], ("13(1)(c)", "14(1)(c)")),
        ([], ("13(1)(c)", "14(1)(c)")),
    ],
)
def test_the_article_is_that_of_where_the_data_come_from(
    origins: list[str], articles: tuple[str, ...]
) -> None:
    told = [owned(Source, "1", n, origin=one) for n, one in enumerate(origins, 1)]
    records = [*(one for one in complete() if one.id != "source-1-1"), *told]
    assert cell(grid(records), "purposes").articles == articles


def test_items_of_one_article_alone_keep_it() -> None:
    found = grid(complete())
    assert cell(found, "provision", "activity-2").articles == ("13(2)(e)",)
    assert cell(found, "source").articles == ("14(2)(f)",)
    assert cell(found, "categories").articles == ("5(1)(a)",)
    assert cell(found, "categories", "activity-2").articles == ("14(1)(d)",)


def test_every_row_has_every_item_in_order() -> None:
    found = grid([*complete(), activity("7", public=Answer.YES, title="")])
    assert all(tuple(one.item for one in row.cells) == ITEMS for row in found.rows)
