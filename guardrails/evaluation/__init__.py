"""How well the guard protects: labelled documents, the run over them, figures and their report."""

from guardrails.evaluation.corpora import read_corpus, shipped_corpus
from guardrails.evaluation.documents import CorpusError, Document, Label, document_record

__all__ = ["CorpusError", "Document", "Label", "document_record", "read_corpus", "shipped_corpus"]
