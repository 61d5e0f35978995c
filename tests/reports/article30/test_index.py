"""Activities with what belongs to them, and lists of their numbers."""

from __future__ import annotations

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import System
from ropa_app.domain.values import RecordId
from ropa_app.reports.article30.index import BATCH
from tests.reports.scenes import abroad, activity, context, first_view, owned


def test_activities_have_anchors_in_the_order_of_their_numbers() -> None:
    made = context(activity("1.10"), activity("1.9"))
    assert [(one.reference, one.anchor) for one in made.index.entries] == [
        ("1.9", "activity-1"),
        ("1.10", "activity-2"),
    ]


def test_every_activity_comes_with_what_it_owns_across_batches() -> None:
    numbers = [str(number) for number in range(1, BATCH + 3)]
    records = [activity(number) for number in numbers]
    purposes = [owned(Purpose, number) for number in numbers]
    views = list(context(*records, *purposes).index.views())
    assert [view.activity.reference for view in views] == numbers
    assert all(view.purposes[0].activity == view.activity.id for view in views)


def test_numbers_in_a_row_become_ranges() -> None:
    made = context(*(activity(str(number)) for number in range(1, 9)))
    ids = [RecordId(f"activity-{number}") for number in (1, 2, 4, 5, 6, 8)]
    assert made.index.numbers([*ids, RecordId("gone")]) == ["1", "2", "4\u20136", "8"]


def test_a_long_list_of_numbers_ends_in_a_count() -> None:
    made = context(*(activity(str(number)) for number in range(1, 101)))
    numbers = made.index.numbers(RecordId(f"activity-{number}") for number in range(1, 101, 2))
    assert len(numbers) == 25
    assert numbers[-1] == "og 26 til"


def test_whoever_gets_data_is_counted_once() -> None:
    party = Party(id=RecordId("firm"), name="Firma")
    system = System(id=RecordId("system"), name="Arkiv", provider=party.id)
    records = [activity(systems=(system.id,)), owned(Tracker, provider=party.id), party, system]
    made = context(*records)
    assert first_view(made).parties(made.names) == [party.id]


def test_a_transfer_comes_with_the_activity_that_causes_it() -> None:
    made = context(*abroad("US", "privacy-shield"), activity("2"))
    first, second = made.index.views()
    assert [one.place.country for one in first.transfers] == ["US"]
    assert second.transfers == ()
