"""Markdown as GitHub and Gitee show it: one table for each file."""

from collections.abc import Iterator, Sequence

from plancli.core.finding import Finding
from plancli.messages import _
from plancli.render.findings.messages import SEVERITY_NAMES, hint, message_with_places
from plancli.render.formats import FindingsFormat, Scope
from plancli.render.pages.markdown import cell


def written(findings: Sequence[Finding], scope: Scope) -> str:
    """Return the findings, file by file, with the verdict above."""
    return "\n".join(_lines(findings, scope)) + "\n"


def bounded(text: str, size: int) -> str:
    """Return as many whole lines as fit in `size` bytes, and say what is left out."""
    raw = text.encode("utf-8", "replace")
    if len(raw) <= size:
        return text
    note = _("… shortened here; plancli check shows all")
    kept = raw[: size - len(note.encode()) - 2].rpartition(b"\n")[0].decode("utf-8", "replace")
    return f"{kept}\n\n{note}\n"


def _lines(findings: Sequence[Finding], scope: Scope) -> Iterator[str]:
    yield f"## {cell(scope.title)}"
    yield ""
    yield scope.verdict
    for file in dict.fromkeys(map(scope.path, findings)):
        own = [finding for finding in findings if scope.path(finding) == file]
        yield ""
        yield f"### {cell(file)} ({len(own)})"
        yield ""
        yield _row(_("line"), _("code"), _("severity"), _("finding"), _("to mend it"))
        yield _row("---:", "---", "---", "---", "---")
        yield from (_row(*_cells(finding)) for finding in own)


def _cells(finding: Finding) -> tuple[str, ...]:
    line = str(finding.place.line) if finding.place and finding.place.line else "—"
    words = (
        str(finding.code),
        _(SEVERITY_NAMES[finding.severity]),
        message_with_places(finding),
        hint(finding),
    )
    return (line, *map(cell, words))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


FORMAT = FindingsFormat(written)
