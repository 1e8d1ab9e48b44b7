"""Looks at every page of an office in a real browser, in each language: as everybody who works with it in the
first, as many roles as come to every page in the others. axe finds what WCAG 2.2 AA forbids, and a picture of each
page is kept.

    every_page.py [--share] OFFICE.json FOLDER [LANGUAGE...]

With --share, one page of a route is looked at in the languages after the first: the page is made of the same parts,
and what is in none of them is in the words.
OFFICE.json is what `rig.Office` reads. Pages are found by following links from the overview, each kind of
address once a language, and again where another page of the kind, or the same page as somebody else sees it, has
parts that none had so far.
Writes FOLDER/<language>/<role>/<route>.png and FOLDER/report.json, prints a line a language and every fault.
Exit status 1: a fault, or a page that nobody came to.
"""
import collections
import concurrent.futures
import ctypes
import json
import multiprocessing
import os
import pathlib
import shutil
import signal
import sys
import time
import urllib.parse

import axe
import rig

# Of one kind of address and one role, and of those that narrow or turn over another; most are alike, and are left
# at the first glance.
PAGES_OF_A_KIND = 4
NARROWED_OF_A_KIND = 2

# Of an address whose query narrows or turns over what the page shows anyway: looked at for new parts only.
MORE = "more"

# What a page is made of: every pair of an element within another, with their attributes' names. Two pages with
# the same parts differ in words and in how many of a kind there are.
PARTS = """() => {
  const name = element => [element.tagName, ...element.getAttributeNames().sort(), element.className].join(' ');
  return [...new Set([...document.querySelectorAll('body *')].map(
    element => name(element.parentElement) + '>' + name(element)))];
}"""

# How a page looks where no link leads: (name, address, status, route).
OF_NOBODY = [
    ("trouble-unread", "/login?next=%ZZ", 400, "/login"), ("trouble-gone", "/board/NONE", 404, "/board/{site}")]
OF_ANYBODY = [
    ("trouble-not-found", "/site/NONE", 404, "/site/{code}"), ("trouble-question", "/?table=none", 400, "/")]


def kind(office, url):
    """Addresses of one kind differ in names and numbers only; nothing for what is no page of the office."""
    route = office.route(url)
    if route is None:
        return None
    given = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query, keep_blank_values=True)
    if given.keys() & {"as", "lang"}:
        # A file to be saved, and the same page again.
        return None
    marks = [name for name in ("site", "links") if name in given]
    return route, "+".join(marks + [MORE] * (len(given) > len(marks)))


