"""The training run: examples made on the fly, two optimisers, one schedule, checkpoints to resume from."""

from __future__ import annotations

import json
import math
import time
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from torch import Tensor

from models.training.corpus.examples import example
from models.training.corpus.statutes import Statutes
from models.training.corpus.swap import WordSwap
from models.training.model import Decoder, ModelConfig
from models.training.tokenizer import BOS, END, PAD, ROLES, encode_conversation, token_number

warnings.filterwarnings("ignore", message=".*bfloat16.*")


@dataclass(frozen=True)
class TrainingPlan:
    """How long and how. `tokens_per_step` counts padding; rates are AdamW-like (Muon is scaled to match)."""

    steps: int = 3000
    tokens_per_step: int = 4096
    rate: float = 4e-3
    embedding_rate: float = 2e-3
    warmup: int = 30
    decay_share: float = 0.35
    weight_decay: float = 0.05
    prompt_share: float = 0.12
    statute_share: float = 0.03
    swap_share: float = 0.5
    blur_share: float = 0.35
    repeat_share: float = 0.02
    pool: int = 96
    longest: int = 1400
    threads: int = 2
    compiled: bool = False
    seed: int = 1

    def rate_at(self, progress: float) -> float:
        """Share of the full rate at this progress (0 to 1): constant, then down linearly to nearly nothing."""
        return 1.0 if progress < 1 - self.decay_share else max(0.02, (1 - progress) / self.decay_share)


@dataclass
class Progress:
    """How far a run is. `first_step` and `first_seconds` are where its schedule began, after earlier runs."""

    step: int = 0
    position: int = 0
    tokens: int = 0
    counted: int = 0
    examples: int = 0
    seconds: float = 0.0
    first_step: int = 0
    first_seconds: float = 0.0

    @classmethod
    def after(cls, history: list[dict[str, Any]]) -> Progress:
        """A new run that continues the log of earlier ones, with examples that none of them saw."""
        if not history:
            return cls()
        last = history[-1]
        return cls(
            last["step"], 10 * last["examples"], last["tokens"], 0, last["examples"], last["seconds"],
            last["step"], last["seconds"],
        )  # fmt: skip


@dataclass
class Batch:
    """Right-padded token numbers, and the flat positions whose next token counts."""

    tokens: Tensor
    positions: Tensor
    targets: Tensor
    examples: int


class Stream:
    """An endless, seeded stream of batches of examples of like length. `position` is all its state."""

    def __init__(self, tokenizer: Tokenizer, plan: TrainingPlan, statutes: Statutes | None, position: int = 0) -> None:
        self.tokenizer, self.plan, self.statutes, self.position = tokenizer, plan, statutes, position
        self.pad = token_number(tokenizer, PAD)
        self.swap: WordSwap | None = None
        if statutes:
            answers = (turn.answer for number in range(1500) for turn in example(f"swap-{number}").turns)
            self.swap = WordSwap(statutes.paragraphs, answers)

    def _sequence(self) -> tuple[list[int], list[bool], bool]:
        self.position += 1
        generator = torch.Generator().manual_seed(self.plan.seed * 1_000_003 + self.position)
        fate = float(torch.rand(1, generator=generator))
        if fate > 1 - self.plan.repeat_share:
            return self._repetition(generator)
        if self.statutes and fate < self.plan.statute_share:
            text = self.statutes.pick(self.position)
            body = self.tokenizer.encode(text, add_special_tokens=False).ids[:320]
            numbers = [token_number(self.tokenizer, BOS), *body, token_number(self.tokenizer, END)]
            return numbers, [True] * len(numbers), True
        sentences = self.statutes.sentences if self.statutes else ()
        made = example(f"{self.plan.seed}-{self.position}", sentences=sentences)
        if self.swap and float(torch.rand(1, generator=generator)) < self.plan.swap_share:
            self.swap.apply(made, self.position)
        if self.swap and float(torch.rand(1, generator=generator)) < self.plan.blur_share:
            self.swap.blur(made, self.position)
        return *encode_conversation(self.tokenizer, made.messages()), False

    def _repetition(self, generator: torch.Generator) -> tuple[list[int], list[bool], bool]:
        """Shuffled tokens of a case, to be repeated word for word: pure practice in copying."""
        length = int(torch.randint(15, 50, (1,), generator=generator))
        made = example(f"{self.plan.seed}-{self.position}")
        tokens = self.tokenizer.encode(made.first_message, add_special_tokens=False).ids
        order = torch.randperm(len(tokens), generator=generator)[:length].tolist()
        drawn, length = [tokens[place] for place in order], len(order)
        token = partial(token_number, self.tokenizer)
        task = self.tokenizer.encode("\n\nAuftrag:\nWiederhole den Text.", add_special_tokens=False).ids
        question = [token(BOS), token(ROLES["user"]), *drawn, *task, token(END), token(ROLES["assistant"])]
        return [*question, *drawn, token(END)], [*[False] * len(question), *[True] * (length + 1)], False

    def __iter__(self) -> Iterator[Batch]:
        while True:
            drawn = (self._sequence() for _ in range(self.plan.pool))
            pool = [item for item in drawn if len(item[0]) <= self.plan.longest]
            pool.sort(key=lambda item: len(item[0]))
            batches: list[list[tuple[list[int], list[bool], bool]]] = []
            current: list[tuple[list[int], list[bool], bool]] = []
            for item in pool:
                if current and (len(current) + 1) * len(item[0]) > self.plan.tokens_per_step:
                    batches.append(current)
                    current = []
                current.append(item)
            batches.append(current)
            order = torch.randperm(len(batches), generator=torch.Generator().manual_seed(self.position))
            for index in order.tolist():
                yield self._batch(batches[index])

    def _batch(self, items: list[tuple[list[int], list[bool], bool]]) -> Batch:
        length = max(len(numbers) for numbers, _, _ in items)
        tokens = torch.full((len(items), length), self.pad, dtype=torch.long)
        positions: list[Tensor] = []
        for row, (numbers, answer, _) in enumerate(items):
            tokens[row, : len(numbers)] = torch.tensor(numbers)
            counts = torch.tensor(answer[1:])
            if self.plan.prompt_share > 0:
                generator = torch.Generator().manual_seed(self.position + row)
                counts |= torch.rand(len(counts), generator=generator) < self.plan.prompt_share
            positions.append(counts.nonzero().flatten() + row * length)
        flat = torch.cat(positions)
        return Batch(tokens, flat, tokens.flatten()[flat + 1], len(items))


