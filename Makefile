# Build output goes to standard error, so that `make run | cat` prints the outline and nothing else.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# What to open instead of the shipped issue: make run ISSUE=path
ISSUE ?=

MAKEFLAGS += --no-print-directory
BINARY := .build/release/gazette
# One file without shared libraries: binding these took a quarter of the time to the first frame.
LINK ?= --static-swift-stdlib -Xswiftc -static-executable
BUILD_PACKAGES := libncursesw5-dev libsqlite3-dev
TEST_PACKAGES := tmux
BENCH_PACKAGES := less vim python3
SHARE := $(DESTDIR)$(PREFIX)/share
COMPLETIONS := bash-completion/completions/gazette zsh/site-functions/_gazette \
  fish/vendor_completions.d/gazette.fish

.PHONY: run build test soak bench install uninstall lint format clean

run: build
	@$(BINARY) $(ISSUE)

build:
	@Scripts/install-packages $(BUILD_PACKAGES) >&2
	@$(SWIFT) build -c release $(LINK) --product gazette >&2

test: build
	@Scripts/install-packages $(TEST_PACKAGES) >&2
	@GAZETTE_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test
	@echo "make test: all tests passed"

# The long tests of what must not be lost: 200 kills, 20 processes with 500 marks each.
soak: build
	@GAZETTE_SOAK=1 GAZETTE_BINARY="$(CURDIR)/$(BINARY)" $(SWIFT) test --filter ReviewDurabilityTests

bench: build
	@Scripts/install-packages $(BENCH_PACKAGES) >&2
	@$(SWIFT) build -c release --static-swift-stdlib --product GazetteBenchmarks >&2
	@python3 Scripts/bench.py "$(CURDIR)/$(BINARY)" --model "$(CURDIR)/$(dir $(BINARY))GazetteBenchmarks"

install: build
	install -D -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/gazette"
	@for file in $(COMPLETIONS); do \
	  shell=$${file%%/*}; \
	  install -d "$(SHARE)/$${file%/*}"; \
	  $(BINARY) --generate-completion-script $${shell%-completion} > "$(SHARE)/$$file"; \
	done

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/gazette"
	@for file in $(COMPLETIONS); do rm -f "$(SHARE)/$$file"; done

lint:
	@$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift

format:
	@$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

clean:
	rm -rf .build
