"""Prints every kind of form from the office's own pages in a real browser, and follows its code back.

    papers.py OFFICE.json FOLDER

OFFICE.json is what `rig.Office` reads. Each form is reached by a link of the page that shows its record. On
paper it is A4; its styles are in force under the policy it came with; its code, read from a picture by another
program, is an address of this office that leads to the page the link stood on. Writes FOLDER/papers/<form>.png and
prints a line a form.
"""
import pathlib
import re
import sys
import urllib.parse

import paper
import rig

KINDS = {"visit", "register", "summary", "letter", "notice", "minutes", "petition", "survey", "blank"}
# Who may print all but petitions, and who filed one.
ROLES = ("serviceSupervisor", "serviceOfficer")
STARTS = ("/reviews", "/site/S1", "/letters", "/notices", "/meetings", "/surveys", "/petitions", "/print")
RECORD = re.compile(r"/(reviews|letters|notices|meetings|surveys|petitions|summaries)/S1/[0-9a-f-]{7,32}")

# A table of a form has lines that meet; without its styles it has none.
STYLED = "() => getComputedStyle(document.querySelector('table')).borderCollapse === 'collapse'"


def path(url):
    return urllib.parse.urlsplit(url).path


def links(person, office):
    """Where the forms are, by kind: address of the form, path of the page that leads there."""
    found, opened = {}, set()
    waiting = [start for start in STARTS if office.route(start).admits(person.role)]
    while waiting:
        address = waiting.pop(0)
        if address in opened:
            continue
        opened.add(address)
        status = person.open(address)
        assert status == 200, f"{address}: {status} for {person.role}"
        here = path(person.page.url)
        for url in person.links():
            parts = path(url).split("/")
            if parts[1] == "print" and len(parts) > 3:
                found.setdefault(parts[2], (path(url), here))
            # A summary leads to those of the months beside it, and these to all others there are.
            elif RECORD.fullmatch(path(url)) and not (parts[1] == "summaries" and "/summaries/" in here):
                waiting.append(path(url))
    return found


def look(person, kind, address, source, folder):
    """Prints one form, and follows its code."""
    assert person.open(address) == 200, address
    assert not person.complaints, f"{address}: {person.complaints}"
    assert person.page.evaluate(STYLED), f"{address}: its styles are not in force"
    person.page.screenshot(path=folder / f"{kind}.png", full_page=True)
    sizes = set(paper.sizes(person.page.pdf(prefer_css_page_size=True)))
    wanted = paper.A4[::-1] if kind == "register" else paper.A4
    assert sizes == {wanted}, f"{address}: {sizes}"
    code = person.page.locator(".code svg")
    if kind == "blank":
        assert code.count() == 0, f"{address}: a blank form leads nowhere"
        return "no code"
    said = paper.code(code.screenshot())
    assert said.startswith(person.office.url + "/find/"), said
    assert person.open(said) == 200, f"{said}: not found by {person.role}"
    assert person.path == source, f"{said} leads to {person.path}, not to {source}"
    return f"{said} leads back to {source}"


def main():
    office, folder = rig.Office(sys.argv[1]), pathlib.Path(sys.argv[2], "papers")
    folder.mkdir(parents=True, exist_ok=True)
    seen = set()
    with rig.chromium() as browser:
        for role in ROLES:
            person = rig.Person(browser, office, role, "zh-Hant")
            person.log_in()
            # A telephone sees more of a code than one dot for a module.
            person.context.new_cdp_session(person.page).send(
                "Emulation.setDeviceMetricsOverride", rig.WINDOW | {"deviceScaleFactor": 3, "mobile": False})
            for kind, (address, source) in sorted(links(person, office).items()):
                if kind not in seen:
                    seen.add(kind)
                    print(f"{kind}: {look(person, kind, address, source, folder)}")
            assert person.open("/find/visit/" + "0a" * 16) == 404, "a record that is not there was found"
            person.close()
    assert seen == KINDS, f"not printed: {sorted(KINDS - seen)}"
    print(f"pictures: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
