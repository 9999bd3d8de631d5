"""What the last `check` and `report` left outside the repository: by the digest of its grounds, and sealed.

Never a second truth: whatever changes (a file, the day, plancli itself) gives another digest, and what is
asked is found anew. The files may be deleted at any time. Imported before any parser: it imports next to
nothing.
"""

import os
import sys
from hashlib import blake2b

from plancli.store.folders import brought_by_branch, cache_folder
from plancli.store.private import keep_own, make_key, own_bytes, seal

TYPE_CHECKING = False  # mypy takes it for true, as that of typing
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LIBRARIES = ("diff_match_patch", "pydantic", "rapidfuzz", "rjieba", "_ruamel_yaml")
"""What a verdict rests on besides plancli's own code."""
_ENDINGS = (".py", ".mo")
"""The files of plancli by which a verdict is found and told: its code, and its words in each language."""
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


class Asked:
    """What a run of `check` was asked: the name of a format, flags, and the language of the reader.

    `anew`: not to be answered by what is kept; what is printed is the same.
    """

    __slots__ = ("anew", "each", "language", "strict", "style")

    def __init__(
        self, style: str, strict: bool, each: bool, language: str, anew: bool = False
    ) -> None:
        self.style = style
        self.strict = strict
        self.each = each
        self.language = language
        self.anew = anew

    def __str__(self) -> str:
        return f"{self.style} {self.strict} {self.each} {self.language}"


class Answer:
    """What a run of `check` printed and returned."""

    __slots__ = ("code", "err", "out")

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


def content_key(files: "Mapping[str, bytes]", besides: str) -> str:
    """Return the digest of everything that something kept rests on: the files, the program, and `besides`.

    Of a verdict that is the day, of what a table claims the round.
    """
    digest = blake2b(digest_size=20)
    for word in (besides, *_program()):
        digest.update(f"{word}\0".encode(errors="surrogateescape"))
    for path, raw in files.items():
        digest.update(f"{path}\0{len(raw)}\0".encode(errors="surrogateescape"))
        digest.update(raw)
    return digest.hexdigest()


def keep_answer(root: str, key: str, asked: Asked, answer: Answer) -> None:
    """Keep what was printed to a question; where nothing can be written time is all that is lost.

    An answer that no terminal shows as it is (marks of colours, half characters) is not kept.
    """
    if "\x1b" in answer.out + answer.err:
        return
    try:
        said = f"{answer.code} {len(answer.out)}\n{answer.out}{answer.err}".encode()
        keep_sealed(_answer_file(root, asked), key, said)
    except (OSError, UnicodeEncodeError):
        return


def kept_answer(root: str, key: str, asked: Asked) -> Answer | None:
    """Return what was printed about the same files; None where there is none, or one that is not believed."""
    try:
        said = sealed_body(_answer_file(root, asked), key)
        if said is None:
            return None
        numbers, _line, text = said.decode().partition("\n")
        code, length = map(int, numbers.split(" "))
    except (OSError, ValueError):
        return None
    return Answer(code, text[:length], text[length:])


def keep_sealed(path: str, key: str, body: bytes) -> None:
    """Keep something by the digest of all that it rests on, with this user's seal; OSError where it fails."""
    make_key()
    head = f"{key}\n".encode()
    keep_own(path, _seal(path, head + body) + b"\n" + head + body)


def sealed_body(path: str, key: str) -> bytes | None:
    """Return what is kept under a digest; None where it is of another, or bears no seal of this user's.

    OSError where there is nothing, or where it is not this user's file.
    """
    own, _line, rest = own_bytes(path).partition(b"\n")
    head = f"{key}\n".encode()
    if not rest.startswith(head) or own != _seal(path, rest):
        return None
    return rest[len(head) :]


def _seal(path: str, body: bytes) -> bytes:
    """Return the seal of a kept file, which is its own alone: one that bears another name has another."""
    return seal(os.fsencode(os.path.basename(path)) + b"\n" + body)


def file_for(root: str, ending: str) -> str:
    """Return the file in the user's own cache in which something about a repository is kept.

    Raises PermissionError where the cache lies in the work tree of the repository, as the variables of some
    hosts of CI have it: there a branch decides what is in it.
    """
    folder = cache_folder()
    if brought_by_branch(folder, root):
        raise PermissionError(folder)
    name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=10).hexdigest()
    return os.path.join(folder, f"{name}{ending}")


def _answer_file(root: str, asked: Asked) -> str:
    digest = blake2b(str(asked).encode(errors="surrogateescape"), digest_size=10).hexdigest()
    return file_for(root, f"-{digest}.answer")


_STATE: list[str] = []
"""What was told of the program; a process is one program, also where another one is installed meanwhile."""


def _program() -> list[str]:
    """Return what tells one state of the program from another: its files and libraries by size and time."""
    if not _STATE:
        told = [sys.version]
        for path in [*sorted(_own_files()), *_libraries()]:
            state = os.stat(path)
            told.append(f"{path} {state.st_size} {state.st_mtime_ns}")
        _STATE[:] = told
    return _STATE


def _own_files() -> "Iterator[str]":
    waiting = [_PACKAGE]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                elif entry.name.endswith(_ENDINGS):
                    yield entry.path


def _libraries() -> "Iterator[str]":
    """Yield the files of the libraries; importlib.util, which asks the same finders, takes long to import."""
    for name in _LIBRARIES:
        found = (finder.find_spec(name, None) for finder in sys.meta_path)
        spec = next((one for one in found if one is not None), None)
        if spec is not None and spec.origin:
            yield spec.origin
