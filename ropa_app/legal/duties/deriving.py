"""Deriving the duties of a whole register: one pass over the activities, one over what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ropa_app.domain.reading import Records
from ropa_app.legal.checks.cases import BATCH, facts_of, read_cases
from ropa_app.legal.checks.finding import Finding
from ropa_app.legal.checks.registry import AllFacts
from ropa_app.legal.checks.shared import HistoryFacts, Shared
from ropa_app.legal.duties.activities import dpia, joint_arrangements
from ropa_app.legal.duties.duty import Accepted, Duty, What
from ropa_app.legal.duties.ground import Ground, without_double
from ropa_app.legal.duties.parties import Processing, agreements
from ropa_app.legal.duties.purposes import of_purposes
from ropa_app.legal.duties.transfers import transfer_assessments
from ropa_app.legal.law import LawData


def duties_of(
    records: Records,
    law: LawData,
    day: date,
    history: HistoryFacts | None = None,
    accepted: Accepted | None = None,
    going: Callable[[int], object] | None = None,
) -> tuple[Duty, ...]:
    """Return everything a register says must be documented on a day, or need not be, kind by kind.

    `accepted` are the acceptances in force; `going` is told how many activities were looked at. Every
    activity that goes on is told of in every kind.
    """
    ground = Ground(Shared(records, law, day, history), accepted or {})
    duties = list(_derived(ground, going))
    order = {what: place for place, what in enumerate(What)}
    return tuple(sorted(duties, key=lambda one: order[one.what]))


def _derived(ground: Ground, going: Callable[[int], object] | None) -> Iterator[Duty]:
    shared, facts, processing = ground.shared, AllFacts(), Processing()
    begun: list[Duty] = []
    for number, case in enumerate(read_cases(shared.records), start=1):
        facts[case.id] = facts_of(case, shared.providers, shared.flags)
        if going is not None and number % BATCH == 1:
            going(number)
        if not case.live:
            continue
        found = ground.found_in(case)
        processing.learn(case, found)
        begun += of_purposes(ground, case, found)
        begun += joint_arrangements(ground, case, found)
        begun.append(dpia(ground, case, found))
    beside = ground.found_beside(facts)
    begun += agreements(ground, facts, processing, beside)
    begun += transfer_assessments(ground, facts, processing.left, beside)
    for one in begun:
        also = ground.looked_at(one, beside) if one.slot else ()
        yield _with(one, also) if also else one


def _with(duty: Duty, also: tuple[Finding, ...]) -> Duty:
    told = replace(duty, also=also)
    return replace(told, remarks=without_double(told))
