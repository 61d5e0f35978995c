"""How a fault is planted: one function of the engine is replaced by one that does a single thing wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from ropa_app.reports.pdf.structure import Element, StructureTree

Patch = pytest.MonkeyPatch
Change = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, in words of the table, and how it is brought about until the patch is undone."""

    name: str
    plant: Callable[[Patch], None]


def edited(patch: Patch, owner: Any, name: str, change: Change) -> None:
    """Let a function return what `change` makes of its result."""
    original = getattr(owner, name)
    patch.setattr(owner, name, lambda *given, **named: change(original(*given, **named)))


def given(patch: Patch, owner: Any, name: str, change: Change) -> None:
    """Let a function be called with what `change` makes of its arguments: all of them, as a tuple."""
    original = getattr(owner, name)
    patch.setattr(owner, name, lambda *some, **named: original(*change(*some), **named))


def followed(patch: Patch, owner: Any, name: str, after: Change) -> None:
    """Let `after` be called with the arguments of a function when that is done."""
    original = getattr(owner, name)

    def both(*some: Any, **named: Any) -> Any:
        result = original(*some, **named)
        after(*some)
        return result

    patch.setattr(owner, name, both)


def preceded(patch: Patch, owner: Any, name: str, before: Change) -> None:
    """Let `before` be called with the arguments of a function before that begins."""
    original = getattr(owner, name)

    def both(*some: Any, **named: Any) -> Any:
        before(*some)
        return original(*some, **named)

    patch.setattr(owner, name, both)


def cut(patch: Patch, owner: Any, name: str, pattern: bytes, instead: bytes = b"") -> None:
    """Let a function return bytes in which a pattern is replaced."""
    edited(patch, owner, name, lambda data: re.sub(pattern, instead, data, flags=re.DOTALL))


def entries(patch: Patch, module: Any, change: Callable[[dict[str, bytes]], object]) -> None:
    """Change the entries of each dictionary that a module spells."""

    def changed(of: dict[str, bytes]) -> tuple[dict[str, bytes]]:
        copy = dict(of)
        change(copy)
        return (copy,)

    given(patch, module, "dictionary", changed)


def dropped(patch: Patch, module: Any, key: str, beside: str = "") -> None:
    """Leave an entry out of each dictionary that a module spells, or of those with another beside it."""

    def drop(of: dict[str, bytes]) -> None:
        if not beside or beside in of:
            of.pop(key, None)

    entries(patch, module, drop)


def retagged(patch: Patch, old: str, new: str, *, bare: bool = True, only_first: bool = False) -> None:
    """Let elements be made with another tag, without the attributes of their own."""
    original = Element.__init__
    left = [1] if only_first else [10**9]

    def made(self: Element, tag: str, parent: Element | None, attributes: bytes = b"") -> None:
        if tag == old and left[0]:
            left[0] -= 1
            tag, attributes = new, b"" if bare else attributes
        original(self, tag, parent, attributes)

    patch.setattr(Element, "__init__", made)


def once(
    patch: Patch, wanted: Callable[[Element], bool], change: Callable[[StructureTree, Element], None]
) -> None:
    """Change the first element that is wanted, just before it is written."""
    done: list[Element] = []

    def before(tree: StructureTree, element: Element) -> None:
        if not done and wanted(element):
            done.append(element)
            change(tree, element)

    preceded(patch, StructureTree, "_body", before)


def has(element: Element, tags: Iterable[str]) -> bool:
    """Tell whether an element has kids of all these tags."""
    return set(tags) <= {kid.tag for kid in element.kids if isinstance(kid, Element)}
