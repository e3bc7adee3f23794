#include "read/delimiter.h"

#include <string.h>

static const struct {
    const char *word;
    char sign;
} signs[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}};
enum { SIGN_COUNT = 4, MOST_RECORDS = 20 };

// How often each sign stands outside quotes in each of the first records.
struct tally {
    size_t counts[MOST_RECORDS][SIGN_COUNT];
    size_t record_count;
};

static bool is_break(char byte) {
    return byte == '\n' || byte == '\r';
}

static void count_signs(struct gp_bytes text, struct tally *tally) {
    bool quoted = false, begun = false;
    for (size_t i = 0; i < text.length && tally->record_count < MOST_RECORDS; i++) {
        char byte = text.data[i];
        if (is_break(byte) && !quoted) {
            tally->record_count += begun;
            begun = false;
            continue;
        }
        begun = true;
        quoted = quoted != (byte == '"');
        for (size_t j = 0; j < SIGN_COUNT; j++)
            tally->counts[tally->record_count][j] += !quoted && byte == signs[j].sign;
    }
    tally->record_count += begun;
}

// In how many records a sign stands just `count` times.
static size_t agreeing(const struct tally *tally, size_t sign, size_t count) {
    size_t records = 0;
    for (size_t i = 0; i < tally->record_count; i++)
        records += tally->counts[i][sign] == count;
    return records;
}

char gp_delimiter_find(struct gp_bytes text) {
    struct tally tally = {.record_count = 0};
    count_signs(text, &tally);
    size_t best = 0, best_records = 0, best_count = 0;
    for (size_t j = 0; j < SIGN_COUNT; j++)
        for (size_t i = 0; i < tally.record_count; i++) {
            size_t count = tally.counts[i][j];
            size_t records = count == 0 ? 0 : agreeing(&tally, j, count);
            if (records > best_records || (records == best_records && count > best_count)) {
                best = j;
                best_records = records;
                best_count = count;
            }
        }
    return signs[best].sign;
}

static bool may_delimit(char byte) {
    return byte == '\t' || (byte > ' ' && byte < 0x7F && strchr("\".-", byte) == NULL &&
                            !(byte >= '0' && byte <= '9') && !(byte >= 'A' && byte <= 'Z') &&
                            !(byte >= 'a' && byte <= 'z'));
}

size_t gp_delimiter_line(struct gp_bytes text, char *delimiter) {
    static const char word[] = "sep=";
    enum { WORD = sizeof word - 1 };
    size_t at = text.length > 0 && text.data[0] == '"', quotes = at;
    if (text.length < at + WORD + 1)
        return 0;
    for (size_t i = 0; i < WORD; i++)
        if ((i < 3 ? text.data[at + i] | 0x20 : text.data[at + i]) != word[i])
            return 0;
    at += WORD;
    char sign = text.data[at++];
    if (!may_delimit(sign) || (quotes > 0 && (at == text.length || text.data[at] != '"')))
        return 0;
    at += quotes;
    if (at < text.length && !is_break(text.data[at]))
        return 0;
    *delimiter = sign;
    if (at + 1 < text.length && text.data[at] == '\r' && text.data[at + 1] == '\n')
        at++;
    return at < text.length ? at + 1 : at;
}

bool gp_delimiter_parse(const char *text, char *delimiter) {
    for (size_t i = 0; i < SIGN_COUNT; i++)
        if (strcmp(text, signs[i].word) == 0) {
            *delimiter = signs[i].sign;
            return true;
        }
    if (!may_delimit(text[0]) || text[1] != '\0')
        return false;
    *delimiter = text[0];
    return true;
}

const char *gp_delimiter_word(struct gp_memory *memory, char delimiter) {
    for (size_t i = 0; i < SIGN_COUNT; i++)
        if (signs[i].sign == delimiter)
            return signs[i].word;
    return gp_copy(memory, &delimiter, 1);
}

size_t gp_delimiter_field(struct gp_bytes text, size_t offset, char delimiter) {
    size_t field = 1;
    bool quoted = false;
    for (size_t i = 0; i < offset; i++) {
        quoted = quoted != (text.data[i] == '"');
        if (!quoted && text.data[i] == delimiter)
            field++;
        else if (!quoted && is_break(text.data[i]))
            field = 1;
    }
    return field;
}
