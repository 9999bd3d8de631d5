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
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding
from plancli.core.instructions.deletions import deletions_in
from plancli.core.instructions.quoted import Quotation, Role, quoted_in
from plancli.core.locate.anchors import Anchor, Hint, Refusal
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.printed import listed
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines
from plancli.core.text.matchkey import fold
from plancli.core.text.occurrences import keeps_an_end, occurrences


def new_wordings(round_: Round) -> Iterator[Finding]:
    """A wording that a reply quotes as new stands in the plan, where its comment changed the text."""
    waiting = round_.due.keys() - round_.workspace.recorded.keys()
    plan = _Text(round_.corpus)
    for said in _quoted(round_):
        if not said.claims_new:
            continue
        # What waits for the merge is another finding (P401); it would be said twice.
        if said.comment.id in waiting:
            continue
        ground = Ground(round_, said.comment)
        if not plan.says(said.words, ground.paragraphs):
            yield _finding(said, REPLY_UNPROVED.code)
        elif ground.merged and not _is_its_own(plan, said, ground):
            yield _finding(said, REPLY_UNEARNED.code)


def _is_its_own(plan: "_Text", said: "_Said", ground: Ground) -> bool:
    """Whether the plan has words where the comment, or what answers it, changed the text."""
    names = ground.round.corpus.names
    titled = [*names.keys(said.words), *names.heads(said.words)]
    if any(key in ground.brought for key in titled):
        return True
    if plan.lists_units(said.words):
        # that it is the list of one of these paragraphs was asked before
        return bool(ground.placed.units or ground.placed.additions)
    for words in plan.readings(said.words):
        for found in plan.found(words, ground.paragraphs):
            if _earned(found, words, ground):
                return True
    return False


def _earned(found: Anchor | Refusal, words: str, ground: Ground) -> bool:
    """Whether one of the places of words is one that the comment changed."""
    if isinstance(found, Anchor):
        return any(ground.is_its_own(piece) for piece in found.pieces)
    # Of several places in a paragraph one is new if the draft had fewer.
    return any(_came(words, name, ground) for name in ground.paragraphs)


def _came(words: str, paragraph: str, ground: Ground) -> bool:
    """Whether a paragraph has words more often than in the draft."""
    now = _times(fold(words), paragraph, ground.round.corpus) or 0
    before = _times(fold(words), paragraph, ground.round.workspace.corpus) or 0
    return now > before


def other_quotations(round_: Round) -> Iterator[Finding]:
    """What a decision quotes otherwise stands in plan or draft, or in the opinion if not simply adopted."""
    plan = _Text(round_.corpus)
    draft = _Text(round_.workspace.corpus)
    title = fold(round_.manifest.title)
    for said in _quoted(round_):
        if said.claims_new or said.of_opinion:
            continue
        # The name of the plan in quotation marks is no quotation of it.
        if fold(said.words) in title:
            continue
        ground = Ground(round_, said.comment)
        own = ground.paragraphs
        stands = plan.says(said.words, own) or draft.says(said.words, own)
        if not stands:
            yield _finding(said, REPLY_MISQUOTES.code)
        elif said.key == "reason" and own and not _is_about(said, ground):
            yield _finding(said, REASON_ELSEWHERE.code)


def _is_about(said: "_Said", ground: Ground) -> bool:
    """Whether a reason quotes what its comment is about, a title, or a part that it names itself."""
    round_ = ground.round
    words = said.words.rstrip(_CLOSING)
    for corpus in (round_.corpus, round_.workspace.corpus):
        if corpus.names.whole(words) or corpus.names.heads(words):
            return True
    folded = fold(words)
    texts = [*ground.texts, *ground.texts_named(_text(said.comment, said.key))]
    # What an ellipsis leaves out is not known: its fragments must stand in one of the texts.
    fragments = [fragment for fragment in folded.split("…") if fragment]
    for text in texts:
        key = fold(text)
        if all(fragment in key for fragment in fragments):
            return True
    return False


