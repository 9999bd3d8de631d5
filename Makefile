# `make demo` and `make test` each set up all they need: python3 (3.11+), make and git are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CATALOGUES := $(wildcard plancli/locale/*/LC_MESSAGES/*.po)
HELP := plancli/help/en/plancli.txt

.PHONY: help demo test rest test-all lint types density bench variants mutants mutations messages crash fuzz clean

help: ## these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

$(READY): pyproject.toml hatch_build.py $(CATALOGUES) # an installation compiles the catalogues, stores the help
	@$(PYTHON) -c 'import sys, venv, ensurepip; assert sys.version_info >= (3, 11)' || \
		{ echo 'plancli needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)'; exit 1; }
	$(PYTHON) -m venv --upgrade-deps $(VENV) # the scripts of an older pip import re
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q plancli
	touch $@

$(HELP): $(shell find plancli -name '*.py') $(CATALOGUES) | $(READY) # what is older than a source is not shown
	$(BIN)/python hatch_build.py

demo: $(READY) ## a conflict is settled, 26 comments become plan, diff and table; or: make demo PLAN=examples/water
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/demo.sh "$$(mktemp -d)" $(PLAN)

# in the order of the folders: a browser is started early, and no long file is left to the end
PYTEST := $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

test: lint types $(READY) ## lint, types and tests, but for the slow ones
	$(PYTEST) -m 'not slow'

rest: $(READY) ## the slow tests, which CI runs behind the others
	$(PYTEST) -m slow

test-all: test rest ## both

lint: $(READY) ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## types
	$(BIN)/mypy

density: $(READY) ## how much the code decides in ten lines, room by room
	$(BIN)/python -m tests.density

bench: $(READY) $(HELP) ## whole commands beside other tools, in one run; about twenty minutes (make bench QUICK=1: small sizes)
	$(BIN)/python -m bench $(if $(QUICK),--quick)

mutations: $(READY) ## 200 small corruptions of the plan, which check must name, and 200 harmless edits
	$(BIN)/python -m bench.mutations

mutants: $(READY) ## sampled mutants of core that no test notices: make mutants SAMPLE=300 SEED=1
	$(BIN)/python -m bench.mutants --sample $(or $(SAMPLE),300) --seed $(or $(SEED),1)

variants: $(READY) ## opinions of every known form, with the plan that must come out: make variants COUNT=10000 SEED=1
	$(BIN)/python -m tests.variants $(or $(SEED),1) $(or $(COUNT),10000)

messages: $(READY) ## bring the catalogues up to date with the code
	$(BIN)/python -m tests.catalogues
	@$(BIN)/python hatch_build.py # the help says them, too
	@touch $(READY) # they are compiled already

crash: $(READY) ## every command that writes, stopped before each change that it makes: make crash ARGS=--help
	$(BIN)/python -m tests.crash $(ARGS)

fuzz: $(READY) ## files that nobody would write, for a minute: make fuzz SECONDS=60 SEED=1
	$(BIN)/python -m tests.fuzz $(or $(SEED),1) $(or $(SECONDS),60)

clean: ## remove what these targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
