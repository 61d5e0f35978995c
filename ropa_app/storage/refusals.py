"""Why the write door refuses an edit: neither is the user's fault nor the file's."""

from __future__ import annotations

from typing import Final

from ropa_app.domain.values import RecordId


class Stale(Exception):
    """The stored record is no longer what the edit started from."""

    def __init__(self, record: RecordId) -> None:
        super().__init__(record)
        self.record: Final = record


class Dangling(Exception):
    """After the edit something would name a record that does not exist."""
