"""What every record has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ropa_app.domain.values import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of the register.

    `id` is stable, random and never shown. `position` counts from 1 among the siblings of an owned record, or
    among its kind where the reference holds the position; 0 for all others.
    """

    KIND: ClassVar[str]
    id: RecordId
    position: int = 0
