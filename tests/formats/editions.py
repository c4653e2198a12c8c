"""Editions for the tests: a realistic one, and strategies that make any."""

from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.display import Clip, DisplayFrame, Fill, GlyphRun, Ink, PageDisplay, Picture, Rule
from desktop.errors import Message, message
from desktop.formats.layout_xml import find_layout
from desktop.formats.style_xml import default_style
from desktop.geometry import Rect
from desktop.model.edition import Continues, Edition, Flow, Frame, Media, Page
from desktop.model.fitting import Fitting, FrameFit, HeadFit, ParagraphFit
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import (
    Change,
    ChangeKind,
    Element,
    FolioFields,
    Join,
    OwnFace,
    Person,
    Role,
    Source,
    SourceRange,
    Story,
    Suspicion,
    Unassigned,
)
from desktop.model.style import FaceRole

TEXT = (
    "春潮涌动新港区\r\n\r\n"
    "记者 李禾 通讯员 周一帆\r\n\r\n"
    "3月的青屿港,风从海上来。\r\n"
    "潮声里 机声隆隆\r\n"
    "“东岸?西岸”都在忙,𠮷老板说。\r\n"
)
FONTS = (("banxin-song", "Banxin Song", "ab" * 32), ("banxin-kai", "Banxin Kai", "cd" * 32))
PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(40)


def element(id_: str, role: Role, words: str, order: int, **more) -> Element:
    at = TEXT.index(words)
    part = (SourceRange(at, at + len(words)),)
    return Element(id_, role, words, part, message("{role} by its place", role=str(role)), order, **more)


def story() -> Story:
    comma = TEXT.index(",")
    people = (Person("李禾", "记者"), Person("周一帆", "通讯员", "青屿港区"))
    folio = FolioFields("青屿日报", "2024-03-05", "星期二", "6", (("责任编辑", "沈舟"),))
    elements = (
        element("s1-1", Role.HEADLINE, "春潮涌动新港区", 1),
        element("s1-2", Role.BYLINE, "记者 李禾 通讯员 周一帆", 2, people=people),
        element("s1-3", Role.LEDE, "3月的青屿港,风从海上来。", 3, run_in=True),
        element("s1-4", Role.SUBHEAD, "潮声里 机声隆隆", 4),
        element("s1-5", Role.BODY, "“东岸?西岸”都在忙,𠮷老板说。", 5, section="s1-4", folio=folio),
    )
    comma_range = SourceRange(comma, comma + 1)
    changes = (
        Change("c1", ChangeKind.NORMALISATION, comma_range, ",", "，", message("Chinese on both sides")),
        Change("c2", ChangeKind.CUT, SourceRange(0, 1), "春", "", message("cut"), accepted=False),
    )
    why = message(
        "“{mark}” stands between Chinese characters", mark="?", near=message("{n} lines", n=2), at=(1, 2.5, None)
    )
    return Story(
        "s1",
        "a1",
        elements,
        changes,
        (Suspicion(TEXT.index("?"), why),),
        (Join(3, 5),),
        (Unassigned(SourceRange(7, 9), message("blank")),),
    )


def page(layout_id: str = "special-report", number: str = "6") -> Page:
    lifted = Frame(
        "f4", "picture-2", place=Place(3, 2, 40, 16), runaround=Runaround(Contour.OUTLINE, Sides.LARGER, 0.5, 0)
    )
    frames = (Frame("f1", "headline"), Frame("f2", "section-1"), Frame("f3", "picture-1", "m1", lines=12), lifted)
    flows = (Flow(("f1",), ("s1-1",)), Flow(("f2",), ("s1-4", "s1-5")))
    return Page(f"p{number}", number, find_layout(layout_id), frames, flows, date="2024-03-05")


def edition() -> Edition:
    source = Source("a1", "春潮.txt", "gb18030", TEXT, TEXT.encode("gb18030"))
    media = Media("m1", "港口.png", PNG, 640, 480, "CMYK", 299.9)
    return Edition("春潮", default_style(), (source,), (story(),), (page(),), (media,))


def display() -> PageDisplay:
    run = GlyphRun(
        "banxin-song", 9.0, 66.85, 70.123456, (7, 9, 9), (0.0, 9.0, 18.333333), (0.0, 0.0, -0.5), "春——",
        (0, 1, 2), (0, 1, 1), (1, 3, 3), "s1-1", "f1", 1, "v", 90, Ink(0.1, 0.2, 0.3, 0.4),
    )  # fmt: skip
    added = replace(run, element=None, writing="h", rotation=0, ink=Ink())
    frame = DisplayFrame("f3", "picture-1", "picture", Rect(1, 2, 3, 4), (Rect(1, 2, 3, 4),), "m1")
    items = (
        Fill(Rect(0, 0, 5, 5), "f1"),
        Picture(Rect(1, 2, 3.0005, 4), "m1", "f3", Rect(0.1, 0, 0.5, 1)),
        Rule(0, 0, 10, 0, 0.5, "f1", dash=(1.0, 2.0)),
        Clip(Rect(0, 0, 9, 9), "f1"),
        Clip(None, "f1"),
        run,
        added,
    )
    return PageDisplay("6", 773.858, 1105.512, 11.54, 65.0, 9.0, Rect(67, 56, 639, 992.44), (frame,), items)


