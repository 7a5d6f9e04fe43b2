import pytest

from guardrails import Guard


@pytest.fixture(scope="session")
def guard() -> Guard:
    return Guard.load()
