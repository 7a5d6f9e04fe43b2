"""Statements of case and answer: what is told, and what is left in peace."""

from __future__ import annotations

import pytest

from exercises.checks.draft import Draft
from exercises.checks.statements import StatementsSettings, check_statements
from exercises.content_words import content_words, occurs_in
from exercises.negation import clauses_of
from exercises.sentences import split_sentences

CASE = """\
Der Antrag von [PERSON_1] ist am 4. März 2026 eingegangen. Er ist unterschrieben, aber noch nicht vollständig. Es fehlt
der Mietvertrag. Über den Antrag ist noch nicht entschieden. Die Musik darf nicht länger als bis 21 Uhr spielen. Der
Verein haftet für Schäden. Die Halle kann ohne Aufsicht nicht genutzt werden. Kinder zahlen keinen Eintritt.
"""


def check(answer: str, source: str = CASE, prompt: str = "Schreibe einen Brief."):
    return check_statements(StatementsSettings(check="statements"), Draft(answer=answer, source=source, prompt=prompt))


@pytest.mark.parametrize(
    ("answer", "case"),
    [
        ("Ihr Antrag ist nicht unterschrieben.", "Er ist unterschrieben, aber noch nicht vollständig."),
        ("Über Ihren Antrag ist schon entschieden.", "Über den Antrag ist noch nicht entschieden."),
        ("Über den Antrag wurde entschieden, danke.", "Über den Antrag ist noch nicht entschieden."),
        ("Der Verein haftet nicht für Schäden.", "Der Verein haftet für Schäden."),
        ("Für Schäden haftet kein Verein.", "Der Verein haftet für Schäden."),
        ("Die Halle kann ohne Aufsicht genutzt werden.", "Die Halle kann ohne Aufsicht nicht genutzt werden."),
        ("Kinder zahlen Eintritt.", "Kinder zahlen keinen Eintritt."),
        ("Der Antrag ist unentschieden, Kinder zahlen den Eintritt.", "Kinder zahlen keinen Eintritt."),
    ],
)
def test_a_denial_turned_round_is_shown_with_both_places(answer: str, case: str) -> None:
    result = check(answer)
    assert result.status == "hint"
    assert [pair.case for pair in result.pairs] == [case]
    assert answer.startswith(result.pairs[0].answer.rstrip("."))


@pytest.mark.parametrize(
    "answer",
    [
        "Über Ihren Antrag haben wir noch nicht entschieden.",
        "Der Antrag ist unterschrieben.",
        "Der Antrag ist noch unvollständig.",
        "Der Verein haftet für alle Schäden.",
        "Nicht nur der Verein haftet für Schäden.",
        "Ohne Aufsicht kann die Halle nicht genutzt werden.",
        "Kinder müssen keinen Eintritt zahlen.",
        "Die Halle ist groß.",
        "",
    ],
)
def test_the_same_statement_is_left_in_peace(answer: str) -> None:
    assert check(answer).pairs == []


@pytest.mark.parametrize(
    ("answer", "alone"),
    [
        ("Unsere Außenstelle im Rathaus öffnet montags und berät Familien kostenlos.", True),
        ("Die Bearbeitungsgebühr überweisen Sie bequem online mit Kreditkarte.", True),
        ("Der Mietvertrag fehlt noch, bitte reichen Sie ihn nach.", False),
        ("Ihr Antrag vom 4. März 2026 ist bei uns angekommen.", False),
        ("Wenn Sie Fragen haben, rufen Sie uns gern an, wir helfen Ihnen weiter.", False),
        ("Vielen Dank für Ihre Geduld und Ihr Verständnis in dieser Angelegenheit.", False),
        ("Sehr geehrte Frau [PERSON_1],", False),
        ("Mit freundlichen Grüßen", False),
        ("Kurz.", False),
        ("Zu unseren Zeiten am Samstag weiß ich leider nichts Genaues.", False),
        ("Zu Öffnungszeiten am Samstag kann ich heute keine verlässliche Auskunft geben.", False),
        ("Eine Entscheidung wurde leider nirgends getroffen.", False),
        ("Eine Absprache wurde leider nirgends getroffen.", True),
    ],
)
def test_sentences_without_support(answer: str, alone: bool) -> None:
    result = check(answer)
    assert bool(result.items) is alone, result
    assert all(item.startswith("Ohne Gegenstück im Fall, Zeile 1: „") for item in result.items)


@pytest.mark.parametrize(
    ("lead", "turned"), [("Es fehlen noch:", False), ("Diese Unterlagen fehlen:", False), ("Beigefügt sind:", True)]
)
def test_what_lacks_is_not_enclosed(lead: str, turned: bool) -> None:
    case = f"{lead}\n\n- der unterschriebene Mietvertrag\n\nEnde."
    assert bool(check("Der unterschriebene Mietvertrag ist nicht beigefügt.", source=case).pairs) is turned


def test_what_the_prompt_says_is_support() -> None:
    answer = "Unsere Außenstelle im Rathaus öffnet montags und berät Familien."
    assert check(answer, prompt="Erwähne die Außenstelle im Rathaus, die montags Familien berät.").status == "ok"


def test_without_a_case_nothing_is_alone() -> None:
    assert (
        check("Unsere Außenstelle im Rathaus öffnet montags und berät Familien.", source="", prompt="").status == "ok"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Häuser", "Haus"),
        ("eingereichte", "einreichen"),
        ("Bescheinigung", "Verdienstbescheinigung"),
        ("Anträge", "beantragt"),
        ("nachzureichen", "nachreichen"),
        ("geprüft", "prüfen"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    (stem,) = content_words(one)
    assert occurs_in(stem, content_words(other))


def test_clauses() -> None:
    (sentence,) = split_sentences("Der Antrag ist unterschrieben, aber noch nicht vollständig und es fehlt nichts.")
    found = clauses_of(sentence)
    assert [clause.denies for clause in found] == [False, True, True]
    assert found[1].words == content_words("Antrag vollständig")
