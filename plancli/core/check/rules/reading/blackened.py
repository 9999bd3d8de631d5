"""What is to be blacked out stands in the opinion."""

from collections.abc import Iterator

from plancli.core.check.about import each_file, on_comment
from plancli.core.check.rule import PlanRule
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.counts import wholes
from plancli.core.rounds.round import Round


def words_to_blacken(round_: Round) -> Iterator[Finding]:
    """What is to be blacked out stands in the opinion, or in that of a point: else it would be published."""
    points = wholes(round_.comments)
    for comment in each_file(round_.comments):
        name = comment.part_of or comment.id
        opinions = _opinions(round_.compounds.get(name), points[name])
        for at, words in enumerate(comment.blacken):
            if not any(words in opinion for opinion in opinions):
                yield on_comment(
                    comment, NOT_TO_BLACKEN.code, ("blacken", at), id=name, words=words
                )


def _opinions(whole: Comment | None, points: list[Comment]) -> list[str]:
    """Return the opinions that a file has."""
    found = [point.opinion for point in points]
    if whole is not None:
        found.append(whole.opinion)
    return found


NOT_TO_BLACKEN = PlanRule(
    code="P511",
    find=words_to_blacken,
    order=255,
    private=True,
    message=N_("“{words}” is to be blacked out, and does not stand in the opinion of {id}."),
    hint=N_("Write it character by character as it stands there, or take it out of blacken."),
    meaning=N_(
        "The key blacken lists words of an opinion that are not to be published. What is written otherwise "
        "than in the opinion would stay to be read."
    ),
)
