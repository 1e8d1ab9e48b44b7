"""Looks at every page of two offices in a real browser. One office has hostile texts wherever a text can
stand, the other harmless ones in the same places: their documents must have the same elements and the
same attributes, so that no text became anything but text.

    pages.py HOSTILE-URL HARMLESS-URL NAME PASSWORD EXPECTED.json

EXPECTED.json lists the texts that the hostile office's overview must show. Exit status 77: no Chromium here.
"""
import collections
import http.server
import json
import sys
import threading
import urllib.parse

import chrome

REASON = '\u0600<img src=x onerror=alert(1)>\u0301"><script>alert(2)</script>\u0301{{{token}}}'

STRUCTURE = """(() => {
  const count = {};
  for (const element of document.querySelectorAll('*')) {
    for (const name of [element.tagName, ...[...element.attributes].map(a => element.tagName + ' ' + a.name)])
      count[name] = (count[name] || 0) + 1;
  }
  return count;
})()"""

FAULTS = """(() => {
  const faults = [];
  const expect = (holds, what) => { if (!holds) faults.push(what); };
  expect(document.documentElement.lang, 'no language');
  expect(document.title.trim(), 'no title');
  expect(document.querySelectorAll('h1').length === 1, 'not one h1');
  expect(document.querySelectorAll('main').length === 1, 'not one main');
  expect(document.querySelectorAll('script, style, [style]').length === 0, 'a script or a style inside');
  for (const input of document.querySelectorAll('input:not([type=hidden])'))
    expect(input.labels.length === 1 && input.labels[0].textContent.trim(), 'no label: ' + input.name);
  for (const button of document.querySelectorAll('button')) expect(button.textContent.trim(), 'a button says nothing');
  for (const cell of document.querySelectorAll('th')) expect(cell.scope, 'a heading without scope');
  for (const table of document.querySelectorAll('table')) expect(table.caption, 'a table without caption');
  for (const form of document.querySelectorAll('main form:not([role=search])')) expect(form.method === 'post', 'a form with GET');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  expect(new Set(ids).size === ids.length, 'an id twice');
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      expect(!attribute.name.startsWith('on'), 'an event attribute: ' + attribute.name);
  return faults;
})()"""

# A form for the printer stands alone: its own styles, and nothing to press.
PAPER_FAULTS = """(() => {
  const faults = [];
  const expect = (holds, what) => { if (!holds) faults.push(what); };
  expect(document.documentElement.lang, 'no language');
  expect(document.title.trim(), 'no title');
  expect(document.querySelectorAll('h1').length === 1, 'not one h1');
  expect(document.querySelectorAll('main').length === 1, 'not one main');
  expect(document.querySelectorAll('style').length === 1, 'not one style');
  expect(document.querySelectorAll('script, link, form, a, img, [style]').length === 0, 'more than a form');
  expect(getComputedStyle(document.querySelector('h1')).letterSpacing !== 'normal', 'its styles are not let in');
  for (const cell of document.querySelectorAll('th')) expect(cell.scope, 'a heading without scope');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  expect(new Set(ids).size === ids.length, 'an id twice');
  return faults;
})()"""

LINKS = """[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)
  .filter(h => h.startsWith(location.origin + '/') && !h.includes('#'))
  // A calendar is a file that a browser saves: there is no page to look at.
  .filter(h => !new URL(h).pathname.startsWith('/calendar/'))"""


def kind(url):
    """Addresses of one kind differ in names and numbers only."""
    parts = urllib.parse.urlsplit(url)
    path = parts.path.split("/")
    named = 3 if is_paper(parts.path) else 2
    return "/".join(path[:named]) + "/*" * (len(path) - named) + ("?" if parts.query else "")


def is_paper(path):
    return path.startswith("/print/")


