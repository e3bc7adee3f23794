// test_backgrounds_data.c - which function the default ladders take a role or a past for. Run from
// the project's folder: it reads templates/.
#include "built_in_ladder.h"
#include "read/names.h"

#include <string.h>

// Titles as rosters have them -> a background of quartz; "" for none: what is, or may be, a rung.
static const struct {
    const char *title, *background;
} rows[] = {
    {"Software Engineer", "Software development"},
    {"Senior Software Engineer II", "Software development"},
    {"Full-Stack Developer", "Software development"},
    {"Engineering Manager", "Software development"},
    {"Head of Engineering", "Software development"},
    {"CTO", "Software development"},
    {"engineering", "Software development"},
    {"Product Engineer", "Software development"},
    {"Firmware Engineer", "Software development"},
    {"Tech Lead", "Software development"},
    {"Graduate Software Engineer", "Software development"},
    {"Web development", "Software development"},
    {"Software Architect", "Architecture and platform"},
    {"Enterprise Architect", "Architecture and platform"},
    {"Solution Architect", "Architecture and platform"},
    {"DevOps Engineer", "Architecture and platform"},
    {"Site Reliability Engineer", "Architecture and platform"},
    {"Security Engineer", "Architecture and platform"},
    {"IT", "Architecture and platform"},
    {"IT Manager", "Architecture and platform"},
    {"Database Administrator", "Architecture and platform"},
    {"Mechanical Engineer", "Hardware and other engineering"},
    {"Manufacturing engineer, eight years", "Hardware and other engineering"},
    {"QA Engineer", "Quality and testing"},
    {"Senior Test Automation Engineer", "Quality and testing"},
    {"Software Engineer in Test", "Quality and testing"},
    {"Quality Assurance Lead", "Quality and testing"},
    {"Tester", "Quality and testing"},
    {"Data Engineer", "Data engineering and science"},
    {"Senior Data Scientist", "Data engineering and science"},
    {"Machine Learning Engineer", "Data engineering and science"},
    {"Analytics Engineer", "Data engineering and science"},
    {"Data Analyst", "Data and business analysis"},
    {"Business Analyst", "Data and business analysis"},
    {"Product Analyst", "Data and business analysis"},
    {"Business Intelligence Developer", "Data and business analysis"},
    {"Marketing Analyst", "Data and business analysis"},
    {"Product Designer", "Design"},
    {"Senior UX Designer", "Design"},
    {"UI/UX Designer", "Design"},
    {"Head of Product Design", "Design"},
    {"design", "Design"},
    {"UX Researcher", "User research"},
    {"User Research Lead", "User research"},
    {"Design Researcher", "User research"},
    {"Sales Engineer", "Sales engineering"},
    {"Pre-Sales Consultant", "Sales engineering"},
    {"Presales", "Sales engineering"},
    {"Solutions Engineer", "Sales engineering"},
    {"Account Executive", "Sales"},
    {"Key Account Manager", "Sales"},
    {"Business Development Manager", "Sales"},
    {"Sales Support Specialist", "Sales"},
    {"sales", "Sales"},
    {"Former sales of software products, ten years", "Sales"},
    {"Marketing Manager", "Marketing"},
    {"Growth Marketing Manager", "Marketing"},
    {"Content Strategist", "Marketing"},
    {"Communications Director", "Marketing"},
    {"Customer Support Agent", "Customer support"},
    {"Product Support Engineer", "Customer support"},
    {"IT Support Specialist", "Customer support"},
    {"Help Desk", "Customer support"},
    {"Customer service manager", "Customer support"},
    {"Customer Success Manager", "Customer success, services and consulting"},
    {"Technical Account Manager", "Customer success, services and consulting"},
    {"Implementation Engineer", "Customer success, services and consulting"},
    {"Management Consultant", "Customer success, services and consulting"},
    {"Professional Services Director", "Customer success, services and consulting"},
    {"Customer Trainer", "Customer success, services and consulting"},
    {"Financial Analyst", "Finance"},
    {"Senior Accountant", "Finance"},
    {"finance", "Finance"},
    {"Project Manager", "Project and delivery management"},
    {"Technical Program Manager", "Project and delivery management"},
    {"Programme Manager", "Project and delivery management"},
    {"Scrum Master", "Project and delivery management"},
    {"Delivery Lead", "Project and delivery management"},
    {"Operations Manager", "Operations"},
    {"Product Operations", "Operations"},
    {"Supply Chain Planner", "Operations"},
    {"HR Business Partner", "HR, legal and other business functions"},
    {"Recruiter", "HR, legal and other business functions"},
    {"Legal Counsel", "HR, legal and other business functions"},
    {"Office Manager", "HR, legal and other business functions"},
    {"Learning and Development Lead", "HR, legal and other business functions"},
    {"Journalist", "Journalism and writing"},
    {"Technical Writer", "Journalism and writing"},
    {"Computer Science Student", "Education and research"},
    {"Associate Professor of Physics", "Education and research"},
    {"Teacher", "Education and research"},
    {"Intern", "Education and research"},
    {"Founder", "Founder"},
    {"Technical Co-Founder", "Founder"},
    {"Entrepreneur", "Founder"},
    {"Marketing Intern", "Marketing"},
    {"Product Manager", ""},
    {"Senior Product Manager", ""},
    {"Associate Product Manager", ""},
    {"Technical Product Manager", ""},
    {"Platform Product Manager", ""},
    {"Product Owner", ""},
    {"Agile Product Owner", ""},
    {"Product Marketing Manager", ""},
    {"Product Marketer", ""},
    {"Growth Manager", ""},
    {"Growth Product Manager", ""},
    {"Group Product Manager", ""},
    {"Group Manager, Product", ""},
    {"Manager of Product Management", ""},
    {"Product Team Lead", ""},
    {"Principal Product Manager", ""},
    {"Portfolio Manager", ""},
    {"Director of Product", ""},
    {"Director, Product Management", ""},
    {"Product Director", ""},
    {"Head of Product", ""},
    {"VP of Product Management", ""},
    {"SVP, Product", ""},
    {"Vice President, Products", ""},
    {"Chief Product Officer", ""},
    {"Chief Product and Technology Officer", ""},
    {"CPTO", ""},
    {"PMM", ""},
    {"Tech PM", ""},
    {"Product Lead", ""},
    {"Astronaut", ""},
    {"Product Consultant", ""},
    {"Product Architect", ""},
    {"Products Manager", ""},
    {"Product Development Engineer", "Software development"},
    {"", ""},
    {"Product  Manager", ""},
    {"Principal Product Designer", "Design"},
    {"SALES", "Sales"},
    {"Sales and account management", "Sales"},
    {"Started in support, moved to sales", "Customer support"}, // the first row that matches
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

// The name of the background `text` is of; "" for none.
static const char *background_of(const struct built_in_ladder *built_in,
                                 const struct gp_names *names, const char *text) {
    size_t background = GP_NO_BACKGROUND;
    switch (gp_names_background(names, text, &background)) {
    case GP_FOUND:
        return built_in->ladder.backgrounds[background].name;
    case GP_NOT_FOUND:
        return "";
    case GP_FOUND_TWO_WAYS:
    case GP_FOUND_TOO_COSTLY:
        break;
    }
    return "too costly";
}

// Opens a built-in ladder and holds every row to it.
static void check_titles(const char *ladder) {
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, ladder);
    struct gp_names *names = gp_names_new(built_in.memory, &built_in.ladder);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const char *found = background_of(&built_in, names, rows[i].title);
        if (strcmp(found, rows[i].background) != 0)
            fail_msg("%s: \"%s\": \"%s\"", ladder, rows[i].title, found);
    }
    gp_memory_close(built_in.memory);
}

