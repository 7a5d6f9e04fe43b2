"""How the next token of one answer is drawn from the model's scores."""

from typing import Any, Final

from llama_cpp import llama_cpp as native

from models.messages import GenerationSettings

_PENALISED_TOKENS: Final = 256
"""So far back a token counts as said before."""


class Sampler:
    """llama.cpp's chain of samplers for one answer. Belongs to the thread of the model; must be closed."""

    def __init__(self, context: Any, settings: GenerationSettings, seed: int) -> None:
        """`seed` below 2³² − 1, llama.cpp's word for "any"."""
        self._context = context
        self._chain = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
        for step in _steps(context, settings, seed):
            native.llama_sampler_chain_add(self._chain, step)

    def draw(self, index: int) -> int:
        """The token after row `index` of the last computation; it counts for the penalties."""
        return int(native.llama_sampler_sample(self._chain, self._context, index))

    def close(self) -> None:
        """Frees the chain."""
        native.llama_sampler_free(self._chain)


def _steps(context: Any, settings: GenerationSettings, seed: int) -> list[Any]:
    steps = []
    if settings.frequency_penalty or settings.presence_penalty:
        vocabulary = native.llama_model_get_vocab(native.llama_get_model(context))
        size = native.llama_vocab_n_tokens(vocabulary)
        steps.append(
            native.llama_sampler_init_penalties(
                size, _PENALISED_TOKENS, 1.0, settings.frequency_penalty, settings.presence_penalty
            )
        )
    if settings.temperature == 0:
        return [*steps, native.llama_sampler_init_greedy()]
    if settings.top_k is not None:
        steps.append(native.llama_sampler_init_top_k(settings.top_k))
    return [
        *steps,
        native.llama_sampler_init_top_p(settings.top_p, 1),
        native.llama_sampler_init_min_p(settings.min_p, 1),
        native.llama_sampler_init_temp(settings.temperature),
        native.llama_sampler_init_dist(seed),
    ]
