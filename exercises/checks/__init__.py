"""Checks of an answer: deterministic, explained, never a grade."""

from exercises.checks.registry import CheckSettings, check_ids, run_all
from exercises.checks.result import CheckResult, CheckStatus

__all__ = ["CheckResult", "CheckSettings", "CheckStatus", "check_ids", "run_all"]
