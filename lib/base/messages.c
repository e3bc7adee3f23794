#include "base/messages.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { QUOTED_CHARACTERS = 60 };

size_t gp_messages_lost(const struct gp_messages *messages) {
    size_t all = 0;
    for (size_t i = 0; i < GP_SEVERITY_COUNT; i++)
        all += messages->counts[i];
    return all - messages->count;
}

__attribute__((format(printf, 4, 0))) static void add(struct gp_messages *messages,
                                                      enum gp_severity severity, struct gp_at at,
                                                      const char *format, va_list arguments) {
    messages->counts[severity]++;
    if (messages->counts[severity] > GP_MOST_MESSAGES)
        return;
    const char *text = gp_vprint(messages->memory, format, arguments);
    messages->items = gp_grow(messages->memory, messages->items, messages->count,
                              &messages->capacity, sizeof *messages->items);
    messages->items[messages->count++] = (struct gp_message){severity, at, text};
}

bool gp_error(struct gp_messages *messages, struct gp_at at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(messages, GP_ERROR, at, format, arguments);
    va_end(arguments);
    return false;
}

bool gp_error_of_person(struct gp_messages *messages, struct gp_at at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(messages, GP_ERROR_OF_PERSON, at, format, arguments);
    va_end(arguments);
    return false;
}

bool gp_verror_of_person(struct gp_messages *messages, struct gp_at at, const char *format,
                         va_list arguments) {
    add(messages, GP_ERROR_OF_PERSON, at, format, arguments);
    return false;
}

void gp_warn(struct gp_messages *messages, struct gp_at at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(messages, GP_WARNING, at, format, arguments);
    va_end(arguments);
}

// Writes one character of `text` at `out` (room for 12 bytes), escaped where it would not show.
// Returns how many bytes of `text` it took.
static size_t quote_character(const char *text, char *out) {
    int32_t code = 0;
    size_t length = gp_text_character(text, &code);
    unsigned byte = (unsigned char)text[0];
    if (code == '\n')
        snprintf(out, 12, "\\n");
    else if (code == '\t')
        snprintf(out, 12, "\\t");
    else if (code < 0 || byte < 0x20 || byte == 0x7F)
        snprintf(out, 12, "\\x%02X", byte);
    else if (!gp_text_printable(code))
        snprintf(out, 12, "\\u{%X}", (unsigned)code);
    else {
        memcpy(out, text, length);
        out[length] = '\0';
    }
    return length;
}

const char *gp_quoted(struct gp_memory *memory, const char *text) {
    char quoted[12 * QUOTED_CHARACTERS + 8] = "\"";
    size_t used = 1;
    unsigned characters = 0;
    while (*text != '\0' && characters < QUOTED_CHARACTERS) {
        text += quote_character(text, quoted + used);
        used += strlen(quoted + used);
        characters++;
    }
    snprintf(quoted + used, sizeof quoted - used, "%s\"", *text == '\0' ? "" : "...");
    return gp_copy(memory, quoted, strlen(quoted));
}

const char *gp_at_text(struct gp_memory *memory, struct gp_at at) {
    if (at.file == NULL)
        return "";
    if (at.line == 0)
        return gp_print(memory, "%s: ", at.file);
    if (at.column == 0)
        return gp_print(memory, "%s:%u: ", at.file, (unsigned)at.line);
    return gp_print(memory, "%s:%u:%u: ", at.file, (unsigned)at.line, (unsigned)at.column);
}
