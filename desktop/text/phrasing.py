"""Which borders between the words of a head are borders of phrases.

Every seam between two words has a price, small where a phrase is likely to end: before an adverb or a preposition,
between subject and predicate, behind 的; high where two words belong together: behind a preposition, before 的, between
a number and its noun. Headline phrases are mostly of four characters, so a phrase has a price by its length too. Of all
divisions of the text into phrases the cheapest is sought; a seam's strain is what dividing there costs more than
the cheapest division that keeps it whole. Below zero, the best division has a border there.

The prices are a house grammar of headlines; they were weighed on the heads in tests/compose/heads/develop.txt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.text.vocabulary import CLOSING, OPENING, Word, WordKind, listed, words_of

NEVER = 9.0
"""A price that no length of phrase outweighs."""

_POINTS = frozenset("，。；：！？、—…, ")
_JOINING = frozenset("和与及同跟或")
_RESULTS = frozenset("到成为出起入掉下上好完住开向往进给满遍于来去走回")
"""A verb's second half: 走到, 成为, 救起."""

_COMPLEMENTS = frozenset("在给向到为")
"""Prepositions that belong to the verb of one character before them: 写在, 送给."""

_MADE = frozenset(
    {"改造", "升级", "转型", "建设", "发展", "管理", "治理", "服务", "生产", "经营", "运作", "运营", "水平", "进程"}
)
"""What may be done in the way that a word with 化 says: 适老化改造."""

_BEHIND = frozenset({"背后", "之间", "之外", "之后", "之前", "以来", "以后", "以前", "之中", "之上", "之夜", "时候"})
_QUESTIONS = frozenset({"哪儿", "哪里", "什么", "多少", "几何", "吗", "呢", "吧"})
"""Words with which a question ends."""

_COMPARING = frozenset("更最很太真再")
_LASTING = ("年", "月", "日", "天", "小时", "分钟", "秒", "季度", "周年", "时", "周")
_REPEATED = ("次", "度")


_LONG_NAME = 3
_LONG_COUNT = 5


class Seam(Struct, frozen=True):
    """The place between two words, with the words on either side of them."""

    left: Word
    right: Word
    before: Word | None
    after: Word | None
    acts_later: bool = False
    """A verb comes behind the word on the right."""
    again: bool = False
    """A clause may begin again here: the word on the right stood in the text before (不看材料，看脚印)."""


def _is(word: Word | None, *kinds: WordKind) -> bool:
    return word is not None and word.kind in kinds


_N = (WordKind.NOUN, WordKind.PERSON, WordKind.NAME)
_V = (WordKind.VERB, WordKind.DEED, WordKind.SAYING)


def _lone(word: Word) -> bool:
    """Tell whether a word of one character leans on what follows it: a verb, an attribute."""
    return len(word) == 1 and not _is(word, WordKind.PARTICLE, WordKind.PLACE)


def _predicate(word: Word) -> bool:
    return word.kind in _V or (word.kind is WordKind.QUALITY and word.text[0] in _COMPARING)


def _counts_what_follows(count: Word, after: Word | None) -> bool:
    """Tell whether a number belongs to the noun behind it: 三百家企业, not 项目86个."""
    if after is None or count.text.endswith(_REPEATED):
        return False
    if after.text in listed("ends"):
        return True
    if count.text[0] in "首第":
        return True
    if count.text.endswith("人"):
        return False
    if count.text.endswith(_LASTING):
        return _is(after, WordKind.NOUN)
    return _is(after, WordKind.NOUN, WordKind.QUALITY, WordKind.PERSON)


def _verbal(seam: Seam) -> bool:
    """Tell whether the word on the left may be a verb: the segmenter takes many for something else."""
    return not _is(seam.left, WordKind.LINK, WordKind.PARTICLE, WordKind.ADVERB, WordKind.PLACE)


Rule = tuple[Callable[[Seam], bool], float]

