// The library's XML tags, written without printf: a plan has two thousand of them beside its cells.
// They are the library's functions, declared in its xmlwriter.h, and do the same: to the byte, but
// for doubles, which have the shortest text that reads back the same.
//
// Its attributes hold four kilobytes each, filled with zeros however short they are; these are left
// as they come behind their texts.
#include "package/tags.h"

#include "base/memory.h"
#include "base/text.h"
#include "package/library.h"
#include "package/piece.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter/utility.h>
#include <xlsxwriter/xmlwriter.h>

static size_t written;

void gp_tags_begin(void) {
    written = 0;
}

size_t gp_tags_count(void) {
    return written;
}

typedef void tag_writer(FILE *file, const char *tag, struct xml_attribute_list *attributes);

static void copy(char *to, const char *text) {
    size_t length = strnlen(text, LXW_MAX_ATTRIBUTE_LENGTH - 1);
    memcpy(to, text, length);
    to[length] = '\0';
}

static struct xml_attribute *new_attribute(const char *key) {
    struct xml_attribute *attribute = malloc(sizeof *attribute);
    if (attribute == NULL)
        gp_memory_exhausted();
    copy(attribute->key, key);
    return attribute;
}

struct xml_attribute *lxw_new_attribute_str(const char *key, const char *value) {
    struct xml_attribute *attribute = new_attribute(key);
    copy(attribute->value, value);
    return attribute;
}

// The text of a number is shorter.
enum { LONGEST_NUMBER = 64 };

static struct xml_attribute *end_attribute(struct xml_attribute *attribute,
                                           struct gp_piece *value) {
    GP_PIECE_ADD(value, "\0");
    copy(attribute->value, value->bytes);
    return attribute;
}

struct xml_attribute *lxw_new_attribute_int(const char *key, uint32_t value) {
    struct gp_piece piece;
    char text[LONGEST_NUMBER];
    gp_piece_begin_in(&piece, text, sizeof text);
    gp_piece_add_whole(&piece, (int32_t)value); // the library prints it so
    return end_attribute(new_attribute(key), &piece);
}

struct xml_attribute *lxw_new_attribute_dbl(const char *key, double value) {
    struct gp_piece piece;
    char text[LONGEST_NUMBER];
    gp_piece_begin_in(&piece, text, sizeof text);
    gp_piece_add_number(&piece, value);
    return end_attribute(new_attribute(key), &piece);
}

// The characters of a text: all bytes but those that go on with one. The library asks it of every
// text, and counts byte by byte.
size_t lxw_utf8_strlen(const char *str) {
    size_t length = strlen(str), count = 0;
    for (size_t i = 0; i < length;)
        if (length - i >= 8 && gp_eight_shown(str + i)) {
            count += 8;
            i += 8;
        } else {
            count += ((unsigned char)str[i++] & 0xC0) != 0x80;
        }
    return count;
}

static void add(struct gp_piece *piece, const char *text) {
    gp_piece_add(piece, text, strlen(text));
}

static void add_start(struct gp_piece *piece, const char *tag,
                      const struct xml_attribute_list *attributes) {
    const struct xml_attribute *attribute = NULL;
    written++;
    GP_PIECE_ADD(piece, "<");
    add(piece, tag);
    if (attributes == NULL)
        return;
    STAILQ_FOREACH(attribute, attributes, list_entries) {
        GP_PIECE_ADD(piece, " ");
        add(piece, attribute->key);
        GP_PIECE_ADD(piece, "=\"");
        add(piece, attribute->value);
        GP_PIECE_ADD(piece, "\"");
    }
}

static void add_end(struct gp_piece *piece, const char *tag) {
    GP_PIECE_ADD(piece, "</");
    add(piece, tag);
    GP_PIECE_ADD(piece, ">");
}

// Whether an attribute has a sign that stands for something else in XML.
static bool need_escapes(const struct xml_attribute_list *attributes) {
    const struct xml_attribute *attribute = NULL;
    if (attributes == NULL)
        return false;
    STAILQ_FOREACH(attribute, attributes, list_entries)
    if (strpbrk(attribute->value, "&<>\"\n") != NULL)
        return true;
    return false;
}

static void leave_tag(const char *name, FILE *file, const char *tag,
                      struct xml_attribute_list *attributes) {
    tag_writer *write = (tag_writer *)gp_library_function(name);
    write(file, tag, attributes);
}

static void write_tag(FILE *file, const char *tag, const struct xml_attribute_list *attributes,
                      const char *end) {
    struct gp_piece piece;
    gp_piece_begin(&piece, file);
    add_start(&piece, tag, attributes);
    add(&piece, end);
    gp_piece_flush(&piece);
}

void lxw_xml_start_tag_unencoded(FILE *file, const char *tag,
                                 struct xml_attribute_list *attributes) {
    write_tag(file, tag, attributes, ">");
}

void lxw_xml_start_tag(FILE *file, const char *tag, struct xml_attribute_list *attributes) {
    if (need_escapes(attributes))
        leave_tag("lxw_xml_start_tag", file, tag, attributes);
    else
        write_tag(file, tag, attributes, ">");
}

void lxw_xml_empty_tag_unencoded(FILE *file, const char *tag,
                                 struct xml_attribute_list *attributes) {
    write_tag(file, tag, attributes, "/>");
}

void lxw_xml_empty_tag(FILE *file, const char *tag, struct xml_attribute_list *attributes) {
    if (need_escapes(attributes))
        leave_tag("lxw_xml_empty_tag", file, tag, attributes);
    else
        write_tag(file, tag, attributes, "/>");
}

void lxw_xml_end_tag(FILE *file, const char *tag) {
    struct gp_piece piece;
    gp_piece_begin(&piece, file);
    add_end(&piece, tag);
    gp_piece_flush(&piece);
}

void lxw_xml_data_element(FILE *file, const char *tag, const char *data,
                          struct xml_attribute_list *attributes) {
    struct gp_piece piece;
    lxw_xml_start_tag(file, tag, attributes);
    gp_piece_begin(&piece, file);
    gp_piece_add_text(&piece, data);
    add_end(&piece, tag);
    gp_piece_flush(&piece);
}
