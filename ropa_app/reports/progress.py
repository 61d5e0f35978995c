"""How a writer of documents tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int], bool]


class Cancelled(Exception):
    """The caller's progress function asked to stop; what was written so far is no document."""


def went_on(progress: Progress | None, complete: int) -> None:
    """Tell how many parts are complete; raise Cancelled where the answer is no."""
    if progress is not None and not progress(complete):
        raise Cancelled
