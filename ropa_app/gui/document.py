"""The open register as the window sees it: the one door from widgets to the services.

What a write touched is told once, by `changed`; what could not be done is told in one sentence, by `problem`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from ropa_app.domain.edits import Changes
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.giving_way import WAY
from ropa_app.i18n import N_, Language, Translator
from ropa_app.services import approving, assessing, deleting, editing
from ropa_app.services.approving import Prepared, Standing
from ropa_app.services.deleting import Deletion, Remedy
from ropa_app.services.editing import Added, Refused
from ropa_app.services.law_data import law_of
from ropa_app.services.listing import SHAPES, TRANSFER_KINDS, TRANSFERS, Listing, Row
from ropa_app.services.naming import Naming
from ropa_app.services.searching import folded, haystack, is_hit
from ropa_app.services.session import OpenRegister, Undoable
from ropa_app.services.step_texts import step_text, undo_text
from ropa_app.storage.errors import AlreadyExists, FileProblem, MissingFile
from ropa_app.storage.identity import Underneath
from ropa_app.storage.refusals import Dangling, Stale
from ropa_app.storage.register_file import RegisterFile, RegisterState, Snapshot

if TYPE_CHECKING:
    from ropa_app.gui.findings import Findings
    from ropa_app.reports.statement_report import PrintedStatement

__all__ = [
    "SHAPES", "TRANSFERS", "TRANSFER_KINDS", "AlreadyExists", "Deletion", "FileProblem", "MissingFile",
    "Prepared", "Refused", "RegisterDocument", "RegisterState", "Remedy", "Row", "Snapshot", "Standing",
    "Underneath", "assessing", "create_example", "create_register", "folded", "is_hit", "problem_text",
]  # fmt: skip

AskAuthor = Callable[[str], str | None]
PROBLEMS: Final = (Refused, FileProblem, Stale, Dangling)
NO_AUTHOR: Final = N_("The history needs a name for whoever makes the change.")
STALE: Final = N_("The record was changed elsewhere meanwhile. Look at it again.")
DANGLING: Final = N_("Another record still names this one.")


def problem_text(problem: Exception, t: Translator) -> str:
    """Return what went wrong in one sentence; raise the problem again where it is a bug of ours."""
    match problem:
        case Refused() | FileProblem():
            return problem.text(t)
        case Stale():
            return t(STALE)
        case Dangling():
            return t(DANGLING)
        case _:
            raise problem


def create_register(
    path: Path, name: str, author: str, language: Language, *, overwrite: bool = False
) -> Path:
    """Make an empty register of an organisation and return where it lies; raise FileProblem."""
    from ropa_app.services import creating  # brings the importers along, which a window that opens needs not

    return creating.create_register(path, name, author, language=language, overwrite=overwrite)


def create_example(path: Path, author: str, *, overwrite: bool = False) -> Path:
    """Make the worked example and return where it lies; raise FileProblem."""
    from ropa_app.services import creating

    return creating.create_example(path, author, overwrite=overwrite)


class RegisterDocument(QObject):
    """One open register.

    `changed(changes, initiator)` is sent once after each write; `initiator` is the widget that wrote, which
    need not read again, or None. `language_changed` tells that the forms show another document language.
    `last_field` is the field of the write that is told, an empty text where it was more than one field.
    `author_asker` is called before the first edit with the name known so far and returns the name for the
    history, or None where the user gave none; without it the name known so far is used.
    """

    changed = Signal(object, object)
    problem = Signal(str)
    language_changed = Signal()

    def __init__(self, register: OpenRegister, t: Translator, language: Language | None = None) -> None:
        super().__init__()
        self._register: Final = register
        self.law = law_of(register.file)
        self.t = t
        self._language: Language = language or register.main_language
        self._author_known = False
        self._read: dict[RecordId, Record | None] = {}
        self.is_open = True
        self.last_field = ""
        self.author_asker: AskAuthor | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        author: str,
        t: Translator,
        language: Language | None = None,
        *,
        read_only: bool = False,
    ) -> RegisterDocument:
        """Open a register file, read-only where it must be; raise FileProblem."""
        register = OpenRegister(RegisterFile.open(path, read_only=read_only, user=author), author)
        return cls(register, t, language)

    @property
    def path(self) -> Path:
        """Return where the file lies."""
        return self._register.file.path

    @property
    def name(self) -> str:
        """Return the name of the organisation, or that of the file before there is one."""
        organisation = self.records.one("organisation")
        return str(getattr(organisation, "name", "")) or self.path.stem

    @property
    def read_only(self) -> bool:
        """Tell whether the register can be read but not changed."""
        return self._register.file.read_only

    def read_only_text(self) -> str:
        """Say why it cannot be changed, an empty text where it can."""
        return self._register.file.read_only_text(self.t)

    def reader_text(self) -> str:
        """Say who has the file open for editing, an empty text where nobody else has."""
        holder = self._register.file.lock_holder
        return holder.user if holder is not None and not holder.own else ""

    def today(self) -> date:
        """Return the local calendar day."""
        return self._register.today()

    def underneath(self) -> Underneath:
        """Look whether the file still lies where it was opened."""
        return self._register.file.underneath()

    def standing(self) -> Standing:
        """Return the newest approved version and whether nothing has changed since."""
        return approving.standing(self._register.file)

    @cached_property
    def main_language(self) -> Language:
        """Return the language whose texts stand in for missing ones."""
        return self._register.main_language

    @property
    def language(self) -> Language:
        """Return the language the forms are filled in."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Fill in the forms in another language."""
        if language != self._language:
            self._language = language
            self._forget_words()
            self.language_changed.emit()

    def set_translator(self, t: Translator) -> None:
        """Speak to the user in another language; the window tells the widgets."""
        self.t = t
        self._forget_words()

    def _forget_words(self) -> None:
        for words in ("main_language", "naming", "listing"):
            self.__dict__.pop(words, None)

    def renew_law(self) -> None:
        """Take the law data that count now, after others were loaded, and let every view read again."""
        self.law = law_of(self._register.file)
        self._forget_words()
        self.changed.emit(Changes(kinds=TRANSFER_KINDS), None)

    @cached_property
    def naming(self) -> Naming:
        """What records and values are called in the languages in force."""
        return Naming(self.records, self.law, self.t, self._language, self.main_language)

    @cached_property
    def listing(self) -> Listing:
        """The rows of the lists in the languages in force."""
        return Listing(self._register.file.reader, self.law, self.naming, self.today())

    @cached_property
    def findings(self) -> Findings:
        """What the rules find in this register; empty until the window starts it."""
        from ropa_app.gui.findings import Findings  # works on a document

        return Findings(self)

    @property
    def records(self) -> Records:
        """Return the records as they are stored now."""
        return self._register.records

    @property
    def state(self) -> RegisterState:
        """Return what can be read of the file beside the records: steps, versions, digests."""
        return self._register.file

    def get(self, record: RecordId) -> Record | None:
        """Return a record, None if it is gone; it is read once between two writes."""
        if record not in self._read:
            self._read[record] = self.records.get(record)
        return self._read[record]

    def reference_of(self, record: RecordId) -> str:
        """Return how a record is called in documents, such as 1.3/P2."""
        return self._register.reference_of(record)

    def steps(self, newest: int | None = None) -> list[tuple[int, date, str, str]]:
        """Return (number, local day, who, what) of the history, newest first."""
        found = ((one.sequence, one.step) for one in self._register.file.steps(newest))
        return [(number, step.day, step.who, step_text(step, self.t)) for number, step in found]

    def snapshot(self) -> Snapshot:
        """Return a consistent copy in memory for one job of the worker thread."""
        return self._register.file.snapshot(WAY.wait)

    def search_text(self, record: Record) -> str:
        """Return the folded text of one record and all it owns."""
        return haystack(self.records, record, self.naming)

    def set_value(self, record: RecordId, field: str, value: Any, initiator: object = None) -> str:
        """Give a field another value; return why it was not saved, an empty text where it was."""
        self.last_field = field
        why = self._write(lambda: editing.set_value(self._register, record, field, value), initiator)[1]
        self.last_field = ""
        return why

    def add(
        self, kind: str, owner: RecordId | None = None, initiator: object = None, **values: Any
    ) -> RecordId | None:
        """Add a record as the last of its siblings; return its id, None where it was refused."""
        return self._added(lambda: editing.add(self._register, kind, owner, **values), initiator)

    def make(self, work: Callable[[OpenRegister], Added]) -> RecordId | None:
        """Do any verb of the services that makes a record; return its id, None where it was refused."""
        return self._added(lambda: work(self._register), None)

    def duplicate(self, record: RecordId) -> RecordId | None:
        """Copy a record with all it owns; return the id of the copy, None where it was refused."""
        return self._added(lambda: editing.duplicate(self._register, record), None)

    def _added(self, add: Callable[[], Added], initiator: object) -> RecordId | None:
        added: list[RecordId] = []

        def work() -> Changes:
            record, touched = add()
            added.append(record)
            return touched

        self._tell(self._write(work, initiator)[1])
        return added[0] if added else None

    def move(self, record: RecordId, position: int) -> bool:
        """Put a record at another position among its siblings."""
        return self.perform(lambda register: editing.move(register, record, position))

    def deletion(self, record: RecordId) -> Deletion | None:
        """Work out what deleting a record means; None, and the reason told, where it cannot be deleted."""
        try:
            return deleting.planned(self._register, record)
        except PROBLEMS as problem:
            self._tell(problem_text(problem, self.t))
            return None

    def delete(
        self, record: RecordId, remedy: Remedy = Remedy.CLEAR, replacement: RecordId | None = None
    ) -> bool:
        """Delete a record with all it owns; see `services.deleting.delete`."""
        return self.perform(lambda register: deleting.delete(register, record, remedy, replacement))

    def version_job(self, approver: str, note: str) -> Callable[[], Prepared]:
        """Return the long part of approving the present state, for the worker, from a copy made now."""
        snapshot, law, one, day = self.snapshot(), self.law, self._register.new_id(), self.today()

        def prepare() -> Prepared:
            with snapshot:
                return approving.prepare(snapshot, approver, note, law, one, day)

        return prepare

    def approve(self, prepared: Prepared) -> bool:
        """Store a version that the worker has prepared; undo does not take it back."""
        return self.perform(lambda register: approving.approve_prepared(register, prepared))

    def record_publication(self, statement: PrintedStatement) -> bool:
        """Add the published statement with its items to the register, once its file is written."""
        from ropa_app.services import exporting

        return self.perform(lambda register: exporting.record_publication(register, statement))

    def perform(self, work: Callable[[OpenRegister], Changes], initiator: object = None) -> bool:
        """Do any verb of the services on the register; tell the problem where it was refused."""
        message = self._write(lambda: work(self._register), initiator)[1]
        self._tell(message)
        return not message

    def _write(self, work: Callable[[], Changes], initiator: object) -> tuple[Changes, str]:
        """Do a write; return what was touched and, in one sentence, why nothing was."""
        if refusal := self._refusal():
            return Changes(), refusal
        WAY.hold()
        try:
            touched = work()
        except PROBLEMS as problem:
            return Changes(), problem_text(problem, self.t)
        if touched:
            self._read.clear()
            self.naming.forget()
            if "register" in touched.kinds:
                self._forget_words()
            self.changed.emit(touched, initiator)
        return touched, ""

    def _refusal(self) -> str:
        """Say why nothing can be written now; ask for the author where that is still to do."""
        if self.read_only:
            return self.read_only_text()
        if not self._author_known and self.author_asker is not None:
            name = self.author_asker(self._register.author)
            if not name:
                return self.t(NO_AUTHOR)
            self.set_author(name)
        self._author_known = True
        return ""

    def _tell(self, message: str) -> None:
        if message:
            self.problem.emit(message)

    @property
    def author(self) -> str:
        """Return the name that stands in the history for edits made here."""
        return self._register.author

    def set_author(self, name: str) -> None:
        """Record edits under another name from now on."""
        self._register.author = name
        self._author_known = True

    def undo(self) -> bool:
        """Take the last step of this session back."""
        return self.perform(lambda register: register.undo())

    def redo(self) -> bool:
        """Do the step that was undone last again."""
        return self.perform(lambda register: register.redo())

    def undo_text(self) -> str:
        """Return what undo would take back, empty where there is nothing."""
        return self._step_text(self._register.undoable)

    def redo_text(self) -> str:
        """Return what redo would do again, empty where there is nothing."""
        return self._step_text(self._register.redoable)

    def step_records(self, *, redo: bool) -> list[RecordId]:
        """Return the records that undo or redo would touch."""
        step = self._register.redoable if redo else self._register.undoable
        return [edit.record.id for edit in step.edits] if step else []

    def _step_text(self, step: Undoable | None) -> str:
        return undo_text(step.step, self.t) if step and not self.read_only else ""

    def copy_to(self, path: Path, *, overwrite: bool = False) -> Path:
        """Write a copy of the file to another path and return it; raise FileProblem."""
        return self._register.file.copy_to(path, overwrite=overwrite)

    def close(self) -> None:
        """Close the file and release its lock."""
        self.is_open = False
        self._register.close()
