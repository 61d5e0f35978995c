"""Lines: runs of text become words, and words become lines that fit a width, ragged at the right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from ropa_app.reports.page_model import Run
from ropa_app.reports.pdf.fonts import SOFT_HYPHEN, Faces
from ropa_app.reports.pdf.styles import ACCENT, SECONDARY, Colour, Hyphens, TextSpec

NO_BREAK: Final = "\u00a0"
_ZERO_WIDTH: Final = "\u200b"
_PIECES: Final = re.compile(f"([ {_ZERO_WIDTH}\n])")
_GOOD_ENDS: Final = frozenset("-/.,;:@_?&=)›" + NO_BREAK)
_SHORT_LINK: Final = 24  # a link of up to so many characters stays on one line
_WORTH_BREAKING: Final = 9
_TOLERANCE: Final = 1e-6
_KNOWN: Final = 4_000  # paragraphs whose lines are kept: labels and phrases stand in every sheet


class Look(NamedTuple):
    """How a stretch of text is drawn; `group` tells stretches apart that need marks of their own."""

    bold: bool
    italic: bool
    colour: Colour
    underline: bool
    strike: bool
    group: int


@dataclass(slots=True)
class MarkGroup:
    """Neighbouring runs with one link target and one language."""

    link: str
    language: str
    text: str = ""


class Span(NamedTuple):
    """Text of one look on a line, `x` from the line's left end."""

    text: str
    look: Look
    x: float
    width: float


class Line(NamedTuple):
    """A line; `ending` is what the text layer gets behind it: a space, a soft hyphen or nothing."""

    spans: tuple[Span, ...]
    ending: str = ""


Segment = tuple[str, Look]
Broken = tuple[tuple[Line, ...], tuple[MarkGroup, ...]]


@dataclass(slots=True)
class Word:
    """What stands between two places where a line may end."""

    segments: list[Segment] = field(default_factory=list)
    space: Look | None = None  # the look of the space before it, None where it follows without one
    breaks: int = 0  # line feeds before it
    cuts: list[int] = field(default_factory=list)  # where soft hyphens stood

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join(text for text, _ in self.segments)

    def add(self, text: str, look: Look) -> None:
        """Add characters at the end; soft hyphens become places to cut."""
        for at, part in enumerate(text.split(SOFT_HYPHEN)):
            if at:
                self.cuts.append(len(self.text))
            if part:
                self.segments.append((part, look))

    def divided(self, at: int) -> tuple[Word, Word]:
        """Return the parts before and from a character."""
        head, tail = Word(space=self.space, breaks=self.breaks), Word()
        for text, look in self.segments:
            if at > 0:
                head.segments.append((text[:at], look))
            if at < len(text):
                tail.segments.append((text[max(at, 0) :], look))
            at -= len(text)
        length = len(head.text)
        tail.cuts = [cut - length for cut in self.cuts if cut > length]
        return head, tail


@dataclass(frozen=True, slots=True)
class Rules:
    """Where lines may and may not be broken: see `Document.seams` and `Document.glue`."""

    seams: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()

    def cuts(self, word: str) -> list[int]:
        """Return the places where a compound may be cut, last first."""
        low = word.lower()
        found: set[int] = set()
        starts = [0]
        while starts and self.seams:
            start = starts.pop()
            for end in range(start + 3, len(word) - 3):
                if end >= 4 and end not in found and low[start:end] in self.seams:
                    found.add(end)
                    starts.append(end)
        return sorted(found, reverse=True)


