"""What is wrong, as a value: a stable code, its severity, the place, and the words that fill its message."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancli.core.codes import Code as Code
from plancli.core.entry import Message
from plancli.core.entry import Severity as Severity


class Place(NamedTuple):
    """A file below the repository's root; line and column count from 1, 0 where unknown."""

    file: str
    line: int = 0
    column: int = 0


ROSTER = "单位名单"
"""Where a name stands that is on the roster."""


class Subject(NamedTuple):
    """The thing a finding is about: its kind (comment, section, draft, plan, record) and key."""

    kind: str
    key: str


Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value inside a file."""


class Extent(NamedTuple):
    """The characters `start:end` of the text at `path`, or the list that stands there."""

    path: Path
    start: int = 0
    end: int = 1


class Related(NamedTuple):
    """Another place that a finding is about: a value in a file of the plan, or of another `commit` of it.

    `place` says where that is; it is filled in where the files are known.
    """

    subject: Subject
    path: Path = ()
    place: Place | None = None
    commit: str = ""


class Finding(NamedTuple):
    """Something to look at; `params` fill the message that belongs to `code`.

    `offset` counts characters into the text at `path`; `extents` is all that was written there.
    `place` and `lines` say the same in the file; they are filled in where the files are known.
    `said` are the words of the code; `check` fills them in with the severity, so that whoever shows a finding
    need not know its rule. `related` are other places, such as what a draft says.
    """

    code: str
    params: Mapping[str, str] = {}
    subject: Subject | None = None
    path: Path = ()
    place: Place | None = None
    offset: int | None = None
    severity: Severity = Severity.ERROR
    extents: tuple[Extent, ...] = ()
    lines: tuple[int, ...] = ()
    said: Message | None = None
    related: tuple[Related, ...] = ()


def located(finding: Finding) -> Finding:
    """Return the finding with line and column: what is about a file as a whole stands where it begins."""
    place = finding.place
    return (
        finding._replace(place=Place(place.file, place.line or 1, place.column or 1))
        if place
        else finding
    )


class Verdict(NamedTuple):
    """What `check` finds in a plan repository.

    `counts`: sections, comments, comments in the text; None where the plan cannot be read.
    """

    findings: list[Finding]
    title: str = ""
    counts: tuple[int, ...] | None = None


def combined(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdicts on several plans as one: all findings, the titles in a row, the sums."""
    found = [finding for verdict in verdicts for finding in verdict.findings]
    counts = [verdict.counts for verdict in verdicts if verdict.counts]
    sums = tuple(map(sum, zip(*counts, strict=True))) if counts else None
    return Verdict(found, "、".join(verdict.title for verdict in verdicts), sums)


class PlanError(Exception):
    """What the user has to mend before a command can go on."""

    def __init__(self, findings: Iterable[Finding], exit_code: int = 2) -> None:
        self.findings = tuple(findings)
        self.exit_code = exit_code
        super().__init__(*self.findings)


def refuse(code: str, place: Place | None = None, exit_code: int = 2, **params: str) -> PlanError:
    """Build the error for one finding."""
    return PlanError([Finding(code, params, place=place)], exit_code)
