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


def colon() -> str:
    """Return what stands behind a label, with the blank that a language has there."""
    return _(": ")


def semicolon() -> str:
    """Return what stands between two sentences of one line."""
    return _("; ")


def in_brackets(words: object) -> str:
    """Return words in brackets, as they stand behind others."""
    return _(" ({words})").format(words=words)


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


class Catalogue:
    """What plancli says in one language, for output that follows the plan and not the reader."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._found = _gettext.translation(_DOMAIN, CATALOGUES, [language], fallback=True)

    def gettext(self, message: str) -> str:
        """Return a message in this language, with marks as wide as it writes them."""
        from plancli.core.text.punctuation import punctuated  # a start needs none of it

        return punctuated(self._found.gettext(message), self._language)


def in_language(language: str) -> Catalogue:
    """Return what plancli says in one language: en, zh, or zh@narrow with half-width marks."""
    return Catalogue(language)
