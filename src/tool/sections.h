/** @file sections.h
 *  @brief The book's sections by their titles, for texts outside of the book. */
#ifndef DESCENT_SECTIONS_H
#define DESCENT_SECTIONS_H

/** Replaces each reference "[](#sec:name)" by "section "Title"", as the chapter has it.
 *  What no chapter defines stays.
 *  @param root  the workbook's folder
 *  @return the text, to be freed */
char *sections_by_title(const char *text, const char *root);

#endif
