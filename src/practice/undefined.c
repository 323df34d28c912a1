/* undefined.c: what UndefinedBehaviorSanitizer says natively, for WebAssembly.
 *
 * The compiler calls one of these where the program does what C does not define. The
 * words are those of the library that gcc and clang bring for other targets. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct place {
    const char *file;
    uint32_t line, column;
};

struct type {
    uint16_t kind, info; /* of an integer: whether it is signed, and log2 of its bits */
    char name[];
};

/* The compiler's descriptions of what went wrong. */
struct about_type {
    struct place place;
    const struct type *type;
};

struct about_access {
    struct place place;
    const struct type *type;
    unsigned char alignment, kind;
};

struct about_two {
    struct place place;
    const struct type *first, *second;
};

struct about_argument {
    struct place place, attribute;
    int number;
};

enum { INTEGER = 0 };

static bool is_signed(const struct type *type)
{
    return type->kind == INTEGER && (type->info & 1);
}

static unsigned bits_of(const struct type *type)
{
    return 1u << (type->info >> 1);
}

/* A value of up to 32 bits is passed as it is, a longer one by its address. */
static long long value_of(const struct type *type, uintptr_t value)
{
    unsigned bits = bits_of(type);
    if (bits > 32)
        return *(const long long *)value;
    if (!is_signed(type) || bits == 32)
        return is_signed(type) ? (int32_t)value : (long long)(uint32_t)value;
    return (int32_t)((uint32_t)value << (32 - bits)) >> (32 - bits);
}

/* A value in words. Each of a line's two has room of its own. */
static const char *show(const struct type *type, uintptr_t value, int slot)
{
    static char text[2][24];
    if (is_signed(type))
        snprintf(text[slot], sizeof text[slot], "%lld", value_of(type, value));
    else
        snprintf(text[slot], sizeof text[slot], "%llu",
                 (unsigned long long)value_of(type, value));
    return text[slot];
}

/* The beginning of a report; the line's end and the program's are ended by stop(). */
static void begin(const struct place *place)
{
    fflush(stdout);
    fprintf(stderr, "%s:%u:%u: runtime error: ", place->file, (unsigned)place->line,
            (unsigned)place->column);
}

static _Noreturn void stop(void)
{
    fputc('\n', stderr);
    _Exit(1);
}

void __ubsan_handle_out_of_bounds_abort(struct about_two *about, uintptr_t index)
{
    begin(&about->place);
    fprintf(stderr, "index %s out of bounds for type %s", show(about->second, index, 0),
            about->first->name);
    stop();
}

void __ubsan_handle_type_mismatch_v1_abort(struct about_access *about, uintptr_t pointer)
{
    static const char *const kinds[] = {"load of",
                                        "store to",
                                        "reference binding to",
                                        "member access within",
                                        "member call on",
                                        "constructor call on",
                                        "downcast of",
                                        "downcast of",
                                        "upcast of",
                                        "cast to virtual base of",
                                        "_Nonnull binding to"};
    const char *kind =
        about->kind < sizeof kinds / sizeof *kinds ? kinds[about->kind] : "use of";
    uintptr_t alignment = (uintptr_t)1 << about->alignment;
    begin(&about->place);
    if (!pointer)
        fprintf(stderr, "%s null pointer of type %s", kind, about->type->name);
    else if (pointer % alignment)
        fprintf(stderr,
                "%s misaligned address 0x%lx for type %s, which requires %lu byte "
                "alignment",
                kind, (unsigned long)pointer, about->type->name,
                (unsigned long)alignment);
    else
        fprintf(stderr,
                "%s address 0x%lx with insufficient space for an object of type %s", kind,
                (unsigned long)pointer, about->type->name);
    stop();
}

static _Noreturn void overflow(const struct about_type *about, uintptr_t a,
                               const char *sign, uintptr_t b)
{
    begin(&about->place);
    fprintf(stderr, "%s integer overflow: %s %s %s cannot be represented in type %s",
            is_signed(about->type) ? "signed" : "unsigned", show(about->type, a, 0), sign,
            show(about->type, b, 1), about->type->name);
    stop();
}