class Look:
    """One language: what was seen, and what was wrong with it."""

    def __init__(self, browser, office, language, folder, is_share=False):
        self.browser, self.office, self.language, self.folder = browser, office, language, folder
        self.is_share = is_share
        self.faults, self.undecided, self.pages = [], [], []
        self.parts = collections.defaultdict(set)
        self.looked = set()
        # Paths of the routes of which a page was looked at.
        self.seen = set()
        # Addresses that need no login, as the pages of those who have one name them.
        self.public = []
        # Pages of trouble that were looked at; they are the same for everybody.
        self.known = set()

    def all(self, is_whole):
        """By everybody; or by as many as it takes to come to every page, those first who may see most."""
        def width(role):
            return sum(route.admits(role) for route in self.office.routes)

        for role in sorted(self.office.people, key=width, reverse=True):
            if not is_whole and not (self.office.addresses(role) or self.lacks(role)):
                continue
            person = rig.Person(self.browser, self.office, role, self.language)
            try:
                person.log_in()
                self.hand_in(person)
                self.crawl(person, [self.office.url + "/"])
                self.troubles(person, OF_ANYBODY)
                self.forbidden(person)
            finally:
                person.close()
        self.stranger()

    def hand_in(self, person):
        """What is shown to the login alone that handed it in."""
        for one in self.office.uploads:
            if person.role in one["roles"]:
                status = person.upload(one["path"], one["fields"], one["file"])
                if status != 200:
                    self.fault(person, "upload", person.page.url, "status", f"{status}")

    def lacks(self, role):
        """Whether there is a route that this role would come to, and nobody has so far."""
        return any(
            route.roles and route.admits(role) and route.path not in self.seen for route in self.office.routes)

    def stranger(self):
        """What is shown to whoever is not logged in."""
        person = rig.Person(self.browser, self.office, rig.NOBODY, self.language)
        try:
            self.troubles(person, OF_NOBODY)
            self.crawl(person, [self.office.url + "/login", *self.public])
            # A name of nobody's, so that no one has to wait for their own login.
            person.open("/login")
            self.arrived(person, "trouble-refused", person.send_login(f"nobody-{self.language}", "not a password"), 403)
        finally:
            person.close()

    def forbidden(self, person):
        """What is shown to whoever asks for a page of others."""
        for route in self.office.routes:
            if not route.admits(person.role) and "{" not in route.path:
                return self.trouble(person, "trouble-forbidden", route.path, 403)

    def troubles(self, person, troubles):
        for name, address, status, route in troubles:
            if any(one.path == route and one.admits(person.role) for one in self.office.routes):
                self.trouble(person, name, address, status)

    def trouble(self, person, name, address, wanted):
        if name in self.known:
            return
        self.known.add(name)
        self.arrived(person, name, person.open(address), wanted)

    def arrived(self, person, name, status, wanted):
        if status != wanted:
            self.fault(person, name, person.page.url, "status", f"{status} instead of {wanted}")
        # The browser complains of each such answer.
        person.complaints.clear()
        self.keep(person, name, person.page.url)

    def crawl(self, person, start):
        opened, counts = set(), collections.Counter()
        # Each address with its kind, and with that of the page that it stands on.
        waiting = [(kind(self.office, url), url, "no page") for url in start + self.office.addresses(person.role)]
        required = len(waiting)
        while waiting:
            if self.is_share and person.role != rig.NOBODY and len(opened) >= required and not self.lacks(person.role):
                break
            which, url, source = waiting.pop(self.nearest(waiting) if self.is_share and len(opened) >= required else 0)
            if which is None or url in opened:
                continue
            route, query = which
            of_a_kind = NARROWED_OF_A_KIND if MORE in query else PAGES_OF_A_KIND
            if counts[which] >= (1 if self.is_share else of_a_kind):
                continue
            if not route.admits(person.role):
                counts[which] += 1
                if counts[which] == 1:
                    self.fault(person, route.name, url, "link", f"leads where this role may not go, from {source}")
                continue
            opened.add(url)
            if route.path == "/login" and person.role != rig.NOBODY:
                continue
            status = person.open(url)
            if status != 200:
                self.fault(person, route.name, url, "status", f"{status}")
            new = set(person.page.evaluate(PARTS)) - self.parts[route]
            # What has no parts of its own for this role was looked at as somebody else.
            is_new = new or MORE not in query and which not in self.looked
            if route.path not in self.seen if self.is_share else is_new:
                self.looked.add(which)
                number = sum(1 for page in self.pages if page["role"] == person.role and page["which"] == which)
                name = "-".join(filter(None, [route.name, query, str(number + 1) if number else ""]))
                self.keep(person, name, url, route, which)
            counts[which] += 1
            self.parts[route] |= new
            here = url.removeprefix(self.office.url)
            links = [(kind(self.office, link), link, here) for link in person.links()]
            self.public += [link for which, link, _ in links if which and which[0].roles is None]
            waiting += links

    def nearest(self, waiting):
        """The place of the first address of a route that nobody has come to, or of the first of all."""
        return next((place for place, (which, _, _) in enumerate(waiting) if which and which[0].path not in self.seen), 0)

    def keep(self, person, name, url, route=None, which=None):
        """Looks at the page that is open, and keeps a picture of it."""
        for complaint in person.complaints:
            self.fault(person, name, url, "browser", complaint)
        lang = person.page.locator("html").get_attribute("lang") or "no language"
        # A region may stand behind it.
        if not f"{lang}-".startswith(self.language + "-"):
            self.fault(person, name, url, "language", f"the page is in {lang}")
        found = axe.look(person.page)
        found["violations"] += axe.wider(person.page, rig.WINDOW, rig.NARROW)
        for one in found["violations"]:
            self.faults.append(self.at(person, name, url) | one)
        for one in found["incomplete"]:
            self.undecided.append(self.at(person, name, url) | one)
        picture = self.folder / self.language / person.role / (name + ".png")
        picture.parent.mkdir(parents=True, exist_ok=True)
        person.page.screenshot(path=picture, full_page=True)
        if route:
            self.seen.add(route.path)
        self.pages.append({
            "role": person.role, "name": name, "route": route.path if route else None, "which": which})

    def at(self, person, name, url):
        address = url.removeprefix(self.office.url)
        return {"language": self.language, "role": person.role, "page": name, "address": address}

    def fault(self, person, name, url, rule, why):
        self.faults.append(self.at(person, name, url) | {
            "rule": rule, "impact": "serious", "selector": "", "html": "", "why": why})

    def result(self):
        pages = [{key: page[key] for key in ("role", "name", "route")} for page in self.pages]
        return {"language": self.language, "pages": pages, "faults": self.faults, "undecided": self.undecided}


