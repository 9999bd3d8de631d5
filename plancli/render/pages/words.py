"""The fixed words of what is published, in the language of the plan."""

from collections.abc import Callable
from functools import cache

from plancli.core.comments.status import INTENDED, Status
from plancli.core.publish.claims import Claims
from plancli.core.publish.happened import Happened
from plancli.core.publish.naming import Naming
from plancli.core.publish.words import DoneForms, Said
from plancli.core.rounds.borne_out import InText
from plancli.messages import N_, _, in_language

_NOTHING = N_("none")
_JOINT = N_("Worded together with the comment of {unit}.")
_JOINED = N_("Treated together with the comment of {unit}.")
_SHARED = N_("{units} made the same comment.")
_STOP, _COMMA, _POINT = N_(". "), N_(", "), N_("({number})")
_NAMING = Naming(
    titled=N_("{number} “{title}”"),
    quoted=N_("“{title}”"),
    item=N_("item {number}"),
    nth=N_("paragraph {number}"),
    formula=N_("formula {number}"),
    below=N_("{whole}, {part}"),
    inside=N_("{part} in {whole}"),
    formerly=N_("{new} (formerly {old})"),
    now=N_("{old} (now {new})"),
    cover=N_("title of the plan"),
    row=N_("row “{row}” of {whole}"),
    head=N_("column “{column}” of {whole}"),
    cell=N_("“{column}” in row “{row}” of {whole}"),
    nth_cell=N_("cell {number} in row “{row}” of {whole}"),
    nth_row=N_("row {number} of {whole}"),
    nth_column=N_("column {number} of {whole}"),
    measure=N_("unit of measure of {whole}"),
    note=N_("note {number} to {whole}"),
    footnote=N_("footnote to {whole}"),
    footnote_at=N_("footnote to “{words}” in {whole}"),
    picture=N_("picture of {whole}"),
    alt=N_("alternative text of {whole}"),
    new_row=N_("new row of {whole}"),
    new_head=N_("new column of {whole}"),
    new_part=N_("new part of {whole}"),
    page=N_("page {page}"),
    line=N_(" line {line}"),
)
_DONE = DoneForms(
    replaced=N_("“{old}” now reads “{new}”."),
    everywhere=N_("“{old}” now reads “{new}” throughout."),
    deleted=N_("“{old}” is deleted."),
    inserted_after=N_("“{new}” is inserted after “{place}”."),
    inserted_before=N_("“{new}” is inserted before “{place}”."),
    inserted_into=N_("“{new}” is added at the end of {place}."),
    rewritten=N_("{part} now reads “{new}”."),
    retitled=N_("The title of {part} is now “{new}”."),
    pictured=N_("{part} is replaced by {new}."),
    added_after=N_("“{new}” is added after {place}."),
    added_to=N_("“{new}” is added to {place}."),
    noted=N_("A footnote is added to {place}: “{new}”."),
    removed=N_("{part} is removed."),
    moved_after=N_("{part} now stands after {place}."),
    moved_before=N_("{part} now stands before {place}."),
    moved_to=N_("{part} now stands in {place}."),
    units_set=N_("The responsible units of {part} are now {units}."),
    units_added=N_("Added to the responsible units of {part}: {units}."),
    units_removed=N_("Taken off the responsible units of {part}: {units}."),
)
_HAPPENED = Happened(
    come=N_("new"),
    gone=N_("deleted"),
    moved=N_("moved"),
    behind=N_("{name} ({what})"),
    alone=N_("({what})"),
    stood_after=N_("(stood after {place})"),
    stood_before=N_("(stood before {place})"),
    stood_in=N_("(stood in {place})"),
    stands_after=N_("(moved to after {place})"),
    stands_before=N_("(moved to before {place})"),
    stands_in=N_("(moved to {place})"),
    picture=N_("(picture)"),
    other_picture=N_("(another picture)"),
)
_STAMP = N_(
    "INTERNAL PAPER, not for publication. Comments to be adopted that are not in the text yet: {count}"
)
_STAMP_OF_APPROVAL = N_(
    "INTERNAL PAPER, not for publication. Comments not in the text or not approved yet: {count}"
)


def called(status: Status, language: str) -> str:
    """Return the name of a status beside what was decided: in Chinese the word of the files itself."""
    return str(status) if language.startswith("zh") else said(language).labels[status]


@cache
def said(language: str) -> Said:
    """Return the fixed words of one language."""
    translate = in_language(language).gettext
    labels = {status: translate(status.meaning.english) for status in Status}
    intended = {status: translate(status.meaning.intended[1]) for status in INTENDED}
    return Said(
        labels,
        intended,
        {in_text: translate(in_text.meaning.english) for in_text in InText},
        translate(_NOTHING),
        translate(_JOINT),
        translate(_JOINED),
        translate(_SHARED),
        translate(_STOP),
        translate(_COMMA),
        translate(_POINT),
        naming(translate),
        DoneForms(*map(translate, _DONE)),
        Happened(*map(translate, _HAPPENED)),
    )


def naming(translate: Callable[[str], str] = _) -> Naming:
    """Return how parts of a plan are called, in the reader's language unless another one is given."""
    return Naming(*map(translate, _NAMING))


def stamp(found: Claims, language: str) -> str:
    """Return what a paper must bear that is not fit for publication; "" where all of it is proved."""
    if found.proved:
        return ""
    stamped = _STAMP_OF_APPROVAL if found.lacks_approval else _STAMP
    return in_language(language).gettext(stamped).format(count=len(found.comments))
