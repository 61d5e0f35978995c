"""The verb that checks: what the rules find, as text or PDF for people, as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from ropa_app.cli.verbs import opened, refuse_altered, tell_written
from ropa_app.i18n import Translator
from ropa_app.legal.checks import Severity
from ropa_app.services import papers
from ropa_app.services.checking import Judged, Judgement, judge
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.kept_records import records_told_of
from ropa_app.services.law_data import law_of
from ropa_app.services.naming import Naming

FORMATS: Final = ("text", "json")


def check(t: Translator, file: Path, as_of: date | None, form: str, pdf: Path | None = None) -> int:
    """Print what the rules find, or write it as PDF; return 1 where an error is open, else 0."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        law = law_of(register.file)
        judgement = judge(register.file, law, as_of or register.today())
        if pdf is not None:
            tell_written(t, papers.export_findings(register.file, judgement, pdf, t.language, law))
            return _status(judgement)
        records = records_told_of(register.records, (one.finding for one in judgement.findings))
        naming = Naming(records, law, t, t.language, register.main_language)
        texts = FindingTexts(naming)
        if form == "json":
            plain = [texts.plain(one) for one in texts.in_order(judgement.findings)]
            print(json.dumps(plain, ensure_ascii=False, indent=1))
        else:
            print("\n".join(_lines(t, judgement, texts, naming)))
    return _status(judgement)


def _status(judgement: Judgement) -> int:
    return 1 if judgement.count(Severity.ERROR) else 0


def _lines(t: Translator, judgement: Judgement, texts: FindingTexts, naming: Naming) -> Iterable[str]:
    findings = texts.in_order(judgement.findings)
    still_open = [one for one in findings if one.is_open]
    for severity in Severity:
        found = [one for one in still_open if one.rule.severity is severity]
        if found:
            yield f"{texts.severity(found[0].rule)} ({len(found)})"
            yield from (_line(one, texts) for one in found)
            yield ""
    accepted = [one for one in findings if not one.is_open]
    if accepted:
        yield t("Accepted ({n})", n=len(accepted))
        yield from (_line(one, texts) for one in accepted)
        yield ""
    counts = ", ".join(
        f"{naming.code('severities', severity.value).lower()}: {judgement.count(severity)}"
        for severity in Severity
    )
    yield t("As of {day}: {counts}.", day=naming.day(judgement.day), counts=counts)


def _line(one: Judged, texts: FindingTexts) -> str:
    where, message = texts.reference(one.finding.record), texts.message(one.finding)
    return f"  {one.finding.rule}  {where}  {message} [{texts.why(one.rule)}]"
