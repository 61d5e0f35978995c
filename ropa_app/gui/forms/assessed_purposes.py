"""The purposes an assessment is about, with what the register says of them: basis, interest, data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.fact_rows import Fact, FactRows
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.i18n import N_

PURPOSE: Final = N_("Purpose {number}")
INTEREST: Final = N_("Interest: {interest}")
NO_INTEREST: Final = N_("The interest is not stated.")
NO_PURPOSE: Final = N_("No purpose is linked. Choose the activities or the purposes that are assessed.")
_LEGITIMATE: Final = "6-1-f"


class AssessedPurposes(FormPanel):
    """Each purpose with its legal basis and the interest it states."""

    told_from = frozenset({"assessment", "purpose", "activity"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._rows = FactRows(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def fill(self, record: Record) -> None:
        """Tell the purposes anew."""
        if not isinstance(record, Assessment):
            return
        facts = [self._fact(one, record.method) for one in self._purposes(record)]
        self._rows.show_facts(facts, self.context.t(NO_PURPOSE))

    def _purposes(self, one: Assessment) -> Sequence[Purpose]:
        """Return the purposes named, or those of the activities named that the method is about."""
        records = self.context.document.records
        if one.purposes:
            return [each for each in records.many(one.purposes).values() if isinstance(each, Purpose)]
        owned = records.owned_by(one.activities).values()
        every = [each for family in owned for each in family if isinstance(each, Purpose)]
        if one.method == "lia":
            meant = [each for each in every if _LEGITIMATE in each.art6]
        else:
            meant = [each for each in every if each.further_use is Answer.YES]
        return meant or every

    def _fact(self, one: Purpose, method: str) -> Fact:
        document, t = self.context.document, self.context.t
        naming = document.naming
        lines = [naming.detail(one)]
        if method == "lia":
            interest = naming.text(one.interest)
            lines.append(t(INTEREST, interest=interest) if interest else t(NO_INTEREST))
        label = t(PURPOSE, number=document.reference_of(one.id))
        return Fact(label, one.id, naming.label(one), tuple(lines))

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above what they name."""
        self._rows.set_narrow(narrow)
