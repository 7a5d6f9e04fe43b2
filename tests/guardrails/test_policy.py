from pathlib import Path

import pytest

from guardrails import ENTITY_LABELS, Guard, Policy, PolicyError, RawText, load_policy
from guardrails.guard import GuardVersions
from guardrails.recognizers import build_recognizers

TEXT = "Frau Karaca, Passwort: Sommer2024!, Kennzeichen B-AB1234, Tel. 030 9018-0"


def with_policy(guard: Guard, **entities: dict[str, object]) -> Guard:
    policy = Policy.model_validate({"version": "9.0.0", "title": "Test", "entities": entities, "allow": ["030 9018-0"]})
    return Guard(guard._analyzer, policy, GuardVersions(policy.identity, "1.0.0-x", "t-1"))


def test_actions(guard: Guard) -> None:
    strict = with_policy(guard, SECRET={"action": "block"}, DE_KFZ={"action": "warn"}, PERSON={"action": "allow"})
    result = strict.redact(RawText(TEXT), language="de")
    assert result.text.text == "Frau Karaca, Passwort: [SECRET_1], Kennzeichen B-AB1234, Tel. 030 9018-0"
    assert [f.entity for f in result.blocked] == ["SECRET"]
    assert [(f.entity, f.action, f.placeholder) for f in result.findings] == [
        ("SECRET", "block", "[SECRET_1]"),
        ("DE_KFZ", "warn", ""),
    ]


def test_threshold(guard: Guard) -> None:
    strict = with_policy(guard, DE_KFZ={"threshold": 1.0})
    assert "B-AB1234" in strict.redact(RawText(TEXT), language="de").text.text


def test_the_shipped_policy_redacts_every_entity() -> None:
    policy = load_policy()
    assert {policy.rule(entity).action for entity in ENTITY_LABELS} == {"redact"}


def test_the_hash_follows_the_content() -> None:
    policy = load_policy()
    same = Policy.model_validate(policy.model_dump())
    other = policy.model_copy(update={"allow": ("x",)})
    assert policy.identity == same.identity
    assert policy.identity != other.identity


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("version: 1.0.0\ntitle: [", "kein gültiges YAML"),
        ('version: "1.0.0"\ntitle: x\nentities: {PERSONN: {}}', "entities"),
        ('version: "1.0.0"\ntitle: x\nentities: {PERSON: {action: delete}}', "entities.PERSON.action"),
        ('version: "1"\ntitle: x', "version"),
        ("", "fehlerhaft"),
    ],
)
def test_a_broken_policy_is_refused_with_file_and_field(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyError, match=words) as caught:
        load_policy(path)
    assert str(path) in str(caught.value)


def test_a_missing_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="lesen"):
        load_policy(tmp_path / "none.yaml")


def test_every_recognized_entity_has_a_label() -> None:
    entities = {entity for recognizer in build_recognizers(("de", "en")) for entity in recognizer.supported_entities}
    assert entities <= set(ENTITY_LABELS)
    assert set(ENTITY_LABELS) <= entities
