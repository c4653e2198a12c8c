import subprocess
import sys

import pytest

from desktop.errors import LayoutError
from desktop.formats import xml
from desktop.formats.escape import escape, unescape
from desktop.formats.layout_xml import layout_from_bytes
from desktop.formats.xml import Node, read_document, serialise

ENTITIES = '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
BOMB = f'<?xml version="1.0"?><!DOCTYPE lolz [{ENTITIES}]><layout>&b;</layout>'


def read(data: bytes) -> Node:
    return read_document(data, "x.xml", "layout", LayoutError, lambda document: document.root)


def test_entities_and_dtds_are_refused_in_any_encoding(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    outside = f'<!DOCTYPE l [<!ENTITY e SYSTEM "{secret.as_uri()}">]><l>&e;</l>'
    for text in (BOMB, outside, outside.replace("DOCTYPE l", "DOCTYPE l SYSTEM 'http://localhost/x.dtd'")):
        for data in (text.encode(), text.replace('<?xml version="1.0"?>', "").encode("utf-16")):
            with pytest.raises(LayoutError, match="DOCTYPE"):
                read(data)


def test_size_and_depth_are_limited(monkeypatch):
    with pytest.raises(LayoutError, match="nested more than 40 deep"):
        read(b"<stack>" * 60 + b"</stack>" * 60)
    with pytest.raises(LayoutError, match="line 1"):
        read(b"<stack>" * 100_000)
    monkeypatch.setattr(xml, "MOST_BYTES", 100)
    with pytest.raises(LayoutError, match="too large"):
        read(b" " * 101)


@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"<a", b"<a><b></a>", b'<?xml version="1.0" encoding="no-such"?><a/>', b"\xff\xfe\xff"]
)
def test_what_is_not_well_formed_is_one_sentence_with_a_line(data):
    with pytest.raises(LayoutError) as caught:
        layout_from_bytes(data, "x.xml")
    assert str(caught.value).startswith("x.xml, line ")
    assert "\n" not in str(caught.value)


def test_the_two_parsers_give_the_same_nodes():
    data = serialise(Node("a", {"x": "<&\"'\n\t春"}, [Node("b", text=" ]]> &\r\n"), Node("c", children=[Node("d")])]))
    own = read_document(data, "x", "layout", LayoutError, lambda document: document.root, own=True)
    outside = xml._node(xml._parse_outside(data, "x", LayoutError))
    for one, other in zip(own.walk(), outside.walk(), strict=True):
        assert (one.tag, one.attributes, one.line) == (other.tag, other.attributes, other.line)
        assert one.text.strip() == other.text.strip()
    assert own.children[0].text == outside.children[0].text == " ]]> &\r\n"


def test_escapes_hold_any_text():
    text = "a\\b\0\x0b\ufffe\ud800\\5c; 𠮷\r\n"
    assert unescape(escape(text)) == text
    assert not set(escape(text)) & set("\0\x0b\ufffe\ud800")
    with pytest.raises(ValueError, match=r"chr|range"):
        unescape("\\110000;")


def test_own_files_are_read_without_lxml():
    code = (
        "import sys\n"
        "import desktop.formats\n"
        "from desktop.formats.layout_xml import find_layout\n"
        "from desktop.formats.style_xml import default_style\n"
        "import desktop.formats.package\n"
        "find_layout('special-report'), default_style()\n"
        "assert 'lxml' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
