"""Sentences in the manner of a government plan: our own wording, seeded, as repetitive as plans are."""

import re
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_VERBS = _words(
    "推进 加快 完善 健全 优化 拓展 深化 统筹 支持 引导 规范 强化 夯实 推广 "
    "升级 鼓励 落实 布局 培育 做优 做实 扩大 稳步开展 有序实施 分批启动 持续抓好 "
    "联合开展 着力补齐"
)
_PLACES = _words(
    "县域 中心城区 老旧小区 工业园区 滨河片区 山区乡镇 城乡接合部 高铁新区 开发区 "
    "重点镇 行政村 沿江港区 水库周边 边远学校 物流园 农产品产区 历史街区 城市出入口 "
    "易涝路段 林场 茶谷沿线 商圈 易地搬迁点 学校周边 景区 省际毗邻地区 灌区 矿区"
)
_FIELDS = _words(
    "公交出行 养老照护 供水管网 基层诊疗 义务教育 托育照料 充电保障 污水处理 "
    "垃圾分类 防汛排涝 森林防火 地质灾害监测 食品追溯 特种设备巡检 社区矫正 法律援助 "
    "就业帮扶 技能实训 电商直播 冷链仓储 茶叶加工 油茶种植 中药材 乡村旅游 文物保护 "
    "全民阅读 体育健身 数据共享 政务大厅 电子证照 档案数字化 视频会议 网络安全 "
    "算力调度 遥感测绘 不动产登记 招标采购 信用修复 知识产权 绿色建材 节水灌溉 "
    "河湖巡护 空气监测 碳排放核算 应急广播 救护转运 药品集采 家庭医生 残疾人康复 "
    "殡葬惠民"
)
_THINGS = _words(
    "平台 体系 设施 网络 机制 示范点 数据库 标准 队伍 项目库 服务圈 联盟 中心 "
    "通道 清单 驿站 基地 专班 台账 规程 模型 终端 专窗 联络站"
)
_DEEDS = _words(
    "建设 改造 提质 联通 整合 共享 管护 试点 普及 扩面 评估 更新 巡查 迁移 验收 运营 培训 推介"
)
_WAYS = _words(
    "市县联动 分级负责 以奖代补 特许经营 政府购买服务 专家会诊 网格包保 错时服务 "
    "跨县协作 一次告知 容缺受理 揭榜挂帅 随机抽查 联合会商 结对共建 先建后补 "
    "挂图作战 滚动更新"
)
_GAINS = _words(
    "应急处置能力 公共服务可及性 群众办事便利度 要素保障水平 产业配套能力 防灾减灾能力 "
    "资源利用效率 基层治理水平 交通通达程度 医疗救治能力 教学质量 就业质量 "
    "生态承载能力 营商环境 品牌影响力 数据质量 财政资金绩效 居民满意程度"
)
_RISES = _words("提升 增强 提高 改善 巩固 稳步提高 切实改善")
_MEASURES = _words(
    "覆盖率 办结率 达标率 利用率 在线率 入网率 完好率 普及率 签约率 回收率 响应率 自给率 合格率 共享率"
)
_AMOUNTS = _words("个 处 公里 万元 亿元 亩 台 套 张 名 家 座 万人次 项")
_SLOGANS = _words(
    "一张网 一件事 一本账 掌上办 就近办 邻里通 村村响 云诊室 夜市圈 零跑腿 皋城通 大别山号"
)
_BOILERPLATE = _words(
    "明确责任分工和完成时限 做到有计划、有落实、有检查 形成上下贯通的工作格局 "
    "加大财政资金统筹力度 鼓励社会力量依法参与 定期通报工作进展 建立问题清单和整改清单 "
    "及时总结可复制的经验 严守生态保护红线和耕地保护红线 确保各项任务按期完成 "
    "按照“谁主管、谁负责”的原则 加强部门之间的协同配合 分年度制定实施方案 "
    "接受社会各方面监督 做好政策宣传和解读 坚持尽力而为、量力而行 健全常态化工作机制 "
    "纳入年度目标考核 防止重复建设和资源浪费 充分听取群众意见"
)
UNITS = _words(
    "市发改委 市财政局 市交通局 市教育局 市卫健委 市民政局 市水利局 市农业农村局 "
    "市林业局 市文旅局 市商务局 市人社局 市住建局 市城管局 市应急局 市公安局 "
    "市司法局 市数管局 市市场监管局 市生态环境局 市自然资源局 市医保局 市残联 "
    "市体育局 市经信局 市科技局 市邮政管理局 市气象局 市档案馆 市供销社"
)

