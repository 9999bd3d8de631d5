"""Findings in words: what is wrong and what to do, in the reader's language."""

import re
from collections.abc import Iterator

from plancli.core.codes import NOTICES
from plancli.core.entry import Entry, Message, Severity
from plancli.core.finding import ROSTER, Finding
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.model import PLAN
from plancli.core.text.characters import steerless
from plancli.messages import N_, _
from plancli.render.findings.shell import word

REASONS = (
    N_("not a number or a range such as 16-20"),
    N_("say where to insert: one of after, before, into"),
    N_("say where to add: to: for a part, only after: for a section"),
    N_("say where to move: one of after, before, to"),
    N_("not a printed line such as 27 P35 L21"),
    N_("not a page such as 38, 16-20, iv or 附3"),
    N_("there are only blanks"),
    N_("a formula has a number, a text and notes, and nothing else"),
    N_("a formula stands on one line"),
    N_("only marks and blanks stand between a heading and its text"),
    N_("it needs format: 1 in plan.yaml"),
    N_("its characters do not rise"),
    N_("it goes beyond the paragraph"),
    N_("its pages are not those of page:"),
    N_("a picture ends in .png, .jpg, .jpeg or .svg, without a blank in its name"),
    N_("a picture lies below plan/, and every computer can store its name"),
    N_("a text is expected here"),
    N_("a list is expected here"),
    N_("keys with values are expected here"),
    N_("a whole number is expected here"),
    N_("at least one entry is expected here"),
    N_("the number is too small"),
    N_("true or false is expected here"),
    N_("it is a comment on another draft"),
    N_("its status is not one that merges"),
    N_("another comment settles it"),
    N_("it has no edits"),
    N_("it is in the text already"),
    N_("the joint wording that settles it is in the text already"),
    N_("it is a comment on the current draft"),
    N_("it is an item of a compound comment: give it a file of its own first"),
    N_("not a day such as 2021-03-31 or 2021年3月31日"),
    N_("items have edits and decisions, the whole comment has none of its own"),
    N_("a reason in words is expected here"),
    N_("the key of a column of a table has none of / | *"),
    N_("a row across all columns has one cell"),
    N_("say what is counted: one of row, column"),
    N_("columns belong to a row that is counted, rows to a column"),
    N_("what stands there is no number"),
    N_("the units of measure differ"),
    N_("the total is nothing"),
    N_("lists stand in lists at most three levels deep"),
    N_("a note of a table holds no list"),
    N_("git is not installed"),
    N_("this folder belongs to no git repository"),
    N_("git failed without a message"),
    N_("git has no such revision"),
    N_("not found"),
    N_("the change goes beyond the text of one paragraph"),
    N_(
        "if the comment is adopted, say what changes: plancli decide {id} --status 修改后采纳 --edit …"
    ),
    N_("the decision is taken, and nothing has to be done."),
    N_("a name stands on one line"),
    N_("one of the names stands twice: leave it once"),
    N_("the unit of the comment stands first among those that sign"),
    N_("a digest is sha256: and 64 characters of 0-9 and a-f"),
    N_("what ends in .yaml is read as a comment: give the file another ending"),
    N_("one of the files stands twice: leave it once"),
    N_("a series shows its number in braces, as 第{一}章, ({1}) and {I}. do"),
    N_("there are at most 20 levels at which decisions are approved"),
    N_("the reference of letters has {number} once, where their number stands"),
    N_("each level stands once, in the order in which decisions go up"),
    N_("the same series is declared twice: leave one of them"),
    N_("it names a kind whose series is not declared: declare it, too"),
    N_("numbers such as 表{1}-{1} count in each chapter: say chapter"),
    N_("a paragraph has note or notes, not both"),
    N_("nth says which of several places is meant: say after, too"),
    N_("two columns have one key"),
    N_("a footnote has words and their place, and nothing else"),
    N_("a row has a cell for each column, or one across all"),
    N_("footnotes have one series with one number: {①}"),
    N_("footnotes begin anew in each chapter or section, or never"),
    N_("places are listed only with everywhere: true"),
    N_("everywhere leaves no room for in: or field:"),
    N_("the words behind which a mark stands are once in the text"),
    # what the YAML parser says
    N_("mapping values are not allowed in this context"),
    N_("mapping values are not allowed here"),
    N_("found unexpected end of stream"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected key"),
    N_("did not find expected node content"),
    N_("did not find expected '-' indicator"),
    N_("could not find expected ':'"),
    N_("found character that cannot start any token"),
    N_("block sequence entries are not allowed in this context"),
    N_("did not find expected comment or line break"),
    N_("but found another document"),
)
"""Reasons inside messages: the core gives them in English, they are translated where they are shown."""


_NOTHING = "—"
"""What stands for a parameter that is missing or empty, and for a list without entries."""
_LISTING = {
    name: re.compile(rf"[^.。;；]*\{{{name}\}}(?:[.。]\s*|$)") for name in ("near", "known")
}
"""The sentence of a hint that has nothing to say where its list is empty."""


def plain(known: Entry) -> tuple[str, str]:
    """Return the message and the hint of a code without a case: an ellipsis stands where words would."""
    message, hint = _(known.message), _(known.hint)
    shown = _Ellipses()
    return message.format_map(shown), _LISTING["near"].sub("", hint).format_map(shown)


class _Ellipses(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


class _Words(dict[str, str]):
    """The parameters of a message; what is missing or empty shows as a dash, a reason in the language."""

    def __missing__(self, key: str) -> str:
        return _NOTHING


SEVERITY_NAMES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}

_LABELS = {Severity.WARNING: N_("warning "), Severity.NOTE: N_("note ")}
"""What stands before the code; an error needs no word."""


def message(finding: Finding) -> str:
    """Return what is wrong."""
    words = dict(finding.params)
    for key in ("paragraph", "key"):
        # in a hint the word of the files stays: it is what commands take
        if words.get(key) == PLAN:
            words[key] = _("title of the plan")
    return _filled(finding._replace(params=words), _said(finding).message)


def hint(finding: Finding) -> str:
    """Return what to do."""
    return _filled(finding, _said(finding).hint)


def _said(finding: Finding) -> Message:
    """Return the words of a finding; one that `check` has not weighed has those of its code.

    The rules are imported only where one is asked for: what goes wrong before a plan is read needs none.
    """
    if finding.said:
        return finding.said
    if known := NOTICES.get(finding.code):
        return known.said()
    from plancli.core.check.register import RULES

    return RULES[finding.code].said()


def lines(finding: Finding) -> Iterator[str]:
    """Yield the finding for people: place, code and message, and below it what to do."""
    place = finding.place
    where = ":".join(steerless(str(part)) for part in place if part) + ": " if place else ""
    label = _(_LABELS[finding.severity]) if finding.severity in _LABELS else ""
    yield f"{where}{label}{finding.code} {message(finding)}"
    for name in finding.params.get("touched", "").splitlines():
        yield "    " + _("last touched: {who}").format(who=steerless(_(name)))
    for line in related_lines(finding):
        yield f"    {line}"
    if advice := hint(finding):
        yield f"    → {advice}"


def related_lines(finding: Finding) -> Iterator[str]:
    """Yield the other places that a finding is about, a line each."""
    for one in finding.related:
        if one.place is None:
            continue
        where = ":".join(steerless(str(part)) for part in one.place if part)
        if one.commit:
            yield _("before, in {commit}: {where}").format(commit=one.commit, where=where)
        else:
            yield _("see also: {where}").format(where=where)


def message_with_places(finding: Finding) -> str:
    """Return what is wrong with the other places that it is about, where there is room for one text."""
    return "\n".join([message(finding), *related_lines(finding)])


_LONGEST = 1000
"""Characters of one value in a message: an error is read, whatever a file holds."""


def _shown(value: str) -> str:
    """Return words out of a file as a message shows them: on its line, steering nothing, not endless."""
    if len(value) > _LONGEST:
        value = value[:_LONGEST] + "…"
    return steerless(value)


def _filled(finding: Finding, template: str) -> str:
    words = {key: _shown(value) for key, value in finding.params.items() if value}
    for key in ("reason", "problem", "settled", "where"):
        if key in words:
            words[key] = _(words[key])
    if OFFICE in words.get("others", ""):
        words["others"] = words["others"].replace(OFFICE, _("the drafting office"))
    if ROSTER in words.get("paragraph", ""):
        words["paragraph"] = words["paragraph"].replace(ROSTER, _("the roster"))
    place = steerless(finding.place.file) if finding.place else "."
    text = _(template)
    for name, listing in _LISTING.items():
        if words.get(name, _NOTHING) == _NOTHING:
            text = listing.sub("", text)
    filled = _Words({"place": place, "file": place, "word": word(place), **words})
    if "todo" in words:
        filled["todo"] = _(words["todo"]).format_map(filled)
    return text.format_map(filled).rstrip()
