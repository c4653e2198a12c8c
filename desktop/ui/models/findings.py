"""The findings for Qt's views, what matters most first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.preflight import Finding, Severity
from desktop.ui.language import noop, render, tr

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
FINDING = Qt.ItemDataRole.UserRole + 1

SEVERITIES = {
    # sign, token of its colour, name
    Severity.ERROR: ("✕", "accent", noop("error")),
    Severity.WARNING: ("△", "warning", noop("warning")),
    Severity.INFO: ("○", "unplaced", noop("note")),
}
_ORDER = list(SEVERITIES)


class FindingsModel(QAbstractListModel):
    """Findings in one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        fresh = tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))
        if fresh != self._findings:
            self.beginResetModel()
            self._findings = fresh
            self.endResetModel()

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity."""
        return {kind: sum(f.severity is kind for f in self._findings) for kind in SEVERITIES}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a finding as a sentence, or itself."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return render(finding.message)
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = tr(SEVERITIES[finding.severity][2])
                return tr("{kind}: {text}", kind=kind, text=render(finding.message))
            case _ if role == FINDING:
                return finding
        return None
