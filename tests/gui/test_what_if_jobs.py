"""The jobs that list what can be supposed and that answer, on copies of a real register."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.tasks import Cancelled, Job, Progress
from ropa_app.gui.what_if_jobs import Question, answer_job, finding_of, offers_job
from ropa_app.i18n import translator
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i


@pytest.fixture
def document(tmp_path):
    make(tmp_path / "a.ropa", *RECORDS).close()
    made = RegisterDocument.open(tmp_path / "a.ropa", "Kari", translator("nb"))
    yield made
    made.close()


@pytest.fixture
def progress(document):
    return Progress(Job("", lambda _progress: None, document.findings))


def test_what_can_be_supposed_is_listed(document, progress):
    offers = offers_job(document, DAY)(progress)
    assert [one.label for one in offers["country"] if one.is_used] == ["Storbritannia", "USA"]
    assert [one.code for one in offers["party"]] == ["albion", "breeze", "cirrus", "drift", "echo"]


def test_a_question_is_answered_in_words(document, progress):
    answer = answer_job(document, Question("country", "GB", DAY))(progress)
    assert answer.question == "Hva om Storbritannia mister adekvansbeslutningen 28.11.2026?"
    assert not answer.is_nothing
    assert answer.text.startswith(f"{answer.question}\n{answer.summary}\n")
    assert [group.code for group in answer.groups][-1] == "appeared"
    nothing = answer_job(document, Question("tool", "bcr", DAY))(progress)
    assert (nothing.is_nothing, nothing.groups) == (True, ())


def test_it_can_be_stopped_while_it_reads(document):
    job, steps = Job("", lambda _progress: None, document.findings), list[tuple[int, int]]()

    def stop(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 5:
            job.cancel()

    job.progressed.connect(stop)
    with pytest.raises(Cancelled):
        answer_job(document, Question("party", "breeze", DAY))(Progress(job))
    assert len(steps) == 5


def test_rows_lead_to_a_record_a_field_or_a_section(document, progress):
    answer = answer_job(document, Question("country", "GB", date(2026, 11, 28)))(progress)
    lines = {group.code: group.lines[0] for group in answer.groups}
    assert finding_of(lines["activities"]) is None
    finding = finding_of(lines["appeared"])
    assert finding is not None
    assert (finding.rule, finding.record, finding.field) == ("R-TRA-03", "albion-GB-adequacy", "tool")
    section = finding_of(lines["sections"])
    assert section is not None
    assert (section.rule, section.kind, section.field) == ("", "statement", "5")


@pytest.mark.parametrize(
    ("kind", "supposition"),
    [
        ("party", PartyLeaves(i("x"), DAY)),
        ("country", AdequacyEnds("x", DAY)),
        ("tool", ToolsLapse("x", DAY)),
    ],
)
def test_a_question_is_a_supposition(kind, supposition):
    assert Question(kind, "x", DAY).supposition() == supposition
