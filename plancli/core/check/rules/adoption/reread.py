"""What the program is said to have read of an opinion is what it reads of it."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment, ReadAs
from plancli.core.comments.edits import Add, Edit, NewParagraph
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def reread(round_: Round) -> Iterator[Finding]:
    """An opinion whose edits the program read gives these very edits when it is read again."""
    for comment in round_.current.values():
        if _is_held(comment) and not _gives_again(round_, comment):
            yield on_comment(comment, REREAD.code, ("read",), id=comment.id)


def _is_held(comment: Comment) -> bool:
    """Whether a comment's edits are said to come from its words, on the draft on which it was written.

    Changes that a returned draft shows, those of an author, were read from the draft, and not from words;
    what was carried over to another draft was read on the one before.
    """
    if comment.read is not ReadAs.TAKEN or comment.carried:
        return False
    return comment.source is None or comment.source.author is None


def _gives_again(round_: Round, comment: Comment) -> bool:
    # imported here: the grammar takes its time, and most plans have no such comment
    from plancli.core.instructions.grammar.reading import OpinionReader
    from plancli.core.instructions.grammar.verdict import Certainty
    from plancli.core.intake.reading import read
    from plancli.core.intake.waiting import spoken_in

    roster = frozenset(unit.name for unit in round_.manifest.units)
    reader = OpinionReader(round_.workspace.corpus, comment.unit, roster)
    found = read(spoken_in(comment), reader)
    if found.verdict is not Certainty.TAKEN:
        return False
    return [*map(_bare, found.edits)] == [*map(_bare, comment.edits)]


def _bare(edit: Edit) -> Edit:
    """Return an edit as words give it: ids of new paragraphs and the places of 全文 are added to it later."""
    if isinstance(edit, Add) and isinstance(edit.add, NewParagraph):
        return edit.model_copy(update={"add": edit.add.model_copy(update={"id": None})})
    return edit.model_copy(update={"places": None}) if hasattr(edit, "places") else edit


REREAD = RoundRule(
    code="P464",
    find=reread,
    order=106,
    weight=Severity.WARNING,
    message=N_(
        "The program is said to have read the edits of {id} (read: taken), but it does not read them so."
    ),
    hint=N_(
        "Look at its opinion and its edits. If the edits are what it asks for, write read: confirmed: you "
        "answer for them. If not, take out read and edits; then: plancli intake review {id}"
    ),
    meaning=N_(
        "read: taken says that no person had to look at the edits, since they follow from the words. Read "
        "again, the opinion gives others, or none: somebody changed the opinion or the edits after they came "
        "in, or another version of the program reads it otherwise."
    ),
)
