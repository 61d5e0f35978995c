"""PUR: what the data are used for, and whether that may be told from what is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.values import Answer
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.checks.words import vague_words

_CONSENT: Final = "6-1-a"
COMPATIBILITY: Final = "compatibility"
_LAW: Final = ("6-1-c", "6-1-e")


@of_case("R-PUR-01")
def purpose(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity without a purpose, or with one that says nothing, Article 30(1)(b)."""
    if case.live and not (case.purposes and all(one.text for one in case.purposes)):
        yield found("R-PUR-01", case.activity, activity=named(case.id))


@of_case("R-PUR-02")
def specific(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find purposes that are too short or too general to say anything, Article 5(1)(b).

    A purpose that is not written in the main language is measured as it is printed there.
    """
    least = shared.threshold("purpose-length")
    for one in case.purposes if case.live else ():
        vague = vague_words(one.text, "purpose", shared.law)
        short = least is not None and len(one.text.shown(shared.main, shared.main).text) < least.number
        if one.text and (vague or short):
            yield found("R-PUR-02", one, activity=named(case.id), value=vague or one.text)


@of_case("R-PUR-03")
def kept_apart(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find several purposes whose data are all erased by the same rule, Articles 5(1)(e) and 30(1)(f)."""
    several = case.live and len(case.purposes) > 1 and case.retention
    if several and not any(one.purpose or one.lines for one in case.retention):
        yield found("R-PUR-03", case.activity, activity=named(case.id))


@of_case("R-PUR-04")
def further_use(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find further use that rests on no consent, no law and no assessment, Article 6(4)."""
    for one in case.purposes if case.live else ():
        if one.further_use is not Answer.YES or allows_further_use(one):
            continue
        if not shared.done(COMPATIBILITY, case.id, one.id):
            yield found("R-PUR-04", one)


def allows_further_use(purpose: Purpose) -> bool:
    """Tell whether a purpose rests on consent or on a law, so that it needs no assessment, Article 6(4)."""
    by_law = bool(purpose.law_reference) and any(code in _LAW for code in purpose.art6)
    return by_law or _CONSENT in purpose.art6
