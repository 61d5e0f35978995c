"""What the families of rules are called, in their order; the family of R-LB-01 is LB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ropa_app.i18n import NC_

FAMILIES: Final[Mapping[str, str]] = {
    "ORG": NC_("family", "The organisation"),
    "PUR": NC_("family", "Purposes"),
    "CAT": NC_("family", "Data subjects and data"),
    "LB": NC_("family", "Legal bases"),
    "SC": NC_("family", "Special categories"),
    "SRC": NC_("family", "Sources"),
    "REC": NC_("family", "Recipients"),
    "PRO": NC_("family", "Processors"),
    "TRA": NC_("family", "Transfers"),
    "RET": NC_("family", "Retention"),
    "SEC": NC_("family", "Security"),
    "DPI": NC_("family", "Impact assessments and automated decisions"),
    "MKT": NC_("family", "Marketing"),
    "COO": NC_("family", "Cookies"),
    "HR": NC_("family", "Staff"),
    "STM": NC_("family", "The statement"),
    "REV": NC_("family", "Review"),
    "LNG": NC_("family", "Languages"),
    "RGT": NC_("family", "Rights"),
}
