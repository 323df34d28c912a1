# Makefile: a stand-in until the first part lands; only the section "Book" below is meant to stay.

CC := gcc
CFLAGS := -std=c17 -O2 -ffp-contract=off -Isrc
.DELETE_ON_ERROR:
.DEFAULT_GOAL := book

build/figures/%/figures: chapters/%/figures.c $(wildcard src/optim/*.[ch] src/lab/*.[ch])
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -o $@ $(filter %.c,$^) -lm

clean:
	rm -rf build

.PHONY: clean

# Book ------------------------------------------------------------------------------------------
#
# A chapter goes from chapters/NN-stem/text.md to the site and the print in these steps:
#
#     figures.c → figures → facts.tsv, *.dat → (figures.gp) → *.svg, *.pdf       build/figures/NN-stem
#     text.md → (filters) → chapter.json, labels.tsv, regions.tsv                $(parts)/NN-stem
#     chapter.json → (html.lua) → $(site)/NN-stem.html
#     chapter.json → (latex.lua) → chapter.tex → (XeLaTeX) → $(out)/descent.pdf
#
# Needs from above: build/figures/NN-stem/figures, the program that computes a chapter's figures.
# A chapter without figures.c has none. EDITION=instructor builds with solutions, in build/instructor.

EDITION ?= student
ifeq ($(filter $(EDITION),student instructor),)
$(error EDITION is student or instructor, not "$(EDITION)")
endif

SOURCE_DATE_EPOCH ?= $(or $(shell git log -1 --format=%ct 2>/dev/null),1700000000)
export SOURCE_DATE_EPOCH
export TZ := UTC
export LC_ALL := C.UTF-8

out := build$(if $(filter instructor,$(EDITION)),/instructor)
site := $(out)/site
parts := $(out)/book

stems := $(sort $(patsubst chapters/%/text.md,%,$(wildcard chapters/*/text.md)))
drawn := $(patsubst chapters/%/figures.gp,%,$(wildcard chapters/*/figures.gp))
computed := $(patsubst chapters/%/figures.c,%,$(wildcard chapters/*/figures.c))
book_sources := $(wildcard src/optim/*.[ch] src/lab/*.[ch] solutions/*/*.[ch])
exercise_files = $(or $(wildcard solutions/$1/*.c),$(wildcard stubs/$1/*.c),$(wildcard exercises/$1/*.c))
book_lib := $(wildcard docs/lib/*.lua)

texgyre ?= /usr/share/texmf/fonts/opentype/public
dejavu ?= /usr/share/fonts/truetype/dejavu
fonts := $(addprefix $(texgyre)/tex-gyre/texgyrepagella-,regular.otf italic.otf bold.otf bolditalic.otf) \
         $(texgyre)/tex-gyre-math/texgyrepagella-math.otf \
         $(dejavu)/DejaVuSansMono.ttf $(dejavu)/DejaVuSansMono-Bold.ttf
site_fonts := $(addprefix $(site)/fonts/,$(notdir $(fonts)) LICENSES.txt)

pages := $(site)/index.html $(stems:%=$(site)/%.html)

book: $(parts)/links.ok $(parts)/regions.ok $(out)/descent.pdf
site: $(parts)/links.ok $(parts)/regions.ok
pdf: $(out)/descent.pdf
api: $(site)/api/index.html
.PHONY: book site pdf api

# Figures: the program writes data and facts; gnuplot draws them twice. The dates that cairo puts
# in are those of SOURCE_DATE_EPOCH; fonts that a reader may have follow the one that drew it.
build/figures/%/facts.tsv: build/figures/%/figures
	$< $(@D)
.SECONDARY: $(computed:%=build/figures/%/figures)

build/figures/%/drawn: chapters/%/figures.gp docs/style.gp
	@mkdir -p $(@D)
	gnuplot -e 'medium = "svg"; data = "$(@D)"' docs/style.gp $<
	gnuplot -e 'medium = "pdf"; data = "$(@D)"' docs/style.gp $<
	sed -i 's/font-family="TeX Gyre Pagella"/font-family="TeX Gyre Pagella, Palatino, Palatino Linotype, serif"/' \
	    $(@D)/*.svg
	LC_ALL=C sed -i "s/CreationDate (D:[0-9]*Z/CreationDate (D:$$(date -u -d @$$SOURCE_DATE_EPOCH +%Y%m%d%H%M%S)Z/" \
	    $(@D)/*.pdf
	@touch $@

$(computed:%=build/figures/%/drawn): build/figures/%/drawn: build/figures/%/facts.tsv

# A chapter with everything filled in and checked, the same for both media.
neutral := exercises weave facts figures number citations

$(stems:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: chapters/%/text.md docs/references.bib \
    $(neutral:%=docs/filters/%.lua) $(book_lib) $(book_sources) \
    $(foreach stem,$(stems),$(call exercise_files,$(stem)))
	@mkdir -p $(@D)
	pandoc $< --from=markdown --to=json --output=$@ \
	    --metadata=stem:$* --metadata=out:$(@D) --metadata=edition:$(EDITION) \
	    --metadata=exercises:'$(call exercise_files,$*)' \
	    --metadata=link-citations:true --bibliography=docs/references.bib \
	    $(neutral:%=--lua-filter=docs/filters/%.lua) --citeproc

$(computed:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: build/figures/%/facts.tsv
$(drawn:%=$(parts)/%/chapter.json): $(parts)/%/chapter.json: build/figures/%/drawn

# What can be referred to, in all chapters. It changes only when a label does, so that a changed
# paragraph does not set all the other chapters again.
$(parts)/labels.new: $(stems:%=$(parts)/%/chapter.json) docs/tools/merge_labels.lua $(book_lib) | chapters
	texlua docs/tools/merge_labels.lua $(stems:%=$(parts)/%/labels.tsv) >$@
	@cmp -s $@ $(parts)/labels.tsv || cp $@ $(parts)/labels.tsv

$(parts)/labels.tsv: $(parts)/labels.new ;

$(parts)/regions.ok: $(stems:%=$(parts)/%/chapter.json) docs/tools/check_regions.lua $(book_lib) $(book_sources)
	texlua docs/tools/check_regions.lua $(filter src/%,$(book_sources)) -- $(stems:%=$(parts)/%/regions.tsv)
	@touch $@

# The site.
to_html := pandoc --to=html5 --mathml --section-divs --standalone --template=docs/templates/page.html \
    $(if $(filter instructor,$(EDITION)),--metadata=instructor:true)

$(stems:%=$(site)/%.html): $(site)/%.html: $(parts)/%/chapter.json $(parts)/labels.tsv $(parts)/api.tag \
    docs/filters/html.lua docs/filters/refs.lua $(book_lib) docs/templates/page.html
	@mkdir -p $(@D)/figures/$*
	$(to_html) $< --output=$@ --toc --toc-depth=3 \
	    --metadata=labels:$(parts)/labels.tsv --metadata=tags:$(parts)/api.tag \
	    --lua-filter=docs/filters/html.lua --lua-filter=docs/filters/refs.lua
	$(if $(filter $*,$(drawn)),cp build/figures/$*/*.svg $(@D)/figures/$*/)

$(site)/index.html: docs/book.md docs/filters/contents.lua docs/templates/page.html $(book_lib) \
    $(stems:%=$(parts)/%/chapter.json) | chapters
	@mkdir -p $(@D)
	$(to_html) $< --output=$@ --metadata=parts:$(parts) --metadata=chapters:'$(stems)' \
	    --lua-filter=docs/filters/contents.lua

$(site)/style.css: docs/style.css
	@mkdir -p $(@D)
	cp $< $@

$(site)/fonts/LICENSES.txt: docs/font-licenses.txt
	@mkdir -p $(@D)
	cp $< $@

$(filter-out %.txt,$(site_fonts)) &: $(fonts)
	@mkdir -p $(site)/fonts
	cp $^ $(site)/fonts/
	@touch $(filter-out %.txt,$(site_fonts))

$(parts)/links.ok: $(pages) $(site)/style.css $(site_fonts) $(site)/api/index.html $(site)/descent.pdf \
    docs/tools/check_links.lua $(book_lib)
	texlua docs/tools/check_links.lua $(site)
	@touch $@

# The print. The site has a copy beside its pages.
$(stems:%=$(parts)/%/chapter.tex): $(parts)/%/chapter.tex: $(parts)/%/chapter.json $(parts)/labels.tsv \
    docs/filters/latex.lua docs/filters/refs.lua $(book_lib)
	pandoc $< --to=latex --top-level-division=chapter --output=$@ \
	    --metadata=labels:$(parts)/labels.tsv \
	    --lua-filter=docs/filters/latex.lua --lua-filter=docs/filters/refs.lua

$(parts)/descent.tex: docs/book.md docs/templates/book.tex $(stems:%=$(parts)/%/chapter.tex)
	pandoc $< --to=latex --template=docs/templates/book.tex --output=$@ \
	    $(stems:%=--variable=chapter:$(parts)/%/chapter.tex) \
	    $(if $(filter instructor,$(EDITION)),--variable=instructor:true)

$(out)/descent.pdf: $(parts)/descent.tex docs/tools/typeset.sh
	docs/tools/typeset.sh $< $@

$(site)/descent.pdf: $(out)/descent.pdf
	@mkdir -p $(@D)
	cp $< $@

# The API. The groups are the chapters.
$(parts)/groups.new: $(stems:%=chapters/%/text.md) docs/templates/group.dox
	@mkdir -p $(@D)
	for stem in $(stems); do number=$${stem%%-*}; \
	    sed '2,$${/^---$$/q}' chapters/$$stem/text.md | pandoc --to=html --template=docs/templates/group.dox \
	        --metadata=stem:$$stem --metadata=number:$$number --metadata=chapter:$${number#0}; \
	done >$@
	@cmp -s $@ $(parts)/groups.dox || cp $@ $(parts)/groups.dox

$(parts)/groups.dox: $(parts)/groups.new ;

$(site)/api/index.html $(parts)/api.tag &: $(parts)/groups.dox docs/Doxyfile docs/api.dox docs/api.css \
    docs/api-layout.xml $(filter src/%,$(book_sources))
	@mkdir -p $(site)
	rm -rf $(site)/api
	{ cat docs/Doxyfile; \
	  echo 'INPUT += $(parts)/groups.dox'; \
	  echo 'OUTPUT_DIRECTORY = $(site)'; echo 'HTML_OUTPUT = api'; \
	  echo 'GENERATE_TAGFILE = $(parts)/api.tag'; } | doxygen -
