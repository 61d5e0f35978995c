"""A step of the history: who did what when; what it changed stands in its payload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

ACTIONS: Final = frozenset(
    {
        "new",
        "create",
        "change",
        "delete",
        "duplicate",
        "link",
        "move",
        "undo",
        "redo",
        "approve",
        "publish",
        "example",
        "synthetic",
        "import",
        "law_data",
    }
)
#: Steps on these kinds do not make a version outdated, and the digest of a version leaves them out.
BESIDE_CONTENT: Final = frozenset(
    {"version", "review", "remark", "acceptance", "published_statement", "published_item", "promise"}
)


@dataclass(frozen=True, slots=True)
class Step:
    """One write: a stable code of what was done, and what the label needs to say it in any language.

    `at` is UTC; `day` is the writer's local calendar day, the one that is printed; `undoes` is the sequence
    number of the step that this one takes back or does again.
    """

    action: str
    who: str
    at: datetime
    day: date
    details: Mapping[str, str] = field(default_factory=dict)
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class StoredStep:
    """A step as it stands in the file: with its place in the chain.

    `commitment` binds its payload, `state` is the digest of everything after it, `hash` binds all of this.
    """

    sequence: int
    step: Step
    schema: int
    commitment: str
    state: str
    previous: str
    hash: str
