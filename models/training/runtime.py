"""The exported file in llama.cpp, as the service runs it, for checks and for the evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Completion:
    """An answer, how many tokens it took, and whether the model ended it by itself."""

    text: str
    tokens: int
    prompt_tokens: int
    ended: bool


class Runtime:
    """One loaded GGUF file. Flash attention off, no repacked weight buffers (they crash on CPUs with AMX)."""

    def __init__(self, path: Path, context: int = 1536, threads: int = 2, *, exact: bool = False) -> None:
        """`exact` keeps the logits of every position and the attention cache in 32 bits, to compare with PyTorch."""
        self.engine = _load(path, context, threads, exact)

    def tokenize(self, text: str) -> list[int]:
        """Plain text as token numbers; placeholders become single tokens."""
        return [int(n) for n in self.engine.tokenize(text.encode(), add_bos=False, special=False)]

    def logits(self, numbers: Sequence[int]) -> npt.NDArray[np.float32]:
        """Scores after every position (needs `exact`)."""
        self.engine.reset()
        self.engine.eval(list(numbers))
        return np.array(self.engine.scores[: len(numbers)], dtype=np.float32)

    def complete(
        self, messages: list[dict[str, str]], *, maximum: int = 500, temperature: float = 0.0, seed: int = 1
    ) -> Completion:
        """Answer the conversation through the file's own chat template."""
        made: Any = self.engine.create_chat_completion(
            messages=messages,
            max_tokens=maximum,
            temperature=temperature,
            seed=seed,
            top_p=0.9,
            min_p=0.05,
            repeat_penalty=1.0,
        )
        choice, usage = made["choices"][0], made["usage"]
        return Completion(
            choice["message"]["content"],
            usage["completion_tokens"],
            usage["prompt_tokens"],
            choice["finish_reason"] == "stop",
        )


def _load(path: Path, context: int, threads: int, exact: bool) -> llama_cpp.Llama:
    default_parameters = llama_cpp.llama_cpp.llama_model_default_params

    def without_extra_buffers() -> Any:
        parameters = default_parameters()
        parameters.use_extra_bufts = False
        return parameters

    llama_cpp.llama_cpp.llama_model_default_params = without_extra_buffers
    try:
        return llama_cpp.Llama(
            str(path),
            n_ctx=context,
            n_threads=threads,
            n_threads_batch=threads,
            logits_all=exact,
            type_k=llama_cpp.GGML_TYPE_F32 if exact else None,
            type_v=llama_cpp.GGML_TYPE_F32 if exact else None,
            flash_attn=False,
            verbose=False,
        )
    finally:
        llama_cpp.llama_cpp.llama_model_default_params = default_parameters
