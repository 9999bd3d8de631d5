"""A unit that a reply names as sharing a change has asked for it."""

from collections.abc import Iterator, Mapping

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.check.text.spelling import home_of, is_short_for
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding
from plancli.core.instructions.sharers import sharers_in
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines


def sharers(round_: Round) -> Iterator[Finding]:
    """Whose opinion a reply follows, too, has an adopted comment on the same place."""
    for comment in round_.current.values():
        if comment.meaning.adopted and comment.decision.reply:
            yield from _strangers(round_, comment, comment.decision.reply)


def _strangers(round_: Round, comment: Comment, reply: str) -> Iterator[Finding]:
    """Yield the units that a reply names, and that did not ask for anything where it changed the text."""
    for sharer in sharers_in(reply):
        meant = _meant(round_, sharer.name)
        # Words that name no unit, or the one that is answered, claim nothing of others.
        if not meant or any(map(comment.is_of, meant)):
            continue
        ground = Ground(round_, comment)
        if any(_shares(round_, ground, other) for other in _of_units(round_, meant)):
            continue
        params = {"id": comment.id, "unit": sharer.name}
        found = on_comment(comment, NO_SHARER.code, ("decision", "reply"), **params)
        yield found._replace(offset=len(join_lines(reply[: sharer.start])))


def _meant(round_: Round, name: str) -> set[str]:
    """Return the units that a name may stand for: its own, by the alias table, or in short."""
    aliases: Mapping[str, str] = round_.manifest.aliases
    known = {unit.name for unit in round_.manifest.units}
    known |= {unit for comment in round_.current.values() for unit in comment.signatories}
    if name in known:
        return {name}
    if name in aliases:
        return {aliases[name]}
    home = home_of(round_.manifest)
    return {long for long in known if is_short_for(name, long, home) or _without_place(long, name)}


def _without_place(long: str, name: str) -> bool:
    """Whether a name is that of a unit without the rank of its town: 公安局 of 市公安局."""
    return len(name) > 2 and long[:1] in "省市县区镇乡" and long[1:] == name


def _of_units(round_: Round, units: set[str]) -> Iterator[Comment]:
    """Yield the adopted comments of some units."""
    for comment in round_.current.values():
        if any(map(comment.is_of, units)) and comment.meaning.adopted:
            yield comment


def _shares(round_: Round, ground: Ground, other: Comment) -> bool:
    """Whether a comment is answered by the same edits, or concerns one of the same paragraphs."""
    theirs = Ground(round_, other)
    mine = {one.id for one in ground.answers} | {ground.comment.id}
    same = mine & ({one.id for one in theirs.answers} | {other.id})
    return bool(same) or not ground.parts.isdisjoint(theirs.parts)


NO_SHARER = RoundRule(
    code="P437",
    find=sharers,
    order=185,
    weight=Severity.WARNING,
    message=N_(
        "The reply to {id} follows {unit}, too, which has no adopted comment on what it changed."
    ),
    hint=N_("Leave the name out, or adopt that unit's comment there."),
    meaning=N_(
        "A reply says that a change follows the opinion of another unit (根据…意见, 与…共同提出), and "
        "that unit has no adopted comment on any of the paragraphs, nor one that is answered by the "
        "same edits. The table would credit a unit with what it did not ask."
    ),
)
