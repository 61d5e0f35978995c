"""The law as data and rules: dated tables with their sources, and pure functions that ask them for a day."""

from ropa_app.legal.law import LawData
from ropa_app.legal.loading import law_from, load, shipped
from ropa_app.legal.rows import Choice
from ropa_app.legal.table import LawDataError

__all__ = ["Choice", "LawData", "LawDataError", "law_from", "load", "shipped"]
