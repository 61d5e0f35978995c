"""What stands on each page, read by another library."""

from __future__ import annotations

import pymupdf


def pages(data: bytes) -> list[str]:
    """Return the text of each page."""
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        return [page.get_text() for page in opened]


def bottoms(data: bytes) -> list[float]:
    """Return how far down each page the body reaches, in points from the top."""
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        return [
            max(
                (block[3] for block in page.get_text("blocks") if block[3] < page.rect.height - 50),
                default=0.0,
            )
            for page in opened
        ]
