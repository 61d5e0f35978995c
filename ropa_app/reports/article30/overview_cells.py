"""The cells of the overview, one function for each column of the template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.values import Answer
from ropa_app.legal.transfers import ToolState, is_live
from ropa_app.reports import articles, phrases
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.letters_abc import JOINT
from ropa_app.reports.article30.letters_defg import (
    WORKING,
    lines_without_rule,
    own_measures,
    shared_measures,
    tools_for,
)
from ropa_app.reports.article30.places import country_paragraphs, is_unplaced, tool_name, tool_state
from ropa_app.reports.page_model import Cell, Paragraph, Run, Sign, bold, cell, signed
from ropa_app.reports.wording import Runs, lowered, lowered_runs, raised_runs

_PROCESSOR: Final = "processor"


def semicolons(items: Iterable[Runs]) -> Runs:
    """Return items with semicolons between them, the first with a capital letter."""
    found: list[Run] = []
    for item in items:
        if item:
            found.extend((Run("; "), *item) if found else item)
    return raised_runs(tuple(found))


def _given(context: Context, items: Sequence[Runs], *, asked: bool) -> Cell:
    runs = semicolons(items)
    return cell(*runs) if runs else cell(context.words.missing(asked=asked))


def _once(items: Iterable[Runs]) -> list[Runs]:
    return list(dict.fromkeys(item for item in items if item))


def owner(context: Context, view: ActivityView) -> Cell:
    """Column A."""
    return cell(view.activity.owner) if view.activity.owner else cell(context.words.missing(asked=False))


def area(context: Context, view: ActivityView) -> Cell:
    """Column B."""
    return _given(context, [context.words.shown(view.activity.area)], asked=False)


def title(context: Context, view: ActivityView) -> Cell:
    """Column C."""
    runs = context.words.shown(view.activity.title)
    if not runs:
        return cell(bold(context.t("Without a title")))
    return cell(replace(runs[0], bold=True), *runs[1:])


def purposes(context: Context, view: ActivityView) -> Cell:
    """Column D."""
    found = [lowered_runs(context.words.shown(one.text)) for one in view.purposes]
    return _with_gap(context, found)


def subjects(context: Context, view: ActivityView) -> Cell:
    """Column E."""
    found = phrases.all_subjects(view.lines, context.words)
    silent = any(not phrases.subjects(line, context.words) for line in view.lines)
    return _with_gap(context, [*found, *([()] if silent else [])])


def categories(context: Context, view: ActivityView) -> Cell:
    """Column F."""
    found = phrases.all_categories(view.lines, context.words)
    silent = any(not phrases.categories(line, context.words) for line in view.lines)
    return _with_gap(context, [*found, *([()] if silent else [])])


def _with_gap(context: Context, items: Sequence[Runs]) -> Cell:
    """Return items; the sign follows where one of them, or all, say nothing."""
    runs = semicolons(items)
    if not runs:
        return cell(context.words.missing())
    if all(items):
        return cell(*runs)
    return cell(*runs, signed(Sign.NOT_STATED, context.t("Partly not stated")))


def sources(context: Context, view: ActivityView) -> Cell:
    """Column G."""
    words, names = context.words, context.names
    found = [
        names.party(one.party)
        if one.party
        else lowered_runs(
            (Run(words.label("source_kinds", one.origin)),) if one.origin else words.shown(one.note)
        )
        for one in view.sources
    ]
    return _given(context, _once(found), asked=False)


def recipients(context: Context, view: ActivityView) -> Cell:
    """Column H."""
    if not view.recipients and view.activity.recipients_answer == "none":
        return cell(context.t("None"))
    found = [
        context.names.party(one.party) if one.party else context.words.shown(one.category)
        for one in view.recipients
    ]
    return _with_gap(context, found)


def _basis(context: Context, purpose: Purpose) -> Runs:
    words = context.words
    labels = []
    for code in purpose.art6:
        label = words.law.short_label("legal_bases_art6", code, words.language)
        labels.append(context.t("{basis} (letter {letter})", basis=label, letter=code[-1]))
    return (Run("; ".join(labels)),) if labels else ()


def bases(context: Context, view: ActivityView) -> Cell:
    """Column I."""
    t, words = context.t, context.words
    found = _once(_basis(context, one) for one in view.purposes)
    open_ones = [str(one.position) for one in view.purposes if not one.art6]
    if not found:
        return cell(words.undecided(asked=False))
    if not open_ones:
        return cell(*semicolons(found))
    rest = t.plural(
        "Not determined for purpose {numbers}",
        "Not determined for purposes {numbers}",
        len(open_ones),
        numbers=words.listed(open_ones),
    )
    return cell(*semicolons(found), Run(". "), Run(rest, secondary=True))


def grounds(context: Context, view: ActivityView) -> Cell:
    """Column J."""
    words = context.words
    found = _once(
        words.shown(text) for one in view.purposes for text in (one.law_reference, one.interest) if text
    )
    return _given(context, found, asked=False)


def conditions(context: Context, view: ActivityView) -> Cell:
    """Column K."""
    found = _once(
        (Run(articles.basis(code, "legal_bases_art9_10", context.words)),)
        for one in view.purposes
        for code in one.art9_10
    )
    return _given(context, found, asked=False)


def systems(context: Context, view: ActivityView) -> Cell:
    """Column L."""
    found = [context.names.system(one) for one in view.activity.systems]
    return _given(context, _once(found), asked=False)


def retention(context: Context, view: ActivityView) -> Cell:
    """Column M."""
    words = context.words
    found: list[Runs] = []
    for rule in view.retention:
        limit, start = phrases.time_limit(rule, words), phrases.counted_from(rule, words)
        event = context.t(" (from: {event})", event=lowered(start)) if start and limit else ""
        found.append((*lowered_runs(limit), *((Run(event),) if event else ())))
    silent = not all(found) or bool(lines_without_rule(view))
    return _with_gap(context, [*_once(found), *([()] if silent else [])])


def measures(context: Context, view: ActivityView) -> Cell:
    """Column N."""
    t, words = context.t, context.words
    own, shared = own_measures(context, view), shared_measures(context)
    found = [context.names.measure(one.id) for one in own if one.status in WORKING]
    if count := len([one for one in shared if one.status in WORKING]):
        text = t.plural(
            "{n} measure for the whole organisation",
            "{n} measures for the whole organisation",
            count,
            n=words.number(count),
        )
        found.append((Run(text),))
    return _given(context, found, asked=True)


def high_risk(context: Context, view: ActivityView) -> Cell:
    """Column O."""
    if view.activity.high_risk is Answer.UNKNOWN:
        return cell(context.words.undecided(asked=False))
    return cell(context.words.answer(view.activity.high_risk))


def _by_role(context: Context, view: ActivityView, role: str) -> Cell:
    found = [
        context.names.party(one.party) if one.party else context.words.shown(one.category)
        for one in view.recipients
        if one.role == role
    ]
    unsettled = any(not one.role for one in view.recipients)
    known = bool(view.recipients) or view.activity.recipients_answer == "none"
    if runs := semicolons(_once(found)):
        return cell(*runs)
    return cell(context.words.undecided(asked=False) if unsettled or not known else context.t("None"))


def processors(context: Context, view: ActivityView) -> Cell:
    """Column P."""
    return _by_role(context, view, _PROCESSOR)


def joint(context: Context, view: ActivityView) -> Cell:
    """Column Q."""
    return _by_role(context, view, JOINT)


def countries(context: Context, view: ActivityView) -> Cell:
    """Column R."""
    t, words = context.t, context.words
    if not is_live(view.activity):
        return cell(t("Not applicable"))
    found: list[Paragraph] = []
    for transfer in view.transfers:
        found.extend(one for one in country_paragraphs(context, transfer.place) if one not in found)
    if _somewhere_unknown(context, view) and words.missing() not in found:
        found.append(words.missing())
    return tuple(found) or cell(t("None"))


def _somewhere_unknown(context: Context, view: ActivityView) -> bool:
    parties = view.parties(context.names)
    if any(is_unplaced(context, party) for party in parties) or any(not one.party for one in view.recipients):
        return True
    return not parties and view.activity.recipients_answer != "none"


def safeguards(context: Context, view: ActivityView) -> Cell:
    """Column S."""
    t, words = context.t, context.words
    if not is_live(view.activity):
        return cell(t("Not applicable"))
    if not view.transfers:
        return cell(words.missing() if _somewhere_unknown(context, view) else t("Not applicable"))
    found: dict[str, Paragraph] = {}
    for transfer in view.transfers:
        judged = tools_for(view, transfer)
        if not judged:
            found[""] = words.missing()
        for one in judged:
            name = tool_name(context, one)
            if one.state is not ToolState.VALID:
                name = replace(name, runs=(*name.runs, Run(f". {tool_state(context, one)}")))
            found.setdefault(name.text, name)
    return tuple(found.values())
