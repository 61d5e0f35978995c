"""PRO: processors, what is agreed with them, where they process and who helps them, Article 28."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ropa_app.domain.entities.parties import Agreement, Party
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_rest
from ropa_app.legal.checks.shared import Shared

PROCESSOR: Final = "processor"
_SIGNED: Final = "signed"
_SUB_PROCESSOR: Final = "sub_processor"
_ITEMS: Final = "art28_3"
_OUTDATED: Final = "outdated_terms"
_GDPR_IN_NORWAY: Final = date(2018, 7, 20)


def is_used(shared: Shared, facts: AllFacts, party: RecordId) -> bool:
    """Tell whether an activity that goes on, or what is processed for others, uses a party."""
    return party in facts.uses or party in shared.sub_processors


def processors(shared: Shared, facts: AllFacts) -> Iterator[Party]:
    """Yield the parties that some activity has as its processor."""
    for party in shared.parties.values():
        if facts.gives(party.id, PROCESSOR):
            yield party


def _signed(shared: Shared, party: RecordId) -> list[Agreement]:
    return [one for one in shared.agreements.get(party, ()) if one.status == _SIGNED]


def _with_processors(shared: Shared, facts: AllFacts) -> Iterator[tuple[RecordId, list[Agreement]]]:
    """Yield the processors that have signed something, with what they signed."""
    for party in shared.agreements:
        if facts.gives(party, PROCESSOR) and (signed := _signed(shared, party)):
            yield party, signed


def _covers_all(shared: Shared, one: Agreement) -> bool:
    return all(choice.code in one.covers for choice in shared.law.choices(_ITEMS))


@of_rest("R-PRO-01")
def agreement(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a processor without a signed agreement, Article 28(3) and (9)."""
    for party in processors(shared, facts):
        if not _signed(shared, party.id):
            yield found("R-PRO-01", party, processor=named(party.id))


@of_rest("R-PRO-02")
def items(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a signed agreement that does not cover all of Article 28(3)(a) to (h)."""
    for party, signed in _with_processors(shared, facts):
        for one in signed:
            if not _covers_all(shared, one):
                yield found("R-PRO-02", one, processor=named(party))


@of_rest("R-PRO-03")
def age(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that the latest signed agreement has run out, or is of before the Regulation and not checked."""
    for party, signed in _with_processors(shared, facts):
        latest = max(signed, key=lambda one: (one.signed or date.min, one.id))
        ended = latest.until is not None and latest.until <= shared.day
        early = latest.signed is not None and latest.signed < _GDPR_IN_NORWAY
        if ended or (early and not _covers_all(shared, latest)):
            yield found("R-PRO-03", latest, at="until" if ended else "covers", processor=named(party))


@of_rest("R-PRO-04")
def sub_processors(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a processor whose sub-processors are not known, Article 28(2) and (4)."""
    for party in processors(shared, facts):
        listed = any(place.role == _SUB_PROCESSOR for place in shared.places.get(party.id, ()))
        unlisted = party.sub_processors is Answer.YES and not listed
        if party.sub_processors is Answer.UNKNOWN or unlisted:
            yield found("R-PRO-04", party, processor=named(party.id))


@of_rest("R-PRO-05")
def country(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a processor of which it is not known where it processes, Articles 30(1)(d), (e) and 44."""
    for party in processors(shared, facts):
        places = shared.places.get(party.id, ())
        if not places or any(not one.country and one.outside_eea is Answer.UNKNOWN for one in places):
            yield found("R-PRO-05", party, processor=named(party.id))


@of_rest("R-PRO-06")
def follow_up(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an agreement that nobody followed up for long, Article 28(1) and (3)(h)."""
    since = shared.ago("processor-follow-up")
    for party, signed in _with_processors(shared, facts):
        for one in signed:
            days = [one.signed, *(each.day for each in shared.follow_ups.get(one.id, ()))]
            if not any(day is not None and day >= since for day in days):
                period = shared.threshold("processor-follow-up")
                yield found("R-PRO-06", one, processor=named(party), period=period)


@of_rest("R-PRO-07")
def unused(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a party with a signed agreement that nothing uses."""
    for party in shared.agreements:
        if _signed(shared, party) and not is_used(shared, facts, party) and party in shared.parties:
            yield found("R-PRO-07", shared.parties[party], processor=named(party))


@of_rest("R-PRO-08")
def outdated_name(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a party in use under a name that is outdated, Article 30(1)(d)."""
    outdated = {
        written.casefold()
        for term in shared.law.choices(_OUTDATED, shared.day)
        if "R-PRO-08" in term.flags
        for written in _forms(term.label)
    }
    for party in shared.parties.values():
        if party.name.casefold() in outdated and is_used(shared, facts, party.id):
            yield found("R-PRO-08", party, name=party.name)


def _forms(label: Text) -> Iterator[str]:
    for language in LANGUAGES:
        if written := label.written(language):
            yield written
