"""Telling of characters that a paper cannot print."""

import warnings
from collections.abc import Callable

import typer

from plancli.messages import _


def with_unprinted_told(written: Callable[[], bytes]) -> bytes:
    """Return what was written, and tell which characters of it no font of this machine has."""
    from plancli.papers.unprinted import Unprinted

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", Unprinted)
        content = written()
    for one in told:
        if isinstance(one.message, Unprinted):
            typer.echo(_said(one.message.characters), err=True)
        else:
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
    return content


def _said(characters: tuple[str, ...]) -> str:
    listed = _(", ").join(f"{char} (U+{ord(char):04X})" for char in characters)
    return _(
        "no font here has these characters; their numbers are printed: {characters}. "
        "Install a font that has them, then write the file again."
    ).format(characters=listed)