def deleted_words(round_: Round) -> Iterator[Finding]:
    """Words that a reply calls deleted are gone from where its comment was merged."""
    for said in _called_deleted(round_):
        ground = Ground(round_, said.comment)
        if not ground.merged:
            continue
        for name in _keeping(ground, said):
            found = _finding(said, REPLY_KEEPS.code)
            yield found._replace(params={**found.params, "paragraph": name})


def _called_deleted(round_: Round) -> Iterator["_Said"]:
    """Yield what replies call deleted, in quotation marks or without."""
    for said in _quoted(round_):
        if said.quotation.role is Role.GONE:
            yield said
    for comment in round_.current.values():
        for deletion in deletions_in(_text(comment, "reply")):
            yield _Said(comment, "reply", Quotation(*deletion, Role.GONE))


def _keeping(ground: Ground, said: "_Said") -> Iterator[str]:
    """Yield where words stand as often as before that are called deleted.

    In the paragraphs of the comment; where they did not stand there, or in any other part that has them.
    """
    # What an ellipsis leaves out is not known: the words before it must be gone.
    words = fold(said.words).partition("…")[0]
    if not words:
        return
    stood = False
    for name in ground.paragraphs:
        before = _times(words, name, ground.round.workspace.corpus) or 0
        now = _times(words, name, ground.round.corpus) or 0
        stood = stood or before > 0
        # One of several may be meant: it is enough that one is gone.
        if before and (now >= before or _only_in_part(ground, name, words)):
            yield name
    if not stood:
        yield from _still_elsewhere(ground.round, words)


def _only_in_part(ground: Ground, paragraph: str, words: str) -> bool:
    """Whether only a part of some words in a paragraph went."""
    was = ground.round.workspace.corpus.folded(paragraph)
    plan = ground.round.corpus
    if paragraph not in plan.outline.spots:
        return False
    return keeps_an_end(was, plan.folded(paragraph), words)


def _still_elsewhere(round_: Round, words: str) -> Iterator[str]:
    """Yield the first paragraph of the plan that has words which its comment did not touch."""
    there = round_.corpus.standing([words], 1)
    if words in there and there[words].starts:
        yield round_.corpus.paragraph_at(there[words].starts[0])


def _times(words: str, paragraph: str, corpus: Corpus) -> int | None:
    """Return how often a paragraph has the words; None where there is no such paragraph."""
    if paragraph not in corpus.outline.spots:
        return None
    return corpus.folded(paragraph).count(words)


class _Said(NamedTuple):
    """A quotation in the reply or the reason of a decision."""

    comment: Comment
    key: str
    quotation: Quotation

    @property
    def words(self) -> str:
        """What stands between the quotation marks."""
        return self.quotation.words

    @property
    def claims_new(self) -> bool:
        """Whether it says that the plan now has the words; a reason, or what is not adopted, never does."""
        if self.key != "reply" or not self.comment.meaning.adopted:
            return False
        return self.quotation.role is Role.NEW

    @property
    def of_opinion(self) -> bool:
        """Whether the words may be the unit's own, and are; who simply adopts quotes the text."""
        adopted = self.comment.decision.status is Status.ADOPTED
        if adopted and self.key != "reason":
            return False
        opinion = fold(self.comment.opinion)
        return fold(self.words) in opinion


def _quoted(round_: Round) -> Iterator[_Said]:
    """Yield what decisions quote."""
    for comment in round_.current.values():
        for key in ("reply", "reason"):
            text = _text(comment, key)
            for quotation in quoted_in(text):
                yield _Said(comment, key, quotation)


def _text(comment: Comment, key: str) -> str:
    """Return the reply or the reason of a decision, as it is written."""
    return getattr(comment.decision, key) or ""


