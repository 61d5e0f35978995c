"""Forms: what is laid out by hand on the screen, section by section, over the declared fields."""
