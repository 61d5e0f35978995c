"""What is printed: content first (`*_report.py` yields the page model), then ink (`pdf` draws it)."""
