# Descent: one Makefile for the library, the exercises, their judges, the tool and the book.
#
# Everything generated goes to build/. `make help` lists the targets. A recipe says what it
# makes; with V=1 it shows its commands.

ifdef V
SHELL := /bin/bash
else
.SILENT:
# The shell is looked up for each line of a recipe; the first says what is made.
SHELL = $(if $(filter-out $(said),$(filter build/%,$@)),$(info $@)$(eval said += $@))/bin/bash
endif
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := all

# Use every core unless told otherwise.
ifeq ($(filter -j%,$(MAKEFLAGS))$(filter --jobserver%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc)
endif

# "make deps book" installs before it builds: a make of its own does so before this one reads on, so
# that all the rest is still made on every core.
INSTALLING := $(filter deps %-deps,$(MAKECMDGOALS))
dry := $(findstring n,$(filter-out --%,$(firstword $(MAKEFLAGS))))
ifneq ($(and $(INSTALLING),$(filter-out $(INSTALLING),$(MAKECMDGOALS)),$(if $(dry),,wet)),)
installed := $(shell $(MAKE) --no-print-directory $(INSTALLING) >&2)
$(if $(filter-out 0,$(.SHELLSTATUS)),$(error Please see to what "make $(INSTALLING)" says above))
endif

# --- Settings a caller may change -------------------------------------------------------

CC ?= cc
REAL ?= double
EDITION ?= student
# Where the library's exercises come from when figures are drawn: solutions or exercises.
FROM ?= solutions
# What is printed on: a4 or letter.
PAPER ?= a4
# For mark sheets a class, as a CSV, a font that has the letters of its names, and an assignment.
ROSTER ?=
ASSIGNMENT ?=
NAME_FONT ?= DejaVuSans.ttf
# Warnings are errors in CI.
WERROR ?= $(if $(CI),-Werror)

B := build$(if $(filter float,$(REAL)),/float)
CPPFLAGS += -D_GNU_SOURCE -Isrc $(if $(filter float,$(REAL)),-DREAL_FLOAT)
WARNINGS := -Wall -Wextra -Wconversion -Wshadow $(WERROR)
# No contraction and no fast math: the same source gives the same bits everywhere.
RELEASE := -std=c17 -O2 -g -ffp-contract=off $(WARNINGS)
PRACTICE := -std=c17 -O1 -g -ffp-contract=off $(WARNINGS) \
            -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
MISTAKEN := $(RELEASE) -Wno-unused-function
LIBS := -llapacke -lopenblas -lm
# The laboratory calls the exercises' functions (the network their backward pass), and they
# call the library's: the linker has to go round.
LIBRARIES = -Wl,--start-group $B/libsolutions.a $B/libdescent.a -Wl,--end-group
# The quicker of Debian's two linkers: a verdict waits for it.
LINKER := $(if $(shell command -v ld.gold),-fuse-ld=gold)
LDFLAGS += $(LINKER)
# A driver is copied for each case (see driver_serve.c): what it calls is looked up once.
BIND_NOW := -Wl,-z,now
JUDGE_LIBS := -ljansson -lseccomp -lz
TOOL_LIBS := -larchive -lnettle -lyaml $(JUDGE_LIBS)
CHECK_LIBS = $$(pkg-config --libs check)
# WebAssembly for the site, by Debian's clang, lld and wasi-libc: of the same sources, with the same
# flags. A module is a reactor: functions that a page calls, no main().
WASM_CC ?= clang --target=wasm32-wasi
WASM_FLAGS := -std=c17 -O2 -ffp-contract=off $(WARNINGS)
WASM_LDFLAGS := -mexec-model=reactor -Wl,--gc-sections,--strip-all

# --- What there is ----------------------------------------------------------------------

# The only clock: the date of the commit.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),1767225600)
endif
CHAPTERS := $(sort $(notdir $(wildcard chapters/*)))
SOLUTIONS := $(sort $(wildcard solutions/*/*.c))
# An exercise is CHAPTER/NAME; everything that belongs to it is found by that. A handout has
# stubs and records instead of solutions and references.
EXERCISES := $(or $(patsubst solutions/%.c,%,$(SOLUTIONS)), \
                  $(patsubst stubs/%.c,%,$(sort $(wildcard stubs/*/*.c))))
LIBRARY := $(sort $(wildcard src/optim/*.c src/lab/*.c))
JUDGE := $(sort $(filter-out src/judge/driver% src/judge/trace_write.c, \
           $(wildcard src/judge/*.c src/run/*.c)))
DRIVER := $(patsubst %,src/judge/%.c,driver driver_main driver_serve trace_write)
TOOL := $(sort $(wildcard src/tool/*.c))
TESTS := $(sort $(wildcard tests/optim/test_*.c tests/lab/test_*.c tests/judge/test_*.c \
           tests/tool/test_*.c tests/practice/test_*.c))

release = $(patsubst %.c,$B/obj/%.o,$(1))
practice = $(patsubst %.c,$B/practice/%.o,$(1))
practiced = $(patsubst $B/practice/%.o,%.c,$(wildcard $(call practice,$(1))))
chapter_of = $(word 2,$(subst /, ,$(1)))

JUDGES := $(EXERCISES:%=$B/judge/%)
REFERENCES := $(if $(SOLUTIONS),$(EXERCISES:%=$B/reference/%))
MISTAKES := $(if $(SOLUTIONS),$(EXERCISES:%=$B/mistakes/%/driver))
# What the tool links a student's file with.
CASES := $(foreach e,$(EXERCISES),$B/practice/tests/$(dir $(e))cases_$(notdir $(e)).o)
KIT := $B/practice/libdescent.a $(call practice,$(DRIVER)) $B/practice/command \
       $B/practice/libraries $(if $(SOLUTIONS),$(EXERCISES:%=$B/practice/functions/%))
# What a handout has to know of each exercise.
LINKED := $(if $(SOLUTIONS),$(EXERCISES:%=$B/practice/linked/%))

# Those that are asked for, by number or by chapter.
ASKED := $(if $(EX),$(patsubst %.c,%,$(shell grep -lsF '@exercise $(EX) ' $(SOLUTIONS) stubs/*/*.c)))
ASKED := $(ASKED:$(if $(SOLUTIONS),solutions,stubs)/%=%) \
         $(if $(CH),$(filter $(CH)/% $(CH)-% 0$(CH)-%,$(EXERCISES)))

# A handout makes no more of the library than they are linked with, and what it has already.
linked = $(foreach o,$(file <recorded/$(1).linked),$(filter %/$(o:.o=.c),$(LIBRARY)))
PRACTICED := $(if $(or $(SOLUTIONS),$(if $(strip $(ASKED)),,all)),$(LIBRARY),$(sort \
               $(foreach e,$(ASKED),$(call linked,$(e))) $(call practiced,$(LIBRARY))))

.PHONY: all deps grading-deps book corpus compare recipes check grade watch hint plot diff reset status list exercises handout bench \
        bench-deps check-site check-site-deps check-float check-library check-slurm epub-deps slurm-deps check-mpi mpi-deps compdb format fuzz lint lint-deps clean help
.SECONDARY:

all: $B/descent $(JUDGES) $(REFERENCES) $(MISTAKES) $(CASES) $(KIT)

# What a handout cannot do.
beyond_handout := $(if $(SOLUTIONS),,$(filter check check-site practice check-practice handout exercises bench lint sheets marks booklet epub check-epub \
                    $(if $(filter exercises,$(FROM)),,book),$(MAKECMDGOALS)))
$(if $(beyond_handout),$(error This is a handout, without solutions, so there is no "make \
  $(beyond_handout)". Its book lies in book/$(if $(wildcard chapters/*/figures),; "make book \
  FROM=exercises" draws your figures)))

# --- Compiling --------------------------------------------------------------------------

$B/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(RELEASE) $(CFLAGS) -MMD -MP -c $< -o $@

# The first verdict in a handout waits for these.
ifndef SOLUTIONS
CPPFLAGS += -DHANDOUT
$(call release,$(TOOL) $(JUDGE)): RELEASE := $(subst -O2 -g,-O1,$(RELEASE))
endif

# Where they were made is of no interest to those who read the linker's messages.
$B/practice/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(PRACTICE) $(CFLAGS) -fdebug-prefix-map=$(CURDIR)=. -MMD -MP -c $< -o $@

$B/libdescent.a: $(call release,$(LIBRARY))
$B/libsolutions.a: $(call release,$(SOLUTIONS))
$B/libjudge.a: $(call release,$(filter-out src/judge/judge.c,$(JUDGE)))
$B/libtool.a: $(call release,$(filter-out src/tool/main.c,$(TOOL)))
$B/libdescent.a $B/libsolutions.a $B/libjudge.a $B/libtool.a:
	@rm -f $@
	$(AR) rcsD $@ $^

# The empty file tells the tool that there is more that a submission may call.
$B/practice/libdescent.a: $(call practice,$(PRACTICED))
	@rm -f $@ $(@D)/partial
	$(AR) rcsD $@ $^
	@$(if $(filter-out $(PRACTICED),$(LIBRARY)),touch $(@D)/partial)

$B/descent: $B/obj/src/tool/main.o $B/libtool.a $B/libjudge.a
	$(CC) $(LDFLAGS) $^ $(TOOL_LIBS) -lm -o $@

# How the tool compiles and links a submission, one word a line.
$B/practice/command $B/practice/libraries &: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' $(CC) $(CPPFLAGS) $(filter-out -Wconversion -Wshadow -Werror,$(PRACTICE)) \
	    -Werror=return-type \
	    > $B/practice/command
	@printf '%s\n' $(LINKER) $(BIND_NOW) -Wl,--as-needed $(LIBS) > $B/practice/libraries

# What a submission may define for other files: what its solution defines. A main() of its own is
# let through for the linker to name.
$B/practice/functions/%: $B/obj/solutions/%.o
	@mkdir -p $(@D)
	{ nm -gP --defined-only $< | cut -d' ' -f1; echo main; } > $@

# What of the library a submission is linked with: what its solution and its driver call.
$(LINKED): $B/practice/linked/%: $B/obj/solutions/%.o $(call practice,$(DRIVER)) \
                                 $B/practice/libdescent.a $B/libsolutions.a
	@mkdir -p $(@D)
	ld -r -t -t -u todo -o /dev/null --start-group $^ --end-group | \
	    sed -n 's|^($B/practice/libdescent.a)||p' > $@

# What the tool is without the commands that a handout has not.
$B/obj/handout/main.o: src/tool/main.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -DHANDOUT $(RELEASE) $(CFLAGS) -MMD -MP -c $< -o $@
$B/practice/tool: $B/obj/handout/main.o $B/libtool.a
	ld -r -t -t -o /dev/null $^ | sed -n 's|.*/main.o|main.o|p; s|^($B/libtool.a)||p' > $@

# --- WebAssembly ------------------------------------------------------------------------

$B/wasm/%.o: %.c
	@mkdir -p $(@D)
	$(WASM_CC) $(CPPFLAGS) -Isrc/practice/include $(WASM_FLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

# --- Exercises: drivers and judges ------------------------------------------------------

$(JUDGES): $B/judge/%: $B/obj/src/judge/judge.o $B/libjudge.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(filter %.o,$^) $B/libjudge.a $(JUDGE_LIBS) $(CHECK_LIBS) -lm -o $@

$(REFERENCES): $B/reference/%: $B/obj/solutions/%.o $B/libsolutions.a $B/libdescent.a \
               $(call release,$(DRIVER))
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(BIND_NOW) $(filter %.o,$^) $(LIBRARIES) $(LIBS) -o $@

define exercise_rules
$B/judge/$(1): $B/obj/tests/$(dir $(1))check_$(notdir $(1)).o
$B/practice/linked/$(1): $B/practice/tests/$(dir $(1))cases_$(notdir $(1)).o
$(if $(SOLUTIONS),$B/reference/$(1): $B/obj/tests/$(dir $(1))cases_$(notdir $(1)).o)
endef
$(foreach e,$(EXERCISES),$(eval $(call exercise_rules,$(e))))

# The list of mistakes becomes one program with a version for each; if it is as before, it
# keeps its time. A mistake may leave helpers of the solution unused.
$B/mistakes/%/versions.o: $B/mistakes/%/versions.c
	$(CC) $(CPPFLAGS) $(MISTAKEN) $(CFLAGS) -MMD -MP -c $< -o $@

$(MISTAKES): %/driver: %/versions.o $B/libsolutions.a $B/libdescent.a \
             $(call release,$(subst driver_main,driver_versions,$(DRIVER)))
	$(CC) $(LDFLAGS) $(BIND_NOW) $(filter %.o,$^) $(LIBRARIES) $(LIBS) -o $@

define mistake_rules
$B/mistakes/$(1)/list: tests/$(dir $(1))mistakes/$(notdir $(1)) solutions/$(1).c $B/descent
	@mkdir -p $$(@D)
	$B/descent mistakes --write $B/mistakes $(notdir $(1))
	@touch $$@
$B/mistakes/$(1)/versions.c: $B/mistakes/$(1)/list ;
$B/mistakes/$(1)/driver: $B/obj/tests/$(dir $(1))cases_$(notdir $(1)).o
endef
$(if $(SOLUTIONS),$(foreach e,$(EXERCISES),$(eval $(call mistake_rules,$(e)))))

# --- A learner's loop -------------------------------------------------------------------

# That something does not pass yet is what was asked, no error of make's; scripts that want
# the exit code call the tool itself.
learn = $B/descent $(1) || [ $$? -eq 1 ]

# Only what those that are asked for need is made.
made_for = $(filter %/$(1) %/$(1)/driver %/$(dir $(1))cases_$(notdir $(1)).o, \
             $(JUDGES) $(REFERENCES) $(MISTAKES) $(CASES))
wanted := $(if $(strip $(ASKED)),$B/descent $(KIT) $(foreach e,$(ASKED),$(call made_for,$(e))),all)

grade: $(wanted)
	@$(call learn,$@ $(EX) $(CH))

watch: all
	@$(call learn,$@ $(EX) $(CH))

hint plot diff: all
	@$(call learn,$@ $(EX))

reset: all
	@$(call learn,$@ $(EX) $(CH))

status list: all
	@$(call learn,$@)

# Writes the stubs from the solutions, never over a student's changed file.
exercises: $B/descent
	@$B/descent stubs

# --- Handing out ------------------------------------------------------------------------

# Archives for a class. HANDOUT has options of the tool, such as "--chapters 1-3".
handout: all book $(LINKED) $B/practice/tool $B/handout.md
	$B/descent handout $(HANDOUT)

# Their README: what a student reads, less the paragraphs on what only a clone can do.
$B/handout.md: docs/handout.md README.md
	{ cat docs/handout.md; sed -n '/^## For students/,/^## For instructors/{/^## For i/!p}' \
	    README.md | sed '/^<!-- clone -->/,/^<!-- all -->/d; /descent diff/d'; } > $@

# --- Testing the workbook ---------------------------------------------------------------

TEST_PROGRAMS := $(TESTS:%.c=$B/%)
TEST_SCRIPTS := $(sort $(wildcard tests/*/test_*.sh))

# A test of the library may call the exercises' functions too: the solutions are linked.
$(TEST_PROGRAMS): $B/%: $B/obj/%.o $B/obj/src/judge/trace_write.o $B/libtool.a \
                  $B/libjudge.a $B/libsolutions.a $B/libdescent.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(filter %.o,$^) $B/libtool.a $B/libjudge.a $(LIBRARIES) \
	    $(TOOL_LIBS) $(CHECK_LIBS) $(LIBS) -lutil -o $@

$(filter $B/tests/optim/%,$(TEST_PROGRAMS)): $B/obj/tests/optim/support.o

# These are also the programs that they run.
$(filter %/test_run %/test_diagnose,$(TEST_PROGRAMS)): $B/obj/src/judge/driver_serve.o
$B/practice/tests/judge/test_diagnose: $B/practice/src/judge/driver_serve.o

# Memory runs out in these; see tests/optim/memory.h.
$(filter %/test_memory,$(TEST_PROGRAMS)): $B/obj/tests/optim/memory.o
$(filter %/test_memory,$(TEST_PROGRAMS)): private override \
    LDFLAGS += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free

# Readers of bytes that are not ours are tested once more with sanitizers.
READERS := $(filter-out src/judge/judge.c src/judge/trial.c src/tool/main.c src/tool/cmd_%,$(JUDGE) $(TOOL))
SANITIZED := $(patsubst %,$B/practice/tests/%,judge/test_trace judge/test_text \
             judge/test_compare judge/test_diagnose judge/test_record judge/test_verdict tool/test_header \
             tool/test_mistakes tool/test_object tool/test_plain tool/test_quiz \
             lab/test_dataset)
$(SANITIZED): $B/practice/tests/%: $B/practice/tests/%.o \
              $(call practice,$(READERS)) \
              $B/practice/src/judge/trace_write.o $B/practice/libdescent.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -fsanitize=address,undefined $^ $(TOOL_LIBS) $(CHECK_LIBS) -lm -o $@

# The tests of the workbook: they do not look at what a student has put into exercises/. The
# longest come first, so that none is left to run alone.
LONGEST := tests/book/test_pipeline.sh
check: all $(LINKED) $B/practice/tool $B/compare-optimizers $B/tune-recipes $(TEST_PROGRAMS) $(SANITIZED) \
           $(patsubst chapters/%/figures,build/figures/%/facts.tsv,$(wildcard chapters/*/figures))
	@tests/run $B/tests/log $(LONGEST) \
	    $(patsubst solutions/%/,"$B/descent prove %",$(sort $(dir $(SOLUTIONS)))) \
	    $(filter-out $(LONGEST),$(TEST_SCRIPTS)) $(TEST_PROGRAMS) $(SANITIZED)

# Library and laboratory once more, in single precision.
LIBRARY_TESTS := $(filter $B/tests/optim/% $B/tests/lab/%,$(TEST_PROGRAMS))
check-library: $(LIBRARY_TESTS)
	@tests/run $B/tests/log $^

check-float:
	@$(MAKE) --no-print-directory REAL=float check-library

# Grades in parts, as a cluster does; `make slurm-deps` installs its daemons.
check-slurm: all $B/compare-optimizers
	@tests/run $B/tests/cluster $(wildcard tests/tool/cluster/test_*.sh)

# ZeRO by the processes of MPI, and on a cluster of one machine; `make mpi-deps` installs both.
MPICC ?= mpicc
$B/mpi/zero: $(wildcard src/mpi/*.[ch]) $B/libsolutions.a $B/libdescent.a
	@mkdir -p $(@D)
	$(MPICC) $(CPPFLAGS) $(RELEASE) $(CFLAGS) $(LDFLAGS) $(filter %.c,$^) $(LIBRARIES) $(LIBS) -o $@

check-mpi: $B/mpi/zero
	@tests/run $B/tests/mpi $(wildcard tests/lab/mpi/test_*.sh)

# Throws mutated bytes at every reader of bytes that are not ours, for FUZZ seconds each.
FUZZ ?= 20
FUZZED := trace record output header mistakes object quiz dataset
FUZZERS := $(FUZZED:%=$B/fuzz/%)
CSV_READER := src/lab/csv.c src/lab/dataset.c src/lab/rng.c src/optim/status.c
$(FUZZERS): $B/fuzz/%: $(wildcard tests/*/fuzz_*.c) $(JUDGE) $(TOOL) $(CSV_READER)
	@mkdir -p $@.corpus
	clang $(CPPFLAGS) -std=c17 -O1 -g -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all tests/*/fuzz_$*.c \
	    $(READERS) $(CSV_READER) $(TOOL_LIBS) -lm -o $@
fuzz: $(FUZZERS)
	for f in $(FUZZERS); do \
	    case $$f in \
	        */header) more=solutions/*/ ;; \
	        */dataset) more=-dict=tests/lab/fuzz_dataset.dict ;; \
	        */record) more=-dict=tests/judge/fuzz_record.dict ;; \
	        *) more= ;; esac; \
	    $$f -max_total_time=$(FUZZ) -max_len=4096 -timeout=5 \
	        -artifact_prefix=$B/fuzz/ -print_final_stats=1 $$f.corpus $$more; \
	done

# The prose of the chapters, in ASCII. The laboratory's corpus is a copy of it that stays as it is,
# so that what was measured on it stays true: see src/lab/data/SOURCES.md.
corpus: $B/corpus.txt
$B/corpus.txt: docs/tools/corpus.lua $(wildcard chapters/*/text.md)
	@mkdir -p $(@D)
	for text in $(filter %.md,$^); do \
	    pandoc --from=markdown --to=plain --wrap=none --lua-filter=$< $$text; done >$@

# --- Comparing ----------------------------------------------------------------------------

# Every optimizer on every workload, with tuning: hours. What is there is kept, so it can be stopped
# at any time, and goes on. COMPARE has options of the program: "--small" takes minutes; with
# "--shard 1/4", "--shard 2/4" … four machines that share build/compare do a quarter each;
# src/compare/compare.sbatch is that for Slurm.
COMPARE ?=
compare: $B/compare-optimizers
	OPENBLAS_NUM_THREADS=1 $< $(COMPARE) $B/compare$(if $(findstring --small,$(COMPARE)),-small)
$B/compare-optimizers: $B/obj/src/compare/main.o
$B/tune-recipes: $B/obj/src/compare/recipes.o
$B/compare-optimizers $B/tune-recipes: $B/libsolutions.a $B/libdescent.a
	$(CC) $(LDFLAGS) $(filter %.o,$^) $(LIBRARIES) $(LIBS) -o $@

# The settings of the speedrun, which stand in chapters/12-comparing/figures/recipes.h: minutes.
# WIDTH=64 also tunes a model of that width.
WIDTH ?=
recipes: $B/tune-recipes
	OPENBLAS_NUM_THREADS=1 $< $(WIDTH)

# --- Measuring --------------------------------------------------------------------------

# The loops of the book, in single precision as the peers have it.
# -fno-math-errno: otherwise sqrtf must set errno, and no loop with a root is vectorised.
# -fprefetch-loop-arrays: roots and divisions fill the processor's window before enough loads
# are under way. Left to itself gcc asks for two of the four arrays of centered RMSProp, 160
# bytes ahead; the two parameters make it ask for all of them, further ahead.
BENCH := -std=c17 -O3 -march=native -fno-math-errno -ffp-contract=off \
         -fprefetch-loop-arrays --param simultaneous-prefetches=16 \
         --param prefetch-latency=800 -fopenmp -DREAL_FLOAT $(WARNINGS)
BENCH_SOURCES := $(wildcard tests/bench/*.c src/optim/*.c) src/lab/methods.c \
                 src/lab/optimizer.c src/lab/problem.c $(SOLUTIONS)
# Clang has no -fprefetch-loop-arrays.
BENCH_CC ?= gcc

build/bench/%.o: %.c
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(BENCH) $(CFLAGS) -MMD -MP -c $< -o $@

build/bench/bench: $(BENCH_SOURCES:%.c=build/bench/%.o)
	$(BENCH_CC) -fopenmp $^ -ljansson $(LIBS) -o $@

# L-BFGS beside liblbfgs, GSL and SciPy, in double precision as these are.
COLLECTION := $(filter src/lab/mgh% src/lab/least_squares.c src/lab/problem.c,$(LIBRARY))
MINIMIZED := tests/bench/second_order/minimizers.c $(COLLECTION) \
             $(patsubst %,src/optim/%.c,curvature_pairs lbfgs minimizer todo wolfe_search zeros) \
             $(patsubst %,solutions/05-second-order/%.c,lbfgs_direction wolfe_search)
build/bench/minimizers: $(MINIMIZED)
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(filter-out -DREAL_FLOAT,$(BENCH)) $^ \
	    -llbfgs -lgsl $(LIBS) -o $@
build/bench/mgh.so: $(COLLECTION)
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(filter-out -DREAL_FLOAT,$(BENCH)) -shared -fPIC $^ \
	    $(LIBS) -o $@

# SAG and its kin beside scikit-learn, in double precision.
SUMMED := tests/bench/sums/sums.c $(patsubst %,src/optim/%.c,glm sag saga svrg) \
          $(patsubst %,solutions/04-variance-reduction/%.c,sag saga svrg)
build/bench/sums: $(SUMMED) $B/libdescent.a
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(filter-out -DREAL_FLOAT,$(BENCH)) $^ $(LIBS) -o $@

# Normalizations and losses beside PyTorch. Sums may be added up in any order, and a division by
# a constant may be a product: without that no sum is vectorised. NaN stays NaN. A triplet has so
# many arrays that might overlap that gcc gives up, unless it is told to compare them all. Without a
# branch it would keep the largest logit in memory while it looks for it.
# The loops go several times over a row that a cache holds: prefetching it would cost; and the
# widest vectors of the processor pay, which gcc avoids where older ones slowed down for them.
WIDE := $(filter-out -fprefetch-loop-arrays,$(BENCH)) \
        $(if $(filter x86_64,$(shell uname -m)),-mprefer-vector-width=512)
KERNEL := $(WIDE) -fassociative-math -freciprocal-math \
          -fno-signed-zeros -fno-trapping-math -fno-if-conversion \
          --param vect-max-version-for-alias-checks=20 \
          -include tests/bench/kernels/vector_math.h
KERNELS := tests/bench/kernels/kernels.c tests/bench/turns.c \
           $(patsubst %,src/optim/%.c,batch_norm finite ista normalize todo zeros) \
           $(patsubst %,solutions/09-losses-and-regularization/%.c,batch_norm bce dropout focal \
             group_norm infonce ista layer_norm_backward metric) \
           solutions/03-adaptive/cross_entropy.c solutions/08-schedules/clip.c
build/bench/kernels: $(KERNELS) $(wildcard tests/bench/*.h tests/bench/kernels/*.h)
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(KERNEL) $(filter %.c,$^) -lm -o $@

# Sixteen bits beside a stream of as many bytes.
build/bench/halves: tests/bench/halves/halves.c tests/bench/turns.c solutions/10-scale/half.c src/optim/todo.c
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(WIDE) -fno-trapping-math $^ -lm -o $@

# A training step of the language model beside PyTorch. Its matrices lie in a cache.
LANGUAGE := tests/bench/language/language.c tests/bench/turns.c \
            $(patsubst %,src/lab/%.c,gpt layers rng) \
            $(patsubst %,src/optim/%.c,adamw normalize todo zeros) \
            $(patsubst %,solutions/%.c,03-adaptive/cross_entropy 03-adaptive/layers_backward \
              06-adamw/adamw 09-losses-and-regularization/layer_norm_backward \
              12-comparing/attention 12-comparing/attention_backward)
build/bench/language: $(LANGUAGE) $(wildcard tests/bench/*.h tests/bench/kernels/*.h)
	@mkdir -p $(@D)
	$(BENCH_CC) -D_GNU_SOURCE -Isrc $(KERNEL) $(filter %.c,$^) $(LIBS) -o $@

# Prints tables and writes build/bench.json; the columns and rows of peers need them.
bench: build/bench/bench build/bench/kernels build/bench/halves build/bench/language build/bench/mgh.so build/bench/sums
	build/bench/bench build/bench.json tests/bench/peers.py tests/bench/peers_matrices.py
	build/bench/kernels tests/bench/kernels/pytorch.py
	build/bench/halves
	build/bench/language tests/bench/language/pytorch.py
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 build/bench/sums build/bench/samples \
	    tests/bench/sums/scikit.py
	if pkg-config --exists liblbfgs gsl; then \
	    $(MAKE) --no-print-directory build/bench/minimizers && \
	    OPENBLAS_NUM_THREADS=1 build/bench/minimizers; \
	    OPENBLAS_NUM_THREADS=1 tests/lab/oracles/minimizers_scipy.py build/bench/mgh.so --total; \
	else echo 'L-BFGS has no peers here: make bench-deps installs them'; fi

# Formatting, warnings of a second compiler, and a static analyser.
# What includes measured numbers is compiled, with warnings, only where there are some.
MEASURING := $(patsubst %,src/live/%.c,algoperf intervals liar spectra spectrum)
LINTED := $(sort $(wildcard src/*/*.[ch] solutions/*/*.c tests/*/*.c tests/*/*/*.c \
            chapters/*/*/*.[ch]))
format:
	clang-format -i $(LINTED)

lint:
	@echo 'clang-format'
	clang-format --dry-run -Werror $(LINTED)
	@echo 'lines over 90 columns, which clang-format leaves in comments'
	! LC_ALL=C.UTF-8 grep -nE '^.{91}' $(LINTED)
	! LC_ALL=C.UTF-8 grep -nE '^[-+ ].{91}' tests/*/mistakes/*
	@echo 'random numbers that are drawn in an order of the compiler'
	awk -f docs/tools/check_draws.awk $(LINTED)
	@echo 'clang'
	clang $(CPPFLAGS) -Itests -fopenmp -std=c17 -Wall -Wextra -Wconversion -Wshadow -Werror -fsyntax-only \
	    $(filter %.c,$(filter-out src/mpi/% $(MEASURING),$(LINTED)))
	! command -v $(MPICC) >/dev/null || OMPI_CC=clang $(MPICC) $(CPPFLAGS) -std=c17 -Wall -Wextra \
	    -Wconversion -Wshadow -Werror -Wno-unused-command-line-argument -fsyntax-only \
	    $(wildcard src/mpi/*.c)
	@echo 'the library in single precision'
	$(CC) $(CPPFLAGS) -DREAL_FLOAT -std=c17 -Wall -Wextra -Wconversion -Wshadow -Werror -fsyntax-only \
	    $(LIBRARY) $(SOLUTIONS)
	@echo 'cppcheck'
	cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
	    --enable=warning,performance,portability -Isrc \
	    '-Djson_array_foreach(array, i, value)=for (;;)' \
	    $(wildcard src/*/*.c solutions/*/*.c)

# --- Setting up -------------------------------------------------------------------------

# gcc's own packages bring the sanitizers; clang's do not. A handout needs only the first: its
# book is made, and packed, already.
GRADING_PACKAGES := bubblewrap check $(if $(SOLUTIONS),libarchive-dev) libjansson-dev liblapacke-dev \
                    libopenblas-dev libseccomp-dev libyaml-dev nettle-dev pkg-config zlib1g-dev \
                    gnuplot-nox
BOOK_PACKAGES := doxygen graphviz pandoc fonts-dejavu-core fonts-texgyre \
                 fonts-texgyre-math texlive-fonts-recommended texlive-latex-recommended \
                 texlive-xetex xz-utils
WASM_PACKAGES := clang lld wasi-libc libclang-rt-dev-wasm32
CHECK_PACKAGES := jq libxml2-utils unzip
CLASS_PACKAGES := similarity-tester
LINT_PACKAGES := clang clang-format cppcheck liblbfgs-dev libgsl-dev
CLUSTER_PACKAGES := munge parallel slurm-client slurmctld slurmd
SITE_PACKAGES := chromium musl-tools
EPUB_PACKAGES := default-jre-headless epubcheck unzip zip
MPI_PACKAGES := libopenmpi-dev openmpi-bin
PEER_PACKAGES := python3-torch python3-scipy python3-sklearn liblbfgs-dev libgsl-dev

# Installs what is missing of $(1).
install = \
    missing=; \
    for package in $(1); do \
        dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
            missing="$$missing $$package"; \
    done; \
    if [ -z "$$missing" ]; then echo "Nothing is missing."; exit 0; fi; \
    if ! command -v apt-get >/dev/null; then \
        echo "Please install what your system calls these Debian packages:$$missing" >&2; \
        exit 1; \
    fi; \
    as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
    $$as_root apt-get update; \
    $$as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $$missing

# Whoever has npm from elsewhere keeps it.
NODE_PACKAGES = $(if $(shell command -v npm),,nodejs npm)

# What the site's scripts are made of comes from npm, and is locked in docs/package-lock.json. The book
# can do without it.
deps:
	@$(call install,$(GRADING_PACKAGES) $(if $(SOLUTIONS),$(BOOK_PACKAGES) $(WASM_PACKAGES) $(CHECK_PACKAGES) \
	    $(CLASS_PACKAGES) $(NODE_PACKAGES)))
	@$(if $(SOLUTIONS),docs/tools/npm_install.sh docs || \
	    echo 'The book will be made without its search: "make deps" tries again.' >&2)

# What an autograder needs of it.
grading-deps:
	@$(call install,$(GRADING_PACKAGES))

lint-deps:
	@$(call install,$(LINT_PACKAGES))

bench-deps:
	@$(call install,$(PEER_PACKAGES))

# What checks the EPUB.
epub-deps:
	@$(call install,$(EPUB_PACKAGES))

# A browser, and what drives it.
check-site-deps: deps
	@$(call install,$(SITE_PACKAGES))
	@docs/tools/npm_install.sh tests/site

# Debian starts what it installs; the test has daemons of its own.
slurm-deps:
	@$(call install,$(CLUSTER_PACKAGES))

mpi-deps:
	@$(call install,$(MPI_PACKAGES) $(CLUSTER_PACKAGES))

# Where editors and clangd look for it.
INDEXED := $(filter-out src/mpi/%,$(filter %.c,$(LINTED))) $(sort $(wildcard exercises/*/*.c))
compdb: $B/compile_commands.json
$B/compile_commands.json: Makefile $(INDEXED)
	@mkdir -p $(@D)
	@{ echo '['; separator=; \
	   for file in $(INDEXED); do \
	       printf '%s{"directory": "%s", "file": "%s", "command": "%s -c %s"}' \
	           "$$separator" "$(CURDIR)" "$$file" "$(CC) $(CPPFLAGS) $(RELEASE)" "$$file"; \
	       separator=$$',\n'; \
	   done; echo; echo ']'; } > $@

clean:
	rm -rf build

# What a handout cannot do is not shown there.
comma := ,
full_help = $(if $(SOLUTIONS),@echo $(1),@:)
help:
	@echo 'make               build the tool, the judges and the references'
	@echo 'make deps          install what is missing (Debian, Ubuntu)'
	$(call full_help,'make book          build/site/index.html and build/descent.pdf')
	$(call full_help,'                   EDITION=instructor adds the solutions$(comma) PAPER=letter for that paper')
	$(call full_help,'make epub          build/descent.epub; make check-epub tests it (make epub-deps)')
	$(call full_help,'make sheets        a problem sheet per chapter$(comma) in build/sheets   [CH=3]')
	$(call full_help,'                   EDITION=instructor: their keys$(comma) in build/instructor/sheets')
	$(call full_help,'make marks         tables to mark by hand   [CH=3] [ASSIGNMENT=week1.json] [ROSTER=class.csv]')
	$(call full_help,'make booklet       the book$(comma) or with CH=3 a sheet$(comma) two pages to a side')
	$(if $(drawn),@echo 'make book FROM=exercises   its figures drawn with your code$(comma) as far as it passes',@:)
	$(call full_help,'make practice      the page for practice in a browser$(comma) in build/site/practice (make practice-deps)')
	$(call full_help,'make check         test the workbook itself')
	@echo 'make grade         grade your exercises   [EX=1.2 | CH=01]'
	@echo 'make watch         grade on every save    [EX=1.2 | CH=01]'
	@echo 'make hint EX=1.2   show a hint            (EX="1.2 2": the second)'
	@echo 'make plot EX=1.2   draw your run over the reference'
	$(call full_help,'make diff EX=1.2   the reference beside yours$(comma) once yours passes')
	@echo 'make reset EX=1.2  start afresh; yours is kept   [CH=01]'
	@echo 'make status        how far you are; make list: all exercises'
	$(call full_help,'make exercises     write the stubs$(comma) never over your changes')
	$(call full_help,'make bench         measure the optimizers; make bench-deps: the peers')
	$(call full_help,'make compare       the optimizers on all workloads$(comma) hours   [COMPARE=--small: minutes]')
	$(call full_help,'make recipes       tune the recipes of the speedrun$(comma) minutes   [WIDTH=64: another width]')
	$(call full_help,'make handout       the workbook without solutions$(comma) for a class')
	$(call full_help,'make check-float   test library and laboratory in single precision')
	$(call full_help,'make check-site    test the book in a browser (make check-site-deps)')
	$(call full_help,'make check-slurm   grade in parts on a cluster of one machine (make slurm-deps)')
	$(call full_help,'make check-mpi     train with processes of MPI$(comma) by mpirun and by Slurm (make mpi-deps)')
	$(call full_help,'make corpus        the prose of the chapters$(comma) in build/corpus.txt')
	$(call full_help,'make fuzz          throw mutated bytes at the readers$(comma) FUZZ=20 seconds each')
	$(call full_help,'make lint          formatting and static analysis (make lint-deps)')
	$(call full_help,'make format        formats the C files as lint wants them')
	@echo 'make compdb        build/compile_commands.json for editors'
	@echo 'make clean         remove build/'
	@echo
	@echo 'V=1 shows the commands that are run.'

-include $(shell find $B -name '*.d' 2>/dev/null)

# Book ------------------------------------------------------------------------------------------
#
# A chapter goes from chapters/NN-stem/text.md to the site and the print in these steps:
#
#     figures/NAME.c → run/NAME → NAME.facts, *.dat → (figures/NAME.gp) → NAME.svg, NAME.pdf
#     NAME.facts → facts.tsv                                                     $(drawings)/NN-stem
#     quiz.md → (src/book/quiz.c) → quiz.md                                      $(parts)/NN-stem
#     text.md, quiz.md → (filters) → chapter.json, labels.tsv, regions.tsv                $(parts)/NN-stem
#     chapter.json → (html.lua) → $(site)/NN-stem.html
#     chapter.json → (latex.lua) → chapter.tex → (XeLaTeX) → $(out)/descent.pdf
#     chapter.json → (sheet.lua, latex.lua) → sheet.tex → (XeLaTeX) → $(out)/sheets/NN-stem.pdf
#
# A chapter without figures has none. EDITION=instructor adds the solutions, in
# build/instructor; FROM=exercises computes the figures with your own functions that pass, in build/own.

ifeq ($(filter $(EDITION),student instructor),)
$(error EDITION is student or instructor, not "$(EDITION)")
endif
ifeq ($(filter $(PAPER),a4 letter),)
$(error PAPER is a4 or letter, not "$(PAPER)")
endif

export SOURCE_DATE_EPOCH
export TZ := UTC
export LC_ALL := C.UTF-8

own := $(if $(filter exercises,$(FROM)),/own)
drawings := $B$(own)/figures
out := $B$(own)$(if $(filter instructor,$(EDITION)),/instructor)
site := $(out)/site
parts := $(out)/book

stems := $(sort $(patsubst chapters/%/text.md,%,$(wildcard chapters/*/text.md)))
# A chapter's experiments: chapters/NN-stem/figures/NAME.c, drawn by NAME.gp.
experiments := $(patsubst chapters/%.c,%,$(sort $(wildcard chapters/*/figures/*.c)))
plots := $(filter-out %/shared,$(patsubst chapters/%.gp,%,$(sort $(wildcard chapters/*/figures/*.gp))))
quizzes := $(patsubst chapters/%/quiz.md,%,$(wildcard chapters/*/quiz.md))
drawn := $(patsubst chapters/%/figures,%,$(wildcard chapters/*/figures))
book_sources := $(wildcard src/optim/*.[ch] src/lab/*.[ch] solutions/*/*.[ch])
exercise_files = $(or $(wildcard solutions/$1/*.c),$(wildcard stubs/$1/*.c),$(wildcard exercises/$1/*.c))
book_lib := $(wildcard docs/lib/*.lua)

texgyre ?= /usr/share/texmf/fonts/opentype/public
dejavu ?= /usr/share/fonts/truetype/dejavu
fonts := $(addprefix $(texgyre)/tex-gyre/texgyrepagella-,regular.otf italic.otf bold.otf bolditalic.otf) \
         $(texgyre)/tex-gyre-math/texgyrepagella-math.otf \
         $(dejavu)/DejaVuSansMono.ttf $(dejavu)/DejaVuSansMono-Bold.ttf
site_fonts := $(addprefix $(site)/fonts/,$(notdir $(fonts)) LICENSES.txt)

# The pages about the workbook itself: the guide, and what it refers to.
manual := $(sort $(filter-out book,$(patsubst docs/%.md,%,$(wildcard docs/*.md))))
manual_pages := $(patsubst guide,index,$(manual))
manual_pages := $(manual_pages:%=$(site)/guide/%.html)

pages := $(site)/index.html $(stems:%=$(site)/%.html) $(site)/figures.html $(site)/listings.html
sheets_of_site := $(site)/colors.css $(site)/style.css

.PHONY: site pdf epub check-epub api sheets marks booklet own-book own-figures
api: $(site)/api/index.html
ifndef own
book site: $(parts)/links.ok $(parts)/regions.ok $(site)/descent.pdf
pdf: $(out)/descent.pdf
else
# First what passes, then the book, by a make that is told.
book site pdf: all
	passed=$$($B/descent status --passed); \
	$(MAKE) --no-print-directory $(if $(SOLUTIONS),own-book,own-figures) FROM=exercises PASSED="$$passed"
endif
own-book: $(parts)/links.ok $(parts)/regions.ok $(site)/descent.pdf

# Where the functions that are exercises come from, for the figures. With FROM=exercises they are
# those that pass. In a clone the solution takes the place of another; in a handout a chapter is
# drawn once all of its exercises pass.
figure_exercises := $(if $(own),$B/own/libexercises.a,$B/libsolutions.a)
ifdef own
drawn_with := $(foreach e,$(EXERCISES),$(if $(filter $(e),$(PASSED)),exercises,$(if $(SOLUTIONS),solutions,stubs))/$(e).c)
passed_whole = $(if $(filter-out $(PASSED),$(filter $1/%,$(EXERCISES))),,$(filter $1/%,$(EXERCISES)))
finished := $(foreach stem,$(filter $(drawn),$(stems)),$(if $(call passed_whole,$(stem)),$(stem)))
endif

# What is not a file, kept in one, so that a change of it is seen: the date of the commit, which goes
# into the PDF, the size of the paper, the class, and the list of chapters. What was made of a chapter
# that is gone, goes with it.
# make 4.3 leaves the last newline of some files: hence the strip.
kept = $(findstring <$(strip $1)>,<$(strip $2)>)
unless_kept = $(if $(and $(call kept,$1,$2),$(call kept,$2,$1)),,again)
gone = $(filter-out $(foreach stem,$(stems),$(drawings)/$(stem) $(parts)/$(stem)) $(pages) $(parts)/guide, \
    $(wildcard $(drawings)/* $(site)/figures $(site)/*.html) $(patsubst %/,%,$(wildcard $(parts)/*/)))

$B/own/drawn-with: $(call unless_kept,$(file <$B/own/drawn-with),$(drawn_with))
	@mkdir -p $(@D)
	@echo '$(drawn_with)' >$@

# A handout's book, with your figures in the chapters that you have finished.
own-figures: $(finished:%=$(drawings)/%/drawn)
	rm -rf $(site)
	mkdir -p $(out)
	cp -r book $(site)
	$(foreach stem,$(finished),awk -v drawn=$(drawings)/$(stem) -f $(inline) book/$(stem).html >$(site)/$(stem).html;)
	echo 'Your figures are in $(site)/index.html, in the chapters: $(or $(strip $(finished)),none)'

$B/own/libexercises.a: $(call release,$(drawn_with)) $B/own/drawn-with
	@rm -f $@
	$(AR) rcsD $@ $(filter %.o,$^)

.PHONY: again
$(parts)/date: $(call unless_kept,$(file <$(parts)/date),$(SOURCE_DATE_EPOCH))
	@mkdir -p $(@D)
	@echo '$(SOURCE_DATE_EPOCH)' >$@

$(parts)/paper: $(call unless_kept,$(file <$(parts)/paper),$(PAPER))
	@mkdir -p $(@D)
	@echo '$(PAPER)' >$@

$(parts)/roster: $(call unless_kept,$(file <$(parts)/roster),$(ROSTER) $(NAME_FONT))
	@mkdir -p $(@D)
	@echo '$(ROSTER) $(NAME_FONT)' >$@

$(parts)/chapters: $(call unless_kept,$(file <$(parts)/chapters),$(stems))
	@mkdir -p $(@D)
	@rm -rf $(gone)
	@echo '$(stems)' >$@

# Figures: the programs write data and facts; gnuplot draws them twice. The dates that cairo puts
# in are no use to anybody; fonts that a reader may have follow the one that drew it.
# With one thread the matrix products have the same bits on every number of cores.

# An experiment runs again when its program or a table beside it has changed, not when something
# was merely compiled and linked again; a figure is drawn again when its own experiment has run, or,
# if it draws the data of several, when one of the chapter has.
facts_of = $(patsubst $1/figures/%,$(drawings)/$1/%.facts,$(filter $1/figures/%,$(experiments)))
define experiment_rules
$(drawings)/$1/run/$2.new: $B/obj/chapters/$1/figures/$2.o $B/obj/src/figure/main.o $(figure_exercises) $B/libdescent.a
	@mkdir -p $$(@D)
	$$(CC) $$(LDFLAGS) -s $$(filter %.o,$$^) -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group $$(LIBS) -o $$@
	@cmp -s $$@ $(drawings)/$1/run/$2 || cp $$@ $(drawings)/$1/run/$2
$(drawings)/$1/run/$2: $(drawings)/$1/run/$2.new ;
$(drawings)/$1/$2.facts: $(drawings)/$1/run/$2 $(wildcard chapters/$1/figures/*.tsv)
	if [ -e $$@ ] && cat $$^ | cmp -s - $$<.ran; then touch $$@; \
	else OPENBLAS_NUM_THREADS=1 $$< $$(@D) && cat $$^ >$$<.ran; fi
endef
$(foreach e,$(experiments),$(eval $(call experiment_rules,$(call chapter_of,x/$(e)),$(notdir $(e)))))

# What there is in a chapter; what is of a figure or an experiment that is gone, goes with it.
figures_of = $(notdir $(filter $1/figures/%,$(plots)))
define list_rules
$(drawings)/$1/list: $(call unless_kept,$(file <$(drawings)/$1/list),$(notdir $(call facts_of,$1)) $(call figures_of,$1))
	@mkdir -p $$(@D)
	@rm -f $(filter-out $(foreach f,$(call figures_of,$1),$(drawings)/$1/$f.svg $(drawings)/$1/$f.pdf $(drawings)/$1/$f.inline), \
	    $(wildcard $(drawings)/$1/*.svg $(drawings)/$1/*.pdf $(drawings)/$1/*.inline))
	@echo '$(notdir $(call facts_of,$1)) $(call figures_of,$1)' >$$@
$(drawings)/$1/facts.tsv: $(drawings)/$1/list $(call facts_of,$1)
	cat $(or $(call facts_of,$1),/dev/null) >$$@
$(drawings)/$1/drawn: $(drawings)/$1/list $(patsubst %,$(drawings)/$1/%.inline,$(call figures_of,$1))
	@touch $$@
endef
$(foreach stem,$(drawn),$(eval $(call list_rules,$(stem))))

# A handout's figures have been looked at already.
look := $(if $(SOLUTIONS),$(patsubst %,docs/tools/check_%.awk,gray labels))
# What a page has of a figure takes the page's colors and faces.
inline := docs/tools/inline_figure.awk
define plot_rules
$(drawings)/$1/$2.drawn: chapters/$1/figures/$2.gp docs/style.gp $(wildcard chapters/$1/figures/shared.gp) $(look) \
    $(or $(filter $(drawings)/$1/$2.facts,$(call facts_of,$1)),$(call facts_of,$1))
	@rm -f $$(@D)/$2.svg $$(@D)/$2.pdf
	gnuplot -e 'medium = "svg"; data = "$$(@D)"' docs/style.gp $$<
	gnuplot -e 'medium = "pdf"; data = "$$(@D)"' docs/style.gp $$<
	@[ -e $$(@D)/$2.svg ] && [ -e $$(@D)/$2.pdf ] \
	    || { echo '$$<: error: it draws no figure of its own name: set output out("$2")' >&2; false; }
	$(foreach check,$(look),awk -f $(check) -v script=$$< $$(@D)/$2.svg &&) true
	$$(call neutral_drawing,$$(@D)/$2)
	@touch $$@
$(drawings)/$1/$2.inline: $(drawings)/$1/$2.drawn $(inline)
	awk -v name=$2 -f $(inline) $$(@D)/$2.svg >$$@
endef
neutral_drawing = sed -i 's/font-family="TeX Gyre Pagella"/font-family="TeX Gyre Pagella, Palatino, Palatino Linotype, serif"/' \
        $1.svg; \
    LC_ALL=C sed -i 's/CreationDate (D:[0-9]*Z/CreationDate (D:19700101000000Z/' $1.pdf
$(foreach p,$(plots),$(eval $(call plot_rules,$(call chapter_of,x/$(p)),$(notdir $(p)))))

# A chapter with everything filled in and checked, the same for both media.
neutral := quiz exercises weave facts figures number citations

$(stems:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: chapters/%/text.md docs/references.bib \
    $(neutral:%=docs/filters/%.lua) $(book_lib) $(book_sources) \
    $(foreach stem,$(stems),$(call exercise_files,$(stem)))
	@mkdir -p $(@D)
	pandoc $< --from=markdown --to=json --output=$@ \
	    --metadata=stem:$* --metadata=out:$(@D) --metadata=edition:$(EDITION) --metadata=figures:$(drawings)/$* \
	    --metadata=exercises:'$(call exercise_files,$*)' \
	    --metadata=link-citations:true --bibliography=docs/references.bib \
	    $(neutral:%=--lua-filter=docs/filters/%.lua) --citeproc

$(drawn:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: $(drawings)/%/facts.tsv $(drawings)/%/drawn

# A chapter's quiz, checked and in the form that the filters read.
$B/book/quiz: $(call release,src/book/quiz.c src/tool/facts.c src/tool/files.c src/tool/quiz.c)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $^ -lm -o $@

$(quizzes:%=$(parts)/%/quiz.md): $(parts)/%/quiz.md: chapters/%/quiz.md $B/book/quiz
	@mkdir -p $(@D)
	$B/book/quiz $< $(filter %/facts.tsv,$^) >$@

$(foreach stem,$(filter $(drawn),$(quizzes)),$(eval $(parts)/$(stem)/quiz.md: $(drawings)/$(stem)/facts.tsv))

$(quizzes:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: $(parts)/%/quiz.md

# A quiz that is gone is gone from its chapter, too.
quizless := $(filter-out $(quizzes),$(filter $(stems),$(patsubst $(parts)/%/quiz.md,%,$(wildcard $(parts)/*/quiz.md))))
.PHONY: $(quizless:%=$(parts)/%/quizless)
$(quizless:%=$(parts)/%/quizless): $(parts)/%/quizless:
	rm $(parts)/$*/quiz.md
