"""STM: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement, Statement, StatementText
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks import HistoryFacts
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import DAY, abroad, activity, international, organisation, owned, same

ACT: Final = RecordId("activity-1")
RIGHTS: Final = ("access", "rectification", "erasure", "restriction", "portability", "objection")
PHRASES: Final = ("may", "possibly", "among_others")
VAGUE: Final = "Vi kan komme til å lagre dem eventuelt, blant annet her."


def _published(**values: Any) -> Record:
    return PublishedStatement(id=RecordId("e"), **{"published": DAY} | values)


def _item(item: str, said: str = "not_said", **values: Any) -> list[Record]:
    made = PublishedItem(
        id=RecordId("i"), position=1, statement=RecordId("e"), item=item, said=said, **values
    )
    return [_published(), made]


def _told(rule: str, item: str, *records: Record, label: str = "", **values: Any) -> Pair:
    """Return the pair of an item that is not said and is said."""
    return Pair(rule, [*_item(item, **values), *records], "i", ("said", "said"), label=label or item)


def _text(words: str) -> Record:
    return StatementText(id=RecordId("text"), section="12-complaint", text=same(words))


def _purpose(*bases: str) -> Record:
    made: Record = owned(Purpose, text=same("Selge varer"), art6=bases)
    return made


PUBLIC: Final = activity(public=Answer.YES, provision="voluntary", automated=Answer.NO)
SAFEGUARD: Final = [
    *(one for one in abroad("US", "scc-2021-m2") if one.id != ACT),
    PUBLIC,
    Statement(id=RecordId("settings")),
]
LATER: Final = HistoryFacts({ACT: DAY})
CHANGED: Final = HistoryFacts({ACT: DAY - timedelta(days=30)})
PAIRS = [
    _told("R-STM-01", "controller"),
    _told("R-STM-02", "dpo", organisation(dpo_appointed=Answer.YES)),
    Pair(
        "R-STM-02",
        [organisation(dpo_appointed=Answer.YES), *_item("dpo")],
        "organisation",
        ("dpo_appointed", Answer.NO),
        about="i",
        label="appointed",
    ),
    _told("R-STM-03", "purposes"),
    _told("R-STM-03", "legal_basis", said="unclear"),
    _told("R-STM-04", "interests", activity(), _purpose("6-1-f")),
    Pair(
        "R-STM-04",
        [*_item("interests", activities=(ACT,)), activity(), _purpose("6-1-f")],
        "purpose-1-1",
        ("art6", ("6-1-b",)),
        about="i",
        label="basis",
    ),
    Pair(
        "R-STM-04",
        [*_item("interests"), activity(), _purpose("6-1-f")],
        ACT,
        ("status", "ended"),
        about="i",
        label="live",
    ),
    _told("R-STM-05", "recipients", activity(), owned(Recipient, category=same("banker"))),
    Pair(
        "R-STM-05",
        [*_item("recipients"), activity(), owned(Recipient, category=same("banker"))],
        ACT,
        ("status", "ended"),
        about="i",
        label="live",
    ),
    _told("R-STM-06", "transfers", *abroad("US")),
    Pair(
        "R-STM-06",
        [*_item("transfers"), *abroad("US")],
        "place",
        ("country", "NO"),
        about="i",
        label="country",
    ),
    Pair(
        "R-STM-06",
        [*_item("transfers"), *international("BE")],
        "party",
        ("category", "supplier"),
        about="i",
        label="international",
    ),
    Pair("R-STM-06", SAFEGUARD, "settings", ("copy_how", same("Skriv til oss")), label="copy"),
    Pair("R-STM-06", SAFEGUARD, ACT, ("public", Answer.NO), about="settings", label="public"),
    Pair("R-STM-06", SAFEGUARD, "tool-1", ("tool", "adequacy-us-dpf"), about="settings", label="tool"),
    _told("R-STM-07", "storage"),
    Pair("R-STM-08", [_published(rights=RIGHTS[1:])], "e", ("rights", RIGHTS)),
    _told("R-STM-09", "withdrawal", activity(), _purpose("6-1-a")),
    Pair(
        "R-STM-09",
        [*_item("withdrawal"), activity(), _purpose("6-1-a")],
        "purpose-1-1",
        ("art6", ("6-1-b",)),
        about="i",
        label="basis",
    ),
    _told("R-STM-10", "complaint"),
    _told("R-STM-11", "provision"),
    Pair("R-STM-11", [activity(public=Answer.YES)], ACT, ("provision", "voluntary"), label="activity"),
    Pair("R-STM-11", [activity(public=Answer.YES)], ACT, ("public", Answer.NO), label="public"),
    Pair(
        "R-STM-11",
        [activity(public=Answer.YES, provision="statutory")],
        ACT,
        ("provision_consequence", same("Uten dem får du ikke svar.")),
        label="consequence",
    ),
    Pair(
        "R-STM-11",
        [activity(public=Answer.YES, provision="contractual")],
        ACT,
        ("provision", "voluntary"),
        label="voluntary",
    ),
    _told("R-STM-12", "automated"),
    Pair("R-STM-12", [activity(public=Answer.YES)], ACT, ("automated", Answer.NO), label="activity"),
    _told("R-STM-13", "source"),
    _told("R-STM-13", "categories"),
    Pair("R-STM-14", [_published(recipients_named=("Sky AS",))], "e", ("recipients_named", ())),
    Pair(
        "R-STM-14",
        [_published(recipients_named=("sky as",)), *abroad("NO", name="Ytre AS")],
        "party",
        ("printed_name", same("Sky AS")),
        about="e",
        label="printed name",
    ),
    Pair("R-STM-15", [_published(), PUBLIC], ACT, ("public", Answer.NO)),
    Pair("R-STM-15", [*_item("purposes"), PUBLIC], "i", ("said", "said"), about=ACT, label="item"),
    Pair(
        "R-STM-15",
        [*_item("purposes", "said", activities=(RecordId("activity-2"),)), PUBLIC, activity("2")],
        "i",
        ("activities", (ACT,)),
        about=ACT,
        label="another",
    ),
    Pair(
        "R-STM-16",
        [_published(published=DAY - timedelta(days=1)), PUBLIC],
        "e",
        ("published", DAY),
        history=LATER,
    ),
    Pair("R-STM-17", [_published(published=date(2024, 11, 21))], "e", ("published", date(2024, 11, 22))),
    Pair("R-STM-18", [_published(phrases=PHRASES)], "e", ("phrases", PHRASES[1:])),
    Pair("R-STM-18", [_text(VAGUE)], "text", ("text", same("Vi lagrer dem her.")), label="own"),
    Pair("R-STM-19", [_text("ord " * 26 + ".")], "text", ("text", same("ord " * 25 + ".")), label="long"),
    Pair(
        "R-STM-19",
        [_text("personvernerklæring " * 3)],
        "text",
        ("text", same("Vi tar vare på deg.")),
        label="lix",
    ),
    Pair("R-STM-20", [_published(terms=("privacy-shield",))], "e", ("terms", ())),
    Pair(
        "R-STM-21", [_published(rights_channels=("customer_support",))], "e", ("rights_channels", ("email",))
    ),
    Pair("R-STM-21", [_published(reply_days=32)], "e", ("reply_days", 31), label="days"),
    Pair("R-STM-22", [_published(changes="without_notice")], "e", ("changes", "told")),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_only_the_latest_published_statement_is_judged() -> None:
    old = PublishedStatement(id=RecordId("old"), published=DAY - timedelta(days=9))
    made = [*_item("controller"), old]
    assert [one.record for one in findings(made, "R-STM-01")] == ["i"]
    assert findings([old, *made], "R-STM-01", DAY - timedelta(days=1)) == []


def test_a_change_before_the_publication_does_not_count() -> None:
    records = [_published(published=DAY - timedelta(days=1)), PUBLIC]
    assert findings(records, "R-STM-16", DAY, CHANGED) == []
    assert len(findings(records, "R-STM-16", DAY, LATER)) == 1
