"""What is wrong or unusual on a page: findings with permanent ids, each with a place to go to."""

from desktop.preflight.checks import find_all
from desktop.preflight.finding import Finding, Severity
from desktop.preflight.press import press_findings

__all__ = ["Finding", "Severity", "find_all", "press_findings"]
