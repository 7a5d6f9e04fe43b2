"""The guard answers in time or not at all, and nothing of the text shows anywhere but in its answer."""

import copy
import json
import logging
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import regex

import guardrails.engine
from guardrails import Guard, GuardError, GuardTimeout, RawText, RedactedText
from guardrails.deadline import scan, time_limit

NAME = "Selin Karaca"


def test_raw_text_shows_its_length_only() -> None:
    raw = RawText(NAME)
    assert {repr(raw), str(raw), f"{raw}", f"{raw!r:>5}", "%s" % raw} == {"<RawText 12 Zeichen>"}  # noqa: UP031
    assert raw.reveal() == NAME
    assert len(raw) == 12
    for leak in (pickle.dumps, copy.deepcopy, json.dumps):
        with pytest.raises(TypeError):
            leak(raw)
    with pytest.raises(TypeError):
        raw + "x"  # type: ignore[operator]


def test_redacted_text_is_made_by_the_guard_or_declared() -> None:
    with pytest.raises(TypeError):
        RedactedText("x")
    assert RedactedText.trusted("x").text == "x"


def test_redact_takes_raw_text_only(guard: Guard) -> None:
    with pytest.raises(TypeError):
        guard.redact(NAME)  # type: ignore[arg-type]


def test_a_time_limit_ends_the_analysis(guard: Guard) -> None:
    with pytest.raises(GuardTimeout) as caught:
        guard.redact(RawText(f"Frau {NAME} " * 4000), timeout=0.001)
    assert "Karaca" not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_runaway_pattern_ends_the_analysis() -> None:
    with pytest.raises(GuardTimeout), time_limit(0.05):
        list(scan(regex.compile(r"(.*a){28}$"), "a" * 90 + "b"))


def test_an_inner_error_comes_out_without_the_text(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError(f"cannot analyse {NAME}")

    monkeypatch.setattr(guard, "analyse", broken)
    with pytest.raises(GuardError) as caught:
        guard.redact(RawText(NAME))
    assert "Karaca" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_overlong_text_is_refused(guard: Guard) -> None:
    with pytest.raises(GuardError, match="länger als"):
        guard.redact(RawText("a " * 300_000))


def test_without_the_tagger_the_guard_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise OSError("no model")

    monkeypatch.setattr("guardrails.engine.load_tagger", missing)
    with pytest.raises(GuardError, match="Tagger"):
        guardrails.engine.load_pipelines()


def test_nothing_is_logged(guard: Guard, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    text = f"Frau {NAME}, IBAN DE89 3704 0044 0532 0130 01, Tel. 030 12345678, max@web.de"
    with caplog.at_level(logging.DEBUG):
        result = guard.redact(RawText(text))
        guard.stream().feed(text)
    shown = caplog.text + "".join(capfd.readouterr()) + repr(result) + repr(result.findings)
    for value in ("Karaca", "3704", "12345678", "max@"):
        assert value not in shown


def test_reasons_and_findings_hold_no_value(guard: Guard) -> None:
    text = f"Frau {NAME}, geb. 12.03.1985, Steuer-ID 36 574 261 809, Passwort: Sommer2024!"
    for finding in guard.redact(RawText(text)).findings:
        assert text[finding.start : finding.end] not in repr(finding)
        assert finding.reason.endswith(".")


def test_many_threads_share_one_guard(guard: Guard) -> None:
    texts = [
        f"Frau {name} wohnt in der Musterstraße {n}, 10115 Berlin."
        for n, name in enumerate(["Karaca", "Kowalski", "Haddad"] * 6)
    ]
    alone = [guard.redact(RawText(text)).text.text for text in texts]
    barrier = threading.Barrier(6)

    def work(text: str) -> str:
        barrier.wait(timeout=30)
        return guard.redact(RawText(text)).text.text

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(work, texts)) == alone


def test_versions_name_policy_recognizers_and_tagger(guard: Guard) -> None:
    assert regex.fullmatch(r"\d+\.\d+\.\d+-[0-9a-f]{12}", guard.versions.policy)
    assert regex.fullmatch(r"\d+\.\d+\.\d+-[0-9a-f]{12}", guard.versions.recognizers)
    assert regex.fullmatch(r".+-\d+.*", guard.versions.tagger)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "?", "😀"])
def test_empty_and_odd_texts(guard: Guard, text: str) -> None:
    assert guard.redact(RawText(text)).text.text == text
    assert guard.redact(RawText(text)).findings == ()
