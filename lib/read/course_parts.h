// course_parts.h - a catalogue of courses while it is read: their names, and which need which.
// Private to lib/read.
#ifndef GP_READ_COURSE_PARTS_H
#define GP_READ_COURSE_PARTS_H

#include "base/map.h"
#include "base/messages.h"
#include "model/courses.h"

// Courses that one course may need.
enum { GP_MOST_NEEDS = 20 };

struct gp_catalogue {
    struct gp_memory *memory;
    struct gp_messages *messages;
    struct gp_courses courses;
    struct gp_map *keys;    // folded name -> course
    const char **names;     // [course], for suggestions
    const char **needs;     // [course]: "Name|Other name", as written
    struct gp_at *needs_at; // [course]: where that stands
};

// Makes room for `most` courses.
void gp_catalogue_open(struct gp_catalogue *catalogue, struct gp_memory *memory,
                       struct gp_messages *messages, size_t most);

// Adds a course; reports a name that an earlier one has, and leaves it out.
void gp_catalogue_add(struct gp_catalogue *catalogue, const struct gp_course *course,
                      const char *needs, struct gp_at needs_at);

// After the last course: finds those that each one needs. Reports one that is not there, that needs
// itself, or that needs itself by way of others.
void gp_catalogue_close(struct gp_catalogue *catalogue);

#endif
