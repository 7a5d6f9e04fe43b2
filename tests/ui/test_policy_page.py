"""What the page says of a change to the protection rules."""

from __future__ import annotations

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from ui.schemas import (
    DryRun,
    EntityEffect,
    Policies,
    Policy,
    PolicyChange,
    PolicyDecision,
    PolicyExample,
    PolicyInForce,
    PolicyPerson,
    PolicyVersion,
    ScopeEffect,
)
from ui.texts import texts
from ui.views.policy.effects import change_list, entity_table, example_list, scope_facts
from ui.views.policy.history import table
from ui.views.policy.rules import origin

AT = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
BUCHE = PolicyPerson(id="a", name="Buche <b>")


def version(**fields: object) -> PolicyVersion:
    return PolicyVersion.model_validate(
        {
            "id": "v", "number": 3, "identity": "1.1.0-abc", "weakens": True, "proposed_by": BUCHE, "proposed_at": AT,
            "status": "pending", "reason": "Nach der Sitzung", **fields,
        }
    )  # fmt: skip


def test_what_weakens_is_marked_by_sign_and_word() -> None:
    markup = change_list(
        [
            PolicyChange(sentence="Ort: <künftig>", weakens=True),
            PolicyChange(sentence="Person: anders", weakens=False, exercise_id="brief"),
        ],
        {"brief": "Der Brief"},
    )
    assert "▼ schwächt</span>" in markup and "✓ schwächt nicht</span>" in markup
    assert "Ort: &lt;künftig&gt;" in markup
    assert "Übung Der Brief: Person: anders" in markup


def test_figures_of_a_dry_run() -> None:
    scope = ScopeEffect(
        changed_documents=2,
        leaking_before=1,
        leaking_after=3,
        over_redacted_before=1200,
        entities=(EntityEffect(entity="URL", label="Adresse", before=9, after=7, labelled=8, newly_missed=2),),
    )
    facts = scope_facts(scope, DryRun(documents=480, words=27000))
    assert "bisher 1, künftig 3 von 480 (mehr als bisher)" in facts
    assert "bisher 1.200, künftig 0 von 27.000 (weniger als bisher)" in facts
    assert '<span class="fehlbar">2</span>' in entity_table(scope)


def test_examples_are_escaped() -> None:
    markup = example_list([PolicyExample(document="d", label="Ort", effect="newly_missed", place="<i>", before="in ")])
    assert '<mark class="befund">&lt;i&gt;</mark>' in markup
    assert "geht künftig an das Modell" in markup


def test_history_names_people_reasons_and_state() -> None:
    decision = PolicyDecision(kind="approved", by=PolicyPerson(id="b", name="Linde"), at=AT, reason="einverstanden")
    markup = table([version(), version(status="in_force", decision=decision)])
    assert "Buche &lt;b&gt;" in markup and "Linde" in markup
    assert "Entscheidung: einverstanden" in markup
    assert "in\u00a0Kraft" in markup and ">offen<" in markup


def test_every_state_and_effect_has_words() -> None:
    words = texts().policy
    assert set(words.statuses) == {"pending", "outdated", "in_force", "replaced", "rejected", "withdrawn"}
    assert set(words.effects) == {"newly_missed", "newly_found", "newly_replaced", "no_longer_replaced"}


def test_where_the_policy_comes_from() -> None:
    policy = Policy(allowed=1, denied=2, exercises=("brief", "weg"))
    known = Policies(in_force=PolicyInForce(identity="1", content="", source="database", number=4))
    pairs = dict(origin(policy, known, {"brief": "Der Brief"}))
    assert pairs["Herkunft"] == "hier freigegeben als Nr. 4"
    assert pairs["Listen des Hauses"] == "1 auf der Ausnahmeliste, 2 auf der Sperrliste"
    assert pairs["Eigene Regeln haben"] == "Der Brief, weg"
    assert "Herkunft" not in dict(origin(policy, None, {}))


def test_a_text_that_cannot_be_checked_keeps_the_editor_and_says_why() -> None:
    def page() -> None:
        from ui.client import ServiceError
        from ui.schemas import PolicyInForce
        from ui.views.policy import change

        def refused(content: str) -> ServiceError:
            return ServiceError("Zeile 3: erlaubt sind redact, block, warn und allow.", status=422)

        change._checked = refused
        if not change.begun():
            change.begin()
        change.show(PolicyInForce(identity="1", content="version: x"), {})

    app = AppTest.from_function(page, default_timeout=20).run()
    assert app.text_area[0].value == "version: x"
    app.text_area[0].input("version: y")
    next(button for button in app.button if button.label == "Prüfen").click().run()
    assert not app.exception
    markup = "".join(element.proto.body for element in app.get("html"))
    assert "Zeile 3: erlaubt sind" in markup
    assert app.text_area[0].value == "version: y"
    app.text_area[0].input("version: z").run()
    assert "seit der letzten Prüfung geändert" in "".join(element.proto.body for element in app.get("html"))
