"""What a sheet tells beyond Article 30(1): recommended fields, and in one row those without an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Answer
from ropa_app.reports import phrases
from ropa_app.reports.article30.context import Context, field_label, labelled, paragraphs
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldTable,
    Heading,
    HeadingStyle,
    Paragraph,
    Run,
    Table,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import Runs, lowered, raised_runs, slot, woven

_CONSENT = ("6-1-a", "9-2-a")
_CUSTOMER = "existing_customer"
_PORTABLE = ("6-1-a", "6-1-b", "9-2-a")


@dataclass(frozen=True, slots=True)
class Fact:
    """A recommended field: its label and value.

    Without a value it is listed among the unanswered, unless it is not `relevant` to the activity;
    `decision` tells that the answer is to be decided rather than stated.
    """

    label: str
    content: Cell = ()
    relevant: bool = True
    decision: bool = False


def recommended(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return the heading, the fields that have a value, and the row of those that have none."""
    t = context.t
    facts = [*_about(context, view), *_purposes(context, view), *_rest(context, view)]
    rows = [FieldRow(cell(fact.label), fact.content) for fact in facts if fact.content]
    if empty := [fact for fact in facts if fact.relevant and not fact.content]:
        names = ", ".join(lowered(fact.label) for fact in empty)
        rows.append(FieldRow(cell(_emptiness(context, empty)), cell(secondary(names))))
    heading = Heading(t("Recommended information"), level=3, style=HeadingStyle.SUBSECTION)
    blocks: list[Block] = [heading, FieldTable(tuple(rows), summary=t("Recommended information"))]
    return (*blocks, *_trackers(context, view))


def _emptiness(context: Context, empty: Sequence[Fact]) -> str:
    """Return what fields without an answer are: not stated, not determined, or some this and some that."""
    t, decisions = context.t, {fact.decision for fact in empty}
    if len(decisions) > 1:
        return t("Not stated or determined")
    return t("Not determined") if True in decisions else t("Not stated")


def _field(context: Context, record: Activity, name: str) -> Cell:
    runs = context.words.value(SPECS[record.KIND][name], getattr(record, name))
    return cell(*runs) if runs else ()


def _listed(context: Context, activity: Activity, name: str) -> Cell:
    """Return the codes of a list with long labels, one paragraph each."""
    spec = SPECS[activity.KIND][name]
    return tuple(para(context.words.label(spec.of, code)) for code in getattr(activity, name))


def _about(context: Context, view: ActivityView) -> Iterator[Fact]:
    """Yield status, owner, area, review, systems and sources."""
    t, activity = context.t, view.activity
    yield Fact(t("Status"), _status(context, activity), decision=True)
    for name in ("owner", "area", "last_reviewed"):
        yield Fact(field_label(context, activity.KIND, name), _field(context, activity, name))
    yield Fact(t("Systems"), tuple(paragraphs(_systems(context, activity))))
    yield Fact(t("Sources"), tuple(_sources(context, view)))
    indirect = any(context.law.has_flag("source_kinds", [one.origin], "indirect") for one in view.sources)
    yield Fact(
        t("Information to the data subjects"), _field(context, activity, "art14_information"), indirect
    )


def _status(context: Context, activity: Activity) -> Cell:
    t, words = context.t, context.words
    since = words.day(activity.since) if activity.since else ""
    if not activity.status:
        return cell(t("Not determined, since {day}", day=since)) if since else ()
    status = words.label("activity_status", activity.status)
    return cell(t("{status} since {day}", status=status, day=since) if since else status)


def _systems(context: Context, activity: Activity) -> Iterator[Runs]:
    for system in activity.systems:
        one = context.names.systems.get(system)
        name = context.names.system(system)
        if one is not None and one.provider:
            text = context.t("{system} (provider: {party})", system=slot("system"), party=slot("party"))
            yield woven(text, system=name, party=context.names.party(one.provider))
        else:
            yield name


def _sources(context: Context, view: ActivityView) -> Iterator[Paragraph]:
    words = context.words
    for source in view.sources:
        runs = phrases.origin(source, context.names) or (secondary(context.t("Not stated")),)
        lines = phrases.line_labels(source.lines, view.lines, words)
        if lines and len(lines) < len(view.lines):
            about = words.series([_in_brackets(line) for line in lines])
            text = context.t("{source} (for: {data})", source=slot("source"), data=slot("data"))
            yield Paragraph(woven(text, source=runs, data=about))
        else:
            yield Paragraph(runs)


def _in_brackets(line: Runs) -> Runs:
    return (Run(lowered(line[0].text), language=line[0].language), *line[1:])


def _purposes(context: Context, view: ActivityView) -> Iterator[Fact]:
    """Yield what is recorded on each purpose beyond text and basis, told apart where purposes differ."""
    t, words, names = context.t, context.words, context.names

    def rests_on_consent(purpose: Purpose) -> bool:
        return any(code in _CONSENT for code in (*purpose.art6, *purpose.art9_10))

    def conditions(purpose: Purpose) -> Runs:
        labels = (words.label("mfl_15_3", code) for code in purpose.customer_conditions)
        return raised_runs(words.series([(Run(lowered(label)),) for label in labels]))

    told = (
        (t("Consent mechanism"), lambda p: names.consent(p.consent) if p.consent else (), rests_on_consent),
        (t("Further use"), lambda p: _further(context, p), lambda _: True),
        (t("Marketing by channel"), _value(context, "marketing_channels"), lambda _: False),
        (
            field_label(context, Purpose.KIND, "marketing_ground"),
            _value(context, "marketing_ground"),
            lambda p: bool(p.marketing_channels),
        ),
        (t("Conditions for existing customers"), conditions, lambda p: p.marketing_ground == _CUSTOMER),
        (t("Opt-outs"), _value(context, "suppression"), lambda p: bool(p.marketing_channels)),
    )
    decisions = (t("Further use"), field_label(context, Purpose.KIND, "marketing_ground"))
    for label, value, asked in told:
        relevant = any(asked(purpose) for purpose in view.purposes)
        yield Fact(label, per_purpose(context, view, value, asked), relevant, label in decisions)


