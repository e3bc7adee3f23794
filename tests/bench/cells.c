// cells.c - reads a CSV as growthplan does, to a table of cells, and does nothing else: cells FILE
#include "base/file.h"
#include "read/csv.h"

#include <stdio.h>

int main(int argc, char **argv) {
    struct gp_memory *memory = gp_memory_open();
    struct gp_messages messages = {.memory = memory};
    struct gp_source source = {.name = argc == 2 ? argv[1] : ""};
    struct gp_csv csv;
    const char *why = "";
    if (argc != 2 || !gp_file_read(memory, argv[1], &source.bytes, &why)) {
        fprintf(stderr, "Usage: cells FILE (%s)\n", why);
        return 2;
    }
    if (!gp_csv_read(memory, &source, &messages, &csv))
        return 1;
    unsigned long fields = 0;
    for (size_t i = 0; i < csv.row_count; i++)
        fields += csv.rows[i].count;
    printf("%lu fields, %zu rows\n", fields, csv.row_count);
    gp_memory_close(memory);
    return 0;
}
