"""What was replaced everywhere does not come back with words that others bring."""

from collections.abc import Iterable, Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_
from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import Authors, Piece, each_once
from plancli.core.finding import Finding, Path, Severity
from plancli.core.locate.everywhere import Occurrence, everywhere_in, occurrences_of
from plancli.core.rounds.round import Round


def standing_again(round_: Round) -> Iterator[Finding]:
    """Yield where words that were replaced everywhere stand in the plan, and who brought them there."""
    for name in round_.due:
        comment = round_.current[name]
        # before it is in the text, that is what is to be said
        if name not in round_.workspace.recorded:
            continue
        own = comment.decision.edits is not None
        path: Path = ("decision", "edits") if own else ("edits",)
        for position, edit in everywhere_in(comment.adopted_edits):
            for there in occurrences_of(round_.corpus, edit.replace):
                # 大数据 for 数据: the new words have the old ones in them
                if there.is_within(edit.wording):
                    continue
                by = _bringers(round_, there)
                # what nobody brought is the draft's own: a place that is waived, or not listed
                if by:
                    params = {
                        "id": name,
                        "quote": edit.replace,
                        "paragraph": there.piece.paragraph,
                        "words": there.shown,
                        "others": "、".join(by),
                    }
                    where = (*path, position, "replace")
                    yield on_comment(comment, STANDING_AGAIN.code, where, **params)


def _bringers(round_: Round, there: Occurrence) -> Authors:
    """Return who brought words of the plan, or joined them by taking out what stood between; nobody: ()."""
    pieces = pieces_of(round_, there.piece.paragraph).field(there.piece.field)
    comma = round_.plan.joints.comma if there.piece.field == "units" else ""
    return _within(pieces, there.piece.start, there.piece.end, len(comma))


def _within(pieces: Iterable[Piece], start: int, end: int, between: int) -> Authors:
    """Return who changed something in the characters `start:end` of what pieces give now.

    Between two names of a list so many characters are printed.
    """
    found: list[str] = []
    at = 0
    for piece in pieces:
        if piece.gone:
            # what went has no characters now, only a place
            if start < at < end and not between:
                found += piece.gone
            continue
        behind = at + len(piece.text)
        if at < end and start < behind:
            found += piece.added
        at = behind + between
    return each_once(found)


STANDING_AGAIN = RoundRule(
    code="P452",
    find=standing_again,
    order=90,
    weight=Severity.WARNING,
    message=N_(
        "{id} replaces “{quote}” everywhere; it stands again in {paragraph}: “{words}”, brought by "
        "{others}."
    ),
    hint=N_(
        "Decide which it is to be: change the words of {others} (its decision, edits:), or waive "
        "this with the reason."
    ),
    meaning=N_(
        "A term was replaced in the whole plan, and words that another comment or the drafting "
        "office brought since, or what is left where something was taken out, have it again. "
        "Nothing changes them by itself: nobody asked for it there."
    ),
)
