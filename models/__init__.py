"""Language models: the catalogue, the worker process that runs one, and the client that talks to it."""

from models.catalogue import CATALOGUE_FILE, Catalogue, CatalogueEntry, load_catalogue
from models.client import ChatClient
from models.errors import (
    CatalogueError,
    ContextExceeded,
    ModelError,
    ModelFileError,
    ModelUnavailable,
)
from models.gguf_file import ModelInfo, inspect_gguf
from models.messages import ChatAnswer, ChatChunk, ChatMessage, GenerationSettings, Usage
from models.session import ModelSession, generate
from models.supervisor import WorkerSupervisor
from models.verification import require_memory, verify_model

__all__ = [
    "CATALOGUE_FILE",
    "Catalogue",
    "CatalogueEntry",
    "CatalogueError",
    "ChatAnswer",
    "ChatChunk",
    "ChatClient",
    "ChatMessage",
    "ContextExceeded",
    "GenerationSettings",
    "ModelError",
    "ModelFileError",
    "ModelInfo",
    "ModelSession",
    "ModelUnavailable",
    "Usage",
    "WorkerSupervisor",
    "generate",
    "inspect_gguf",
    "load_catalogue",
    "require_memory",
    "verify_model",
]
