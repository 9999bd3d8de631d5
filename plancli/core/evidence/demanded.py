"""What an opinion asks for in so many words and none of its edits does."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import (
    Add,
    Delete,
    Insert,
    New,
    NewColumn,
    NewNote,
    NewParagraph,
    NewRow,
    NewTableHead,
    Replace,
    Retitle,
    Rewrite,
    new_words,
)
from plancli.core.comments.record import Patch
from plancli.core.evidence.wordings import PLACE, wordings
from plancli.core.instructions.demands import Demand, DemandKind, demands
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Figure, Paragraph, Table
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import fields_of
from plancli.core.rounds.round import Round
from plancli.core.text.atoms import atoms
from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.diff import alignment
from plancli.core.text.matchkey import fold
from plancli.core.text.occurrences import keeps_an_end, occurrences


class _Effect(NamedTuple):
    """Words before and after the edits, folded: of a paragraph of the draft, or as one edit quotes them."""

    before: str
    after: str


def unmet(round_: Round, comment: Comment) -> list[Demand]:
    """Return the changes that an opinion spells out and that none of the edits asked for makes."""
    asked = demands(comment.opinion)
    if not asked:
        return []
    effects = [*_in_draft(round_, comment), *_as_quoted(round_.workspace.draft, comment)]
    titles = list(_in_titles(round_, comment))
    draft = round_.workspace.corpus
    found: list[Demand] = []
    for demand in asked:
        looked_at = effects
        if demand.titled:
            # the words of a title may stand in a text, too: there they are not meant
            looked_at = titles
        if not any(_makes(effect, demand, draft) for effect in looked_at):
            found.append(demand)
    return found


# --- what the edits do --------------------------------------------------------------------------------------


def _in_draft(round_: Round, comment: Comment) -> Iterator[_Effect]:
    """Yield what the edits make of each paragraph, as far as they have a place in the draft."""
    draft = round_.workspace.draft
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    before: dict[str, dict[str, str]] = {}
    after: dict[str, dict[str, str]] = {}
    for wording in wordings(draft, placed, placed):
        if wording.field == PLACE:
            continue
        before.setdefault(wording.paragraph, {})[wording.field] = wording.draft
        after.setdefault(wording.paragraph, {})[wording.field] = wording.asked
    for name, fields in after.items():
        kept = _kept(draft, name, fields)
        was, becomes = kept | before[name], kept | fields
        yield _effect(_said(was, draft.joints), _said(becomes, draft.joints))


def _in_titles(round_: Round, comment: Comment) -> Iterator[_Effect]:
    """Yield what the edits make of each title and heading."""
    draft = round_.workspace.draft
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    for wording in wordings(draft, placed, placed):
        if wording.field in ("title", "heading"):
            yield _effect(wording.draft, wording.asked)


def _kept(draft: Outline, name: str, changed: Collection[str]) -> dict[str, str]:
    """Return heading and text of a paragraph in which words change; a quotation may run over both."""
    if name not in draft.spots or {"heading", "text"}.isdisjoint(changed):
        return {}
    paragraph = draft.spots[name].paragraph
    return {"heading": paragraph.heading, "text": paragraph.text}


def _said(fields: dict[str, str], joints: Joints) -> str:
    """Return heading, text and units of one paragraph, as far as they are given, as they are printed."""
    words = Paragraph(id="1", heading=fields.get("heading", ""), text=fields.get("text", ""))
    said = fields_of(words, joints).said
    units = fields.get("units", "")
    if not units:
        return said
    return said + joints.opening + units + joints.closing


def _as_quoted(draft: Outline, comment: Comment) -> Iterator[_Effect]:
    """Yield what each edit does to the words that it quotes, wherever these stand.

    So an edit whose words have no place, or several, is one that was asked for, too.
    """
    for edit in comment.edits:
        match edit:
            case Replace():
                yield _effect(edit.replace, edit.wording)
            case Delete():
                yield _effect(edit.delete, "")
            case Insert():
                after, before = edit.after or "", edit.before or ""
                yield _effect(after + before, after + edit.insert + before)
            case Rewrite() | Retitle():
                yield _effect("", edit.wording)
            case Add():
                yield _effect("", _of_part(edit.add, draft.joints))
            case _:
                pass  # units and whole parts are named, and have no words


def _of_part(new: New, joints: Joints) -> str:
    """Return all words of a new part in one piece, as an opinion quotes them."""
    if isinstance(new, NewParagraph):
        units = joints.comma.join(new.units or ())
        own = _said({"heading": new.heading, "text": new.text, "units": units}, joints)
        return own + "".join(_of_part(item, joints) for item in new.items)
    if isinstance(new, NewRow | NewTableHead | Table | Figure | NewNote):
        return "".join(new_words(Add(add=new, to="-")))
    # in what is new, a section holds paragraphs alone
    items = new.items if isinstance(new, NewColumn) else new.body
    said = ""
    for item in items:
        said += _of_part(item, joints)
    return _said({"heading": new.title, "text": said}, joints)


def _effect(before: str, after: str) -> _Effect:
    return _Effect(fold(before), fold(after))


# --- whether that is what was demanded ----------------------------------------------------------------------


def _makes(effect: _Effect, demand: Demand, draft: Corpus) -> bool:
    """Whether the edits have just the effect that is demanded."""
    if effect.before == effect.after:
        return False
    old = _bare(demand.old)
    new = _bare(demand.new)
    if old == new:  # the mark at the end is what is to change
        old, new = fold(demand.old), fold(demand.new)
    if demand.kind is DemandKind.DELETE:
        return _goes(effect, old, draft) and not keeps_an_end(effect.before, effect.after, old)
    if demand.kind is DemandKind.INSERT:
        anchor = _bare(demand.anchor)
        if _on_other_side(effect, demand.side, anchor, new):
            return False
        return _comes(effect, new) and _beside(effect, anchor, draft)
    return _turns(effect, old, new, draft)


def _turns(effect: _Effect, old: str, new: str, draft: Corpus) -> bool:
    """Whether old words are replaced by new ones; without old words the new ones are all that is known."""
    # 协议 becomes 协议书: the old words are there before and after
    grows = old == "" or _count(new, old) > 0
    if grows:
        return _comes(effect, new)
    if not _goes(effect, old, draft):
        return False
    # 协议书 becomes 协议: the new words were there before
    shrinks = _count(old, new) > 0
    if shrinks:
        return _count(effect.after, new) > 0
    return _comes(effect, new)


def _bare(words: str) -> str:
    """Return words without the marks at their ends, which may be those of the opinion; a mark stays one."""
    folded = fold(words)
    return folded.strip(_MARKS) or folded


_MARKS = fold(f'{SENTENCE_MARKS}{CLAUSE_MARKS}."')


def _comes(effect: _Effect, words: str) -> bool:
    """Whether words stand there oftener than before; with an ellipsis, whether they stand there now."""
    now = _count(effect.after, words)
    if _ELLIPSIS in words:
        return now > 0
    return now > _count(effect.before, words)


def _goes(effect: _Effect, words: str, draft: Corpus) -> bool:
    """Whether words stand there less often than before; of misquoted ones, what they must mean."""
    meant = _meant(effect.before, words, draft)
    if not meant:
        return False
    return _count(effect.after, meant) < _count(effect.before, meant)


def _meant(before: str, words: str, draft: Corpus) -> str:
    """Return what some words mean in a text; nothing where they do not mean anything in it.

    That is the very words. A unit may misquote them, so that the draft has them nowhere: then it is what
    resembles them, with the same numbers.
    """
    if _count(before, words):
        return words
    if not before or _count(draft.key, words):
        return ""
    near = alignment(words, before)
    resembling = before[near.start : near.end]
    if near.common < _ALIKE * len(words):
        return ""
    if _numbers(words) != _numbers(resembling):
        return ""
    return resembling


_ALIKE = 0.75
"""Of misquoted words three in four characters must be those of the draft: else other words are meant."""


def _numbers(words: str) -> list[str]:
    """Return the numbers in some words, with their units, and the names that have one: PM2.5."""
    return [atom for atom in atoms(words) if any(map(str.isdigit, atom))]


def _beside(effect: _Effect, anchor: str, draft: Corpus) -> bool:
    """Whether the words beside which something is to stand are there.

    A new part is told by its place, and titles are in no paragraph: of these nothing is said.
    """
    new_part = effect.before == ""
    if new_part or not anchor or _ELLIPSIS in anchor:
        return True
    if _meant(effect.before, anchor, draft):
        return True
    stands_elsewhere = _count(draft.key, anchor) > 0
    if stands_elsewhere:
        return False
    # it may be a title, but none that has a number other than what is meant
    return not _numbers(anchor)


def _on_other_side(effect: _Effect, side: str, anchor: str, new: str) -> bool:
    """Whether words come directly beside those that are named, but on the other side only."""
    before, behind = new + anchor, anchor + new
    by_side = {"前": (before, behind), "后": (behind, before)}
    if side not in by_side:
        return False
    asked, turned = by_side[side]
    stood = effect.before.count(turned)
    stands = effect.after.count(turned)
    return stands > stood and not _comes(effect, asked)


_ELLIPSIS = "…"
"""To what every ellipsis is folded."""


def _count(text: str, words: str) -> int:
    """Return how often folded words stand in a text, whole; with an ellipsis, whether they stand in order."""
    if _ELLIPSIS in words:
        return int(_in_order(text, words.split(_ELLIPSIS)))
    if not words:
        return 0
    return len(occurrences(text, [words])[words].starts)


def _in_order(text: str, fragments: list[str]) -> bool:
    """Whether fragments stand in a text one behind the other."""
    at = 0
    for fragment in fragments:
        found = text.find(fragment, at)
        if found < 0:
            return False
        at = found + len(fragment)
    return True
