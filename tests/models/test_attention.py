"""Our attention, compiled into llama.cpp, against llama.cpp's own: many sequences in one memory, beginnings shared."""

import platform
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from llama_cpp import llama_cpp as native

from models.worker.llama import LlamaModel, Outcome, Row, has_room_attention
from tests.models.random_model import write_random_model

SHARED, OWN, STEPS, SEQUENCES = 45, 10, 3, 5


class Plain(LlamaModel):
    """With the attention that llama.cpp takes when flash attention is off."""

    def _context_params(self, threads: int) -> Any:
        params = super()._context_params(threads)
        params.flash_attn_type = native.LLAMA_FLASH_ATTN_TYPE_DISABLED
        return params


def room(model: LlamaModel) -> np.ndarray[Any, Any]:
    """Scores of several sequences that go on differently behind a common beginning."""
    draw = random.Random(3)
    source = SEQUENCES
    beginning = [Row(draw.randrange(256), place, source, False) for place in range(SHARED)]
    assert model.compute(beginning) is Outcome.DONE
    for sequence in range(SEQUENCES):
        model.share(source, sequence, 0, SHARED)
    lengths = [SHARED + OWN + sequence for sequence in range(SEQUENCES)]
    rows = [
        Row(draw.randrange(256), place, sequence, place + 1 == length)
        for sequence, length in enumerate(lengths)
        for place in range(SHARED, length)
    ]
    assert model.compute(rows) is Outcome.DONE
    scores = [model.logits(index).copy() for index, row in enumerate(rows) if row.wanted]
    for step in range(STEPS):
        rows = [Row(draw.randrange(256), length + step, n, True) for n, length in enumerate(lengths)]
        assert model.compute(rows) is Outcome.DONE
        scores += [model.logits(index).copy() for index in range(SEQUENCES)]
    return np.array(scores)


@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="written for x86-64")
def test_it_is_in_the_build() -> None:
    assert has_room_attention()


@pytest.mark.parametrize(("heads", "kv_heads"), [(4, 4), (4, 2), (6, 2), (8, 2), (5, 1)])
@pytest.mark.parametrize("threads", [1, 2])
def test_scores_are_the_same(tmp_path: Path, heads: int, kv_heads: int, threads: int) -> None:
    """Heads that share keys in groups of 1, 2, 3, 4 and 5: each way through the kernel."""
    path = write_random_model(
        tmp_path / "model.gguf", width=64 * heads, heads=heads, kv_heads=kv_heads, spread=0.1, context=128
    )
    found, expected = (
        room(kind(path, threads=threads, context_length=128, sequences=SEQUENCES + 1)) for kind in (LlamaModel, Plain)
    )
    spread = expected.std()
    assert np.abs(found - expected).max() < 0.01 * spread
    # A cell too many or too few would show: what follows differs between the sequences.
    assert np.abs(expected[:SEQUENCES] - expected[0]).max() > spread
