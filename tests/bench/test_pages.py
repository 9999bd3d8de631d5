"""The bare page beside which the review page is measured: as many bytes, the same words."""

from bench.pages import bare_page

PAGE = (
    '<!DOCTYPE html><style>p { color: red }</style><div class="row paragraph">加快建设社区食堂。</div>'
    '<article class="card" id="a">建议改为“尽快”。</article><script>let words;</script>'
    + "字"
    * 2000
)


def test_it_has_as_many_bytes_and_passages_and_the_words() -> None:
    bare = bare_page(PAGE)
    # what is left over may be one more paragraph; the marks of paragraphs come on top
    assert 0 <= len(bare.encode()) - len(PAGE.encode()) <= 3 * bare.count("<p>")
    assert bare.count("<p>") in (1, 2)
    assert "加快建设社区食堂。 建议改为“尽快”。" in bare
    assert "color: red" not in bare
    assert "let words" not in bare