def look(file, language, folder, is_whole, is_share=False):
    """In a process of its own, because a browser keeps one processor busy."""
    begin = time.monotonic()
    office = rig.Office(file)
    # Pictures of an earlier run would pass for this one's.
    shutil.rmtree(pathlib.Path(folder, language), ignore_errors=True)
    with rig.chromium() as browser:
        one = Look(browser, office, language, pathlib.Path(folder), is_share)
        one.all(is_whole)
        return one.result() | {"seconds": round(time.monotonic() - begin)}


def end_with_parent():
    """A worker, and with it its browser, does not outlive a rig that is killed (prctl, PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def unseen(office, results):
    """Routes that were not looked at in some language: whoever adds a page gives this office one to show."""
    for result in results:
        seen = {page["route"] for page in result["pages"]}
        for route in office.routes:
            if route.path not in seen:
                yield f"{result['language']}: nobody came to {route.path}"


def listed(faults):
    """Each fault once, with where and for whom it is."""
    together = collections.defaultdict(list)
    for one in faults:
        together[one["impact"], one["rule"], one["selector"], one["page"], one["why"]].append(one)
    for (impact, rule, selector, page, why), all_ in sorted(together.items(), key=lambda item: str(item[0])):
        who = ", ".join(sorted({one["role"] for one in all_}))
        languages = ", ".join(sorted({one["language"] for one in all_}))
        yield f"{impact} {rule}: {selector or '-'} on {page} ({who}; {languages})\n    {why}\n    {all_[0]['html']}"


def main():
    words = sys.argv[1:]
    is_share = words[:1] == ["--share"]
    file, folder, *languages = words[is_share:]
    languages = languages or rig.LANGUAGES
    office = rig.Office(file)
    rig.browser_program()
    workers = min(len(languages), os.cpu_count() or 1)
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(workers, spawn, end_with_parent) as pool:
        # A page's structure is the same in each language: whatever a role alone is shown, it is in the first.
        plan = [
            (file, language, folder, language == languages[0], is_share and language != languages[0])
            for language in languages]
        results = list(pool.map(look, *zip(*plan)))
    pathlib.Path(folder, "report.json").write_text(
        json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for result in results:
        kinds = len({page["route"] for page in result["pages"]} - {None})
        undecided = collections.Counter(one["rule"] for one in result["undecided"])
        roles = len({page["role"] for page in result["pages"]} & set(office.people))
        print(f"{result['language']}: {len(result['pages'])} pages of {kinds} routes by {roles} roles,"
              f" {len(result['faults'])} violations, {result['seconds']} s; not decided by axe: "
              + (", ".join(f"{rule} {count}" for rule, count in sorted(undecided.items())) or "nothing"))
    print(f"pictures and report: {folder}")
    missing = list(unseen(office, results))
    faults = [fault for result in results for fault in result["faults"]]
    for line in [*missing, *listed(faults)]:
        print(line)
    return 1 if missing or faults else 0


if __name__ == "__main__":
    sys.exit(main())
