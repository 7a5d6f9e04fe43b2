"""Two texts word by word, two checks side by side, and the journal in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from ui import schemas
from ui.check_diff import compared_checks
from ui.client import Client
from ui.journal_words import by_occasion, differences_in_words, entry_title, preferences_in_words
from ui.schemas import CheckResult, Preferences, ReflectionEntry, SearchEntry
from ui.views.compare import check_table
from ui.views.journal import entry_list
from ui.views.prompt_log import comparison_list
from ui.word_diff import Stretch, changes, diff_html, word_diff

AT = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)


def kinds(before: str, after: str) -> list[tuple[str, str]]:
    return [(stretch.kind, stretch.text) for stretch in word_diff(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("gleich", "gleich", [("same", "gleich")]),
        ("", "neu", [("inserted", "neu")]),
        ("alt", "", [("deleted", "alt")]),
        ("Brief an alle", "Vermerk an alle", [("deleted", "Brief "), ("inserted", "Vermerk "), ("same", "an alle")]),
        ("kurz", "kurz.", [("same", "kurz"), ("inserted", ".")]),
        ("an [PERSON_1]", "an [PERSON_2]", [("same", "an "), ("deleted", "[PERSON_1]"), ("inserted", "[PERSON_2]")]),
        ("ein  Wort", "ein Wort", [("same", "ein Wort")]),
    ],
)
def test_words_are_kept_struck_out_or_added(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Schreibe einen Brief.", "Schreibe, bitte, einen kurzen Brief an Frau [PERSON_3]!"),
        ("a b c d e f", "f e d c b a"),
        ("Zeile eins\n\nZeile zwei", "Zeile eins\nZeile drei"),
        ("wort " * 400, "wort " * 380 + "ende"),
    ],
)
def test_both_texts_can_be_read_off_a_difference(before: str, after: str) -> None:
    stretches = word_diff(before, after)
    assert "".join(part.text for part in stretches if part.kind != "deleted").split() == after.split()
    earlier = "".join(part.text for part in stretches if part.kind != "inserted")
    assert "".join(earlier.split()) == "".join(before.split())


def test_changes_are_marked_by_shape_and_in_words_not_by_colour_alone() -> None:
    markup = diff_html(word_diff("Brief <an> alle", "Vermerk <an> [PERSON_1]"))
    assert '<del><span class="zeichen" aria-hidden="true">−</span>Brief</del>' in markup
    assert '<ins><span class="zeichen" aria-hidden="true">+</span>Vermerk</ins>' in markup
    assert "gestrichen:" in markup and "hinzugefügt:" in markup
    assert "&lt;an&gt;" in markup and 'class="platzhalter">[PERSON_1]' in markup
    counted = [Stretch("deleted", "ein Wort."), Stretch("inserted", "drei neue Wörter"), Stretch("same", "x")]
    assert changes(counted) == (2, 3)


def check(title: str, status: str, message: str = "") -> CheckResult:
    return CheckResult.model_validate({"id": title.lower(), "title": title, "status": status, "message": message})


def test_a_check_says_what_it_was_and_what_it_is() -> None:
    compared = compared_checks(
        [check("Anrede", "ok"), check("Frist", "hint"), check("Nur früher", "ok")],
        [check("Anrede", "ok"), check("Frist", "ok"), check("Nur später", "missing")],
    )
    assert [(item.title, item.verdict) for item in compared] == [
        ("Frist", "vorher bitte ansehen, jetzt in Ordnung"),
        ("Nur später", "vorher nicht geprüft, jetzt fehlt"),
        ("Nur früher", "vorher in Ordnung, jetzt nicht geprüft"),
        ("Anrede", "unverändert: in Ordnung"),
    ]
    markup = check_table(compared, ("Versuch 1", "Versuch 3"))
    assert 'data-spalte="Versuch 3"' in markup and "vorher bitte ansehen, jetzt in Ordnung" in markup


@pytest.mark.parametrize(
    ("counted", "sentence"),
    [
        (Preferences(), ""),
        (Preferences(total=1, later=1), "Im bisher einzigen Vergleich zogen Sie den späteren Versuch vor."),
        (Preferences(total=1, none=1), "Im bisher einzigen Vergleich sahen Sie keinen Unterschied."),
        (
            Preferences(total=4, later=3, none=1),
            "In 3 von 4 Vergleichen zogen Sie den späteren Versuch vor. In 1 von 4 Vergleichen sahen Sie keinen "
            "Unterschied. Bei so wenigen Vergleichen kann das Zufall sein.",
        ),
        (
            Preferences(total=9, later=9),
            "In 9 von 9 Vergleichen zogen Sie den späteren Versuch vor.",
        ),
    ],
)
def test_preferences_come_with_their_base(counted: Preferences, sentence: str) -> None:
    assert preferences_in_words(counted) == sentence


def reflection(minutes: int, number: int = 1, text: str = "Gut.") -> ReflectionEntry:
    return ReflectionEntry(
        at=AT + timedelta(minutes=minutes),
        exercise_id="brief",
        exercise_title="Brief",
        module_title="Briefe",
        attempt_id=f"a{number}",
        number=number,
        question="Und?",
        text=text,
    )


def test_what_was_written_at_one_go_stands_under_one_heading() -> None:
    entries = [reflection(0), reflection(1), reflection(2, number=2), reflection(60, number=2)]
    assert [len(group) for group in by_occasion(entries)] == [2, 1, 1]
    assert entry_list(entries).count("<h3>") == 3
    assert "&lt;b&gt;" in entry_list([reflection(0, text="<b>")])


def test_a_search_is_told_with_its_base() -> None:
    search = SearchEntry(
        at=AT, exercise_id="x", exercise_title="Fehler finden", number=2, found=3, planted=5, notes=("Frist!",)
    )
    assert entry_title(search) == "Suche: Fehler finden, Durchgang 2"
    assert "3 von 5 eingebauten Stellen gefunden." in entry_list([search]) and "Frist!" in entry_list([search])


def test_differences_are_named_and_unknown_ones_too() -> None:
    assert differences_in_words(["prompt", "temperature", "neu"]) == "der Prompt, die Kreativität, neu"


def test_a_blind_comparison_is_read_as_what_it_is() -> None:
    blind = {"id": "v", "exercise_title": "Brief", "left": "A", "right": "B"}
    side = {"id": "a", "number": 1, "prompt": "p", "answer": "A", "created_at": AT.isoformat()}
    revealed = {
        **blind,
        "exercise_id": "brief",
        "left": side,
        "right": {**side, "id": "b", "number": 2},
        "choice": "right",
        "reason": "Weil.",
        "preferred": "later",
        "decided_at": AT.isoformat(),
    }

    def read(answer: object) -> schemas.BlindPair | schemas.Revealed:
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
        return Client("t", base_url="http://service.test", transport=transport).blind("../v")

    assert isinstance(read(blind), schemas.BlindPair)
    found = read(revealed)
    assert isinstance(found, schemas.Revealed) and found.chosen is not None and found.chosen.number == 2


def test_a_trainer_reads_comparisons_with_pseudonym_and_without_markup() -> None:
    note = {
        "exercise_id": "brief",
        "exercise_title": "Brief",
        "earlier": {"id": "a", "number": 1},
        "later": {"id": "b", "number": 3},
        "text": "<i>[PERSON_1]</i>",
        "written_at": AT,
        "participant": {"id": "p", "pseudonym": "Eule & Co"},
    }
    workshop = {
        "id": "w",
        "title": "W",
        "starts_on": "2026-03-04",
        "ends_on": "2026-03-05",
        "retention_until": "2026-06-03",
    }
    markup = comparison_list(schemas.PromptLog.model_validate({"workshop": workshop, "notes": [note]}))
    assert "Eule &amp; Co: Brief, Versuche 1 und 3" in markup
    assert "&lt;i&gt;" in markup and 'class="platzhalter">[PERSON_1]' in markup