class Breaker:
    """Breaks paragraphs into lines."""

    def __init__(self, faces: Faces, rules: Rules | None = None) -> None:
        self.faces: Final = faces
        self.rules: Final = rules or Rules()
        self._known: Final[Callable[..., Broken]] = lru_cache(_KNOWN)(self._broken)

    def lines(self, runs: tuple[Run, ...], spec: TextSpec, width: float) -> Broken:
        """Return the lines that runs fill, at least one, and the groups that their looks speak of."""
        return self._known(runs, spec, width)

    def _broken(self, runs: tuple[Run, ...], spec: TextSpec, width: float) -> Broken:
        words, groups = self._words(runs, spec)
        filler = _Filler(self, spec, width)
        for word in words:
            filler.add(word)
        return tuple(filler.finish()), tuple(groups)

    def measure(self, segments: Iterable[Segment], size: float) -> float:
        """Return the width of segments."""
        width = self.faces.width
        total = 0.0
        for text, look in segments:
            total += width(text, look.bold, look.italic)
        return total * size

    # words
    def _words(self, runs: Iterable[Run], spec: TextSpec) -> tuple[list[Word], list[MarkGroup]]:
        groups: list[MarkGroup] = []
        words: list[Word] = []
        inside = False
        pending = Word()
        for run in runs:
            text, look = self._prepared(run, spec, groups)
            for piece in _PIECES.split(text):
                if piece == "\n":
                    pending, inside = Word(breaks=min(pending.breaks + 1, 2)), False
                elif piece == " ":
                    pending.space, inside = pending.space or look, False
                elif piece == _ZERO_WIDTH:
                    inside = False
                elif piece:
                    if not inside:
                        words.append(pending if words else Word())
                        inside, pending = True, Word()
                    words[-1].add(piece, look)
        return list(self._glued(word for word in words if word.segments)), groups

    def _prepared(self, run: Run, spec: TextSpec, groups: list[MarkGroup]) -> tuple[str, Look]:
        text = self.faces.printable(run.text)
        if run.link and len(text) <= _SHORT_LINK:
            text = text.replace(" ", NO_BREAK)
        if not groups or (groups[-1].link, groups[-1].language) != (run.link, run.language):
            groups.append(MarkGroup(run.link, run.language))
        groups[-1].text += text.replace(NO_BREAK, " ").replace(SOFT_HYPHEN, "")
        colour = ACCENT if run.link or run.accent else SECONDARY if run.secondary else spec.colour
        look = Look(
            bold=spec.bold or run.bold,
            italic=run.italic,
            colour=colour,
            underline=run.underline or bool(run.link),
            strike=run.strike,
            group=len(groups) - 1,
        )
        return text, look

    def _glued(self, words: Iterable[Word]) -> Iterator[Word]:
        last: Word | None = None
        for word in words:
            if last and word.space and not word.breaks and last.text.lstrip("(«\"'") in self.rules.glue:
                last.add(NO_BREAK, word.space)
                for text, look in word.segments:
                    last.add(text, look)
                continue
            if last:
                yield last
            last = word
        if last:
            yield last


class _Filler:
    """Fills lines with words, one after the other."""

    def __init__(self, breaker: Breaker, spec: TextSpec, width: float) -> None:
        self._breaker = breaker
        self._spec = spec
        self._width = width
        self._lines: list[Line] = []
        self._spans: list[Span] = []
        self._x = 0.0

    def finish(self) -> list[Line]:
        """Return the lines; the last one ends as it is."""
        if self._spans or not self._lines:
            self._end("")
        return self._lines

    def _end(self, ending: str) -> None:
        self._lines.append(Line(tuple(self._spans), ending))
        self._spans = []
        self._x = 0.0

    def _append(self, text: str, look: Look) -> None:
        width = self._breaker.measure([(text, look)], self._spec.size)
        if self._spans and self._spans[-1].look == look:
            last = self._spans[-1]
            self._spans[-1] = Span(last.text + text, look, last.x, last.width + width)
        else:
            self._spans.append(Span(text, look, self._x, width))
        self._x += width

    def add(self, word: Word) -> None:
        """Put a word on the line, or on as many lines as it needs."""
        for _ in range(word.breaks):
            self._end(" " if self._spans else "")
        rest: Word | None = word
        while rest is not None:
            rest = self._put(rest)

    def _put(self, word: Word) -> Word | None:
        """Put a word, or the part of it that fits, on the line; return what is left of it."""
        size = self._spec.size
        spaced = word.space is not None and bool(self._spans)
        gap = self._breaker.measure([(" ", word.space)], size) if spaced and word.space else 0.0
        width = self._breaker.measure(word.segments, size)
        room = self._width - self._x - gap + _TOLERANCE
        if width <= room:
            self._take(word, spaced)
            return None
        cut = self._seam(word, width, room)
        if cut:
            head, tail = word.divided(cut)
            self._take(head, spaced)
            self._end("" if head.text.endswith("-") else SOFT_HYPHEN)
            return tail
        if self._spans:
            self._end(" " if word.space else "")
            return word
        head, tail = word.divided(self._chop(word, room))
        self._take(head, spaced)
        self._end("")
        return tail

    def _take(self, word: Word, spaced: bool) -> None:
        if spaced and word.space:
            self._append(" ", word.space)
        for text, look in word.segments:
            self._append(text, look)

    def _seam(self, word: Word, width: float, room: float) -> int:
        """Return where to cut a word so that its head and a hyphen fit into the room, 0 for nowhere."""
        cuts = set(word.cuts)
        hyphens = self._spec.hyphens
        too_long = width > self._width
        if too_long or (hyphens is Hyphens.FREELY and len(word.text) >= _WORTH_BREAKING):
            cuts.update(self._breaker.rules.cuts(word.text))
        for cut in sorted(cuts, reverse=True):
            head, tail = word.divided(cut)
            hyphen: Segment = ("-", head.segments[-1][1]) if head.segments else ("", word.segments[0][1])
            if tail.segments and self._breaker.measure([*head.segments, hyphen], self._spec.size) <= room:
                return cut
        return 0

    def _chop(self, word: Word, room: float) -> int:
        """Return how many characters of an overlong word fit, at least one; rather up to a mark."""
        used = 0.0
        count = 0
        good = 0
        for text, look in word.segments:
            for character in text:
                used += self._breaker.measure([(character, look)], self._spec.size)
                if used > room and count:
                    return good if good * 3 > count else count
                count += 1
                good = count if character in _GOOD_ENDS else good
        return count
