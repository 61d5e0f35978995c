"""A register made to break layouts: every field holds text that no typesetter likes, and too much of it.

The records are such as the model can hold: neither NUL nor lone surrogates, and lines without line breaks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, RecordId, Text
from ropa_app.i18n import LANGUAGES
from ropa_app.legal import shipped
from tests.reports.marked_register import MarkedRegister

SCRIPTS: Final = "Giehtagirji Čáhcesuolu, Łódź Gdańsk, Ελλάδα Αθήνα, Київ Жизнь"
MARKUP: Final = '<img src="/etc/passwd"> & a < b <b>x</b> &amp; %s {name} \\n'
MISSING: Final = "שלום עולם مرحبا 中文 😀👩‍👩‍👧"
CONTROLS: Final = "tab\there\x01\x07 soft\u00adhyphen zero\u200bwidth \ufeffmark \u202eright\u202c"
MARKS: Final = "e\u0301 o\u0323\u0302 n\u0303\u0331 \ue000\uf8ff"
LONG_WORD: Final = "Personopplysningsbehandlingsprotokollføringspliktsoppfyllelsesdokumentasjonskrav"
BREAKS: Final = "one\u2028two\u2029three\x0bfour\r\nfive\x85six"

NASTY_LINE: Final = f"{SCRIPTS} {MARKUP} {MISSING} {CONTROLS} {MARKS} {LONG_WORD}"
NASTY_TEXT: Final = f"{NASTY_LINE} {BREAKS}"
NASTY_NAME: Final = f"Čáhce & Søn <b>AS</b> שלום 中\ttab\x01\x1b soft\u00adhyphen {LONG_WORD}"

RECIPIENTS: Final = 60
PURPOSES: Final = 12
LONG_PURPOSE: Final = 6_000


class NastyRegister(MarkedRegister):
    """A marked register whose texts carry what breaks layouts behind their markers."""

    def _value(self, kind: str, name: str, spec: Spec, number: int) -> Any:
        value = super()._value(kind, name, spec, number)
        match spec.type:
            case FieldType.LINE:
                return f"{value} {NASTY_LINE}"
            case FieldType.LINES:
                return tuple(f"{one} {NASTY_LINE}" for one in value)
            case FieldType.TEXT:
                return f"{value} {NASTY_TEXT}"
            case FieldType.LOCAL_LINE:
                return Text(**{one: f"{value.written(one)} {NASTY_LINE}" for one in LANGUAGES})
            case FieldType.LOCAL_TEXT:
                return Text(**{one: f"{value.written(one)} {NASTY_TEXT}" for one in LANGUAGES})
            case _:
                return value


def same(text: str) -> Text:
    """Return a text that is the same in all languages."""
    return Text(nb=text, nn=text, en=text)


def words(start: str, characters: int) -> str:
    """Return running text of so many characters, every word told apart."""
    made = [start]
    length = len(start)
    while length < characters:
        made.append(f"w{len(made)}")
        length += len(made[-1]) + 1
    return " ".join(made)[:characters]


def _activity(number: int, title: str, **values: Any) -> Activity:
    one = RecordId(f"heavy-{number}")
    standing: dict[str, Any] = {"status": "active", "public": Answer.YES, "title": same(title)}
    return Activity(id=one, reference=f"{number}", **standing | values)


def _owned(kind: type[Any], activity: Activity, position: int, **values: Any) -> Any:
    name = RecordId(f"{activity.id}-{kind.KIND}-{position}")
    return kind(id=name, position=position, activity=activity.id, **values)


def _many_recipients() -> list[Record]:
    one = _activity(2, f"Sixty recipients {LONG_WORD}")
    made: list[Record] = [one, _owned(Purpose, one, 1, text=same("Send it on"), art6=("6-1-b",))]
    for number in range(1, RECIPIENTS + 1):
        name = f"Receiver {number} {(SCRIPTS, MISSING, LONG_WORD, MARKUP)[number % 4]}"
        party = Party(id=RecordId(f"receiver-{number}"), name=name, category="supplier")
        role = ("processor", "controller", "")[number % 3]
        made += [party, _owned(Recipient, one, number, party=party.id, role=role, all_lines=Answer.YES)]
    return made


def _many_purposes() -> list[Record]:
    one = _activity(3, "Twelve purposes")
    texts = [same(words(f"Purpose{n}", 40 * n)) for n in range(1, PURPOSES + 1)]
    return [one, *(_owned(Purpose, one, n, text=text, art6=("6-1-b",)) for n, text in enumerate(texts, 1))]


def _tall_row() -> list[Record]:
    """Return an activity with one line of data that no page holds, and a purpose of many pages' width."""
    one = _activity(4, NASTY_NAME)
    every = tuple(choice.code for choice in shipped().choices("data_categories") if choice.valid_to is None)
    whom = tuple(choice.code for choice in shipped().choices("subject_categories") if choice.valid_to is None)
    note = same(words("Everything", 4_000))
    line = _owned(DataLine, one, 1, subjects=whom, categories=every, categories_note=note)
    tall = same("\n".join(f"line {n} of a tall purpose" for n in range(90)))
    purposes = [
        _owned(Purpose, one, 1, text=same(words("Long", LONG_PURPOSE)), art6=("6-1-f",), interest=tall),
        _owned(Purpose, one, 2, text=tall, art6=("6-1-a",)),
    ]
    return [one, *purposes, line]


def worst_case_register() -> NastyRegister:
    """Return the records with what each field of the nasty ones holds."""
    made = NastyRegister()
    for kind in KINDS:
        made.add(kind)
    made.add("contact", 2, party=None, role="dpo")
    made.add("party", 2, printed_name=NO_TEXT)
    made.add("recipient", 2, party=None)
    made.add("measure", 2, name=NO_TEXT)
    sections = [choice.code for choice in shipped().choices("statement_sections")]
    texts = [
        StatementText(id=RecordId(f"own-{one}"), section=one, text=same(f"Own {one}. {NASTY_TEXT}"))
        for one in sections
    ]
    made.records = [*map(_with_its_name, made.records), *texts]
    made.records += [*_many_recipients(), *_many_purposes(), *_tall_row()]
    made.records += [_activity(5, "Nothing filled in"), Activity(id=RecordId("bare"))]
    return made


def _with_its_name(record: Record) -> Record:
    if isinstance(record, Organisation):
        return replace(record, parent_company=RecordId("party-2"), name=f"ZQ {NASTY_NAME}")
    return record


def worst_case() -> RecordsInMemory:
    """Return the records as the documents read them."""
    return worst_case_register().reading()
