"""Text inside blocks: escaping, looks, links, languages, signs. Every character of a record passes here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from ropa_app.reports.html.anchors import Anchors
from ropa_app.reports.page_model import Cell, Paragraph, Run, Sign, TextStyle

# Control characters and halves of surrogate pairs: no character of a web page, whatever they stand for.
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_WHOLE: Final = 24  # characters of a link that is not broken
_LONG: Final = re.compile(r"\S{33,}")
_PIECE: Final = 12  # letters of a longer word between two places where it may be broken
_COMPOUND: Final = 15  # letters of a word that may be broken in a heading


def escaped(text: str) -> str:
    """Return a text as it stands in HTML, on one line, in a text or an attribute."""
    return html.escape(_CONTROL.sub(" ", text).replace("\n", " "))


def attributes(**values: str) -> str:
    """Return attributes with a space before each; those without a value are left out.

    An underscore in a name stands for a hyphen; one at the end is dropped.
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(f' {name}="{escaped(value)}"' for name, value in named if value)


class Inline:
    """Writes runs, paragraphs and cells; remembers which signs it drew."""

    def __init__(self, anchors: Anchors, glue: Iterable[str], seams: Iterable[str]) -> None:
        self.signs: set[Sign] = set()
        self._anchors = anchors
        glued, parts = _alternatives(glue), _alternatives(seams)
        self._glue = re.compile(rf"(?:(?<=[\s(«\"'])|^)({glued}) (?=\S)") if glued else None
        self._seam = re.compile(rf"\b({parts})(?=\w{{4}})", re.IGNORECASE) if parts else None

    def heading(self, text: str) -> str:
        """Return a text escaped, with soft hyphens where a long compound may be broken."""
        if self._seam is None:
            return self.text(text)
        words = text.split(" ")
        return self.text(
            " ".join(self._seam.sub("\\1\u00ad", w) if len(w) >= _COMPOUND else w for w in words)
        )

    def text(self, text: str) -> str:
        """Return a text escaped, with line breaks, its glued words kept together."""
        joined = self._glue.sub("\\1\u00a0", text) if self._glue else text
        return "<br>".join(map(_line, joined.split("\n")))

    def runs(self, runs: Iterable[Run]) -> str:
        """Return runs one after another."""
        return "".join(self.run(run) for run in runs)

    def run(self, run: Run) -> str:
        """Return a run with its look, its language and its link."""
        made = self.text(run.text)
        looks = " ".join(name for name in ("secondary", "accent") if getattr(run, name))
        language = "" if run.link else run.language
        if looks or language:
            made = f"<span{attributes(class_=looks, lang=language)}>{made}</span>"
        for wanted, tag in ((run.underline, "ins"), (run.strike, "del"), (run.italic, "em")):
            made = f"<{tag}>{made}</{tag}>" if wanted else made
        made = f"<strong>{made}</strong>" if run.bold else made
        return self._link(run, made) if run.link else made

    def _link(self, run: Run, words: str) -> str:
        target = self._anchors.reference(run.link[1:]) if run.link.startswith("#") else run.link
        plain = target.partition(":")[2].removeprefix("//")
        elsewhere = target.lower().startswith("http") and run.text.strip() not in (target, plain)
        looks = ["address-in-print"] if elsewhere else []
        looks += ["whole"] if len(run.text) <= _WHOLE else []
        return f"<a{attributes(class_=' '.join(looks), href=target, lang=run.language)}>{words}</a>"

    def sign(self, sign: Sign | None) -> str:
        """Return a sign, hidden from those who are read to: its words say the same."""
        if sign is None:
            return ""
        self.signs.add(sign)
        return f'<svg class="sign" aria-hidden="true"><use href="#{self._anchors.sign(sign)}"/></svg>'

    def paragraph(self, paragraph: Paragraph, style: TextStyle | None = None) -> str:
        """Return a paragraph, with the name of its style where that matters."""
        looks = [style.value] if style else []
        looks += ["signed"] if paragraph.sign else []
        sign = self.sign(paragraph.sign)
        return f"<p{attributes(class_=' '.join(looks))}>{sign}{self.runs(paragraph.runs)}</p>"

    def cell(self, cell: Cell) -> str:
        """Return the paragraphs of a cell; a single plain one stands without a tag of its own."""
        if len(cell) == 1 and cell[0].sign is None:
            return self.runs(cell[0].runs)
        return "".join(self.paragraph(paragraph) for paragraph in cell)

    def phrase(self, cell: Cell) -> str:
        """Return the paragraphs of a cell where no paragraph may stand, such as in a head."""
        return "<br>".join(self.sign(one.sign) + self.runs(one.runs) for one in cell)


def _line(text: str) -> str:
    """Return a line escaped; a word that no column has room for may be broken anywhere within it."""
    cut = _LONG.sub(lambda found: "\0".join(_pieces(found.group())), _CONTROL.sub(" ", text))
    return "<wbr>".join(map(html.escape, cut.split("\0")))


def _pieces(word: str) -> list[str]:
    return [word[start : start + _PIECE] for start in range(0, len(word), _PIECE)]


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
