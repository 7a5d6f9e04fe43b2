import json

import pytest

from guardrails import PLACEHOLDER_PATTERN, Guard, GuardError, PlaceholderBook, RawText
from guardrails.evaluation import shipped_corpus

KEY = b"0123456789abcdef0123456789abcdef"


def redacted(guard: Guard, text: str, book: PlaceholderBook) -> str:
    return guard.redact(RawText(text), language="de", placeholders=book).text.text


def test_one_person_in_all_forms(guard: Guard) -> None:
    book = PlaceholderBook(KEY)
    text = "Frau Karaca kam. Karaca war da. Karacas Antrag. Selin Karaca, FRAU KARACA"
    assert set(PLACEHOLDER_PATTERN.findall(redacted(guard, text, book))) == {("PERSON", "1")}


@pytest.mark.parametrize(
    ("mentions", "numbers"),
    [
        ([("Karaca", "w"), ("Karaca", "m")], [1, 2]),
        ([("Selin Karaca", "w"), ("Mehmet Karaca", "m"), ("Karaca", "w"), ("Karaca", "m")], [1, 2, 1, 2]),
        ([("Karacas", ""), ("Karaca", "w")], [1, 1]),
        ([("Selin Karaca", "w"), ("Selin", "")], [1, 1]),
        ([("Karaca, Selin", "w"), ("Selin Karaca", "w")], [1, 1]),
        ([("Hans Müller", "m"), ("Peter Müller", "m")], [1, 2]),
        ([("Yıldız", "w"), ("Yildiz", "w")], [1, 1]),
        ([("Dr. Karaca", "w"), ("Karaca", "w")], [1, 1]),
        ([("Karaca", ""), ("Kowalski", "")], [1, 2]),
    ],
)
def test_who_is_who(mentions: list[tuple[str, str]], numbers: list[int]) -> None:
    book = PlaceholderBook(KEY)
    assert [book.placeholder("PERSON", name, sex) for name, sex in mentions] == [f"[PERSON_{n}]" for n in numbers]


@pytest.mark.parametrize(
    ("entity", "one", "other"),
    [
        ("IBAN_CODE", "DE89 3704 0044 0532 0130 00", "de89370400440532013000"),
        ("PHONE_NUMBER", "030 / 1234 5678", "+49 (0)30 12345678"),
        ("PHONE_NUMBER", "0049 30 12345678", "03012345678"),
        ("EMAIL_ADDRESS", "Max@web.de", "max (at) web punkt de"),
        ("STREET_ADDRESS", "Musterstraße 5", "musterstr. 5, 12345 Ort"),
        ("DE_TAX_ID", "36 574 261 809", "36574261809"),
        ("DE_CASE_NUMBER", "14 F 1188/23", "14F1188/23"),
    ],
)
def test_spellings_of_one_value_are_one(entity: str, one: str, other: str) -> None:
    book = PlaceholderBook(KEY)
    assert book.placeholder(entity, one) == book.placeholder(entity, other)


def test_numbering_goes_on_after_the_placeholders_of_the_case(guard: Guard) -> None:
    book = PlaceholderBook(KEY)
    book.reserve("Antragstellerin ist [PERSON_1], Sachbearbeitung [PERSON_2].")
    assert redacted(guard, "[PERSON_1] und Frau Karaca", book) == "[PERSON_1] und Frau [PERSON_3]"


@pytest.mark.parametrize(
    "text",
    [
        "[PERSON_1]",
        "Frau [PERSON_1] Karaca",
        "Herr [PERSON_2], [STREET_ADDRESS_1]",
        "[PERSON_1]s Antrag von [PERSON_2]",
    ],
)
def test_literal_placeholders_stay_and_are_no_findings(guard: Guard, text: str) -> None:
    result = guard.redact(RawText(text), language="de")
    spans = [match.span() for match in PLACEHOLDER_PATTERN.finditer(text)]
    assert all(f.end <= start or f.start >= end for f in result.findings for start, end in spans)
    for match in PLACEHOLDER_PATTERN.finditer(text):
        assert match[0] in result.text.text


@pytest.mark.parametrize("text", ["[KARACA_1]", "[PERSON_4915123456789]", "[PERSON_x]"])
def test_brackets_do_not_carry_data_past_the_guard(text: str) -> None:
    assert PLACEHOLDER_PATTERN.fullmatch(text) is None


def test_state_holds_no_value_and_goes_on(guard: Guard) -> None:
    book = PlaceholderBook(KEY)
    first = redacted(guard, "Frau Selin Karaca, Tel. 030 12345678, IBAN DE89370400440532013000", book)
    stored = json.dumps(book.state())
    for value in ("Karaca", "karaca", "selin", "12345678", "DE89"):
        assert value not in stored
    again = PlaceholderBook.from_state(KEY, json.loads(stored))
    assert redacted(guard, "Frau Selin Karaca, Tel. 030 12345678, IBAN DE89370400440532013000", again) == first
    assert redacted(guard, "Herr Kowalski", again) == "Herr [PERSON_2]"


def test_another_key_gives_other_hashes() -> None:
    one, other = PlaceholderBook(KEY), PlaceholderBook(b"f" * 32)
    one.placeholder("IBAN_CODE", "DE89370400440532013000")
    other.placeholder("IBAN_CODE", "DE89370400440532013000")
    assert one.state() != other.state()


@pytest.mark.parametrize(
    "state", [{}, {"version": 2}, {"version": 1, "last": None}, {"version": 1, "last": {}, "values": [], "persons": []}]
)
def test_a_broken_state_is_refused(state: dict) -> None:
    with pytest.raises(GuardError):
        PlaceholderBook.from_state(KEY, state)


def test_short_keys_are_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        PlaceholderBook(b"short")


def test_restoring_gives_back_the_original_exactly(guard: Guard) -> None:
    """Every fifth document of the corpus; genitives, line breaks and odd characters come back as they were."""
    for document in shipped_corpus()[::5]:
        result = guard.redact(RawText(document.text))
        restored, position = "", 0
        for finding in result.findings:
            assert result.text.text[finding.redacted_start : finding.redacted_end] == finding.placeholder
            restored += result.text.text[position : finding.redacted_start] + document.text[finding.start : finding.end]
            position = finding.redacted_end
        assert restored + result.text.text[position:] == document.text, document.id
