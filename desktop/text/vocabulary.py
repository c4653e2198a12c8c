"""The words of a head: a segmenter's, corrected by the house's word list, by names that are known, and by numbers.

The segmenter is jieba's algorithm and dictionary (rjieba). It is loaded when the first head has to be broken that has
neither space nor mark at the right place: loading takes a tenth of a second and 33 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from itertools import pairwise
from threading import Lock
from typing import Any

from msgspec import Struct

from desktop.locator import resource

OPENING = "“‘《〈（【「『"
CLOSING = "”’》〉）】」』"


class WordKind(Enum):
    """What a word does in its phrase."""

    NOUN = auto()
    PERSON = auto()
    """A noun that is likely to be a subject: 市民, 记者."""
    NAME = auto()
    VERB = auto()
    QUALITY = auto()
    """Before a noun: 最优, 老旧."""
    DEED = auto()
    """A verb that is complete without an object: 投产, 夺冠."""
    ADVERB = auto()
    LINK = auto()
    """Prepositions and conjunctions: they belong to what follows them."""
    PARTICLE = auto()
    """的, 了, 过: they belong to what stands before them."""
    PLACE = auto()
    """One character behind a noun: 上, 里, 中, 后."""
    COUNT = auto()
    """A number, with its classifier: 12.3%, 三百家, 8月1日."""
    TIME = auto()
    SAYING = auto()
    """A clause of its own: 行稳致远."""
    MARK = auto()
    LATIN = auto()


class Word(Struct, frozen=True):
    """A word: characters ``[start, end)``; its text in simplified characters. ``whole``: never to be divided."""

    start: int
    end: int
    text: str
    kind: WordKind
    whole: bool = False

    def __len__(self) -> int:
        return self.end - self.start


_SECTIONS = {
    "terms": "n", "titles": "n", "organisations": "nt", "deeds": "vi", "sayings": "i", "people": "nx",
    "manner": "dm", "attributes": "b", "adverbs": "d", "times": "t",
}  # fmt: skip
"""The headings of the word list whose words the segmenter learns, and its tag for them."""

_KIND_OF_TAG = {
    "nr": WordKind.NAME, "ns": WordKind.NAME, "nt": WordKind.NAME, "nx": WordKind.PERSON, "n": WordKind.NOUN,
    "s": WordKind.NOUN, "v": WordKind.VERB, "vi": WordKind.DEED, "dm": WordKind.ADVERB, "a": WordKind.QUALITY,
    "b": WordKind.QUALITY, "z": WordKind.QUALITY,
    "d": WordKind.ADVERB, "p": WordKind.LINK, "c": WordKind.LINK, "u": WordKind.PARTICLE, "f": WordKind.PLACE,
    "m": WordKind.COUNT, "q": WordKind.COUNT, "t": WordKind.TIME, "i": WordKind.SAYING, "l": WordKind.SAYING,
    "zg": WordKind.NOUN, "x": WordKind.MARK, "eng": WordKind.LATIN,
}  # fmt: skip
"""The segmenter's tags: the longest beginning of a tag that stands here decides; all else is a noun."""

_LINKS = frozenset("在为把被将向从对以与和同及跟让使令叫由按比给至因并或暨")
_PARTICLES = frozenset("的了着过地得们")
_ADVERBS = frozenset("该别可能会应须已仍正又就才都也均共不没未再还更最很太刚只却先常曾屡频")

_POINTING = frozenset("每各某本此其全新老大小这那") | {
    "这些", "那些", "这个", "那个", "这片", "这条", "这群", "这家", "这座", "这名", "这位",
    "那座", "那条", "那群", "那位", "哪些", "每个",
}  # fmt: skip
"""Words that belong to the noun behind them."""

_PLACES = frozenset("上下里中内外前后间旁时边")

_KINDS_OF_ONE = (
    (_LINKS, WordKind.LINK),
    (_PARTICLES, WordKind.PARTICLE),
    (_PLACES, WordKind.PLACE),
    (_ADVERBS, WordKind.ADVERB),
    (_POINTING, WordKind.QUALITY),
)
"""What words of one character are, whatever the segmenter says of them."""

