"""The page model as a flat OpenDocument text, the form that LibreOffice reads without guessing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from html import escape
from typing import Final

from ropa_app.reports import page_model as m
from ropa_app.reports.pdf.styles import PAPERS
from tests.bench.peers.odf_styles import styles
from tests.bench.peers.svg import Pictures

_NAMESPACES: Final = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
    "dc": "",
    "xlink": "",
}
_ELSEWHERE: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def as_odf(document: m.Document) -> Iterator[str]:
    """Yield the document piece by piece; its iterables are used up."""
    spaces = " ".join(
        f'xmlns:{short}="{_ELSEWHERE.get(short) or f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"}"'
        for short, name in _NAMESPACES.items()
    )
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{escape(document.title)}</dc:title>"
        f"<dc:language>{document.language}</dc:language></office:meta>"
    )
    yield from styles(document)
    yield "<office:body><office:text>"
    writer = _Writer(Pictures(document))
    for part in document.parts:
        yield from writer.part(part)
    yield "</office:text></office:body></office:document>"


class _Writer:
    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._tables = 0
        self._part = m.Part(())

    def part(self, part: m.Part) -> Iterator[str]:
        """Yield a part; an empty paragraph begins its page."""
        if part.orientation is not self._part.orientation or not part.continues:
            yield f'<text:p text:style-name="new-{part.orientation.value}"/>'
        self._part = part
        yield from self._all(part.blocks)

    def _all(self, blocks: Iterable[m.Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    @singledispatchmethod
    def _block(self, block: object) -> Iterator[str]:
        raise TypeError(f"not a block: {block!r}")

    @_block.register
    def _(self, block: m.Heading) -> Iterator[str]:
        text = f"{block.number} {block.title}" if block.number else block.title
        yield _heading(block.level, f"h-{block.style.value}", block.anchor, escape(text))

    @_block.register
    def _(self, block: m.LetterHeading) -> Iterator[str]:
        text = f"{escape(block.letter)} {escape(block.title)}<text:tab/>{escape(block.reference)}"
        yield _heading(block.level, "letter", block.anchor, text)

    @_block.register
    def _(self, block: m.Plates) -> Iterator[str]:
        letters = " ".join(escape(letter) for letter, _ in block.letters)
        yield _p("p-note", f"{letters} {_runs(block.words)}")

    @_block.register
    def _(self, block: m.Paragraph) -> Iterator[str]:
        if block.text.strip():
            yield _p(f"p-{block.style.value}", _paragraph(block))

    @_block.register
    def _(self, block: m.BulletList) -> Iterator[str]:
        yield from _list(block.items, f"p-{block.style.value}", "numbers" if block.ordered else "bullets")

    @_block.register
    def _(self, block: m.FieldTable) -> Iterator[str]:
        style = f"f-{block.style.value}"
        yield from self._table((126.0, 361.0))
        for row in block.rows:
            yield f"<table:table-row>{_td(style, row.label)}{_td(style, row.value)}</table:table-row>"
        yield "</table:table>"

    @_block.register
    def _(self, block: m.Table) -> Iterator[str]:
        style = f"t-{block.style.value}"
        yield from self._table([column.weight for column in block.columns])
        yield "<table:table-header-rows><table:table-row>"
        for column in block.columns:
            letter = f"{escape(column.letter)}<text:line-break/>" if column.letter else ""
            yield (
                f'<table:table-cell table:style-name="{style}" office:value-type="string">'
                f"{_p(f'{style}-head', letter + escape(column.title))}</table:table-cell>"
            )
        yield "</table:table-row></table:table-header-rows>"
        for row in block.rows:
            yield f"<table:table-row>{''.join(_td(style, cell) for cell in row)}</table:table-row>"
        yield "</table:table>"

    def _table(self, weights: Iterable[float]) -> Iterator[str]:
        """Open a table; a paragraph before it parts it from another one."""
        self._tables += 1
        yield f'<table:table table:name="T{self._tables}" table:style-name="table">'
        for weight in weights:
            yield f'<table:table-column table:style-name="col-{_share(weight)}"/>'

    @_block.register
    def _(self, block: m.Box) -> Iterator[str]:
        yield from self._all(block.blocks)

    @_block.register
    def _(self, _block: m.Rule) -> Iterator[str]:
        yield _p("rule", "")

    @_block.register
    def _(self, block: m.TitleBlock) -> Iterator[str]:
        yield _p("p-kicker", escape(block.kicker)) if block.kicker else ""
        yield _heading(1, "h-title", block.anchor, escape(block.title))
        yield from (_p("p-body", escape(text)) for text in (block.organisation, block.note) if text)

    @_block.register
    def _(self, block: m.Contents) -> Iterator[str]:
        for entry in block.entries:
            text = escape(f"{entry.number} {entry.title}" if entry.number else entry.title)
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{entry.anchor}"/>'
            yield _p(
                "contents",
                f'<text:a xlink:type="simple" xlink:href="#{entry.anchor}">{text}</text:a><text:tab/>{page}',
            )

    @_block.register
    def _(self, block: m.OutlineEntry) -> Iterator[str]:
        yield _p("p-small", f'<text:bookmark text:name="{block.anchor}"/>')

    @_block.register
    def _(self, block: m.Group) -> Iterator[str]:
        yield from self._all(block.blocks)

    @_block.register(m.FlowFigure)
    @_block.register(m.DotChart)
    def _(self, block: m.FlowFigure | m.DotChart) -> Iterator[str]:
        drawing, width, height = self._pictures.drawn(block, PAPERS[self._part.orientation])
        data = b64encode(drawing.encode()).decode("ascii")
        frame = (
            f'<draw:frame text:anchor-type="as-char" svg:width="{width:.2f}pt" svg:height="{height:.2f}pt">'
            f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
            f"<svg:title>{escape(block.alternative)}</svg:title></draw:frame>"
        )
        yield _p("figure", frame)


def _share(weight: float) -> int:
    return max(1, round(weight * 10))


def _p(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _heading(level: int, style: str, anchor: str, content: str) -> str:
    mark = f'<text:bookmark text:name="{anchor}"/>' if anchor else ""
    return f'<text:h text:outline-level="{level}" text:style-name="{style}">{mark}{content}</text:h>'


def _list(items: tuple[m.ListItem, ...], style: str, marks: str) -> Iterator[str]:
    if items:
        yield f'<text:list text:style-name="{marks}">'
        for item in items:
            yield f"<text:list-item>{''.join(_p(style, _paragraph(one)) for one in item.content)}"
            yield from _list(item.items, style, marks)
            yield "</text:list-item>"
        yield "</text:list>"


def _td(style: str, cell: m.Cell) -> str:
    paragraphs = "".join(_p(f"{style}-cell", _paragraph(one)) for one in cell) or _p(f"{style}-cell", "")
    opening = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
    return f"{opening}{paragraphs}</table:table-cell>"


def _paragraph(paragraph: m.Paragraph) -> str:
    sign = f"{escape(paragraph.sign.value)} " if paragraph.sign else ""
    return sign + _runs(paragraph.runs)


def _runs(runs: Iterable[m.Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: m.Run) -> str:
    text = escape(run.text).replace("\n", "<text:line-break/>")
    looks = (("bold", run.bold), ("italic", run.italic), ("secondary", run.secondary))
    for look in (name for name, wanted in looks if wanted):
        text = f'<text:span text:style-name="{look}">{text}</text:span>'
    return (
        f'<text:a xlink:type="simple" xlink:href="{escape(run.link)}">{text}</text:a>' if run.link else text
    )
