"""A register with an assessment of every kind, one of each complete, and some that are only begun."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.reviews import Acceptance, Remark
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.assessment_report import assessment_report
from ropa_app.reports.page_model import Document
from tests.reports import scenes
from tests.reports.scenes import edition, owned

MADE = date(2026, 3, 2)
REVIEW = date(2027, 3, 2)
PLACES = tuple(range(1, 9))


def _id(name: str) -> RecordId:
    return RecordId(name)


def _assessment(position: int, method: str, outcome: str, **values: Any) -> Assessment:
    standing: dict[str, Any] = {"day": MADE, "author": "Kari Nordmann, jurist", "next_review": REVIEW}
    if not outcome:
        standing = {}
    made = standing | values
    return Assessment(
        id=_id(f"assessment-{position}"), position=position, method=method, outcome=outcome, **made
    )


def _lia() -> list[Record]:
    return [
        _assessment(
            1,
            "lia",
            "ok_with_measures",
            purposes=(_id("purpose-1-1"), _id("purpose-2-1")),
            description="Virksomheten vil følge opp kunder som har handlet før. Interessen er lovlig.",
            necessity="Uten navn og adresse går det ikke.\nMindre inngripende midler finnes ikke.",
            balance="Kunden venter oppfølging etter et kjøp. Opplysningene er få og ikke følsomme.",
            safeguards="Reservasjon i hver henvendelse, sletting etter to år.",
            reasons="Interessen veier tyngre så lenge reservasjonen er enkel.",
        )
    ]


def _dpia() -> list[Record]:
    one = _assessment(
        2,
        "dpia",
        "ok_with_measures",
        activities=(_id("activity-2"),),
        description="Kameraer ved to innganger filmer ansatte og besøkende. Opptak lagres i sju dager.",
        necessity="Vakthold alene har ikke stanset tyveriene. Kameraene dekker bare inngangene.",
        risks="Opptak kan komme på avveie, eller brukes til å følge med på ansatte.",
        safeguards="Kryptert lagring, to personer ved innsyn, skilting.",
        dpo_advice="Ombudet ber om skilt på to språk. Rådet er fulgt.",
        residual_risk="high",
        reasons="Kameraene trengs til inngangene er bygd om.",
    )
    risks = [
        ("Uvedkommende ser opptak", "high", "very_high", "low", "high"),
        ("Ansatte føler seg overvåket", "moderate", "high", "moderate", "moderate"),
        ("Opptak lagres for lenge", "moderate", "high", "low", "moderate"),
        ("Kameraet filmer fortauet", "", "moderate", "", ""),
    ]
    made: list[Record] = [one]
    for number, (text, *levels) in enumerate(risks, 1):
        likely, grave, likely_after, grave_after = levels
        made.append(
            Risk(
                id=_id(f"risk-{number}"),
                position=number,
                assessment=one.id,
                description=text,
                likelihood=likely,
                consequence=grave,
                measures=(_id("measure-1"), _id("measure-2"))[: number - 1],
                likelihood_after=likely_after,
                consequence_after=grave_after,
            )
        )
    return made


def _tia() -> list[Record]:
    one = _assessment(
        3,
        "tia",
        "ok",
        activities=(_id("activity-1"),),
        description="Kundelisten sendes til leverandøren av utsendelser. Underleverandører får den ikke.",
        risks="FISA 702 gjelder leverandøren. Den har ikke fått noe pålegg de siste fem årene.",
        safeguards="Listen er kryptert, og nøklene ligger i Norge. Avtalen krever varsel om pålegg.",
        reasons="Tiltakene gir et vern som i det vesentlige er likt.",
    )
    party = Party(id=_id("party"), name="Outer Cloud Inc.", category="supplier")
    place = Place(id=_id("place"), position=1, party=party.id, role="own", country="US")
    tool = TransferTool(
        id=_id("tool"), position=1, place=place.id, tool="scc-2021-m2", signed=date(2025, 1, 7),
        document="Avtale 2025/7", scope_confirmed=Answer.YES, tia=one.id,
    )  # fmt: skip
    used = owned(Recipient, party=party.id, role="processor", all_lines=Answer.YES)
    return [one, party, place, tool, used]


def _others() -> list[Record]:
    return [
        _assessment(
            4,
            "compatibility",
            "not_ok",
            purposes=(_id("purpose-1-1"),),
            description="Kundelisten skal brukes til forskning. Den ble samlet inn for salg.",
            risks="Kunder kan bli kjent igjen i funnene.",
            reasons="Formålene er for ulike.",
            balance="Dette feltet hører til en interesseavveining.",
        ),
        _assessment(
            5,
            "risk",
            "ok",
            activities=(_id("activity-1"), _id("activity-2")),
            description="Tilgang, sikkerhetskopi og kryptering av kundesystemet.",
            risks="Tap av tilgjengelighet ved brann.",
            safeguards="Kopi på et annet sted, prøvd hvert halvår.",
            residual_risk="low",
        ),
        _assessment(6, "dpia", "not_required", day=MADE, activities=(_id("activity-1"),)),
        _assessment(7, "lia", ""),
        _assessment(8, "", "", description="Noen har begynt."),
        Remark(id=_id("remark"), about=_id("assessment-2"), author="Ola", text="Sjekk skiltene igjen."),
        Acceptance(
            id=_id("acceptance"), rule="R-DPI-04", about=_id("assessment-2"), reason="Brevet er sendt."
        ),
    ]


def assessed() -> RecordsInMemory:
    """Return the register."""
    names = ("Adgangskontroll", "Kryptert lagring")
    measures = [
        Measure(id=_id(f"measure-{n}"), position=n, name=Text(nb=one, nn=one), status="in_place")
        for n, one in enumerate(names, 1)
    ]
    first = owned(Purpose, text=Text(nb="Følge opp kunder", nn="Følgje opp kundar", en="Keep in touch"))
    second = owned(Purpose, "2", text=Text(nb="Hindre tyveri", nn="Hindre tjuveri", en="Prevent theft"))
    activities = [scenes.activity(), scenes.activity("2", "Kameraovervåking"), first, second]
    organisation = scenes.organisation(dpo_appointed=Answer.YES)
    every = [scenes.register(), organisation, *activities, *measures]
    return RecordsInMemory([*every, *_lia(), *_dpia(), *_tia(), *_others()])


def annex(
    position: int, language: Language, audience: Audience = Audience.AUTHORITY
) -> Callable[[Records], Document]:
    """Return what draws the assessment in this place of its register."""

    def drawn(records: Records) -> Document:
        one = records.of_kind(Assessment.KIND)[position - 1]
        assert isinstance(one, Assessment)
        return assessment_report(records, one, language, shipped(), edition(version=2), audience)

    return drawn
