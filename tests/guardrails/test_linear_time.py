"""No input makes a pattern run away: twice the text takes about twice the time."""

import time
from collections.abc import Callable, Iterator

import pytest
import regex

from guardrails import Guard, RawText
from guardrails.deadline import once, scan, time_limit
from guardrails.entities import ENTITY_LABELS
from guardrails.letters_apart import names_letter_by_letter
from guardrails.normalisation import normalise
from guardrails.readings import encoded_blocks, open_stretch, read_otherwise
from guardrails.recognizers import build_recognizers
from guardrails.recognizers.base import GuardRecognizer
from guardrails.resolution import resolve

#: Pieces out of the patterns' own alphabets; a text of one of them over and over is the worst that a pattern can get.
BITS = [
    # signs and single characters
    "a", "A", "1", "0", " ", "\n", "\t", "-", ".", "/", "(", ")", "@", ":", ";", "|", "=", "'", "\"", "[", "+",
    "*", "_",
    "#", "%", "&", "<", "§", "ß", "Ä", "\u0301", "\u200b", "\u00ad", "\u00a0", "ä", "¨", "\u0430", "\u00b2",
    "０", "😀",
    # alternations of two
    "Aa ", "A ", "a ", "A-", "a-", "A.", "a.", "A/", "a/", "1 ", "1.", "1/", "1-", "1,", "1A", "A1", "a1",
    "0 1", "0-",
    "1:", "::", "a:", "1\n", "a\n", "A\n", " \n", "\n\n", "--", "..", "//", "((", "a@", "@a", "a@a.", "a.a@",
    "(a) ",
    "+4", "+49 ", "00", "0(", "(0)", "1 .", "1\t", "a\t", "1|", "a|", "a;", "1;", "   ", "1   ", "K a r a c a",
    "K.a.",
    # numbers and their labels
    "DE", "DE1", "DE89 ", "D E ", "DE8 9", "IBAN ", "IBAN DE", "12345 A ", "1234 ", "12.03.", "12.03.1985",
    "1. Mai ",
    "1.1.", "36 574 ", "15 0", "15 070649 C", "A 000", "A123", "LO1X", "L01X00T4", "B072", "B-", "B-A",
    "B-AB 1", "b-a 1",
    "Az. ", "Az.: 1 ", "Az.: A", "Az. 1/", "III B 4 - ", "II ", "14 F 1", "602.C-", "1//1", "HRB ", "HRB 1 ",
    "BG ", "1FK",
    "Akte ", "Vorgang 1", "Bescheid 1-", "Verwendungszweck: 1-", "Steuer-ID ", "Steuer-ID: 1 ", "Konto ", "Konto 1",
    "Ref. 1", "Ref 1 A-", "Anzeige Nr. 1", "AN 1", "AN1234", "1.1.90 / a b ", "geb. 1.1.90 / A ", "code für a", "75 1",
    "Tel. ", "Tel. 0", "Tel. 01\n", "Fax -", "PIN ", "PIN: ", "Passwort ", "Passwort: ", "Passwort für a ",
    "Token=",
    "Login: a/", "Bearer ", "sk-", "eyJ", "eyJa.", "ghp_", "-----BEGIN PRIVATE KEY-----", "-----BEGIN ",
    "://a:", "http://",
    "www.", "x.com/", "1.1.1.", "::1", "fe80:", "IDD<<", "Führerschein ", "Pass ", "Ausweis A", "Kennzeichen a-",
    "geb. ", "geboren am ", "geb. 1.1.", "* 1.", "born ", "LANR 1", "Beihilfe BH-1", "BH-1",
    # persons, places, streets
    "Frau ", "Frau A", "Herr Dr. ", "von ", "Dr. ", "Müller, ", "Karaca, Selin ", "Str. 1 ", "Straße ",
    "straße 1 ", "Am A",
    "Am ", "Unter den ", "wohnt in ", "wohnhaft ", "in Köln ", "Postfach 1 ", "1 High Street ",
    "Sehr geehrte ", "gez. ",
    "Mit freundlichen Grüßen\n", "A. B. ", "A-B ", "c/o ", "'a", "a-\na", "A-\n",
    # evasion
    "at ", " at ", "(at)", "a (at) ", "a punkt ", "a at a ", "a at a punkt ", "a @ ", "a . ", " punkt", "_at_",
    "a_", "©a",
    "null ", "eins ", "eins-", "null_", "zwölf und ", "drei und ", "neunzehnhundert ", "zwölfter ", "dritter März ",
    "twenty ", "twenty-", "twenty-one ", "nineteen ", "two thousand and ", "double ", "plus ", "doppel",
    "Punkt eins ",
    "O0", "l1", "O ", "Ol", "1O1 ", "S5 ", "a0a", "A1a", "num", "Nurnm", "0 1 7 ", "0.1.", "0_1_", "D.E.", "1 A 2 ",
    "QUJD", "QUJD\n", "QUJDRA== ", "aB1+", "A" * 76 + "\n", "=C3", "=C3=BC", "=20", "=\n", "a=\n", "%C3",
    "%40", "%20%", "<b>a", "<b a='1' ", "--><!--", "a-", "A-B-", "a_b.", "Ab weg eins ", "Köln A eins ", "erster Mai ",
    "http://%41", "&uuml;", "&#252;", "&amp;", "&a", "&#", "u¨", "¨u",
]  # fmt: skip
SIZE = 3_000
#: CPU time that the slowest reader may take beside a plain search, and an allowance for a busy machine.
TIMES_A_PLAIN_SEARCH = 400
ALLOWANCE = 0.05

