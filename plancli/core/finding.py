"""What is wrong, as a value: a stable code, its severity, the place, and the words that fill its message."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple


class Code(StrEnum):
    """Stable codes: 0 usage, 1 files, 2 references, 3 quotations, 4 adoption, 5 the text as it is read."""

    UNKNOWN_STATE = "P001"
    NO_REPOSITORY = "P002"
    UNKNOWN_ID = "P003"
    UNKNOWN_KEY = "P004"
    NOT_DUE = "P005"
    NOT_APPLIED = "P006"
    GIT = "P007"
    EXISTS = "P008"
    FORMAT = "P009"
    TEMPLATE = "P010"
    UNREADABLE_CITATION = "P011"
    CHANGED_MEANWHILE = "P012"
    UNCOMMITTED = "P013"
    NOTHING_NAMED = "P014"
    SYSTEM = "P015"
    NOT_CARRIED = "P016"
    NO_ROUND = "P017"
    BAD_NAME = "P018"
    UNKNOWN_CODE = "P019"
    VALUE_MISSING = "P020"
    NO_GIT = "P025"
    NEEDS_EXTRA = "P026"
    UNKNOWN_TABLE = "P027"
    NOT_EMPTY = "P028"
    NO_PORT = "P029"
    HAS_ITEMS = "P030"
    OTHER_ROUND = "P031"
    NO_COMMENTS = "P032"
    ONE_FILE = "P033"
    EITHER = "P034"

    NOT_UTF8 = "P101"
    SYNTAX = "P102"
    TAB = "P103"
    WIDE_COLON = "P104"
    DUPLICATE_KEY = "P105"
    YAML_FEATURE = "P106"
    ODD_CHARACTER = "P107"
    WRONG_KEY = "P108"
    MISSING_KEY = "P109"
    WRONG_VALUE = "P110"
    WRONG_CHOICE = "P111"
    NO_VERB = "P112"
    EMPTY_VALUE = "P113"
    WRONG_KIND = "P114"
    FLOW_STYLE = "P115"
    MISSING_FILE = "P116"
    FOLDED = "P117"
    NOT_WRITABLE = "P118"
    NO_DRAFT = "P119"
    ENDING = "P120"
    INTERRUPTED = "P121"
    UNMERGED = "P122"
    COMMENT_LOST = "P123"
    NEWER_FORMAT = "P125"

    DUPLICATE_ID = "P201"
    UNKNOWN_SECTION = "P202"
    UNLISTED_SECTION = "P203"
    UNKNOWN_UNIT = "P204"
    UNKNOWN_DRAFT = "P205"
    UNKNOWN_PARAGRAPH = "P206"
    WRONG_FOLDER = "P207"
    UNKNOWN_COMMENT = "P208"
    PAGE_IN_PLAN = "P209"
    OTHER_DRAFT = "P210"
    NO_CONTAINER = "P211"
    NOT_INSIDE = "P212"
    BAD_POINTER = "P213"
    NOT_CIRCULATED = "P214"
    NOT_BESIDE = "P215"
    BAD_LAYOUT = "P216"
    UNKNOWN_RULE = "P217"
    IDLE_WAIVER = "P218"
    TWO_SPELLINGS = "P219"
    ROSTER_DIFFERS = "P220"
    LATE = "P221"
    TOTALS_DIFFER = "P222"
    UNDECIDED = "P223"
    ALIAS_OF_ALIAS = "P225"
    LISTED_TWICE = "P226"
    NUMBER_MISSING = "P227"
    CONTRADICTED = "P228"

    NOT_FOUND = "P301"
    AMBIGUOUS = "P302"
    MISCITED = "P303"
    ACROSS_FIELDS = "P304"
    NEGATED = "P305"
    UNREAD_CITATION = "P306"
    TORN = "P307"

    NOT_IN_TEXT = "P401"
    RECORD_DIFFERS = "P402"
    CONFLICT = "P403"
    NO_REASON = "P404"
    UNEXPLAINED = "P405"
    REJECTED_IN_TEXT = "P406"
    DRAFT_CHANGED = "P407"
    SELF_CONFLICT = "P411"
    NOT_ALREADY = "P408"
    LOST = "P409"
    NO_LONGER = "P410"
    UNCOVERED = "P412"
    ROUND_CLOSED = "P413"
    LEFT_OPEN = "P414"
    SETTLED_TWICE = "P415"
    IDLE_NOTE = "P416"
    LOOSE_NOTE = "P417"
    INCOMPLETE = "P418"
    PART_UNNAMED = "P419"
    IDLE_KEY = "P420"
    DIFFERS = "P421"
    KEPT = "P422"
    REPLY_UNPROVED = "P423"
    SHARED_SENTENCE = "P424"
    RIPPLE = "P425"
    REPLY_MISQUOTES = "P426"
    REJECTED_GONE = "P427"
    REPLY_KEEPS = "P428"

    MIXED_WIDTH = "P501"
    UNPAIRED = "P502"
    DOUBLED = "P503"
    INVISIBLE = "P504"
    LOOKALIKE = "P505"
    CONTACT = "P506"
    SECRET = "P507"
    NUMBER_GAP = "P508"
    DANGLING = "P509"
    NUMBER_TWICE = "P510"


class Severity(StrEnum):
    """How much a finding weighs: errors fail `check`, warnings with --strict, notes are only to be read."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES: dict[Code, Severity] = {
    Code.IDLE_WAIVER: Severity.WARNING,
    Code.IDLE_NOTE: Severity.WARNING,
    Code.LOOSE_NOTE: Severity.WARNING,
    Code.DIFFERS: Severity.WARNING,
    Code.KEPT: Severity.WARNING,
    Code.SHARED_SENTENCE: Severity.NOTE,
    Code.RIPPLE: Severity.WARNING,
    Code.REPLY_MISQUOTES: Severity.WARNING,
    Code.REJECTED_GONE: Severity.WARNING,
    Code.REPLY_KEEPS: Severity.WARNING,
    Code.TWO_SPELLINGS: Severity.WARNING,
    Code.LATE: Severity.WARNING,
    Code.UNDECIDED: Severity.WARNING,
    Code.MIXED_WIDTH: Severity.WARNING,
    Code.UNPAIRED: Severity.WARNING,
    Code.DOUBLED: Severity.WARNING,
    Code.LOOKALIKE: Severity.WARNING,
    Code.NUMBER_MISSING: Severity.WARNING,
    Code.CONTRADICTED: Severity.WARNING,
    Code.NUMBER_GAP: Severity.WARNING,
    Code.NUMBER_TWICE: Severity.WARNING,
}
"""The codes that are no errors; plan.yaml can change it under `rules`."""


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


class Finding(NamedTuple):
    """Something to look at; `params` fill the message that belongs to `code`.

    `offset` counts characters into the text at `path`; `extents` is all that was written there.
    `place` and `lines` say the same in the file; they are filled in where the files are known.
    """

    code: Code
    params: Mapping[str, str] = {}
    subject: Subject | None = None
    path: Path = ()
    place: Place | None = None
    offset: int | None = None
    severity: Severity = Severity.ERROR
    extents: tuple[Extent, ...] = ()
    lines: tuple[int, ...] = ()


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


def refuse(code: Code, place: Place | None = None, exit_code: int = 2, **params: str) -> PlanError:
    """Build the error for one finding."""
    return PlanError([Finding(code, params, place=place)], exit_code)
