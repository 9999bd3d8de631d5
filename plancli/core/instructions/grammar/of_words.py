"""Read instructions about words: replace, delete, insert, rewrite. What is not sure raises UnclearError."""

import re
from functools import partial

from plancli.core.comments.edits import Edit
from plancli.core.instructions.grammar.found import Found
from plancli.core.instructions.grammar.hygiene import begins_list
from plancli.core.instructions.grammar.scope import PlaceScope
from plancli.core.instructions.grammar.unclear import UnclearError, all_of
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.instructions.grammar.vocabulary import ADDS, ADVERBS, TOGETHER
from plancli.core.text.characters import sentences
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import COUNTS

_PARAGRAPH = re.compile(f"[前后][面边]?{ADVERBS}{ADDS}(?:[1一]|如下|以下)?(?:自然)?[段条款]")
_AND_SUCH = re.compile(f"等(?! *[{COUNTS}0-9])")
_ALL_OF_THEM = re.compile(f"{TOGETHER}|分别|全部")
_CALLED_SENTENCE = re.compile("(?:[这该此]|这一|一)句话?")


def replaced(found: Found) -> list[Edit]:
    """“A”改为“B”; “A”“B”分别改为“C”“D”; “A”“B”均改为“C”."""
    scope = found.scope()
    olds, news = found.quoted("old"), found.quoted("new")
    if len(news) == 1 and "分别" not in found.match[0]:
        news *= len(olds)
    if len(olds) != len(news):
        raise UnclearError(Doubt.NOT_READ)
    if found.has_gap("new"):
        raise UnclearError(Doubt.BLANK, found.said("new"))
    for old in olds:
        _whole_if_called_sentence(found, old, scope)
    writing = found.tools.wording
    if len(olds) > len(set(news)) and not _ALL_OF_THEM.search(found.match[0]):
        edits = all_of(partial(writing.replaced, old, news[0], scope) for old in olds)
        raise UnclearError(Doubt.READINGS, edits=tuple(edits))
    pairs = zip(olds, news, strict=True)
    edits = all_of(partial(writing.replaced, *pair, scope) for pair in pairs)
    return _not_as_examples(found, edits)


def lacking(found: Found) -> list[Edit]:
    """“A”少“B”二字,应为“C”: what lacks, or is too much, stands in one of the two."""
    old, new = found.said("old"), found.said("new")
    if fold(found.said("lacks")) not in fold(new) + fold(old):
        raise UnclearError(Doubt.NOT_READ)
    return [found.tools.wording.replaced(old, new, found.scope())]


def bare(found: Found) -> list[Edit]:
    """将A改为B without quotation marks: only where B says again how A begins or ends."""
    old, new = fold(found.said("old")), fold(found.said("new"))
    ends_alike = old[-1:] == new[-1:] and new[:2] not in old
    if len(old) < _CLEAR or not (old[:1] == new[:1] or ends_alike):
        raise UnclearError(Doubt.NOT_READ, found.said("old"))
    return [found.tools.wording.replaced(found.said("old"), found.said("new"), found.scope())]


_CLEAR = 4
"""Fewer characters without quotation marks may be a piece of something else."""


def figure(found: Found) -> list[Edit]:
    """A由X调整为Y: the figure changes in the one sentence that has it and what it counts."""
    subject, old = found.said("subject"), found.said("old")
    there = found.tools.spotting.figure(subject, old, found.scope())
    return [found.tools.wording.figured(there, old, found.said("new"))]


def deleted(found: Found) -> list[Edit]:
    """删除“A”; 删除“A”、“B”; 删除“A”中的“B”."""
    scope = found.scope()
    quotes = found.quoted("old")
    for quote in quotes:
        _whole_if_called_sentence(found, quote, scope)
    quotes = _joined(found, quotes, scope)
    edits = all_of(partial(found.tools.wording.deleted, quote, scope) for quote in quotes)
    return _not_as_examples(found, edits)


def _joined(found: Found, quotes: list[str], scope: PlaceScope) -> list[str]:
    """Return quotations that stand side by side as the one stretch that they are, with the marks between."""
    if len(quotes) < _BOTH:
        return quotes
    spotting = found.tools.spotting
    first, *others = (spotting.words(quote, scope) for quote in quotes)
    whole, last = spotting.text(first), first
    for there in others:
        between = whole[last.end : there.start]
        if there[:2] != first[:2] or there.start < last.end or _BETWEEN.fullmatch(between) is None:
            return quotes
        last = there
    stretch = whole[first.start : last.end]
    if begins_list(whole, first.start, first.end):
        # what leads to the list may be meant to go with it
        gone = found.tools.wording.deleted(stretch, scope)
        raise UnclearError(Doubt.ILL_FORMED, quotes[0], (gone,))
    return [stretch]