class Office:
    PAGES_OF_A_KIND = 4

    def __init__(self, browser, url, name, password, reason):
        self.browser, self.url, self.reason = browser, url.rstrip("/"), reason
        self.name, self.password = name, password

    def log_in(self):
        self.browser.open(self.url + "/")
        assert self.path() == "/login", f"no login: {self.path()}"
        self.check("/login")
        fields = {"name": self.name, "password": self.password}
        for field, value in fields.items():
            self.browser.eval(f"document.querySelector('input[name={field}]').value = {json.dumps(value)}")
        self.press("main form button")
        assert self.path() == "/", f"not logged in: {self.path()}"

    def path(self):
        return self.browser.eval("location.pathname")

    def press(self, selector):
        script = f"document.querySelector({json.dumps(selector)}).click()"
        self.browser.loaded(lambda: self.browser.eval(script))

    def check(self, address):
        faults = self.browser.eval(PAPER_FAULTS if is_paper(urllib.parse.urlsplit(address).path) else FAULTS)
        assert not faults, f"{address}: {faults}"

    def decide(self):
        """Settles the case there is, with a reason that wants to be more than a text."""
        self.browser.open(self.url + "/duplicates")
        cases = [u for u in self.browser.eval(LINKS) if kind(u) == "/duplicates/*/*/*"]
        assert cases, "no duplicate case"
        self.browser.open(cases[0])
        self.check(cases[0])
        self.browser.eval("document.querySelector('input[name=kind][value=excused]').click()")
        self.browser.eval(f"document.querySelector('input[name=reason]').value = {json.dumps(self.reason)}")
        self.press("form[action$='/decide'] button")
        text = self.browser.eval("document.querySelector('main').textContent")
        assert self.reason in text, "the reason is not shown as it was typed"

    def crawl(self):
        """The structure of each page, by kind, in the order of the links."""
        found, open_, seen = collections.defaultdict(list), [self.url + "/"], set()
        while open_:
            url = open_.pop(0)
            if url in seen or len(found[kind(url)]) >= self.PAGES_OF_A_KIND:
                continue
            seen.add(url)
            self.browser.open(url)
            assert self.path() != "/login", f"{url}: logged out"
            self.check(url)
            found[kind(url)].append(self.browser.eval(STRUCTURE))
            open_ += [u for u in self.browser.eval(LINKS) if urllib.parse.urlsplit(u).path != "/login"]
        return found

    def expect_texts(self, texts):
        # Long tables have pages.
        shown, following = "", self.url + "/sites"
        while following:
            self.browser.open(following)
            shown += self.browser.eval("document.querySelector('main').textContent")
            following = self.browser.eval("document.querySelector('a[rel=next]')?.href ?? ''").split("#")[0]
        missing = [t for t in texts if t not in shown]
        assert not missing, f"{len(missing)} of {len(texts)} are not shown as they are: {missing[:3]!r}"


class Stranger(http.server.BaseHTTPRequestHandler):
    """A page on another port of this machine that sends forms to the office."""

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        page = f"""<!doctype html><form method=post action="{query['action'][0]}">
          <input name=token value=00><input name=lang value=zh-Hant></form>
          <script>document.forms[0].submit()</script>"""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass


def from_elsewhere(browser, office):
    """What another origin sends has no effect, although the browser adds the cookie (the site is the same)."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for path in ("/logout", "/language"):
        action = urllib.parse.quote(office.url + path, safe="")
        browser.open(f"http://127.0.0.1:{server.server_port}/?action={action}")
        for _ in range(100):
            if browser.origin() == office.url:
                break
            browser.note(browser.message())
        assert browser.origin() == office.url, "the form was not sent"
        browser.open(office.url + "/")
        assert office.path() == "/", f"{path} from another origin had an effect"
    server.shutdown()


def main():
    hostile_url, harmless_url, name, password, expected = sys.argv[1:]
    program = chrome.find()
    if program is None:
        print("SKIPPED: no Chromium on this machine; install the Debian package chromium")
        return 77
    with open(expected, encoding="utf-8") as file:
        texts = json.load(file)
    browser = chrome.Chrome(program)
    try:
        structures = []
        # One after the other: cookies know no ports.
        for url, reason in ((hostile_url, REASON), (harmless_url, "a harmless reason")):
            office = Office(browser, url, name, password, reason)
            browser.call("Network.clearBrowserCookies")
            office.log_in()
            if url == hostile_url:
                office.expect_texts(texts)
            office.decide()
            structures.append(office.crawl())
            from_elsewhere(browser, office)
        hostile, harmless = structures
        assert hostile.keys() == harmless.keys(), f"{hostile.keys() ^ harmless.keys()}"
        # Lists in the order of their texts lead to the pages of a kind in another order, and to other ones where there
        # are more than are looked at.
        compared = 0
        for which in hostile:
            if max(len(hostile[which]), len(harmless[which])) >= Office.PAGES_OF_A_KIND:
                continue
            compared += 1
            both = [sorted(json.dumps(one, sort_keys=True) for one in found[which]) for found in (hostile, harmless)]
            assert both[0] == both[1], f"{which}: {[one for one in both[0] if one not in both[1]]}"
        pages = sum(len(found) for found in hostile.values())
        print(f"{pages} pages of {len(hostile)} kinds, {len(texts)} texts: nothing but text; {compared} kinds are built alike")
        return 0
    finally:
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
