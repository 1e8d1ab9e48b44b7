"""Chromium over its debugging pipe, with nothing but Python's own library."""
import json
import os
import select
import shutil
import subprocess
import tempfile

# Seconds of silence after which a page that is waited for will not come.
PATIENCE = 120


def find():
    """The browser, or nothing."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Chrome:
    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="rounds-chromium-")
        to_chrome, self.writing = os.pipe()
        self.reading, from_chrome = os.pipe()
        words = [program, "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                 "--disable-dev-shm-usage", "--no-proxy-server", f"--user-data-dir={self.profile}", "about:blank"]
        if os.geteuid() == 0:
            # Chromium refuses to run as root with its sandbox.
            words.insert(1, "--no-sandbox")

        def place():
            # The two ends must not overwrite each other on their way to 3 and 4.
            first, second = os.dup(to_chrome), os.dup(from_chrome)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            words, preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_chrome)
        os.close(from_chrome)
        self.buffer, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self):
        while b"\0" not in self.buffer:
            if not select.select([self.reading], [], [], PATIENCE)[0]:
                raise RuntimeError(f"Chromium has said nothing for {PATIENCE} s; last: {self.events[-3:]}")
            part = os.read(self.reading, 1 << 16)
            if not part:
                raise RuntimeError("Chromium ended")
            self.buffer += part
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **params):
        self.number += 1
        order = {"id": self.number, "method": method, "params": params}
        if self.session:
            order["sessionId"] = self.session
        os.write(self.writing, json.dumps(order).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.note(answer)

    def note(self, event):
        self.events.append(event)
        if event.get("method") == "Page.javascriptDialogOpening":
            raise AssertionError(f"a page ran a script: {event['params']['message']}")

    def loaded(self, act):
        """Acts, and waits until the page that follows is there."""
        self.events = []
        act()
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.note(self.message())

    def open(self, url):
        self.loaded(lambda: self.call("Page.navigate", url=url))

    def eval(self, script):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def origin(self):
        """Where the browser is; nothing while it is on its way."""
        try:
            return self.eval("location.origin")
        except RuntimeError:
            return None
