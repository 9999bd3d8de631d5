"""What plancli says, in the language that is wanted (`language`)."""

import gettext as _gettext
import os
from functools import cache

from plancli.core.entry import N_ as N_
from plancli.language import CATALOGUES

_DOMAIN = "plancli"


@cache
def _(message: str) -> str:
    """Return a message in the language that is spoken (the catalogue is asked once)."""
    return _gettext.gettext(message)


def activate(language: str) -> None:
    """Speak `language` (zh or en) from now on; the command line's own fixed words follow."""
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(_DOMAIN, CATALOGUES)
    _gettext.textdomain(_DOMAIN)
    _.cache_clear()


def spoken() -> str:
    """Return the language that is spoken now."""
    return os.environ.get("LANGUAGE") or "en"


def language_tag(language: str) -> str:
    """Return the language of a page: Chinese is that of the mainland, in which plans are written."""
    return "zh-CN" if language.startswith("zh") else language


def in_language(language: str) -> "_gettext.NullTranslations":
    """Return the catalogue of one language, for output that follows the plan and not the reader."""
    return _gettext.translation(_DOMAIN, CATALOGUES, [language], fallback=True)
