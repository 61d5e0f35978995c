"""What can be wrong with a file of another format, in words for the person who chose it."""

from __future__ import annotations

from ropa_app.i18n import Translator


class ImportProblem(Exception):
    """The file cannot be taken over; `text` says why in the user's language. Nothing was written."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self._message, self._values = message, values

    def text(self, t: Translator) -> str:
        """Return the sentence in the translator's language."""
        return t.marked(self._message, **self._values)
