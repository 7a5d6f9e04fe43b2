"""The kinds of finding, their German labels, and how a placeholder is written."""

import regex

#: Entity name -> label for readers. The order is the one in which pages and policies list them.
ENTITY_LABELS: dict[str, str] = {
    "PERSON": "Person",
    "DATE_OF_BIRTH": "Geburtsdatum",
    "STREET_ADDRESS": "Anschrift",
    "LOCATION": "Ort",
    "PHONE_NUMBER": "Telefonnummer",
    "EMAIL_ADDRESS": "E-Mail-Adresse",
    "IBAN_CODE": "IBAN",
    "CREDIT_CARD": "Kreditkartennummer",
    "DE_CASE_NUMBER": "Aktenzeichen",
    "DE_BENEFIT_ID": "Leistungsnummer",
    "DE_TAX_ID": "Steuer-Identifikationsnummer",
    "DE_TAX_NUMBER": "Steuernummer",
    "DE_SOCIAL_SECURITY": "Rentenversicherungsnummer",
    "DE_HEALTH_INSURANCE": "Krankenversichertennummer",
    "DE_ID_CARD": "Personalausweisnummer",
    "DE_PASSPORT": "Reisepassnummer",
    "DE_FUEHRERSCHEIN": "Führerscheinnummer",
    "DE_KFZ": "Kfz-Kennzeichen",
    "DE_FOREIGNER_ID": "AZR-Nummer oder Aufenthaltsdokument",
    "DE_PERSONNEL_ID": "Personal- oder Beihilfenummer",
    "DE_EMPLOYER_ID": "Betriebsnummer",
    "DE_HANDELSREGISTER": "Handelsregisternummer",
    "DE_VAT_ID": "Umsatzsteuer-Identifikationsnummer",
    "DE_LANR": "Arztnummer",
    "DE_BSNR": "Betriebsstättennummer",
    "SECRET": "Passwort oder Schlüssel",
    "URL": "Internetadresse",
    "IP_ADDRESS": "IP-Adresse",
    "US_SSN": "US-Sozialversicherungsnummer",
    "US_ITIN": "US-Steuernummer",
    "UK_NHS": "Britische NHS-Nummer",
    "UK_NINO": "Britische Sozialversicherungsnummer",
}

#: A literal placeholder such as ``[PERSON_1]``. Only known entities and short numbers, so that
#: brackets cannot be used to carry a name or a telephone number past the guard.
PLACEHOLDER_PATTERN = regex.compile(
    r"\[(?P<entity>" + "|".join(sorted(ENTITY_LABELS, key=len, reverse=True)) + r")_(?P<number>[1-9]\d{0,3})\]"
)


def placeholder_for(entity: str, number: int) -> str:
    """``placeholder_for("PERSON", 1)`` is ``"[PERSON_1]"``."""
    return f"[{entity}_{number}]"
