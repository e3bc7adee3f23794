#include "write/starter.h"

#include "write/ladder_text.h"
#include "write/page.h"
#include "write/table.h"

#include <string.h>

enum { BEGINNER, MANAGER, OUTSIDER };
enum { PEOPLE = 3 };
static const char *const names[PEOPLE] = {"Alex Example", "Sam Sample", "Robin Muster"};
static const char *const emails[PEOPLE] = {"alex@example.com", "sam@example.com",
                                           "robin@example.com"};

// Who stands where: the rung of each of the three, and the one they aim at.
struct cast {
    size_t rungs[PEOPLE], targets[PEOPLE];
};

static struct cast make_cast(const struct gp_ladder *ladder) {
    struct cast cast;
    size_t first = 0;
    while (ladder->rungs[first].path != GP_PATH_ENTRY)
        first++; // there is one: every rung leads back to it
    size_t second = gp_ladder_next(ladder, first);
    size_t third = second == GP_NO_RUNG ? GP_NO_RUNG : gp_ladder_next(ladder, second);
    cast.rungs[BEGINNER] = first;
    cast.targets[BEGINNER] = second;
    cast.rungs[MANAGER] = third != GP_NO_RUNG ? third : second != GP_NO_RUNG ? second : first;
    cast.targets[MANAGER] = gp_ladder_next(ladder, cast.rungs[MANAGER]);
    cast.rungs[OUTSIDER] = GP_NO_RUNG;
    cast.targets[OUTSIDER] = first;
    return cast;
}

static void add_person(struct gp_text_table *table, const struct gp_ladder *ladder,
                       const struct cast *cast, size_t person) {
    size_t rung = cast->rungs[person], target = cast->targets[person];
    size_t years = rung == GP_NO_RUNG ? 0 : (size_t)ladder->rungs[rung].min_years + 2;
    size_t products = rung == GP_NO_RUNG ? 0 : (size_t)ladder->rungs[rung].min_products + 1;
    gp_text_table_text(table, names[person]);
    gp_text_table_text(table, emails[person]);
    gp_text_table_text(table, rung == GP_NO_RUNG ? "outside" : ladder->rungs[rung].title);
    gp_text_table_text(table, target == GP_NO_RUNG ? NULL : ladder->rungs[target].title);
    gp_text_table_text(table, person == MANAGER ? NULL : names[MANAGER]);
    gp_text_table_count(table, years);
    gp_text_table_count(table, products);
    gp_text_table_text(table, person == OUTSIDER ? "Software engineering" : NULL);
    gp_text_table_text(table, person == MANAGER ? "2" : NULL);
    gp_text_table_text(table, person == MANAGER ? "yes" : NULL);
    gp_text_table_text(table, person == BEGINNER ? "yes" : NULL);
    gp_text_table_end_row(table);
}

struct gp_bytes gp_starter_roster(struct gp_memory *memory, const struct gp_ladder *ladder) {
    struct gp_text_table table;
    struct cast cast = make_cast(ladder);
    gp_text_table_open(&table, memory,
                       "name,email,role,target,manager,product_years,products,background,"
                       "mentor_hours,mentor_willing,supported");
    for (size_t i = 0; i < PEOPLE; i++)
        add_person(&table, ladder, &cast, i);
    return gp_text_table_bytes(&table);
}

// The level of a scale nearest to where `level` is on the scale of skill, and so many further.
static gp_rating level_near(const struct gp_ladder *ladder, enum gp_axis axis, gp_rating level,
                            int further) {
    const struct gp_scale *skill = &ladder->scales[GP_SKILL], *scale = &ladder->scales[axis];
    int most = (int)scale->level_count - 1;
    int reach = skill->highest - skill->lowest, above = level - skill->lowest;
    int index = reach == 0 ? 0 : (above * most + reach / 2) / reach;
    index += further;
    index = index < 0 ? 0 : index > most ? most : index;
    return scale->levels[index].value;
}

