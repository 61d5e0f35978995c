"""Approving a version, and which version a state is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from ropa_app import __version__
from ropa_app.domain.edits import Changes, created
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.reading import Records
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.legal import LawData
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest, versions
from ropa_app.storage.register_file import RegisterState


class Standing(NamedTuple):
    """Where a state stands among the versions: the newest, and whether the state still is that one."""

    newest: Version | None
    is_newest: bool


def approved(records: Records) -> list[Version]:
    """Return the approved versions, newest first."""
    found = cast(list[Version], records.of_kind("version"))
    return sorted(found, key=lambda version: version.number or 0, reverse=True)


def standing(state: RegisterState) -> Standing:
    """Return the newest version of a register and whether nothing that counts has changed since."""
    newest = next(iter(approved(state.reader)), None)
    current = digest.as_hex(state.digests().content)
    return Standing(newest, newest is not None and newest.digest == current)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A version ready to be approved: its record, its packed content, and the step it is taken after."""

    version: Version
    content: bytes
    after: int


def prepare(
    state: RegisterState, approver: str, note: str, law: LawData, version_id: RecordId, day: date
) -> Prepared:
    """Make the next version of a state, without storing it: the long part, for a worker on a snapshot.

    Raises Refused where the approver is missing or the state is approved already.
    """
    if not approver.strip():
        raise Refused(N_("Say who approves the version."))
    newest, unchanged = standing(state)
    if unchanged:
        raise Refused(
            N_("Nothing has changed since version {number}."), number=newest.number if newest else ""
        )
    head = state.head()
    after = head.sequence if head else 0
    version = Version(
        id=version_id,
        number=(newest.number or 0) + 1 if newest else 1,
        day=day,
        approver=approver.strip(),
        note=note.strip(),
        history_sequence=after + 1,
        digest=digest.as_hex(state.digests().content),
        law_pack=law.mark,
        program=__version__,
    )
    content = versions.packed([*state.reader.all(), version], {"digest": law.digest, "mark": law.mark})
    return Prepared(version, content, after)


def approve_prepared(register: OpenRegister, prepared: Prepared) -> Changes:
    """Store a prepared version; undo does not take it back.

    Raises Refused where the register was edited after the version was prepared.
    """
    head = register.file.head()
    if (head.sequence if head else 0) != prepared.after:
        raise Refused(N_("The register was edited while the version was being made. Approve it again."))
    version = prepared.version
    return register.apply_for_good(
        "approve",
        created(version),
        contents={version.id: prepared.content},
        kind="version",
        name=str(version.number),
    )


def approve(register: OpenRegister, approver: str, note: str, law: LawData) -> Changes:
    """Approve the present state as the next version; see `prepare` and `approve_prepared`."""
    prepared = prepare(register.file, approver, note, law, register.new_id(), register.today())
    return approve_prepared(register, prepared)
