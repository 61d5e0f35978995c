"""The kinds of records: which there are, how they hang together, how one is called, where it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ropa_app.domain.declare import Spec, specs
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention, Tracker
from ropa_app.domain.entities.assessments import Assessment, Consent, Risk
from ropa_app.domain.entities.organisation import Contact, Organisation, Register
from ropa_app.domain.entities.parties import Agreement, Arrangement, FollowUp, Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.reviews import Acceptance, Remark, Review, Version
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.entities.statements import (
    Promise,
    PublishedItem,
    PublishedStatement,
    Statement,
    StatementText,
)
from ropa_app.domain.record import Record
from ropa_app.i18n import N_, NC_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    `parent` is the kind that owns it ("" if none); `many` is false for the kinds that occur once; `reference`
    is the template of how a record is called for people; `label` and `plural` are marked texts; `page` is the
    page of the window where it is edited.
    """

    entity: type[Record]
    label: str
    plural: str
    page: str
    reference: str
    parent: str = ""
    many: bool = True

    @property
    def name(self) -> str:
        """Return the stable name of the kind."""
        return self.entity.KIND

    @property
    def is_positioned(self) -> bool:
        """Tell whether records of this kind have a position among their siblings."""
        return bool(self.parent) or "{position}" in self.reference


_ALL = (
    Kind(Organisation, N_("Organisation"), N_("Organisation"), "organisation", "organisation", many=False),
    Kind(Contact, N_("Contact"), N_("Contacts"), "organisation", "{name}"),
    Kind(Party, N_("Party"), N_("Processors and recipients"), "parties", "{name}"),
    Kind(
        Place,
        N_("Place of processing"),
        N_("Places of processing"),
        "parties",
        "{party}/S{position}",
        parent="party",
    ),
    Kind(
        TransferTool,
        N_("Transfer tool"),
        N_("Transfer tools"),
        "transfers",
        "{place}/G{position}",
        parent="place",
    ),
    Kind(
        Activity,
        NC_("kind.activity", "Processing activity"),
        NC_("kinds.activity", "Processing activities"),
        "activities",
        "{reference}",
    ),
    Kind(Purpose, N_("Purpose"), N_("Purposes"), "activities", "{activity}/P{position}", parent="activity"),
    Kind(
        DataLine, N_("Data line"), N_("Data lines"), "activities", "{activity}/D{position}", parent="activity"
    ),
    Kind(Source, N_("Source"), N_("Sources"), "activities", "{activity}/K{position}", parent="activity"),
    Kind(
        Recipient,
        N_("Recipient"),
        N_("Recipients"),
        "activities",
        "{activity}/M{position}",
        parent="activity",
    ),
    Kind(
        Retention,
        N_("Retention rule"),
        N_("Retention rules"),
        "activities",
        "{activity}/F{position}",
        parent="activity",
    ),
    Kind(Measure, N_("Security measure"), N_("Security measures"), "measures", "T{position}"),
    Kind(
        MeasureUse,
        N_("Use of a measure"),
        N_("Uses of measures"),
        "activities",
        "{activity}/T{position}",
        parent="activity",
    ),
    Kind(System, N_("System"), N_("Systems"), "systems", "{name}"),
    Kind(Tracker, N_("Tracker"), N_("Trackers"), "activities", "{activity}/C{position}", parent="activity"),
    Kind(Agreement, N_("Processor agreement"), N_("Processor agreements"), "parties", "A{position}"),
    Kind(
        FollowUp, N_("Follow-up"), N_("Follow-ups"), "parties", "{agreement}/O{position}", parent="agreement"
    ),
    Kind(
        Arrangement,
        N_("Joint-controller arrangement"),
        N_("Joint-controller arrangements"),
        "parties",
        "J{position}",
    ),
    Kind(Consent, N_("Consent mechanism"), N_("Consent mechanisms"), "assessments", "{name}"),
    Kind(Assessment, N_("Assessment"), N_("Assessments"), "assessments", "V{position}"),
    Kind(Risk, N_("Risk"), N_("Risks"), "assessments", "{assessment}/R{position}", parent="assessment"),
    Kind(ProcessorRecord, N_("Processing for others"), N_("As a processor"), "processor", "B{position}"),
    Kind(
        PublishedStatement, N_("Published statement"), N_("Published statements"), "statement", "{published}"
    ),
    Kind(
        PublishedItem,
        N_("Item read"),
        N_("Items read"),
        "statement",
        "{statement}/I{position}",
        parent="published_statement",
    ),
    Kind(
        Promise,
        N_("Promise"),
        N_("Promises"),
        "statement",
        "{statement}/L{position}",
        parent="published_statement",
    ),
    Kind(StatementText, N_("Own paragraph"), N_("Own paragraphs"), "statement", "{section}"),
    Kind(Statement, N_("The statement"), N_("The statement"), "statement", "statement", many=False),
    Kind(Version, N_("Version"), N_("Versions"), "versions", "{number}"),
    Kind(Review, N_("Review"), N_("Reviews"), "versions", "R{position}"),
    Kind(Remark, N_("Remark"), N_("Remarks"), "versions", "N{position}"),
    Kind(Acceptance, N_("Accepted finding"), N_("Accepted findings"), "checks", "{rule}/{about}"),
    Kind(Register, N_("The register"), N_("The register"), "organisation", "register", many=False),
)
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.name: kind for kind in _ALL})
ENTITIES: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {name: kind.entity for name, kind in KINDS.items()}
)
SPECS: Final[Mapping[str, Mapping[str, Spec]]] = MappingProxyType(
    {name: MappingProxyType(specs(entity)) for name, entity in ENTITIES.items()}
)
OWNED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: tuple(child.name for child in _ALL if child.parent == name) for name in KINDS}
)


def parent_field(kind: str) -> str | None:
    """Return the name of the field that holds the owner of a record of this kind, None if it has none."""
    owner = KINDS[kind].parent
    return (owner and next(n for n, s in SPECS[kind].items() if s.type.value == "parent")) or None
