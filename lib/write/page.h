// page.h - text for people in a terminal, put together piece by piece.
#ifndef GP_WRITE_PAGE_H
#define GP_WRITE_PAGE_H

#include "base/file.h"
#include "base/memory.h"

struct gp_page {
    struct gp_memory *memory;
    char *bytes;
    size_t length, capacity;
};

void gp_page_open(struct gp_page *page, struct gp_memory *memory);

// A line, printf-like; its line break is added. What does not show as itself
// becomes a blank (gp_text_shown).
void gp_page_line(struct gp_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// An empty line, then the heading.
void gp_page_heading(struct gp_page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Running text, broken between words at GP_PAGE_WIDTH columns by display width, behind `lead` ("-
// "; lines behind the first get blanks instead).
enum { GP_PAGE_WIDTH = 100 };
void gp_page_wrapped(struct gp_page *page, const char *lead, const char *text);
// Bytes that are lines already, such as those of a grid.
void gp_page_add(struct gp_page *page, struct gp_bytes bytes);

// What was written; in the page's memory.
struct gp_bytes gp_page_bytes(const struct gp_page *page);

#endif
