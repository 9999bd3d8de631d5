"""plancli: a government plan as text, each comment on it as a patch, the published table as a proof.

What is public stands in `__init__.pyi` and docs/API.md. Nothing is loaded before it is used, so that
`plancli --version` answers as fast as Python starts.
"""

__version__ = "0.1.0"

_HOMES = {
    "library.opening": ("open_repository",),
    "store.repository": ("Repository",),
    "library.judging": ("check",),
    "library.reading": ("blame", "diff", "locate", "read_citation", "rows"),
    "library.revising": ("apply", "revert"),
    "store.save": ("revised_files", "save"),
    "core.comments.comment": ("Comment",),
    "core.evidence.blame": ("Blame", "Stretch"),
    "core.finding": ("Finding", "PlanError", "Severity", "Verdict"),
    "core.locate.anchors": ("Anchor", "Candidate", "Refusal"),
    "core.locate.citation": ("Citation", "Reference", "Step"),
    "core.locate.locate": ("CitedPlace", "Landing"),
    "core.merge.meeting": ("Meeting", "Side"),
    "core.plan.model": ("Paragraph", "Section"),
    "core.publish.table": ("Row",),
    "core.revision.revise": ("Outcome", "Revision"),
    "core.text.marked": ("Run", "marked"),
    "messages": ("activate",),
    "render.findings.messages": ("hint", "message"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load what is public when it is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*_HOME, "__version__"])
