"""The picture of a sheet: from whom data come, who gets them, and in which countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Place
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.transfers import ToolState
from ropa_app.reports import phrases
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.letters_defg import tools_for
from ropa_app.reports.page_model import (
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Frame,
    Sign,
    Spread,
    Stroke,
)
from ropa_app.reports.wording import raised, text_of

_HOME: Final = "NO"
_NONE: Final = "none"
_MOST_PEOPLE: Final = 6
_MOST_RECIPIENTS: Final = 8
_MOST_DATA, _FEW_DATA = 3, 2
_ACTIVITY: Final = "activity"
_NOWHERE: Final = "place-?"
_AT_HOME, _INSIDE, _OUTSIDE, _UNSTATED = range(4)


@dataclass(frozen=True, slots=True)
class Land:
    """A country of the picture; `rank` puts it at home, inside or outside the EEA, or nowhere.

    `basis` is what a transfer rests on. An `organisation` is an international one: it ranks outside.
    """

    key: str
    name: str
    rank: int
    basis: str = ""
    organisation: bool = False

    @property
    def order(self) -> tuple[int, SortKey]:
        """Return a key: home, the EEA, third countries, not stated."""
        return self.rank, sort_key(self.name)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets data in the picture, what, and where."""

    key: str
    name: str
    gets: str
    lands: tuple[Land, ...]


def flow(context: Context, view: ActivityView) -> FlowFigure:
    """Return the picture of an activity; its alternative text tells all of it, however many there are."""
    t = context.t
    people = [raised(text_of(one)) for one in phrases.all_subjects(view.lines, context.words)]
    sources = list(dict.fromkeys(_sources(context, view)))
    systems = [text_of(context.names.system(one)) for one in view.activity.systems]
    receivers = list(_receivers(context, view))
    shown = _shown(context, receivers)
    lands = sorted(
        {land.key: land for one in shown for land in one.lands}.values(), key=lambda one: one.order
    )
    if not receivers and view.activity.recipients_answer != _NONE:
        lands = [_unknown(context)]
    title = context.words.plain(view.entry.title)
    left = (
        _stack(context, t("Data subjects"), "people", people, bold=True),
        _stack(context, t("Sources"), "source", sources, bold=False),
    )
    activity = FlowBox(_ACTIVITY, view.entry.reference or "?", title, Frame.ACCENT)
    middle = (
        FlowStack(t("Processing"), (activity,)),
        _stack(context, t("Systems"), "system", systems, bold=False),
    )
    columns = (
        FlowColumn(left, 104, 22),
        FlowColumn(middle, 98, 22, Spread.MIDDLE),
        FlowColumn((_receiver_stack(context, view, shown),), 122, 37),
        FlowColumn((FlowStack(t("Country"), tuple(map(_land_box, lands))),), 82, 0, Spread.EVEN),
    )
    arrows = (*_arrows_in(left), *_arrows_out(view, shown))
    return FlowFigure(
        columns, arrows, _told(context, view, (people, sources, systems), receivers), _key(context, lands)
    )


def _key(context: Context, lands: Iterable[Land]) -> tuple[tuple[Stroke, str], ...]:
    t = context.t
    outside = t("outside the EEA (third country)")
    if any(land.organisation for land in lands):
        outside = t("third country or international organisation")
    return (
        (Stroke.PLAIN, t("in the EEA")),
        (Stroke.STRONG, outside),
        (Stroke.DASHED, t("not stated")),
    )


def _sources(context: Context, view: ActivityView) -> Iterator[str]:
    for one in view.sources:
        if one.party:
            yield context.names.party_text(one.party)
        elif one.origin:
            yield context.words.label("source_kinds", one.origin)
        elif note := context.words.plain(one.note):
            yield note


def _stack(context: Context, caption: str, prefix: str, names: list[str], *, bold: bool) -> FlowStack:
    """Return boxes below a caption; a dashed one with the sign where there are none."""
    if not names:
        return FlowStack(caption, (_gap(context, prefix),))
    boxes = [FlowBox(f"{prefix}-{n}", name, light=not bold) for n, name in enumerate(names[:_MOST_PEOPLE])]
    if (more := len(names) - _MOST_PEOPLE) > 0:
        others = context.t.plural("{n} other", "{n} others", more, n=context.words.number(more))
        boxes.append(FlowBox(f"{prefix}-more", others, light=True))
    return FlowStack(caption, tuple(boxes))


