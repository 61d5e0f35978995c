"""Papers beside the two documents, as PDF: what the rules find, and an assessment as an annex."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.organisation import Register
from ropa_app.domain.reading import Records, RecordsInMemory
from ropa_app.domain.references import reference
from ropa_app.domain.values import Audience, RecordId
from ropa_app.i18n import DEFAULT, N_, Language, as_language, translator
from ropa_app.legal import LawData
from ropa_app.reports.assessment_report import assessment_report
from ropa_app.reports.findings_report import findings_report
from ropa_app.reports.page_model import Document
from ropa_app.reports.progress import Progress
from ropa_app.services.checking import Judgement, history_facts, judge
from ropa_app.services.editing import Refused
from ropa_app.services.exporting import Exported, Source, source, write_document
from ropa_app.services.naming import Naming
from ropa_app.services.telling_findings import told
from ropa_app.storage.register_file import RegisterState


def findings_document(
    state: RegisterState, judgement: Judgement, language: Language, law: LawData
) -> Document:
    """Return what the rules found in the present state as a document."""
    records = RecordsInMemory(state.reader.all())  # each is asked for many times
    register = records.one(Register.KIND)
    main = as_language(register.language if isinstance(register, Register) else "") or DEFAULT
    naming = Naming(records, law, translator(language), language, main)
    edition = source(state, law, judgement.day).edition
    return findings_report(
        told(judgement, naming, history_facts(state.touches(), judgement.day)), language, edition
    )


def export_findings(
    state: RegisterState,
    judgement: Judgement,
    path: Path,
    language: Language,
    law: LawData,
    progress: Progress | None = None,
) -> Exported:
    """Write what the rules found as PDF; raise FileProblem or Cancelled, and then write nothing."""
    return write_document(findings_document(state, judgement, language, law), path, progress)


def write_findings(
    state: RegisterState, path: Path, language: Language, law: LawData, day: date, progress: Progress
) -> Exported:
    """Judge the present state on a day, and write what the rules find as PDF."""
    return export_findings(state, judge(state, law, day), path, language, law, progress)


def assessment_named(records: Records, wanted: str) -> Assessment:
    """Return the assessment with a reference such as V1; raise Refused where there is none."""
    found = (one for one in records.of_kind(Assessment.KIND) if isinstance(one, Assessment))
    for one in found:
        if reference(one, records.get, DEFAULT).casefold() == wanted.strip().casefold():
            return one
    raise Refused(N_("The register has no assessment with the reference {reference}."), reference=wanted)


def export_assessment(
    drawn_from: Source,
    one: Assessment,
    path: Path,
    language: Language,
    law: LawData,
    audience: Audience = Audience.AUTHORITY,
    progress: Progress | None = None,
) -> Exported:
    """Write an assessment as PDF; raise FileProblem or Cancelled, and then write nothing."""
    document = assessment_report(drawn_from.records, one, language, law, drawn_from.edition, audience)
    return write_document(document, path, progress)


def write_assessment(
    state: RegisterState, record: RecordId, path: Path, language: Language, law: LawData, progress: Progress
) -> Exported:
    """Write an assessment of the present state as PDF; raise Refused where it is not there any more."""
    one = state.reader.get(record)
    if not isinstance(one, Assessment):
        raise Refused(N_("The assessment is no longer in the register."))
    return export_assessment(source(state, law), one, path, language, law, progress=progress)
