"""What replies quote stands in the text: the table is proved sentence by sentence."""

from collections.abc import Iterable, Iterator

from plancli.core.case import Case
from plancli.core.comment import Comment
from plancli.core.finding import Code, Finding
from plancli.core.locate import Corpus
from plancli.core.reply import Quotation, Role, quotations
from plancli.core.rules.about import on_comment
from plancli.core.text import fold, join_lines


def new_wordings(case: Case) -> Iterator[Finding]:
    """A wording that a reply quotes as new stands in the plan, once the comment is merged."""
    waiting = case.due.keys() - case.workspace.recorded.keys()
    for comment, quotation in _quoted(case, Role.NEW):
        if comment.id not in waiting and not _stands(quotation.words, case.corpus, _touched(case, comment)):
            yield _finding(comment, Code.REPLY_UNPROVED, quotation)


def other_quotations(case: Case) -> Iterator[Finding]:
    """What a reply quotes otherwise stands in plan or draft, or in the opinion that it does not adopt."""
    for comment, quotation in _quoted(case, Role.OTHER):
        touched, words = _touched(case, comment), quotation.words
        answered = not comment.meaning.adopted and fold(words) in fold(comment.opinion)
        if not (
            answered or any(_stands(words, text, touched) for text in (case.corpus, case.workspace.corpus))
        ):
            yield _finding(comment, Code.REPLY_MISQUOTES, quotation)


def _quoted(case: Case, role: Role) -> Iterator[tuple[Comment, Quotation]]:
    for comment in case.current.values():
        for quotation in quotations(comment.decision.reply or ""):
            if quotation.role is role:
                yield comment, quotation


def _finding(comment: Comment, code: Code, quotation: Quotation) -> Finding:
    before = (comment.decision.reply or "")[: quotation.start]
    found = on_comment(comment, code, ("decision", "reply"), id=comment.id, quote=quotation.words)
    return found._replace(offset=len(join_lines(before)))


def _touched(case: Case, comment: Comment) -> set[str]:
    """Return the paragraphs that the comment changes: where its reply's words are looked for first."""
    placed = case.trial.placed.get(comment.id)
    return placed.paragraphs if placed else set()


def _stands(quote: str, text: Corpus, first: Iterable[str]) -> bool:
    """Whether a text says the words, has a part of that name, or such a list of units."""
    words = fold(quote)
    if any(words in text.folded(name) for name in first if name in text.outline.spots):
        return True
    return text.holds(quote) or bool(text.names.keys(quote)) or _units(quote) in _unit_lists(text)


def _unit_lists(text: Corpus) -> set[frozenset[str]]:
    return {frozenset(spot.paragraph.units or ()) for spot in text.outline.spots.values()}


def _units(quote: str) -> frozenset[str]:
    return frozenset(quote.replace("，", "、").replace(",", "、").split("、"))
