"""Documents as trees, and two of them compared whose texts are each other's twins."""
import bisect
import re
import urllib.parse

# A text, or [element, its attributes, what is in it].
DOCUMENT = """(() => {
  const tree = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return [node.nodeName, [], [node.data ?? '']];
    return [node.tagName, [...node.attributes].map(a => [a.name, a.value]), [...node.childNodes].map(tree)];
  };
  return tree(document.documentElement);
})()"""

# Records, keys and tokens are drawn by lot.
LOTS = re.compile(r"[0-9a-f]{8,}|\b[0-9a-f]{4}([ -][0-9a-f]{4})+\b")
CLOCK = re.compile(r"(?<!\d)\d{1,2}(:|%3A)\d\d((:|%3A)\d\d(\.\d+)?)?Z?")
# Inputs are numbered in the order of the page.
INPUT = re.compile(r"^input-\d+$")
# Rows are numbered in the order of their list.
PLACE = re.compile(r"\d{1,3}")
# Which of several comes first is chosen first.
FIRST = {"checked", "selected"}
# Marks in a text that was changed.
MARKS = {"INS", "DEL"}


def address(text):
    return urllib.parse.quote(text, safe="-._~")


def field(text):
    return urllib.parse.quote_plus(text, safe="*").replace("~", "%7E").replace("%0A", "%0D%0A")


class Twins:
    """Texts of one office with what stands in their place in another."""

    def __init__(self, pairs):
        self.pairs, self.ordered = {}, []
        for hostile, tame in pairs:
            self.add(hostile, tame)

    def add(self, hostile, tame):
        assert self.pairs.get(hostile, tame) == tame, f"one text in two places: {hostile!r}"
        self.pairs[hostile] = tame
        # As it stands on a page, in an address, and in one that a form made.
        for pair in {(encoded(hostile), encoded(tame)) for encoded in (str, address, field)}:
            bisect.insort(self.ordered, pair, key=lambda pair: -len(pair[0]))

    def tamed(self, text):
        """With the tame twin wherever a hostile text stands whole and unchanged, and without lots and the clock.

        The lines of a text, and what a comma parts in them, are put in order: which of two visits is named first is
        a lot too.
        """
        # The longest first; those that are longer than the text are passed over, for they are most.
        start = bisect.bisect_left(self.ordered, -len(text), key=lambda pair: -len(pair[0]))
        for hostile, tame in self.ordered[start:]:
            if hostile in text:
                text = text.replace(hostile, tame)
        text = CLOCK.sub("@", LOTS.sub("#", text))
        if "\n" not in text.strip() and ", " not in text:
            return text
        return "\n".join(sorted(", ".join(sorted(line.split(", "))) for line in text.split("\n")))

    def found(self, tree):
        """The hostile texts that stand in a document's text."""
        text = "\n".join(texts(tree))
        return {hostile for hostile in self.pairs if hostile in text}


def texts(tree):
    """The texts in a tree, in the order of the document."""
    if isinstance(tree, str):
        yield tree
    else:
        for one in tree[2]:
            yield from texts(one)


def elements(trees):
    """The names of all elements in trees."""
    for one in trees:
        if not isinstance(one, str):
            yield one[0]
            yield from elements(one[2])


class Shape:
    """What two documents have in common that are equal but for their texts: the same elements within one another with
    the same attributes, and the same texts with one in place of another. Lots decide about the order of many lists, so
    that neighbours stand in an order of their own. `links` and `forms` are in that order: those of one document lead
    where those of the other lead.
    """

    def __init__(self, tree, twins):
        self.twins, self.count = twins, 0
        self.links, self.forms = [], []
        self.root, within = self.of(tree)
        for what in within:
            (self.forms if isinstance(what, int) else self.links).append(what)

    def of(self, tree):
        """(What is comparable, links and forms within)."""
        if isinstance(tree, str):
            return ("a number" if PLACE.fullmatch(tree) else self.twins.tamed(tree)), []
        name, attributes, inside = tree
        if ["class", "code"] in attributes:
            # A code that is scanned: it draws an address with a lot in it.
            return (name, tuple(map(tuple, attributes)), tuple(sorted(elements(inside)))), []
        given, own = dict(attributes), []
        if name == "A" and "href" in given:
            own = [(given["href"], "download" in given)]
        elif name == "FORM":
            own = [self.count]
            self.count += 1
        if any(one[0] in MARKS for one in inside if not isinstance(one, str)):
            # Where they stand depends on the words; there is nothing but them.
            inside = sorted({one[0] for one in inside if not isinstance(one, str)} - MARKS)
        found = sorted((self.of(one) for one in inside), key=lambda one: repr(one[0]))
        kept = tuple(sorted(
            (key, "input" if INPUT.match(value) else self.twins.tamed(value))
            for key, value in attributes if key not in FIRST))
        return (name, kept, tuple(one for one, _ in found)), own + [what for _, more in found for what in more]

    def difference(self, other):
        """Where two shapes part, in words; nothing where they are the same."""
        return difference(self.root, other.root, "")


def difference(one, other, where):
    if one == other:
        return None
    if isinstance(one, str) or isinstance(other, str) or one[:2] != other[:2]:
        return f"{where}: {one!r:.400}\n    is with tame texts {other!r:.400}"
    where += "/" + one[0]
    less, more = list(one[2]), []
    for each in other[2]:
        if each in less:
            less.remove(each)
        else:
            more.append(each)
    for each in less:
        alike = [one for one in more if not isinstance(each, str) and not isinstance(one, str) and one[:2] == each[:2]]
        if len(alike) == 1 or len(less) == len(more) == 1:
            return difference(each, (alike or more)[0], where)
    return f"{where}: {len(less)} {less!r:.400}\n    is with tame texts {len(more)} {more!r:.400}"