_BOTH = 2
_BETWEEN = re.compile("[、，,]? ?(?:和|与|及|以及|and )?")


def _not_as_examples(found: Found, edits: list[Edit]) -> list[Edit]:
    """Return edits; only propose them where the quoted words are called examples: “A”等表述."""
    if _AND_SUCH.match(found.row.text, found.match.end("old")):
        raise UnclearError(Doubt.EVERY_PLACE, edits=tuple(edits))
    return edits


def _whole_if_called_sentence(found: Found, quote: str, scope: PlaceScope) -> None:
    """Refuse a piece of a sentence that is called 一句: the rest of it may be meant, too."""
    if not _CALLED_SENTENCE.match(found.row.text, found.match.end("old")):
        return
    spotting = found.tools.spotting
    if not spotting.is_sentence(spotting.words(quote, scope)):
        raise UnclearError(Doubt.NO_PART, quote)


def deleted_on(found: Found) -> list[Edit]:
    """删除“A”及其后内容: to the end of the paragraph; after 之后 the quoted words stay."""
    there = found.tools.spotting.words(found.said("old"), found.scope())
    end = len(found.tools.spotting.text(there))
    start = there.start if found.has("and") else there.end
    if start == 0:
        # nothing of the paragraph but its heading would stay
        edit = found.tools.wording.changed(there._replace(start=0, end=end), "")
        raise UnclearError(Doubt.READINGS, found.said("old"), (edit,))
    return [found.tools.wording.changed(there._replace(start=start, end=end), "")]


def deleted_from(found: Found) -> list[Edit]:
    """删除从“A”到“B”的内容: both go, and what stands between them."""
    scope, spotting = found.scope(), found.tools.spotting
    first, last = (spotting.words(quote, scope) for quote in found.quoted("old"))
    if first[:2] != last[:2] or first.end > last.start:
        raise UnclearError(Doubt.NOT_READ)
    whole = spotting.text(first)
    return [found.tools.wording.deleted(whole[first.start : last.end], scope)]


def inserted(found: Found) -> list[Edit]:
    """在“A”后增加“B”; a paragraph that is to come goes behind one, and not behind words."""
    if _PARAGRAPH.search(found.match[0]):
        raise UnclearError(Doubt.NO_PART, found.said("anchor"))
    side = "前" if (found.match["side"] or "").lower() in ("前", "before") else "后"
    return [found.tools.wording.put(found.said("new"), found.said("anchor"), side, found.scope())]


def put_between(found: Found) -> list[Edit]:
    """在“A”和“B”之间增加“C”: the mark that C brings along says on which side of the one that is there."""
    new, scope, spotting = found.said("new"), found.scope(), found.tools.spotting
    first, second = found.quoted("anchor")
    one, other = spotting.words(first, scope), spotting.words(second, scope)
    if one[:2] != other[:2] or one.end > other.start:
        raise UnclearError(Doubt.NOT_READ)
    mark = fold(spotting.text(one)[one.end : other.start])
    if mark and fold(new[:1]) == mark:
        return [found.tools.wording.put(new, first, "后", scope)]
    if not mark or fold(new[-1:]) == mark:
        return [found.tools.wording.put(new, second, "前", scope)]
    raise UnclearError(Doubt.ILL_FORMED, new)


def appended(found: Found) -> list[Edit]:
    """A段末增加“B”, A段首增加“B”."""
    scope = found.scope()
    if scope.sentence is not None:
        raise UnclearError(Doubt.NO_PART)
    spotting = found.tools.spotting
    key = spotting.paragraph(scope)
    ahead = (found.match["side"] or "").lower() in _AHEAD
    edit = found.tools.wording.appended(found.said("new"), key, ahead)
    if (
        found.said("place").endswith("句")
        and len(sentences(spotting.outline.words(key, "text"))) > 1
    ):
        # 句末 of a paragraph that has several, and it is not said of which
        raise UnclearError(Doubt.NO_PART, edits=(edit,))
    return [edit]


_AHEAD = ("首", "开头", "beginning", "start")


def paragraph_rewritten(found: Found) -> list[Edit]:
    """第3段修改为“A”, 第3段第二句修改为“A”."""
    scope, new = found.scope(), found.said("new")
    key = found.tools.spotting.paragraph(scope)
    if scope.host is not None and (scope.sentence is not None or not found.has("whole")):
        raise UnclearError(Doubt.NO_PART)
    if scope.sentence is None:
        return [found.tools.wording.rewritten(key, new)]
    return [found.tools.wording.changed(found.tools.spotting.sentence(key, scope.sentence), new)]
