"""Small signs of single lines that need no pattern: fields, signatures in brackets, places in a picture, salutations.

Each function looks at one text; none knows the neighbours.
"""

from __future__ import annotations

from desktop.recognise.lexicon import CALLS, FACTS, FIELDS, NO_NAMES
from desktop.recognise.marks import CLOSING_BRACKETS, COLONS, OPENING_BRACKETS, count, is_han

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
MARKS = "●○◆◇■□▪•★☆※▶▲►❖"
"""Ornaments that open an item of a list, or a head."""
_SIDES = "左右中前后後"
_SALUTED = ("编辑", "編輯", "同志", "先生", "女士", "朋友", "老师", "老師", "记者", "您好", "你好", "你们好")
_LETTER = 16
_FIELD = 6
_SENTENCE = (8, 45)
_ADVERB = 5
"""Characters of an adverb with a comma that opens a sentence of the text (目前，…)."""
_QUOTED = 12
"""Where a name in quotes that opens such a sentence has ended (“红石榴”志愿者…)."""
_NO_SUBJECTS = "他她它我你咱这那此如而但可因所虽就不没却便于再也还又正说据"
"""What seldom opens the words under a picture."""
_REPORTS = tuple("记访記訪")


def is_signature(text: str) -> bool:
    """Tell whether a line is nothing but names in brackets: （张三）, （张三 李四）."""
    inner = text.strip()
    if not (4 <= len(inner) <= 24 and inner[0] in OPENING_BRACKETS[:2] and inner[-1] in CLOSING_BRACKETS[:2]):
        return False
    words = inner[1:-1].replace("、", " ").split()
    return bool(words) and all(_may_be_name(word) for word in words)


def _may_be_name(word: str) -> bool:
    return 2 <= len(word) <= 4 and all(map(is_han, word)) and word not in NO_NAMES and not word.endswith(NO_NAMES)


def is_field(text: str) -> bool:
    """Tell whether a line names one fact behind a colon (时间：…, 地点：…, 咨询电话：…)."""
    for at, char in enumerate(text[: _FIELD + 2]):
        if char in COLONS:
            label = "".join(text[:at].split())
            return label in FIELDS or (len(label) == 4 and label[2:] in FIELDS)
    return False


def shows_place(text: str) -> bool:
    """Tell whether a text says where somebody stands in a picture: 张三（左）, 李四（右二）."""
    for opening, closing in (("（", "）"), ("(", ")")):
        at = text.find(opening)
        while at >= 0:
            end = text.find(closing, at)
            inner = text[at + 1 : end] if end >= 0 else ""
            if 1 <= len(inner) <= 4 and (inner[0] in _SIDES or inner[-1] in _SIDES):
                return True
            at = text.find(opening, at + 1)
    return False


def is_salutation(text: str) -> bool:
    """Tell whether a line greets the one to whom a letter is written."""
    return count(text) <= _LETTER and text.rstrip()[-1:] in tuple("：:！!") and any(word in text for word in _SALUTED)


def in_series(text: str) -> bool:
    """Tell whether a line ends with its number in a series: …调查③, …系列报道之二."""
    core = text.rstrip("）)】 ")
    if core[-1:] in tuple(CIRCLED) and core[:1] not in tuple(CIRCLED):
        return True
    return len(core) > 3 and core[-2] == "之" and core[-1] in "一二三四五六七八九十"


def opens_with_mark(text: str) -> bool:
    """Tell whether a line opens with an ornament that may belong to an item or to a head."""
    return text[:1] in tuple(MARKS) and len(text) > 1


def is_vivid(text: str) -> bool:
    """Tell whether a line speaks as headlines do: with quotes, a question, a call."""
    return any(mark in text for mark in "“「！？!?")


def is_factual(text: str) -> bool:
    """Tell whether a line states facts as kickers and decks do: figures, our town, what is planned or reached."""
    return any(char.isdigit() for char in text) or any(word in text for word in FACTS)


def opens_dated_scene(text: str) -> bool:
    """Tell whether a text opens like the words under a picture that is news by itself: 5月18日，在某村，农民…."""
    start = text[:26]
    day = start.find("日")
    dated = start.startswith(("昨日", "昨天", "近日", "日前")) or (0 < day <= 6 and start[0].isdigit())
    return dated and ("，在" in start or "在" in start[day + 1 : day + 12] or "，" in start[day + 1 : day + 3])


def is_plain_sentence(text: str) -> bool:
    """Tell whether a line is one sentence of a caption's length that tells of somebody by name or by what he is."""
    return _SENTENCE[0] <= count(text) <= _SENTENCE[1] and text[0] not in _NO_SUBJECTS and is_scene_sentence(text)


def is_motto(text: str) -> bool:
    """Tell whether a line is two calls of one length (奋进新征程 建功新时代)."""
    words = text.replace("\u3000", " ").split()
    return (
        len(words) == 2
        and len(words[0]) == len(words[1]) <= 8
        and all(any(call in word for call in CALLS) for word in words)
    )


def is_scene_sentence(text: str) -> bool:
    """Tell whether a line is one plain sentence, as under a picture: no speech, no adverb with a comma before it."""
    inner = text.rstrip("。")
    if inner == text or any(mark in inner for mark in "。！？；："):
        return False
    if text[0] == "“" and not 0 < text.find("”") <= _QUOTED:
        return False
    comma = min((at for mark in "，," if (at := inner.find(mark)) >= 0), default=len(inner))
    return (comma > _ADVERB and text[comma - 1 : comma] != "”") or opens_dated_scene(text)


def is_voice(text: str) -> bool:
    """Tell whether a head opens with the one who says it (柯以诺：把声音留下来)."""
    who, colon, said = text.replace(":", "：").partition("：")
    return bool(colon) and 2 <= len(who) <= 8 and all(map(is_han, who)) and len(said) >= 5 and who[-2:] not in FIELDS


def is_triplet(text: str) -> bool:
    """Tell whether a line is three or more words of one length (观点 态度 思想)."""
    words = text.replace("\u3000", " ").replace("·", " ").split()
    return (
        len(words) >= 3
        and 2 <= len(words[0]) <= 4
        and len({len(word) for word in words}) == 1
        and all(is_han(char) for word in words for char in word)
    )


def opens_fact(text: str) -> bool:
    """Tell whether a line names something before a colon and states it behind (举报电话：…, 行驶里程：…)."""
    at = min((found for mark in COLONS if (found := text.find(mark, 0, 14)) >= 0), default=0)
    return 2 <= at <= 12 and len(text) > at + 1 and not any(mark in text[:at] for mark in "，。“”、（(【")


def reports(text: str) -> bool:
    """Tell whether a line opens like a deck: 记…, 访…, 追记…, 来自…的报告."""
    if text.startswith(("记者", "記者")):
        return False
    return len(text) >= 6 and (text.startswith(_REPORTS) or text.startswith(("追记", "追記", "来自", "來自", "写在")))
