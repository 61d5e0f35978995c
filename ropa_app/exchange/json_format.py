"""A register as JSON: its present state, its versions and its identity, but not its history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ropa_app.domain.kinds import KINDS
from ropa_app.domain.plain import NotARecord, from_plain, to_plain
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.exchange.json_checks import refuse_incoherent
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import N_
from ropa_app.legal import LawData, LawDataError, law_from

FORMAT: Final = "ropa-register"
SCHEMA: Final = 2
#: Schema 1 had no law data; its records and versions are those of today.
_KNOWN: Final = (1, SCHEMA)
MOST_BYTES: Final = 1 << 30
_KEYS: Final = frozenset({"format", "schema", "records", "versions", "law"})


@dataclass(frozen=True, slots=True)
class Imported:
    """What a JSON file holds: records, the plain content of the versions among them, loaded law data.

    `law` is None where nobody had loaded any.
    """

    records: tuple[Record, ...]
    versions: Mapping[RecordId, Mapping[str, Any]]
    law: LawData | None


def written(
    records: Records, versions: Mapping[RecordId, Mapping[str, Any]], law: Mapping[str, str] | None = None
) -> str:
    """Return a register as JSON text; the same state gives the same bytes.

    `versions` holds the plain content of each version by the id of its record, `law` the texts of the files
    of loaded law data.
    """
    order = {kind: place for place, kind in enumerate(KINDS)}
    plain = sorted(map(to_plain, records.all()), key=lambda one: (order[one["kind"]], one["id"]))
    document = {"format": FORMAT, "schema": SCHEMA, "records": plain, "versions": dict(versions)}
    document |= {"law": dict(law)} if law else {}
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def read(text: str) -> Imported:
    """Read a register from JSON text, everything in it checked; raise ImportProblem."""
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise ImportProblem(N_("The file is not JSON that can be read.")) from problem
    if not isinstance(document, dict) or document.get("format") != FORMAT or document.keys() - _KEYS:
        raise ImportProblem(N_("The file is not a register that this program has exported."))
    if document.get("schema") not in _KNOWN:
        raise ImportProblem(N_("The file was exported by another version of the program."))
    records = _records(document.get("records"))
    refuse_incoherent(records)
    return Imported(records, _versions(document.get("versions"), records), _law(document.get("law")))


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def _records(plain: Any) -> tuple[Record, ...]:
    if not isinstance(plain, list):
        raise ImportProblem(N_("The file holds no records."))
    return tuple(_record(one) for one in plain)


def _record(plain: Any) -> Record:
    try:
        return from_plain(plain)
    except NotARecord as problem:
        raise ImportProblem(
            N_("A record in the file cannot be read: {where}."), where=problem.where
        ) from problem


def _law(plain: Any) -> LawData | None:
    if plain is None:
        return None
    if not isinstance(plain, dict) or not all(isinstance(text, str) for text in plain.values()):
        raise ImportProblem(N_("The law data in the file cannot be read."))
    try:
        return law_from({file: text.encode() for file, text in plain.items()})
    except (LawDataError, UnicodeEncodeError) as problem:
        raise ImportProblem(N_("The law data in the file cannot be used: {why}."), why=problem) from problem


def _versions(plain: Any, records: Iterable[Record]) -> dict[RecordId, Mapping[str, Any]]:
    ids = {record.id for record in records if record.KIND == "version"}
    if not isinstance(plain, dict) or plain.keys() != ids:
        raise ImportProblem(N_("The file does not hold the content of each approved version."))
    return {RecordId(one): _version(content) for one, content in plain.items()}


def _version(content: Any) -> Mapping[str, Any]:
    known = isinstance(content, dict) and content.keys() == {"schema", "records", "law"}
    if not known or content["schema"] not in _KNOWN or not isinstance(content["law"], dict):
        raise ImportProblem(N_("The content of an approved version in the file cannot be read."))
    refuse_incoherent(_records(content["records"]))
    found: Mapping[str, Any] = content
    return found
