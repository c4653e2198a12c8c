"""Editions made of plain strings, and pages composed from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import ComposedPage, Composer, new_page, propose
from desktop.compose.material import Block, Shaped
from desktop.errors import message
from desktop.formats.layout_xml import find_layout, layout_from_bytes
from desktop.integrity import IntegrityReport, check_display
from desktop.model.edition import Edition, Flow
from desktop.model.layout import Layout
from desktop.model.settext import set_texts
from desktop.model.story import Element, FolioFields, Role, Source, SourceRange, Story
from desktop.model.style import FaceRole, ParagraphStyle
from tests.text.setting import LIBRARY, shaped, style

LAYOUTS = ("special-report", "tabloid-feature", "broadsheet-feature")
HAN = "平安城市的一天从河边开始，老街上灯火渐亮；人们说：“日子好了。”2023年，新区有98%的路口装上了信号灯"
WHY = message("a test")
Part = tuple[Role, str]


def layout(layout_id: str) -> Layout:
    return find_layout(layout_id)


def tiny(tree: str, columns: int = 4, measure: int = 10, lines: int = 40, furniture: str = "") -> Layout:
    """A layout of 10 pt body on 10 pt pitch whose tree is given as XML; names are filled in."""
    names = '<name lang="zh">测试</name><name lang="en">Test</name>'
    xml = f"""<?xml version="1.0" encoding="UTF-8"?>
<layout id="tiny" version="1">{names}
<sheet width="600pt" height="600pt"/>
<grid body="10pt" columns="{columns}" measure="{measure}" gutter="1" lines="{lines}" pitch="12pt"/>
{furniture}{tree}</layout>"""
    xml = xml.replace("/>", f">{names}</slot>").replace(f'pt">{names}</slot>\n', 'pt"/>\n')
    return layout_from_bytes(xml.encode(), "tiny.xml")


def story(*parts: Part, story_id: str = "s1", source: str = "a1", run_in: Sequence[int] = ()) -> tuple[Source, Story]:
    """A story whose elements follow one another in the source, a line each; ``run_in`` counts elements from 0."""
    elements: list[Element] = []
    at = 0
    for order, (role, text) in enumerate(parts):
        ranges = (SourceRange(at, at + len(text)),)
        folio = FolioFields(paper="测试报", page="7") if role is Role.FOLIO else None
        elements.append(
            Element(f"{story_id}e{order + 1:02}", role, text, ranges, WHY, order + 1, None, order in run_in, (), folio)
        )
        at += len(text) + 1
    text = "\n".join(text for _, text in parts)
    return Source(source, f"{source}.txt", "utf-8", text, text.encode("utf-8", "surrogatepass")), Story(
        story_id, source, tuple(elements)
    )


def edition(page: Layout, *pairs: tuple[Source, Story], flows: Sequence[Flow] | None = None) -> Edition:
    sources, stories = tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
    made = replace(new_page("p1", page), flows=tuple(flows) if flows is not None else propose(page, stories))
    return Edition("测试", style(), sources, stories, (made,))


@cache
def composer() -> Composer:
    return Composer(LIBRARY)


def compose(made: Edition) -> ComposedPage:
    return composer().compose(made, made.pages[0])


def ledger(made: Edition, page: ComposedPage) -> IntegrityReport:
    texts = {key: text for one in made.stories for key, text in set_texts(one).items()}
    unplaced = [element.id for element in made.unplaced()]
    return check_display([page.display], made.stories, texts, overset=page.overset, unplaced=unplaced)


def displayed(page: ComposedPage, element: str | None) -> str:
    return "".join(run.text for run in page.display.runs() if run.element == element)


def lines_of(page: ComposedPage, frame: str) -> list[str]:
    """The texts of a frame's lines, in order."""
    found: dict[int, str] = {}
    for run in page.display.runs():
        if run.frame == frame:
            found[run.line] = found.get(run.line, "") + run.text
    return [found[key] for key in sorted(found)]


def words(count: int, start: int = 0) -> str:
    """So many characters of running text."""
    return "".join(HAN[(start + i) % len(HAN)] for i in range(count - 1)) + "。"


def block(text: str, paragraph: ParagraphStyle | None = None, role: Role = Role.BODY, *, clause: bool = False) -> Block:
    """A block of one element with that text."""
    chosen = paragraph or style().flow[role]
    (_, one) = story((role, text))
    return Block(one.elements, chosen, Shaped(shaped(text, chosen.face.value, clause=clause)))


def plain_style(**changes: object) -> ParagraphStyle:
    return replace(ParagraphStyle("plain", FaceRole.SONG, (10.0,), pitches=1.0), **changes)


def counts(report: IntegrityReport) -> Mapping[str, int]:
    return report.counts()


_TEXT = st.integers(1, 400).flatmap(lambda count: st.integers(0, 40).map(lambda start: words(count, start)))
_SHORT = st.sampled_from(["春天来了", "一江清水 两岸新风", "“头雁”担当 平安建设星星闪耀", "记者 李禾", "新区路口"])
_ROLES = [role for role in Role if role not in {Role.BODY, Role.FOLIO}]

parts = st.lists(
    st.one_of(
        st.tuples(st.just(Role.BODY), _TEXT),
        st.tuples(st.sampled_from(_ROLES), _SHORT),
        st.tuples(st.just(Role.FOLIO), st.sampled_from(["测试报", "7", "责任编辑：李禾"])),
    ),
    min_size=1,
    max_size=14,
)
"""Elements of any story at all."""
