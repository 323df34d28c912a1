/** @file zip.h
 *  @brief Writes a zip archive. The same files in the same order give the same bytes. */
#ifndef DESCENT_ZIP_H
#define DESCENT_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct archive;

/** Begins an archive in an open file. Each of these ends the program if it fails. */
struct archive *zip_begin(FILE *file);

/** Adds a file, which may be a program. */
void zip_add(struct archive *archive, const char *name, const char *bytes, size_t length,
             bool runs);

/** Ends the archive, but does not close the file. */
void zip_finish(struct archive *archive);

#endif
