"""The facts about an open register that are told at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.kinds import KINDS
from ropa_app.i18n import Translator
from ropa_app.services.approving import standing
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest


@dataclass(frozen=True, slots=True)
class Facts:
    """What a register is: whose, how much of each kind, which version, and the marks of its history."""

    identity: str
    organisation: str
    language: str
    counts: dict[str, int]
    version: int | None
    approved: bool
    steps: int
    last_change: str
    history: str
    state: str

    def plain(self) -> dict[str, Any]:
        """Return the facts for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}

    def lines(self, t: Translator) -> list[str]:
        """Return the facts as lines of text in the translator's language."""
        filled = [
            (KINDS[kind], number) for kind, number in self.counts.items() if number and KINDS[kind].many
        ]
        return [
            t("Organisation: {name}", name=self.organisation),
            t("Identity: {identity}", identity=self.identity),
            *(f"{t.marked(kind.plural)}: {number}" for kind, number in filled),
            self._version_line(t),
            t("Last change: {day}, step {number}", day=self.last_change, number=self.steps),
            t("History: {hash}", hash=self.history),
        ]

    def _version_line(self, t: Translator) -> str:
        if self.version is None:
            return t("Version: none approved yet")
        if self.approved:
            return t("Version: {number}", number=self.version)
        return t("Version: changed since version {number}", number=self.version)


def facts(register: OpenRegister) -> Facts:
    """Return the facts about a register; `last_change` is the local day of the newest step."""
    organisation = register.records.one("organisation")
    head, (newest, unchanged) = register.file.head(), standing(register.file)
    return Facts(
        identity=register.settings.id,
        organisation=organisation.name if isinstance(organisation, Organisation) else "",
        language=register.main_language,
        counts=register.records.counts(),
        version=newest.number if newest else None,
        approved=unchanged,
        steps=head.sequence if head else 0,
        last_change=head.step.day.isoformat() if head else "",
        history=head.hash if head else "",
        state=digest.as_hex(register.file.digests().state),
    )
