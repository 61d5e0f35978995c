"""TRA, second half: whether a tool that is recorded holds, and what has to be recorded with it, Chapter V."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.values import Answer
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.finding import Coded, Finding, found, named
from ropa_app.legal.checks.processors import is_used
from ropa_app.legal.checks.registry import AllFacts, of_rest
from ropa_app.legal.checks.shared import Shared, ToolAbroad
from ropa_app.legal.law import COUNTRY
from ropa_app.legal.rows import Adequacy
from ropa_app.legal.transfers import ADEQUACY, DPF

TOOLS: Final = "transfer_tools"
_USA: Final = "US"
APPROPRIATE: Final = "46"
DEROGATION: Final = "49"
_COMPELLING: Final = "49-1-2"
_OLD_CLAUSES: Final = "scc-old"
_NEW_CLAUSES: Final = "scc-2021"
_CERTIFIED: Final = frozenset({"active", "active_review"})
_CLOSED_TO_AUTHORITIES: Final = ("49-1-a", "49-1-b", "49-1-c", _COMPELLING)
_WRONG_ROLES: Final = {"scc-2021-m1": ("processor",), "scc-2021-m2": ("controller", "joint")}


def tools_in_use(shared: Shared, facts: AllFacts, *codes: str) -> Iterator[ToolAbroad]:
    """Yield the tools of transfers with one of some codes that are agreed and not ended."""
    for code in codes:
        for one in shared.tools_abroad.get(code, ()):
            if is_used(shared, facts, one.party.id):
                yield one


def family(shared: Shared, family: str) -> list[str]:
    """Return the codes of the tools under Article 45, 46 or 49."""
    return [choice.code for choice in shared.law.choices(TOOLS) if choice.group == family]


def _country(one: ToolAbroad) -> Coded:
    return Coded(COUNTRY, (one.place.country,) if one.place.country else ())


def _decision(shared: Shared, one: ToolAbroad) -> Adequacy | None:
    """Return the decision in force that a tool rests on; that of the United States is the Framework's."""
    if one.tool.tool == ADEQUACY and one.place.country == _USA:
        return None
    return shared.law.adequacy(one.place.country, shared.day)


def _assessment(shared: Shared, tool: TransferTool) -> Assessment | None:
    return shared.assessments.get(tool.tia) if tool.tia else None