_RULES: tuple[Rule, ...] = (
    # Marks and quotes.
    (lambda s: s.left.text[-1] in OPENING or s.right.text[0] in CLOSING or s.right.text[0] in _POINTS, NEVER),
    (lambda s: s.left.text[-1] in _POINTS, -4.0),
    (lambda s: s.left.text[-1] in CLOSING and len(s.right) == 1 and not _is(s.right, *_V, WordKind.LINK), NEVER),
    (lambda s: s.left.text[-1] in CLOSING and s.after is not None and s.after.text in OPENING, -0.2),
    (lambda s: s.left.text[-1] in CLOSING and _is(s.right, WordKind.NOUN) and len(s.right) == 2, 1.6),
    (lambda s: s.left.text[-1] in CLOSING and _is(s.right, *_N, WordKind.QUALITY), 0.8),
    (lambda s: s.left.text[-1] in CLOSING, -0.2),
    (lambda s: s.right.text[0] in OPENING and (_is(s.left, WordKind.ADVERB) or _lone(s.left)), NEVER),
    (lambda s: s.right.text[0] == "《" and _is(s.left, WordKind.NOUN) and len(s.left) == 2, 4.0),
    (lambda s: s.right.text[0] in OPENING and s.left.text[-1] in "了着过", 2.0),
    (lambda s: s.right.text[0] in OPENING, 0.3),
    # Words that lean on a neighbour.
    (lambda s: _is(s.right, WordKind.PARTICLE), NEVER),
    (lambda s: s.left.text == "的" and s.right.text in _BEHIND, 4.0),
    (lambda s: s.left.text == "的", 0.3),
    (lambda s: _is(s.left, WordKind.PARTICLE), 3.0),
    (lambda s: s.right.text[0] in _RESULTS and len(s.right) <= 2 and len(s.left) == 1 and _verbal(s), NEVER),
    (lambda s: s.right.text in _RESULTS and _is(s.left, WordKind.VERB), NEVER),
    (lambda s: s.right.text in _COMPLEMENTS and _is(s.left, WordKind.VERB) and len(s.left) == 1, NEVER),
    (lambda s: s.left.text[-1] in "着了过" and len(s.left) == 2, 2.0),
    (lambda s: s.left.text[-1] in "给在为向成" and len(s.left) == 2 and _is(s.left, WordKind.VERB), 2.0),
    (lambda s: s.left.text[-1] in "到进出上" and len(s.left) == 2 and _is(s.left, WordKind.VERB), 1.0),
    (lambda s: s.right.text in _BEHIND and _is(s.left, *_N), 6.0),
    (lambda s: s.again, -2.0),
    (lambda s: s.right.text in "为于" and s.left.text in {"命名", "止", "定名", "更名", "评"}, NEVER),
    (lambda s: s.left.text in _RESULTS and _is(s.before, WordKind.VERB) and not _is(s.left, WordKind.LINK), 1.5),
    (lambda s: _is(s.left, WordKind.LINK), NEVER),
    (lambda s: _is(s.left, WordKind.ADVERB) and len(s.left) == 1, NEVER),
    (lambda s: _is(s.right, WordKind.COUNT) and _is(s.left, WordKind.TIME), NEVER),
    (lambda s: _is(s.left, WordKind.TIME), 1.2),
    (lambda s: s.right.text == "在" and _is(s.left, WordKind.VERB) and not s.acts_later, 2.5),
    (lambda s: s.right.text in _JOINING, 1.0),
    (lambda s: _is(s.right, WordKind.LINK), -0.5),
    (lambda s: _is(s.left, WordKind.ADVERB), 4.0),
    (lambda s: _is(s.right, WordKind.ADVERB), -0.8),
    (lambda s: s.right.text in "上下" and _is(s.left, WordKind.COUNT), 1.0),
    (lambda s: _is(s.right, WordKind.PLACE), NEVER),
    (lambda s: _is(s.left, WordKind.PLACE), -0.6),
    # Numbers.
    (lambda s: _is(s.right, WordKind.COUNT) and len(s.right) == 1, NEVER),
    (lambda s: _is(s.left, WordKind.COUNT) and len(s.right) == 1 and not _is(s.right, *_V), NEVER),
    (lambda s: _is(s.left, WordKind.COUNT) and s.left.text.endswith(_REPEATED), 4.0),
    (lambda s: _is(s.left, WordKind.COUNT) and _counts_what_follows(s.left, s.right), 3.0),
    (lambda s: _is(s.left, WordKind.COUNT), -0.3),
    (lambda s: _is(s.right, WordKind.COUNT) and _counts_what_follows(s.right, s.after), 0.2),
    (lambda s: _is(s.right, WordKind.COUNT) and s.right.text.endswith(_LASTING) and _is(s.after, *_V), 0.3),
    (lambda s: _is(s.right, WordKind.COUNT) and len(s.right) >= _LONG_COUNT, 0.6),
    (lambda s: _is(s.right, WordKind.COUNT), 2.5),
    # Words of one character.
    (lambda s: s.left.text == "是", 1.5),
    (lambda s: _is(s.left, WordKind.VERB) and len(s.left) == 1, 6.0),
    (lambda s: _is(s.right, WordKind.VERB) and len(s.right) == 1, 0.0),
    (lambda s: _is(s.right, WordKind.QUALITY) and len(s.right) == 1 < len(s.left) and _is(s.after, *_N, *_V), 0.8),
    (lambda s: len(s.right) == 1 and not _is(s.right, WordKind.LATIN), 6.0),
    (lambda s: len(s.left) == 1 and _is(s.left, WordKind.NOUN) and _is(s.right, *_V) and _is(s.before, *_N), 0.0),
    (lambda s: len(s.left) == 1 and _is(s.left, WordKind.NOUN) and _is(s.before, *_N), 1.0),
    (lambda s: len(s.left) == 1, 5.0),
    # Words beside each other.
    (lambda s: s.right.text in listed("ends") and _is(s.left, *_N, *_V), 3.0),
    (lambda s: s.after is not None and s.after.text in listed("ends") and _is(s.left, *_N) and _is(s.right, *_V), 1.2),
    (lambda s: s.right.text in listed("organisations") and _is(s.left, WordKind.NAME, WordKind.NOUN), 4.0),
    (lambda s: s.left.text[-1] == "化" and len(s.left) > 2 and s.right.text in _MADE, 3.0),
    (lambda s: s.right.text.endswith(listed("places")) and _is(s.left, WordKind.NAME, WordKind.NOUN), 5.0),
    (lambda s: _predicate(s.left) and _is(s.right, WordKind.PERSON), -0.8),
    (lambda s: _is(s.left, WordKind.QUALITY) and _predicate(s.left), 0.0),
    (lambda s: _is(s.left, WordKind.QUALITY), 3.0),
    (lambda s: _is(s.left, WordKind.DEED), -0.8),
    (lambda s: s.left.text in _QUESTIONS, -1.0),
    (lambda s: _is(s.left, *_N) and _is(s.right, WordKind.QUALITY) and _predicate(s.right), 2.5),
    (lambda s: _is(s.left, WordKind.SAYING), -0.4),
    (lambda s: _is(s.right, WordKind.SAYING), 0.2),
    (lambda s: _is(s.right, WordKind.TIME), -0.3),
    (lambda s: _is(s.right, WordKind.NAME) and _is(s.left, *_N) and len(s.left) == 2, 3.0),
    (lambda s: _is(s.left, *_N) and _predicate(s.right), -0.3),
    (lambda s: _is(s.left, *_N) and _is(s.right, WordKind.PERSON), 0.4),
    (lambda s: _is(s.left, WordKind.VERB) and _is(s.right, WordKind.VERB), 0.6),
    (lambda s: _is(s.left, WordKind.VERB), 0.6),
    (lambda s: _is(s.left, WordKind.NAME) and len(s.left) > _LONG_NAME and _is(s.right, *_N), 0.2),
    (lambda s: _is(s.left, *_N) and _is(s.right, *_N), 1.2),
    (lambda _: True, 0.5),
)  # fmt: skip
"""What it costs to divide at a seam; the first rule that fits counts."""

