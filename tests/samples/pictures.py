"""Draw a picture of every kind of page: `python -m tests.samples.pictures FOLDER`.

The pages are found by the names that links lead to, so they stay the same pages when others come or go.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

import pymupdf
from PIL import Image

from tests.samples import written

_ZOOM: Final = 1.15
_COLOURS: Final = 48


class Kind(NamedTuple):
    """A kind of page: the name of its picture, the sample it is in, its anchor, and pages after that."""

    name: str
    sample: str
    anchor: str
    after: int = 0


KINDS: Final = (
    Kind("register-01-front", "velux-declared-nb", "top"),
    Kind("register-02-contents", "velux-register-nb", "contents"),
    Kind("register-03-overview-a-i", "velux-register-nb", "overview"),
    Kind("register-04-overview-j-s", "velux-register-nb", "overview", 2),
    Kind("register-05-overview-a3", "velux-register-version-wide-nb", "overview"),
    Kind("register-06-sheet", "velux-register-nb", "activity-4"),
    Kind("register-07-sheet-goes-on", "velux-register-nb", "activity-4", 1),
    Kind("register-08-sheet-dense", "velux-register-nb", "activity-3"),
    Kind("register-09-sheet-filled", "synthetic-100-register-nb", "activity-4"),
    Kind("register-10-sheet-filled-goes-on", "synthetic-100-register-nb", "activity-4", 1),
    Kind("register-11-parties", "velux-register-nb", "parties"),
    Kind("register-12-transfers", "velux-register-nb", "transfers"),
    Kind("register-13-transfers-filled", "synthetic-100-register-nb", "transfers", 1),
    Kind("register-14-measures", "synthetic-100-register-nb", "measures"),
    Kind("register-15-systems", "synthetic-100-register-nb", "systems"),
    Kind("register-16-assessments", "synthetic-100-register-nb", "assessments"),
    Kind("register-17-as-processor", "processor-register-nn", "processor"),
    Kind("register-18-declared-and-history", "velux-declared-nb", "gaps"),
    Kind("register-19-extract", "velux-extract-nb", "top"),
    Kind("register-20-internal-copy", "velux-internal-nn", "activity-4", 1),
    Kind("statement-01-in-short", "velux-statement-nb", "section-0"),
    Kind("statement-02-groups", "velux-statement-nb", "section-2"),
    Kind("statement-03-recipients", "velux-statement-nb", "section-4"),
    Kind("statement-04-transfers", "velux-statement-nb", "section-5"),
    Kind("statement-05-storage-and-marketing", "velux-statement-nb", "section-6"),
    Kind("statement-06-rights", "velux-statement-nb", "section-11"),
    Kind("statement-07-complaint-and-contact", "velux-statement-final-nb", "section-12"),
)


def picture(kind: Kind) -> Image.Image:
    """Return a page as a picture; KeyError where its document has no such anchor."""
    with pymupdf.open(stream=written(kind.sample).data, filetype="pdf") as opened:
        place = opened.resolve_names()[kind.anchor]["page"] + kind.after
        pixels = opened[place].get_pixmap(matrix=pymupdf.Matrix(_ZOOM, _ZOOM))
        return Image.open(BytesIO(pixels.tobytes("png"))).convert("RGB")


def main(arguments: list[str]) -> int:
    """Write every picture into a folder; return the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        small = picture(kind).quantize(_COLOURS, dither=Image.Dither.NONE)
        small.save(folder / f"{kind.name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
