"""Reading and writing YAML in one process, beside libyaml and ruamel.yaml doing the same."""

import gc
import io
from collections.abc import Callable
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml import YAML

from bench import corpus
from bench.life import lively
from bench.measure import ROOT, in_turn
from bench.results import Results, ratio
from bench.sizes import Sizes
from plancli.core.plan.model import Section
from plancli.store.sections import updated
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse


class _Parser(CParser):  # type: ignore[misc]
    """libyaml's parser with a resolver that does nothing: the least that it can be asked for."""

    def resolve(self, *_: object) -> str:
        return "text"

    def ascend_resolver(self) -> None:
        pass

    def descend_resolver(self, *_: object) -> None:
        pass


def reading(results: Results, sizes: Sizes) -> None:
    """Compare strict reading of plan and comments with libyaml, and with loading for a round trip."""
    sections = corpus.plan(sizes.long // 5).sections
    comments = [filed.comment for filed in lively(sections, sizes.few // 2)]
    files = {
        path: text
        for path, text in corpus.files(sections, comments).items()
        if "drafts" not in path
    }
    gc.disable()  # as the command line does
    safe, round_trip = YAML(typ="safe"), _round_trip()
    ours, nodes, values, ruamel = in_turn(
        sizes.rounds,
        lambda: [parse(path, text.encode()) for path, text in files.items()],
        lambda: [_Parser(text).get_single_node() for text in files.values()],
        lambda: [safe.load(text) for text in files.values()],
        lambda: [round_trip.load(text) for text in files.values()],
    )
    beside = {"nodes": nodes, "values": values, "ruamel": ruamel}
    for name, seconds in beside.items():
        results.add(f"reading {name}", ratio(ours, seconds), ours, len(files))
    _splicing(results, sizes)


def _round_trip() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**9
    return yaml


def _changed(text: str, change: Callable[[Any], None]) -> str:
    yaml = _round_trip()
    value = yaml.load(text)
    change(value)
    out = io.StringIO()
    yaml.dump(value, out)
    return out.getvalue()


def _splicing(results: Results, sizes: Sizes) -> None:
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

    def change(value: Any) -> None:
        value["body"][0]["text"] = text

    ours, ruamel = in_turn(sizes.starts, splice, lambda: _changed(raw.decode(), change))
    results.add("splicing", ratio(ours, ruamel), ours)
