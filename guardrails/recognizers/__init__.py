"""One recognizer per kind of data. Each file holds the specification of its number or name."""

from collections.abc import Iterable

from guardrails.recognizers.accounts import PasswordShapeRecognizer, UserNameRecognizer
from guardrails.recognizers.base import GuardRecognizer
from guardrails.recognizers.case_parties import CasePartyRecognizer
from guardrails.recognizers.chat_speakers import ChatSpeakerRecognizer
from guardrails.recognizers.credit_card import CreditCardRecognizer
from guardrails.recognizers.date_of_birth import DateOfBirthRecognizer
from guardrails.recognizers.de_benefit_id import DeBenefitIdRecognizer
from guardrails.recognizers.de_case_number import DeCaseNumberRecognizer
from guardrails.recognizers.de_employer_id import DeEmployerIdRecognizer
from guardrails.recognizers.de_foreigner_id import DeForeignerIdRecognizer
from guardrails.recognizers.de_fuehrerschein import DeFuehrerscheinRecognizer
from guardrails.recognizers.de_handelsregister import DeHandelsregisterRecognizer
from guardrails.recognizers.de_health_insurance import DeHealthInsuranceRecognizer
from guardrails.recognizers.de_health_professions import DeBsnrRecognizer, DeLanrRecognizer
from guardrails.recognizers.de_identity_documents import DeIdCardRecognizer, DePassportRecognizer
from guardrails.recognizers.de_kfz import DeKfzRecognizer
from guardrails.recognizers.de_personnel_id import DePersonnelIdRecognizer
from guardrails.recognizers.de_social_security import DeSocialSecurityRecognizer
from guardrails.recognizers.de_tax_id import DeTaxIdRecognizer
from guardrails.recognizers.de_tax_number import DeTaxNumberRecognizer
from guardrails.recognizers.de_vat_id import DeVatIdRecognizer
from guardrails.recognizers.dictated_values import DictatedValueRecognizer
from guardrails.recognizers.email import EmailRecognizer
from guardrails.recognizers.english import english_recognizers, foreign_recognizers
from guardrails.recognizers.everyday_surnames import EverydaySurnameRecognizer
from guardrails.recognizers.iban import IbanRecognizer
from guardrails.recognizers.labelled_values import LabelledValueRecognizer
from guardrails.recognizers.location import LocationRecognizer
from guardrails.recognizers.names_of_files import FileNameRecognizer
from guardrails.recognizers.network import IpRecognizer, UrlRecognizer
from guardrails.recognizers.person import PersonRecognizer
from guardrails.recognizers.person_abbreviations import PersonAbbreviationRecognizer
from guardrails.recognizers.phone import PhoneRecognizer
from guardrails.recognizers.said_birthdays import SaidBirthdayRecognizer
from guardrails.recognizers.said_plates import SaidPlateRecognizer
from guardrails.recognizers.said_streets import SaidStreetRecognizer
from guardrails.recognizers.secret import SecretRecognizer
from guardrails.recognizers.spelled_names import SpelledNameRecognizer
from guardrails.recognizers.street_address import StreetAddressRecognizer
from guardrails.recognizers.tagger import TaggerRecognizer
from guardrails.recognizers.told_values import ToldValuesRecognizer
from guardrails.recognizers.user_handles import UserHandleRecognizer

ALL: tuple[type[GuardRecognizer], ...] = (
    PersonRecognizer,
    SpelledNameRecognizer,
    ChatSpeakerRecognizer,
    EverydaySurnameRecognizer,
    CasePartyRecognizer,
    PersonAbbreviationRecognizer,
    UserNameRecognizer,
    FileNameRecognizer,
    UserHandleRecognizer,
    TaggerRecognizer,
    StreetAddressRecognizer,
    SaidStreetRecognizer,
    LocationRecognizer,
    DateOfBirthRecognizer,
    SaidBirthdayRecognizer,
    EmailRecognizer,
    PhoneRecognizer,
    IbanRecognizer,
    CreditCardRecognizer,
    DeCaseNumberRecognizer,
    DeBenefitIdRecognizer,
    DeTaxIdRecognizer,
    DeTaxNumberRecognizer,
    DeSocialSecurityRecognizer,
    DeHealthInsuranceRecognizer,
    DeIdCardRecognizer,
    DePassportRecognizer,
    DeFuehrerscheinRecognizer,
    DeForeignerIdRecognizer,
    DePersonnelIdRecognizer,
    DeEmployerIdRecognizer,
    DeKfzRecognizer,
    SaidPlateRecognizer,
    DeHandelsregisterRecognizer,
    DeVatIdRecognizer,
    DeLanrRecognizer,
    DeBsnrRecognizer,
    LabelledValueRecognizer,
    ToldValuesRecognizer,
    DictatedValueRecognizer,
    SecretRecognizer,
    PasswordShapeRecognizer,
    UrlRecognizer,
    IpRecognizer,
)

#: Those that need the whole sentence, and not only a value and its label.
_NEED_THE_SENTENCE = (
    FileNameRecognizer,
    UserHandleRecognizer,
    TaggerRecognizer,
    LocationRecognizer,
    SpelledNameRecognizer,
    DictatedValueRecognizer,
    SaidBirthdayRecognizer,
    ChatSpeakerRecognizer,
    EverydaySurnameRecognizer,
    CasePartyRecognizer,
    PersonAbbreviationRecognizer,
)


def build_identifier_recognizers(language: str) -> list[GuardRecognizer]:
    """The recognizers that can work on a stretch of text alone: numbers, addresses, dates, names by rule."""
    found: list[GuardRecognizer] = [kind(language) for kind in ALL if kind not in _NEED_THE_SENTENCE]
    found += foreign_recognizers(language)
    return found + english_recognizers() if language == "en" else found


def build_recognizers(languages: Iterable[str]) -> list[GuardRecognizer]:
    """Every recognizer for every language, the English ones of Presidio for English on top."""
    found: list[GuardRecognizer] = [kind(language) for language in languages for kind in ALL]
    found += [kind for language in languages for kind in foreign_recognizers(language)]
    return found + english_recognizers() if "en" in languages else found
