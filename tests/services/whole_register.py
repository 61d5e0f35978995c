"""A register in a file in which nothing of Articles 13 and 14 is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ropa_app.domain.kinds import SPECS
from ropa_app.services import editing
from ropa_app.services.session import OpenRegister
from tests.legal.coverage.covered import complete
from tests.registers import make

#: The records that every register is made with; they are filled in like the others.
_MADE: Final = ("register", "organisation", "statement")


def whole_register(path: Path) -> OpenRegister:
    """Make a file of that register and open it."""
    made = make(path, *(one for one in complete() if one.id not in _MADE))
    for one in complete():
        if one.id in _MADE:
            for name, spec in SPECS[one.KIND].items():
                if (value := getattr(one, name)) != spec.untouched:
                    editing.set_value(made, one.id, name, value)
    return made
