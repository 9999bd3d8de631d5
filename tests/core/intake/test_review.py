"""A comment as a person reads it: what its words are for, and what the draft says nearest to them."""

from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.intake.review import OpinionReview, review_of
from tests.core.intake.test_proposals import CORPUS
from tests.core.intake.test_waiting import SOURCE, comment


def told(review: OpinionReview) -> list[tuple[str, str]]:
    opinion = review.comment.opinion
    return [(span.role.value, opinion[span.start : span.end]) for span in review.spans]


def test_a_sentence_with_the_passage_that_is_nearest() -> None:
    review = review_of(
        comment("将“登记造册的果木挂旗加以保护”改为“不挂”。"), OpinionReader(CORPUS, "镇果业站")
    )
    assert (review.verdict, review.asked[0].why) == (Certainty.REFUSED, Doubt.NOT_THERE)
    assert told(review) == [("old", "“登记造册的果木挂旗加以保护”"), ("new", "“不挂”")]
    (missing,) = review.missing
    assert missing.candidates[0].paragraph == "3.1"
    assert review.proposals == ()


def test_a_row_with_old_and_new_words_in_cells() -> None:
    row = comment("请斟酌。\n原文:两次\n修改为:三次", source=SOURCE)
    review = review_of(row, OpinionReader(CORPUS, "镇果业站"))
    assert told(review) == [("old", "两次"), ("new", "三次")]
    assert (review.asked[0].why, len(review.proposals)) == (Doubt.BESIDE, 1)
    missing = comment("原文:五次\n修改为:三次", source=SOURCE)
    assert review_of(missing, OpinionReader(CORPUS, "镇果业站")).missing[0].quote == "五次"


def test_what_is_named_in_the_opinion_or_beside_it_is_shown() -> None:
    reader = OpinionReader(CORPUS, "镇果业站")
    named = review_of(comment("3.2的标题宜改为“采收”以外的词。"), reader)
    assert [spot.paragraph.id for spot in named.there] == ["3.2"]
    beside = review_of(comment("建议进一步完善。", at={"page": "8"}), reader)
    assert [spot.paragraph.id for spot in beside.there] == ["3.1"]
    row = comment("原文:两次\n修改为:三次", at={"section": "3.3"}, source=SOURCE)
    assert [spot.paragraph.id for spot in review_of(row, reader).there] == ["3.3"]
