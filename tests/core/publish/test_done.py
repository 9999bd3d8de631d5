"""What was done, in the sentences of a reply: one for each verb, in the plan's language."""

import string

import pytest

from plancli.core.comments.comment import Decision
from plancli.core.plan.joints import joints_of
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.publish.done import Telling, done_in_words
from plancli.core.publish.naming import Paper
from plancli.core.publish.words import CHINESE, CHINESE_DONE
from plancli.render.pages.words import said

OUTLINE = Outline(
    (
        Section(
            key="第三章",
            title="灌溉",
            body=(
                Paragraph(id="3.1", heading="渠道", text="衬砌渠道5公里。", units=("镇水利站",)),
                Paragraph(id="3.2", heading="水闸", text="更换水闸2座。"),
                Column(column="专栏4", title="灌区", items=(Paragraph(id="4.1", text="北片。"),)),
            ),
        ),
        Section(key="第四章", title="管护"),
    )
)
TOLD = {
    "{replace: 衬砌渠道, with: 疏浚“老渠”}": "已将“衬砌渠道”改为“疏浚‘老渠’”。",
    "{replace: 渠道, with: 水渠, everywhere: true}": "已将全文“渠道”改为“水渠”。",
    "{replace: 5公里, with: ''}": "已删除“5公里”。",
    "{delete: 2座}": "已删除“2座”。",
    "{insert: 、维修, after: 更换}": "已在“更换”后增加“、维修”。",
    "{insert: 分批, before: 更换}": "已在“更换”前增加“分批”。",
    "{insert: 每年巡查。, into: '3.1'}": "已在第三章“灌溉”中“渠道”末尾增加“每年巡查。”。",
    "{rewrite: '3.2', with: 改造水闸。}": "已将第三章“灌溉”中“水闸”修改为“改造水闸。”。",
    "{title: 第四章, with: 建后管护}": "已将第四章“管护”的标题改为“建后管护”。",
    "{add: {heading: 泵房, text: 新建一处。}, to: 第三章, after: '3.2'}": (
        "已在第三章“灌溉”中“水闸”后增加“泵房。新建一处。”。"
    ),
    "{add: {column: 专栏5, title: 泵房}, to: 第四章}": "已在第四章“管护”中增加“泵房”。",
    "{remove: 第三章/专栏4}": "已删去专栏4“灌区”。",
    "{move: '3.2', before: '3.1'}": ("已将第三章“灌溉”中“水闸”移至第三章“灌溉”中“渠道”之前。"),
    "{move: '3.1', after: '3.2'}": "已将第三章“灌溉”中“渠道”移至第三章“灌溉”中“水闸”之后。",
    "{move: '3.2', to: 第四章}": "已将第三章“灌溉”中“水闸”移至第四章“管护”。",
    "{units: '3.1', add: [镇农办], remove: [镇水利站]}": (
        "已在第三章“灌溉”中“渠道”的责任单位中增加镇农办。"
        "已从第三章“灌溉”中“渠道”的责任单位中去掉镇水利站。"
    ),
    "{units: '3.1', set: [镇农办, 各村]}": "已将第三章“灌溉”中“渠道”的责任单位改为镇农办、各村。",
}


def done(*edits: str, language: str = "zh") -> str:
    from ruamel.yaml import YAML

    values = [YAML(typ="safe").load(edit) for edit in edits]
    decision = Decision.model_validate({"edits": values})
    telling = Telling(Paper(OUTLINE, OUTLINE), joints_of(language), said(language))
    return done_in_words(decision.edits or (), telling)


@pytest.mark.parametrize("edit", TOLD)
def test_every_verb_has_its_sentence(edit: str) -> None:
    assert done(edit) == TOLD[edit]


def test_several_edits_are_several_sentences() -> None:
    assert done("{delete: 2座}", "{delete: 北片}") == "已删除“2座”。已删除“北片”。"
    assert done("{delete: 2座}", "{delete: 北片}", language="en") == (
        "“2座” is deleted. “北片” is deleted."
    )
    assert done() == ""


def test_the_catalogue_says_the_same_as_the_core() -> None:
    assert said("zh").done == CHINESE.done == CHINESE_DONE


def test_both_languages_fill_in_the_same() -> None:
    def fields(form: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(form) if name}

    for chinese, english in zip(CHINESE_DONE, said("en").done, strict=True):
        assert fields(chinese) == fields(english)
