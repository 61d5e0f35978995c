"""The form of an activity: the letters of Article 30(1) first, then what else is worth writing down."""

from __future__ import annotations

from typing import Final

from ropa_app.gui.forms.layout import Item, Layout, More, Panel, Part, Section
from ropa_app.i18n import N_, NC_

ACTIVITY: Final[Layout] = (
    Section("about", N_("The activity"), ("reference", "title", "area", "owner", "systems")),
    Section(
        "a",
        NC_("section", "Controller"),
        (Panel("controller"),),
        letter="a",
        word=NC_("jump", "Controller"),
        hint=N_("Whoever decides on purposes and means. Filled in once, on the page of the organisation."),
    ),
    Section(
        "b",
        N_("Purposes"),
        (Part("purpose", N_("Add purpose")),),
        letter="b",
        word=NC_("jump", "Purposes"),
        hint=N_(
            "What the data are used for, one purpose at a time, each with its own legal basis. Write so "
            "that a customer would understand it."
        ),
    ),
    Section(
        "c",
        N_("Data subjects and personal data"),
        (
            Part("data_line", N_("Add data line")),
            Part("source", N_("Add source"), titled=True),
            "art14_information",
        ),
        letter="c",
        word=NC_("jump", "Data"),
        hint=N_(
            "Whose data, and which. Each line says which people, which data and for which purposes, so "
            "that recipients and storage periods can point at it."
        ),
    ),
    Section(
        "d",
        N_("Recipients"),
        ("recipients_answer", Part("recipient", N_("Add recipient"))),
        letter="d",
        word=NC_("jump", "Recipients"),
        hint=N_(
            "Everybody who gets the data outside your own organisation: processors, public authorities, "
            "companies of the group. Name them where you can."
        ),
    ),
    Section(
        "e",
        N_("Transfers to third countries"),
        (Panel("transfers"),),
        letter="e",
        word=NC_("jump", "Transfers"),
        hint=N_(
            "Transfers follow from the recipients and systems and from where they process. The tool that "
            "makes a transfer lawful is recorded on the page of transfers."
        ),
    ),
    Section(
        "f",
        N_("Storage periods"),
        (Part("retention", N_("Add storage period")), More(("deletion_confirmed",))),
        letter="f",
        word=NC_("jump", "Erasure"),
        hint=N_("How long the data are kept, counted from when, and under which provision."),
    ),
    Section(
        "g",
        N_("Security measures"),
        (
            Part("measure_use", NC_("measures", "Choose a measure"), style="chips"),
            Panel("measures"),
            Panel("assess_activity"),
        ),
        letter="g",
        word=NC_("jump", "Security"),
        hint=N_("Measures for this activity. Those of the whole organisation apply without being repeated."),
    ),
    Section(
        "more",
        N_("Information and rights"),
        (
            "public",
            "provision",
            "provision_consequence",
            "automated",
            More(("automated_ground", "automated_logic", "children_note", "national_id_need", "portability")),
        ),
        word=NC_("jump", "More"),
    ),
    Section(
        "risk",
        N_("Risk"),
        ("dpia_art35", "dpia_list", "dpia_criteria", "high_risk", Panel("screening")),
        hint=N_(
            "Tick what applies. Whether a DPIA is required follows from it, and the assessment starts from "
            "here."
        ),
    ),
    Section("trackers", N_("Cookies and tracking"), (Part("tracker", N_("Add tracker")),)),
    Section("state", N_("Follow-up"), ("status", "since", "last_reviewed", "topics")),
)

PURPOSE: Final[tuple[Item, ...]] = (
    "text",
    "art6",
    "interest",
    "consent",
    Panel("assess_purpose"),
    More(
        (
            "law_reference",
            "art9_10",
            "further_use",
            "marketing_channels",
            "marketing_ground",
            "customer_conditions",
            "suppression",
        )
    ),
)
DATA_LINE: Final[tuple[Item, ...]] = (
    "subjects",
    "categories",
    "purposes",
    More(("subjects_note", "categories_note")),
)
SOURCE: Final[tuple[Item, ...]] = ("origin", "party", "lines", "note")
RECIPIENT: Final[tuple[Item, ...]] = (
    "party",
    "category",
    "role",
    "purpose",
    "lines",
    "all_lines",
    More(("own_marketing", "arrangement")),
)
RETENTION: Final[tuple[Item, ...]] = (
    "lines",
    "period",
    "start",
    "criteria",
    More(("purpose", "law_reference", "method", "reason")),
)
TRACKER: Final[tuple[Item, ...]] = (
    "name",
    "provider",
    "category",
    "purpose",
    "duration",
    "consent_way",
    More(("called_anonymous",)),
)
MEASURE_USE: Final[tuple[Item, ...]] = ("measure",)
