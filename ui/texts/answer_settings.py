"""Settings of the model, in words that need no explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _creativity() -> dict[str, str]:
    return {"exact": "Genau", "balanced": "Ausgewogen", "inventive": "Einfallsreich", "wild": "Wild"}


def _creativity_help() -> dict[str, str]:
    return {
        "exact": "Das Modell nimmt fast immer das wahrscheinlichste Wort. Für Schreiben, in denen alles stimmen muss.",
        "balanced": "Manchmal nimmt es das zweit- oder drittwahrscheinlichste. Der Ton wird etwas lebendiger.",
        "inventive": "Es greift öfter zu unerwarteten Wörtern. Gut für Ideen, schlecht für Fristen.",
        "wild": "Auch Unwahrscheinliches kommt zum Zug. Sie werden sehen, wie der Text auseinanderfällt.",
    }


def _length() -> dict[str, str]:
    return {"short": "Kurz", "medium": "Mittel", "long": "Lang"}


@dataclass(frozen=True)
class AnswerSettingsTexts:
    """Model, creativity, length, seed; and the same prompt once more."""

    title: str = "Wie das Modell schreiben soll"
    changed: str = "Von Ihnen geändert: {settings}."
    lead: str = (
        "Sie müssen hier nichts ändern. Wenn Sie etwas ausprobieren möchten: Ändern Sie immer nur eine Einstellung und "
        "vergleichen Sie dann die Versuche."
    )
    model: str = "Modell"
    model_size: str = "{count} Parameter"
    model_note: str = (
        "Zwei Modelle lassen sich am besten blind vergleichen: Senden Sie denselben Prompt an beide, und urteilen Sie "
        "danach unter „Meine Versuche“, ohne zu wissen, welche Antwort von welchem stammt."
    )
    creativity: str = "Kreativität"
    creativity_steps: Mapping[str, str] = field(default_factory=_creativity)
    creativity_help: Mapping[str, str] = field(default_factory=_creativity_help)
    length: str = "Länge der Antwort"
    length_steps: Mapping[str, str] = field(default_factory=_length)
    length_help: str = "höchstens {tokens} Wortteile"
    length_note: str = (
        "Ein Wortteil ist ein kurzes Wort oder ein Stück eines langen. Ist die Grenze erreicht, hört die Antwort auf, "
        "auch mitten im Satz."
    )
    seed: str = "Zufall"
    seed_random: str = "Jedes Mal anders"
    seed_random_help: str = "Derselbe Prompt kann zwei verschiedene Antworten geben."
    seed_fixed: str = "Mit festem Startwert"
    seed_fixed_help: str = (
        "Derselbe Prompt mit demselben Startwert gibt noch einmal dieselbe Antwort. Nur wenn das Modell gleichzeitig "
        "für viele schreibt, kann ein Wort anders ausfallen."
    )
    seed_value: str = "Startwert"
    stored_title: str = "Einstellungen"
    stored_creativity: str = "{step} ({value})"
    stored_length: str = "höchstens {tokens} Wortteile"
    stored_seed: str = "fester Startwert {seed}"
    stored_random: str = "jedes Mal anders"
    stored_drawn: str = "jedes Mal anders (hier gezogen: Startwert {seed})"
    again_title: str = "Denselben Prompt noch einmal senden"
    again_lead: str = (
        "Gesendet wird genau das, was gespeichert ist. So ändert sich nur eines, und Sie sehen, was es bewirkt."
    )
    again_exactly: str = "Genau so noch einmal"
    again_chance: str = "Mit neuem Zufall"
    again_model: str = "An {model}"
    again_seed: str = "Der Startwert dieser Antwort war {seed}."
