// test_courses.c - a catalogue of every form to courses, and every refusal of one.
#include "pay_world.h"

// A line a course: "name|provider|kind price seats hours|activity=level ...|needs".
static const char *courses_text(const struct pay_world *world) {
    static const char *const kinds[GP_PART_COUNT] = {"training", "coaching", "conferences"};
    struct gp_memory *memory = world->memory;
    const char *text = "";
    for (size_t i = 0; i < world->courses.count; i++) {
        const struct gp_course *course = &world->courses.items[i];
        text = gp_print(memory, "%s%s|%s|%s %s %s%s %d %d|", text, course->name, course->provider,
                        kinds[course->kind], gp_currency_code(course->price.currency),
                        gp_money_text(memory, course->price), course->group ? " a group" : "",
                        course->seats, course->hours_tenths);
        for (size_t j = 0; j < course->taught_count; j++)
            text = gp_print(memory, "%s%s%s=%d", text, j == 0 ? "" : " ",
                            world->built_in.ladder.activities[course->taught[j].activity].name,
                            course->taught[j].level);
        text = gp_print(memory, "%s|", text);
        for (size_t j = 0; j < course->needs_count; j++)
            text = gp_print(memory, "%s%s%s", text, j == 0 ? "" : " ",
                            world->courses.items[course->needs[j]].name);
        text = gp_print(memory, "%s\n", text);
    }
    return text;
}

static void test_all_columns(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "EUR");
    read_courses(&world, "course,kind,provider,price,currency,hours,seats,per,teaches,needs\n"
                         "Positioning II,training,Example School,\"1,200.50\",USD,14.5,12,seat,"
                         "Positioning=4| launch planning = Good ,Positioning I|positioning i\n"
                         "Positioning I,Trainings,,450,,,,,Positioning=Working,\n"
                         "Sales days,CONFERENCE,,0,,,300,Group,Sales Training=2,\n"
                         "Coach,coaching,,$90,,1,1,person,Pricing=3,\n");
    assert_string_equal(told(&world), "");
    assert_true(world.good);
    assert_string_equal(
        courses_text(&world),
        "Positioning II|Example School|training USD 1200.50 12 145|Positioning=4 Launch "
        "Planning=3|Positioning I\n"
        "Positioning I||training EUR 450.00 -1 -1|Positioning=2|\n"
        "Sales days||conferences EUR 0.00 a group 300 -1|Sales Enablement=2|\n"
        "Coach||coaching USD 90.00 1 10|Pricing and Packaging=3|\n");
    close_pay_world(&world);
}

// Headers and prices as others write them; the column decides what its cells leave open.
static void test_from_the_wild(void **state) {
    (void)state;
    struct pay_world world;
    open_pay_world(&world, "");
    read_courses(&world, "Course name;Type;Vendor;Cost (EUR);Office;Skills covered;Prerequisites\n"
                         "A;coachings;V;1.200;Rome;Pricing=3;B\n"
                         "B;Conferences;;99,50;;Pricing=2;\n");
    assert_string_equal(told(&world),
                        "W c.csv:3:4: price: by this cell the point is a sign between thousands in "
                        "1 cell that can be read in two ways, on line 2\n");
    assert_string_equal(courses_text(&world),
                        "A|V|coaching EUR 1200.00 -1 -1|Pricing and Packaging=3|B\n"
                        "B||conferences EUR 99.50 -1 -1|Pricing and Packaging=2|\n");
    close_pay_world(&world);
}

