"""What the published statement says of an item: rows that name an activity go before rows for all."""

from __future__ import annotations

from typing import Any

from ropa_app.domain.entities.statements import PublishedItem
from ropa_app.domain.values import RecordId
from ropa_app.legal.coverage.cells import Told
from ropa_app.legal.coverage.published import Reading
from tests.legal.coverage.covered import cell, changed, complete, grid, without

A, B = RecordId("a"), RecordId("b")


def _item(number: int, said: str, *activities: RecordId, **values: Any) -> PublishedItem:
    return PublishedItem(
        id=RecordId(f"i{number}"),
        position=number,
        statement=RecordId("s"),
        item="storage",
        said=said,
        activities=activities,
        **values,
    )


def test_a_row_that_names_the_activity_goes_before_one_for_all() -> None:
    reading = Reading([_item(1, "unclear", section="6"), _item(2, "said", A, section="1.4")])
    assert reading.of("storage", A) == Told("said", ("1.4",), RecordId("i2"))
    assert reading.of("storage", B) == Told("unclear", ("6",), RecordId("i1"))
    assert reading.of("rights", A) == Told()


def test_rows_that_differ_are_unclear_with_all_their_sections() -> None:
    reading = Reading([_item(1, "said", A, section="10"), _item(2, "not_said", A, section="9")])
    assert reading.of("storage", A) == Told("unclear", ("9", "10"))
    alike = Reading([_item(1, "said", A, section="2"), _item(2, "said", A, section="2")])
    assert alike.of("storage", A) == Told("said", ("2",))


def test_a_row_that_says_nothing_has_not_been_read() -> None:
    assert Reading([_item(1, "")]).of("storage", A) == Told()


def test_the_statement_in_force_stands_beside_each_item() -> None:
    found = grid(complete())
    assert found.published == RecordId("published")
    assert cell(found, "source").told == Told("said", ("14",), RecordId("item-14"))
    later = grid(changed(complete(), "published", published=None))
    assert (later.published, cell(later, "source").told) == (None, Told())
    unread = grid(without(complete(), "item-14"))
    assert cell(unread, "source").told == Told()
