#include "base/hash.h"
#include "base/text.h"
#include "outputs.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

// A file name may hold 255 bytes; room is left for a number and the ending.
enum { LONGEST_NAME = 200 };

// A character that some file system does not take in a name, or that hides in one.
static bool is_unsafe(int32_t code) {
    return code < ' ' || !gp_text_printable(code) ||
           (code < 0x80 && strchr("/\\:*?\"<>|", (char)code) != NULL);
}

// Names that are devices on Windows, whatever stands behind a dot: CON, nul.txt, COM1.
static bool is_device(const char *name) {
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt"};
    size_t length = strcspn(name, ".");
    while (length > 0 && name[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        bool numbered = devices[i][0] == 'l' || strcmp(devices[i], "com") == 0;
        if (length == strlen(devices[i]) + numbered &&
            strncasecmp(name, devices[i], strlen(devices[i])) == 0 &&
            (!numbered || (name[length - 1] >= '0' && name[length - 1] <= '9')))
            return true;
    }
    return false;
}

static const char *safe_name(struct gp_memory *memory, const char *name) {
    char *safe = gp_alloc(memory, LONGEST_NAME + 8, 1);
    size_t used = 0, length = 0;
    int32_t code = 0;
    for (; (length = gp_text_character(name, &code)) > 0 && used + length <= LONGEST_NAME;
         name += length) {
        if (is_unsafe(code) || (used == 0 && (code == '.' || code == '-' || code == ' ')))
            safe[used++] = '_';
        else {
            memcpy(safe + used, name, length);
            used += length;
        }
    }
    if (is_device(safe))
        return gp_print(memory, "_%s", safe);
    return used == 0 ? "unnamed" : safe;
}

bool plan_is_asked(const struct options *options, const struct gp_person *person) {
    enum { DIGITS = 15 }; // as many hexadecimal ones as fit an integer
    char hash[GP_HASH_TEXT];
    if (options->shards == 0)
        return true;
    const char *told_by = person->id[0] != '\0'      ? person->id
                          : person->email[0] != '\0' ? person->email
                                                     : person->key;
    gp_hash(told_by, strlen(told_by), hash);
    hash[DIGITS] = '\0';
    return strtoull(hash, NULL, 16) % options->shards == options->shard - 1;
}

const char **plan_file_names(struct gp_memory *memory, const struct gp_team *team) {
    const char **names = gp_alloc(memory, team->person_count, sizeof *names);
    struct gp_map *taken = gp_map_new(memory);
    for (size_t i = 0; i < team->person_count; i++) {
        const char *safe = safe_name(memory, team->people[i].name), *name = safe;
        for (unsigned number = 2;; number++) {
            const char *folded = gp_text_key(memory, name);
            if (folded[0] == '\0') // a name of signs alone has no key
                folded = name;
            if (gp_map_add(taken, folded, i) == i)
                break;
            name = gp_print(memory, "%s %u", safe, number);
        }
        names[i] = gp_print(memory, "%s.xlsx", name);
    }
    return names;
}
