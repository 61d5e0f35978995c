"""An open register file: its one write door, and the reading that a copy in memory offers too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

import sqlalchemy as sa

from ropa_app.domain.edits import Changes, Edit, changes
from ropa_app.domain.steps import Step, StoredStep
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Translator
from ropa_app.storage import (
    backup,
    digest,
    history,
    law_packs,
    migrations,
    opening,
    touches,
    versions,
    writing,
)
from ropa_app.storage.connection import path_of, transaction
from ropa_app.storage.digest import Digests
from ropa_app.storage.errors import judging
from ropa_app.storage.identity import Underneath
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.lock_file import Holder
from ropa_app.storage.reading import Reader
from ropa_app.storage.refusals import Dangling, Stale
from ropa_app.storage.schema import METADATA, SCHEMA_VERSION
from ropa_app.storage.touches import Touch


def _as_recorded(connection: sa.Connection) -> bool:
    """Tell whether the content is what its digest says; asked where a journal was left behind."""
    return digest.computed(connection) == digest.stored(connection)


class Verification(NamedTuple):
    """What a full check of the history and the digest found; both empty and true means in order."""

    broken_steps: tuple[int, ...]
    state_as_recorded: bool

    @property
    def in_order(self) -> bool:
        """Tell whether nothing was changed outside the program."""
        return not self.broken_steps and self.state_as_recorded


class RegisterState:
    """A register that can be read: the open file, or a copy of it in memory."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection: Final = connection
        self.reader: Final = Reader(connection)
        self.path: Final[Path] = path_of(connection)

    def head(self) -> StoredStep | None:
        """Return the newest step of the history."""
        return history.last(self._connection)

    def steps(self, newest: int | None = None) -> list[StoredStep]:
        """Return the steps of the history, newest first."""
        return list(history.steps(self._connection, newest))

    def touches(self, after: int = 0) -> list[Touch]:
        """Return which records the steps after a number touched, once it was made, oldest first."""
        return list(touches.touches(self._connection, after))

    def digests(self) -> Digests:
        """Return the digests as the file holds them."""
        return digest.stored(self._connection)

    def version_body(self, version: RecordId) -> bytes | None:
        """Return the packed content of a version."""
        return versions.body(self._connection, version)

    def law_pack(self) -> LawPack | None:
        """Return the law data that somebody loaded into the register, None where nobody did."""
        return law_packs.stored(self._connection)

    def verify(self) -> Verification:
        """Check the whole chain, every payload, and the digest of the state against the recorded one.

        Raises Damaged where a row cannot be read at all.
        """
        with judging(self.path):
            broken = tuple(history.broken_links(self._connection))
            found = digest.computed(self._connection)
        head = self.head()
        recorded = found == self.digests() and (head is None or head.state == digest.as_hex(found.state))
        return Verification(broken, recorded)


class Snapshot(RegisterState):
    """A consistent copy of a register in memory, for one background job; close it when the job is done."""

    def __init__(self, engine: sa.Engine, before_read: Callable[[], None] | None = None) -> None:
        super().__init__(engine.connect())
        self._engine = engine
        if before_read is not None:
            sa.event.listen(engine, "before_cursor_execute", lambda *_: before_read())

    def __enter__(self) -> Self:
        """Return the snapshot itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the memory."""
        self.close()

    def close(self) -> None:
        """Free the memory."""
        self._connection.close()
        self._engine.dispose()


