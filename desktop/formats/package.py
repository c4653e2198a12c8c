"""Edition packages: ``name.banxin`` ↔ Edition.

A zip file whose first part, uncompressed, is ``mimetype``. ``edition.xml`` lists every other part with its SHA-256:

    edition.xml            the list, with the names of sources and pictures        format 1
    style.xml, layout.xml  as used (layouts/ID.xml where pages have several)       as in resources/ and layouts/
    source/NAME            the articles' files as they came, untouched
    text/NN.txt            what they were decoded to, UTF-8; offsets count in it
    stories/ID.xml         elements, changes, suspicions                           format 1
    pages/NN.xml           frames and what flows through them                      format 1
    media/NAME             the pictures' files as they came; the list may name some that were lost
    fonts.json             id, family and digest of every face that was used
    display/NN.jsonl       the pages as last composed
    proofs/                (not yet written by this version)

Format 1 is the first; every format ever shipped keeps loading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from desktop.display import PageDisplay
from desktop.errors import BanxinError, Message, PackageError, message
from desktop.formats.archive import read_archive, write_archive
from desktop.formats.display_json import display_from_lines, dump_lines
from desktop.formats.escape import escape
from desktop.formats.kept import Written
from desktop.formats.layout_check import missing_styles, missing_variants, style_names
from desktop.formats.layout_xml import layout_from_bytes, write_layout
from desktop.formats.measures import plain
from desktop.formats.page_xml import read_page, write_page
from desktop.formats.story_xml import plain_word, read_story, write_story
from desktop.formats.style_xml import level_of, style_from_bytes, write_style
from desktop.formats.typography_xml import variant_ids
from desktop.formats.xml import Document, Node, read_document, serialise
from desktop.model.edition import Edition, Media
from desktop.model.emphasis import Emphasis
from desktop.model.layout import Layout
from desktop.model.story import Source, SourceRange
from desktop.model.style import FaceRole, ParagraphChoice
from desktop.replacing import replace_file

VERSION = "1"
MIMETYPE = b"application/vnd.banxin.edition+zip"
MANIFEST = "edition.xml"
MEDIA = "media/"
LONGEST_NAME = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff\ufffe\uffff]|^[.\s]|[.\s]$')

T = TypeVar("T")
FontUse = tuple[str, str, str]
"""A face's id, family and digest."""


class OpenedEdition(Struct, frozen=True):
    """An edition as read from a package.

    ``displays_as_saved`` are its pages as last composed, in order; ``notes`` what a person should know of the reading.
    """

    edition: Edition
    displays_as_saved: tuple[PageDisplay, ...]
    fonts: tuple[FontUse, ...]
    notes: tuple[Message, ...]


def save_edition(path: Path, edition: Edition, displays: Sequence[PageDisplay], fonts: Sequence[FontUse]) -> None:
    """Save an edition; the file that it replaces is kept as ``name.banxin.bak``.

    Raises:
        TargetError: It could not be written; the file on disk is untouched.
    """
    parts = package_parts(edition, displays, fonts)
    replace_file(path, lambda file: write_archive(file, parts, "mimetype"), backup=True)


