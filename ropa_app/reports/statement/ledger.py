"""What a statement really says: a record kept beside the page while the page is written.

Whoever prints a value that Articles 13 and 14 ask for notes it here, and whoever prints that a value is
missing notes that. So the list of gaps and the items of a published statement cannot disagree with the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from ropa_app.domain.values import RecordId


class Said(Enum):
    """Whether an item is said; the values are the codes of the list `said`."""

    SAID = "said"
    NOT_SAID = "not_said"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place on the page that says that something is not settled.

    `section` is the number of the section, `label` what stands beside the gap in the statement's language,
    `activities` whom it concerns (none: the statement as a whole), `item` the code of the item of Articles 13
    and 14 that stays open ("": they do not ask for it).
    """

    section: str
    label: str
    activities: tuple[RecordId, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """What the page says of a required item, and for which activities; none means the whole statement."""

    item: str
    said: Said
    section: str
    activities: tuple[RecordId, ...] = ()


_Marks = dict[RecordId | None, list[Said]]


@dataclass(slots=True)
class Ledger:
    """Notes of what is printed, made in the order of the page."""

    gaps: list[Gap] = field(default_factory=list)
    recipients: dict[str, None] = field(default_factory=dict)
    rights: dict[str, None] = field(default_factory=dict)
    channels: dict[str, None] = field(default_factory=dict)
    complaints: dict[str, None] = field(default_factory=dict)
    _marks: dict[tuple[str, str], _Marks] = field(default_factory=dict)

    def say(self, item: str, section: str, activities: Iterable[RecordId] = ()) -> None:
        """Note that an item is said."""
        self._mark(item, section, activities, Said.SAID)

    def skip(self, item: str, section: str, activities: Iterable[RecordId] = ()) -> None:
        """Note that an item does not apply."""
        self._mark(item, section, activities, Said.NOT_APPLICABLE)

    def lack(self, item: str, section: str, label: str, activities: Iterable[RecordId] = ()) -> None:
        """Note a gap; with an item, that the item is not said there."""
        concerned = tuple(activities)
        self.gaps.append(Gap(section, label, concerned, item))
        if item:
            self._mark(item, section, concerned, Said.NOT_SAID)

    def join_gaps(self, first: int, again: int) -> None:
        """Let the gaps from a place of the list on be those from an earlier place: they are printed once."""
        for at, gap in enumerate(self.gaps[again:], first):
            known = self.gaps[at]
            activities = tuple(dict.fromkeys((*known.activities, *gap.activities)))
            self.gaps[at] = replace(known, activities=activities)
        del self.gaps[again:]

    def _mark(self, item: str, section: str, activities: Iterable[RecordId], said: Said) -> None:
        marks = self._marks.setdefault((item, section), {})
        for activity in tuple(activities) or (None,):
            marks.setdefault(activity, []).append(said)

    def items(self, order: Sequence[str], activities: Sequence[RecordId]) -> tuple[Item, ...]:
        """Return what is said of each item in the order of a list; `activities` are all of the statement.

        An item without a note does not apply to this statement. An activity of which one part is said and
        another is not is unclear.
        """
        found: list[Item] = []
        for item in order:
            noted = [(section, marks) for (one, section), marks in self._marks.items() if one == item]
            if not noted:
                found.append(Item(item, Said.NOT_APPLICABLE, ""))
            for section, marks in noted:
                found.extend(_grouped(item, section, marks, activities))
        return tuple(found)


def _grouped(item: str, section: str, marks: _Marks, every: Sequence[RecordId]) -> Iterable[Item]:
    """Yield one item for each answer, with the activities it holds for in the order of the statement."""
    whole = marks.get(None)
    if whole is not None:
        yield Item(item, _together(whole), section)
    answers = {activity: _together(marks[activity]) for activity in every if activity in marks}
    for said in Said:
        named = tuple(activity for activity, answer in answers.items() if answer is said)
        if named:
            yield Item(item, said, section, () if named == tuple(every) and whole is None else named)


def _together(marks: Sequence[Said]) -> Said:
    kinds = {mark for mark in marks if mark is not Said.NOT_APPLICABLE}
    if not kinds:
        return Said.NOT_APPLICABLE
    return kinds.pop() if len(kinds) == 1 else Said.UNCLEAR
