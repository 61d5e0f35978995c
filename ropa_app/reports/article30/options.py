"""What may be chosen about the register document: parts, activities, reader, and the gaps it declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ropa_app.domain.values import Audience, RecordId, Text
from ropa_app.i18n import N_
from ropa_app.reports.wording import Runs

PARTS: Final = (
    *("overview", "sheets", "flow", "recommended", "parties", "transfers", "measures"),
    *("systems", "assessments", "processor", "gaps", "history"),
)
DEFAULT_PARTS: Final = frozenset(PARTS) - {"gaps"}
#: What each part is called, as marked texts.
PART_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "overview": N_("Overview"),
        "sheets": N_("Sheet for each activity"),
        "flow": N_("Picture of the data flow on each sheet"),
        "recommended": N_("Recommended information on each sheet"),
        "parties": N_("Recipients, processors and agreements"),
        "transfers": N_("Transfers out of the EEA"),
        "measures": N_("Security measures"),
        "systems": N_("Systems"),
        "assessments": N_("Consents and assessments"),
        "processor": N_("The register as processor"),
        "gaps": N_("Declared points"),
        "history": N_("Change history"),
    }
)


@dataclass(frozen=True, slots=True)
class DeclaredGap:
    """A point that the organisation itself tells the authority it has not settled.

    `what` is a localised text, or runs in the language of the document. `record` is the activity or another
    record the point concerns, None for the whole register; `field` is one of its fields, or "". `article` is
    a place of the Regulation such as "30(1)(a)", several parted by ", ", or any other reference, printed as
    it stands. `required` tells points that the law asks for from recommended ones.
    """

    what: Text | Runs
    record: RecordId | None
    field: str
    article: str
    required: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RegisterOptions:
    """What may be chosen about the register document.

    `wide_overview` sets the overview as one table on A3 instead of two on A4. `audience` is AUTHORITY, or
    INTERNAL for the organisation's own copy. `parts` are codes of `PARTS`; `flow` and `recommended` stand on
    the sheets. `activities` are those in the document, in the order of the register whatever theirs; None is
    all of them. `declared` is printed in the part `gaps`. Raises ValueError for a part that does not exist.
    """

    wide_overview: bool = False
    audience: Audience = Audience.AUTHORITY
    parts: frozenset[str] = DEFAULT_PARTS
    activities: tuple[RecordId, ...] | None = None
    declared: tuple[DeclaredGap, ...] = ()

    def __post_init__(self) -> None:
        """Refuse parts that do not exist."""
        if unknown := self.parts - set(PARTS):
            raise ValueError(f"not a part: {sorted(unknown)}")

    @property
    def is_internal(self) -> bool:
        """Tell whether fields for the organisation itself are printed too."""
        return self.audience is Audience.INTERNAL
