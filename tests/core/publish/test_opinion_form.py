"""What can be chosen on a form names one part each, on any plan."""

from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.locate import cited_places
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.publish.naming import CHINESE_NAMING
from plancli.core.publish.opinion_form import FormWords, OpinionForm, opinion_form, parts_to_choose
from plancli.render.pages.words import said
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT

WORDS = FormWords("表", "单位", "", (), (), "")


def landing(corpus: Corpus, name: str) -> list[str]:
    return [
        spot.paragraph.id for place in cited_places(corpus, parse(name)) for spot in place.spots
    ]


def of_real_plan() -> tuple[OpinionForm, Corpus]:
    round_ = load(read_files(ROOT)).open_round
    form = opinion_form(round_, WORDS, CHINESE_NAMING)
    return form, round_.workspace.corpus


def test_each_part_of_the_real_plan_can_be_chosen_and_is_found_again() -> None:
    form, corpus = of_real_plan()
    found: set[str] = set()
    for name in form.parts:
        found.update(landing(corpus, name))
    assert found == set(corpus.outline.spots)
    assert len(set(form.parts)) == len(form.parts)
    assert "市医保局" in form.units
    assert "公众" not in form.units


def testparts_to_choose_of_one_name_are_told_apart() -> None:
    twins = (
        Paragraph(id="甲.1", heading="机制", text="一。"),
        Paragraph(id="甲.2", heading="机制", text="二。"),
    )
    column = Column(column="专栏1", title="机制", items=(Paragraph(id="栏.1", text="三。"),))
    corpus = Corpus((Section(key="第一章", title="总则", body=(*twins, column)),))
    for naming in (CHINESE_NAMING, said("en").naming):
        names = list(parts_to_choose(corpus, naming))
        assert len(names) == 5
        lands = [landing(corpus, name) for name in names]
        assert lands == [["甲.1", "甲.2", "栏.1"], ["甲.1"], ["甲.2"], ["栏.1"], ["栏.1"]], names
    assert list(parts_to_choose(corpus, CHINESE_NAMING))[1:3] == [
        "第一章“总则”中第1段",
        "第一章“总则”中第2段",
    ]


def test_no_key_stands_on_the_form_of_a_plan_with_tables_and_figures() -> None:
    corpus = load(read_files(ROOT / "examples/water")).open_round.workspace.corpus
    names = list(parts_to_choose(corpus, CHINESE_NAMING))
    assert set(names).isdisjoint(corpus.outline.in_reading_order)
    assert len(names) > 500
