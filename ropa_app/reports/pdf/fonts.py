"""Typefaces: which face has a character, how wide it is, and the subset that goes into the file.

ReportLab reads and subsets TrueType files; this is the only module that knows it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase.ttfonts import TTFontFace

from ropa_app.paths import resource
from ropa_app.reports.pdf.fileformat import FileWriter
from ropa_app.reports.pdf.values import array, dictionary, literal, name, number, reference

SOFT_HYPHEN: Final = "\u00ad"
_SUBSET: Final = 256
_SYMBOLIC, _NONSYMBOLIC = 4, 32
_CACHED_WORDS: Final = 50_000
_ON_ONE_LINE: Final = str.maketrans({SOFT_HYPHEN: None, "\u200b": None})


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


class Face:
    """One font file in one document: characters get codes in subsets of 256 as they are first used."""

    def __init__(self, path: Path, label: str) -> None:
        self._font = _read(path)
        self._label = label
        self.widths: dict[int, int] = self._font.charWidths
        self._known: dict[int, int] = self._font.charToGlyph
        self._codes: dict[str, tuple[int, int]] = {}
        self._subsets: list[list[int]] = []

    def has(self, character: str) -> bool:
        """Tell whether the face can draw a character."""
        return bool(self._known.get(ord(character)))  # number 0 is the picture of a missing character

    def width(self, text: str) -> float:
        """Return the width of a text of size 1 whose characters the face has."""
        default = self._font.defaultWidth
        total: int = sum(self.widths.get(ord(character), default) for character in text)
        return total / 1000

    def _code(self, character: str) -> tuple[int, int]:
        found = self._codes.get(character)
        if found is None:
            if not self._subsets or len(self._subsets[-1]) == _SUBSET:
                self._subsets.append([0])  # code 0 is the missing glyph and stays unused
            subset = self._subsets[-1]
            found = self._codes[character] = (len(self._subsets) - 1, len(subset))
            subset.append(ord(character))
        return found

    def encode(self, text: str) -> list[tuple[str, bytes]]:
        """Return pairs of a font resource and a string of codes that draw the text."""
        parts: list[tuple[str, bytearray]] = []
        for character in text:
            subset, code = self._code(character)
            resource_name = f"{self._label}{subset}"
            if not parts or parts[-1][0] != resource_name:
                parts.append((resource_name, bytearray()))
            parts[-1][1].append(code)
        return [(resource_name, bytes(codes)) for resource_name, codes in parts]

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
        self._widths: dict[tuple[str, bool, bool], float] = {}
        self.missing: set[str] = set()

    def split(self, text: str, bold: bool = False, italic: bool = False) -> list[tuple[Face, str]]:
        """Return the text in pieces of one face each; it must have been through `printable`."""
        first, second = self._chains[bold, italic]
        if text.isascii():
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
        key = (text, bold, italic)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > _CACHED_WORDS:
                self._widths.clear()
            known = sum(face.width(piece) for face, piece in self.split(text, bold, italic))
            self._widths[key] = known
        return known

    def printable(self, text: str) -> str:
        """Return a text that can be drawn: composed, without control characters, with what is missing told.

        A character that no face has becomes its number in guillemets and is noted in `missing`. Line feeds,
        soft hyphens, no-break spaces and zero-width spaces are left for the line breaker.
        """
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        return "".join(self._printable(character) for character in text)

    def one_line(self, text: str) -> str:
        """Return a text that can be drawn without the line breaker: `printable`, on one line.

        What people read beside the page goes through it as well: outline, metadata, words of links and
        figures. So all places say the same, and a missing character is noted wherever it stands.
        """
        return " ".join(self.printable(text).translate(_ON_ONE_LINE).split())

    def _printable(self, character: str) -> str:
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
        return f"‹U+{ord(character):04X}›"

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
        self._faces.missing.clear()
        self._faces.printable(text)
        if not self._faces.missing and unicodedata.is_normalized("NFC", text):
            self._drawable.update(text)
        return tuple(sorted(self._faces.missing))


def show(codes: bytes) -> str:
    """Spell a string of codes in a content stream, as text in Latin-1."""
    return literal(codes).decode("latin-1")
