"""Security measures under Article 32, and the systems that hold the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.i18n import N_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A technical or organisational security measure, Article 32(1)."""

    KIND: ClassVar[str] = "measure"
    catalogue: str = declare.code(
        "measures",
        N_("Measure"),
        N_("Choose from the catalogue, or an own measure in the right group."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(g); 32; R-SEC-02..04",
    )
    name: Text = declare.local_line(
        N_("Own name"),
        N_("Empty means the name in the catalogue."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(g); col N",
    )
    description: Text = declare.local_text(
        N_("Description"),
        N_("In general terms, without details that could be misused."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(g)",
    )
    public_text: Text = declare.local_text(
        N_("Text in the statement"),
        N_("Empty means that the statement does not mention the measure."),
        letter="g",
        audience=PUBLIC,
        needed_by="Art. 13; section 10",
    )
    status: str = declare.code(
        "measure_status",
        N_("Status"),
        N_("Only measures that are in place count."),
        letter="g",
        audience=AUTHORITY,
        needed_by="R-SEC-01..04",
    )
    organisation_wide: Answer = declare.answer(
        N_("Organisation-wide?"),
        N_("Yes gives every activity the measure."),
        letter="g",
        audience=AUTHORITY,
        needed_by="R-SEC-01",
    )
    tested: date | None = declare.day(
        N_("Last tested"),
        N_("The day the measure was last tested or assessed."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 32(1)(d); R-SEC-04",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Record):
    """A system that holds the data."""

    KIND: ClassVar[str] = "system"
    name: str = declare.line(
        N_("System"),
        N_("The name you use yourselves."),
        audience=AUTHORITY,
        needed_by="col L",
    )
    provider: RecordId | None = declare.ref(
        "party",
        N_("Provider"),
        N_("Whoever runs the system. Empty means run by yourselves or not known."),
        audience=AUTHORITY,
        needed_by="col L; R-PRO-07",
    )
