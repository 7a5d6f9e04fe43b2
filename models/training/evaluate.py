"""How often a model file does its job: on held-out generated cases and on prompts written by hand.

Held out are the wordings of cases and instructions and some kinds of applications; see `corpus.draw`. The answers come
from the service's own worker, with its rule for placeholders. A fact counts as carried when it stands in the answer as
the case writes it; invented is what the answer states and the case does not have.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from models.catalogue import CatalogueEntry
from models.errors import ModelUnavailable
from models.messages import ChatAnswer, ChatMessage, GenerationSettings
from models.session import ModelSession
from models.training import spelling
from models.training.corpus import assignments, examples, extracts
from models.training.corpus.conversation import SYSTEM, Example
from models.training.corpus.draw import Draw
from models.training.corpus.examples import example

PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")
DATE = re.compile(r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|[A-ZÄ][a-zä]+ \d{4})")
AMOUNT = re.compile(r"\b\d[\d.]*(?:,\d\d)?\s?(?:Euro|€)")
NUMBER = re.compile(r"\d+")
MIX: tuple[tuple[Callable[[Draw], Example], int], ...] = (
    (examples.letter_example, 40), (assignments.letters_example, 70), (examples.call_example, 28),
    (examples.scene_summary_example, 10), (examples.mail_example, 14), (examples.plain_example, 10),
    (examples.free_example, 5), (assignments.record_example, 14), (assignments.paper_example, 14),
    (assignments.checklist_example, 7), (assignments.letter_summary_example, 8), (extracts.extract_example, 20),
)  # fmt: skip
SERVICE_TEMPERATURE = 0.1
LONGEST = 500
SEEN_BEFORE = 10
"""So many of the prompts written by hand were looked at while the grammar grew; they are counted apart."""
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
    stated: int
    form_present: bool
    ended: bool
    tokens: int
    seconds: float = 0.0
    words: int = 0
    broken: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the facts that the answer carries."""
        return 1 - len(self.missing) / len(self.facts) if self.facts else 1.0


def flat(text: str) -> str:
    """Text with single spaces, so that a line break inside a fact does not count."""
    return re.sub(r"\s+", " ", text)


def expected_facts(made: Example) -> list[str]:
    """The facts of an example, or those of its model answer where it lists none."""
    if made.facts or not made.turns:
        return made.facts
    answer = made.turns[0].answer
    found = [*PLACEHOLDER.findall(answer), *DATE.findall(answer), *AMOUNT.findall(answer)]
    return list(dict.fromkeys(found))


def stated(answer: str) -> int:
    """How many different placeholders, dates, amounts and other numbers the answer states."""
    found = {value for pattern in (PLACEHOLDER, DATE, AMOUNT) for value in pattern.findall(answer)}
    covered = " ".join(found)
    return len(found | {value for value in NUMBER.findall(answer) if value not in covered})


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
    if form == "record":
        title = re.search(r"^.*(?:vermerk|protokoll|notiz)", answer, re.I)
        return bool(title) and bool(re.search(r"^[A-ZÄÖÜ][^:\n]{2,30}:", answer, re.M)) and listed > 0
    if form in ("points", "checklist"):
        return listed >= 2
    if form == "summary":
        return len(answer) > 40 and listed == 0
    return len(answer) > 5


def _patiently(session: ModelSession, messages: list[ChatMessage], settings: GenerationSettings) -> ChatAnswer:
    """The answer, asked for again where a busy machine was too slow for the service's limits."""
    for _ in range(3):
        try:
            answer = session.complete(messages, settings)
        except ModelUnavailable:
            time.sleep(5)
            continue
        if answer.finish_reason != "deadline":
            return answer
    raise ModelUnavailable("the machine is too busy to measure", retry=True)


def judge(session: ModelSession, made: Example, *, temperature: float, seed: int) -> Judgement:
    """Let the model answer the first message of the example and judge it."""
    messages = [ChatMessage("user", made.first_message)]
    if made.system:
        messages.insert(0, ChatMessage("system", made.system))
    settings = GenerationSettings(max_tokens=LONGEST, temperature=temperature, seed=seed)
    completion = _patiently(session, messages, settings)
    facts = expected_facts(made)
    answer, source = flat(completion.text), flat(made.first_message)
    return Judgement(
        made.task, made.first_message, completion.text, facts, [fact for fact in facts if flat(fact) not in answer],
        invented(answer, source), stated(answer), form_present(made.form, completion.text),
        completion.finish_reason == "stop", completion.completion_tokens, round(completion.seconds, 2),
        len(spelling.words(completion.text)),
    )  # fmt: skip


def check_spelling(judged: list[Judgement]) -> None:
    """Note the broken words of every answer."""
    unknown = spelling.unknown_words(item.answer for item in judged)
    for item in judged:
        item.broken = spelling.broken(item.answer, item.prompt, unknown)


def share(values: Iterable[bool]) -> float:
    """Share of true values, three digits."""
    listed = list(values)
    return round(sum(listed) / len(listed), 3) if listed else 0.0


def figures(judged: list[Judgement]) -> dict[str, Any]:
    """The figures of a set of answers.

    Every share is of `cases`, fact recall of `facts`, inventions of the facts `stated`, intact words of all words.
    """
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
        "stated": sum(item.stated for item in judged),
        "invented_share": round(sum(len(item.invented) for item in judged) / max(1, sum(i.stated for i in judged)), 3),
        "words_intact": round(1 - sum(len(i.broken) for i in judged) / max(1, sum(i.words for i in judged)), 4),
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
    path: Path, *, count: int = 240, temperature: float = 0.0, seed: int = 1, threads: int = 2
) -> dict[str, Any]:
    """All figures for the GGUF file at `path`, with failures shown."""
    entry = CatalogueEntry(
        name=path.stem,
        title=path.stem,
        source="file",
        path=path.resolve(),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        size_bytes=path.stat().st_size,
        licence="EUPL-1.2",
        languages=("de",),
        parameters=1,
        context_length=1536,
    )
    with ModelSession(entry, threads=threads) as session:

        def answers(cases: list[Example], heat: float) -> list[Judgement]:
            return [judge(session, made, temperature=heat, seed=seed) for made in cases]

        judged = answers(held_out_cases(count), temperature)
        own = answers(own_prompts(), temperature)
        as_in_service = answers(held_out_cases(count // 2), SERVICE_TEMPERATURE)
        known = answers(held_out_cases(count // 4, held_out=False), temperature)
    with_spelling = spelling.available()
    if with_spelling:
        for part in (judged, own, as_in_service, known):
            check_spelling(part)
    tasks = sorted({item.task for item in judged})
    worst = sorted(judged, key=lambda item: (item.recall, -len(item.invented)))[:6]
    return {
        "file": path.name,
        "settings": {"temperature": temperature, "seed": seed, "max_tokens": LONGEST, "spelling": with_spelling},
        "held_out": figures(judged),
        "held_out_by_task": {task: figures([item for item in judged if item.task == task]) for task in tasks},
        "held_out_at_service_temperature": figures(as_in_service),
        "known_wording": figures(known),
        "own_prompts": figures(own[SEEN_BEFORE:]),
        "own_prompts_seen_before": figures(own[:SEEN_BEFORE]),
        "worst": [asdict(item) for item in worst],
        "own_answers": [asdict(item) for item in own],
        "samples": [asdict(item) for item in judged[:: max(1, len(judged) // 6)]],
    }
