"""Blocks of the page model as elements, with sections that follow the levels of the headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatchmethod

from ropa_app.reports import page_model as m
from ropa_app.reports.html import figures, tables
from ropa_app.reports.html.anchors import Anchors
from ropa_app.reports.html.inline import Inline, attributes, escaped


class Body:
    """The text of a page, made of blocks in the order in which they come."""

    def __init__(self, document: m.Document, anchors: Anchors) -> None:
        self.inline = Inline(anchors, document.glue, document.seams)
        self._words = document.screen
        self._anchors = anchors
        self._name = document.title
        self._sections: list[int] = []
        self._made: list[str] = []
        self._boxes = 0

    def add(self, blocks: Iterable[m.Block]) -> None:
        """Add blocks at the end."""
        for block in blocks:
            self._add(block)

    def taken(self, *, to_top: bool) -> str:
        """Return what was made since the last time, its sections ended, and begin anew."""
        self._end_sections(0, to_top=to_top)
        made, self._made = "".join(self._made), []
        return made

    def contents(self, entries: Iterable[m.ContentsEntry], identifier: str = "") -> str:
        """Return a list of contents as a landmark."""
        made = _nested([(entry.level, self._entry(entry)) for entry in entries])
        name = attributes(id=identifier, aria_label=self._words.contents)
        head = f'<p class="head">{escaped(self._words.contents)}</p>\n' if identifier else ""
        return f'<nav class="contents"{name}>\n{head}{made}</nav>\n' if made else ""

    def _entry(self, entry: m.ContentsEntry) -> str:
        target = attributes(href=self._anchors.reference(entry.anchor))
        return f"<a{target}>{_numbered(entry.number)}<span>{self.inline.text(entry.title)}</span></a>"

    def _end_sections(self, level: int, *, to_top: bool = True) -> None:
        while self._sections and self._sections[-1] >= level:
            ended = self._sections.pop()
            if to_top and ended == 2 and self._words.to_top:
                words = escaped(self._words.to_top)
                self._put(f'<p class="to-top"><a href="#{self._anchors.top}">{words}</a></p>')
            self._put("</section>")

    def _put(self, element: str) -> None:
        self._made.append(element if element.endswith("\n") else f"{element}\n")

    def _head(self, level: int, anchor: str, look: str, content: str, name: str) -> None:
        level = min(max(level, 1), 6)
        if not self._boxes:
            self._end_sections(level)
            self._sections.append(level)
            self._put("<section>")
        self._name = name
        mark = attributes(id=self._anchors.place(anchor), class_=look)
        self._put(f"<h{level}{mark}>{content}</h{level}>")

    @singledispatchmethod
    def _add(self, block: object) -> None:
        raise TypeError(f"not a block: {block!r}")

    @_add.register
    def _(self, block: m.Heading) -> None:
        words = f"{_numbered(block.number)}{self.inline.heading(block.title)}"
        self._head(block.level, block.anchor, block.style.value, words, block.title)

    @_add.register
    def _(self, block: m.LetterHeading) -> None:
        look = "plate" if block.complete else "plate open"
        words = f'<span class="{look}">{escaped(block.letter)}</span> {self.inline.heading(block.title)}'
        if block.reference:
            words += f' <span class="reference">{self.inline.text(block.reference)}</span>'
        self._head(block.level, block.anchor, "lettered", words, block.title)

    @_add.register
    def _(self, block: m.Plates) -> None:
        plates = "".join(
            f'<span class="{"plate" if complete else "plate open"}">{escaped(letter)}</span> '
            for letter, complete in block.letters
        )
        words = self.inline.runs(block.words)
        self._put(f'<p class="plates"><span aria-hidden="true">{plates}</span>{words}</p>')

    @_add.register
    def _(self, block: m.Paragraph) -> None:
        self._put(self.inline.paragraph(block, block.style))

    @_add.register
    def _(self, block: m.BulletList) -> None:
        self._put(self._list(block.items, block.ordered, attributes(class_=block.style.value)))

    def _list(self, items: Iterable[m.ListItem], ordered: bool, look: str = "") -> str:
        made = "".join(
            f"<li>{self.inline.cell(item.content)}"
            + (self._list(item.items, ordered) if item.items else "")
            + "</li>\n"
            for item in items
        )
        tag = "ol" if ordered else "ul"
        return f"<{tag}{look}>\n{made}</{tag}>" if made else ""

    @_add.register
    def _(self, block: m.FieldTable) -> None:
        self._put(tables.field_table(block, self.inline))

    @_add.register
    def _(self, block: m.Table) -> None:
        self._put(tables.table(block, self._name, self.inline))

    @_add.register
    def _(self, block: m.Box) -> None:
        self._put('<section class="box-frame">')
        self._boxes += 1
        self.add(block.blocks)
        self._boxes -= 1
        self._put("</section>")

    @_add.register
    def _(self, _block: m.Rule) -> None:
        self._put("<hr>")

    @_add.register
    def _(self, block: m.TitleBlock) -> None:
        self._end_sections(0)
        self._put(title_block(block, self.inline, self._anchors))

    @_add.register
    def _(self, block: m.Contents) -> None:
        self._put(self.contents(block.entries))

    @_add.register
    def _(self, block: m.OutlineEntry) -> None:
        self._end_sections(2)
        self._put(f"<div{attributes(id=self._anchors.place(block.anchor))}></div>")

    @_add.register
    def _(self, block: m.Group) -> None:
        self.add(block.blocks)

    @_add.register
    def _(self, block: m.FlowFigure) -> None:
        self._put(figures.flow(block, self.inline))

    @_add.register
    def _(self, block: m.DotChart) -> None:
        self._put(figures.chart(block, self.inline))


def title_block(block: m.TitleBlock, inline: Inline, anchors: Anchors) -> str:
    """Return the title of a document with what stands around it."""
    lines = [f'<p class="kicker">{inline.text(block.kicker)}</p>' if block.kicker else ""]
    lines.append(f"<h1{attributes(id=anchors.place(block.anchor))}>{inline.heading(block.title)}</h1>")
    for look, text in (("organisation", block.organisation), ("edition", block.note)):
        lines.append(f'<p class="{look}">{inline.text(text)}</p>' if text else "")
    return "\n".join(filter(None, lines)) + "\n"


def _numbered(number: str) -> str:
    return f'<span class="number">{escaped(number)}</span> ' if number else ""


def _nested(entries: Sequence[tuple[int, str]]) -> str:
    """Return entries as lists within lists; an entry deeper than its neighbour before stands below that."""
    made: list[str] = []
    depths: list[int] = []
    for depth, entry in entries:
        while len(depths) > 1 and depths[-1] > depth:
            depths.pop()
            made.append("</li>\n</ul>")
        if not depths or depths[-1] < depth:
            depths.append(depth)
            made.append("<ul>\n")
        else:
            made.append("</li>\n")
        made.append(f"<li>{entry}")
    return "".join(made) + "</li>\n</ul>\n" * len(depths)
