"""A model file of any size with random weights: for how fast it computes, not for what it says."""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np
from llama_cpp import llama_cpp as native

TEMPLATE = "{% for m in messages %}{{ m['role'] + ': ' + m['content'] + '\\n' }}{% endfor %}assistant: "


@native.llama_log_callback
def _silence(_level: int, _text: bytes, _data: object) -> None:
    """llama.cpp tells about every tensor."""


@dataclass(frozen=True)
class Shape:
    """Of a decoder of the architecture "llama" with tied embeddings."""

    layers: int
    width: int
    inner: int
    heads: int
    kv_heads: int
    vocabulary: int
    context: int = 2048


SMALL = Shape(layers=12, width=768, inner=2048, heads=12, kv_heads=4, vocabulary=16_000)
"""88 million weights."""
HALF_BILLION = Shape(layers=35, width=1024, inner=3072, heads=16, kv_heads=8, vocabulary=64_000)
"""506 million weights."""


def write_random_model(path: Path, shape: Shape) -> Path:
    """Writes the model with weights of 16 bits and quantises it to Q4_K_M."""
    native.llama_log_set(_silence, None)
    raw = path.with_suffix(".f16.gguf")
    _write(raw, shape)
    params = native.llama_model_quantize_default_params()
    params.ftype = native.LLAMA_FTYPE_MOSTLY_Q4_K_M
    params.nthread = len(os.sched_getaffinity(0))
    if native.llama_model_quantize(os.fsencode(raw), os.fsencode(path), ctypes.byref(params)) != 0:
        raise RuntimeError("the random model could not be quantised")
    raw.unlink()
    return path


def _write(path: Path, shape: Shape) -> None:
    head = shape.width // shape.heads
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("random")
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(head)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    tokens = [*_byte_letters(), *(f"tok{number}" for number in range(shape.vocabulary - 257)), "<|end|>"]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.NORMAL] * (len(tokens) - 1) + [gguf.TokenType.CONTROL])
    writer.add_token_merges(["e n"])
    writer.add_eos_token_id(len(tokens) - 1)
    writer.add_add_bos_token(False)
    writer.add_chat_template(TEMPLATE)
    draw = np.random.default_rng(0)
    some = (draw.standard_normal(1 << 22) * 0.02).astype(np.float16)

    def weights(*size: int) -> np.ndarray:
        count = int(np.prod(size))
        return np.resize(np.roll(some, int(draw.integers(some.size))), count).reshape(size)

    ones = np.ones(shape.width, np.float32)
    writer.add_tensor("token_embd.weight", weights(shape.vocabulary, shape.width))
    writer.add_tensor("output_norm.weight", ones)
    for layer in range(shape.layers):
        sizes = {
            "attn_q": (shape.heads * head, shape.width),
            "attn_k": (shape.kv_heads * head, shape.width),
            "attn_v": (shape.kv_heads * head, shape.width),
            "attn_output": (shape.width, shape.heads * head),
            "ffn_gate": (shape.inner, shape.width),
            "ffn_up": (shape.inner, shape.width),
            "ffn_down": (shape.width, shape.inner),
        }
        writer.add_tensor(f"blk.{layer}.attn_norm.weight", ones)
        writer.add_tensor(f"blk.{layer}.ffn_norm.weight", ones)
        for name, size in sizes.items():
            writer.add_tensor(f"blk.{layer}.{name}.weight", weights(*size))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _byte_letters() -> list[str]:
    """The letters by which a byte-level vocabulary writes the 256 bytes (GPT-2)."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    others = iter(range(256, 512))
    return [chr(byte if byte in printable else next(others)) for byte in range(256)]
