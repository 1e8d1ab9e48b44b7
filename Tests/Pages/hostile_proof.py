"""Shows that hostile.py finds what it looks for: pages made wrong in one way each, beside pages as they should be.

    hostile_proof.py

Prints a line a page. Exit status 1: a fault was not found, or one where there is none; 77: no Chromium here.
"""
import concurrent.futures
import html
import http.server
import sys
import threading
import unicodedata

import chrome
from hostile import Comparison, Side

HOSTILE, TAME = "\u0301<b title=\"x\">e\u0301</b>{{token}}\u0600", "tame"
NFC = html.escape(unicodedata.normalize("NFC", HOSTILE))


def page(text, value=None, more=""):
    value = html.escape(text) if value is None else value
    return (f"<!doctype html><html lang=en><title>a</title><main><h1>a</h1><p>at 10:00: {text}</p>"
            f"<form><input id=input-1 value=\"{value}\"></form>{more}</main></html>")


GOOD = page(html.escape(HOSTILE), html.escape(HOSTILE))
# What the hostile page is, and how the fault that is found begins or ends; nothing for a page that is as it should be.
CASES = {
    "escaped": (GOOD, None),
    "escaped, at another time": (GOOD.replace("10:00", "11:30"), None),
    "not escaped": (page(HOSTILE, html.escape(HOSTILE)), "/HTML/BODY/MAIN"),
    "escaped but for quotation marks": (page(html.escape(HOSTILE), html.escape(HOSTILE, quote=False)), "INPUT"),
    "composed anew": (page(NFC, html.escape(HOSTILE)), "/HTML/BODY/MAIN"),
    "composed anew in an attribute": (page(html.escape(HOSTILE), NFC), "INPUT"),
    "shortened": (page(html.escape(HOSTILE[:-1]), html.escape(HOSTILE)), "/HTML/BODY/MAIN"),
    "escaped twice": (page(html.escape(html.escape(HOSTILE)), html.escape(HOSTILE)), "/HTML/BODY/MAIN"),
    "with an attribute more": (GOOD.replace("<p>", "<p class=a>"), "/HTML/BODY/MAIN"),
    "without an element": (GOOD.replace("<h1>a</h1>", ""), "/HTML/BODY/MAIN"),
    "that asks for a picture elsewhere": (GOOD.replace("</main>", "<img src=//127.0.0.2:9/a></main>"), "asked for"),
    "that runs a script": (GOOD.replace("</main>", "<script>alert(1)</script></main>"), "a page ran a script"),
}


class Pages(http.server.BaseHTTPRequestHandler):
    """/hostile/N is a case, /tame the page that each is beside."""

    def do_GET(self):
        number = self.path.removeprefix("/hostile/")
        text = list(CASES.values())[int(number)][0] if number.isdigit() else page(TAME)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        # Set aside by the browser, or the script would not run.
        self.send_header("Content-Security-Policy", "default-src 'none'")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


def found(run, urls):
    """The first fault of a page; nothing where there is none."""
    run.faults.clear()
    try:
        run.same("", *run.both(Side.open, urls))
    except AssertionError as fault:
        return str(fault)
    return run.faults[0] if run.faults else None


def main():
    program = chrome.find()
    if program is None:
        print("SKIPPED: no Chromium on this machine; install the Debian package chromium")
        return 77
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    office = {"url": url, "people": {}, "also": []}
    plan = {"offices": [office, office], "password": "", "texts": [HOSTILE],
            "places": [{"tame": TAME, "hostile": HOSTILE}]}
    sides = [Side(program, office, "") for office in plan["offices"]]
    missed = 0
    try:
        with concurrent.futures.ThreadPoolExecutor(len(sides)) as pool:
            run = Comparison(plan, sides, pool)
            for number, (name, (_, wanted)) in enumerate(CASES.items()):
                fault = found(run, (f"{url}/hostile/{number}", f"{url}/tame"))
                right = fault is None if wanted is None else fault is not None and wanted in fault
                missed += not right
                print(f"{'' if right else 'WRONG: '}a page {name}: {fault or 'nothing but text'}")
    finally:
        for side in sides:
            side.browser.close()
        server.shutdown()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
