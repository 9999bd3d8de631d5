"""How `check` prints its findings: each module here is one format, and its FORMAT says all of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from plancli.core.finding import Finding


class Scope(NamedTuple):
    """What was checked: the plan's title, its folder below the repository's root, the verdict in words.

    `summary`: the whole list goes into a job summary too.
    """

    title: str
    folder: str
    verdict: str
    summary: bool = False

    def path(self, finding: Finding) -> str:
        """Return the file of a finding below the repository's root."""
        return self.folder + (finding.place.file if finding.place else "plan/plan.yaml")


Writer = Callable[[Sequence[Finding], Scope], str]


class Summary(NamedTuple):
    """A second text, for a file that a host names in a variable of the environment."""

    variable: str
    written: Writer


@dataclass(frozen=True)
class FindingsFormat:
    """A format of findings.

    `on_host`: a code host reads it, so that files are named from the top of the repository. `counted`: it is
    for people, who also get the verdict and how much was checked.
    """

    written: Writer
    on_host: bool = True
    counted: bool = False
    summary: Summary | None = None


def names() -> list[str]:
    """Return the names of the formats, without loading any."""
    return sorted(module.name for module in iter_modules(__path__))


def format_named(name: str) -> FindingsFormat:
    """Return a format by one of the names."""
    found = import_module(f"{__name__}.{name}").FORMAT
    assert isinstance(found, FindingsFormat)
    return found
