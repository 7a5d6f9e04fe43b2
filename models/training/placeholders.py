"""The placeholders that stand for personal data, and that the model must carry over unchanged."""

from __future__ import annotations

ENTITIES: tuple[str, ...] = (
    "PERSON", "LOCATION", "STREET_ADDRESS", "EMAIL_ADDRESS", "PHONE_NUMBER", "IBAN_CODE", "CREDIT_CARD",
    "IP_ADDRESS", "URL", "DATE_OF_BIRTH", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_SOCIAL_SECURITY",
    "DE_HEALTH_INSURANCE", "DE_ID_CARD", "DE_PASSPORT", "DE_FUEHRERSCHEIN", "DE_KFZ", "DE_HANDELSREGISTER",
    "DE_VAT_ID", "DE_CASE_NUMBER", "DE_BENEFIT_ID", "DE_FOREIGNER_ID", "DE_EMPLOYER_ID", "DE_PERSONNEL_ID",
    "SECRET", "ORGANIZATION",
)  # fmt: skip
"""Entity names of the guard, plus `ORGANIZATION`, which other recognizers may bring."""

NUMBERS = range(1, 10)


def all_placeholders() -> list[str]:
    """Every placeholder that is one token, `[PERSON_1]` to `[ORGANIZATION_9]`."""
    return [f"[{entity}_{number}]" for entity in ENTITIES for number in NUMBERS]
