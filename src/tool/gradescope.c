/* gradescope.c: the file is a map of folders; each has its submitters and its time:
 *
 *     submission_123:
 *       :submitters:
 *       - :name: Kim Lee
 *         :sid: '4711'
 *         :email: kim@example.org
 *       :created_at: 2026-12-07 22:01:02.000000000 Z
 */
#include "tool/gradescope.h"
#include "tool/files.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* The scalar that a node is; "" for another kind. */
static const char *scalar(const yaml_node_t *node)
{
    return node && node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value
                                                  : "";
}

/* The value of a key; NULL if there is none. */
static yaml_node_t *member(yaml_document_t *document, const yaml_node_t *map,
                           const char *key)
{
    if (!map || map->type != YAML_MAPPING_NODE)
        return NULL;
    for (const yaml_node_pair_t *pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top; pair++)
        if (strcmp(scalar(yaml_document_get_node(document, pair->key)), key) == 0)
            return yaml_document_get_node(document, pair->value);
    return NULL;
}

/* "2026-12-07 22:01:02.5 Z", or with "+01:00" in place of the Z. */
static time_t read_time(const char *text)
{
    struct tm utc = {0};
    const char *end = strptime(text, "%Y-%m-%d %H:%M:%S", &utc);
    if (!end)
        end = strptime(text, "%Y-%m-%dT%H:%M:%S", &utc);
    if (!end)
        return 0;
    end += strspn(end, ".0123456789 ");
    int hours = 0, minutes = 0;
    char sign = '+';
    sscanf(end, "%c%2d:%2d", &sign, &hours, &minutes);
    long ahead = 3600L * hours + 60L * minutes;
    return timegm(&utc) - (sign == '-' ? -ahead : ahead);
}

static void add(struct submitter **submitters, size_t *count, struct submitter one)
{
    *submitters = realloc(*submitters, (*count + 1) * sizeof **submitters);
    if (!*submitters)
        error(EXIT_USAGE, 0, "out of memory");
    (*submitters)[(*count)++] = one;
}

static void read_folder(struct submitter **submitters, size_t *count,
                        yaml_document_t *document, const char *folder,
                        const yaml_node_t *map)
{
    const yaml_node_t *list = member(document, map, ":submitters");
    time_t time = read_time(scalar(member(document, map, ":created_at")));
    if (!list || list->type != YAML_SEQUENCE_NODE)
        return;
    for (const yaml_node_item_t *item = list->data.sequence.items.start;
         item < list->data.sequence.items.top; item++) {
        const yaml_node_t *who = yaml_document_get_node(document, *item);
        const char *sid = scalar(member(document, who, ":sid"));
        const char *email = scalar(member(document, who, ":email"));
        add(submitters, count,
            (struct submitter){.folder = strdup(folder),
                               .name = strdup(scalar(member(document, who, ":name"))),
                               .id = strdup(*sid ? sid : email),
                               .time = time});
    }
}

static void read_document(struct submitter **submitters, size_t *count,
                          yaml_document_t *document)
{
    const yaml_node_t *root = yaml_document_get_root_node(document);
    if (!root || root->type != YAML_MAPPING_NODE)
        return;
    for (const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
         pair < root->data.mapping.pairs.top; pair++)
        read_folder(submitters, count, document,
                    scalar(yaml_document_get_node(document, pair->key)),
                    yaml_document_get_node(document, pair->value));
}

char *submitters_read(struct submitter **submitters, size_t *count, const char *path)
{
    *submitters = NULL;
    *count = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return errno == ENOENT ? NULL : file_problem(path, errno);
    yaml_parser_t parser;
    yaml_document_t document;
    char *problem = NULL;
    if (!yaml_parser_initialize(&parser))
        error(EXIT_USAGE, 0, "out of memory");
    yaml_parser_set_input_file(&parser, file);
    if (yaml_parser_load(&parser, &document)) {
        read_document(submitters, count, &document);
        yaml_document_delete(&document);
    } else {
        problem = text_format("%s:%zu: %s", path, parser.problem_mark.line + 1,
                              parser.problem ? parser.problem : "this is no YAML");
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return problem;
}

void submitters_free(struct submitter *submitters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(submitters[i].folder);
        free(submitters[i].name);
        free(submitters[i].id);
    }
    free(submitters);
}
