// print.h - printf for texts and numbers as they are, in a tenth of its time. For lib/base alone.
#ifndef GP_BASE_PRINT_H
#define GP_BASE_PRINT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

// Writes into `text`, with a NUL, what printf would write of a format that has no conversions but
// %s, %d, %zu, %% and %g, the last of a number below 1,000 in whole thousandths. False, with
// nothing of use in `text`, where there is anything else to do, or where it takes more than `room`
// bytes.
bool gp_print_plain(char *text, size_t room, size_t *length, const char *format, va_list arguments);

#endif
