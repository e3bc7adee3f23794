#include "base/text.h"
#include "write/form_parts.h"
#include "write/table.h"

#include <string.h>

void gp_form_choose(struct gp_memory *memory, struct gp_form *form, bool core_only, size_t rung) {
    const struct gp_ladder *ladder = form->ladder;
    form->activities = gp_alloc(memory, ladder->activity_count, sizeof *form->activities);
    form->activity_count = 0;
    for (size_t i = 0; i < ladder->activity_count; i++) {
        bool expected = rung == GP_NO_RUNG || gp_expected(ladder, rung, i)->level > 0;
        if (expected && (!core_only || ladder->activities[i].core))
            form->activities[form->activity_count++] = i;
    }
    const char *role =
        rung == GP_NO_RUNG ? "" : gp_print(memory, " for %s", ladder->rungs[rung].title);
    form->title =
        gp_print(memory, "Self-assessment%s%s", role, core_only ? ": core activities" : "");
}

const char *gp_form_name(struct gp_memory *memory, const struct gp_person *person) {
    const char *shown = gp_print(memory, " (%s)", person->id);
    size_t length = strlen(person->name), behind = strlen(shown);
    if (length <= behind || strcmp(person->name + length - behind, shown) != 0)
        return person->name;
    const char *name = gp_copy(memory, person->name, length - behind);
    const char *key = gp_text_key(memory, name);
    return strcmp(key[0] == '\0' ? name : key, person->key) == 0 ? name : person->name;
}

// The cells of one person; NULL for a form that is anybody's.
static void add_rows(struct gp_text_table *table, const struct gp_form *form,
                     const struct gp_person *person) {
    for (size_t i = 0; i < form->activity_count; i++) {
        gp_text_table_text(table, person == NULL ? NULL : gp_form_name(table->memory, person));
        if (person != NULL) {
            gp_text_table_text(table, person->id);
            gp_text_table_text(table, person->email);
        }
        gp_text_table_text(table, form->ladder->activities[form->activities[i]].name);
        for (size_t empty = 0; empty < GP_AXIS_COUNT + 1; empty++)
            gp_text_table_text(table, NULL);
        gp_text_table_end_row(table);
    }
}

static struct gp_bytes marked(struct gp_memory *memory, struct gp_bytes bytes) {
    static const char mark[] = "\xEF\xBB\xBF";
    enum { MARK = sizeof mark - 1, FIRST_BEHIND_ASCII = 0x80 };
    size_t ascii = 0;
    while (ascii < bytes.length && (unsigned char)bytes.data[ascii] < FIRST_BEHIND_ASCII)
        ascii++;
    if (ascii == bytes.length)
        return bytes;
    char *both = gp_alloc(memory, bytes.length + MARK + 1, 1);
    memcpy(both, mark, MARK);
    memcpy(both + MARK, bytes.data, bytes.length);
    return (struct gp_bytes){both, bytes.length + MARK};
}

struct gp_bytes gp_form_csv(struct gp_memory *memory, const struct gp_form *form) {
    struct gp_text_table table;
    gp_text_table_open(&table, memory,
                       form->team == NULL
                           ? "person,activity,skill,experience,interest,note"
                           : "person,id,email,activity,skill,experience,interest,note");
    if (form->team == NULL)
        add_rows(&table, form, NULL);
    for (size_t i = 0; form->team != NULL && i < form->team->person_count; i++)
        add_rows(&table, form, &form->team->people[i]);
    return marked(memory, gp_text_table_bytes(&table));
}

struct gp_bytes gp_form_survey_csv(struct gp_memory *memory, const struct gp_form *form) {
    static const char *const names[] = {"Date", "Person", "Email"};
    static const char *const axes[GP_AXIS_COUNT] = {"Skill", "Experience", "Interest"};
    // The header is written as a row: its names may need quoting.
    struct gp_text_table table = {.memory = memory};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        gp_text_table_text(&table, names[i]);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        for (size_t i = 0; i < form->activity_count; i++)
            gp_text_table_text(&table,
                               gp_print(memory, "%s [%s]", axes[axis],
                                        form->ladder->activities[form->activities[i]].name));
    gp_text_table_end_row(&table);
    return gp_text_table_bytes(&table);
}
