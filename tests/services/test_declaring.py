"""What is accepted and declared stands in the register for the authority, in its language."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.domain.values import Answer
from ropa_app.legal import shipped
from ropa_app.services import accepting, creating, editing, exporting
from ropa_app.services.checking import judge
from ropa_app.services.declaring import declared_gaps
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def accept(register, rule: str, declared: Answer):
    found = judge(register.file, LAW, register.today()).findings
    finding = next(one.finding for one in found if one.finding.rule == rule)
    accepting.accept(register, finding, f"Grunn til {rule}", "Kari", None, declared)
    return finding


def gaps(register, language="nb"):
    return declared_gaps(register.file, exporting.source(register.file, LAW), language, LAW)


def test_only_what_is_declared_is_a_gap(register):
    assert gaps(register) == ()
    accept(register, "R-ORG-02", Answer.NO)
    assert gaps(register) == ()
    finding = accept(register, "R-SEC-01", Answer.YES)
    (one,) = gaps(register)
    assert one.record == finding.record
    assert one.reason == "Grunn til R-SEC-01"
    assert one.required
    assert "".join(run.text for run in one.what).startswith("Sikkerhetstiltak er ikke beskrevet")
    (english,) = gaps(register, "en")
    assert english.article.startswith("Art. 30(1)(g)")


def test_what_the_law_does_not_ask_for_is_recommended_and_the_organisation_is_the_whole(register):
    accept(register, "R-ORG-02", Answer.YES)
    (one,) = gaps(register)
    assert not one.required
    assert one.record is None


def test_an_acceptance_that_counts_no_longer_declares_nothing(register):
    finding = accept(register, "R-SEC-01", Answer.YES)
    editing.set_value(register, finding.record, "owner", "Salgssjefen")
    assert gaps(register) == ()


def test_the_register_prints_them(register, tmp_path: Path):
    accept(register, "R-SEC-01", Answer.YES)
    source = exporting.source(register.file, LAW)
    declared = declared_gaps(register.file, source, "nb", LAW)
    options = exporting.RegisterOptions(parts=exporting.DEFAULT_PARTS | {"gaps"}, declared=declared)
    made = exporting.export_register(source, tmp_path / "r.pdf", "nb", LAW, options)
    text = " ".join(page.extract_text() for page in PdfReader(made.path).pages)
    assert "Grunn til R-SEC-01" in " ".join(text.replace("\xa0", " ").split())
