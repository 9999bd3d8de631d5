"""Store compiled regular expressions where plancli is built: python -m plancli.cli.storing_patterns FILE."""

import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import plancli
from plancli.stored_patterns import Stored, kept_by_re, made_by

_MANY = 100_000
"""More patterns than there are: `re` keeps 512 and forgets the others."""


def store(file: Path) -> None:
    """Write what comes out of every pattern that plancli's modules, and the check of a plan, need."""
    vars(re)["_MAXCACHE"] = _MANY
    for module in walk_packages(plancli.__path__, "plancli."):
        if not module.name.endswith(("__main__", ".storing", ".storing_patterns")):
            import_module(module.name)
    _check_the_example()
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")  # a build that is stopped leaves no half of it
    beside.write_bytes(made_by() + b"\n" + marshal.dumps(list(compiled())))
    beside.replace(file)


def _check_the_example() -> None:
    """Some patterns are put together only when they are needed."""
    from plancli.cli.cases import EXAMPLE
    from plancli.library.judging import check

    check(EXAMPLE, date(2026, 1, 1))


def compiled() -> Iterator[Stored]:
    """Yield the patterns that `re` keeps, compiled once more so that their code is seen.

    Patterns of bytes are few and short; what depends on the locale must not be kept.
    """
    compiler: Any = import_module("re._compiler")
    engine = compiler._sre
    seen = _Seen(engine)
    compiler._sre = seen
    try:
        for kind, words, asked in list(kept_by_re()):
            if kind is str and not asked & re.LOCALE:
                compiler.compile(words, asked)
                _words, flags, code, groups, by_name, names = seen.made
                numbers = array("I", code).tobytes()
                # Python 3.13 marks flags that nobody gave: a kind of 0 that cannot be written
                yield words, int(asked), int(flags), numbers, groups, by_name, names
    finally:
        compiler._sre = engine


class _Seen:
    """The engine of `re`, which tells what it was given last."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.made: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def compile(self, *made: Any) -> Any:
        self.made = made
        return self._engine.compile(*made)


if __name__ == "__main__":
    store(Path(sys.argv[1]))
