"""Duties of transfers: an assessment behind each tool under Article 46, or why none is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.domain.values import RecordId
from ropa_app.legal import transfers
from ropa_app.legal.checks.cases import Facts
from ropa_app.legal.checks.registry import AllFacts
from ropa_app.legal.checks.shared import ToolAbroad
from ropa_app.legal.checks.transfer_tools import APPROPRIATE, DEROGATION, family, tools_in_use
from ropa_app.legal.duties.activities import Left
from ropa_app.legal.duties.duty import Duty, Reason, Spot, What
from ropa_app.legal.duties.ground import COUNTRY, Found, Ground

_WHAT: Final = What.TRANSFER_ASSESSMENT
_RULE: Final = "R-TRA-10"


def transfer_assessments(
    ground: Ground, facts: AllFacts, left: Mapping[RecordId, Left], found: Found
) -> Iterator[Duty]:
    """Yield the assessments that tools in use ask for, and of every activity without one why none is."""
    if ground.holds(_RULE):
        for one in tools_in_use(ground.shared, facts, *family(ground.shared, APPROPRIATE)):
            yield _assessment(ground, facts, one, found)
    transfers_of = _Transfers(ground, found)
    for fact in facts.live:
        yield from transfers_of.activity(fact, left.get(fact.id))


def _assessment(ground: Ground, facts: AllFacts, one: ToolAbroad, found: Found) -> Duty:
    shared, use = ground.shared, facts.uses.get(one.party.id)
    users = [fact.id for fact in facts.live if use and fact.id in use.activities]
    for_others = tuple(each.id for each in shared.processing if one.party.id in each.sub_processors)
    made = shared.assessments.get(one.tool.tia) if one.tool.tia else None
    return ground.duty(
        _WHAT,
        one.tool,
        found,
        activities=tuple(each for each in users if _serves(one.tool, each)),
        because=(one.party.id, one.place.id, *for_others),
        slot=[made] if made else [],
    )


def _serves(tool: TransferTool, activity: RecordId) -> bool:
    return not tool.activities or activity in tool.activities


class _Transfers:
    """The places outside by their party, and what the tools of each are worth to an activity."""

    def __init__(self, ground: Ground, found: Found) -> None:
        shared = ground.shared
        self._ground: Final = ground
        self._found: Final = found
        self._outside: Final[dict[RecordId, list[Place]]] = {}
        for party, place in shared.outside:
            self._outside.setdefault(party.id, []).append(place)
        self._appropriate: Final = frozenset(family(shared, APPROPRIATE))
        self._derogations: Final = frozenset(family(shared, DEROGATION))

    def activity(self, fact: Facts, left: Left | None) -> Iterator[Duty]:
        """Yield what is to be said of an activity beside the assessments its tools ask for."""
        spot, users = Spot("activity", fact.id), sorted(fact.users)
        unknown = [one for one in users if self._found.of(COUNTRY, one)]
        places = [place for one in users for place in self._outside.get(one, ())]
        serving = {one.id: self._serving(one, fact.id) for one in places}
        lacking = [one for one in places if not self._rests(one, serving[one.id])]
        if left is not None and left.reason is Reason.RECIPIENTS_UNASKED:
            yield self._ground.undecided(_WHAT, fact.id, left.reason, left.spot)
        elif unknown:
            first = Spot("party", unknown[0])
            yield self._ground.undecided(_WHAT, fact.id, Reason.COUNTRY_UNKNOWN, first, tuple(unknown))
        elif lacking:
            first = Spot("place", lacking[0].id, "" if lacking[0].country else "country")
            reason = Reason.TOOL_MISSING if lacking[0].country else Reason.COUNTRY_UNKNOWN
            because = tuple(one.id for one in lacking)
            yield self._ground.undecided(_WHAT, fact.id, reason, first, because)
        else:
            tools = [tool for one in places for tool in serving[one.id]]
            if not self._asks(tools):
                because = tuple(one.id for one in places)
                yield self._ground.not_needed(_WHAT, spot, self._reason(tools), fact.id, because)

    def _serving(self, place: Place, activity: RecordId) -> list[TransferTool]:
        return [one for one in self._ground.shared.tools_of(place.id) if _serves(one, activity)]

    def _rests(self, place: Place, tools: Sequence[TransferTool]) -> bool:
        """Tell whether a transfer rests on a tool that asks for an assessment, or on one that holds."""
        return any(one.tool in self._appropriate or self._holds(one, place) for one in tools)

    def _holds(self, one: TransferTool, place: Place) -> bool:
        shared = self._ground.shared
        return transfers.judge(one, place, shared.day, shared.law).state is transfers.ToolState.VALID

    def _asks(self, tools: Sequence[TransferTool]) -> bool:
        return self._ground.holds(_RULE) and any(one.tool in self._appropriate for one in tools)

    def _reason(self, tools: Sequence[TransferTool]) -> Reason:
        used = {one.tool for one in tools}
        if not used:
            return Reason.NO_TRANSFER
        if used & self._appropriate:
            return Reason.LAW_LATER
        return Reason.DEROGATION if used & self._derogations else Reason.ADEQUACY
