"""The outline that a reader shows beside the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.values import dictionary, reference, text_string


@dataclass(slots=True)
class Entry:
    """A line of the outline and those below it."""

    title: str
    anchor: str
    number: int = 0
    below: list[Entry] = field(default_factory=list)


class Outline:
    """Collects entries in order; depth 0 is outermost, and a depth that skips one counts as the next."""

    def __init__(self) -> None:
        self._top = Entry("", "")
        self._path = [self._top]

    def add(self, title: str, anchor: str, depth: int) -> None:
        """Add an entry at the end."""
        del self._path[max(0, depth) + 1 :]
        entry = Entry(" ".join(title.split()), anchor)
        self._path[-1].below.append(entry)
        self._path.append(entry)

    def write(self, file: FileWriter, place: Callable[[str], bytes]) -> int:
        """Write the outline, its destinations spelt by `place`; return its object number, 0 if empty."""
        if not self._top.below:
            return 0
        self._number(self._top, file)
        self._write(self._top, file, place)
        return self._top.number

    def _number(self, entry: Entry, file: FileWriter) -> None:
        entry.number = file.allocate()
        for below in entry.below:
            self._number(below, file)

    def _write(self, parent: Entry, file: FileWriter, place: Callable[[str], bytes]) -> None:
        ends = {"First": reference(parent.below[0].number), "Last": reference(parent.below[-1].number)}
        if parent is self._top:
            shown = len(parent.below) + sum(len(entry.below) for entry in parent.below)
            file.add(dictionary({"Type": b"/Outlines", **ends, "Count": b"%d" % shown}), parent.number)
        for at, entry in enumerate(parent.below):
            entries = {
                "Title": text_string(entry.title),
                "Parent": reference(parent.number),
                "Dest": place(entry.anchor),
            }
            if at:
                entries["Prev"] = reference(parent.below[at - 1].number)
            if at + 1 < len(parent.below):
                entries["Next"] = reference(parent.below[at + 1].number)
            if entry.below:
                self._write(entry, file, place)
                opened = len(entry.below) if parent is self._top else -len(entry.below)
                entries["Count"] = b"%d" % opened
                entries["First"] = reference(entry.below[0].number)
                entries["Last"] = reference(entry.below[-1].number)
            file.add(dictionary(entries), entry.number)
