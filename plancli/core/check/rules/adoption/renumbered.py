"""The numbers that the record says parts were given are those that the plan prints."""

from collections.abc import Iterator

from plancli.core.check.rule import RoundRule
from plancli.core.comments.edits import Add, NewColumn, NewParagraph, NewSection
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.rounds.round import Round


def numbers_given(round_: Round) -> Iterator[Finding]:
    """Every number of the record is that of its part, and of a part that there is or may come again."""
    given = round_.workspace.numbers
    if not given:
        return
    printed, added = round_.paper.all_numbers, _added(round_)
    for key, number in given.items():
        params = {"key": key, "number": number}
        if round_.paper.knows(key):
            own = printed.get(key, "")
            if own != number:
                params["own"] = own
                yield _finding(round_, OTHER_NUMBER.code, key, params)
        # a part that was removed, or whose comment was taken out, has its number again when it comes back
        elif not round_.workspace.draft.knows(key) and key.rpartition("/")[2] not in added:
            yield _finding(round_, NUMBER_OF_NOTHING.code, key, params)


def _added(round_: Round) -> set[str]:
    """Return what the parts are called that comments add, without what holds them."""
    found: set[str] = set()
    for name, comment in round_.current.items():
        for edit in (*comment.edits, *(comment.decision.edits or ())):
            match edit:
                case Add(add=NewSection() as section):
                    found.add(section.key.rpartition("/")[2])
                case Add(add=NewColumn() as column):
                    found.add(column.column)
                case Add(add=NewParagraph() as paragraph):
                    found.add(paragraph.id or name)
    return found


def _finding(round_: Round, code: str, key: str, params: dict[str, str]) -> Finding:
    path: Path = () if round_.closed else ("renumbered", key)
    return Finding(code, params, Subject("record", "applied"), path)


OTHER_NUMBER = RoundRule(
    code="P453",
    find=numbers_given,
    order=55,
    message=N_("The record has {key} renumbered to {number}; the plan prints {own}."),
    hint=N_("Let the numbers follow, and the record with them: plancli renumber"),
    meaning=N_(
        "plan/applied.yaml says which numbers parts were given, so that references and citations are "
        "read rightly. It or the number in the plan was changed by hand, and the two no longer agree."
    ),
)

NUMBER_OF_NOTHING = RoundRule(
    code="P454",
    find=numbers_given,
    order=55,
    message=N_("The record has {key} renumbered to {number}; there is no such part."),
    hint=N_("Let the numbers follow, and the record with them: plancli renumber"),
    meaning=N_(
        "plan/applied.yaml says that a part was given a number which neither the draft nor the plan has, "
        "and which no comment adds. The record was changed by hand."
    ),
)
