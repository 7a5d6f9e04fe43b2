"""Readability: syllables, indices, stock phrases, passive, nominal style, long words."""

from __future__ import annotations

import pytest
import yaml

from exercises.checks.draft import Draft
from exercises.checks.readability import ReadabilitySettings, check_readability
from exercises.sentences import split_sentences
from exercises.style import indices_of, is_nominal, is_passive, long_compounds, stock_phrases, syllables_in
from exercises.style.wording import PHRASES_FILE

SYLLABLES = {
    1: "Frau Kind Uhr Raum Boot Zoo See die ein Geist Kauf quer seit",
    2: "Abend Antrag Häuser Bäume Feuer neue Eier Beirat beide Straße Steuer Bauamt Geburt geben geimpft bequem Niveau "
    "geheim Idee",
    3: "Verwaltung Behörde Qualität Europa Theater Museum Ideen Nation Studium Linie beenden geöffnet geeignet Ruine "
    "Januar Beamte aktuell Million Ferien geändert Elterngeld zuständig",
    4: "Bescheinigung Bearbeitung beantragen beurteilen Familie Familien materiell Jubiläum Dokumente Unterlagen",
    5: "Information Ministerium individuell Situation DSGVO",
    6: "Haftpflichtversicherung",
}


@pytest.mark.parametrize(("count", "word"), [(n, word) for n, words in SYLLABLES.items() for word in words.split()])
def test_syllables(count: int, word: str) -> None:
    assert syllables_in(word) == count


EASY = (
    "Ihr Antrag ist da. Wir prüfen ihn jetzt. Das dauert etwa drei Wochen. Haben Sie Fragen? Dann rufen Sie uns bitte "
    "an. Wir helfen Ihnen gern."
)
HARD = (
    "Unter Bezugnahme auf die vorgenannte Antragstellung wird Ihnen zwecks Durchführung der Anspruchsprüfung "
    "mitgeteilt, dass die Vervollständigung der Antragsunterlagen durch Einreichung der Verdienstbescheinigung "
    "innerhalb der nachstehend bezeichneten Ausschlussfrist zu erfolgen hat."
)


def test_indices_by_hand() -> None:
    """Ten sentences of two words, one syllable each: the formulas in the head."""
    indices = indices_of(split_sentences("Es ist. " * 10))
    assert indices is not None
    assert indices.words_per_sentence == 2
    assert indices.flesch == pytest.approx(180 - 2 - 58.5)
    assert indices.lix == pytest.approx(2)
    assert indices.sachtext == pytest.approx(0.1672 * 2 - 0.0327 * 100 - 0.875)


def test_indices_tell_easy_from_hard() -> None:
    easy, hard = indices_of(split_sentences(EASY)), indices_of(split_sentences(HARD))
    assert easy is not None and hard is not None
    assert easy.flesch > 80 > 20 > hard.flesch
    assert easy.lix < 40 < 60 < hard.lix
    assert easy.sachtext < 6 < 14 < hard.sachtext


def test_a_short_text_has_no_indices() -> None:
    assert indices_of(split_sentences("Guten Tag, Frau [PERSON_1].")) is None


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Der Antrag wird geprüft.", True),
        ("Sie werden benachrichtigt.", True),
        ("Die Gebühr wurde am Montag bezahlt.", True),
        ("Ihnen wurde der Bescheid zugestellt.", True),
        ("Sobald der Antrag bearbeitet worden ist, schreiben wir.", True),
        ("Die Unterlagen werden nachgereicht.", True),
        ("Wir werden Sie benachrichtigen.", False),
        ("Wir werden den Betrag in zwei Raten erstatten.", False),
        ("Sie werden von uns hören.", False),
        ("Es wird kalt.", False),
        ("Er wird Beamter.", False),
        ("Die Unterlagen sind vollständig.", False),
        ("Wir prüfen Ihren Antrag.", False),
    ],
)
def test_passive(sentence: str, passive: bool) -> None:
    assert is_passive(split_sentences(sentence)[0]) is passive


@pytest.mark.parametrize(
    ("sentence", "nominal"),
    [
        (HARD, True),
        ("Die Prüfung, Bewertung, Festsetzung und Auszahlung erfolgt später.", True),
        ("Die Wohnung, die Rechnung, die Versicherung und die Heizung sind teuer.", False),
        ("Wir prüfen Ihren Antrag nach Eingang der Bescheinigung.", False),
    ],
)
def test_nominal_style(sentence: str, nominal: bool) -> None:
    assert is_nominal(split_sentences(sentence)[0]) is nominal


def test_stock_phrases_come_with_a_plainer_wording() -> None:
    found = list(stock_phrases(split_sentences(HARD + " Wir werden Sie in Kenntnis darüber setzen.")))
    assert [one.phrase.lower() for one in found] == [
        "unter bezugnahme auf", "vorgenannte", "zwecks", "nachstehend", "in kenntnis darüber setzen",
    ]  # fmt: skip
    assert all(one.instead for one in found)


def test_every_stock_phrase_is_found_as_it_is_listed() -> None:
    for entry in yaml.safe_load(PHRASES_FILE.read_text(encoding="utf-8")):
        text = entry["phrase"].replace("…", "davon")
        assert [one.instead for one in stock_phrases(split_sentences(f"Wir {text} hier"))] == [entry["instead"]], text


def test_long_words() -> None:
    sentences = split_sentences("Das Haushaltssicherungskonzept und das Straßen-Verkehrs-Amt-Gebäude-Programm.")
    assert [word for word, _ in long_compounds(sentences)] == ["Haushaltssicherungskonzept"]


def readability(answer: str):
    return check_readability(ReadabilitySettings(check="readability"), Draft(answer=answer, source="", prompt=""))


def test_a_plain_text_is_fine_and_has_its_indices() -> None:
    result = readability(EASY)
    assert result.status == "ok"
    assert [item for item in result.items if not item.startswith("Kennzahlen")] == []
    assert "von 100 (leicht)" in result.items[-1]
    assert "Leichte Sprache" not in result.message


def test_an_official_text_is_shown_place_by_place() -> None:
    result = readability(HARD)
    assert result.status == "hint"
    told = "\n".join(result.items)
    assert "Zeile 1, 3" in told and "Amtssprache: „zwecks“. Besser: um … zu, für" in told
    assert "viele Hauptwörter" in told and "(sehr schwer)" in told


def test_one_stock_phrase_is_shown_but_no_alarm() -> None:
    result = readability("Anbei erhalten Sie den Plan. " + EASY)
    assert result.status == "ok"
    assert any("„Anbei“" in item for item in result.items)


def test_passive_is_told_when_it_prevails() -> None:
    result = readability(
        "Der Antrag wird geprüft. Die Gebühr wird erhoben. Der Bescheid wird versandt. Sie werden benachrichtigt."
    )
    assert result.status == "hint"
    assert "wer etwas tut" in result.message
