"""Comments that cannot simply be applied, and which tools say nothing about it.

Every trap has a section of its own; the right answer is a conflict or a refusal, never a text.
"""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench import corpus, wording
from bench.consultation import Request, Sentence, Splice, commented, sentences_of
from bench.measure import RAM_DISK
from bench.results import Results
from bench.rivals import Patching, commit, git, unified
from bench.sizes import Sizes
from plancli.core.comments.edits import Delete, Edit, Insert, Replace
from plancli.core.plan.model import Paragraph, Part, Section
from plancli.core.revision.revise import Outcome, Workspace
from plancli.core.rounds.settlements import patch_of

_SILENT = (Outcome.APPLIED, Outcome.AGREED, Outcome.ALREADY)


class Trap(NamedTuple):
    """A section as circulated, as the office has it now, and the comments on it."""

    draft: Section
    plan: Section
    requests: tuple[Request, ...]


class Seat(NamedTuple):
    """A sentence in the middle of a fresh section, where a trap is laid."""

    section: Section
    sentence: Sentence
    rng: Random

    def request(self, unit: str, edit: Edit, start: int, end: int, words: str) -> Request:
        """Return a comment that changes characters of the sentence."""
        shift = self.sentence.start
        splice = Splice(shift + start, shift + end, words)
        return Request(commented(f"{unit}-01", self.sentence, edit), self.sentence, splice)

    def replace(self, unit: str, old: str, new: str) -> Request:
        start = self.sentence.text.index(old)
        return self.request(unit, Replace(replace=old, wording=new), start, start + len(old), new)


def trapped(results: Results, sizes: Sizes) -> None:
    """Print how many traps of each kind every tool falls into, and keep how many ours does."""
    print(
        f"traps, {sizes.traps} of each kind: applied without a word by plancli, git once, git each, dmp"
    )
    kinds = (same_words, deleted_words, one_point, one_number, moved_twin, standing_twice)
    total = 0
    for kind in kinds:
        traps = [kind(_seat(Random(f"{kind.__name__} {number}"))) for number in range(sizes.traps)]
        silent = [sum(map(tool, traps)) for tool in (by_plancli, by_git_once, by_git_each, by_dmp)]
        total += silent[0]
        print(f"{kind.__doc__ or '':84} {' '.join(f'{n:4}' for n in silent)}", flush=True)
    results.add("traps", total, amount=sizes.traps * len(kinds))


# --- the kinds --------------------------------------------------------------------------------------------


def same_words(seat: Seat) -> Trap:
    """Two units replace the same words by different ones."""
    old = _clause(seat)
    wanted = [seat.replace(unit, old, wording.clause(seat.rng)) for unit in wording.UNITS[:2]]
    return Trap(seat.section, seat.section, tuple(wanted))


def deleted_words(seat: Seat) -> Trap:
    """One unit deletes a clause, another changes a word in it."""
    old = _clause(seat)
    start = seat.sentence.text.index(old)
    one = seat.request(wording.UNITS[0], Delete(delete=old), start, start + len(old), "")
    other = seat.replace(wording.UNITS[1], old, wording.reworded(seat.rng, old))
    return Trap(seat.section, seat.section, (one, other))


def one_point(seat: Seat) -> Trap:
    """Two units insert different words at one point."""
    old = _clause(seat)
    at = seat.sentence.text.index(old) + len(old)
    added = [f"，{wording.clause(seat.rng)}" for _ in range(2)]
    wanted = [
        seat.request(unit, Insert(insert=words, after=old), at, at, words)
        for unit, words in zip(wording.UNITS, added, strict=False)
    ]
    return Trap(seat.section, seat.section, tuple(wanted))


def one_number(seat: Seat) -> Trap:
    """Two units change different digits of one number."""
    section, old = _with_sentence(seat, "覆盖率达到85.5%，惠及群众1200户。"), "覆盖率达到85.5%"
    seat = seat._replace(section=section, sentence=_middle(section))
    wanted = [
        seat.replace(u, old, old.replace(*d)) for u, d in zip(wording.UNITS, _DIGITS, strict=False)
    ]
    return Trap(section, section, tuple(wanted))


