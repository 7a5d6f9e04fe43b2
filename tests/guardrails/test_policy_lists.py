"""The deny list of the house, in whole texts and in streams, and rules of single exercises."""

from __future__ import annotations

from typing import Any

import pytest

from guardrails import Guard, PlaceholderBook, Policy, RawText
from guardrails.policy.deny_list import DenyList

KEY = b"0" * 32
DENY = [
    {"text": "Projekt Birkenhain", "entity": "DE_CASE_NUMBER", "reason": "vertrauliche Vergabe"},
    {"text": "Vorgang 47/11 b", "entity": "DE_CASE_NUMBER"},
    {"text": "Hollerbusch", "entity": "PERSON"},
]


def policy_with(**parts: Any) -> Policy:
    return Policy.model_validate({"version": "9.0.0", "title": "Test", **parts})


def redacted(guard: Guard, text: str) -> str:
    return guard.redact(RawText(text), language="de", placeholders=PlaceholderBook(KEY)).text.text


@pytest.fixture(scope="module")
def strict(guard: Guard) -> Guard:
    return guard.with_policy(policy_with(deny=DENY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Projekt Birkenhain ruht.", "Das [DE_CASE_NUMBER_1] ruht."),
        ("Das PROJEKT  birkenhain ruht.", "Das [DE_CASE_NUMBER_1] ruht."),
        ("Projekt-Birkenhain", "[DE_CASE_NUMBER_1]"),
        ("des Projekt\u00a0Birkenhains", "des [DE_CASE_NUMBER_1]"),
        ("Projekt Birken\u00adhain", "[DE_CASE_NUMBER_1]"),
        ("Рrojekt Birkеnhain", "[DE_CASE_NUMBER_1]"),
        ("im Projekt\nBirkenhain", "im [DE_CASE_NUMBER_1]"),
        ("siehe Vorgang 47 / 11 B.", "siehe [DE_CASE_NUMBER_1]."),
        ("bei hollerbusch nachfragen", "bei [PERSON_1] nachfragen"),
        ("das Projekt birkenhaine", "das Projekt birkenhaine"),
        ("das Projekt allein", "das Projekt allein"),
        ("Seite 47 11 b", "Seite 47 11 b"),
        ("Hollerbuschweg", "Hollerbuschweg"),
    ],
)
def test_listed_texts_are_found_as_whole_words(strict: Guard, text: str, expected: str) -> None:
    assert redacted(strict, text) == expected


def test_the_reason_names_the_list(strict: Guard) -> None:
    first, second = strict.redact(RawText("Projekt Birkenhain, fragt Hollerbusch."), language="de").findings
    assert first.reason == "Steht auf der Sperrliste des Hauses (Grund: vertrauliche Vergabe)."
    assert second.reason == "Steht auf der Sperrliste des Hauses."
    assert {first.recognizer, second.recognizer} == {"DenyList"}


@pytest.mark.parametrize(("action", "expected"), [("allow", "redact"), ("warn", "redact"), ("block", "block")])
def test_a_listed_text_never_goes_to_the_model(guard: Guard, action: str, expected: str) -> None:
    guard = guard.with_policy(policy_with(deny=DENY, entities={"DE_CASE_NUMBER": {"action": action, "threshold": 1}}))
    (finding,) = guard.redact(RawText("Projekt Birkenhain"), language="de").findings
    assert (finding.action, finding.placeholder) == (expected, "[DE_CASE_NUMBER_1]")


def test_a_finding_that_is_only_warned_of_does_not_hide_a_listed_text(guard: Guard) -> None:
    guard = guard.with_policy(
        policy_with(deny=[{"text": "Selin", "entity": "SECRET"}], entities={"PERSON": {"action": "warn"}})
    )
    assert redacted(guard, "Frau Selin Karaca kommt.") == "Frau [SECRET_1] kommt."


def test_a_listed_text_does_not_open_what_is_blocked(guard: Guard) -> None:
    guard = guard.with_policy(
        policy_with(
            deny=[{"text": "030 9018234 Karaca", "entity": "URL"}], entities={"PHONE_NUMBER": {"action": "block"}}
        )
    )
    result = guard.redact(RawText("Tel. 030 9018234 Karaca"), language="de")
    assert [finding.entity for finding in result.blocked] == ["PHONE_NUMBER"]
    assert "Karaca" not in result.text.text


def test_the_longest_listed_text_counts_and_literal_placeholders_stay(guard: Guard) -> None:
    guard = guard.with_policy(
        policy_with(
            deny=[
                {"text": "Linde", "entity": "SECRET"},
                {"text": "Linde Nord", "entity": "URL"},
                {"text": "Person", "entity": "URL"},
            ]
        )
    )
    assert redacted(guard, "[PERSON_7] kennt Linde Nord und Linde.") == "[PERSON_7] kennt [URL_1] und [SECRET_1]."


@pytest.mark.parametrize("gap", [" ", "\n", "  \n  ", " " * 70])
def test_no_split_lets_a_listed_text_leave_early(strict: Guard, gap: str) -> None:
    listed = gap.join(["Das", "Projekt", "Birkenhain", "mit", "Vorgang", "47", "/", "11", "b"])
    text = f"Wir berichten heute ausführlich über den Stand der Dinge. {listed} bleibt unter uns, sagt Hollerbusch."
    whole = redacted(strict, text)
    assert "Birkenhain" not in whole and "47" not in whole and "Hollerbusch" not in whole
    for size in (1, 5, 24, 33, len(text)):
        redactor = strict.stream(language="de", placeholders=PlaceholderBook(KEY))
        pieces = [redactor.feed(text[at : at + size]) for at in range(0, len(text), size)]
        pieces.append(redactor.finish())
        assert "".join(pieces) == whole


