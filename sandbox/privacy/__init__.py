"""Privacy: what is deleted when."""

from sandbox.privacy.retention import RetentionReport, run_retention

__all__ = ["RetentionReport", "run_retention"]