void __ubsan_handle_add_overflow_abort(struct about_type *about, uintptr_t a, uintptr_t b)
{
    overflow(about, a, "+", b);
}

void __ubsan_handle_sub_overflow_abort(struct about_type *about, uintptr_t a, uintptr_t b)
{
    overflow(about, a, "-", b);
}

void __ubsan_handle_mul_overflow_abort(struct about_type *about, uintptr_t a, uintptr_t b)
{
    overflow(about, a, "*", b);
}

void __ubsan_handle_negate_overflow_abort(struct about_type *about, uintptr_t value)
{
    begin(&about->place);
    fprintf(stderr,
            "negation of %s cannot be represented in type %s; cast to an unsigned type "
            "to negate this value to itself",
            show(about->type, value, 0), about->type->name);
    stop();
}

void __ubsan_handle_divrem_overflow_abort(struct about_type *about, uintptr_t a,
                                          uintptr_t b)
{
    begin(&about->place);
    if (about->type->kind == INTEGER && value_of(about->type, b) == -1)
        fprintf(stderr, "division of %s by -1 cannot be represented in type %s",
                show(about->type, a, 0), about->type->name);
    else
        fputs("division by zero", stderr);
    stop();
}

void __ubsan_handle_shift_out_of_bounds_abort(struct about_two *about, uintptr_t value,
                                              uintptr_t by)
{
    const struct type *type = about->first, *other = about->second;
    long long places = value_of(other, by);
    begin(&about->place);
    if (is_signed(other) && places < 0)
        fprintf(stderr, "shift exponent %lld is negative", places);
    else if (places >= bits_of(type))
        fprintf(stderr, "shift exponent %lld is too large for %u-bit type %s", places,
                bits_of(type), type->name);
    else if (is_signed(type) && value_of(type, value) < 0)
        fprintf(stderr, "left shift of negative value %s", show(type, value, 0));
    else
        fprintf(stderr,
                "left shift of %s by %lld places cannot be represented in type %s",
                show(type, value, 0), places, type->name);
    stop();
}

void __ubsan_handle_vla_bound_not_positive_abort(struct about_type *about,
                                                 uintptr_t bound)
{
    begin(&about->place);
    fprintf(stderr, "variable length array bound evaluates to non-positive value %s",
            show(about->type, bound, 0));
    stop();
}

void __ubsan_handle_load_invalid_value_abort(struct about_type *about, uintptr_t value)
{
    begin(&about->place);
    fprintf(stderr, "load of value %s, which is not a valid value for type %s",
            about->type->kind == INTEGER ? show(about->type, value, 0) : "<unknown>",
            about->type->name);
    stop();
}

void __ubsan_handle_nonnull_arg_abort(struct about_argument *about)
{
    begin(&about->place);
    fprintf(stderr,
            "null pointer passed as argument %d, which is declared to never be null",
            about->number);
    stop();
}

void __ubsan_handle_builtin_unreachable(struct place *place)
{
    begin(place);
    fputs("execution reached an unreachable program point", stderr);
    stop();
}

void __ubsan_handle_invalid_builtin_abort(struct about_access *about)
{
    begin(&about->place);
    fputs("passing zero to a builtin, which is not a valid argument", stderr);
    stop();
}

/* The only one that may return: gcc does not mind an offset of 0 from a null pointer,
 * such as that of an empty array. */
void __ubsan_handle_pointer_overflow(struct place *place, uintptr_t base,
                                     uintptr_t result)
{
    if (base == result)
        return;
    begin(place);
    if (!base)
        fprintf(stderr, "applying non-zero offset %lu to null pointer",
                (unsigned long)result);
    else
        fprintf(stderr, "pointer index expression with base 0x%lx overflowed to 0x%lx",
                (unsigned long)base, (unsigned long)result);
    stop();
}

void __ubsan_handle_pointer_overflow_abort(struct place *place, uintptr_t base,
                                           uintptr_t result)
{
    __ubsan_handle_pointer_overflow(place, base, result);
}
