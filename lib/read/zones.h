// zones.h - what a roster says of time zones: minutes from UTC. Private to lib/read.
//
// No zone data is read: the machine's would make a plan depend on where and when it is made. So a
// place such as Europe/Berlin has no offset here, nor has an abbreviation that is used for several
// (CST, IST, BST), and an offset is what it is all year round.
#ifndef GP_READ_ZONES_H
#define GP_READ_ZONES_H

#include <stdbool.h>
#include <stdint.h>

enum gp_zone {
    GP_ZONE_GOOD,
    GP_ZONE_WRONG,  // an offset that there is not, or is not written as one: UTC+15, +5:75
    GP_ZONE_UNKNOWN // anything else: a place, an abbreviation that says none or several
};

// An offset from -12:00 to +14:00: UTC, GMT or Z, alone or with hours behind it (UTC+2, GMT-05:30,
// UTC+5.5) and then anything behind a blank or bracket: "(UTC+01:00) Berlin, Rome"; hours alone
// (+2, -5, +0530, 5:45); or an abbreviation that means one offset (CET, EST, JST).
// `*minutes` is set where it is good.
enum gp_zone gp_zone_parse(const char *text, int32_t *minutes);

#endif
