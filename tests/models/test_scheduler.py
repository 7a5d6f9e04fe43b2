"""Many requests on one model: nothing of one conversation reaches another, and no fault of one stops the others.

What is compared: the scores (logits) behind every token that was drawn while requests shared beginnings, were
cancelled, postponed and evicted, with the scores that a fresh model computes for the same tokens alone. Batches
of different shape round differently; with 32-bit weights that changes scores by at most 0.0005 in the mean of
the vocabulary, while one foreign token among a hundred changes those of all that follow by 0.007 and more.
"""

import asyncio
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models import CatalogueEntry, ChatMessage, ContextExceeded, GenerationSettings, Usage
from models.worker.engine import Engine
from models.worker.llama import STEP_TOKENS, LlamaModel, Outcome, Row
from models.worker.requests import Failed, Finished, Text, Ticket
from models.worker.scheduler import NODES
from models.worker.slots import Slot
from tests.models.unquantised import write_unquantised

pytestmark = pytest.mark.anyio

ROUNDING = 0.002
GREEDY = GenerationSettings(max_tokens=24, temperature=0)
LIVELY = GenerationSettings(max_tokens=40, temperature=1.5, top_p=1, min_p=0)
CASES = ("Antrag auf Wohngeld", "Antrag auf Elterngeld", "Widerspruch gegen einen Bescheid", "Anzeige eines Umzugs")