static bool knows_not_applicable(const struct gp_scale *scale) {
    for (size_t i = 0; i < scale->spelling_count; i++)
        if (strcmp(scale->spellings[i].key, "na") == 0)
            return scale->spellings[i].value == GP_NOT_APPLICABLE;
    return false;
}

// Someone from outside brings a third of it, and has begun with the rest.
static int from_outside(size_t person, size_t activity) {
    return person == OUTSIDER && activity % 3 != 0 ? 2 : 0;
}

// How far an answer is from what is expected. Periods that share no factor, so that no two people
// and no two axes go up and down together.
static int skill_further(size_t person, size_t activity) {
    static const int steps[] = {0, 0, 1, -1, 0, 1, 0, -1, 0, 0, 1};
    return steps[(activity + 4 * person) % (sizeof steps / sizeof *steps)] -
           from_outside(person, activity);
}

static int experience_further(size_t person, size_t activity) {
    static const int steps[] = {0, -1, 0, 0, 1, -1, 0};
    return steps[(activity + 2 * person) % (sizeof steps / sizeof *steps)] -
           from_outside(person, activity);
}

static int interest_further(size_t person, size_t activity) {
    static const int steps[] = {1, 0, 2, -1, 1, 0, -2, 1, 2, 0, -1, 1, 0};
    return steps[(activity + 5 * person) % (sizeof steps / sizeof *steps)];
}

// What stands in the cells of someone who did not rate an activity; NULL when they did.
static const char *not_rated(const struct gp_ladder *ladder, size_t person, size_t activity) {
    enum { PERIOD = 19, BLANK_AT = 7, NOT_APPLICABLE_AT = 16 };
    size_t place = (activity + 3 * person) % PERIOD;
    if (place == BLANK_AT)
        return "";
    if (place != NOT_APPLICABLE_AT)
        return NULL;
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++)
        if (!knows_not_applicable(&ladder->scales[axis]))
            return "";
    return "N/A";
}

static void add_answer(struct gp_text_table *table, const struct gp_ladder *ladder,
                       const struct cast *cast, size_t person, size_t activity) {
    size_t rung = person == OUTSIDER ? cast->targets[person] : cast->rungs[person];
    gp_rating expected = gp_expected(ladder, rung, activity)->level;
    const char *none = not_rated(ladder, person, activity);
    const int further[GP_AXIS_COUNT] = {[GP_SKILL] = skill_further(person, activity),
                                        [GP_EXPERIENCE] = experience_further(person, activity),
                                        [GP_INTEREST] = interest_further(person, activity)};
    gp_text_table_text(table, names[person]);
    gp_text_table_text(table, ladder->activities[activity].name);
    for (size_t axis = 0; axis < GP_AXIS_COUNT; axis++) {
        if (none != NULL)
            gp_text_table_text(table, none);
        else
            gp_text_table_count(
                table, (size_t)level_near(ladder, (enum gp_axis)axis, expected, further[axis]));
    }
    gp_text_table_end_row(table);
}

struct gp_bytes gp_starter_answers(struct gp_memory *memory, const struct gp_ladder *ladder) {
    struct gp_text_table table;
    struct cast cast = make_cast(ladder);
    gp_text_table_open(&table, memory, "person,activity,skill,experience,interest");
    for (size_t person = 0; person < PEOPLE; person++)
        for (size_t i = 0; i < ladder->activity_count; i++)
            add_answer(&table, ladder, &cast, person, i);
    return gp_text_table_bytes(&table);
}

static void add_item(struct gp_page *page, const char *name, const char *text) {
    gp_page_wrapped(page, gp_print(page->memory, "  %-18s ", name), text);
}

