"""A training run of seconds that goes the whole way: tokeniser, model, training, export, llama.cpp."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from models.training.copying import seed_copying
from models.training.corpus.examples import example
from models.training.export import export
from models.training.model import Decoder, ModelConfig
from models.training.runtime import Runtime
from models.training.tokenizer import encode_prompt, train_tokenizer
from models.training.train import TrainingPlan, load_model, train


@dataclass(frozen=True)
class SmokeResult:
    """How the exported files compare with the PyTorch model on one prompt. `path` is the F16 file.

    The 32-bit file must agree to rounding. The 16-bit file differs more: the copying heads start with large
    scores, which half precision rounds visibly before training has softened them.
    """

    path: Path
    difference_f32: float
    same_choice_f32: float
    difference_f16: float
    same_choice_f16: float
    same_tokens: bool


def compare(model: Decoder, numbers: list[int], path: Path) -> tuple[float, float]:
    """Largest difference of the logits, and the share of positions where both choose the same token."""
    runtime = Runtime(path, context=model.config.context, exact=True)
    there = runtime.logits(numbers)
    with torch.no_grad():
        here = model(torch.tensor([numbers]))[0].float().numpy()
    return float(np.abs(here - there).max()), float((here.argmax(-1) == there.argmax(-1)).mean())


def smoke(directory: Path, *, steps: int = 4) -> SmokeResult:
    """Train a tiny model for a few steps in `directory`, export it and compare."""
    torch.manual_seed(0)
    made = [example(f"smoke-{number}") for number in range(150)]
    texts = [message["content"] for item in made for message in item.messages()]
    tokenizer = train_tokenizer(texts, 1024)
    config = ModelConfig(tokenizer.get_vocab_size(), width=64, layers=2, heads=2, feed_forward=96, context=1024)
    plan = TrainingPlan(steps=steps, tokens_per_step=2048, pool=8, warmup=2, threads=2)
    seeded = Decoder(config)
    seed_copying(seeded, plan.seed)
    model, _ = load_model(train(directory, tokenizer, seeded, plan, resume=False))
    numbers = encode_prompt(tokenizer, made[0].messages()[:2])
    exact = compare(model, numbers, export(model, tokenizer, directory / "smoke-f32.gguf", "f32"))
    path = export(model, tokenizer, directory / "smoke-f16.gguf", "f16")
    runtime = Runtime(path, context=256)
    same_tokens = all(
        runtime.tokenize(message["content"]) == tokenizer.encode(message["content"], add_special_tokens=False).ids
        for item in made[:40]
        for message in item.messages()
    )
    return SmokeResult(path, *exact, *compare(model, numbers, path), same_tokens)
