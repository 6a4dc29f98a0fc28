# Each target prepares what it needs first; set-up does nothing when it is up to date.
# On a system without make, `python3 .ci/setup.py` (Windows: `py .ci\setup.py`) does the same preparation.

PYTHON ?= python3
RUN := .venv/bin/python

.PHONY: help setup run test test-all lint bench shots lock clean

help:
	@echo "make setup      prepare .venv, the system libraries that Qt needs, and the gazetteer"
	@echo "make run        open the window"
	@echo "make test       rules of the house and all tests but the slow ones"
	@echo "make test-all   the slow tests too, with many more generated examples"
	@echo "make lint       style, types and import contracts alone"
	@echo "make bench      measure, and print ratios to the floor of each measurement"
	@echo "make shots      take the pictures of the README anew, into docs/pictures"
	@echo "make lock       write requirements.txt anew from pyproject.toml"

setup:
	@$(PYTHON) .ci/setup.py

run:
	@$(PYTHON) .ci/setup.py --window
	@.venv/bin/vigil

test: setup
	@$(RUN) -m pytest

test-all: setup
	@$(RUN) -m pytest -m "" --hypothesis-profile=deep

lint: setup
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@.venv/bin/lint-imports --no-logo

bench: setup
	@$(RUN) -m tests.benchmarks

shots: setup
	@$(RUN) -m docs.shots

lock:
	@$(PYTHON) .ci/lock.py

clean:
	rm -rf .venv build vigil.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
