"""Lays printed forms out in a real browser and looks at the paper.

    print.py FILE.html...

Each file stands alone, has a title, a language and one heading, loads nothing and runs nothing. Printed, its
pages are A4 as it says itself. For each file a line: its name, how many pages, how they lie, and what its code
says, read from the picture by another program. Exit status 77: no Chromium here, or no zbarimg.
"""
import base64
import shutil
import sys

import chrome
import paper

ALONE = """(() => {
  const faults = [];
  const expect = (holds, what) => { if (!holds) faults.push(what); };
  expect(document.documentElement.lang, 'no language');
  expect(document.title.trim(), 'no title');
  expect(document.querySelectorAll('h1').length === 1, 'not one h1');
  expect(document.querySelectorAll('script, img, link, iframe, object, form, a').length === 0, 'more than a form');
  expect(performance.getEntriesByType('resource').length === 0, 'something was loaded');
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      expect(!attribute.name.startsWith('on'), 'an event attribute: ' + attribute.name);
  const page = document.documentElement;
  expect(page.scrollWidth <= page.clientWidth, 'wider than the paper');
  for (const table of document.querySelectorAll('table')) {
    const counts = new Set([...table.rows].map(row => [...row.cells].reduce((n, cell) => n + cell.colSpan, 0)));
    expect(counts.size <= 1, 'a table with rows of ' + [...counts] + ' columns');
    expect(table.getBoundingClientRect().width <= document.body.getBoundingClientRect().width + 1, 'a table too wide');
  }
  return faults;
})()"""

# Where the code is on the page, in CSS pixels.
CODE = """(() => {
  const box = document.querySelector('.code svg')?.getBoundingClientRect();
  return box ? {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height} : null;
})()"""

# A code's side on paper: 22 mm.
SIDE = 22 / 25.4 * 96


def code(browser, file):
    """What the form's code says; nothing for a form without one."""
    box = browser.eval(CODE)
    if box is None:
        return None
    assert abs(box["width"] - SIDE) < 1 and abs(box["height"] - SIDE) < 1, f"{file}: the code is {box}"
    picture = browser.call("Page.captureScreenshot", format="png", clip=box | {"scale": 3})
    return paper.code(base64.b64decode(picture["data"]))


def main():
    program = chrome.find()
    if program is None:
        print("SKIPPED: no Chromium on this machine; install the Debian package chromium")
        return 77
    if shutil.which(paper.READER) is None:
        print("SKIPPED: nothing here reads codes; install the Debian package zbar-tools")
        return 77
    browser = chrome.Chrome(program)
    try:
        # As wide as A4 lying: a form that stands is narrower.
        browser.call("Emulation.setDeviceMetricsOverride", width=1123, height=794, deviceScaleFactor=1, mobile=False)
        for file in sys.argv[1:]:
            browser.open("file://" + file)
            faults = browser.eval(ALONE)
            assert not faults, f"{file}: {faults}"
            pdf = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
            sizes = paper.sizes(pdf)
            assert sizes, f"{file}: nothing was printed"
            turned = set(sizes) == {paper.A4[::-1]}
            assert turned or set(sizes) == {paper.A4}, f"{file}: {sizes}"
            said = code(browser, file)
            print(f"{file.rsplit('/', 1)[-1]}: {len(sizes)} {'landscape' if turned else 'portrait'}"
                  + (f", code {said}" if said else ""))
        return 0
    finally:
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
