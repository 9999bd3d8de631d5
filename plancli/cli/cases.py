"""The cases that prove the rules of check: files of the package, named by code.

A case says how the example plan (what `plancli init` writes) is changed so that the rule speaks, at which
line, and how so that it is silent. The tests run these very files; `explain` shows them.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from plancli.core.check.register import entry
from plancli.core.codes import Notice
from plancli.render.findings import cases as show
from plancli.render.findings.cases import Change
from plancli.render.findings.explanations import Explanation
from plancli.render.findings.shell import word

_PACKAGE = Path(__file__).parent.parent
FOLDER = _PACKAGE / "cases"
EXAMPLE = _PACKAGE / "example"


class Step(NamedTuple):
    """A command line that is run, or a change of a file.

    The file gets its `content`, or has `replace` become `new`; with neither it is deleted.
    """

    run: tuple[str, ...] = ()
    file: str = ""
    content: str | None = None
    replace: str | None = None
    new: str = ""


class Case(NamedTuple):
    """Steps after which a rule speaks, `at` (file, line), and steps after which it is silent."""

    case: str
    bad: tuple[Step, ...]
    at: tuple[str, int]
    good: tuple[Step, ...]


def case_of(code: str) -> Case:
    """Return the case of a rule."""
    values = YAML(typ="safe").load((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    file, _, line = values["at"].rpartition(":")
    return Case(
        values["case"], steps_of(values["bad"]), (file, int(line)), steps_of(values["good"])
    )


def steps_of(values: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    """Return steps as they are written: {file, content}, {file, replace, with}, {delete} or {run}."""
    return tuple(
        Step(
            tuple(value.get("run", ())),
            value.get("file") or value.get("delete", ""),
            value.get("content"),
            value.get("replace"),
            value.get("with", ""),
        )
        for value in values
    )


def changed(text: str | None, step: Step) -> str | None:
    """Return what a file says after a step, None if it is gone; what is replaced stands there once."""
    if step.replace is None:
        return step.content
    if text is None or text.count(step.replace) != 1:
        raise ValueError(f"{step.replace!r} does not stand once in {step.file}")
    return text.replace(step.replace, step.new)


def explanation(code: str) -> Explanation:
    """Return all that there is to say of a code."""
    known = entry(code)
    if isinstance(known, Notice):
        return Explanation(code, known, "", known.example.splitlines())
    case = case_of(code)
    bad = list(show.lines(_stages(case.bad), case.at))
    return Explanation(code, known, case.case, bad, list(show.lines(_stages(case.good))))


def _stages(steps: Iterable[Step]) -> Iterator[show.Stage]:
    """Yield commands and the changes of files between them; steps on one file are one change."""
    now: dict[str, str | None] = {}
    changes: dict[str, Change] = {}
    for step in steps:
        if step.run:
            yield from changes.values()
            changes.clear()
            yield " ".join(map(word, step.run))
            continue
        file = step.file
        before = now[file] if file in now else _example(file)
        after = now[file] = changed(before, step)
        first = changes.get(file, Change(file, before, after))
        changes[file] = first._replace(after=after)
    yield from changes.values()


def _example(file: str) -> str | None:
    path = EXAMPLE / file
    return path.read_text(encoding="utf-8") if path.is_file() else None
