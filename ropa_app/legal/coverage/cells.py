"""The grid: a row for each activity of the statement, a cell for each item of Articles 13 and 14."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import Finding

#: The sections of the generated statement that tell an item, first the one where it is told of the activity
#: itself; codes of the list `statement_sections`. A test compares them with what is printed.
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "controller": ("01-controller", "14-contact"),
        "dpo": ("01-controller",),
        "purposes": ("02-processing",),
        "legal_basis": ("02-processing",),
        "interests": ("02-processing",),
        "categories": ("02-processing",),
        "recipients": ("02-processing", "04-recipients"),
        "transfers": ("05-transfers",),
        "storage": ("02-processing", "06-storage"),
        "rights": ("11-rights",),
        "withdrawal": ("02-processing", "11-rights"),
        "complaint": ("12-complaint",),
        "provision": ("02-processing",),
        "source": ("02-processing", "03-sources"),
        "automated": ("09-automated",),
        "further_purpose": ("13-changes",),
    }
)
#: The codes of the list `statement_items` in its order, which is that of the articles.
ITEMS: Final = tuple(SECTIONS)


class State(Enum):
    """Whether the register holds what the statement has to tell; there is no fourth state for a blank."""

    FILLED = "filled"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


class Reason(Enum):
    """Why an item is in its state; services put it into words."""

    # filled
    STATED = "stated"
    NOBODY_RECEIVES = "nobody_receives"
    ALWAYS_TOLD = "always_told"
    # not applicable
    NO_OFFICER = "no_officer"
    NO_INTERESTS = "no_interests"
    NO_CONSENT = "no_consent"
    NO_TRANSFER = "no_transfer"
    NOT_ASKED_OF_PERSON = "not_asked_of_person"
    FROM_THE_PERSON = "from_the_person"
    NO_DECISION = "no_decision"
    # missing
    CHECK = "check"
    NO_NAME = "no_name"
    NO_ADDRESS = "no_address"
    OFFICER_UNDECIDED = "officer_undecided"
    OFFICER_UNREACHABLE = "officer_unreachable"
    NO_PURPOSE = "no_purpose"
    NO_BASIS = "no_basis"
    NO_INTEREST = "no_interest"
    NO_DATA = "no_data"
    NO_RECIPIENTS = "no_recipients"
    UNNAMED_RECIPIENT = "unnamed_recipient"
    NO_PLACE = "no_place"
    NO_COUNTRY = "no_country"
    NO_TOOL = "no_tool"
    TOOL_FAILS = "tool_fails"
    NO_COPY = "no_copy"
    NO_PERIOD = "no_period"
    NO_START = "no_start"
    NO_WAY_TO_ASK = "no_way_to_ask"
    NO_WITHDRAWAL = "no_withdrawal"
    NO_PROVISION = "no_provision"
    NO_CONSEQUENCE = "no_consequence"
    NO_SOURCE = "no_source"
    NO_ANSWER = "no_answer"
    NO_LOGIC = "no_logic"
    # missing, since what decides whether the item applies is missing
    BASIS_DECIDES = "basis_decides"
    RECIPIENTS_DECIDE = "recipients_decide"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item is filled in or would be settled; `field` is "" where it is no one field.

    `record` is "" where the record that a register holds once is not there yet.
    """

    kind: str
    record: RecordId
    field: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the published statement in force says of an item for an activity, and where.

    `said` is a code of the list `said`, "" where nobody has read the item; `record` is the one row that was
    read, None where there are none or several.
    """

    said: str = ""
    sections: tuple[str, ...] = ()
    record: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What the register holds of an item, before anybody looks at findings."""

    state: State
    reason: Reason
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """An item of an activity.

    `articles` are the places of the Regulation that ask for it, such as 13(1)(c). `findings` are the open
    ones that name the item; with a cell that is filled they are warnings.
    """

    item: str
    state: State
    reason: Reason
    spot: Spot | None
    articles: tuple[str, ...]
    findings: tuple[Finding, ...]
    told: Told

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections of the generated statement that tell the item."""
        return SECTIONS[self.item]

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the item is filled, and a warning says that it is not well done."""
        return self.state is State.FILLED and bool(self.findings)


@dataclass(frozen=True, slots=True)
class Row:
    """The items of an activity, in their order."""

    activity: RecordId
    cells: tuple[Cell, ...]

    @property
    def missing(self) -> tuple[Cell, ...]:
        """Return the items that are missing."""
        return tuple(one for one in self.cells if one.state is State.MISSING)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows in the order of the numbers of the activities.

    `undecided` are the activities of which nobody has said whether they belong in the statement: it does not
    tell of them, so that there is nothing to judge, and nothing is complete while there are some.
    `left_out` is how many activities are kept out of it, `published` the statement in force.
    """

    rows: tuple[Row, ...]
    undecided: tuple[RecordId, ...] = ()
    left_out: int = 0
    published: RecordId | None = None

    @property
    def settled(self) -> int:
        """Return how many activities have no item missing."""
        return sum(not one.missing for one in self.rows)

    @property
    def percent(self) -> int:
        """Return the share of activities that miss nothing in whole percent, 100 only for all of them."""
        total = len(self.rows) + len(self.undecided)
        return 100 if self.settled == total else min(99, 100 * self.settled // total)

    def count(self, place: int, state: State) -> int:
        """Return how many activities have the item at a place in a state."""
        return sum(one.cells[place].state is state for one in self.rows)