static void test_titles(void **state) {
    (void)state;
    check_titles("quartz");
    check_titles("extended");
}

// In public service several functions stand together, and two more are there.
static void test_titles_of_public_service(void **state) {
    (void)state;
    static const struct {
        const char *title, *background;
    } public_rows[] = {
        {"Policy Adviser", "Policy"},
        {"Civil servant, six years", "Policy"},
        {"Caseworker", "Support and operations"},
        {"Operational Delivery Manager", "Support and operations"},
        {"Delivery Manager", "Project and delivery management"},
        {"Service Owner", "Project and delivery management"},
        {"Service Designer", "Design"},
        {"User Researcher", "User research"},
        {"Performance Analyst", "Data and business analysis"},
        {"Civil Engineer", "Software development"},
        {"Presales", "Sales and account management"},
        {"Lead Product Manager", ""},
        {"Head of Product", ""},
    };
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, "gdd");
    struct gp_names *names = gp_names_new(built_in.memory, &built_in.ladder);
    for (size_t i = 0; i < sizeof public_rows / sizeof *public_rows; i++) {
        const char *found = background_of(&built_in, names, public_rows[i].title);
        if (strcmp(found, public_rows[i].background) != 0)
            fail_msg("\"%s\": \"%s\"", public_rows[i].title, found);
    }
    gp_memory_close(built_in.memory);
}

// No rung's own title, nor a title that leads to one, may be taken for a background.
static void test_rungs_are_of_none(void **state) {
    (void)state;
    static const char *const ladders[] = {"quartz", "extended", "gdd"};
    for (size_t l = 0; l < sizeof ladders / sizeof *ladders; l++) {
        struct built_in_ladder built_in;
        open_built_in_ladder(&built_in, ladders[l]);
        struct gp_names *names = gp_names_new(built_in.memory, &built_in.ladder);
        for (size_t i = 0; i < built_in.ladder.rung_count; i++)
            assert_string_equal(background_of(&built_in, names, built_in.ladder.rungs[i].title),
                                "");
        gp_memory_close(built_in.memory);
    }
}

// A past of a few hundred words is still looked at to its end.
static void test_long_texts(void **state) {
    (void)state;
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, "quartz");
    struct gp_names *names = gp_names_new(built_in.memory, &built_in.ladder);
    const char *text = "";
    for (size_t i = 0; i < 200; i++)
        text = gp_print(built_in.memory, "%s and then", text);
    assert_string_equal(background_of(&built_in, names, text), "");
    text = gp_print(built_in.memory, "%s software%s", text, text);
    assert_string_equal(background_of(&built_in, names, text), "Software development");
    gp_memory_close(built_in.memory);
}

// Every background is reached by some row; every row that says so is on the ladder.
static void test_every_background_is_reached(void **state) {
    (void)state;
    struct built_in_ladder built_in;
    open_built_in_ladder(&built_in, "quartz");
    for (size_t i = 0; i < built_in.ladder.background_count; i++) {
        size_t reached = 0;
        for (size_t k = 0; k < ROW_COUNT; k++)
            reached += strcmp(rows[k].background, built_in.ladder.backgrounds[i].name) == 0;
        if (reached == 0)
            fail_msg("%s", built_in.ladder.backgrounds[i].name);
    }
    gp_memory_close(built_in.memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_titles_of_public_service),
        cmocka_unit_test(test_rungs_are_of_none),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_every_background_is_reached),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
