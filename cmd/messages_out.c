#include "run.h"
#include "write/table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void say(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("growthplan: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

// A message and what it is sorted by.
struct line {
    size_t file; // place of its file among those with messages
    size_t place;
    const struct gp_message *message;
};

static int by_place(const void *a, const void *b) {
    const struct line *x = a, *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->message->at.line != y->message->at.line)
        return x->message->at.line < y->message->at.line ? -1 : 1;
    if (x->message->at.column != y->message->at.column)
        return x->message->at.column < y->message->at.column ? -1 : 1;
    return x->place < y->place ? -1 : 1;
}

static bool same_file(const struct gp_messages *messages, size_t one, size_t other) {
    const char *file = messages->items[one].at.file, *twin = messages->items[other].at.file;
    return file == twin || (file != NULL && twin != NULL && strcmp(file, twin) == 0);
}

// The place of the first message about the same file.
static size_t first_of_file(const struct gp_messages *messages, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_file(messages, i, index))
            return i;
    return index;
}

static void print_message(struct gp_memory *memory, const struct gp_message *message) {
    fprintf(stderr, "%s%s%s\n", gp_at_text(memory, message->at),
            message->severity == GP_WARNING ? "warning: " : "", message->text);
}

// What is wrong with a file in hundreds of places is seldom hundreds of things.
static void print_file(struct gp_memory *memory, const struct line *lines, size_t count) {
    enum { MOST = 100 };
    size_t errors = 0;
    for (size_t i = 0; i < count; i++) {
        if (i < MOST)
            print_message(memory, lines[i].message);
        else
            errors += lines[i].message->severity != GP_WARNING;
    }
    if (count > MOST)
        fprintf(stderr,
                "%s: %zu more messages, of which %zu errors, are not shown; --rejects FILE lists "
                "them\n",
                lines[0].message->at.file, count - MOST, errors);
}

// The messages from the `first` one on, by file and place.
static struct line *sorted(const struct gp_messages *messages, size_t first) {
    size_t count = messages->count - first;
    struct line *lines = gp_alloc(messages->memory, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        // Files are read one after the other: mostly it is that of the message before.
        bool as_before = i > 0 && same_file(messages, first + i - 1, first + i);
        lines[i] = (struct line){as_before ? lines[i - 1].file : first_of_file(messages, first + i),
                                 first + i, &messages->items[first + i]};
    }
    qsort(lines, count, sizeof *lines, by_place);
    return lines;
}

static const char header[] = "file,line,column,severity,message";

// Whether the file is a list that an earlier run wrote.
static bool is_list(struct gp_memory *memory, const char *path) {
    struct gp_bytes bytes;
    const char *why = "";
    return gp_file_read(memory, path, &bytes, &why) && bytes.length > strlen(header) &&
           strncmp(bytes.data, header, strlen(header)) == 0;
}

// The last line of a list that is not all.
static void put_lost(struct gp_text_table *table, const struct gp_messages *messages) {
    gp_text_table_text(table, "");
    gp_text_table_count(table, 0);
    gp_text_table_count(table, 0);
    gp_text_table_text(table, "note");
    gp_text_table_text(table,
                       gp_print(messages->memory, "%zu more messages were counted and not kept",
                                gp_messages_lost(messages)));
    gp_text_table_end_row(table);
}

static struct gp_bytes as_csv(const struct gp_messages *messages) {
    static const char *const severities[GP_SEVERITY_COUNT] = {
        [GP_ERROR] = "error", [GP_ERROR_OF_PERSON] = "error", [GP_WARNING] = "warning"};
    const struct line *lines = sorted(messages, 0);
    struct gp_text_table table;
    gp_text_table_open(&table, messages->memory, header);
    for (size_t i = 0; i < messages->count; i++) {
        const struct gp_message *message = lines[i].message;
        gp_text_table_text(&table, message->at.file);
        gp_text_table_count(&table, message->at.line);
        gp_text_table_count(&table, message->at.column);
        gp_text_table_text(&table, severities[message->severity]);
        gp_text_table_text(&table, message->text);
        gp_text_table_end_row(&table);
    }
    if (gp_messages_lost(messages) > 0)
        put_lost(&table, messages);
    return gp_text_table_bytes(&table);
}

bool list_messages(const struct gp_messages *messages, const char *path) {
    const char *why = "";
    bool there = gp_file_exists(path);
    if (there && !is_list(messages->memory, path)) {
        say("%s is there already and is no list of an earlier run; name another file with "
            "--rejects",
            path);
        return false;
    }
    if ((!there || gp_file_remove(path, &why)) && gp_file_write(path, as_csv(messages), 0600, &why))
        return true;
    say("%s could not be written (%s); name another file with --rejects", path, why);
    return false;
}

void print_messages(const struct gp_messages *messages, size_t first) {
    size_t count = messages->count - first;
    if (count == 0)
        return;
    const struct line *lines = sorted(messages, first);
    for (size_t i = 0, end = 0; i < count; i = end) {
        for (end = i + 1; end < count && lines[end].file == lines[i].file;)
            end++;
        print_file(messages->memory, lines + i, end - i);
    }
    size_t lost = gp_messages_lost(messages);
    if (lost > 0)
        say("%zu more message%s counted and not kept: of errors and of warnings, the first %d are",
            lost, lost == 1 ? " was" : "s were", GP_MOST_MESSAGES);
}
