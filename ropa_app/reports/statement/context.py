"""What every section of a statement needs to know, and the small pieces they are all made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final as Constant

from ropa_app.domain.comparing import Difference
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.statements import Statement, StatementText
from ropa_app.domain.reading import Records
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.legal.transfers import is_live
from ropa_app.reports.article30.index import ActivityIndex, ActivityView
from ropa_app.reports.edition import Edition
from ropa_app.reports.page_model import (
    FieldRow,
    Heading,
    HeadingStyle,
    Paragraph,
    Run,
    Sign,
    TextStyle,
    bold,
    cell,
    link,
)
from ropa_app.reports.register_context import RegisterContext
from ropa_app.reports.statement.ledger import Ledger
from ropa_app.reports.statement.own_text import own_paragraph
from ropa_app.reports.statement.together import Views, groups
from ropa_app.reports.wording import Runs, lowered_runs, sentence, slot, text_of, woven

SECTIONS: Constant = "statement_sections"
DPO: Constant = "dpo"
PRIVACY: Constant = "privacy"
REPRESENTATIVE: Constant = "representative"
_MANY: Constant = 6


@dataclass(frozen=True, slots=True)
class Final:
    """That a statement is published: the day, the place, and why it is published with gaps ("": no reason).

    Day and place belong to the record of the publication; of the place and the reason nothing is printed.
    """

    published: date
    place: str
    reason: str = ""


class StatementContext(RegisterContext):
    """The public part of a register, and the ledger of what is printed of it."""

    def __init__(
        self,
        records: Records,
        language: Language,
        law: LawData,
        edition: Edition,
        final: Final | None,
        since: Difference | None = None,
    ) -> None:
        super().__init__(records, language, law, edition)
        self.since: Constant = since or Difference(None)
        self.final: Constant = final
        self.ledger: Constant = Ledger()
        self.own_texts: Constant[set[str]] = set()

    @cached_property
    def settings(self) -> Statement | None:
        """The settings of the statement, None before there are any."""
        one = self.records.one(Statement.KIND)
        return one if isinstance(one, Statement) else None

    @cached_property
    def views(self) -> tuple[ActivityView, ...]:
        """The public activities that have not ended, in the order of the register."""
        index = ActivityIndex(self.records, self.names, self.edition)
        return tuple(
            view for view in index.views() if view.activity.public is Answer.YES and is_live(view.activity)
        )

    @cached_property
    def activities(self) -> tuple[RecordId, ...]:
        """The ids of the public activities."""
        return tuple(view.activity.id for view in self.views)

    @cached_property
    def groups(self) -> tuple[Views, ...]:
        """The public activities, those together that share purposes, bases and recipients."""
        return groups(self.views, self.names)

    @cached_property
    def _anchors(self) -> Mapping[RecordId, str]:
        return {view.activity.id: views[0].entry.anchor for views in self.groups for view in views}

    def anchor(self, view: ActivityView) -> str:
        """Return the link target of an activity: the heading it is told under."""
        return self._anchors[view.activity.id]

    @property
    def purposes(self) -> Iterator[Purpose]:
        """Yield the purposes of the public activities."""
        return (purpose for view in self.views for purpose in view.purposes)

    @cached_property
    def _own(self) -> Mapping[str, list[Text]]:
        found: dict[str, list[Text]] = {}
        for one in self.records.of_kind(StatementText.KIND):
            if isinstance(one, StatementText) and one.text:
                found.setdefault(one.section, []).append(one.text)
        return found

    def own(self, code: str, style: TextStyle = TextStyle.PROSE) -> list[Paragraph]:
        """Return the organisation's own paragraphs of a section, their placeholders filled."""
        found = [own_paragraph(self, code, text, style) for text in self._own.get(code, ())]
        self.own_texts.update(" ".join(one.text.split()) for one in found)
        return [replace(one, runs=linked(one.runs)) for one in found]

    def contacts(self, role: str) -> list[Contact]:
        """Return the organisation's own contacts with a role that can be reached."""
        found = self.names.contacts.get(None, [])
        return [one for one in found if one.role == role and (one.email or one.phone or one.address)]

    def title(self, view: ActivityView) -> Runs:
        """Return what an activity is called."""
        return self.words.shown(view.activity.title) or (Run(self.t("Without a title")),)

    def titles(self, views: Sequence[ActivityView], most: int | None = None) -> Runs:
        """Return the names of some activities as one list that links to them; after `most` how many more."""
        return self.limited([self.linked_title(view) for view in views], most or len(views))

    def every(self, views: Sequence[ActivityView], *, marked: bool = False) -> Runs:
        """Return the names of some activities; where they are all of several, only how many they are.

        With `marked`, section 2 tells which they are: then many are told by their number too.
        """
        total = len(self.views)
        if len(views) < total and (not marked or len(views) <= _MANY):
            return self.titles(views)
        if total <= _MANY:
            return self.titles(views)
        n, whole = self.words.number(len(views)), self.words.number(total)
        section = (link(self.t("section 2"), f"#{section_anchor('02-processing')}"),)
        if len(views) == total:
            text = self.t("all {n} activities in {section}", n=n, section=slot("section"))
        else:
            text = self.t(
                "{n} of {total} activities, marked in {section}", n=n, total=whole, section=slot("section")
            )
        return woven(text, section=section)

    def limited(self, items: Sequence[Runs], most: int) -> Runs:
        """Return a list; where it has more items than `most`, its last place says how many more there are."""
        if len(items) <= most:
            return self.words.series(items)
        more = len(items) - most
        text = self.t.plural("and {n} more", "and {n} more", more, n=self.words.number(more))
        mark = Run("; " if any("," in text_of(item) for item in items[:most]) else ", ")
        parted = (run for index, item in enumerate(items[:most]) for run in ((mark,) if index else ()) + item)
        return (*parted, Run(f" {text}"))

    def linked_title(self, view: ActivityView) -> Runs:
        """Return the name of an activity as a link to what is said about it."""
        return tuple(replace(run, link=f"#{self.anchor(view)}") for run in self.title(view))

    def party(self, party: RecordId | None) -> Runs:
        """Return the name of a party as it stands in a sentence: that of a group in lower case."""
        one = self.names.parties.get(party) if party else None
        shown = self.names.party(party)
        return lowered_runs(shown) if one is not None and one.printed_name else shown

    def heading(self, code: str) -> Heading:
        """Return the heading of a section, numbered as its code is."""
        number = section_number(code)
        return Heading(
            title=self.words.label(SECTIONS, code),
            level=2,
            number=number if number != "0" else "",
            anchor=section_anchor(code),
            style=HeadingStyle.SECTION,
            outline=0,
        )

    def gap(
        self,
        code: str,
        label: str,
        *why: str | Run,
        item: str = "",
        activities: Iterable[RecordId] = (),
        style: TextStyle = TextStyle.BODY,
    ) -> Paragraph:
        """Return *Not settled* with a sign, and why if that is known; the ledger keeps it."""
        self.ledger.lack(item, section_number(code), label, activities)
        words = bold(self.t("Not settled"))
        more = tuple(Run(one) if isinstance(one, str) else one for one in why)
        return Paragraph((words, *((Run(". "), *more) if more else ())), style, Sign.NOT_STATED)

    def quiet_gap(self, style: TextStyle = TextStyle.PROSE) -> Paragraph:
        """Return *Not stated* for what no law asks for, without a sign."""
        return Paragraph((Run(self.t("Not stated"), secondary=True),), style)

    def regulation(self, article: str) -> str:
        """Return a place of the Regulation with the Regulation's name, as it stands inside a sentence."""
        return self.t("the General Data Protection Regulation, {article}", article=article)


