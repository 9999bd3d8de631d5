"""The digest of a frozen draft: its words, and what is printed between them as far as it is written."""

from plancli.core.plan.digest import as_recorded, digest, draft_digest
from plancli.core.plan.model import Column, Draft, Paragraph, Section, Table


def sections(separator: str | None = None, text: str = "疏浚两里。") -> tuple[Section, ...]:
    item = Paragraph(id="2", heading="船", text="一条。")
    paragraph = Paragraph(id="1", heading="河道", separator=separator, text=text)
    body = (paragraph, Column(column="专栏1", items=(item,)))
    return (Section(key="一", title="河", body=body),)


def draft(own: str | None = None, separator: str | None = None, text: str = "疏浚两里。") -> Draft:
    return Draft(draft="初稿", separator=separator, sections=sections(own, text))


def test_a_draft_that_says_nothing_of_separators_has_the_digest_of_before_there_were_any() -> None:
    old = "sha256:43c6d3d6aefeae51378daadea8d75415a9a28dd6733cf26d345153f1f6ec7194"
    assert digest(sections()) == old


def test_what_is_written_is_in_the_digest() -> None:
    found = {digest(sections()), digest(sections(), "："), digest(sections("："))}
    assert len(found | {digest(sections(), ""), digest(sections(""))}) == 5


def test_separators_may_be_added_to_a_draft_that_was_frozen_without() -> None:
    recorded = digest(sections())
    assert as_recorded(draft(), recorded)
    assert as_recorded(draft(separator="："), recorded)
    assert as_recorded(draft(own="——", separator="："), recorded)
    assert not as_recorded(draft(separator="：", text="疏浚三里。"), recorded)


def test_a_separator_that_was_frozen_stays() -> None:
    recorded = digest(sections("——"), "：")
    assert as_recorded(draft("——", "："), recorded)
    for other in (draft("——", "。"), draft("——"), draft(None, "："), draft("：", "：")):
        assert not as_recorded(other, recorded)


def test_pages_and_lines_are_not_in_it() -> None:
    paragraph = Paragraph.model_validate({"id": "1", "text": "疏浚。", "page": "3", "line": "4"})
    bare = Section(key="一", title="河", body=(Paragraph(id="1", text="疏浚。"),))
    assert digest([Section(key="一", title="河", body=(paragraph,))]) == digest([bare])


def with_table(**declared: object) -> Draft:
    """Return a draft with a table that declares something, or nothing."""
    keys = {"table": "表1", "columns": ["项目", "里数"], "rows": [["上游", "2"], ["合计", "2"]]}
    body = (Table.model_validate({**keys, **declared}),)
    return Draft(draft="初稿", sections=(Section(key="一", title="河", body=body),))


SUM = {"row": "表1.2", "of": ["表1.1"]}


def test_declarations_may_be_added_to_a_draft_that_was_frozen_without() -> None:
    recorded = draft_digest(with_table())
    assert as_recorded(with_table(sums=[SUM], joined=["项目"]), recorded)


def test_a_declaration_that_was_frozen_stays() -> None:
    recorded = draft_digest(with_table(sums=[SUM]))
    assert as_recorded(with_table(sums=[SUM]), recorded)
    rounded = with_table(sums=[{**SUM, "rounded": "true"}])
    for other in (with_table(), rounded, with_table(sums=[SUM], joined=["项目"])):
        assert not as_recorded(other, recorded)
