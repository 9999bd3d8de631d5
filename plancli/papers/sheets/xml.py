"""XML of files that are not our own: no entities, nothing fetched, within bounds."""

import io
import zipfile
from typing import Any

from lxml import etree

from plancli.core.entry import N_
from plancli.papers.packed import UnfitFileError


def parsed(content: bytes, part: str) -> Any:
    """Return the root of one part of a packed file; raises one of `packed.BROKEN` where there is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return root_of(packed.read(part))


BOUNDS: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
"""How every parser of such files is set."""


_MOST_TAGS = 3_000_000
"""So many has a part at most: a plan of 500 pages has a tenth. Each takes far more memory than its letters,
and time in whatever looks at all of them."""


def root_of(raw: bytes) -> Any:
    """Return the root of some XML; raises ValueError where it is none, or declares anything of its own."""
    if raw.count(b"<") > _MOST_TAGS:
        raise UnfitFileError(N_("a part of it has more than three million tags"))
    parser = etree.XMLParser(remove_comments=True, **BOUNDS)
    try:
        root = etree.fromstring(raw, parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a declaration of its own")  # entities, which no office program writes
    return root


def own(element: Any, tag: str, holder: str) -> list[Any]:
    """Return the elements of a kind below another whose nearest holder it is: of a table its own rows."""
    found = []
    for one in element.iter(tag):
        above = one.getparent()
        while above is not None and above.tag != holder:
            above = above.getparent()
        if above is element:
            found.append(one)
    return found