def _gap(context: Context, prefix: str) -> FlowBox:
    text = context.t("Not stated")
    return FlowBox(f"{prefix}-?", text, frame=Frame.DASHED, sign=Sign.NOT_STATED, light=True)


def _receivers(context: Context, view: ActivityView) -> Iterator[Receiver]:
    """Yield the recipients, then those who get data by a tracker or a system only."""
    seen: set[RecordId] = set()
    for number, one in enumerate(view.recipients):
        name = context.names.party_text(one.party) if one.party else context.words.plain(one.category)
        lands = _lands(context, view, one.party)
        yield Receiver(f"to-{number}", name or context.t("Not stated"), _gets(context, view, one), lands)
        seen.update([one.party] if one.party else [])
    for party in view.parties(context.names):
        if party not in seen:
            name, nothing = context.names.party_text(party), context.t("Not stated what")
            yield Receiver(f"to-{party}", name, nothing, _lands(context, view, party))


def _gets(context: Context, view: ActivityView, recipient: Recipient) -> str:
    """Return what a recipient gets in few words."""
    if recipient.all_lines is Answer.YES:
        return context.t("All data of the activity")
    lines = [line for line in view.lines if line.id in recipient.lines]
    data = [text_of(one) for one in phrases.all_categories(lines, context.words)]
    if not data:
        return context.t("Not stated what")
    if len(data) <= _MOST_DATA:
        return raised(", ".join(data))
    more, named = len(data) - _FEW_DATA, raised(", ".join(data[:_FEW_DATA]))
    return context.t("{names} and {n} more", names=named, n=context.words.number(more))


def _lands(context: Context, view: ActivityView, party: RecordId | None) -> tuple[Land, ...]:
    places = context.names.places.get(party, []) if party else []
    found = {land.key: land for land in (_land(context, view, place) for place in places)}
    return tuple(found.values()) or (_unknown(context),)


def _unknown(context: Context) -> Land:
    return Land(_NOWHERE, context.t("Not stated"), _UNSTATED)


def _land(context: Context, view: ActivityView, place: Place) -> Land:
    t = context.t
    if context.names.is_transfer(place, context.edition.day):
        name = context.names.land(place) or t("Outside the EEA")
        basis, kind = _basis(context, view, place), ""
        if context.names.is_international(place.party):
            kind = "-organisation"
        return Land(f"place-{place.country}-{basis}{kind}", name, _OUTSIDE, basis, bool(kind))
    if place.country:
        rank = _AT_HOME if place.country == _HOME else _INSIDE
        return Land(f"place-{place.country}", context.words.country(place.country), rank)
    if place.outside_eea is Answer.NO:
        return Land("place-eea", t("In the EEA"), _INSIDE)
    return _unknown(context)


def _basis(context: Context, view: ActivityView, place: Place) -> str:
    """Return what a transfer rests on and whether it holds, in few words."""
    t, words = context.t, context.words
    transfer = next((one for one in view.transfers if one.place.id == place.id), None)
    judged = tools_for(view, transfer) if transfer else []
    if not judged:
        return t("basis not stated")
    valid = [one for one in judged if one.state is ToolState.VALID]
    chosen = (valid or judged)[0]
    name = words.label("transfer_tools", chosen.tool.tool) if chosen.tool.tool else t("basis not stated")
    if valid or not chosen.tool.tool:
        return name
    if chosen.state is ToolState.UNSETTLED:
        return t("{tool}, not determined", tool=name)
    return t("{tool}, not valid", tool=name)


def _shown(context: Context, receivers: list[Receiver]) -> list[Receiver]:
    """Return at most eight boxes; of more, seven and one for all others."""
    if len(receivers) <= _MOST_RECIPIENTS:
        return receivers
    kept, rest = receivers[: _MOST_RECIPIENTS - 1], receivers[_MOST_RECIPIENTS - 1 :]
    lands = {land.key: land for one in rest for land in one.lands}
    name = context.t("{n} other recipients", n=context.words.number(len(rest)))
    return [*kept, Receiver("to-others", name, context.t("see letter d"), tuple(lands.values()))]


