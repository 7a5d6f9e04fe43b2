"""How well the guard protects: labelled documents, the run over them, figures and their report."""

from guardrails.evaluation.corpora import read_corpus, shipped_corpus
from guardrails.evaluation.crossed_names import crossed_names
from guardrails.evaluation.documents import CorpusError, Document, Label, document_record
from guardrails.evaluation.examples import document_of_mark
from guardrails.evaluation.json_lines import read_json_lines
from guardrails.evaluation.page import report_page
from guardrails.evaluation.regression import shipped_report
from guardrails.evaluation.report import report_of
from guardrails.evaluation.runner import DocumentResult, Evaluation, evaluate

__all__ = [
    "CorpusError",
    "Document",
    "DocumentResult",
    "Evaluation",
    "Label",
    "crossed_names",
    "document_of_mark",
    "document_record",
    "evaluate",
    "read_corpus",
    "read_json_lines",
    "report_of",
    "report_page",
    "shipped_corpus",
    "shipped_report",
]
