"""Whatever the chunks, the stream says the same, and no character of a finding leaves early."""

import base64
import importlib.util
from pathlib import Path

import pytest

from guardrails import Guard, GuardError, GuardTimeout, PlaceholderBook, RawText
from guardrails.evaluation import shipped_corpus

KEY = b"0123456789abcdef0123456789abcdef"

spec = importlib.util.spec_from_file_location("marked_texts", Path(__file__).with_name("marked_texts.py"))
TEXTS = importlib.util.module_from_spec(spec)
spec.loader.exec_module(TEXTS)

SHORT = {
    "name": "Sehr geehrte Frau Dr. Selin Karaca, Ihr Antrag ist da. Karacas Unterlagen fehlen noch.",
    "number": "Die IBAN lautet DE89 3704 0044 0532 0130 00 und die Steuer-ID ist 36 574 261 809, danke.",
    "address": "Sie wohnt in der Karl-Marx-Straße 112,\n12043 Berlin, Telefon 030 / 1234 5678, max (at) web punkt de",
    "answer": "Sehr geehrte Frau [PERSON_1],\n\nIhr Antrag vom 4. März 2026 ([DE_CASE_NUMBER_1]) ist eingegangen.",
}


def run(guard: Guard, chunks: list[str]) -> str:
    stream = guard.stream(language="de", placeholders=PlaceholderBook(KEY))
    return "".join([*[stream.feed(chunk) for chunk in chunks], stream.finish()])


@pytest.mark.parametrize("name", SHORT)
def test_every_split_position_gives_the_same_output_as_the_whole_text(guard: Guard, name: str) -> None:
    text = SHORT[name]
    whole = guard.redact(RawText(text), language="de", placeholders=PlaceholderBook(KEY)).text.text
    assert {run(guard, [text[:at], text[at:]]) for at in range(len(text) + 1)} == {whole}


@pytest.mark.parametrize("name", TEXTS.LETTERS)
@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_every_chunk_size_gives_the_same_output_as_the_whole_text(guard: Guard, name: str, size: int) -> None:
    text, _ = TEXTS.unmarked(TEXTS.LETTERS[name])
    whole = guard.redact(RawText(text), language="de", placeholders=PlaceholderBook(KEY)).text.text
    assert run(guard, [text[at : at + size] for at in range(0, len(text), size)]) == whole


BEFORE = "Sehr geehrte Damen und Herren, vielen Dank für die Nachricht vom letzten Montag. "
AFTER = " Bitte melden Sie sich bis zum Ende der Woche, damit wir den Antrag weiter bearbeiten können."
KEY_LINES = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n" * 6
HIDDEN = "Max Mustermann, Gartenweg 7, 12345 Ulm, Telefon 030 1234567, E-Mail max@web.de, IBAN DE89370400440532013000"
#: What is longer than the hold-back, and recognizable only when it is complete.
LONG = {
    "phone in words": "Die Nummer lautet null eins sieben sechs, eins zwei drei vier fünf sechs sieben acht neun null.",
    "iban in words": "IBAN DE acht neun drei sieben null vier null null vier vier null fünf drei zwo null eins drei"
    " null null null.",
    "birth in words": "Geboren am siebenundzwanzigsten September neunzehnhundertneunundneunzig in Ulm.",
    "spaced mail": "Mail: m a x . m u s t e r m a n n @ s t a d t - b e i s p i e l . d e!",
    "mail in words": "Mail max punkt mustermann minus schmidt at stadt minus koeln punkt de danke",
    "spaced iban": "IBAN D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0.",
    "spaced name": "S e l i n  K a r a c a - M ü l l e r  v o n  H o h e n s t e i n hat angerufen.",
    "base64": f"Block {base64.b64encode(HIDDEN.encode()).decode()} Ende.",
    "base64 in lines": f"Block\n{base64.encodebytes((HIDDEN * 2).encode()).decode()}Ende.",
    "private key": f"-----BEGIN PRIVATE KEY-----\n{KEY_LINES}-----END PRIVATE KEY-----\nEnde",
    "file number": "Aktenzeichen: III B 4 – 512.07/2024-0815-77 / 4711-0815 ist da.",
    "table": "Name | Personalnummer | Eintritt\n" + "Herr Karaca | 30045518 | 01.03.2024\n" * 9,
}
EVERYTHING = {
    **SHORT,
    **{name: BEFORE + text + AFTER for name, text in LONG.items()},
    **{name: TEXTS.unmarked(text)[0] for name, text in TEXTS.LETTERS.items()},
    **TEXTS.CLEAN,
    **{d.id: d.text for d in [d for d in shipped_corpus() if d.part == "dev" and len(d.text) < 900][::17]},
}


