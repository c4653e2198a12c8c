"""What single lines say about themselves: datelines, credits, captions, jump lines, notes, numbers, speakers.

Each function looks at one text and answers with offsets or a truth; none knows the neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from desktop.recognise.lexicon import ABSTRACTS, BOX_ENDINGS, BOXES, HEAD_LABELS, NOTES, WRITERS
from desktop.recognise.marks import COLONS, is_han
from desktop.recognise.people import is_name
from desktop.recognise.signs import CIRCLED

_HAN = r"[^\W\dA-Za-z_]"  # as good as a range of Han here, and compiled twenty times as fast
_OPEN, _CLOSE = r"[(（\[【]", r"[)）\]】]"
_DAY = r"\d０-９一二三四五六七八九十"


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _words(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_TITLE_SIGN = "题："
"""Behind an agency's dateline the title is repeated: the line is no text."""
_TITLED = 80
_AGENCY_ENDS = ("本报", "本報", "本刊", "社", "网", "網", "报", "報", "台", "臺", "客户端", "讯", "訊", "記者")


def _any(words: Iterable[str], text: str) -> bool:
    """Tell whether one of the words stands in a text: cheap, so that a pattern is made only where it can match."""
    return any(word in text for word in words)


_REPORTED = ("讯", "訊", "电", "電", "消息", "报导", "報導", "报道")


def _may_open_report(text: str) -> bool:
    """Tell whether a text can open with a dateline: an agency, a report, and no clause ends before it."""
    start = text[:70]
    at = min((found for word in _REPORTED if (found := start.find(word)) >= 0), default=-1)
    if at < 0 or any(mark in start[:at] for mark in "，。；！？“”"):
        return False
    return at == 0 or (_any(_AGENCY_ENDS, start[:16]) and _any(_AGENCY_ENDS, start[:at]))


def dateline_end(text: str) -> int:
    """Return where a dateline ends that opens a paragraph (电头: 本报讯（记者…）, 新华社北京3月1日电), or 0."""
    if not _may_open_report(text):
        return 0
    agency = rf"(?:本[报报報刊网網台臺社]|{_HAN}{{1,8}}?(?:社|网|網|报|報|台|臺|客户端))"
    place = rf"{_HAN}{{0,10}}?"
    date = rf"(?:[{_DAY}]{{1,4}}年)?(?:[{_DAY}]{{1,3}}月)?[{_DAY}]{{1,3}}日"
    current = "(?<![供发發用停送输輸变變核火])"
    report = (
        rf"(?:[讯訊](?![员員])|综合消息|消息|专电|專電|{current}"
        r"[电電])(?![影视視话話动動力力网網脑腦子商台公局厂廠所站])"
    )
    people = rf"{_OPEN}[^()（）。]{{2,70}}{_CLOSE}"
    says = rf"(?:综合)?(?:[{_DAY}]{{1,3}}月[{_DAY}]{{1,3}}日)?(?:{report})"
    reporter = rf"(?:{_words(WRITERS)})\s*[^，,。：:（）()]{{2,30}}?(?:报道|報導|报导|摄影报道)?\s*[:：]"
    inner = rf"(?:[【\[（(]{agency}{place}(?:{date})?{says}[】\]）)]|{agency}{place}(?:{date})?{says})"
    taiwan = rf"[【（(〔\[]\s*(?:{agency})?(?:記者|记者)[^】）)〕\]]{{2,24}}(?:報導|报道|電|电|讯|訊)[】）)〕\]]"
    plain = rf"(?:讯|訊)\s*{people}|(?:讯|訊)[ \u3000]"
    pattern = _compiled(rf"\s*(?:{inner}\s*(?:{people})?\s*(?:{reporter})?|{taiwan}|{plain})\s*[:：]?\s*(?:——)?\s*")
    found = pattern.match(text)
    if not found:
        return 0
    titled = _TITLE_SIGN in text[found.end() : found.end() + 3] and len(text) < _TITLED
    return len(text) if titled else found.end()


def tail_byline_start(text: str) -> int:
    """Return where a byline in brackets begins that closes a paragraph (…。（记者 张三）), or the length."""
    if text.rstrip()[-1:] not in tuple(")）]】") and not _any(("记者", "記者", "通讯员", "通訊員"), text[-30:]):
        return len(text)
    pattern = _compiled(
        rf"(?:(?<=[。！？!?…”’」』])|^)\s*(?:{_OPEN}\s*(?:据|本报|本刊|本网|本報)?[^()（）。，]{{0,12}}?(?:{_words(WRITERS)}|据|作者系|作者单位|作者为|作者)"
        rf"[^()（）。]{{1,60}}{_CLOSE})\s*$|(?<=[。！？!?…”’」』])\s+(?:本报|本報|本刊)?(?:{_words(WRITERS)})[\s：:][^。，]{{2,30}}$"
    )
    found = pattern.search(text)
    return _inked(text, found.start()) if found else _bare_signature(text)


