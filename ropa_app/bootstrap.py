"""The composition root: finds the language, hands over to the command line, or opens the window."""

from __future__ import annotations

import configparser
import gc
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ropa_app import cli
from ropa_app.i18n import DEFAULT, Language, Translator, as_language, translator
from ropa_app.services.self_test import failures

_LANGUAGE: Final = "--language"
_PICTURE: Final = "--picture"
# A verb keeps nearly all it makes until it ends: looking for what is left over again and again costs it a
# quarter of its time. The window collects on its own (gui.collecting).
_COLLECT_AFTER: Final = (100_000, 20, 100)


def main(arguments: Sequence[str]) -> int:
    """Run a verb, or open the window where there is none; return the exit status."""
    rest = _without(arguments, _LANGUAGE)
    if rest and (rest[0] in cli.VERBS or (rest[0].startswith("-") and rest[0] != _PICTURE)):
        gc.set_threshold(*_COLLECT_AFTER)
        return cli.run(arguments, language_of(arguments), self_test)
    return window(arguments)


def window(arguments: Sequence[str]) -> int:
    """Open the window on a file, the last file or the welcome page; --picture draws it to a PNG instead."""
    chosen = _value(arguments, _LANGUAGE)
    picture = _value(arguments, _PICTURE)
    files = _without(_without(arguments, _LANGUAGE), _PICTURE)
    t = translator(language_of(arguments))
    if len(files) > 1 or any(one.startswith("-") for one in files):
        print("ropa: " + t("The command line cannot be understood; see --help."), file=sys.stderr)
        return 2
    path = Path(files[0]) if files else None
    try:
        from ropa_app.gui import application
    except ImportError as problem:
        sentence = t("The window cannot be shown, a system library is missing: {why}", why=problem)
        print(f"ropa: {sentence}", file=sys.stderr)
        return 1
    if picture is not None and path is not None:
        return application.picture(path, Path(picture), language=language_of(arguments))
    return application.run(path, language=as_language(chosen))


def self_test(t: Translator) -> int:
    """Go once through everything the program needs and say what does not work; return the exit status."""
    found = failures(t)
    for sentence in found:
        print(f"ropa: {sentence}", file=sys.stderr)
    if not found:
        print(t("Everything works."))
    return 1 if found else 0


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language of a run: the one asked for, else the setting, else the locale, else bokmål."""
    asked = as_language(_value(arguments, _LANGUAGE))
    return asked or _language_setting() or _language_of_locale() or DEFAULT


def _language_setting() -> Language | None:
    """Return the language chosen in the window, read without Qt from the file where the window keeps it."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(_settings_folder() / "ropa" / "ropa.ini", "utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return None
    return as_language(parser.get("window", "language", fallback=None))


def _settings_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", ""))
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _language_of_locale() -> Language | None:
    """Return the language of the environment; Windows has no such variables and is asked for its locale."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    asked = next((name for name in names if name), None)
    return as_language(asked or (locale.getlocale()[0] if sys.platform == "win32" else None))


def _value(arguments: Sequence[str], option: str) -> str | None:
    """Return what follows an option, written `--option VALUE` or `--option=VALUE`."""
    for place, one in enumerate(arguments):
        if one == option:
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if one.startswith(f"{option}="):
            return one.partition("=")[2]
    return None


def _without(arguments: Sequence[str], option: str) -> list[str]:
    """Return the arguments without an option and its value."""
    kept: list[str] = []
    skip = False
    for one in arguments:
        if not skip and one != option and not one.startswith(f"{option}="):
            kept.append(one)
        skip = one == option and not skip
    return kept
