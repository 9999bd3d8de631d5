"""What is said of a change in the tables of changes: who is its ground."""

from collections.abc import Callable, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.pieces import Authors
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.rounds.round import Round
from plancli.messages import N_

_OFFICE = N_("drafting office")
_NUMBERING = N_("renumbering")
_REASONED = N_("{office}: {reason}")


class Grounds:
    """Says it in the language of the plan, which `translate` speaks."""

    def __init__(self, round_: Round, translate: Callable[[str], str]) -> None:
        self._translate = translate
        self._comments = round_.comments
        self._reasons = {note.paragraph: note.reason for note in round_.manifest.notes}

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


def _signed(by: str, comments: Mapping[str, Comment]) -> str:
    """Return a comment with its units, where its id does not say them."""
    units = comments[by].signed() if by in comments else ""
    return by if by.startswith(units) else f"{by} {units}"
