"""Real values back into the draft."""

from __future__ import annotations

from ui.restoring import book, restore, values_of
from ui.schemas import Finding


def finding(start: int, end: int, placeholder: str) -> Finding:
    return Finding(start=start, end=end, entity="PERSON", label="Person", placeholder=placeholder)


def test_values_come_from_the_own_text() -> None:
    raw = "Frau Öztürk, Akte 50-WG-7"
    findings = [finding(5, 11, "[PERSON_3]"), finding(18, 25, "[DE_CASE_NUMBER_1]")]
    assert values_of(raw, findings) == [("[PERSON_3]", "Öztürk"), ("[DE_CASE_NUMBER_1]", "50-WG-7")]


def test_what_was_only_pointed_out_has_no_value() -> None:
    assert values_of("Bad Beispielstadt", [finding(0, 3, "")]) == []


def test_finding_beyond_the_text_is_ignored() -> None:
    assert values_of("kurz", [finding(0, 99, "[PERSON_1]")]) == []


def test_most_frequent_form_wins_then_the_shortest() -> None:
    assert book([("[PERSON_1]", "Meiers"), ("[PERSON_1]", "Meier")]) == {"[PERSON_1]": "Meier"}
    assert book([("[PERSON_1]", "Anna Meier"), ("[PERSON_1]", "Anna Meier"), ("[PERSON_1]", "Meier")]) == {
        "[PERSON_1]": "Anna Meier"
    }


def test_draft_is_restored_and_unknown_placeholders_stay() -> None:
    draft = "Sehr geehrte Frau [PERSON_1], Ihr Zeichen [DE_CASE_NUMBER_1]. [PERSON_2]"
    assert restore(draft, {"[PERSON_1]": " Öztürk ", "[DE_CASE_NUMBER_1]": "  "}) == (
        "Sehr geehrte Frau Öztürk, Ihr Zeichen [DE_CASE_NUMBER_1]. [PERSON_2]"
    )


def test_value_that_looks_like_a_placeholder_is_not_replaced_again() -> None:
    assert restore("[PERSON_1] [PERSON_2]", {"[PERSON_1]": "[PERSON_2]", "[PERSON_2]": "B"}) == "[PERSON_2] B"


def test_backslashes_and_groups_in_a_value_are_text() -> None:
    assert restore("[PERSON_1]", {"[PERSON_1]": r"\1 \g<0>"}) == r"\1 \g<0>"
