"""The words of instructions, as pieces of regular expressions over a row in half width."""

from plancli.core.instructions.grammar.row import QUOTE
from plancli.core.text.numerals import COUNTS

Q = QUOTE

AN_ADVERB = (
    "建议|请|应当|应该|应|宜|需要?|须|相应地?|也|就|即|直接|仅|只|同时|并|予以|进行|全部|重新|适当"
    "|将其|把其|拟|现|一并|其"
)
ADVERBS = f"(?:{AN_ADVERB})*"
TOGETHER = "(?:统一|一律|均|都)"
"""All that was listed before."""
BECOMES = (
    "(?:(?:修改|更改|调整|修订|修正|改写|更新|替换|表述|明确|变更|更正|纠正|订正|统一|完善|优化|规范|重写"
    "|扩充|更名|精简|改|换|写|定|分割|拆分)(?:为|成|作)|应该?当?[改写]?[为是]|替换成|修改后为|改后为|修改后|纠正|订正"
    "|(?:修改|更改|调整|提高|提升|增加|扩大|降低|减少|压减|下调|上调|延长|缩短|下降|上升|改)(?:至|到))"
)
AN_ADDITION = "增加|增设|新增|增补|增写|增列|增添|添加|补充|补入|补写|补上|写入|加入|加上|插入|列入"
ADDS = f"(?:{AN_ADDITION}|加)"
ADDING = f"(?:{AN_ADDITION}|加(?={QUOTE}))"
"""The same where it may stand anywhere: 加 begins many words."""
DELETES = "(?:删除|删去|删掉|去掉|去除|移除|取消|剔除|删(?![改减]))"
SAID_WHAT = "了|以下|如下|相关|内容|表述|文字|描述|字样|一[句段词条项]话?"
SAID = f"(?:{SAID_WHAT})*[ :,]*"
"""What may stand between a verb and the words that it governs."""
_CALLED = "表述|说法|提法|描述|措辞|文字|数字|数据|数值|金额"
_WRONG = (
    "(?:,?(?:表述|用词|数据|名称)?(?:不(?:够|太)?(?:准确|规范|妥当?|合适|精准|当)"
    "|有误|错误|误写|笔误|偏[高低大小]))?"
)
_COUNTED = f"等?[{COUNTS}0-9]*个?字|一[词语]|(?:[这该此]|这一|一)句话?|等?字样"
ONLY_WORDS = f"(?:{_COUNTED}|(?:等?(?:的|这一|该)?(?:{_CALLED})))?{_WRONG}"
"""Behind a quotation: that it is these very words which are meant, and what is wrong with them."""
WORDS = f"(?:{_COUNTED}|(?:等?(?:的|这一|该)?(?:{_CALLED}|内容|部分)))?{_WRONG}"
"""The same, or that it is the passage of which they are the name."""
GONE_WORDS = (
    f"(?:{_COUNTED}|(?:等?(?:的|这一|该)?(?:{_CALLED}|内容|部分)))?"
    "(?:,(?:该|此)?(?:表述|用词|数据|名称)(?:不(?:够|太)?(?:准确|规范|妥当?|合适|精准|当)|有误|错误))?"
)
"""The same behind 删除: 删除“A”不妥 says that it is not right to delete."""
AGREES = "(?:,?(?:建议)?(?:应)?(?:与|同|和)[^,;\ue000]{2,30}(?:一致|衔接|相符|对应|统一))?"
"""Between the words and what becomes of them: with what these are to agree."""
BECAUSE = (
    r"(?:because|since|as|so that|so as to|in order to|in line with|for (?:consistency|clarity)"
    r"|to (?:align|reflect|match|ensure|avoid|agree|be consistent))\b"
)
"""What an English clause begins with that says why."""
_WHY = r"\((?:理由|原因|依据|说明|备注|因)"
ENDS = (
    "(?:为宜|为好|即可|为妥|更妥|更好|更为?(?:准确|妥当|合适|规范))?"
    r"(?= *(?:[,、;。]|\.(?:\s|$)|并且?|且|同时|另|and "
    rf"|{_WHY}|{BECAUSE}|(?:if|where|unless|when|provided)\b|$))"
)
"""An instruction ends at a mark or a joining word."""
