"""Only what is meant for the public reaches the statement, and everything meant for the public does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports import statement_report as statement
from ropa_app.reports.page_text import printed_strings
from ropa_app.reports.wording import NBSP, Wording
from tests.reports.marked_register import MarkedRegister, is_marked, marked_register
from tests.reports.scenes import edition

_CODES: Final = (FieldType.CODE, FieldType.CODES)
FIELDS: Final = [(kind, name) for kind, specs in SPECS.items() for name in specs]
PUBLIC: Final = [field for field in FIELDS if SPECS[field[0]][field[1]].audience is Audience.PUBLIC]
OTHERS: Final = [
    (kind, name)
    for kind, name in FIELDS
    if (kind, name) not in PUBLIC and SPECS[kind][name].type is not FieldType.PARENT
]
# What the public may see but this document does not carry, and why.
NOT_IN_THE_STATEMENT: Final = {
    "activity.reference": "a number of the register; the reader gets the title",
    "version.number": "the edition carries it, and only where an approved version is drawn",
    "version.day": "a published statement names its own day",
}
# What is printed in other words than the label of its code, and why.
IN_OTHER_WORDS: Final = {
    "activity.provision": "answers the question whether the data must be given",
    "recipient.role": "a role in plain words",
    "retention.start": "the event goes on as a clause: after the last contact",
    "source.origin": "tells the reader who gave the data",
}
# What is not meant for the public, is never printed, and still decides what is printed here; and why.
DECIDES: Final = {
    "contact.party": "a contact of another party is not ours",
    "contact.role": "tells an officer from a representative",
    "activity.public": "the statement is made of the public activities",
    "activity.status": "what has ended is left out",
    "purpose.marketing_channels": "marketing brings the right to say no",
    "purpose.consent": "how a consent is withdrawn stands with the consent",
    "recipient.arrangement": "what joint controllers agreed stands with the arrangement",
    "measure.status": "only what is in place is told",
    "measure.name": "measures stand in the order of their names",
    "measure.organisation_wide": "a measure of another activity is not told here",
    "transfer_tool.ended": "a tool is judged on its day",
    "transfer_tool.dpf_status": "whether the importer is certified",
}
FINAL: Final = statement.Final(date(2026, 11, 22), "https://prove.example/personvern", "Approved as it is.")


def _marked() -> MarkedRegister:
    """Return the marked register with what is asked only on other conditions."""
    made = marked_register()
    made.add("purpose", 2, art6=("6-1-f",))
    made.add("retention", 2, period=None, purpose=None)
    made.add("recipient", 3, role="joint")
    made.add("transfer_tool", 2, tool="scc-2021-m2")
    return made


def _printed(records: list[Record], language: Language, final: statement.Final | None = None) -> str:
    made = statement.statement_report(
        RecordsInMemory(records), language, shipped(), edition(version=3), final
    )
    return _plain("\n".join(printed_strings(made.document)))


def _plain(text: str) -> str:
    return text.replace(NBSP, " ").casefold()


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Wording:
    language: Language = request.param
    return Wording(language, "nb", shipped())


@pytest.fixture(scope="module", params=[None, FINAL], ids=["draft", "final"])
def printed(request: pytest.FixtureRequest, words: Wording) -> str:
    final: statement.Final | None = request.param
    return _printed(_marked().records, words.language, final)


def _traces(kind: str, name: str, words: Wording) -> list[str]:
    return [_plain(trace) for trace in _marked().traces(kind, name, words)]


def test_nothing_but_public_values_is_printed(words: Wording, printed: str) -> None:
    leaked = [
        (kind, name, trace)
        for kind, name in OTHERS
        if SPECS[kind][name].type not in _CODES
        for trace in _traces(kind, name, words)
        if trace in printed
    ]
    assert leaked == []


def test_everything_public_is_printed(words: Wording, printed: str) -> None:
    silent = [
        (kind, name)
        for kind, name in PUBLIC
        if f"{kind}.{name}" not in {**NOT_IN_THE_STATEMENT, **IN_OTHER_WORDS}
        if (traces := _traces(kind, name, words)) and not any(trace in printed for trace in traces)
    ]
    assert silent == []


def test_what_is_left_out_is_public_and_left_out(words: Wording, printed: str) -> None:
    for place in NOT_IN_THE_STATEMENT:
        kind, name = place.split(".")
        assert (kind, name) in PUBLIC
        assert not is_marked(kind, name) or not any(trace in printed for trace in _traces(kind, name, words))


def test_of_the_publication_only_the_day_is_printed(words: Wording) -> None:
    printed = _printed(_marked().records, words.language, FINAL)
    assert _plain(FINAL.place) not in printed
    assert _plain(FINAL.reason) not in printed
    assert _plain(words.day(FINAL.published)) in printed


def _others(kind: str, name: str) -> Iterator[list[Record]]:
    """Yield the marked register with every value of a field untouched, then with other values."""
    spec = SPECS[kind][name]
    for value in (spec.untouched, _another(spec)):
        yield [replace(one, **{name: value}) if kind == one.KIND else one for one in _marked().records]


def _another(spec: Spec) -> Any:
    match spec.type:
        case FieldType.LINE | FieldType.TEXT:
            return "Another value"
        case FieldType.LINES:
            return ("Another value", "And one more")
        case FieldType.LOCAL_LINE | FieldType.LOCAL_TEXT:
            return Text(nb="Noe annet", nn="Noko anna", en="Something else")
        case FieldType.CODE:
            return _last(spec)
        case FieldType.CODES:
            return (_last(spec),)
        case FieldType.ANSWER:
            return Answer.NO
        case FieldType.DAY:
            return date(2020, 2, 29)
        case FieldType.NUMBER:
            return 17
        case _:
            return spec.untouched


def _last(spec: Spec) -> str:
    return shipped().choices(spec.of)[-1].code


@pytest.mark.parametrize(("kind", "name"), OTHERS, ids=[".".join(field) for field in OTHERS])
def test_what_is_not_public_changes_no_word(kind: str, name: str) -> None:
    before = _printed(_marked().records, "nb")
    changes = any(_printed(records, "nb") != before for records in _others(kind, name))
    assert changes == (f"{kind}.{name}" in DECIDES)
