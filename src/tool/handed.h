/** @file handed.h
 *  @brief The sources in what was handed in: read from folders and archives, safely. */
#ifndef DESCENT_HANDED_H
#define DESCENT_HANDED_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/** Reads a stranger's bytes as text: UTF-8 with or without a byte-order mark, UTF-16 with
 *  one, or else Latin-1; "\r\n" becomes "\n".
 *  @return UTF-8, to be freed; NULL if it is not text */
char *source_decode(const char *bytes, size_t length);

/** @return whether a file's name is that of a C source, in any case of letters, or of one
 *          that was given the further ending .txt */
bool is_source_name(const char *name);

/** Adds one source to the `files` of a list: its `path`, and its `text` or the `problem`
 *  why it is none.
 *  @param bytes  NULL if they cannot be read, for the reason `problem` */
void handed_add(json_t *list, const char *path, const char *bytes, size_t length,
                const char *problem);

/** Adds a sentence to its `notes`. */
void handed_note(json_t *list, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** @return a list without files and notes; `unread` says whether something of what was
 *          handed in could not be read, so that a file may be missing */
json_t *handed_list(void);

/** Adds all the sources of a folder, of archives in it, or of one archive or file.
 *  @param entry      its name in the folder
 *  @param sandboxed  unpack archives in the sandbox */
void handed_read(json_t *list, const char *folder, const char *entry, bool sandboxed);

#endif
