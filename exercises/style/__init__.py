"""How a German text is written: indices of readability, and wordings that make a text hard to read."""

from exercises.style.indices import Indices, indices_of, syllables_in
from exercises.style.wording import (
    StockPhrase,
    is_nominal,
    is_passive,
    long_compounds,
    stock_phrases,
)

__all__ = [
    "Indices",
    "StockPhrase",
    "indices_of",
    "is_nominal",
    "is_passive",
    "long_compounds",
    "stock_phrases",
    "syllables_in",
]
