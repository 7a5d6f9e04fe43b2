"""From a checkpoint to one GGUF file that llama.cpp runs: weights, vocabulary, chat template, licence."""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import numpy as np
from tokenizers import Tokenizer

from models.training.model import Decoder
from models.training.placeholders import all_placeholders
from models.training.tokenizer import BOS, CHAT_TEMPLATE, END, PAD, SPECIALS
from models.worker import copying, loops, numbers

FILE_TYPES = {"f32": 0, "f16": 1, "q8_0": 7}
NAME = "werkstatt-mini"
DESCRIPTION = (
    "Kleines deutsches Sprachmodell der KI-Werkstatt: Eingangsbestätigungen, Nachforderungen, Einladungen, "
    "Vermerke und Zusammenfassungen aus anonymisierten Fällen. Von Grund auf trainiert auf selbst erzeugten "
    "Texten und Bundesrecht."
)


def export(model: Decoder, tokenizer: Tokenizer, path: Path, kind: str = "q8_0") -> Path:
    """Write the model to `path` as `f32`, `f16` or `q8_0`; norms stay in 32 bits."""
    config = model.config
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(NAME)
    writer.add_description(DESCRIPTION)
    writer.add_author("KI-Werkstatt")
    writer.add_license("EUPL-1.2")
    writer.add_languages(["de"])
    writer.add_size_label(f"{model.parameter_count() / 1e6:.1f}M")
    writer.add_file_type(FILE_TYPES[kind])
    writer.add_context_length(config.context)
    writer.add_embedding_length(config.width)
    writer.add_block_count(config.layers)
    writer.add_feed_forward_length(config.feed_forward)
    writer.add_head_count(config.heads)
    writer.add_head_count_kv(config.heads)
    writer.add_layer_norm_rms_eps(config.norm_epsilon)
    writer.add_rope_dimension_count(config.head_width)
    writer.add_rope_freq_base(config.rope_base)
    writer.add_vocab_size(config.vocabulary)
    for rule in (numbers.METADATA, loops.METADATA, copying.METADATA):
        writer.add_bool(rule.decode(), True)
    _add_vocabulary(writer, tokenizer, config.vocabulary)
    for name, weight in model.state_dict().items():
        values = weight.detach().float().numpy()
        if values.ndim == 1 or kind == "f32":
            writer.add_tensor(name, values.astype(np.float32))
        elif kind == "f16":
            writer.add_tensor(name, values.astype(np.float16))
        else:
            packed = gguf.quants.quantize(values, gguf.GGMLQuantizationType.Q8_0)
            writer.add_tensor(name, packed, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_vocabulary(writer: gguf.GGUFWriter, tokenizer: Tokenizer, size: int) -> None:
    by_number = {number: token for token, number in tokenizer.get_vocab().items()}
    tokens = [by_number[number] for number in range(size)]
    placeholders, specials = set(all_placeholders()), set(SPECIALS)

    def token_type(token: str) -> gguf.TokenType:
        if token in specials:
            return gguf.TokenType.CONTROL
        return gguf.TokenType.USER_DEFINED if token in placeholders else gguf.TokenType.NORMAL

    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([token_type(token) for token in tokens])
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in merges])
    writer.add_bos_token_id(tokenizer.token_to_id(BOS))
    writer.add_eos_token_id(tokenizer.token_to_id(END))
    writer.add_pad_token_id(tokenizer.token_to_id(PAD))
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHAT_TEMPLATE)
