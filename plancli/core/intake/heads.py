"""What a column of a returned table holds, by the words of its head."""

import re
from enum import StrEnum
from functools import cache

from plancli.core.text.characters import SENTENCE_MARKS


class ColumnKind(StrEnum):
    """What a column can hold.

    The order decides where words of one length name two: of 反馈意见采纳情况 it is the result.
    """

    PERSONAL = "personal"
    OTHER = "other"
    RESULT = "result"
    ANSWER = "answer"
    UNIT = "unit"
    PLACE = "place"
    PAGE = "page"
    LINE = "line"
    WORDING = "wording"
    ORIGINAL = "original"
    REASON = "reason"
    WHETHER = "whether"
    OPINION = "opinion"
    RECEIVED = "received"
    LETTER = "letter"
    CHANNEL = "channel"
    NUMBER = "number"


_SYNONYMS = {
    ColumnKind.PERSONAL: (
        "联系人 联系电话 联系方式 电话 座机 手机 手机号 手机号码 电话号码 传真 邮箱 "
        "电子邮箱 电子邮件 邮件 身份证 身份证号 身份证号码 证件号 证件号码 住址 家庭住址 "
        "通讯地址 联系地址 地址 微信 微信号 qq 姓名 填表人 填报人 经办人 签名 签字 性别 "
        "年龄 民族 出生年月 银行卡 银行账号 telephone phone mobile contact email idcard "
        "idnumber address"
    ),
    ColumnKind.OTHER: (
        "责任单位 责任部门 牵头单位 牵头部门 配合单位 承办单位 承办部门 办理单位 处理单位 "
        "编制单位 主管单位 实施单位 单位性质 单位类型 单位意见数 意见数 意见数量 意见条数 意见类别 "
        "意见类型 意见性质 意见分类 建议类别 建议类型 建议条数 问题类别 问题类型"
    ),
    ColumnKind.RESULT: (
        "采纳情况 采纳情况理由 采纳情况说明 采纳与否 是否采纳 意见采纳情况 "
        "反馈意见采纳情况 意见建议采纳情况 采纳意见 采纳结果 处理意见 处理结果 处理情况 "
        "处理意见理由 意见处理情况 意见处理 办理情况 办理结果 研究意见 status decision"
    ),
    ColumnKind.ANSWER: (
        "采纳理由 未采纳理由 不采纳理由 未采纳原因 不采纳原因 未采纳的理由 不采纳的理由 "
        "采纳不采纳理由 采纳未采纳理由 采纳说明 处理理由 处理说明 回复 回复意见 回复内容 "
        "答复 答复意见 答复内容 reply"
    ),
    ColumnKind.UNIT: (
        "单位 部门 单位名称 部门名称 提出单位 提出部门 反馈单位 反馈部门 反馈单位名称 "
        "意见单位 意见来源 来源 提出人 反馈人 建议人 征求意见单位 单位个人 提出单位个人 "
        "反馈单位个人 填报单位 报送单位 unit organisation organization department"
    ),
    ColumnKind.PLACE: (
        "位置 章节 条款 章条 条文 条目 条款号 章节号 章条编号 标准章条编号 章节条款 "
        "所在位置 所在章节 对应章节 对应条款 具体位置 原文位置 修改位置 页码行数 页码行号 "
        "页码行 页数行数 页行 页行数 页码章节 段 段落 所在段 所在段落 出处 place section clause part "
        "paragraph"
    ),
    ColumnKind.PAGE: ("页 页码 页数 页号 所在页 所在页码 page"),
    ColumnKind.LINE: ("行 行数 行号 行次 所在行 line"),
    ColumnKind.WORDING: (
        "建议修改为 修改为 改为 建议改为 拟修改为 修改后 修改后内容 修改后表述 修改后条文 "
        "修改后文本 修改后的内容 修改后的表述 建议修改后 建议修改后内容 建议表述 建议文本 "
        "修改稿 修改成 改成 更改为 更正为 变更为 替换为 调整为 建议调整为 调整后 修订为 修订后 改后 改后内容 "
        "改后表述 拟改为 拟改表述 拟改内容 拟修改 拟修改内容 拟修改表述 拟表述 拟修订为 拟调整为 新表述 "
        "建议稿 changeto proposed proposedtext proposedwording"
    ),
    ColumnKind.ORIGINAL: (
        "原文 原文内容 原内容 原条文 原稿 原稿内容 原表述 原文表述 规划原文 修改前 "
        "修改前内容 现表述 现行表述 现有表述 目前表述 当前表述 现内容 现有内容 现条文 现稿 原句 原规定 "
        "修订前 修订前内容 调整前 改前 初稿内容 草案内容 征求意见稿 征求意见稿内容 征求意见稿原文 稿件原文 "
        "original originaltext"
    ),
    ColumnKind.REASON: (
        "缘由 修改缘由 理由 修改理由 理由依据 修改理由依据 依据 修改依据 法律依据 原因 修改原因 修改说明 "
        "reason"
    ),
    ColumnKind.WHETHER: (
        "有无意见 有无意见建议 有无反馈意见 有无修改意见 有无建议 是否有意见 是否有意见建议 是否有修改意见 "
        "是否有反馈意见 是否有建议 是否提出意见 是否反馈意见 有意见无意见"
    ),
    ColumnKind.OPINION: (
        "意见 建议 意见建议 意见内容 建议内容 修改意见 修改建议 修改意见建议 修改内容 "
        "建议修改内容 反馈意见 反馈意见建议 反馈内容 反馈意见内容 具体意见 具体意见建议 "
        "具体建议 具体修改意见 意见建议内容 问题 存在问题 问题描述 修改要求 修改诉求 修改方案 诉求 "
        "opinion comment comments"
    ),
    ColumnKind.RECEIVED: (
        "收到日期 收到时间 反馈日期 反馈时间 来文日期 来文时间 提交日期 提交时间 提出时间 "
        "回复日期 日期 时间 received date"
    ),
    ColumnKind.LETTER: ("文号 来文文号 来文字号 发文字号 函号 letter"),
    ColumnKind.CHANNEL: (
        "渠道 途径 反馈渠道 征集渠道 意见渠道 来源渠道 反馈方式 提出方式 提交方式 征集方式 channel"
    ),
    ColumnKind.NUMBER: ("序号 编号 序 号 意见编号 意见序号 no number"),
}
"""The words of heads as offices write them, without what `_bare` leaves out."""

