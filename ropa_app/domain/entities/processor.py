"""The register as processor, Article 30(2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Audience, RecordId, Text
from ropa_app.i18n import N_

AUTHORITY = Audience.AUTHORITY


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorRecord(Record):
    """Processing on behalf of one controller, Article 30(2)."""

    KIND: ClassVar[str] = "processor_record"
    controller: RecordId | None = declare.ref(
        "party",
        N_("Controller"),
        N_(
            "Whoever you process data for. Enter the contacts on the party, including "
            "representative and data protection officer."
        ),
        letter="2a",
        audience=AUTHORITY,
        needed_by="Art. 30(2)(a); R-ORG-08",
    )
    categories: Text = declare.local_text(
        N_("Categories of processing"),
        N_("What you do for them, for example hosting and backup."),
        letter="2b",
        audience=AUTHORITY,
        needed_by="Art. 30(2)(b)",
    )
    sub_processors: tuple[RecordId, ...] = declare.refs(
        "party",
        N_("Sub-processors"),
        N_("Transfers follow from the places of processing entered for each of them."),
        letter="2c",
        audience=AUTHORITY,
        needed_by="Art. 28(4); 30(2)(c)",
    )
    measures: tuple[RecordId, ...] = declare.refs(
        "measure",
        N_("Security measures"),
        N_("Measures beyond those for the whole organisation."),
        letter="2d",
        audience=AUTHORITY,
        needed_by="Art. 30(2)(d)",
    )
    status: str = declare.code(
        "activity_status",
        N_("Status"),
        N_("Draft, in use or ended."),
        letter="2b",
        audience=AUTHORITY,
        needed_by="Art. 30(2)",
    )
