"""What replies quote stands in the text: the table is proved sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.instructions.quoted import Quotation, Role, quoted_in
from plancli.core.locate.ladder import Corpus
from plancli.core.plan.printed import listed
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines
from plancli.core.text.matchkey import fold
from plancli.core.text.occurrences import occurrences


def new_wordings(round_: Round) -> Iterator[Finding]:
    """A wording that a reply quotes as new stands in the plan, once the comment is merged."""
    waiting = round_.due.keys() - round_.workspace.recorded.keys()
    plan = _Text(round_.corpus)
    for said in _quoted(round_):
        # What waits for the merge is another finding (P401); it would be said twice.
        if not said.claims_new or said.comment.id in waiting:
            continue
        if not plan.says(said.quotation.words, _touched(round_, said.comment)):
            yield _finding(said, REPLY_UNPROVED.code)


def other_quotations(round_: Round) -> Iterator[Finding]:
    """What a decision quotes otherwise stands in plan or draft, or in the opinion if not simply adopted."""
    plan, draft = _Text(round_.corpus), _Text(round_.workspace.corpus)
    title = fold(round_.manifest.title)
    for said in _quoted(round_):
        if said.claims_new or fold(said.quotation.words) in title or said.of_opinion:
            continue
        words, first = said.quotation.words, _touched(round_, said.comment)
        if not plan.says(words, first) and not draft.says(words, first):
            yield _finding(said, REPLY_MISQUOTES.code)


def deleted_words(round_: Round) -> Iterator[Finding]:
    """Words that a reply calls deleted are gone from where its comment was merged."""
    for said in _quoted(round_):
        merged = said.comment.id in round_.workspace.recorded
        if said.quotation.role is not Role.GONE or not merged:
            continue
        # What an ellipsis leaves out is not known: the words before it must be gone.
        words = fold(said.quotation.words).partition("…")[0]
        for name in _touched(round_, said.comment):
            if words and _as_often(words, name, round_.corpus, round_.workspace.corpus):
                found = _finding(said, REPLY_KEEPS.code)
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

    @property
    def claims_new(self) -> bool:
        """Whether it says that the plan now has the words; a reason, or what is not adopted, never does."""
        adopted = self.comment.meaning.adopted and self.key == "reply"
        return adopted and self.quotation.role is Role.NEW

    @property
    def of_opinion(self) -> bool:
        """Whether the words may be the unit's own, and are; who simply adopts quotes the text."""
        adopted = self.comment.decision.status is Status.ADOPTED and self.key != "reason"
        return not adopted and fold(self.quotation.words) in fold(self.comment.opinion)


def _quoted(round_: Round) -> Iterator[_Said]:
    """Yield what decisions quote."""
    for comment in round_.current.values():
        for key in ("reply", "reason"):
            for quotation in quoted_in(getattr(comment.decision, key) or ""):
                yield _Said(comment, key, quotation)


def _finding(said: _Said, code: str) -> Finding:
    """Build a finding that points to the quotation in its reply or reason."""
    text = getattr(said.comment.decision, said.key) or ""
    before = text[: said.quotation.start]
    params = {"id": said.comment.id, "quote": said.quotation.words}
    found = on_comment(said.comment, code, ("decision", said.key), **params)
    return found._replace(offset=len(join_lines(before)))


def _touched(round_: Round, comment: Comment) -> list[str]:
    """Return the paragraphs that the comment changes: where its reply's words are looked for first."""
    placed = round_.trial.placed.get(comment.id)
    return sorted(placed.paragraphs) if placed else []


class _Text:
    """A plan or draft that is asked what it says."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def says(self, quote: str, first: Sequence[str]) -> bool:
        """Whether it says the words; a mark that closes them may be that of the reply.

        `first` are paragraphs in which they are looked for first, and of which a list of units must be.
        """
        words = listed(quote)
        ends = _CLOSING if words[-1] in _CLOSING else words[-1]
        return any(self._has(words[:-1] + end, first) for end in ends)

    def _has(self, words: str, first: Sequence[str]) -> bool:
        """Whether it has the words, a part of exactly that name, or such a list of units."""
        corpus, folded = self._corpus, fold(words)
        own = [name for name in first if name in corpus.outline.spots]
        for name in own:
            if folded and occurrences(corpus.folded(name), [folded], 0)[folded].more:
                return True
        names = _names(words)
        if names in self._lists.values():
            return self._lists_units(names, own)
        return corpus.holds(words) or corpus.names.whole(words)

    def _lists_units(self, names: str, own: Sequence[str]) -> bool:
        """Whether a list that stands somewhere is that of one of its own paragraphs, if they have any."""
        lists = [self._lists[name] for name in own if name in self._lists]
        return not lists or names in lists

    @cached_property
    def _lists(self) -> dict[str, str]:
        """The responsible units of each paragraph that has some, in their order."""
        found: dict[str, str] = {}
        for name, spot in self._corpus.outline.spots.items():
            if spot.paragraph.units:
                found[name] = _names("".join(spot.paragraph.units))
        return found


def _names(words: str) -> str:
    """Return a list of names without what stands between them."""
    return re.sub(r"[、，,和及与\s]", "", words)


_CLOSING = "。，；、："


REPLY_UNPROVED = RoundRule(
    code="P423",
    find=new_wordings,
    order=160,
    message=N_("The reply to {id} quotes as new “{quote}”, which the plan does not say."),
    hint=N_("Quote the plan's own words, or merge them into the text."),
    meaning=N_(
        "A reply quotes a wording as what the text says now (改为“…”, 增加“…”), and the plan does not "
        "say it. Ellipses may leave words out; titles and lists of units count. The published "
        "table would claim what the plan does not show."
    ),
)

REPLY_MISQUOTES = RoundRule(
    code="P426",
    find=other_quotations,
    order=170,
    weight=Severity.WARNING,
    message=N_("The reply to {id} quotes “{quote}”, which neither the plan nor the draft says."),
    hint=N_(
        "Quote their own words; for words of another document, waive the rule with that reason."
    ),
    meaning=N_(
        "A reply quotes words that stand neither in the plan nor in the draft, nor in an opinion "
        "that it does not adopt: a slip in a title, or words of another document."
    ),
)

REPLY_KEEPS = RoundRule(
    code="P428",
    find=deleted_words,
    order=180,
    weight=Severity.WARNING,
    message=N_("The reply to {id} calls “{quote}” deleted, but {paragraph} still says it."),
    hint=N_("Delete the words, or mend the reply."),
    meaning=N_(
        "A reply says of quoted words that they were deleted (删除“…”), and the paragraph that the "
        "comment changed has them as often as the draft had. The published table would claim "
        "what the plan does not show."
    ),
)
