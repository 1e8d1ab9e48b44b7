"""Shows that `every_page.py` is not blind: an office made up here has one sound page and one with known faults,
a link to where nobody may go, and a page that no link leads to. Each must be reported, and nothing of the sound.

    every_page_proof.py FOLDER
"""
import http.server
import json
import pathlib
import sys
import threading

import every_page
import rig

LANGUAGE = "en"
SOUND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sound</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
  <body><main><h1>Sound</h1>{}</main></body></html>"""
LOGIN = SOUND.format("""<form method="post" action="/login">
  <p><label for="n">Name</label> <input id="n" name="name">
  <p><label for="p">Password</label> <input id="p" name="password" type="password">
  <p><button>Log in</button></form>""")
HOME = SOUND.format("""<p><a href="/faults">Faults</a></p><p><a href="/closed">Closed</a></p>
  <p><a href="/failed">Failed</a></p>""")
# One fault for each rule of FAULTS, in the order of its list.
WRONG = """<!doctype html><html lang="xx-nothing"><head><meta charset="utf-8"><title></title></head>
  <body><main><h1>F</h1>
  <p style="color: #bbbbbb; background: #ffffff">Hardly to be read</p>
  <form method="post"><input name="unnamed"></form>
  <p><button style="width: 12px; height: 12px; padding: 0" aria-label="a">a</button><button
    style="width: 12px; height: 12px; padding: 0" aria-label="b">b</button></p>
  <p style="width: 900px">Wider than a narrow window</p>
  <img src="/picture-that-is-not-there.png"></main></body></html>"""
FAULTS = {"html-lang-valid", "document-title", "color-contrast", "label", "target-size", "reflow", "image-alt",
          "language", "browser"}


class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/login":
            self.answer(400 if "%ZZ" in query else 200, LOGIN)
        elif path == "/failed":
            self.answer(500, SOUND.format(""))
        else:
            page = {"/": HOME, "/faults": WRONG, "/closed": SOUND.format("")}.get(path)
            self.answer(200 if page else 404, page or "")

    def do_POST(self):
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if "name=clerk&" in form:
            self.answer(303, "", ("Location", "/"))
        else:
            self.answer(403, LOGIN)

    def answer(self, status, page, *headers):
        body = page.encode()
        self.send_response(status)
        for name, value in [("Content-Type", "text/html"), ("Content-Length", str(len(body))), *headers]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    clerk = ["clerk"]
    plan = {
        "url": f"http://127.0.0.1:{server.server_port}/", "password": "any", "people": {"clerk": "clerk"},
        "routes": [
            {"path": "/login", "roles": None}, {"path": "/", "roles": clerk}, {"path": "/faults", "roles": clerk},
            {"path": "/failed", "roles": clerk}, {"path": "/never/{id}", "roles": clerk},
            {"path": "/closed", "roles": []}],
    }
    file = folder / "office.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    result = every_page.look(str(file), LANGUAGE, str(folder), True)
    server.shutdown()
    faults = {(one["page"], one["rule"]) for one in result["faults"]}
    wanted = {("faults", rule) for rule in FAULTS} | {
        ("closed", "link"), ("failed", "status"), ("failed", "browser"),
        ("trouble-forbidden", "status"), ("trouble-question", "status")}
    assert faults == wanted, f"not found: {wanted - faults}; not to be found: {faults - wanted}"
    missing = list(every_page.unseen(rig.Office(file), [result]))
    assert [line.split(" to ")[1] for line in missing] == ["/never/{id}", "/closed"], missing
    for name in ("clerk/faults", "nobody/login"):
        assert (folder / LANGUAGE / (name + ".png")).read_bytes().startswith(b"\x89PNG"), name
    assert sum(1 for _ in every_page.listed(result["faults"])) >= len(wanted)
    print(f"{len(wanted)} faults made, each of them found, and nothing else")
    return 0


if __name__ == "__main__":
    sys.exit(main())
