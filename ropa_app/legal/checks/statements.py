"""STM: the statement that was published, the one that would be printed, and own paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from ropa_app.domain.entities.statements import PublishedItem, StatementText
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.legal.checks.cases import Case, Facts
from ropa_app.legal.checks.claims import terms_in
from ropa_app.legal.checks.finding import Coded, Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.checks.words import lix, vague_in, words_per_sentence, written
from ropa_app.legal.rights import CONSENT, EXPLICIT_CONSENT, INTERESTS

_OPEN: Final = frozenset({"not_said", "unclear"})
_SAFEGUARDS: Final = "46"
_SECOND_SUBPARAGRAPH: Final = "49-1-2"
_RIGHTS: Final = "statement_rights"
_NAMING: Final = frozenset({"R-STM-03", "R-STM-05", "R-STM-07"})
_TERMS: Final = "outdated_terms"
_NEEDED: Final = frozenset({"statutory", "contractual"})
_PHRASES: Final = "vague_phrases"


def _open_items(shared: Shared, *items: str) -> Iterator[PublishedItem]:
    return (one for one in shared.published_items if one.item in items and one.said in _OPEN)


def _concerned(item: PublishedItem, facts: AllFacts) -> Iterator[Facts]:
    """Yield the activities an item names, every live one where it names none."""
    if item.activities:
        return (facts[one] for one in item.activities if one in facts)
    return (one for one in facts.values() if one.live)


def _asks(rule: str, *items: str, where: Callable[[Facts], bool] | None = None) -> None:
    """Register a rule that finds items that are not said clearly, where some activity asks for them."""

    @of_rest(rule)
    def check(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
        for item in _open_items(shared, *items):
            if where is None or any(where(one) for one in _concerned(item, facts)):
                yield _about_item(rule, item)


def _about_item(rule: str, item: PublishedItem) -> Finding:
    """Return a finding about an item; some messages name the activities that the item is about."""
    if rule in _NAMING:
        return found(rule, item, activities=named(*item.activities))
    return found(rule, item)


_asks("R-STM-01", "controller")
_asks("R-STM-03", "purposes", "legal_basis")
_asks("R-STM-04", "interests", where=lambda one: INTERESTS in one.bases)
_asks("R-STM-05", "recipients", where=lambda one: bool(one.received))
_asks("R-STM-07", "storage")
_asks("R-STM-09", "withdrawal", where=lambda one: not one.bases.isdisjoint({CONSENT, EXPLICIT_CONSENT}))
_asks("R-STM-10", "complaint")
_asks("R-STM-11", "provision")
_asks("R-STM-12", "automated")
_asks("R-STM-13", "source", "categories")


@of_rest("R-STM-02")
def officer(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a statement that does not name the officer who is appointed, Article 13(1)(b)."""
    one = shared.organisation
    if one is not None and one.dpo_appointed is Answer.YES:
        yield from (found("R-STM-02", item) for item in _open_items(shared, "dpo"))


