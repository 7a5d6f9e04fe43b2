"""From a shipped GGUF file back to a model and its tokeniser, so that training can go on where a release stopped.

The file holds rounded weights and no optimiser state: the first steps warm up anew. What was seen before is in the
file `training.jsonl` beside it, which every run continues.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from gguf.quants import dequantize
from tokenizers import AddedToken, Tokenizer, decoders, models

from models.training.model import Decoder, ModelConfig
from models.training.placeholders import all_placeholders
from models.training.tokenizer import SPECIALS, pre_tokenizer

HISTORY = "training.jsonl"


def read_model(path: Path) -> Decoder:
    """The model of the file, with its weights as 32-bit numbers."""
    reader = gguf.GGUFReader(path)

    def value(name: str) -> Any:
        return reader.fields[f"llama.{name}"].contents()

    model = Decoder(
        ModelConfig(
            vocabulary=value("vocab_size"),
            width=value("embedding_length"),
            layers=value("block_count"),
            heads=value("attention.head_count"),
            feed_forward=value("feed_forward_length"),
            context=value("context_length"),
            rope_base=value("rope.freq_base"),
            norm_epsilon=value("attention.layer_norm_rms_epsilon"),
        )
    )
    weights = {
        tensor.name: torch.from_numpy(np.array(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32))
        for tensor in reader.tensors
    }
    model.load_state_dict(weights)
    return model


def read_tokenizer(path: Path) -> Tokenizer:
    """The tokeniser of the file, with every token under the number it has there."""
    fields = gguf.GGUFReader(path).fields
    tokens: list[str] = fields["tokenizer.ggml.tokens"].contents()
    merges = [tuple(merge.split(" ")) for merge in fields["tokenizer.ggml.merges"].contents()]
    placeholders = all_placeholders()
    learned = {token: number for number, token in enumerate(tokens) if token not in set(placeholders)}
    tokenizer = Tokenizer(models.BPE(vocab=learned, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in SPECIALS])
    tokenizer.add_tokens([AddedToken(token, special=False, normalized=False) for token in placeholders])
    if any(tokenizer.token_to_id(token) != number for number, token in enumerate(tokens)):
        raise ValueError(f"the vocabulary of {path.name} is not laid out as this recipe does")
    return tokenizer


def read_history(path: Path) -> list[dict[str, Any]]:
    """The training log that lies beside the file; empty where there is none."""
    beside = path.parent / HISTORY
    return [json.loads(line) for line in beside.read_text().splitlines()] if beside.exists() else []
