"""Extract the program's texts, bring the catalogues up to date, compile them. Needs Babel only.

python packaging/catalogues.py update    write the template and every language's catalogue
python packaging/catalogues.py compile   write the .mo files that are older than their catalogue
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
LANGUAGES: Final = ("nb", "nn", "en")
DOMAIN: Final = "ropa_app"
SOURCE_LANGUAGE: Final = "en"
_CONTEXT_FIRST: Final = ((1, "c"), 2)
# What marks a text in the code: see ropa_app/i18n.py. Attributes count by their last name (`self._t`).
KEYWORDS: Final = {
    "N_": None,
    "NC_": _CONTEXT_FIRST,
    "t": None,
    "_t": None,
    "plural": (1, 2),
    "context": _CONTEXT_FIRST,
}
_UNDATED: Final = datetime(2026, 1, 1, tzinfo=UTC)
_HEADER: Final = "# The texts of ropa-app. Written by `make strings`; translate the msgstr lines.\n#"


def template_path() -> Path:
    """Return the path of the template of all texts."""
    return ROOT / "translations" / f"{DOMAIN}.pot"


def po_path(language: str) -> Path:
    """Return the path of a language's catalogue."""
    return ROOT / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract(source: Path = ROOT / "ropa_app") -> Catalog:
    """Return the template: every text that the package marks, without dates or line numbers."""
    catalog = _empty(None)
    found = extract_from_dir(
        source,
        [("**.py", "python")],
        {"**.py": {"encoding": "utf-8"}},
        KEYWORDS,
        comment_tags=("Translators:",),
    )
    for _filename, _line, message, comments, context in found:
        catalog.add(message, None, auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    """Return a language's catalogue as it stands on disk, an empty one where there is none."""
    path = po_path(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(template: Catalog, language: str) -> Catalog:
    """Return the template with the translations that exist; English is the text itself."""
    old, new = read(language), _empty(language)
    for message in texts(template):
        kept = old.get(message.id, message.context)
        translation = kept.string if kept is not None and kept.id == message.id and not kept.fuzzy else None
        if language == SOURCE_LANGUAGE:
            translation = message.id
        new.add(message.id, translation, auto_comments=message.auto_comments, context=message.context)
    return new


def texts(catalog: Catalog) -> list[Message]:
    """Return the messages of a catalogue without its header."""
    return [message for message in catalog if message.id]


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue sorted and without locations, so that only changed texts change lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, no_location=True, sort_output=True)


def is_translated(message: Message) -> bool:
    """Say whether every form of a message has a text."""
    forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(forms) and not message.fuzzy


def update() -> None:
    """Write the template and all catalogues; existing translations stay."""
    template = extract()
    write(template, template_path())
    for language in LANGUAGES:
        catalog = updated(template, language)
        write(catalog, po_path(language))
        missing = [message for message in texts(catalog) if not is_translated(message)]
        print(f"{language}: {len(texts(catalog))} texts, {len(missing)} not translated")


def compile_all(*, force: bool = False) -> None:
    """Compile the catalogues whose .mo file is missing or older."""
    for language in LANGUAGES:
        source = po_path(language)
        target = source.with_suffix(".mo")
        if not source.exists():
            continue
        if not force and target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with target.open("wb") as file:
            write_mo(file, read(language))


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        domain=DOMAIN,
        header_comment=_HEADER,
        project="ropa-app",
        version="",
        msgid_bugs_address="",
        copyright_holder="the authors of ropa-app",
        creation_date=_UNDATED,
        revision_date=_UNDATED,
        last_translator="the authors of ropa-app",
        language_team=language,
        charset="utf-8",
        fuzzy=False,
    )


def main(arguments: list[str]) -> int:
    """Run one command; return the exit status."""
    commands = {"update": update, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    commands[arguments[0]]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
