"""Where the links of a document lead, and what is there to be reached; its iterables are used up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa_app.reports import page_model as m


def flat(blocks: Iterable[m.Block]) -> Iterator[m.Block]:
    """Yield blocks, and after a group those inside."""
    for block in blocks:
        yield block
        if isinstance(block, m.Group):
            yield from flat(block.blocks)


def cells(block: m.Block) -> Iterator[m.Cell]:
    """Yield the cells of a block; a paragraph is a cell of its own."""
    match block:
        case m.Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case m.FieldTable(rows=rows):
            yield from (cell for row in rows for cell in (row.label, row.value))
        case m.Paragraph():
            yield (block,)
        case _:
            pass


def targets_and_anchors(document: m.Document) -> tuple[set[str], set[str]]:
    """Return the anchors that links of a document lead to, and those that its blocks bear."""
    targets: set[str] = set()
    anchors: set[str] = {"top"}
    for part in document.parts:
        for block in flat(part.blocks):
            match block:
                case m.Heading(anchor=anchor) | m.OutlineEntry(anchor=anchor):
                    anchors.add(anchor)
                case m.Contents(entries=entries):
                    targets.update(entry.anchor for entry in entries)
                case _:
                    pass
            runs = (run for cell in cells(block) for paragraph in cell for run in paragraph.runs)
            targets.update(run.link[1:] for run in runs if run.link.startswith("#"))
    return targets, anchors
