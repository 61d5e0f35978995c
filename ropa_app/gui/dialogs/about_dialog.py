"""What the program is: its version, its licences, and the day of the law data."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app import __version__
from ropa_app.gui import theme
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, Translator
from ropa_app.legal import shipped

PROGRAM: Final = N_("Register of processing activities")
# Names of works and licences are the same in every language.
_PARTS: Final = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("ReportLab", "BSD-3-Clause"),
    ("Babel, click", "BSD-3-Clause"),
    ("Inter, Noto Sans, Source Sans 3", "OFL-1.1"),
    ("Lucide", "ISC"),
)


class AboutDialog(FormDialog):
    """Sign and name, the version, the law data, and whose work is inside."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t, t("About the program"), "", parent, width=460)
        self.body.addLayout(self._head())
        self.body.addSpacing(12)
        day = format_day(shipped().pack.verified, t.language)
        self.add_text(
            t(
                "Keeps the record of processing activities under Article 30 of the General Data Protection "
                "Regulation in one file on this machine. The program opens no network connection."
            )
        )
        self.body.addWidget(Label(t("Law data verified {day}", day=day), wrap=True))
        self.body.addSpacing(12)
        self.body.addWidget(Label(t("Licences"), "section"))
        own = t("The program: {licence}", licence="Apache-2.0")
        works = [own, *(f"{work}: {licence}" for work, licence in _PARTS)]
        for line in (*works, f"Qt {qVersion()}"):
            self.body.addWidget(Label(line, "detail", "text2"))
        self.body.addStretch(1)
        self.cancel_button.setDefault(True)

    def _head(self) -> QHBoxLayout:
        sign = Label()
        sign.setPixmap(theme.window_icon().pixmap(48, 48))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.t(PROGRAM), "page"))
        words.addWidget(Label(self.t("Version {number}", number=__version__), "body", "text2"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign)
        row.addLayout(words, 1)
        return row


def show_about(window: QWidget | None, t: Translator) -> None:
    """Show what the program is until it is closed."""
    AboutDialog(t, window).exec()
