"""STM, second half: what the organisation says in its own words, against what the register holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from ropa_app.domain.entities.parties import Party
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import Language
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.cases import Facts, Mark
from ropa_app.legal.checks.claims import Said, names_in, said, words_of
from ropa_app.legal.checks.finding import Coded, Finding, Named, found, named
from ropa_app.legal.checks.processors import is_used
from ropa_app.legal.checks.registry import AllFacts, of_rest
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.checks.words import vague_words
from ropa_app.legal.law import COUNTRY

_PROMISES: Final = "promises"
_PROCESSOR: Final = "processor"
_COOKIES: Final = "07-cookies"
_RIGHTS: Final = "11-rights"
_SETTINGS: Final = ("rights_how", "copy_how", "changes_how")
_Hits = list[tuple[Language, Said]]


class OwnText(NamedTuple):
    """A text in the organisation's own words: where it stands, and the section if it belongs to one."""

    record: Record
    field: str
    text: Text
    section: str


def own_texts(shared: Shared) -> Iterator[OwnText]:
    """Yield the own paragraphs of the statement, and the texts of its settings."""
    for one in shared.statement_texts:
        yield OwnText(one, "text", one.text, one.section)
    if (settings := shared.statement) is not None:
        for name in _SETTINGS:
            section = _RIGHTS if name == "rights_how" else ""
            yield OwnText(settings, name, getattr(settings, name), section)


def _saying(
    shared: Shared, *kinds: str, where: Callable[[OwnText], bool] | None = None
) -> Iterator[tuple[OwnText, _Hits]]:
    """Yield the first text of each record that says one of some things."""
    seen: set[RecordId] = set()
    for own in own_texts(shared):
        if own.record.id in seen or (where is not None and not where(own)):
            continue
        if hits := [hit for hit in said(shared.law, shared.day, own.text) if hit[1].kind in kinds]:
            seen.add(own.record.id)
            yield own, hits


def _told(shared: Shared, rule: str, *kinds: str) -> Iterator[Finding]:
    """Yield a finding for each record that says one of some things."""
    for own, hits in _saying(shared, *kinds):
        yield found(rule, own.record, at=own.field, words=words_of(hits))


def _denials(shared: Shared, rule: str, kind: str, flag: str, example: RecordId) -> Iterator[Finding]:
    """Yield a finding for each own text and each published promise that denies what an activity does."""
    for own, hits in _saying(shared, kind):
        yield found(rule, own.record, at=own.field, words=words_of(hits), example=named(example))
    yield from _broken(shared, rule, flag, example)


def _broken(shared: Shared, rule: str, flag: str, example: RecordId) -> Iterator[Finding]:
    denying = shared.flagged(_PROMISES, flag)
    for one in shared.promises:
        if one.promise in denying:
            words = Coded(_PROMISES, (one.promise,))
            yield found(rule, one, words=words, example=named(example))


def _example(facts: AllFacts, does: Callable[[Facts], bool]) -> RecordId | None:
    """Return one public activity that does something, None where none does."""
    return min((one.id for one in facts.live if one.public and does(one)), default=None)


def _marked(facts: AllFacts, *marks: Mark) -> RecordId | None:
    return _example(facts, lambda one: not one.marks.isdisjoint(marks))


@of_rest("R-STM-23")
def disclosure_denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find own words that deny recipients that are on record, Articles 5(1)(a) and 13(1)(e).

    Processors are no third parties, Article 4(10), so they contradict nothing.
    """
    example = _example(facts, lambda one: any(each.role != _PROCESSOR for each in one.received))
    if example:
        for own, hits in _saying(shared, "no_disclosure"):
            words = words_of(hits)
            yield found("R-STM-23", own.record, at=own.field, words=words, example=named(example))


@of_rest("R-STM-24")
def transfers_denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that transfers are denied that are on record, Articles 5(1)(a) and 13(1)(f)."""
    abroad = {party.id for party, _ in shared.outside}
    if example := _example(facts, lambda one: not abroad.isdisjoint(one.users)):
        yield from _denials(shared, "R-STM-24", "no_transfer", "denies_transfers", example)


@of_rest("R-STM-25")
def trackers_denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that cookies are denied that are on record."""
    if example := _marked(facts, Mark.TRACKED):
        yield from _denials(shared, "R-STM-25", "no_trackers", "denies_trackers", example)


@of_rest("R-STM-26")
def called_anonymous(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find online identifiers that the section on cookies calls anonymous, Article 4(1) and recital 30."""
    if example := _marked(facts, Mark.IDENTIFIED):
        for own, hits in _saying(shared, "anonymous", where=lambda own: own.section == _COOKIES):
            words = words_of(hits)
            yield found("R-STM-26", own.record, at=own.field, words=words, example=named(example))


