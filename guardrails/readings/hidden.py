"""Everything that a text may say besides what stands in it: its other readings, and what its encoded blocks hold."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.normalisation import normalise
from guardrails.readings.encoded import encoded_blocks
from guardrails.readings.other_reading import Reading, read_otherwise


def hidden_readings(text: str) -> Iterator[Reading]:
    """The other readings of a normalised text; each encoded block counts as one more, and leads back to the block."""
    yield from read_otherwise(text)
    for start, end, decoded in encoded_blocks(text):
        yield Reading.of_block(normalise(decoded).text, start, end)
