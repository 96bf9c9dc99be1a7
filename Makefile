# Run `make` for the list of targets. Needs Python 3.11 to 3.14, make and a package registry.

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
SHELL := /bin/sh

# The first interpreter that runs, is of a version we support and can make virtual environments.
# Choose another with `make test PYTHON=/path/to/python`.
CANDIDATES := $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3)
FOUND := $(shell for python in $(CANDIDATES); do \
	"$$python" -c 'import ensurepip, platform, sys; print(sys.argv[1], platform.python_version()) if (3, 11) <= sys.version_info < (3, 15) else sys.exit(1)' "$$python" 2>/dev/null && break; \
	done)
override PYTHON := $(firstword $(FOUND))
VERSION := $(lastword $(FOUND))

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --only-binary=:all:

# What is installed leaves a stamp, so that nothing is installed twice. The interpreter's version is
# part of the first stamp: another interpreter makes a new environment.
RUNTIME := $(VENV)/.runtime-$(VERSION)
PROJECT := $(VENV)/.project
DEV := $(VENV)/.dev

.PHONY: help demo test thorough lint format schemas rulebook golden mutate bench lock upgrade clean python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(PROJECT) ## assess the example dossier
	$(BIN)/zhicheng assess examples/iot_degree_path.yaml --exit-zero

test: lint ## all checks: lint, tests, and the wheel as a user would install it
	$(BIN)/python -m pytest -n auto --dist loadscope
	$(BIN)/python tests/check_wheel.py

thorough: $(DEV) ## the tests that take long: every finding, thousands of dossiers
	$(BIN)/python -m pytest -n auto --dist loadscope -m "thorough or not thorough" --hypothesis-profile=long

lint: $(DEV) ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## format the code and mend what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

schemas: $(PROJECT) ## write schemas/ from the models
	@mkdir -p build
	for name in $$($(BIN)/python -c "from reasoner.cli.schema import SCHEMAS; print(*SCHEMAS)"); do \
		$(BIN)/zhicheng schema $$name > build/schema.json && mv build/schema.json schemas/$$name.schema.json || exit 1; \
	done

rulebook: $(PROJECT) ## write docs/rulebook/ and docs/findings.md from the rules
	$(BIN)/python -m docs.write_pages

golden: $(DEV) ## write the expected reports anew; review the difference
	$(BIN)/python -m tests.golden

mutate: $(DEV) ## change the rules in every small way; each change must fail a table
	$(BIN)/python -m tests.mutation

bench: $(DEV) ## measure the speed
	$(BIN)/python -m benchmarks

# The locks hold hashes for every platform, and no address: any registry will do.
UV := build/uv/bin/uv
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --custom-compile-command 'make lock' --quiet

lock: $(UV) ## write the lock files from pyproject.toml, keeping pins that still fit
	$(LOCK) $(LOCK_OPTIONS) --group build --output-file requirements.lock
	$(LOCK) $(LOCK_OPTIONS) --group dev --constraints requirements.lock --output-file requirements-dev.lock

upgrade: LOCK_OPTIONS := --upgrade
upgrade: lock ## write the lock files with the newest versions

$(UV): | python
	$(PYTHON) -m venv --clear build/uv
	build/uv/bin/python -m pip --disable-pip-version-check --quiet install uv==0.13.9

clean: ## remove all that make and the tools have made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 to 3.14 that can make environments; tried: $(CANDIDATES)" >&2; exit 1; }

$(RUNTIME): requirements.lock | python
	@echo "Setting up $(VENV) with $(PYTHON) ($(VERSION))"
	$(PYTHON) -m venv --clear $(VENV)
	$(INSTALL) -r requirements.lock
	@touch $@

$(PROJECT): $(RUNTIME) pyproject.toml
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(PROJECT) requirements-dev.lock
	$(INSTALL) -r requirements-dev.lock
	@touch $@
