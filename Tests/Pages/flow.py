"""Plays the review, a month's summary and a duplicate from their beginning to their end in a real browser with
scripts switched off, as the people whose work it is.

    flow.py OFFICE.json FOLDER MONTH

OFFICE.json is what `rig.Office` reads. In MONTH the site has a need, and its summary is a draft; two of an officer's
visits wait for review; site and company visited one household. Writes FOLDER/flow/*.png and prints the steps.
"""
import pathlib
import sys

import rig


class Flow:
    def __init__(self, browser, office, folder):
        self.browser, self.office, self.folder, self.people, self.step = browser, office, folder, {}, 0

    def person(self, role):
        """Somebody's window, logged in once."""
        if role not in self.people:
            person = rig.Person(self.browser, self.office, role, "zh-Hant", scripts=False)
            person.log_in()
            self.people[role] = person
        return self.people[role]

    def open(self, role, address):
        person = self.person(role)
        status = person.open(address)
        assert status == 200, f"{address}: {status} for {role}"
        return person

    def send(self, person, act, **fields):
        """Fills in the first form that leads to an act and presses its button; the page that follows must be one."""
        form = person.page.locator(f"main form[action$='/{act}']").first
        for name, value in fields.items():
            radio = form.locator(f"input[type=radio][name={name}]")
            if radio.count():
                form.locator(f"input[name={name}][value={value}]").check()
            else:
                form.locator(f"[name={name}]").fill(value)
        with person.page.expect_navigation(wait_until="load") as arrived:
            form.locator("button").click()
        text = person.page.locator("main").inner_text()
        assert arrived.value.status == 200, f"{act} by {person.role}: {arrived.value.status}\n{text}"
        self.step += 1
        person.page.screenshot(path=self.folder / f"{self.step:02}-{act}.png", full_page=True)
        print(f"{self.step}. {person.role}: {act}")
        return text

    def follow(self, person, selector):
        """By a link of the page."""
        with person.page.expect_navigation(wait_until="load") as arrived:
            person.page.locator(selector).first.click()
        assert arrived.value.status == 200, f"{selector} leads to {arrived.value.status}"

    def has(self, person, act):
        return person.page.locator(f"main form[action$='/{act}']").count() > 0

    def review(self):
        supervisor = self.open("serviceSupervisor", "/reviews")
        self.follow(supervisor, "main table a[href^='/reviews/S1/']")
        while not self.has(supervisor, "accept"):
            # Their own visit, which another reviews: the queue goes on without it.
            own = supervisor.path
            self.open("serviceSupervisor", "/reviews")
            self.follow(supervisor, f"main table a[href^='/reviews/S1/']:not([href='{own}'])")
        first = supervisor.path
        self.send(supervisor, "return", comment="請核對時間")
        second = supervisor.path
        assert second.startswith("/reviews/S1/") and second != first, f"not the next record: {second}"
        self.send(supervisor, "accept")
        assert supervisor.path == "/reviews", f"none waits, and {supervisor.path} is offered"
        shown = self.open("siteManager", first).page.locator("main").inner_text()
        assert "請核對時間" in shown, "the comment is not shown"

    def summary(self, month):
        address = f"/summaries/S1/{month}"
        supervisor = self.open("serviceSupervisor", address)
        self.send(supervisor, "submit", text="初稿")
        manager = self.open("siteManager", address)
        assert not self.has(manager, "approve"), "it can be approved with an undecided matter"
        self.send(manager, "return", text="請補充")
        supervisor = self.open("serviceSupervisor", address)
        assert "請補充" in supervisor.page.locator("main").inner_text()
        self.send(supervisor, "submit", text="補充後")
        manager = self.open("siteManager", address)
        # On the first of a month yesterday's opinions are of this summary too.
        for _ in range(9):
            if not self.has(manager, "decide"):
                break
            self.send(manager, "decide", kind="beyondAuthority")
            manager = self.open("siteManager", address)
        assert not self.has(manager, "decide"), "a matter is left undecided"
        self.send(manager, "letter", subject="更換路燈", background="", proposal="全部更換", replyBy="2999-12-31")
        manager = self.open("siteManager", address)
        self.send(manager, "approve")
        assert not self.has(self.open("siteManager", address), "approve"), "it can be approved twice"

    def letter(self):
        reviewer = self.open("companyReviewer", "/letters")
        self.follow(reviewer, "main table a[href^='/letters/S1/']")
        one = reviewer.path
        self.send(reviewer, "reply", accepted="yes", text="同意")
        assert "同意" in self.open("siteManager", one).page.locator("main").inner_text()

    def duplicate(self):
        reviewer = self.open("companyReviewer", "/duplicates")
        self.follow(reviewer, "main a[href^='/duplicates/S1/']")
        assert "彼此不知" in self.send(reviewer, "decide", kind="excused", reason="彼此不知")
        self.send(reviewer, "reopen")
        assert self.has(reviewer, "decide"), "the case is not open again"
        self.send(reviewer, "decide", kind="excused", reason="仍是如此")


def main():
    office, folder, month = rig.Office(sys.argv[1]), pathlib.Path(sys.argv[2], "flow"), sys.argv[3]
    folder.mkdir(parents=True, exist_ok=True)
    with rig.chromium() as browser:
        flow = Flow(browser, office, folder)
        flow.review()
        flow.summary(month)
        flow.letter()
        flow.duplicate()
        for person in flow.people.values():
            person.close()
    print(f"pictures: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