Reader = Callable[[str], object]


def readers() -> Iterator[tuple[str, Reader]]:
    """Everything that looks at a text with patterns, by name."""
    found: dict[str, GuardRecognizer] = {}
    for recognizer in build_recognizers(("de", "en")):
        found.setdefault(recognizer.name, recognizer)
    for name, recognizer in found.items():
        yield name, lambda text, recognizer=recognizer: recognizer.analyze(text, [], None)  # type: ignore[misc]
    yield "normalise", normalise
    yield "names_letter_by_letter", lambda text: list(names_letter_by_letter(text, normalise(text)))
    yield "read_otherwise", read_otherwise
    yield "encoded_blocks", lambda text: list(encoded_blocks(text))
    yield "open_stretch", lambda text: open_stretch(text, len(text) // 2)


READERS = dict(readers())


def plain_search_seconds() -> float:
    """What a machine takes now for a simple pattern over a text of the same size."""
    text = "Die Behörde prüft den Antrag. " * (SIZE // 30)
    pattern = regex.compile(r"(?<!\w)\p{Lu}\p{Ll}+(?!\w)")
    started = time.process_time()
    for _ in range(20):
        list(pattern.finditer(text))
    return (time.process_time() - started) / 20


def seconds(reader: Reader, text: str) -> float:
    """Processor time of one reading."""
    started = time.process_time()
    reader(text)
    return time.process_time() - started


@pytest.mark.parametrize("name", READERS)
def test_readers_on_one_repeated_bit(name: str) -> None:
    READERS[name]("Frau Karaca")
    limit = TIMES_A_PLAIN_SEARCH * plain_search_seconds() + ALLOWANCE
    slow = []
    for bit in BITS:
        text = (bit * SIZE)[:SIZE]
        # Once more where it was slow: the collection of garbage of the whole test run may fall into any one of them.
        if all(seconds(READERS[name], text) > limit for _ in range(3)):
            slow.append(bit)
    assert slow == []


@pytest.mark.parametrize(
    "bit", ["eins ", "D E 8 9 ", "O0 1", "QUJDRA== ", "A1a ", "a at a punkt ", "Az.: 1/2 ", "1 | 2 | "]
)
def test_the_whole_guard_on_one_repeated_bit_is_linear(guard: Guard, bit: str) -> None:
    def seconds(size: int) -> float:
        started = time.process_time()
        guard.redact(RawText((bit * size)[:size]), language="de", timeout=None)
        return time.process_time() - started

    seconds(500)
    assert seconds(16_000) < 12 * max(seconds(4_000), 0.05)


def test_a_hundred_thousand_characters_take_linear_time(guard: Guard) -> None:
    letter = (
        "Sehr geehrte Frau Karaca, Ihr Antrag vom 4. März 2026 (Az.: III B 4 – 512.07/2024) ist da. Sie wohnen in der "
        "Musterstraße 12, 10115 Berlin, Tel. 030 1234567. Bitte reichen Sie bis zum 25. März 2026 die Unterlagen ein.\n"
    )

    def seconds(size: int) -> float:
        text = (letter * (size // len(letter) + 1))[:size]
        started = time.process_time()
        assert guard.redact(RawText(text), language="de", timeout=None).findings
        return time.process_time() - started

    seconds(1_000)
    assert seconds(100_000) < 15 * max(seconds(10_000), 0.05)


def test_conflict_resolution_of_many_candidates_is_linear(guard: Guard) -> None:
    text = "Karaca, Selin " * 2_000
    candidates = guard._analyzer.candidates(text, "de")
    started = time.process_time()
    resolve(text, candidates, dict.fromkeys(ENTITY_LABELS, 0.5))
    assert time.process_time() - started < 3


def test_scan_is_a_plain_finditer_without_a_limit() -> None:
    assert [match[0] for match in scan(regex.compile("a."), "abac")] == ["ab", "ac"]


def test_what_is_worked_out_once_is_forgotten_behind_the_text() -> None:
    seen: list[str] = []

    def count(text: str) -> int:
        seen.append(text)
        return len(text)

    for _ in range(2):
        with time_limit(None):
            assert [once(count, "abc"), once(count, "abc")] == [3, 3]
    assert seen == ["abc", "abc"]
    assert [once(count, "ab"), once(count, "ab")] == [2, 2]
    assert seen[2:] == ["ab", "ab"]
