"""Transfers of an activity: what is settled of the places that its recipients process at, Article 13(1)(f).

The statement tells of a place once, for all activities that use it. So what is open there is open for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.coverage.cells import Content, Reason
from ropa_app.legal.coverage.frame import Frame, filled, missing
from ropa_app.legal.transfers import JudgedTool, ToolState, is_international, judge

_TOOLS: Final = "transfer_tools"
_ASKED: Final = frozenset({"processor", ""})
_SAFEGUARDS: Final = "46"
_DEROGATIONS: Final = "49"
_SECOND_SUBPARAGRAPH: Final = "49-1-2"


def transfers(frame: Frame, activity: RecordId) -> Content | None:
    """Return what is told of the transfers of an activity, None where its recipients make none."""
    found: Content | None = None
    for party in sorted(frame.users_of(activity)):
        if (lacking := _unplaced(frame, party)) is not None:
            return lacking
        for place in frame.outside.get(party, ()):
            lacking = next(_lacking(frame, place), None)
            if lacking is not None:
                return lacking
            tool = next(iter(frame.shared.tools_of(place.id)), None)
            found = filled(TransferTool.KIND, tool.id, "tool") if tool else filled(place.KIND, place.id)
    return found


def _unplaced(frame: Frame, party: RecordId) -> Content | None:
    """Return that it is not known where a recipient processes, None where it is.

    A recipient that decides for itself is not asked where it has no place on record; an international
    organisation is, for data are transferred to it wherever it sits.
    """
    places, roles = frame.shared.places.get(party, ()), frame.roles.get(party, frozenset())
    asked = not roles or not roles.isdisjoint(_ASKED) or is_international(frame.shared.parties[party])
    if not places and asked:
        return missing(Reason.NO_PLACE, Party.KIND, party)
    for one in places:
        if not one.country and one.outside_eea not in (Answer.YES, Answer.NO):
            return missing(Reason.NO_COUNTRY, one.KIND, one.id, "country")
    return None


def _lacking(frame: Frame, place: Place) -> Iterator[Content]:
    """Yield what is open of a place outside the EEA."""
    if not place.country:
        yield missing(Reason.NO_COUNTRY, place.KIND, place.id, "country")
    tools = [one for one in _judged(frame, place) if one.tool.tool]
    if not tools:
        yield missing(Reason.NO_TOOL, place.KIND, place.id)
    replaced = any(one.state is ToolState.VALID and _family(frame, one) != _DEROGATIONS for one in tools)
    for one in tools:
        holds = one.state is ToolState.VALID
        if not holds and (not replaced or one.state is ToolState.UNSETTLED):
            yield missing(Reason.TOOL_FAILS, TransferTool.KIND, one.tool.id, "tool")
    settings = frame.shared.statement
    if (settings is None or not settings.copy_how) and any(_has_copy(frame, one) for one in tools):
        yield missing(Reason.NO_COPY, Statement.KIND, frame.settings, "copy_how")


def _judged(frame: Frame, place: Place) -> Iterator[JudgedTool]:
    """Yield what the tools of a place are worth that serve an activity of the statement."""
    users = frame.users.get(place.party, frozenset())
    for tool in frame.shared.tools_of(place.id):
        one = judge(tool, place, frame.shared.day, frame.shared.law)
        if any(one.serves(activity) for activity in users):
            yield one


def _family(frame: Frame, one: JudgedTool) -> str:
    choice = frame.shared.law.choice(_TOOLS, one.tool.tool)
    return choice.group if choice else ""


def _has_copy(frame: Frame, one: JudgedTool) -> bool:
    """Tell whether a tool is a safeguard that a copy is promised of."""
    return _family(frame, one) == _SAFEGUARDS or one.tool.tool == _SECOND_SUBPARAGRAPH
