"""Merging of located comments into a long plan, in one process.

`python -m bench.merging FILE` merges the plan and the comments of a pickle once: for its peak memory.
"""

import gc
import pickle
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench import corpus
from bench.consultation import Request, consult, texts_after
from bench.measure import RAM_DISK, in_turn, peak
from bench.results import Results, ratio
from bench.sizes import Sizes
from plancli.core.comments.record import Patch
from plancli.core.plan.model import Section
from plancli.core.revision.revise import Outcome, Revision, Workspace
from plancli.core.rounds.settlements import patch_of


def merging(results: Results, sizes: Sizes) -> None:
    """Measure the time a comment for each number of comments, and what is wrong in the text."""
    sections = corpus.plan(sizes.characters).sections
    groups = {name: consult(sections, getattr(sizes, name)) for name in ("few", "some", "many")}
    gc.disable()  # as the command line does
    opening, *each = in_turn(
        sizes.rounds,
        lambda: Workspace(sections, sections, {}, []),
        *(partial(merged, sections, _patches(group)) for group in groups.values()),
        warm=False,
    )
    gc.enable()
    print(f"opening the workspace: {opening * 1000:.0f} ms, not in the figures a comment")
    rates, faults = [], 0
    for (name, group), taken in zip(groups.items(), each, strict=True):
        rates.append((taken - opening) / len(group))
        results.add(f"merging {name}", rates[-1] * 1e6, amount=len(group))
        faults += sum(wrong(merged(sections, _patches(group)), group))
        print(f"  {_memory(sections, _patches(group))}", flush=True)
    results.add("merging grows", ratio(rates[-1], rates[0]), rates[-1])
    results.add("merged wrong", faults)


def merged(sections: Sequence[Section], patches: dict[str, Patch]) -> Revision:
    """Merge all patches into the draft."""
    return Workspace(sections, sections, {}, list(patches)).revise(patches)


def wrong(revision: Revision, requests: Sequence[Request]) -> tuple[int, int]:
    """Count comments that are not taken, and paragraphs that do not say what they should."""
    left_out = sum(outcome is not Outcome.APPLIED for outcome in revision.outcomes.values())
    texts = corpus.texts_of(revision.sections)
    return left_out, sum(texts[name] != text for name, text in texts_after(requests).items())


def _patches(requests: Sequence[Request]) -> dict[str, Patch]:
    return {request.comment.id: patch_of(request.comment) for request in requests}


def _memory(sections: Sequence[Section], patches: dict[str, Patch]) -> str:
    """Say what a fresh process needs that only loads the values, and one that merges them too."""
    with tempfile.NamedTemporaryFile(dir=RAM_DISK) as file:
        file.write(pickle.dumps((sections, patches)))
        file.flush()
        command = [sys.executable, "-m", "bench.merging", file.name]
        loaded, whole = peak([*command, "--load"]), peak(command)
    return f"peak memory {whole:.0f} MiB, {loaded:.0f} without merging"


def main() -> None:
    name, *only = sys.argv[1:]
    sections, patches = pickle.loads(Path(name).read_bytes())
    if only != ["--load"]:
        merged(sections, patches)


if __name__ == "__main__":
    main()
