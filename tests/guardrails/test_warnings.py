"""Warnings: what they are raised for, and above all what they are not raised for."""

import time

import pytest

from guardrails import WARNING_LABELS, Guard, PrivacyWarning, RawText
from guardrails.normalisation import normalise
from guardrails.warnings import not_hidden, privacy_warnings
from guardrails.warnings.combinations import KINDS
from guardrails.warnings.knowledge import Knowledge, load_knowledge
from guardrails.warnings.sentences import sentence_spans


def categories(text: str) -> set[str]:
    return {warning.category for warning in privacy_warnings(normalise(text), ())}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Frau Karaca ist seit dem 3. März krankgeschrieben.", "health"),
        ("Der Antragsteller hat einen GdB von 50 und das Merkzeichen aG.", "health"),
        ("Mein Sohn nimmt seit dem Sommer Ritalin.", "health"),
        ("Die Kollegin ist im fünften Monat schwanger.", "health"),
        ("[PERSON_1] wurde vorgestellt. Diagnose F32.1, keine weiteren Angaben.", "health"),
        ("Sie sind seit Januar arbeitsunfähig, Frau Chowdhury.", "health"),
        ("Name: Frau Lange\nPflegegrad: 3\nGeld: monatlich", "health"),
        ("Mr Doe is on sick leave; he was diagnosed with diabetes.", "health"),
        ("Der Kollege fastet im Ramadan und möchte früher gehen.", "religion"),
        ("Frau Kirchner ist im Mai aus der Kirche ausgetreten.", "religion"),
        ("Herr Weiß, Konfession: rk, verheiratet.", "religion"),
        ("Der Hausmeister ist Mitglied bei ver.di.", "union"),
        ("Frau Busch ist gewerkschaftlich organisiert.", "union"),
        ("Die Klägerin gibt an, Jesidin zu sein.", "origin"),
        ("Der Bewerber ist kurdischer Abstammung.", "origin"),
        ("Der Mitarbeiter lebt mit seinem Ehemann in Köln.", "sexual_life"),
        ("Die Schülerin hat sich als lesbisch geoutet.", "sexual_life"),
        ("Der Beamte kandidiert für die AfD.", "political_opinion"),
        ("Herr Koch ist SPD-Mitglied.", "political_opinion"),
        ("Dem Antragsteller wurden die Fingerabdrücke abgenommen.", "biometric"),
        ("Ein Gentest hat bei Frau Sommer ein BRCA1 gezeigt.", "biometric"),
        ("Die einzige Hebamme im Dorf überlebte den Scheunenbrand.", "combination"),
        ("Der Schulleiter der kleinen Gemeinde gewann im Lotto, er hat fünf Kinder.", "combination"),
    ],
)
def test_statements_about_a_person(text: str, category: str) -> None:
    assert category in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Krankenkasse fordert die Unterlagen an. Das Gesundheitsamt ist zuständig.",
        "Herr Winter vom Gesundheitsamt ruft zurück.",
        "Frau Vogel leitet die katholische Kita St. Josef.",
        "Herr Berg ist Facharzt für Psychiatrie.",
        "Schwangere haben Anspruch auf Mutterschutz nach § 3 Abs. 2 MuSchG.",
        "Wenn Sie schwanger sind, teilen Sie dies bitte der Personalstelle mit.",
        "Menschen mit Behinderung erhalten ermäßigten Eintritt.",
        "Der Schwerbehindertenvertretung ist Gelegenheit zur Stellungnahme zu geben.",
        "Der Beschäftigte legt ein Attest vor, sofern die Erkrankung länger als drei Tage dauert.",
        "Erkläre mir, ab welchem Grad man als schwerbehindert gilt.",
        "Schreibe ein Merkblatt zum Thema Demenz.",
        "Die Gewerkschaft ver.di ruft zum Warnstreik auf. Frau Klein informiert die Teams.",
        "Die Fraktion der SPD hat eine Anfrage gestellt. Der Bürgermeister antwortet.",
        "Die unterlegene Partei trägt die Kosten, Frau Lang.",
        "Bitte bringen Sie ein biometrisches Passfoto mit.",
        "Bewerben Sie sich unabhängig von ethnischer Herkunft, Religion, Behinderung oder sexueller Identität.",
        "Herr Christ und Frau Krank sprechen mit Herrn Jude.",
        "Die Bürgermeisterin der Gemeinde Kleinhausen lädt zur Versammlung ein. Im Dorf gab es einen Brand.",
        "Niemand verletzt, sagt Frau Horn.",
    ],
)
def test_general_statements(text: str) -> None:
    assert categories(text) == set()


