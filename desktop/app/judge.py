"""Is a page complete? Findings and integrity, joined into what ``check`` prints and exit codes follow."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.app.load import Loaded
from desktop.integrity import Difference, IntegrityReport, check_display, check_text
from desktop.model.settext import SetText, set_texts
from desktop.model.story import SourceRange
from desktop.preflight import Finding, Severity, find_all

COUNTS = ("source", "placed", "overset", "unplaced", "cut", "twice", "added", "replaced")


class Judgement(Struct, frozen=True):
    """Findings with the counts of characters (white space not counted)."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]

    @property
    def complete(self) -> bool:
        """Tell whether no finding is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def judge(loaded: Loaded, pdf: bytes | None = None) -> Judgement:
    """Return the judgement on an edition; with its PDF, by both routes of integrity."""
    edition = loaded.edition
    texts: dict[str, SetText] = {}
    for story in edition.stories:
        texts.update(set_texts(story))
    overset: dict[str, tuple[SourceRange, ...]] = {}
    for page in loaded.pages:
        for element, ranges in page.overset.items():
            overset[element] = (*overset.get(element, ()), *ranges)
    unplaced = [element.id for element in edition.unplaced()]
    displays = [page.display for page in loaded.pages]
    report = check_display(displays, edition.stories, texts, overset=overset, unplaced=unplaced)
    findings = [*find_all(edition, loaded.pages), *_findings(report, "integrity.page")]
    if pdf is not None:
        findings += _findings(_second_route(pdf, loaded, texts, overset), "integrity.pdf")
    counts = report.counts()
    # What is lost is an error of its own among the findings; in the counts it is what it looks like.
    counts["unplaced"] += counts["missing"]
    return Judgement(tuple(findings), {name: counts[name] for name in COUNTS})


def _second_route(
    pdf: bytes, loaded: Loaded, texts: Mapping[str, SetText], overset: Mapping[str, tuple[SourceRange, ...]]
) -> IntegrityReport:
    from desktop.pdf import read_text

    extracted = "".join(page.text for page in read_text(pdf))
    return check_text(extracted, [page.display for page in loaded.pages], texts, overset=overset)


def _findings(report: IntegrityReport, check: str) -> list[Finding]:
    return [_finding(difference, check) for difference in report.differences]


def _finding(difference: Difference, check: str) -> Finding:
    return Finding(check, Severity.ERROR, difference.message, element=difference.element, at=difference.start)
