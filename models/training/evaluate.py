"""How often the shipped file does its job: on held-out generated cases and on prompts written by hand.

Held out are the wordings of cases and instructions and some kinds of applications; see `corpus.draw`. A fact counts
as carried when it stands in the answer as the case writes it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from models.training.corpus import examples
from models.training.corpus.draw import Draw
from models.training.corpus.examples import SYSTEM, Example, example
from models.training.runtime import Runtime

PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")
DATE = re.compile(r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|[A-ZÄ][a-zä]+ \d{4})")
AMOUNT = re.compile(r"\b\d[\d.]*(?:,\d\d)?\s?(?:Euro|€)")
NUMBER = re.compile(r"\d+")
MIX: tuple[tuple[Callable[[Draw], Example], int], ...] = (
    (examples.letter_example, 45), (examples.call_example, 35), (examples.scene_summary_example, 12),
    (examples.mail_example, 16), (examples.plain_example, 6), (examples.free_example, 6),
)  # fmt: skip
SERVICE_TEMPERATURE = 0.3
OWN_PROMPTS = Path(__file__).parent / "own_prompts.json"


@dataclass
class Judgement:
    """One answer and what is in it."""

    task: str
    prompt: str
    answer: str
    facts: list[str]
    missing: list[str]
    invented: list[str]
    form_present: bool
    ended: bool
    tokens: int
    seconds: float = field(default=0.0)

    @property
    def recall(self) -> float:
        """Share of the facts that the answer carries."""
        return 1 - len(self.missing) / len(self.facts) if self.facts else 1.0


def flat(text: str) -> str:
    """Text with single spaces, so that a line break inside a fact does not count."""
    return re.sub(r"\s+", " ", text)


def expected_facts(made: Example) -> list[str]:
    """The facts of an example, or those of its model answer where it lists none."""
    if made.facts:
        return made.facts
    answer = made.turns[0].answer
    found = [*PLACEHOLDER.findall(answer), *DATE.findall(answer), *AMOUNT.findall(answer)]
    return list(dict.fromkeys(found))


def invented(answer: str, source: str) -> list[str]:
    """Placeholders, dates, amounts and other numbers in the answer that the source does not have."""
    found: list[str] = []
    for pattern in (PLACEHOLDER, DATE, AMOUNT):
        found += [value for value in pattern.findall(answer) if value not in source]
    covered = " ".join(found)
    numbers = set(NUMBER.findall(source))
    found += [value for value in NUMBER.findall(answer) if value not in numbers and value not in covered]
    return list(dict.fromkeys(found))


def form_present(form: str, answer: str) -> bool:
    """Whether the answer has the outer form that was asked for."""
    listed = sum(line.startswith("- ") for line in answer.splitlines())
    if form == "letter":
        greeting = re.search(r"^(Sehr geehrte|Guten Tag|Liebe)", answer, re.M)
        return bool(greeting) and "Grüße" in answer
    if form == "note":
        return all(word in answer for word in ("Anlass:", "Inhalt:", "Frist:")) and listed > 0
    if form == "points":
        return listed >= 2
    if form == "summary":
        return len(answer) > 40 and listed == 0
    return len(answer) > 5


def judge(runtime: Runtime, made: Example, *, temperature: float, seed: int) -> Judgement:
    """Let the model answer the first message of the example and judge it."""
    messages = [{"role": "user", "content": made.first_message}]
    if made.system:
        messages.insert(0, {"role": "system", "content": made.system})
    started = time.perf_counter()
    completion = runtime.complete(messages, maximum=600, temperature=temperature, seed=seed)
    seconds = time.perf_counter() - started
    facts = expected_facts(made)
    answer = flat(completion.text)
    missing = [fact for fact in facts if flat(fact) not in answer]
    return Judgement(
        made.task, made.first_message, completion.text, facts, missing, invented(answer, flat(made.first_message)),
        form_present(made.form, completion.text), completion.ended, completion.tokens, round(seconds, 2),
    )  # fmt: skip


def share(values: Iterable[bool]) -> float:
    """Share of true values, three digits."""
    listed = list(values)
    return round(sum(listed) / len(listed), 3) if listed else 0.0


def figures(judged: list[Judgement]) -> dict[str, Any]:
    """The figures of a set of answers. Every share is of `cases`, fact recall of `facts`."""
    facts = sum(len(item.facts) for item in judged)
    held = facts - sum(len(item.missing) for item in judged)
    placeholders = [
        (fact, fact not in item.missing) for item in judged for fact in item.facts if PLACEHOLDER.fullmatch(fact)
    ]
    return {
        "cases": len(judged),
        "facts": facts,
        "fact_recall": round(held / facts, 3) if facts else 0.0,
        "placeholder_recall": share(kept for _, kept in placeholders),
        "with_all_facts": share(not item.missing for item in judged),
        "with_80_percent_of_facts": share(item.recall >= 0.8 for item in judged),
        "without_inventions": share(not item.invented for item in judged),
        "form_present": share(item.form_present for item in judged),
        "ended_by_itself": share(item.ended for item in judged),
        "usable": share(
            item.recall >= 0.8 and item.form_present and item.ended and not item.invented for item in judged
        ),
        "tokens_per_second": round(
            sum(item.tokens for item in judged) / max(1e-9, sum(item.seconds for item in judged)), 1
        ),
    }


def held_out_cases(count: int, seed: str = "evaluation", *, held_out: bool = True) -> list[Example]:
    """About `count` examples in the fixed mix of tasks, in order, laid out as the service sends them.

    With `held_out` false: new cases in wordings that were trained on, to tell both apart.
    """
    total = sum(weight for _, weight in MIX)
    made: list[Example] = []
    for maker, weight in MIX:
        wanted = max(1, round(count * weight / total))
        made += [example(f"{seed}-{maker.__name__}-{n}", held_out=held_out, task=maker) for n in range(wanted)]
    for item in made:
        item.system = SYSTEM
        if item.case:
            item.first_message = f"Fall:\n{item.case}\n\nAuftrag:\n{item.turns[0].instruction}"
    return made


def own_prompts() -> list[Example]:
    """Prompts that were written by hand, apart from the grammar."""
    loaded = json.loads(OWN_PROMPTS.read_text(encoding="utf-8"))
    return [
        Example("own-" + item["name"], item["message"], [], item["facts"], item["form"], SYSTEM, item["message"])
        for item in loaded
    ]


def evaluate(
    path: Path, *, count: int = 120, temperature: float = 0.0, seed: int = 1, threads: int = 2
) -> dict[str, Any]:
    """All figures for the GGUF file at `path`, with failures shown."""
    runtime = Runtime(path, threads=threads)
    judged = [judge(runtime, made, temperature=temperature, seed=seed) for made in held_out_cases(count)]
    own = [judge(runtime, made, temperature=temperature, seed=seed) for made in own_prompts()]
    as_in_service = [judge(runtime, made, temperature=SERVICE_TEMPERATURE, seed=seed) for made in held_out_cases(count)]
    familiar = held_out_cases(count // 2, held_out=False)
    known = [judge(runtime, made, temperature=temperature, seed=seed) for made in familiar]
    tasks = dict.fromkeys(item.task for item in judged)
    worst = sorted(judged, key=lambda item: (item.recall, -len(item.invented)))[:6]
    return {
        "file": path.name,
        "settings": {"temperature": temperature, "seed": seed, "max_tokens": 600},
        "held_out": figures(judged),
        "held_out_by_task": {task: figures([item for item in judged if item.task == task]) for task in tasks},
        "held_out_at_service_temperature": figures(as_in_service),
        "known_wording": figures(known),
        "own_prompts": figures(own),
        "worst": [asdict(item) for item in worst],
        "own_answers": [asdict(item) for item in own],
        "samples": [asdict(item) for item in judged[:: max(1, len(judged) // 6)]],
    }