def _receiver_stack(context: Context, view: ActivityView, receivers: list[Receiver]) -> FlowStack:
    caption = context.t("Recipients and what they get")
    if receivers:
        return FlowStack(
            caption, tuple(FlowBox(one.key, one.name, one.gets, Frame.TINT) for one in receivers)
        )
    if view.activity.recipients_answer == _NONE:
        return FlowStack(caption, (FlowBox("to-none", context.t("None"), light=True),))
    return FlowStack(caption, (_gap(context, "to"),))


def _land_box(land: Land) -> FlowBox:
    if land.rank == _OUTSIDE:
        return FlowBox(land.key, land.name, land.basis, Frame.DOUBLE, Sign.ELSEWHERE)
    if land.rank == _UNSTATED:
        return FlowBox(land.key, land.name, frame=Frame.DASHED, sign=Sign.NOT_STATED, light=True)
    return FlowBox(land.key, land.name)


def _arrows_in(stacks: Iterable[FlowStack]) -> Iterator[FlowArrow]:
    for stack in stacks:
        for box in stack.boxes:
            stroke = Stroke.DASHED if box.frame is Frame.DASHED else Stroke.PLAIN
            yield FlowArrow(box.key, _ACTIVITY, stroke)


def _arrows_out(view: ActivityView, receivers: list[Receiver]) -> Iterator[FlowArrow]:
    strokes = {_OUTSIDE: Stroke.STRONG, _UNSTATED: Stroke.DASHED}
    if not receivers and view.activity.recipients_answer != _NONE:
        yield FlowArrow(_ACTIVITY, "to-?", Stroke.DASHED)
        yield FlowArrow("to-?", _NOWHERE, Stroke.DASHED)
    for one in receivers:
        yield FlowArrow(_ACTIVITY, one.key)
        for land in one.lands:
            yield FlowArrow(one.key, land.key, strokes.get(land.rank, Stroke.PLAIN))


def _told(
    context: Context,
    view: ActivityView,
    left: tuple[list[str], list[str], list[str]],
    receivers: list[Receiver],
) -> str:
    """Return the picture in words that need no inflection."""
    t, people, nothing = context.t, left[0], context.t("not stated")
    sources, systems = left[1:]
    title = f"{view.entry.reference or '?'} {context.words.plain(view.entry.title)}".strip()
    parts = [
        t("Data flow for {activity}.", activity=_last(title)),
        t("Data subjects: {names}.", names=_last("; ".join(people)) or nothing),
        t("Sources: {names}.", names=_last("; ".join(sources)) or nothing),
        t("Systems: {names}.", names=_last("; ".join(systems)) or nothing),
    ]
    for one in receivers:
        name, data = _last(one.name), _last(one.gets)
        lands = "; ".join(_in_words(context, land) for land in one.lands)
        parts.append(
            t("Recipient: {name}. Gets: {data}. Country: {lands}.", name=name, data=data, lands=lands)
        )
    if not receivers:
        none = t("none") if view.activity.recipients_answer == _NONE else nothing
        parts.append(t("Recipients: {names}.", names=none))
    moved = {land.key: land for one in receivers for land in one.lands if land.rank == _OUTSIDE}
    outside = [land for land in moved.values() if not land.organisation]
    named = _with_basis(outside) or t("no country stated")
    parts.append(t("Outside the EEA: {countries}.", countries=named))
    if organisations := [land for land in moved.values() if land.organisation]:
        named = _with_basis(organisations)
        parts.append(t("International organisations: {countries}.", countries=named))
    return " ".join(parts)


def _with_basis(lands: Iterable[Land]) -> str:
    return "; ".join(f"{land.name} ({land.basis})" for land in lands)


def _last(text: str) -> str:
    """Return a text without the full stop that the sentence brings itself."""
    return text.rstrip(".")


def _in_words(context: Context, land: Land) -> str:
    return context.t("not stated") if land.rank == _UNSTATED else land.name
