// messages.h - what a run has to say about its input, collected so that one run shows everything.
//
// A reader reports and goes on; cmd prints at the end. No reader prints.
#ifndef GP_BASE_MESSAGES_H
#define GP_BASE_MESSAGES_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

// A place in an input: line and column count from 1; column is the number of the field, as in a
// spreadsheet (A is 1). A line or column of 0 is not known and not printed.
struct gp_at {
    const char *file;
    uint32_t line;
    uint32_t column;
};

enum gp_severity {
    GP_ERROR,           // of the file: nothing can be written
    GP_ERROR_OF_PERSON, // of one person: --keep-going leaves that person out
    GP_WARNING,         // worth knowing; nothing is lost
};
enum { GP_SEVERITY_COUNT = 3 };

struct gp_message {
    enum gp_severity severity;
    struct gp_at at;
    const char *text; // "what is wrong; what would be right"
};

// Of more than so many messages of one severity the rest is counted, and not kept: what is wrong in
// that many places is a wrong file. Warnings never push an error out.
enum { GP_MOST_MESSAGES = 100000 };

struct gp_messages {
    struct gp_memory *memory;
    struct gp_message *items; // `count`, in the order they came
    size_t count, capacity;
    size_t counts[GP_SEVERITY_COUNT]; // of all that came
};

// How many were not kept.
size_t gp_messages_lost(const struct gp_messages *messages);

// Each adds a message. The error ones return false, so that a reader can `return gp_error(...)`.
bool gp_error(struct gp_messages *messages, struct gp_at at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool gp_error_of_person(struct gp_messages *messages, struct gp_at at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool gp_verror_of_person(struct gp_messages *messages, struct gp_at at, const char *format,
                         va_list arguments) __attribute__((format(printf, 3, 0)));
void gp_warn(struct gp_messages *messages, struct gp_at at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// `text` in double quotes, fit for a message: control characters escaped as \n or \x1B, cut with
// "..." behind 60 characters. For UTF-8; other bytes are shown as \xNN.
const char *gp_quoted(struct gp_memory *memory, const char *text);

// "FILE:LINE:COLUMN: " without the parts that are not known.
const char *gp_at_text(struct gp_memory *memory, struct gp_at at);

#endif
