"""Ratios, each side measured in turn in one run: `make bench`. Milliseconds do not carry over; ratios do."""

import io
import sys
from collections.abc import Callable

from ruamel.yaml import YAML

from bench.measure import ROOT, in_turn, process, show
from plancli.core.plan.model import Section
from plancli.store.files import read_files
from plancli.store.sections import updated
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse


def starts() -> bool:
    """Compare whole processes with an empty Python."""
    bare, version, help_, check, again = in_turn(
        15,
        process("-c", "pass"),
        process("-m", "plancli", "--version"),
        process("-m", "plancli", "--help"),
        process("-m", "plancli", "check", "--anew"),
        process("-m", "plancli", "check"),
    )
    return all(
        [
            show("plancli --version / python -c pass", version / bare, 7, version),
            show("plancli --help / python -c pass", help_ / bare, 7, help_),
            show("plancli check --anew (the real plan) / python -c pass", check / bare, 25, check),
            show("plancli check, nothing changed / python -c pass", again / bare, 25, again),
        ]
    )


def round_trip(text: str, change: Callable[[object], None] | None = None) -> str:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**9
    value = yaml.load(text)
    if change:
        change(value)
    out = io.StringIO()
    yaml.dump(value, out)
    return out.getvalue()


def reading() -> bool:
    """Compare strict reading of every file of the real plan with a round trip of ruamel."""
    files = [(path, raw) for path, raw in read_files(ROOT).items() if "drafts" not in path]
    texts = [raw.decode() for _, raw in files]
    strict, ruamel = in_turn(
        7,
        lambda: [parse(path, raw) for path, raw in files],
        lambda: [round_trip(text) for text in texts],
    )
    return show("strict reading / ruamel round trip", strict / ruamel, 0.1, strict)


def writing() -> bool:
    """Compare splicing one paragraph, read back as a check, with load, change and dump by ruamel."""
    path = "plan/第四章/17-智慧交通工程.yaml"
    raw = (ROOT / path).read_bytes()
    document = parse(path, raw)
    old = validate(Section, document)
    text = old.body[0].model_dump()["text"].replace("智慧停车", "智能停车")
    new = old.model_copy(
        update={"body": (old.body[0].model_copy(update={"text": text}), *old.body[1:])}
    )

    def splice() -> None:
        assert validate(Section, parse(path, updated(document, old, new))) == new

    def change(value: object) -> None:
        value["body"][0]["text"] = text  # type: ignore[index]

    splicing, ruamel = in_turn(15, splice, lambda: round_trip(raw.decode(), change))
    return show(
        "one paragraph spliced and read back / ruamel round trip", splicing / ruamel, 0.1, splicing
    )


def main() -> int:
    print("ratio of medians, both sides in turn in this run; owed: see README")
    return 0 if all([starts(), reading(), writing()]) else 1


if __name__ == "__main__":
    sys.exit(main())
