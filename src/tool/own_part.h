/** @file own_part.h
 *  @brief What a student has added to a stub. */
#ifndef DESCENT_OWN_PART_H
#define DESCENT_OWN_PART_H

/** Blanks the comments of a C source, and the lines that its stub has, too. How a line is
 *  indented, and where its braces stand, does not matter for that.
 *  @return what is left, each line where it was; to be freed */
char *own_part(const char *text, const char *stub);

#endif