def _bare_signature(text: str) -> int:
    """Return where names alone in brackets close a paragraph (…。（张三 李四）), or the length."""
    found = _compiled(rf"(?<=[。！？!?…”’」』])\s*{_OPEN}((?:{_HAN}{{2,4}}|[ \u3000、])+){_CLOSE}\s*$").search(text)
    if found is None or not all(is_name(word) for word in found[1].replace("、", " ").split()):
        return len(text)
    return _inked(text, found.start())


def _inked(text: str, at: int) -> int:
    """Skip white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_credit(text: str) -> bool:
    """Tell whether words name who made a picture: 张三 摄, 本报记者张三 李四摄影, 图/张三, 某馆供图, 资料图片."""
    name = rf"(?:{_HAN}{{2,4}}|{_HAN}[ \u3000]{_HAN})"
    duty = rf"(?:{_HAN}{{0,8}}(?:记者|記者|通讯员|通訊員|作者|影友)[ \u3000]*)?"
    made = r"(?:摄影报道|摄影|摄|攝影|攝|制图|製圖|绘图|供图|供圖|文[/／]图|[/／]图|[/／]圖|[ \u3000]图|[ \u3000]圖)"
    lead = r"(?:(?:本版|本组|本組|以上)?(?:图片|照片|圖片)?(?:均)?由)?"
    given = rf"{lead}{_HAN}{{2,14}}[ \u3000/／]*(?:供图|供圖|提供)"
    named = r"(?:摄影|攝影|图片来源|图片|圖片|图源|圖源|图|圖|摄|攝)\s*[:：/／ \u3000]\s*[^。，,]{2,24}"
    stock = r"(?:资料图片?|資料圖片?|资料照片|資料照片|视觉中国|效果图|网络图片|示意图)"
    shot = rf"{lead}{duty}{name}(?:[ \u3000、]+{name}){{0,2}}\s*[/／]?\s*{made}"
    return bool(_compiled(rf"\s*(?:{shot}|{given}|{named}|{stock})\s*").fullmatch(text))


def credit_start(text: str) -> int:
    """Return where the credit begins that closes a caption, 0 when all is credit, the length when none is."""
    if not _any(("摄", "攝", "图", "圖", "提供", "资料", "資料", "视觉"), text[-30:]):
        return len(text)
    whole = text.strip(" \u3000()（）[]【】")
    if len(text) <= 40 and _is_credit(whole):
        return 0
    if text.rstrip()[-1:] in tuple(")）]】"):
        start = max(text.rfind(mark) for mark in "(（[【")
        return start if start >= 0 and _is_credit(text[start + 1 :].rstrip()[:-1]) else len(text)
    earliest = max(0, len(text) - 34)
    for start in range(earliest, len(text)):
        if text[start - 1] in "。！？!?”’」』 \u3000" and not text[start].isspace() and _is_credit(text[start:]):
            return start
    return len(text)


_ARROWS = "▲△↑↓←→▼▽◀▶◤◢↖↗"


def is_marked_caption(text: str) -> bool:
    """Tell whether a line says that it describes a picture (图为…, 上图：…, ▲…)."""
    start = text.lstrip("(（[【 \u3000")[:6]
    if not (_any(("图", "圖"), start[:3]) or start[:1] in tuple(_ARROWS) or start.startswith(("Photo", "资料图"))):
        return False
    return bool(
        _compiled(
            rf"^\s*{_OPEN}?\s*(?:[图圖][为為是]"
            rf"|[上下左右大小主题題压]{{1,2}}[图圖]\s*(?:{_CLOSE}|[:：为為是，, \u3000]|[①②③④\d])"
            r"|[图圖]\s*[①-⑩\d一二三四五六]+\s*[:：、.．为為 \u3000]|[图圖][①-⑩]"
            r"|(?:图片说明|图注|圖說|图说|图片|圖片)\s*[:：]|[▲△↑↓←→▼▽◀▶◤◢↖↗]\s*[\w“《]"
            r"|资料图[:：]|(?:图|圖|Photo)\s*[:：])"
        ).search(text)
    )


_JUMP = (
    r"(?:[紧緊])?[(（【\[]?\s*(?:《[^》]{1,24}》)?(?:[(（【\[▶▷→☞]?\s*(?:紧接|[紧緊]?(?:下转|下轉|转|轉|上接|接|续|續)|(?:相关|更多|详细)?(?:报道|報導|全文|详|詳|内容|消息)?(?:详)?(?:见|見|刊)))"
    r"\s*(?:本报|今日|今天)?\s*(?:第?\s*[A-H]?[\d０-９一二三四五六七八九十]{1,3}\s*(?:版|页|頁)|[A-H]\d+)[^。]{0,12}[)）】\]]?"
)


def is_jump_line(text: str) -> bool:
    """Tell whether a line only says on which page the text goes on or comes from."""
    if len(text) > 40 or not _any(("转", "轉", "接", "续", "續", "见", "見", "刊", "详", "詳"), text):
        return False
    if not any(char.isdigit() or char in "版页頁一二三四五六七八九十" for char in text):
        return False
    return bool(_compiled(rf"^\s*{_JUMP}\s*$").match(text))


def jump_head_end(text: str) -> int:
    """Return where a jump line ends that opens a paragraph (（上接第1版）…), or 0."""
    if "接" not in text[:8] or text.lstrip()[:1] not in tuple("(（【["):
        return 0
    found = _compiled(r"^\s*[(（【\[]\s*[紧緊]?(?:上接|接)[^()（）】\]]{1,20}[)）】\]]\s*").match(text)
    return found.end() if found and found.end() < len(text) else 0


def jump_tail_start(text: str) -> int:
    """Return where a jump line begins that closes a paragraph (…（下转第3版）), or the length."""
    end = text.rstrip()[-1:]
    if not _any(("转", "轉", "见", "見"), text[-26:]) or not (end in tuple("）)】]版页頁") or _any("▶▷→☞", text[-20:])):
        return len(text)
    found = _compiled(
        r"(?:\s*[(（【\[]\s*(?:[紧緊]?下转|[紧緊]?下轉|转|轉|全文见|详见|相关报道见|詳見|报道见)[^()（）】\]]{1,24}[)）】\]]"
        r"|[▶▷→☞]\s*(?:下转|下轉|转|轉)[^。]{1,12}|\s+(?:下转|下轉)第?[A-H]?\d{1,3}[版页頁])\s*$"
    ).search(text)
    return _inked(text, found.start()) if found and found.start() > 0 else len(text)


def opens_note(text: str) -> bool:
    """Tell whether a paragraph opens like a note of the editors (编者按：…)."""
    if not _any(NOTES, text[:14]):
        return False
    return bool(
        _compiled(
            rf"^\s*[【〔\[（(■◆●]?\s*(?:本报|本刊)?(?:{_words(NOTES)})\s*(?:[】〕\])）]|[:：]|——|[ \u3000]|$)"
        ).match(text)
    )


def opens_abstract(text: str) -> bool:
    """Tell whether a paragraph opens like a summary (核心提示：…)."""
    if not _any(ABSTRACTS, text[:14]):
        return False
    return bool(
        _compiled(rf"^\s*[【〔\[（(■◆●]?\s*(?:{_words(ABSTRACTS)})\s*(?:[】〕\])）]|[:：]|[ \u3000]|$)").match(text)
    )


_BOX_NAME = 14
_LONG_BOXES = tuple(word for word in BOXES if len(word) >= 4)
"""What names a box even where its text follows at once (人物简介：…)."""


def opens_box(text: str) -> bool:
    """Tell whether a line is the heading of a box (相关链接)."""
    if _is_named_box(text):
        return True
    if not _any(BOXES, text[:14]):
        return False
    return bool(
        _compiled(rf"^\s*[【〔\[（(■◆●▶]*\s*(?:{_words(BOXES)})\s*[】〕\])）◀]*\s*[:：]?\s*$").match(text)
    ) or bool(
        _compiled(rf"^\s*(?:[【〔\[]\s*(?:{_words(BOXES)})\s*[】〕\]]|(?:{_words(_LONG_BOXES)})\s*[:：])").match(text)
    )


def _is_named_box(text: str) -> bool:
    """Tell whether a line is the heading of a box with a name of its own before the word (【圖書車小檔案】)."""
    inner = text.strip(" \u3000【】〔〕[]■◆●▶")
    return len(text) <= _BOX_NAME and inner.endswith(BOX_ENDINGS) and not _any("，。：:", inner)


def label_of(text: str) -> tuple[str, int]:
    """Return the role that a label names and where the label ends (引题：…, 【主题】…), or ('', 0)."""
    if not _any((":", "：", "】", "]", ")", "）"), text[:12]) or not _any(HEAD_LABELS, text[:8]):
        return "", 0
    found = _compiled(
        rf"^\s*(?:[【\[（(]\s*({_words(tuple(HEAD_LABELS))})\s*[】\]）)]\s*[:：]?|({_words(tuple(HEAD_LABELS))})\s*[:：])\s*"
    ).match(text)
    if not found or found.end() == 0:
        return "", 0
    return HEAD_LABELS[found[1] or found[2]], found.end()


_NUMERALS = "一二三四五六七八九十"


def is_numbered(text: str) -> bool:
    """Tell whether a text opens with a number of its own (一、 （一） 1. ① 01 第一章)."""
    start = text.lstrip()[:6]
    if not start or start[0] in CIRCLED:
        return bool(start)
    if start[0] in "(（":
        inner = start[1:].replace("）", ")").partition(")")
        return bool(inner[1]) and 1 <= len(inner[0]) <= 3 and all(c in _NUMERALS or c.isdigit() for c in inner[0])
    if start[0] in "第之":
        return _is_ordinal(start)
    rest = start.lstrip(_NUMERALS)
    if rest != start:
        return rest.lstrip()[:1] in tuple("、．.") and len(start) - len(rest) <= 3
    return _is_figure(start)


def _is_ordinal(start: str) -> bool:
    """Tell whether a text opens 第一章, 之二."""
    rest = start[1:].lstrip(_NUMERALS)
    if len(rest) + 1 == len(start):
        return False
    if start[0] == "第":
        return rest[:1] in tuple("章节篇部")
    return len(start) - len(rest) == 2 and not (rest[:1].isalpha())


def _is_figure(start: str) -> bool:
    """Tell whether a text opens with a figure and what closes it (1. 2、 3） 01)."""
    rest = start.lstrip("0123456789")
    digits = start[: len(start) - len(rest)]
    if digits and len(digits) <= 2 and rest.lstrip()[:1] in tuple("、．.)）"):
        return not rest.lstrip()[1:2].isdigit()
    first = rest.lstrip(" \u3000.、")[:1]
    return len(digits) == 2 and digits[0] == "0" and bool(first) and (is_han(first) or first == "“")


def is_bulleted(text: str) -> bool:
    """Tell whether a text opens with a bullet."""
    if text.lstrip()[:1] not in tuple("●○◆◇■□▪•★☆※✓-－*·"):
        return False
    return bool(_compiled(r"^\s*[●○◆◇■□▪•★☆※✓\-－*·]\s*[^\s●○◆◇■□—－\-*]").match(text))


def shows_scene(text: str) -> bool:
    """Tell whether a line says who is somewhere or doing something, as captions do (张三在果园里…)."""
    return bool(_compiled(r"^[^，,。：:]{2,14}?(?:正在|在|为|向|给|與|与|和)[^，,。]{3,}").match(text)) and "在" in text


def ends_like_deck(text: str) -> bool:
    """Tell whether a line ends like a deck that names the kind of report (…见闻, …纪实)."""
    return len(text) >= 8 and text.rstrip("”」").endswith(
        ("见闻", "纪实", "侧记", "纪事", "观察", "扫描", "综述", "速写", "札记", "手记", "解读", "透视", "側記", "紀實")
    )  # fmt: skip


_ASKERS = ("问", "答", "問", "Q", "A", "记者", "記者", "主持人", "本报记者", "本報記者")
_TELLING = tuple("说說道称稱示绍紹诉訴言下是为")
"""What stands before a colon and is no speaker's name."""


