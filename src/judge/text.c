/* text.c: text of unknown origin. */
#include "judge/text.h"

#include <stdbool.h>
#include <string.h>

/* Length of the valid UTF-8 sequence at the beginning of text, or 0. */
static size_t sequence_length(const unsigned char *text)
{
    if (text[0] < 0x80)
        return 1;
    size_t length = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
    if (text[0] < 0xc2 || text[0] > 0xf4)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    bool overlong =
        (text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xf0 && text[1] < 0x90);
    bool surrogate = text[0] == 0xed && text[1] >= 0xa0;
    bool too_high = text[0] == 0xf4 && text[1] >= 0x90;
    return overlong || surrogate || too_high ? 0 : length;
}

/* U+061C, U+200E, U+200F, U+2028 to U+202E and U+2066 to U+2069 make text look like
 * another text. */
static bool turns_direction(const unsigned char *text)
{
    if (text[0] == 0xd8)
        return text[1] == 0x9c;
    return text[0] == 0xe2 && ((text[1] == 0x80 && (text[2] | 1) == 0x8f) ||
                               (text[1] == 0x80 && text[2] >= 0xa8 && text[2] <= 0xae) ||
                               (text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9));
}

static bool is_control(const unsigned char *text)
{
    bool c0 = text[0] < 0x20 && text[0] != '\n' && text[0] != '\t';
    bool c1 = text[0] == 0xc2 && text[1] < 0xa0; /* U+0080 to U+009F */
    return c0 || c1 || text[0] == 0x7f;
}

void text_clean(char *text, size_t length)
{
    unsigned char *at = (unsigned char *)text, *end = at + length;
    while (at < end) {
        /* A zero ends every sequence, so this does not look beyond the end. */
        size_t size = sequence_length(at);
        bool bad = size == 0 || is_control(at) || turns_direction(at);
        if (bad)
            memset(at, '?', size ? size : 1);
        at += size ? size : 1;
    }
}

void text_clean_line(char *text)
{
    for (char *at = text; *at; at++)
        *at = *at == '\n' || *at == '\t' ? ' ' : *at;
    text_clean(text, strlen(text));
}

void text_replace(char *text, const char *word, const char *by)
{
    size_t length = strlen(word), shorter = strlen(by);
    for (char *at = text; (at = strstr(at, word)); at += shorter) {
        memcpy(at, by, shorter);
        memmove(at + shorter, at + length, strlen(at + length) + 1);
    }
}

uint64_t bytes_hash(const char *bytes, size_t length, uint64_t hash)
{
    if (hash == 0)
        hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3;
    return hash;
}
