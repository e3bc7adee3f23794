#include "analyze/detail.h"
#include "analyze/paths.h"
#include "analyze/shortest.h"
#include "made_from.h"
#include "manifest.h"
#include "outputs.h"
#include "workers.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { FOLDER_MODE = 0700 };

struct plans {
    struct gp_memory *memory;
    const struct gp_report *report;
    const char *folder;     // of all outputs
    const char *target;     // where they will be, and are already where `before` lists something
    struct manifest before; // with --changed; else it lists nothing
    const char **names;     // [person], below plans/
    size_t *chosen;         // whose plans are written: places in the team
    size_t count;
    struct workers *workers;
};

// What the plan of one person shows beside the results.
struct own {
    struct gp_detail detail;
    struct gp_way way;
    struct gp_two_paths paths;
};

static void find_own(struct gp_memory *memory, struct gp_report *report, size_t person,
                     struct own *own) {
    const struct gp_profile *profile = &report->results->profiles[person];
    const struct gp_person *who = &report->team->people[person];
    const struct gp_answer *answers = gp_answers_of(report->team, person);
    size_t target = profile->target;
    *own = (struct own){.way.score = GP_NO_SHARE};
    own->detail =
        gp_find_detail(memory, report->ladder, report->policy, answers, who->rung, profile);
    if (target != GP_NO_RUNG)
        own->way = gp_shortest_way(memory, report->ladder, report->policy, answers, target,
                                   &profile->readiness[target]);
    gp_compare_paths(memory, report->ladder, who, answers, profile, &own->paths);
    report->detail = &own->detail;
    report->way = &own->way;
    report->paths = &own->paths;
}

static bool write_new(struct gp_memory *memory, const struct plans *plans, size_t person,
                      const char *path, struct work_result *result) {
    struct gp_report report = *plans->report;
    struct own own;
    const char *why = "";
    find_own(memory, &report, person, &own);
    bool good = gp_write_plan_book(&report, person, path, result->hash, &why);
    if (!good)
        snprintf(result->why, sizeof result->why, "%s", why);
    return good;
}

// A plan that an earlier run made from the same, and that is as it left it.
static bool keep(struct gp_memory *memory, const struct plans *plans, const char *name,
                 const char *path, struct work_result *result) {
    const char *why = "";
    return manifest_has_made(&plans->before, plans->target, name, result->made_from,
                             result->hash) &&
           gp_file_share(gp_print(memory, "%s/%s", plans->target, name), path, &why);
}

// Memory of a plan is given back behind it: a team may be large.
static void write_plan(const void *context, size_t place, struct work_result *result) {
    const struct plans *plans = context;
    size_t person = plans->chosen[place];
    struct gp_memory *memory = gp_memory_open();
    const char *name = gp_print(memory, "plans/%s", plans->names[person]);
    const char *path = gp_print(memory, "%s/%s", plans->folder, name);
    plan_made_from(plans->report, person, result->made_from);
    result->kept = keep(memory, plans, name, path, result);
    result->good = result->kept || write_new(memory, plans, person, path, result);
    gp_memory_close(memory);
}

static void choose(struct plans *plans, const struct options *options) {
    const struct gp_team *team = plans->report->team;
    plans->chosen = gp_alloc(plans->memory, team->person_count + 1, sizeof *plans->chosen);
    for (size_t i = 0; i < team->person_count; i++)
        if (plan_is_asked(options, &team->people[i]))
            plans->chosen[plans->count++] = i;
}

struct plans *plans_start(const struct outputs *outputs, const struct gp_report *report) {
    struct plans *plans = gp_alloc(outputs->memory, 1, sizeof *plans);
    *plans = (struct plans){.memory = outputs->memory,
                            .report = report,
                            .folder = outputs->staging.folder,
                            .target = outputs->staging.target,
                            .names = plan_file_names(outputs->memory, report->team)};
    const char *folder = gp_print(outputs->memory, "%s/plans", plans->folder);
    if (mkdir(folder, FOLDER_MODE) != 0) {
        say("plans could not be written (%s); nothing was changed", strerror(errno));
        return NULL;
    }
    choose(plans, outputs->options);
    if (outputs->options->changed)
        manifest_read(plans->memory, plans->target, NULL, &plans->before);
    else
        manifest_none(plans->memory, &plans->before);
    const struct work work = {.count = plans->count, .piece = write_plan, .context = plans};
    unsigned processes = workers_worth(outputs->options->jobs, plans->count);
    plans->workers = workers_start(outputs->memory, processes, &work);
    if (plans->workers == NULL)
        say("no process can be made to write plans (%s); nothing was changed; try -j 1",
            strerror(errno));
    return plans->workers == NULL ? NULL : plans;
}

void plans_stop(struct plans *plans) {
    workers_stop(plans->workers);
}

static void say_failed(const struct plans *plans, size_t first, size_t last, const char *why) {
    const struct gp_person *people = plans->report->team->people;
    first = plans->chosen[first];
    last = plans->chosen[last];
    if (first == last)
        say("plans/%s could not be written (%s); nothing was changed", plans->names[first], why);
    else
        say("the plans from %s to %s could not be written (%s); nothing was changed",
            gp_quoted(plans->memory, people[first].name),
            gp_quoted(plans->memory, people[last].name), why);
}

bool plans_finish(struct plans *plans, struct outputs *outputs) {
    size_t first = 0, last = 0;
    const char *why = "";
    if (!workers_finish(plans->workers, &first, &last, &why)) {
        say_failed(plans, first, last, why);
        return false;
    }
    outputs->hashes = gp_alloc(plans->memory, plans->count + 1, sizeof *outputs->hashes);
    outputs->made_from = gp_alloc(plans->memory, plans->count + 1, sizeof *outputs->made_from);
    outputs->hashed = gp_map_new(plans->memory);
    for (size_t i = 0; i < plans->count; i++) {
        const char *name = plans->names[plans->chosen[i]];
        const struct work_result *result = workers_result(plans->workers, i);
        outputs->hashes[i] = result->hash;
        outputs->made_from[i] = result->made_from;
        outputs->kept += result->kept;
        gp_map_add(outputs->hashed, gp_print(plans->memory, "plans/%s", name), i);
    }
    return true;
}
