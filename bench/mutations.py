"""What check sees: small corruptions of the real plan, and harmless edits: `python -m bench.mutations`.

Every corruption changes what the plan, a comment, the draft or the record says; check must name it with a
finding that it did not have before. Every harmless edit changes only how a file is written. Numbers,
references and titles follow with three seeds (bench.numbered), and so do tables (bench.tabled), footnotes
(bench.noted), figures (bench.figured), lists in lists (bench.listed) and published words that are no edits
(bench.published).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from random import Random
from types import ModuleType
from typing import NamedTuple

from bench import figured, listed, noted, numbered, tabled
from bench.published import Book, harmless, judged, summary
from plancli.core.check.check import audit
from plancli.core.comments.status import Status
from plancli.core.finding import Finding, PlanError
from plancli.core.rounds.round import Consultation
from plancli.store.files import DRAFTS, MANIFEST, RECORD, read_files
from plancli.store.repository import Repository

ROOT = Path(__file__).parent.parent
SHARE_NAMED = 0.98

Files = dict[str, str]
Mutation = Callable[[Random, Files], Files | None]
"""Changes the files, or says (None) that it finds nothing to change; the next draw tries again."""

_TODAY = datetime(2021, 1, 1).date()
_TEXT = re.compile(r"^( *)(?:- )?text: \|-\n((?:\1 +\S.*\n)+)", re.MULTILINE)
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Outcome(NamedTuple):
    """One mutation with the lines that it changed, and the codes of the findings that are new."""

    kind: str
    change: str
    codes: list[str]


# --- corruptions --------------------------------------------------------------------------------------------


def drop_sentence(rng: Random, files: Files) -> Files | None:
    """Drop a sentence from the plan."""
    path = rng.choice(_sections(files))
    lines = _text_lines(files[path])
    if not lines:
        return None
    start, end = rng.choice(lines)
    text = files[path]
    if text[:start].endswith("text: |-\n") and not re.match(r" +\S", text[end:]):
        return None  # the only sentence: the key would be empty, which cannot be read
    return {path: text[:start] + text[end:]}


def swap_characters(rng: Random, files: Files) -> Files | None:
    """Swap two characters in an adopted wording."""
    words = [w for w in re.findall(r"(?:with|insert|text): (.*)", files[RECORD]) if len(w) > 8]
    wording = rng.choice(words).strip('"')
    at = rng.randrange(len(wording) - 1)
    one, other = wording[at], wording[at + 1]
    if one == other or not (_HAN.match(one) and _HAN.match(other)):
        return None
    before = wording[max(at - 3, 0) : at + 5]
    after = before.replace(one + other, other + one, 1)
    paths = [path for path in _sections(files) if files[path].count(before) == 1]
    return {paths[0]: files[paths[0]].replace(before, after)} if paths else None


def change_number(rng: Random, files: Files) -> Files | None:
    """Change a digit in the plan's text, or in an edit of a comment."""
    path = rng.choice([*_sections(files), *_comments(files)])
    spans = _text_lines(files[path]) if path.startswith("plan/") else _edit_lines(files[path])
    digits = [
        at for start, end in spans for at in range(start, end) if files[path][at] in "0123456789"
    ]
    if not digits:
        return None
    at = rng.choice(digits)
    new = str((int(files[path][at]) + rng.randint(1, 9)) % 10)
    return {path: files[path][:at] + new + files[path][at + 1 :]}


def change_status(rng: Random, files: Files) -> Files | None:
    """Give a comment another status."""
    path = rng.choice(_comments(files))
    old = re.search(r"^  status: (\S+)$", files[path], re.MULTILINE)
    assert old is not None, path
    new = rng.choice([status for status in Status if status != old[1]])
    return {path: files[path][: old.start(1)] + new + files[path][old.end(1) :]}


def change_page(rng: Random, files: Files) -> Files | None:
    """Cite another page."""
    path = rng.choice(_comments(files))
    places = list(re.finditer(r"^  (?:page: |cites: .*?(?:P|第))(\d+)", files[path], re.MULTILINE))
    if not places:
        return None
    place = rng.choice(places)
    page = int(place[1]) + rng.choice([-3, -2, -1, 1, 2, 3, 10])
    return (
        {path: files[path][: place.start(1)] + str(page) + files[path][place.end(1) :]}
        if page > 0
        else None
    )


