"""Kinds of data in groups, as the targets of the guard are set."""

from __future__ import annotations

from guardrails.entities import ENTITY_LABELS

#: Identifiers whose check digit tells a right one from a wrong one.
CHECKSUMMED = frozenset(
    (
        "IBAN_CODE",
        "CREDIT_CARD",
        "DE_TAX_ID",
        "DE_SOCIAL_SECURITY",
        "DE_HEALTH_INSURANCE",
        "DE_ID_CARD",
        "DE_PASSPORT",
        "DE_FUEHRERSCHEIN",
        "DE_VAT_ID",
        "DE_EMPLOYER_ID",
        "DE_LANR",
        "UK_NHS",
    )
)
#: Identifiers that only their format and their context tell.
FORMATTED = frozenset(
    (
        "DE_CASE_NUMBER",
        "DE_BENEFIT_ID",
        "DE_TAX_NUMBER",
        "DE_KFZ",
        "DE_FOREIGNER_ID",
        "DE_PERSONNEL_ID",
        "DE_HANDELSREGISTER",
        "DE_BSNR",
        "US_SSN",
        "US_ITIN",
        "UK_NINO",
    )
)
CONTACT = frozenset(("EMAIL_ADDRESS", "PHONE_NUMBER", "STREET_ADDRESS", "DATE_OF_BIRTH"))
NETWORK = frozenset(("URL", "IP_ADDRESS"))

#: Group, its name for people and what belongs to it. Every kind of data is in one group.
GROUPS: dict[str, tuple[str, frozenset[str]]] = {
    "checksummed": ("Nummern mit Prüfziffer", CHECKSUMMED),
    "formatted": ("Nummern mit Format und Umfeld", FORMATTED),
    "contact": ("Kontaktdaten und Geburtsdatum", CONTACT),
    "person": ("Personen", frozenset(("PERSON",))),
    "location": ("Wohn- und Herkunftsorte", frozenset(("LOCATION",))),
    "network": ("Internet- und IP-Adressen", NETWORK),
    "secret": ("Passwörter und Schlüssel", frozenset(("SECRET",))),
}

#: What identifies a person directly: everything but places.
DIRECT = frozenset(ENTITY_LABELS) - {"LOCATION"}

#: Recall by group, kind of data or tag: what it must be, and what is aimed at.
RECALL_TARGETS: dict[str, tuple[float, float]] = {
    "checksummed": (0.99, 0.999),
    "formatted": (0.95, 0.98),
    "PERSON": (0.95, 0.99),
    "STREET_ADDRESS": (0.93, 0.98),
    "PHONE_NUMBER": (0.95, 0.99),
    "EMAIL_ADDRESS": (0.98, 0.999),
    "DATE_OF_BIRTH": (0.95, 0.99),
    "evasion": (0.90, 0.99),
}
