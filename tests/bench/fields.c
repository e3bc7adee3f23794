// fields.c - counts the fields and rows of a CSV with libcsv and does nothing else: fields FILE
#include <csv.h>
#include <stdio.h>

struct counts {
    unsigned long fields, rows;
};

static void count_field(void *text, size_t length, void *counts) {
    (void)text;
    (void)length;
    ((struct counts *)counts)->fields++;
}

static void count_row(int end, void *counts) {
    (void)end;
    ((struct counts *)counts)->rows++;
}

int main(int argc, char **argv) {
    static char piece[1 << 16];
    struct counts counts = {0, 0};
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        fputs("Usage: fields FILE\n", stderr);
        return 2;
    }
    size_t length;
    while ((length = fread(piece, 1, sizeof piece, file)) > 0)
        if (csv_parse(&parser, piece, length, count_field, count_row, &counts) != length)
            return 1;
    csv_fini(&parser, count_field, count_row, &counts);
    csv_free(&parser);
    printf("%lu fields, %lu rows\n", counts.fields, counts.rows);
    return fclose(file) == 0 ? 0 : 3;
}
