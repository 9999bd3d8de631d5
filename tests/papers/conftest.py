"""A small consultation with everything that a table can show."""

import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import Prepare

COMMENTS = {
    "镇财政所/03": """
        unit: 镇财政所
        at: {section: 第二章, page: 2, line: 3-4}
        topic: 面积
        handler: 李四
        letter: 〔2026〕3号
        received: 2026-01-05
        note: 内部附注
        opinion: |-
          第一点,每个食堂不小于80平方米改为70平方米。
          第二点,增加"= 号开头"的内容。
        edits:
          - {replace: 不小于80平方米, with: 不小于70平方米}
        decision: {status: 采纳, reply: 已修改。}
        """,
    "朱小明/01": """
        unit: 朱小明
        topic: 菜品
        opinion: 我是朱小明,希望供应晚餐。
        decision: {status: 不采纳, reason: 朱小明提出的晚餐供应另行研究。}
        """,
    "镇文化站/01": """
        unit: 镇文化站
        opinion: 两点意见。
        items:
          - opinion: 第一章增加夜宵。
            edits: [{insert: 和夜宵, after: 早餐和午餐}]
            decision: {status: 待定}
          - opinion: 建议配图书角。
            decision: {status: 留作参考}
        """,
}


ROSTER = """\
  - {name: 朱小明, kind: 个人, channel: 网上留言}
  - {name: 镇卫生院, reply: 无意见}
"""


@pytest.fixture(scope="session")
def _consulted(_example: Path, tmp_path_factory: pytest.TempPathFactory, _prepare: Prepare) -> Path:
    folder = Path(shutil.copytree(_example, tmp_path_factory.mktemp("consulted") / "plan"))
    manifest = folder / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("    reply: 无意见\n", "")
    manifest.write_text(text.replace("sections:", f"{ROSTER}sections:"), encoding="utf-8")
    for name, content in COMMENTS.items():
        path = folder / f"comments/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(content).lstrip(), encoding="utf-8")
    # what is published is what the text proves
    _prepare(folder, ("apply", "--all"))
    return folder


@pytest.fixture
def consulted(_consulted: Path, tmp_path: Path) -> Path:
    """What `plancli init` writes, with more comments, a person among those who sent them."""
    return Path(shutil.copytree(_consulted, tmp_path / "example"))


@pytest.fixture(scope="session")
def _decided(_consulted: Path, tmp_path_factory: pytest.TempPathFactory, _prepare: Prepare) -> Path:
    folder = Path(shutil.copytree(_consulted, tmp_path_factory.mktemp("decided") / "plan"))
    open_ones = ("镇财政所-02", "镇文化站-01.1")
    _prepare(folder, *(("decide", name, "--status", "留作参考") for name in open_ones))
    return folder


@pytest.fixture
def decided(_decided: Path, tmp_path: Path) -> Path:
    """The same with a decision on every comment, so that each unit has a letter."""
    return Path(shutil.copytree(_decided, tmp_path / "example"))
