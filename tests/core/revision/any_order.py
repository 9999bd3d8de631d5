"""What holds of any comments on any plan: their order does not matter, and each can be taken out again."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Section
from plancli.core.revision.revise import Workspace


def holds_in_any_order(
    workspace: Callable[..., Workspace],
    draft: Sequence[Section],
    patches: Mapping[str, Patch],
    random: Random,
) -> None:
    """Merge comments in two orders, then take them out one by one in a third: the draft is left.

    `workspace` makes one of a record and the sections of a plan, by default of the draft alone.
    """
    done = workspace().revise(patches)
    names = list(patches)
    random.shuffle(names)
    again = workspace().revise({name: patches[name] for name in names})
    assert {name: again.outcomes[name] for name in patches} == dict(done.outcomes)
    space = workspace(done.record, done.sections)
    taken = list(done.record)
    random.shuffle(taken)
    for name in taken:
        left = {other: patch for other, patch in space.recorded.items() if other != name}
        undone = space.revise(left)
        assert undone.record == left
        space = workspace(undone.record, undone.sections)
    assert space.plan == unprinted(draft)
