"""In which paragraphs words stand: found in one walk, as asking each of them finds them."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section

few_marks = st.text("堤坝渠", max_size=5)


@given(st.lists(few_marks, min_size=1, max_size=6), few_marks)
def test_the_paragraphs_that_have_words_are_those_that_say_so_when_asked(
    texts: list[str], wanted: str
) -> None:
    body = tuple(Paragraph(id=f"1.{at}", text=text) for at, text in enumerate(texts))
    corpus = Corpus([Section(key="第一章", title="水利", body=body)])
    asked = [one.id for one in body if wanted and wanted in corpus.folded(one.id)]
    assert list(corpus.having(wanted)) == asked
