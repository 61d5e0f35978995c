"""The structure tree: what each mark on a page is, in reading order.

Elements are made in the order in which they are read, before anything is drawn; drawing adds to them the
marks (page and number) that hold their ink. A complete subtree is sealed: written and dropped from memory.
An element gets its object number when the file first needs it, so one that is never drawn leaves no trace.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.values import array, dictionary, reference, references, text_string

ROW_HEADER: Final = b"/A<</O/Table/Scope/Row>>"
COLUMN_HEADER: Final = b"/A<</O/Table/Scope/Column>>"
_NUMBERS_PER_LEAF: Final = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: the object number of its page, its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Target:
    """An annotation: the object numbers of its page and of itself."""

    page: int
    annotation: int


class Element:
    """A structure element; `attributes` are entries of its dictionary, spelt already."""

    __slots__ = ("attributes", "kids", "number", "parent", "sealed", "tag")

    def __init__(self, tag: str, parent: Element | None, attributes: bytes = b"") -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | Mark | Target] = []
        self.number = 0
        self.sealed = False
        if parent is not None:
            parent.kids.append(self)

    def child(self, tag: str, attributes: bytes = b"") -> Element:
        """Return a new element at the end of this one."""
        return Element(tag, self, attributes)


def language(tag: str) -> bytes:
    """Return the attribute that names the language of an element."""
    return b"/Lang" + text_string(tag)


def alternative(text: str) -> bytes:
    """Return the attribute that tells a figure in words."""
    return b"/Alt" + text_string(text)


def bounding_box(left: float, bottom: float, right: float, top: float) -> bytes:
    """Return the attribute that says where on the page a figure lies."""
    return b"/A<</O/Layout/Placement/Block/BBox" + array(left, bottom, right, top) + b">>"


class StructureTree:
    """All elements of a document, and the way back from marks to elements."""

    def __init__(self, file: FileWriter) -> None:
        self._file = file
        self.root = file.allocate()
        self.document = Element("Document", None)
        self._parents: list[int] = []  # by key: the object that a page's or an annotation's key leads to

    def number(self, element: Element) -> int:
        """Return the object number of an element."""
        if not element.number:
            element.number = self._file.allocate()
        return element.number

    def new_key(self) -> int:
        """Return a key of the parent tree, to be filled by `lead`."""
        self._parents.append(0)
        return len(self._parents) - 1

    def lead(self, key: int, number: int) -> None:
        """Let a key lead to an object: an array of elements for a page, an element for an annotation."""
        self._parents[key] = number

    def seal(self, element: Element) -> None:
        """Write a complete subtree and drop it from memory."""
        for kid in element.kids:
            if isinstance(kid, Element) and not kid.sealed:
                self.seal(kid)
        self._file.add(self._body(element), self.number(element))
        element.sealed = True
        element.kids = []
        element.attributes = b""

    def _body(self, element: Element) -> bytes:
        parent = self.root if element.parent is None else self.number(element.parent)
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), 0)
        kids = [self._kid(kid, page) for kid in element.kids]
        inside = kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"
        # Of these a file holds more than of all else: spelt at once, not entry by entry.
        return b"<</S /%b/P %d 0 R%b%b%b>>" % (
            element.tag.encode(),
            parent,
            b"/Pg %d 0 R" % page if page else b"",
            b"/K " + inside if kids else b"",
            element.attributes,
        )

    def _kid(self, kid: Element | Mark | Target, page: int) -> bytes:
        if isinstance(kid, Element):
            return reference(self.number(kid))
        if isinstance(kid, Target):
            return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (kid.page, kid.annotation)
        if kid.page == page:
            return b"%d" % kid.number
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (kid.page, kid.number)

    def finish(self) -> int:
        """Write what is left and the root of the tree; return its object number."""
        self.seal(self.document)
        leaves = []
        for start in range(0, len(self._parents), _NUMBERS_PER_LEAF):
            some = self._parents[start : start + _NUMBERS_PER_LEAF]
            pairs = b" ".join(b"%d %d 0 R" % (start + at, number) for at, number in enumerate(some))
            limits = b"[%d %d]" % (start, start + len(some) - 1)
            leaves.append(self._file.add(dictionary({"Limits": limits, "Nums": b"[" + pairs + b"]"})))
        entries = {
            "Type": b"/StructTreeRoot",
            "K": reference(self.number(self.document)),
            "ParentTree": reference(self._file.add(dictionary({"Kids": references(leaves)}))),
            "ParentTreeNextKey": b"%d" % len(self._parents),
        }
        self._file.add(dictionary(entries), self.root)
        return self.root
