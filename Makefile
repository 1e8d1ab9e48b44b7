# Two commands do all the set-up on a fresh Debian 12 machine that has the Swift toolchain:
#   make run    the main job on 80 real communities
#   make test   everything that is checked
# Both install the Debian packages they need (scripts/setup names them) and say so.

SHELL := /bin/bash
SOURCES := Package.swift Sources Tests
GENERATED := Sources/Shared/WireFormat/Generated

.PHONY: rules run test bench simulate check format lint setup setup-tests build soak clean protocol

run: setup
	@echo "== build (release) =="
	swift build -c release --product rounds
	swift build -c release --product rounds-server
	@scripts/run

test: setup-tests
	@scripts/test

# What a change must pass before it is committed: the same as CI, and the formatter first.
check: setup-tests format
	@scripts/test

setup:
	@scripts/setup

setup-tests:
	@scripts/setup tests

# Each rule of the procedures with the code that cites it, and the tests that accept and refuse by it.
rules:
	@scripts/rules

format:
	@echo "== format =="
	@find $(SOURCES) -name '*.swift' -not -path '$(GENERATED)/*' -print0 \
	  | xargs -0 swift format format --in-place --parallel

lint:
	@echo "== lint =="
	@find $(SOURCES) -name '*.swift' -not -path '$(GENERATED)/*' -print0 \
	  | xargs -0 swift format lint --strict --parallel

# The generated code is committed; this makes it anew after a change of a .proto file.
protocol: setup-tests
	swift build --product protoc-gen-swift
	protoc --proto_path=protocol --plugin=.build/debug/protoc-gen-swift \
	  --swift_opt=Visibility=Internal --swift_opt=UseAccessLevelOnImports=true \
	  --swift_out=$(GENERATED) \
	  rounds/v1/bundle.proto rounds/v1/exchange.proto

# The table of docs/benchmarks.md, measured on this machine. BENCH_ROWS=a,d measures some rows only;
# BENCH_LARGE=1 goes on to 200,000 visits and 3,829 sites.
bench: setup-tests
	@scripts/bench

# Plays one seed of the simulated company and prints its story, or COUNT seeds and what they came to.
SEED ?= 1
COUNT ?= 1
simulate: setup-tests
	@swift build -c release --product rounds-simulate
	@.build/release/rounds-simulate $(SEED) $(COUNT)

# The long versions of the sweeps; hours, not minutes.
soak: setup-tests
	@scripts/soak

clean:
	rm -rf .build var
