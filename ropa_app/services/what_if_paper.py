"""What a supposition would hit, as PDF."""

from __future__ import annotations

from pathlib import Path

from ropa_app.domain.entities.organisation import Organisation
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.legal.supposing import Supposition
from ropa_app.reports.page_model import Document
from ropa_app.reports.what_if_report import Supposed, SupposedGroup, SupposedRow, what_if_report
from ropa_app.services.exporting import Exported, source, write_document
from ropa_app.services.what_if_texts import WhatIfTexts
from ropa_app.storage.register_file import RegisterState


def what_if_document(
    state: RegisterState, supposition: Supposition, texts: WhatIfTexts, language: Language, law: LawData
) -> Document:
    """Return what a supposition would hit in the present state as a document."""
    organisation = state.reader.one(Organisation.KIND)
    name = organisation.name if isinstance(organisation, Organisation) else ""
    groups = tuple(
        SupposedGroup(
            group.code,
            group.title,
            tuple(SupposedRow(line.name, line.how, line.gone, line.came) for line in group.lines),
        )
        for group in texts.groups()
    )
    found = Supposed(name, texts.question(), texts.summary(), groups)
    return what_if_report(found, language, source(state, law, supposition.day).edition)


def export_what_if(
    state: RegisterState,
    supposition: Supposition,
    texts: WhatIfTexts,
    path: Path,
    language: Language,
    law: LawData,
) -> Exported:
    """Write what a supposition would hit as PDF; raise FileProblem, and then write nothing."""
    return write_document(what_if_document(state, supposition, texts, language, law), path, None)