_DIGITS = (("85", "95"), (".5", ".8"))


def moved_twin(seat: Seat) -> Trap:
    """The office has dropped the sentence since; a near twin stands in the next paragraph."""
    old, twin = seat.sentence.text, wording.reworded(seat.rng, seat.sentence.text[:-1]) + "。"
    draft = _followed(seat, twin)
    request = seat.replace(wording.UNITS[0], old[:-1], f"{old[:-1]}，{wording.clause(seat.rng)}")
    return Trap(draft, _changed(draft, old, ""), (request,))


def standing_twice(seat: Seat) -> Trap:
    """The words stand twice in the section that is cited; a diff has to choose."""
    section = _followed(seat, seat.sentence.text)
    request = seat.replace(wording.UNITS[0], _clause(seat), wording.clause(seat.rng))
    at = request.comment.at.model_copy(update={"line": None})
    comment = request.comment.model_copy(update={"at": at})
    return Trap(section, section, (request._replace(comment=comment),))


# --- the tools: each says whether it applied everything without a word -------------------------------------


def by_plancli(trap: Trap) -> bool:
    patches = {request.comment.id: patch_of(request.comment) for request in trap.requests}
    revision = Workspace([trap.draft], [trap.plan], {}, list(patches)).revise(patches)
    return all(outcome in _SILENT for outcome in revision.outcomes.values())


def by_git_once(trap: Trap) -> bool:
    return _by_git(trap, lambda folder, diffs: git(folder, "apply", "--3way", *diffs))


def by_git_each(trap: Trap) -> bool:
    return _by_git(trap, lambda folder, diffs: all(git(folder, "apply", diff) for diff in diffs))


def by_dmp(trap: Trap) -> bool:
    current = Patching([trap.plan]).texts
    _, refused = Patching([trap.draft]).applied(trap.requests, current)
    return not refused


def _by_git(trap: Trap, apply: Callable[[Path, Sequence[str]], bool]) -> bool:
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        root = Path(folder)
        draft, plan = corpus.section_files([trap.draft]), corpus.section_files([trap.plan])
        commit(root, draft)
        if plan != draft:
            commit(root, plan)
        names = [f"{request.comment.id}.diff" for request in trap.requests]
        diffs = [unified(draft, request) for request in trap.requests]
        corpus.write(root, dict(zip(names, diffs, strict=True)))
        return apply(root, names)


# --- where a trap is laid ---------------------------------------------------------------------------------


def _seat(rng: Random) -> Seat:
    section = next(s for s in corpus.plan(3_000, rng.randrange(10**6)).sections if "/" in s.key)
    return Seat(section, _middle(section), rng)


def _middle(section: Section) -> Sentence:
    """Return a sentence in the middle of the second paragraph."""
    paragraph = section.body[1]
    own = [s for s in sentences_of([section]) if s.paragraph is paragraph]
    return own[len(own) // 2]


def _followed(seat: Seat, text: str) -> Section:
    """Return the section with one more paragraph behind the second."""
    added = Paragraph(id="1.0", text=text, page=seat.sentence.paragraph.page)
    body = seat.section.body
    return seat.section.model_copy(update={"body": (*body[:2], added, *body[2:])})


def _with_sentence(seat: Seat, text: str) -> Section:
    return _changed(seat.section, seat.sentence.text, text)


def _changed(section: Section, old: str, new: str) -> Section:
    """Return the section with `old` replaced in its second paragraph."""

    def part(at: int, paragraph: Part) -> Part:
        if at != 1 or not isinstance(paragraph, Paragraph):
            return paragraph
        return paragraph.model_copy(update={"text": paragraph.text.replace(old, new)})

    return section.model_copy(
        update={"body": tuple(part(at, p) for at, p in enumerate(section.body))}
    )


def _clause(seat: Seat) -> str:
    return seat.sentence.text.rstrip("。；").split("，")[0]
