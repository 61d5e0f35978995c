"""Activities that share purpose, basis and recipients are told together."""

from __future__ import annotations

from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import public, purpose, section, statement, text

FIRM = Party(id=RecordId("firm"), name="Sky AS")


def _activity(number: str, title: str, *, basis: str = "6-1-b", firm: bool = True) -> list[Record]:
    found: list[Record] = [public(number, title), purpose(basis, reference=number)]
    if firm:
        found.append(owned(Recipient, number, party=FIRM.id, role="processor"))
    return found


def test_what_is_the_same_is_told_once() -> None:
    printed = section(2, FIRM, *_activity("1", "Nettbutikk"), *_activity("2", "Salg i butikk"))
    assert printed.startswith("### Nettbutikk og Salg i butikk {#activity-1}")
    assert printed.count("For å selge varer.") == printed.count("Vi deler dem med Sky AS.") == 1


def test_links_lead_to_the_heading_they_share() -> None:
    printed = text(FIRM, *_activity("1", "Nettbutikk"), *_activity("2", "Butikk"))
    assert "Nettbutikk <#activity-1> og Butikk <#activity-1>" in printed
    assert "#activity-2" not in printed


def test_answers_that_differ_name_their_activities() -> None:
    rule = owned(Retention, "2", criteria=same("Til garantien er ute"))
    printed = section(2, FIRM, *_activity("1", "Nettbutikk"), *_activity("2", "Butikk"), rule)
    assert "Hvor lenge: [!] Nettbutikk: **Ikke fastsatt** / Butikk: Til garantien er ute." in printed


def test_other_bases_or_recipients_are_told_apart() -> None:
    for second in (_activity("2", "Butikk", basis="6-1-c"), _activity("2", "Butikk", firm=False)):
        printed = section(2, FIRM, *_activity("1", "Nettbutikk"), *second)
        assert printed.count("### ") == 2


def test_what_is_not_settled_is_never_shared() -> None:
    first, second = _activity("1", "Nettbutikk", firm=False), _activity("2", "Butikk", firm=False)
    assert section(2, *first, *second).count("### ") == 2


def test_a_gap_that_is_printed_once_counts_once_for_all_its_activities() -> None:
    made = statement(FIRM, *_activity("1", "Nettbutikk"), *_activity("2", "Butikk"))
    gaps = [gap for gap in made.gaps if gap.section == "2" and gap.item == "storage"]
    assert [gap.activities for gap in gaps] == [(RecordId("activity-1"), RecordId("activity-2"))]
