"""The one door through which an opinion becomes edits: read wholly, or a person is asked.

What sentences ask for is read by the grammar of `instructions`; here a row is read that says both what the
draft has and what is to stand there instead.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Delete, Edit, Replace
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.hygiene import breaks_pairs
from plancli.core.instructions.grammar.limits import may_govern_points, may_limit
from plancli.core.instructions.grammar.newwords import (
    doubles_marks,
    has_ellipsis,
    holds_note,
    is_deletion,
    is_no_wording,
    leaves_blank,
    leaves_choice,
    part_that_goes,
    says_beside,
    speaks_of_text,
)
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.intake.replies import is_no_opinion
from plancli.core.locate.anchors import Anchor, How, Why
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed, unplaced
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS, boundaries, sentences
from plancli.core.text.numerals import DIGITS, TENS


class Spoken(NamedTuple):
    """What a unit says, with its context: the opinion, the citation, and where given old and new words."""

    opinion: str
    at: Cited
    original: str = ""
    wording: str = ""


class Understanding(NamedTuple):
    """How an opinion was understood: the edits, sure or to be confirmed, and why they are not sure.

    `why` is a doubt, or why quoted words have no place; None where nothing is doubted. `quote` are the words
    that it is about.
    """

    verdict: Certainty
    edits: tuple[Edit, ...] = ()
    why: Doubt | Why | None = None
    quote: str = ""


def read(said: Spoken, reader: OpinionReader) -> Understanding:
    """Return how an opinion on a draft is understood; only what is taken is written without a person."""
    if said.wording and said.original:
        return _of_pair(said, reader.corpus)
    if is_no_opinion(said.opinion):
        return Understanding(Certainty.NONE)
    if said.wording:
        return Understanding(Certainty.REFUSED, why=Doubt.NO_OLD)
    found = reader.read(said.opinion, said.at.cites)
    for part in found.parts:
        # the part that leaves most to a person says why
        if part.certainty is found.certainty:
            return Understanding(found.certainty, found.all_edits, part.doubt, part.words)
    return Understanding(Certainty.NONE)


def sentences_apart(said: Spoken, reader: OpinionReader) -> tuple[str, ...]:
    """Return an opinion sentence by sentence where some of them are taken and others wait for a person.

    Each goes with the reasons behind it. Nothing where all of them wait, or none.
    """
    if said.wording:
        return ()
    parts = reader.read(said.opinion, said.at.cites).parts
    if (
        len({part.certainty is Certainty.TAKEN for part in parts if part.edits or part.doubt})
        < _BOTH
    ):
        return ()
    starts = [0, *(part.start for part in parts[1:]), len(said.opinion)]
    apart = tuple(said.opinion[start:end].strip() for start, end in pairwise(starts))
    for part, words in zip(parts, apart, strict=True):
        alone = reader.read(words, said.at.cites).certainty
        if alone is Certainty.TAKEN and part.certainty is not Certainty.TAKEN:
            # another sentence limits this one: they say what they say together
            return ()
    return apart


def stand_alone(said: Spoken, points: Sequence[str], reader: OpinionReader) -> bool:
    """Whether points of an opinion are meant as each of them says by itself.

    They are not where one of them limits another, or something ahead of them may keep them from being meant.
    """
    taken = [read(Spoken(one, said.at), reader).verdict is Certainty.TAKEN for one in points]
    limited = any(
        may_limit(point) and not taken[at] and any(taken[:at]) for at, point in enumerate(points)
    )
    ahead = _NUMBER_LAST.sub("", said.opinion[: max(said.opinion.find(points[0]), 0)])
    return not (limited or (any(taken) and may_govern_points(ahead, reader.units.own)))


def confirmed(found: Understanding) -> Understanding:
    """Return what was understood as something that a person is to confirm: not all of it was looked at."""
    if found.verdict is not Certainty.TAKEN:
        return found
    return found._replace(verdict=Certainty.PROPOSED, why=Doubt.DEPENDS)


_NUMBER_LAST = re.compile(rf"[\s(（]*(?:[{DIGITS}{TENS}]{{1,3}}|[①-⑩])?[\s)）.．、是]*$")
"""The number of the first point, behind what stands ahead of it."""


_BOTH = 2
"""Some are taken, and some are not."""


def _of_pair(said: Spoken, corpus: Corpus) -> Understanding:
    """Return what old words and new ones side by side ask for."""
    old, new = _bare(said.original), _bare(said.wording)
    deletes = is_deletion(new)
    if not deletes and (is_no_wording(new) or _INSTRUCTION.search(new)):
        return Understanding(Certainty.REFUSED, why=Doubt.INSTRUCTION)
    edit = Delete(delete=old) if deletes else Replace.model_validate({"replace": old, "with": new})
    placed = place(corpus, "", Patch.of(said.at, (edit,)))
    if (nowhere := unplaced(placed)) is not None:
        return Understanding(Certainty.REFUSED, why=nowhere, quote=old)
    doubt = _doubt(placed, corpus, old, "" if deletes else new)
    if doubt is Doubt.UNCHANGED:
        return Understanding(Certainty.NONE, why=doubt, quote=old)
    doubt = doubt or (_larger(placed, corpus, new) if deletes else _of_words(old, new))
    doubt = doubt or _beside(placed, corpus)
    if doubt is None and not _asks_for_no_more(said):
        doubt = Doubt.BESIDE
    if doubt is not None:
        return Understanding(Certainty.PROPOSED, (edit,), doubt, old)
    return Understanding(Certainty.TAKEN, (edit,))


def _doubt(placed: Placed, corpus: Corpus, old: str, new: str) -> Doubt | None:
    """Return why an edit whose words have one place is still to be confirmed by a person."""
    if placed.obstacles:
        return Doubt.UNPLACED
    if not placed.changes(corpus.outline):
        return Doubt.UNCHANGED
    if has_ellipsis(old) or has_ellipsis(new):
        return Doubt.LEFT_OUT
    for evidence in placed.evidence:
        anchor = evidence.found
        if evidence.only_cited or not isinstance(anchor, Anchor):
            continue
        if anchor.miscited:
            return Doubt.ELSEWHERE
        if anchor.how not in (How.EXACT, How.NORMALISED):
            return Doubt.LOOSELY
    if new and _ending(old) != _ending(new):
        return Doubt.ENDING
    return None


def _asks_for_no_more(said: Spoken) -> bool:
    """Whether the opinion beside a pair of words only announces it, or says one of the two again."""
    opinion = said.opinion.strip()
    return opinion in ("", said.original, said.wording) or _ANNOUNCES.fullmatch(opinion) is not None


_ANNOUNCES = re.compile(
    "(?:我[局委办单位]{1,2})?(?:建议|请|拟)?(?:作|予以|进行)?(?:如下|以下|文字|个别|相应)?"
    "(?:修改|调整|完善|更正|规范表述|修改意见|修改建议|意见|建议)(?:如下|为)?[:：。.]?"
    "|(?:建议)?(?:见|详见|按)?修改后?(?:的)?(?:内容|文本|表述|稿|一栏|栏)?[:：。.]?"
)
"""An opinion that says nothing but that there are new words."""


def _of_words(old: str, new: str) -> Doubt | None:
    """Return why new words may be no text of the plan."""
    if speaks_of_text(old, new) or holds_note(old, new):
        return Doubt.SPEAKS
    if leaves_choice(old, new):
        return Doubt.CHOICE
    return Doubt.BLANK if leaves_blank(old, new) else None


def _larger(placed: Placed, corpus: Corpus, new: str) -> Doubt | None:
    """Return a doubt where a cell says that a sentence or paragraph goes, and less than that is quoted."""
    named = part_that_goes(new)
    for paragraph, field, change in placed.texts if named else ():
        text = corpus.outline.words(paragraph, field)
        edges = {0, len(text)} if named != "句" else {0, *boundaries(sentences(text))}
        if not {change.start, change.end} <= edges:
            return Doubt.LARGER
    return None


def _beside(placed: Placed, corpus: Corpus) -> Doubt | None:
    """Return why new words do not go well with those between which they come to stand."""
    for paragraph, field, change in placed.texts:
        text = corpus.outline.words(paragraph, field)
        before, behind = text[: change.start], text[change.end :]
        old = text[change.start : change.end]
        if says_beside(change.text, before, behind):
            return Doubt.REPEATS
        if doubles_marks(old, change.text, before, behind) or breaks_pairs(old, change.text):
            return Doubt.ILL_FORMED
        if field != "text" and len(sentences(change.text)) > len(sentences(old)):
            return Doubt.UNPLACED
    return None


def _ending(words: str) -> str:
    """Return what kind of mark words end with; nothing where they end in a word."""
    last = words[-1:]
    if last in SENTENCE_MARKS or last == ".":
        return "sentence"
    return "clause" if last in BREAKS or last == "、" else ""


def _bare(cell: str) -> str:
    """Return the words of a cell without one pair of quotation marks round all of them."""
    words = "".join(line.strip() for line in cell.splitlines())
    for opening, closing in (("“", "”"), ('"', '"'), ("「", "」")):
        inside = words[1:-1]
        is_whole = words[:1] == opening and words[-1:] == closing and bool(inside)
        if is_whole and opening not in inside and closing not in inside:
            return inside.strip()
    return words


_INSTRUCTION = re.compile(
    "(?:修改|调整|更改|改|替换|表述|完善)(?:为|成)[：:“”]|(?:增加|补充|删除|删去|删掉|去掉|新增|加入|增补)[：:“”]"
    "|^(?:建议|请|应)[^。]{0,40}(?:改|删|增|补|加|移|调整|保留|明确|完善|征求)"
    "|^[将把][^。]{0,60}(?:改为|改成|调整为|替换为|删除|删去|移至|移到)"
    "|^在[^。]{0,40}[后前中间末](?:面|部|尾)?(?:增加|增列|补充|加入|添加|插入)"
)
"""Words that say what to do, and are no text of a plan."""
