"""What guard and checks say, in another language: nothing stays German by oversight, and German is the default."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import exercises
import guardrails
from exercises import load_exercises
from exercises.checks.alarms import check_folder
from exercises.checks.letter_parts import _TITLES
from exercises.extraction.fact import KIND_LABELS
from guardrails import ENTITY_LABELS, WARNING_LABELS, Guard, RawText
from guardrails.evaluation import shipped_corpus
from guardrails.warnings.combinations import KINDS
from guardrails.warnings.explanations import _EXPLANATIONS, explain, explain_combination
from sandbox.audit.actions import ACTIONS
from sandbox.wording import asked_for, audit_trail, check_text, checks, finding_reason, findings, label, speaking
from sandbox.wording.catalogue import Catalogue
from tests.sandbox.live_service import LETTER, LiveService, Person

ANSWERS = Path(__file__).parents[1] / "exercises" / "answers_corpus"
GUARD = Path(guardrails.__file__).parent
CHECKS = Path(exercises.__file__).parent / "checks"
PROMPT = "Schreibe an Frau Swetlana Grünwald, Kastanienallee 114, 10115 Berlin. Sie ist schwanger."


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "de"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("fr, en;q=0.4, de;q=0.8", "de"), ("de,en", "de"),
     ("fr", "de"), ("*", "de"), ("en;q=0", "de"), ("en;q=kaputt", "de"), ("de;q=0.2,en;q=0.3", "en")],
)  # fmt: skip
def test_the_language_is_the_best_liked_one_that_is_spoken(header: str, language: str) -> None:
    assert asked_for(header) == language


def test_entries_are_put_together_and_words_of_the_text_stay() -> None:
    catalogue = Catalogue(
        {"Fehlt: {what}": "Missing: {what}", "{kind} „{value}“": "{kind} “{value}”", "Datum": "Date", "Ort": "Place",
         "Da: {kinds}": "There: {kinds}", "Nein.": "No.", "Mit {d} Wörtern.": "With {d} words."}
    )  # fmt: skip
    assert catalogue.text("Fehlt: Datum „3. März“") == "Missing: Date “3. März”"
    assert catalogue.text("Fehlt: [PERSON_1]") == "Missing: [PERSON_1]"
    assert catalogue.text("Da: Datum, Ort und Datum") == "There: Date, Place and Date"
    assert catalogue.text("Da: Datum, Unbekannt") == "There: Datum, Unbekannt"
    assert catalogue.text("Nein. Mit 4,5 Wörtern.") == "No. With 4.5 words."
    assert catalogue.text("Nein. Vielleicht.") is None
    assert catalogue.reason("Datum; Ort.") == "Date; Place."
    assert catalogue.reason("Datum; Unbekannt.") is None


def reasons_in_the_code() -> Iterator[tuple[str, str]]:
    """Every reason that a rule, a reading or a piece of evidence is given as words, fields as `x`."""
    made = {"Rule": 2, "Reading": 2, "Evidence": 0, "_found": 2}
    for path in sorted(GUARD.rglob("*.py")):
        if {"training", "evaluation"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = made.get(node.func.id)
            given = [item.value for item in node.keywords if item.arg == "reason"]
            if place is not None and len(node.args) > place:
                given.append(node.args[place])
            for value in given:
                for words in words_of(value):
                    yield path.name, words


def words_of(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "x" for part in node.values]
        if "".join(map(str, parts)).strip("x.;: "):
            yield "".join(map(str, parts))
    elif isinstance(node, ast.IfExp):
        yield from words_of(node.body)
        yield from words_of(node.orelse)


def test_every_reason_in_the_code_of_the_guard_can_be_told() -> None:
    found = list(reasons_in_the_code())
    assert len(found) > 150
    known = findings()
    left = [
        (file, words)
        for file, words in found
        # pieces that are joined with a variable (`x; the check digit …`) are known by what is left
        if not known.reason(words.removeprefix("x; ").removesuffix("x.").removesuffix("x"))
    ]
    assert left == [], "write the English into sandbox/wording/findings.en.yaml"


def test_every_kind_and_every_warning_can_be_told() -> None:
    known = findings()
    with speaking("en"):
        assert all(known.text(german) for german in (*ENTITY_LABELS.values(), *WARNING_LABELS.values()))
        assert label("Anschrift") == "Address"
    for category in _EXPLANATIONS:
        for further in (0, 1, 3):
            assert known.text(explain(category, further)), (category, further)
    told = known.text(explain_combination(tuple(KINDS)))
    assert told and told.startswith(
        "Office or profession, small place, rare event, public event, being the only one, age"
    )
    assert "family, place of work and rare trait" in told


def test_reasons_that_the_guard_composes_can_be_told() -> None:
    guard = Guard.load()
    texts = [document.text for document in shipped_corpus()][::40]
    reasons = {finding.reason for text in texts for finding in guard.redact(RawText(text)).findings}
    assert len(reasons) > 25
    assert [reason for reason in reasons if findings().reason(reason) is None] == []


def test_a_reason_without_translation_is_told_in_general() -> None:
    with speaking("en"):
        assert finding_reason("Etwas ganz Neues.") == "Found by a rule of the guard."
    assert finding_reason("Etwas ganz Neues.") == "Etwas ganz Neues."


def test_what_the_checks_say_of_a_hundred_answers_can_be_told() -> None:
    known = checks()
    left = []
    for answer in check_folder(ANSWERS, load_exercises()):
        for result in answer.results:
            said = [result.message, *result.items, *(pair.label for pair in result.pairs)]
            left += [(answer.name, result.id, words) for words in said if known.text(words) is None]
    assert left == []


def test_every_sentence_in_the_code_of_the_checks_can_be_told() -> None:
    known, left = checks(), []
    for path in sorted(CHECKS.glob("*.py")):
        if path.name == "alarms.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if id(node) in docs or id(node) in inner or not isinstance(node, ast.Constant):
                continue
            words = node.value
            if isinstance(words, str) and words.endswith((".", "?", "!", ":")) and words.count(" ") > 3:
                left += [(path.name, words)] if known.text(words) is None else []
    assert left == []
    assert all(known.text(german) for german in (*_TITLES.values(), *KIND_LABELS.values()))


def test_every_action_of_the_audit_trail_can_be_told(dpo: Person) -> None:
    assert [text.label for text in ACTIONS.values() if audit_trail().text(text.label) is None] == []
    page = dpo.get("/api/v1/audit/events", params={"limit": 3}, headers={"Accept-Language": "en"}).json()
    assert not {event["action_label"] for event in page["events"]} & {text.label for text in ACTIONS.values()}
    assert "Dienst" not in {event["actor"]["name"] for event in page["events"]}
    assert "Dienst" in {event["actor"]["name"] for event in dpo.get("/api/v1/audit/events").json()["events"]}


def test_the_api_speaks_german_unless_it_is_asked_for_english(participant: Person) -> None:
    body = {"text": PROMPT, "exercise_id": LETTER}
    german = participant.post("/api/v1/guard/preview", body).json()
    english = participant.post("/api/v1/guard/preview", body, headers={"Accept-Language": "en"}).json()
    assert [finding["label"] for finding in german["findings"]] == ["Person", "Anschrift"]
    assert [finding["label"] for finding in english["findings"]] == ["Person", "Address"]
    assert english["findings"][1]["reason"] == "Street with house number, with postcode and town."
    assert german["warnings"][0]["label"] == "Gesundheit" and english["warnings"][0]["label"] == "Health"
    assert english["warnings"][0]["explanation"].startswith("This says something about a person's health")
    assert english["redacted"] == german["redacted"]
    rules = participant.get("/api/v1/guard/policy", headers={"Accept-Language": "en"}).json()["rules"]
    assert "Date of birth" in {rule["label"] for rule in rules}


def test_attempts_are_kept_in_german_and_told_in_the_language_asked_for(live: LiveService, participant: Person) -> None:
    english = {"Accept-Language": "en"}
    body = {"prompt": PROMPT, "settings": {"max_tokens": 60, "seed": 1}}
    streamed = participant.post(f"/api/v1/exercises/{LETTER}/attempts", body, headers=english).text
    assert '"label": "Address"' in streamed and "Anschrift" not in streamed
    (listed,) = participant.get("/api/v1/attempts").json()
    path = f"/api/v1/attempts/{listed['id']}"
    told, german = participant.get(path, headers=english).json(), participant.get(path).json()
    assert [check["status"] for check in told["checks"]] == [check["status"] for check in german["checks"]]
    assert told["checks"][0]["title"] == "Facts of the case" and german["checks"][0]["title"] == "Angaben aus dem Fall"
    assert "facts of the case stand in the answer too" in told["checks"][0]["message"]
    titles = participant.get(f"/api/v1/exercises/{LETTER}", headers=english).json()["checks"]
    assert titles[0]["title"] == "Facts of the case"
    with speaking("en"):
        assert check_text("Was die Übung fragt") == "Was die Übung fragt", "words of an exercise stay"