_PERSON_ENDINGS = frozenset("者员师警")
"""Of nouns that are people."""

_QUALITY_ENDINGS = frozenset("级型式性")
"""Of words that stand before a noun: 村级, 新型."""

_TIMES_END = frozenset("年月日天晚夜晨时期前后间季节周初末底来")
"""Of words that say when; 岁月 and 时光 do not."""

_COUNT_WORDS = 6
"""Words of the segmenter that a number may consist of."""

_DIGITS = r"[0-9０-９]+(?:[.,:：．][0-9０-９]+)*"
_HAN_DIGITS = "[〇零一二两三四五六七八九十百千万亿半]+"
_CLASSIFIERS = (
    "个百分点|平方公里|平方米|立方米|标准箱|标箱|公里级|公里|公斤|公顷|千米|千克|人次|家次|车次|班次|架次|周年|季度|小时|分钟|时辰|"
    "个月|个|名|人|位|家|户|口|项|条|件|起|宗|次|趟|场|届|天|年|月|日|号线|号|时|分|秒|岁|元|角|美元|欧元|米|吨|克|亩|度|倍|成|折|级|期|"
    "路|辆|架|艘|台|套|座|栋|幢|层|间|所|张|份|封|本|册|篇|部|首|幅|枚|块|片|颗|粒|棵|株|头|只|匹|尾|双|对|组|批|支|类|种|款|样|道|段|环|里|"
    "步|笔|单|桩|代|拨|轮|局|强|连胜|连冠|城|省份|国|英寸|寸|尺|大|类|碗|盏|杯|瓶|盘|扇|根|把|面|剪|针|针剂|瓦|千瓦|千瓦时|兆瓦|赫兹|兆|比特"
)


@cache
def _count_pattern() -> re.Pattern[str]:
    number = rf"(?:{_DIGITS}|{_HAN_DIGITS}|首|数|几)"
    before = "(?:近|约|逾|超|达|第|前|后|每|数|几)?"
    unit = rf"[多余几来]?[万亿]*(?:%|％|‰|℃|{_classifiers()})"
    one = rf"{before}{number}{unit}[多余半]?"
    return re.compile(rf"{number}比{number}|{one}(?:{number}{unit})*|{before}{number}[万亿多余]*")


@cache
def _digit_pattern() -> str:
    one = rf"[近约逾超达第前后]?{_DIGITS}[多余几]?[万亿]*(?:%|％|‰|℃|{_classifiers()})?[多余半]?"
    return rf"(?:{_DIGITS}比{_DIGITS}|(?:{one})+)"


def _classifiers() -> str:
    return "|".join(sorted(_CLASSIFIERS.split("|"), key=len, reverse=True))


