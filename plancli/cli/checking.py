"""The command `check` without a parser of command lines, which a plain one does not need."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from plancli.cli.ending import ended
from plancli.cli.keeping import remark_on_cache
from plancli.cli.plans import named_from, plans_below
from plancli.core.check.crowds import one_line_each
from plancli.core.codes import Code
from plancli.core.finding import Finding, Place, PlanError, Severity, Verdict, combined, located
from plancli.git import processes as git
from plancli.messages import N_, _, colon
from plancli.render.formats import FindingsFormat, Scope, Summary, format_named, names
from plancli.store.attachments import differing
from plancli.store.files import find_root, read_files
from plancli.store.kept import Answer, Asked, content_key, keep_answer
from plancli.store.lying import FORMER_JOURNAL
from plancli.store.pictures import Pictures, unfit_pictures


def plainly_checked(asked: Asked, show: Callable[[Answer], None]) -> int | None:
    """Check the plan here as of today; None where there is no such format, which the parser has to say."""
    if asked.style not in names():
        return None
    return ended(lambda: checked(asked, show, keep=True), _said)


def _said(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def checked(
    asked: Asked,
    show: Callable[[Answer], None],
    *,
    day: date | None = None,
    everywhere: bool = False,
    keep: bool = False,
    base: str | None = None,
) -> int:
    """Judge the plan here, or every plan of the git repository, as of a day: today, if none is said.

    `keep` the answer for the next time that the same is asked of the same files. `base`: tell, too, what is
    less than at the commit at which this branch left that revision.
    """
    format_ = format_named(asked.style)
    top, roots = _plans(everywhere)
    remark_on_cache(top)
    as_of = day or datetime.now().date()
    judged = [_judged(root, as_of, asked.anew) for root in roots]
    verdicts = [_named(top, root, one.verdict) for root, one in zip(roots, judged, strict=True)]
    if base is not None:
        verdicts = _compared(top, roots, verdicts, base, everywhere)
    verdict = combined(verdicts)
    scope = _scope(format_, top, verdict)
    shown = verdict.findings
    if format_.counted and not asked.each:
        shown = [one for own in verdicts for one in one_line_each(own.findings)]
    text = format_.written(shown, scope)
    counted = _counted_line(verdict) if format_.counted else ""
    answer = Answer(_exit_code(verdict, asked.strict), text, counted)
    show(answer)
    if format_.summary:
        _summarise(format_.summary, verdict, scope)
    if keep:
        _keep(top, judged[0].key, format_, asked, answer)
    return answer.code


def _compared(
    top: Path, roots: Sequence[Path], verdicts: Sequence[Verdict], revision: str, everywhere: bool
) -> list[Verdict]:
    """Return the verdicts with what is less than in the base behind them."""
    from plancli.cli.against import base_of, findings_against, plans_gone

    base = base_of(top, revision)
    found: list[Verdict] = []
    for root, verdict in zip(roots, verdicts, strict=True):
        less = named_from(top, root, findings_against(root, base))
        found.append(verdict._replace(findings=[*verdict.findings, *less]))
    if everywhere:
        gone = list(plans_gone(top, list(roots), base))
        found[-1] = found[-1]._replace(findings=[*found[-1].findings, *gone])
    return found


def _exit_code(verdict: Verdict, strict: bool) -> int:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if failing & {finding.severity for finding in verdict.findings} else 0


def _keep(root: Path, key: str, format_: FindingsFormat, asked: Asked, answer: Answer) -> None:
    """Keep what was printed, where it rests on nothing but what the key is made of.

    What a host reads names files from the top of git, and may go into a summary.
    """
    if key and not format_.on_host and not format_.summary:
        keep_answer(str(root), key, asked, answer)


class _Judged(NamedTuple):
    """A verdict, and the digest of all that it rests on; empty where git was asked too."""

    verdict: Verdict
    key: str = ""


def _plans(everywhere: bool) -> tuple[Path, list[Path]]:
    """Return from where files are named, and the plans: those of the git repository, or the one here."""
    top = git.top(Path.cwd()) if everywhere else None
    if top and (roots := plans_below(top)):
        return top, roots
    root = find_root(Path.cwd())
    return root, [root]


def _named(top: Path, root: Path, verdict: Verdict) -> Verdict:
    return verdict._replace(findings=named_from(top, root, verdict.findings))


def _judged(root: Path, day: date, anew: bool) -> _Judged:
    """Return the verdict on a repository: the last one, where nothing that it rests on has changed."""
    from plancli.store.cache import recall

    try:
        files = read_files(root)
    except PlanError as error:
        return _Judged(Verdict(list(map(located, error.findings)), root.name))
    key = content_key(files, day.isoformat())
    verdict = None if anew else recall(root, key)
    if verdict is None:
        verdict = _judged_anew(root, files, day, key)
    foreign = _foreign_journal(root)
    pictures = Pictures(root)
    attached = [*differing(root, files), *unfit_pictures(pictures, files)]
    besides = foreign or attached or pictures.were_asked
    of_files_alone = not besides and not any(map(_asks_git, verdict.findings))
    findings = [*with_authors(root, verdict.findings), *attached, *foreign]
    key = key if of_files_alone and verdict.counts else ""
    return _Judged(verdict._replace(findings=findings), key)


def _judged_anew(root: Path, files: Mapping[str, bytes], day: date, key: str) -> Verdict:
    """Return the verdict on files, and keep it, with what a table would have to prove once more.

    Here every comment is placed and merged already, so that the claims cost next to nothing.
    """
    from plancli.core.publish.claims import claims
    from plancli.library.judging import judge
    from plancli.store.cache import remember
    from plancli.store.proof import Kept

    judged = judge(files, day, root.name)
    if judged.verdict.counts:
        remember(root, key, judged.verdict)
    round_ = judged.open_round
    if round_ is not None:
        Kept(root, files, round_.draft.draft).remember(claims(round_))
    return judged.verdict


def _foreign_journal(root: Path) -> list[Finding]:
    """Tell of a folder in which an older plancli prepared its files, and which a branch can bring."""
    if not os.path.lexists(root / FORMER_JOURNAL):
        return []
    place = Place(FORMER_JOURNAL, 1, 1)
    return [Finding(Code.FOREIGN_JOURNAL, place=place, severity=Severity.WARNING)]


def with_authors(root: Path, findings: Sequence[Finding]) -> list[Finding]:
    """Add to unexplained changes who last touched their lines, as far as git knows."""
    lines: dict[str, set[int]] = {}
    for finding in findings:
        if finding.place and _asks_git(finding):
            lines.setdefault(finding.place.file, set()).update(finding.lines)
    known = git.blamed_lines(root, lines) if lines else {}
    return [_with_authors(finding, known) for finding in findings]


def _asks_git(finding: Finding) -> bool:
    """Whether git knows more about a finding, which may change while all files stay."""
    return finding.place is not None and bool(finding.lines)


def _with_authors(finding: Finding, known: Mapping[tuple[str, int], git.Touched]) -> Finding:
    if finding.place is None:
        return finding
    file = finding.place.file
    touched = dict.fromkeys(known[file, line] for line in finding.lines if (file, line) in known)
    names = "\n".join(map(_author, touched))
    return finding._replace(params={**finding.params, "touched": names}) if names else finding


def _author(touched: git.Touched) -> str:
    return " ".join((touched.author, touched.date[:10], touched.commit)).strip() or NOT_COMMITTED


NOT_COMMITTED = N_("not committed yet")


def _scope(format_: FindingsFormat, root: Path, verdict: Verdict) -> Scope:
    folder = git.folder_in_repository(root) if format_.on_host else ""
    summary = format_.summary is not None and bool(os.environ.get(format_.summary.variable))
    return Scope(verdict.title, folder, _summed(verdict.findings), summary)


def _summarise(summary: Summary, verdict: Verdict, scope: Scope) -> None:
    """Append the whole list to the job summary, where the host gives a file for it."""
    if path := os.environ.get(summary.variable):
        with Path(path).open("a", encoding="utf-8", errors="replace") as file:
            file.write(summary.written(verdict.findings, scope))


def _counted_line(verdict: Verdict) -> str:
    if not verdict.counts:
        return ""
    return f"{_counted(*verdict.counts)}{colon()}{_summed(verdict.findings)}\n"


def _counted(sections: int, comments: int, applied: int) -> str:
    return _("{sections} sections, {comments} comments, {applied} in the text").format(
        sections=sections, comments=comments, applied=applied
    )


def _summed(found: Sequence[Finding]) -> str:
    if not found:
        return _("clean")
    counts = Counter(finding.severity for finding in found)
    worded = {
        Severity.ERROR: _("errors: {count}"),
        Severity.WARNING: _("warnings: {count}"),
        Severity.NOTE: _("notes: {count}"),
    }
    return _(", ").join(
        text.format(count=counts[one]) for one, text in worded.items() if counts[one]
    )
