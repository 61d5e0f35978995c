"""What one can do with an open register; no Qt, no SQL."""
