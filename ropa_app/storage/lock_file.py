"""The file `.~lock.NAME#` beside a register: it says who has the register open for editing.

It keeps two people from editing side by side and tells the second one whom to ask; what SQLite locks while
it writes is another matter and always holds.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import secrets
import stat
import time
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ropa_app.storage.process import birth_of

_LARGEST: Final = 4096
_LONGEST_FIELD: Final = 200
_DEBRIS_AFTER_S: Final = 60.0
_own_tokens: set[str] = set()


@dataclass(frozen=True, slots=True)
class Holder:
    """Say who holds a lock: name, computer, process, since when (ISO 8601, UTC) and with which program.

    A lock that cannot be read has an unknown holder: empty texts and process 0.
    """

    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""
    program: str = ""
    birth: str = ""
    token: str = ""

    @property
    def own(self) -> bool:
        """Whether this very process holds the lock."""
        return self.token in _own_tokens

    @property
    def gone(self) -> bool:
        """Whether the holder was a process of this computer that no longer runs."""
        if self.own or not self.pid or self.host != platform.node():
            return False
        if self.pid == os.getpid():
            return True  # the number was given out again, to us
        birth = birth_of(self.pid)
        return birth is None or bool(birth and self.birth and birth != self.birth)


@dataclass(frozen=True, slots=True)
class LockFile:
    """Hold the lock of one register until `release`."""

    path: Path
    holder: Holder

    def release(self) -> None:
        """Remove the lock unless somebody else has taken it meanwhile."""
        if read_holder_at(self.path) == self.holder:
            self.path.unlink(missing_ok=True)
        _own_tokens.discard(self.holder.token)


def lock_path(register: Path) -> Path:
    """Return the name of a register's lock file."""
    return register.with_name(f".~lock.{register.name}#")


def read_holder(register: Path) -> Holder | None:
    """Return who has the register open, None for nobody: a lock left by a dead process is nobody's."""
    path = lock_path(register)
    holder = read_holder_at(path)
    return None if holder is None or _abandoned(path, holder) else holder


def acquire(register: Path, *, program: str, user: str | None = None) -> LockFile | Holder:
    """Lock a register for editing, or return who has it open.

    `user` is the name shown to others, default the system's. A lock left by a dead process of this computer
    is taken over. Raises OSError where the folder takes no new file.
    """
    path = lock_path(register)
    mine = _myself(program, user)
    for _attempt in range(3):
        if _written(path, mine):
            return LockFile(path, mine)
        holder = read_holder_at(path)
        if holder is None:
            continue  # released between our two looks
        if not _abandoned(path, holder):
            return holder
        _set_aside(path, holder)
    return read_holder_at(path) or Holder()


def _myself(program: str, user: str | None) -> Holder:
    return Holder(
        user=_clean(user or _system_user()),
        host=_clean(platform.node()),
        pid=os.getpid(),
        since=datetime.now(UTC).isoformat(timespec="seconds"),
        program=_clean(program),
        birth=birth_of(os.getpid()) or "",
        token=secrets.token_hex(16),
    )


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a user number without an account, as in containers
        return ""


def _written(path: Path, holder: Holder) -> bool:
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(asdict(holder), ensure_ascii=False).encode())
            file.flush()
            os.fsync(file.fileno())  # an empty lock after a power cut would say nothing
    except OSError:
        path.unlink(missing_ok=True)
        raise
    _own_tokens.add(holder.token)
    return True


def read_holder_at(path: Path) -> Holder | None:
    """Read a lock file; None where there is none, an unknown holder where it cannot be understood."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return Holder()
        with path.open("rb") as file:
            found = json.loads(file.read(_LARGEST))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):  # the last for thousands of brackets
        return Holder()
    return _holder(found)


def _holder(found: object) -> Holder:
    if not isinstance(found, dict):
        return Holder()
    names = {field.name for field in fields(Holder)} - {"pid"}
    texts = {name: _clean(value) for name in names if isinstance(value := found.get(name), str)}
    pid = found.get("pid")
    return Holder(**texts, pid=pid if isinstance(pid, int) and 0 < pid < 2**31 else 0)


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST_FIELD]


def _abandoned(path: Path, holder: Holder) -> bool:
    if holder != Holder():
        return holder.gone
    try:  # unreadable: either being written this moment, or what a power cut left
        return stat.S_ISREG(path.lstat().st_mode) and time.time() - path.stat().st_mtime > _DEBRIS_AFTER_S
    except OSError:
        return False


def _set_aside(path: Path, stale: Holder) -> None:
    # two newcomers may both find the same stale lock: only one of them can move it, and whoever moves a
    # fresh one by mistake puts it back
    if read_holder_at(path) != stale:
        return
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if read_holder_at(aside) == stale or path.exists():
        aside.unlink(missing_ok=True)
    else:
        aside.rename(path)
