# The two commands of the README are `make run` and `make test`.
PYTHON ?= python3
DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 8080

.PHONY: run test lint install install-test browser lock wheelhouse bench clean

run: install
	@.venv/bin/sandbox serve --host $(HOST) --port $(PORT) --data-dir $(DATA)

test: install-test browser lint
	@.venv/bin/python -m pytest

install:
	@$(PYTHON) deploy/install.py run

install-test:
	@$(PYTHON) deploy/install.py test

# Chromium and PostgreSQL for the tests: Debian's packages, taken when run as root, asked for otherwise.
browser:
	@sh deploy/test-programs.sh

lint:
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

# Refresh the lock file; read the difference before you commit it.
lock: install-test
	@.venv/bin/uv lock --upgrade

# For rooms without internet: everything that `make run WHEELHOUSE=wheelhouse` needs.
wheelhouse:
	@$(PYTHON) deploy/install.py wheelhouse wheelhouse

bench: install-test
	@.venv/bin/python -m benchmarks

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