def _value(context: Context, name: str) -> Callable[[Purpose], Runs]:
    spec = SPECS[Purpose.KIND][name]
    return lambda purpose: context.words.value(spec, getattr(purpose, name))


def _further(context: Context, purpose: Purpose) -> Runs:
    t = context.t
    match purpose.further_use:
        case Answer.YES:
            return (Run(t("Yes, the data were collected for another purpose")),)
        case Answer.NO:
            return (Run(t("No, the data are used for what they were collected for")),)
        case Answer.NOT_APPLICABLE:
            return (Run(t("Not applicable")),)
        case Answer.UNKNOWN:
            return ()


def per_purpose(
    context: Context,
    view: ActivityView,
    value: Callable[[Purpose], Runs],
    asked: Callable[[Purpose], bool],
) -> Cell:
    """Return one value where all purposes share it, else each with the number of its purpose.

    A purpose without a value is named only where it is `asked` for one.
    """
    values = [(purpose, value(purpose)) for purpose in view.purposes]
    if not any(runs for _, runs in values):
        return ()
    if all(runs == values[0][1] for _, runs in values):
        return cell(*values[0][1])
    empty = (secondary(context.t("Not stated")),)
    return tuple(
        labelled(context.t("Purpose {number}", number=purpose.position), runs or empty)
        for purpose, runs in values
        if runs or asked(purpose)
    )


def _rest(context: Context, view: ActivityView) -> Iterator[Fact]:
    """Yield what the data subject meets, and how risky the activity is."""
    t, words, activity, law = context.t, context.words, view.activity, context.law
    yield Fact(t("Duty to provide the data"), _provision(context, activity), decision=True)
    yield Fact(t("Automated decisions"), _automated(context, activity), decision=True)
    children = any(law.has_flag("subject_categories", line.subjects, "child") for line in view.lines)
    yield Fact(t("Children"), _field(context, activity, "children_note"), children)
    national = any(law.has_flag("data_categories", line.categories, "national_id") for line in view.lines)
    yield Fact(
        field_label(context, activity.KIND, "national_id_need"),
        _field(context, activity, "national_id_need"),
        national,
    )
    portable = any(code in _PORTABLE for one in view.purposes for code in (*one.art6, *one.art9_10))
    yield Fact(t("Portability"), _field(context, activity, "portability"), portable)
    yield Fact(t("High privacy risk"), _field(context, activity, "high_risk"), decision=True)
    for name, label in (
        ("dpia_art35", t("Criteria in Article 35(3)")),
        ("dpia_list", t("Criteria on Datatilsynet's list")),
        ("dpia_criteria", t("Risk criteria")),
    ):
        yield Fact(label, _listed(context, activity, name), relevant=False)
    yield Fact(t("Assessments"), tuple(paragraphs(context.assessments.get(activity.id, ()))), relevant=False)
    confirmed = words.day(activity.deletion_confirmed) if activity.deletion_confirmed else ""
    ended = activity.status == "ended"
    yield Fact(t("Erasure confirmed on"), cell(confirmed) if confirmed else (), ended)


def _provision(context: Context, activity: Activity) -> Cell:
    found = list(_field(context, activity, "provision"))
    if activity.provision_consequence:
        consequence = context.words.shown(activity.provision_consequence)
        found.append(labelled(field_label(context, activity.KIND, "provision_consequence"), consequence))
    return tuple(found)


def _automated(context: Context, activity: Activity) -> Cell:
    t, words = context.t, context.words
    found = list(_field(context, activity, "automated"))
    if activity.automated_ground:
        ground = words.label("art22_grounds", activity.automated_ground)
        found.append(labelled(t("Ground for the decision"), (Run(ground),)))
    elif activity.automated is Answer.YES:
        found.append(labelled(t("Ground for the decision"), words.missing(asked=False).runs))
    if activity.automated_logic:
        found.append(labelled(t("Logic and consequences"), words.shown(activity.automated_logic)))
    return tuple(found)


def _trackers(context: Context, view: ActivityView) -> tuple[Block, ...]:
    if not view.trackers:
        return ()
    t = context.t
    columns = (
        Column(t("Name"), 0.17),
        Column(t("Set by"), 0.17),
        Column(t("Category"), 0.14),
        Column(t("Purpose"), 0.24),
        Column(t("Duration"), 0.12),
        Column(t("How consent is obtained"), 0.16),
    )
    rows = tuple(_tracker(context, tracker) for tracker in view.trackers)
    heading = Heading(t("Cookies and other tracking"), level=3, style=HeadingStyle.SUBSECTION)
    return (heading, Table(columns, rows, row_header=0, summary=t("Cookies and other tracking")))


def _tracker(context: Context, tracker: Tracker) -> tuple[Cell, ...]:
    words = context.words

    def field(name: str) -> Cell:
        runs = words.value(SPECS[Tracker.KIND][name], getattr(tracker, name))
        return cell(*runs) if runs else cell(words.missing(asked=False))

    provider = context.names.party(tracker.provider) if tracker.provider else ()
    set_by = cell(*provider) if provider else cell(words.missing(asked=False))
    named = ("category", "purpose", "duration", "consent_way")
    return (field("name"), set_by, *(field(name) for name in named))
