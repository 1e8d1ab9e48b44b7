"""Looks at two offices that are equal but for their texts, hostile in one and tame in the other: in a real browser
every page of the one must be the same document as that of the other, node for node, with one text in place of another.

    hostile.py PLAN.json

PLAN.json: {"offices": [hostile, tame: {"url", "people" (role: name), "also" (addresses that no link leads to)}],
"password", "texts" (every hostile text), "places": [{"tame", "hostile"}]}. Pages are found by following links, as
everybody who may log in. Then each form that was found is sent with hostile texts in its inputs, and with tame ones
at the tame office: once too long, so that most are refused, and once as it is offered. Where a refused form is shown
again, it holds what was typed. Tables as CSV and JSON are compared row by row.

The policy that forbids scripts is set aside: a script that slipped through the escaping would run, and is noticed.
Prints what was compared, and every difference. Exit status 1: a difference, or a text that no page shows; 77: no
Chromium here.
"""
import collections
import concurrent.futures
import csv
import http.client
import io
import json
import re
import sys
import time
import urllib.parse

import chrome
from documents import DOCUMENT, LOTS, Shape, Twins

# Of one kind of address: by who comes first, and by each after them, until so many roles were there. With a query it
# is the same page, narrowed or turned over.
PAGES_OF_A_KIND, PAGES_AGAIN, ROLES_OF_A_KIND = 2, 1, 6
# Of what is typed: the longest that any line takes, and a text for more.
LINE, TEXT = 1024, 16 * 1024

# The forms of a page, each with what makes it the same form elsewhere.
FORMS = """[...document.forms].map((form, index) => ({
  index, action: new URL(form.action).pathname, method: form.method,
  names: [...form.elements].map(e => e.tagName + ' ' + e.type + ' ' + e.name),
  typed: [...form.elements].filter(e => ['text', 'search', 'textarea'].includes(e.type))
    .map(e => [e.name, e.maxLength]),
  choices: [...form.elements].filter(e => e.type === 'radio').map(e => [e.name, e.value, e.labels[0].textContent]),
}))"""

# Fills in a form and sends it, past what a browser would hold back; says what stood in it.
SEND = """((index, values) => {
  const form = document.forms[index];
  const typed = {};
  for (const e of form.elements) {
    if (!(e.name in values)) continue;
    if (e.type === 'radio') e.checked = e.value === values[e.name];
    else if (e.type === 'text' || e.type === 'search' || e.type === 'textarea' || e.type === 'password') {
      e.value = values[e.name];
      typed[e.name] = e.value;
    }
  }
  HTMLFormElement.prototype.submit.call(form);
  return typed;
})"""

TYPED = """[...document.forms].map(form => Object.fromEntries([...form.elements]
  .filter(e => ['text', 'search', 'textarea'].includes(e.type)).map(e => [e.name, e.value])))"""


class Watched(chrome.Chrome):
    """A browser that keeps what a page asked for, and runs what it finds."""

    def __init__(self, program):
        super().__init__(program)
        self.asked, self.status = [], None
        self.call("Network.enable")
        self.call("Page.setBypassCSP", enabled=True)

    def note(self, event):
        super().note(event)
        if event.get("method") == "Network.requestWillBeSent":
            self.asked.append(event["params"]["request"]["url"])
        if event.get("method") == "Network.responseReceived" and event["params"]["type"] == "Document":
            self.status = event["params"]["response"]["status"]

    def loaded(self, act):
        self.asked.clear()
        super().loaded(act)


