# Everything is made by Go programs; what this file adds is their order and the
# tools that they need. Outputs go to .build/ and js/dist/, nowhere else.

SHELL := bash
.SHELLFLAGS := -eo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# A binary that knows its commit would differ from one commit to the next.
export GOFLAGS := $(strip $(GOFLAGS) -buildvcs=false)

# auto takes TinyGo, and standard Go only where TinyGo cannot be had. tinygo takes
# the one on PATH, even where it makes other bytes than the released ones.
export COMPILER ?= auto
PORT ?= 8080
make-it := go run ./wasm/internal/build -compiler $(COMPILER)

# What the tests are told: where the built files lie.
export KOMOJU_DIST := $(CURDIR)/js/dist
export KOMOJU_STD := $(CURDIR)/.build/std
export KOMOJU_MATRIX := $(CURDIR)/.build/matrix

# Stamps of what npm installs for the tests: other validators, bundlers and
# runtimes, the runtime of the Workers.
peers := e2e/peers/node_modules/.set-up
matrix := .build/matrix/node_modules/.set-up
workerd := e2e/workers/node_modules/.set-up
tools := $(peers) $(matrix) $(workerd)

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

build: ## the files to serve, into js/dist (needs only Go; fetches TinyGo where it can)
	@$(make-it) build

demo: build ## a shop, its back end and a stand-in for KOMOJU on http://localhost:PORT (8080)
	@go build -o .build/demo ./demo
	@PORT=$(PORT) exec .build/demo

worker: build ## both edge services for Cloudflare, into .build, and their sizes
	@go run ./wasm/internal/workers

worker-dev: worker $(workerd) ## the demo, its page tokenizing through the Go Worker on this machine
	@go build -o .build/demo ./demo
	@PORT=$(PORT) exec .build/demo -edge worker

bench-worker: worker $(workerd) ## a minute of load on each edge service, into e2e/WORKERS.md
	@go run ./e2e/workers/bench

# The loader's tests judge both builds of the module; where there is no TinyGo
# they must be told why, or its missing build fails them.
test: js/node_modules/.set-up $(tools) chromium build worker ## every test: Go, Node, a real browser
	@go test -timeout 15m ./...
	@KOMOJU_NO_TINYGO="$$(cat .build/no-tinygo)" \
	  node --test --test-timeout=120000 --test-reporter=spec js/test/*.test.mjs > .build/node-test.txt 2>&1 \
	  && tail -n 8 .build/node-test.txt \
	  || { sed -n '/failing tests:/,$$p' .build/node-test.txt; exit 1; }

check: js/node_modules/.set-up ## formatting, vet, import rules, generated files, types, sizes; changes nothing
	@./.ci/check

e2e: $(tools) chromium build worker ## only the tests in a real browser, of the package and of the Workers
	@go test -timeout 10m -count=1 ./e2e/...

generate: ## what is derived from the catalogue: types, tables, the demo's form
	@go run ./wasm/internal/generate

bench: $(peers) build ## validate beside card-validator: how many times as fast, in one process
	@node e2e/peers/bench.mjs

size: build ## how large each file is, beside its budget
	@$(make-it) size

verify: ## build twice in different folders: the bytes must be the same
	@$(make-it) verify

clean: ## remove all outputs (and TinyGo, when it was built here)
	@rm -rf .build js/dist

# npm's own hidden lock file would do as a stamp, were it always newest.
%/node_modules/.set-up: %/package-lock.json | node
	@cd $* && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# The matrix test's scratch projects are made beside its tools, and so all of it
# is an output.
.build/matrix/package-lock.json: e2e/matrix/package-lock.json e2e/matrix/package.json e2e/matrix/.npmrc
	@mkdir -p $(@D) && cp $^ $(@D) && touch $@

node:
	@command -v node npm > /dev/null && exit; \
	  echo "Node.js is missing (Debian packages: nodejs npm). 'make build', 'make demo' and 'make size' work without it; 'make test', 'make e2e' and 'make check' need it." >&2; exit 1

# chromedp finds these names by itself.
chromium:
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
	  command -v "$$name" > /dev/null && exit; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  echo "Installing chromium"; mkdir -p .build; \
	  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } > .build/apt.log 2>&1 && exit; fi; \
	echo "A browser is missing (Debian package: chromium). Everything but 'make test' and 'make e2e' works without it." >&2; exit 1

.PHONY: help build demo worker worker-dev bench bench-worker test check e2e generate size verify clean node chromium
