"""What stays together (U1), and which quotes are Chinese."""

from __future__ import annotations

import pytest

from desktop.text.analyse import TokenKind, analyse
from desktop.text.classes import CharClass
from desktop.text.quotes import set_latin_quotes
from tests.text.setting import tables


def tokens(text: str) -> list[str]:
    return [text[token.start : token.end] for token in analyse(text, tables()).tokens]


def classes(text: str) -> list[CharClass]:
    return analyse(text, tables()).classes


@pytest.mark.parametrize(
    "token",
    [
        "2023", "3.14", "1,234,567.89", "10:30", "12:05:30", "1;2", "98%", "57.5%", "3‰", "36°", "25℃", "77℉",
        "-5", "+7", "−3", "±0.5", "-5℃", "¥128", "$1.99", "€20", "£5", "￥3.5", "¥1,234.56",
        "Python", "don't", "it’s", "state-of-the-art", "COVID-19", "AT&T", "G20", "5G", "naïve", "Zürich",
        "www.example.com/a?b=1#c", "https://www.example.com/a_b~c", "name@example.com", "2023-03-30", "A/B",
        "5*", "Smith¹²", "word†", "data[12]", "２０２３", "９８％", "１，２３４", "ＡＢＣ", "－５℃", "￥１２８",
        "——", "……", "………", "⋯⋯", "！！", "？！", "！！！", "字*", "字¹", "。[3]",
    ],
)  # fmt: skip
def test_what_stays_together(token):
    assert tokens(token) == [token]
    assert tokens(f"国{token}安") == [token]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、二", []),
        ("—", []),
        ("…", []),
        ("！", []),
        ("5,国", ["5"]),
        ("国.5", ["5"]),
        ("a b", ["a", "b"]),
        ("a，b", ["a", "b"]),
        ("———", ["——"]),
        ("————", ["——", "——"]),
        ("！！！！", ["！！！"]),
        ("18年连冠", ["18"]),
        ("12345政府", ["12345"]),
        ("1.", ["1"]),
        ("国[街道]", []),
        ("国〔2023〕5号", ["2023", "5"]),
        ("100%达标", ["100%"]),
        ("E服务110", ["E", "110"]),
        ("¥国", []),
        ("3-5天", ["3-5"]),
    ],
)
def test_what_does_not(text, found):
    assert tokens(text) == found


def test_tokens_say_why():
    kinds = [token.kind for token in analyse("2023——……！！９字*", tables()).tokens]
    assert kinds == [
        TokenKind.LATIN, TokenKind.DASH, TokenKind.ELLIPSIS, TokenKind.EXCLAIM, TokenKind.WIDE, TokenKind.NOTE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        *((char, CharClass.HAN) for char in "国𠮷〇９"),
        *((char, CharClass.LATIN) for char in "A5éЖ%"),
        *((char, CharClass.MARK) for char in "，“·/"),
        *((char, CharClass.SPACE) for char in " \u3000\t"),
        *((char, CharClass.NOTHING) for char in "\u200b\ufeff\u0301"),
        ("→", CharClass.OTHER),
    ],
)
def test_classes(char, kind):
    assert classes(f"国{char}安")[1] is kind


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("他说“好”。", ""),
        ("“工大诚园。”12345热线", ""),
        ("用“Python”编程", ""),
        ("He said “yes” twice", "“”"),
        ("a ‘b’ c", "‘’"),
        ("“yes”", ""),
        ("他说“He said ‘no’ to me”了", "‘’"),
        ("the students’ book", "’"),
        ("国’安", ""),
        ("“五年”2023", ""),
        ("“COVID-19”2020年", ""),
        ("“COVID-19” came in 2020", "“”"),
        ("选“A”“B”“C”三项", ""),
        ("say “A” “B” “C” now", "“”“”“”"),
        ("他说：“‘Yes,’ he said.”", "‘’"),
        ("他说“‘Yes’”。", ""),
        ("“‘Yes,’ he said, ‘we can.’”", "“‘’‘’”"),
        ("“Yes, we can.”", "“”"),
        ("“We hold these truths", "“"),
        ("“我们认为", ""),
        ("我们认为”", ""),
        ("in the ’90s and ’80s", "’’"),
        ("‘don’t’ is a word", "‘’’"),
        ("第“5”号", ""),
        ("“5”", ""),
        ("He paid “5” 20 times", "“”"),
        ("他付“5”20次", ""),
        ("他说“好", ""),
        ("Windows “专业版” 2023", ""),
        ("A“一”B", ""),
        ("a “b ‘c” d", "“‘”"),
        ("国“b ‘c” d", "‘"),
        ("，“yes”，", ""),
        ("A/“B”/C", "“”"),
    ],
)
def test_quotes_are_latin_by_what_stands_around_them(text, latin):
    found = classes(text)
    quotes = [(char, kind) for char, kind in zip(text, found, strict=True) if char in "“”‘’"]
    assert "".join(char for char, kind in quotes if kind is CharClass.LATIN) == latin
    assert all(kind in {CharClass.LATIN, CharClass.MARK} for _, kind in quotes)


@pytest.mark.parametrize("piece", ["“1”", "“‘", "’ ", "“‘1’2”3"])
def test_a_text_of_nothing_but_quotations_takes_no_longer(piece):
    steps = []
    for pairs in (500, 5_000):
        text = piece * pairs
        seen = _Counting(text)
        seen.looked = 0
        set_latin_quotes(seen, classes(text))
        steps.append(seen.looked / pairs)
    assert steps[1] <= 1.1 * steps[0] + 1


class _Counting(str):
    """A text that counts how often one of its characters is asked for."""

    __slots__ = ("looked",)

    def __getitem__(self, at):
        self.looked += 1
        return super().__getitem__(at)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("国\n安", CharClass.NOTHING),
        ("a\nb", CharClass.SPACE),
        ("a\n安", CharClass.NOTHING),
        ("国\nb", CharClass.NOTHING),
    ],
)
def test_a_newline_is_a_space_only_between_latin(text, kind):
    assert classes(text)[1] is kind


def test_a_carriage_return_goes_with_its_newline():
    assert classes("国\r\n安")[1:3] == [CharClass.NOTHING, CharClass.NOTHING]
