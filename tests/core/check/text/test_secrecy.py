"""Marks of secrecy, and what only looks like one."""

import pytest

from plancli.core.check.text.secrecy import secrecy


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("秘密★1年", True),
        ("秘密10年", True),
        ("密级 秘密", True),
        ("密级：机密", True),
        ("内部资料 注意保管", True),
        ("【内部文件】", True),
        ("仅供内部使用", True),
        ("供内部使用的系统", False),
        ("保护商业秘密和国家秘密", False),
        ("机密性、完整性", False),
        ("秘密", True),
        ("绝密级", True),
        ("【机密级】", True),
        ("涉及绝密级文件", False),
        ("分为绝密级、机密级、秘密级。", False),
        ("秘 密★1年", True),
        ("机密*10年", True),
        ("**机密**", False),
        ("机密 10年", True),
        ("保密期限为机密20年。", False),
        ("绝密30年、机密20年、秘密10年为限", False),
        ("密级：公开", False),
        ("信息系统分为:绝密级;机密级;秘密级。", False),
        ("绝密级；机密级；\n秘密级。", False),
        ("期限为:绝密30年;机密20年;秘密10年。", False),
        ("绝密★30年;机密★20年", True),
        ("按期完成;机密级。", True),
        ("完成于2021年;机密10年。", True),
        ("分级保护(机密级)系统按规定建设。", False),
        ("按分级保护(机密)要求建设,(秘密级)信息系统", False),
        ("智慧城市规划(机密级)", True),
        ("智慧城市规划（机密）", True),
        ("本件(机密级)请勿外传", True),
        ("密级：", True),
    ],
)
def test_marks_of_secrecy(text: str, marked: bool) -> None:
    assert bool(list(secrecy(text))) is marked