def package_parts(
    edition: Edition, displays: Sequence[PageDisplay], fonts: Sequence[FontUse], written: Written | None = None
) -> dict[str, bytes]:
    """Return the parts of an edition's package by name; the same edition gives the same bytes.

    Args:
        edition: what is to be saved.
        displays: its pages as composed, in order.
        fonts: the faces they are set in.
        written: keeps what was written of the same records before, for an edition that is written again and again.
    """
    box = _Parts(written=written or Written())
    box.written.begin()
    part_of = box.written.part
    manifest = Node("edition", {"version": VERSION, "name": escape(edition.name)})
    add = manifest.children.append
    add(box.add("style", "style.xml", part_of(edition.style, lambda: write_style(edition.style))))
    manifest.children += [Node("phrase", {"text": escape(phrase)}) for phrase in edition.phrases]
    manifest.children += [_choice_node(choice) for choice in edition.choices]
    manifest.children += [_emphasis_node(emphasis) for emphasis in edition.emphases]
    layouts = _layout_parts(edition)
    for layout, part in layouts:
        add(box.add("layout", part, part_of(layout, partial(write_layout, layout))))
    for number, source in enumerate(edition.sources, 1):
        add(_source_node(box, number, source))
    texts = {source.id: source.text for source in edition.sources}
    for story in edition.stories:
        part = box.free("stories", f"{story.id}.xml")
        text = texts.get(story.source, "")
        add(box.add("story", part, part_of(story, partial(write_story, story, text), text)))
    for number, page in enumerate(edition.pages, 1):
        layout_part = next(part for layout, part in layouts if layout == page.layout)
        data = part_of(page, partial(write_page, page, layout_part), layout_part)
        add(box.add("page", f"pages/{number:02}.xml", data))
    for media in edition.media:
        add(_media_node(box, media))
    add(box.add("fonts", "fonts.json", _fonts_json(fonts)))
    for number, display in enumerate(displays, 1):
        lines = "".join(f"{line}\n" for line in dump_lines(display, {m.id: m.name for m in edition.media}))
        add(box.add("display", f"display/{number:02}.jsonl", lines.encode("utf-8", "surrogatepass")))
    return {"mimetype": MIMETYPE, MANIFEST: serialise(manifest)} | box.parts


class _Parts(Struct):
    """Parts under way."""

    parts: dict[str, bytes] = field(default_factory=dict)
    written: Written = field(default_factory=Written)
    absent: set[str] = field(default_factory=set)
    """Names that are taken by parts which are lost."""

    def add(self, tag: str, name: str, data: bytes, /, **says: str) -> Node:
        """Take a part in and return its entry in the list."""
        self.parts[name] = data
        return Node(tag, {"part": name, "sha256": self.written.digest(data)} | says)

    def free(self, folder: str, name: str) -> str:
        """Return a part name for a file name that every system can unpack and no other part has."""
        safe = _UNSAFE.sub("_", name)[-LONGEST_NAME:] or "_"
        taken = {part.casefold() for part in (*self.parts, *self.absent)}
        candidates = (f"{folder}/{safe}", *(f"{folder}/{n}-{safe}" for n in range(2, len(taken) + 3)))
        return next(part for part in candidates if part.casefold() not in taken)


def _layout_parts(edition: Edition) -> list[tuple[Layout, str]]:
    """Return the different layouts of the pages and where the package keeps them."""
    different: list[Layout] = []
    for page in edition.pages:
        if page.layout not in different:
            different.append(page.layout)
    if len(different) == 1:
        return [(different[0], "layout.xml")]
    names = _Parts()
    pairs: list[tuple[Layout, str]] = []
    for layout in different:
        part = names.free("layouts", f"{layout.id}.xml")
        names.add("layout", part, b"")
        pairs.append((layout, part))
    return pairs


def _choice_node(choice: ParagraphChoice) -> Node:
    says = {"element": escape(choice.element)} | ({"style": escape(choice.style)} if choice.style else {})
    says |= {"variants": " ".join(choice.variants)} if choice.variants else {}
    return Node("choice", says | ({"kinsoku": str(choice.kinsoku)} if choice.kinsoku else {}))


def _emphasis_node(emphasis: Emphasis) -> Node:
    start, end = str(emphasis.range.start), str(emphasis.range.end)
    says = {"source": escape(emphasis.source), "start": start, "end": end, "face": str(emphasis.face)}
    return Node("emphasis", says)


def _source_node(box: _Parts, number: int, source: Source) -> Node:
    says = {"id": escape(source.id), "name": escape(source.name), "encoding": escape(source.encoding)}
    node = box.add("source", box.free("source", source.name), source.data, **says)
    text = box.written.part(source, lambda: source.text.encode("utf-8", "surrogatepass"))
    node.children.append(box.add("text", f"text/{number:02}.txt", text))
    return node