static void add_ladder(struct gp_page *page, const struct gp_ladder *ladder) {
    gp_page_heading(page, "ladder/ - what is done, who does it, and how well: yours to change");
    gp_page_line(page, "%s", "");
    add_item(page, "rungs.csv",
             "The steps: id, title, path (entry, product, people), rank, the "
             "rungs one comes from, how product work and people work count, "
             "least years and products, scope.");
    add_item(page, "activities.csv",
             "What product people do: activity, facet, side, owner, core, "
             "weight, description, one thing to try next.");
    add_item(page, "expectations.csv",
             "A row per activity, a column per rung id: the level of "
             "skill expected, 0 for none, with ! behind a must-have.");
    add_item(page, "scales.csv",
             "What may be answered for skill, experience and interest, with "
             "labels and other spellings; any is for N/A, don't know, blank.");
    add_item(page, "aliases.csv",
             "Other names for columns, activities, roles and answers: "
             "regular expressions, the first that matches counts.");
    if (ladder->background_count > 0)
        add_item(page, "backgrounds.csv",
                 "The functions people come to product from, the rung "
                 "they usually enter at, and what to take on first.");
    add_item(page, "policy.csv",
             "Thresholds, shares, rates and the currency; each row says what "
             "it means.");
    gp_page_line(page, "%s", "");
    gp_page_line(page, "  growthplan ladder lint --ladder ladder   checks it after every change");
    gp_page_line(page, "  growthplan ladder show --ladder ladder   shows what it says");
}

static void add_roster(struct gp_page *page) {
    gp_page_heading(page, "roster.csv - who the people are: a row each");
    gp_page_line(page, "%s", "");
    add_item(page, "name, email", "Who it is; id as well, where two people share a name.");
    add_item(page, "role, target",
             "A rung of the ladder, by id, title or a spelling of "
             "aliases.csv; a role may be outside, for someone not in "
             "product. Without a target the next rung is taken.");
    add_item(page, "manager", "The name of another person on the roster.");
    add_item(page, "product_years", "Years in product, and products worked on (products).");
    add_item(page, "background", "What someone did before, in their own words.");
    add_item(page, "mentor_hours",
             "Hours a month somebody has for a mentee, and mentor_willing: "
             "yes or no.");
    add_item(page, "supported", "yes where the manager supports the target.");
    add_item(page, "salary, currency",
             "Not in this roster: add the columns to have a training "
             "budget. salary is a year's, such as 64800; currency a "
             "code such as EUR; rate a share of salary in place of the "
             "policy's; spent what is spent this year. Only the budget's "
             "files show them. Keep this folder to yourself then.");
}

static void add_answers(struct gp_page *page) {
    gp_page_heading(page,
                    "answers.csv - what they say of themselves: a row per person and activity");
    gp_page_line(page, "%s", "");
    add_item(page, "person, activity", "Names, as in the roster and the ladder.");
    add_item(page, "skill",
             "A level of scales.csv, by number or label; so for experience and "
             "interest. Blank, N/A and don't know are no ratings and never become "
             "0.");
    add_item(page, "more, if known",
             "date, as 2026-11-23; manager_skill, what the manager "
             "says; note. A survey tool's export with a column per "
             "activity does as well.");
}

struct gp_bytes gp_starter_readme(struct gp_memory *memory, const struct gp_ladder *ladder) {
    struct gp_page page;
    gp_page_open(&page, memory);
    gp_page_line(&page, "A folder to start from with growthplan (%s)",
                 gp_ladder_sizes(memory, ladder));
    gp_page_line(&page, "%s", "");
    gp_page_wrapped(&page, "",
                    "All people and answers in it are invented. Run it as it is, look at "
                    "what comes out, then put your own in their place. Every CSV file "
                    "opens in a spreadsheet; keep the header rows.");
    gp_page_heading(&page, "To run it, in this folder:");
    gp_page_line(&page, "%s", "");
    gp_page_line(&page, "  growthplan plan answers.csv --roster roster.csv --ladder ladder -o out");
    gp_page_line(&page, "%s", "");
    gp_page_wrapped(&page, "",
                    "out/team.xlsx is the team's workbook, out/plans has one a person. "
                    "To run it again, add --force: it replaces what a run wrote, and "
                    "nothing that was changed since.");
    add_ladder(&page, ladder);
    add_roster(&page);
    add_answers(&page);
    gp_page_line(&page, "%s", "");
    gp_page_wrapped(&page, "",
                    "`man growthplan' has the options and every column of roster and "
                    "answers; templates/README.md of the program's source every column "
                    "of the ladder's files.");
    return gp_page_bytes(&page);
}
