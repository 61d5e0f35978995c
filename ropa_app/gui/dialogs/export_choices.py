"""What is remembered of a register's exports from one time to the next, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, cast, get_args

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import part_names
from ropa_app.gui.orders import StatementForm
from ropa_app.gui.settings import Settings
from ropa_app.i18n import Language, as_language

#: A longer choice of activities is not remembered: the settings are read whenever the program starts.
MOST_ACTIVITIES: Final = 1000
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What was chosen last; None where nothing was.

    `parts` and `internal_parts` are the codes of the parts of the authority's document and of the internal
    copy: what one adds for oneself does not slip into what is handed over.
    """

    internal: bool = False
    language: Language | None = None
    wide: bool = False
    parts: frozenset[str] | None = None
    internal_parts: frozenset[str] | None = None
    activities: tuple[RecordId, ...] | None = None
    statement_language: Language | None = None
    form: StatementForm = "pdf"


def written(choices: ExportChoices, parts: frozenset[str]) -> str:
    """Return choices as a line of text; `parts` are the codes of the parts there are to choose from."""
    plain = {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in asdict(choices).items()
    }
    if choices.activities is not None and len(choices.activities) > MOST_ACTIVITIES:
        plain["activities"] = None
    return json.dumps({"format": _FORMAT, "of": sorted(parts), **plain})


def read(text: str, parts: frozenset[str]) -> ExportChoices:
    """Return choices that were written; what is damaged reads as not chosen.

    So does a choice of parts where there are others now: nothing new shall be missing unasked.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return ExportChoices()
    if not isinstance(plain, dict) or plain.get("format") != _FORMAT:
        return ExportChoices()
    current = _codes(plain, "of", parts) == parts
    form = plain.get("form")
    return ExportChoices(
        internal=plain.get("internal") is True,
        language=_language(plain, "language"),
        wide=plain.get("wide") is True,
        parts=_codes(plain, "parts", parts) if current else None,
        internal_parts=_codes(plain, "internal_parts", parts) if current else None,
        activities=_activities(plain.get("activities")),
        statement_language=_language(plain, "statement_language"),
        form=cast(StatementForm, form) if form in get_args(StatementForm) else "pdf",
    )


def _language(plain: Mapping[str, Any], name: str) -> Language | None:
    value = plain.get(name)
    return as_language(value) if isinstance(value, str) else None


def _codes(plain: Mapping[str, Any], name: str, parts: frozenset[str]) -> frozenset[str] | None:
    """Return a choice of parts, None where it is none or names a part that there is no more."""
    value = plain.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        return None
    return frozenset(value) if parts.issuperset(value) else None


def _activities(value: object) -> tuple[RecordId, ...] | None:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_ACTIVITIES:
        return None
    return tuple(map(RecordId, value)) if all(isinstance(one, str) for one in value) else None


def remembered(document: RegisterDocument, settings: Settings) -> ExportChoices:
    """Return what was chosen in the last export of a register."""
    return read(settings.export_choices(_identity(document)), frozenset(part_names()))


def remember(document: RegisterDocument, settings: Settings, choices: ExportChoices) -> None:
    """Keep what was chosen for the next export of a register, and of its copies."""
    if identity := _identity(document):
        settings.keep_export_choices(identity, written(choices, frozenset(part_names())))


def _identity(document: RegisterDocument) -> str:
    register = document.records.one("register")
    return register.id if register is not None else ""
