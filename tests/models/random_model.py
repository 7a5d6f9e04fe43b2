"""A tiny model file with random weights, for what must go wrong and for what does not depend on weights."""

from pathlib import Path

import gguf
import numpy as np

from models.catalogue import CatalogueEntry

TEMPLATE = (
    "{% for m in messages %}<|{{ m['role'] }}|>\n{{ m['content'] }}<|end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
CONTROLS = ("<|system|>", "<|user|>", "<|assistant|>", "<|end|>")
PLACEHOLDERS = ("[PERSON_1]", "[LOCATION_1]")


def write_random_model(
    path: Path,
    *,
    template: str | None = TEMPLATE,
    architecture: str = "llama",
    context: int = 256,
    width: int = 32,
    heads: int = 2,
    kv_heads: int | None = None,
    spread: float = 0.5,
    yes: tuple[str, ...] = (),
    echo: bool = False,
) -> Path:
    """`yes` are metadata keys that the file answers with true; with `echo` each token is followed by itself."""
    kv_heads = kv_heads or heads
    letters = _byte_letters()
    tokens = [letters[byte] for byte in range(256)] + list(PLACEHOLDERS) + list(CONTROLS)
    kinds = [gguf.TokenType.NORMAL] * 256 + [gguf.TokenType.USER_DEFINED] * 2 + [gguf.TokenType.CONTROL] * 4
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name("Zufall")
    writer.add_license("EUPL-1.2")
    for key in yes:
        writer.add_bool(key, True)
    writer.add_context_length(context)
    writer.add_embedding_length(width)
    writer.add_block_count(1)
    writer.add_feed_forward_length(2 * width)
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // heads)
    writer.add_vocab_size(len(tokens))
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([f"{letters[ord('e')]} {letters[ord('n')]}"])
    writer.add_eos_token_id(len(tokens) - 1)
    writer.add_add_bos_token(False)
    if template is not None:
        writer.add_chat_template(template)
    draw = np.random.default_rng(7)

    def weights(*shape: int) -> np.ndarray:
        return (draw.standard_normal(shape) * spread).astype(np.float16)

    ones = np.ones(width, np.float32)
    writer.add_tensor("token_embd.weight", weights(len(tokens), width))
    writer.add_tensor("output_norm.weight", ones)
    writer.add_tensor("blk.0.attn_norm.weight", ones)
    writer.add_tensor("blk.0.ffn_norm.weight", ones)
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        rows = width // heads * kv_heads if name in ("attn_k", "attn_v") else width
        writer.add_tensor(f"blk.0.{name}.weight", weights(rows, width) * (not echo))
    for name in ("ffn_gate", "ffn_up"):
        writer.add_tensor(f"blk.0.{name}.weight", weights(2 * width, width))
    writer.add_tensor("blk.0.ffn_down.weight", weights(width, 2 * width) * (not echo))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def entry_of(path: Path) -> CatalogueEntry:
    """What a catalogue would say about the file."""
    return CatalogueEntry(
        name="zufall",
        title="Zufall",
        source="file",
        path=path,
        sha256="0" * 64,
        size_bytes=path.stat().st_size,
        licence="EUPL-1.2",
        languages=("de",),
        parameters=1,
        context_length=256,
    )


def _byte_letters() -> dict[int, str]:
    """The letters by which a byte-level vocabulary writes the 256 bytes (GPT-2)."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = (byte for byte in range(256) if byte not in printable)
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + n) for n, byte in enumerate(others)}
