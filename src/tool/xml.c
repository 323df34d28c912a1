/* xml.c: text as XML has it. */
#include "tool/xml.h"

/* What stands for a sign; NULL if it may stand for itself. */
static const char *entity(char sign)
{
    return sign == '&' ? "&amp;" : sign == '<' ? "&lt;" : sign == '>' ? "&gt;" : NULL;
}

void xml_text(FILE *file, const char *text)
{
    for (; *text; text++)
        if (entity(*text))
            fputs(entity(*text), file);
        else
            fputc(*text, file);
}

void xml_attribute(FILE *file, const char *name, const char *text)
{
    fprintf(file, " %s=\"", name);
    for (; *text; text++)
        if (*text == '"')
            fputs("&quot;", file);
        else if (*text == '\n' || *text == '\t')
            fprintf(file, "&#%d;", *text);
        else if (entity(*text))
            fputs(entity(*text), file);
        else
            fputc(*text, file);
    fputc('"', file);
}

void xml_element(FILE *file, const char *name, const char *text)
{
    fprintf(file, "<%s>", name);
    xml_text(file, text);
    fprintf(file, "</%s>", name);
}
