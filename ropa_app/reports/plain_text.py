"""From the page model to plain text for people: read in a mail, in a terminal, or aloud.

Lines have at most 76 columns; only an address or a word that is longer goes beyond. Headings are underlined,
the rows of a table are told one after another, each value after the name of its column. What only ink can
show is left out: every sign stands beside words that say the same.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from pathlib import Path
from typing import Final

from ropa_app.reports import page_model as m
from ropa_app.reports.progress import Progress, went_on

COLUMNS: Final = 76
_UNDERLINES: Final = {1: "=", 2: "-", 3: "~"}
_INDENT: Final = 2
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": ""})


def write_plain_text(document: m.Document, target: Path, progress: Progress | None = None) -> None:
    """Write a document as plain text in UTF-8.

    `progress` is told, after every part, how many are complete; when it returns False, Cancelled is raised.
    """
    target.write_text(as_plain_text(document, progress), "utf-8", newline="\n")


def as_plain_text(document: m.Document, progress: Progress | None = None) -> str:
    """Return a document as plain text; its iterables are used up."""
    parts = [tuple(part.blocks) for part in document.parts]
    text = _Text(document.screen, [block for blocks in parts for block in _flat(blocks)])
    if document.draft:
        text.lines([document.draft, ""])
    for number, blocks in enumerate(parts, 1):
        text.add(blocks)
        if number == 1:
            text.contents()
        went_on(progress, number)
    text.lines(["", "-" * COLUMNS, *_wrapped(document.footer)])
    return text.finished()


def _flat(blocks: Iterable[m.Block]) -> Iterator[m.Block]:
    for block in blocks:
        yield block
        if isinstance(block, m.Group | m.Box):
            yield from _flat(block.blocks)


class _Text:
    """The lines of a text; links to numbered headings are told by the number."""

    def __init__(self, words: m.ScreenWords, blocks: list[m.Block]) -> None:
        self._words = words
        self._lines: list[str] = []
        self._told: set[tuple[str, str]] = set()
        self._indent = 0
        headings = [one for one in blocks if isinstance(one, m.Heading) and one.anchor]
        self._numbers = {one.anchor: one.number for one in headings if one.number}
        self._outline = [one for one in headings if one.outline is not None]
        self._listed = any(isinstance(one, m.Contents) for one in blocks)

    def lines(self, lines: Iterable[str]) -> None:
        """Add lines; an empty one after another is one."""
        for line in lines:
            if line or (self._lines and self._lines[-1]):
                self._lines.append(" " * self._indent + line if line else "")

    def finished(self) -> str:
        """Return the text."""
        return "\n".join(line.translate(_SPACES).rstrip() for line in self._lines).strip("\n") + "\n"

    def add(self, blocks: Iterable[m.Block]) -> None:
        """Add blocks at the end."""
        for block in blocks:
            self._add(block)

    def contents(self) -> None:
        """Add a list of the headings in the outline, unless the document has one or they are few."""
        if self._words.contents and len(self._outline) > 1 and not self._listed:
            self._titled(self._words.contents, 2)
            entries = (m.ContentsEntry(h.title, h.anchor, h.number, h.outline or 0) for h in self._outline)
            self.add([m.Contents(entries)])

    def _titled(self, title: str, level: int) -> None:
        lines = _wrapped(title, self._indent)
        width = max(map(len, lines), default=0)
        self.lines(["", *([""] if level < 3 else []), *lines, _UNDERLINES.get(level, ".") * width, ""])

    def _runs(self, runs: Iterable[m.Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: m.Run) -> str:
        text = _plain(run.text)
        if not run.link:
            return text
        if run.link.startswith("#"):
            number = self._numbers.get(run.link[1:])
            told = self._words.reference.replace("{number}", number) if number else ""
            return f"{text} ({told})" if told and text.strip() != number else text
        address = run.link.removeprefix("mailto:").removeprefix("tel:")
        if (text, address) in self._told or text.strip() in (address, run.link):
            return text
        self._told.add((text, address))
        return f"{text} <{address}>"

    def _cell(self, cell: m.Cell) -> str:
        return "\n".join(self._runs(paragraph.runs) for paragraph in cell)

    def _labelled(self, label: str, value: str) -> None:
        mark = "" if not label or label.endswith(("?", ":", ".", "!")) else ":"
        told = f"{label}{mark} {value}".strip()
        self.lines(_wrapped(told, self._indent, _INDENT))

    @singledispatchmethod
    def _add(self, block: object) -> None:
        raise TypeError(f"not a block: {block!r}")

    @_add.register
    def _(self, block: m.Heading) -> None:
        self._titled(f"{block.number} {_plain(block.title)}".strip(), block.level)

    @_add.register
    def _(self, block: m.LetterHeading) -> None:
        reference = f" ({_plain(block.reference)})" if block.reference else ""
        self._titled(f"{block.letter}) {_plain(block.title)}{reference}", block.level)

    @_add.register
    def _(self, block: m.TitleBlock) -> None:
        self.lines(_wrapped(_plain(block.kicker)))
        self._titled(_plain(block.title), 1)
        self.lines(line for text in (block.organisation, block.note) for line in _wrapped(_plain(text)))

    @_add.register
    def _(self, block: m.Plates) -> None:
        self.lines(["", *_wrapped(self._runs(block.words), self._indent), ""])

    @_add.register
    def _(self, block: m.Paragraph) -> None:
        self.lines(["", *_wrapped(self._runs(block.runs), self._indent), ""])

    @_add.register
    def _(self, block: m.BulletList) -> None:
        self.lines([""])
        self._items(block.items, block.ordered)
        self.lines([""])

    def _items(self, items: tuple[m.ListItem, ...], ordered: bool) -> None:
        for number, item in enumerate(items, 1):
            mark = f"{number}." if ordered else "-"
            self.lines(_wrapped(f"{mark} {self._cell(item.content)}", self._indent, len(mark) + 1))
            self._indent += len(mark) + 1
            self._items(item.items, ordered)
            self._indent -= len(mark) + 1

    @_add.register
    def _(self, block: m.FieldTable) -> None:
        self.lines([""])
        for row in block.rows:
            self._labelled(self._cell(row.label), self._cell(row.value))
            if block.style is m.FieldStyle.SHORT:
                self.lines([""])
        self.lines([""])

    @_add.register
    def _(self, block: m.Table) -> None:
        self.lines([""])
        for row in block.rows:
            for column, cell in zip(block.columns, row):
                self._labelled(f"{column.letter} {_plain(column.title)}".strip(), self._cell(cell))
            self.lines([""])

    @_add.register
    def _(self, block: m.Box) -> None:
        self.lines([""])
        self._indent += 2 * _INDENT
        self.add(block.blocks)
        self._indent -= 2 * _INDENT
        self.lines([""])

    @_add.register
    def _(self, _block: m.Rule) -> None:
        self.lines(["", "-" * COLUMNS, ""])

    @_add.register
    def _(self, block: m.Contents) -> None:
        for entry in block.entries:
            indent = " " * (_INDENT * entry.level)
            number = f"{entry.number:>2} " if entry.number else ""
            self.lines(_wrapped(f"{indent}{number}{_plain(entry.title)}", 0, len(indent) + 3))
        self.lines([""])

    @_add.register
    def _(self, block: m.OutlineEntry) -> None:
        self._titled(_plain(block.title), 2)

    @_add.register
    def _(self, block: m.Group) -> None:
        self.add(block.blocks)

    @_add.register
    def _(self, block: m.FlowFigure) -> None:
        self.lines(["", *_wrapped(_plain(block.alternative), self._indent), ""])

    @_add.register
    def _(self, block: m.DotChart) -> None:
        self.lines(["", *_wrapped(_plain(block.alternative), self._indent), ""])


def _plain(text: str) -> str:
    """Return a text without control characters; line breaks stay."""
    return "".join(" " if unicodedata.category(one) in ("Cc", "Cs") and one != "\n" else one for one in text)


def _wrapped(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """Return a text as lines that leave room for an indent; its later lines are set in by `hanging`."""
    made: list[str] = []
    for paragraph in text.split("\n"):
        first = re.match(" *", paragraph) if not made else None
        start = first.group() if first else " " * hanging
        made += textwrap.wrap(
            paragraph.strip(" "),
            COLUMNS - indent,
            initial_indent=start,
            subsequent_indent=" " * hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return made
