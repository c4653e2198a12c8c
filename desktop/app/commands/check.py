"""``banxin check``: what is wrong on a page, and whether every character stands on it, by both routes."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path

from desktop.app.judge import Judgement, judge
from desktop.app.load import Wishes, load
from desktop.app.press import pdf_of
from desktop.app.voice import Voice
from desktop.fonts import FaceLibrary
from desktop.preflight import Finding


def run(arguments: Namespace, voice: Voice) -> int:
    """Print findings and counts; 1 when there are errors."""
    faces = FaceLibrary()
    judgements: list[Judgement] = []
    wishes = Wishes(layout=arguments.layout, copyfit=arguments.copyfit)
    for loaded in load([Path(name) for name in arguments.files], wishes, faces):
        for note in loaded.notes:
            voice.tell(note)
        judgements.append(judge(loaded, pdf_of(loaded, faces)))
    findings = [finding for judgement in judgements for finding in judgement.findings]
    counts = Counter[str]()
    for judgement in judgements:
        counts.update(judgement.counts)
    voice.result(_FORMATS[arguments.format](findings, counts, voice))
    return 0 if all(judgement.complete for judgement in judgements) else 1


def _as_json(findings: Sequence[Finding], counts: Counter[str], voice: Voice) -> str:
    return json.dumps(
        {"findings": [_finding_json(finding, voice) for finding in findings], "counts": dict(counts)},
        ensure_ascii=False,
        indent=1,
    )


def _finding_json(finding: Finding, voice: Voice) -> dict[str, object]:
    whole = {
        "id": finding.id,
        "severity": finding.severity.value,
        "message": voice.render(finding.message),
        "page": finding.page,
        "element": finding.element,
        "frame": finding.frame,
        "at": finding.at,
    }
    return {key: value for key, value in whole.items() if value is not None}


def _as_text(findings: Sequence[Finding], counts: Counter[str], voice: Voice) -> str:
    lines = [f"{_place(f)}{f.severity}: {voice.render(f.message)} [{f.id}]" for f in findings]
    lines.append("  ".join(f"{name} {count}" for name, count in counts.items()))
    return "\n".join(lines)


def _place(finding: Finding) -> str:
    parts = [part for part in (finding.page, finding.frame, finding.element) if part]
    return " ".join(parts) + ": " if parts else ""


def _as_html(findings: Sequence[Finding], counts: Counter[str], voice: Voice) -> str:
    rows = "\n".join(
        f'<tr class="{f.severity}"><td>{f.severity}</td><td>{escape(voice.render(f.message))}</td>'
        f"<td>{escape(_place(f).rstrip(': '))}</td><td><code>{f.id}</code></td></tr>"
        for f in findings
    )
    sums = "\n".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in counts.items())
    return (
        f'<!doctype html>\n<html lang="{voice.language}"><meta charset="utf-8"><title>banxin check</title>\n'
        "<style>body{font:15px/1.6 system-ui,sans-serif;max-width:60em;margin:2em auto}"
        "td{padding:.2em .8em;border-bottom:1px solid #ddd}.error{color:#C5352B}</style>\n"
        f"<table>{rows}</table>\n<table>{sums}</table>\n</html>"
    )


_FORMATS = {"json": _as_json, "text": _as_text, "html": _as_html}
