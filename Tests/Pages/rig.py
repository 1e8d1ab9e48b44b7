"""What every script here shares that looks at the pages in a real Chromium with Playwright: the browser, the
office with its people and its addresses, and a person's own window on it.

The browser is Debian's; Playwright comes from PyPI (requirements.txt, scripts/browser-setup) and brings none.
"""
import contextlib
import json
import os
import re
import shutil
import urllib.parse

from playwright.sync_api import sync_playwright

# Nobody is logged in: the name under which such pages are kept and reported.
NOBODY = "nobody"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
# CSS pixels: the window of an office's screen, and the width of WCAG 1.4.10 (1280 at 400 %).
WINDOW = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 900}
# Milliseconds after which a page that does not come is a failure.
PATIENCE = 30_000

# Without the place on the page; files to be saved are no pages.
LINKS = """[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href.split('#')[0])
  .filter(h => h.startsWith(location.origin + '/'))"""


def browser_program():
    """Where Chromium is.

    Raises RuntimeError where there is none, because a check that needs it must not pass without it.
    """
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise RuntimeError("no Chromium on this machine; scripts/setup installs it")
    return program


@contextlib.contextmanager
def chromium():
    """A browser of one's own, closed at the end whatever happened."""
    # Chromium refuses to run as root with its sandbox.
    words = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_program(), args=words + ["--disable-dev-shm-usage", "--no-proxy-server"])
        try:
            yield browser
        finally:
            browser.close()


class Route:
    """An address of the pages as the office's own table writes it: segments in braces stand for any text.

    `roles` are the names of those who may ask for it; nothing where nobody need be logged in.
    """

    def __init__(self, path, roles):
        self.path, self.roles = path, roles
        parts = re.split(r"\{[^}]*\}", path)
        self.pattern = re.compile("[^/]+".join(map(re.escape, parts)))

    def admits(self, role):
        return self.roles is None or role in self.roles

    @property
    def name(self):
        """As part of a file's name."""
        return self.path.strip("/").replace("/", ".").replace("{", "").replace("}", "") or "overview"


class Office:
    """What the test that started the office says of it, as JSON:

    `url`, `password` (of everybody), `people` (role: name), `routes` (`path`, `roles`: every address that
    shows a page), `also` (addresses that no link leads to, each with the roles that look at it), `uploads` (files
    that somebody hands in first, so that there is a page of them: `path`, `roles`, `fields`, `file`).
    """

    def __init__(self, file):
        with open(file, encoding="utf-8") as text:
            said = json.load(text)
        self.url, self.password, self.people = said["url"].rstrip("/"), said["password"], said["people"]
        self.routes = [Route(one["path"], one.get("roles")) for one in said["routes"]]
        self.also = said.get("also", [])
        self.uploads = said.get("uploads", [])

    def route(self, url):
        """The route that an address is of; what stands there letter by letter before what is in braces."""
        path = urllib.parse.urlsplit(url).path
        found = [route for route in self.routes if route.pattern.fullmatch(path)]
        return min(found, key=lambda route: route.path.count("{"), default=None)

    def addresses(self, role):
        return [self.url + one["path"] for one in self.also if role in one["roles"]]


class Person:
    """Somebody's window on the office: one role, one language, one session."""

    def __init__(self, browser, office, role, language, scripts=True):
        self.office, self.role, self.language = office, role, language
        self.context = browser.new_context(
            locale=language, viewport=WINDOW, java_script_enabled=scripts, reduced_motion="reduce")
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        # What the browser itself complained of since the last `open`.
        self.complaints = []
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.on("requestfailed", lambda asked: self.complaints.append("not loaded: " + asked.url))

    def open(self, address):
        """Goes to an address, whole or from the office's root.

        Returns the status; raises AssertionError where the browser asked for a login instead.
        """
        self.complaints.clear()
        url = address if address.startswith("http") else self.office.url + address
        status = self.page.goto(url, wait_until="load").status
        if self.role != NOBODY:
            assert self.path != "/login", f"{url}: {self.role} was logged out"
        return status

    @property
    def path(self):
        return urllib.parse.urlsplit(self.page.url).path

    def log_in(self, next_page="/"):
        """Through the form, in this person's language, which the session then keeps."""
        query = urllib.parse.urlencode({"lang": self.language, "next": next_page})
        self.page.goto(f"{self.office.url}/login?{query}")
        self.send_login(self.office.people[self.role], self.office.password)
        assert self.path == urllib.parse.urlsplit(next_page).path, f"{self.role} is at {self.page.url}"

    def send_login(self, name, password):
        """Fills in the form of the page that is open; returns the status of the page that it leads to."""
        self.page.locator("input[name=name]").fill(name)
        self.page.locator("input[name=password]").fill(password)
        with self.page.expect_navigation() as arrived:
            self.page.locator("main form button").click()
        return arrived.value.status

    def upload(self, address, fields, file):
        """Hands a file in, with the form of a page that has these fields.

        Returns the status of the page that it leads to.
        """
        self.open(address)
        form = self.page.locator("form:has(input[type=file])" + "".join(f":has(input[name={name}])" for name in fields))
        for name, value in fields.items():
            form.locator(f"input[name={name}]").fill(value)
        form.locator("input[type=file]").set_input_files(file)
        with self.page.expect_navigation() as arrived:
            form.locator("button").click()
        return arrived.value.status

    def links(self):
        """Where the page leads within the office, whole addresses, in the order of the page."""
        return list(dict.fromkeys(self.page.evaluate(LINKS)))

    def press(self, *keys):
        """Keys one after the other, as `Tab`, `Alt+a` or `Enter`; waits for the page where they lead to one."""
        for key in keys:
            self.page.keyboard.press(key)
        self.page.wait_for_load_state("load")

    def has_focus(self, selector):
        return self.page.locator(selector).first.evaluate("element => element === document.activeElement")

    def tab_to(self, selector, most=200):
        """Goes to an element with the Tab key alone, as somebody without a mouse.

        Returns how many presses it took; raises AssertionError where so many do not reach it.
        """
        for count in range(most + 1):
            if self.has_focus(selector):
                return count
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{most} presses of Tab do not reach {selector} on {self.page.url}")

    def close(self):
        self.context.close()
