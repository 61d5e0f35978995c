"""TRA, first half: where data go, and whether each transfer rests on something, Articles 44 to 46."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.values import Answer
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.finding import Coded, Finding, found, named
from ropa_app.legal.checks.processors import is_used
from ropa_app.legal.checks.registry import AllFacts, of_rest
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.law import COUNTRY
from ropa_app.legal.transfers import is_international

_REMOTE: Final = "remote_access"


def _transfers(shared: Shared, facts: AllFacts) -> Iterator[tuple[Party, Place]]:
    """Yield the places that data are transferred to, each with its party."""
    for party, place in shared.outside:
        if is_used(shared, facts, party.id):
            yield party, place


def _lacks_tool(shared: Shared, facts: AllFacts, place: Place) -> bool:
    """Tell whether an activity that goes on uses the party of a place without a tool that is meant for it."""
    use = facts.uses.get(place.party)
    if use is None:
        return False
    meant = [frozenset(tool.activities) for tool in shared.tools_of(place.id)]
    if not all(meant):
        return False
    return not use.activities <= frozenset().union(*meant)


@of_rest("R-TRA-01")
def tool(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a transfer to a country without a tool, Articles 44, 30(1)(e) and 13(1)(f)."""
    for party, place in _transfers(shared, facts):
        if is_international(party) or not place.country:
            continue
        if _lacks_tool(shared, facts, place):
            to = Coded(COUNTRY, (place.country,))
            yield found("R-TRA-01", place, country=to, recipient=named(party.id))


@of_rest("R-TRA-02")
def country(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that data leave the EEA for a country that is not named, Article 30(1)(e)."""
    for party, place in _transfers(shared, facts):
        if not place.country and not is_international(party):
            yield found("R-TRA-02", place, recipient=named(party.id))


@of_rest("R-TRA-16")
def remote_access(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a recipient in the EEA that may be reached from outside it, Article 44."""
    for party in shared.parties.values():
        places = shared.places.get(party.id, ())
        if not any(shared.is_eea(one.country) for one in places):
            continue
        owned_abroad = bool(party.parent_country) and not shared.is_eea(party.parent_country)
        unasked = party.remote_access is Answer.UNKNOWN and owned_abroad
        unlisted = party.remote_access is Answer.YES and not any(one.role == _REMOTE for one in places)
        if (unasked or unlisted) and is_used(shared, facts, party.id):
            yield found("R-TRA-16", party, recipient=named(party.id))


@of_rest("R-TRA-17")
def law_data(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that the law data were verified too long ago."""
    period = shared.threshold("law-pack-age")
    if shared.register is None or period is None:
        return
    if spans.after(shared.law.pack.verified, period) < shared.day:
        yield found("R-TRA-17", shared.register, period=period)


@of_rest("R-TRA-18")
def international_organisation(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an international organisation that gets data without a tool, wherever it sits, Article 44."""
    for party in shared.parties.values():
        if not is_international(party) or not is_used(shared, facts, party.id):
            continue
        places = shared.places.get(party.id, ())
        if not places:
            yield found("R-TRA-18", party, recipient=named(party.id))
        for place in places:
            if _lacks_tool(shared, facts, place):
                yield found("R-TRA-18", place, recipient=named(party.id))