@of_rest("R-STM-27")
def automation_denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that automated decisions or profiling are denied that are on record, Article 13(2)(f)."""
    examples = {mark: _marked(facts, mark) for mark in (Mark.AUTOMATED, Mark.PROFILING)}
    denied = {f"no_{mark.value}": example for mark, example in examples.items() if example}
    for own, hits in _saying(shared, *denied):
        activity = named(denied[hits[0][1].kind])
        yield found("R-STM-27", own.record, at=own.field, words=words_of(hits), example=activity)
    for mark, example in examples.items():
        if example:
            yield from _broken(shared, "R-STM-27", f"denies_{mark.value}", example)


@of_rest("R-STM-28")
def special_denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that special categories are denied that are on record, Articles 5(1)(a) and 9."""
    if example := _marked(facts, Mark.SPECIAL):
        yield from _denials(shared, "R-STM-28", "no_special", "denies_special", example)


@of_rest("R-STM-29")
def only_necessary(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find an own paragraph that gives no other time than as long as necessary, Article 13(2)(a)."""
    for one in shared.statement_texts:
        words = vague_words(one.text, "retention", shared.law)
        periods = (hit.period for _, hit in said(shared.law, shared.day, one.text))
        if words and not any(periods):
            yield found("R-STM-29", one, words=words)


@of_rest("R-STM-30")
def unknown_period(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an own paragraph with a storage period that no activity has, Article 13(2)(a)."""
    known = {spans.in_days(period) for one in facts.live for period in one.periods}
    for own, hits in _saying(shared, "storage_period"):
        strange = [hit for hit in hits if _days(hit[1]) not in known]
        if strange:
            yield found("R-STM-30", own.record, at=own.field, words=words_of(strange))


def _days(one: Said) -> object:
    return spans.in_days(one.period) if one.period else None


@of_rest("R-STM-31")
def strange_country(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an own paragraph that names a country outside the EEA to which no transfer is on record."""
    used = [place for party, place in shared.outside if is_used(shared, facts, party.id)]
    if not all(place.country for place in used):
        return
    known = {place.country for place in used}
    for own, hits in _saying(shared, "to_country"):
        strange = [
            one.country for _, one in hits if one.country not in known and not shared.is_eea(one.country)
        ]
        if strange:
            country = Coded(COUNTRY, tuple(dict.fromkeys(strange)))
            yield found("R-STM-31", own.record, at=own.field, country=country)


@of_rest("R-STM-32")
def left_party(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find parties that the statement names though only activities that have ended used them."""
    gone = {party.name: party.id for party in _gone(shared, facts)}
    if not gone:
        return
    others = [party.name for party in shared.parties.values()]
    for paragraph in shared.statement_texts:
        names = names_in(shared.law, shared.day, paragraph.text, gone, others)
        if names:
            yield found("R-STM-32", paragraph, name=_ids(gone, names))
    if (one := shared.published) is not None:
        folded = {name.casefold(): name for name in gone}
        names = {folded[name.casefold()] for name in one.recipients_named if name.casefold() in folded}
        if names:
            yield found("R-STM-32", one, name=_ids(gone, names))


def _ids(parties: dict[str, RecordId], names: Iterable[str]) -> Named:
    return named(*(parties[name] for name in sorted(names)))


def _gone(shared: Shared, facts: AllFacts) -> Iterator[Party]:
    """Yield the parties that only activities that have ended used; groups have names that anybody uses."""
    ended = {party for one in facts.values() if not one.live for party in one.users}
    kept = {party for one in facts.live for party in one.sources}
    kept.update(one.operator for places in shared.places.values() for one in places if one.operator)
    if shared.organisation is not None and shared.organisation.parent_company:
        kept.add(shared.organisation.parent_company)
    for party in shared.parties.values():
        lost = party.id in ended and party.id not in kept and not party.printed_name
        if lost and not is_used(shared, facts, party.id):
            yield party


@of_rest("R-STM-33")
def right_denied(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find own words that deny a right, Articles 15 to 22 and 77."""
    yield from _told(shared, "R-STM-33", "right_denied")


@of_rest("R-STM-34")
def right_fee(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find own words by which a right costs money, Article 12(5)."""
    yield from _told(shared, "R-STM-34", "right_fee")


@of_rest("R-STM-35")
def late_reply(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a longer time for replies to requests than a month, Article 12(3)."""
    for own, hits in _saying(shared, "reply", where=lambda own: own.section == _RIGHTS):
        late = [hit for hit in hits if shared.lasts_longer(hit[1].period, "reply-days")]
        if late:
            yield found("R-STM-35", own.record, at=own.field, words=words_of(late))


@of_rest("R-STM-36")
def complaint_email(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find own words that send complaints to the e-mail address of the authority, Article 13(2)(d)."""
    yield from _told(shared, "R-STM-36", "complaint_email")