def test_a_long_listed_text_is_held_back_until_it_is_whole(guard: Guard) -> None:
    words = " ".join(f"Wort{number}" for number in range(24))
    guard = guard.with_policy(policy_with(deny=[{"text": words, "entity": "SECRET"}]))
    text = f"Es beginnt hier und jetzt: {words} und dann geht der Text noch lange weiter, ganz ohne Besonderheit."
    for end in range(0, len(text), 7):
        redactor = guard.stream(language="de")
        given = redactor.feed(text[:end])
        assert "Wort0" not in given
    redactor = guard.stream(language="de", placeholders=PlaceholderBook(KEY))
    assert redactor.feed(text) + redactor.finish() == redacted(guard, text)
    broken_off = text.replace("Wort23", "anders")
    redactor = guard.stream(language="de", placeholders=PlaceholderBook(KEY))
    assert redactor.feed(broken_off) + redactor.finish() == redacted(guard, broken_off)
    assert "Wort22 anders" in redacted(guard, broken_off)


def test_where_a_listed_text_may_have_begun() -> None:
    listed = DenyList(policy_with(deny=DENY).deny)
    assert listed.pending("Es geht um Projekt ") == 11
    assert listed.pending("Es geht um Projekt Linde ") is None
    assert listed.pending("siehe Vorgang 47/11 ") == 6
    assert listed.pending("siehe Vorgang 47-11 ") is None
    assert listed.pending("") is None


def test_a_long_list_is_no_slower_than_the_text() -> None:
    items = [{"text": f"Deckname {number} Alpha", "entity": "SECRET"} for number in range(3000)]
    listed = DenyList(policy_with(deny=items).deny)
    text = "Deckname 17 alpha und Deckname ohne Zahl. " * 200
    assert len(listed.find(text)) == 200


def test_an_allowed_text_is_compared_as_it_is_read(guard: Guard) -> None:
    guard = guard.with_policy(policy_with(allow=["030 9018–0"]))
    assert redacted(guard, "Tel. 030\u00a09018-0") == "Tel. 030\u00a09018-0"


class TestExercises:
    POLICY = policy_with(
        entities={"PHONE_NUMBER": {"action": "redact", "threshold": 0.6}},
        allow=["Amt Linde"],
        deny=[{"text": "Birke", "entity": "SECRET"}, {"text": "Ahorn", "entity": "SECRET"}],
        exercises={
            "telefonvermerk": {
                "entities": {"PHONE_NUMBER": {"action": "warn"}, "URL": {"threshold": 0.9}},
                "allow": ["birke"],
                "deny": [{"text": "Amt Linde", "entity": "URL"}, {"text": "Ahorn", "entity": "URL"}],
            }
        },
    )

    def test_an_override_changes_what_it_names(self) -> None:
        there = self.POLICY.for_exercise("telefonvermerk")
        assert there.rule("PHONE_NUMBER").model_dump() == {"action": "warn", "threshold": 0.6}
        assert there.rule("URL").model_dump() == {"action": "redact", "threshold": 0.9}
        assert there.rule("PERSON") == self.POLICY.rule("PERSON")
        assert there.allow == ("birke",)
        assert {(item.text, item.entity) for item in there.deny} == {("Amt Linde", "URL"), ("Ahorn", "URL")}

    def test_elsewhere_the_rule_of_the_house_holds(self) -> None:
        house = self.POLICY.for_exercise("anderswo")
        assert (house.entities, house.allow, house.deny) == (
            self.POLICY.entities,
            self.POLICY.allow,
            self.POLICY.deny,
        )

    def test_a_guard_shows_the_exercise_and_carries_the_whole_policy(self, guard: Guard) -> None:
        guard = guard.with_policy(self.POLICY)
        there = guard.for_exercise("telefonvermerk")
        text = "Tel. 030 9018234, Birke, Ahorn, amt linde"
        assert redacted(guard, text) == "Tel. [PHONE_NUMBER_1], [SECRET_1], [SECRET_2], amt linde"
        assert redacted(there, text) == "Tel. 030 9018234, Birke, [URL_1], [URL_2]"
        assert guard.for_exercise("anderswo") is guard
        assert there.versions == guard.versions
        assert there.policy is guard.policy
        assert guard.versions.policy == self.POLICY.identity

    def test_unknown_exercises_are_named(self) -> None:
        assert self.POLICY.unknown_exercises({"brief"}) == ("telefonvermerk",)
        assert self.POLICY.unknown_exercises({"telefonvermerk"}) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Base64: RGFzIFByb2pla3QgQmlya2VuaGFpbiBydWh0 danke", "Base64: [DE_CASE_NUMBER_1] danke"),
        ("50726f6a656b74204269726b656e6861696e", "[DE_CASE_NUMBER_1]"),
        ("das Pr0jekt B1rkenhain ruht", "das [DE_CASE_NUMBER_1] ruht"),
        ("der Vorgang vier sieben eins eins ruht", "der [DE_CASE_NUMBER_1] ruht"),
        ("das Projekt allein, Tel. null eins", "das Projekt allein, Tel. null eins"),
    ],
)
def test_listed_texts_are_found_in_disguise(guard: Guard, text: str, expected: str) -> None:
    deny = [*DENY, {"text": "Vorgang 4711", "entity": "DE_CASE_NUMBER"}]
    assert redacted(guard.with_policy(policy_with(deny=deny)), text) == expected
