"""The worked example says what the statement of May 2018 says, and nothing else.

`velux_facts.csv` was written by hand from that statement. Its `record` names records by reference, `expected`
is `empty`, the values, or `~words` that the bokmål text must hold; `count:` counts the records of a kind.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ropa_app.domain.declare import FieldType
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.values import Answer, Text
from ropa_app.domain.wellformed import malformed
from ropa_app.i18n import LANGUAGES
from ropa_app.legal import shipped
from ropa_app.services.examples import velux_records

DATA = Path(__file__).parent.parent / "data"
numbers = iter(range(10_000))
RECORDS = velux_records(lambda: f"{next(numbers):04}")
BY_ID = {record.id: record for record in RECORDS}
REFERENCES = {record.id: reference(record, BY_ID.get, "nb") for record in RECORDS}
BY_REFERENCE: dict[str, list[Record]] = {}
for one in RECORDS:
    BY_REFERENCE.setdefault(REFERENCES[one.id], []).append(one)
ACTIVITIES = [record for record in RECORDS if isinstance(record, Activity)]


def table(name):
    rows = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in rows[1:]]


FACTS = table("velux_facts.csv")


def shown(value) -> list[str]:
    """Return a value as the facts write it."""
    match value:
        case Answer():
            return [] if value is Answer.UNKNOWN else [value.value]
        case date():
            return [value.isoformat()]
        case tuple():
            return [str(REFERENCES.get(part, part)) for part in value]
        case None | "":
            return []
        case _:
            return [REFERENCES.get(value, str(value))]


def named(record: str, field: str):
    if record == "all activities":
        return ACTIVITIES
    found = [one for ref in record.split("; ") for one in BY_REFERENCE[ref] if field in SPECS[one.KIND]]
    assert len(found) == len(record.split("; ")), record
    return found


def counted(what: str) -> int:
    owner, _, kind = what.removeprefix("count:").rpartition("/")
    prefix = f"{owner}/" if owner else ""
    return sum(kind == one.KIND and REFERENCES[one.id].startswith(prefix) for one in RECORDS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact[2]}.{fact[3]}"[:60])
def test_the_example_holds_the_fact(fact):
    _section, said, record, field, expected = fact
    if record.startswith("count:"):
        assert counted(record) == int(expected), said
        return
    for one in named(record, field):
        value = getattr(one, field)
        if expected == "empty":
            assert not shown(value) or value == Text(), said
        elif expected.startswith("~"):
            missing = [w for w in re.split(r" ?~", expected)[1:] if w not in value.nb.casefold()]
            assert not missing, said
        else:
            assert shown(value) == expected.split("; "), said


def test_the_facts_cover_every_section_of_the_statement():
    sections = {part.strip() for fact in FACTS for part in fact[0].split(",")}
    wanted = {"intro", "end", "2.1", "2.2", "2.3"}
    wanted |= {str(n) for n in range(1, 11)} | {f"1.{n}" for n in range(1, 8)}
    assert wanted <= sections
    assert len(FACTS) >= 120


def test_nothing_is_in_the_example_that_no_fact_vouches_for():
    vouched = {
        (one.id, field)
        for _section, _said, record, field, expected in FACTS
        if not record.startswith("count:") and expected != "empty"
        for one in named(record, field)
    }
    filled = {
        (one.id, name)
        for one in RECORDS
        for name, spec in SPECS[one.KIND].items()
        if spec.type is not FieldType.PARENT and getattr(one, name) != spec.untouched
    }
    assert [f"{REFERENCES[id_]}.{name}" for id_, name in sorted(filled - vouched)] == []


def test_thirteen_activities_and_exactly_seven_of_them_1_1_to_1_7():
    found = [record.reference for record in ACTIVITIES]
    assert len(found) == len(set(found)) == 13
    assert sorted(r for r in found if re.fullmatch(r"1\.\d", r)) == [f"1.{n}" for n in range(1, 8)]


def test_every_record_is_well_formed_and_every_code_known():
    law = shipped()
    for record in RECORDS:
        assert malformed(record) == (), REFERENCES[record.id]
        for name, spec in SPECS[record.KIND].items():
            value = getattr(record, name)
            if spec.type in (FieldType.CODE, FieldType.CODES):
                for code in value if isinstance(value, tuple) else filter(None, [value]):
                    assert law.choice(spec.of, code), (REFERENCES[record.id], name, code)


def test_links_lead_to_records_of_the_right_kind_and_owners_come_first():
    place = {record.id: number for number, record in enumerate(RECORDS)}
    for record in RECORDS:
        for name, spec in SPECS[record.KIND].items():
            if not spec.is_link:
                continue
            value = getattr(record, name)
            for target in value if isinstance(value, tuple) else filter(None, [value]):
                assert spec.of == BY_ID[target].KIND
            if spec.type is FieldType.PARENT:
                assert place[value] < place[record.id]


def test_positions_count_from_one_among_siblings():
    siblings: dict[tuple[str, str], list[int]] = {}
    for record in RECORDS:
        if KINDS[record.KIND].is_positioned:
            owner = next(
                (getattr(record, n) for n, s in SPECS[record.KIND].items() if s.type is FieldType.PARENT), ""
            )
            siblings.setdefault((owner, record.KIND), []).append(record.position)
    assert all(found == list(range(1, len(found) + 1)) for found in siblings.values())


def texts():
    for record in RECORDS:
        for name, spec in SPECS[record.KIND].items():
            if spec.is_localised and (text := getattr(record, name)):
                yield f"{REFERENCES[record.id]}.{name}", text


def test_every_printed_text_is_written_in_three_languages():
    assert [where for where, text in texts() if not all(text.written(one) for one in LANGUAGES)] == []


def test_nynorsk_is_nynorsk():
    bokmaal = {line[0] for line in table("nynorsk_words.csv")}
    wrong = [
        (where, word)
        for where, text in texts()
        for word in re.findall(r"[\w-]+", text.nn.casefold())
        if word in bokmaal
    ]
    assert wrong == []


def test_ids_are_new_each_time_and_follow_the_giver():
    assert len({record.id for record in RECORDS}) == len(RECORDS)
    other = iter(range(5_000, 10_000))
    again = velux_records(lambda: str(next(other)))
    assert not {record.id for record in again} & {record.id for record in RECORDS}
    assert [record.KIND for record in again] == [record.KIND for record in RECORDS]