$(quizless:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: $(parts)/%/quizless

# What can be referred to, in all chapters. It changes only when a label does, so that a changed
# paragraph does not set all the other chapters again.
$(parts)/labels.new: $(stems:%=$(parts)/%/chapter.json) docs/tools/merge_labels.lua $(book_lib) \
    $(parts)/chapters
	texlua docs/tools/merge_labels.lua $(stems:%=$(parts)/%/labels.tsv) >$@
	@cmp -s $@ $(parts)/labels.tsv || cp $@ $(parts)/labels.tsv

$(parts)/labels.tsv: $(parts)/labels.new ;

$(parts)/regions.ok: $(stems:%=$(parts)/%/chapter.json) docs/tools/check_regions.lua $(book_lib) $(book_sources) \
    $(parts)/chapters
	texlua docs/tools/check_regions.lua $(filter src/%,$(book_sources)) -- $(stems:%=$(parts)/%/regions.tsv)
	@touch $@

# The site. A cell above the names of rows is empty, and so no heading.
to_html := pandoc --to=html5 --mathml --section-divs --standalone --template=docs/templates/page.html \
    $(if $(filter instructor,$(EDITION)),--metadata=instructor:true)

$(stems:%=$(site)/%.html): $(site)/%.html: $(parts)/%/chapter.json $(parts)/labels.tsv $(parts)/api.tsv \
    docs/filters/search.lua docs/filters/html.lua docs/filters/refs.lua $(book_lib) docs/templates/page.html
	@mkdir -p $(@D)
	$(to_html) $< --output=$@ \
	    --metadata=labels:$(parts)/labels.tsv --metadata=api:$(parts)/api.tsv \
	    $(if $(filter $*,$(live_chapters)),--variable=live:live/$*.js) \
	    --metadata=at:$*.html --metadata=found:$(parts)/$*/found \
	    --lua-filter=docs/filters/search.lua --lua-filter=docs/filters/html.lua --lua-filter=docs/filters/refs.lua
	@sed -i 's|<th\([^>]*\)></th>|<td\1></td>|g' $@

all_chapters = --metadata=parts:$(parts) --metadata=chapters:'$(stems)' --metadata=labels:$(parts)/labels.tsv

$(site)/index.html: docs/book.md docs/filters/contents.lua docs/templates/page.html $(book_lib) \
    $(stems:%=$(parts)/%/chapter.json) $(parts)/chapters $(parts)/labels.tsv
	@mkdir -p $(@D)
	$(to_html) $< --output=$@ $(all_chapters) --lua-filter=docs/filters/contents.lua

lists := figures listings
$(lists:%=$(site)/%.html): $(site)/%.html: docs/filters/lists.lua docs/templates/page.html $(book_lib) \
    $(stems:%=$(parts)/%/chapter.json) $(parts)/chapters $(parts)/labels.tsv
	@mkdir -p $(@D)
	$(to_html) /dev/null --from=markdown --output=$@ $(all_chapters) \
	    --metadata=list:$* --metadata=title:'List of $*' --lua-filter=docs/filters/lists.lua

# The README of a handout is put together; of others the page is the file.
$(manual_pages): $(site)/guide/%.html: docs/filters/search.lua docs/filters/manual.lua docs/templates/page.html \
    $(book_lib) $(parts)/labels.tsv
	@mkdir -p $(@D) $(parts)/guide
	pandoc $(filter %.md,$^) --from=gfm+smart --to=html5 --section-divs --standalone \
	    --template=docs/templates/page.html --output=$@ \
	    --metadata=pages:'$(manual)' --metadata=page:$* --metadata=root:../ --metadata=labels:$(parts)/labels.tsv \
	    --metadata=at:guide/$*.html --metadata=kind:guide --metadata=found:$(parts)/guide/$*.found \
	    --lua-filter=docs/filters/search.lua --lua-filter=docs/filters/manual.lua

$(site)/guide/index.html: docs/guide.md
$(filter-out %/index.html %/handout.html,$(manual_pages)): $(site)/guide/%.html: docs/%.md
$(site)/guide/handout.html: $B/handout.md

$(sheets_of_site): $(site)/%.css: docs/%.css
	@mkdir -p $(@D)
	cp $< $@

# The scripts. search.js is bundled with MiniSearch, if npm has installed it.
scripts := $(addprefix $(site)/,theme.js site.js search.js search-index.js)
$(site)/theme.js: docs/site/theme.js
	@mkdir -p $(@D)
	cp $< $@

$(site)/site.js: $(patsubst %,docs/site/%.js,dialogs find keys copy place)
	@mkdir -p $(@D)
	{ echo '"use strict";'; cat $^; } >$@

npm := docs/node_modules
$(site)/search.js: docs/site/search.js docs/package-lock.json $(wildcard $(npm)/.installed)
	@mkdir -p $(@D)
	if [ -e $(npm)/.installed ]; then \
	    $(npm)/.bin/esbuild $< --bundle --minify --log-level=warning --legal-comments=inline --outfile=$@; \
	else \
	    echo 'This book has no search: "make deps" installs what it needs from npm, then make the book again.' >&2; \
	    echo 'descent.noSearch = "This copy of the book was made without its search.";' >$@; \
	fi

# What it finds; a handout leaves the part between the comments out.
found := $(stems:%=$(parts)/%/found)
found_more := $(manual:%=$(parts)/guide/%.found) $(parts)/api.found
found_more := $(found_more:%/guide.found=%/index.found)
$(found): $(parts)/%/found: $(site)/%.html ;
$(filter %.found,$(filter-out %/api.found,$(found_more))): $(parts)/guide/%.found: $(site)/guide/%.html ;
$(parts)/api.found: $(site)/api/index.html docs/tools/list_functions.lua $(book_lib)
	texlua docs/tools/list_functions.lua $(<D) >$@

$(site)/search-index.js: $(found) $(found_more)
	{ echo 'descent.documents = ['; cat $(found); echo '/*<!-- guide -->*/'; cat $(found_more); \
	  echo '/*<!-- /guide -->*/'; echo '];'; } >$@

$(site)/fonts/LICENSES.txt: docs/font-licenses.txt
	@mkdir -p $(@D)
	cp $< $@

$(filter-out %.txt,$(site_fonts)) &: $(fonts)
	@mkdir -p $(site)/fonts
	cp $^ $(site)/fonts/
	@touch $(filter-out %.txt,$(site_fonts))

# Live figures: src/live/NAME.c becomes a module, and for tests a program; docs/live/NN-stem.js, with the modules
# of its chapter's figures in it, a script. Without what npm installs, the printed figures stay.
live_parts := src/live/module.c src/live/program.c
live_products := src/practice/blas.c src/practice/lapack.c
live_figures := $(patsubst src/live/%.c,%,$(filter-out $(live_parts),$(wildcard src/live/*.c)))
live_called := $(if $(and $(SOLUTIONS),$(live_figures)),$(shell awk -f docs/tools/called_sources.awk $(live_figures:%=src/live/%.c) -- \
    $(LIBRARY) $(SOLUTIONS)))
live_modules := $(live_figures:%=$B/live/%.wasm)
$B/wasm/src/live/%.o $B/obj/src/live/%.o $B/musl/src/live/%.o: CPPFLAGS += -I$B/live

$B/live/called.a: $(patsubst %.c,$B/wasm/%.o,$(filter-out src/lab/figure.c,$(live_called)) $(live_products))
	@mkdir -p $(@D)
	@rm -f $@
	llvm-ar rcsD $@ $^

$(live_modules): $B/live/%.wasm: $B/wasm/src/live/%.o $B/wasm/src/live/module.o $B/live/called.a
	$(WASM_CC) $(WASM_LDFLAGS) $^ -o $@

# What an experiment has measured, as constants.
$B/live/spectrum.inc: $(drawings)/02-momentum/spectrum.facts
	@mkdir -p $(@D)
	awk '!/^#/ {list = list ", " $$1; last = $$1} !/^#/ && !first {first = $$1} END { \
	    print "#define SMALLEST " first "\n#define LARGEST " last "\n#define CURVATURES " substr(list, 3)}' \
	    $(<D)/left.dat >$@
$B/live/spectra.inc: $(drawings)/07-muon-shampoo/spectra.facts
	@mkdir -p $(@D)
	awk '!/^#/ {g = g ", " $$2; m = m ", " $$3} END { \
	    print "#define GRADIENT " substr(g, 3) "\n#define MOMENTUM " substr(m, 3)}' $(<D)/spectra.dat >$@
$B/live/curves.inc: $(drawings)/12-comparing/seeds.facts
	@mkdir -p $(@D)
	awk 'BEGIN {printf "#define CURVES"} !/^#/ {gsub(/ /, ", "); printf(n++ % 2 ? "{%s}}," : " {{%s}, ", $$0)} END {print ""}' \
	    $(<D)/curves.dat >$@
$B/live/algoperf.inc: chapters/12-comparing/figures/algoperf.tsv
	@mkdir -p $(@D)
	awk 'BEGIN {printf "#define LINES"} !/^#/ {gsub(/\t/, "\\t"); printf " \\\n    \"%s\",", $$0} END {print ""}' $< >$@
$(foreach kind,wasm obj musl,$(foreach name,spectrum spectra algoperf,$(eval \
    $B/$(kind)/src/live/$(name).o: $B/live/$(name).inc)) \
    $(eval $B/$(kind)/src/live/liar.o $B/$(kind)/src/live/intervals.o: $B/live/curves.inc))

live_chapters := $(if $(SOLUTIONS),$(if $(own),,$(patsubst chapters/%/text.md,%,$(wildcard $(patsubst docs/live/%.js,chapters/%/text.md,\
    $(wildcard docs/live/[0-9]*.js))))))
live_scripts := $(live_chapters:%=$(site)/live/%.js)
live_files := $(live_scripts) $(if $(live_scripts),$(site)/live/LICENSES.txt)
$(live_scripts): $(site)/live/%.js: docs/live/%.js $(wildcard docs/live/*.js) docs/live/live.css docs/package-lock.json \
    $(live_modules) $(drawings)/04-variance-reduction/race.facts $(drawings)/11-landscapes/escape.facts \
    $(wildcard $(npm)/.installed)
	@mkdir -p $(@D)
	if [ -e $(npm)/.bin/esbuild ]; then \
	    $(npm)/.bin/esbuild $< --bundle --minify --format=iife --target=es2022 --charset=utf8 --log-level=warning \
	        --loader:.wasm=binary --loader:.css=text --loader:.dat=text --alias:live=./$B/live \
	        --alias:figures=./$(drawings) --outfile=$@; \
	else echo '/* This copy of the book was made without its live figures. */' >$@; fi

$(site)/live/LICENSES.txt: docs/package-lock.json $(wildcard $(npm)/.installed)
	@mkdir -p $(@D)
	for package in $(npm)/{d3-*,internmap}; do \
	    [ ! -e $$package ] || { printf '%s\n\n' "$${package##*/}"; cat $$package/LICENSE; echo; }; done >$@

# The programs that tests compare with the modules: with the libraries that the figures were drawn with, and
# with the mathematical functions and the products that the modules have.
live_programs := $(foreach with,native musl,$(live_figures:%=$B/live/$(with)/%))
$(live_figures:%=$B/live/native/%): $B/live/native/%: $B/obj/src/live/%.o $B/obj/src/live/program.o $B/libsolutions.a \
    $B/libdescent.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(filter %.o,$^) $(LIBRARIES) $(LIBS) -o $@
$B/musl/%.o: %.c
	@mkdir -p $(@D)
	musl-gcc $(CPPFLAGS) -Isrc/practice/include $(filter-out -g,$(RELEASE)) -ffunction-sections -MMD -MP -c $< -o $@
$B/live/musl/called.a: $(patsubst %.c,$B/musl/%.o,$(live_called) src/lab/csv.c $(live_products))
	@mkdir -p $(@D)
	@rm -f $@
	$(AR) rcsD $@ $^
$(live_figures:%=$B/live/musl/%): $B/live/musl/%: $B/musl/src/live/%.o $B/musl/src/live/program.o $B/live/musl/called.a
	musl-gcc -static -Wl,--gc-sections $^ -lm -o $@

$(parts)/links.ok: $(pages) $(manual_pages) $(sheets_of_site) $(scripts) $(live_files) $(site_fonts) $(site)/api/index.html \
    docs/tools/check_links.lua $(book_lib)
	texlua docs/tools/check_links.lua $(site) descent.pdf
	@touch $@

# Tests the site in a browser; `make check-site-deps` installs one. ONLY=WORD: the files of tests/site with that name.
check-site: site $(live_programs)
	@node tests/site/run.js $(site) $(ONLY)

# The EPUB: one for all readers, with the same text, formulas as MathML and the figures as they are drawn.
epub: $(out)/descent.epub

$(stems:%=$(parts)/%/epub.json): $(parts)/%/epub.json: $(parts)/%/chapter.json $(parts)/labels.tsv \
    docs/filters/html.lua docs/filters/refs.lua $(book_lib)
	pandoc $< --to=json --output=$@ --metadata=epub:true --metadata=labels:$(parts)/labels.tsv \
	    --lua-filter=docs/filters/html.lua --lua-filter=docs/filters/refs.lua

$(out)/descent.epub: docs/book.md docs/filters/epub.lua docs/epub.css docs/tools/pack_epub.sh \
    $(stems:%=$(parts)/%/epub.json) $(parts)/chapters $(parts)/date
	pandoc $< --to=epub3 --mathml --toc --toc-depth=2 --css=docs/epub.css --output=$(parts)/descent.epub \
	    --metadata=parts:$(parts) --metadata=chapters:'$(stems)' --metadata=edition:$(EDITION) \
	    --lua-filter=docs/filters/epub.lua
	docs/tools/pack_epub.sh $(parts)/descent.epub $@

check-epub: $(out)/descent.epub
	java -jar /usr/bin/epubcheck --failonwarnings $<

# The print. The site has a copy beside its pages.
$(stems:%=$(parts)/%/chapter.tex): $(parts)/%/chapter.tex: $(parts)/%/chapter.json $(parts)/labels.tsv \
    docs/filters/latex.lua docs/filters/refs.lua $(book_lib)
	pandoc $< --to=latex --top-level-division=chapter --output=$@ \
	    --metadata=labels:$(parts)/labels.tsv \
	    --lua-filter=docs/filters/latex.lua --lua-filter=docs/filters/refs.lua

$(parts)/descent.tex: docs/book.md docs/templates/book.tex docs/templates/preamble.tex \
    $(stems:%=$(parts)/%/chapter.tex) $(parts)/chapters $(parts)/paper
	pandoc $< --to=latex --template=docs/templates/book.tex --output=$@ --variable=paper:$(PAPER) \
	    $(stems:%=--variable=chapter:$(parts)/%/chapter.tex) \
	    $(if $(filter instructor,$(EDITION)),--variable=instructor:true)

$(out)/descent.pdf: $(parts)/descent.tex docs/tools/typeset.sh $(parts)/date
	docs/tools/typeset.sh $< $@

$(site)/descent.pdf: $(out)/descent.pdf
	@mkdir -p $(@D)
	cp $< $@

# Sheets: a chapter's exercises and questions, with room for answers, and in the instructor's edition their
# key. CH=3 makes those of one chapter.
sheeted := $(filter $(quizzes) $(foreach stem,$(stems),$(if $(call exercise_files,$(stem)),$(stem))),$(stems))
sheets := $(if $(CH),$(filter $(CH) $(CH)-% 0$(CH)-%,$(sheeted)),$(sheeted))
ifneq ($(and $(filter sheets marks booklet,$(MAKECMDGOALS)),$(if $(sheets),,none)),)
$(error There is no chapter "$(CH)" with a sheet: CH is one of $(sheeted))
endif

sheets: $(sheets:%=$(out)/sheets/%.pdf)

$(sheeted:%=$(parts)/%/sheet.tex): $(parts)/%/sheet.tex: $(parts)/%/chapter.json $(parts)/labels.tsv \
    $(parts)/paper docs/filters/sheet.lua docs/filters/latex.lua docs/filters/refs.lua $(book_lib) \
    docs/templates/sheet.tex docs/templates/preamble.tex
	pandoc $< --to=latex --top-level-division=chapter --template=docs/templates/sheet.tex --output=$@ \
	    --metadata=labels:$(parts)/labels.tsv --variable=paper:$(PAPER) \
	    $(if $(filter instructor,$(EDITION)),--variable=instructor:true) \
	    --variable=subtitle:'$(if $(filter instructor,$(EDITION)),Key,Problem sheet)' \
	    --lua-filter=docs/filters/sheet.lua --lua-filter=docs/filters/latex.lua --lua-filter=docs/filters/refs.lua

$(sheeted:%=$(out)/sheets/%.pdf): $(out)/sheets/%.pdf: $(parts)/%/sheet.tex docs/tools/typeset.sh $(parts)/date
	@mkdir -p $(@D)
	docs/tools/typeset.sh $< $@

# Mark sheets, with the names in ROSTER: one a chapter, or that of an assignment.
assigned := $(if $(ASSIGNMENT),$(parts)/assigned/$(basename $(notdir $(ASSIGNMENT))))
marks: $(if $(assigned),$(out)/sheets/$(notdir $(assigned))-marks.pdf,$(sheets:%=$(out)/sheets/%-marks.pdf))
ifneq ($(if $(wildcard $(ROSTER)),,$(ROSTER)),)
$(error There is no file "$(ROSTER)": ROSTER is a CSV with the names of a class)
endif
ifneq ($(if $(wildcard $(ASSIGNMENT)),,$(ASSIGNMENT)),)
$(error There is no file "$(ASSIGNMENT)": ASSIGNMENT is a file as docs/assignment.md describes it)
endif
marks_of = pandoc $1 --to=latex --template=docs/templates/marks.tex --output=$@ --lua-filter=docs/filters/marks.lua \
    --metadata=roster:'$(ROSTER)' --variable=paper:$(PAPER) --variable=subtitle:Marks --variable=names:'$(NAME_FONT)'
marks_need := $(parts)/roster $(ROSTER) $(parts)/paper docs/filters/marks.lua $(book_lib) docs/templates/marks.tex \
    docs/templates/preamble.tex

$(sheeted:%=$(parts)/%/marks.tex): $(parts)/%/marks.tex: $(parts)/%/chapter.json $(marks_need)
	$(call marks_of,$<)

ifneq ($(assigned),)
$(assigned).txt: $(ASSIGNMENT) $B/descent
	@mkdir -p $(@D)
	$B/descent assigned $< >$@

$(assigned)/marks.tex: $(assigned).txt $(marks_need)
	@mkdir -p $(@D)
	$(call marks_of,/dev/null --from=markdown --metadata=assigned:$< --variable=assigned:true)

$(out)/sheets/$(notdir $(assigned))-marks.pdf: $(assigned)/marks.tex
endif
$(sheeted:%=$(out)/sheets/%-marks.pdf): $(out)/sheets/%-marks.pdf: $(parts)/%/marks.tex
$(out)/sheets/%-marks.pdf: docs/tools/typeset.sh $(parts)/date
	@mkdir -p $(@D)
	docs/tools/typeset.sh $(filter %.tex,$^) $@

# Two pages to a side, in the order of a booklet that is stapled through its fold.
booklet: $(if $(CH),$(sheets:%=$(out)/sheets/%-booklet.pdf),$(out)/descent-booklet.pdf)

$(out)/%-booklet.pdf: $(out)/%.pdf docs/templates/booklet.tex docs/tools/typeset.sh
	@mkdir -p $(parts)/booklet
	echo | pandoc --to=latex --template=docs/templates/booklet.tex --output=$(parts)/booklet/$(*F).tex \
	    --variable=pdf:$< --variable=paper:$(PAPER)
	docs/tools/typeset.sh $(parts)/booklet/$(*F).tex $@

# The API. The groups are the chapters.
$(stems:%=$(parts)/%/group.dox): $(parts)/%/group.dox: chapters/%/text.md docs/templates/group.dox
	@mkdir -p $(@D)
	number=$(firstword $(subst -, ,$*)); \
	sed '2,$${/^---$$/q}' $< | pandoc --to=html --wrap=none --template=docs/templates/group.dox --output=$@ \
	    --metadata=stem:$* --metadata=number:$$number --metadata=chapter:$${number#0}

$(parts)/groups.new: $(stems:%=$(parts)/%/group.dox) $(parts)/chapters
	cat /dev/null $(filter %.dox,$^) >$@
	@cmp -s $@ $(parts)/groups.dox || cp $@ $(parts)/groups.dox

$(parts)/groups.dox: $(parts)/groups.new ;

$(site)/api/index.html: $(parts)/groups.dox docs/Doxyfile docs/api.dox docs/colors.css docs/api.css \
    docs/api-layout.xml docs/tools/finish_api.lua $(filter src/%,$(book_sources))
	@mkdir -p $(site)
	rm -rf $(site)/api
	{ cat docs/Doxyfile; \
	  echo 'INPUT += $(parts)/groups.dox'; \
	  echo 'OUTPUT_DIRECTORY = $(site)'; echo 'HTML_OUTPUT = api'; } | doxygen -
	rm $(site)/api/*.md5 $(site)/api/*.map
	texlua docs/tools/finish_api.lua $(site)/api

$(parts)/api.new: $(site)/api/index.html docs/tools/list_api.lua $(book_lib)
	texlua docs/tools/list_api.lua $(<D) >$@
	@cmp -s $@ $(parts)/api.tsv || cp $@ $(parts)/api.tsv

$(parts)/api.tsv: $(parts)/api.new ;

# Practice in the browser ------------------------------------------------------------------------
#
# A page that compiles and grades without a server (docs/practice.md): the judge as one module, what a
# driver is linked with, and what a handout has of each exercise. No solution is in it.

PAGE := $(site)/practice
space := $(subst ,, )
wasm := $B/wasm

# What judges: the same sources as natively, less what starts processes and reads files.
PRACTICE_JUDGE := $(patsubst %,src/judge/%.c,answer compare deviation diagnose pair record sanitizer text \
                    trace_read trial verdict) $(patsubst %,src/practice/%.c,judge signals)
PRACTICE_EXPORTS := malloc free __stack_pointer $(addprefix practice_,begin beyond case column diagnose end explains \
                    mistake_name mistake_says output output_case output_lines plots points ran rows runs seconds \
                    status test test_name tests verdict words)
# What is judged: instrumented as natively. clang has no library for that target, but calls it.
PRACTICE_SANITIZE := -fsanitize=undefined -fno-sanitize=float-cast-overflow,function -fno-sanitize-recover=all \
    -fsanitize-recover=pointer-overflow -Xclang -fsanitize=address -Xclang -fsanitize-address-use-after-scope \
    $(patsubst %,-mllvm -asan-%,instrumentation-with-call-threshold=0 mapping-offset=0 globals=0 \
      use-after-return=never max-inline-poisoning-size=0)
PRACTICE_DRIVER := src/judge/driver.c src/judge/driver_main.c src/judge/trace_write.c
# The library that they call: not instrumented itself.
PRACTICE_RUNTIME := $(patsubst %,src/practice/%.c,address blas driver heap lapack undefined)
PRACTICE_CASES := $(foreach e,$(EXERCISES),$(wasm)/driver/tests/$(dir $(e))cases_$(notdir $(e)).o)
PRACTICE_EXERCISES := $(if $(SOLUTIONS),$(foreach e,$(EXERCISES),$(wasm)/exercises/$(notdir $(e)).json))
wasm_flags := $(CPPFLAGS) -isystem src/practice/include -D_WASI_EMULATED_SIGNAL -include src/practice/signals.h -MMD -MP

$(wasm)/judge/%.o: %.c
	@mkdir -p $(@D)
	$(WASM_CC) $(wasm_flags) $(WASM_FLAGS) $(if $(findstring /check_,$@), \
	    -Djudge_tests=judge_tests_$(patsubst check_%,%,$(notdir $*))) -c $< -o $@

$(wasm)/runtime/%.o: %.c
	@mkdir -p $(@D)
	$(WASM_CC) $(wasm_flags) $(WASM_FLAGS) -fno-builtin -fno-strict-aliasing \
	    -fno-delete-null-pointer-checks -c $< -o $@

$(wasm)/driver/%.o: %.c
	@mkdir -p $(@D)
	$(WASM_CC) $(wasm_flags) $(WASM_FLAGS:-O2=-O1) $(PRACTICE_SANITIZE) -c $< -o $@

# The tests of all exercises.
$(wasm)/exercises.c: Makefile
	@mkdir -p $(@D)
	@{ echo '#include "judge/judge.h"'; \
	   for e in $(notdir $(EXERCISES)); do echo "extern const struct judge_test judge_tests_$$e[];"; done; \
	   echo 'const struct { const char *name; const struct judge_test *tests; } practice_exercises[] = {'; \
	   for e in $(notdir $(EXERCISES)); do echo "    {\"$$e\", judge_tests_$$e},"; done; \
	   echo '    {0, 0}};'; } >$@

$(wasm)/judge.wasm: $(PRACTICE_JUDGE:%.c=$(wasm)/judge/%.o) $(wasm)/exercises.c \
    $(foreach e,$(EXERCISES),$(wasm)/judge/tests/$(dir $(e))check_$(notdir $(e)).o)
	$(WASM_CC) $(CPPFLAGS) -O2 $(WASM_LDFLAGS) -Wl,-z,stack-size=1048576 \
	    $(PRACTICE_EXPORTS:%=-Wl,--export=%) $^ -lwasi-emulated-signal -o $@

$(wasm)/libdriver.a: $(patsubst %.c,$(wasm)/driver/%.o,$(PRACTICE_DRIVER) $(LIBRARY)) \
    $(PRACTICE_RUNTIME:%.c=$(wasm)/runtime/%.o)
	@rm -f $@
	llvm-ar rcsD $@ $^

$(PRACTICE_EXERCISES): | $B/descent

define practice_rules
$(wasm)/exercises/$(notdir $(1)).json: $B/judge/$(1) $B/reference/$(1) $B/mistakes/$(1)/driver \
    $B/practice/functions/$(1)
	$B/descent practice $$(@D) $(notdir $(1))
endef
$(if $(SOLUTIONS),$(foreach e,$(EXERCISES),$(eval $(call practice_rules,$(e)))))

.PHONY: practice practice-deps practice-parts check-practice check-practice-deps
practice-parts: $(wasm)/judge.wasm $(wasm)/libdriver.a $(PRACTICE_CASES) $(PRACTICE_EXERCISES)

practice: $(PAGE)/sw.js
	@echo 'The page is $(PAGE)/index.html. It needs a web server, such as: python3 -m http.server -d $(site)'

practice_parts = {"parts": "$(wasm)", "out": "$(PAGE)", "wasi": "/usr", "builtins": "$(practice_builtins)", \
    "list": ["$(subst $(space),"$(comma) ",$(strip $(EXERCISES)))"]}
practice_builtins = $(firstword $(wildcard /usr/lib/llvm-*/lib/clang/*/lib/wasi/libclang_rt.builtins-wasm32.a))
$(PAGE)/sw.js: $(wasm)/judge.wasm $(wasm)/libdriver.a $(wasm)/reached $(PRACTICE_CASES) $(PRACTICE_EXERCISES) \
    $(wildcard docs/practice/*.* docs/practice/src/*) docs/colors.css
	@mkdir -p $(@D)
	node docs/practice/build.mjs '$(strip $(practice_parts))'

# Which of the compiler's functions are called. Others cost time once, and so this is not made for a change
# of each file that is compiled here.
$(wasm)/reached: $(patsubst %,docs/practice/%,package-lock.json reach.mjs prune.mjs sysroot.mjs src/compile.js) \
    | $(wasm)/libdriver.a $(PRACTICE_CASES) $(PRACTICE_EXERCISES)
	@[ -e docs/practice/node_modules ] || { echo 'Please run "make practice-deps" first.' >&2; exit 1; }
	node docs/practice/reach.mjs '$(strip $(practice_parts))' >$@.new
	mv $@.new $@

practice-deps:
	@$(call install,$(WASM_PACKAGES) llvm $(NODE_PACKAGES))
	@docs/tools/npm_install.sh docs/practice

# A browser, and what drives it.
check-practice-deps: practice-deps check-site-deps

# The judge and the drivers in node, with Debian's compiler; then the page in a browser. ALL=1 takes every
# mistake and every exercise, which takes long; FEW=1 one exercise of each chapter.
export_practice = WASM_CC='$(WASM_CC)' EXERCISES='$(EXERCISES)' \
    FLAGS='-D_GNU_SOURCE -Isrc -isystem $(CURDIR)/src/practice/include -D_WASI_EMULATED_SIGNAL \
      $(filter-out $(WARNINGS) -O2,$(WASM_FLAGS)) -O1 -gline-tables-only -Wall -Wextra $(PRACTICE_SANITIZE)' \
    LINK='-Wl,-z,stack-size=8388608 -Wl,--global-base=25165824 -Wl,--max-memory=201326592'
check-practice: practice $(JUDGES) $(REFERENCES) $(MISTAKES) $(KIT)
	@$(export_practice) ALL=$(ALL) FEW=$(FEW) node tests/practice/run.mjs $(EX)