_LENGTHS = (0.0, 6.0, 2.2, 0.8, 0.0, 0.2, 0.4, 0.9, 1.8, 2.8, 4.0)
"""What a phrase of so many characters costs; of two it is short, from eight on it is long."""

_LONGER = 1.0

_PARALLEL = -3.0
"""For the middle of two clauses built alike: 三百米见绿|五百米见园."""


def _length_price(length: int) -> float:
    last = len(_LENGTHS) - 1
    return _LENGTHS[length] if length <= last else _LENGTHS[last] + (length - last) * _LONGER


class Phrasing(Struct, frozen=True):
    """The words of a text, and for each border between them (the character behind it) how ill it is to divide there."""

    words: tuple[Word, ...]
    strains: Mapping[int, float]

    def divides_whole(self, at: int) -> bool:
        """Tell whether a border before a character lies inside a name or a number."""
        return any(
            word.start < at < word.end and (word.whole or word.kind in {WordKind.NAME, WordKind.LATIN})
            for word in self.words
        )


def phrasing_of(text: str, names: Sequence[str] = ()) -> Phrasing:
    """Return the words and strains of a text; ``names`` are words that are known."""
    words = _words(text, names)
    bounds = [*(word.start for word in words), len(text)]
    prices = [0.0, *_prices(words, text), 0.0]
    count = len(words)
    left = _cheapest(text, bounds, prices)
    right = _cheapest(text[::-1], [len(text) - b for b in reversed(bounds)], prices[::-1])[::-1]
    found: dict[int, float] = {}
    for seam in range(1, count):
        divided = left[seam] + right[seam] + prices[seam]
        kept = min(
            left[i] + prices[i] + _phrase_price(text, bounds[i], bounds[j]) + prices[j] + right[j]
            for i in range(max(0, seam - _WORDS), seam)
            for j in range(seam + 1, min(count, seam + _WORDS) + 1)
        )
        found[bounds[seam]] = divided - kept
    return Phrasing(tuple(words), found)


