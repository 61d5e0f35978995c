"""How findings are gathered for the tree: by severity, family, level, part of the register, or record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument, folded
from ropa_app.gui.findings import KINDS_OF_MARKS, LEVEL_TEXTS, Counts, Judged, mark_of, page_of
from ropa_app.gui.models.finding_tree_model import Group, Rule
from ropa_app.gui.pages.page_texts import ALL_PAGES, PAGE_TEXTS
from ropa_app.gui.widgets.mark import Kind
from ropa_app.i18n import NC_, Translator
from ropa_app.legal.checks import Level
from ropa_app.legal.checks.families import FAMILIES

ALL: Final = "all"
ACCEPTED: Final = "accepted"
FILTERS: Final = (ALL, "error", "warning", "info", ACCEPTED)
FILTER_TEXTS: Final[Mapping[str, str]] = {
    ALL: NC_("findings", "All {n}"),
    "error": NC_("findings", "Errors {n}"),
    "warning": NC_("findings", "Warnings {n}"),
    "info": NC_("findings", "Advice {n}"),
    ACCEPTED: NC_("findings", "Accepted {n}"),
}
GROUPINGS: Final[Mapping[str, str]] = {
    "severity": NC_("group by", "Severity"),
    "family": NC_("group by", "Family"),
    "level": NC_("group by", "Level"),
    "page": NC_("group by", "Part of the register"),
    "record": NC_("group by", "Record"),
}
_SEVERITIES: Final[Mapping[str, str]] = {
    "error": NC_("findings", "Errors"),
    "warning": NC_("findings", "Warnings"),
    "info": NC_("findings", "Advice"),
}
_LEVELS: Final[Mapping[str, str]] = {level.value: LEVEL_TEXTS[level] for level in Level}
_ACCEPTED_GROUP: Final = NC_("findings", "Accepted")
_NUMBERS: Final[Mapping[str, Callable[[Counts], int]]] = {
    ALL: lambda counts: counts.open,
    "error": lambda counts: counts.error,
    "warning": lambda counts: counts.warning,
    "info": lambda counts: counts.info,
    ACCEPTED: lambda counts: counts.accepted,
}


def filter_texts(t: Translator, counts: Counts) -> list[str]:
    """Return the texts of the filters with their numbers."""
    return [t.marked(FILTER_TEXTS[key], n=_NUMBERS[key](counts)) for key in FILTERS]


def passes(one: Judged, key: str) -> bool:
    """Tell whether a filter lets a finding through."""
    if key == ACCEPTED or not one.is_open:
        return key == ACCEPTED and not one.is_open
    return key in (ALL, one.rule.severity.value)


class Gathering:
    """Gathers findings in one language; what records are called is asked once for each."""

    def __init__(self, document: RegisterDocument) -> None:
        self._document: Final = document
        self._findings: Final = document.findings
        self._texts: Final = document.findings.texts
        self._t: Final = document.t
        self._names: Final[dict[RecordId, str]] = {}
        self._folded: Final[dict[RecordId, str]] = {}
        self._of_rules: Final[dict[tuple[str, str, str], str]] = {}
        self._unread: list[RecordId] | None = None

    def read_names(self, most: int) -> bool:
        """Read what some more records are called, for the search; return whether all have been read."""
        if self._unread is None:
            everything = self._findings.everything
            self._unread = list({record for one in everything for record in self._named(one)})
        some, self._unread = self._unread[:most], self._unread[most:]
        self._read(some)
        for record in some:
            self._hay(record)
        return not self._unread

    def groups(self, found: Iterable[Judged], by: str, search: str) -> list[Group]:
        """Return groups of those findings in which every word of a search occurs."""
        words, hits = folded(search).split(), list(found)
        if words:
            hits = [one for one in hits if self._is_hit(one, words)]
        return self._by_record(hits) if by == "record" else self._by_rule(hits, by)

    def _is_hit(self, one: Judged, words: list[str]) -> bool:
        hay = "\n".join((self._told(one), *map(self._hay, self._named(one))))
        return all(word in hay for word in words)

    def _told(self, one: Judged) -> str:
        """Return what all findings of a rule that point at a field are found by."""
        key = one.finding.rule, one.finding.kind, one.finding.field
        if key not in self._of_rules:
            texts = self._texts
            told = one.finding.rule, texts.title(one.rule), texts.why(one.rule), texts.field(one.finding)
            self._of_rules[key] = folded("\n".join(told))
        return self._of_rules[key]

    def _hay(self, record: RecordId) -> str:
        if record not in self._folded:
            self._folded[record] = folded(self._name(record))
        return self._folded[record]

    def _named(self, one: Judged) -> tuple[RecordId, RecordId]:
        return one.finding.record, self._findings.root(one.finding)

    def _read(self, wanted: Iterable[RecordId]) -> None:
        """Read what some records are called, all at once."""
        naming, missing = self._document.naming, [one for one in wanted if one not in self._names]
        for one, found in self._document.records.many(missing).items():
            self._names[one] = naming.label(found)

    def _name(self, record: RecordId) -> str:
        if record not in self._names:
            found = self._document.get(record)
            self._names[record] = self._document.naming.label(found) if found is not None else ""
        return self._names[record]

    def _by_rule(self, found: Iterable[Judged], by: str) -> list[Group]:
        groups: dict[str, Group] = {}
        rules: dict[tuple[str, str], Rule] = {}
        for one in found:
            key = self._group_key(one, by)
            if key not in groups:
                groups[key] = self._group(key)
            if (key, one.rule.id) not in rules:
                mark = None if by == "severity" else mark_of(one)
                named = partial(self._texts.title, one.rule)
                made = Rule(one.rule.id, named, [], _short_law(self._texts.why(one.rule)), mark)
                rules[key, one.rule.id] = made
                groups[key].rules.append(made)
            rules[key, one.rule.id].found.append(one)
        order = [*_SEVERITIES, ACCEPTED, *ALL_PAGES, *FAMILIES, *_LEVELS]
        return [groups[key] for key in sorted(groups, key=order.index)]

    def _group_key(self, one: Judged, by: str) -> str:
        if by == "page":
            return page_of(one.finding)
        if by in ("family", "level"):
            return one.rule.family if by == "family" else one.rule.level.value
        return one.rule.severity.value if one.is_open else ACCEPTED

    def _group(self, key: str) -> Group:
        if key in _SEVERITIES:
            return Group(self._t.marked(_SEVERITIES[key]), KINDS_OF_MARKS[key])
        if key == ACCEPTED:
            return Group(self._t.marked(_ACCEPTED_GROUP), "accepted")
        return Group(self._t.marked(FAMILIES.get(key) or _LEVELS.get(key) or PAGE_TEXTS[key].title))

    def _by_record(self, found: Iterable[Judged]) -> list[Group]:
        by_root: dict[tuple[str, RecordId], list[Judged]] = {}
        for one in found:
            by_root.setdefault((page_of(one.finding), self._findings.root(one.finding)), []).append(one)
        groups: dict[str, Group] = {}
        for (page, root), some in by_root.items():
            if page not in groups:
                groups[page] = self._group(page)
            groups[page].rules.append(Rule(root, partial(self._name, root), some, "", _worst(some)))
        for group in groups.values():
            group.rules.sort(key=self._place)
        return [groups[page] for page in sorted(groups, key=ALL_PAGES.index)]

    def _place(self, one: Rule) -> Any:
        return self._findings.place(one.found[0].finding)


def _worst(found: Iterable[Judged]) -> Kind | None:
    marks = [mark_of(one) for one in found]
    return next((kind for kind in ("error", "warning", "advice", "accepted") if kind in marks), None)


def _short_law(why: str) -> str:
    """Return the first of several articles: the column is narrow, the whole stands beside."""
    return re.split(r"[;,]| \(", why)[0].strip()
