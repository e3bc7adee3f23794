#include "write/page.h"

#include "base/text.h"

#include <string.h>

void gp_page_open(struct gp_page *page, struct gp_memory *memory) {
    *page = (struct gp_page){.memory = memory};
}

static void add(struct gp_page *page, const char *bytes, size_t length) {
    while (page->capacity - page->length < length)
        page->bytes = gp_grow(page->memory, page->bytes, page->capacity, &page->capacity, 1);
    if (length > 0)
        memcpy(page->bytes + page->length, bytes, length);
    page->length += length;
}

// A user's text may hold anything.
static void add_line(struct gp_page *page, const char *text) {
    const char *line = gp_text_shown(page->memory, text);
    size_t length = strlen(line);
    while (length > 0 && line[length - 1] == ' ')
        length--;
    add(page, line, length);
    add(page, "\n", 1);
}

void gp_page_line(struct gp_page *page, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *line = gp_vprint(page->memory, format, arguments);
    va_end(arguments);
    add_line(page, line);
}

void gp_page_heading(struct gp_page *page, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *line = gp_vprint(page->memory, format, arguments);
    va_end(arguments);
    add(page, "\n", 1);
    add_line(page, line);
}

void gp_page_wrapped(struct gp_page *page, const char *lead, const char *text) {
    struct gp_memory *memory = page->memory;
    int indent = (int)gp_text_width(lead);
    const char *line = lead, *shown = gp_text_shown(memory, text);
    bool empty = true; // but for what leads it in
    for (const char *word = shown + strspn(shown, " "); *word != '\0';) {
        size_t length = strcspn(word, " ");
        const char *piece = gp_copy(memory, word, length);
        if (!empty && gp_text_width(line) + 1 + gp_text_width(piece) > GP_PAGE_WIDTH) {
            add_line(page, line);
            line = gp_print(memory, "%*s%s", indent, "", piece);
        } else {
            line = gp_print(memory, "%s%s%s", line, empty ? "" : " ", piece);
        }
        empty = false;
        word += length + strspn(word + length, " ");
    }
    add_line(page, line);
}

void gp_page_add(struct gp_page *page, struct gp_bytes bytes) {
    add(page, bytes.data, bytes.length);
}

struct gp_bytes gp_page_bytes(const struct gp_page *page) {
    return (struct gp_bytes){page->bytes, page->length};
}
