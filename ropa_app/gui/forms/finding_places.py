"""Where a finding that concerns no one field stands in a form: the section its family of rules belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.layout import Layout, fields_of
from ropa_app.legal.checks import Finding, rules

_BY_FAMILY: Final[Mapping[str, str]] = {
    "PUR": "b",
    "LB": "b",
    "MKT": "b",
    "CAT": "c",
    "SC": "c",
    "SRC": "c",
    "REC": "d",
    "TRA": "e",
    "RET": "f",
    "SEC": "g",
    "STM": "more",
    "RGT": "more",
    "DPI": "risk",
    "COO": "trackers",
    "REV": "state",
    "PRO": "agreements",
}
#: Rules whose section is not that of their family.
_BY_RULE: Final[Mapping[str, str]] = {"R-PRO-05": "places", "R-PRO-07": "about"}
_ORDER: Final = ("error", "warning", "info")


def section_of(layout: Layout, one: Finding) -> str:
    """Return the key of the section that has the field of a finding, or that its rule belongs to.

    It is the first one for what no rule has found.
    """
    keys = [section.key for section in layout]
    holding = (section.key for section in layout if one.field and one.field in fields_of(section.items))
    family = rules()[one.rule].family if one.rule else ""
    meant = _BY_RULE.get(one.rule) or _BY_FAMILY.get(family, "")
    return next(holding, meant if meant in keys else keys[0])


def severity_place(one: Judged) -> int:
    """Return 0 for an error, 1 for a warning, 2 for advice."""
    return _ORDER.index(one.rule.severity.value)
