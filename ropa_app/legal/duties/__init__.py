"""Duties: what the register itself says must be documented, what answers it, and where that stands."""

from ropa_app.legal.duties.deriving import duties_of
from ropa_app.legal.duties.duty import Accepted, Duty, Reason, Remark, Spot, State, What
from ropa_app.legal.duties.rules import LOOKED_AT, OPEN_WHERE

__all__ = [
    "LOOKED_AT",
    "OPEN_WHERE",
    "Accepted",
    "Duty",
    "Reason",
    "Remark",
    "Spot",
    "State",
    "What",
    "duties_of",
]
