/** @file text.h
 *  @brief Makes text of unknown origin fit for a terminal and for JSON. */
#ifndef DESCENT_TEXT_H
#define DESCENT_TEXT_H

/** Replaces, in place, every byte that is not part of valid UTF-8, and every control
 *  character but newline and tab, by '?'. A sequence that was cut off at the end is
 *  invalid too. */
void text_clean(char *text);

#endif
