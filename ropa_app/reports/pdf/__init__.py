"""From the page model to a tagged PDF: `write_pdf` is the way in; README.md tells the rest."""

from ropa_app.reports.pdf.fonts import Coverage, FontSet
from ropa_app.reports.pdf.page import UntaggedContent
from ropa_app.reports.pdf.writer import Cancelled, PdfReport, Progress, write_pdf

__all__ = ["Cancelled", "Coverage", "FontSet", "PdfReport", "Progress", "UntaggedContent", "write_pdf"]
