"""Warnings: what no placeholder hides. Special categories of personal data (Art. 9 GDPR) and combinations of facts that
single a person out. They are shown with an explanation; the text stays as it is.
"""

from guardrails.warnings.categories import WARNING_LABELS

__all__ = ["WARNING_LABELS"]
