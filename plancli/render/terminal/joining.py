"""What two branches do not agree about, for the person who ran the merge."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.merge.meeting import OFFICE, Meeting
from plancli.core.revision.branches import Acting, Clash
from plancli.core.text.characters import sentences
from plancli.messages import _, in_brackets
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.conflicts import meeting_lines, who


class Unsettled(NamedTuple):
    """A file in a merge: where git says it stands; as a word of a command line, and plancli on its plan."""

    path: str
    word: str
    plancli: str


def lines(
    file: Unsettled, clashes: Sequence[Clash], conflicts: Sequence[Meeting], names: tuple[str, str]
) -> Iterator[str]:
    """Yield where a file stays in conflict: the comments, the paragraph, the draft's words, each side."""
    yield _("{file}: the branches do not agree").format(file=file.path)
    for conflict in conflicts:
        yield from meeting_lines(conflict)
    for clash in clashes:
        if not any(_tells(conflict, clash) for conflict in conflicts):
            yield from _clash_lines(clash, names)
    keep = _("Keep one wording and delete the markers; then: git add {file} && {plancli} check")
    yield "    → " + keep.format(file=file.word, plancli=file.plancli)
    if ids := " ".join(dict.fromkeys(by for conflict in conflicts for by in conflict.authors)):
        out = _(
            "The record holds all of these now; take out what gives way, one of: {plancli} revert {ids}"
        )
        yield "    → " + out.format(ids=ids, plancli=file.plancli)


def beside_the_words(file: Unsettled) -> Iterator[str]:
    """Yield that a file stays in conflict although its words do not: in other lines."""
    said = _("{file}: both branches changed the same lines; no wording is in conflict")
    yield said.format(file=file.path)
    keep = _(
        "Keep one version of them and delete the markers; then: git add {file} && {plancli} check"
    )
    yield "    → " + keep.format(file=file.word, plancli=file.plancli)


def disputed(file: Unsettled, names: Sequence[str]) -> Iterator[str]:
    """Yield which comments the branches recorded with different edits."""
    ids = "、".join(names)
    yield _("{file}: both branches changed what is recorded of {ids}").format(
        file=file.path, ids=ids
    )
    hint = _(
        "Keep one entry and delete the markers; then: {plancli} check, and {plancli} apply {ids}"
    )
    yield "    → " + hint.format(ids=" ".join(names), plancli=file.plancli)


def two_pictures(file: Unsettled, names: Sequence[str]) -> Iterator[str]:
    """Yield under which names each branch put another picture into the text."""
    said = _("{file}: each branch has another picture under the name {names}")
    yield said.format(file=file.path, names="、".join(names))
    keep = _(
        "Keep the file of one side, and its digest in this file, and delete the markers; "
        "then: {plancli} check"
    )
    yield "    → " + keep.format(plancli=file.plancli)


def renumbered_twice(file: Unsettled) -> Iterator[str]:
    """Yield that the branches gave parts different numbers."""
    yield _("{file}: both branches renumbered").format(file=file.path)
    hint = _("Keep one side in this file and in the others; then: {plancli} renumber")
    yield "    → " + hint.format(plancli=file.plancli)


def overtaken(file: Unsettled, draft: str, names: Sequence[str]) -> Iterator[str]:
    """Yield that one branch circulated a draft without what the other one merged meanwhile."""
    said = _("{file}: {draft} was circulated on one branch while the other applied {ids}")
    yield said.format(file=file.path, draft=draft, ids="、".join(names))
    then = _("git add {file}; then {plancli} rebase {ids} && {plancli} apply {ids}")
    yield "    → " + then.format(file=file.word, plancli=file.plancli, ids=" ".join(names))


def numbered_twice(path: str, file: str, new: str, own: str, other: str) -> Iterator[str]:
    """Yield that the comment of the other branch has another number now, and what to do about both."""
    yield _(
        "{path}: both branches wrote a comment {own}; that of the other branch is now {other}"
    ).format(path=path, own=own, other=other)
    said = _(
        "Both are kept: git add {file} {new}. What the other branch says of {own} is {other} now."
    )
    yield "    → " + said.format(file=file, new=new, own=own, other=other)


def by_lines(file: Unsettled, clean: bool) -> str:
    """Say that a file could only be merged as text."""
    merged = _("{file}: merged line by line, not by its comments; read it, then: git add {word}")
    conflict = _("{file}: merged line by line, not by its comments, with conflict markers")
    return (merged if clean else conflict).format(file=file.path, word=file.word)


def _tells(conflict: Meeting, clash: Clash) -> bool:
    """Whether a conflict of comments says it already: on this paragraph, or as what one of them adds.

    Of numbers no conflict of comments tells.
    """
    if clash.of == "number":
        return False
    said = {"", *(side.wording for side in conflict.sides)}
    return clash.place == conflict.place or (not clash.base and {clash.ours, clash.theirs} <= said)


def _clash_lines(clash: Clash, names: tuple[str, str]) -> Iterator[str]:
    """Yield the sentences that are not the same on both sides."""
    base, ours, theirs = (sentences(words) for words in (clash.base, clash.ours, clash.theirs))
    agreed = set(ours) & set(theirs)
    rows = [(_("before"), "".join(piece for piece in base if piece not in agreed) or "—")]
    for name, authors, pieces in zip(names, clash.by, (ours, theirs), strict=True):
        words = "".join(piece for piece in pieces if piece not in agreed)
        rows.append((_side(name, authors), words or (_("(delete)") if base else "—")))
    field = "" if clash.of == "words" else f" {_(clash.of)}"
    yield f"  {clash.place}{field}"
    yield from ("    " + line for line in aligned(rows))


def _side(name: str, authors: Acting) -> str:
    return name if authors is None else name + in_brackets("、".join(authors) or who(OFFICE))
