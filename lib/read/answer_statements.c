// Headers that are activities alone. A tool that writes the statements of Likert questions and not
// the questions leaves three columns an activity, told apart by nothing, or by the number that a
// spreadsheet puts behind a header that is there already.
#include "read/intake.h"

#include <string.h>

enum { BLOCKS = GP_MOST_AXES, ROWS_TRIED = 50 };

struct statements {
    struct gp_intake *intake;
    const struct gp_shaped *shaped;
    const struct gp_csv_options *options;
    struct gp_answer_columns *columns;
    size_t *activity; // [column]; GP_NO_ACTIVITY where there is no statement
    size_t *block;    // [column]: how often the activity was named before
    size_t *times;    // [activity]: how often it is named in all
    size_t axes[BLOCKS], axis_count;
};

static size_t activity_of(const struct statements *statements, const char *text) {
    size_t activity = GP_NO_ACTIVITY;
    if (text[0] == '\0' || strlen(text) > GP_LONGEST_HEADER ||
        gp_names_activity(statements->intake->names, text, &activity) != GP_FOUND)
        return GP_NO_ACTIVITY;
    return activity;
}

// "Pricing2" is "Pricing" once more, where that stands further ahead.
static size_t repeated_activity(const struct statements *statements, const char *text) {
    struct gp_memory *memory = statements->intake->memory;
    size_t length = strlen(text), kept = length;
    while (kept > 0 && text[kept - 1] >= '0' && text[kept - 1] <= '9')
        kept--;
    if (kept == length || kept == 0)
        return GP_NO_ACTIVITY;
    const char *base = gp_csv_trimmed(memory, text, kept);
    size_t activity = activity_of(statements, base);
    return activity != GP_NO_ACTIVITY && statements->times[activity] > 0 ? activity
                                                                         : GP_NO_ACTIVITY;
}

// Finds the statements; how many there are.
static size_t find_statements(struct statements *statements) {
    const struct gp_shaped *shaped = statements->shaped;
    size_t found = 0;
    for (size_t i = 0; i < statements->columns->count; i++) {
        const char *text = gp_csv_text(&shaped->csv, 0, i);
        size_t activity = GP_NO_ACTIVITY;
        if (shaped->fields[i] == NULL && !gp_answer_header_known(statements->intake->names, text)) {
            activity = activity_of(statements, text);
            if (activity == GP_NO_ACTIVITY)
                activity = repeated_activity(statements, text);
        }
        statements->activity[i] = activity;
        if (activity == GP_NO_ACTIVITY)
            continue;
        statements->block[i] = statements->times[activity]++;
        found++;
    }
    return found;
}

// How many cells of a block cannot be read on an axis.
static size_t unreadable(const struct statements *statements, size_t block, size_t axis) {
    const struct gp_csv *csv = &statements->shaped->csv;
    enum gp_axis scale = axis == GP_MANAGER_SKILL ? GP_SKILL : (enum gp_axis)axis;
    size_t count = 0;
    for (size_t i = 0; i < statements->columns->count; i++) {
        if (statements->activity[i] == GP_NO_ACTIVITY || statements->block[i] != block)
            continue;
        for (size_t row = 1; row < csv->row_count && row <= ROWS_TRIED; row++) {
            gp_rating rating = GP_BLANK;
            count += gp_names_rating(statements->intake->names, scale, gp_csv_text(csv, row, i),
                                     &rating) != GP_FOUND;
        }
    }
    return count;
}

// The order of the axes: as it is asked for in forms, unless the answers can be read in another
// one alone. True if the answers decided.
static bool find_order(struct statements *statements) {
    static const size_t orders[][GP_AXIS_COUNT] = {
        {GP_SKILL, GP_EXPERIENCE, GP_INTEREST}, {GP_SKILL, GP_INTEREST, GP_EXPERIENCE},
        {GP_EXPERIENCE, GP_SKILL, GP_INTEREST}, {GP_EXPERIENCE, GP_INTEREST, GP_SKILL},
        {GP_INTEREST, GP_SKILL, GP_EXPERIENCE}, {GP_INTEREST, GP_EXPERIENCE, GP_SKILL}};
    enum { ORDERS = sizeof orders / sizeof *orders };
    size_t faults[GP_AXIS_COUNT][GP_AXIS_COUNT], readable = 0, only = 0;
    for (size_t block = 0; block < GP_AXIS_COUNT; block++)
        for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
            faults[block][axis] = unreadable(statements, block, axis);
    for (size_t i = 0; i < ORDERS; i++) {
        size_t all = 0;
        for (size_t block = 0; block < GP_AXIS_COUNT; block++)
            all += faults[block][orders[i][block]];
        if (all > 0)
            continue;
        only = readable++ == 0 ? i : only;
    }
    statements->axis_count = GP_AXIS_COUNT;
    memcpy(statements->axes, orders[readable == 0 ? 0 : only], sizeof orders[0]);
    return readable == 1;
}

