"""The categories of warnings, their legal grounds and their names for people.

- Art. 9 (1) GDPR: data revealing racial or ethnic origin, political opinions, religious or philosophical beliefs or
  trade union membership, genetic and biometric data for identifying a person, data concerning health, sex life or
  sexual orientation. Processing them is forbidden unless an exception of Art. 9 (2) holds.
- Recital 35: data concerning health are all data about the past, current or future physical or mental state: also sick
  leave, degree of disability, pregnancy, medication, diagnoses with their ICD-10 code, and having been to a clinic.
- Recital 51: photographs are biometric data only where a technical means identifies a person by them.
- Recital 26: a person is identifiable where means likely to be used single them out, without any name. That is what
  ``combination`` is about.
"""

from __future__ import annotations

from types import MappingProxyType

#: Category and its name for people.
WARNING_LABELS = MappingProxyType(
    {
        "health": "Gesundheit",
        "religion": "Religion oder Weltanschauung",
        "union": "Gewerkschaft",
        "origin": "Ethnische Herkunft",
        "sexual_life": "Sexualleben oder sexuelle Orientierung",
        "political_opinion": "Politische Meinung",
        "biometric": "Biometrische oder genetische Daten",
        "combination": "Kombination von Angaben",
    }
)
