"""The label of a step in any language: for the Edit menu, the list of versions and the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.steps import Step
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.reports.edition import day_text

_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "create": NC_("step", "Add {kind} {name}"),
        "change": NC_("step", "Change “{field}” in {name}"),
        "delete": NC_("step", "Delete {kind} {name}"),
        "duplicate": NC_("step", "Duplicate {kind} {name}"),
        "link": NC_("step", "Link {name}"),
        "move": NC_("step", "Move {kind} {name}"),
        "approve": NC_("step", "Approve version {name}"),
        "publish": NC_("step", "Publish the statement of {name}"),
        "example": NC_("step", "Make the example register"),
        "synthetic": NC_("step", "Make a synthetic register of {name} activities"),
        "import": NC_("step", "Import the register from {name}"),
        "law_data": NC_("step", "Load the law data verified on {name}"),
        "new": NC_("step", "Make the register of {name}"),
    }
)
_DAYS: Final = frozenset({"publish", "law_data"})
_AGAIN: Final[Mapping[str, str]] = MappingProxyType({"undo": N_("Undo: {what}"), "redo": N_("Redo: {what}")})


def step_text(step: Step, t: Translator) -> str:
    """Return what a step did, as a short phrase such as “Endre formål i 1.3/P2”."""
    if step.action in _AGAIN:
        return t.marked(_AGAIN[step.action], what=_label(step.details.get("action", ""), step.details, t))
    return _label(step.action, step.details, t)


def undo_text(step: Step, t: Translator) -> str:
    """Return what undoing or redoing this step concerns, without the words undo and redo."""
    action = step.details.get("action", step.action) if step.action in _AGAIN else step.action
    return _label(action, step.details, t)


def _label(action: str, details: Mapping[str, str], t: Translator) -> str:
    kind, field = details.get("kind", ""), details.get("field", "")
    spec = SPECS.get(kind, {}).get(field)
    values = {
        "name": _name(action, details, t),
        "kind": t.marked(KINDS[kind].label).lower() if kind in KINDS else "",
        "field": t.marked(spec.label) if spec else field,
    }
    reason = details.get("reason", "")
    label = " ".join(t.marked(_LABELS.get(action, N_("Change {name}")), **values).split())
    return f"{label} ({reason})" if reason else label


def _name(action: str, details: Mapping[str, str], t: Translator) -> str:
    """Return the name that a step is about; that of a publication and of law data is a day."""
    name = details.get("name", "")
    return day_text(date.fromisoformat(name), t.language) if action in _DAYS and name else name
