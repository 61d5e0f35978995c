# Everything a person or the build machine does here; `make` alone lists it.
# Needs python3 (3.11 or later) with venv, and make. The rest is installed into .venv by itself.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMPS := $(VENV)/stamps
# A window needs more of the system than drawing does.
LIBRARIES := $(STAMPS)/libraries$(if $(DISPLAY)$(WAYLAND_DISPLAY),-display)
# How many tests run at a time: one for each processor.
JOBS ?= auto
PYTEST := $(PY) -m pytest -n $(JOBS) --dist loadfile
CODE := ropa_app packaging tests
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/ropa_app.po)
SETUP := packaging/setup/environment.py
SAMPLES := build/samples

.DEFAULT_GOAL := help
.PHONY: help run test check static bench nightly bench-peers strings mo lock format style types layers
.PHONY: unused translations verapdf rules pictures axe clean

help:  ## list what can be done
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(STAMPS)/run $(LIBRARIES) mo  ## open the example register; without a display, write its PDFs
	@$(PY) packaging/setup/start.py

test: $(STAMPS)/test $(LIBRARIES) mo  ## run the tests
	@$(PYTEST) $(ARGS)

check: static test  ## everything that must hold

static: style types layers unused  ## check style, types, layers and that nothing is unused

bench: $(STAMPS)/test $(LIBRARIES) mo  ## measure open, list, search, edit and export at growing sizes
	@$(PY) -m tests.bench $(ARGS)

nightly: $(STAMPS)/test $(LIBRARIES) mo  ## the same with 10,000 activities
	@$(PY) -m tests.bench --nightly $(ARGS)

bench-peers: $(STAMPS)/test mo  ## compare the export with WeasyPrint and LibreOffice
	@$(PY) -m tests.bench.peers $(ARGS)

strings: $(STAMPS)/run  ## bring the catalogues up to date with the texts in the code
	@$(PY) packaging/catalogues.py update

mo: $(STAMPS)/catalogues  ## compile the catalogues

lock: $(STAMPS)/check  ## pin the packages with hashes (ARGS=--upgrade moves the pins)
	@$(PY) packaging/lock.py $(ARGS)

format: $(STAMPS)/check  ## put the code into its form
	@$(PY) -m ruff check --fix-only --quiet $(CODE)
	@$(PY) -m ruff format --quiet $(CODE)

style: $(STAMPS)/check  ## check form and style
	@$(PY) -m ruff format --check $(CODE)
	@$(PY) -m ruff check $(CODE)

types: $(STAMPS)/check  ## check the types
	@$(PY) -m mypy --cache-dir build/mypy

layers: $(STAMPS)/check  ## check which room imports which
	@$(VENV)/bin/lint-imports --no-cache --no-logo

unused: $(STAMPS)/check $(LIBRARIES)  ## find what nothing uses
	@$(PY) packaging/unused.py

translations: $(STAMPS)/test mo  ## check that every text is translated
	@$(PY) -m pytest -q tests/house/test_catalogues.py

verapdf: $(STAMPS)/test mo  ## validate sample PDFs with veraPDF (needs Java, and Maven once)
	@$(PY) -m tests.samples $(SAMPLES) $(ARGS)
	@$(PY) packaging/verapdf.py $(SAMPLES)

rules: $(STAMPS)/run  ## write the catalogue of rules, and what they find in the example, in docs/
	@$(PY) packaging/rule_catalogue.py
	@$(PY) packaging/example_findings.py

pictures: $(STAMPS)/test mo  ## draw a picture of every kind of page for docs/documents.md
	@$(PY) -m tests.samples.pictures docs/pictures/pages

axe: $(STAMPS)/run mo  ## let axe-core judge the web pages in Chromium (ARGS=--check: and compare the result)
	@$(PY) packaging/axe.py $(ARGS)

clean:  ## remove everything that was built or installed here
	rm -rf build dist $(VENV) .hypothesis
	find ropa_app packaging tests translations -name __pycache__ -prune -exec rm -rf {} +
	find translations -name '*.mo' -delete

# A stamp says that a lock is installed: it is older than the lock when the lock has changed.
$(STAMPS)/run: packaging/locks/run.txt $(SETUP)
$(STAMPS)/test: packaging/locks/test.txt $(SETUP) | $(STAMPS)/run
$(STAMPS)/check: packaging/locks/check.txt $(SETUP) | $(STAMPS)/test
$(STAMPS)/run $(STAMPS)/test $(STAMPS)/check:
	@$(PYTHON) $(SETUP) $(@F)
	@mkdir -p $(@D) && touch $@

$(LIBRARIES): packaging/setup/system_libraries.py | $(STAMPS)/run
	@$(PY) packaging/setup/system_libraries.py
	@touch $@

$(STAMPS)/catalogues: $(CATALOGUES) packaging/catalogues.py | $(STAMPS)/run
	@$(PY) packaging/catalogues.py compile
	@touch $@
