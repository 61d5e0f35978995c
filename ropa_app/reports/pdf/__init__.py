"""From the page model to a tagged PDF: `write_pdf` is the way in; README.md tells the rest."""

from ropa_app.reports.pdf.fonts import Coverage, FontSet
from ropa_app.reports.pdf.page import UntaggedContent
from ropa_app.reports.pdf.writer import PdfReport, write_pdf
from ropa_app.reports.progress import Cancelled, Progress

__all__ = ["Cancelled", "Coverage", "FontSet", "PdfReport", "Progress", "UntaggedContent", "write_pdf"]
