# Everything a user or a developer types. `make serve` and `make test` are all that a new user needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
POSTERS ?= ../shared/posters

.PHONY: help setup setup-dev serve test lint format benchmark demo clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "postercheck needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Python's venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing into $(VENV) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "installing into $(VENV), with what the tests need ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,heic]'
	@touch $@ $(VENV)/.installed

setup: $(VENV)/.installed  ## install into .venv

setup-dev: $(VENV)/.installed-dev  ## install into .venv with what the tests need

serve: setup  ## the web form on http://127.0.0.1:8000, with the demo library if there is none
	$(BIN)/postercheck serve

test: setup-dev  ## lint, types, layers and all tests
	bash tests/support/install_browser.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: setup-dev  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: setup-dev  ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: setup-dev  ## accuracy and time over a folder of posters: make benchmark POSTERS=folder
	$(BIN)/python -m benchmarks.robustness $(POSTERS)

demo: setup  ## draw reference_images/ again
	$(BIN)/python -m reference_images.draw

clean:  ## remove .venv and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
