"""Drive a headless Chromium over a pipe: open a page of this disk, size it, ask it things.

No library, no port: the DevTools protocol speaks JSON on descriptors 3 and 4, a NUL ends each message.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

COMMAND: Final = "chromium"
_FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_END: Final = b"\0"


class BrowserProblem(Exception):
    """The browser did not answer, or answered with an error."""


class Browser:
    """A browser with one empty tab and a profile of its own; used in a `with` statement."""

    def __init__(self) -> None:
        if shutil.which(COMMAND) is None:
            raise BrowserProblem(f"{COMMAND} is missing: apt-get install chromium")
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [COMMAND, *_FLAGS, f"--user-data-dir={self._profile.name}", "about:blank"]
        script = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["sh", "-c", script, "sh", *command],
            pass_fds=(theirs_in, theirs_out),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._pipe = os.fdopen(out, "wb")
        self._number = 0
        self._rest = b""
        self._session = ""

    def __enter__(self) -> Browser:
        pages = self.call("Target.getTargets")["targetInfos"]
        target = next(one["targetId"] for one in pages if one["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.enable")
        return self

    def __exit__(self, *_problem: object) -> None:
        self._session = ""
        try:
            self.call("Browser.close")
        except BrowserProblem:
            self._process.terminate()
        self._process.wait(30)
        self._pipe.close()
        os.close(self._in)
        self._profile.cleanup()

    @property
    def version(self) -> str:
        """Return what the browser calls itself."""
        return str(self.call("Browser.getVersion")["product"])

    def open(self, page: Path, width: int, height: int, scheme: str, media: str = "") -> None:
        """Open a page in a window of this size in pixels; `scheme` is light or dark."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)
        self.call("Page.navigate", url=page.resolve().as_uri())
        self._until("Page.loadEventFired")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page; the page's own policy does not bind it."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserProblem(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def picture(self, *, whole: bool) -> bytes:
        """Return what the window shows, or the whole page, as PNG."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        try:
            self._pipe.write(json.dumps(message).encode() + _END)
            self._pipe.flush()
        except OSError as error:
            raise BrowserProblem(str(error)) from error
        while (answer := self._message()).get("id") != self._number:
            pass
        if "error" in answer:
            raise BrowserProblem(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, event: str) -> None:
        while self._message().get("method") != event:
            pass

    def _message(self) -> dict[str, Any]:
        while _END not in self._rest:
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise BrowserProblem("the browser has ended")
            self._rest += piece
        message, _, self._rest = self._rest.partition(_END)
        read: dict[str, Any] = json.loads(message)
        return read
