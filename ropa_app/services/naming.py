"""What records are called on the screen: a name, and a line that says what they hold.

Codes and fixed words are in the language of the window; texts of the register are in the language the forms
are filled in, or what stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import Records, named_by
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId, Text
from ropa_app.i18n import N_, NC_, Language, Translator
from ropa_app.legal import LawData

if TYPE_CHECKING:
    from ropa_app.reports.wording import Wording

DOT: Final = " \u00b7 "
NO_BASIS: Final = N_("No legal basis stated")
NO_COUNTRY: Final = N_("Country not stated")
TO_CONFIRM: Final = N_("to be confirmed")
OUTSIDE: Final = N_("Outside the EEA, country not stated")
NO_ROLE: Final = N_("Role not determined")
ALL_LINES: Final = N_("All data lines")
ORGANISATION_WIDE: Final = N_("Organisation-wide")
AFTER: Final = NC_("retention", "{period} after: {start}")
ANSWERS: Final[Mapping[Answer, str]] = {
    Answer.YES: NC_("answer", "Yes"),
    Answer.NO: NC_("answer", "No"),
    Answer.NOT_APPLICABLE: NC_("answer", "Not applicable"),
    Answer.UNKNOWN: N_("Not determined"),
}


class Naming:
    """Names in one pair of languages; asks the records as they are stored at that moment.

    Names of other records are kept until `forget`.
    """

    def __init__(
        self, records: Records, law: LawData, t: Translator, language: Language, main: Language
    ) -> None:
        self.records: Final = records
        self.law: Final = law
        self.t: Final = t
        self.language: Final = language
        self.main: Final = main
        self._names: Final[dict[RecordId, str]] = {}

    def forget(self) -> None:
        """Ask for names of records anew."""
        self._names.clear()

    def learn(self, records: Iterable[Record]) -> None:
        """Read the names of everything that some records name, at once."""
        named = {target for record in records for _, target in named_by(record)}
        found = self.records.many(named - self._names.keys())
        self._names.update((one, self.name(record)) for one, record in found.items())

    @cached_property
    def _words(self) -> Wording:
        from ropa_app.reports.wording import Wording  # brings the locale data along

        return Wording(self.t.language, self.main, self.law)

    # Values

    def text(self, value: Text) -> str:
        """Return a text in the language of the forms, or what stands in for it, on one line."""
        return " ".join(value.shown(self.language, self.main).text.split())

    def code(self, list_name: str, code: str) -> str:
        """Return the label of a code, an empty text for none."""
        return self.law.label(list_name, code, self.t.language) if code else ""

    def offered(self, list_name: str, code: str) -> str:
        """Return the label of a code where it is chosen; a word says where its row is to be confirmed."""
        choice, label = self.law.choice(list_name, code), self.code(list_name, code)
        return label if choice is None or choice.confirmed else f"{label} ({self.t(TO_CONFIRM)})"

    def codes(self, list_name: str, codes: Iterable[str]) -> str:
        """Return the labels of some codes with commas, the first one as it begins a line."""
        from ropa_app.reports.wording import lowered

        first, *rest = [self.code(list_name, code) for code in codes] or [""]
        return ", ".join((first, *map(lowered, rest)))

    def bases(self, codes: Sequence[str], list_name: str = "legal_bases_art6") -> str:
        """Return legal bases by their short names and articles."""
        named = []
        for code in codes:
            short = self.law.short_label(list_name, code, self.t.language)
            named.append(short[:1].upper() + short[1:])
        return ", ".join(named)

    def day(self, day: date | None) -> str:
        """Return a date as the language writes it, an empty text for none."""
        return self._words.day(day) if day else ""

    def period(self, period: Period | None) -> str:
        """Return a length of time in words, an empty text for none."""
        return self._words.period(period) if period else ""

    def number(self, number: Decimal | int) -> str:
        """Return a number as the language writes it."""
        return self._words.number(number)

    def answer(self, answer: Answer) -> str:
        """Return an answer in words."""
        return self.t.marked(ANSWERS[answer])

    def value(self, spec: Spec, value: Any) -> str:
        """Return any value as one line; an empty text where nothing is stated."""
        match spec.type:
            case FieldType.LOCAL_LINE | FieldType.LOCAL_TEXT:
                return self.text(value)
            case FieldType.CODE:
                return self.code(spec.of, value)
            case FieldType.CODES:
                return self.codes(spec.of, value)
            case FieldType.ANSWER:
                return "" if value is Answer.UNKNOWN else self.answer(value)
            case FieldType.DAY:
                return self.day(value)
            case FieldType.PERIOD:
                return self.period(value)
            case FieldType.REF | FieldType.PARENT:
                return self.name_of(value)
            case FieldType.REFS:
                return self.names_of(value)
            case FieldType.LINES:
                return ", ".join(value)
            case _:
                return "" if value is None else " ".join(str(value).split())

    # Records

    def name_of(self, record: RecordId | None) -> str:
        """Return the name of a record by its id, an empty text for none."""
        if not record:
            return ""
        if record not in self._names:
            found = self.records.get(record)
            self._names[record] = self.name(found) if found is not None else ""
        return self._names[record]

    def names_of(self, records: Iterable[RecordId]) -> str:
        """Return the names of some records with commas."""
        return ", ".join(self.name_of(one) for one in records)

    def title(self, record: Record) -> str:
        """Return the name of a record; an empty text where it has none yet."""
        return _TITLES[record.KIND](self, record)

    def name(self, record: Record) -> str:
        """Return what a record is called where another one names it: a data line with its data."""
        title = self.title(record)
        if not isinstance(record, DataLine):
            return title
        data = self.detail(record)
        return f"{title}: {data[:1].lower()}{data[1:]}" if title and data else title or data

    def label(self, record: Record) -> str:
        """Return what a record is called elsewhere, or the name of its kind where it has none yet."""
        return self.name(record) or self.t.marked(KINDS[record.KIND].label)

    def detail(self, record: Record) -> str:
        """Return the line that says what a record holds."""
        make = _DETAILS.get(record.KIND)
        return make(self, record) if make else ""

    def dotted(self, *parts: str) -> str:
        """Return the parts that are not empty with dots between."""
        return DOT.join(part for part in parts if part)

    def spec_text(self, record: Record, field: str) -> str:
        """Return the value of a field of a record as one line."""
        return self.value(SPECS[record.KIND][field], getattr(record, field))


def _activity(n: Naming, one: Any) -> str:
    return " ".join(part for part in (one.reference, n.text(one.title)) if part)


def _place(n: Naming, one: Any) -> str:
    if one.country:
        return n.code("country", one.country)
    return n.t(OUTSIDE if one.outside_eea is Answer.YES else NO_COUNTRY)


def _data_line(n: Naming, one: Any) -> str:
    return n.dotted(n.codes("subject_categories", one.subjects), n.text(one.subjects_note))


def _retention(n: Naming, one: Any) -> str:
    period, start = n.period(one.period), n.code("retention_starts", one.start)
    if period and start:
        return n.t.marked(AFTER, period=period, start=start[:1].lower() + start[1:])
    return period or n.text(one.criteria) or start


def _measure(n: Naming, one: Any) -> str:
    return n.text(one.name) or n.code("measures", one.catalogue)


def _purpose_detail(n: Naming, one: Any) -> str:
    return n.dotted(
        n.bases(one.art6) or n.t(NO_BASIS),
        n.bases(one.art9_10, "legal_bases_art9_10"),
        n.text(one.law_reference),
    )


def _recipient_detail(n: Naming, one: Any) -> str:
    lines = n.t(ALL_LINES) if one.all_lines is Answer.YES else "; ".join(map(n.name_of, one.lines))
    category = n.text(one.category) if one.party else ""
    return n.dotted(n.code("recipient_roles", one.role) or n.t(NO_ROLE), category, lines)


def _assessment_detail(n: Naming, one: Any) -> str:
    about = n.names_of((*one.activities, *one.purposes))
    return n.dotted(n.code("assessment_outcomes", one.outcome), n.day(one.day), about)


def _kind_name(n: Naming, one: Any) -> str:
    return n.t.marked(KINDS[one.KIND].label)


_Make = Callable[[Naming, Any], str]


def _field(name: str) -> _Make:
    return lambda n, one: n.spec_text(one, name)


_TITLES: Final[Mapping[str, _Make]] = {
    "organisation": _field("name"),
    "contact": lambda n, one: one.name or n.code("contact_roles", one.role),
    "party": lambda n, one: one.name or n.text(one.printed_name),
    "place": _place,
    "transfer_tool": lambda n, one: n.code("transfer_tools", one.tool),
    "activity": _activity,
    "purpose": lambda n, one: n.text(one.text),
    "data_line": _data_line,
    "source": lambda n, one: n.dotted(n.code("source_kinds", one.origin), n.name_of(one.party)),
    "recipient": lambda n, one: n.name_of(one.party) or n.text(one.category),
    "retention": _retention,
    "measure": _measure,
    "measure_use": lambda n, one: n.name_of(one.measure),
    "system": _field("name"),
    "tracker": _field("name"),
    "agreement": lambda n, one: n.dotted(n.name_of(one.party), one.document),
    "follow_up": lambda n, one: n.day(one.day),
    "arrangement": lambda n, one: n.names_of(one.parties),
    "consent": _field("name"),
    "assessment": lambda n, one: n.code("assessment_kinds", one.method),
    "risk": _field("description"),
    "processor_record": lambda n, one: n.name_of(one.controller),
    "published_statement": lambda n, one: n.day(one.published),
    "published_item": lambda n, one: n.code("statement_items", one.item),
    "promise": lambda n, one: n.code("promises", one.promise),
    "statement_text": lambda n, one: n.code("statement_sections", one.section),
    "statement": _kind_name,
    "version": lambda n, one: n.t("Version {number}", number=one.number or "?"),
    "review": _field("reviewer"),
    "remark": lambda n, one: n.dotted(n.code("remark_kinds", one.what), one.author),
    "acceptance": _field("rule"),
    "register": _kind_name,
}
_DETAILS: Final[Mapping[str, _Make]] = {
    "contact": lambda n, one: n.dotted(n.code("contact_roles", one.role), one.email, one.phone),
    "party": lambda n, one: n.code("party_kinds", one.category),
    "place": lambda n, one: n.dotted(n.code("place_roles", one.role), n.name_of(one.operator)),
    "transfer_tool": lambda n, one: n.dotted(one.document, n.day(one.signed)),
    "activity": lambda n, one: n.dotted(n.text(one.area), n.code("activity_status", one.status)),
    "purpose": _purpose_detail,
    "data_line": lambda n, one: n.dotted(
        n.codes("data_categories", one.categories), n.text(one.categories_note)
    ),
    "source": lambda n, one: n.dotted(n.text(one.note), "; ".join(map(n.name_of, one.lines))),
    "recipient": _recipient_detail,
    "retention": lambda n, one: n.dotted(
        "; ".join(map(n.name_of, one.lines)), n.name_of(one.purpose), n.text(one.law_reference)
    ),
    "measure": lambda n, one: n.dotted(
        n.code("measure_status", one.status),
        n.t(ORGANISATION_WIDE) if one.organisation_wide is Answer.YES else "",
    ),
    "system": lambda n, one: n.name_of(one.provider),
    "tracker": lambda n, one: n.dotted(n.code("tracker_categories", one.category), n.name_of(one.provider)),
    "agreement": lambda n, one: n.dotted(n.code("agreement_status", one.status), n.day(one.signed)),
    "follow_up": _field("note"),
    "arrangement": lambda n, one: n.code("agreement_status", one.status),
    "consent": lambda n, one: n.text(one.text),
    "assessment": _assessment_detail,
    "risk": lambda n, one: n.dotted(
        n.code("risk_levels", one.likelihood), n.code("risk_levels", one.consequence)
    ),
    "processor_record": lambda n, one: n.dotted(
        n.text(one.categories), n.code("activity_status", one.status)
    ),
    "published_statement": _field("place"),
    "published_item": lambda n, one: n.dotted(n.code("said", one.said), one.section),
    "promise": _field("section"),
    "statement_text": lambda n, one: n.text(one.text),
    "version": lambda n, one: n.dotted(n.day(one.day), one.approver),
    "review": lambda n, one: n.day(one.due),
    "remark": _field("text"),
    "acceptance": _field("reason"),
}
