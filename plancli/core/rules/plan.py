"""Rules about the plan's files and drafts as they stand."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.freeze import digest
from plancli.core.outline import Outline
from plancli.core.printed import misfit, printed
from plancli.core.rules.about import on_manifest


def listed_sections(case: Case) -> Iterator[Finding]:
    """Manifest and section files name the same sections."""
    listed, present = case.manifest.sections, case.plan.sections
    for position, key in enumerate(listed):
        if key not in present:
            yield on_manifest(Code.UNKNOWN_SECTION, ("sections", position), key=key)
    for key in present:
        if key not in listed:
            yield Finding(Code.UNLISTED_SECTION, {"key": key}, Subject("section", key), ("key",))


def listed_once(case: Case) -> Iterator[Finding]:
    """The manifest lists each section, unit and draft once."""
    manifest = case.manifest
    lists: dict[Path, list[str]] = {
        ("sections",): list(manifest.sections),
        ("units",): [unit.name for unit in manifest.units],
        ("drafts",): [frozen.name for frozen in manifest.drafts],
    }
    for path, names in lists.items():
        for at, name in enumerate(names):
            if name in names[:at]:
                yield on_manifest(Code.LISTED_TWICE, (*path, at), key=name)


def pages(case: Case) -> Iterator[Finding]:
    """Only drafts know pages and lines."""
    for spot, path in case.plan.places():
        subject = Subject("section", spot.section.key)
        for key in ("page", "line", "layout"):
            if getattr(spot.paragraph, key):
                yield Finding(Code.PAGE_IN_PLAN, {"key": key}, subject, (*path, key))


def layouts(case: Case) -> Iterator[Finding]:
    """What drafts say of their printed lines fits the paragraphs."""
    for draft in case.drafts.values():
        for at, section in enumerate(draft.sections):
            for spot, path in Outline([section]).places():
                if reason := misfit(printed(spot)):
                    params = {"paragraph": spot.paragraph.id, "reason": reason}
                    subject = Subject("draft", draft.draft)
                    yield Finding(Code.BAD_LAYOUT, params, subject, ("sections", at, *path, "layout"))


def frozen_draft(case: Case) -> Iterator[Finding]:
    """Every circulated draft is what was frozen, under its own name."""
    for position, frozen in enumerate(case.manifest.drafts):
        draft = case.drafts[frozen.name]
        if draft.draft != frozen.name or frozen.digest != digest(draft.sections):
            yield on_manifest(Code.DRAFT_CHANGED, ("drafts", position, "digest"), draft=frozen.name)
