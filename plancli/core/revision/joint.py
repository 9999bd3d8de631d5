"""Whether a joint wording covers what the comments that it settles want."""

from plancli.core.merge.placed import Placed


def uncovered(joint: Placed, settled: Placed) -> list[str]:
    """Return the places that a settled comment changes and the joint wording does not touch."""
    texts = [
        change.paragraph
        for change in settled.texts
        if not any(
            own[:2] == change[:2]
            and own.change.span[0] <= change.change.span[1]
            and change.change.span[0] <= own.change.span[1]
            for own in joint.texts
        )
    ]
    units = {change.paragraph for change in joint.units}
    added = {addition.container for addition in joint.additions}
    gone = {removal.key for removal in joint.removals} | {moving.key for moving in joint.moves}
    others = [change.paragraph for change in settled.units if change.paragraph not in units]
    others += [
        addition.container for addition in settled.additions if addition.container not in added
    ]
    others += [removal.key for removal in settled.removals if removal.key not in gone]
    others += [moving.key for moving in settled.moves if moving.key not in gone]
    return list(dict.fromkeys([*texts, *others]))