@of_rest("R-TRA-03")
def adequacy(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a transfer that rests on an adequacy decision that is not in force, Article 45(3) and (5)."""
    for one in tools_in_use(shared, facts, ADEQUACY):
        if one.place.country and _decision(shared, one) is None:
            yield found("R-TRA-03", one.tool, country=_country(one), date=shared.day)


@of_rest("R-TRA-04")
def scope(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a partial adequacy decision without a confirmation that it covers the recipient."""
    for one in tools_in_use(shared, facts, ADEQUACY):
        decision = _decision(shared, one)
        if decision and decision.scope_check and one.tool.scope_confirmed is not Answer.YES:
            yield found("R-TRA-04", one.tool, country=_country(one), recipient=named(one.party.id))


@of_rest("R-TRA-05")
def lapsed(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a tool that has lapsed, such as Privacy Shield; R-TRA-06 looks at the old standard clauses."""
    codes = (code for code in shared.tools_abroad if code != _OLD_CLAUSES)
    for one in tools_in_use(shared, facts, *codes):
        if row := shared.law.lapsed(one.tool.tool, shared.day):
            tool = Coded(TOOLS, (one.tool.tool,))
            yield found("R-TRA-05", one.tool, tool=tool, date=row.valid_to)


@of_rest("R-TRA-06")
def clauses(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find old standard clauses that cannot be relied on, and new ones signed before there were any."""
    lapsed = shared.law.lapsed(_OLD_CLAUSES, shared.day) is not None
    closed = shared.law.signable_until(_OLD_CLAUSES) or date.max
    for one in tools_in_use(shared, facts, _OLD_CLAUSES):
        if lapsed or (one.tool.signed and one.tool.signed >= closed):
            yield found("R-TRA-06", one.tool)
    for choice in shared.law.choices(TOOLS):
        if choice.code.startswith(_NEW_CLAUSES):
            for one in tools_in_use(shared, facts, choice.code):
                if one.tool.signed and choice.valid_from and one.tool.signed < choice.valid_from:
                    yield found("R-TRA-06", one.tool)


@of_rest("R-TRA-07")
def certified(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a recipient that is not confirmed on the list of the Data Privacy Framework for its data."""
    for one in tools_in_use(shared, facts, DPF):
        if field := _uncertified(one, facts):
            yield found("R-TRA-07", one.tool, at=field, recipient=named(one.party.id))


def _uncertified(one: ToolAbroad, facts: AllFacts) -> str:
    """Return the field that leaves a certification open, "" where none does."""
    tool, use = one.tool, facts.uses.get(one.party.id)
    if tool.dpf_status not in _CERTIFIED:
        return "dpf_status"
    if not tool.dpf_data or (use and use.staff and "hr" not in tool.dpf_data):
        return "dpf_data"
    return "" if tool.dpf_checked else "dpf_checked"


@of_rest("R-TRA-08")
def certificate_age(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a certification that was looked up too long ago."""
    since = shared.ago("dpf-check")
    for one in tools_in_use(shared, facts, DPF):
        if one.tool.dpf_checked and one.tool.dpf_checked < since:
            period = shared.threshold("dpf-check")
            yield found("R-TRA-08", one.tool, recipient=named(one.party.id), period=period)


@of_rest("R-TRA-09")
def fallback(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a transfer that rests on the Data Privacy Framework alone."""
    for one in tools_in_use(shared, facts, DPF):
        if not any(_is_fallback(shared, other) for other in shared.tools_of(one.place.id)):
            yield found("R-TRA-09", one.tool)


def _is_fallback(shared: Shared, tool: TransferTool) -> bool:
    choice = shared.law.choice(TOOLS, tool.tool)
    return choice is not None and choice.group == APPROPRIATE and choice.in_force(shared.day)


@of_rest("R-TRA-10")
def assessed(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a tool under Article 46 without a transfer impact assessment, C-311/18."""
    for one in tools_in_use(shared, facts, *family(shared, APPROPRIATE)):
        made = _assessment(shared, one.tool)
        if made is None or not made.outcome:
            yield found("R-TRA-10", one.tool, recipient=named(one.party.id))


@of_rest("R-TRA-11")
def supplemented(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an assessment that asks for supplementary measures where none are recorded."""
    for one in tools_in_use(shared, facts, *shared.tools_abroad):
        made = _assessment(shared, one.tool)
        if made is None:
            continue
        if made.outcome == "not_ok" or (made.outcome == "ok_with_measures" and not made.safeguards):
            yield found("R-TRA-11", one.tool)


@of_rest("R-TRA-12")
def module(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a module of the standard clauses that does not fit the role of the party."""
    for one in tools_in_use(shared, facts, *_WRONG_ROLES):
        if facts.gives(one.party.id, *_WRONG_ROLES[one.tool.tool]):
            yield found("R-TRA-12", one.tool)


@of_rest("R-TRA-13")
def repeated(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a derogation for a transfer that is repeated or may be, Article 49(1)."""
    for one in tools_in_use(shared, facts, *family(shared, DEROGATION)):
        if one.tool.repeated in (Answer.YES, Answer.UNKNOWN):
            yield found("R-TRA-13", one.tool)


@of_rest("R-TRA-14")
def compelling(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a transfer for compelling interests without its documentation, Articles 30(1)(e) and 49(6)."""
    for one in tools_in_use(shared, facts, _COMPELLING):
        if not one.tool.safeguards or not one.tool.authority_notified:
            field = "authority_notified" if one.tool.safeguards else "safeguards"
            yield found("R-TRA-14", one.tool, at=field)


@of_rest("R-TRA-15")
def ending(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find an adequacy decision that is about to end, Article 45."""
    period = shared.threshold("adequacy-warning")
    last = spans.after(shared.day, period) if period else date.min
    for one in tools_in_use(shared, facts, ADEQUACY, DPF):
        decision = _decision(shared, one)
        if decision and decision.valid_to and decision.valid_to <= last:
            yield found("R-TRA-15", one.tool, country=_country(one), date=decision.valid_to)


@of_rest("R-TRA-19")
def public_authority(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a public authority that relies on a derogation it may not use, Article 49(3)."""
    if shared.organisation is None or shared.organisation.public_authority is not Answer.YES:
        return
    for one in tools_in_use(shared, facts, *_CLOSED_TO_AUTHORITIES):
        yield found("R-TRA-19", one.tool, tool=Coded(TOOLS, (one.tool.tool,)))


@of_rest("R-TRA-20")
def told(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a transfer for compelling interests that data subjects were not told of, Article 49(1)."""
    if any(item.item == "transfers" and item.said == "said" for item in shared.published_items):
        return
    for one in tools_in_use(shared, facts, _COMPELLING):
        yield found("R-TRA-20", one.tool, recipient=named(one.party.id))
