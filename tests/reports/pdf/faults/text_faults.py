"""Faults of what is drawn: text lost, moved, hidden or told twice; marks; fonts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, Final

from ropa_app.reports.page_model import Block
from ropa_app.reports.pdf import fonts
from ropa_app.reports.pdf.breaking import _Filler
from ropa_app.reports.pdf.build import Builder
from ropa_app.reports.pdf.fonts import Face
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem
from ropa_app.reports.pdf.rows import TableRow
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import WHITE
from ropa_app.reports.pdf.tables import RowsItem
from tests.reports.pdf.faults.planting import Fault, Patch, dropped, entries, followed, given


def _bare_foot(patch: Patch) -> None:
    original = Page.artifact

    def artifact(page: Page, properties: str = "/Type/Layout") -> Any:
        return nullcontext() if "Footer" in properties else original(page, properties)

    patch.setattr(Page, "artifact", artifact)


def _bare_paragraphs(patch: Patch) -> None:
    original = Page.tagged
    patch.setattr(Page, "tagged", lambda page, of: nullcontext() if of.tag == "P" else original(page, of))


def _nested(patch: Patch) -> None:
    original = Page.tagged

    @contextmanager
    def tagged(page: Page, element: Element) -> Iterator[None]:
        with original(page, element), original(page, element):
            yield

    patch.setattr(Page, "tagged", tagged)


def _hidden(properties: str) -> Any:
    """Let the fifth paragraph be drawn as an artifact."""

    def plant(patch: Patch) -> None:
        original = Page.tagged
        seen: list[Element] = []

        def tagged(page: Page, element: Element) -> Any:
            seen.extend([element] if element.tag == "P" else [])
            hide = element.tag == "P" and len(seen) == 5
            return page.artifact(properties) if hide else original(page, element)

        patch.setattr(Page, "tagged", tagged)

    return plant


def _bare_lines(patch: Patch) -> None:
    patch.setattr(Page, "_paint", lambda page, path, how: page.operators.append(f"{path} {how}"))


def _open_marks(patch: Patch) -> None:
    patch.setattr(Page, "_close", lambda page: setattr(page, "_marked", ""))


def _unrestored(patch: Patch) -> None:
    @contextmanager
    def moved(page: Page, scale: float, x: float, y: float) -> Iterator[None]:
        page.operators.append(f"q {scale} 0 0 {scale} {x} {y} cm")
        yield

    patch.setattr(Page, "moved", moved)


def _text(change: Any) -> Any:
    """Change the arguments of each drawing of text: page, x, y, size, colour, pieces."""
    return lambda patch: given(patch, Page, "text", change)


def _off(page: Page, x: float, y: float, *rest: Any) -> tuple[Any, ...]:
    return page, x + 400 * (y < 500), y, *rest


def _over_one_another(page: Page, x: float, y: float, *rest: Any) -> tuple[Any, ...]:
    return page, x, round(y / 40) * 40 if 100 < y < 500 else y, *rest


def _in_white(page: Page, x: float, y: float, size: float, _colour: Any, pieces: Any) -> tuple[Any, ...]:
    return page, x, y, size, WHITE, pieces


# text that gets lost on its way
def _line_lost(item: ParagraphItem, _count: int) -> None:
    if not item.done():
        item._next += 1


def _rest_lost(row: TableRow, *_others: Any) -> None:
    for box in row.cells if not row.done() else ():
        for paragraph in box._paragraphs:
            paragraph._next = len(paragraph._lines)


def _row_lost(item: RowsItem, *_others: Any) -> None:
    if not item.done():
        item._rows.popleft()


def _blocks(change: Any) -> Any:
    def plant(patch: Patch) -> None:
        given(patch, Builder, "items", lambda of, blocks: (of, change(list(blocks))))

    return plant


def _without_third(blocks: list[Block]) -> list[Block]:
    return blocks[:2] + blocks[3:]


def _swapped(blocks: list[Block]) -> list[Block]:
    return [*blocks[:-2], *reversed(blocks[-2:])]


def _twice(patch: Patch) -> None:
    original = ParagraphItem._draw_lines

    def draw(*some: Any) -> None:
        original(*some)
        original(*some)

    patch.setattr(ParagraphItem, "_draw_lines", draw)


# fonts
def _missing_glyph(patch: Patch) -> None:
    original = Face._new_code
    patch.setattr(Face, "_new_code", lambda face, point: 0 if point == ord("k") else original(face, point))


def _wide(of: dict[str, bytes]) -> None:
    if "Widths" in of:
        of["Widths"] = of["Widths"].replace(b" 4", b" 6")


def _other_glyphs(patch: Patch) -> None:
    original = Face._write

    def write(face: Face, file: Any, at: int, subset: list[int]) -> int:
        class Rotated:
            def __getattr__(self, name: str) -> Any:
                return getattr(font, name)

            def makeSubset(self, points: list[int]) -> Any:
                return font.makeSubset([0, *points[2:], points[1]])

        font, face._font = face._font, Rotated()
        return original(face, file, at, subset)

    patch.setattr(Face, "_write", write)


def _shifted(patch: Patch) -> None:
    given(patch, fonts, "_unicode_map", lambda subset: ([subset[0], *subset[2:], subset[1]],))


FAULTS: Final = (
    Fault("foot outside any mark", _bare_foot),
    Fault("paragraphs outside any mark", _bare_paragraphs),
    Fault("a mark within a mark", _nested),
    Fault("lines outside any mark", _bare_lines),
    Fault("marks not closed", _open_marks),
    Fault("state of drawing not restored", _unrestored),
    Fault("a paragraph hidden as layout", _hidden("/Type/Layout")),
    Fault("a paragraph hidden as a running head", _hidden("/Type/Pagination/Subtype/Header")),
    Fault("a paragraph hidden as a repeated head", _hidden("/Type/Pagination")),
    Fault("text off the paper", _text(_off)),
    Fault("lines over one another", _text(_over_one_another)),
    Fault("text in the colour of the paper", _text(_in_white)),
    Fault("text too small to read", _text(lambda p, x, y, size, *rest: (p, x, y, size / 3, *rest))),
    Fault("a letter dropped", lambda p: given(p, Face, "_spelt", lambda f, text: (f, text.replace("v", "")))),
    Fault("no blank between lines", lambda p: given(p, _Filler, "_end", lambda f, _ending: (f, ""))),
    Fault("a line lost at the end of a page", lambda p: followed(p, ParagraphItem, "slab", _line_lost)),
    Fault("the rest of a split row lost", lambda p: followed(p, TableRow, "take", _rest_lost)),
    Fault("a row lost at the end of a page", lambda p: followed(p, RowsItem, "take", _row_lost)),
    Fault("a block lost", _blocks(_without_third)),
    Fault("two blocks swapped", _blocks(_swapped)),
    Fault("paragraphs printed twice", _twice),
    Fault("fonts do not say what their codes mean", lambda p: dropped(p, fonts, "ToUnicode")),
    Fault("fonts say something else than they draw", _shifted),
    Fault("fonts draw something else than they say", _other_glyphs),
    Fault("fonts not embedded", lambda p: dropped(p, fonts, "FontFile2")),
    Fault("the missing glyph is drawn", _missing_glyph),
    Fault("widths of letters wrong", lambda p: entries(p, fonts, _wide)),
    Fault("fonts called non-symbolic", lambda p: entries(p, fonts, _non_symbolic)),
)


def _non_symbolic(of: dict[str, bytes]) -> None:
    if "Flags" in of:
        of["Flags"] = b"32"
