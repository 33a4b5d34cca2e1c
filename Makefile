# Build output goes to standard error, so that `make run | cat` prints the outline and nothing else.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# What to open instead of the shipped issue: make run ISSUE=path
ISSUE ?=

MAKEFLAGS += --no-print-directory
BUILD ?= .build
BINARY := $(BUILD)/release/gazette
# Speaks to servers of PostgreSQL; linked to libpq, which there is only shared.
SERVER_BRIDGE := $(BUILD)/release/gazette-postgres
# Makes workbooks; linked to a library that there is no static one of.
SHEET_WRITER := $(BUILD)/release/gazette-sheet
# Where Swift is there is a clang beside it, and perhaps no cc.
ifeq ($(origin CC),default)
CC := $(or $(shell command -v cc || command -v clang),$(dir $(realpath $(shell command -v $(SWIFT))))clang)
endif
# Types of Swift's generics are asked for by a call instead of a name that has to be read first, and each
# function can be laid on its own: together a tenth of the time to the first frame.
COMPILE ?= -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -disable-generic-metadata-prespecialization \
  -Xswiftc -Xfrontend -Xswiftc -function-sections
# One file without shared libraries: binding these took a quarter of the time to the first frame.
# Functions of one body share it. A file that is written in one go lies in larger pages of the system's cache.
LINK ?= --static-swift-stdlib -Xlinker --icf=safe -Xlinker --no-mmap-output-file
STATIC ?= 1
SWIFT_BUILD = GAZETTE_STATIC=$(STATIC) $(SWIFT) build -c release --scratch-path $(BUILD) $(COMPILE) $(LINK)
# What reads formats is a program of its own, run in a fence, and takes its libraries from the system.
READER := $(BUILD)/release/gazette-intake
BUILD_PACKAGES := libncursesw5-dev libsqlite3-dev libxml2-dev libarchive-dev poppler-utils poppler-data \
  libxlsxwriter-dev libpq-dev
# What the tests open a terminal, its entries, a line, a table, a page and a database with; of alternatives the one
# that is there.
# Scripts/check-packages says which of what the tests use belongs to none of them.
TEST_PACKAGES := tmux ncurses-term openssh-server openssh-client 'libreoffice-calc-nogui|libreoffice-calc' \
  'libreoffice-writer-nogui|libreoffice-writer' weasyprint fonts-wqy-zenhei tesseract-ocr tesseract-ocr-chi-sim \
  'chromium-headless-shell|chromium' libxml2-utils python3-icalendar postgresql screen sshfs
BENCH_PACKAGES := less vim tig newsboat git python3 valgrind binutils ripgrep
SHARE := $(DESTDIR)$(PREFIX)/share
# Where zsh looks for completions below share/zsh; Debian's packages use vendor-completions.
ZSH_FUNCTIONS ?= site-functions
COMPLETIONS := bash-completion/completions/gazette zsh/$(ZSH_FUNCTIONS)/_gazette \
  fish/vendor_completions.d/gazette.fish
PAGE := $(SHARE)/man/man1/gazette.1
CHINESE_PAGE := $(SHARE)/man/zh_CN/man1/gazette.1
# What other programs may use.
LIBRARIES := GazetteText GazetteModel GazetteReview GazetteExport
# How long each target of `make fuzz` runs.
FUZZ_SECONDS ?= 30

.PHONY: run build test soak sanitize bench fuzz docs install uninstall deb lint format clean

run: build
	@$(BINARY) $(ISSUE)

# What the first time takes minutes says so; where all is built the steps pass in silence.
TELL = @test -x $(SHEET_WRITER) || Scripts/tell-step

build:
	$(TELL) 1 4 "Packages of the system that the program needs: $(words $(BUILD_PACKAGES)), installed where missing" \
	  "程序所需的系统软件包，共 $(words $(BUILD_PACKAGES)) 个，缺的现在安装"
	@Scripts/install-packages $(BUILD_PACKAGES) >&2
	$(TELL) 2 4 "Compiling the browser, gazette: the first time takes three to ten minutes, later ones seconds" \
	  "编译阅读程序 gazette：首次约需三至十分钟，以后只需几秒"
	@$(SWIFT_BUILD) --product gazette >&2
	$(TELL) 3 4 "Compiling what reads PDF, Word and other formats, gazette-intake: one to three minutes" \
	  "编译读取 PDF、Word 等格式的程序 gazette-intake：约需一至三分钟"
	@$(SWIFT_BUILD) --product gazette-intake >&2
	$(TELL) 4 4 "Compiling what writes workbooks and what speaks to servers: a second; then all is there" \
	  "编译写出工作簿和连接服务器的程序：约一秒，随后即可使用"
	@$(MAKE) $(SHEET_WRITER) $(SERVER_BRIDGE) >&2