class Flaky(LlamaModel):
    """Fails as told: `fault(rows)` names the outcome, half of the rows are computed before."""

    fault: Callable[[Sequence[Row]], Outcome] = staticmethod(lambda _rows: Outcome.DONE)

    def compute(self, rows: Sequence[Row]) -> Outcome:
        wanted = self.fault(rows)
        if wanted in (Outcome.ABORTED, Outcome.BROKEN) and len(rows) > 1:
            super().compute(rows[: len(rows) // 2])
        return super().compute(rows) if wanted is Outcome.DONE else wanted


class Records:
    """The scores behind each drawn token, as they came from the model."""

    def __init__(self) -> None:
        self.drawn: list[tuple[Slot, int, np.ndarray[Any, Any]]] = []

    def compare(self, alone: LlamaModel) -> float:
        """How much the scores of one request, the worst of all, differ from those of a model that computes it alone."""
        return max(self._difference(slot, alone) for slot in {slot for slot, _, _ in self.drawn})

    def _difference(self, slot: Slot, alone: LlamaModel) -> float:
        scores = {length - 1: found for other, length, found in self.drawn if other is slot}
        worst = 0.0
        alone.forget(0)
        for start in range(0, len(slot.tokens), STEP_TOKENS):
            part = list(enumerate(slot.tokens))[start : start + STEP_TOKENS]
            assert alone.compute([Row(token, place, 0, place in scores) for place, token in part]) is Outcome.DONE
            for index, (place, _) in enumerate(part):
                if place in scores:
                    worst = max(worst, float(np.abs(alone.logits(index) - scores[place]).mean()))
        return worst


@pytest.fixture(scope="module")
def unquantised(shipped: CatalogueEntry, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_unquantised(shipped.path, tmp_path_factory.mktemp("unquantised") / "model.gguf")


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> Records:
    found = Records()
    draw = Slot.draw

    def recorded(slot: Slot, row: int) -> bool:
        found.drawn.append((slot, len(slot.tokens), slot._model.logits(row).copy()))
        return draw(slot, row)

    monkeypatch.setattr(Slot, "draw", recorded)
    return found


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """So little memory that requests must wait for each other and beginnings must go."""
    monkeypatch.setattr("models.gguf_file.ROOM_TOKENS", 900)


@pytest.fixture
def new_engine(unquantised: Path) -> Iterator[Callable[..., tuple[Engine, Flaky]]]:
    def make(slots: int = 6) -> tuple[Engine, Flaky]:
        model: list[Flaky] = []

        def load() -> Flaky:
            model.append(Flaky(unquantised, threads=1, context_length=512, sequences=NODES + slots))
            return model[0]

        return Engine(load), model[0]

    return make


@pytest.fixture(scope="module")
def alone(unquantised: Path) -> LlamaModel:
    return LlamaModel(unquantised, threads=1, context_length=512)


def conversation(exercise: int, canary: int) -> list[ChatMessage]:
    case = CASES[exercise % len(CASES)]
    return [
        ChatMessage(
            "user",
            f"Fall:\nBei der Behörde Nummer {exercise} ist am {exercise % 28 + 1}. März 2026 ein Vorgang eingegangen: "
            f"{case}. Antragstellerin ist [PERSON_1], Aktenzeichen [DE_CASE_NUMBER_1]. Es fehlen noch Unterlagen, "
            f"die bis zum 25. März 2026 nachzureichen sind.\n\nAuftrag:\nSchreibe eine Eingangsbestätigung. "
            f"Kennwort {canary * 7919 % 100_000}.",
        )
    ]


def ask(engine: Engine, messages: list[ChatMessage], settings: GenerationSettings, seconds: float = 60) -> Ticket:
    known = frozenset({"[PERSON_1]", "[DE_CASE_NUMBER_1]"})
    return engine.submit(engine.tokens(messages), settings, seconds, placeholders=known)


async def result(ticket: Ticket) -> tuple[str, Finished | Failed]:
    text = ""
    async with asyncio.timeout(60):
        async for event in ticket.follow():
            if isinstance(event, Text):
                text += event.text
            elif isinstance(event, Finished | Failed):
                return text, event
    raise AssertionError


async def idle(engine: Engine) -> None:
    async with asyncio.timeout(60):
        while engine.counters().active + engine.counters().waiting:  # noqa: ASYNC110 - another thread
            await asyncio.sleep(0.005)


@pytest.mark.usefixtures("tight")
async def test_nothing_of_one_conversation_reaches_another(
    new_engine: Callable[..., tuple[Engine, Flaky]], records: Records, alone: LlamaModel
) -> None:
    """80 conversations about 24 exercises, a third of them cancelled somewhere, in too little memory."""
    engine, model = new_engine()
    draw = random.Random(5)
    assert model.cells == 900

    async def one(number: int) -> None:
        ticket = ask(engine, conversation(draw.choice([0, 1, number % 24]), number), draw.choice([GREEDY, LIVELY]))
        if draw.random() < 0.33:
            await asyncio.sleep(draw.random() * 0.2)
            engine.leave(ticket)
        else:
            _, end = await result(ticket)
            assert isinstance(end, Finished)

    for start in range(0, 80, 20):
        await asyncio.gather(*(one(number) for number in range(start, start + 20)))
    await idle(engine)
    counters = engine.counters()
    assert counters.failed == 0
    assert counters.reused_tokens > 1000
    assert counters.cancelled > 0
    assert len(records.drawn) > 500
    assert records.compare(alone) < ROUNDING


async def test_a_foreign_token_would_be_noticed(
    new_engine: Callable[..., tuple[Engine, Flaky]], records: Records, alone: LlamaModel
) -> None:
    """The comparison itself: with one other token in the prompt the scores differ by more than rounding."""
    engine, _ = new_engine()
    await result(ask(engine, conversation(1, 1), GREEDY))
    slot = records.drawn[0][0]
    slot.tokens[20] += 1
    assert records.compare(alone) > 3 * ROUNDING


async def test_the_same_text_as_alone(new_engine: Callable[..., tuple[Engine, Flaky]]) -> None:
    """At temperature 0, together and one after another in a fresh engine."""
    engine, _ = new_engine()
    conversations = [conversation(number % 3, number) for number in range(12)]
    together = await asyncio.gather(*(result(ask(engine, messages, GREEDY)) for messages in conversations))
    for messages, (text, _) in zip(conversations[:4], together, strict=False):
        fresh, _ = new_engine(slots=1)
        assert (await result(ask(fresh, messages, GREEDY)))[0] == text


async def test_a_beginning_computed_ahead_is_used(new_engine: Callable[..., tuple[Engine, Flaky]]) -> None:
    engine, _ = new_engine()
    whole = conversation(3, 1)[0].content
    before = [ChatMessage("user", whole[: whole.index("Schreibe")])]
    kept = engine.beginning(before)
    _, end = await result(engine.prefill(kept))
    assert end == Finished("kept", Usage(len(kept), 0, 0))
    _, end = await result(ask(engine, conversation(3, 1), GREEDY))
    assert isinstance(end, Finished)
    assert end.usage.cached_tokens == len(kept)
    assert end.usage.prompt_tokens - len(kept) < 25
    _, again = await result(engine.prefill(kept))
    assert again == Finished("kept", Usage(len(kept), 0, len(kept) - 1))
    with pytest.raises(ContextExceeded):
        engine.prefill([1] * 513)


async def test_requests_at_once_compute_their_beginning_once(
    new_engine: Callable[..., tuple[Engine, Flaky]],
) -> None:
    engine, _ = new_engine()
    before = engine.counters().computed_tokens
    ends = await asyncio.gather(*(result(ask(engine, conversation(2, number), GREEDY)) for number in range(6)))
    await idle(engine)
    usages = [end.usage for _, end in ends if isinstance(end, Finished)]
    shared = min(sorted(usage.cached_tokens for usage in usages)[1:])
    assert shared > 60
    answers = sum(usage.completion_tokens for usage in usages)
    own = sum(usage.prompt_tokens for usage in usages) - 5 * shared
    assert engine.counters().computed_tokens - before <= own + answers


@pytest.mark.parametrize("outcome", [Outcome.NO_ROOM, Outcome.ABORTED])
async def test_passing_faults_are_survived_by_all(
    new_engine: Callable[..., tuple[Engine, Flaky]], records: Records, alone: LlamaModel, outcome: Outcome
) -> None:
    engine, model = new_engine()
    draw = random.Random(3)
    model.fault = lambda _rows: outcome if draw.random() < 0.2 else Outcome.DONE  # type: ignore[method-assign]
    ends = await asyncio.gather(*(result(ask(engine, conversation(number % 2, number), GREEDY)) for number in range(8)))
    failed = [end for _, end in ends if isinstance(end, Failed)]
    assert len(failed) <= 1  # four aborted computations of the same one in a row
    assert records.compare(alone) < ROUNDING


async def test_too_little_room_shrinks_what_is_computed(
    new_engine: Callable[..., tuple[Engine, Flaky]], records: Records, alone: LlamaModel
) -> None:
    engine, model = new_engine()
    model.fault = lambda rows: Outcome.NO_ROOM if len(rows) > 10 else Outcome.DONE  # type: ignore[method-assign]
    ends = await asyncio.gather(*(result(ask(engine, conversation(number, number), GREEDY)) for number in range(4)))
    assert all(isinstance(end, Finished) for _, end in ends)
    assert records.compare(alone) < ROUNDING


async def test_one_that_cannot_be_computed_fails_alone(new_engine: Callable[..., tuple[Engine, Flaky]]) -> None:
    engine, model = new_engine()
    poison = engine.tokens([ChatMessage("user", "§§§§")])[-4]
    model.fault = lambda rows: (  # type: ignore[method-assign]
        Outcome.BROKEN if any(row.token == poison for row in rows) else Outcome.DONE
    )
    conversations = [conversation(number, number) for number in range(5)]
    conversations[2] = [ChatMessage("user", "Guten Tag §§§§")]
    ends = await asyncio.gather(*(result(ask(engine, messages, GREEDY)) for messages in conversations))
    await idle(engine)
    assert [isinstance(end, Failed) for _, end in ends] == [False, False, True, False, False]
    assert engine.counters().failed == 1


async def test_models_that_cannot_share_are_batched_plainly(
    new_engine: Callable[..., tuple[Engine, Flaky]],
    records: Records,
    alone: LlamaModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As for recurrent and hybrid models: every sequence has its own cells, nothing is kept, no part is removed."""
    monkeypatch.setattr("llama_cpp.llama_cpp.llama_model_is_hybrid", lambda _model: True)
    engine, model = new_engine(slots=-NODES + 4)
    forget, aborted = LlamaModel.forget, threading.Event()

    def whole_only(self: LlamaModel, sequence: int, start: int = 0) -> bool:
        return start == 0 and forget(self, sequence, 0)

    monkeypatch.setattr(Flaky, "forget", whole_only)
    assert not model.shares_prefixes
    assert model.cells == 4 * 512

    def once(_rows: Sequence[Row]) -> Outcome:
        if aborted.is_set():
            return Outcome.DONE
        aborted.set()
        return Outcome.ABORTED

    model.fault = once  # type: ignore[method-assign]
    ends = await asyncio.gather(*(result(ask(engine, conversation(0, number), GREEDY)) for number in range(7)))
    assert all(isinstance(end, Finished) for _, end in ends)
    await idle(engine)
    assert engine.counters().reused_tokens == engine.counters().kept_tokens == 0
    assert records.compare(alone) < ROUNDING


async def test_memory_is_given_back(new_engine: Callable[..., tuple[Engine, Flaky]]) -> None:
    """After many requests the scheduler has all its slots and no more cells than its beginnings hold."""
    engine, _ = new_engine()
    for number in range(40):
        ticket = ask(engine, conversation(number, number), LIVELY)
        if number % 2:
            engine.leave(ticket)
        else:
            await result(ticket)
    await idle(engine)
    scheduler = engine._scheduler
    assert len(scheduler._free) == 6
    assert scheduler._free_cells() == scheduler._model.cells - scheduler.kept_tokens
    assert scheduler._tree.idle_cells == scheduler.kept_tokens
