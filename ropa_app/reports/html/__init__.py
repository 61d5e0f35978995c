"""From the page model to one web page: `write_html` is the way in; README.md tells the rest."""

from ropa_app.reports.html.writer import as_html, write_html

__all__ = ["as_html", "write_html"]
