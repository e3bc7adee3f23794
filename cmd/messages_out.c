#include "run.h"

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

// The place of the first message about the same file.
static size_t first_of_file(const struct gp_messages *messages, size_t index) {
    const char *file = messages->items[index].at.file;
    for (size_t i = 0; i < index; i++) {
        const char *other = messages->items[i].at.file;
        if (other == file || (other != NULL && file != NULL && strcmp(other, file) == 0))
            return i;
    }
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
        fprintf(stderr, "%s: %zu more messages, of which %zu errors, are not listed\n",
                lines[0].message->at.file, count - MOST, errors);
}

void print_messages(const struct gp_messages *messages, size_t first) {
    size_t count = messages->count - first;
    if (count == 0)
        return;
    struct line *lines = gp_alloc(messages->memory, count, sizeof *lines);
    for (size_t i = 0; i < count; i++)
        lines[i] = (struct line){first_of_file(messages, first + i), first + i,
                                 &messages->items[first + i]};
    qsort(lines, count, sizeof *lines, by_place);
    for (size_t i = 0, end = 0; i < count; i = end) {
        for (end = i + 1; end < count && lines[end].file == lines[i].file;)
            end++;
        print_file(messages->memory, lines + i, end - i);
    }
}
