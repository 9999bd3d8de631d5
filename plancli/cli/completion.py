"""What the shell offers behind a command: the names of this plan, and nothing where it cannot be read."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from plancli.core.finding import PlanError
from plancli.core.text.order import by_number
from plancli.store.files import DRAFTS, MANIFEST, RECORD, find_root, read_plain
from plancli.store.yaml.strict import parse


def comments(context: typer.Context, incomplete: str) -> list[str]:
    """Return ids of comments; the points of a compound one behind its whole id."""
    return _offered(context, incomplete, lambda root: _ids(root, incomplete))


def units(context: typer.Context, incomplete: str) -> list[str]:
    """Return units: those on the roster, then others that comment."""
    return _offered(context, incomplete, _units)


def comments_and_units(context: typer.Context, incomplete: str) -> list[str]:
    return [*units(context, incomplete), *comments(context, incomplete)]


def parts(context: typer.Context, incomplete: str) -> list[str]:
    """Return the keys of sections and columns and the ids of paragraphs."""
    return _offered(context, incomplete, _parts)


def parts_and_comments(context: typer.Context, incomplete: str) -> list[str]:
    return [*parts(context, incomplete), *comments(context, incomplete)]


def drafts(context: typer.Context, incomplete: str) -> list[str]:
    return _offered(context, incomplete, _drafts)


def two_drafts(context: typer.Context, incomplete: str) -> list[str]:
    """Return A, or behind a name and two dots A..B."""
    first, dots, second = incomplete.rpartition("..")
    return [f"{first}{dots}{name}" for name in drafts(context, second)]


def tables(context: typer.Context, incomplete: str) -> list[str]:
    """Return the tables of plan.yaml, and those that come with plancli."""
    from plancli.render.tables.presets import PRESETS, TEXTS

    own = _offered(context, incomplete, lambda root: _manifest(root).get("tables", {}))
    built_in = [name for name in (*PRESETS, *TEXTS) if name.startswith(incomplete)]
    return list(dict.fromkeys([*own, *built_in]))


def codes(incomplete: str) -> list[str]:
    """Return codes of findings."""
    from plancli.core.check.register import all_codes

    return [code for code in all_codes() if code.startswith(incomplete)]


def _offered(
    context: typer.Context, incomplete: str, names: Callable[[Path], Iterable[str]]
) -> list[str]:
    """Return the names of the plan around the folder of the command line that begin as the word does.

    A message in the middle of a command line that is being typed helps nobody: without a plan, or with one
    that cannot be read, nothing is offered.
    """
    folder = context.find_root().params.get("folder")
    try:
        found = list(names(find_root(Path(folder or ".").absolute())))
    except (
        PlanError,
        OSError,
        LookupError,
        TypeError,
        AttributeError,
    ):  # or it says something else
        return []
    return [name for name in dict.fromkeys(found) if name.startswith(incomplete)]


def _ids(root: Path, incomplete: str) -> Iterator[str]:
    for path in sorted((root / "comments").glob("*/*.yaml"), key=lambda path: by_number(str(path))):
        name = f"{path.parent.name}-{path.stem}"
        if name.startswith(incomplete):
            yield name
        if incomplete.startswith(name):  # else ten thousand files would be read
            items = _values(root, path).get("items", ())
            yield from (f"{name}.{number}" for number, _ in enumerate(items, 1))


def _units(root: Path) -> Iterator[str]:
    for unit in _manifest(root).get("units", ()):
        yield unit["name"] if isinstance(unit, dict) else unit
    yield from sorted(path.name for path in (root / "comments").glob("*/"))


def _drafts(root: Path) -> Iterator[str]:
    return (frozen["name"] for frozen in _manifest(root).get("drafts", ()))


def _parts(root: Path) -> Iterator[str]:
    """Yield the keys and ids of the section files, each as far as it can be read."""
    for path in sorted((root / "plan").rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        if file in (MANIFEST, RECORD) or file.startswith(DRAFTS):
            continue
        try:
            section = _values(root, path)
        except PlanError:  # this one is being written; the others are there
            continue
        yield from _keys(section)


def _keys(section: dict[str, Any]) -> Iterator[str]:
    key = section.get("key", "")
    yield key
    for part in section.get("body", ()):
        if "column" in part:
            yield f"{key}/{part['column']}"
        for paragraph in part.get("items", [part]):
            yield paragraph.get("id", key)


def _manifest(root: Path) -> dict[str, Any]:
    return _values(root, root / MANIFEST)


def _values(root: Path, path: Path) -> dict[str, Any]:
    """Return what a file says, as it is written: nothing else of the plan is read."""
    name = path.relative_to(root).as_posix()
    values: dict[str, Any] = parse(name, read_plain(path, name)).data
    return values
