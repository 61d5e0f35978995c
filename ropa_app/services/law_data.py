"""Which law data count for a register, and loading newer ones into it.

The program comes with law data; a register may keep newer ones. Of the two those count that were verified
later. Law data in a file are a stranger's until they are checked: what cannot be used is passed over and
told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ropa_app.domain.edits import Changes
from ropa_app.i18n import N_
from ropa_app.legal import LawData, LawDataError, law_from, load, shipped
from ropa_app.legal.consistency import refuse_lost
from ropa_app.legal.packing import MOST_BYTES, packed, unpacked
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from ropa_app.storage import law_packs
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.placing import put_in_place, temporary_beside
from ropa_app.storage.register_file import RegisterState

_UNUSABLE = N_("The law data in {name} cannot be used: {why}.")


class InForce(NamedTuple):
    """The law data that count: whether they were loaded into the register, and why others in it do not count.

    `problem` is the fault in the file's own law data, an empty text where they have none.
    """

    law: LawData
    is_loaded: bool
    problem: str


def in_force(state: RegisterState) -> InForce:
    """Return which law data count for a register; those of the program where the file's cannot be used."""
    own, kept = shipped(), state.law_pack()
    found = _checked(kept) if kept else own
    if isinstance(found, str):
        return InForce(own, False, found)
    is_later = found.pack.verified > own.pack.verified
    return InForce(found if is_later else own, is_later, "")


def law_of(state: RegisterState) -> LawData:
    """Return the law data that count for a register; what was read once is kept, so asking is cheap."""
    return in_force(state).law


@lru_cache(maxsize=4)
def _checked(kept: LawPack) -> LawData | str:
    """Return the law data of a pack from a register, or what is wrong with them."""
    try:
        law = law_from({file: text.encode() for file, text in law_packs.unpack(kept).items()})
        if law.digest != kept.digest:
            return "SHA-256"
        refuse_lost(law, shipped())
    except (ValueError, LawDataError) as problem:
        return str(problem)
    return law


@dataclass(frozen=True, slots=True)
class Chosen:
    """Law data that somebody chose to load, checked and newer than those they replace; the file's name."""

    law: LawData
    replaced: LawData
    name: str


def read_pack(path: Path) -> LawData:
    """Read a pack from a file; raise Refused where it is none or something in it is wrong."""
    try:
        if not path.is_file():
            raise Refused(N_("The file {name} cannot be read."), name=path.name)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise Refused(N_("The file {name} cannot be read."), name=path.name) from problem
    try:
        return law_from(unpacked(content))
    except LawDataError as problem:
        raise Refused(_UNUSABLE, name=path.name, why=problem) from problem


def choose(state: RegisterState, path: Path, today: date) -> Chosen:
    """Read a pack and see that it may be loaded; raise Refused where it is not newer or lacks a code."""
    law, present = read_pack(path), law_of(state)
    _refuse_not_newer(law, present, today)
    try:
        refuse_lost(law, present)
        refuse_lost(law, shipped())
    except LawDataError as problem:
        raise Refused(_UNUSABLE, name=path.name, why=problem) from problem
    return Chosen(law, present, path.name)


def _refuse_not_newer(law: LawData, present: LawData, today: date) -> None:
    verified = law.pack.verified
    if verified > today:
        raise Refused(
            N_("These law data say that they were verified on {day}, and that day has not come."),
            day=verified,
        )
    if verified <= present.pack.verified:
        raise Refused(
            N_("These law data were verified on {day}; those in force were verified on {other} and stay."),
            day=verified,
            other=present.pack.verified,
        )


def load_law(register: OpenRegister, chosen: Chosen) -> Changes:
    """Keep law data in the register as one step that undo does not take back.

    Raises Refused where other law data count by now, and what `RegisterFile.apply` raises.
    """
    if law_of(register.file).digest != chosen.replaced.digest:
        raise Refused(N_("Other law data were loaded meanwhile. Look at the difference again."))
    law = chosen.law
    return register.apply_for_good(
        "law_data", law=kept(law), name=law.pack.verified.isoformat(), digest=law.digest
    )


def kept(law: LawData) -> LawPack:
    """Return law data as a register keeps them."""
    return law_packs.pack(law.digest, texts(law.files))


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the files of law data as texts."""
    return {file: content.decode() for file, content in files.items()}


def carried(state: RegisterState) -> dict[str, str] | None:
    """Return the texts of the law data that an export takes along: those in the file, if they can be used."""
    own = state.law_pack()
    found = _checked(own) if own else ""
    return None if isinstance(found, str) else texts(found.files)


def write_pack(folder: Path, path: Path) -> LawData:
    """Make a pack of a folder of law data, for whoever publishes one; return what is in it.

    Raises Refused where something in the folder is wrong, FileProblem where the file cannot be written.
    """
    try:
        law = load(folder)
    except LawDataError as problem:
        raise Refused(_UNUSABLE, name=folder.name, why=problem) from problem
    with temporary_beside(path) as passing:
        passing.write_bytes(packed(law.files))
        put_in_place(passing, path, overwrite=True)
    return law
