"""What two branches do not agree about, for the person who ran the merge."""

from collections.abc import Iterator, Sequence

from plancli.core.conflict import OFFICE, Conflict
from plancli.core.diff import Run, marked, readable
from plancli.core.join import Clash
from plancli.core.text import sentences
from plancli.core.wording import GAP, focused
from plancli.messages import _
from plancli.render.columns import aligned
from plancli.render.conflicts import meeting_lines, who


def lines(
    path: str, clashes: Sequence[Clash], conflicts: Sequence[Conflict], names: tuple[str, str]
) -> Iterator[str]:
    """Yield where a file stays in conflict: the comments, the paragraph, the draft's words, each side."""
    yield _("{file}: the branches do not agree").format(file=path)
    known = {conflict.place for conflict in conflicts}
    for conflict in conflicts:
        yield from meeting_lines(conflict)
    for clash in clashes:
        if clash.place not in known:
            yield from _clash_lines(clash, names)
    yield "    → " + _(
        "Keep one wording between the markers and delete the markers; then: git add {file} && plancli check"
    ).format(file=path)


def disputed(path: str, names: Sequence[str]) -> Iterator[str]:
    """Yield which comments the branches recorded with different edits."""
    ids = "、".join(names)
    yield _("{file}: both branches changed what is recorded of {ids}").format(file=path, ids=ids)
    hint = _("Keep one entry between the markers; then: plancli check, and plancli apply {ids}")
    yield "    → " + hint.format(ids=" ".join(names))


def by_lines(path: str, clean: bool) -> str:
    """Say that a file could only be merged as text."""
    merged = _("{file}: merged line by line, not by its comments; read it, then: git add {file}")
    conflict = _("{file}: merged line by line, not by its comments, with conflict markers")
    return (merged if clean else conflict).format(file=path)


def _clash_lines(clash: Clash, names: tuple[str, str]) -> Iterator[str]:
    yield f"  {clash.place}"
    stays = [piece for piece in sentences(clash.base) if piece in clash.ours and piece in clash.theirs]
    before = "".join(piece for piece in sentences(clash.base) if piece not in stays)
    rows = [(_("before"), before or "—")]
    for name, authors, words in zip(names, clash.by, (clash.ours, clash.theirs), strict=True):
        change = marked(_focused(clash.base, words)) if words and clash.base else words
        rows.append((f"{name} ({'、'.join(authors) or who(OFFICE)})", change or _("(delete)")))
    yield from ("    " + line for line in aligned(rows))


def _focused(old: str, new: str) -> list[Run]:
    """Return the runs of a change without the unchanged sentences round it."""
    runs = focused(readable(old, new))
    while runs and runs[0].op == "=" and len(runs) > 1 and runs[1] == GAP:
        runs = runs[2:]
    return [run for run in runs if run.text]