def optimisers(model: Decoder, plan: TrainingPlan) -> list[torch.optim.Optimizer]:
    """Muon for the matrices inside the blocks, AdamW for the embedding and the norms."""
    matrices = [p for name, p in model.named_parameters() if p.ndim == 2 and "embd" not in name]
    others = [p for name, p in model.named_parameters() if p.ndim != 2 or "embd" in name]
    muon = torch.optim.Muon(matrices, lr=plan.rate, weight_decay=plan.weight_decay, adjust_lr_fn="match_rms_adamw")
    adamw = torch.optim.AdamW(others, lr=plan.embedding_rate, betas=(0.9, 0.97), weight_decay=0.0, fused=True)
    for optimiser in (muon, adamw):
        for group in optimiser.param_groups:
            group["full_rate"] = group["lr"]
    return [muon, adamw]


def batch_loss(model: Decoder, batch: Batch) -> Tensor:
    """Mean cross-entropy over the counted positions, in nats."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.hidden(batch.tokens).flatten(0, 1)[batch.positions]
        return functional.cross_entropy(model.logits(hidden).float(), batch.targets)


def save_checkpoint(path: Path, model: Decoder, states: dict[str, Any]) -> None:
    """Write weights and states so that a broken write never replaces a good file."""
    partial = path.with_suffix(".partial")
    torch.save({"config": model.config.as_dict(), "weights": model.state_dict(), **states}, partial)
    partial.replace(path)


def load_model(path: Path) -> tuple[Decoder, dict[str, Any]]:
    """Model and remaining states of a checkpoint."""
    saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    model = Decoder(ModelConfig(**saved["config"]))
    model.load_state_dict(saved["weights"])
    return model, saved


def train(
    directory: Path,
    tokenizer: Tokenizer,
    model: Decoder,
    plan: TrainingPlan,
    *,
    statutes: Statutes | None = None,
    until: float | None = None,
    resume: bool = True,
    history: list[dict[str, Any]] | None = None,
    stop: Event | None = None,
) -> Path:
    """Train until the plan's steps or the wall-clock time `until` is reached, or `stop` is set.

    With `until` (seconds since the epoch), the learning rate follows the clock instead of the step count. Goes on
    from `checkpoint.pt` in `directory` where there is one, otherwise from `model` as it is, whose earlier log is
    `history`. Writes `checkpoint.pt` and `log.jsonl` into `directory` and returns the checkpoint's path.
    """
    directory.mkdir(parents=True, exist_ok=True)
    path, log = directory / "checkpoint.pt", directory / "log.jsonl"
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    if resume and path.exists():
        model, saved = load_model(path)
        both = optimisers(model, plan)
        for optimiser, state in zip(both, saved["optimisers"], strict=True):
            rates = [group["full_rate"] for group in optimiser.param_groups]
            optimiser.load_state_dict(state)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["full_rate"] = rate
        done = Progress(**saved["progress"])
    else:
        both = optimisers(model, plan)
        done = Progress.after(history or [])
        log.write_text("".join(json.dumps(entry) + "\n" for entry in history or []))
    if plan.compiled:
        model.hidden = torch.compile(model.hidden, dynamic=True)  # type: ignore[method-assign]
    started, start_step, earlier = time.time(), done.step, done.seconds
    begin = started - (earlier - done.first_seconds)
    losses: list[float] = []
    stream = Stream(tokenizer, plan, statutes, done.position)

    def save() -> None:
        done.position, done.seconds = stream.position, earlier + time.time() - started
        states = {"optimisers": [o.state_dict() for o in both], "plan": asdict(plan), "progress": asdict(done)}
        save_checkpoint(path, model, states)

    for batch in stream:
        steps = done.step - done.first_step
        progress = steps / plan.steps if until is None else (time.time() - begin) / (until - begin)
        if progress >= 1 or (stop and stop.is_set()):
            break
        share = plan.rate_at(progress) * min(1.0, (steps + 1) / plan.warmup, (done.step - start_step + 1) / 10)
        for optimiser in both:
            for group in optimiser.param_groups:
                group["lr"] = group["full_rate"] * share
        loss = batch_loss(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in both:
            optimiser.step()
            optimiser.zero_grad()
        done.step, done.examples = done.step + 1, done.examples + batch.examples
        done.tokens, done.counted = done.tokens + batch.tokens.numel(), done.counted + len(batch.targets)
        losses.append(loss.item())
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(f"loss is not finite at step {done.step}")
        if done.step % 20 == 0:
            entry = {
                "step": done.step, "loss": round(sum(losses) / len(losses), 4), "tokens": done.tokens,
                "examples": done.examples, "rate": round(share * plan.rate / TrainingPlan.rate, 4),
                "seconds": round(earlier + time.time() - started, 1),
            }  # fmt: skip
            losses = []
            with log.open("a") as out:
                out.write(json.dumps(entry) + "\n")
        if done.step % 100 == 0:
            save()
    save()
    return path
