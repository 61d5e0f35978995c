"""MKT: marketing to people, Marketing Control Act sections 12 to 16 and Article 21(2) to (4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared

_CHANNELS: Final = "marketing_channels"
_CONDITIONS: Final = "mfl_15_3"
_EXISTING: Final = "existing_customer"
_CALL: Final = "automatic_call"
_SEPARATE: Final = "marketing_optout_separate"


@of_case("R-MKT-01")
def ground(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find electronic marketing without consent or a customer relationship, section 15."""
    electronic = shared.flagged(_CHANNELS, "electronic")
    for one in case.purposes if case.live else ():
        if not electronic.isdisjoint(one.marketing_channels) and _is_groundless(one):
            yield found("R-MKT-01", one)


def _is_groundless(one: Purpose) -> bool:
    if one.marketing_ground == _EXISTING:
        return _CALL in one.marketing_channels
    return one.marketing_ground in ("", "not_required")


@of_case("R-MKT-02")
def conditions(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find the exception for existing customers without all its conditions, section 15(3)."""
    for one in case.purposes if case.live else ():
        if one.marketing_ground != _EXISTING:
            continue
        if not all(choice.code in one.customer_conditions for choice in shared.law.choices(_CONDITIONS)):
            yield found("R-MKT-02", one)


@of_rest("R-MKT-03")
def set_out(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a published statement that does not set out the right to say no by itself, Article 21(4)."""
    if shared.published is None or _SEPARATE in shared.published.rights:
        return
    if any(fact.markets for fact in facts.live):
        yield found("R-MKT-03", shared.published)


@of_case("R-MKT-04")
def suppression(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find marketing of which it is not said how opt-outs are kept, Article 21(3)."""
    for one in case.purposes if case.live else ():
        if one.marketing_channels and not one.suppression:
            yield found("R-MKT-04", one)