// Each activity must be there once an axis.
static bool all_there(const struct statements *statements, size_t axes) {
    for (size_t i = 0; i < statements->intake->ladder->activity_count; i++)
        if (statements->times[i] != 0 && statements->times[i] != axes)
            return false;
    return true;
}

static void take(const struct statements *statements) {
    for (size_t i = 0; i < statements->columns->count; i++) {
        if (statements->activity[i] == GP_NO_ACTIVITY ||
            statements->block[i] >= statements->axis_count)
            continue;
        statements->columns->items[i] = (struct gp_answer_column){
            .kind = GP_COLUMN_RATING,
            .rating = statements->axes[statements->block[i]],
            .activity = statements->activity[i],
            .by = GP_BY_ORDER,
            .activity_text = gp_csv_text(&statements->shaped->csv, 0, i),
        };
    }
}

static void warn_of_order(const struct statements *statements, bool shown) {
    const struct gp_csv *csv = &statements->shaped->csv;
    const size_t *axes = statements->axes;
    size_t first = 0;
    while (statements->activity[first] == GP_NO_ACTIVITY)
        first++;
    gp_warn(statements->intake->messages, gp_csv_at(csv, 0, first),
            "the activities stand here %d times each with no axis in their headers; they are taken "
            "for %s, %s and %s in this order%s; if that is wrong, say the order with --axes",
            GP_AXIS_COUNT, gp_rating_name(axes[0]), gp_rating_name(axes[1]),
            gp_rating_name(axes[2]), shown ? ", as the answers show" : "");
}

// One that is missing in one question would shift those behind it to another axis.
static void refuse_count(const struct statements *statements, size_t axes) {
    for (size_t i = 0; i < statements->columns->count; i++) {
        size_t activity = statements->activity[i];
        if (activity == GP_NO_ACTIVITY || statements->times[activity] == axes)
            continue;
        gp_error(statements->intake->messages, gp_csv_at(&statements->shaped->csv, 0, i),
                 "%s stands here %zu times, and --axes names %zu; head its columns with the axes "
                 "too, like %s",
                 gp_quoted(statements->intake->memory, gp_csv_text(&statements->shaped->csv, 0, i)),
                 statements->times[activity], axes,
                 gp_quoted(statements->intake->memory,
                           gp_print(statements->intake->memory, "Skill [%s]",
                                    statements->intake->ladder->activities[activity].name)));
        return;
    }
}

void gp_answer_statements(struct gp_intake *intake, const struct gp_shaped *shaped,
                          const struct gp_csv_options *options, struct gp_answer_columns *columns) {
    struct statements statements = {
        .intake = intake, .shaped = shaped, .options = options, .columns = columns};
    bool told = options != NULL && options->axis_count > 0;
    if (!told && !shaped->dialect->statements)
        return;
    statements.activity = gp_alloc(intake->memory, columns->count + 1, sizeof(size_t));
    statements.block = gp_alloc(intake->memory, columns->count + 1, sizeof(size_t));
    statements.times = gp_alloc(intake->memory, intake->ladder->activity_count, sizeof(size_t));
    if (find_statements(&statements) == 0)
        return;
    // Those that stay as they are say at least what they are of.
    for (size_t i = 0; i < columns->count; i++)
        columns->items[i].activity = statements.activity[i];
    if (told && all_there(&statements, options->axis_count)) {
        statements.axis_count = options->axis_count;
        memcpy(statements.axes, options->axes, sizeof statements.axes);
        take(&statements);
    } else if (told) {
        refuse_count(&statements, options->axis_count);
    } else if (all_there(&statements, GP_AXIS_COUNT)) {
        bool shown = find_order(&statements);
        take(&statements);
        warn_of_order(&statements, shown);
    }
}
