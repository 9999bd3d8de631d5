"""Between several hits the citation chooses; where it contradicts all of them, the words count."""

import pytest

from plancli.core.locate.anchors import Anchor, Aspect, Hint, Target
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section, Table
from plancli.core.plan.span import Span

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="茶园",
            body=(
                Paragraph(id="1", text="春季剪枝。", page=Span(2, 2), line=Span(4, 5)),
                Paragraph(id="2", text="春季剪枝。", page=Span(3, 3), line=Span(4, 5)),
                Paragraph(id="3", text="秋季施肥。", page=Span(3, 3), line=Span(9, 9)),
            ),
        ),
        Section(key="第二章", title="果园", body=(Paragraph(id="4", text="春季剪枝。"),)),
    ]
)


@pytest.mark.parametrize(
    ("target", "paragraph"),
    [
        (Target(("第二章",)), "4"),
        (Target((), Span(2, 2)), "1"),
        (Target((), Span(3, 4)), "2"),
        (Target((), Span(3, 3), Span(5, 7)), "2"),
    ],
)
def test_the_hit_that_fits_is_taken(target: Target, paragraph: str) -> None:
    found = DRAFT.locate("春季剪枝", Hint(targets=(target,)))
    assert isinstance(found, Anchor)
    assert [piece.paragraph for piece in found.pieces] == [paragraph]
    assert found.miscited == ()


@pytest.mark.parametrize(
    ("target", "miscited"),
    [
        (Target(("第二章",)), (Aspect.SECTION,)),
        (Target((), Span(2, 2)), (Aspect.PAGE,)),
        (Target((), Span(3, 3), Span(1, 8)), (Aspect.LINE,)),
        (Target((), Span(3, 3), Span(9, 12)), ()),
    ],
)
def test_the_only_hit_stands_though_the_citation_is_wrong(
    target: Target, miscited: tuple[Aspect, ...]
) -> None:
    found = DRAFT.locate("秋季施肥", Hint(targets=(target,)))
    assert isinstance(found, Anchor)
    assert found.miscited == miscited


TABLED = Table.model_validate(
    {
        "table": "表1",
        "columns": ["茶园", {"key": "今年", "head": "亩数|今年"}],
        "rows": [["南坡", "80"], ["北坡", "60"]],
        "notes": [{"id": "表1.注1", "text": "注:不含新垦。"}],
    }
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("80", "第一章"),
        ("80", "第一章/表1"),
        ("80", "第一章/表1/今年"),
        ("80", "表1.1"),
        ("不含新垦", "第一章/表1"),
    ],
)
def test_a_cell_stands_in_its_row_its_column_and_its_table(words: str, place: str) -> None:
    corpus = Corpus([Section(key="第一章", title="茶园", body=(TABLED,))])
    found = corpus.locate(words, Hint(targets=(Target((place,)),)))
    assert isinstance(found, Anchor)
    assert found.miscited == ()
