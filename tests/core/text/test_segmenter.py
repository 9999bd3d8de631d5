"""Which characters are a word: asked of one segmenter, whoever it asks."""

from plancli.core.text.segmenter import Segmenter, whole_dictionary


def test_words_are_told_apart_by_the_dictionary_and_new_ones_by_the_model() -> None:
    assert whole_dictionary("修建防洪堤坝,乔沐晗负责") == [
        *("修建", "防洪", "堤坝"),
        ",",
        *("乔沐晗", "负责"),
    ]


def test_another_way_of_cutting_takes_its_place() -> None:
    segmenter = Segmenter()
    assert segmenter.cut("修建堤坝") == ["修建", "堤坝"]
    segmenter.use(list)
    assert segmenter.cut("修建堤坝") == ["修", "建", "堤", "坝"]
