"""What the program remembers of its user: one ini file of their own, never anything of a register."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final, cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from ropa_app.gui.theme import Appearance
from ropa_app.i18n import Language, as_language

RECENT_LIMIT: Final = 10
EXPORTS_LIMIT: Final = 50
_ORGANISATION: Final = "ropa"
_PROGRAM: Final = "ropa"


class Settings:
    """Read and write the user's choices; a value that is damaged or missing reads as not chosen.

    `path` names the file to use instead of the one in the user's folder.
    """

    def __init__(self, path: Path | None = None) -> None:
        ini = QSettings.Format.IniFormat
        if path is None:
            self._store = QSettings(ini, QSettings.Scope.UserScope, _ORGANISATION, _PROGRAM)
        else:
            self._store = QSettings(str(path), ini)

    @property
    def path(self) -> Path:
        """Return the file the choices are kept in."""
        return Path(self._store.fileName())

    def sync(self) -> bool:
        """Write now; return whether the file could be written."""
        self._store.sync()
        return self._store.status() == QSettings.Status.NoError

    @property
    def language(self) -> Language | None:
        """Return the language of the window, None where it was never chosen."""
        return as_language(self._text("window/language"))

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("window/language", language)

    @property
    def document_language(self) -> Language | None:
        """Return the language the forms were last filled in, None where it was never chosen."""
        return as_language(self._text("documents/language"))

    @document_language.setter
    def document_language(self, language: Language) -> None:
        self._store.setValue("documents/language", language)

    @property
    def appearance(self) -> Appearance:
        """Return the choice of light, dark or as the system has it."""
        found = self._text("window/appearance")
        return cast(Appearance, found) if found in get_args(Appearance) else "system"

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("window/appearance", appearance)

    @property
    def author(self) -> str:
        """Return the name that edits are recorded under, empty where nobody gave one."""
        return self._text("person/name")

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("person/name", name.strip())

    @property
    def recent_files(self) -> list[Path]:
        """Return the files opened last, newest first, whether or not they still exist."""
        return [Path(line) for line in self._text("files/recent").split("\n") if line]

    def remember_file(self, path: Path) -> None:
        """Put a file first among those opened last."""
        known = [path.absolute(), *(one for one in self.recent_files if one != path.absolute())]
        self._store.setValue("files/recent", "\n".join(str(one) for one in known[:RECENT_LIMIT]))

    def forget_file(self, path: Path) -> None:
        """Take a file off the list."""
        kept = [one for one in self.recent_files if one != path.absolute()]
        self._store.setValue("files/recent", "\n".join(str(one) for one in kept))

    def forget_files(self) -> None:
        """Empty the list of files opened last."""
        self._store.remove("files/recent")

    @property
    def last_folder(self) -> Path | None:
        """Return the folder a file was last opened from or written to, None where it is gone."""
        found = self._text("files/folder")
        return Path(found) if found and Path(found).is_dir() else None

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("files/folder", str(folder.absolute()))

    def export_choices(self, identity: str) -> str:
        """Return what was kept of the last export of a register, empty where nothing was."""
        return self._text(_export_key(identity))

    def keep_export_choices(self, identity: str, choices: str) -> None:
        """Keep what was chosen in the export of a register; the one exported longest ago is forgotten.

        `identity` is that of the register, which its copies share; nothing is written into the register.
        """
        key = _export_key(identity)
        known = [one for one in self._text("exports/order").split() if one != key]
        for forgotten in known[EXPORTS_LIMIT - 1 :]:
            self._store.remove(forgotten)
        self._store.setValue("exports/order", " ".join([key, *known[: EXPORTS_LIMIT - 1]]))
        self._store.setValue(key, choices)

    @property
    def geometry(self) -> QByteArray:
        """Return place and size of the window as Qt saved them, empty at first."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self._store.setValue("window/geometry", state)

    def columns(self, page: str) -> QByteArray:
        """Return the columns of a page's table as its header saved them, empty at first."""
        return self._bytes(f"columns/{page}")

    def set_columns(self, page: str, state: QByteArray) -> None:
        """Remember the columns of a page's table."""
        self._store.setValue(f"columns/{page}", state)

    def splitter(self, name: str) -> list[int]:
        """Return the sizes of the panes of a splitter in logical pixels, empty at first."""
        sizes = self._text(f"splitter/{name}").split()
        return [int(size) for size in sizes] if all(size.isdecimal() for size in sizes) else []

    def set_splitter(self, name: str, sizes: list[int]) -> None:
        """Remember the sizes of the panes of a splitter."""
        self._store.setValue(f"splitter/{name}", " ".join(str(size) for size in sizes))

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()


def _export_key(identity: str) -> str:
    """Return the key of a register's exports; an identity may hold characters that a key cannot."""
    return f"exports/{hashlib.blake2b(identity.encode(), digest_size=10).hexdigest()}"