words = st.text(st.characters(codec="utf-8"), max_size=8) | st.text("\0\x0b\r\n\t\\5c;<&]]>￾ ", max_size=8)
ids = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
offsets = st.integers(0, 1 << 40)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 60), 1 << 60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=2).map(tuple),
    max_leaves=4,
)
sentences = words.filter(lambda text: not set(text) & set("{}"))
messages = st.builds(Message, sentences, st.lists(st.tuples(words, values), max_size=2).map(tuple))


def tuples(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def sources(draw):
    return [
        Source(id_, draw(words), draw(words), draw(words), draw(st.binary(max_size=20)))
        for id_ in draw(st.lists(ids, max_size=3, unique=True))
    ]


@st.composite
def stories(draw, source: Source):
    def part():
        low = draw(st.integers(0, len(source.text)))
        return SourceRange(low, draw(st.integers(low, len(source.text))))

    def one(order):
        ranges = tuple(part() for _ in range(draw(st.integers(0, 2))))
        text = "".join(source.text[r.start : r.end] for r in ranges) if draw(st.booleans()) else draw(words)
        folio = draw(st.none() | st.builds(FolioFields, words, words, words, words, tuples(st.tuples(words, words))))
        return Element(
            draw(ids), draw(st.sampled_from(Role)), text, ranges, draw(messages), order, draw(st.none() | words),
            draw(st.booleans()), draw(tuples(st.builds(Person, words, words, words))), folio,
        )  # fmt: skip

    def change():
        kind, accepted = draw(st.sampled_from(ChangeKind)), draw(st.booleans())
        own = st.tuples(st.just(0), st.integers(1, 9), st.none() | st.sampled_from(FaceRole)).map(
            lambda of: OwnFace(*of)
        )
        texts, faces = (draw(words), draw(words), draw(messages)), draw(tuples(own, 2))
        return Change(draw(ids), kind, part(), *texts, accepted, faces=faces)

    return Story(
        draw(ids),
        source.id,
        tuple(one(order) for order in range(draw(st.integers(0, 3)))),
        tuple(change() for _ in range(draw(st.integers(0, 2)))),
        draw(tuples(st.builds(Suspicion, offsets, messages))),
        draw(tuples(st.builds(Join, offsets, offsets))),
        tuple(Unassigned(part(), draw(messages)) for _ in range(draw(st.integers(0, 2)))),
    )


@st.composite
def pages(draw):
    layout = find_layout(draw(st.sampled_from(["special-report", "tabloid-feature"])))
    slots = st.sampled_from([slot.id for slot in layout.slots()])
    names = draw(st.lists(ids, max_size=4, unique=True))
    counts = st.integers(1, 99)
    distances = st.floats(0, 100, allow_subnormal=False)
    place = st.none() | st.builds(Place, counts, counts, counts, counts)
    around = st.builds(Runaround, st.sampled_from(Contour), st.sampled_from(Sides), distances, st.integers(0, 9))
    frames = tuple(
        Frame(
            name, draw(slots), draw(st.none() | words), draw(st.none() | st.integers(0, 99)), draw(place),
            draw(st.none() | around),
        )
        for name in names
    )  # fmt: skip
    cut = draw(st.integers(0, len(names)))
    links = st.none() | st.builds(Continues, ids, ids)
    flows = tuple(Flow(tuple(part), draw(tuples(ids)), draw(links)) for part in (names[:cut], names[cut:]))
    chosen = draw(tuples(st.sampled_from([variant.id for variant in default_style().variants]), 2))
    return Page(draw(ids), draw(words), layout, frames, flows, draw(words), variants=chosen, fitting=draw(fittings()))


def fittings():
    lines = st.none() | st.integers(0, 99)
    counts = st.none() | st.integers(1, 99)
    sizes = st.none() | st.floats(0.5, 200, allow_subnormal=False)
    return st.builds(
        Fitting,
        tuples(st.builds(ParagraphFit, ids, st.integers(-99, 99))),
        tuples(st.builds(HeadFit, ids, lines, lines, sizes)),
        tuples(st.builds(FrameFit, ids, counts, counts)),
    )


@st.composite
def editions(draw):
    found = draw(sources())
    told = [draw(stories(source)) for source in found for _ in range(draw(st.integers(0, 2)))]
    sizes = st.integers(0, 9999)
    dpi = st.floats(0, 5000, allow_subnormal=False)
    media = tuples(st.builds(Media, ids, words, st.binary(max_size=9), sizes, sizes, words, dpi))
    kept = draw(tuples(words))
    return Edition(draw(words), default_style(), tuple(found), tuple(told), draw(tuples(pages(), 2)), draw(media), kept)
