"""Where parties process data, and what a transfer tool is worth on the day."""

from __future__ import annotations

from collections.abc import Sequence

from ropa_app.domain.entities.parties import Place
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.transfers import JudgedTool, ToolState
from ropa_app.reports.article30.context import Context
from ropa_app.reports.articles import tool_place
from ropa_app.reports.page_model import Paragraph, Run, Sign, bold, para, signed
from ropa_app.reports.wording import raised


def place_paragraphs(context: Context, party: RecordId) -> list[Paragraph]:
    """Return the places of processing of a party, one paragraph each, equal ones once."""
    places = context.names.places.get(party, [])
    if not places:
        return [context.words.missing()]
    found: list[Paragraph] = []
    for place in places:
        found.extend(one for one in country_paragraphs(context, place) if one not in found)
    return found


def country_paragraphs(context: Context, place: Place) -> list[Paragraph]:
    """Return the country of a place: with a sign where that makes a transfer, another where not known."""
    t, outside = context.t, context.names.is_transfer(place, context.edition.day)
    name = context.names.land(place)
    if place.country:
        return [signed(Sign.ELSEWHERE, name) if outside else para(name)]
    if outside:
        return [
            signed(Sign.ELSEWHERE, name or t("Outside the EEA")),
            signed(Sign.NOT_STATED, t("Country not stated")),
        ]
    if place.outside_eea is Answer.NO:
        return [para(t("In the EEA")), signed(Sign.NOT_STATED, t("Country not stated"))]
    return [context.words.missing()]


def is_unplaced(context: Context, party: RecordId) -> bool:
    """Tell whether it is not known of a party whether it processes data outside the EEA."""
    places = context.names.places.get(party, [])
    return not places or any(not one.country and one.outside_eea in _OPEN for one in places)


_OPEN = (Answer.UNKNOWN, Answer.NOT_APPLICABLE)


def tool_name(context: Context, judged: JudgedTool) -> Paragraph:
    """Return the name of a transfer tool, with a sign where it does not hold."""
    words = context.words
    name = words.label("transfer_tools", judged.tool.tool) if judged.tool.tool else ""
    if not name:
        return words.missing()
    match judged.state:
        case ToolState.VALID:
            return para(name)
        case ToolState.UNSETTLED:
            return Paragraph((bold(name),), sign=Sign.NOT_STATED)
        case _:
            return Paragraph((bold(name),), sign=Sign.INVALID)


def tool_state(context: Context, judged: JudgedTool) -> str:
    """Return in a sentence what a transfer tool is worth on the day, and where the law data are unsure."""
    state = _state(context, judged)
    return state if judged.confirmed else f"{state} " + context.t("To be confirmed in the source.")


def _state(context: Context, judged: JudgedTool) -> str:
    t, words = context.t, context.words
    since = words.day(judged.since) if judged.since else ""
    match judged.state:
        case ToolState.VALID:
            return t("In force.")
        case ToolState.LAPSED:
            return t("Not valid since {day}.", day=since)
        case ToolState.NOT_YET:
            return t("Not valid before {day}.", day=since)
        case ToolState.NOT_COVERED:
            return t("Does not cover this country or recipient.")
        case ToolState.UNSETTLED:
            return t("Too little is recorded to tell whether it is valid.")


def tool_reference(context: Context, judged: JudgedTool) -> Sequence[Run]:
    """Return the article a transfer tool rests on, nothing where there is none."""
    place = tool_place(judged.tool.tool, context.words)
    return (Run(f"{raised(place)}."),) if place else ()
