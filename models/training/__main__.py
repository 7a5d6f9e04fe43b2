"""`python -m models.training`: prepare, train, export, evaluate, card, smoke."""

from __future__ import annotations

import argparse
import json
import signal
import tempfile
import time
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

from tokenizers import Tokenizer

from models.training.card import write_card
from models.training.copying import seed_copying
from models.training.corpus.examples import example
from models.training.corpus.statutes import SOURCE, Statutes
from models.training.evaluate import evaluate
from models.training.export import export
from models.training.model import Decoder, ModelConfig
from models.training.shipped import HISTORY, read_history, read_model, read_tokenizer
from models.training.smoke import smoke
from models.training.tokenizer import load_tokenizer, train_tokenizer
from models.training.train import TrainingPlan, load_model, train

WORK = Path(".work/lm")
SHIPPED = Path("models/werkstatt-mini")


def prepare(work: Path, vocabulary: int, statutes_path: Path, examples: int = 12000) -> None:
    """Learn the tokeniser from generated conversations and a share of statutes."""
    work.mkdir(parents=True, exist_ok=True)
    texts: list[str] = []
    for number in range(examples):
        texts += [message["content"] for message in example(f"tokenizer-{number}").messages()[-3:]]
    statutes = Statutes(statutes_path, 2_000_000)
    texts += statutes.paragraphs[: examples // 10]
    train_tokenizer(texts, vocabulary).save(str(work / "tokenizer.json"))


def beginning(work: Path, shipped: Path | None) -> tuple[Tokenizer, Decoder, list[dict[str, Any]]]:
    """Tokeniser, model and log to begin with: those of a shipped file, or a fresh model that copies."""
    if shipped:
        work.mkdir(parents=True, exist_ok=True)
        tokenizer = read_tokenizer(shipped)
        tokenizer.save(str(work / "tokenizer.json"))
        return tokenizer, read_model(shipped), read_history(shipped)
    tokenizer = load_tokenizer(work / "tokenizer.json")
    model = Decoder(ModelConfig(vocabulary=tokenizer.get_vocab_size()))
    seed_copying(model, TrainingPlan.seed)
    return tokenizer, model, []


def main() -> None:
    """Run one step of the recipe."""
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    parser.add_argument("step", choices=("prepare", "train", "export", "evaluate", "card", "smoke", "all"))
    parser.add_argument("--work", type=Path, default=WORK, help="where tokeniser and checkpoints lie")
    parser.add_argument("--statutes", type=Path, default=SOURCE, help="the statute collection (xz)")
    parser.add_argument("--output", type=Path, default=SHIPPED / "werkstatt-mini.gguf")
    parser.add_argument("--vocabulary", type=int, default=4096)
    parser.add_argument("--steps", type=int, default=TrainingPlan.steps)
    parser.add_argument("--from-shipped", type=Path, help="go on from this GGUF file where there is no checkpoint")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate, less when going on")
    parser.add_argument("--decay", type=float, default=TrainingPlan.decay_share, help="last share that slows down")
    parser.add_argument("--until", help="stop at this wall-clock time instead, such as 2026-11-22T05:25")
    parser.add_argument("--cases", type=int, default=240, help="held-out cases to evaluate on")
    parser.add_argument("--temperature", type=float, default=0.0)
    parser.add_argument("--report", type=Path, help="where the evaluation goes; beside the model file otherwise")
    parser.add_argument("--previous", type=Path, help="report of the version before, to be compared with")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--compiled", action="store_true", help="a quarter faster, after two minutes of compiling")
    chosen = parser.parse_args()
    if chosen.step in ("prepare", "all"):
        prepare(chosen.work, chosen.vocabulary, chosen.statutes)
    if chosen.step in ("train", "all"):
        tokenizer, model, history = beginning(chosen.work, chosen.from_shipped)
        until = datetime.fromisoformat(chosen.until).timestamp() if chosen.until else None
        plan = TrainingPlan(
            steps=chosen.steps,
            threads=chosen.threads,
            compiled=chosen.compiled,
            rate=TrainingPlan.rate * chosen.rate,
            embedding_rate=TrainingPlan.embedding_rate * chosen.rate,
            decay_share=chosen.decay,
        )
        statutes, stop = Statutes(chosen.statutes), Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        train(chosen.work, tokenizer, model, plan, statutes=statutes, until=until, history=history, stop=stop)
    if chosen.step in ("export", "all"):
        model, saved = load_model(chosen.work / "checkpoint.pt")
        export(model, load_tokenizer(chosen.work / "tokenizer.json"), chosen.output)
        print(f"{chosen.output}: {chosen.output.stat().st_size} bytes, step {saved['progress']['step']}")
    if chosen.step in ("evaluate", "all"):
        found = evaluate(chosen.output, count=chosen.cases, temperature=chosen.temperature, threads=chosen.threads)
        if chosen.previous:
            before = json.loads(chosen.previous.read_text(encoding="utf-8"))
            found["previous"] = {name: before[name] for name in ("held_out", "own_prompts")}
        report = chosen.report or chosen.output.parent / "evaluation.json"
        report.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(json.dumps({key: found[key] for key in ("held_out", "own_prompts")}, indent=1))
    if chosen.step in ("card", "all"):
        model, saved = load_model(chosen.work / "checkpoint.pt")
        lines = (chosen.work / "log.jsonl").read_text()
        (chosen.output.parent / HISTORY).write_text(lines)
        log = [json.loads(line) for line in lines.splitlines()]
        size = chosen.output.stat().st_size
        write_card(chosen.output.parent, model.config, model.parameter_count(), log, size)
    if chosen.step == "smoke":
        print(smoke(Path(tempfile.mkdtemp())))


if __name__ == "__main__":
    started = time.time()
    main()
    print(f"{time.time() - started:.0f} s")
