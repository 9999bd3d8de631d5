"""What one would use instead: git apply on unified diffs, and diff-match-patch on the text."""

import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from diff_match_patch import diff_match_patch

from bench import corpus
from bench.consultation import Request
from bench.measure import DEVNULL, environment
from plancli.core.plan.cells import row_of_cell
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline

_CONTEXT = 3
_AUTHOR = {
    f"GIT_{who}_{what}": "bench" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def git(folder: Path, *words: str) -> bool:
    """Run git in `folder`; return whether it found nothing to complain about."""
    env = environment(LC_ALL="C.UTF-8", **_AUTHOR)
    done = subprocess.run(
        ["git", *words], cwd=folder, env=env, stdout=DEVNULL, stderr=DEVNULL, check=False
    )
    return done.returncode == 0


def commit(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files and commit them, in a new repository if there is none."""
    corpus.write(folder, files)
    if not (git(folder, "init", "--quiet") and git(folder, "add", "--all")):
        raise ChildProcessError("git init")
    if not git(folder, "commit", "--quiet", "--message=plan"):
        raise ChildProcessError("git commit")


def unified(files: Mapping[str, str], request: Request) -> str:
    """Return the request as a diff of its section's file; it names the blob for a three-way merge."""
    path = corpus.section_path(request.sentence.section)
    lines = files[path].splitlines()
    at, new = _changed_line(lines, request)
    first, last = max(0, at - _CONTEXT), min(len(lines), at + _CONTEXT + 1)
    after = [*lines[:at], new, *lines[at + 1 :]]
    hunk = [
        *(f" {line}" for line in lines[first:at]),
        f"-{lines[at]}",
        f"+{new}",
        *(f" {line}" for line in lines[at + 1 : last]),
    ]
    head = [
        f"diff --git a/{path} b/{path}",
        f"index {_blob(files[path])}..{_blob(_joined(after))} 100644",
        f"--- a/{path}",
        f"+++ b/{path}",
        f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@",
    ]
    return _joined([*head, *hunk])


def merged_patch(folder: Path, files: Mapping[str, str]) -> str:
    """Return what must change in a committed folder to give some files, as one patch; the folder stays."""
    corpus.write(folder, files)
    env = environment()
    done = subprocess.run(
        ["git", "diff", "--binary"], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    git(folder, "reset", "--hard", "--quiet")
    return done.stdout


def successive(files: Mapping[str, str], requests: Iterable[Request]) -> Iterator[str]:
    """Yield a patch for each edit, made when those before it are in the files: every one applies."""
    current = dict(files)
    for request in requests:
        path = corpus.section_path(request.sentence.section)
        yield unified(current, request)
        lines = current[path].splitlines()
        at, new = _changed_line(lines, request)
        current[path] = _joined([*lines[:at], new, *lines[at + 1 :]])


def _changed_line(lines: Sequence[str], request: Request) -> tuple[int, str]:
    """Return which line of a file a request changes, and how that reads then: a sentence, or a row."""
    old, new = request.sentence.text, request.sentence_after
    name = request.sentence.paragraph.id
    if request.sentence.is_cell:
        row = f"- {{id: {row_of_cell(name)}, cells:"
        at = next(n for n, line in enumerate(lines) if line.strip().startswith(row))
        return at, lines[at].replace(f'"{old}"', f'"{new}"', 1)
    at = next(n for n, line in enumerate(lines) if line.strip() == old)
    return at, lines[at].replace(old, new)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _blob(text: str) -> str:
    """Return the name that git gives to a file's content."""
    raw = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


class Patching:
    """diff-match-patch: every edit becomes a patch of its section's text, applied to what came before."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.engine = diff_match_patch()
        self.texts: dict[str, str] = {}
        self.starts: dict[str, int] = {}
        for section in sections:
            text = ""
            for spot, _ in Outline([section]).places():
                self.starts[spot.paragraph.id] = len(text)
                text += spot.paragraph.text + "\n"
            self.texts[section.key] = text

    def applied(
        self, requests: Iterable[Request], current: Mapping[str, str]
    ) -> tuple[dict[str, str], int]:
        """Return the texts of the sections with the requests in them, and how many it could not place."""
        texts, refused = dict(current), 0
        for request in requests:
            key = request.sentence.section.key
            old, shift = self.texts[key], self.starts[request.sentence.paragraph.id]
            start, end, words = request.splice
            new = old[: shift + start] + words + old[shift + end :]
            patches = self.engine.patch_make(old, new)
            texts[key], done = self.engine.patch_apply(patches, texts[key])
            refused += not all(done)
        return texts, refused
