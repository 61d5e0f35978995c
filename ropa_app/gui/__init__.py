"""The window: shows, asks and forwards; the only room that knows Qt."""

from ropa_app.gui import singletons

singletons.protect()
