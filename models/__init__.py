"""Language models: the catalogue, the worker process that runs one, and the client that talks to it."""

from models.catalogue import CATALOGUE_FILE, Catalogue, CatalogueEntry, load_catalogue
from models.client import ChatClient
from models.energy import EnergyEstimate, EnergyMeter
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
from models.store import LockedModel, ModelStore, StoreError, open_catalogue, store_in
from models.supervisor import WorkerSupervisor
from models.verification import gigabytes, require_memory, verify_model

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
    "EnergyEstimate",
    "EnergyMeter",
    "GenerationSettings",
    "LockedModel",
    "ModelError",
    "ModelFileError",
    "ModelInfo",
    "ModelSession",
    "ModelStore",
    "ModelUnavailable",
    "StoreError",
    "Usage",
    "WorkerSupervisor",
    "generate",
    "gigabytes",
    "inspect_gguf",
    "load_catalogue",
    "open_catalogue",
    "require_memory",
    "store_in",
    "verify_model",
]
