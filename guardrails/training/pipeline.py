"""The untrained pipeline: tokenizer, lexicon, entity recognizer; and its compact form for shipping."""

from __future__ import annotations

import re
from typing import Any

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


def _ner_config(width: int, depth: int) -> dict[str, Any]:
    return {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner",
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": width,
                    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG"],
                    "rows": [8000, 1000, 3000, 1500, 2000],
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": width,
                    "depth": depth,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            },
        }
    }


def blank_pipeline(words: dict[str, int], *, width: int = 96, depth: int = 4) -> Language:
    """Tokenizer, lexicon and an entity recognizer with our labels, not yet initialised."""
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
    config = _ner_config(width, depth)
    ner = nlp.add_pipe("ner", config=config)
    for label in LABELS:
        ner.add_label(label)
    return nlp


def compact(nlp: Language) -> Language:
    """A copy with the same weights and an empty vocabulary: words met in training do not ship."""
    lexicon, ner = nlp.get_pipe("name_lexicon"), nlp.get_pipe("ner")
    encode = nlp.config["components"]["ner"]["model"]["tok2vec"]["encode"]
    fresh = blank_pipeline(lexicon.words, width=encode["width"], depth=encode["depth"])
    fresh.initialize()
    fresh.get_pipe("ner").from_bytes(ner.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return fresh
