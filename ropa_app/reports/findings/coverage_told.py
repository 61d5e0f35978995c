"""The coverage of Articles 13 and 14 as plain data in the words of its reader."""

from __future__ import annotations

from dataclasses import dataclass

from ropa_app.legal.coverage import State


@dataclass(frozen=True, slots=True)
class CellTold:
    """An item of an activity: its state, and whether a warning says that it is not well done."""

    state: State
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class LackTold:
    """What is missing of an activity: which item, why, where it is settled, what the published one says."""

    item: str
    articles: str
    sections: str
    reason: str
    place: str
    published: str


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """An activity of the statement with its items in order, and those that are missing."""

    reference: str
    title: str
    cells: tuple[CellTold, ...]
    lacks: tuple[LackTold, ...]


@dataclass(frozen=True, slots=True)
class CoverageTold:
    """The grid in words: short names of the items, activities with as many cells, words for the states.

    `undecided` are the activities nobody has decided on, `left_out` says how many are kept out.
    """

    items: tuple[str, ...]
    activities: tuple[ActivityTold, ...]
    states: dict[State, str]
    undecided: tuple[str, ...] = ()
    left_out: int = 0
