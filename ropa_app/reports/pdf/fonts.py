"""Typefaces: which face has a character, how wide it is, and the subset that goes into the file.

ReportLab reads and subsets TrueType files; this is the only module that knows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from reportlab.pdfbase.ttfonts import TTFontFace

from ropa_app.paths import resource
from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.values import array, dictionary, literal, name, number, reference

SOFT_HYPHEN: Final = "\u00ad"
_SUBSET: Final = 256
_SYMBOLIC, _NONSYMBOLIC = 4, 32
_ON_ONE_LINE: Final = str.maketrans({SOFT_HYPHEN: None, "\u200b": None})
_KNOWN_WORDS: Final = 50_000  # texts whose width is kept
_KNOWN_TEXTS: Final = 10_000  # texts that are kept as they are spelt in the file

Found = TypeVar("Found")
Spelt = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FontSet:
    """TrueType files (outlines in `glyf`): four of the text face, two for characters that it lacks."""

    regular: Path
    semibold: Path
    italic: Path
    semibold_italic: Path
    fallback: Path
    fallback_bold: Path

    @classmethod
    def shipped(cls) -> FontSet:
        """Return Source Sans 3 with Noto Sans behind it, as shipped with the program."""
        files = (
            "SourceSans3-Regular",
            "SourceSans3-SemiBold",
            "SourceSans3-Italic",
            "SourceSans3-SemiBoldItalic",
            "NotoSans-Regular",
            "NotoSans-Bold",
        )
        return cls(*(resource("fonts", f"{file}.ttf") for file in files))


@cache
def _read(path: Path) -> Any:
    return TTFontFace(str(path))


class _Characters(dict[int, Found], Generic[Found]):
    """A table for `str.translate` that looks a character up when it first occurs."""

    def __init__(self, look_up: Callable[[int], Found]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, point: int) -> Found:
        found = self[point] = self._look_up(point)
        return found


class Face:
    """One font file in one document: characters get codes in subsets of 256 as they are first used."""

    def __init__(self, path: Path, label: str) -> None:
        self._font = _read(path)
        self._label = label
        self.widths: dict[int, int] = self._font.charWidths
        self._known: dict[int, int] = self._font.charToGlyph
        self._characters = frozenset(chr(point) for point, glyph in self._known.items() if glyph)
        self._codes = _Characters(self._new_code)
        self._subsets: list[list[int]] = []
        self.spelt: Final[Callable[[str], Spelt]] = lru_cache(_KNOWN_TEXTS)(self._spelt)

    def has(self, character: str) -> bool:
        """Tell whether the face can draw a character."""
        return bool(self._known.get(ord(character)))  # number 0 is the picture of a missing character

    def has_all(self, text: str) -> bool:
        """Tell whether the face can draw a text."""
        return self._characters.issuperset(text)

    def width(self, text: str) -> float:
        """Return the width of a text of size 1 whose characters the face has."""
        default = self._font.defaultWidth
        total: int = sum(self.widths.get(ord(character), default) for character in text)
        return total / 1000

    def _new_code(self, point: int) -> int:
        """Give a character the next code; the number of its subset stands above the lower eight bits."""
        if not self._subsets or len(self._subsets[-1]) == _SUBSET:
            self._subsets.append([0])  # code 0 is the missing glyph and stays unused
        subset = self._subsets[-1]
        subset.append(point)
        return (len(self._subsets) - 1) * _SUBSET + len(subset) - 1

    def _spelt(self, text: str) -> Spelt:
        """Return pairs of a font resource and the string that draws the text, as content streams spell it."""
        codes = text.translate(self._codes)
        if codes and len(self._subsets) == 1:
            return ((f"{self._label}0", _string(codes.encode("latin-1"))),)
        stretches = groupby(codes, key=lambda code: ord(code) // _SUBSET)
        return tuple(
            (f"{self._label}{subset}", _string(bytes(ord(code) % _SUBSET for code in stretch)))
            for subset, stretch in stretches
        )

    def write(self, file: FileWriter) -> dict[str, int]:
        """Write the subsets in use; return their resource names with their object numbers."""
        return {
            f"{self._label}{at}": self._write(file, at, subset) for at, subset in enumerate(self._subsets)
        }

    def _write(self, file: FileWriter, at: int, subset: list[int]) -> int:
        font = self._font
        base = name("".join(chr(65 + int(digit)) for digit in f"{at:06d}") + "+" + font.name.decode("ascii"))
        program = font.makeSubset(subset)
        flags = int(font.flags) & ~_NONSYMBOLIC | _SYMBOLIC
        descriptor = {
            "Type": b"/FontDescriptor",
            "FontName": base,
            "Flags": b"%d" % flags,
            "FontBBox": array(*font.bbox),
            "ItalicAngle": number(font.italicAngle).encode(),
            "Ascent": number(font.ascent).encode(),
            "Descent": number(font.descent).encode(),
            "CapHeight": number(font.capHeight).encode(),
            "StemV": number(font.stemV).encode(),
            "MissingWidth": number(font.defaultWidth).encode(),
            "FontFile2": reference(file.add_stream(program, {"Length1": b"%d" % len(program)})),
        }
        widths = [self.widths.get(code, font.defaultWidth) for code in subset]
        entries = {
            "Type": b"/Font",
            "Subtype": b"/TrueType",
            "BaseFont": base,
            "FirstChar": b"0",
            "LastChar": b"%d" % (len(subset) - 1),
            "Widths": array(*widths),
            "FontDescriptor": reference(file.add(dictionary(descriptor))),
            "ToUnicode": reference(file.add_stream(_unicode_map(subset))),
        }
        return file.add(dictionary(entries))


def _unicode_map(subset: list[int]) -> bytes:
    """Return the map from codes back to characters."""
    pairs = [
        (code, chr(point).encode("utf-16-be").hex().upper()) for code, point in enumerate(subset) if code
    ]
    blocks = []
    for start in range(0, len(pairs), 100):
        some = pairs[start : start + 100]
        rows = "\n".join(f"<{code:02X}> <{text}>" for code, text in some)
        blocks.append(f"{len(some)} beginbfchar\n{rows}\nendbfchar")
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        *blocks,
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


def _string(codes: bytes) -> str:
    """Spell a string of codes in a content stream, as text in Latin-1."""
    return literal(codes).decode("latin-1")


class Faces:
    """All faces of a document, and the characters that none of them has."""

    def __init__(self, fonts: FontSet) -> None:
        fallback, fallback_bold = Face(fonts.fallback, "N"), Face(fonts.fallback_bold, "NB")
        self._chains = {
            (False, False): (Face(fonts.regular, "S"), fallback),
            (True, False): (Face(fonts.semibold, "SB"), fallback_bold),
            (False, True): (Face(fonts.italic, "SI"), fallback),
            (True, True): (Face(fonts.semibold_italic, "SBI"), fallback_bold),
        }
        self._characters = _Characters(self._printable)
        self._width: Callable[[str, bool, bool], float] = lru_cache(_KNOWN_WORDS)(self._measured)
        self.missing: set[str] = set()

    def split(self, text: str, bold: bool = False, italic: bool = False) -> list[tuple[Face, str]]:
        """Return the text in pieces of one face each; it must have been through `printable`."""
        first, second = self._chains[bold, italic]
        if text.isascii() or first.has_all(text):
            return [(first, text)]
        pieces: list[tuple[Face, str]] = []
        for character in text:
            face = first if first.has(character) else second
            if pieces and pieces[-1][0] is face:
                pieces[-1] = (face, pieces[-1][1] + character)
            else:
                pieces.append((face, character))
        return pieces

    def width(self, text: str, bold: bool = False, italic: bool = False) -> float:
        """Return the width of a text of size 1."""
        return self._width(text, bold, italic)

    def _measured(self, text: str, bold: bool, italic: bool) -> float:
        return sum(face.width(piece) for face, piece in self.split(text, bold, italic))

    def printable(self, text: str) -> str:
        """Return a text that can be drawn: composed, without control characters, with what is missing told.

        A character that no face has becomes its number in guillemets and is noted in `missing`. Line feeds,
        soft hyphens, no-break spaces and zero-width spaces are left for the line breaker.
        """
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        return text.translate(self._characters)

    def one_line(self, text: str) -> str:
        """Return a text that can be drawn without the line breaker: `printable`, on one line.

        What people read beside the page goes through it as well: outline, metadata, words of links and
        figures. So all places say the same, and a missing character is noted wherever it stands.
        """
        return " ".join(self.printable(text).translate(_ON_ONE_LINE).split())

    def _printable(self, point: int) -> str:
        character = chr(point)
        if character in "\n\u00a0\u200b" or character == SOFT_HYPHEN:
            return character
        if character in "\u2028\u2029\u0085\u000b\u000c":
            return "\n"
        category = unicodedata.category(character)
        if category in ("Cc", "Zs"):
            return "\u00a0" if character in "\u202f\u2007" else " "
        if category == "Cf":
            return ""
        if all(first.has(character) for first, _ in self._chains.values()):
            return character
        if all(second.has(character) or first.has(character) for first, second in self._chains.values()):
            return character
        self.missing.add(character)
        return f"‹U+{point:04X}›"

    def write(self, file: FileWriter) -> dict[str, int]:
        """Write all subsets in use; return resource names with object numbers."""
        faces = {id(face): face for chain in self._chains.values() for face in chain}
        written: dict[str, int] = {}
        for face in faces.values():
            written |= face.write(file)
        return written


class Coverage:
    """Find what no face of a set can draw, without drawing: for texts that are many and mostly alike."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = Faces(fonts)
        self._drawable: set[str] = set()

    def lacking(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that would be printed as their numbers, in order, each once."""
        if text.isascii() or self._drawable.issuperset(text):
            return ()
        self._faces.printable(text)
        composed = unicodedata.normalize("NFC", text)
        found = self._faces.missing.intersection(composed)
        if not found and composed == text:
            self._drawable.update(text)
        return tuple(sorted(found))
