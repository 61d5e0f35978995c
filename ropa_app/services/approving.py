"""Approving a version, and which version a state is."""

from __future__ import annotations

from typing import NamedTuple, cast

from ropa_app import __version__
from ropa_app.domain.edits import Changes, created
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.reading import Records
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


def approve(register: OpenRegister, approver: str, note: str, law: LawData) -> Changes:
    """Approve the present state as the next version; undo does not take it back.

    Raises Refused where the approver is missing or the present state is approved already.
    """
    if not approver.strip():
        raise Refused(N_("Say who approves the version."))
    newest, unchanged = standing(register.file)
    if unchanged:
        raise Refused(
            N_("Nothing has changed since version {number}."), number=newest.number if newest else ""
        )
    head = register.file.head()
    version = Version(
        id=register.new_id(),
        number=(newest.number or 0) + 1 if newest else 1,
        day=register.today(),
        approver=approver.strip(),
        note=note.strip(),
        history_sequence=head.sequence + 1 if head else 1,
        digest=digest.as_hex(register.file.digests().content),
        law_pack=law.mark,
        program=__version__,
    )
    content = versions.packed([*register.records.all(), version], {"digest": law.digest, "mark": law.mark})
    return register.apply_for_good(
        "approve", created(version), contents={version.id: content}, kind="version", name=str(version.number)
    )
