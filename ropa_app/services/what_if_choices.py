"""What can be supposed of a register: its parties, countries with an adequacy decision, transfer tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES, N_
from ropa_app.legal.law import COUNTRY, LawData
from ropa_app.legal.supposing import TOOLS, AdequacyEnds, PartyLeaves, Supposition, ToolsLapse, tool_codes
from ropa_app.legal.transfers import ADEQUACY
from ropa_app.services.editing import Refused
from ropa_app.services.naming import Naming
from ropa_app.services.searching import folded
from ropa_app.storage.reading import Reader

PARTY: Final = "party"
TOOL: Final = "tool"
#: The fields in which a party plays a part; that of a contact and of the parent company are none.
_PARTS: Final = (
    *(("recipient", "party"), ("tracker", "provider"), ("system", "provider"), ("source", "party")),
    *(("place", "operator"), ("agreement", "party"), ("arrangement", "parties")),
    *(("processor_record", "controller"), ("processor_record", "sub_processors")),
)
#: What is said of tools that rest on one act.
_TOGETHER: Final = {
    "scc-2021": N_("Standard contractual clauses (EU) 2021/914, every module"),
    "bcr": N_("Binding corporate rules, of controllers and of processors"),
}
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be supposed to go: its code, what it is called, whether the register uses it."""

    code: str
    label: str
    is_used: bool


def tool_label(code: str, naming: Naming) -> str:
    """Return what a transfer tool is called, or several that lapse together."""
    return naming.t.marked(_TOGETHER[code]) if code in _TOGETHER else naming.code(TOOLS, code)


def offers(reader: Reader, naming: Naming, day: date) -> dict[str, list[Offer]]:
    """Return what can be supposed on a day, by `party`, `country` and `tool`; what is used comes first."""
    return {
        PARTY: _in_order(_parties(reader, naming)),
        COUNTRY: _in_order(_countries(reader, naming, day)),
        TOOL: _in_order(_tools(reader, naming, day)),
    }


def _in_order(found: Iterable[Offer]) -> list[Offer]:
    return sorted(found, key=lambda one: (not one.is_used, sort_key(one.label), one.code))


def _parties(reader: Reader, naming: Naming) -> Iterable[Offer]:
    used = {target for kind, name in _PARTS for _, target in reader.links(kind, name)}
    for one in reader.of_kind(Party.KIND):
        yield Offer(one.id, naming.label(one), one.id in used)


def _countries(reader: Reader, naming: Naming, day: date) -> Iterable[Offer]:
    used = {one.country for one in reader.of_kind(Place.KIND) if isinstance(one, Place)}
    for code in {row.country for row in naming.law.decisions if row.in_force(day)}:
        yield Offer(code, naming.code(COUNTRY, code), code in used)


def _tools(reader: Reader, naming: Naming, day: date) -> Iterable[Offer]:
    used = {one.tool for one in reader.of_kind(TransferTool.KIND) if isinstance(one, TransferTool)}
    for code, tools in tool_codes(naming.law).items():
        choices = [naming.law.choice(TOOLS, tool) for tool in tools]
        if any(choice and choice.in_force(day) for choice in choices):
            yield Offer(code, tool_label(code, naming), not used.isdisjoint(tools))


def party_leaves(name: str, day: date, reader: Reader, naming: Naming) -> Supposition:
    """Return the supposition that a party leaves, by its name, a part of it, or its id.

    Raises Refused, with the names that come into question, where none or several are meant.
    """
    parties = [one for one in reader.of_kind(Party.KIND) if isinstance(one, Party)]
    forms = {
        one.id: {one.id, folded(one.name), *(folded(one.printed_name.written(i)) for i in LANGUAGES)}
        for one in parties
    }
    called = Counter(naming.label(one) for one in parties)
    labels = {}
    for one in parties:
        label = naming.label(one)
        labels[one.id] = label if called[label] == 1 else f"{label} ({one.id})"
    found = _meant(name, forms)
    if len(found) == 1:
        return PartyLeaves(RecordId(found[0]), day)
    if found:
        raise _several(name, [labels[RecordId(one)] for one in found])
    raise Refused(
        N_("The register has no party “{name}”. It has: {names}."), name=name, names=_listed(labels.values())
    )


def adequacy_ends(country: str, day: date, naming: Naming) -> Supposition:
    """Return the supposition that a country loses its adequacy decision, by its code or its name.

    Raises Refused where none or several are meant.
    """
    law = naming.law
    known = {folded(one.code): one.code for one in law.choices(COUNTRY)}
    forms = {code: _labels(code, law) for code in known.values()}
    code = known.get(folded(country).strip())
    found = [code] if code else _meant(country, forms)
    if len(found) == 1:
        return AdequacyEnds(found[0], day)
    if found:
        raise _several(country, [_coded(one, naming.code(COUNTRY, one)) for one in found])
    decided = {row.country for row in law.decisions if row.in_force(day)}
    names = _listed(_coded(code, naming.code(COUNTRY, code)) for code in decided)
    raise Refused(
        N_("There is no country “{name}”. These have an adequacy decision: {names}."),
        name=country,
        names=names,
    )


def _labels(code: str, law: LawData) -> set[str]:
    return {folded(law.label(COUNTRY, code, language)) for language in LANGUAGES}


def tools_lapse(tool: str, day: date, naming: Naming) -> Supposition:
    """Return the supposition that a transfer tool lapses, by its code, its name or a part of one.

    Raises Refused where none or several are meant, and where it is the decisions under Article 45 at large.
    """
    if folded(tool) == ADEQUACY:
        raise Refused(
            N_("An adequacy decision is for one country: say which with --country instead of “{name}”."),
            name=tool,
        )
    codes = tool_codes(naming.law)
    forms = {code: {folded(code), folded(tool_label(code, naming))} for code in codes}
    found = _meant(tool, forms)
    if len(found) == 1:
        return ToolsLapse(found[0], day)
    if found:
        raise _several(tool, [_coded(one, tool_label(one, naming)) for one in found])
    raise Refused(
        N_("There is no transfer tool “{name}”. There are: {names}."), name=tool, names=", ".join(codes)
    )


def _meant(text: str, forms: dict[str, set[str]] | dict[RecordId, set[str]]) -> Sequence[str]:
    """Return what is called exactly so, else what has the text in its name."""
    wanted = folded(text).strip()
    exact = [code for code, names in forms.items() if wanted in names or text in names]
    if exact or not wanted:
        return exact
    return [code for code, names in forms.items() if any(wanted in name for name in names)]


def _several(name: str, names: Iterable[str]) -> Refused:
    return Refused(
        N_("“{name}” can mean several: {names}. Write more of the one you mean."),
        name=name,
        names=_listed(names),
    )


def _coded(code: str, label: str) -> str:
    return f"{code} ({label})"


def _listed(names: Iterable[str]) -> str:
    found = sorted(names, key=sort_key)
    return ", ".join(found[:_MOST]) + (", …" if len(found) > _MOST else "")
