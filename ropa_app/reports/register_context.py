"""What both documents ask of the register they are drawn from: its words, its names, its organisation."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.reading import Records
from ropa_app.i18n import DEFAULT, Language, Translator, as_language
from ropa_app.legal import LawData
from ropa_app.reports.edition import Edition
from ropa_app.reports.names import Names
from ropa_app.reports.wording import Wording


class RegisterContext:
    """One register, in one language, on one day."""

    def __init__(self, records: Records, language: Language, law: LawData, edition: Edition) -> None:
        register = records.one(Register.KIND)
        main = register.language if isinstance(register, Register) else ""
        self.records: Final = records
        self.edition: Final = edition
        self.words: Final = Wording(language, as_language(main) or DEFAULT, law)
        self.names: Final = Names(records, self.words)

    @property
    def t(self) -> Translator:
        """Return the translator of the document's language."""
        return self.words.t

    @property
    def law(self) -> LawData:
        """Return the law data the document is judged by."""
        return self.words.law

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation whose register this is, None before it is entered."""
        one = self.records.one(Organisation.KIND)
        return one if isinstance(one, Organisation) else None

    @property
    def organisation_name(self) -> str:
        """Return the organisation's name, or a word for it where none is entered."""
        return (self.organisation.name if self.organisation else "") or self.t("The organisation")
