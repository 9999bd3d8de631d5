"""Rules about the plan's files and drafts as they stand."""

from collections.abc import Iterator

from plancli.core.check.rules.about import on_manifest
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.plan.digest import as_recorded
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import misfit, printed
from plancli.core.rounds.round import Round


def listed_sections(round_: Round) -> Iterator[Finding]:
    """Manifest and section files name the same sections."""
    listed, present = round_.manifest.sections, round_.plan.sections
    for position, key in enumerate(listed):
        if key not in present:
            yield on_manifest(Code.UNKNOWN_SECTION, ("sections", position), key=key)
    for key in present:
        if key not in listed:
            yield Finding(Code.UNLISTED_SECTION, {"key": key}, Subject("section", key), ("key",))


def listed_once(round_: Round) -> Iterator[Finding]:
    """The manifest lists each section, unit and draft once."""
    manifest = round_.manifest
    lists: dict[Path, list[str]] = {
        ("sections",): list(manifest.sections),
        ("units",): [unit.name for unit in manifest.units],
        ("drafts",): [frozen.name for frozen in manifest.drafts],
    }
    for path, names in lists.items():
        for at, name in enumerate(names):
            if name in names[:at]:
                yield on_manifest(Code.LISTED_TWICE, (*path, at), key=name)


def pages(round_: Round) -> Iterator[Finding]:
    """Only drafts know pages and lines."""
    for spot, path in round_.plan.places():
        subject = Subject("section", spot.section.key)
        for key in ("page", "line", "layout"):
            if getattr(spot.paragraph, key):
                yield Finding(Code.PAGE_IN_PLAN, {"key": key}, subject, (*path, key))


def layouts(round_: Round) -> Iterator[Finding]:
    """What drafts say of their printed lines fits the paragraphs."""
    for draft in round_.drafts.values():
        for at, section in enumerate(draft.sections):
            for spot, path in Outline([section]).places():
                if reason := misfit(printed(spot)):
                    params = {"paragraph": spot.paragraph.id, "reason": reason}
                    subject = Subject("draft", draft.draft)
                    yield Finding(
                        Code.BAD_LAYOUT, params, subject, ("sections", at, *path, "layout")
                    )


def frozen_draft(round_: Round) -> Iterator[Finding]:
    """Every circulated draft is what was frozen, under its own name."""
    for position, frozen in enumerate(round_.manifest.drafts):
        draft = round_.drafts[frozen.name]
        if draft.draft != frozen.name or not as_recorded(draft, frozen.digest):
            yield on_manifest(Code.DRAFT_CHANGED, ("drafts", position, "digest"), draft=frozen.name)
