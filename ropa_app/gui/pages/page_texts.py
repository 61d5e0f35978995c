"""What the pages are called and say while they are empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ropa_app.i18n import N_, NC_


class PageTexts(NamedTuple):
    """Marked texts of a page: its row in the sidebar, its title, its search, and what it says while empty."""

    drawing: str
    label: str
    title: str
    search: str = ""
    empty: str = ""
    advice: str = ""


PAGE_TEXTS: Final[Mapping[str, PageTexts]] = {
    "checks": PageTexts("clipboard-check", N_("Checks"), N_("Checks")),
    "organisation": PageTexts("building-2", N_("Organisation"), N_("Organisation")),
    "activities": PageTexts(
        "list-checks",
        NC_("sidebar", "Activities"),
        NC_("kinds.activity", "Processing activities"),
        N_("Search the activities"),
        N_("No processing activities yet"),
        N_("Write down each thing you use personal data for, such as payroll, newsletters or support."),
    ),
    "parties": PageTexts(
        "handshake",
        NC_("sidebar", "Processors"),
        N_("Processors and recipients"),
        N_("Search the parties"),
        N_("No processors or recipients yet"),
        N_(
            "Record each organisation once and use it in as many activities as you like. Agreement, country "
            "and contact then stand in one place."
        ),
    ),
    "transfers": PageTexts(
        "globe",
        NC_("sidebar", "Transfers"),
        NC_("page", "Transfers"),
        N_("Search the transfers"),
        N_("No transfers out of the EEA"),
        N_(
            "A transfer appears here when a party that is used has a place of processing outside the EEA, "
            "or is an international organisation."
        ),
    ),
    "measures": PageTexts(
        "shield-check",
        N_("Security measures"),
        N_("Security measures"),
        N_("Search the measures"),
        N_("No security measures yet"),
        N_("Record how the data are protected. A measure can apply to the whole organisation."),
    ),
    "systems": PageTexts(
        "server",
        N_("Systems"),
        N_("Systems"),
        N_("Search the systems"),
        N_("No systems yet"),
        N_("Record the systems that hold personal data, and who provides them."),
    ),
    "assessments": PageTexts(
        "scale",
        N_("Assessments"),
        N_("Assessments"),
        N_("Search the assessments"),
        N_("No assessments yet"),
        N_("Record balancing tests, impact assessments and assessments of transfers."),
    ),
    "processor": PageTexts(
        "square-stack",
        N_("As a processor"),
        N_("As a processor"),
        N_("Search the processing for others"),
        N_("No processing for others yet"),
        N_("Record here what you do with personal data on behalf of others, Article 30(2)."),
    ),
    "statement": PageTexts("file-text", N_("Privacy statement"), N_("Privacy statement")),
    "versions": PageTexts("history", NC_("sidebar", "Versions"), N_("Versions and review")),
}
#: The kinds a page lists; of several, the user chooses one above the list.
LISTED: Final[Mapping[str, tuple[str, ...]]] = {
    "activities": ("activity",),
    "parties": ("party", "agreement", "arrangement"),
    "transfers": ("transfers",),
    "measures": ("measure",),
    "systems": ("system",),
    "assessments": ("assessment", "consent"),
    "processor": ("processor_record",),
}
#: The short names of the kinds in that choice.
SHORT_NAMES: Final[Mapping[str, str]] = {
    "party": NC_("segment", "Parties"),
    "agreement": NC_("segment", "Agreements"),
    "arrangement": NC_("segment", "Arrangements"),
    "assessment": NC_("segment", "Assessments"),
    "consent": NC_("segment", "Consents"),
}
REGISTER_PAGES: Final = (
    "organisation",
    "activities",
    "parties",
    "transfers",
    "measures",
    "systems",
    "assessments",
    "processor",
)
DOCUMENT_PAGES: Final = ("statement", "versions")
WHOLE_PAGES: Final = ("checks",)
ALL_PAGES: Final = (*WHOLE_PAGES, *REGISTER_PAGES, *DOCUMENT_PAGES)
