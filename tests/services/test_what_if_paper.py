"""What a supposition would hit as a real PDF, read back with another library."""

from __future__ import annotations

from pypdf import PdfReader

from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.supposing import AdequacyEnds
from ropa_app.services.naming import Naming
from ropa_app.services.what_if import what_if
from ropa_app.services.what_if_paper import export_what_if
from ropa_app.services.what_if_texts import WhatIfTexts
from tests.registers import make
from tests.suppositions import DAY, RECORDS

DPF_ENDS = AdequacyEnds("US", DAY)


def test_it_holds_the_question_and_every_row(tmp_path):
    register = make(tmp_path / "a.ropa", *RECORDS)
    naming = Naming(register.records, shipped(), translator("nb"), "nb", "nb")
    texts = WhatIfTexts(what_if(register.file, shipped(), DPF_ENDS, "nb"), naming)
    made = export_what_if(register.file, DPF_ENDS, texts, tmp_path / "a.pdf", "nb", shipped())
    reader = PdfReader(made.path)
    assert len(reader.pages) == made.pages
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Hva om USA mister adekvansbeslutningen 28.11.2026?" in text
    assert all(line.name in text for group in texts.groups() for line in group.lines)
    register.close()
    assert all("Internt arbeidsdokument" in page.extract_text() for page in reader.pages)
