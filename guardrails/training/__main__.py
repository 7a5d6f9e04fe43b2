"""Command line of the recipe: `python -m guardrails.training prepare|train|evaluate|smoke`."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import spacy

from guardrails.tagger import MODEL_DIR
from guardrails.training import recipe
from guardrails.training.smoke import smoke


def main() -> None:
    """Run one step; see the module's docstring for the steps."""
    parser = argparse.ArgumentParser(prog="guardrails.training", description=__doc__)
    parser.add_argument("step", choices=("prepare", "train", "evaluate", "smoke"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the open data")
    parser.add_argument("--work", type=Path, default=Path("build/tagger"), help="folder for prepared texts")
    parser.add_argument("--model", type=Path, default=MODEL_DIR, help="where the model lies or shall lie")
    parser.add_argument("--out", type=Path, default=MODEL_DIR.parent / "evaluation.json")
    parser.add_argument("--words", type=int, default=10_000_000, help="tokens to train on")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--depth", type=int, default=6)
    options = parser.parse_args()
    if options.step == "prepare":
        recipe.prepare(options.data, options.work)
    elif options.step == "train":
        recipe.train_and_ship(
            options.data,
            options.work,
            options.model,
            words_seen=options.words,
            width=options.width,
            depth=options.depth,
        )
    elif options.step == "evaluate":
        figures = recipe.measure(spacy.load(options.model), options.data, options.work)
        options.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        with tempfile.TemporaryDirectory() as folder:
            print(smoke(Path(folder) / "model"))


if __name__ == "__main__":
    main()
