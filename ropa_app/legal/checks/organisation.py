"""ORG: the organisation, its contacts, and whether the register is kept at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.values import Answer
from ropa_app.legal.checks.finding import Coded, Finding, found
from ropa_app.legal.checks.registry import AllFacts, of_rest
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.checks.words import is_org_number

_ACTIVE: Final = "active"
_ROLES: Final = "contact_roles"
_OFFICER: Final = "dpo"
_REPRESENTATIVE: Final = "representative"


def _unreachable(shared: Shared) -> bool:
    one = shared.organisation
    return one is None or not (one.postal_address or one.visiting_address or one.email or one.phone)


@of_rest("R-ORG-01")
def controller(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a controller without a name, or one that cannot be reached, Article 30(1)(a)."""
    one = shared.organisation
    if one is not None and (not one.name or _unreachable(shared)):
        yield found("R-ORG-01", one, at="email" if one.name else "name")


@of_rest("R-ORG-02")
def org_number(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find an organisation number that is missing or fails its check digit."""
    one = shared.organisation
    if one is not None and not is_org_number(one.org_number):
        yield found("R-ORG-02", one)


@of_rest("R-ORG-03")
def officer(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a data protection officer without contact details, Articles 30(1)(a) and 37(7)."""
    one = shared.organisation
    if one is None or one.dpo_appointed is not Answer.YES:
        return
    own = [k for k in shared.contacts if k.role == _OFFICER and not k.party]
    if not any(k.email or k.phone or k.address for k in own):
        yield found("R-ORG-03", one)


@of_rest("R-ORG-04")
def officer_decided(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that nobody decided on an officer, or decided without an assessment, Article 37(1)."""
    one = shared.organisation
    if one is None:
        return
    unassessed = one.dpo_appointed is Answer.NO and one.dpo_assessed is None
    if one.dpo_appointed is Answer.UNKNOWN or unassessed:
        yield found("R-ORG-04", one)


@of_rest("R-ORG-05")
def representative(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a controller outside the EEA without a representative, Article 27(1) and (2)."""
    one = shared.organisation
    if one is None or not one.country or shared.is_eea(one.country) or one.public_authority is Answer.YES:
        return
    if not any(k.role == _REPRESENTATIVE and not k.party for k in shared.contacts):
        yield found("R-ORG-05", one)


@of_rest("R-ORG-06")
def activities(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find a register without an activity in use, Article 30(1)."""
    one = shared.organisation
    if one is not None and not any(fact.status == _ACTIVE for fact in facts.values()):
        yield found("R-ORG-06", one)


@of_rest("R-ORG-07")
def waived(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that somebody thinks the register is not required, Article 30(5)."""
    one = shared.organisation
    if one is not None and one.record_waived is Answer.YES:
        limit = shared.law.threshold("art30-5-employees", shared.day)
        yield found("R-ORG-07", one, limit=limit.value if limit else "")


@of_rest("R-ORG-08")
def processing_for_others(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a processor without a record of what it does for others, Article 30(2)."""
    one = shared.organisation
    if one is not None and one.acts_as_processor is Answer.YES and not shared.processing:
        yield found("R-ORG-08", one)


@of_rest("R-ORG-09")
def postal_address(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a controller that can be reached, but not by post."""
    one = shared.organisation
    if one is not None and not one.postal_address and one.name and not _unreachable(shared):
        yield found("R-ORG-09", one)


@of_rest("R-ORG-10")
def unnamed_contact(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find an officer or representative without a name, Article 30(1)(a)."""
    one = shared.organisation
    appointed = one is not None and one.dpo_appointed is Answer.YES
    stated = (_REPRESENTATIVE, *([_OFFICER] if appointed else []))
    own = [k for k in shared.contacts if k.role in stated and not k.party]
    named = {k.role for k in own if k.name}
    for k in own:
        if k.role not in named:
            yield found("R-ORG-10", k, value=Coded(_ROLES, (k.role,)))


@of_rest("R-ORG-11")
def authority(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a public authority without a data protection officer, Article 37(1)(a)."""
    one = shared.organisation
    if one is not None and one.public_authority is Answer.YES and one.dpo_appointed is not Answer.YES:
        yield found("R-ORG-11", one)
