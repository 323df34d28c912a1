/** @file pieces.h
 *  @brief The book's Markdown, cut at its marks. */
#ifndef DESCENT_PIECES_H
#define DESCENT_PIECES_H

#include <stdbool.h>
#include <stddef.h>

enum piece_kind {
    PIECE_SIGN,     ///< One byte that means itself.
    PIECE_ESCAPED,  ///< The same, after a backslash; a blank is one that does not break.
    PIECE_FORMULA,  ///< $x$, without its dollars.
    PIECE_DISPLAY,  ///< $$x$$, without them and without what is blank after it.
    PIECE_EXERCISE, ///< The number in [](#ex:1.3).
    PIECE_EMPHASIS, ///< A star that begins or ends it.
    PIECE_CODE,     ///< A backtick.
};

struct piece {
    enum piece_kind kind;
    const char *text;
    size_t length;
    bool opens; ///< Whether a mark begins something, an exercise begins a sentence.
};

/** A text that is being read: {.text = markdown, .at = markdown}. */
struct pieces {
    const char *text, *at;
    const char *emphasis; ///< Where the one that is open ends, or NULL.
    bool code;            ///< Whether that is open.
    char before;          ///< The last sign that was no blank, or 0.
};

/** Takes the next piece. @return whether there was one */
bool pieces_next(struct pieces *pieces, struct piece *piece);

#endif
