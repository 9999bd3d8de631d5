"""Names that are short for others, and names that only look so."""

from itertools import permutations

import pytest

from plancli.core.check.text.spelling import home_of, is_short_for
from plancli.core.plan.manifest import Manifest


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("市交通局", "市交通运输局", True),
        ("市住建局", "市住房和城乡建设局", True),
        ("市数管局", "市数据资源管理局", True),
        ("市公安局", "市公安局交警支队", False),
        ("市商务局", "市卫健委", False),
        ("市局", "市公安局", False),
        ("市交通运输局", "市交通局", False),
        ("市发改委", "市发展和改革委员会", True),
        ("市卫健委", "市卫生健康委员会", True),
        ("市人防办", "市人民防空办公室", True),
        ("市政府办", "市政府办公室", True),
        ("市政府办", "市人民政府办公室", True),
        ("市交通运输局", "六安市交通运输局", True),
        ("六安市发改委", "市发展和改革委员会", True),
        ("各县区", "各县区人民政府", True),
        ("金安区", "金安区人民政府", True),
        ("教体局", "教育体育局", True),
        ("镇政办", "镇民政办", True),
        ("市委", "市卫健委", False),
        ("市教育局", "市体育局", False),
        ("市财政局", "市民政局", False),
        ("市管局", "市数管局", False),
        ("市政府办", "市政府外事办公室", False),
        ("市委办", "市委网信办", False),
        ("各县区", "金安区人民政府", False),
        ("市场监管局", "金寨县市场监管局", False),
        ("金安区教育局", "裕安区教育体育局", False),
        ("市第一中学", "市第十一中学", False),
        ("市第二医院", "市第十二人民医院", False),
        ("市第2中学", "市第12中学", False),
        ("市人民医院", "市第二人民医院", False),
        ("市第二医院", "市第二人民医院", True),
        ("市二院", "市第二人民医院", True),
        ("市第一中学", "六安市第一中学", True),
        ("市委统战部", "市委统一战线工作部", True),
        ("市中医院", "市中西医结合医院", False),
        ("市中医院", "市中心医院", False),
        ("市中医院", "市中医医院", True),
    ],
)
def test_short_forms(short: str, long: str, expected: bool) -> None:
    assert is_short_for(short, long) is expected


@pytest.mark.parametrize(("home", "expected"), [("六安", False), ("合肥", True), ("", True)])
def test_a_unit_of_another_place_is_another_unit(home: str, expected: bool) -> None:
    assert is_short_for("市公安局", "合肥市公安局", home) is expected


BUREAUS = """
市委 市委办 市委网信办 市委宣传部 市委统战部 市委编办 市政府办 市政府外办 市发改委
市教育局 市体育局 市科技局 市经信局 市公安局 市民政局 市司法局 市财政局 市人社局
市自然资源局 市生态环境局 市住建局 市城管局 市交通运输局 市水利局 市农业农村局 市林业局
市商务局 市文旅局 市卫健委 市退役军人事务局 市应急局 市审计局 市国资委 市市场监管局
市管局 市统计局 市医保局 市金融监管局 市信访局 市数管局 市人防办 市机关事务管理局
市公共资源交易监督管理局 市税务局 市气象局 市邮政管理局 市烟草专卖局 市消防救援支队
市公安局交警支队 市总工会 团市委 市妇联 市残联 市科协 市投创中心 市公积金中心 市供电公司
市第一中学 市第十一中学 市第二人民医院 市第十二人民医院 市人民医院 市中医院 市中西医结合医院
各县区 金安区人民政府 裕安区人民政府 金寨县人民政府 皖西学院
"""


def test_bureaus_of_a_city_are_told_apart() -> None:
    names = BUREAUS.split()
    assert len(names) > 50
    assert [pair for pair in permutations(names, 2) if is_short_for(*pair)] == []


@pytest.mark.parametrize(
    ("issuer", "title", "home"),
    [
        ("清河县水务局", "用水规划", "清河"),
        ("水务局", "清河县用水规划", "清河"),
        ("清河县水务局", "临江市用水规划", "清河"),
        ("水务局", "用水规划", ""),
    ],
)
def test_the_place_that_is_meant_is_the_issuers_or_the_plans(
    issuer: str, title: str, home: str
) -> None:
    manifest = Manifest(title=title, issuer=issuer, sections=(), units=())
    assert home_of(manifest) == home
