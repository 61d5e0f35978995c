"""The page model as plain text: for golden tests, and for gathering every word that is printed.

The notation is for readers of tests. `**bold**`, `{en: text}` in another language, `{+added+}`, `{-gone-}`,
`text <target>` for links; signs as their brackets; a dashed plate as `(a)`, a filled one as `[a]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from ropa_app.reports import page_model as m


def as_text(document: m.Document) -> str:
    """Render the whole document as lines of text; its iterables are used up."""
    lines = [*_about(document), ""]
    for part in document.parts:
        lines.append(f"===== {part.orientation.value}" + (f" | {part.section}" if part.section else ""))
        lines.extend(blocks_text(part.blocks))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def blocks_text(blocks: Iterable[m.Block]) -> Iterator[str]:
    """Yield the lines of some blocks."""
    for block in blocks:
        yield from _lines(block)


def printed_strings(document: m.Document) -> Iterator[str]:
    """Yield all that a reader may meet: on paper, in links, outline, alternatives and metadata."""
    yield from _about(document)
    yield from document.screen.printed
    for part in document.parts:
        yield part.section
        yield from blocks_text(part.blocks)


def _about(document: m.Document) -> list[str]:
    lines = [
        f"title: {document.title}",
        f"language: {document.language}",
        f"running head: {document.organisation} | {document.short_name}",
        f"foot: {document.footer} | {document.page_text}",
        f"day: {document.day.isoformat()}",
    ]
    optional = {
        "draft": document.draft,
        "subject": document.subject,
        "keywords": ", ".join(document.keywords),
        "creator": document.creator,
        "producer": document.producer,
    }
    return lines + [f"{name}: {value}" for name, value in optional.items() if value]


def runs_text(runs: Iterable[m.Run]) -> str:
    """Return runs in the notation of this module."""
    return "".join(_run(run) for run in runs)


def _run(run: m.Run) -> str:
    text = run.text
    if run.strike:
        text = f"{{-{text}-}}"
    if run.underline:
        text = f"{{+{text}+}}"
    if run.bold:
        text = f"**{text}**"
    if run.language:
        text = f"{{{run.language}: {text}}}"
    return f"{text} <{run.link}>" if run.link else text


def _paragraph(paragraph: m.Paragraph) -> str:
    text = runs_text(paragraph.runs)
    return f"{paragraph.sign.value} {text}" if paragraph.sign else text


def cell_text(cell: m.Cell) -> str:
    """Return a cell on one line, its paragraphs parted by ` / `."""
    return " / ".join(_paragraph(paragraph) for paragraph in cell)


def _titled(number: str, title: str) -> str:
    return f"{number} {title}" if number else title


@singledispatch
def _lines(block: object) -> Iterator[str]:
    raise TypeError(f"not a block: {block!r}")


@_lines.register
def _(block: m.Heading) -> Iterator[str]:
    yield ""
    anchor = f" {{#{block.anchor}}}" if block.anchor else ""
    yield f"{'#' * block.level} {_titled(block.number, block.title)}{anchor}"
    if block.section and block.section != _titled(block.number, block.title):
        yield f"(running head: {block.section})"


@_lines.register
def _(block: m.LetterHeading) -> Iterator[str]:
    yield ""
    plate = f"[{block.letter}]" if block.complete else f"({block.letter})"
    reference = f" | {block.reference}" if block.reference else ""
    yield f"{'#' * block.level} {plate} {block.title}{reference}"


@_lines.register
def _(block: m.Plates) -> Iterator[str]:
    plates = " ".join(f"[{letter}]" if complete else f"({letter})" for letter, complete in block.letters)
    yield f"{plates} {runs_text(block.words)}"


@_lines.register
def _(block: m.Paragraph) -> Iterator[str]:
    yield _paragraph(block)


@_lines.register
def _(block: m.BulletList) -> Iterator[str]:
    yield from _items(block.items, block.ordered, "")


def _items(items: tuple[m.ListItem, ...], ordered: bool, indent: str) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        yield f"{indent}{f'{number}.' if ordered else '-'} {cell_text(item.content)}"
        yield from _items(item.items, ordered, indent + "  ")


@_lines.register
def _(block: m.FieldTable) -> Iterator[str]:
    for row in block.rows:
        yield f"{cell_text(row.label)}: {cell_text(row.value)}"


@_lines.register
def _(block: m.Table) -> Iterator[str]:
    if block.summary:
        yield f"table: {block.summary}"
    heads = (f"{c.letter} {c.title}{' (tinted)' if c.tinted else ''}".strip() for c in block.columns)
    yield "| " + " | ".join(heads) + " |"
    for row in block.rows:
        yield "| " + " | ".join(cell_text(cell) for cell in row) + " |"


@_lines.register
def _(block: m.Box) -> Iterator[str]:
    for line in blocks_text(block.blocks):
        yield f"> {line}".rstrip()


@_lines.register
def _(_block: m.Rule) -> Iterator[str]:
    yield "-----"


@_lines.register
def _(block: m.TitleBlock) -> Iterator[str]:
    texts = (block.kicker, f"# {block.title}", block.organisation, block.note)
    yield from (text for text in texts if text)


@_lines.register
def _(block: m.Contents) -> Iterator[str]:
    for entry in block.entries:
        yield f"{'  ' * entry.level}{_titled(entry.number, entry.title)} .... <#{entry.anchor}>"


@_lines.register
def _(block: m.OutlineEntry) -> Iterator[str]:
    yield f"(outline: {block.title}) {{#{block.anchor}}}"


@_lines.register
def _(block: m.Group) -> Iterator[str]:
    yield from blocks_text(block.blocks)


@_lines.register
def _(block: m.FlowFigure) -> Iterator[str]:
    yield f"figure: {block.alternative}"
    for column in block.columns:
        for stack in column.stacks:
            boxes = (f"{box.sign.value + ' ' if box.sign else ''}{box.title}" for box in stack.boxes)
            yield f"  {stack.caption}: " + "; ".join(boxes)
            yield from (f"    {box.title}: {box.text}" for box in stack.boxes if box.text)
    yield from (f"  key {stroke.value}: {text}" for stroke, text in block.key)


@_lines.register
def _(block: m.DotChart) -> Iterator[str]:
    yield f"figure: {block.alternative}"
    yield f"  {block.row_title} | {' '.join(block.columns)} | {block.total_title}"
    for group in block.groups:
        yield f"  {group.sign.value} {group.title}"
        for row in group.rows:
            marks = "".join("*" if mark else "." for mark in row.marks)
            yield f"    {row.label} {marks} {row.total}".rstrip()