def _finding(said: _Said, code: str) -> Finding:
    """Build a finding that points to the quotation in its reply or reason."""
    before = _text(said.comment, said.key)[: said.quotation.start]
    params = {"id": said.comment.id, "quote": said.words}
    found = on_comment(said.comment, code, ("decision", said.key), **params)
    # Findings count characters as the text is read: without the line breaks of the file.
    return found._replace(offset=len(join_lines(before)))


class _Text:
    """A plan or draft that is asked what it says."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def says(self, quote: str, first: Sequence[str]) -> bool:
        """Whether it says the words; a mark that closes them may be that of the reply.

        `first` are paragraphs in which they are looked for first, and of which a list of units must be.
        """
        return any(self._has(words, first) for words in self.readings(quote))

    def readings(self, quote: str) -> list[str]:
        """Return how quoted words may be meant: with each mark that may close them."""
        words = listed(quote)
        last = words[-1]
        ends = _CLOSING if last in _CLOSING else last
        return [words[:-1] + end for end in ends]

    def found(self, words: str, paragraphs: Sequence[str]) -> Iterator[Anchor | Refusal]:
        """Yield where words stand in some paragraphs, or over the end of one; or that they stand often."""
        for name in paragraphs:
            if name in self._corpus.outline.spots and self._stands_in(name, words):
                yield self._corpus.locate(words, Hint(within=name))
        anywhere = self._corpus.locate(words)
        if isinstance(anywhere, Anchor):
            yield anywhere

    def lists_units(self, quote: str) -> bool:
        """Whether quoted words are the list of units of some paragraph."""
        return _names(quote.rstrip(_CLOSING)) in self._lists.values()

    def _has(self, words: str, first: Sequence[str]) -> bool:
        """Whether it has the words, a part of exactly that name, or such a list of units."""
        own = [name for name in first if name in self._corpus.outline.spots]
        # Most replies quote what their own comment changed: the whole plan is searched after that.
        if any(self._stands_in(name, words) for name in own):
            return True
        names = _names(words)
        # A list of units that stands somewhere else proves nothing of the paragraph that is meant.
        if names in self._lists.values():
            return self._lists_units(names, own)
        known = self._corpus.names
        return self._corpus.holds(words) or known.whole(words) or bool(known.heads(words))

    def _stands_in(self, paragraph: str, words: str) -> bool:
        """Whether a paragraph has the words, and not only inside a longer number or word."""
        folded = fold(words)
        if not folded:
            return False
        found = occurrences(self._corpus.folded(paragraph), [folded], 0)
        return found[folded].more

    def _lists_units(self, names: str, own: Sequence[str]) -> bool:
        """Whether a list that stands somewhere is that of one of its own paragraphs, if they have any."""
        lists = [self._lists[name] for name in own if name in self._lists]
        if not lists:
            return True
        return names in lists

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
"""Marks that may be the reply's own where they close a quotation: each stands for any of them."""


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

REPLY_UNEARNED = RoundRule(
    code="P436",
    find=new_wordings,
    order=160,
    message=N_(
        "The reply to {id} quotes as new “{quote}”, which the plan says, but not where this comment "
        "changed it."
    ),
    hint=N_("Quote the words that the comment changed, or say that the text had them already."),
    meaning=N_(
        "A reply quotes a wording as new (改为“…”, 增加“…”), and the plan has it, but neither this "
        "comment nor the one that answers it brought any of these words, or took some out among "
        "them: they stood there before, or came from somebody else."
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

REASON_ELSEWHERE = RoundRule(
    code="P439",
    find=other_quotations,
    order=170,
    weight=Severity.WARNING,
    message=N_("The reason in {id} quotes “{quote}”, which does not stand in what it is about."),
    hint=N_("Say in which part of the plan the words stand, or quote those that are meant."),
    meaning=N_(
        "A reason quotes words of the plan that stand in another part than the comment is about, "
        "without naming that part. Readers cannot see what they prove; perhaps it is the reason for "
        "another comment."
    ),
)
