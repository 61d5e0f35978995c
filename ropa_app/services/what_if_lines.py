"""Rows that say what a supposition hits, as the command line and the window show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ropa_app.domain.values import RecordId
from ropa_app.services.checking import Judged


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the record it leads to, what it is called, how it is hit, and lines that go and come.

    `finding` is that of a finding, `section` the number of a section of the statement; `codes` say the same
    to other programs.
    """

    record: RecordId
    kind: str
    name: str
    how: tuple[str, ...]
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    section: str = ""
    finding: Judged | None = None
    codes: tuple[Mapping[str, Any], ...] = ()

    def told(self) -> Iterator[str]:
        """Yield the row as lines of a plain text."""
        if len(self.how) == 1:
            yield f"  {self.name}: {self.how[0]}"
        else:
            yield f"  {self.name}"
            yield from (f"    {text}" for text in self.how)
        yield from (f"    - {text}" for text in self.gone)
        yield from (f"    + {text}" for text in self.came)

    def plain(self) -> dict[str, Any]:
        """Return the row for other programs."""
        made: dict[str, Any] = {
            "id": self.record,
            "kind": self.kind,
            "name": self.name,
            "how": list(self.how),
        }
        if self.section:
            made |= {"section": self.section, "gone": list(self.gone), "came": list(self.came)}
        if self.finding is not None:
            made |= self.codes[0]
        elif self.codes:
            made["ways"] = [dict(one) for one in self.codes]
        return made


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one sort under a title; `code` is the sort."""

    code: str
    title: str
    lines: tuple[Line, ...]
