#include "read/intake.h"

#include <string.h>

static const char *quoted(const struct gp_intake *intake, const char *text) {
    return gp_quoted(intake->memory, text);
}

// Whom a manager's name is of. Those of one manager mostly stand together.
struct named {
    const char *text;
    enum gp_named found;
    size_t person;
};

static void find_manager(const struct gp_intake *intake, const char *text, struct named *named) {
    if (named->text != NULL && strcmp(named->text, text) == 0)
        return;
    *named = (struct named){text, GP_NAMES_NOBODY, GP_NO_PERSON};
    named->found = gp_intake_named(intake, text, &named->person);
}

static void resolve_manager(struct gp_intake *intake, size_t index, struct gp_at at,
                            struct named *named) {
    struct gp_person *person = &intake->team.people[index];
    find_manager(intake, person->manager_name, named);
    size_t manager = named->person;
    switch (named->found) {
    case GP_NAMES_NOBODY:
        return;
    case GP_NAMES_SEVERAL:
        gp_intake_fault(intake, index, at,
                        "more than one person is called %s; give the manager's id or email",
                        quoted(intake, person->manager_name));
        return;
    case GP_NAMES_ONE:
        break;
    }
    person->manager_name = intake->team.people[manager].name;
    if (manager != index)
        person->manager = manager;
    else
        gp_intake_fault(intake, index, at,
                        "%s is named as their own manager; name another, or leave it empty",
                        quoted(intake, person->name));
}

// `member` is one of the circle. It is told from the member that is first by name.
static void refuse_circle(struct gp_intake *intake, size_t member, const struct gp_at *places) {
    enum { MOST_NAMED = 5 };
    struct gp_person *people = intake->team.people;
    size_t first = member, named = 0;
    for (size_t i = people[member].manager; i != member; i = people[i].manager)
        if (gp_intake_compare(&people[i], &people[first]) < 0)
            first = i;
    const char *way = "";
    for (size_t i = people[first].manager; i != first; i = people[i].manager) {
        people[i].left_out = true;
        if (named++ < MOST_NAMED)
            way = gp_print(intake->memory, "%s%s%s", way, named > 1 ? ", " : "",
                           quoted(intake, people[i].name));
    }
    gp_intake_fault(intake, first, places[first],
                    "%s is their own manager by way of %s%s; correct one of them",
                    quoted(intake, people[first].name), way, named > MOST_NAMED ? ", ..." : "");
}

void gp_intake_managers(struct gp_intake *intake, const struct gp_at *places) {
    size_t count = intake->team.person_count;
    struct named named = {.text = NULL};
    size_t *walks = gp_alloc(intake->memory, count, sizeof *walks); // [person]; 0: not seen yet
    for (size_t i = 0; i < count; i++)
        if (intake->team.people[i].manager_name[0] != '\0')
            resolve_manager(intake, i, places[i], &named);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at != GP_NO_PERSON && walks[at] == 0; at = intake->team.people[at].manager)
            walks[at] = i + 1;
        if (at != GP_NO_PERSON && walks[at] == i + 1)
            refuse_circle(intake, at, places);
    }
}
