"""What a statement tells, section by section, as plain lines: for whoever compares two statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ropa_app.reports import page_model as m
from ropa_app.reports.statement.context import section_anchor

_PREFIX = section_anchor("00")[:-1]


@dataclass(frozen=True, slots=True)
class Told:
    """A section: its number, its title, and its lines, a row of a table being one of them."""

    number: str
    title: str
    lines: tuple[str, ...]


def told(document: m.Document) -> tuple[Told, ...]:
    """Return the sections of a statement in their order; its iterables are used up."""
    found: list[Told] = []
    lines: list[str] = []
    for block in (block for part in document.parts for block in _ungrouped(part.blocks)):
        if isinstance(block, m.Heading) and block.anchor.startswith(_PREFIX):
            lines = []
            found.append(Told(block.anchor.removeprefix(_PREFIX), block.title, ()))
        elif found:
            lines += (line for line in _lines(block) if line)
            found[-1] = Told(found[-1].number, found[-1].title, tuple(lines))
    return tuple(found)


def _ungrouped(blocks: Iterable[m.Block]) -> Iterator[m.Block]:
    for block in blocks:
        if isinstance(block, m.Group | m.Box):
            yield from _ungrouped(block.blocks)
        else:
            yield block


def _lines(block: m.Block) -> Iterator[str]:
    match block:
        case m.Heading():
            yield f"{block.number} {block.title}".strip()
        case m.Paragraph():
            yield _text([(block,)])
        case m.BulletList():
            yield from _items(block.items)
        case m.FieldTable():
            yield from (_text([row.label, row.value]) for row in block.rows)
        case m.Table():
            yield from (_text(row) for row in block.rows)
        case _:
            pass


def _items(items: Iterable[m.ListItem]) -> Iterator[str]:
    for item in items:
        yield _text([item.content])
        yield from _items(item.items)


def _text(cells: Iterable[m.Cell]) -> str:
    """Return cells on one line, a dot between them and a blank between their paragraphs."""
    told = (" ".join(filter(None, map(_plain, cell))) for cell in cells)
    return " \u00b7 ".join(filter(None, told))


def _plain(paragraph: m.Paragraph) -> str:
    return " ".join("".join(run.text for run in paragraph.runs).split())
