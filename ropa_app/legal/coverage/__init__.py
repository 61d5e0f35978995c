"""What Articles 13 and 14 ask the statement to tell of each activity, and whether the register holds it."""

from ropa_app.legal.coverage.cells import ITEMS, SECTIONS, Cell, Grid, Reason, Row, Spot, State, Told
from ropa_app.legal.coverage.covering import cover

__all__ = ["ITEMS", "SECTIONS", "Cell", "Grid", "Reason", "Row", "Spot", "State", "Told", "cover"]
