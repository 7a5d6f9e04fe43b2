"""The decoder: a plain Llama architecture in PyTorch, as small as its job allows.

Rotary positions are interleaved (pairs of neighbouring dimensions), which is the layout that GGUF's `llama`
architecture expects, so the weights go into the file without any permutation.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
import torch.nn.functional as functional
from torch import Tensor, nn


@dataclass(frozen=True)
class ModelConfig:
    """Size of a model. `context` is the longest sequence in tokens that positions are computed for."""

    vocabulary: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    feed_forward: int = 576
    context: int = 1536
    rope_base: float = 500000.0
    norm_epsilon: float = 1e-5

    @property
    def head_width(self) -> int:
        """Dimensions of one attention head."""
        return self.width // self.heads

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as they stand in a checkpoint."""
        return asdict(self)


class RootMeanSquareNorm(nn.Module):  # type: ignore[misc]
    """Scales each vector to unit root mean square, then by a learned weight (Zhang and Sennrich, 2019)."""

    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        return functional.rms_norm(x, (x.shape[-1],), self.weight, self.epsilon)


def rotary_table(config: ModelConfig) -> tuple[Tensor, Tensor]:
    """Cosine and sine of every position and frequency, each of shape (context, head width / 2)."""
    pairs = torch.arange(0, config.head_width, 2, dtype=torch.float32)
    frequencies = config.rope_base ** (-pairs / config.head_width)
    angles = torch.outer(torch.arange(config.context, dtype=torch.float32), frequencies)
    return angles.cos(), angles.sin()


def rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Turn each pair of neighbouring dimensions of `x` (batch × heads, length, head width) by its angle."""
    even, odd = x[..., 0::2], x[..., 1::2]
    turned = torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), dim=-1)
    return turned.flatten(-2).to(x.dtype)


class Block(nn.Module):  # type: ignore[misc]
    """Attention and SwiGLU feed-forward, each behind a norm and added to the stream."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.heads, self.head_width = config.heads, config.head_width
        self.attn_norm = RootMeanSquareNorm(config.width, config.norm_epsilon)
        self.attn_q = nn.Linear(config.width, config.width, bias=False)
        self.attn_k = nn.Linear(config.width, config.width, bias=False)
        self.attn_v = nn.Linear(config.width, config.width, bias=False)
        self.attn_output = nn.Linear(config.width, config.width, bias=False)
        self.ffn_norm = RootMeanSquareNorm(config.width, config.norm_epsilon)
        self.ffn_gate = nn.Linear(config.width, config.feed_forward, bias=False)
        self.ffn_up = nn.Linear(config.width, config.feed_forward, bias=False)
        self.ffn_down = nn.Linear(config.feed_forward, config.width, bias=False)

    def forward(self, x: Tensor, cosine: Tensor, sine: Tensor, mask: Tensor) -> Tensor:
        """The three projections and the two gates are one multiplication each; small ones leave a CPU idle."""
        batch, length, width = x.shape
        h = self.attn_norm(x)
        joint = torch.cat((self.attn_q.weight, self.attn_k.weight, self.attn_v.weight))
        parts = functional.linear(h, joint).view(batch, length, 3, self.heads, self.head_width)
        q, k, v = parts.permute(2, 0, 3, 1, 4).reshape(3, batch * self.heads, length, self.head_width)
        scale = self.head_width**-0.5
        scores = torch.baddbmm(mask, rotate(q, cosine, sine), rotate(k, cosine, sine).transpose(1, 2), alpha=scale)
        mixed = (scores.softmax(-1, dtype=scores.dtype) @ v).view(batch, self.heads, length, self.head_width)
        x = x + self.attn_output(mixed.transpose(1, 2).reshape(batch, length, width))
        gate, up = functional.linear(self.ffn_norm(x), torch.cat((self.ffn_gate.weight, self.ffn_up.weight))).chunk(
            2, -1
        )
        return x + self.ffn_down(functional.silu(gate) * up)


class Decoder(nn.Module):  # type: ignore[misc]
    """Token numbers in, hidden states or logits out. Input and output embedding are one matrix."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.token_embd = nn.Embedding(config.vocabulary, config.width)
        self.blk = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.output_norm = RootMeanSquareNorm(config.width, config.norm_epsilon)
        cosine, sine = rotary_table(config)
        self.register_buffer("cosine", cosine, persistent=False)
        self.register_buffer("sine", sine, persistent=False)
        for name, weight in self.named_parameters():
            if weight.ndim == 2:
                residual = name.endswith(("attn_output.weight", "ffn_down.weight"))
                std = 0.05 if "embd" in name else weight.shape[1] ** -0.5
                nn.init.normal_(weight, std=0.0 if residual else std)

    def hidden(self, tokens: Tensor) -> Tensor:
        """Normalised last hidden states, (batch, length, width). Right padding needs no mask."""
        length = tokens.shape[1]
        x = self.token_embd(tokens)
        cosine, sine = self.cosine[:length], self.sine[:length]
        mask = torch.full((length, length), float("-inf")).triu(1)
        if torch.is_autocast_enabled("cpu"):
            mask = mask.to(torch.get_autocast_dtype("cpu"))
        for block in self.blk:
            x = block(x, cosine, sine, mask)
        normed: Tensor = self.output_norm(x)
        return normed

    def logits(self, hidden: Tensor) -> Tensor:
        """Scores over the vocabulary for hidden states of any leading shape."""
        return functional.linear(hidden, self.token_embd.weight)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.logits(self.hidden(tokens))

    def parameter_count(self) -> int:
        """Trained numbers, the shared embedding counted once."""
        return sum(p.numel() for p in self.parameters())
