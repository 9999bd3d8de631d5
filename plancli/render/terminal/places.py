"""Places as a terminal shows them; and those of an edit that holds everywhere, as a list to be read."""

from collections import Counter
from collections.abc import Iterator

from plancli.core.comments.edits import FrozenPlace
from plancli.core.locate.everywhere import Listed
from plancli.core.plan.model import PLAN
from plancli.messages import N_, _, colon


def shown(key: str) -> str:
    """Return a key as it is shown; that of the plan's title, a word of the files, has a name instead."""
    return _("title of the plan") if key == PLAN else key


def lines(name: str, listed: Listed) -> Iterator[str]:
    """Yield the places of one edit of a comment, marked where they came (+), are waived (○) or gone (-)."""
    edit = listed.edit
    words = {"old": edit.replace, "new": edit.wording}
    places = edit.places or ()
    waived = sum(1 for place in places if place.waived)
    head = _("{id}: “{old}” → “{new}”, places: {count}, of these waived: {waived}")
    yield head.format(id=name, count=len(places), waived=waived, **words)
    new = Counter(listed.come)
    for place in places:
        sign = "+" if new[place] else " "
        yield f" {sign} {_line(place)}"
    for place in listed.gone:
        yield f" - {_line(place)}"


def _line(place: FrozenPlace) -> str:
    """Return one place: where, the words there, and why it is waived."""
    field = _(_FIELDS[place.field])
    number = f" {place.nth}" if place.nth > 1 else ""
    said = f"{shown(place.within)} {field}{number}{colon()}{place.says}"
    return f"{said} ○ {place.waived}" if place.waived else said


_FIELDS = {
    "heading": N_("heading"),
    "text": N_("text"),
    "title": N_("title"),
    "units": N_("responsible units"),
}
