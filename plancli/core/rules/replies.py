"""What replies quote stands in the text: the table is proved sentence by sentence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.case import Case
from plancli.core.comment import Comment
from plancli.core.finding import Code, Finding
from plancli.core.locate import Corpus
from plancli.core.occurrences import occurrences
from plancli.core.printed import listed
from plancli.core.reply import Quotation, Role, quotations
from plancli.core.rules.about import on_comment
from plancli.core.text import fold, join_lines


def new_wordings(case: Case) -> Iterator[Finding]:
    """A wording that a reply quotes as new stands in the plan, once the comment is merged."""
    waiting = case.due.keys() - case.workspace.recorded.keys()
    for said in _quoted(case, Role.NEW):
        comment, words = said.comment, said.quotation.words
        if comment.id not in waiting and not _stands(words, case.corpus, _touched(case, comment)):
            yield _finding(said, Code.REPLY_UNPROVED)


def other_quotations(case: Case) -> Iterator[Finding]:
    """What a decision quotes otherwise stands in plan or draft, or in the opinion that it does not adopt."""
    texts = (case.corpus, case.workspace.corpus)
    for said in _quoted(case, Role.OTHER, Role.GONE):
        comment, words = said.comment, said.quotation.words
        answered = not comment.meaning.adopted or said.key == "reason"
        if answered and fold(words) in fold(comment.opinion):
            continue
        if not any(_stands(words, text, _touched(case, comment)) for text in texts):
            yield _finding(said, Code.REPLY_MISQUOTES)


def deleted_words(case: Case) -> Iterator[Finding]:
    """Words that a reply calls deleted are gone from where its comment was merged."""
    for said in _quoted(case, Role.GONE):
        if said.comment.id in case.workspace.recorded:
            words = fold(said.quotation.words).partition("…")[0]
            for name in _touched(case, said.comment):
                if words and _as_often(words, name, case.corpus, case.workspace.corpus):
                    found = _finding(said, Code.REPLY_KEEPS)
                    yield found._replace(params={**found.params, "paragraph": name})


def _as_often(words: str, paragraph: str, plan: Corpus, draft: Corpus) -> bool:
    """Whether a paragraph of the plan has the words no less often than that of the draft had them."""
    if paragraph not in plan.outline.spots or paragraph not in draft.outline.spots:
        return False
    now = plan.folded(paragraph).count(words)
    return now > 0 and now >= draft.folded(paragraph).count(words)


class _Said(NamedTuple):
    """A quotation in the reply or the reason of a decision."""

    comment: Comment
    key: str
    quotation: Quotation


def _quoted(case: Case, *roles: Role) -> Iterator[_Said]:
    """Yield what decisions quote; what a reason quotes is never called a new wording."""
    for comment in case.current.values():
        decision = comment.decision
        for quotation in quotations(decision.reply or ""):
            if quotation.role in roles:
                yield _Said(comment, "reply", quotation)
        for quotation in quotations(decision.reason or "") if Role.OTHER in roles else ():
            yield _Said(comment, "reason", quotation)


def _finding(said: _Said, code: Code) -> Finding:
    before = (getattr(said.comment.decision, said.key) or "")[: said.quotation.start]
    params = {"id": said.comment.id, "quote": said.quotation.words}
    found = on_comment(said.comment, code, ("decision", said.key), **params)
    return found._replace(offset=len(join_lines(before)))


def _touched(case: Case, comment: Comment) -> list[str]:
    """Return the paragraphs that the comment changes: where its reply's words are looked for first."""
    placed = case.trial.placed.get(comment.id)
    return sorted(placed.paragraphs) if placed else []


def _stands(quote: str, text: Corpus, first: Sequence[str]) -> bool:
    """Whether a text says the words; a full stop that closes them may be that of the reply."""
    words = listed(quote)
    ends = "。，；、：" if words.endswith("。") else words[-1:]
    return any(_said(words[:-1] + end, text, first) for end in ends)


def _said(words: str, text: Corpus, first: Sequence[str]) -> bool:
    """Whether a text has the words, a part of exactly that name, or such a list of units."""
    folded = fold(words)
    own = (text.folded(name) for name in first if name in text.outline.spots)
    if folded and any(occurrences(key, [folded], 0)[folded].more for key in own):
        return True
    return text.holds(words) or text.names.whole(words) or _units(words) in _unit_lists(text)


def _unit_lists(text: Corpus) -> set[frozenset[str]]:
    return {frozenset(spot.paragraph.units or ()) for spot in text.outline.spots.values()}


def _units(quote: str) -> frozenset[str]:
    return frozenset(quote.replace("，", "、").replace(",", "、").split("、"))
