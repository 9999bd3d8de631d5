"""The language in which plancli speaks: PLANCLI_LANG, then the plan's own setting, then the locale."""

import gettext as _gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plancli.core.entry import N_ as N_
from plancli.store.plain import beginning

CATALOGUES = Path(__file__).parent / "locale"
_DOMAIN = "plancli"
_LOOKED_AT = 1 << 20
"""Bytes of plan.yaml in which the setting is looked for."""
_SETTING = re.compile(r"""^language:\s*["']?([A-Za-z]+)""", re.MULTILINE)


@cache
def _(message: str) -> str:
    """Return a message in the language that is spoken (the catalogue is asked once)."""
    return _gettext.gettext(message)


def activate(language: str) -> None:
    """Speak `language` (zh or en) from now on; the command line's own fixed words follow."""
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(_DOMAIN, str(CATALOGUES))
    _gettext.textdomain(_DOMAIN)
    _.cache_clear()


def spoken() -> str:
    """Return the language that is spoken now."""
    return os.environ.get("LANGUAGE") or "en"


def choose(environ: Mapping[str, str], plan_language: str | None) -> str:
    """Return the language that is wanted, by its folder below `locale`; English where there is none."""
    locale = next(
        (environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), ""
    )
    wanted = (environ.get("PLANCLI_LANG") or plan_language or locale).lower()
    return next((name for name in languages() if wanted.startswith(name.lower())), "en")


def languages() -> list[str]:
    """Return the languages that plancli speaks beside English."""
    return sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir())


def language_tag(language: str) -> str:
    """Return the language of a page: Chinese is that of the mainland, in which plans are written."""
    return "zh-CN" if language.startswith("zh") else language


def plan_language(start: Path) -> str | None:
    """Return what the nearest plan/plan.yaml says, read by its one line: this runs before any parser."""
    for folder in (start, *start.parents):
        manifest = folder / "plan" / "plan.yaml"
        try:
            text = beginning(manifest, _LOOKED_AT).decode("utf-8", errors="replace")
        except OSError:  # none here, or one that the command itself will say cannot be read
            continue
        setting = _SETTING.search(text)
        return setting[1] if setting else "zh"
    return None


def in_language(language: str) -> "_gettext.NullTranslations":
    """Return the catalogue of one language, for output that follows the plan and not the reader."""
    return _gettext.translation(_DOMAIN, CATALOGUES, [language], fallback=True)
