"""The shipped model on the first exercise: more often than not the letter carries the case's facts.

Prompts as beginners write them, the service's own temperature, several seeds. The check that participants see does
the counting.
"""

from __future__ import annotations

from exercises import compose_messages, load_exercises, run_checks
from models import ChatMessage, GenerationSettings, ModelSession, load_catalogue
from sandbox.settings import Settings

PROMPTS = (
    "Schreibe eine Eingangsbestätigung.",
    "schreib mir bitte eine eingangsbestätigung mit frist und allem was fehlt",
    "Bitte bestätige der Antragstellerin freundlich, dass ihr Antrag da ist, und sag, welche Unterlagen noch fehlen.",
    "Brief an Antragstellerin: Eingang, fehlende Unterlagen, Frist, Bearbeitungsdauer, Ansprechperson.",
    "Formuliere ein kurzes, höfliches Schreiben. Der Antrag ist noch nicht vollständig.",
    "Ich brauche eine Bestätigung, dass der Antrag eingegangen ist. Nenne Aktenzeichen und Frist.",
)
SEEDS = (1, 2, 3, 4)
NEEDED = ("4. März 2026", "25. März 2026", "[PERSON_1]", "[DE_CASE_NUMBER_1]")


def test_more_than_half_of_the_letters_carry_the_facts() -> None:
    exercise = load_exercises().get("eingangsbestaetigung-wohngeld")
    temperature = Settings.model_fields["temperature"].default
    whole, invented, answers = 0, 0, 0
    with ModelSession(load_catalogue().default) as session:
        for prompt in PROMPTS:
            messages = [ChatMessage(one["role"], one["content"]) for one in compose_messages(exercise, prompt)]
            for seed in SEEDS:
                settings = GenerationSettings(max_tokens=400, temperature=temperature, seed=seed)
                answer = session.complete(messages, settings).text
                answers += 1
                whole += all(value in answer for value in NEEDED)
                placeholders = next(one for one in run_checks(exercise, prompt, answer) if one.id == "placeholders")
                invented += placeholders.status != "ok"
    print(f"letters with all of {len(NEEDED)} central facts: {whole} of {answers}; invented placeholder: {invented}")
    assert whole > answers / 2
    assert invented < answers / 4
