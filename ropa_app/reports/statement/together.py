"""Activities that share purpose, basis and recipients: which they are, and how they are told together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.names import Names
from ropa_app.reports.page_model import Paragraph, Run
from ropa_app.reports.wording import Wording, raised_runs, text_of

if TYPE_CHECKING:
    from ropa_app.reports.statement.context import StatementContext

Views = tuple[ActivityView, ...]


def groups(views: Sequence[ActivityView], names: Names) -> tuple[Views, ...]:
    """Return the activities in their order, those together that share purposes, bases and recipients.

    What is not settled is never shared: an activity without a purpose in words, or of which nobody has said
    who receives the data, stands alone.
    """
    found: dict[Hashable, list[ActivityView]] = {}
    for view in views:
        found.setdefault(_shared_by(view, names) or view.activity.id, []).append(view)
    return tuple(tuple(members) for members in found.values())


def _shared_by(view: ActivityView, names: Names) -> tuple[Hashable, ...] | None:
    words = names.words
    purposes = tuple(_told(purpose, words) for purpose in view.purposes)
    receivers = frozenset(
        [
            *view.parties(names),
            *(text_of(words.shown(one.category)) for one in view.recipients if not one.party),
        ]
    )
    answered = bool(receivers - {""}) or view.activity.recipients_answer == "none"
    if not purposes or not answered or not all(text for text, *_ in purposes):
        return None
    return purposes, receivers, view.activity.recipients_answer


def _told(purpose: Purpose, words: Wording) -> tuple[str, ...]:
    """Return what is printed of a purpose and its basis, for comparison."""
    shown = (purpose.text, purpose.law_reference, purpose.interest)
    return (
        *(text_of(words.shown(text)) for text in shown),
        *(" ".join(codes) for codes in (purpose.art6, purpose.art9_10)),
        purpose.consent or "",
    )


@dataclass(slots=True)
class _Answer:
    """What is said of some activities; `gaps_from` is the place of its gaps in the list of all gaps."""

    paragraphs: Sequence[Paragraph]
    gaps_from: int
    views: list[ActivityView] = field(default_factory=list)


def told_once(
    context: StatementContext, views: Views, write: Callable[[ActivityView], Sequence[Paragraph]]
) -> list[Paragraph]:
    """Return what `write` says of each activity, once where it says the same of several.

    Where it differs each answer begins with the names of its activities. A gap that is printed once counts
    once.
    """
    answers: dict[tuple[str, ...], _Answer] = {}
    for view in views:
        begun = len(context.ledger.gaps)
        paragraphs = write(view)
        answer = answers.setdefault(tuple(one.text for one in paragraphs), _Answer(paragraphs, begun))
        answer.views.append(view)
        if len(answer.views) > 1:
            context.ledger.join_gaps(answer.gaps_from, begun)
    if len(answers) == 1:
        return [paragraph for answer in answers.values() for paragraph in answer.paragraphs]
    return [paragraph for answer in answers.values() for paragraph in _named(context, answer)]


def _named(context: StatementContext, answer: _Answer) -> list[Paragraph]:
    """Return an answer that begins with the names of the activities it holds for."""
    if not answer.paragraphs:
        return []
    names = raised_runs(context.words.series([context.title(view) for view in answer.views]))
    first = answer.paragraphs[0]
    return [replace(first, runs=(*names, Run(": "), *first.runs)), *answer.paragraphs[1:]]
