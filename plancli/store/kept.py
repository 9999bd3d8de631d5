"""What is kept of the last `check` outside a repository: where, and under the digest of all that it rests on.

Never a second truth: whatever changes (a file, the day, plancli itself) gives another digest, and the verdict
is found anew. The files may be deleted at any time. Imported before any parser: it imports next to nothing.
"""

import os
import sys
from hashlib import blake2b

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


def content_key(files: "Mapping[str, bytes]", day: str) -> str:
    """Return the digest of everything that a verdict rests on: the files, the day, and the program."""
    digest = blake2b(digest_size=20)
    for word in (day, *_program()):
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
        body = f"{answer.code} {len(answer.out)}\n{answer.out}{answer.err}".encode()
        path = _answer_file(root, asked)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        beside = f"{path}.{os.getpid()}"
        with open(beside, "wb") as file:
            file.write(f"{key}\n{_seal(key, body)}\n".encode() + body)
        os.replace(beside, path)
    except (OSError, UnicodeEncodeError):
        return


def kept_answer(root: str, key: str, asked: Asked) -> Answer | None:
    """Return what was printed about the same files; None where there is none, or an edited one."""
    try:
        with open(_answer_file(root, asked), "rb") as file:
            head, seal, body = file.read().split(b"\n", 2)
        if head != key.encode() or seal != _seal(key, body).encode():
            return None
        numbers, _line, text = body.decode().partition("\n")
        code, length = map(int, numbers.split(" "))
    except (OSError, ValueError):
        return None
    return Answer(code, text[:length], text[length:])


def file_for(root: str, ending: str) -> str:
    """Return the file in the user's own cache in which something about a repository is kept."""
    name = blake2b(os.fsencode(os.path.realpath(root)), digest_size=10).hexdigest()
    return os.path.join(_cache_folder(), f"{name}{ending}")


def _answer_file(root: str, asked: Asked) -> str:
    digest = blake2b(str(asked).encode(errors="surrogateescape"), digest_size=10).hexdigest()
    return file_for(root, f"-{digest}.answer")


def _seal(key: str, body: bytes) -> str:
    """Return the digest of an answer itself, by which one that somebody edited is known."""
    return blake2b(key.encode() + b"\0" + body, digest_size=20).hexdigest()


def _cache_folder() -> str:
    """Return plancli's folder in the user's cache."""
    base = xdg_folder("XDG_CACHE_HOME", "~/.cache")
    if base is not None:
        return os.path.join(base, "plancli")
    import platformdirs

    return str(platformdirs.user_cache_path("plancli", appauthor=False))


def xdg_folder(variable: str, ordinary: str) -> str | None:
    """Return a folder of the user by the rule of the XDG base directories; None where platformdirs knows.

    Asking platformdirs loads pathlib and much else. A folder that is said relative to the current one is left
    to it too.
    """
    said = os.environ.get(variable, "").strip()
    if sys.platform != "linux" or (said and not os.path.isabs(said)):
        return None
    return said or os.path.expanduser(ordinary)


def _program() -> "Iterator[str]":
    """Yield what tells one state of the program from another: its files and libraries by size and time."""
    yield sys.version
    for path in [*sorted(_own_files()), *_libraries()]:
        state = os.stat(path)
        yield f"{path} {state.st_size} {state.st_mtime_ns}"


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