$(SHEET_WRITER): Sources/GazetteSheetWriter/main.c
	@$(CC) -O2 -o "$@" "$<" -lxlsxwriter

$(SERVER_BRIDGE): Sources/GazettePostgres/main.c
	@$(CC) -std=gnu2x -O2 -o "$@" "$<" -lpq

test:
	@Scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES) >&2
	@path=$$(Scripts/check-packages $(BUILD)/programs $(BUILD_PACKAGES) $(TEST_PACKAGES)) \
	  && GAZETTE_TEST_PATH="$$path" Scripts/run-tests "$(CURDIR)/$(BUILD)" "$(CURDIR)/$(BINARY)"
	@echo "make test: all tests passed"

# What takes minutes, each part within its time: a million events, 20,000 keys in a terminal, hours of reading,
# 200 kills, 20 processes with 500 marks each, and both commands of README.md in a bare root.
soak: build
	@Scripts/install-packages $(TEST_PACKAGES) >&2
	@GAZETTE_BINARY="$(CURDIR)/$(BINARY)" Scripts/soak

# The tests under ThreadSanitizer and AddressSanitizer, and a walk through a program built with each.
sanitize:
	@Scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES) >&2
	@Scripts/sanitize thread
	@Scripts/sanitize address

bench: build
	@Scripts/install-packages $(BENCH_PACKAGES) >&2
	@$(SWIFT_BUILD) --product GazetteBenchmarks >&2
# The programs as they are installed: with their symbols they start later.
	@for program in $(BINARY) $(READER) $(SHEET_WRITER) $(SERVER_BRIDGE); do \
	  install -D -s -m 755 "$$program" "$(BUILD)/installed/$${program##*/}"; \
	done
	@python3 Scripts/bench.py "$(CURDIR)/$(BUILD)/installed/gazette" --model "$(CURDIR)/$(dir $(BINARY))GazetteBenchmarks"
	@python3 Scripts/bench-archive.py "$(CURDIR)/$(BUILD)/installed/gazette"
	@python3 Scripts/bench-intake.py "$(CURDIR)/$(BUILD)/installed/gazette"

fuzz:
	@Scripts/fuzz $(FUZZ_SECONDS)

# The libraries' documentation, below .build/docs; a warning ends it.
docs:
	@Scripts/install-packages $(BUILD_PACKAGES) >&2
	@mkdir -p .build/docs
	@set -e; for library in $(LIBRARIES); do \
	  $(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation --target $$library \
	    --warnings-as-errors --output-path .build/docs/$$library; \
	done

# Installed are programs without their symbols, a third of the file. Those of the build keep them: Scripts/symbolicate
# names by them the functions of a crash of what was installed.
install: build
	install -D -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/gazette"
	install -D -s -m 755 $(SHEET_WRITER) "$(DESTDIR)$(PREFIX)/libexec/gazette/gazette-sheet"
	install -D -s -m 755 $(READER) "$(DESTDIR)$(PREFIX)/libexec/gazette/gazette-intake"
	install -D -s -m 755 $(SERVER_BRIDGE) "$(DESTDIR)$(PREFIX)/libexec/gazette/gazette-postgres"
	install -D -m 644 Documentation/gazette.1 "$(PAGE)"
	install -D -m 644 Documentation/gazette.zh_CN.1 "$(CHINESE_PAGE)"
	@for file in $(COMPLETIONS); do \
	  shell=$${file%%/*}; \
	  install -d "$(SHARE)/$${file%/*}"; \
	  $(BINARY) --generate-completion-script $${shell%-completion} > "$(SHARE)/$$file"; \
	done

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/gazette" "$(PAGE)" "$(CHINESE_PAGE)"
	rm -rf "$(DESTDIR)$(PREFIX)/libexec/gazette"
	@for file in $(COMPLETIONS); do rm -f "$(SHARE)/$$file"; done

deb:
	@Scripts/install-packages $(BUILD_PACKAGES) dpkg-dev binutils >&2
	@Scripts/make-deb

lint:
	@$(SWIFT) format lint --strict --parallel --recursive Sources Tests Fuzzing Package.swift

format:
	@$(SWIFT) format --in-place --parallel --recursive Sources Tests Fuzzing Package.swift

clean:
	rm -rf .build .build-deb .build-fuzz .build-soak .build-thread .build-address