def _speaker(text: str) -> str:
    """Return what stands before the first colon of a text, its brackets left out, or ''."""
    at = min((found for mark in COLONS if (found := text[:12].find(mark)) >= 0), default=-1)
    return text[:at].strip(" \u3000【】[]") if at > 0 else ""


def opens_speech(text: str) -> bool:
    """Tell whether a paragraph opens with a speaker (问： 答： 记者： 张三：)."""
    who = _speaker(text)
    if not who:
        return False
    if who in (*_ASKERS, "读者") or (who.endswith("记者") and len(who) <= 5 and all(map(is_han, who))):
        return True
    named = 2 <= len(who) <= 5 and all(is_han(char) or char == "·" for char in who) and not who.endswith(_TELLING)
    return named and text.lstrip()[:1] not in tuple("【[") and bool(text.replace(":", "：").partition("：")[2].strip())


def is_question_label(text: str) -> bool:
    """Tell whether a paragraph opens with one of the interview's own labels (问： 答： 记者：)."""
    return _speaker(text).rstrip("0123456789") in _ASKERS


def is_ornament(text: str) -> bool:
    """Tell whether a line is nothing but marks that separate (＊＊＊, ————, ◆ ◆ ◆)."""
    if text[:1].isalnum():
        return False
    return bool(_compiled(r"^[\s*＊—–\-－=＝_~～·•◆◇■□●○★☆※#＃.。…＋+|│☆]+$").match(text))
