// inspect_view.h - what files were understood to be, for a terminal and for programs.
#ifndef GP_WRITE_INSPECT_VIEW_H
#define GP_WRITE_INSPECT_VIEW_H

#include "base/file.h"
#include "model/inspection.h"
#include "model/ladder.h"

struct gp_inspect_view {
    const struct gp_ladder *ladder;
    const char *program; // "growthplan 0.1.0"
    const struct gp_inspection *files;
    size_t count;
};

// A page a file: how it is written, what wrote it, its columns, its answers.
struct gp_bytes gp_inspect_text(struct gp_memory *memory, const struct gp_inspect_view *view);
// A row a column: file,column,header,taken_for,why.
struct gp_bytes gp_inspect_csv(struct gp_memory *memory, const struct gp_inspect_view *view);
// All of it: {"program", "ladder", "ladder_sha256", "files": [{"file", "input", "encoding", ...}]}.
struct gp_bytes gp_inspect_json(struct gp_memory *memory, const struct gp_inspect_view *view);

#endif