// Rows below "course,kind,price,teaches,needs,hours,seats,per,currency"; the policy's currency is
// USD.
static const struct refusal {
    const char *name, *rows, *told;
} refusals[] = {
    {"no name", ",training,1,Pricing=3\n",
     "E c.csv:2:1: course is empty; name it, or remove the row\n"},
    {"no kind", "A,,1,Pricing=3\n",
     "E c.csv:2:2: kind is empty; write training, coaching or conference\n"},
    {"another kind", "A,book,1,Pricing=3\n",
     "E c.csv:2:2: kind is \"book\"; write training, coaching or conference\n"},
    {"no price", "A,training,,Pricing=3\n",
     "E c.csv:2:3: price is empty; write what it costs, or 0 if it is free\n"},
    {"price in words", "A,training,free,Pricing=3\n",
     "E c.csv:2:3: price is \"free\"; write an amount such as 1200 or 1,200.00 USD\n"},
    {"price below 0", "A,training,-1,Pricing=3\n",
     "E c.csv:2:3: price is below 0; write it without a minus sign\n"},
    {"price of two readings", "A,training,1.200,Pricing=3\n",
     "E c.csv:2:3: price: 1.200 may be 1200 or 1.2; write 1,200.00\n"},
    {"price per month", "A,training,100/month,Pricing=3\n",
     "E c.csv:2:3: price is given per month; write that of the whole course\n"},
    {"price and currency", "A,training,€100,Pricing=3,,,,,USD\n",
     "E c.csv:2:3: price names two currencies, in its cell or beside it; keep one\n"},
    {"no such currency", "A,training,100,Pricing=3,,,,,XYZ\n",
     "E c.csv:2:9: currency is \"XYZ\"; write a code of ISO 4217 such as USD or EUR\n"},
    {"teaches nothing", "A,training,1,\n",
     "E c.csv:2:4: teaches is empty; write what it teaches, such as Positioning=4\n"},
    {"teaches bars", "A,training,1,|\n",
     "E c.csv:2:4: teaches is \"|\"; write what it teaches, such as Positioning=4\n"},
    {"no level", "A,training,1,Pricing\n",
     "E c.csv:2:4: teaches \"Pricing\" without a level; write it as Activity=Level\n"},
    {"no such activity", "A,training,1,Positionning=3\n",
     "E c.csv:2:4: teaches \"Positionning\", which is no activity; correct it; did you mean "
     "\"Positioning\"?\n"},
    {"level off the scale", "A,training,1,Pricing=6\n",
     "E c.csv:2:4: teaches \"Pricing\" to level \"6\"; the scale has 0 None, 1 Basic (Awareness), "
     "2 Working, 3 Good (Practitioner), 4 Very good (Expert), 5 Excellent, or N/A\n"},
    {"level that is no rating", "A,training,1,Pricing=N/A\n",
     "E c.csv:2:4: teaches \"Pricing\" to level \"N/A\"; the scale has 0 None, 1 Basic "
     "(Awareness), "
     "2 Working, 3 Good (Practitioner), 4 Very good (Expert), 5 Excellent, or N/A\n"},
    {"no level behind the sign", "A,training,1,Pricing=\n",
     "E c.csv:2:4: teaches \"Pricing\" to level \"\"; the scale has 0 None, 1 Basic (Awareness), 2 "
     "Working, 3 Good (Practitioner), 4 Very good (Expert), 5 Excellent, or N/A\n"},
    {"level 0", "A,training,1,Pricing=None\n",
     "E c.csv:2:4: teaches \"Pricing\" to level 0, which is none; write a higher one\n"},
    {"an activity twice", "A,training,1,Pricing=3|Pricing and Packaging=4\n",
     "E c.csv:2:4: teaches \"Pricing and Packaging=4\", which it does already; keep one\n"},
    {"hours", "A,training,1,Pricing=3,,two\n",
     "E c.csv:2:6: hours is \"two\"; write a number above 0, at most 10000, with one decimal at "
     "most\n"},
    {"no hours at all", "A,training,1,Pricing=3,,0\n",
     "E c.csv:2:6: hours is \"0\"; write a number above 0, at most 10000, with one decimal at "
     "most\n"},
    {"half a seat", "A,training,1,Pricing=3,,,1.5\n",
     "E c.csv:2:7: seats is \"1.5\"; write a whole number above 0, at most 100000\n"},
    {"no seat", "A,training,1,Pricing=3,,,0\n",
     "E c.csv:2:7: seats is \"0\"; write a whole number above 0, at most 100000\n"},
    {"per what", "A,training,1,Pricing=3,,,,day\n",
     "E c.csv:2:8: per is \"day\"; write seat, or group for one price for all who come\n"},
    {"one name twice", "Go To,training,1,Pricing=3\ngo-to,training,1,Pricing=3\n",
     "E c.csv:3:1: course \"go-to\" is there twice, first on line 2; keep one, or rename it\n"},
    {"needs what is not there", "Basics,training,1,Pricing=3\nB,training,1,Pricing=4,Basic\n",
     "E c.csv:3:5: needs \"Basic\", which is no course here; add it, or correct the name: did you "
     "mean \"Basics\"?\n"},
    // A row that is wrong elsewhere is a course for those who need it.
    {"needs a course that is wrong", "A,training,x,Pricing=3\nB,training,1,Pricing=4,A\n",
     "E c.csv:2:3: price is \"x\"; write an amount such as 1200 or 1,200.00 USD\n"},
    {"needs too many",
     "A,training,1,Pricing=3,1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21\n"
     "1,training,1,Pricing=3\n2,training,1,Pricing=3\n3,training,1,Pricing=3\n"
     "4,training,1,Pricing=3\n5,training,1,Pricing=3\n6,training,1,Pricing=3\n"
     "7,training,1,Pricing=3\n8,training,1,Pricing=3\n9,training,1,Pricing=3\n"
     "10,training,1,Pricing=3\n11,training,1,Pricing=3\n12,training,1,Pricing=3\n"
     "13,training,1,Pricing=3\n14,training,1,Pricing=3\n15,training,1,Pricing=3\n"
     "16,training,1,Pricing=3\n17,training,1,Pricing=3\n18,training,1,Pricing=3\n"
     "19,training,1,Pricing=3\n20,training,1,Pricing=3\n21,training,1,Pricing=3\n",
     "E c.csv:2:5: \"A\" needs more than 20 courses; leave out those that the others need\n"},
    {"needs itself", "A,training,1,Pricing=3,a\n",
     "E c.csv:2:5: needs \"a\", which is itself; remove that\n"},
    {"a circle of two", "A,training,1,Pricing=3,B\nB,training,1,Pricing=3,A\n",
     "E c.csv:2:5: \"A\" needs itself by way of \"B\"; take one of them away\n"},
    // C only needs one that is in a circle; D and E are another one.
    {"two circles, and one behind",
     "C,training,1,Pricing=3,B\nB,training,1,Pricing=3,A\nA,training,1,Pricing=3,F\n"
     "F,training,1,Pricing=3,B\nD,training,1,Pricing=3,E\nE,training,1,Pricing=3,D\n",
     "E c.csv:3:5: \"B\" needs itself by way of \"A\", \"F\"; take one of them away\n"
     "E c.csv:6:5: \"D\" needs itself by way of \"E\"; take one of them away\n"},
    {"all at once", ",x,y,z\nA,x,y,z\n",
     "E c.csv:2:1: course is empty; name it, or remove the row\n"
     "E c.csv:3:2: kind is \"x\"; write training, coaching or conference\n"
     "E c.csv:3:3: price is \"y\"; write an amount such as 1200 or 1,200.00 USD\n"
     "E c.csv:3:4: teaches \"z\" without a level; write it as Activity=Level\n"},
    {"nothing", "",
     "E c.csv:1:1: there is no course below the header; a row for each would be "
     "right\n"},
};

