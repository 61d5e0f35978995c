"""Where the data come from: told of each activity, and together in section 3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.entities.activity_data import Source
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Block, FieldRow, FieldStyle, FieldTable, Paragraph, Run
from ropa_app.reports.statement.context import StatementContext, closed, row, section_number
from ropa_app.reports.statement.data_lines import chosen_lines
from ropa_app.reports.wording import Runs, raised_runs, slot, woven

CODE: Final = "03-sources"
_ITEM: Final = "source"
_FROM_OTHERS: Final = "third_party"


def origin_paragraphs(
    context: StatementContext, view: ActivityView, code: str, label: str
) -> list[Paragraph]:
    """Return where the data of an activity come from, with a gap for those of which nobody knows."""
    mine, section = (view.activity.id,), section_number(code)
    told = [source for source in view.sources if source.origin or source.party or source.note]
    if not told:
        return [context.gap(code, label, item=_ITEM, activities=mine)]
    context.ledger.say(_ITEM, section, mine)
    found = [Paragraph(text) for text in _sentences(context, view, told)]
    covered = {line for source in told for line in source.lines}
    open_lines = [line.id for line in view.lines if line.id not in covered]
    if open_lines and all(source.lines for source in told):
        rest = chosen_lines(context, view, open_lines)
        text = context.t("This concerns: {what}", what=slot("what"))
        why = closed(woven(text, what=rest))
        found.append(context.gap(code, label, *why, item=_ITEM, activities=mine))
    return found


def _sentences(context: StatementContext, view: ActivityView, sources: Sequence[Source]) -> list[Runs]:
    """Return one sentence for each kind of source and the data it gives."""
    kinds: dict[tuple[str, tuple[str, ...]], list[Source]] = {}
    for source in sources:
        kinds.setdefault((source.origin, tuple(source.lines)), []).append(source)
    found: list[Runs] = []
    for (origin, _), members in kinds.items():
        told = closed(_sentence(context, origin, members))
        chosen = () if len(view.lines) < 2 else chosen_lines(context, view, members[0].lines)
        found.append((*raised_runs(chosen), Run(": "), *told) if chosen else told)
    return found


def _who(context: StatementContext, sources: Sequence[Source]) -> Runs:
    """Return from whom the data come, with notes: a list in words, () where nothing is named."""
    named: dict[tuple[str, ...], Runs] = {}
    for source in sources:
        party = context.party(source.party) if source.party else ()
        note = context.words.shown(source.note)
        if party and note:
            one: Runs = (*party, Run(" ("), *note, Run(")"))
        else:
            one = party or note
        if one:
            named.setdefault(tuple(run.text for run in one), one)
    return context.words.series(list(named.values()))


def _sentence(context: StatementContext, origin: str, sources: Sequence[Source]) -> Runs:
    """Return where data come from without a full stop at the end; notes alone are a sentence of their own."""
    t, filled, who = context.t, slot("who"), _who(context, sources)
    named = all(source.party for source in sources)
    known = {
        "data_subject": t("You give them to us yourself"),
        "automatic": t("They are collected automatically"),
        "internal": t("They come from other parts of our organisation"),
        "third_party": t("We get them from others than you"),
        "public_source": t("We get them from publicly accessible sources"),
        "public_register": t("We get them from public registers"),
    }
    plain = known.get(origin or _FROM_OTHERS)
    if origin in (_FROM_OTHERS, "") and named:
        return woven(t("We get them from {who}", who=filled), who=who)
    if plain is None:
        return (Run(context.words.label("source_kinds", origin)),)
    if not who:
        return (Run(plain),)
    if any(source.party for source in sources):
        return (Run(plain), Run(": "), *who)
    return (Run(f"{plain}. "), *raised_runs(who))


def sources_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 3: each kind of source with the activities it serves."""
    yield context.heading(CODE)
    yield from context.own(CODE)
    rows = [*_kind_rows(context), *_open_row(context)]
    if rows:
        yield FieldTable(tuple(rows), FieldStyle.PROSE)
    elif not context.views:
        yield context.quiet_gap()


def _kind_rows(context: StatementContext) -> Iterator[FieldRow]:
    t = context.t
    labels = {
        "data_subject": t("From you"),
        "automatic": t("Automatically"),
        "internal": t("From ourselves"),
        "third_party": t("From others"),
        "public_source": t("Public sources"),
        "public_register": t("Public registers"),
        "": t("From others"),
    }
    for origin in labels:
        serving = [(view, found) for view in context.views if (found := _of(view, origin))]
        if not serving:
            continue
        if not any(_who(context, found) for _, found in serving):
            yield row(labels[origin], closed(context.titles([view for view, _ in serving])))
            continue
        yield row(labels[origin], [Paragraph(_served(context, view, found)) for view, found in serving])


def _of(view: ActivityView, origin: str) -> list[Source]:
    return [one for one in view.sources if one.origin == origin and (origin or one.party or one.note)]


def _served(context: StatementContext, view: ActivityView, sources: Sequence[Source]) -> Runs:
    """Return what an activity gets from whom: Customers: dealers and installers."""
    who = _who(context, sources)
    title = context.linked_title(view)
    return closed((*title, Run(": "), *who)) if who else closed(raised_runs(title))


def _open_row(context: StatementContext) -> Iterator[FieldRow]:
    """Yield the activities of which nobody has said where their data come from."""
    bare = [
        view
        for view in context.views
        if not any(source.origin or source.party or source.note for source in view.sources)
    ]
    if bare:
        text = context.t("This concerns: {what}", what=slot("what"))
        why = closed(woven(text, what=context.titles(bare)))
        label = context.t("The rest")
        yield row(label, [context.gap(CODE, label, *why, activities=[view.activity.id for view in bare])])
