"""Somebody at a keyboard, without a mouse and without scripts: every key is counted."""
import rig


class Keys:
    """Goes through pages by Tab, Enter, Space and typing alone."""

    # Tabs after which a thing is out of reach for whoever has to press them.
    MOST = 80

    def __init__(self, person):
        self.person, self.page, self.count = person, person.page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.count += 1

    def write(self, text):
        """Each character is a key, however a person's keyboard makes it."""
        self.page.keyboard.type(text)
        self.count += len(text)

    def to(self, selector):
        """Presses Tab until the first such element has the focus."""
        found = self.page.locator(selector)
        assert found.count(), f"no {selector} on {self.page.url}"
        self.count += self.person.tab_to(selector, self.MOST)

    def go(self):
        """Presses Enter and waits for the page it leads to; returns its status."""
        with self.page.expect_navigation(wait_until="load") as arrived:
            self.press("Enter")
        return arrived.value.status

    def skip(self):
        """Past the navigation, by the first thing on every page."""
        self.press("Tab")
        assert self.person.has_focus("a.skip"), f"the first Tab on {self.page.url} is not the skip link"
        self.press("Enter")

    def log_in(self, name, password):
        self.page.goto(self.person.office.url + "/login")
        self.to("input[name=name]")
        self.write(name)
        self.to("input[name=password]")
        self.write(password)
        assert self.go() == 200 and self.person.path == "/", f"{name} is at {self.page.url}"


def person(browser, office, role, language):
    """A window without scripts."""
    return rig.Person(browser, office, role, language, scripts=False)
