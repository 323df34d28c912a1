/** @file xml.h
 *  @brief Text as XML has it. What cannot stand in XML at all must be gone before. */
#ifndef DESCENT_XML_H
#define DESCENT_XML_H

#include <stdio.h>

/** Writes text between tags. */
void xml_text(FILE *file, const char *text);

/** Writes a blank, a name and a value in quotes; line ends stay what they are. */
void xml_attribute(FILE *file, const char *name, const char *text);

/** Writes "<name>text</name>". */
void xml_element(FILE *file, const char *name, const char *text);

#endif
