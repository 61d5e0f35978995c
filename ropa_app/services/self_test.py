"""One walk through the whole program in a passing folder, to see whether this installation works."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ropa_app import paths
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.i18n import DOMAIN, LANGUAGES, N_, Translator, translator
from ropa_app.legal import law_from, shipped
from ropa_app.legal.packing import packed, unpacked
from ropa_app.services import creating, exporting
from ropa_app.services.editing import set_value
from ropa_app.services.law_data import law_of
from ropa_app.services.session import OpenRegister

_AUTHOR: Final = "self-test"


def failures(t: Translator) -> list[str]:
    """Return a sentence for each thing that does not work, an empty list where all does."""
    found: list[str] = []
    for message, check in _CHECKS:
        try:
            check()
        except Exception as problem:  # noqa: BLE001 - whatever goes wrong here is what the user wants to know
            found.append(t.marked(message, why=f"{type(problem).__name__}: {problem}"))
    return found


def _resources() -> None:
    for folder in ("icons", "fonts", "legal", "examples", "colour", "web"):
        if not any(paths.resource(folder).iterdir()):
            raise paths.MissingResource(folder)


def _catalogues() -> None:
    for language in LANGUAGES:
        path = paths.translations() / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if not path.is_file():
            raise paths.MissingResource(str(path.name))
    if translator("nb")("Everything works.") == translator("en")("Everything works."):
        raise paths.MissingResource("nb")


def _law() -> None:
    law = shipped()
    if law_from(unpacked(packed(law.files))).mark != law.mark:
        raise AssertionError(law.mark)


def _register() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = creating.create_example(Path(folder) / "self-test.ropa", _AUTHOR)
        register = creating.open_register(path, _AUTHOR)
        try:
            _edit_and_undo(register)
            _export(register, Path(folder))
        finally:
            register.close()


def _edit_and_undo(register: OpenRegister) -> None:
    purpose = next(one for one in register.records.of_kind("purpose") if isinstance(one, Purpose))
    set_value(register, purpose.id, "text", purpose.text.with_("nb", "æøå"))
    register.undo()
    if register.records.get(purpose.id) != purpose or not register.file.verify().in_order:
        raise AssertionError("undo")


def _export(register: OpenRegister, folder: Path) -> None:
    law = law_of(register.file)
    for language in LANGUAGES:
        source = exporting.source(register.file, law)
        exporting.export_register(source, folder / f"register-{language}.pdf", language, law)
        statement = exporting.printed_statement(source, language, law)
        for form in exporting.STATEMENT_FORMATS:
            exporting.export_statement(statement, folder / f"statement-{language}.{form}", form=form)
    json_path = exporting.export_json(register.file, folder / "register.json")
    creating.import_json(json_path, folder / "again.ropa", _AUTHOR)


_CHECKS: Final[tuple[tuple[str, Callable[[], None]], ...]] = (
    (N_("Files of the program are missing: {why}"), _resources),
    (N_("The translations are missing: {why}"), _catalogues),
    (N_("The law data cannot be read: {why}"), _law),
    (N_("Making, editing or exporting a register does not work: {why}"), _register),
)
