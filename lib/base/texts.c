#include "base/texts.h"

#include <assert.h>
#include <string.h>

struct text {
    const char *bytes;
    uint32_t length, hash;
};

// The table of slots is our own. One for any use, such as uthash, keeps pointers in each entry, 80
// bytes and more; of a large team's names and addresses there are hundreds of thousands, and
// looking one up waits for memory and for nothing else.
struct gp_texts {
    struct gp_memory *memory;
    struct text *items; // [number]
    size_t count, capacity;
    uint32_t *slots;   // numbers, by hash; 0 is a free slot: nobody looks for the empty text
    size_t slot_count; // a power of two, more than half of them free
    char *room;        // what is left of the block that short texts are cut from
    size_t left;
};

struct gp_texts *gp_texts_new(struct gp_memory *memory) {
    enum { FIRST_SLOTS = 64 };
    struct gp_texts *texts = gp_alloc(memory, 1, sizeof *texts);
    texts->memory = memory;
    texts->slot_count = FIRST_SLOTS;
    texts->slots = gp_alloc(memory, texts->slot_count, sizeof *texts->slots);
    texts->items = gp_grow(memory, NULL, 0, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = (struct text){.bytes = ""};
    return texts;
}

// Eight bytes at a time: names and addresses are long enough for that to matter.
static uint32_t hash_of(const char *bytes, size_t length) {
    const uint64_t odd = 0x9E3779B97F4A7C15U;
    uint64_t hash = length, word = 0;
    for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word) {
        memcpy(&word, bytes, sizeof word);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    }
    word = 0;
    memcpy(&word, bytes, length);
    hash = (hash ^ word) * odd;
    return (uint32_t)(hash >> 32);
}

// The slot where a text stands, or the free one where it would.
static size_t find_slot(const struct gp_texts *texts, const char *bytes, size_t length,
                        uint32_t hash) {
    size_t slot = hash & (texts->slot_count - 1);
    for (; texts->slots[slot] != 0; slot = (slot + 1) & (texts->slot_count - 1)) {
        const struct text *text = &texts->items[texts->slots[slot]];
        if (text->hash == hash && text->length == length && memcmp(text->bytes, bytes, length) == 0)
            break;
    }
    return slot;
}

// Twice as many slots, each text in its new one; gp_grow() gives the old ones back.
static void widen(struct gp_texts *texts) {
    size_t before = texts->slot_count;
    texts->slots =
        gp_grow(texts->memory, texts->slots, before, &texts->slot_count, sizeof *texts->slots);
    memset(texts->slots, 0, before * sizeof *texts->slots);
    for (size_t i = 1; i < texts->count; i++) {
        size_t slot = texts->items[i].hash & (texts->slot_count - 1);
        while (texts->slots[slot] != 0)
            slot = (slot + 1) & (texts->slot_count - 1);
        texts->slots[slot] = (uint32_t)i;
    }
}

// Short texts stand close together: memory rounds each block up.
static const char *keep(struct gp_texts *texts, const char *bytes, size_t length) {
    enum { BLOCK = 1 << 14, LONG = 1 << 10 };
    if (length >= LONG)
        return gp_copy(texts->memory, bytes, length);
    if (texts->left <= length) {
        texts->room = gp_alloc(texts->memory, BLOCK, 1);
        texts->left = BLOCK;
    }
    char *kept = texts->room;
    memcpy(kept, bytes, length);
    texts->room += length + 1;
    texts->left -= length + 1;
    return kept;
}

static uint32_t add(struct gp_texts *texts, const char *bytes, size_t length, uint32_t hash,
                    size_t slot) {
    assert(texts->count < UINT32_MAX && length < UINT32_MAX);
    texts->items =
        gp_grow(texts->memory, texts->items, texts->count, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count] = (struct text){keep(texts, bytes, length), (uint32_t)length, hash};
    texts->slots[slot] = (uint32_t)texts->count++;
    if (2 * texts->count >= texts->slot_count)
        widen(texts);
    return (uint32_t)(texts->count - 1);
}

uint32_t gp_texts_put(struct gp_texts *texts, const char *bytes, size_t length) {
    if (length == 0)
        return 0;
    uint32_t hash = hash_of(bytes, length);
    size_t slot = find_slot(texts, bytes, length, hash);
    return texts->slots[slot] != 0 ? texts->slots[slot] : add(texts, bytes, length, hash, slot);
}

bool gp_texts_find(const struct gp_texts *texts, const char *bytes, size_t length,
                   uint32_t *number) {
    uint32_t found = 0;
    if (length > 0)
        found = texts->slots[find_slot(texts, bytes, length, hash_of(bytes, length))];
    if (found == 0 && length > 0)
        return false;
    *number = found;
    return true;
}

const char *gp_texts_get(const struct gp_texts *texts, uint32_t number) {
    assert(number < texts->count);
    return texts->items[number].bytes;
}

size_t gp_texts_count(const struct gp_texts *texts) {
    return texts->count;
}
