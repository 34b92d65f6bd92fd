"""A headless Chromium, driven through a pipe by the Chrome DevTools protocol. Needs nothing but Python's own library."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Failure(Exception):
    """The page isn't as it should be."""


class Chromium:
    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="limbeck-chromium-")
        to_browser_read, self.to_browser = os.pipe()
        self.from_browser, from_browser_write = os.pipe()

        def inherit():
            # The protocol wants exactly these two; the copies come first, in case one of the ends already has such a number.
            read, write = os.dup(to_browser_read), os.dup(from_browser_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        arguments = [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                     "--disable-background-networking", "--hide-scrollbars", "--force-color-profile=srgb",
                     "--user-data-dir=" + self.folder, "--remote-debugging-pipe", "about:blank"]
        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.process = subprocess.Popen(arguments, preexec_fn=inherit, close_fds=False, stdout=self.log, stderr=self.log)
        os.close(to_browser_read)
        os.close(from_browser_write)
        self.number = 0
        self.buffer = b""
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close")
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, session=None, **parameters):
        """Sends a command and returns what comes back; events that come before are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + 60
        while True:
            answer = self.receive(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.from_browser], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(self.from_browser, 1 << 20) if ready else b""
            if not chunk:
                raise Failure("Chromium doesn't answer" if not ready else "Chromium has ended")
            self.buffer += chunk
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def page(self, width, height, scheme, **other):
        return Page(self, width, height, scheme, **other)


class Page:
    """A tab."""

    def __init__(self, browser, width, height, scheme, mobile=False, scale=1):
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile)
        self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.send("Target.closeTarget", targetId=self.target)

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def open(self, url):
        self.send("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'")

    def value(self, expression):
        """What an expression of JavaScript is; a promise is waited for."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"]) + " in " + expression)
        return answer["result"].get("value")

    def wait(self, condition):
        deadline = time.monotonic() + 20
        while not self.value(condition):
            if time.monotonic() > deadline:
                raise Failure("never came true: " + condition)
            time.sleep(0.02)

    def key(self, key, code=None, text=""):
        parameters = {"key": key, "code": code or key, "text": text}
        numbers = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Tab": 9}
        if key in numbers:
            parameters["windowsVirtualKeyCode"] = numbers[key]
        self.send("Input.dispatchKeyEvent", type="keyDown", **({**parameters, "text": "\r"} if key == "Enter" else parameters))
        self.send("Input.dispatchKeyEvent", type="keyUp", **parameters)

    def type(self, selector, text):
        """Types into a field."""
        self.value(f"document.querySelector({json.dumps(selector)}).focus()")
        self.send("Input.insertText", text=text)

    def mouse(self, kind, x, y, **other):
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **other)

    def complaints(self):
        """What stands in the console, what was thrown, and what was asked of the network."""
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            method, parameters = event["method"], event["params"]
            if method == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            elif method == "Runtime.consoleAPICalled":
                found.append("console: " + str([each.get("value") for each in parameters["args"]]))
            elif method == "Log.entryAdded":
                found.append("log: " + parameters["entry"]["text"])
            elif method == "Network.requestWillBeSent" and not parameters["request"]["url"].startswith(("file:", "about:")):
                found.append("request: " + parameters["request"]["url"])
        return found

    def screenshot(self, file):
        data = self.send("Page.captureScreenshot", format="png")["data"]
        with open(file, "wb") as out:
            out.write(base64.b64decode(data))

    def pdf(self):
        return base64.b64decode(self.send("Page.printToPDF", printBackground=True)["data"])
