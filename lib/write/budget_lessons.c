#include "write/budget_words.h"

// A gap to the target that the person wants closed; 0 for none.
static gp_level_milli wanted_gap(const struct gp_report *report, size_t person, size_t activity) {
    gp_level_milli gap = report->results->profiles[person].gap_target[activity];
    gp_rating interest = gp_answers_of(report->team, person)[activity].axis[GP_INTEREST];
    return gap > 0 && gp_high(&report->ladder->scales[GP_INTEREST], interest) ? gap : 0;
}

// The level a course takes an activity to, in thousandths; GP_NO_LEVEL when it does not teach it.
static gp_level_milli level_of(const struct gp_course *course, size_t activity) {
    gp_level_milli level = GP_NO_LEVEL;
    for (size_t i = 0; i < course->taught_count; i++)
        if (course->taught[i].activity == activity && 1000 * course->taught[i].level > level)
            level = 1000 * course->taught[i].level;
    return level;
}

// Where the courses in front of `which` in a choice take the person.
static gp_level_milli level_before(const struct gp_report *report,
                                   const struct gp_budget_line *line, size_t which,
                                   size_t activity) {
    gp_level_milli level = report->results->profiles[line->person].skill[activity];
    for (size_t i = 0; i < which; i++) {
        gp_level_milli to = level_of(&report->courses->items[line->choice.courses[i]], activity);
        if (to > level)
            level = to;
    }
    return level;
}

struct gp_lesson *gp_lessons_of(struct gp_memory *memory, const struct gp_report *report,
                                const struct gp_budget_line *line, size_t which, size_t *count,
                                int64_t *closed) {
    const struct gp_course *course = &report->courses->items[line->choice.courses[which]];
    struct gp_lesson *lessons = gp_alloc(memory, course->taught_count, sizeof *lessons);
    *count = 0;
    *closed = 0;
    for (size_t i = 0; i < course->taught_count; i++) {
        size_t activity = course->taught[i].activity;
        gp_level_milli gap = wanted_gap(report, line->person, activity);
        gp_level_milli skill = report->results->profiles[line->person].skill[activity];
        gp_level_milli from = level_before(report, line, which, activity);
        gp_level_milli to = 1000 * course->taught[i].level;
        if (gap == 0 || from >= skill + gap || to <= from)
            continue;
        gp_level_milli end = to < skill + gap ? to : skill + gap;
        int64_t levels = (int64_t)report->ladder->activities[activity].weight * (end - from);
        lessons[(*count)++] = (struct gp_lesson){activity, from, course->taught[i].level, levels};
        *closed += levels;
    }
    return lessons;
}

// The first course of the choice that asks for this one.
static const char *needed_by(const struct gp_report *report, const struct gp_choice *choice,
                             size_t which) {
    for (size_t i = 0; i < choice->count; i++) {
        const struct gp_course *course = &report->courses->items[choice->courses[i]];
        for (size_t j = 0; j < course->needs_count; j++)
            if (course->needs[j] == choice->courses[which])
                return course->name;
    }
    return NULL;
}

const char *gp_lessons_text(struct gp_memory *memory, const struct gp_report *report,
                            const struct gp_budget_line *line, size_t which) {
    size_t count = 0;
    int64_t closed = 0;
    const char *text = "", *before = needed_by(report, &line->choice, which);
    const struct gp_lesson *lessons = gp_lessons_of(memory, report, line, which, &count, &closed);
    for (size_t i = 0; i < count; i++)
        text = gp_print(memory, "%s%s%s %s to %d", text, i == 0 ? "" : "; ",
                        report->ladder->activities[lessons[i].activity].name,
                        gp_levels_text(memory, lessons[i].from), lessons[i].to);
    if (count > 0 || before == NULL)
        return text;
    return gp_print(memory, "needed for %s", before);
}
