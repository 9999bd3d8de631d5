"""The findings of check in the formats of code hosts: each module has one function, findings to text."""

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple

from plancli.core.finding import Finding


class Format(StrEnum):
    """How check prints its findings."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"
    MD = "md"


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


def written(style: Format, findings: Sequence[Finding], scope: Scope) -> str:
    """Return the findings in the format of a host; text and json are made elsewhere."""
    module = import_module(f"plancli.render.formats.{style}")
    text: str = module.written(findings, scope)
    return text
