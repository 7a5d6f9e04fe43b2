"""Warnings: what no placeholder hides. Special categories of personal data (Art. 9 GDPR) and combinations of facts that
single a person out. They are shown with an explanation; the text stays as it is.
"""

from guardrails.warnings.categories import WARNING_LABELS
from guardrails.warnings.detection import PERSONAL, not_hidden, privacy_warnings
from guardrails.warnings.knowledge import load_knowledge

__all__ = ["PERSONAL", "WARNING_LABELS", "load_knowledge", "not_hidden", "privacy_warnings"]
