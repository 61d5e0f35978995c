"""The layouts of all kinds: forms of records that stand for themselves, bodies of cards for the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ropa_app.domain.record import Record
from ropa_app.gui.forms import activity_layout
from ropa_app.gui.forms.assessment_layout import ASSESSMENTS
from ropa_app.gui.forms.layout import Item, Layout, More, Panel, Part, Section
from ropa_app.i18n import N_, NC_

ORGANISATION: Final[Layout] = (
    Section(
        "a",
        NC_("section", "Controller"),
        ("name", "org_number", "country", "postal_address", "visiting_address", "email", "phone",
         "parent_company"),
        letter="a",
        word=NC_("jump", "Controller"),
        hint=N_("The organisation that decides on purposes and means, as the authority shall find it."),
    ),
    Section(
        "contacts",
        N_("Data protection officer and contacts"),
        ("dpo_appointed", "dpo_assessed", Part("contact", N_("Add contact"), via="party")),
        letter="a",
        word=NC_("jump", "Contacts"),
        hint=N_("Who answers questions on data protection, for people and for the authority."),
    ),
    Section(
        "duties",
        N_("Size and duties"),
        ("public_authority", "employees", "record_waived", "acts_as_processor"),
        word=NC_("jump", "Duties"),
    ),
    Section("register", N_("The register"), (Panel("register"),), word=NC_("jump", "The register")),
)  # fmt: skip
REGISTER: Final[Layout] = (Section("register", N_("The register"), ("language", "review_months")),)
PARTY: Final[Layout] = (
    Section("about", N_("Who it is"), ("name", "printed_name", "category"), letter="d"),
    Section(
        "places",
        N_("Places of processing"),
        (Part("place", N_("Add place")), "sub_processors", "remote_access", "parent_country"),
        letter="e",
        hint=N_("Where the data lie or can be read. A place outside the EEA makes a transfer appear."),
    ),
    Section("agreements", N_("Processor agreements"), (Part("agreement", N_("Add agreement"), via="party"),)),
    Section(
        "arrangements",
        N_("Joint-controller arrangements"),
        (Part("arrangement", N_("Add arrangement"), via="parties"),),
    ),
    Section("contacts", N_("Contacts"), (Part("contact", N_("Add contact"), via="party"),)),
)
AGREEMENT_FIELDS: Final[tuple[Item, ...]] = (
    "document", "status", "signed", "until", "regime", Panel("art28", ("covers", "lacks")),
    Part("follow_up", N_("Add follow-up")),
)  # fmt: skip
AGREEMENT: Final[Layout] = (
    Section("about", N_("The agreement"), ("party", "document", "status", "signed", "until"), letter="d"),
    Section("content", N_("What it covers"), (Panel("art28", ("covers", "lacks")), "regime")),
    Section("follow_up", N_("Follow-up"), (Part("follow_up", N_("Add follow-up")),)),
)
ARRANGEMENT: Final[Layout] = (
    Section("about", N_("The arrangement"), ("parties", "status", "tasks", "essence"), letter="a"),
)
MEASURE: Final[Layout] = (
    Section(
        "about",
        N_("The measure"),
        ("catalogue", "name", "description", "status", "organisation_wide", "tested", "public_text"),
        letter="g",
    ),
    Section("uses", N_("Used in"), (Panel("uses"),)),
)
SYSTEM: Final[Layout] = (
    Section("about", N_("The system"), ("name", "provider")),
    Section("uses", N_("Used in"), (Panel("uses"),)),
)
CONSENT: Final[Layout] = (
    Section("about", N_("The consent"), ("name", "text", "active", "evidence", "withdrawal")),
    Section("uses", N_("Used in"), (Panel("uses"),)),
)
PROCESSOR_RECORD: Final[Layout] = (
    Section("a", N_("On whose behalf"), ("controller", "status"), letter="a"),
    Section("b", N_("Categories of processing"), ("categories",), letter="b"),
    Section("c", N_("Sub-processors and transfers"), ("sub_processors",), letter="c"),
    Section("d", N_("Security measures"), ("measures",), letter="d"),
)
TRANSFER: Final[Layout] = (
    Section("transfer", N_("The transfer"), (Panel("transfer"),), letter="e"),
    Section(
        "tools",
        N_("Transfer tools"),
        (Part("transfer_tool", N_("Add transfer tool")),),
        letter="e",
        hint=N_("What makes the transfer lawful: one tool in each entry, with its dates."),
    ),
    Section("place", N_("The place"), ("role", "country", "outside_eea", "operator")),
)
PUBLISHED: Final[Layout] = (
    Section("about", N_("The published statement"), ("published", "place")),
    Section(
        "content",
        N_("What it says"),
        ("recipients_named", "rights", "rights_channels", "reply_days", "complaint_channels", "changes"),
    ),
    Section("items", N_("Items read"), (Part("published_item", N_("Add item")),)),
    Section("promises", N_("Promises"), (Part("promise", N_("Add promise")),)),
    Section("terms", N_("Wording"), ("terms", "phrases")),
)
STATEMENT: Final[Layout] = (
    Section("about", N_("The statement"), ("effective", "rights_how", "copy_how", "changes_how")),
)
STATEMENT_TEXT: Final[Layout] = (Section("about", N_("Own paragraph"), ("section", "text")),)
REVIEW: Final[Layout] = (
    Section("about", N_("The review"), ("reviewer", "due", "sent", "version", "scope", "internal_fields")),
)
REMARK: Final[Layout] = (
    Section("about", N_("The remark"), ("review", "what", "about", "section", "author", "day", "text")),
    Section(
        "state",
        N_("State"),
        ("state", "state_reason", More(("answers", "field", "language", "proposed", "version"))),
    ),
)
ACCEPTANCE: Final[Layout] = (
    Section(
        "about",
        N_("The accepted finding"),
        ("rule", "about", "reason", "declared", "accepted_by", "day", "until"),
    ),
)
#: The forms of the records that are shown for themselves; a transfer is edited at its place.
FORMS: Final[Mapping[str, Layout]] = {
    "organisation": ORGANISATION,
    "register": REGISTER,
    "activity": activity_layout.ACTIVITY,
    "party": PARTY,
    "agreement": AGREEMENT,
    "arrangement": ARRANGEMENT,
    "place": TRANSFER,
    "measure": MEASURE,
    "system": SYSTEM,
    "assessment": ASSESSMENTS[""],
    "consent": CONSENT,
    "processor_record": PROCESSOR_RECORD,
    "published_statement": PUBLISHED,
    "statement": STATEMENT,
    "statement_text": STATEMENT_TEXT,
    "review": REVIEW,
    "remark": REMARK,
    "acceptance": ACCEPTANCE,
}
#: The kinds whose form follows one of their fields: that field, and a layout for each of its values.
VARIANTS: Final[Mapping[str, tuple[str, Mapping[str, Layout]]]] = {"assessment": ("method", ASSESSMENTS)}
#: What stands in an open card.
CARDS: Final[Mapping[str, tuple[Item, ...]]] = {
    "purpose": activity_layout.PURPOSE,
    "data_line": activity_layout.DATA_LINE,
    "source": activity_layout.SOURCE,
    "recipient": activity_layout.RECIPIENT,
    "retention": activity_layout.RETENTION,
    "tracker": activity_layout.TRACKER,
    "measure_use": activity_layout.MEASURE_USE,
    "contact": ("role", "party", "name", "email", "phone", "address"),
    "place": ("role", "country", "outside_eea", "operator", Part("transfer_tool", N_("Add transfer tool"))),
    "transfer_tool": (
        "tool", "signed", "document", "activities", "tia", Panel("assess_tool"),
        More(("ended", "scope_confirmed", "dpf_status", "dpf_data", "dpf_checked", "repeated", "safeguards",
              "authority_notified")),
    ),
    "agreement": AGREEMENT_FIELDS,
    "arrangement": ("parties", "status", "tasks", "essence"),
    "follow_up": ("day", "note"),
    "risk": ("description", "likelihood", "consequence", "measures", "likelihood_after", "consequence_after"),
    "published_item": ("item", "said", "section", "activities"),
    "promise": ("promise", "section"),
}  # fmt: skip
#: Set by the program and shown, never filled in.
SET_BY_PROGRAM: Final = frozenset({("review", "base_sequence"), ("remark", "base"), ("acceptance", "digest")})


def variant_of(record: Record) -> str:
    """Return which form of its kind a record has: the value that the form follows, empty where it has one."""
    field, layouts = VARIANTS.get(record.KIND, ("", {}))
    value = str(getattr(record, field)) if field else ""
    return value if value in layouts else ""


def layout_of(kind: str, variant: str = "") -> Layout:
    """Return the layout of a form; raise KeyError for a variant that its kind does not have."""
    return VARIANTS[kind][1][variant] if variant else FORMS[kind]
