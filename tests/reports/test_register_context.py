from __future__ import annotations

from datetime import date

from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.reports.edition import Edition
from ropa_app.reports.register_context import RegisterContext

LAW = shipped()
EDITION = Edition(None, None, date(2026, 11, 22), "", LAW.pack.verified, LAW.digest, "0")


def test_an_empty_register_has_a_word_for_its_organisation() -> None:
    context = RegisterContext(RecordsInMemory([]), "nb", LAW, EDITION)
    assert context.organisation is None
    assert context.organisation_name == context.t("The organisation") != ""
    assert context.words.main == "nb"


def test_the_main_language_is_that_of_the_register() -> None:
    register = Register(id=RecordId("r"), language="nn")
    organisation = Organisation(id=RecordId("o"), name="Prøveverket AS")
    context = RegisterContext(RecordsInMemory([register, organisation]), "en", LAW, EDITION)
    assert (context.words.main, context.t.language) == ("nn", "en")
    assert context.organisation_name == "Prøveverket AS"
    assert context.law is LAW