@pytest.mark.parametrize("name", EVERYTHING)
def test_nothing_of_a_finding_leaves_early(guard: Guard, name: str) -> None:
    """After every single character, what is out is a beginning of the redacted text: whatever the split position, it
    is one of these. The redacted text is that of a stream that got all at once.
    """
    text = EVERYTHING[name]
    whole = run(guard, [text])
    stream = guard.stream(language="de", placeholders=PlaceholderBook(KEY))
    sent = ""
    for character in text:
        sent += stream.feed(character)
        assert whole.startswith(sent)
    assert sent + stream.finish() == whole


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_stream_hides_whatever_the_whole_text_hides(guard: Guard, name: str) -> None:
    """It may hide more: whether a text speaks of people, on which doubtful names depend, shows at its end only."""
    text = EVERYTHING[name]
    stream = guard.stream(language="de", placeholders=PlaceholderBook(KEY))
    stream.feed(text)
    stream.finish()
    hidden = {at for finding in stream.findings for at in range(finding.start, finding.end)}
    for finding in guard.redact(RawText(text), language="de").findings:
        assert set(range(finding.start, finding.end)) <= hidden, finding.entity


def test_a_name_that_becomes_known_later_is_redacted_from_there_on(guard: Guard) -> None:
    """The one difference to a whole text: what has left before cannot be called back."""
    text = (
        "Tamtoro bringt die Akte. "
        + "Danach wird alles geprüft und abgelegt. " * 4
        + "Frau Rosa Tamtoro geht. Tamtoro kommt."
    )
    stream = guard.stream(language="de")
    output = "".join(stream.feed(character) for character in text) + stream.finish()
    assert output.endswith("Frau [PERSON_1] geht. [PERSON_1] kommt.")


def test_plain_text_is_held_back_by_96_characters_at_most(guard: Guard) -> None:
    text = "Die Behörde prüft den Antrag und teilt das Ergebnis schriftlich mit. " * 8
    stream = guard.stream(language="de")
    held = 0
    for character in text:
        stream.feed(character)
        held = max(held, stream.held)
    assert held <= 96


def test_findings_of_a_stream_point_into_the_whole_text(guard: Guard) -> None:
    text, marked = TEXTS.unmarked(TEXTS.LETTERS["wohngeld"])
    stream = guard.stream(language="de")
    output = "".join(stream.feed(character) for character in text) + stream.finish()
    assert [(f.start, f.end, f.entity) for f in stream.findings] == marked
    assert all(output[f.redacted_start : f.redacted_end] == f.placeholder for f in stream.findings)


def test_after_an_error_the_rest_is_withheld(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = guard.stream(language="de")

    def broken(*_: object) -> None:
        raise RuntimeError("Karaca")

    monkeypatch.setattr(guard, "detect", broken)
    with pytest.raises(GuardError) as caught:
        stream.feed("Frau Karaca wohnt hier und hat viel geschrieben, was niemand lesen soll. " * 4)
    assert "Karaca" not in str(caught.value)
    assert caught.value.__context__ is None
    monkeypatch.undo()
    for call in (lambda: stream.feed("mehr "), stream.finish):
        with pytest.raises(GuardError):
            call()


def test_an_abandoned_stream_forgets_its_text(guard: Guard) -> None:
    stream = guard.stream()
    stream.feed("Frau Karaca")
    stream.abandon()
    assert stream.held == 0
    with pytest.raises(GuardError):
        stream.finish()


def test_a_time_out_withholds_the_rest(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = guard.stream(language="de")
    monkeypatch.setattr("guardrails.streaming.LOOK_TIMEOUT", 1e-9)
    with pytest.raises(GuardTimeout):
        stream.feed("Frau Karaca wohnt hier und hat viel geschrieben. " * 4)
