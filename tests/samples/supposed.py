"""The paper on a supposition, asked of a small register in a real file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.i18n import Language, translator
from ropa_app.legal import shipped
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, Supposition
from ropa_app.reports.page_model import Document
from ropa_app.services.naming import Naming
from ropa_app.services.what_if import what_if
from ropa_app.services.what_if_paper import what_if_document
from ropa_app.services.what_if_texts import WhatIfTexts
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i

PARTY_LEAVES = PartyLeaves(i("breeze"), DAY)
DPF_ENDS = AdequacyEnds("US", DAY)
NOBODY_HIT = AdequacyEnds("NO", DAY)


def what_if_paper(language: Language, supposition: Supposition) -> Callable[[Records], Document]:
    """Return what draws the answer to a supposition about some records."""
    return lambda records: _asked(records, language, supposition)


def _asked(records: Records, language: Language, supposition: Supposition) -> Document:
    with TemporaryDirectory() as folder:
        register = make(Path(folder) / "a.ropa", *records.all())
        naming = Naming(register.records, shipped(), translator(language), language, "nb")
        texts = WhatIfTexts(what_if(register.file, shipped(), supposition, language), naming)
        document = what_if_document(register.file, supposition, texts, language, shipped())
        register.close()
    return document


def parts_played() -> Records:
    """Return the register for suppositions."""
    return RecordsInMemory(RECORDS)
