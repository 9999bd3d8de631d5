"""What is said of a change in the tables of changes: who is its ground, and whether a part came or went."""

from collections.abc import Callable, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.pieces import Authors
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.plan.outline import Outline
from plancli.core.publish.naming import Paper
from plancli.core.rounds.round import Round
from plancli.messages import N_

_OFFICE = N_("drafting office")
_NUMBERING = N_("renumbering")
_COME, _GONE, _MOVED = N_("new"), N_("deleted"), N_("moved")
_REASONED = N_("{office}: {reason}")
_WHAT = N_("{name} ({what})")


class Grounds:
    """Says it in the language of the plan, which `translate` speaks."""

    def __init__(self, round_: Round, translate: Callable[[str], str]) -> None:
        self._translate = translate
        self._comments = round_.comments
        self._reasons = {note.paragraph: note.reason for note in round_.manifest.notes}
        self._paper = Paper.of(round_)

    def of(self, key: str, by: Authors) -> str:
        """Return the comments with their units, one a line; for the office's own changes its reason."""
        found: list[str] = []
        for name in by:
            if name == OFFICE:
                office, reason = self._translate(_OFFICE), self._reasons.get(key)
                told = self._translate(_REASONED).format(office=office, reason=reason)
                found.append(told if reason else office)
            elif name == NUMBERING:
                found.append(self._translate(_NUMBERING))
            else:
                found.append(_signed(name, self._comments))
        return "\n".join(found)

    def happened(self, change: ChangedLine, name: str, moved: bool) -> str:
        """Return a name, of a table, row or column that came, went or `moved` with that behind it."""
        if not self._comes_whole(change.key):
            return name
        if moved:
            what = _MOVED
        elif not change.before:
            what = _COME
        elif not change.after:
            what = _GONE
        else:
            return name
        return self._translate(_WHAT).format(name=name, what=self._translate(what))

    def _comes_whole(self, key: str) -> bool:
        states: tuple[Outline, ...] = (self._paper.draft, self._paper.plan)
        return any(key in parts for one in states for parts in (one.tables, one.rows, one.heads))


def _signed(by: str, comments: Mapping[str, Comment]) -> str:
    """Return a comment with its units, where its id does not say them."""
    units = comments[by].signed() if by in comments else ""
    return by if by.startswith(units) else f"{by} {units}"
