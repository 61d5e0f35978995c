"""Which rights a person has follows from the legal bases of the purposes, Articles 7(3) and 15 to 22."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose

CONSENT: Final = "6-1-a"
CONTRACT: Final = "6-1-b"
OBLIGATION: Final = "6-1-c"
VITAL: Final = "6-1-d"
PUBLIC_TASK: Final = "6-1-e"
INTERESTS: Final = "6-1-f"
EXPLICIT_CONSENT: Final = "9-2-a"


class RightCode(Enum):
    """A right, by its code in the list `statement_rights`; withdrawal is the item of that name."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    MARKETING = "marketing_optout"
    WITHDRAWAL = "withdrawal"


class Condition(Enum):
    """What a right depends on where it does not simply apply."""

    NONE = "none"
    NO_LONGER_NEEDED = "no_longer_needed"
    NOT_WHILE_OBLIGED = "not_while_obliged"
    AFTER_OBJECTION = "after_objection"
    AFTER_OBJECTION_NOT_WHILE_NEEDED = "after_objection_not_while_needed"
    AUTOMATED_ONLY = "automated_only"


ARTICLES: Final = {
    RightCode.ACCESS: "15",
    RightCode.RECTIFICATION: "16",
    RightCode.ERASURE: "17",
    RightCode.RESTRICTION: "18",
    RightCode.PORTABILITY: "20",
    RightCode.OBJECTION: "21(1)",
    RightCode.MARKETING: "21(2)",
    RightCode.WITHDRAWAL: "7(3)",
}
# Article 17: with consent it is erased once the consent is withdrawn, with the other bases it depends.
_ERASURE: Final = {
    CONSENT: Condition.NONE,
    CONTRACT: Condition.NO_LONGER_NEEDED,
    OBLIGATION: Condition.NOT_WHILE_OBLIGED,
    VITAL: Condition.NONE,
    PUBLIC_TASK: Condition.AFTER_OBJECTION_NOT_WHILE_NEEDED,
    INTERESTS: Condition.AFTER_OBJECTION,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """That a right follows from a basis ("" where it follows whatever the basis), and on what condition."""

    basis: str
    condition: Condition
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class Right:
    """A right that somebody whose data serve the purposes has, and the grounds it follows from."""

    code: RightCode
    grounds: tuple[Ground, ...]

    @property
    def article(self) -> str:
        """Return the article of the Regulation, such as 21(1)."""
        return ARTICLES[self.code]


@dataclass(frozen=True, slots=True)
class Rights:
    """The rights that follow from some purposes; `undecided` are the purposes without a legal basis."""

    rights: tuple[Right, ...]
    undecided: tuple[Purpose, ...]

    def right(self, code: RightCode) -> Right | None:
        """Return one of the rights, None where nothing gives it."""
        return next((right for right in self.rights if right.code is code), None)


def rights_from(purposes: Iterable[Purpose]) -> Rights:
    """Return the rights that follow from the legal bases of some purposes, in the order of `RightCode`.

    Access, rectification, restriction and the question of erasure arise whatever the basis. A purpose without
    a basis gives no more than these: what else it gives is not decided.
    """
    every = tuple(purposes)
    found = [_right(code, every) for code in RightCode] if every else []
    undecided = tuple(purpose for purpose in every if not purpose.art6)
    return Rights(tuple(right for right in found if right.grounds), undecided)


def _right(code: RightCode, purposes: Sequence[Purpose]) -> Right:
    grounds = _grounds(code, purposes)
    return Right(code, tuple(ground for ground in grounds if ground.purposes))


def _grounds(code: RightCode, purposes: Sequence[Purpose]) -> list[Ground]:
    """Return what could give a right; a ground without purposes gives nothing."""
    match code:
        case RightCode.ERASURE:
            undecided = tuple(purpose for purpose in purposes if not purpose.art6)
            grounds = [_on(basis, condition, purposes) for basis, condition in _ERASURE.items()]
            return [*grounds, Ground("", Condition.NONE, undecided)]
        case RightCode.PORTABILITY:
            given = (CONSENT, CONTRACT, EXPLICIT_CONSENT)
            return [_on(basis, Condition.AUTOMATED_ONLY, purposes) for basis in given]
        case RightCode.OBJECTION:
            return [_on(basis, Condition.NONE, purposes) for basis in (PUBLIC_TASK, INTERESTS)]
        case RightCode.WITHDRAWAL:
            return [_on(basis, Condition.NONE, purposes) for basis in (CONSENT, EXPLICIT_CONSENT)]
        case RightCode.MARKETING:
            marketing = tuple(purpose for purpose in purposes if purpose.marketing_channels)
            return [Ground("", Condition.NONE, marketing)]
        case RightCode.ACCESS | RightCode.RECTIFICATION | RightCode.RESTRICTION:
            return [Ground("", Condition.NONE, tuple(purposes))]


def _on(basis: str, condition: Condition, purposes: Sequence[Purpose]) -> Ground:
    """Return the ground that a basis gives, with the purposes that rest on it."""
    resting = tuple(p for p in purposes if basis in p.art6 or basis in p.art9_10)
    return Ground(basis, condition, resting)
