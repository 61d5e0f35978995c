"""What data lines are called inside a sentence."""

from __future__ import annotations

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.statement.context import StatementContext
from ropa_app.reports.statement.data_lines import chosen_lines
from ropa_app.reports.wording import text_of
from tests.reports.scenes import edition, register
from tests.reports.statement.statements import line, public


def _called(*lines: DataLine, language: Language = "nb") -> str:
    records = RecordsInMemory([register(), public(), *lines])
    context = StatementContext(records, language, shipped(), edition(), None)
    return text_of(chosen_lines(context, context.views[0], [one.id for one in lines]))


def test_a_line_is_its_data_about_its_people() -> None:
    assert _called(line("name", "contact")) == "navn og kontaktopplysninger om kunder"
    assert _called(line("name", "contact"), language="nn") == "namn og kontaktopplysningar om kundar"
    assert _called(line("name", "contact"), language="en") == "name and contact details about customers"


def test_half_a_line_is_called_by_what_it_says() -> None:
    assert _called(line("name", subjects=())) == "navn"
    assert _called(line()) == "opplysninger om kunder"
    assert _called(line(subjects=())) == "opplysningslinje 1"


def test_several_lines_are_a_list() -> None:
    assert _called(line("name"), line("payment", position=2)) == (
        "navn om kunder og betalingsopplysninger om kunder"
    )
