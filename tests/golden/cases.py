"""The cases: one rule each, small enough that a change of the file can be read line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from desktop.formats.display_json import dump_lines
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import Role
from desktop.text import RuleTables, compile_tables
from tests.compose.pages import compose, edition, layout, story, tiny, words
from tests.compose.test_freestanding import disc
from tests.compose.test_jumps import composed, jumping
from tests.compose.test_jumps import page_of as text_page
from tests.text.setting import page_of, style, tables, varied

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


def kept(*phrases: str) -> RuleTables:
    """The house's tables with phrases that stay whole."""
    return compile_tables(style().typography, phrases)


def columns(*parts: tuple[Role, str], count: int = 3, **styles: dict[str, object]) -> Iterator[str]:
    """Text in columns of eight characters; ``styles`` are changes of styles inside text, by role."""
    text = '<slot id="t" kind="text" roles="subhead body" lines="auto"/>'
    made = edition(tiny(f"<stack>{text}</stack>", columns=count, measure=8, lines=12), story(*parts))
    flow = dict(made.style.flow)
    for role, changes in {"body": _TEN, **styles}.items():
        flow[Role(role)] = replace(flow[Role(role)], **changes)
    return dump_lines(compose(replace(made, style=replace(made.style, flow=flow))).display)


_TEN = {"sizes": (10.0,)}


def head(*parts: tuple[Role, str], **headline: object) -> Iterator[str]:
    """Heads in a slot over three columns, some fields of the headline's style changed."""
    slots = '<slot id="h" kind="head" roles="kicker headline deck" lines="14"/>'
    made = edition(tiny(f"<stack>{slots}</stack>", columns=3, lines=16), story(*parts))
    style = replace(made.style.head[Role.HEADLINE], **headline)
    heads = {**made.style.head, Role.HEADLINE: style}
    return dump_lines(compose(replace(made, style=replace(made.style, head=heads))).display)


def pictured() -> Iterator[str]:
    """A picture in its slot with its caption, over two columns of text."""
    slots = (
        '<slot id="p" kind="picture" lines="4"/><slot id="c" kind="caption" roles="caption" lines="auto" '
        'caption-of="p"/><slot id="t" kind="text" roles="body" lines="auto" before="1"/>'
    )
    made = edition(tiny(f"<stack>{slots}</stack>", columns=2, lines=12), story(*_PICTURED))
    frames = tuple(replace(f, media="m1") if f.id == "p" else f for f in made.pages[0].frames)
    pages = (replace(made.pages[0], frames=frames),)
    return dump_lines(compose(replace(made, media=(disc(),), pages=pages)).display)


_PICTURED = ((Role.CAPTION, "老街的灯火"), (Role.BODY, words(40)))

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
    "u2-inside-tokens": partial(paragraph, "国家94817和57.5%增长1234567890安", 9),
    "u3-phrases": partial(paragraph, "国国国国国国德清平安报安安安", 7, rules=kept("德清平安报")),
    "w1-dash-of-hei": partial(paragraph, "国——安———家……", 20, role="hei"),
    "w1-exclaims": partial(paragraph, "好！！真？！是！！！吗？", 20),
    "w2-fixed-marks": partial(paragraph, "国，乙·丙—丁，国国国国国。安安安安", 12.5),
    "w3-three-marks": partial(paragraph, "一“‘《二》’”三、“四”、（五）。", 20),
    "w4-indented": partial(paragraph, "《一二三四》五六七八", 6, 2.0),
    "w6-last-character": partial(paragraph, "一二三四五六七八九，十百。", 6),
    "a1-latin-gaps": partial(paragraph, "国平23安！和国家定。安安安安安安", 10),
    "a1-stops": partial(paragraph, "国家。安定！和。安安安安安安", 7),
    "a2-around-marks": partial(paragraph, "国——家-乙～丙/丁1234567890国", 10),
    "a3-last-line": partial(paragraph, "国安，2023年家安定和平。国，a b安", 7),
    "o1-pulled-down": partial(paragraph, "一二三四五六七八九。", 4),
    "w2-vertical": partial(paragraph, "国：安；国？安！国，安", 30, writing="v"),
    "p1-narrow-indent": partial(
        columns, (Role.BODY, words(20)), (Role.BODY, "“" + words(14)), count=1, body=_TEN | {"narrow_below": 9.0}
    ),
    "p2-beside-subhead": partial(
        columns, (Role.BODY, words(20)), (Role.SUBHEAD, "老街"), (Role.BODY, words(50)), count=2
    ),
    "o2-last-line": partial(columns, (Role.BODY, words(21)), (Role.BODY, words(30)), count=3),
    "o2-subhead": partial(columns, (Role.BODY, words(38)), (Role.SUBHEAD, "老街"), (Role.BODY, words(50)), count=3),
    "b1-level": partial(columns, (Role.BODY, words(75)), count=4),
    "b2-picture": pictured,
    "heads-clause-space": partial(head, (Role.HEADLINE, "春潮涌动 新港启航"), sizes=(26.0,)),
    "heads-two-lines": partial(head, (Role.KICKER, "一江清水"), (Role.HEADLINE, "春潮涌动 新港启航"), sizes=(48.0,)),
    "heads-spread": partial(head, (Role.HEADLINE, "春潮2024"), sizes=(36.0,), spread=1.0),
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