@cache
def _simplified() -> dict[int, str]:
    table: dict[int, str] = {}
    for line in resource("words", "traditional.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            for entry in line.split():
                table.update({ord(char): entry[0] for char in entry[1:]})
    return table


def simplified(text: str) -> str:
    """Return a text in simplified characters, one for one, if it holds any that is none."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return text.translate(_simplified())
    return text


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """Return the words of the house's list under their headings."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in resource("words", "newspaper.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
        elif not line.startswith("#"):
            found.setdefault(heading, []).extend(line.split())
    return {key: tuple(words) for key, words in found.items()}


def listed(heading: str) -> tuple[str, ...]:
    """Return the words of the house's list under a heading; none where the house has struck the heading out."""
    return _lists().get(heading, ())


@cache
def house_words() -> Mapping[str, str]:
    """Return the words that the segmenter is taught, with its tag for each; the last heading that has one counts."""
    return {word: tag for heading, tag in _SECTIONS.items() for word in listed(heading)}


_FREQUENCY = 2000
"""Of a word of the house among the sixty million of the segmenter's dictionary: it wins over what it consists of."""

_LOADING = Lock()


@cache
def _loaded() -> Any:
    import rjieba

    for word, tag in house_words().items():
        rjieba.add_word(word, _FREQUENCY if len(word) > 2 else None, tag)
    return rjieba


def _segmenter() -> Any:
    """Return the segmenter, which knows the house's words; two threads must not teach it at once."""
    with _LOADING:
        return _loaded()


def words_of(text: str, names: Sequence[str] = ()) -> list[Word]:
    """Return the words of a text without gaps; ``names`` are whole words wherever they stand."""
    plain = simplified(text)
    whole = _whole(plain, [simplified(name) for name in names])
    found: list[Word] = []
    at = 0
    for start, end, kind in [*whole, (len(plain), len(plain), WordKind.MARK)]:
        found += _segmented(plain, at, start)
        if end > start:
            found.append(Word(start, end, plain[start:end], kind, whole=True))
        at = end
    return found


def _whole(text: str, names: Sequence[str]) -> list[tuple[int, int, WordKind]]:
    """Return the ranges that no segmenter is asked about, in order and apart: known names, numbers in digits."""
    spans = [
        (*found.span(), WordKind.COUNT)
        for found in re.finditer(rf"(?<![0-9A-Za-z.+-]){_digit_pattern()}(?![0-9A-Za-z+])", text)
    ]
    spans += [
        (found.start(), found.end(), WordKind.NAME)
        for name in names
        if len(name) > 1
        for found in re.finditer(re.escape(name), text)
    ]
    kept: list[tuple[int, int, WordKind]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _segmented(text: str, start: int, end: int) -> list[Word]:
    if start >= end:
        return []
    found: list[Word] = []
    tagged = [*_unglued(_segmenter().tag(text[start:end])), ("", "x")]
    at = start
    for (word, tag), (after, after_tag) in pairwise(tagged):
        manner = house_words().get(word) == "dm"
        acts = bool(after) and _kind(after, after_tag) in _ACTING
        kind = WordKind.ADVERB if manner and acts else _kind(word, tag)
        found.append(Word(at, at + len(word), word, kind))
        at += len(word)
    return _with_numbers(_with_counts(_with_endings(_with_latin(found)), text))


def _with_endings(words: Sequence[Word]) -> list[Word]:
    """Join a name with the character that says what it names (南湖站), an activity with its time (宣传月)."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        named = before is not None and before.kind is WordKind.NAME and word.text in _NAMED
        timed = before is not None and len(before) > 1 and before.kind in _TIMED and word.text in _SEASONS
        if before is not None and (named or timed):
            joined[-1] = Word(
                before.start, word.end, before.text + word.text, WordKind.NAME if named else WordKind.NOUN
            )
        else:
            joined.append(word)
    return joined


def _with_numbers(words: Sequence[Word]) -> list[Word]:
    """Join what is named by a number with it: 神舟十八号, 遥感四十三号. A day of the month is a 日 in print, no 号."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        numbered = before is not None and len(before) > 1 and before.kind in _NUMBERED and _numbering(word)
        if before is not None and numbered:
            joined[-1] = Word(before.start, word.end, before.text + word.text, WordKind.NAME, whole=True)
        else:
            joined.append(word)
    return joined


def _numbering(word: Word) -> bool:
    return word.text[-1] == "号" and len(word) > 1 and all(char in "一二三四五六七八九十" for char in word.text[:-1])


_NUMBERED = frozenset({WordKind.NOUN, WordKind.NAME, WordKind.VERB, WordKind.QUALITY})

_NAMED = frozenset("省市县区镇乡村街路巷站港桥山河湖江海岛湾寺塔馆园院校厂局队")
_SEASONS = frozenset("月周日节季年")
_TIMED = frozenset({WordKind.NOUN, WordKind.VERB})


_ACTING = frozenset({WordKind.VERB, WordKind.DEED, WordKind.ADVERB, WordKind.LINK})


def _unglued(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Part what the segmenter glued together for want of a word: a noun and the verb behind it (制作人谈三十年).

    Two characters that are no word are parted where what follows needs a verb before it: a complement, a particle, a
    number. An adverb glued to a word of the house is parted from it, and what follows 后, 中 and 里 from those.
    """
    known = _segmenter().has_word
    held: tuple[str, str] | None = None
    for (word, tag), (after, after_tag) in zip(tagged, [*tagged[1:], ("", "x")], strict=True):
        parts = [(word, tag)]
        if len(word) == 2 and not known(word) and _needs_verb(word[1], after, after_tag):
            parts = [(word[0], "n"), (word[1], "v")]
        elif len(word) == 3 and word[:2] in house_words() and word not in house_words() and word[2] in _ADVERBS:
            parts = [(word[:2], "n"), (word[2], "d")]
        elif len(word) > 1 and not known(word) and word[0] in "后中里到":
            parts = [(word[0], "f"), (word[1:], "v")]
        if held and len(parts) > 1 and known(held[0] + parts[0][0]):
            held, parts = (held[0] + parts[0][0], "n"), parts[1:]
        if held:
            yield held
        yield from parts[:-1]
        held = parts[-1]
    if held:
        yield held


def _needs_verb(char: str, after: str, after_tag: str) -> bool:
    if after[:1] in _AFTER_VERB and len(after) <= len("来了"):
        return True
    return after_tag.startswith("m") and bool(_segmenter().tag(char)[0][1].startswith("v"))


_AFTER_VERB = frozenset("了着过得到在给进出成上下来起向")


def _with_latin(words: Sequence[Word]) -> list[Word]:
    """Join Latin letters with the one character that says what they count or name: Ⅲ级, A股, III期."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        unit = len(word) == 1 and word.kind in {WordKind.NOUN, WordKind.COUNT, WordKind.PLACE}
        if before is not None and before.kind is WordKind.LATIN and unit:
            joined[-1] = Word(before.start, word.end, before.text + word.text, WordKind.QUALITY, whole=True)
        else:
            joined.append(word)
    return joined


def _kind(word: str, tag: str) -> WordKind:
    if len(word) == 1:
        return _kind_of_one(word, tag)
    house = house_words().get(word, "dm")
    kind = _kind_of_tag(tag if house == "dm" else house)
    if word in _POINTING:
        return WordKind.QUALITY
    if kind is WordKind.MARK and word[0].isalnum():
        return WordKind.LATIN if word[0] < "\u2e80" else WordKind.NOUN
    if kind is WordKind.NAME and tag.startswith("nr") and len(word) < len("姓名字"):
        return WordKind.NOUN  # a guess of the segmenter, and seldom a good one
    if kind is WordKind.NOUN:
        endings = ((_PERSON_ENDINGS, WordKind.PERSON), (_QUALITY_ENDINGS, WordKind.QUALITY))
        return next((ended for chars, ended in endings if word[-1] in chars), kind)
    if kind is WordKind.TIME and house == "dm" and word[-1] not in _TIMES_END:
        return WordKind.NOUN
    return {WordKind.PLACE: WordKind.TIME, WordKind.COUNT: WordKind.NOUN}.get(kind, kind)


def _kind_of_one(char: str, tag: str) -> WordKind:
    for chars, kind in _KINDS_OF_ONE:
        if char in chars:
            return kind
    kind = _kind_of_tag(tag)
    if kind is WordKind.MARK and char.isalnum():
        return WordKind.LATIN if char < "\u2e80" else WordKind.NOUN
    return kind


def _kind_of_tag(tag: str) -> WordKind:
    for length in (3, 2, 1):
        if len(tag) >= length and tag[:length] in _KIND_OF_TAG:
            return _KIND_OF_TAG[tag[:length]]
    return WordKind.NOUN


def _with_counts(words: Sequence[Word], text: str) -> list[Word]:
    """Join numbers with their classifiers, where both ends of them are ends of words."""
    joined: list[Word] = []
    for index, word in enumerate(words):
        if joined and word.start < joined[-1].end:
            continue
        if word.kind is WordKind.ADVERB:
            joined.append(word)
            continue
        ends = [other.end for other in words[index : index + _COUNT_WORDS]]
        counts = [end for end in reversed(ends) if _count_pattern().fullmatch(text, word.start, end)]
        end = counts[0] if counts else word.end
        joined.append(Word(word.start, end, text[word.start : end], WordKind.COUNT, whole=True) if counts else word)
    return joined
