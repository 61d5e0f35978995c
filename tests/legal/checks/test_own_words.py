"""STM: own words against the register: found in each language, and one field settles it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Source
from ropa_app.domain.entities.activity_flow import Recipient, Retention, Tracker
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.entities.statements import Promise, PublishedStatement, Statement, StatementText
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, Period, RecordId, Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.checks import Coded, Named, rules
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import DAY, abroad, activity, organisation, owned

ACT: Final = RecordId("activity-1")
SETTLED: Final = Text(nb="Vi tar vare på deg.", nn="Vi tek vare på deg.", en="We look after you.")
PUBLIC: Final = activity(public=Answer.YES)


def _text(words: Text | str, section: str = "04-recipients", language: Language = "nb") -> Record:
    text = words if isinstance(words, Text) else NO_TEXT.with_(language, words)
    return StatementText(id=RecordId("text"), section=section, text=text)


def _promise(code: str) -> list[Record]:
    made = Promise(id=RecordId("promise"), position=1, statement=RecordId("e"), promise=code)
    return [PublishedStatement(id=RecordId("e"), published=DAY), made]


def _public(*records: Record, **values: Any) -> list[Record]:
    """Return activity 1 made public, with other records in place of an activity among them."""
    return [activity(public=Answer.YES, **values), *(one for one in records if one.id != ACT)]


def _line(*codes: str) -> Record:
    made: Record = owned(DataLine, categories=codes)
    return made


def _retention(number: int, unit: str) -> Record:
    made: Record = owned(Retention, period=Period(Decimal(number), unit))
    return made


RECIPIENT: Final = owned(Recipient, party=RecordId("party"), role="controller")
SHARING: Final = [PUBLIC, RECIPIENT, Party(id=RecordId("party"), name="Beta AS")]
AUTOMATED: Final = _public(automated=Answer.YES)
PROFILING: Final = _public(dpia_list=("DT-13",))
TRACKED: Final = [PUBLIC, owned(Tracker, name="_ga"), _line("online_identifiers")]
SPECIAL: Final = [PUBLIC, _line("health")]
#: What a register holds, what denies it in each language, and the section where that counts.
WORDS: Final[tuple[tuple[str, list[Record], str, dict[Language, str]], ...]] = (
    (
        "R-STM-23",
        SHARING,
        "04-recipients",
        {
            "nb": "Vi deler ikke opplysninger med andre.",
            "nn": "Vi deler ikkje opplysningar med andre.",
            "en": "We do not share data with others.",
        },
    ),
    (
        "R-STM-24",
        _public(*abroad("US")),
        "05-transfers",
        {
            "nb": "Vi overfører ikke opplysninger til land utenfor EØS.",
            "nn": "Vi overfører ikkje opplysningar til land utanfor EØS.",
            "en": "We do not transfer data outside the EEA.",
        },
    ),
    (
        "R-STM-25",
        TRACKED,
        "07-cookies",
        {
            "nb": "Vi bruker ingen informasjonskapsler.",
            "nn": "Vi bruker ingen informasjonskapslar.",
            "en": "We do not use cookies.",
        },
    ),
    (
        "R-STM-26",
        TRACKED,
        "07-cookies",
        {
            "nb": "Tallene er helt anonyme.",
            "nn": "Tala er heilt anonyme.",
            "en": "The figures are completely anonymous.",
        },
    ),
    (
        "R-STM-27",
        AUTOMATED,
        "09-automated",
        {
            "nb": "Vi tar ingen automatiserte avgjørelser.",
            "nn": "Vi tek ingen automatiserte avgjerder.",
            "en": "We make no automated decisions.",
        },
    ),
    (
        "R-STM-27",
        PROFILING,
        "09-automated",
        {"nb": "Vi profilerer deg ikke.", "nn": "Vi profilerer deg ikkje.", "en": "We do not profile you."},
    ),
    (
        "R-STM-28",
        SPECIAL,
        "02-processing",
        {
            "nb": "Vi behandler ikke sensitive opplysninger.",
            "nn": "Vi behandlar ikkje sensitive opplysningar.",
            "en": "We do not process sensitive data.",
        },
    ),
    (
        "R-STM-29",
        [],
        "06-storage",
        {
            "nb": "Vi lagrer dem så lenge det er nødvendig.",
            "nn": "Vi lagrar dei så lenge det er nødvendig.",
            "en": "We store them as long as necessary.",
        },
    ),
    (
        "R-STM-30",
        [PUBLIC, _retention(3, "year")],
        "06-storage",
        {
            "nb": "Vi sletter opplysningene etter fem år.",
            "nn": "Vi slettar opplysningane etter fem år.",
            "en": "We delete the data after five years.",
        },
    ),
    (
        "R-STM-31",
        [],
        "05-transfers",
        {
            "nb": "Opplysningene lagres i India.",
            "nn": "Opplysningane blir lagra i India.",
            "en": "The data are stored in India.",
        },
    ),
    (
        "R-STM-33",
        [],
        "11-rights",
        {
            "nb": "Du har ikke rett til innsyn.",
            "nn": "Du har ikkje rett til innsyn.",
            "en": "You have no right to access.",
        },
    ),
    (
        "R-STM-34",
        [],
        "11-rights",
        {
            "nb": "Det koster 200 kroner å få innsyn.",
            "nn": "Det kostar 200 kroner å få innsyn.",
            "en": "We charge NOK 200 for access.",
        },
    ),
    (
        "R-STM-35",
        [],
        "11-rights",
        {
            "nb": "Vi svarer på krav innen 60 dager.",
            "nn": "Vi svarar på krav innan 60 dagar.",
            "en": "We reply to requests within 60 days.",
        },
    ),
    (
        "R-STM-36",
        [],
        "12-complaint",
        {
            "nb": "Klag på postkasse@datatilsynet.no.",
            "nn": "Klag på postkasse@datatilsynet.no.",
            "en": "Complain at postkasse@datatilsynet.no.",
        },
    ),
    (
        "R-STM-20",
        [],
        "05-transfers",
        {
            "nb": "Overføringen bygger på Privacy Shield.",
            "nn": "Overføringa byggjer på Privacy Shield.",
            "en": "The transfer rests on Privacy Shield.",
        },
    ),
)
SPOKEN: Final = [
    Pair(rule, [*held, _text(words, section, language)], "text", ("text", SETTLED), label=f"{n} {language}")
    for n, (rule, held, section, said) in enumerate(WORDS)
    for language, words in said.items()
]
SAYING: Final = {rule: said["nb"] for rule, _, _, said in reversed(WORDS)}


def _held(rule: str, records: list[Record], record: str, settled: tuple[str, Any], label: str) -> Pair:
    """Return a pair of an own paragraph that a change of the register settles."""
    section = next(section for one, _, section, _ in WORDS if one == rule)
    return Pair(rule, [*records, _text(SAYING[rule], section)], record, settled, about="text", label=label)


def _promised(rule: str, records: list[Record], code: str) -> list[Pair]:
    held = [*records, *_promise(code)]
    return [
        Pair(rule, held, "promise", ("promise", "confidential"), label=code),
        Pair(rule, held, ACT, ("public", Answer.NO), about="promise", label=f"{code} public"),
    ]


def _gone(status: str = "ended", **values: Any) -> list[Record]:
    user = owned(Recipient, party=RecordId("party"), role="processor")
    return [activity(status=status), user, Party(id=RecordId("party"), name="Beta AS", **values)]


NAMING: Final = _text("Vi bruker Beta AS til dette.")
LIVE: Final = ("status", "active")
KEPT: Final = [*_gone(), activity("2"), NAMING]
PAIRS: Final = [
    *SPOKEN,
    *(
        _held(rule, held, ACT, change, f"{rule} {change[0]}")
        for rule, held in (
            ("R-STM-23", SHARING),
            ("R-STM-24", _public(*abroad("US"))),
            ("R-STM-25", TRACKED),
            ("R-STM-26", TRACKED),
            ("R-STM-27", AUTOMATED),
            ("R-STM-28", SPECIAL),
        )
        for change in (("public", Answer.NO), ("status", "ended"))
    ),
    _held("R-STM-23", SHARING, RECIPIENT.id, ("role", "processor"), "processor"),
    _held("R-STM-24", _public(*abroad("US")), "place", ("country", "SE"), "country"),
    _held(
        "R-STM-24",
        _public(
            *abroad("SE")[:-2],
            Party(id=RecordId("party"), name="FN", category="international_organisation"),
            abroad("SE")[-1],
        ),
        "party",
        ("category", "supplier"),
        "international",
    ),
    _held("R-STM-26", TRACKED, "data_line-1-1", ("categories", ("name",)), "identifier"),
    _held("R-STM-27", AUTOMATED, ACT, ("automated", Answer.NO), "automated"),
    Pair("R-STM-27", [*PROFILING, _text("Vi profilerer deg ikke.")], ACT, ("dpia_list", ()), about="text"),
    _held("R-STM-28", SPECIAL, "data_line-1-1", ("categories", ("name",)), "special"),
    _held(
        "R-STM-30",
        [PUBLIC, _retention(3, "year")],
        "retention-1-1",
        ("period", Period(Decimal(60), "month")),
        "period",
    ),
    _held(
        "R-STM-30",
        [PUBLIC, owned(Tracker, duration=Period(Decimal(1), "year"))],
        "tracker-1-1",
        ("duration", Period(Decimal(5), "year")),
        "duration",
    ),
    _held("R-STM-31", _public(*abroad("US")), "place", ("country", "IN"), "country"),
    Pair(
        "R-STM-26",
        [*TRACKED, _text(SAYING["R-STM-26"], "07-cookies")],
        "text",
        ("section", "10-security"),
        label="section",
    ),
    Pair(
        "R-STM-35",
        [_text(SAYING["R-STM-35"], "11-rights")],
        "text",
        ("section", "14-contact"),
        label="section",
    ),
    Pair("R-STM-32", [*_gone(), NAMING], "text", ("text", SETTLED)),
    Pair("R-STM-32", [*_gone(), NAMING], ACT, LIVE, about="text", label="live"),
    Pair(
        "R-STM-32",
        [*_gone(), NAMING],
        "party",
        ("printed_name", Text(nb="leverandører")),
        about="text",
        label="group",
    ),
    Pair("R-STM-32", [*_gone(), NAMING], "party", ("name", "Gamma AS"), about="text", label="name"),
    Pair(
        "R-STM-32",
        [*_gone(), NAMING, organisation()],
        "organisation",
        ("parent_company", RecordId("party")),
        about="text",
        label="parent",
    ),
    Pair(
        "R-STM-32",
        [*KEPT, owned(Source, "2", origin="others")],
        "source-2-1",
        ("party", RecordId("party")),
        about="text",
        label="source",
    ),
    Pair(
        "R-STM-32",
        [*_gone(), PublishedStatement(id=RecordId("e"), published=DAY, recipients_named=("beta as",))],
        "e",
        ("recipients_named", ()),
        label="published",
    ),
    *_promised("R-STM-24", _public(*abroad("US")), "no_transfers"),
    *_promised("R-STM-25", TRACKED, "no_trackers"),
    *_promised("R-STM-27", AUTOMATED, "no_automated"),
    *_promised("R-STM-27", PROFILING, "no_profiling"),
    *_promised("R-STM-28", SPECIAL, "no_special"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_the_settings_of_the_statement_are_read_too_and_once() -> None:
    said = Statement(
        id=RecordId("settings"),
        rights_how=Text(nb="Vi svarer innen 60 dager. Det koster 200 kroner å få innsyn."),
        changes_how=Text(nb="En kopi koster et gebyr."),
    )

    assert [one.field for one in findings([said], "R-STM-35")] == ["rights_how"]
    assert [one.field for one in findings([said], "R-STM-34")] == ["rights_how"]
    assert findings([said], "R-STM-33") == []


def test_a_finding_names_the_words_in_each_language_and_one_activity() -> None:
    text = _text(Text(nb="Vi deler ikke opplysninger med andre.", en="We never share data with anyone."))

    (found,) = findings([*SHARING, text], "R-STM-23")

    assert found.field == "text"
    assert dict(found.values) == {
        "words": Text(nb="deler ikke opplysninger med andre", en="never share data with anyone"),
        "example": Named((ACT,)),
    }


def test_the_words_of_a_promise_are_those_of_the_list() -> None:
    (found,) = findings([*SPECIAL, *_promise("no_special")], "R-STM-28")

    assert (found.kind, found.record) == ("promise", "promise")
    assert dict(found.values)["words"] == Coded("promises", ("no_special",))


def test_a_transfer_without_a_country_leaves_it_open_whether_a_country_is_strange() -> None:
    place = Place(id=RecordId("place"), position=1, party=RecordId("party"), outside_eea=Answer.YES)
    records = [*(one for one in _public(*abroad("US")) if one.id != place.id), place]
    text = _text(SAYING["R-STM-31"], "05-transfers")

    assert findings([*records, text], "R-STM-31") == []
    assert len(findings([*_public(*abroad("US")), text], "R-STM-31")) == 1


def test_a_country_of_the_eea_needs_no_transfer() -> None:
    assert findings([_text("Opplysningene lagres i Sverige.", "05-transfers")], "R-STM-31") == []


@pytest.mark.parametrize(
    "words", ["Vi lagrer dem i 5 år, så lenge det er nødvendig.", "Vi lagrer dem lenge."]
)
def test_a_period_beside_as_long_as_necessary_is_enough(words: str) -> None:
    assert findings([_text(words, "06-storage")], "R-STM-29") == []


def test_what_the_rules_ask_of_own_words_has_words_in_every_language() -> None:
    assert {language for *_, said in WORDS for language in said} == set(LANGUAGES)
    assert {pair.rule for pair in PAIRS} >= {f"R-STM-{number}" for number in range(23, 37)}
    assert all(rules()[pair.rule].level.value == "art13" for pair in PAIRS)