@of_rest("R-STM-06")
def transfers(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find transfers that the statement does not tell, and safeguards without a way to a copy, 13(1)(f)."""
    used = {party for one in facts.values() if one.live for party in one.users}
    used.update(party for one in shared.processing for party in one.sub_processors)
    if any(_goes_out(shared, used)):
        yield from (found("R-STM-06", item) for item in _open_items(shared, "transfers"))
    settings = shared.statement
    if settings is not None and not settings.copy_how:
        public = {party for one in facts.values() if one.live and one.public for party in one.users}
        if any(_has_safeguard(shared, place) for place in _goes_out(shared, public)):
            yield found("R-STM-06", settings)


def _goes_out(shared: Shared, parties: Iterable[RecordId]) -> Iterator[RecordId]:
    """Yield the places that data are transferred to, of some parties."""
    chosen = set(parties)
    yield from (place.id for party, place in shared.outside if party.id in chosen)


def _has_safeguard(shared: Shared, place: RecordId) -> bool:
    for tool in shared.tools_of(place):
        choice = shared.law.choice("transfer_tools", tool.tool)
        if choice is not None and (choice.group == _SAFEGUARDS or choice.code == _SECOND_SUBPARAGRAPH):
            return True
    return False


@of_rest("R-STM-08")
def rights(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find rights that the published statement does not name, Article 13(2)(b)."""
    one = shared.published
    if one is None:
        return
    required = (choice.code for choice in shared.law.choices(_RIGHTS) if "required" in choice.flags)
    missing = tuple(code for code in required if code not in one.rights)
    if missing:
        yield found("R-STM-08", one, rights=Coded(_RIGHTS, missing))


@of_case("R-STM-11")
def provision(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find that it is not said whether data have to be given, or what happens without them, 13(2)(e)."""
    one = case.activity
    if not case.live or one.public is not Answer.YES:
        return
    if not one.provision:
        yield found("R-STM-11", one)
    elif one.provision in _NEEDED and not one.provision_consequence:
        yield found("R-STM-11", one, at="provision_consequence")


@of_case("R-STM-12")
def automated(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find that it is not said whether decisions are automated, Article 13(2)(f)."""
    if case.live and case.activity.public is Answer.YES and case.activity.automated is Answer.UNKNOWN:
        yield found("R-STM-12", case.activity)


@of_rest("R-STM-14")
def unknown_recipients(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find names in the published statement that are no party of the register."""
    one = shared.published
    if one is None:
        return
    known = {party.name.casefold() for party in shared.parties.values()}
    known.update(
        text.casefold() for party in shared.parties.values() for _, text in written(party.printed_name)
    )
    strange = [name for name in one.recipients_named if name.casefold() not in known]
    if strange:
        yield found("R-STM-14", one, name=", ".join(strange))


@of_case("R-STM-15")
def left_out(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a public activity that the published statement does not tell of, Article 13."""
    if not case.live or case.activity.public is not Answer.YES or shared.published is None:
        return
    told = (one for one in shared.published_items if one.item == "purposes" and one.said == "said")
    if not any(not one.activities or case.id in one.activities for one in told):
        yield found("R-STM-15", case.activity, name=named(case.id))


@of_rest("R-STM-16")
def changed_since(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that a public activity was changed after the statement was published."""
    one = shared.published
    if one is None or one.published is None:
        return
    days = (shared.history.changed.get(fact.id) for fact in facts.values() if fact.live and fact.public)
    if any(day is not None and one.published < day <= shared.day for day in days):
        yield found("R-STM-16", one)


@of_rest("R-STM-17")
def old(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that the published statement is older than it should be."""
    if shared.published is not None and shared.is_past(shared.published.published, "statement-age"):
        yield found("R-STM-17", shared.published, period=shared.threshold("statement-age"))


def _count(shared: Shared, code: str) -> Decimal:
    row = shared.law.threshold(code, shared.day)
    return row.value if row else Decimal("Infinity")


@of_rest("R-STM-18")
def vague_wording(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find texts with so many vague phrases that they say little, Article 12(1)."""
    most = _count(shared, "vague-phrases")
    one = shared.published
    if one is not None and len(one.phrases) >= most:
        yield found("R-STM-18", one, value=Coded(_PHRASES, one.phrases))
    for text in shared.statement_texts:
        alone = (Text().with_(language, words) for language, words in written(text.text))
        phrases = [vague_in(one, "text", shared.law) for one in alone]
        worst = max(phrases, key=len, default=())
        if len(worst) >= most:
            yield found("R-STM-18", text, value=Coded(_PHRASES, tuple(choice.code for choice in worst)))


@of_rest("R-STM-19")
def heavy_reading(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find own paragraphs with long words or long sentences, Article 12(1)."""
    for one in shared.statement_texts:
        if (worst := _heaviest(shared, one)) is not None:
            yield found("R-STM-19", one, lix=worst)


def _heaviest(shared: Shared, one: StatementText) -> int | None:
    """Return the readability of the heaviest language of a paragraph, None where none is too heavy."""
    most, longest = _count(shared, "lix"), _count(shared, "sentence-words")
    heavy = [
        lix(text) for _, text in written(one.text) if lix(text) > most or words_per_sentence(text) > longest
    ]
    return round(max(heavy)) if heavy else None


@of_rest("R-STM-20")
def outdated_terms(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find terms that are outdated on the day, in the published statement and in own paragraphs."""
    if (one := shared.published) is not None:
        codes = [code for code in one.terms if shared.is_outdated(code, "R-STM-20")]
        if codes:
            yield found("R-STM-20", one, term=Coded(_TERMS, tuple(codes)))
    outdated = {
        choice.code: choice.label
        for choice in shared.law.choices(_TERMS)
        if shared.is_outdated(choice.code, "R-STM-20")
    }
    for text in shared.statement_texts:
        if used := terms_in(shared.law, shared.day, text.text, outdated):
            yield found("R-STM-20", text, term=Coded(_TERMS, tuple(used)))


@of_rest("R-STM-21")
def channels(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that the way to use rights is unclear, or that answers come too late, Article 12(2) and (3)."""
    one = shared.published
    if one is None:
        return
    listed = [shared.law.choice("rights_channels", code) for code in one.rights_channels]
    unclear = bool(listed) and all(choice is not None and "vague" in choice.flags for choice in listed)
    late = one.reply_days is not None and one.reply_days > _count(shared, "reply-days")
    if unclear or late:
        yield found("R-STM-21", one, at="rights_channels" if unclear else "reply_days")


@of_rest("R-STM-22")
def changes(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a statement that may change without telling anybody, Article 13(3)."""
    one = shared.published
    if one is not None and shared.law.has_flag("change_policies", [one.changes], "bad"):
        yield found("R-STM-22", one)
