"""Where the risks of an assessment stand by likelihood and consequence, before and after the measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ropa_app.domain.entities.assessments import Risk

LEVELS: Final = "risk_levels"
Fields = tuple[str, str]
BEFORE: Final[Fields] = ("likelihood", "consequence")
AFTER: Final[Fields] = ("likelihood_after", "consequence_after")


def number(one: Risk) -> str:
    """Return the number of a risk within its assessment: R1, R2, ..."""
    return f"R{one.position}"


def level(one: Risk, fields: Fields) -> tuple[str, str] | None:
    """Return the codes of likelihood and consequence, None where one of them is not stated."""
    likelihood, consequence = (str(getattr(one, name)) for name in fields)
    return (likelihood, consequence) if likelihood and consequence else None


def is_told_after(risks: Sequence[Risk]) -> bool:
    """Tell whether anything is said of how the risks stand after the measures."""
    return any(getattr(one, name) for one in risks for name in AFTER)


def unplaced(risks: Sequence[Risk], fields: Fields) -> list[Risk]:
    """Return the risks whose likelihood or consequence is not stated."""
    return [one for one in risks if level(one, fields) is None]


def is_complete(risks: Sequence[Risk]) -> bool:
    """Tell whether every risk has its place, also after the measures where that is told of some."""
    return not unplaced(risks, BEFORE) and not (is_told_after(risks) and unplaced(risks, AFTER))
