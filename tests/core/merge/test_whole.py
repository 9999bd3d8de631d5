"""Whatever is quoted or rewritten: no number or word is torn, and what does not change keeps its bytes.

The draft is put together from numbers and words that are known, so that nothing here asks what an atom is.
"""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.comments.edits import Delete, Insert, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.merge.words import Change, merge
from plancli.core.plan.model import Paragraph, Section

WHOLE = (
    *(
        "1,379",
        "百分之三十",
        "一百二十",
        "80%",
        "２.5％",
        "3-5",
        "1/3",
        "二〇二五",
        "〔2020〕12号",
        "-3.5%",
    ),
    *("5G", "IPv6", "NB-IoT", "ＡＰＰ", "👨\u200d👩\u200d👧", "e\u0301", "🇨🇳", "十四五", "7:30"),
)
BETWEEN = ("修缮", "码头，", "“添船”", "与", "、", "。")
TYPED = {code: code + 0xFEE0 for code in map(ord, "0123456789%APGv")}
TYPED |= {wide: narrow for narrow, wide in TYPED.items()} | {
    ord("，"): ord(","),
    ord("“"): ord('"'),
}


@st.composite
def drafts(draw: st.DrawFn) -> list[str]:
    """Draw words and numbers by turns."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        parts += [draw(st.sampled_from(BETWEEN[:4])), draw(st.sampled_from(WHOLE))]
    return [*parts, draw(st.sampled_from(BETWEEN[:1])), "。"]


def corpus(text: str) -> Corpus:
    paragraph = Paragraph(id="1", text=text)
    return Corpus([Section(key="第一章", title="第一章", body=(paragraph,))])


def merged(draft: Corpus, *edits: Delete | Insert | Rewrite) -> str:
    placed = place(draft, "甲局", Patch(edits=edits))
    return str(compose(draft.outline, [placed]).sections[0].body[0].text)  # type: ignore[union-attr]


@given(drafts(), st.data())
def test_a_quotation_never_tears_a_number_or_word(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = place(corpus(text), "甲局", Patch(edits=(Delete(delete=text[start:end]),)))
    ends = {0, *accumulate(map(len, parts))}
    inside = [at for part in BETWEEN for at in _places_of(text, part)]
    for change in found.texts:
        for at in (change.change.start, change.change.end):
            assert at in ends or at in inside


def _places_of(text: str, part: str) -> list[int]:
    """Return the places inside of a part wherever it stands."""
    found: list[int] = []
    for at in range(len(text)):
        if text.startswith(part, at):
            found += range(at, at + len(part) + 1)
    return found


@given(drafts(), st.data())
def test_a_rewrite_in_another_width_changes_what_it_changes(
    parts: list[str], data: st.DataObject
) -> None:
    """One number or word becomes another one; all else is typed in the other width, and stays as it is."""
    at = data.draw(st.integers(0, len(parts) // 2 - 2)) * 2 + 1
    new = data.draw(st.sampled_from(("九", "新", "暂定")))
    wanted = "".join([*parts[:at], new, *parts[at + 1 :]])
    typed = "".join(
        [
            *(part.translate(TYPED) for part in parts[:at]),
            new,
            *(part.translate(TYPED) for part in parts[at + 1 :]),
        ]
    )
    assert merged(corpus("".join(parts)), Rewrite(rewrite="1", wording=typed)) == wanted


@given(drafts())
def test_a_rewrite_that_only_types_otherwise_changes_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    assert merged(corpus(text), Rewrite(rewrite="1", wording=text.translate(TYPED))) == text


def test_insertions_at_one_point_do_not_fuse() -> None:
    for one, other in (("1", "2"), ("三", "十"), ("A", "P"), ("e", "\u0301")):
        changes = [Change("甲局", 2, 2, one, (2, 2), 1), Change("乙局", 2, 2, other, (2, 2), 2)]
        assert merge("新建站点。", changes).text == "新建站点。"
        assert merge("新建站点。", changes[::-1]).text == "新建站点。"
    apart = [Change("甲局", 2, 2, "甲", (2, 2), 2), Change("乙局", 2, 2, "2", (2, 2), 1)]
    assert merge("新建站点。", apart).text == "新建2甲站点。"