def change_quote(rng: Random, files: Files) -> Files | None:
    """Change a character in what a comment quotes."""
    path = rng.choice(_comments(files))
    quotes = list(
        re.finditer(
            r"(?:replace|delete|after|before|original): (.{4,}?)(?:, with|\}|$)", files[path], re.M
        )
    )
    if not quotes:
        return None
    start, end = rng.choice(quotes).span(1)
    places = [at for at in range(start, end) if _HAN.match(files[path][at])]
    at = rng.choice(places)
    return {path: files[path][:at] + "龘" + files[path][at + 1 :]}


def change_reply(rng: Random, files: Files) -> Files | None:
    """Change a character in what a reply quotes from the plan."""
    path = rng.choice(_comments(files))
    reply = re.search(r"^  reply: \|-\n((?:    .*\n)+)", files[path], re.MULTILINE)
    quotes = list(re.finditer("(?:改为|增加|为)“([^“”]{4,})”", reply[1])) if reply else []
    if not reply or not quotes:
        return None
    start, end = rng.choice(quotes).span(1)
    places = [at for at in range(start, end) if _HAN.match(reply[1][at])]
    at = reply.start(1) + rng.choice(places)
    return {path: files[path][:at] + "龘" + files[path][at + 1 :]}


def edit_draft(rng: Random, files: Files) -> Files | None:
    """Edit the frozen draft: a character of its words."""
    path = rng.choice([path for path in files if path.startswith(DRAFTS)])
    lines = _text_lines(files[path]) or []
    start, end = rng.choice(lines)
    places = [at for at in range(start, end) if _HAN.match(files[path][at])]
    at = rng.choice(places)
    return {path: files[path][:at] + rng.choice(["", "龘"]) + files[path][at + 1 :]}


def delete_comment(rng: Random, files: Files) -> Files | None:
    """Delete a comment file."""
    return {rng.choice(_comments(files)): ""}


def sign_with_a_slip(rng: Random, files: Files) -> Files | None:
    """Let a unit sign a comment, too, whose name is that of another one with two characters exchanged."""
    path = rng.choice(_comments(files))
    others = [other.split("/")[1] for other in _comments(files)]
    name = rng.choice(others)
    at = rng.randrange(len(name) - 1)
    slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if slip in others or path.split("/")[1] == name:
        return None
    own = re.search(r"^unit: (.+)\n", files[path], re.MULTILINE)
    assert own is not None
    signed = f"units: [{own[1]}, {slip}]\n"
    return {path: files[path][: own.end()] + signed + files[path][own.end() :]}


CORRUPTIONS: tuple[Mutation, ...] = (
    drop_sentence,
    swap_characters,
    change_number,
    change_status,
    change_page,
    change_quote,
    change_reply,
    edit_draft,
    delete_comment,
    sign_with_a_slip,
)

# --- harmless edits -----------------------------------------------------------------------------------------


def reorder_keys(rng: Random, files: Files) -> Files | None:
    """Put the keys of a comment or section file in another order."""
    path = rng.choice([*_comments(files), *_sections(files)])
    entries = re.findall(r"^\S.*\n(?:[ -].*\n|\n)*", files[path], re.MULTILINE)
    shuffled = rng.sample(entries, len(entries))
    return {path: "".join(shuffled)} if shuffled != entries else None


def quote_otherwise(rng: Random, files: Files) -> Files | None:
    """Write a plain value in quotes."""
    path = rng.choice([*_comments(files), *_sections(files), MANIFEST])
    values = list(re.finditer(r"^ *(?:- )?\w+: ([^\s\[{|\"'>][^\n]*)$", files[path], re.MULTILINE))
    values = [value for value in values if '"' not in value[1] and "\\" not in value[1]]
    inside = [
        span
        for block in re.finditer(r": \|-\n((?:  +.*\n)+)", files[path])
        for span in [block.span(1)]
    ]
    values = [v for v in values if not any(start <= v.start() < end for start, end in inside)]
    if not values:
        return None
    start, end = rng.choice(values).span(1)
    mark = rng.choice(["'", '"'])
    if mark in files[path][start:end]:
        return None
    return {path: files[path][:start] + mark + files[path][start:end] + mark + files[path][end:]}