class Side:
    """One of the two offices, in a browser of its own: cookies know no ports."""

    def __init__(self, program, office, password):
        self.browser = Watched(program)
        self.url, self.people, self.also = office["url"].rstrip("/"), office["people"], office["also"]
        self.password, self.sessions = password, {}

    def become(self, role):
        """Goes on with somebody's session; a login begins it, which is slow on purpose."""
        self.browser.call("Network.clearBrowserCookies")
        if role in self.sessions:
            self.browser.call("Network.setCookies", cookies=self.sessions[role])
            return
        self.browser.open(self.url + "/login?lang=en")
        values = json.dumps({"name": self.people[role], "password": self.password})
        self.browser.loaded(lambda: self.browser.eval(f"{SEND}(0, {values})"))
        assert self.browser.eval("location.pathname") == "/", f"{role} is not logged in"
        self.sessions[role] = [
            {"name": one["name"], "value": one["value"], "url": self.url} for one in self.cookies()]

    def open(self, url):
        self.browser.open(url)
        return self.look()

    def look(self):
        """The page that is there: status, document, forms, what stands in the forms, what was asked for."""
        see = self.browser.eval(f"[{DOCUMENT}, {FORMS}, {TYPED}, location.pathname]")
        # A style sheet is all that a page needs; a browser asks for an icon by itself.
        more = [u for u in self.browser.asked
                if not u.startswith(self.url + "/") or urllib.parse.urlsplit(u).path not in
                ("/style.css", "/favicon.ico", see[3]) and not self.is_page(u)]
        return dict(zip(("document", "forms", "typed", "path"), see)) | {
            "status": self.browser.status, "more": more}

    def is_page(self, url):
        # Redirections of the page itself are asked for before the page is.
        return url in self.browser.asked[:3]

    def send(self, index, values):
        """Sends a form of the page that is open; what stood in it, and the page that follows."""
        said = {}
        self.browser.loaded(lambda: said.update(self.browser.eval(f"{SEND}({index}, {json.dumps(values)})")))
        return said, self.look()

    def cookies(self):
        return self.browser.call("Network.getCookies", urls=[self.url])["cookies"]

    def file(self, url):
        """A file as bytes, with the login of the browser."""
        parts = urllib.parse.urlsplit(url)
        line = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
        line.request("GET", parts.path + "?" + parts.query, headers={
            "Cookie": "; ".join(f"{one['name']}={one['value']}" for one in self.cookies()), "Accept-Language": "en"})
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer.status, answer.headers.get_content_type(), body


def kind(url):
    """Addresses of one kind differ in names and numbers only."""
    parts = urllib.parse.urlsplit(url)
    path = parts.path.split("/")
    named = ["*" if re.search("[0-9A-Z]", one) else one for one in path[2:]]
    return "/".join(path[:2] + named) + "?" * bool(parts.query)


def key(form):
    """Forms of one key ask for the same; a search asks for the same in whatever order its table stands."""
    names = [name for name, _ in form["typed"]] if form["method"] == "get" else form["names"]
    return form["method"], kind(form["action"]), *names


