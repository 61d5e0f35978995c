"""The files of the law data, one function each: from the rows of a table to frozen rows with types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from ropa_app.domain.values import NO_TEXT, Period, Text
from ropa_app.legal import countries
from ropa_app.legal.rows import (
    Adequacy,
    Choice,
    Claim,
    Dated,
    LapsedTool,
    LawSource,
    Membership,
    Pack,
    RetentionSuggestion,
    Threshold,
)
from ropa_app.legal.table import LawDataError, Row, read_table, refuse_overlaps

_Some = TypeVar("_Some", bound=Dated)
Tables = Mapping[str, tuple[Row, ...]]

SCHEMA: Final = 1
EVERY_COUNTRY: Final = "*"
CODELISTS: Final = "codelists.csv"
_LABELS: Final = ("nb", "nn", "en")
_DATES: Final = ("valid_from", "valid_to")
_BACKED: Final = (*_DATES, "source", "confirmed")
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    CODELISTS: ("list", "code", *_LABELS, "flag", "law_ref", *_DATES, "source"),
    "dpia.csv": ("list", "code", *_LABELS, "law_ref", *_BACKED),
    "legal_bases_art6.csv": ("code", *_LABELS, "short_nb", "short_nn", "short_en", "ref", "needs", *_BACKED),
    "legal_bases_art9_10.csv": ("code", *_LABELS, "ref", "needs_law", "needs", *_BACKED),
    "transfer_tools.csv": ("code", *_LABELS, "family", "module", "ref", "needs", *_BACKED),
    "measures.csv": ("code", "group", *_LABELS, "ref", *_DATES, "source"),
    "vague_phrases.csv": ("code", *_LABELS, "use", *_DATES, "source"),
    "outdated_terms.csv": ("code", *_LABELS, "use_nb", "use_nn", "use_en", "rules", *_BACKED),
    "claims.csv": (
        *("code", *_LABELS, "claim", "says_nb", "says_nn", "says_en"),
        *("unless_nb", "unless_nn", "unless_en", *_DATES, "source"),
    ),
    "glossary.csv": ("code", *_LABELS, "ref", *_BACKED),
    "eea.csv": ("iso2", *_LABELS, "group", *_BACKED),
    "adequacy.csv": (
        *("code", *_LABELS, "decision", "adopted", *_DATES),
        *("status", "scope_check", "scope", "source", "confirmed"),
    ),
    "lapsed_tools.csv": (
        *("tool", "country", *_LABELS, "reference"),
        *("valid_from", "not_signed_from", "valid_to", "why", "source", "confirmed"),
    ),
    "retention.csv": (
        *("code", "categories", "period", "unit", "start", "law_ref", "kind", *_LABELS, *_BACKED),
    ),
    "thresholds.csv": ("code", "value", "unit", *_LABELS, "law_ref", *_BACKED),
    "sources.csv": ("code", "title", "publisher", "kind", "address", "read_on", "note"),
    "pack.csv": ("key", "value", "note"),
}
FILES: Final = tuple(sorted(_COLUMNS))
#: Tables that came after the first packs were made: where a pack has none, those of the program count.
LATER_FILES: Final = frozenset({"claims.csv"})
# Lists that have a file of their own; the list is called as the file.
_LISTS: Final = (
    *("legal_bases_art6", "legal_bases_art9_10", "transfer_tools"),
    *("measures", "vague_phrases", "outdated_terms", "glossary"),
)
#: What can be said in a statement that a rule compares with the register.
CLAIMS: Final = (
    *("no_disclosure", "no_transfer", "no_trackers", "anonymous", "no_automated", "no_profiling"),
    *("no_special", "storage_period", "reply", "right_denied", "right_fee", "complaint_email"),
    *("to_country", "named", "unit", "number", "filler"),
)
_GAPS: Final = frozenset({"…", "~"})
_MOST_GAPS: Final = 2
_FAMILIES: Final = ("45", "46", "49")
_RETENTION_KINDS: Final = ("law", "authority", "practice", "contract")
_SOURCE_KINDS: Final = ("primary", "authority", "secondary", "own")
_IN_FORCE: Final = "in_force"
_CONTESTED: Final = "in_force_contested"


def tables(files: Mapping[str, bytes]) -> Tables:
    """Return the rows of each of FILES; raise LawDataError where one is missing or has other columns."""
    found: dict[str, tuple[Row, ...]] = {}
    for file, columns in sorted(_COLUMNS.items()):
        if file not in files:
            raise LawDataError(file, 0, "is missing")
        found[file] = read_table(file, files[file], columns)
    return found


def choice_lists(tables: Tables) -> dict[str, tuple[Choice, ...]]:
    """Return every closed list a field may name, except the countries, in the order of its file."""
    found: dict[str, list[tuple[Row, Choice]]] = {}
    for file in (CODELISTS, "dpia.csv"):
        for row in tables[file]:
            found.setdefault(row.need("list"), []).append((row, _choice(row)))
    for name in _LISTS:
        if name in found:
            raise LawDataError(f"{name}.csv", 0, f"the list {name} stands in another file too")
        found[name] = [(row, _choice(row)) for row in tables[f"{name}.csv"]]
    return {name: _once(pairs) for name, pairs in found.items()}


def claims(tables: Tables) -> tuple[Claim, ...]:
    """Return what statements say in their own words, a code at most once on one day."""
    pairs = [(row, _claim(row)) for row in tables["claims.csv"]]
    return _without_overlaps(pairs, "code")


def memberships(tables: Tables) -> tuple[Membership, ...]:
    """Return which countries belong to the EEA when; a country may have several rows, never two at once."""
    pairs = [(row, _membership(row)) for row in tables["eea.csv"]]
    return _without_overlaps(pairs, "country")


def adequacy_decisions(tables: Tables) -> tuple[Adequacy, ...]:
    """Return the adequacy decisions, at most one for a country on one day."""
    pairs = [(row, _adequacy(row)) for row in tables["adequacy.csv"]]
    return _without_overlaps(pairs, "country")


def lapsed_tools(tables: Tables) -> tuple[LapsedTool, ...]:
    """Return the tools that no longer hold."""
    return tuple(_lapsed(row) for row in tables["lapsed_tools.csv"])


def retention_suggestions(tables: Tables) -> tuple[RetentionSuggestion, ...]:
    """Return the storage periods to suggest."""
    pairs = [(row, _retention(row)) for row in tables["retention.csv"]]
    return _without_overlaps(pairs, "code")


def thresholds(tables: Tables) -> tuple[Threshold, ...]:
    """Return the numbers that rules compare with, at most one value of a code on one day."""
    pairs = [(row, _threshold(row)) for row in tables["thresholds.csv"]]
    return _without_overlaps(pairs, "code")


def sources(tables: Tables) -> dict[str, LawSource]:
    """Return what stands behind the rows, by code."""
    found: dict[str, LawSource] = {}
    for row in tables["sources.csv"]:
        code = row.need("code")
        if code in found:
            row.fail(f"“{code}” stands twice")
        kind = row.one_of("kind", _SOURCE_KINDS)
        texts = (row.need("title"), row.get("publisher"), kind, row.get("address"))
        found[code] = LawSource(code, *texts, row.day("read_on"), row.get("note"))
    return found


def pack(tables: Tables) -> Pack:
    """Return which edition of the law data this is; raise LawDataError where its schema is another one."""
    found = {
        row.need("key"): Row(row.file, row.line, {"value": row.need("value")}) for row in tables["pack.csv"]
    }
    for key in ("name", "edition", "verified", "evidence_until", "schema"):
        if key not in found:
            raise LawDataError("pack.csv", 0, f"{key} is missing")
    if found["schema"].get("value") != str(SCHEMA):
        found["schema"].fail(f"the schema is not {SCHEMA}")
    if not found["edition"].get("value").isdecimal():
        found["edition"].fail("edition is not a number")
    return Pack(
        name=found["name"].get("value"),
        edition=int(found["edition"].get("value")),
        verified=found["verified"].need_day("value"),
        evidence_until=found["evidence_until"].need_day("value"),
        schema=SCHEMA,
    )


def _once(pairs: list[tuple[Row, Choice]]) -> tuple[Choice, ...]:
    """Return the entries of a list; a code that the file stores must mean one thing for ever."""
    seen: set[str] = set()
    for row, choice in pairs:
        if choice.code in seen:
            row.fail(f"“{choice.code}” stands twice")
        seen.add(choice.code)
    return _without_overlaps(pairs, "code")


def _without_overlaps(pairs: list[tuple[Row, _Some]], key: str) -> tuple[_Some, ...]:
    refuse_overlaps(pairs, lambda made: getattr(made, key), lambda made: (made.valid_from, made.valid_to))
    return tuple(made for _, made in pairs)


def _choice(row: Row) -> Choice:
    has = row.values.keys()
    flags = row.words("flag") if "flag" in has else row.words("use") if "use" in has else ()
    if "rules" in has:
        flags = row.words("rules")
    if "needs_law" in has and row.flag("needs_law"):
        flags = ("needs_law",)
    group = row.get("group") if "group" in has else row.one_of("family", _FAMILIES) if "family" in has else ""
    return Choice(
        code=row.need("code"),
        label=row.text(),
        short=row.text("short_") if "short_nb" in has else NO_TEXT,
        advice=row.text("use_") if "use_nb" in has else NO_TEXT,
        flags=frozenset(flags),
        group=group,
        law=row.get("law_ref") if "law_ref" in has else row.get("ref") if "ref" in has else "",
        needs=row.get("needs") if "needs" in has else "",
        sources=row.sources(),
        confirmed=row.is_confirmed(),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _claim(row: Row) -> Claim:
    for column in (f"{part}_{language}" for part in ("says", "unless") for language in _LABELS):
        for pattern in row.get(column).split(";"):
            _refuse_wide(row, column, pattern.split())
    unless = (row.get(f"unless_{language}") for language in _LABELS)
    return Claim(
        code=row.need("code"),
        kind=row.one_of("claim", CLAIMS),
        label=row.text(),
        says=row.text("says_"),
        unless=Text(*unless),
        sources=row.sources(),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _refuse_wide(row: Row, column: str, words: list[str]) -> None:
    """Refuse a pattern that takes long to look for: several gaps, or one that nothing bounds."""
    gaps = [word in _GAPS for word in words]
    if gaps and (gaps[0] or gaps[-1] or sum(gaps) > _MOST_GAPS):
        row.fail(f"{column} has a pattern with a gap at an end or more than {_MOST_GAPS}")


def _membership(row: Row) -> Membership:
    return Membership(
        country=row.one_of("iso2", countries.CODES),
        name=row.text(),
        group=row.need("group"),
        sources=row.sources(),
        confirmed=row.is_confirmed(),
        valid_from=row.need_day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _adequacy(row: Row) -> Adequacy:
    return Adequacy(
        country=row.one_of("code", countries.CODES),
        name=row.text(),
        decision=row.need("decision"),
        adopted=row.need_day("adopted"),
        contested=row.one_of("status", (_IN_FORCE, _CONTESTED)) == _CONTESTED,
        scope_check=row.flag("scope_check"),
        scope=row.get("scope"),
        sources=row.sources(),
        confirmed=row.is_confirmed(),
        valid_from=row.need_day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _lapsed(row: Row) -> LapsedTool:
    begun, closed, ended = (row.need_day(name) for name in ("valid_from", "not_signed_from", "valid_to"))
    if not begun < closed <= ended:
        row.fail("valid_from, not_signed_from and valid_to are not in this order")
    return LapsedTool(
        tool=row.need("tool"),
        country=row.one_of("country", (EVERY_COUNTRY, *countries.ISO_3166)),
        name=row.text(),
        reference=row.need("reference"),
        valid_from=begun,
        not_signed_from=closed,
        valid_to=ended,
        why=row.need("why"),
        sources=row.sources(),
        confirmed=row.is_confirmed(),
    )


def _retention(row: Row) -> RetentionSuggestion:
    number = row.number("period")
    if (number is None) != (not row.get("unit")):
        row.fail("period and unit do not go together")
    return RetentionSuggestion(
        code=row.need("code"),
        categories=row.words("categories"),
        period=None if number is None else Period(number, row.need("unit")),
        start=row.need("start"),
        law=row.need("law_ref"),
        kind=row.one_of("kind", _RETENTION_KINDS),
        label=row.text(),
        sources=row.sources(),
        confirmed=row.is_confirmed(),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _threshold(row: Row) -> Threshold:
    value = row.number("value")
    return Threshold(
        code=row.need("code"),
        value=row.fail("value is empty") if value is None else value,
        unit=row.need("unit"),
        label=row.text(),
        law=row.need("law_ref"),
        sources=row.sources(),
        confirmed=row.is_confirmed(),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )
