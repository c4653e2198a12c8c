"""The same text, sheet and columns for other programs, each with the same folder of fonts only."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_TYPST_SPECIAL = str.maketrans({char: "\\" + char for char in "\\#*_$@<>[]`~=-+/"})

# fontconfig would offer WeasyPrint every font of the system; this offers the product's folder.
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""

_TYPST_PAGE = """#set page(width: 273mm, height: 390mm, margin: (x: 23.8mm, y: 20mm), columns: 6)
#set columns(gutter: 9pt)
#set text(font: "Banxin Song", size: 9pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 2.54pt, first-line-indent: (amount: 2em, all: true))
"""

_TYPST_HEAD = """#place(top, scope: "parent", float: true,
  align(center, text(font: "Banxin Biaosong", size: 48pt)[{head}]))
"""

_HTML_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page {{ size: 273mm 390mm; margin: 20mm 23.8mm }}
body {{ font: 9pt/11.54pt "Banxin Song"; margin: 0 }}
h1 {{ font: 48pt "Banxin Biaosong"; text-align: center; margin: 0 }}
main {{ columns: 6; column-gap: 9pt; text-align: justify; break-after: page }}
p {{ margin: 0; text-indent: 2em }}
</style>{articles}</html>
"""


def paragraphs(article: str) -> list[str]:
    """Return the article's lines that hold text."""
    return [line.strip() for line in article.splitlines() if line.strip()]


def typst_source(articles: Sequence[str]) -> str:
    """Return the articles as a Typst document, each on pages of its own."""
    return _TYPST_PAGE + "\n#pagebreak()\n".join(_typst_article(article) for article in articles)


def _typst_article(article: str) -> str:
    head, *rest = (line.translate(_TYPST_SPECIAL) for line in paragraphs(article))
    return _TYPST_HEAD.format(head=head) + "\n\n".join(rest)


def html_source(articles: Sequence[str]) -> str:
    """Return the articles as a document for WeasyPrint, each on pages of its own."""
    return _HTML_PAGE.format(articles="".join(map(_html_article, articles)))


def _html_article(article: str) -> str:
    head, *rest = (escape(line) for line in paragraphs(article))
    return f"<h1>{head}</h1><main>{''.join(f'<p>{line}</p>' for line in rest)}</main>"