def add_comment_line(rng: Random, files: Files) -> Files | None:
    """Add a comment line above an entry."""
    path = rng.choice([path for path in files if path.endswith(".yaml")])
    starts = [match.start() for match in re.finditer(r"^\w+:", files[path], re.MULTILINE)]
    at = rng.choice(starts)
    return {path: files[path][:at] + "# 备忘:已与单位电话核对\n" + files[path][at:]}


def rewrap(rng: Random, files: Files) -> Files | None:
    """Break a sentence over two lines, or write two on one."""
    path = rng.choice(_sections(files))
    lines = _text_lines(files[path])
    if not lines:
        return None
    start, end = rng.choice(lines)
    line = files[path][start:end]
    indent = line[: len(line) - len(line.lstrip(" "))]
    if rng.random() < 0.5 and len(line.strip()) > 4:
        at = start + len(indent) + rng.randint(1, len(line.strip()) - 1)
        return {path: files[path][:at] + "\n" + indent + files[path][at:]}
    following = next((span for span in lines if span[0] == end), None)
    return {path: files[path][: end - 1] + files[path][end + len(indent) :]} if following else None


def note_a_file(rng: Random, files: Files) -> Files | None:
    """Note in a comment that a file came with it, and that its unit signs alone."""
    path = rng.choice(_comments(files))
    unit = path.split("/")[1]
    return {path: f"{files[path]}attachments: [来函.pdf]\nunits: [{unit}]\n"}


HARMLESS: tuple[Mutation, ...] = (
    reorder_keys,
    quote_otherwise,
    add_comment_line,
    rewrap,
    note_a_file,
)


# --- the run ------------------------------------------------------------------------------------------------


def tried(mutations: tuple[Mutation, ...], count: int, files: Files, seed: int) -> list[Outcome]:
    """Return what `check` says of `count` mutations, each kind in turn, each of the unchanged files."""
    rng, known = Random(seed), Counter(map(_told, found(files)))
    return [_tried(mutations[at % len(mutations)], rng, files, known) for at in range(count)]


def _tried(
    mutation: Mutation, rng: Random, files: Files, known: Counter[tuple[str, ...]]
) -> Outcome:
    changed = mutation(rng, files)
    while changed is None:
        changed = mutation(rng, files)
    mutated = {path: text for path, text in {**files, **changed}.items() if text}
    new = Counter(map(_told, found(mutated))) - known
    return Outcome(mutation.__name__, _shown(files, changed), sorted({told[0] for told in new}))


def found(files: Mapping[str, str]) -> list[Finding]:
    """Return what check finds in these files."""
    try:
        repository = Repository({path: text.encode() for path, text in files.items()})
        return repository.findings or audit(Consultation(repository.rounds, _TODAY))
    except PlanError as error:
        return list(error.findings)


def _told(finding: Finding) -> tuple[str, ...]:
    """Return what a finding says, wherever it stands."""
    return (
        str(finding.code),
        str(finding.subject),
        *(f"{k}={v}" for k, v in sorted(finding.params.items())),
    )


def _shown(files: Files, changed: Files) -> str:
    (path, text), *_ = changed.items()
    old, new = files[path].splitlines(), text.splitlines()
    gone = [line.strip() for line in old if line not in new] or ["…"]
    come = [line.strip() for line in new if line not in old] or ["…"]
    return f"{path}: {gone[0][:60]} → {come[0][:60]}"


def _sections(files: Files) -> list[str]:
    plain = (MANIFEST, RECORD)
    return [
        p for p in files if p.startswith("plan/") and p not in plain and not p.startswith(DRAFTS)
    ]


def _comments(files: Files) -> list[str]:
    return [path for path in files if path.startswith("comments/")]


