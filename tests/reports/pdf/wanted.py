"""What a file must tell according to its page model, as lines; the engine has no hand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatchmethod
from itertools import groupby
from operator import attrgetter
from typing import Any

from ropa_app.reports import page_model as m

PAGE = "{page}"
_BULLETS = "•–·"


def squeezed(text: str) -> str:
    """Return a text without soft hyphens and with single blanks."""
    return " ".join(re.sub("[\u00ad\u200b]", "", text).replace("\u00a0", " ").split())


def _joined(runs: tuple[m.Run, ...]) -> str:
    pieces = []
    for (target, language), some in groupby(runs, attrgetter("link", "language")):
        text = "".join(run.text for run in some)
        text = f"{{{language}:{text}}}" if language and not target else text
        pieces.append(f"[{text}]({target})" if target else text)
    return squeezed("".join(pieces))


def _words(value: object) -> Iterator[str]:
    """Yield the words of a picture: of each text that it draws, not of keys and alternatives."""
    if isinstance(value, m.FlowFigure):
        yield from _words((value.columns, tuple(text for _, text in value.key)))
    elif isinstance(value, m.FlowStack):
        yield from _words((value.caption, value.boxes))
    elif isinstance(value, m.FlowColumn):
        yield from _words(value.stacks)
    elif isinstance(value, m.FlowBox):
        yield from _words((value.title, value.text))
    elif isinstance(value, m.DotChart):
        yield from _words((value.row_title, value.columns, value.total_title, value.groups))
    elif isinstance(value, m.ChartGroup):
        yield from _words((value.title, value.rows))
    elif isinstance(value, m.ChartRow):
        yield from _words((value.label, value.total))
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif isinstance(value, str):
        yield from squeezed(value).split()


class Wanted:
    """The lines of the tree and of the outline, and the titles that anchors lead to."""

    def __init__(self, document: m.Document) -> None:
        self.lines: list[str] = []
        self.outline: list[str] = []
        self.anchors: dict[str, str] = {}
        self._loose: list[str] = []  # anchors without a heading, which lead to the next one
        for part in document.parts:
            self._all(part.blocks)

    def _add(self, tag: str, text: str = "") -> None:
        self.lines.append(f"{tag} {text}".rstrip())

    def _all(self, blocks: Any) -> None:
        for block in blocks:
            self._block(block)

    def _heading(self, level: int, text: str, anchor: str) -> None:
        self._add(f"H{level}", squeezed(text))
        for name in (*self._loose, anchor):
            if name:
                self.anchors.setdefault(name, squeezed(text))
        self._loose = []

    @singledispatchmethod
    def _block(self, block: object) -> None:
        raise TypeError(f"not a block: {block!r}")

    @_block.register
    def _(self, block: m.TitleBlock) -> None:
        self.outline.append(f"0 {block.title} #{block.anchor}")
        if block.kicker:
            self._add("P", squeezed(block.kicker))
        self._heading(1, block.title, block.anchor)
        for text in (block.organisation, block.note):
            if text:
                self._add("P", squeezed(text))

    @_block.register
    def _(self, block: m.Heading) -> None:
        title = f"{block.number} {block.title}".strip()
        self._heading(block.level, title, block.anchor)
        if block.anchor and block.outline is not None:
            self.outline.append(f"{block.outline} {title} #{block.anchor}")

    @_block.register
    def _(self, block: m.LetterHeading) -> None:
        self._heading(block.level, f"{block.letter} {block.title} {block.reference}", block.anchor)

    @_block.register
    def _(self, block: m.OutlineEntry) -> None:
        self.outline.append(f"0 {block.title} #{block.anchor}")
        self._loose.append(block.anchor)

    @_block.register
    def _(self, block: m.Paragraph) -> None:
        if block.text.strip():
            self._add("P", _joined(block.runs))

    @_block.register
    def _(self, block: m.Plates) -> None:
        self._add("P", _joined(block.words))

    @_block.register
    def _(self, block: m.BulletList) -> None:
        self._list(block, block.items, 0)

    def _list(self, block: m.BulletList, items: tuple[m.ListItem, ...], depth: int) -> None:
        if items:
            self._add("L Decimal" if block.ordered else "L Disc")
        for number, item in enumerate(items, 1):
            self._add("LI")
            self._add("Lbl", f"{number}." if block.ordered else _BULLETS[min(depth, 2)])
            self._add("LBody")
            for paragraph in item.content:
                self._add("P", _joined(paragraph.runs))
            self._list(block, item.items, depth + 1)

    def _cell(self, tag: str, cell: m.Cell) -> None:
        self._add(tag, _joined(cell[0].runs) if len(cell) == 1 else "")
        for paragraph in cell if len(cell) > 1 else ():
            self._add("P", _joined(paragraph.runs))

    @_block.register
    def _(self, block: m.FieldTable) -> None:
        rows = tuple(block.rows)
        if rows:
            self._add("Table", block.summary)
        for row in rows:
            self._add("TR")
            self._cell("TH Row", row.label)
            self._cell("TD", row.value)

    @_block.register
    def _(self, block: m.Table) -> None:
        rows = tuple(block.rows)
        if not rows:
            return
        self._add("Table", block.summary)
        self._add("THead")
        self._add("TR")
        for column in block.columns:
            self._add("TH Column", squeezed(f"{column.letter} {column.title}"))
        self._add("TBody")
        count = len(block.columns)
        named = block.row_header if count + len(rows) <= len(rows) * (count - 1) else None
        for row in rows:
            self._add("TR")
            for at, cell in enumerate(row):
                self._cell("TH Row" if at == named else "TD", cell)

    @_block.register
    def _(self, block: m.Box | m.Group) -> None:
        self._all(block.blocks)

    @_block.register
    def _(self, block: m.Rule) -> None:
        pass

    @_block.register
    def _(self, block: m.Contents) -> None:
        for at, entry in enumerate(block.entries):
            if not at:
                self._add("TOC")
            self._add("TOCI")
            text = squeezed(f"{entry.number} {entry.title}")
            self._add("Reference", f"[{text} {PAGE}](#{entry.anchor})")

    @_block.register
    def _(self, block: m.FlowFigure | m.DotChart) -> None:
        self._add(f"Figure {block.alternative}", " ".join(sorted(_words(block))))


def about(document: m.Document) -> list[str]:
    """Return what the file must say about itself."""
    moment = f"D:{document.day:%Y%m%d}000000Z"
    texts = {
        "/Title": document.title,
        "/Author": document.organisation,
        "/Subject": document.subject,
        "/Keywords": ", ".join(document.keywords),
        "/Creator": document.creator,
        "/Producer": document.producer,
        "/CreationDate": moment,
        "/ModDate": moment,
        "/Lang": document.language,
    }
    return sorted(f"{key} {text}" for key, text in texts.items() if text)
