/* heap.c: malloc() and its kin for a driver in the browser.
 *
 *     | head, 16 bytes | what was asked for | rest, at least 16 bytes |
 *
 * A block has the size of its class, of which each power of two is divided into four.
 * Head and rest are poisoned. As natively, a block that is freed is not given out again
 * before QUARANTINE bytes were freed after it, and calls are counted by hooks.
 *
 * Natively the memory that a program touches is limited, here what it asks for. */
#include "practice/heap.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    HEAD = 16,
    PAGE = 1 << 16,
    STEP = 1 << 20,        /* the heap grows by that at least */
    LIMIT = 128 << 20,     /* bytes in use, as in answer_limits */
    MOST = 1 << 30,        /* bytes of a block; more is refused, as natively */
    MOST_FILLED = 1 << 24, /* bytes of a new block that get the value 0xbe, as natively */
    QUARANTINE = 16 << 20, /* bytes */
    CLASSES = 4 * 32,
    TAKEN = 0x7a6e,
    GONE = 0x6f67,
    KILLED = 128 + 9, /* exit code: over a limit */
};

struct block {
    size_t size, class;
    struct block *next; /* in the quarantine, or in a list of free ones */
    unsigned state;
};

static struct block *spare[CLASSES], *oldest, *newest;
static size_t in_use, in_quarantine;
static char *top, *end; /* the part of the heap that was never given out */
static void (*on_malloc)(const volatile void *, size_t);
static void (*on_free)(const volatile void *);

int __sanitizer_install_malloc_and_free_hooks(void (*malloc_hook)(const volatile void *,
                                                                  size_t),
                                              void (*free_hook)(const volatile void *))
{
    on_malloc = malloc_hook;
    on_free = free_hook;
    return 1;
}

/* The bytes of a class: 64, 80, 96, 112, 128, 160 … */
static size_t class_size(size_t class)
{
    return (size_t)(4 + class % 4) << (4 + class / 4);
}

static size_t class_for(size_t size)
{
    size_t class = 0;
    while (class_size(class) < size)
        class ++;
    return class;
}

/* Takes more memory; false if there is none. */
static bool grow(size_t size)
{
    size_t more = size > STEP ? (size + PAGE - 1) / PAGE * PAGE : STEP;
    char *start = sbrk((intptr_t)more);
    if (start == (char *)-1 || (uintptr_t)start + more > (uintptr_t)SHADOW_END * 8)
        return false;
    shadow_set((uintptr_t)start, more, SHADOW_HEAP);
    if (start != end)
        top = start;
    end = start + more;
    return true;
}

/* A block of a class, given out before or new. */
static struct block *find(size_t class)
{
    struct block *block = spare[class];
    if (block) {
        spare[class] = block->next;
        return block;
    }
    size_t size = class_size(class);
    if ((size_t)(end - top) < size && !grow(size))
        _Exit(KILLED);
    block = (struct block *)(void *)top;
    block->class = class;
    top += size;
    return block;
}

void *malloc(size_t size)
{
    if (size > MOST) {
        errno = ENOMEM;
        return NULL;
    }
    if (in_use + size > LIMIT)
        _Exit(KILLED);
    struct block *block = find(class_for(size + 2 * HEAD));
    block->size = size;
    block->state = TAKEN;
    char *bytes = (char *)block + HEAD;
    shadow_set((uintptr_t)bytes, class_size(block->class) - HEAD, SHADOW_HEAP);
    shadow_open((uintptr_t)bytes, size);
    memset(bytes, 0xbe, size < MOST_FILLED ? size : MOST_FILLED);
    in_use += size;
    if (on_malloc)
        on_malloc(bytes, size);
    return bytes;
}

/* What has been there longest can be given out again. */
static void release_oldest(void)
{
    struct block *block = oldest;
    oldest = block->next;
    in_quarantine -= class_size(block->class);
    block->next = spare[block->class];
    spare[block->class] = block;
}

static struct block *block_of(void *bytes, const char *otherwise)
{
    struct block *block = (struct block *)(void *)((char *)bytes - HEAD);
    bool inside = (uintptr_t)bytes % 16 == 0 && (char *)bytes < end &&
                  (uintptr_t)bytes > SHADOW_END + HEAD;
    if (inside && block->state == GONE)
        report_misuse("attempting double-free");
    if (!inside || block->state != TAKEN)
        report_misuse(otherwise);
    return block;
}

static const char not_ours[] = "attempting free on address which was not malloc()-ed";

void free(void *bytes)
{
    if (on_free)
        on_free(bytes);
    if (!bytes)
        return;
    struct block *block = block_of(bytes, not_ours);
    size_t size = class_size(block->class);
    block->state = GONE;
    block->next = NULL;
    in_use -= block->size;
    in_quarantine += size;
    shadow_set((uintptr_t)bytes, size - HEAD, SHADOW_FREED);
    if (oldest)
        newest->next = block;
    else
        oldest = block;
    newest = block;
    while (in_quarantine > QUARANTINE)
        release_oldest();
}

void *calloc(size_t count, size_t size)
{
    if (size && count > MOST / size) {
        errno = ENOMEM;
        return NULL;
    }
    void *bytes = malloc(count * size);
    return bytes ? memset(bytes, 0, count * size) : NULL;
}

void *realloc(void *bytes, size_t size)
{
    if (!bytes)
        return malloc(size);
    size_t before = block_of(bytes, not_ours)->size;
    void *more = malloc(size);
    if (!more)
        return NULL;
    memcpy(more, bytes, before < size ? before : size);
    free(bytes);
    return more;
}

/* Blocks begin at a multiple of 16; more is not given. */
int posix_memalign(void **bytes, size_t alignment, size_t size)
{
    *bytes = alignment <= HEAD ? malloc(size) : NULL;
    return *bytes ? 0 : ENOMEM;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return alignment <= HEAD ? malloc(size) : NULL;
}
