"""Item models that sort and filter by themselves."""
