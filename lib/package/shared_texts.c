#include "package/shared_texts.h"

#include "base/texts.h"
#include "package/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter/shared_strings.h>

// Of the workbook that was asked for a text last.
static struct {
    const lxw_sst *of;
    size_t known; // of its texts: all, unless one came from elsewhere
    struct gp_memory *memory;
    struct gp_texts *texts;
    struct sst_element **elements; // [number in `texts`]; NULL for the empty text
    size_t count, capacity;
} shared;

static size_t asked_for;

size_t gp_shared_texts_count(void) {
    return asked_for;
}

void gp_shared_texts_drop(void) {
    gp_memory_close(shared.memory);
    memset(&shared, 0, sizeof shared);
}

static void remember(struct sst_element *element) {
    shared.elements = gp_grow(shared.memory, shared.elements, shared.count, &shared.capacity,
                              sizeof *shared.elements);
    shared.elements[shared.count++] = element;
}

// Learns the texts that a workbook has.
static void begin(const lxw_sst *sst) {
    struct sst_element *element = NULL;
    gp_shared_texts_drop();
    shared.of = sst;
    shared.memory = gp_memory_open();
    shared.texts = gp_texts_new(shared.memory);
    remember(NULL);
    STAILQ_FOREACH(element, sst->order_list, sst_order_pointers) {
        shared.known++;
        if (!element->is_rich_string && element->string[0] != '\0' &&
            gp_texts_put(shared.texts, element->string, strlen(element->string)) == shared.count)
            remember(element);
    }
}

static struct sst_element *add(lxw_sst *sst, const char *text) {
    struct sst_element *element = calloc(1, sizeof *element);
    char *copy = strdup(text);
    if (element == NULL || copy == NULL)
        gp_memory_exhausted();
    element->string = copy;
    element->index = sst->unique_count++;
    STAILQ_INSERT_TAIL(sst->order_list, element, sst_order_pointers);
    shared.known++;
    return element;
}

typedef struct sst_element *finder(lxw_sst *sst, const char *string, uint8_t is_rich_string);

// Its own tree, which what is found here is not in, serves the library for these alone: formatted
// texts, and the empty one.
static struct sst_element *leave(lxw_sst *sst, const char *text, uint8_t is_rich) {
    finder *find = (finder *)gp_library_function("lxw_get_sst_index");
    return find(sst, text, is_rich);
}

// The library's own function; the entry is freed by it.
struct sst_element *lxw_get_sst_index(lxw_sst *sst, const char *string, uint8_t is_rich_string) {
    if (is_rich_string || string[0] == '\0')
        return leave(sst, string, is_rich_string);
    if (shared.of != sst || shared.known != sst->unique_count)
        begin(sst);
    uint32_t number = gp_texts_put(shared.texts, string, strlen(string));
    if (number == shared.count)
        remember(add(sst, string));
    sst->string_count++;
    asked_for++;
    return shared.elements[number];
}