def section_number(code: str) -> str:
    """Return the number of a section without a leading zero."""
    return str(int(code[:2]))


def section_anchor(code: str) -> str:
    """Return the link target of a section."""
    return f"section-{section_number(code)}"


def row(label: str, contents: str | Sequence[Paragraph] | Runs) -> FieldRow:
    """Return a row of a field table: a label and a text, runs or paragraphs."""
    if isinstance(contents, str):
        return FieldRow(cell(label), cell(contents))
    return FieldRow(cell(label), cell(*contents))


def address(email: str) -> Run:
    """Return an e-mail address as a link where it can be one."""
    plain = email.strip()
    if "@" in plain and not any(ch.isspace() for ch in plain):
        return link(plain, f"mailto:{plain}")
    return Run(plain)


def linked(texts: Runs) -> Runs:
    """Return runs in which e-mail and web addresses are links."""
    return tuple(part for run in texts for part in _linked(run))


def _linked(run: Run) -> Iterator[Run]:
    rest = run.text
    for word in rest.split():
        target = _target(word.strip(".,;:()<>«»"))
        if target is None:
            continue
        plain = word.strip(".,;:()<>«»")
        before, _, rest = rest.partition(plain)
        if before:
            yield replace(run, text=before)
        yield replace(run, text=plain, link=target)
    if rest:
        yield replace(run, text=rest)


def _target(word: str) -> str | None:
    name, at, host = word.partition("@")
    if name and at and "." in host and "@" not in host:
        return f"mailto:{word}"
    return word if word.lower().startswith(("https://", "http://")) and len(word) > len("https://") else None


def closed(texts: Runs) -> Runs:
    """Return runs that end as a sentence does."""
    words = text_of(run for run in texts if not run.secondary)
    if not words or sentence(words) == words.rstrip():
        return texts
    last = texts[-1]
    if last.secondary or last.link:
        return (*texts, Run("."))
    return (*texts[:-1], replace(last, text=sentence(last.text)))


def emphasised(texts: Runs) -> Runs:
    """Return runs in bold, except for what is said of their language."""
    return tuple(run if run.secondary else replace(run, bold=True) for run in texts)
