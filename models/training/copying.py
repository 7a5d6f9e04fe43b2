"""A start that already copies: the first two layers begin as an induction circuit.

A model that has seen few million tokens spends most of them on discovering that "what followed this word before
follows it again". That discovery is a known circuit (Olsson et al., 2022, "In-context Learning and Induction
Heads"): a head that looks at the previous token, and a later head that looks for the place whose previous token
is the current one and copies what stands there. Here the weights start near it; training is free to change them.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from models.training.model import Decoder

CONSTANT = 0.25
SHARPNESS = 60.0
MATCH = 2.2
COPY = 0.3
OFFSET_PAIRS = 8


def _orthonormal(rows: int, columns: int, generator: torch.Generator) -> Tensor:
    square = torch.randn(columns, rows, generator=generator)
    return torch.linalg.qr(square).Q.T.contiguous()


@torch.no_grad()  # type: ignore[untyped-decorator]
def seed_copying(model: Decoder, seed: int = 0) -> None:
    """Turn heads of the first two layers into previous-token heads and copying heads.

    One embedding dimension becomes a constant, which the previous-token heads read to attend by distance alone.
    Matching uses the slow rotary pairs only, so that it holds over some hundred tokens of distance.
    """
    config = model.config
    generator = torch.Generator().manual_seed(seed)
    size = config.head_width
    frequencies = config.rope_base ** (-torch.arange(0, size, 2, dtype=torch.float32) / size)
    model.token_embd.weight[:, 0] = CONSTANT
    reach = CONSTANT / math.sqrt(float(model.token_embd.weight.var()) + CONSTANT**2 / config.width)
    slow = (frequencies < 0.004).repeat_interleave(2).float()

    def rows(head: int) -> slice:
        return slice(head * size, (head + 1) * size)

    first, second = model.blk[0], model.blk[1]
    written: list[Tensor] = []
    read: list[Tensor] = []
    for head, offset in ((0, 1), (1, 2)):
        strength = math.sqrt(SHARPNESS * math.sqrt(size) / OFFSET_PAIRS) / reach
        query, key = torch.zeros(size), torch.zeros(size)
        angle = frequencies[:OFFSET_PAIRS] * offset
        query[0 : 2 * OFFSET_PAIRS : 2] = strength
        key[0 : 2 * OFFSET_PAIRS : 2] = strength * angle.cos()
        key[1 : 2 * OFFSET_PAIRS : 2] = strength * angle.sin()
        for weight, vector in ((first.attn_q.weight, query), (first.attn_k.weight, key)):
            weight[rows(head)] *= 0.1
            weight[rows(head), 0] = vector
        value, output = _orthonormal(size, config.width, generator), _orthonormal(size, config.width, generator)
        value[:, 0] = 0
        first.attn_v.weight[rows(head)] = value
        first.attn_output.weight[:, rows(head)] = 0.05 * output.T
        read.append(value)
        written.append(output)
    pairs = torch.arange(size) // 2 % 2
    for head in range(min(3, config.heads)):
        single = slow if head < 2 else slow * (pairs == 0)
        double = torch.zeros(size) if head < 2 else slow * (pairs == 1)
        second.attn_q.weight[rows(head)] = MATCH * (single[:, None] * read[0] + double[:, None] * written[0])
        second.attn_k.weight[rows(head)] = MATCH * (single[:, None] * written[0] + double[:, None] * written[1])
        value = _orthonormal(size, config.width, generator)
        value[:, 0] = 0
        second.attn_v.weight[rows(head)] = value
        second.attn_output.weight[:, rows(head)] = COPY * value.T