class Comparison:
    def __init__(self, plan, sides, pool):
        self.sides, self.pool = sides, pool
        self.texts = plan["texts"]
        self.twins = Twins([(one["hostile"], one["tame"]) for one in plan["places"]])
        self.places = plan["places"]
        self.counts, self.faults, self.shown = collections.Counter(), [], set()
        self.kinds, self.files, self.forms = collections.Counter(), {}, {}

    def both(self, act, *each):
        """Does one thing at both offices at once."""
        return list(self.pool.map(act, self.sides, *each))

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def same(self, where, hostile, tame):
        """Looks whether two pages are the same; their shapes, or nothing where they are not."""
        for look in (hostile, tame):
            if look["more"]:
                self.fault(where, f"asked for {look['more'][:3]}")
        if hostile["status"] != tame["status"]:
            self.fault(where, f"status {hostile['status']}, and {tame['status']} with tame texts")
        self.shown |= self.twins.found(hostile["document"])
        shapes = [Shape(look["document"], self.twins) for look in (hostile, tame)]
        if (parting := shapes[0].difference(shapes[1])):
            self.fault(where, parting)
            return None
        return shapes

    # Pages

    def crawl(self, role):
        self.both(lambda side: side.become(role))
        counts, opened, known = collections.Counter(), set(), self.kinds.copy()
        # Each with the page that it stands on.
        waiting = collections.deque([(tuple(side.url + "/" for side in self.sides), "nowhere")])
        waiting += ((urls, "nowhere") for urls in zip(*([side.url + one for one in side.also] for side in self.sides)))
        while waiting:
            urls, source = waiting.popleft()
            which = kind(urls[0])
            most = PAGES_OF_A_KIND
            if known[which]:
                most = 0 if which.endswith("?") or known[which] >= ROLES_OF_A_KIND else PAGES_AGAIN
            if which.startswith("/login") or urls[0] in opened or counts[which] >= most:
                continue
            opened.add(urls[0])
            counts[which] += 1
            hostile, tame = self.both(Side.open, urls)
            address = urls[0].removeprefix(self.sides[0].url)
            where = f"{role} {address}, from {source}"
            shapes = self.same(where, hostile, tame)
            self.counts["pages"] += 1
            self.kinds[which] = known[which] + 1
            # Links of documents that are not the same do not lead to the same.
            if shapes is None:
                continue
            for indices in zip(*(one.forms for one in shapes)):
                form = hostile["forms"][indices[0]]
                if form["typed"] and form["action"] != "/login":
                    self.forms.setdefault(key(form), (role, urls, indices))
            for (one, is_file), (other, _) in zip(*(one.links for one in shapes)):
                one, other = (urllib.parse.urljoin(url, link).split("#")[0] for url, link in zip(urls, (one, other)))
                query = urllib.parse.parse_qs(urllib.parse.urlsplit(one).query)
                if not one.startswith(self.sides[0].url + "/") or "lang" in query:
                    continue
                # Of what needs somebody now, the first page names one; which of several, a lot decides.
                if address == "/" and LOTS.search(one):
                    continue
                if is_file or "as" in query or urllib.parse.urlsplit(one).path.startswith("/calendar/"):
                    self.file(role, one, other)
                else:
                    waiting.append(((one, other), address))

    # Files

    def file(self, role, *urls):
        which = kind(urls[0]).rstrip("?") + str(urllib.parse.parse_qs(urllib.parse.urlsplit(urls[0]).query).get("as"))
        if which in self.files:
            return
        where = f"{role} {urls[0].removeprefix(self.sides[0].url)}"
        hostile, tame = self.both(Side.file, urls)
        self.files[which] = hostile[1]
        if hostile[:2] != tame[:2]:
            self.fault(where, f"{hostile[:2]}, and {tame[:2]} with tame texts")
        elif (cells := CELLS.get(hostile[1])):
            one, other = (collections.Counter(cells(answer[2], self.twins.tamed)) for answer in (hostile, tame))
            if one != other:
                self.fault(where, f"{list(one - other)!r:.400}\n    is with tame texts {list(other - one)!r:.400}")
            self.counts["files compared"] += 1

    # Forms

    def typed(self, form, isTooLong):
        """What is typed into the inputs of a form: (hostile, tame) by name."""
        values, first = ({}, {}), True
        for name, most in form["typed"]:
            number = self.counts["fields"]
            self.counts["fields"] += 1
            bound = most if most > 0 else LINE
            isArea = bound > LINE
            text = self.take(number, min(bound, 3000) - 40)
            if isArea:
                # Lines of its own, the first of them empty.
                text = "\n\t" + text + "\n" + text[:5] + "\n"
            if isTooLong and first:
                text += "\u0301\"" * (bound // 3)
                first = False
            values[0][name], values[1][name] = text, f"tame{number}words"
            if len(text.encode()) > bound:
                values[1][name] += "y" * bound
            self.twins.add(text, values[1][name])
        return values

    def take(self, number, most):
        """The texts that come next, as many as the bytes hold; always one."""
        text = f"\u0301{number} "
        while True:
            text += self.texts[self.taken % len(self.texts)] + " "
            self.taken += 1
            if len((text + self.texts[self.taken % len(self.texts)]).encode()) > most:
                return text + "\u0600"

    taken = 0

    def send(self, role, which, urls, indices, isTooLong):
        hostile, tame = self.both(Side.open, urls)
        forms = [look["forms"][index] if index < len(look["forms"]) else None
                 for look, index in zip((hostile, tame), indices)]
        where = f"{role} sends {which[1] if which else 'a login'}"
        if any(form is None or which and key(form) != which for form in forms):
            self.same(where, hostile, tame)
            self.counts["forms that were gone"] += 1
            return
        values = self.typed(forms[0], isTooLong)
        for form, chosen in zip(forms, values):
            # The first by its words, because lots decide which stands first.
            for name, value, _ in sorted(form["choices"], key=lambda one: self.twins.tamed(one[2]), reverse=True):
                chosen[name] = value
        sent = self.both(Side.send, indices, values)
        (typed, hostile), (_, tame) = sent
        self.same(where, hostile, tame)
        self.counts["forms sent"] += 1
        if not typed:
            self.fault(where, "nothing was typed")
        again = [one for one in hostile["typed"] if one.keys() == typed.keys()]
        if hostile["status"] >= 400:
            self.counts["forms refused"] += 1
            if typed in again:
                self.counts["fields that stood there again"] += len(typed)
                self.shown |= set(typed.values())
            else:
                self.counts["forms refused without being shown again"] += 1
                for one in again:
                    other = {k: (v[:60], typed[k][:60]) for k, v in one.items() if v != typed[k]}
                    if other and all(one.values()):
                        self.fault(where, f"is not shown as it was typed: {other}")
        elif forms[0]["method"] == "get" and typed not in again:
            self.fault(where, "does not show again what was searched for")

    def send_all(self):
        for isTooLong in (True, False):
            at = None
            for which, (role, urls, indices) in self.forms.items():
                if role != at:
                    self.both(lambda side: side.become(role))
                    at = role
                self.send(role, which, urls, indices, isTooLong)

    def login(self):
        """The one form that is for whoever is not logged in."""
        self.both(lambda side: side.browser.call("Network.clearBrowserCookies"))
        urls = tuple(side.url + "/login?lang=en" for side in self.sides)
        self.send("nobody", None, urls, (0, 0), False)


def rows(body, tamed):
    """The rows of a table, in any order."""
    found = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True)
    # An apostrophe keeps a spreadsheet from reading a cell as a formula.
    return [tuple(tamed(cell.removeprefix("'")) for cell in row) for row in found]


