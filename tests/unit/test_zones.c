// Texts of a time zone to minutes from UTC, and which are offsets gone wrong or no offsets at all.
#include "read/zones.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct row {
    const char *text;
    enum gp_zone zone;
    int32_t minutes; // where it is good: 60 x hours + minutes
} rows[] = {
    {"UTC", GP_ZONE_GOOD, 0},
    {"gmt", GP_ZONE_GOOD, 0},
    {"Z", GP_ZONE_GOOD, 0},
    {"UTC+2", GP_ZONE_GOOD, 120},
    {"UTC +2", GP_ZONE_GOOD, 120},
    {"UTC + 02", GP_ZONE_GOOD, 120},
    {"utc-3", GP_ZONE_GOOD, -180},
    {"UTC\xE2\x88\x92"
     "3",
     GP_ZONE_GOOD, -180},
    {"UTC2", GP_ZONE_GOOD, 120},
    {"GMT-05:30", GP_ZONE_GOOD, -330},
    {"UTC+05:45", GP_ZONE_GOOD, 345},
    {"UTC+5.5", GP_ZONE_GOOD, 330},
    {"UTC+5,75", GP_ZONE_GOOD, 345},
    {"+0530", GP_ZONE_GOOD, 330},
    {"-0500", GP_ZONE_GOOD, -300},
    {"+5:45", GP_ZONE_GOOD, 345},
    {"+2", GP_ZONE_GOOD, 120},
    {"-5", GP_ZONE_GOOD, -300},
    {"0", GP_ZONE_GOOD, 0},
    {"9", GP_ZONE_GOOD, 540},
    {"-3.5", GP_ZONE_GOOD, -210},
    {"UTC-12", GP_ZONE_GOOD, -720},
    {"UTC+14:00", GP_ZONE_GOOD, 840},
    {"(UTC+01:00) Amsterdam, Berlin, Rome", GP_ZONE_GOOD, 60},
    {"(GMT-08:00) Pacific Standard Time (America/Los_Angeles)", GP_ZONE_GOOD, -480},
    {"(UTC) Coordinated Universal Time", GP_ZONE_GOOD, 0},
    {"(GMT) Dublin, Lisbon", GP_ZONE_GOOD, 0},
    {"GMT-05:00 Eastern Time", GP_ZONE_GOOD, -300},
    {"CET", GP_ZONE_GOOD, 60},
    {"cest", GP_ZONE_GOOD, 120},
    {"WET", GP_ZONE_GOOD, 0},
    {"EET", GP_ZONE_GOOD, 120},
    {"EST", GP_ZONE_GOOD, -300},
    {"EDT", GP_ZONE_GOOD, -240},
    {"PST", GP_ZONE_GOOD, -480},
    {"NST", GP_ZONE_GOOD, -210},
    {"JST", GP_ZONE_GOOD, 540},
    {"NPT", GP_ZONE_GOOD, 345},
    {"AEST", GP_ZONE_GOOD, 600},
    // Offsets that there are not, or that may be read in two ways.
    {"UTC-12:01", GP_ZONE_WRONG, 0},
    {"UTC-13", GP_ZONE_WRONG, 0},
    {"UTC+14:15", GP_ZONE_WRONG, 0},
    {"+15", GP_ZONE_WRONG, 0},
    {"UTC+5:60", GP_ZONE_WRONG, 0},
    {"+0575", GP_ZONE_WRONG, 0},
    {"-300", GP_ZONE_WRONG, 0},
    {"530", GP_ZONE_WRONG, 0},
    {"+5.333", GP_ZONE_WRONG, 0},
    {"+5.01", GP_ZONE_WRONG, 0}, // 36 seconds
    {"+05:30:00", GP_ZONE_WRONG, 0},
    {"+05:3", GP_ZONE_WRONG, 0},
    {"+2 hours", GP_ZONE_WRONG, 0},
    {"2h", GP_ZONE_WRONG, 0},
    {"+", GP_ZONE_WRONG, 0},
    {"UTC+", GP_ZONE_WRONG, 0},
    {"UTC++1", GP_ZONE_WRONG, 0},
    {"+99999999999999999999", GP_ZONE_WRONG, 0},
    // No offsets.
    {"Europe/Berlin", GP_ZONE_UNKNOWN, 0},
    {"America/New_York", GP_ZONE_UNKNOWN, 0},
    {"Etc/GMT+5", GP_ZONE_UNKNOWN, 0}, // five hours behind, of all things
    {"GMT Standard Time", GP_ZONE_UNKNOWN, 0},
    {"Zurich", GP_ZONE_UNKNOWN, 0},
    {"(Berlin)", GP_ZONE_UNKNOWN, 0},
    {"CST", GP_ZONE_UNKNOWN, 0},
    {"IST", GP_ZONE_UNKNOWN, 0},
    {"BST", GP_ZONE_UNKNOWN, 0},
    {"CETX", GP_ZONE_UNKNOWN, 0},
    {"", GP_ZONE_UNKNOWN, 0},
};

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t minutes = 12345;
        enum gp_zone zone = gp_zone_parse(rows[i].text, &minutes);
        int32_t right = rows[i].zone == GP_ZONE_GOOD ? rows[i].minutes : 12345;
        if (zone != rows[i].zone || minutes != right)
            fail_msg("%s: %d, %d minutes", rows[i].text, (int)zone, (int)minutes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
