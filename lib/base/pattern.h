// pattern.h - regular expressions a user wrote (PCRE2), matched against whole texts.
//
// Lives in the memory of the run; nothing is to be freed. A pattern must match all of a text; write
// ".*" for what may stand around it. Case does not matter; `.` matches line breaks too.
#ifndef GP_BASE_PATTERN_H
#define GP_BASE_PATTERN_H

#include "base/memory.h"

#include <stdbool.h>

struct gp_pattern;

enum gp_match { GP_NO_MATCH, GP_MATCH, GP_MATCH_TOO_COSTLY };

// NULL if `text` is no pattern: then `*fault` says why and `*fault_at` is the byte it was seen at.
struct gp_pattern *gp_pattern_compile(struct gp_memory *memory, const char *text,
                                      const char **fault, size_t *fault_at);

// The same of a text that is known to be a pattern (asserted), compiled when it is first matched:
// of those the program brings along most runs need few. The text is not copied.
struct gp_pattern *gp_pattern_later(struct gp_memory *memory, const char *text);

// GP_MATCH_TOO_COSTLY when the match limit ran out, about 10 ms: that is no answer.
enum { GP_MOST_STEPS = 100000 };
enum gp_match gp_pattern_match(struct gp_pattern *pattern, const char *text);

#endif
