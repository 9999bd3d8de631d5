"""Entry point: answers --version and --help before anything heavy is imported."""

import gc
import os
import sys
from pathlib import Path

from plancli import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code: 0 clean, 1 something to look at, 2 wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        print(f"plancli {__version__}")
        return 0
    from plancli import messages

    folder = Path(words[1]) if words[:1] == ["-C"] and len(words) > 1 else Path()
    messages.activate(messages.choose(os.environ, messages.plan_language(folder.absolute())))
    if words in ([], ["--help"], ["-h"]) and "_PLANCLI_COMPLETE" not in os.environ:
        return _help()
    from plancli.cli.app import run

    return run(words)


def _help() -> int:
    from plancli.cli.overview import overview

    try:
        print(overview(), flush=True)
    except BrokenPipeError:  # `plancli --help | head`
        from plancli.cli.output import closed_pipe

        return closed_pipe()
    return 0


def entry() -> None:
    """Run as a program."""
    gc.disable()  # one short run: collecting costs more than it frees
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # else every installed package is asked
    sys.exit(main())


if __name__ == "__main__":
    entry()
