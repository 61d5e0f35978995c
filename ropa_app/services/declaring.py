"""The points a register declares as not settled: accepted findings that the authority shall see."""

from __future__ import annotations

from datetime import date

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import Records
from ropa_app.domain.values import Answer
from ropa_app.i18n import DEFAULT, Language, as_language, translator
from ropa_app.legal import LawData
from ropa_app.legal.checks import Level, check_register
from ropa_app.reports.page_model import Run
from ropa_app.services.checking import Judged, accepted_on, history_facts, judged
from ropa_app.services.exporting import DeclaredGap, Source
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.naming import Naming
from ropa_app.storage.register_file import RegisterState


def declared_gaps(
    state: RegisterState, drawn_from: Source, language: Language, law: LawData
) -> tuple[DeclaredGap, ...]:
    """Return what a document in a language declares as not settled, in the order of the rules.

    That are the findings of the day of the document with an acceptance in force that says so. The rules are
    asked only where there is such an acceptance.
    """
    records, day = drawn_from.records, drawn_from.edition.day
    if not any(one.declared is Answer.YES for one in accepted_on(records, day).values()):
        return ()
    settings = records.one("register")
    main = as_language(getattr(settings, "language", "")) or DEFAULT
    texts = FindingTexts(Naming(records, law, translator(language), language, main))
    return tuple(
        _gap(one, one.acceptance, texts)
        for one in texts.in_order(_found(state, records, law, day))
        if one.acceptance is not None and one.acceptance.declared is Answer.YES
    )


def _found(state: RegisterState, records: Records, law: LawData, day: date) -> tuple[Judged, ...]:
    """Return the findings of the day; what the history says counts for the present state only."""
    history = history_facts(state.touches(), day) if records is state.reader else None
    return judged(records, check_register(records, law, day, history), day).findings


def _gap(one: Judged, acceptance: Acceptance, texts: FindingTexts) -> DeclaredGap:
    finding = one.finding
    return DeclaredGap(
        what=(Run(texts.message(finding)),),
        record=None if finding.kind in ("organisation", "register") else finding.record,
        field=finding.field,
        article=texts.why(one.rule),
        required=one.rule.level is not Level.PRACTICE,
        reason=acceptance.reason,
    )
