"""How plain values are spelt in a PDF file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

_LONGEST: Final = 8_000  # characters: four bytes each at most
_NAME_ESCAPES: Final = re.compile(rb"[^!-~]|[#()<>\[\]{}/%]")


@lru_cache(10_000)
def number(value: float) -> str:
    """Spell a length or a colour component: at most four decimals, never an exponent, never `-0`."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Spell several numbers with spaces between them."""
    return " ".join(map(number, values))


@cache
def name(text: str) -> bytes:
    """Spell a name with its slash."""
    return b"/" + _NAME_ESCAPES.sub(lambda found: b"#%02X" % found[0][0], text.encode())


def within_limit(text: str) -> str:
    """Return a text that a string can hold: PDF/A allows 32,767 bytes, so a longer one is cut visibly."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def text_string(text: str) -> bytes:
    """Spell a text string that people read, in any script."""
    spelt = ("\ufeff" + within_limit(text)).encode("utf-16-be", "replace")
    return b"<" + spelt.hex().upper().encode() + b">"


def literal(data: bytes) -> bytes:
    """Spell bytes as a literal string."""
    escaped = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + escaped.replace(b"\r", b"\\r").replace(b"\n", b"\\n") + b")"


def reference(number_: int) -> bytes:
    """Spell a reference to an object."""
    return b"%d 0 R" % number_


def references(numbers_: Iterable[int]) -> bytes:
    """Spell an array of references."""
    return b"[" + b" ".join(b"%d 0 R" % n for n in numbers_) + b"]"


def array(*values: float) -> bytes:
    """Spell an array of numbers."""
    return b"[" + numbers(*values).encode() + b"]"


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Spell a dictionary; its values are spelt already."""
    return b"<<" + b"".join([name(key) + b" " + value for key, value in entries.items()]) + b">>"
