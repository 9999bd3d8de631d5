"""Entry point: answers --version and --help before anything heavy is imported."""

import gc
import os
import sys

from plancli import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code: 0 clean, 1 something to look at, 2 wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        print(f"plancli {__version__}")
        return 0
    from plancli.language import wanted
    from plancli.stored_help import stored_help

    folder = words[1] if words[:1] == ["-C"] and len(words) > 1 else ""
    language = wanted(os.environ, folder)
    text = stored_help(words, os.environ, language)
    if text is not None:
        return _shown(text + "\n")
    asked = None
    if words[:1] == ["check"]:
        from plancli.kept_check import answered, plainly_asked

        asked = plainly_asked(words, os.environ, language)
        answer = answered(asked) if asked else None
        if answer is not None:
            return _shown(answer.out, answer.err, answer.code)
    from plancli import messages, stored_patterns

    stored_patterns.use()
    messages.activate(language)
    if words in ([], ["--help"], ["-h"]) and "_PLANCLI_COMPLETE" not in os.environ:
        from plancli.cli.overview import overview

        return _shown(overview() + "\n")
    from plancli import stored_words

    stored_words.use()
    if asked is not None:
        from plancli.cli.checking import plainly_checked

        code = plainly_checked(asked, lambda answer: _print(answer.out, answer.err))
        if code is not None:
            return code
    from plancli.cli.app import run

    return run(words)


def _shown(text: str, remarks: str = "", code: int = 0) -> int:
    """Print a text as it is, and remarks for people beside it."""
    try:
        _print(text, remarks)
    except BrokenPipeError:  # `plancli --help | head`
        from plancli.cli.output import closed_pipe

        return closed_pipe()
    return code


def _print(text: str, remarks: str) -> None:
    print(text, end="", flush=True)
    if remarks:
        print(remarks, end="", file=sys.stderr, flush=True)


def entry() -> None:
    """Run as a program."""
    gc.disable()  # one short run: collecting costs more than it frees
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # else every installed package is asked
    try:
        code = main()
    finally:
        gc.freeze()  # nor is what is left looked through at the end
    sys.exit(code)


if __name__ == "__main__":
    entry()
