"""The ledger: from notes to items, with their activities."""

from __future__ import annotations

from ropa_app.domain.values import RecordId
from ropa_app.reports.statement.ledger import Gap, Item, Ledger, Said

A, B, C = RecordId("a"), RecordId("b"), RecordId("c")


def _items(ledger: Ledger, item: str) -> list[Item]:
    return [one for one in ledger.items(["storage", "dpo"], [A, B, C]) if one.item == item]


def test_what_is_said_of_all_speaks_of_the_whole() -> None:
    ledger = Ledger()
    ledger.say("storage", "2", [A])
    ledger.say("storage", "2", [B, C])
    assert _items(ledger, "storage") == [Item("storage", Said.SAID, "2")]


def test_answers_are_told_apart_by_activity() -> None:
    ledger = Ledger()
    ledger.say("storage", "2", [A, B])
    ledger.lack("storage", "2", "How long", [B])
    ledger.lack("storage", "2", "How long", [C])
    assert _items(ledger, "storage") == [
        Item("storage", Said.SAID, "2", (A,)),
        Item("storage", Said.NOT_SAID, "2", (C,)),
        Item("storage", Said.UNCLEAR, "2", (B,)),
    ]
    assert ledger.gaps == [Gap("2", "How long", (B,), "storage"), Gap("2", "How long", (C,), "storage")]


def test_what_nobody_noted_does_not_apply() -> None:
    assert _items(Ledger(), "dpo") == [Item("dpo", Said.NOT_APPLICABLE, "")]


def test_what_does_not_apply_gives_way_to_an_answer() -> None:
    ledger = Ledger()
    ledger.skip("storage", "2", [A])
    ledger.skip("storage", "2", [B])
    ledger.say("storage", "2", [B])
    assert _items(ledger, "storage") == [
        Item("storage", Said.SAID, "2", (B,)),
        Item("storage", Said.NOT_APPLICABLE, "2", (A,)),
    ]


def test_a_note_without_activities_is_about_the_whole() -> None:
    ledger = Ledger()
    ledger.lack("dpo", "1", "Data protection officer")
    assert _items(ledger, "dpo") == [Item("dpo", Said.NOT_SAID, "1")]


def test_a_gap_that_no_article_asks_for_leaves_no_item() -> None:
    ledger = Ledger()
    ledger.lack("", "7", "Name", [A])
    assert [one.said for one in ledger.items(["storage"], [A])] == [Said.NOT_APPLICABLE]
