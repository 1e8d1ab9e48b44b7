"""The claims of the tests: which rules each names, and whether it accepts, refuses, or both.

A claim is the name of a test, or the first text of a row in a table. Two conventions say on which side it is:

- A row is read by what its table asserts of it: it refuses when it holds one of `OBJECTIONS`, such as `"R1-47 warning"` or
  `state: .overdue`, and otherwise accepts, since its table asserts all that is said. An objection that names a rule is of
  that rule alone. `ROWS` are the calls that make rows.
- A sentence is read by its words: it refuses with one of `REFUSES`, accepts with one of `ACCEPTS`, and may do both.

A claim that is neither is unsorted, and holds no rule: it says so in words of these lists, or a word is added here.
"""
import re
from typing import Iterator, NamedTuple

ROWS = {
    "ConditionsRow", "IncidentRow", "MatterCase", "NoticeRow", "ReviewRow", "Row", "SubmissionRow", "SurveyRow", "VisitRow",
    # `IncidentRow` written as `.init`, and two makers of notices' rows.
    "init", "pest", "told",
}
# A finding by its severity, a refusal by its phrase, a day that has passed, what a quota still lacks.
OBJECTIONS = re.compile(
    r'"(?:(R\d-\d\d) )?(?:block|warning|reminder)\b|"rule\.|\bstate: \.(?:overdue|late)\b|\bisLate: true\b'
    r"|\bmissing: \[(?!0, 0, 0\])")
REFUSES = re.compile(
    r"\b(?:(?:is|are) (?:refused|held|late|due|overdue|asked for|reminded of|not counted|left out)|refused by|cannot"
    r"|nobody else|late from then)\b")
ACCEPTS = re.compile(
    r"\b(?:(?:is|are) (?:accepted|approved|confirmed|counted|decided|done|in time|kept|met|printed|read|ready|recorded|taken)"
    r")\b")


class Claim(NamedTuple):
    rules: set[str]
    text: str
    accepts: set[str]
    refuses: set[str]


class Text(NamedTuple):
    """A text of one line in Swift source, the call whose argument it is, and what follows it there."""

    text: str
    call: str
    rest: str


def claims(source: str, named) -> Iterator[Claim]:
    """- named: gives the rules in a text."""
    for text, call, rest in first_texts(source):
        rules = named(text)
        if not rules:
            continue
        if call in ROWS:
            found = [match[1] for match in OBJECTIONS.finditer(rest)]
            of = set(found) - {None} or (rules if found else set())
            yield Claim(rules, text, set() if found else rules, rules & of)
        elif call in ("@Test", "@Suite"):
            yield Claim(rules, text, rules if ACCEPTS.search(text) else set(), rules if REFUSES.search(text) else set())
        elif re.match(r"R\d-\d\d [a-z]", text) and not re.match(r"\S+ (?:block|warning|reminder|rule)\b", text):
            # A row of a table that `ROWS` does not know.
            yield Claim(rules, text, set(), set())


def first_texts(source: str) -> Iterator[Text]:
    """The texts that are the first argument of a call, or its `claim`; those of many lines left out."""
    code = list(source)
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(source):
        end = at + 1
        if source.startswith("//", at):
            end = source.find("\n", at)
            end = len(source) if end < 0 else end
        elif source.startswith('"""', at):
            end = source.index('"""', at + 3) + 3
        elif source[at] == '"':
            end = end_of_text(source, at)
            found.append((at, end))
        if end > at + 1:
            code[at:end] = " " * (end - at)
        at = end
    starts = {begin for begin, _ in found}
    opened: list[int] = []
    closing: dict[int, int] = {}
    holder: dict[int, int] = {}
    for at, character in enumerate(code):
        if at in starts and opened:
            holder[at] = opened[-1]
        elif character == "(":
            opened.append(at)
        elif character == ")" and opened:
            closing[opened.pop()] = at
    plain = "".join(code)
    for begin, end in found:
        call = holder.get(begin)
        if call is not None and source[call + 1:begin].strip() in ("", "claim:"):
            name = re.search(r"@?\w+$", plain[:call])
            yield Text(source[begin + 1:end - 1], name[0] if name else "", source[end:closing.get(call, end)])


def end_of_text(source: str, begin: int) -> int:
    """Behind the closing quote; what is interpolated may hold parentheses and texts of its own."""
    at, depth = begin + 1, 0
    while at < len(source):
        if source.startswith("\\(", at):
            depth += 1
            at += 2
        elif source[at] == "\\":
            at += 2
        elif source[at] == '"':
            if not depth:
                return at + 1
            at = end_of_text(source, at)
        else:
            depth += (source[at] == "(") - (source[at] == ")") if depth else 0
            at += 1
    return at
