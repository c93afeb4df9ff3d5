"""Headless Chromium for checks of pages: opens them from the disk, asks their scripts, and hears of faults and fetches.

It is spoken to over a pair of pipes in the Chrome DevTools Protocol: JSON objects with a NUL behind each.
"""
import base64
import fcntl
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

from common import Broken

TIMEOUT = 60


class Browser:
    """A browser with one page. `faults` are errors of its scripts, `fetched` all addresses it asked for."""

    def __init__(self, fonts=None, width=1280, height=900):
        program = shutil.which("chromium")
        if program is None:
            raise Broken("chromium is missing: run ./dev setup")
        self.folder = tempfile.TemporaryDirectory(prefix="bichig-browser-", ignore_cleanup_errors=True)
        home = pathlib.Path(self.folder.name)
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        if fonts:
            (home / "fonts.conf").write_text(
                f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
                f"<cachedir>{home}/cache</cachedir></fontconfig>", encoding="utf-8")
            environment["FONTCONFIG_FILE"] = str(home / "fonts.conf")
        theirs_in, self.to_browser = (self._high(fd) for fd in os.pipe())
        self.from_browser, theirs_out = (self._high(fd) for fd in os.pipe())
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}', program, "--headless", "--no-sandbox",
             "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
             f"--user-data-dir={home}/profile", f"--window-size={width},{height}", "about:blank"],
            env=environment, pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number = 0
        self.buffer = b""
        self.session = None
        self.faults, self.fetched = [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)
        self.folder.cleanup()

    @staticmethod
    def _high(fd):
        """The same pipe under a number that does not clash with those that the browser takes."""
        high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 20)
        os.close(fd)
        return high

    def _hear(self, message):
        method, told = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = told["exceptionDetails"]
            self.faults.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "assert", "warning"):
            self.faults.append("console: " + " ".join(str(a.get("value", a.get("description"))) for a in told["args"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.faults.append("log: " + told["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.fetched.append(told["request"]["url"])

    def call(self, method, **params):
        """The result of a call of the protocol."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode("ascii") + b"\0")
        end = time.monotonic() + TIMEOUT
        while True:
            while b"\0" in self.buffer:
                raw, self.buffer = self.buffer.split(b"\0", 1)
                answer = json.loads(raw)
                if answer.get("id") == self.number:
                    if "error" in answer:
                        raise Broken(f"{method}: {answer['error']['message']}")
                    return answer["result"]
                self._hear(answer)
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.from_browser], [], [], left)[0]:
                raise Broken(f"chromium does not answer {method}")
            got = os.read(self.from_browser, 1 << 20)
            if not got:
                raise Broken("chromium ended")
            self.buffer += got

    def ask(self, script):
        """The value of an expression in the page; a promise is waited for."""
        told = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            details = told["exceptionDetails"]
            raise Broken(f"{script[:80]}: {details.get('exception', {}).get('description') or details['text']}")
        return told["result"].get("value")

    def wait(self, condition, what):
        """Waits until an expression holds. Each question is a round trip, so that the page gets its turn."""
        end = time.monotonic() + TIMEOUT
        while not self.ask(f"!!({condition})"):
            if time.monotonic() > end:
                raise Broken(f"the page does not come to: {what}")
            time.sleep(0.02)

    def open(self, path, fragment=""):
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri() + fragment)
        self.wait("document.readyState === 'complete'", f"{path} is read")

    def resize(self, width, height, dark=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme",
                                                           "value": "dark" if dark else "light"}])

    def press(self, key, text=""):
        codes = {"ArrowDown": 40, "ArrowUp": 38, "Enter": 13, "Escape": 27, "/": 191}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=codes[key],
                      **({"text": text} if text and kind == "keyDown" else {}))

    def picture(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))