def _media_node(box: _Parts, media: Media) -> Node:
    says = {"id": escape(media.id), "name": escape(media.name), "mode": escape(media.mode), "dpi": plain(media.dpi)}
    says |= {"width": str(media.width), "height": str(media.height)}
    part = box.free("media", media.name)
    if not media.lost:
        return box.add("media", part, media.data, **says)
    # What was lost is written as it was found, so that its name, its places and its digest stay until it is relinked.
    if media.data:
        box.parts[part] = media.data
    box.absent.add(part)
    return Node("media", {"part": part, "sha256": media.digest} | says)


def _fonts_json(fonts: Sequence[FontUse]) -> bytes:
    records = [{"id": face, "family": family, "digest": digest} for face, family, digest in fonts]
    return (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()


def open_edition(path: Path) -> OpenedEdition:
    """Return the edition in a package; a picture that is missing or damaged is marked as lost.

    Raises:
        PackageError: The file is missing, damaged, no package, or from a newer version.
    """
    return edition_from_parts(read_archive(path, MEDIA), path.name)


def edition_from_parts(parts: dict[str, bytes], name: str) -> OpenedEdition:
    """Return the edition in the parts of a package; ``name`` is what sentences call it.

    Raises:
        PackageError: Parts are missing, damaged, no package's, or from a newer version.
    """
    if parts.get("mimetype") != MIMETYPE or MANIFEST not in parts:
        raise PackageError("{file} is not a Banxin edition.", file=name)
    try:
        return read_document(parts[MANIFEST], MANIFEST, "edition", PackageError, lambda d: _Opening(d, parts).run())
    except PackageError as error:
        raise _named(error, name) from error
    except BanxinError as error:
        raise _named(PackageError(error.message.template, **dict(error.message.values)), name) from error


def _named(error: PackageError, file: str) -> PackageError:
    """Return the error with the package's name before that of the part."""
    return PackageError("{package}: " + error.message.template, package=file, **dict(error.message.values))


class _Opening:
    """One reading of a package: every part is checked against its digest as it is taken."""

    def __init__(self, document: Document, parts: dict[str, bytes]) -> None:
        self._document, self._parts = document, parts
        self._taken = {"mimetype", MANIFEST}

    def run(self) -> OpenedEdition:
        document, root = self._document, self._document.root
        if root.tag != "edition" or document.word(root, "version") != VERSION:
            template = "this edition was saved by a newer version of Banxin (format {version}); update to open it."
            raise document.fault(root, template, version=root.attributes.get("version", "?"))
        edition = Edition(
            name=plain_word(document, root, "name"),
            style=self._read(document.child(root, "style"), style_from_bytes),
            sources=tuple(self._source(node) for node in root.all("source")),
            media=tuple(self._media(node) for node in root.all("media")),
            phrases=tuple(plain_word(document, node, "text") for node in root.all("phrase")),
            choices=tuple(_choice(document, node) for node in root.all("choice")),
            emphases=tuple(_emphasis(document, node) for node in root.all("emphasis")),
        )
        edition = self._with_stories_and_pages(edition, root)
        displays = tuple(self._read(node, _display) for node in root.all("display"))
        fonts = self._read(document.child(root, "fonts"), _fonts)
        return OpenedEdition(edition, displays, fonts, (*self._notes(edition), *_style_notes(edition)))

    def _with_stories_and_pages(self, edition: Edition, root: Node) -> Edition:
        texts = {source.id: source.text for source in edition.sources}
        layouts = {
            self._document.word(node, "part"): self._read(node, layout_from_bytes) for node in root.all("layout")
        }
        stories = [self._read(node, lambda data, name: read_story(data, name, texts)) for node in root.all("story")]
        pages = [self._read(node, lambda data, name: read_page(data, name, layouts)) for node in root.all("page")]
        return replace(edition, stories=tuple(stories), pages=tuple(pages))

    def _read(self, node: Node, read: Callable[[bytes, str], T]) -> T:
        return read(self._take(node), self._document.word(node, "part"))

    def _take(self, node: Node) -> bytes:
        """Return a part's bytes, which must be there and as they were saved."""
        part = self._document.word(node, "part")
        if part not in self._parts:
            raise self._document.fault(node, "the package lacks its part {part}.", part=part)
        if not self._is_whole(node):
            template = "{part} is not as it was saved; the package was damaged or changed by another program."
            raise self._document.fault(node, template, part=part)
        self._taken.add(part)
        return self._parts[part]

    def _is_whole(self, node: Node) -> bool:
        """Tell whether a part is there as it was saved."""
        data = self._parts.get(self._document.word(node, "part"))
        return data is not None and sha256(data).hexdigest() == self._document.word(node, "sha256")

    def _source(self, node: Node) -> Source:
        document = self._document
        id_, name, encoding = (plain_word(document, node, word) for word in ("id", "name", "encoding"))
        text = self._read(document.child(node, "text"), _text)
        return Source(id_, name, encoding, text, self._take(node))

    def _media(self, node: Node) -> Media:
        """Return a picture; one that is missing or damaged keeps the page waiting for it, instead of locking it up."""
        document = self._document
        part, whole = document.word(node, "part"), self._is_whole(node)
        self._taken.add(part)
        return Media(
            id=plain_word(document, node, "id"),
            name=plain_word(document, node, "name"),
            data=self._parts.get(part, b""),
            width=document.number(node, "width"),
            height=document.number(node, "height"),
            mode=plain_word(document, node, "mode"),
            dpi=document.decimal(node, "dpi"),
            digest="" if whole else document.word(node, "sha256"),
        )

    def _notes(self, edition: Edition) -> Iterator[Message]:
        """Tell of pictures that were lost, and of parts that nothing was read from: saving again leaves these out."""
        for media in edition.media:
            if media.lost:
                yield message("The picture “{name}” is missing or damaged; relink it in its frame.", name=media.name)
        for part in sorted(self._parts.keys() - self._taken):
            yield message("The part {part} of the package was not read.", part=part)


def _choice(document: Document, node: Node) -> ParagraphChoice:
    return ParagraphChoice(
        element=plain_word(document, node, "element"),
        style=plain_word(document, node, "style", ""),
        variants=variant_ids(document, node),
        kinsoku=level_of(document, node),
    )


def _emphasis(document: Document, node: Node) -> Emphasis:
    start, end = document.number(node, "start"), document.number(node, "end")
    face = document.choice(node, "face", FaceRole, "face")
    return Emphasis(plain_word(document, node, "source"), SourceRange(start, end), face)


def _style_notes(edition: Edition) -> Iterator[Message]:
    """Tell of what is asked for and the house style lacks: text there looks otherwise."""
    known = style_names(edition.style)
    asked = {(slot.id, name) for page in edition.pages for slot, name in missing_styles(page.layout, known)}
    for slot, name in sorted(asked):
        yield message("Slot “{slot}” asks for the paragraph style “{name}”, which is missing.", slot=slot, name=name)
    for page, name in missing_variants(edition.pages, edition.style):
        yield message("Page {page} asks for the variant “{name}”, which is missing.", page=page.number, name=name)
    variants = {variant.id for variant in edition.style.variants}
    for choice in edition.choices:
        if choice.style and choice.style not in known:
            yield message(
                "{id} asks for the paragraph style “{name}”, which is missing.", id=choice.element, name=choice.style
            )
        for name in sorted(set(choice.variants) - variants):
            yield message("{id} asks for the variant “{name}”, which is missing.", id=choice.element, name=name)


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise PackageError("{file} is not UTF-8.", file=name) from None


def _display(data: bytes, name: str) -> PageDisplay:
    return display_from_lines(_text(data, name).removesuffix("\n").split("\n"), name)


def _fonts(data: bytes, name: str) -> tuple[FontUse, ...]:
    try:
        return tuple((str(f["id"]), str(f["family"]), str(f["digest"])) for f in json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PackageError("{file} is not a list of fonts.", file=name) from None
