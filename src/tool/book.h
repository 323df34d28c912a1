/** @file book.h
 *  @brief The book as it goes with a handout: its site without the pages of the API. */
#ifndef DESCENT_BOOK_H
#define DESCENT_BOOK_H

/** Lets a page's links into the API lead to the sources themselves, which lie in src/
 *  beside the book's folder, and leaves out what stands between <!-- guide --> and
 *  <!-- /guide -->: the links to the instructor's guide, which students do not get.
 *  @param root  the workbook's
 *  @return the page, to be freed; NULL if one leads to what is not in src/ */
char *book_page(const char *html, const char *root);

#endif
