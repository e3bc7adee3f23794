// What HR and payroll systems write. Their exports are put together column by column by whoever
// makes them, so that the columns here are those of the usual reports; more are known by rules.
#include "read/shape_parts.h"

#define COLUMNS(array) .columns = (array), .column_count = sizeof(array) / sizeof *(array)

static const struct gp_dialect_column workday[] = {
    {"Employee ID|Worker ID", "id", 1},
    {"Worker|Legal Name|Preferred Name", "name", 2},
    {"Business Title", "role", 2},
    {"Job Profile", "", 1},
    {"Job Family|Job Family Group|Job Level|Management Level|Compensation Grade", "", 0},
    {"Supervisory Organization|Cost Center|Company|Worker Type|Job Code|Position ID", "", 2},
    {"Worker's Manager|Manager", "manager", 1},
    {"Location", "", 0},
    {"Hire Date|Original Hire Date", "joined", 0},
    {"Position Start Date|Time in Job Profile Start Date|Job Start Date", "role_since", 0},
    {"Work Email|Email - Work|Primary Work Email", "email", 0},
    {"FTE|FTE %|Scheduled FTE", "fte", 0},
    {"Annual Base Pay|Total Base Pay Annualized - Amount|Base Pay Annualized|"
     "Total Base Pay - Amount",
     "salary", 0},
    {"Currency|Total Base Pay Annualized - Currency", "currency", 0},
    {"Frequency|Pay Frequency|Total Base Pay - Frequency", "period", 0},
    {"Pay Rate Type", "pay_type", 0},
    {"Worker Status|Active Status", "status", 0},
    {"Termination Date", "leaves", 0},
};

static const struct gp_dialect_column bamboohr[] = {
    {"Employee #|Employee Number", "id", 2},
    {"First Name", "first_name", 0},
    {"Last Name", "last_name", 0},
    {"Preferred Name|Display Name|Middle Name", "", 0},
    {"Job Title", "role", 1},
    {"Department|Division|Location", "", 1},
    {"Employment Status", "status", 1},
    {"Status", "status", 0},
    {"Hire Date|Original Hire Date", "joined", 1},
    {"Work Email", "email", 1},
    {"Home Email|Work Phone|Mobile Phone|Work Ext.", "", 0},
    {"Reporting to|Reports To|Supervisor", "manager", 2},
    {"Pay Rate", "salary", 1},
    {"Paid per", "period", 1},
    {"Pay Type", "pay_type", 1},
    {"Pay Schedule|Pay Group|Overtime Status|Exempt", "", 0},
    {"Pay Rate - Currency Code|Currency", "currency", 0},
    {"Termination Date", "leaves", 0},
};

static const struct gp_dialect_column gusto[] = {
    {"First name", "first_name", 1},
    {"Last name", "last_name", 1},
    {"Preferred first name", "", 0},
    {"Employee ID", "id", 0},
    {"Job title|Title", "role", 1},
    {"Department|Work address|Work location", "", 0},
    {"Manager", "manager", 1},
    {"Work email", "email", 2},
    {"Personal email", "", 2},
    {"Start date|Hire date", "joined", 1},
    {"Compensation|Compensation amount|Salary", "salary", 2},
    {"Pay period|Compensation time period|Per", "period", 1},
    {"Compensation type|Employee type", "pay_type", 0},
    {"Employment type|FLSA status", "", 1},
    {"Employment status|Status", "status", 0},
    {"Termination date|Last day", "leaves", 0},
};

static const struct gp_dialect_column quickbooks[] = {
    {"Employee", "name", 2},
    {"Employee ID|Employee Number", "id", 0},
    {"Job Title|Title", "role", 1},
    {"Hire Date|Hired", "joined", 1},
    {"Release Date|Released", "leaves", 0},
    {"Status|Employee Status", "status", 1},
    {"Email|Main Email", "email", 0},
    {"Manager|Supervisor|Reports To", "manager", 0},
    {"Pay Rate|Pay rate|Rate of Pay", "salary", 2},
    {"Pay Type", "pay_type", 0},
    {"Phone|Phone Numbers|Main Phone|Address|Birth Date|Gender|Pay Method|Pay Schedule|"
     "Work Location|SSN|Billing Rate|Notes",
     "", 1},
};

const struct gp_dialect gp_roster_dialects[] = {
    {"workday", "Workday", GP_INPUT_ROSTER, COLUMNS(workday), .tool = true},
    {"bamboohr", "BambooHR", GP_INPUT_ROSTER, COLUMNS(bamboohr), .tool = true},
    {"gusto", "Gusto", GP_INPUT_ROSTER, COLUMNS(gusto), .tool = true},
    {"quickbooks", "QuickBooks", GP_INPUT_ROSTER, COLUMNS(quickbooks), .tool = true},
};
const size_t gp_roster_dialect_count = sizeof gp_roster_dialects / sizeof *gp_roster_dialects;
