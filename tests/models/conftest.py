"""The shipped model in a real worker, and small files with random weights for what must go wrong."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from models import CatalogueEntry, WorkerSupervisor, load_catalogue
from tests.models.random_model import write_random_model


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def shipped() -> CatalogueEntry:
    return load_catalogue().default


@pytest.fixture(scope="session")
async def worker(shipped: CatalogueEntry, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[WorkerSupervisor]:
    """One worker with the shipped model for all tests that leave it whole."""
    folder = tmp_path_factory.mktemp("run")
    async with WorkerSupervisor(shipped.path, model_name=shipped.name, runtime_dir=folder) as supervisor:
        yield supervisor


@pytest.fixture(scope="session")
def random_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model with random weights and a byte vocabulary."""
    return write_random_model(tmp_path_factory.mktemp("random") / "random.gguf")


@pytest.fixture
def damaged(random_model: Path, tmp_path: Path) -> Callable[[Callable[[bytes], bytes]], Path]:
    """Writes a changed copy of the random model."""

    def write(change: Callable[[bytes], bytes]) -> Path:
        path = tmp_path / "damaged.gguf"
        path.write_bytes(change(random_model.read_bytes()))
        return path

    return write
