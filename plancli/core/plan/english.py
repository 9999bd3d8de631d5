"""References of English texts: Section 3, Chapters 2 and 4, Box 4, item (ii) of Section 3."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.plan.mention import Kind, Mention, MentionStep
from plancli.core.plan.series import series_of

ENGLISH = {
    "Chapter": Kind.CHAPTER,
    "Section": Kind.CLAUSE,
    "Box": Kind.COLUMN,
    "Column": Kind.COLUMN,
    "Table": Kind.TABLE,
    "Figure": Kind.FIGURE,
    "Annex": Kind.ANNEX,
    "Schedule": Kind.ANNEX,
    "Appendix": Kind.APPENDIX,
    "Part": Kind.DIVISION,
    "Article": Kind.ITEM,
    "Item": Kind.ENTRY,
}
"""What parts are called, as it stands before their numbers."""

_LABELS = (
    "[Cc]hapters?|[Ss]ections?|[Bb]ox(?:es)?|Columns?|[Tt]ables?|[Ff]igures?|[Aa]nnex(?:es)?|Schedules?"
    "|[Aa]ppendix|[Aa]ppendices|Parts?|[Aa]rticles?|[Ii]tems?"
)
_ONE = (
    r"(?:\((?:[ivx]{1,5}|[a-z]|[0-9]{1,2})\)|[0-9]{1,3}(?:[.-][0-9]{1,3}){0,3}(?![0-9%])"
    "|[IVX]{1,5}(?![A-Za-z0-9])|[A-Z](?![A-Za-z0-9]))"
)
_AND = "(?:, (?:and |or )?| and | or | to | through |[–—])"
_NAMED = re.compile(
    rf"(?<![A-Za-z0-9-])(?P<label>{_LABELS})\s(?P<numbers>{_ONE}(?:{_AND}{_ONE}){{0,9}})"
    r"(?![A-Za-z0-9]|[.,-][0-9])"
)
_NUMBER = re.compile(_ONE)
_THROUGH = re.compile(" to | through |[–—]")
_OF = re.compile(r"(?:, | (?:of|in) (?:the )?)")
"""What stands between a part and the one that holds it: item (ii) of Section 3; Chapter 2, Section 3."""
_DOCUMENT = (
    "Act|Law|Regulations?|Directive|Code|Decree|Ordinance|Convention|Treaty|Standard|Plan|Strategy"
)
_OTHER = re.compile(
    r",? (?:of|to|in|under) (?:the |its |that )?(?!(?:this|present) )"
    rf"(?:[A-Z0-9][\w’'-]* ){{0,6}}(?:{_DOCUMENT})\b"
    "|,? (?:of|to|in) (?:the|that) (?:act|law|regulation|directive)\\b"
)
_BEFORE = re.compile(rf"(?:{_DOCUMENT})(?: [0-9]{{4}})?[,’'s]{{0,3}} ?(?:in |under )?$")
"""The name of another document before a reference: the Water Act 1991, Section 3."""


class _Named(NamedTuple):
    """One match: what it names beside each other, and where it stands."""

    kind: Kind
    rungs: tuple[MentionStep, ...]
    start: int
    end: int


def english_mentions(text: str) -> list[Mention]:
    """Return what an English text refers to by numbers, in its order; `foreign` is of other documents."""
    found: list[Mention] = []
    inner: list[Mention] = []
    last: _Named | None = None
    for named in _all_named(text):
        foreign = _elsewhere(text, named)
        held = last is not None and _OF.fullmatch(text, last.end, named.start) is not None
        if not held:
            found += inner
            inner = []
        # of two parts side by side the one that is said later holds the other, or is held by it
        inner = [_inside(one, named, foreign) for one in inner]
        inner += _mentions(text, named, foreign)
        last = named
    return [*found, *inner]


def _all_named(text: str) -> Iterator[_Named]:
    """Yield what is called by a label and numbers."""
    for match in _NAMED.finditer(text):
        kind = _kind(match["label"])
        numerals = match["numbers"]
        # an item may be any thing that is counted; in brackets it is a part
        if kind is Kind.ENTRY and not numerals.startswith("("):
            continue
        rungs: list[MentionStep] = []
        for one in _NUMBER.finditer(text, *match.span("numbers")):
            read = series_of(one[0])
            if read:
                rungs.append(MentionStep(kind, read[1], one[0], one.start(), one.end()))
        if rungs:
            yield _Named(kind, tuple(rungs), match.start(), match.end())


def _kind(label: str) -> Kind:
    """Return what a label names, in the singular or plural."""
    word = label.capitalize()
    for ending, single in (("", ""), ("s", ""), ("es", ""), ("ices", "ix")):
        if word.endswith(ending) and word.removesuffix(ending) + single in ENGLISH:
            return ENGLISH[word.removesuffix(ending) + single]
    raise KeyError(label)


def _elsewhere(text: str, named: _Named) -> bool:
    """Whether a part is one of another document by the words beside it."""
    behind = _OTHER.match(text, named.end)
    before = _BEFORE.search(text[max(named.start - 40, 0) : named.start])
    return behind is not None or before is not None


def _inside(mention: Mention, named: _Named, foreign: bool) -> Mention:
    """Return a reference with the part behind it that holds it: item (ii) of Section 3."""
    foreign = foreign or mention.foreign
    if named.kind in _HOLDS.get(mention.rungs[0].kind, ()):
        return mention._replace(rungs=(named.rungs[0], *mention.rungs), foreign=foreign)
    return mention._replace(foreign=foreign)


_HOLDS = {
    Kind.CLAUSE: (Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX, Kind.APPENDIX),
    Kind.ENTRY: (Kind.CLAUSE, Kind.CHAPTER, Kind.COLUMN, Kind.ANNEX, Kind.APPENDIX, Kind.ITEM),
    Kind.COLUMN: (Kind.CLAUSE, Kind.CHAPTER),
    Kind.CHAPTER: (Kind.DIVISION,),
}
"""What can hold parts of a kind."""


def _mentions(text: str, named: _Named, foreign: bool) -> Iterator[Mention]:
    """Yield one reference for each number; the first one has the label, too."""
    last = None
    for rung in named.rungs:
        start = named.start if last is None else rung.start
        through = last is not None and _THROUGH.fullmatch(text, last.end, rung.start) is not None
        label = text[named.start : named.rungs[0].start]
        yield Mention(start, rung.end, label + rung.numeral, (rung,), foreign, through)
        last = rung
