/* pieces.c: finds the marks in the book's Markdown.
 *
 * Only what statements, hints and quizzes use is known here. */
#include "tool/pieces.h"

#include <ctype.h>
#include <string.h>

/* Takes "[](#ex:1.3)". */
static bool take_link(struct pieces *pieces, struct piece *piece)
{
    static const char link[] = "[](#ex:";
    size_t length = strlen(link);
    const char *close =
        strncmp(pieces->at, link, length) == 0 ? strchr(pieces->at, ')') : NULL;
    if (!close)
        return false;
    const char *number = pieces->at + length;
    *piece = (struct piece){PIECE_EXERCISE, number, (size_t)(close - number),
                            !pieces->before || strchr(".?!", pieces->before)};
    pieces->before = '0';
    pieces->at = close + 1;
    return true;
}

/* The dollar that ends the mathematics; NULL if there is none. "\\$" does not end it. */
static const char *find_dollar(const char *at)
{
    while (*at && *at != '$')
        at += at[0] == '\\' && at[1] ? 2 : 1;
    return *at ? at : NULL;
}

/* Takes "$x$" or "$$x$$". */
static bool take_formula(struct pieces *pieces, struct piece *piece)
{
    bool display = strncmp(pieces->at, "$$", 2) == 0;
    const char *begin = pieces->at + 1 + display;
    const char *end = *pieces->at == '$' ? find_dollar(begin) : NULL;
    if (!end)
        return false;
    *piece = (struct piece){display ? PIECE_DISPLAY : PIECE_FORMULA, begin,
                            (size_t)(end - begin), false};
    pieces->before = '$';
    pieces->at = end + 1;
    pieces->at += display && *pieces->at == '$';
    if (display)
        pieces->at += strspn(pieces->at, " \n");
    return true;
}

/* The star that ends the emphasis that begins here; NULL if none begins. */
static const char *find_star(const struct pieces *pieces)
{
    const char *at = pieces->at, *paragraph = strstr(at, "\n\n");
    bool opens = (at == pieces->text || strchr(" \n(", at[-1])) && at[1] &&
                 !strchr(" \n=*", at[1]);
    const char *close = opens && !pieces->emphasis ? strchr(at + 1, '*') : NULL;
    while (close && (strchr(" \n", close[-1]) || isalnum((unsigned char)close[1])))
        close = strchr(close + 1, '*');
    return close && paragraph && paragraph < close ? NULL : close;
}

/* Takes a star that begins or ends an emphasis. Other stars multiply. */
static bool take_star(struct pieces *pieces, struct piece *piece)
{
    if (*pieces->at != '*')
        return false;
    bool ends = pieces->at == pieces->emphasis;
    const char *close = ends ? NULL : find_star(pieces);
    if (!ends && !close)
        return false;
    *piece = (struct piece){PIECE_EMPHASIS, pieces->at++, 1, !ends};
    pieces->emphasis = close;
    return true;
}

static void take_sign(struct pieces *pieces, struct piece *piece)
{
    const char *at = pieces->at;
    bool escape = at[0] == '\\' && at[1] && strchr(" %$*_`\\", at[1]);
    at += escape;
    *piece = (struct piece){escape ? PIECE_ESCAPED : PIECE_SIGN, at, 1, false};
    if (!isspace((unsigned char)*at))
        pieces->before = *at;
    pieces->at = at + 1;
}

bool pieces_next(struct pieces *pieces, struct piece *piece)
{
    if (!*pieces->at)
        return false;
    if (take_link(pieces, piece) || take_formula(pieces, piece) ||
        take_star(pieces, piece))
        return true;
    if (*pieces->at != '`') {
        take_sign(pieces, piece);
        return true;
    }
    pieces->code = !pieces->code;
    *piece = (struct piece){PIECE_CODE, pieces->at++, 1, pieces->code};
    return true;
}
