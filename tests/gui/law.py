"""Newer law data, compared with those of an open register as the worker does it."""

from __future__ import annotations

from pathlib import Path

from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.law_jobs import Compared, compare_job
from ropa_app.gui.tasks import Job, Progress
from tests.law_packs import without_denmark


def compared(document: RegisterDocument, folder: Path) -> Compared:
    """Compare a pack by which Denmark left the EEA."""
    return compare_job(document, without_denmark(folder / "pack.zip"))(
        Progress(Job("", lambda _: None, document))
    )
