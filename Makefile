# growthplan: how it is built, tried, checked and installed. `make help` lists the targets.
#
#   VARIANT=plain|asan|cov   which build; each has a folder of its own: build/VARIANT
#   CC=clang                 another compiler: build/VARIANT-clang
#   PACKAGE=minizip          workbooks by way of temporary files: build/VARIANT-minizip
#   V=1                      show the commands whole
#   WERROR=1 or CI=true      a warning is an error

MAKEFLAGS += --no-print-directory
VARIANT = plain
PREFIX = /usr/local
ifeq ($(origin CC),default)
CC = gcc
endif

flags_plain = -O3 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
links_plain = -pie -Wl,-z,relro,-z,now
flags_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -D GP_SANITIZED
links_asan = -fsanitize=address,undefined
flags_cov = -O0 -g --coverage
links_cov = --coverage
# Needs CC=clang; make fuzz sees to it.
flags_fuzz = $(flags_asan) -fsanitize=fuzzer-no-link
links_fuzz = -fsanitize=fuzzer,address,undefined
ifeq ($(flags_$(VARIANT)),)
$(error there is no VARIANT=$(VARIANT); there are plain, asan, cov and fuzz)
endif

# How workbooks are put together: lib/package/package.h says what the two ways are.
PACKAGE = memory
package_memory = $(filter-out lib/package/minizip.c,$(wildcard lib/package/*.c))
package_minizip = lib/package/verify.c lib/package/minizip.c
ifeq ($(package_$(PACKAGE)),)
$(error there is no PACKAGE=$(PACKAGE); there are memory and minizip)
endif

BUILD = build/$(VARIANT)$(if $(findstring clang,$(CC)),-clang)$(filter-out -memory,-$(PACKAGE))
PROGRAM = $(BUILD)/growthplan
LIBRARY = $(BUILD)/libgrowthplan.a

LANGUAGE = -std=c11 -D_POSIX_C_SOURCE=200809L -I lib
WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual \
	-Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wundef -Wvla \
	-Wdouble-promotion
ifneq ($(WERROR)$(filter true,$(CI)),)
WARNINGS += -Werror
endif
COMPILE = $(CC) $(LANGUAGE) $(WARNINGS) $(flags_$(VARIANT)) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(flags_$(VARIANT)) $(links_$(VARIANT)) $(CFLAGS) $(LDFLAGS)
# Written out, not asked of pkg-config: this file is read before make setup-build has run.
LDLIBS = -lxlsxwriter -lcsv -lpcre2-8 -lutf8proc -lnettle -lminizip -lz -ldeflate -ljansson -lexpat -lm
# The allocator; the sanitizers have their own.
libs_plain = -lmimalloc
libs_cov = -lmimalloc

LIBRARY_SOURCES = $(filter-out lib/package/%,$(wildcard lib/*/*.c)) $(package_$(PACKAGE))
PROGRAM_SOURCES = $(wildcard cmd/*.c)
TEST_SOURCES = $(wildcard tests/unit/test_*.c)
FUZZ_SOURCES = $(wildcard tests/fuzz/*.c)
FILLS_SOURCES = $(wildcard tests/fills/*.c)
BENCH_SOURCES = $(wildcard tests/bench/*.c)
HEADERS = $(wildcard lib/*/*.h cmd/*.h tests/unit/*.h tests/fuzz/*.h)
# The ladders and policies that the program carries inside itself.
EMBEDDED = $(sort $(wildcard templates/*/*.csv))

LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
PROGRAM_OBJECTS = $(PROGRAM_SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/defaults.o
TESTS = $(TEST_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)

# Debian 12 packages.
BUILD_PACKAGES = gcc libc6-dev make libxlsxwriter-dev libcsv-dev libpcre2-dev libutf8proc-dev \
	nettle-dev libminizip-dev libdeflate-dev zlib1g-dev libjansson-dev libexpat1-dev \
	libmimalloc-dev
CHECK_PACKAGES = libcmocka-dev python3 python3-openpyxl libreoffice-calc-nogui poppler-utils \
	valgrind strace unzip universal-ctags lp-solve parallel slurmctld slurmd slurm-client
FUZZ_PACKAGES = clang libclang-rt-14-dev libfuzzer-14-dev
LINT_PACKAGES = clang clang-format clang-tidy universal-ctags
BENCH_PACKAGES = libdeflate-dev python3 python3-pandas python3-xlsxwriter python3-openpyxl libreoffice-calc-nogui \
	miller strace valgrind r-cran-openxlsx r-cran-jsonlite

# How a recipe says in short what it does.
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $@ &&)

.PHONY: all tests help demo check torture fuzz cov golden pictures valgrind bench lint lint-format lint-layers \
	lint-tidy install clean setup-build setup-check setup-bench setup-lint setup-fuzz setup-cov
.DELETE_ON_ERROR:

all: $(PROGRAM) ## build the program (make demo also installs what it needs)
	@:

$(PROGRAM): $(PROGRAM_OBJECTS) $(LIBRARY)
	$(call say,link) $(LINK) -o $@ $^ $(LDLIBS) $(libs_$(VARIANT))

# Made anew each time: ar would keep the objects of sources that are gone.
$(LIBRARY): $(LIBRARY_OBJECTS)
	@rm -f $@
	$(call say,ar) $(AR) rcs $@ $^

# With minizip every formula is made anyway.
unfilled_memory = $(BUILD)/tests/unfilled

tests: $(TESTS) $(BUILD)/tests/replay $(unfilled_$(PACKAGE))
	@:

# What is fuzzed, given files, and given what libFuzzer makes up.
$(BUILD)/tests/replay: $(BUILD)/tests/fuzz/replay.o $(BUILD)/tests/fuzz/targets.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,link) $(LINK) -o $@ $^ $(LDLIBS)

# The program without formulas that are said to be filled down.
$(BUILD)/tests/unfilled: $(PROGRAM_OBJECTS) $(BUILD)/tests/fills/unfilled.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,link) $(LINK) -o $@ $^ $(LDLIBS) $(libs_$(VARIANT))