static void test_refusals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct pay_world world;
        open_pay_world(&world, "USD");
        read_courses(&world,
                     gp_print(world.memory,
                              "course,kind,price,teaches,needs,hours,seats,per,currency\n%s",
                              refusals[i].rows));
        if (strcmp(told(&world), refusals[i].told) != 0)
            print_error("in: %s\n", refusals[i].name);
        assert_string_equal(told(&world), refusals[i].told);
        assert_false(world.good);
        assert_int_equal(world.courses.count, 0); // untouched
        close_pay_world(&world);
    }
}

static void test_headers(void **state) {
    (void)state;
    static const struct {
        const char *table, *told;
    } rows[] = {
        {"course,price\nA,1",
         "E c.csv:1: the courses have no column kind; they need course, kind, price and teaches\n"
         "E c.csv:1: the courses have no column teaches; they need course, kind, price and "
         "teaches\n"},
        {"course,kind,price,teaches,teachs\nA,training,1,Pricing=3,x",
         "E c.csv:1:5: the column \"teachs\" is not known; correct it, or add an ignore rule to "
         "aliases.csv; did you mean \"teaches\"?\n"},
        {"course,kind,price,teaches,cost\nA,training,1,Pricing=3,x",
         "E c.csv:1:5: \"cost\" and \"price\", column 3, are both taken for price; keep one of "
         "them\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pay_world world;
        open_pay_world(&world, "USD");
        read_courses(&world, gp_print(world.memory, "%s\n", rows[i].table));
        assert_string_equal(told(&world), rows[i].told);
        assert_false(world.good);
        close_pay_world(&world);
    }
}

// 2,000 courses are read, each in need of the next; one more is not.
static void test_most(void **state) {
    (void)state;
    enum { MOST = 2000 };
    for (int more = 0; more <= 1; more++) {
        struct pay_world world;
        open_pay_world(&world, "USD");
        size_t capacity = 1 << 20, length = 0;
        char *text = gp_alloc(world.memory, capacity, 1);
        const char *header = "course,kind,price,teaches,needs\n";
        memcpy(text, header, strlen(header));
        length = strlen(header);
        for (int i = 0; i < MOST + more; i++) {
            const char *row =
                i + 1 < MOST ? gp_print(world.memory, "c%d,training,1,Pricing=3,c%d\n", i, i + 1)
                             : gp_print(world.memory, "c%d,training,1,Pricing=3,\n", i);
            memcpy(text + length, row, strlen(row));
            length += strlen(row);
        }
        read_courses(&world, text);
        assert_string_equal(told(&world),
                            more ? "E c.csv:2002:1: 2001 courses; at most 2000 are allowed\n" : "");
        assert_int_equal(world.courses.count, more ? 0 : MOST);
        close_pay_world(&world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_columns), cmocka_unit_test(test_from_the_wild),
        cmocka_unit_test(test_refusals),    cmocka_unit_test(test_headers),
        cmocka_unit_test(test_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