def test_a_warning_points_at_the_words_and_explains() -> None:
    text = "Frau Karaca ist seit dem 3. März krank\u00adgeschrieben."
    (warning,) = privacy_warnings(normalise(text), ())
    assert text[warning.start : warning.end] == "krank\u00adgeschrieben"
    assert "Art. 9 DSGVO" in warning.explanation
    assert "Lassen" in warning.explanation or "lassen" in warning.explanation


def test_a_combination_names_what_meets() -> None:
    (warning,) = privacy_warnings(normalise("Die einzige Hebamme im Dorf überlebte den Scheunenbrand."), ())
    for kind in ("Amt oder Beruf", "kleiner Ort", "seltenes Ereignis"):
        assert kind in warning.explanation
    assert "auch ohne Namen" in warning.explanation


def test_one_warning_for_a_sentence_and_category_and_no_flood() -> None:
    sentence = "Frau Karaca ist krankgeschrieben wegen einer Depression. "
    warnings = privacy_warnings(normalise(sentence * 7), ())
    assert len(warnings) == 3
    assert "4 Stellen" in warnings[-1].explanation
    assert "Stellen" not in warnings[0].explanation


def test_what_a_placeholder_hides_needs_no_warning() -> None:
    warning = PrivacyWarning(10, 17, "health", "…")
    assert not_hidden((warning,), [(0, 4), (8, 20)]) == ()
    assert not_hidden((warning,), [(0, 4), (8, 12)]) == (warning,)
    assert not_hidden((warning,), []) == (warning,)


def test_the_guard_warns_and_leaves_the_text(guard: Guard) -> None:
    redaction = guard.redact(RawText("Yasmin Haddadin kommt morgen. Ihr Bekenntnis ist muslimisch."))
    assert [warning.category for warning in redaction.warnings] == ["religion"]
    assert redaction.text.text.endswith("Ihr Bekenntnis ist muslimisch.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nach § 3 Abs. 2 und z. B. Nr. 4 gilt das. Ende.", 2),
        ("Am 3. März kam sie. Am 4. April ging er.", 2),
        ("Erste Zeile\n\nzweiter Absatz", 2),
        ("Der GdB beträgt 50. Sie klagt.", 2),
        ("- Punkt eins\n- Punkt zwei", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    spans = sentence_spans(text)
    assert len(spans) == count
    assert "".join(text[start:end] for start, end in spans) == text


def test_every_category_has_a_name_and_every_kind_a_weight() -> None:
    mentions = load_knowledge().mentions(
        "Frau Karaca, krank, katholisch, ver.di, Kurdin, schwul, SPD, Gentest, Hebamme"
    )
    found = {mention.category for mention in mentions} - {"kinds"}
    assert found == set(WARNING_LABELS) - {"combination"}
    assert {mention.group for mention in load_knowledge().mentions("Pfarrer 40 Jahre alt Presse")} <= set(KINDS)


def test_a_pattern_without_a_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="no beginning"):
        Knowledge({"health": {"clear": r"(?:\p{L}{4})x"}})


@pytest.mark.parametrize(
    "unit",
    [
        "Die Sitzung beginnt um neun Uhr und endet nach Plan. ",
        "der krank ",
        "Mitglied der ",
        "a",
        "Frau ",
        "\n\n",
        "ich ",
    ],
)
def test_linear_time(unit: str) -> None:
    seconds = []
    for length in (20_000, 80_000):
        plain = normalise((unit * length)[:length])
        begun = time.process_time()
        privacy_warnings(plain, ())
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 12 * max(seconds[0], 0.02)
