/* memory.c: memory that runs out when a test says so. */
#include "memory.h"

#include <stdlib.h>

/* What the linker calls the functions of the C library, and what it calls in their
 * place. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

static size_t calls, failing, held;

size_t memory_fail(size_t call)
{
    size_t counted = calls;
    failing = call;
    calls = 0;
    return counted;
}

size_t memory_held(void)
{
    return held;
}

/* Whether this call is the one that fails. */
static int refused(void)
{
    return ++calls == failing;
}

static void *taken(void *block)
{
    held += block != NULL;
    return block;
}

void *__wrap_malloc(size_t size)
{
    return refused() ? NULL : taken(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return refused() ? NULL : taken(__real_calloc(count, size));
}

void *__wrap_realloc(void *block, size_t size)
{
    if (refused())
        return NULL;
    return block ? __real_realloc(block, size) : taken(__real_realloc(NULL, size));
}

void __wrap_free(void *block)
{
    held -= block != NULL;
    __real_free(block);
}
