"""`python -m models.training`: prepare, train, export, evaluate, card, smoke."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from datetime import datetime
from pathlib import Path

from models.training.card import write_card
from models.training.corpus.examples import example
from models.training.corpus.statutes import SOURCE, Statutes
from models.training.evaluate import evaluate
from models.training.export import export
from models.training.model import ModelConfig
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


def main() -> None:
    """Run one step of the recipe."""
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    parser.add_argument("step", choices=("prepare", "train", "export", "evaluate", "card", "smoke", "all"))
    parser.add_argument("--work", type=Path, default=WORK, help="where tokeniser and checkpoints lie")
    parser.add_argument("--statutes", type=Path, default=SOURCE, help="the statute collection (xz)")
    parser.add_argument("--output", type=Path, default=SHIPPED / "werkstatt-mini.gguf")
    parser.add_argument("--vocabulary", type=int, default=4096)
    parser.add_argument("--steps", type=int, default=TrainingPlan.steps)
    parser.add_argument("--until", help="stop at this wall-clock time instead, such as 2026-11-22T05:25")
    parser.add_argument("--cases", type=int, default=120, help="held-out cases to evaluate on")
    parser.add_argument("--temperature", type=float, default=0.0)
    parser.add_argument("--report", type=Path, help="where the evaluation goes; beside the model file otherwise")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--compiled", action="store_true", help="a quarter faster, after two minutes of compiling")
    chosen = parser.parse_args()
    if chosen.step in ("prepare", "all"):
        prepare(chosen.work, chosen.vocabulary, chosen.statutes)
    if chosen.step in ("train", "all"):
        tokenizer = load_tokenizer(chosen.work / "tokenizer.json")
        until = datetime.fromisoformat(chosen.until).timestamp() if chosen.until else None
        config = ModelConfig(vocabulary=tokenizer.get_vocab_size())
        plan = TrainingPlan(steps=chosen.steps, threads=chosen.threads, compiled=chosen.compiled)
        train(chosen.work, tokenizer, config, plan, statutes=Statutes(chosen.statutes), until=until)
    if chosen.step in ("export", "all"):
        model, saved = load_model(chosen.work / "checkpoint.pt")
        export(model, load_tokenizer(chosen.work / "tokenizer.json"), chosen.output)
        print(f"{chosen.output}: {chosen.output.stat().st_size} bytes, step {saved['step']}, {saved['tokens']} tokens")
    if chosen.step in ("evaluate", "all"):
        found = evaluate(chosen.output, count=chosen.cases, temperature=chosen.temperature, threads=chosen.threads)
        report = chosen.report or chosen.output.parent / "evaluation.json"
        report.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(json.dumps({key: found[key] for key in ("held_out", "own_prompts")}, indent=1))
    if chosen.step in ("card", "all"):
        model, saved = load_model(chosen.work / "checkpoint.pt")
        log = [json.loads(line) for line in (chosen.work / "log.jsonl").read_text().splitlines()]
        size = chosen.output.stat().st_size
        write_card(chosen.output.parent, model.config, model.parameter_count(), log, size)
    if chosen.step == "smoke":
        print(smoke(Path(tempfile.mkdtemp())))


if __name__ == "__main__":
    started = time.time()
    main()
    print(f"{time.time() - started:.0f} s")
