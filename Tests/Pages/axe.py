"""axe-core, the engine that finds faults of accessibility, on a page that is open in Playwright.

The engine is the one file of the wheel `axe-playwright-python` that is used; it is installed, never kept with
the sources. It needs timers and promises, so it runs only in a window with scripts: the pages have none, and
what the engine brings reaches them past their content security policy, through the debugger.
"""
import functools
import pathlib

import axe_playwright_python

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

RUN = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete']});
  const shown = rules => rules.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id, impact: node.impact, selector: node.target.flat().join(' '), html: node.html.slice(0, 300),
    // The first line only says that one of the others is to be mended.
    why: (node.failureSummary || '').split('\\n').slice(1).map(line => line.trim()).join('; ')})));
  return {violations: shown(found.violations), incomplete: shown(found.incomplete)};
}"""

# WCAG 1.4.10, which the engine does not look at: at this width nothing may need two ways of scrolling. What may
# (a table in its own box) does not widen the page.
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const inside = element => element.parentElement?.closest('.scroll');
  const wide = [...document.querySelectorAll('body *')].filter(
    element => !inside(element) && element.getBoundingClientRect().right > width + 0.5);
  return (wide.length ? wide : [document.body]).slice(-3).map(element => {
    const name = element.tagName.toLowerCase();
    return {rule: 'reflow', impact: 'serious', html: element.outerHTML.slice(0, 300),
      selector: name + (element.id ? '#' + element.id : element.className ? '.' + element.className : ''),
      why: `reaches to ${Math.round(element.getBoundingClientRect().right)} of ${width} px`};
  });
}"""


@functools.cache
def engine():
    """The engine's text (MPL-2.0)."""
    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def look(page):
    """What is wrong with the page that is open, and what the engine could not decide.

    Returns `violations` and `incomplete`: lists of rule, impact, selector, html, why.
    """
    page.evaluate(engine())
    return page.evaluate(RUN, TAGS)


def wider(page, window, narrow):
    """What makes the page wider than a narrow window; the window is afterwards as it was."""
    page.set_viewport_size(narrow)
    try:
        return page.evaluate(WIDER)
    finally:
        page.set_viewport_size(window)