_CLASSES = (_VERBS, _PLACES, _FIELDS, _THINGS, _DEEDS, _WAYS, _GAINS, _MEASURES, _SLOGANS)
_KIN = {word: words for words in _CLASSES for word in words}
_NUMBER = re.compile("[0-9]+")


def clause(rng: Random) -> str:
    """Return one clause, without a mark at its end."""
    forms = (_action, _gain, _target, _way, _boilerplate)
    return rng.choices(forms, (52, 14, 11, 9, 14))[0](rng)


def sentence(rng: Random) -> str:
    """Return two to four clauses, without the mark at the end; a few say what all plans say."""
    if rng.random() < 0.04:
        return "，".join(rng.sample(_BOILERPLATE, 2))
    rest = [clause(rng) for _ in range(rng.randint(1, 3))]
    return "，".join([_action(rng), *rest])


def title(rng: Random) -> str:
    """Return the name of a project or the heading of a paragraph."""
    return rng.choice(_FIELDS) + rng.choice(_THINGS) + rng.choice(_DEEDS)


def figures(rng: Random, number: int) -> tuple[str, ...]:
    """Return the cells of an indicator: a name that has its number, a unit, three figures that rise."""
    now = rng.randint(300, 700)
    rise = rng.randint(10, 120)
    name = f"{rng.choice(_FIELDS)}{rng.choice(_MEASURES)}{number}"
    return (name, "%", *(f"{(now + rise * step) / 10}" for step in range(3)))


def reworded(rng: Random, text: str) -> str:
    """Return the text with one word or number changed for another of its kind: a near twin."""
    numbers = list(_NUMBER.finditer(text))
    known = [word for word in _KIN if word in text]
    if numbers and (not known or rng.random() < 0.3):
        number = rng.choice(numbers)
        return (
            text[: number.start()] + str(int(number[0]) + rng.randint(1, 9)) + text[number.end() :]
        )
    if not known:
        return text + rng.choice(_DEEDS)
    word = rng.choice(known)
    return text.replace(word, rng.choice([other for other in _KIN[word] if other != word]), 1)


def _action(rng: Random) -> str:
    place = rng.choice(_PLACES) if rng.random() < 0.6 else ""
    deed = rng.choice(_DEEDS) if rng.random() < 0.5 else ""
    return rng.choice(_VERBS) + place + rng.choice(_FIELDS) + rng.choice(_THINGS) + deed


def _gain(rng: Random) -> str:
    return rng.choice(_RISES) + rng.choice(_PLACES) + rng.choice(_GAINS)


def _target(rng: Random) -> str:
    if rng.random() < 0.5:
        share = (
            f"{rng.randint(300, 999) / 10}%" if rng.random() < 0.3 else f"{rng.randint(30, 100)}%"
        )
        return f"{rng.randint(2024, 2030)}年{rng.choice(_FIELDS)}{rng.choice(_MEASURES)}达到{share}"
    return (
        f"新增{rng.choice(_FIELDS)}{rng.choice(_THINGS)}{rng.randint(2, 900)}{rng.choice(_AMOUNTS)}"
    )


def _way(rng: Random) -> str:
    if rng.random() < 0.4:
        return f"打造“{rng.choice(_SLOGANS)}”{rng.choice(_FIELDS)}品牌"
    one, other = rng.sample(_WAYS, 2)
    return f"采取{one}、{other}等方式"


def _boilerplate(rng: Random) -> str:
    return rng.choice(_BOILERPLATE)
