// json.h - JSON for programs (jansson), written in order: the same calls make the same bytes.
//
// Keys stand in the order they are given; two blanks of indent; UTF-8; a line break at the end.
// Shares and levels are numbers with no more places than they need: 0.853, 1.0; 3, 2.5.
#ifndef GP_WRITE_JSON_H
#define GP_WRITE_JSON_H

#include "base/file.h"
#include "base/memory.h"
#include "model/results.h"

struct gp_json;

enum { GP_JSON_DEEPEST = 16 }; // objects and arrays inside one another

// A document: an object, which is open. Its bytes are made by gp_json_close(), which must be
// called.
struct gp_json *gp_json_open(struct gp_memory *memory);

// Opens an object or array inside the one that is open; `key` is NULL inside an array, and one that
// the object does not have yet inside an object (asserted).
void gp_json_object(struct gp_json *json, const char *key);
void gp_json_array(struct gp_json *json, const char *key);
void gp_json_end(struct gp_json *json); // of the one opened last

void gp_json_text(struct gp_json *json, const char *key, const char *text); // NULL: null
void gp_json_count(struct gp_json *json, const char *key, size_t count);
void gp_json_share(struct gp_json *json, const char *key, gp_permille share);    // none: null
void gp_json_level(struct gp_json *json, const char *key, gp_level_milli level); // none: null
// Points of a pair's strength, in thousandths: 24.5
void gp_json_points(struct gp_json *json, const char *key, int64_t thousandths);
void gp_json_change(struct gp_json *json, const char *key, int32_t change); // 1, -2
void gp_json_yes_no(struct gp_json *json, const char *key, bool yes);
void gp_json_null(struct gp_json *json, const char *key);

// The document as bytes in the memory it was opened with; all that was opened must be closed. A
// byte that is not UTF-8 in a text becomes U+FFFD, and memory that is not to be had ends the
// program as in base/memory.h.
struct gp_bytes gp_json_close(struct gp_json *json);

#endif
