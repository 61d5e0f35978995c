"""Making and opening registers: new, the example, a synthetic one, from JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from pathlib import Path

from ropa_app.domain.edits import created
from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.record import Record
from ropa_app.domain.steps import Step
from ropa_app.domain.values import RecordId
from ropa_app.exchange import json_format
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import DEFAULT, N_, Language
from ropa_app.services.clock import Clock, NewId, random_id, system_clock
from ropa_app.services.examples import velux_records
from ropa_app.services.law_data import kept
from ropa_app.services.session import OpenRegister
from ropa_app.services.synthetic import synthetic_records
from ropa_app.storage import versions
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.register_file import RegisterFile

_MONTHS_BETWEEN_REVIEWS = 12


def open_register(
    path: Path, author: str, *, read_only: bool = False, clock: Clock = system_clock
) -> OpenRegister:
    """Open a register, read-only if it must be; raise FileProblem where it cannot be opened."""
    return OpenRegister(RegisterFile.open(path, read_only=read_only, user=author), author, clock=clock)


def create_register(
    path: Path,
    name: str,
    author: str,
    *,
    language: Language = DEFAULT,
    overwrite: bool = False,
    clock: Clock = system_clock,
    new_id: NewId = random_id,
) -> Path:
    """Make an empty register of an organisation and return where it lies; raise FileProblem."""
    records = (
        Register(id=new_id(), language=language, review_months=_MONTHS_BETWEEN_REVIEWS),
        Organisation(id=new_id(), name=name, country="NO"),
        Statement(id=new_id()),
    )
    return _create(path, records, author, "new", {"name": name}, overwrite=overwrite, clock=clock)


def create_example(
    path: Path,
    author: str,
    *,
    overwrite: bool = False,
    clock: Clock = system_clock,
    new_id: NewId = random_id,
) -> Path:
    """Make the example register, that of VELUX Norge AS, and return where it lies; raise FileProblem."""
    records = velux_records(new_id)
    return _create(path, records, author, "example", {}, overwrite=overwrite, clock=clock)


def create_synthetic(
    path: Path,
    author: str,
    activities: int,
    seed: int,
    *,
    overwrite: bool = False,
    clock: Clock = system_clock,
    new_id: NewId = random_id,
) -> Path:
    """Make a believable register of any size and return where it lies; raise FileProblem."""
    records = synthetic_records(activities, seed, new_id)
    details = {"name": str(activities)}
    return _create(path, records, author, "synthetic", details, overwrite=overwrite, clock=clock)


def import_json(
    source: Path, path: Path, author: str, *, overwrite: bool = False, clock: Clock = system_clock
) -> Path:
    """Make a register of an exported JSON file and return where it lies; raise ImportProblem or FileProblem.

    Records, versions, law data and identity are those of the export; the history begins with the import.
    """
    imported = json_format.read(_text_of(source))
    contents = {one: versions.pack(content) for one, content in imported.versions.items()}
    details = {"name": source.name}
    law = kept(imported.law) if imported.law else None
    return _create(
        path, imported.records, author, "import", details, contents, law, overwrite=overwrite, clock=clock
    )


def _text_of(source: Path) -> str:
    try:
        if source.stat().st_size > json_format.MOST_BYTES:
            raise ImportProblem(N_("The file is too large to be a register."))
        return source.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ImportProblem(N_("The file {name} cannot be read."), name=source.name) from problem


def _create(
    path: Path,
    records: Iterable[Record],
    author: str,
    action: str,
    details: Mapping[str, str],
    contents: Mapping[RecordId, bytes] | None = None,
    law: LawPack | None = None,
    *,
    overwrite: bool,
    clock: Clock,
) -> Path:
    now = clock()
    step = Step(action, author, now.astimezone(UTC), now.date(), dict(details))
    return RegisterFile.create(
        path, step, list(map(created, records)), contents, law=law, overwrite=overwrite
    )
