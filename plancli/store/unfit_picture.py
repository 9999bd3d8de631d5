"""Why the bytes of a file are no picture that can be shown, whatever its kind is."""

from plancli.core.entry import N_


class UnfitPictureError(ValueError):
    """Why a file is no picture that can be shown: a message, in English."""


CUT_SHORT = N_("it is cut short, or no picture")
DAMAGED = N_("it is damaged: its pixels cannot be read")
FEW_SHOW_IT = N_("it is of a kind that few programs show")
TOO_MANY = N_("it has no pixels, or more than 20,000 on a side")
TOO_MANY_AT_ALL = N_("it has more than 200 million pixels")
_MOST_PIXELS = 20_000
"""Pixels of a side at most: what is far larger unpacks to more than memory holds."""
_MOST_AT_ALL = 200_000_000


def refuse_size(width: int, height: int) -> None:
    """Refuse a picture without pixels, or with too many, before they are looked at."""
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise UnfitPictureError(TOO_MANY)
    if width * height > _MOST_AT_ALL:
        raise UnfitPictureError(TOO_MANY_AT_ALL)
