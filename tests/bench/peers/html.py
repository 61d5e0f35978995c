"""The page model as HTML for print: every word, table, list, link and picture, nothing of our layout code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from html import escape

from ropa_app.reports import page_model as m
from ropa_app.reports.pdf.styles import PAPERS
from tests.bench.peers.css import style_sheet
from tests.bench.peers.svg import Pictures


def as_html(document: m.Document) -> Iterator[str]:
    """Yield the document piece by piece; its iterables are used up."""
    yield (
        f'<!DOCTYPE html><html lang="{document.language}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title>"
        f'<meta name="description" content="{escape(document.subject)}">'
        f"<style>{style_sheet(document)}</style></head><body>"
    )
    pictures = Pictures(document)
    for part in document.parts:
        yield from _Part(pictures, part).lines()
    yield "</body></html>"


class _Part:
    def __init__(self, pictures: Pictures, part: m.Part) -> None:
        self._pictures = pictures
        self._part = part

    def lines(self) -> Iterator[str]:
        part = self._part
        name = part.orientation.value + ("" if part.continues else " new")
        section = part.section.replace("\\", "\\\\").replace('"', "'")
        yield f'<section class="{name}" style=\'string-set: section "{escape(section)}"\'>'
        yield from self._all(part.blocks)
        yield "</section>"

    def _all(self, blocks: Iterable[m.Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    @singledispatchmethod
    def _block(self, block: object) -> Iterator[str]:
        raise TypeError(f"not a block: {block!r}")

    @_block.register
    def _(self, block: m.Heading) -> Iterator[str]:
        number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
        start = ' style="break-before: page"' if block.page_break else ""
        yield (
            f'<h{block.level}{_id(block.anchor)} class="h-{block.style.value}"{start}>'
            f"{number}{escape(block.title)}</h{block.level}>"
        )

    @_block.register
    def _(self, block: m.LetterHeading) -> Iterator[str]:
        yield (
            f'<h{block.level}{_id(block.anchor)} class="letter">'
            f'<span class="reference">{escape(block.reference)}</span>'
            f"{escape(block.letter)} {escape(block.title)}</h{block.level}>"
        )

    @_block.register
    def _(self, block: m.Plates) -> Iterator[str]:
        letters = " ".join(escape(letter) for letter, _ in block.letters)
        yield f"<p>{letters} {_runs(block.words)}</p>"

    @_block.register
    def _(self, block: m.Paragraph) -> Iterator[str]:
        if block.text.strip():
            yield f'<p class="{block.style.value}">{_paragraph(block)}</p>'

    @_block.register
    def _(self, block: m.BulletList) -> Iterator[str]:
        yield from _list(block.items, "ol" if block.ordered else "ul")

    @_block.register
    def _(self, block: m.FieldTable) -> Iterator[str]:
        yield f'<table class="f-{block.style.value}">'
        for row in block.rows:
            yield f'<tr><th scope="row">{_cell(row.label)}</th><td>{_cell(row.value)}</td></tr>'
        yield "</table>"

    @_block.register
    def _(self, block: m.Table) -> Iterator[str]:
        total = sum(column.weight for column in block.columns)
        yield f'<table class="t-{block.style.value}"><colgroup>'
        yield from (f'<col style="width: {100 * c.weight / total:.2f}%">' for c in block.columns)
        yield "</colgroup><thead><tr>"
        for column in block.columns:
            letter = f"{escape(column.letter)}<br>" if column.letter else ""
            tinted = ' class="tinted"' if column.tinted else ""
            yield f'<th scope="col"{tinted}>{letter}{escape(column.title)}</th>'
        yield "</tr></thead><tbody>"
        for row in block.rows:
            yield "<tr>"
            for at, cell in enumerate(row):
                tag = 'th scope="row"' if at == block.row_header else "td"
                yield f"<{tag}>{_cell(cell)}</{tag[:2]}>"
            yield "</tr>"
        yield "</tbody></table>"

    @_block.register
    def _(self, block: m.Box) -> Iterator[str]:
        yield '<div class="box">'
        yield from self._all(block.blocks)
        yield "</div>"

    @_block.register
    def _(self, _block: m.Rule) -> Iterator[str]:
        yield "<hr>"

    @_block.register
    def _(self, block: m.TitleBlock) -> Iterator[str]:
        yield f'<p class="kicker">{escape(block.kicker)}</p>' if block.kicker else ""
        yield f'<h1{_id(block.anchor)} class="h-title">{escape(block.title)}</h1>'
        yield from (f"<p>{escape(text)}</p>" for text in (block.organisation, block.note) if text)

    @_block.register
    def _(self, block: m.Contents) -> Iterator[str]:
        yield "<nav>"
        for entry in block.entries:
            number = f"{escape(entry.number)} " if entry.number else ""
            yield (
                f'<p style="margin-left: {12 * entry.level}pt">'
                f'<a href="#{escape(entry.anchor)}">{number}{escape(entry.title)} </a></p>'
            )
        yield "</nav>"

    @_block.register
    def _(self, block: m.OutlineEntry) -> Iterator[str]:
        yield f"<span{_id(block.anchor)}></span>"

    @_block.register
    def _(self, block: m.Group) -> Iterator[str]:
        yield '<div class="group">'
        yield from self._all(block.blocks)
        yield "</div>"

    @_block.register(m.FlowFigure)
    @_block.register(m.DotChart)
    def _(self, block: m.FlowFigure | m.DotChart) -> Iterator[str]:
        yield f"<figure>{self._pictures.drawn(block, PAPERS[self._part.orientation]).element}</figure>"


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _list(items: tuple[m.ListItem, ...], tag: str) -> Iterator[str]:
    if items:
        yield f"<{tag}>"
        for item in items:
            yield f"<li>{_cell(item.content)}"
            yield from _list(item.items, tag)
            yield "</li>"
        yield f"</{tag}>"


def _cell(cell: m.Cell) -> str:
    if len(cell) == 1:
        return _paragraph(cell[0])
    return "".join(f"<p>{_paragraph(paragraph)}</p>" for paragraph in cell)


def _paragraph(paragraph: m.Paragraph) -> str:
    sign = f"{escape(paragraph.sign.value)} " if paragraph.sign else ""
    return sign + _runs(paragraph.runs)


def _runs(runs: Iterable[m.Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: m.Run) -> str:
    text = escape(run.text)
    for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u"), (run.strike, "s")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    if run.secondary:
        text = f'<span class="secondary">{text}</span>'
    if run.language:
        text = f'<span lang="{run.language}">{text}</span>'
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text