class RegisterFile(RegisterState):
    """The open register file of this process, with its lock and its one writing connection."""

    def __init__(self, opened: opening.OpenedFile) -> None:
        super().__init__(opened.writer)
        self._opened: Final = opened

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, user: str | None = None) -> Self:
        """Open a register file with all checks; raise FileProblem where it cannot be opened.

        When somebody else has it open, or the file or its folder cannot be written, it opens read-only.
        `user` is the name that others see in the lock.
        """
        expected = migrations.frozen(SCHEMA_VERSION)
        return cls(
            opening.open_file(path, expected=expected, read_only=read_only, sound=_as_recorded, user=user)
        )

    @classmethod
    def create(
        cls,
        path: Path,
        step: Step,
        edits: Sequence[Edit],
        contents: Mapping[RecordId, bytes] | None = None,
        *,
        law: LawPack | None = None,
        overwrite: bool = False,
    ) -> Path:
        """Make a new file with its first records and return where it lies; it appears whole or not at all.

        `edits` create records only; `contents` holds the packed content of versions among them, `law` loaded
        law data. Raises FileProblem: AlreadyExists unless `overwrite`, Damaged where a record would name one
        that is missing.
        """

        def fill(connection: sa.Connection) -> None:
            _write(connection, step, edits, contents or {}, law, digest.EMPTY)

        return opening.create_file(path, metadata=METADATA, fill=fill, overwrite=overwrite)

    @property
    def read_only(self) -> bool:
        """Tell whether the register can be read but not changed."""
        return self._opened.read_only

    def read_only_text(self, t: Translator) -> str:
        """Say why the register cannot be edited, an empty text where it can."""
        return self._opened.read_only_text(t)

    @property
    def lock_holder(self) -> Holder | None:
        """Return who else has the file open for editing, None if nobody has."""
        return self._opened.lock_holder

    def underneath(self) -> Underneath:
        """Look whether the file still lies where it was opened, unchanged by others."""
        return self._opened.underneath()

    def apply(
        self,
        step: Step,
        edits: Sequence[Edit],
        contents: Mapping[RecordId, bytes] | None = None,
        law: LawPack | None = None,
    ) -> tuple[int, Changes]:
        """Write edits, their step of the history and the digest in one transaction.

        `contents` holds the packed content of versions that the edits create, `law` the law data to keep in
        place of others. Returns the sequence number of the step and what was touched. Raises Stale where a
        stored record is not what an edit started from, Dangling where something would name a record that is
        gone, FileProblem where the disk refuses; then nothing of it is kept.
        """
        with _no_dangling(), transaction(self._connection) as connection:
            _refuse_stale(Reader(connection), edits)
            sequence = _write(connection, step, edits, contents or {}, law, digest.stored(connection))
        return sequence, changes(edits)

    def snapshot(self, before_read: Callable[[], None] | None = None) -> Snapshot:
        """Return a consistent copy in memory: made in the thread of this file, read in any one.

        `before_read` is called before each query of the copy: a place for its reader to give way.
        """
        return Snapshot(backup.in_memory_copy(self._connection), before_read)

    def copy_to(self, path: Path, *, overwrite: bool = False) -> Path:
        """Write a copy of the register to another path, whole or not at all; raise FileProblem."""
        return backup.copy_to(self._connection, path, overwrite=overwrite)

    def close(self) -> None:
        """Close the file and release its lock."""
        self._opened.close()


def _refuse_stale(reader: Reader, edits: Sequence[Edit]) -> None:
    seen: set[RecordId] = set()
    stored = reader.many(edit.record.id for edit in edits)
    for edit in edits:
        one = edit.record.id
        if one in seen:
            raise ValueError("two edits of one record in one step")
        seen.add(one)
        if stored.get(one) != edit.before:
            raise Stale(one)


def _write(
    connection: sa.Connection,
    step: Step,
    edits: Sequence[Edit],
    contents: Mapping[RecordId, bytes],
    law: LawPack | None,
    before: Digests,
) -> int:
    new = [edit.record for edit in edits if edit.before is None]
    for edit in edits:
        if edit.before is not None:
            writing.write(connection, edit)
    writing.insert_all(connection, new)
    after = before.after(edits)
    for version, body in contents.items():
        versions.store(connection, version, body)
        after = after.with_content(version, body)
    if law is not None:
        for replaced in law_packs.every(connection):
            after = after.without_law(replaced)
        after = after.with_law(law)
        law_packs.store(connection, law)
    digest.store(connection, after)
    return history.append(connection, step, edits, digest.as_hex(after.state))


@contextmanager
def _no_dangling() -> Iterator[None]:
    """Turn a refused foreign key into Dangling."""
    try:
        yield
    except sa.exc.IntegrityError as refused:
        raise Dangling from refused
