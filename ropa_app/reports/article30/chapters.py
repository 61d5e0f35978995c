"""The chapters of the register document: their names, link targets and headings."""

from __future__ import annotations

from dataclasses import dataclass

from ropa_app.reports.page_model import Heading


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as the contents and the outline name it."""

    title: str
    anchor: str
    lists_activities: bool = False
    short: str = ""

    @property
    def section(self) -> str:
        """Return what running heads say of the chapter: few words."""
        return self.short or self.title

    @property
    def heading(self) -> Heading:
        """Return the heading that begins the chapter."""
        return Heading(self.title, level=2, anchor=self.anchor, outline=0, section=self.section)
