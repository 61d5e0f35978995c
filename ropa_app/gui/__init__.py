"""The window: shows, asks and forwards; the only room that knows Qt."""
