"""A document that is being written: its file, structure, pages, links and outline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf.breaking import Breaker, Rules
from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.fonts import Faces, FontSet
from ropa_app.reports.pdf.metadata import information, xmp
from ropa_app.reports.pdf.outline import Outline
from ropa_app.reports.pdf.page import Page, PageRecord
from ropa_app.reports.pdf.structure import Element, StructureTree, Target
from ropa_app.reports.pdf.styles import Paper
from ropa_app.reports.pdf.values import (
    array,
    dictionary,
    literal,
    name,
    reference,
    references,
    text_string,
    within_limit,
)

_PAGES_PER_NODE: Final = 50
_NAMES_PER_LEAF: Final = 64
_TOP_OF_PAGE: Final = 30.0
_ABOVE: Final = 6.0  # room left above the place that a link leads to

Edges = Callable[[Page, int, int], None]


@dataclass(slots=True)
class Anchor:
    """A place that links lead to: the index of its page once it is known, and how the place is spelt."""

    page: int | None = None
    destination: bytes = b""


class Book:
    """Everything that belongs to one document rather than to one page or paragraph."""

    def __init__(self, document: Document, target: BinaryIO, fonts: FontSet) -> None:
        self.file = FileWriter(target)
        self.tree = StructureTree(self.file)
        self.faces = Faces(fonts)
        self.document = _told(document, self.faces)
        self.breaker = Breaker(self.faces, Rules(frozenset(document.seams), frozenset(document.glue)))
        self.outline = Outline()
        self.pages: list[PageRecord] = []
        self._anchors: dict[str, Anchor] = {}
        self._section = ""
        self._resources = self.file.allocate()

    # pages
    def start_page(self, paper: Paper) -> Page:
        """Begin a new page."""
        record = PageRecord(self.file.allocate(), paper, section=self._section)
        record.key = self.tree.new_key()
        self.pages.append(record)
        return Page(record, self.tree.number)

    def name_section(self, text: str) -> None:
        """Let running heads name a section from the next page on."""
        self._section = text

    def enter_section(self, page: Page, text: str, top: float) -> None:
        """Let running heads name a section from here on, on this page only if it begins at its top."""
        self._section = text
        if top > page.paper.height - page.paper.top - _TOP_OF_PAGE:
            page.record.section = text

    def end_page(self, page: Page) -> None:
        """Write what is on a page; if it waits for page numbers, keep it."""
        record = page.record
        self.tree.lead(record.key, self.file.add(references(page.parents)))
        if any(not isinstance(operator, str) for operator in page.operators):
            record.waiting = page.operators
        else:
            record.contents.append(self._content(page))

    def _content(self, page: Page) -> int:
        text = "\n".join(operator for operator in page.operators if isinstance(operator, str))
        return self.file.add_stream(text.encode("latin-1"))

    # links
    def anchor(self, name_: str) -> Anchor:
        """Return the anchor of a name; it may be reached before it is placed."""
        known = self._anchors.get(name_)
        if known is None:
            known = self._anchors[name_] = Anchor()
        return known

    def place_anchor(self, page: Page, name_: str, y: float) -> None:
        """Let an anchor be here; the first of several with one name counts."""
        anchor = self.anchor(name_)
        if anchor.page is None:
            anchor.page = len(self.pages) - 1
            top = array(0, y + _ABOVE)[1:-1]
            anchor.destination = b"[%d 0 R/XYZ " % page.record.number + top + b" null]"

    def _destination(self, name_: str) -> bytes:
        """Return the name of an anchor as links spell it."""
        self.anchor(name_)
        return literal(name_.encode())

    def _write_names(self) -> int:
        """Write the table from names of anchors to their places, sorted as it must be."""
        names = sorted((key.encode(), anchor.destination) for key, anchor in self._anchors.items())
        leaves = []
        for start in range(0, len(names), _NAMES_PER_LEAF):
            some = names[start : start + _NAMES_PER_LEAF]
            limits = b"[" + literal(some[0][0]) + literal(some[-1][0]) + b"]"
            pairs = b"".join(literal(key) + place for key, place in some)
            leaves.append(self.file.add(dictionary({"Limits": limits, "Names": b"[" + pairs + b"]"})))
        return self.file.add(dictionary({"Kids": references(leaves)}))

    def page_number(self, name_: str) -> str:
        """Return the page number of an anchor, empty for one that was never placed."""
        index = self.anchor(name_).page
        return "" if index is None else str(index + 1)

    def add_link(
        self, page: Page, element: Element, box: tuple[float, float, float, float], target: str, text: str
    ) -> None:
        """Make an area of the page a link that belongs to an element of the tag Link."""
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Link",
            "F": b"4",
            "Rect": array(*box),
            "Border": b"[0 0 0]",
        }
        words = self.faces.one_line(text) or self.faces.one_line(target)
        if target.startswith("#"):
            entries["Dest"] = self._destination(target[1:])
        else:
            address = target.encode("ascii", "xmlcharrefreplace") if target.isascii() else _ascii(target)
            entries["A"] = dictionary({"S": b"/URI", "URI": literal(address)})
            bare = self.faces.one_line(target.split(":", 1)[1].strip("/"))
            words = words if bare in words else f"{words} ({bare})"
        key = self.tree.new_key()
        self.tree.lead(key, self.tree.number(element))
        number = self.file.add(
            dictionary(entries | {"Contents": text_string(words), "StructParent": b"%d" % key})
        )
        page.record.annotations.append(number)
        element.kids.append(Target(page.record.number, number))

    # the end
    def finish(self, profile: bytes, edges: Edges) -> tuple[str, ...]:
        """Write everything that had to wait; return the anchors that links wanted and nobody placed."""
        unknown = tuple(sorted(key for key, anchor in self._anchors.items() if anchor.page is None))
        for key in unknown:
            self._anchors[key].destination = b"[%d 0 R/Fit]" % self.pages[0].number
        for index, record in enumerate(self.pages):
            self._finish_page(record, index, edges)
        root = self._write_pages()
        fonts = self.faces.write(self.file)
        font_entries = dictionary({key: reference(number) for key, number in fonts.items()})
        self.file.add(dictionary({"Font": font_entries}), self._resources)
        catalog = self.file.add(self._catalog(root, profile))
        self.file.finish(catalog, self.file.add(information(self.document)))
        return unknown

    def _finish_page(self, record: PageRecord, index: int, edges: Edges) -> None:
        if record.waiting:
            record.contents.append(self._content(self._drawn_late(record)))
            record.waiting = []
        page = Page(record, self.tree.number)
        edges(page, index, len(self.pages))
        record.contents.append(self._content(page))

    def _drawn_late(self, record: PageRecord) -> Page:
        page = Page(record, self.tree.number)
        for operator in record.waiting:
            if isinstance(operator, str):
                page.operators.append(operator)
            else:
                page.draw_late(operator)
        return page

    def _write_pages(self) -> int:
        root = self.file.allocate()
        nodes: list[int] = []
        for start in range(0, len(self.pages), _PAGES_PER_NODE):
            node = self.file.allocate()
            some = self.pages[start : start + _PAGES_PER_NODE]
            for record in some:
                self.file.add(self._page_body(record, node), record.number)
            entries = {"Type": b"/Pages", "Parent": reference(root), "Count": b"%d" % len(some)}
            self.file.add(dictionary(entries | {"Kids": references(r.number for r in some)}), node)
            nodes.append(node)
        entries = {"Type": b"/Pages", "Kids": references(nodes), "Count": b"%d" % len(self.pages)}
        self.file.add(dictionary(entries), root)
        return root

    def _page_body(self, record: PageRecord, parent: int) -> bytes:
        entries = {
            "Type": b"/Page",
            "Parent": reference(parent),
            "MediaBox": array(0, 0, record.paper.width, record.paper.height),
            "Resources": reference(self._resources),
            "Contents": references(record.contents),
            "StructParents": b"%d" % record.key,
            "Tabs": b"/S",
        }
        if record.annotations:
            entries["Annots"] = references(record.annotations)
        return dictionary(entries)

    def _catalog(self, pages: int, profile: bytes) -> bytes:
        intent = {
            "Type": b"/OutputIntent",
            "S": b"/GTS_PDFA1",
            "OutputConditionIdentifier": b"(sRGB)",
            "Info": b"(sRGB)",
            "RegistryName": b"(http://www.color.org)",
            "DestOutputProfile": reference(self.file.add_stream(profile, {"N": b"3"})),
        }
        described = {"Type": name("Metadata"), "Subtype": name("XML")}
        metadata = self.file.add_stream(xmp(self.document), described, compress=False)
        entries = {
            "Type": b"/Catalog",
            "Pages": reference(pages),
            "Lang": literal(self.document.language.encode("ascii")),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": reference(self.tree.finish()),
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": reference(metadata),
            "OutputIntents": b"[" + reference(self.file.add(dictionary(intent))) + b"]",
        }
        if self._anchors:
            entries["Names"] = dictionary({"Dests": reference(self._write_names())})
        outline = self.outline.write(self.file, self._destination)
        if outline:
            entries |= {"Outlines": reference(outline), "PageMode": b"/UseOutlines"}
        return dictionary(entries)


def _told(document: Document, faces: Faces) -> Document:
    """Return a document whose metadata say what its pages can say: one line each, nothing unprintable."""

    def line(text: str) -> str:
        return within_limit(faces.one_line(text))

    return replace(
        document,
        title=line(document.title),
        organisation=line(document.organisation),
        subject=line(document.subject),
        keywords=tuple(map(line, document.keywords)),
        creator=line(document.creator),
        producer=line(document.producer),
    )


def _ascii(address: str) -> bytes:
    """Return an address with what is not ASCII as percent escapes of its UTF-8 bytes."""
    return "".join(
        character
        if character.isascii()
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
        for character in address
    ).encode("ascii")