def objects(body, tamed):
    """What a JSON text holds, each object by itself, in any order."""
    found = []

    def walk(value):
        if isinstance(value, dict):
            found.append(tuple((key, walk(one)) for key, one in value.items()))
            return "an object"
        if isinstance(value, list):
            return tuple(sorted(walk(one) for one in value))
        return tamed(value) if isinstance(value, str) else repr(value)

    walk(json.loads(body))
    return found


CELLS = {"text/csv": rows, "application/json": objects}


def main():
    begin = time.monotonic()
    program = chrome.find()
    if program is None:
        print("SKIPPED: no Chromium on this machine; install the Debian package chromium")
        return 77
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    sides = [Side(program, office, plan["password"]) for office in plan["offices"]]
    try:
        with concurrent.futures.ThreadPoolExecutor(len(sides)) as pool:
            run = Comparison(plan, sides, pool)
            for role in sides[0].people:
                run.crawl(role)
            read = time.monotonic()
            run.login()
            run.send_all()
        unseen = [text for text in plan["texts"] if not any(text in one for one in run.shown)]
    finally:
        for side in sides:
            side.browser.close()
    counts = run.counts
    print(f"{counts['pages']} pages of {len(run.kinds)} kinds by {len(sides[0].people)} roles,"
          f" {len(plan['texts'])} texts in {len(run.places)} places;"
          f" {len(run.forms)} forms, {counts['fields']} fields: "
          + ", ".join(f"{count} {name}" for name, count in sorted(counts.items()) if " " in name)
          + f"; {len(run.faults)} differences; {read - begin:.0f} s + {time.monotonic() - read:.0f} s")
    for place in run.places:
        if place["hostile"] not in run.shown:
            print("no page shows the text in the place of " + place["tame"])
    for text in unseen:
        print(f"no page shows {text!r}")
    for line in run.faults:
        print(line)
    return 1 if run.faults or unseen else 0


if __name__ == "__main__":
    sys.exit(main())
