"""Which file lies under a name, to notice that another one took its place while it was open."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path
from typing import Self


class Underneath(enum.Enum):
    """What became of an open file's name."""

    SAME = "same"
    CHANGED = "changed"
    REPLACED = "replaced"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Identity:
    """Tell files apart by device and inode, and their states by size in bytes and time of change."""

    device: int
    inode: int
    size: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """Look at the file under a name; raises OSError."""
        found = path.stat()
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    def same_file(self, other: Identity) -> bool:
        """Whether both are one file, in whatever state."""
        return (self.device, self.inode) == (other.device, other.inode)

    def underneath(self, path: Path) -> Underneath:
        """Compare with what lies under the name now; SAME means the same file with the same size and time.

        One's own edit makes a file CHANGED too: a writer asks SQLite whether it was another's.
        """
        try:
            now = Identity.of(path)
        except OSError:
            return Underneath.MISSING
        if not self.same_file(now):
            return Underneath.REPLACED
        return Underneath.SAME if now == self else Underneath.CHANGED
