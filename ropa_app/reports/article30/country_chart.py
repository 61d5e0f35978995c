"""The chart of countries: which activities, or areas, send data where, and to how many recipients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.transfers import is_live, is_outside
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Block, ChartGroup, ChartRow, DotChart, Sign, TextStyle, para

_MOST_COLUMNS: Final = 14
_SIGNS: Final = (Sign.WITHIN, Sign.ELSEWHERE, Sign.ELSEWHERE, Sign.UNPLACED)
_WITHIN, _OUTSIDE, _ORGANISATION, _UNPLACED = range(4)


@dataclass(slots=True)
class _Row:
    """What is counted for a country: the columns that send data there, and who receives them."""

    columns: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)


_Counted = dict[tuple[int, str], _Row]


def country_chart(context: Context) -> Iterator[Block]:
    """Yield the chart and its note; nothing where no data are sent, or for too many columns to read."""
    t = context.t
    by_area = len(context.index.entries) > _MOST_COLUMNS
    columns, counted = _counted(context, by_area=by_area)
    if not counted or len(columns) > _MOST_COLUMNS:
        return
    groups = tuple(_groups(context, columns, counted))
    yield DotChart(t("Country"), tuple(columns), t("Recipients"), groups, _told(context, groups, columns))
    if by_area:
        note = t("Each mark is a business area that sends data to the country. Its shape shows the group.")
    else:
        note = t("Each mark is an activity that sends data to the country. Its shape shows the group.")
    yield para(note, style=TextStyle.NOTE)


def _counted(context: Context, *, by_area: bool) -> tuple[list[str], _Counted]:
    """Return the columns in order, and the rows by group and country."""
    columns: dict[str, None] = {}
    counted: _Counted = {}
    for view in context.index.views():
        if not is_live(view.activity):
            continue
        column = _area(context, view) if by_area else view.entry.reference or "?"
        columns[column] = None
        for place, recipient in _receiving(context, view):
            row = counted.setdefault(place, _Row())
            row.columns.add(column)
            row.recipients.add(recipient)
        if by_area and len(columns) > _MOST_COLUMNS:
            break
    return (sorted(columns, key=sort_key) if by_area else list(columns)), counted


def _area(context: Context, view: ActivityView) -> str:
    return context.words.plain(view.activity.area) or context.t("Not stated")


def _receiving(context: Context, view: ActivityView) -> Iterator[tuple[tuple[int, str], str]]:
    """Yield group and country of everybody who gets data from an activity."""
    for party in view.parties(context.names):
        for place in _places(context, party):
            yield place, party
    for one in view.recipients:
        if not one.party:
            yield (_UNPLACED, context.t("Not stated")), one.id


def _places(context: Context, party: RecordId) -> set[tuple[int, str]]:
    t, words, international = context.t, context.words, context.names.is_international(party)
    found: set[tuple[int, str]] = set()
    for place in context.names.places.get(party, []):
        outside = is_outside(place, context.edition.day, context.law)
        if international:
            country = words.country(place.country) if place.country else t("Country not stated")
            found.add((_ORGANISATION, country))
        elif place.country:
            found.add((_OUTSIDE if outside else _WITHIN, words.country(place.country)))
        elif outside or place.outside_eea is Answer.NO:
            found.add((_OUTSIDE if outside else _WITHIN, t("Country not stated")))
        else:
            found.add((_UNPLACED, t("Not stated")))
    return found or {(_UNPLACED, t("Not stated"))}


def _groups(context: Context, columns: list[str], counted: _Counted) -> Iterator[ChartGroup]:
    t, unnamed = context.t, context.t("Country not stated")

    def key(name: str) -> tuple[bool, SortKey]:
        return name == unnamed, sort_key(name)

    titles = (
        t("In the EEA"),
        t("Outside the EEA (third countries)"),
        t("International organisations"),
        t("Country not stated"),
    )
    for group, title in enumerate(titles):
        names = sorted((name for number, name in counted if number == group), key=key)
        if names:
            rows = (_row(context, columns, name, counted[group, name]) for name in names)
            yield ChartGroup(_SIGNS[group], title, tuple(rows))


def _row(context: Context, columns: list[str], name: str, row: _Row) -> ChartRow:
    marks = tuple(column in row.columns for column in columns)
    return ChartRow(name, marks, context.words.number(len(row.recipients)))


def _told(context: Context, groups: tuple[ChartGroup, ...], columns: list[str]) -> str:
    """Return the chart in words."""
    t = context.t
    parts = [t("Overview of countries.")]
    for group in groups:
        for row in group.rows:
            marked = "; ".join(column for column, mark in zip(columns, row.marks, strict=True) if mark)
            told = t(
                "{group}: {country}, recipients: {n}, from: {columns}.",
                group=group.title,
                country=row.label,
                n=row.total,
                columns=marked,
            )
            parts.append(told)
    return " ".join(parts)
