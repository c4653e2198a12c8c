"""The cases: one rule each, small enough that a change of the file can be read line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import Role
from tests.compose.pages import compose, edition, layout, story, tiny, words
from tests.compose.test_freestanding import disc
from tests.compose.test_jumps import composed, jumping
from tests.compose.test_jumps import page_of as text_page
from tests.text.setting import page_of, tables, varied

Case = Callable[[], Iterator[str]]


def paragraph(text: str, measure: float, indent: float = 0.0, **options) -> Iterator[str]:
    return dump_lines(page_of(text, measure, indent, **options))


def page(layout_id: str, *parts: tuple[Role, str], run_in: tuple[int, ...] = ()) -> Iterator[str]:
    """The glyphs and frames of a page: rules and fills are told by other tests."""
    lines = dump_lines(compose(edition(layout(layout_id), story(*parts, run_in=run_in))).display)
    return (line for line in lines if not line.startswith(('{"kind":"rule"', '{"kind":"fill"')))


def vertical(*parts: tuple[Role, str]) -> Iterator[str]:
    """A vertical head beside a vertical text."""
    head = '<slot id="h" kind="head" roles="kicker headline" columns="1" writing="vertical"/>'
    text = '<slot id="t" kind="text" roles="body" columns="1" writing="vertical" lines="auto"/>'
    page = tiny(f'<stack><row lines="12">{head}{text}</row></stack>', columns=2, measure=9)
    return dump_lines(compose(edition(page, story(*parts))).display)


def around(runaround: Runaround) -> Iterator[str]:
    """A long column with a disc over its middle."""
    text = '<slot id="t" kind="text" roles="body" lines="auto" break="1"/>'
    tree = f'<stack>{text}<slot id="p" kind="picture" lines="4"/></stack>'
    made = edition(tiny(tree, lines=12), story((Role.BODY, words(190))))
    frames = tuple(
        replace(f, media="m1", place=Place(2, 2, 3, 8), runaround=runaround) if f.id == "p" else f
        for f in made.pages[0].frames
    )
    made = replace(made, media=(disc(),), pages=(replace(made.pages[0], frames=frames),))
    return dump_lines(compose(made).display)


def jump(page: int) -> Iterator[str]:
    """A text that goes on on another page."""
    made = jumping(story((Role.BODY, words(150))), text_page(5), text_page(5))
    return dump_lines(composed(made)[page].display)


CASES: dict[str, Case] = {
    "k2-line-start": partial(paragraph, "一二三四五，六七八九》十。", 5),
    "k2-line-end": partial(paragraph, "一二三四（五六）七八《九十》", 5),
    "k3-push-in": partial(paragraph, "一，二，三四。五六七", 6),
    "k3-push-out": partial(paragraph, "一二三四五六。七八", 6),
    "k4-run-of-marks": partial(paragraph, "国。』」）》】”’安安安", 2),
    "u1-tokens": partial(paragraph, "增长了12.5%，达到94817人次，COVID-19——……完", 7),
    "u4-long-token": partial(paragraph, "网址www.example.com/a/very/long/path完", 6),
    "w1-marks-of-kai": partial(paragraph, "他说：“好——！！”·／……", 20, role="kai"),
    "w3-adjacent-marks": partial(paragraph, "一，“二”。《三》（四）”“五", 20),
    "w4-w5-edges": partial(paragraph, "“一二三，”四五六七《八九》十", 5, 2.0),
    "a1-squeeze": partial(paragraph, "a b国《一》二，三2四。五六七八", 9.5),
    "a2-stretch": partial(paragraph, "国安2023年well in国安国安国安", 8),
    "l1-gaps": partial(paragraph, "第5届（3天）有20人，E服务", 30),
    "vertical": partial(paragraph, "建设，“更高”——平安！", 30, writing="v", role="biaosong"),
    "v1-turned-marks-of-kai": partial(paragraph, "国——安－乙，“家”", 30, writing="v", role="kai"),
    "v2-latin-in-columns": partial(paragraph, "GDP增12%达100，Python在2024年", 30, writing="v"),
    "v3-vertical-frames": partial(
        vertical, (Role.KICKER, "观察"), (Role.HEADLINE, "一江清水 两岸春风"), (Role.BODY, words(40))
    ),
    "k1-none": partial(paragraph, "一二三四五，六七八九》十“百千”", 5, rules=tables("none")),
    "k5-narrow-columns": partial(paragraph, "一二三？四五六！七八九十", 3, rules=varied("narrow-columns")),
    "w3-one-em": partial(paragraph, "一，“二”。《三》（四）五", 20, rules=varied("close-marks")),
    "w5-off": partial(paragraph, "一二三四五，六七八九十。百千", 6, rules=varied("whole-line-end")),
    "h1-hanging": partial(paragraph, "一二三四五六，七八九十百千。万亿兆；京", 6, rules=varied("hanging")),
    "l2-strict-grid": partial(paragraph, "在2023年，“Hello World”·第3/4（天）", 30, rules=varied("strict-grid")),
    "u1-hyphenation": partial(paragraph, "一二internationalization三四", 6),
    "u1-uax-14": partial(paragraph, "foo!bar state-of-the-art (yes) a\u00a0b", 4),
    "u1-wide-digits": partial(paragraph, "在２０２３年达９８％，ＡＢＣ公司", 6),
    "u3-whole-numbers": partial(paragraph, "平安县94817人次第15届增加30个百分点", 6, rules=varied("whole-numbers")),
    "quotes-by-context": partial(paragraph, "他说：“He said ‘no’ to me.”我说“OK”，it’s", 30),
    "traditional": partial(paragraph, "臺北國會說：「我們『平安』的國家。」", 7, 2.0),
    "strict-dash": partial(paragraph, "一二三四五——六七八九", 5, rules=tables("strict")),
    "page-columns": partial(
        page, "tabloid-feature", (Role.HEADLINE, "春潮涌动 新港启航"), (Role.SUBHEAD, "潮声里"), (Role.BODY, words(180))
    ),
    "page-furniture": partial(
        page, "special-report", (Role.HEADLINE, "春潮"), (Role.BYLINE, "记者 李禾"), (Role.SLOGAN, "一路风景"),
        (Role.SLOGAN, "一张蓝图"), (Role.BODY, words(40)), (Role.CAPTION, "港区清晨"), (Role.FOLIO, "测试报"),
    ),
    "runaround-both-sides": partial(around, Runaround()),
    "runaround-outline": partial(around, Runaround(Contour.OUTLINE, Sides.RIGHT, 0.5, 0)),
    "jump-onward": partial(jump, 0),
    "jump-backward": partial(jump, 1),
    "page-run-in": partial(
        page, "tabloid-feature", (Role.DATELINE, "本报讯"), (Role.LEDE, "（记者李禾）3月5日，" + words(30)), run_in=(1,)
    ),
}  # fmt: skip
