"""The verb that supposes: what of a register is hit if a party leaves or the law changes on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ropa_app.cli.verbs import opened, refuse_altered, tell_written
from ropa_app.i18n import N_, Translator
from ropa_app.legal.supposing import Supposition
from ropa_app.services.editing import Refused
from ropa_app.services.law_data import law_of
from ropa_app.services.naming import Naming
from ropa_app.services.session import OpenRegister
from ropa_app.services.what_if import what_if
from ropa_app.services.what_if_choices import adequacy_ends, party_leaves, tools_lapse
from ropa_app.services.what_if_paper import export_what_if
from ropa_app.services.what_if_texts import WhatIfTexts


def suppose(
    t: Translator,
    file: Path,
    party: str | None,
    country: str | None,
    tool: str | None,
    day: date | None,
    form: str,
    pdf: Path | None = None,
) -> None:
    """Print what a supposition would change, or write it as PDF; the register stays as it is."""
    if sum(one is not None for one in (party, country, tool)) != 1:
        raise Refused(N_("Say what to suppose with one of --party, --country and --tool."))
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        naming = Naming(register.records, law_of(register.file), t, t.language, register.main_language)
        supposition = _supposition(register, naming, party, country, tool, day or register.today())
        found = what_if(register.file, naming.law, supposition, t.language)
        texts = WhatIfTexts(found, naming)
        if pdf is not None:
            tell_written(t, export_what_if(register.file, supposition, texts, pdf, t.language, naming.law))
        elif form == "json":
            print(json.dumps(texts.plain(), ensure_ascii=False, indent=1))
        else:
            print("\n".join(texts.lines()))


def _supposition(
    register: OpenRegister,
    naming: Naming,
    party: str | None,
    country: str | None,
    tool: str | None,
    day: date,
) -> Supposition:
    if party is not None:
        return party_leaves(party, day, register.file.reader, naming)
    if country is not None:
        return adequacy_ends(country, day, naming)
    return tools_lapse(tool or "", day, naming)