_WORDS = 12
"""Words of a phrase at most; more never are one, and long texts take no longer than they must."""


def _words(text: str, names: Sequence[str]) -> list[Word]:
    """Return the text's words; no word lies across the middle of two clauses built alike."""
    middle = len(text) // 2
    if not _parallel(text, middle):
        return words_of(text, names)
    second = (
        replace(word, start=word.start + middle, end=word.end + middle) for word in words_of(text[middle:], names)
    )
    return [*words_of(text[:middle], names), *second]


def _prices(words: Sequence[Word], text: str) -> list[float]:
    prices: list[float] = []
    for index in range(1, len(words)):
        before = words[index - 2] if index > 1 else None
        after = words[index + 1] if index + 1 < len(words) else None
        right = words[index]
        again = len(right) == 1 and right.text in text[: words[index - 1].start] and not _is(right, WordKind.PARTICLE)
        acts_later = any(_is(word, *_V) for word in words[index + 1 :])
        seam = Seam(
            words[index - 1], right, before, after, acts_later, again and _is(right, WordKind.VERB, WordKind.LINK)
        )
        price = next(price for fits, price in _RULES if fits(seam))
        prices.append(price + (_PARALLEL if price < NEVER and _parallel(text, words[index].start) else 0.0))
    return prices


def _parallel(text: str, at: int) -> bool:
    """Tell whether what stands on both sides, up to the next space or mark, is built alike."""
    if 2 * at != len(text):
        return False
    same = sum(a == b for a, b in zip(text[:at], text[at:], strict=True))
    return same >= _ALIKE


_ALIKE = 2


def _cheapest(text: str, bounds: Sequence[int], prices: Sequence[float]) -> list[float]:
    """Return for every bound the least price of dividing all that stands before it, its own price not counted."""
    best = [0.0]
    for j in range(1, len(bounds)):
        first = max(0, j - _WORDS)
        best.append(min(best[i] + prices[i] + _phrase_price(text, bounds[i], bounds[j]) for i in range(first, j)))
    return best


def _phrase_price(text: str, start: int, end: int) -> float:
    return _length_price(sum(char not in _UNSEEN for char in text[start:end]))


_UNSEEN = _POINTS | frozenset(OPENING) | frozenset(CLOSING)