_JOINTS = re.compile(
    r"[\s\u3000:：、,，/／|+＋*＊.·\-—_]|(?<=[\u4e00-\u9fff])[和及与或](?=[\u4e00-\u9fff])"
)
_BRACKETS = re.compile(r"[（(\[【〔][^（）()\[\]【】〔〕]*[）)\]】〕]")
_LONGEST_HEAD = 16
"""So many characters has a head at most; more are a sentence in which such words happen to stand."""
_SENTENCE = re.compile(f"[{SENTENCE_MARKS}]")
"""No head has such a mark in it, and what a form says beside a label often has."""
_SHORTEST_PART = 2
"""A part of a head counts from so many characters on: 页 alone is a page, but not in 主页."""


def column_of(head: str) -> ColumnKind | None:
    """Return what the column with a head holds; None where no word of it is known.

    The longest known words win, and personal ones before all others: 反馈单位联系电话 is a telephone.
    """
    for words in dict.fromkeys((_bare(_BRACKETS.sub("", head)), _bare(head))):
        if words in _known():
            return _known()[words]
        is_sentence = len(words) > _LONGEST_HEAD or _SENTENCE.search(head) is not None
        found = None if is_sentence else _longest_part(words)
        if found is not None:
            return found
    return None


def is_head(text: str) -> bool:
    """Whether a cell says the head of a column and nothing else."""
    return _bare(_BRACKETS.sub("", text)) in _known()


def _longest_part(words: str) -> ColumnKind | None:
    best: tuple[int, ColumnKind] | None = None
    for known, column in _known().items():
        if len(known) < _SHORTEST_PART or known.isascii() or known not in words:
            continue
        if column is ColumnKind.PERSONAL:
            return column
        if best is None or len(known) > best[0]:
            best = len(known), column
    return best[1] if best else None


def _bare(head: str) -> str:
    """Return a head without blanks, marks and the words that join two of its parts."""
    return _JOINTS.sub("", head.strip()).lower()


@cache
def _known() -> dict[str, ColumnKind]:
    """Return what each word is the head of; of several the first in the order of `ColumnKind`."""
    found: dict[str, ColumnKind] = {}
    for column in ColumnKind:
        for word in _SYNONYMS[column].split():
            found.setdefault(_bare(word), column)
    return found
