"""Every sample document conforms, tells all that its page model holds, and has its text where it belongs.

`make verapdf` puts the same samples, and those of a thousand activities, before the reference validator.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pypdf
import pytest

from tests.reports.pdf import audit
from tests.samples import QUICK, drawn, pages, told, written
from tests.samples.worst_case import MISSING

_DC = "{http://purl.org/dc/elements/1.1/}"
_LISTED = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


@pytest.fixture(params=QUICK)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_three_checkers_find_nothing(name: str, tmp_path: Path) -> None:
    data = written(name).data
    found = audit.audit(data)
    assert found.faults == []
    assert found.tags["H1"] == 1
    assert audit.ua_errors(data, tmp_path / "sample.pdf") == []
    assert audit.archive_findings(data) == []


def test_the_tags_tell_every_string_of_the_page_model_in_order(name: str) -> None:
    made = written(name)
    strings = [told.spelt(text, made.report.missing_glyphs) for text in told.texts(_blocks(name))]
    tree = told.squeezed(audit.tree_text(made.data))
    assert len(strings) > 25  # an annex may be one page
    assert told.lost(filter(None, strings), tree) == []


def test_figures_tables_links_and_outline_are_told_in_words(name: str) -> None:
    made = written(name)
    missing = made.report.missing_glyphs

    def spelt(texts: list[str]) -> list[str]:
        return [told.within_limit(told.spelt(text, missing)) for text in texts]

    model = told.beside(_blocks(name))
    with pikepdf.open(BytesIO(made.data)) as pdf:
        elements = list(_elements(pdf))
        assert [str(one.Alt) for one in elements if "/Alt" in one] == spelt(model.alternatives)
        summaries = [str(one.A.Summary) for one in elements if "/A" in one and "/Summary" in one.A]
        assert summaries == spelt(model.summaries)
        assert _targets(pdf) == model.targets
    assert made.report.unknown_anchors == ()
    assert _bookmarks(made.data) == spelt(model.bookmarks)


def _blocks(name: str) -> tuple[object, ...]:
    return tuple(part.blocks for part in drawn(name).parts)


def _elements(pdf: pikepdf.Pdf) -> Any:
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(audit.kids(element)) if not isinstance(kid, int) and "/S" in kid]


def _targets(pdf: pikepdf.Pdf) -> set[str]:
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
    return {str(link.A.URI) if "/A" in link else f"#{link.Dest}" for link in links}


def _bookmarks(data: bytes) -> list[str]:
    def flat(entries: list[Any]) -> list[str]:
        return [
            title for one in entries for title in (flat(one) if isinstance(one, list) else [str(one.title)])
        ]

    return flat(pypdf.PdfReader(BytesIO(data)).outline)


def test_metadata_say_title_and_organisation_twice_alike(name: str) -> None:
    made, document = written(name), drawn(name)
    with pikepdf.open(BytesIO(made.data)) as pdf:
        packet = ET.fromstring(pdf.Root.Metadata.read_bytes())
        for tag, key, text in (
            ("title", "/Title", document.title),
            ("creator", "/Author", document.organisation),
            ("description", "/Subject", document.subject),
        ):
            listed = packet.find(f".//{_DC}{tag}//{_LISTED}")
            assert listed is not None
            assert listed.text == str(pdf.docinfo[key]) == told.spelt(text, made.report.missing_glyphs)


def test_nothing_is_stranded_split_for_nothing_or_set_over_something_else(name: str) -> None:
    data = written(name).data
    assert pages.faults(data) == []
    assert pages.misplaced(data) == []


def test_only_the_worst_case_lacks_glyphs_and_reports_all_of_them(name: str) -> None:
    reported = set(written(name).report.missing_glyphs)
    lacking = {one for one in MISSING if one not in " \u200d"} | {"\ue000", "\uf8ff"}
    assert reported == (lacking if name.startswith("worst-case") else set())
