"""Letters (d) to (g): recipients, transfers, time limits, measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention
from ropa_app.domain.entities.parties import Arrangement, Party, Place
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.reports.article30.letters_defg import letter_d, letter_e, letter_f, letter_g
from tests.reports.scenes import DAY, abroad, activity, context, first_view, international, owned, same, shown

PARTY = Party(id=RecordId("party"), name="Firma AS")
LINE = owned(DataLine, subjects=("customer",), categories=("name",))


def _d(*records: Record) -> str:
    made = context(*records)
    return shown(*letter_d(made, first_view(made)))


def _e(*records: Record, day: date = DAY) -> str:
    made = context(*records, day=day)
    return shown(*letter_e(made, first_view(made)))


def _f(*records: Record) -> str:
    made = context(activity(), *records)
    return shown(*letter_f(made, first_view(made)))


def _g(*records: Record) -> str:
    made = context(activity(), *records)
    return shown(*letter_g(made, first_view(made)))


def _place(country: str = "", outside: Answer = Answer.UNKNOWN) -> Place:
    return Place(id=RecordId("place"), position=1, party=PARTY.id, country=country, outside_eea=outside)


def test_d_tells_what_each_recipient_gets_and_as_what() -> None:
    arrangement = Arrangement(id=RecordId("a"), position=3, parties=(PARTY.id,))
    recipient = owned(
        Recipient,
        party=PARTY.id,
        role="joint",
        lines=(LINE.id,),
        purpose=same("Levere"),
        own_marketing=Answer.NO,
        arrangement=arrangement.id,
    )
    printed = _d(activity(), PARTY, LINE, recipient, arrangement, _place("NO"))
    assert "| Firma AS | Navn, kunder / Formål: Levere / Bruker ikke opplysningene til egen" in printed
    assert "| Felles behandlingsansvarlig / Ordning J3 <#arrangements> | Norge |" in printed


def test_d_leaves_nothing_blank_for_a_mere_category() -> None:
    printed = _d(activity(), owned(Recipient, category=same("Banker")))
    assert "| Banker | Ikke oppgitt | Ikke avklart | [!] **Ikke oppgitt** |" in printed
    assert "| [!] **Ikke oppgitt** | Ikke oppgitt" in _d(activity(), owned(Recipient))


def test_d_none_is_an_answer_and_silence_is_not() -> None:
    assert "Mottakere: Ingen. " in _d(activity(recipients_answer="none"))
    assert "Mottakere: [!] **Ikke oppgitt**" in _d(activity())
    assert "Det finnes mottakere, men ingen er ført opp." in _d(activity(recipients_answer="some"))


def test_e_a_tool_that_lapsed_is_never_shown_as_valid() -> None:
    printed = _e(*abroad("US", "privacy-shield", "scc-2021-m2"))
    assert "[<>] **USA** | [x] **Privacy Shield** | Ikke gyldig siden 16.07.2020. Artikkel 45. |" in printed
    assert "| Standard personvernbestemmelser (EU) 2021/914, modul 2 | I kraft. Artikkel 46. |" in printed


def test_e_the_same_tool_held_before_it_lapsed() -> None:
    printed = _e(*abroad("US", "privacy-shield"), day=date(2019, 1, 1))
    assert "| Privacy Shield | I kraft. Artikkel 45. |" in printed
    assert "[x]" not in printed


def test_e_a_third_country_without_a_tool_is_a_gap() -> None:
    assert "[<>] **India** | [!] **Ikke oppgitt** | Overføringsgrunnlag er ikke ført opp. |" in _e(
        *abroad("IN")
    )


def test_e_a_tool_for_another_country_does_not_cover() -> None:
    printed = _e(*abroad("IN", "adequacy"))
    assert "Omfatter ikke dette landet eller denne mottakeren." in printed
    assert "[x] **Beslutning om tilstrekkelig beskyttelsesnivå**" in printed


def test_e_a_place_in_the_eea_is_no_transfer() -> None:
    printed = _e(*abroad("DE"))
    assert printed == "Overføring ut av EØS: Ingen. Alle oppgitte behandlingssteder er i EØS."


def test_e_an_international_organisation_is_a_transfer_wherever_it_sits() -> None:
    printed = _e(*international("BE"))
    assert "| Verdensrådet | [<>] **Belgia, internasjonal organisasjon** | [!] **Ikke oppgitt** |" in printed
    unnamed = _e(*international(""))
    assert "[<>] **Internasjonal organisasjon** / [!] **Land ikke oppgitt**" in unnamed
    assert "[<>] **Den europeiske patentorganisasjonen (EPO)** |" in _e(*international("XX-EPO", "adequacy"))


def test_e_the_united_kingdom_left() -> None:
    assert "Ingen. " in _e(*abroad("GB"), day=date(2020, 12, 31))
    assert "[<>] **Storbritannia**" in _e(*abroad("GB"))


def test_e_an_unnamed_third_country_is_both() -> None:
    used = owned(Recipient, party=PARTY.id)
    printed = _e(activity(), PARTY, used, _place(outside=Answer.YES))
    assert "[<>] **Utenfor EØS** / [!] **Land ikke oppgitt** | [!] **Ikke oppgitt**" in printed


def test_e_an_unknown_place_has_to_be_known_first() -> None:
    used = owned(Recipient, party=PARTY.id)
    assert "[!] **Ikke oppgitt**. Behandlingsstedet er ikke kjent for Firma AS." in _e(
        activity(), PARTY, used, _place()
    )
    assert "I EØS" in _d(activity(), PARTY, used, _place(outside=Answer.NO))


def test_e_nobody_receives_nothing_is_transferred() -> None:
    assert "Ingen. Behandlingen har ingen mottakere." in _e(activity(recipients_answer="none"))
    assert "[!] **Ikke oppgitt**. Mottakerne er ikke oppgitt." in _e(activity())
    assert "Ikke aktuelt. Behandlingen er avsluttet." in _e(activity(status="ended"))


def test_f_gives_period_start_and_reasons() -> None:
    rule = owned(
        Retention,
        lines=(LINE.id,),
        period=Period(Decimal(5), "year"),
        start="contract_end",
        method="automatic",
        law_reference=same("bokføringsloven § 13"),
        reason=same("Tvist"),
    )
    printed = _f(LINE, rule)
    assert "| Navn, kunder | 5 år / Slettes automatisk. | Slutten på avtalen / Lovhjemmel: bokf" in printed
    assert "Begrunnelse: Tvist |" in printed


def test_f_a_line_without_a_rule_gets_the_sign() -> None:
    second = owned(DataLine, position=2, categories=("payment",))
    rule = owned(Retention, lines=(LINE.id,), criteria=same("Til kunden slutter"))
    printed = _f(LINE, second, rule)
    assert "| Til kunden slutter | Ikke aktuelt. Ingen frist i tid er oppgitt. |" in printed
    assert "| Betalingsopplysninger | [!] **Ikke oppgitt** | [!] **Ikke oppgitt** |" in printed


def test_f_names_the_purpose_a_rule_is_for() -> None:
    purposes = [owned(Purpose, position=n, text=same(text)) for n, text in ((1, "Selge"), (2, "Bokføre"))]
    rule = owned(Retention, purpose=purposes[1].id, period=Period(Decimal(1), "month"))
    printed = _f(*purposes, rule)
    assert (
        "| Alle opplysninger i behandlingen / Formål: 2. Bokføre | 1 måned | [!] **Ikke oppgitt** |"
        in printed
    )
    assert "Slettefrister: [!] **Ikke oppgitt**" in _f()


def _measure(number: int, catalogue: str, wide: Answer, status: str = "in_place") -> Measure:
    return Measure(
        id=RecordId(f"m{number}"),
        position=number,
        catalogue=catalogue,
        organisation_wide=wide,
        status=status,
    )


def test_g_tells_own_measures_and_those_for_all() -> None:
    own = _measure(1, "M-A02", Answer.NO)
    shared = _measure(2, "M-B02", Answer.YES, "planned")
    retired = _measure(3, "M-B03", Answer.YES, "retired")
    printed = _g(own, shared, retired, owned(MeasureUse, measure=own.id))
    assert "Egne tiltak: Kryptering av lagrede data" in printed
    assert "Felles tiltak: Flerfaktorautentisering (planlagt). Se «" in printed
    assert "Passord" not in printed


def test_g_a_plan_is_no_measure() -> None:
    assert "Egne tiltak: [!] **Ikke oppgitt**" in _g(_measure(1, "M-B02", Answer.YES, "planned"))
    assert "Egne tiltak: Ikke oppgitt" in _g(_measure(1, "M-B02", Answer.YES))
