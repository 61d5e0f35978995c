"""The grid of a register: contents of each activity, then what open findings say of them.

An error that names an item leaves it missing, whatever is entered; a warning leaves it filled, and is kept
beside it. So no item is filled while an error is open for it or while the statement prints that it is not
settled. The activities are those the statement tells of: in use or in draft, with a yes to `public`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks import Checked, Finding, Severity, Shared, rules
from ropa_app.legal.checks.cases import Case, read_cases
from ropa_app.legal.coverage.cells import ITEMS, Cell, Content, Grid, Reason, Row, Spot, State
from ropa_app.legal.coverage.contents import CONTENTS, is_from_others, told_sources
from ropa_app.legal.coverage.frame import Frame
from ropa_app.legal.coverage.published import Reading
from ropa_app.legal.law import LawData
from ropa_app.legal.transfers import is_live

_LIST: Final = "statement_items"
_TRANSFERS: Final = "transfers"
_COPY: Final = "copy_how"
# Article 13 does not list them, but what is told has to be fair and transparent (WP260).
_FAIRNESS: Final = "5(1)(a)"
_CATEGORIES: Final = "categories"


def cover(
    shared: Shared,
    checked: Checked,
    is_open: Callable[[Finding], bool],
    step: Callable[[], object] = lambda: None,
) -> Grid:
    """Return the grid of a register as of the day of `shared`, given what the rules found.

    `step` is called before each activity.
    """
    frame, reading = Frame(shared, checked, is_open), Reading(shared.published_items)
    articles = _Articles(shared.law)
    every = [one for one in shared.records.of_kind(Activity.KIND) if isinstance(one, Activity)]
    live = sorted(filter(is_live, every), key=lambda one: (sort_key(one.reference), one.id))
    told = [one.id for one in live if one.public is Answer.YES]
    undecided = tuple(one.id for one in live if one.public is Answer.UNKNOWN)
    rows = []
    for case in read_cases(shared.records, told):
        step()
        rows.append(_row(frame, case, reading, articles))
    return Grid(
        tuple(rows),
        undecided,
        len(live) - len(told) - len(undecided),
        shared.published.id if shared.published else None,
    )


def _row(frame: Frame, case: Case, reading: Reading, articles: _Articles) -> Row:
    found: dict[str, list[Finding]] = {}
    for one in _concerning(frame, case.id):
        found.setdefault(rules()[one.rule].item, []).append(one)
    asked = articles.of(frame, case)
    cells = []
    for item in ITEMS:
        content, findings = CONTENTS[item](frame, case), found.get(item, [])
        if item == _TRANSFERS and content.spot and content.spot.field == _COPY:
            findings.extend(frame.of_copies)
        judged = _judged(content, findings)
        told = reading.of(item, case.id)
        cells.append(Cell(item, judged.state, judged.reason, judged.spot, asked[item], tuple(findings), told))
    return Row(case.id, tuple(cells))


def _concerning(frame: Frame, activity: RecordId) -> Iterable[Finding]:
    """Yield the open findings of an activity, what it owns, the parties it uses, and the organisation."""
    yield from frame.own(activity)
    yield from frame.wide
    for party in sorted(frame.users_of(activity)):
        yield from frame.of_parties.get(party, ())


def _judged(content: Content, findings: Iterable[Finding]) -> Content:
    """Return a content as findings leave it: an open error leaves it missing, and says where."""
    if content.state is State.MISSING:
        return content
    for one in findings:
        if rules()[one.rule].severity is Severity.ERROR:
            return Content(State.MISSING, Reason.CHECK, Spot(one.kind, one.record, one.field))
    return content


class _Articles:
    """The places of the Regulation that ask for each item, by where the data of an activity come from."""

    def __init__(self, law: LawData) -> None:
        places = {item: _places(law, item) for item in ITEMS}
        self._by_origin: Final = {
            (person, others): {item: _asking(item, some, person, others) for item, some in places.items()}
            for person in (True, False)
            for others in (True, False)
        }

    def of(self, frame: Frame, case: Case) -> dict[str, tuple[str, ...]]:
        """Return the articles for an activity: 13 for data of the person, 14 for others; both if unsaid."""
        others = [is_from_others(frame, one) for one in told_sources(case)]
        return self._by_origin[not all(others) or not others, any(others) or not others]


def _places(law: LawData, item: str) -> tuple[str, ...]:
    """Return the places that the list of items names: "Art. 13(1)(c), 14(1)(c)"."""
    choice = law.choice(_LIST, item)
    named = choice.law.removeprefix("Art. ") if choice else ""
    return tuple(place.strip() for place in named.split(",") if place.strip())


def _asking(item: str, places: tuple[str, ...], person: bool, others: bool) -> tuple[str, ...]:
    """Return the places that count where data come from the person or from others; else all there are."""
    wanted = tuple(one for one, counts in (("13", person), ("14", others)) if counts)
    found = tuple(one for one in places if one.partition("(")[0] in wanted)
    if not found and item == _CATEGORIES:
        return (_FAIRNESS,)
    return found or places
