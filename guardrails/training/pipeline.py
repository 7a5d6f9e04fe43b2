"""The untrained pipeline: tokenizer, lexicon, reader; and its compact form for shipping."""

from __future__ import annotations

import re

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

from guardrails.tagger import LABELS, TAGGER_NAME, TAGGER_VERSION
from guardrails.tagger._lexicon import NameLexicon

_LETTER = r"[^\W\d_]"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+")
_INFIXES = (
    r"[;|<>=/\\_•·…\"„“”‚‘»«()\[\]{}]",
    rf"(?<={_LETTER})[.](?=[A-ZÄÖÜ0-9])",
    rf"(?<=[\w.)])[,:](?={_LETTER})",
    r"(?<=[0-9])[+\-\*^](?=[0-9-])",
    r"--+|–|—",
)


def blank_pipeline(words: dict[str, int], *, width: int = 128, depth: int = 6) -> Language:
    """Tokenizer, lexicon and a reader with our labels, not yet initialised."""
    nlp = spacy.blank("de")
    nlp.meta.update({"name": TAGGER_NAME, "version": TAGGER_VERSION, "license": "EUPL-1.2"})
    infixes = compile_infix_regex(_INFIXES)
    suffixes = compile_suffix_regex([*(nlp.Defaults.suffixes or []), r"[|<>=/\\_·]", r"(?<=\d)\."])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.tokenizer.suffix_search = suffixes.search
    nlp.tokenizer.url_match = _ADDRESS.match
    component = nlp.add_pipe("name_lexicon")
    assert isinstance(component, NameLexicon)
    component.words = words
    sizes = {"embed": {"width": width}, "encode": {"width": width, "depth": depth}}
    nlp.add_pipe("reader", config={"labels": list(LABELS), "model": {"tok2vec": sizes}})
    return nlp


def compact(nlp: Language) -> Language:
    """A copy with the same weights and an empty vocabulary: words met in training do not ship."""
    lexicon, reader = nlp.get_pipe("name_lexicon"), nlp.get_pipe("reader")
    encode = nlp.config["components"]["reader"]["model"]["tok2vec"]["encode"]
    fresh = blank_pipeline(lexicon.words, width=encode["width"], depth=encode["depth"])
    fresh.get_pipe("reader").initialize()
    fresh.get_pipe("reader").from_bytes(reader.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return fresh