$(BUILD)/fuzzer: $(BUILD)/tests/fuzz/engine.o $(BUILD)/tests/fuzz/targets.o $(LIBRARY)
	$(call say,link) $(LINK) -o $@ $^ $(LDLIBS)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	$(call say,link) $(LINK) -o $@ $^ $(LDLIBS) -lcmocka

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,cc) $(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/defaults.o: $(BUILD)/defaults.c Makefile
	$(call say,cc) $(COMPILE) -I cmd -MMD -MP -c -o $@ $<

$(BUILD)/defaults.c: cmd/embed.sh $(EMBEDDED)
	@mkdir -p $(@D)
	$(call say,embed) sh cmd/embed.sh $(EMBEDDED) > $@

.SECONDARY: $(TEST_SOURCES:%.c=$(BUILD)/%.o)
-include $(wildcard $(BUILD)/*.d $(BUILD)/lib/*/*.d $(BUILD)/cmd/*.d $(BUILD)/tests/*/*.d)

demo: setup-build ## make plans and a budget for the sample team, in out/demo
	@$(MAKE) all
	@rm -rf out/demo
	@mkdir -p out
	$(PROGRAM) plan samples/team/answers-wide.csv samples/team/manager-ratings.csv \
		--roster samples/team/roster.csv --courses samples/team/courses.csv \
		--spent samples/team/spent.csv --pairs samples/team/pairs.csv \
		--as-of 2026-11-23 -o out/demo --force
	@echo
	@echo 'Look at out/demo/team.xlsx first, then at a plan in out/demo/plans/.'

check: setup-check ## run all tests; ends with "N passed, N failed"
	@$(MAKE) all tests
	@tests/tools/check.sh $(notdir $(BUILD))

torture: setup-check ## more faults, kills and full disks than make check has time for
	@$(MAKE) all
	@tests/faults/run.sh $(notdir $(BUILD)) --long

SECONDS = 60
fuzz: setup-fuzz ## give each reader what libFuzzer makes up, SECONDS= long each
	@$(MAKE) VARIANT=fuzz CC=clang build/fuzz-clang/fuzzer
	@tests/fuzz/fuzz.sh $(SECONDS)

cov: setup-cov ## run the tests and say what of each folder they went through
	@$(MAKE) VARIANT=cov all tests
	@find build/cov -name '*.gcda' -delete
	@tests/tools/check.sh cov
	@tests/tools/coverage.sh cov

golden: setup-build ## record what the golden cases give now; then read git diff
	@$(MAKE) all
	@tests/tools/golden.sh $(notdir $(BUILD)) record
	@tests/tools/bad.sh $(notdir $(BUILD)) record

pictures: setup-check ## make the README's pictures anew from the sample team
	@$(MAKE) all
	@tests/tools/pictures.sh

valgrind: setup-check ## run the program on samples/small under valgrind
	@$(MAKE) all
	@tests/tools/valgrind.sh $(notdir $(BUILD))

bench: setup-bench ## compare time, memory and size with other ways; ARGS= are those of bench.py
	@$(MAKE) all $(BENCH_SOURCES:tests/bench/%.c=build/bench/%)
	@/usr/bin/python3 -B tests/bench/bench.py $(ARGS) $(PROGRAM)

build/bench/%: tests/bench/%.c Makefile
	@mkdir -p $(@D)
	$(call say,cc) $(CC) $(LANGUAGE) $(WARNINGS) -O2 -o $@ $< $(bench_library_$*)
bench_library_fields = -lcsv
bench_library_deflate = -ldeflate
bench_library_cells = $(LIBRARY) $(LDLIBS) $(libs_plain)
build/bench/cells: $(LIBRARY)

lint: setup-lint ## check format, layers, limits, and the rules of .clang-tidy
	@$(MAKE) -k -O -j2 lint-format lint-layers lint-tidy

C_FILES = $(LIBRARY_SOURCES) $(PROGRAM_SOURCES) $(TEST_SOURCES) $(FUZZ_SOURCES) $(FILLS_SOURCES)
TIDIED = $(C_FILES:%.c=build/lint/%.tidied)

lint-format:
	$(call say,check) clang-format --dry-run -Werror $(C_FILES) $(BENCH_SOURCES) $(HEADERS)

lint-layers:
	$(call say,check) tests/tools/layers.sh

lint-tidy: $(TIDIED)

build/lint/%.tidied: %.c $(HEADERS) .clang-tidy
	@mkdir -p $(@D)
	$(call say,tidy) clang-tidy --quiet $< -- $(LANGUAGE)
	@touch $@

# Installs what is missing; costs nothing when nothing is.
setup-build:
	@tests/tools/setup.sh $(BUILD_PACKAGES)

setup-check:
	@tests/tools/setup.sh $(BUILD_PACKAGES) $(CHECK_PACKAGES)

setup-bench:
	@tests/tools/setup.sh $(BUILD_PACKAGES) $(BENCH_PACKAGES)

setup-cov:
	@tests/tools/setup.sh $(BUILD_PACKAGES) $(CHECK_PACKAGES) lcov

setup-fuzz:
	@tests/tools/setup.sh $(BUILD_PACKAGES) $(FUZZ_PACKAGES)

setup-lint:
	@tests/tools/setup.sh $(BUILD_PACKAGES) libcmocka-dev $(LINT_PACKAGES)

install: all ## install the program and its man page below $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/growthplan
	install -m 644 cmd/growthplan.1 $(DESTDIR)$(PREFIX)/share/man/man1/growthplan.1

clean: ## remove everything that was built
	rm -rf build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  On a new machine start with make demo: it installs what it needs (Debian 12).'
	@echo '  VARIANT=asan checks memory, VARIANT=cov coverage; CC=clang; WERROR=1.'
