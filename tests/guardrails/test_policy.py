import json
from importlib.resources import files
from pathlib import Path

import pytest

from guardrails import ENTITY_LABELS, Guard, Policy, PolicyError, RawText, load_policy
from guardrails.policy import json_schema, parse_policy
from guardrails.recognizers import build_recognizers

TEXT = "Frau Karaca, Passwort: Sommer2024!, Kennzeichen B-AB1234, Tel. 030 9018-0"


def with_policy(guard: Guard, **entities: dict[str, object]) -> Guard:
    return guard.with_policy(
        Policy.model_validate({"version": "9.0.0", "title": "Test", "entities": entities, "allow": ["030 9018-0"]})
    )


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


HEAD = 'version: "1.0.0"\ntitle: x\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("version: 1.0\ntitle: x", "Zeile 1, „version“: muss ein Text sein"),
        ('version: "1"\ntitle: x', "Zeile 1, „version“: besteht aus drei Zahlen"),
        ('version: "1.0.0"', "„title“: fehlt"),
        (HEAD + "entities:\n  PERSON:\n    action: delete", "Zeile 5, „entities.PERSON.action“: erlaubt sind redact"),
        (HEAD + "entities:\n  PERSON: {treshold: 0.5}", "Zeile 4, „entities.PERSON.treshold“: diese Angabe gibt es"),
        (HEAD + "default: {threshold: 2}", "Zeile 3, „default.threshold“: muss eine Zahl zwischen 0 und 1 sein"),
        (HEAD + "entities: {PERSONN: {}}", "Zeile 3, „entities“: unbekannte Art von Befund: PERSONN"),
        (HEAD + "allow:\n  - Amt\n  - 115", "Zeile 5, „allow.2“: muss ein Text sein; setzen Sie ihn in Anführungs"),
        (HEAD + "deny:\n  - {text: Birke}", "Zeile 4, „deny.1.entity“: fehlt"),
        (HEAD + "deny:\n  - {text: Birke, entity: BAUM}", "Zeile 4, „deny.1.entity“: unbekannte Art von Befund"),
        (HEAD + 'deny:\n  - {text: "--", entity: URL}', "Zeile 4, „deny.1.text“: braucht mindestens einen Buchstaben"),
        (
            HEAD + "allow: [Amt 1]\ndeny: [{text: amt  1, entity: URL}]",
            "derselbe Text steht unter allow und unter deny",
        ),
        (HEAD + "deny: [{text: A, entity: URL}, {text: a, entity: SECRET}]", "steht zweimal unter deny"),
        (
            HEAD + "exercises:\n  brief:\n    entities: {URL: {action: no}}",
            "Zeile 5, „exercises.brief.entities.URL.action“",
        ),
        (HEAD + "exercises: {Brief 1: {}}", "Kennungen von Übungen bestehen aus"),
        (HEAD + "title: y", "Zeile 3: „title“ steht zweimal da"),
        ("version: &v x\ntitle: *v", "Zeile 2: Verweise"),
        (HEAD + "default: !!python/object:os.system {}", "kein gültiges YAML, Zeile 3"),
        ("[" * 3000, "kein gültiges YAML"),
        ("on: 2024-13-45", "kein gültiges YAML"),
        ("x" * 200_001, "zu groß"),
    ],
)
def test_every_mistake_is_named_with_line_and_field(content: str, said: str) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(content, "regel.yaml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("Die Schutzregel regel.yaml")


def test_all_mistakes_are_named_at_once_and_no_listed_text() -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(HEAD + "deny:\n  - {text: Hollerbusch, entity: X}\nallow: [1, 2]", "regel.yaml")
    assert all(field in str(caught.value) for field in ("deny.1.entity", "allow.1", "allow.2"))
    assert "Hollerbusch" not in str(caught.value)


def test_the_published_schema_is_current() -> None:
    """Made anew with »sandbox guard policy schema > guardrails/policy/policy.schema.json«."""
    shipped = files("guardrails.policy").joinpath("policy.schema.json").read_text(encoding="utf-8")
    assert json.loads(shipped) == json_schema()


def test_the_hash_leaves_out_order_and_what_is_empty() -> None:
    deny = [{"text": "Birke", "entity": "URL"}, {"text": "Ahorn", "entity": "URL"}]
    one = Policy.model_validate({"version": "1.0.0", "title": "x", "allow": ["a", "b"], "deny": deny})
    other = Policy.model_validate({"version": "1.0.0", "title": "x", "allow": ["b", "a"], "deny": deny[::-1]})
    assert one.hash == other.hash
    assert one.hash != one.model_copy(update={"deny": one.deny[:1]}).hash
    assert one.hash != Policy.model_validate({**one.model_dump(), "exercises": {"brief": {"allow": ["c"]}}}).hash


def test_a_missing_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="lesen"):
        load_policy(tmp_path / "none.yaml")


def test_every_recognized_entity_has_a_label() -> None:
    entities = {entity for recognizer in build_recognizers(("de", "en")) for entity in recognizer.supported_entities}
    assert entities <= set(ENTITY_LABELS)
    assert set(ENTITY_LABELS) <= entities
