"""Training goes on from the shipped file: nothing of it is lost on the way back, and its log continues."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

pytest.importorskip("torch", reason="the training recipe needs the extra `train`")

import models
from models.training.corpus.examples import example
from models.training.export import export
from models.training.placeholders import all_placeholders
from models.training.runtime import Runtime
from models.training.shipped import read_history, read_model, read_tokenizer
from models.training.train import TrainingPlan, load_model, train

SHIPPED = Path(models.__file__).parent / "werkstatt-mini" / "werkstatt-mini.gguf"
PLAN = TrainingPlan(steps=2, tokens_per_step=1024, pool=4, warmup=1, threads=1)


def test_read_back_and_written_again_is_the_same_file(tmp_path: Path) -> None:
    again = export(read_model(SHIPPED), read_tokenizer(SHIPPED), tmp_path / "again.gguf")
    assert again.read_bytes() == SHIPPED.read_bytes()


def test_tokeniser_reads_as_the_file_does() -> None:
    tokenizer, runtime = read_tokenizer(SHIPPED), Runtime(SHIPPED, context=256)
    texts = [message["content"] for number in range(30) for message in example(f"read-{number}").messages()]
    for text in [*texts, *all_placeholders(), "Übergröße „x“ – § 35\n\n 1.234,56 €"]:
        assert tokenizer.encode(text, add_special_tokens=False).ids == runtime.tokenize(text)


def test_training_continues_the_log_and_resumes(tmp_path: Path) -> None:
    tokenizer, history = read_tokenizer(SHIPPED), read_history(SHIPPED)
    assert history
    path = train(tmp_path, tokenizer, read_model(SHIPPED), PLAN, history=history)
    _, saved = load_model(path)
    assert saved["progress"]["step"] == history[-1]["step"] + 2
    assert saved["progress"]["tokens"] > history[-1]["tokens"]
    longer = TrainingPlan(steps=3, tokens_per_step=1024, pool=4, warmup=1, threads=1)
    _, later = load_model(train(tmp_path, tokenizer, read_model(SHIPPED), longer))
    assert later["progress"]["step"] == history[-1]["step"] + 3
    assert later["progress"]["position"] > saved["progress"]["position"]
    assert [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()] == history


def test_a_stopped_run_saves_where_it_is(tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    path = train(tmp_path, read_tokenizer(SHIPPED), read_model(SHIPPED), PLAN, stop=stop)
    model, saved = load_model(path)
    assert saved["progress"]["step"] == 0
    shipped = read_model(SHIPPED).state_dict()
    assert all(bool((weight == shipped[name]).all()) for name, weight in model.state_dict().items())
