#include "write/table.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static void add(struct gp_text_table *table, const char *bytes, size_t count) {
    while (table->capacity - table->length <= count)
        table->bytes = gp_grow(table->memory, table->bytes, table->capacity, &table->capacity, 1);
    memcpy(table->bytes + table->length, bytes, count);
    table->length += count;
    table->bytes[table->length] = '\0';
}

void gp_text_table_open(struct gp_text_table *table, struct gp_memory *memory, const char *header) {
    *table = (struct gp_text_table){.memory = memory};
    assert(strpbrk(header, "\"\r\n") == NULL);
    add(table, header, strlen(header));
    add(table, "\n", 1);
}

static void start_cell(struct gp_text_table *table) {
    if (table->in_row)
        add(table, ",", 1);
    table->in_row = true;
}

void gp_text_table_text(struct gp_text_table *table, const char *text) {
    start_cell(table);
    if (text == NULL || text[0] == '\0')
        return;
    bool runs = strchr("=+-@\t\r", text[0]) != NULL;
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (quoted)
        add(table, "\"", 1);
    if (runs)
        add(table, "'", 1);
    for (const char *at = text; *at != '\0';) {
        size_t plain = strcspn(at, "\"");
        add(table, at, plain);
        at += plain;
        if (*at == '"') {
            add(table, "\"\"", 2);
            at++;
        }
    }
    if (quoted)
        add(table, "\"", 1);
}

void gp_text_table_number(struct gp_text_table *table, const char *number) {
    assert(strpbrk(number, ",\"\r\n") == NULL);
    start_cell(table);
    add(table, number, strlen(number));
}

void gp_text_table_count(struct gp_text_table *table, size_t count) {
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    gp_text_table_number(table, digits);
}

void gp_text_table_end_row(struct gp_text_table *table) {
    add(table, "\n", 1);
    table->in_row = false;
}

struct gp_bytes gp_text_table_bytes(const struct gp_text_table *table) {
    return (struct gp_bytes){table->bytes, table->length};
}
