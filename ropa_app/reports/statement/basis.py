"""What an activity rests on: legal basis, provision and interest; and how a consent is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.i18n import NC_
from ropa_app.legal.rights import CONSENT as CONSENT_BASIS
from ropa_app.legal.rights import EXPLICIT_CONSENT, INTERESTS
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.articles import article, basis_place
from ropa_app.reports.page_model import Paragraph, para
from ropa_app.reports.statement import clauses
from ropa_app.reports.statement.context import StatementContext, closed, linked, section_number
from ropa_app.reports.wording import Runs, lowered, slot, woven

CODE: Final = "02-processing"
SECTION: Final = section_number(CODE)
_ART6: Final = "legal_bases_art6"
_ART9: Final = "legal_bases_art9_10"
_ART10: Final = "10"
# The bases of Article 6 as a sentence names them, with the article a noun needs.
_BASES: Final = {
    "6-1-a": NC_("basis", "consent"),
    "6-1-b": NC_("basis", "a contract"),
    "6-1-c": NC_("basis", "a legal obligation"),
    "6-1-d": NC_("basis", "vital interests"),
    "6-1-e": NC_("basis", "a task in the public interest or the exercise of official authority"),
    "6-1-f": NC_("basis", "a legitimate interest"),
}


def basis_paragraphs(
    context: StatementContext, view: ActivityView, purpose: Purpose | None
) -> Iterator[Paragraph]:
    """Yield the bases of a purpose in sentences, with the provision and the interest they rest on."""
    mine = (view.activity.id,)
    if purpose is None or not purpose.art6:
        label = context.t.context("statement", "Legal basis")
        yield context.gap(CODE, label, item="legal_basis", activities=mine)
    else:
        context.ledger.say("legal_basis", SECTION, mine)
    if purpose is None:
        return
    for code in purpose.art6:
        yield para(_art6(context, code))
    for code in purpose.art9_10:
        yield para(_art9_10(context, code))
    if law := context.words.shown(purpose.law_reference):
        text = context.t("The provision is {law}", law=slot("law"))
        yield Paragraph(closed(woven(text, law=law)))
    if INTERESTS in purpose.art6 or purpose.interest:
        yield from _interest(context, view, purpose)


def _art6(context: StatementContext, code: str) -> str:
    """Return a basis of Article 6 as a sentence; a code of no list as it stands."""
    words = context.words
    if words.law.choice(_ART6, code) is None:
        return f"{code}."
    known = _BASES.get(code)
    basis = words.t.marked(known) if known else words.law.short_label(_ART6, code, words.language)
    place = context.regulation(article(basis_place(code), words.t))
    return words.t("The legal basis is {basis} ({place}).", basis=basis, place=place)


def _art9_10(context: StatementContext, code: str) -> str:
    """Return a condition of Article 9 or 10 as a sentence; a code of no list as it stands."""
    words = context.words
    if words.law.choice(_ART9, code) is None:
        return f"{code}."
    place = context.regulation(article(basis_place(code), words.t))
    if code == _ART10:
        return words.t("We process data on criminal convictions and offences under {place}.", place=place)
    basis = lowered(words.law.short_label(_ART9, code, words.language))
    return words.t(
        "For special categories of data this ground applies: {basis} ({place}).", basis=basis, place=place
    )


def _interest(context: StatementContext, view: ActivityView, purpose: Purpose) -> Iterator[Paragraph]:
    """Yield the interest that is pursued; where it is the basis, that one can see how it was weighed."""
    t, mine = context.t, (view.activity.id,)
    if interest := context.words.shown(purpose.interest):
        context.ledger.say("interests", SECTION, mine)
        yield Paragraph(closed(clauses.interest(interest, context.words)))
    else:
        why = t("Which interest it is, is missing.")
        yield context.gap(CODE, t("Interest"), why, item="interests", activities=mine)
    if INTERESTS in purpose.art6:
        yield para(t("You can ask to see how we have weighed it against yours, and you can object."))


def withdrawal(context: StatementContext, view: ActivityView, purpose: Purpose) -> Iterator[Paragraph]:
    """Yield that a consent can be withdrawn, and how; nothing where no consent is asked for."""
    if CONSENT_BASIS not in purpose.art6 and EXPLICIT_CONSENT not in purpose.art9_10:
        return
    t, mine = context.t, (view.activity.id,)
    yield para(t("You can withdraw your consent at any time. What we did before that stays lawful."))
    context.ledger.say("withdrawal", SECTION, mine)
    consent = context.names.consents.get(purpose.consent) if purpose.consent else None
    how: Runs = context.words.shown(consent.withdrawal) if consent else ()
    if how:
        text = t("How to withdraw: {how}", how=slot("how"))
        yield Paragraph(closed(linked(woven(text, how=how))))
    else:
        why = t("How you withdraw it is missing.")
        yield context.gap(CODE, t("Your consent"), why, item="withdrawal", activities=mine)
