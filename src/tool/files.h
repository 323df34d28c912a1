/** @file files.h
 *  @brief Text, paths and files for the tool. What cannot fail in practice ends the
 *         program with a message, so callers stay short. */
#ifndef DESCENT_FILES_H
#define DESCENT_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Exit code for mistakes in the command line and in the set-up. */
enum { EXIT_USAGE = 2 };

/** printf into new memory. @return a string to be freed by the caller */
char *text_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** @return a path as a pattern of glob() that matches nothing else, to be freed */
char *escape_pattern(const char *path);

/** Reads a whole text file, up to 1 MiB.
 *  @return its bytes with a zero after the last, to be freed; NULL with errno set if it
 *          cannot be read, is a folder (EISDIR), a pipe or a device (ENODEV), too large
 *          (EFBIG) or not text (EILSEQ) */
char *file_read(const char *path);

/** Reads a file of whatever bytes.
 *  @return `length` of them with a zero after the last, to be freed; NULL with errno set
 *          if it cannot be read */
char *file_read_bytes(const char *path, size_t *length);

/** Opens a stranger's file in the way of file_read_beneath().
 *  @return its descriptor, or -1 with errno set */
int file_open_beneath(const char *folder, const char *path);

/** file_read() of a stranger's file: no symbolic link on the way below the folder is
 *  followed, and a file with a second name (a hard link) is refused, so that a submission
 *  cannot stand for a file that lies elsewhere (ELOOP, EMLINK). */
char *file_read_beneath(const char *folder, const char *path);

/** @param name  what to call the file
 *  @return what the errno of one of these functions means, in words for a student, such
 *          as "adam.c is larger than 1 MiB"; to be freed */
char *file_problem(const char *name, int number);

/** @return why this cannot be a program's source, in such words, to be freed; NULL if it
 *          is a text that may be one */
char *source_problem(const char *path, const char *name);

/** Writes a file so that readers see the old one or the new one, never a part: through a
 *  temporary name beside it. Ends the program if that fails. */
void file_write(const char *path, const char *text);

/** file_write(), and what is written survives a loss of power, too. */
void file_write_safely(const char *path, const char *text);

/** The first half of file_write(): opens the file under its temporary name, for
 *  file_finish() or file_abandon(). */
FILE *file_begin(const char *path, char **temporary);

/** Closes the file and gives it its name. */
void file_finish(FILE *file, char *temporary, const char *path);

/** Closes the file and removes it. */
void file_abandon(FILE *file, char *temporary);

/** Writes a file with the bytes of another one. Ends the program if that fails. */
void file_copy(const char *from, const char *to);

/** Removes the temporary files that killed programs have left in a folder. */
void file_remove_temporaries(const char *folder);

/** @return whether something is there, be it a symbolic link to nothing */
bool file_exists(const char *path);

/** Opens a folder for as long as the program runs.
 *  @return a path that means this folder even if another takes its name, to be freed;
 *          NULL if it cannot be opened, or a symbolic link is on the way to it */
char *folder_hold(const char *path);

/** @return whether a symbolic link is on the way to it, or is it */
bool file_is_linked(const char *path);

/** Makes a folder and those above it. Ends the program if that fails. */
void folder_make(const char *path);

/** Removes a file, or a folder with all that is in it, if it is there. Symbolic links are
 *  removed, not followed. */
void folder_remove(const char *path);

/** Makes a new folder with a name of its own that begins with `prefix`; one at a time. It
 *  goes when the program ends, if not before. Ends the program if that fails.
 *  @return its path, for folder_remove_own() */
char *folder_make_own(const char *prefix);

/** Removes the folders with that prefix whose makers were killed before they could. */
void folder_remove_stale(const char *prefix);

/** Removes that folder with all that is in it, and frees its path. */
void folder_remove_own(char *path);

#endif
