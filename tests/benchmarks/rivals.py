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

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"

_OPEN_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_NAMES}office:1.0" xmlns:style="{_NAMES}style:1.0" xmlns:text="{_NAMES}text:1.0"
  xmlns:fo="{_NAMES}xsl-fo-compatible:1.0" xmlns:svg="{_NAMES}svg-compatible:1.0"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
  <style:font-face style:name="song" svg:font-family="'Banxin Song'"/>
  <style:font-face style:name="biaosong" svg:font-family="'Banxin Biaosong'"/>
</office:font-face-decls>
<office:automatic-styles>
  <style:page-layout style:name="sheet"><style:page-layout-properties fo:page-width="273mm" fo:page-height="390mm"
    fo:margin-left="23.8mm" fo:margin-right="23.8mm" fo:margin-top="20mm" fo:margin-bottom="20mm"/></style:page-layout>
  <style:style style:name="head" style:family="paragraph" style:master-page-name="page">
    <style:paragraph-properties fo:text-align="center"/>
    <style:text-properties style:font-name="biaosong" style:font-name-asian="biaosong"
      fo:font-size="48pt" style:font-size-asian="48pt"/></style:style>
  <style:style style:name="body" style:family="paragraph">
    <style:paragraph-properties fo:text-align="justify" fo:text-indent="18pt" fo:line-height="11.54pt"/>
    <style:text-properties style:font-name="song" style:font-name-asian="song" fo:font-size="9pt"
      style:font-size-asian="9pt" style:language-asian="zh" style:country-asian="CN"/></style:style>
  <style:style style:name="columns" style:family="section">
    <style:section-properties text:dont-balance-text-columns="true">
      <style:columns fo:column-count="6" fo:column-gap="9pt"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="page" style:page-layout-name="sheet"/></office:master-styles>
<office:body><office:text>{{articles}}</office:text></office:body></office:document>
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


def open_document_source(articles: Sequence[str]) -> str:
    """Return the articles as a flat OpenDocument text for LibreOffice, each on pages of its own."""
    return _OPEN_DOCUMENT.format(articles="".join(map(_open_document_article, articles)))


def _open_document_article(article: str) -> str:
    head, *rest = (escape(line) for line in paragraphs(article))
    text = "".join(f'<text:p text:style-name="body">{line}</text:p>' for line in rest)
    columns = f'<text:section text:style-name="columns" text:name="{head}">{text}</text:section>'
    return f'<text:p text:style-name="head">{head}</text:p>{columns}'
