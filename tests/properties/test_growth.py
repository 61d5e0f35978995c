"""What an export takes grows in step with the register, told in calls of functions and not in time."""

from __future__ import annotations

import cProfile
from itertools import pairwise
from pathlib import Path
from typing import Final

from ropa_app.legal import shipped
from ropa_app.services import creating, exporting

_SIZES: Final = (10, 40, 100)
#: A further page may take so many times the calls: a walk over all activities in each would double them.
_MOST: Final = 1.25


def test_a_late_page_takes_as_many_calls_as_an_early_one(tmp_path: Path) -> None:
    counts = [_calls_and_pages(tmp_path / f"{size}.ropa", size) for size in _SIZES]
    first, second = ((c - calls) / (p - pages) for (calls, pages), (c, p) in pairwise(counts))
    assert second < _MOST * first, counts


def _calls_and_pages(path: Path, size: int) -> tuple[int, int]:
    """Return how many functions the export of a register of this size calls, and how many pages it makes."""
    creating.create_synthetic(path, "bench", size, 1)
    law, register, profile = shipped(), creating.open_register(path, "bench"), cProfile.Profile()
    with register.file.snapshot() as snapshot:
        source = exporting.source(snapshot, law)
        made = profile.runcall(exporting.export_register, source, path.with_suffix(".pdf"), "nb", law)
    register.close()
    return sum(int(entry.callcount) for entry in profile.getstats()), made.pages