def _text_lines(text: str) -> list[tuple[int, int]]:
    """Return where the lines of the texts begin and end."""
    return [
        (block.start(2) + line.start(), block.start(2) + line.end())
        for block in _TEXT.finditer(text)
        for line in re.finditer(r".+\n", block[2])
    ]


def _edit_lines(text: str) -> list[tuple[int, int]]:
    """Return where the edits of a comment begin and end."""
    return [
        match.span(1)
        for match in re.finditer(r"^ *- \{?(?:replace|insert|delete): (.*)$", text, re.MULTILINE)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--count", type=int, default=200, help="corruptions, and as many harmless edits"
    )
    parser.add_argument(
        "--each",
        type=int,
        default=8,
        help="corruptions of numbers, and pairs of published words, of each kind",
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = {path: raw.decode() for path, raw in read_files(ROOT).items()}
    corrupted = tried(CORRUPTIONS, options.count, files, options.seed)
    harmless = tried(HARMLESS, options.count, files, options.seed)
    for kind in CORRUPTIONS:
        own = [outcome for outcome in corrupted if outcome.kind == kind.__name__]
        codes = Counter(code for outcome in own for code in outcome.codes)
        seen = sum(bool(outcome.codes) for outcome in own)
        print(f"{kind.__name__:18} named {seen:3} of {len(own):3}  {dict(codes.most_common(6))}")
    for outcome in corrupted:
        if not outcome.codes:
            print(f"missed: {outcome.kind}: {outcome.change}")
    for outcome in harmless:
        if outcome.codes:
            print(f"flagged: {outcome.kind}: {outcome.change} {outcome.codes}")
    numbers_hold = _of_numbers(options.seed, options.each)
    parts = (tabled, noted, figured, listed)
    parts_hold = [_of_parts(options.seed, options.each, kind) for kind in parts]
    words_hold = _published(options.seed, options.each)
    named = sum(bool(outcome.codes) for outcome in corrupted)
    flagged = sum(bool(outcome.codes) for outcome in harmless)
    print(f"corruptions named: {named} of {len(corrupted)}")
    print(f"harmless edits flagged: {flagged} of {len(harmless)}")
    hold = numbers_hold and all(parts_hold) and words_hold
    return 0 if named >= SHARE_NAMED * len(corrupted) and not flagged and hold else 1


def _of_numbers(seed: int, each: int) -> bool:
    """Print what check says of numbers, references, titles, with three seeds; return whether it is enough."""
    alarms = numbered.followed_by_the_tool()
    print("\n".join(f"flagged though the tool renumbered: {alarm}" for alarm in alarms), end="")
    plans = numbered.editions()
    hold = not alarms
    for one in range(seed, seed + 3):
        print(f"numbers, references and titles, seed {one}:")
        untrue = numbered.judged(plans, each, one)
        lines, enough = summary(untrue, numbered.judged(plans, each, one, numbered.HARMLESS))
        print("\n".join(lines))
        hold = hold and enough
    return hold


def _of_parts(seed: int, each: int, parts: ModuleType) -> bool:
    """Print what check says of corrupted parts of a kind, with three seeds; return whether it is enough."""
    plans = parts.editions()
    hold = True
    for one in range(seed, seed + 3):
        print(f"{parts.__name__.rpartition('.')[2]}, seed {one}:")
        untrue = numbered.judged(plans, each, one, parts.KINDS, parts.HARMLESS)
        true = numbered.judged(plans, each, one, parts.HARMLESS, parts.HARMLESS)
        lines, enough = summary(untrue, true)
        print("\n".join(lines))
        hold = hold and enough
    return hold


def _published(seed: int, each: int) -> bool:
    """Print what check says of published words with three seeds; return whether that is enough."""
    book = Book(read_files(ROOT))
    hold = True
    for one in range(seed, seed + 3):
        print(f"published words, seed {one}:")
        lines, enough = summary(judged(book, each, one), harmless(book, each, one))
        print("\n".join(lines))
        hold = hold and enough
    return hold


if __name__ == "__main__":
    sys.exit(main())
