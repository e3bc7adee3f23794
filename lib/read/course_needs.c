#include "base/text.h"
#include "read/course_parts.h"
#include "read/ladder_parts.h"

#include <string.h>

#define NO_COURSE ((size_t)-1)

void gp_catalogue_open(struct gp_catalogue *catalogue, struct gp_memory *memory,
                       struct gp_messages *messages, size_t most) {
    *catalogue = (struct gp_catalogue){
        .memory = memory,
        .messages = messages,
        .courses = {.items = gp_alloc(memory, most, sizeof *catalogue->courses.items)},
        .keys = gp_map_new(memory),
        .names = gp_alloc(memory, most, sizeof *catalogue->names),
        .needs = gp_alloc(memory, most, sizeof *catalogue->needs),
        .needs_at = gp_alloc(memory, most, sizeof *catalogue->needs_at)};
}

// A name without a letter or digit has no key: it is told apart by what is written.
static const char *key_of(const struct gp_catalogue *catalogue, const char *name) {
    const char *key = gp_text_key(catalogue->memory, name);
    return key[0] != '\0' ? key : name;
}

void gp_catalogue_add(struct gp_catalogue *catalogue, const struct gp_course *course,
                      const char *needs, struct gp_at needs_at) {
    struct gp_courses *courses = &catalogue->courses;
    size_t index = courses->count;
    size_t first = gp_map_add(catalogue->keys, key_of(catalogue, course->name), index);
    if (first != index) {
        gp_error(catalogue->messages, course->at,
                 "course %s is there twice, first on line %u; keep one, or rename it",
                 gp_quoted(catalogue->memory, course->name),
                 (unsigned)courses->items[first].at.line);
        return;
    }
    catalogue->names[index] = course->name;
    catalogue->needs[index] = needs;
    catalogue->needs_at[index] = needs_at;
    courses->items[courses->count++] = *course;
}

static bool has(const struct gp_course *course, size_t need) {
    for (size_t i = 0; i < course->needs_count; i++)
        if (course->needs[i] == need)
            return true;
    return false;
}

// The course that is needed, by its name; NO_COURSE, with a report, where it will not do.
static size_t find_need(const struct gp_catalogue *catalogue, size_t index, const char *name) {
    struct gp_memory *memory = catalogue->memory;
    struct gp_at at = catalogue->needs_at[index];
    size_t need = NO_COURSE;
    if (!gp_map_find(catalogue->keys, key_of(catalogue, name), &need)) {
        gp_error(catalogue->messages, at,
                 "needs %s, which is no course here; add it, or correct the name: %s",
                 gp_quoted(memory, name),
                 gp_suggestion(memory, name, catalogue->names, catalogue->courses.count));
        return NO_COURSE;
    }
    if (need == index) {
        gp_error(catalogue->messages, at, "needs %s, which is itself; remove that",
                 gp_quoted(memory, name));
        return NO_COURSE;
    }
    return need;
}

static void find_needs(const struct gp_catalogue *catalogue, size_t index) {
    struct gp_memory *memory = catalogue->memory;
    struct gp_course *course = &catalogue->courses.items[index];
    const char *rest = catalogue->needs[index], *name = NULL;
    course->needs = gp_alloc(memory, GP_MOST_NEEDS, sizeof *course->needs);
    for (int parts = 0; (name = gp_next_part(memory, &rest)) != NULL; parts++) {
        if (parts == GP_MOST_NEEDS) {
            gp_error(catalogue->messages, catalogue->needs_at[index],
                     "%s needs more than %d courses; leave out those that the others need",
                     gp_quoted(memory, course->name), (int)GP_MOST_NEEDS);
            return;
        }
        size_t need = find_need(catalogue, index, name);
        if (need != NO_COURSE && !has(course, need))
            course->needs[course->needs_count++] = need;
    }
}

// The first need of a course that is not settled yet; NO_COURSE if all are.
static size_t open_need(const struct gp_course *course, const bool *settled) {
    for (size_t i = 0; i < course->needs_count; i++)
        if (!settled[course->needs[i]])
            return course->needs[i];
    return NO_COURSE;
}

// Settles, over and over, the courses whose needs all are: what is left needs itself, or needs one
// that does. The first of these in file order; NO_COURSE if there is none.
static size_t settle(const struct gp_courses *courses, bool *settled) {
    size_t left = NO_COURSE;
    for (bool more = true; more;) {
        more = false;
        left = NO_COURSE;
        for (size_t i = 0; i < courses->count; i++) {
            if (settled[i])
                continue;
            settled[i] = open_need(&courses->items[i], settled) == NO_COURSE;
            more = more || settled[i];
            if (!settled[i] && left == NO_COURSE)
                left = i;
        }
    }
    return left;
}

// Tells a circle, from the course in it that stands first in the file, and settles its courses.
static void refuse_circle(const struct gp_catalogue *catalogue, size_t start, bool *settled) {
    enum { MOST_NAMED = 5 };
    const struct gp_courses *courses = &catalogue->courses;
    struct gp_memory *memory = catalogue->memory;
    size_t first = NO_COURSE, named = 0, at = start;
    for (size_t i = 0; i < courses->count; i++) // now in the circle, wherever it started
        at = open_need(&courses->items[at], settled);
    for (size_t i = 0; i < courses->count; i++) {
        first = at < first ? at : first;
        at = open_need(&courses->items[at], settled);
    }
    const char *way = "";
    size_t next = open_need(&courses->items[first], settled);
    for (; next != first; next = open_need(&courses->items[next], settled))
        if (named++ < MOST_NAMED)
            way = gp_print(memory, "%s%s%s", way, named > 1 ? ", " : "",
                           gp_quoted(memory, courses->items[next].name));
    gp_error(catalogue->messages, catalogue->needs_at[first],
             "%s needs itself by way of %s%s; take one of them away",
             gp_quoted(memory, courses->items[first].name), way, named > MOST_NAMED ? ", ..." : "");
    for (at = first; !settled[at]; at = next) {
        next = open_need(&courses->items[at], settled);
        settled[at] = true;
        if (next == NO_COURSE)
            break;
    }
}

void gp_catalogue_close(struct gp_catalogue *catalogue) {
    size_t count = catalogue->courses.count, left = NO_COURSE;
    bool *settled = gp_alloc(catalogue->memory, count, sizeof *settled);
    for (size_t i = 0; i < count; i++)
        find_needs(catalogue, i);
    while ((left = settle(&catalogue->courses, settled)) != NO_COURSE)
        refuse_circle(catalogue, left, settled);
}
