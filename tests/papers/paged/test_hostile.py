"""Files that are made to harm: each ends in one error, soon, and in no more memory than it may have."""

import pytest

from bench.typed import Typed, in_file, pdf
from plancli.papers.packed import UnfitFileError
from plancli.papers.paged.apart import paper_apart

GOOD = pdf([[Typed(80, 200, 16, "雨后三日内清理塌方")]])
CATALOG, PAGE = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>"

LOCKED = (
    b"trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -44/O<%s>/U<%s>>>"
    % (b"ab" * 32, b"cd" * 32)
)


def stream(words: str, keys: str = "") -> str:
    return f"<</Length {len(words)}{keys}>>stream\n{words}\nendstream"


def held_by_each_other(depth: int) -> bytes:
    """Return a page whose form shows another one twice, and so on: two to the power of `depth` forms."""
    resources = "/Resources<</XObject<</X {} 0 R>>>>"
    form = "/Type/XObject/Subtype/Form/BBox[0 0 10 10]"
    page = PAGE[:-2] + "/Contents 4 0 R" + resources.format(5) + ">>"
    objects = [CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream("/X Do")]
    objects += [stream("/X Do /X Do", form + resources.format(6 + at)) for at in range(depth)]
    return in_file([*objects, stream("", form)])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD[: len(GOOD) // 2], "it is broken"),
        (in_file([CATALOG, "<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "it is broken"),
        (in_file([CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 2999>>", PAGE]), "it is broken"),
        (in_file([CATALOG, f"<</Type/Pages/Kids[{'3 0 R ' * 3001}]/Count 3001>>", PAGE]), "3,000"),
        (GOOD.replace(b"trailer<<", LOCKED), "locked by a password"),
        (held_by_each_other(40), "made to exhaust"),
    ],
)
def test_a_hostile_file_is_one_error(content: bytes, said: str) -> None:
    # only one of them takes all the time that it is given; a busy machine begins the others late
    patience = 2 if "exhaust" in said else 60
    with pytest.raises(UnfitFileError, match=said):
        paper_apart(content, patience=patience)


@pytest.mark.parametrize(
    "content",
    [
        in_file([CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", PAGE]),
        in_file([CATALOG, "<</Type/Pages/Kids[3 0 R]/Count -5>>", PAGE]),
    ],
)
def test_pages_that_are_only_claimed_are_none(content: bytes) -> None:
    assert len(paper_apart(content).pages) == 1


@pytest.mark.parametrize(
    "action",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/OpenAction<</S/URI/URI(http://localhost:9/)>>",
        b"/OpenAction<</S/Launch/F(sh)>>",
    ],
)
def test_what_a_file_would_do_is_not_done(action: bytes) -> None:
    paper = paper_apart(GOOD.replace(b"<</Type/Catalog", b"<<" + action + b"/Type/Catalog"))
    assert [line.words for _, line in paper.counted()] == ["雨后三日内清理塌方"]


def test_a_table_of_places_that_is_wrong_is_built_anew() -> None:
    paper = paper_apart(GOOD.replace(b"startxref\n", b"startxref\n9"))
    assert paper.characters == 9
