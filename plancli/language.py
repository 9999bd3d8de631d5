"""Which language is wanted: PLANCLI_LANG, then the plan's own setting, then the locale.

Every start asks this before anything else. Paths are strings here, and types are named for mypy alone: to
import pathlib, collections or typing takes longer than all that is done here.
"""

import os

TYPE_CHECKING = False  # mypy takes it for true, as that of typing
if TYPE_CHECKING:
    from collections.abc import Mapping

CATALOGUES = os.path.join(os.path.dirname(__file__), "locale")
_LOOKED_AT = 1 << 20
"""Bytes of plan.yaml in which the setting is looked for."""


def wanted(environ: "Mapping[str, str]", start: "str | os.PathLike[str]") -> str:
    """Return the language for a run in the folder `start`: zh, or another below `locale`, or en.

    The plan is looked at only where the reader did not say it.
    """
    said = environ.get("PLANCLI_LANG")
    return choose(environ, None if said else plan_language(start))


def choose(environ: "Mapping[str, str]", plan_language: str | None) -> str:
    """Return the language that is wanted, by its folder below `locale`; English where there is none."""
    locale = next(
        (environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), ""
    )
    wished = (environ.get("PLANCLI_LANG") or plan_language or locale).lower()
    return next((name for name in languages() if wished.startswith(name.lower())), "en")


def languages() -> list[str]:
    """Return the languages that plancli speaks beside English."""
    with os.scandir(CATALOGUES) as entries:
        return sorted(entry.name for entry in entries if entry.is_dir())


def plan_language(start: "str | os.PathLike[str]") -> str | None:
    """Return what the nearest plan/plan.yaml says, read by its one line: this runs before any parser.

    `start` is taken as seen from the current folder.
    """
    from plancli.store.plain import beginning

    try:
        folder = os.path.join(os.getcwd(), start)
    except OSError:  # the current folder was removed; a command that needs it says so
        return None
    while True:
        try:
            return _setting(beginning(os.path.join(folder, "plan", "plan.yaml"), _LOOKED_AT))
        except OSError:  # none here, or one that the command itself will say cannot be read
            above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _setting(manifest: bytes) -> str:
    """Return the word behind `language:` where a line begins with it; a plan is in Chinese if none does."""
    _before, key, behind = (b"\n" + manifest).partition(b"\nlanguage:")
    words = behind[:100].decode(errors="replace").replace('"', " ").replace("'", " ").split()
    return words[0] if key and words else "zh"
