/* object.c: reads the symbols and sections of an ELF object.
 *
 * Invariant: the bytes may have been written to deceive, so each offset is checked
 * against the length before anything is read there, and what is read is copied first. */
#include "tool/object.h"
#include "tool/files.h"

#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SHOWN = 60 }; /* bytes of a name */

struct object {
    const char *bytes;
    size_t length;
    ElfW(Ehdr) header;
};

/* Copies a part, if all of it is there. */
static bool copy(void *to, const struct object *object, size_t offset, size_t size)
{
    if (offset > object->length || size > object->length - offset)
        return false;
    memcpy(to, object->bytes + offset, size);
    return true;
}

static bool read_section(ElfW(Shdr) * section, const struct object *object, size_t index)
{
    return index < object->header.e_shnum &&
           copy(section, object, object->header.e_shoff + index * sizeof *section,
                sizeof *section);
}

/* A name in a section of names; NULL if it has no end there. */
static const char *find_name(const struct object *object, const ElfW(Shdr) * names,
                             size_t offset)
{
    if (names->sh_offset > object->length ||
        names->sh_size > object->length - names->sh_offset || offset >= names->sh_size)
        return NULL;
    const char *name = object->bytes + names->sh_offset + offset;
    return memchr(name, '\0', names->sh_size - offset) ? name : NULL;
}

/* Whether the name is a line of the text. */
static bool is_listed(const char *name, const char *text)
{
    size_t length = strlen(name);
    for (; *text; text += *text == '\n') {
        size_t line = strcspn(text, "\n");
        if (line == length && strncmp(text, name, length) == 0)
            return true;
        text += line;
    }
    return false;
}

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* A function that chooses another one runs as soon as the program is loaded. */
static char *symbol_problem(const struct object *object, const ElfW(Shdr) * strings,
                            const ElfW(Sym) * symbol, const char *names)
{
    /* The same fields of the same size on every machine. */
    bool own = ELF64_ST_BIND(symbol->st_info) == STB_LOCAL;
    if (ELF64_ST_TYPE(symbol->st_info) == STT_GNU_IFUNC)
        return text_format("error: it defines a function of the kind 'ifunc'");
    if (own || symbol->st_shndx == SHN_UNDEF)
        return NULL;
    const char *name = find_name(object, strings, symbol->st_name);
    if (name && is_listed(name, names))
        return NULL;
    return text_format("error: it defines '%.*s' for other files, in a way that is not C",
                       MAX_SHOWN, name ? name : "?");
}

static char *symbols_problem(const struct object *object, const ElfW(Shdr) * table,
                             const char *names)
{
    ElfW(Shdr) strings;
    char *problem = NULL;
    if (!read_section(&strings, object, table->sh_link))
        return text_format("error: its symbols have no names");
    size_t count = table->sh_size / sizeof(ElfW(Sym));
    for (size_t i = 0; i < count && !problem; i++) {
        ElfW(Sym) symbol;
        problem =
            copy(&symbol, object, table->sh_offset + i * sizeof symbol, sizeof symbol)
                ? symbol_problem(object, &strings, &symbol, names)
                : text_format("error: its symbols are cut off");
    }
    return problem;
}

/* Whether a relocation calls a function when the program is loaded. */
static bool is_call(unsigned machine, size_t type)
{
    return (machine == EM_X86_64 && type == R_X86_64_IRELATIVE) ||
           (machine == EM_AARCH64 && type == R_AARCH64_IRELATIVE);
}

static char *relocations_problem(const struct object *object, const ElfW(Shdr) * table)
{
    size_t count = table->sh_size / sizeof(ElfW(Rela));
    for (size_t i = 0; i < count; i++) {
        ElfW(Rela) relocation;
        if (!copy(&relocation, object, table->sh_offset + i * sizeof relocation,
                  sizeof relocation))
            return text_format("error: its relocations are cut off");
        if (is_call(object->header.e_machine, ELF64_R_TYPE(relocation.r_info)))
            return text_format("error: it has a relocation that calls a function before "
                               "the program begins");
    }
    return NULL;
}

/* The sections that a compiler makes of C; what is linked in elsewhere, or read by others
 * than the linker, could run before the code under test is confined. */
static bool is_from_c(const char *name, const ElfW(Shdr) * section)
{
    static const char *const beginnings[] = {
        ".text",     ".data",         ".bss",         ".rodata", ".tdata",
        ".tbss",     ".init_array",   ".fini_array",  ".debug_", ".eh_frame",
        ".comment",  ".note",         ".gcc_except_", ".symtab", ".strtab",
        ".shstrtab", ".llvm_addrsig", "asan_globals"};
    if (section->sh_type == SHT_NULL)
        return true;
    bool for_linker = section->sh_type == SHT_RELA && !(section->sh_flags & SHF_ALLOC);
    if (for_linker && starts(name, ".rela."))
        name += strlen(".rela");
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (starts(name, beginnings[i]))
            return true;
    return false;
}

static char *section_problem(const struct object *object, const ElfW(Shdr) * strings,
                             const ElfW(Shdr) * section, const char *names)
{
    const char *name = find_name(object, strings, section->sh_name);
    if (!name)
        return text_format("error: a section of it has no name");
    if (!is_from_c(name, section))
        return text_format("error: it has a section '%.*s', which is not from C",
                           MAX_SHOWN, name);
    return section->sh_type == SHT_SYMTAB ? symbols_problem(object, section, names)
           : section->sh_type == SHT_RELA ? relocations_problem(object, section)
                                          : NULL;
}

char *object_problem(const char *bytes, size_t length, const char *names)
{
    struct object object = {.bytes = bytes, .length = length};
    ElfW(Shdr) strings, section;
    if (!copy(&object.header, &object, 0, sizeof object.header) ||
        memcmp(object.header.e_ident, ELFMAG, SELFMAG) != 0 ||
        object.header.e_type != ET_REL ||
        object.header.e_shentsize != sizeof(ElfW(Shdr)) ||
        object.header.e_shoff > length ||
        !read_section(&strings, &object, object.header.e_shstrndx))
        return text_format("error: the compiler has not made an object file of it");
    char *problem = NULL;
    for (size_t i = 0; i < object.header.e_shnum && !problem; i++)
        problem = read_section(&section, &object, i)
                      ? section_problem(&object, &strings, &section, names)
                      : text_format("error: its sections are cut off");
    return problem;
}
