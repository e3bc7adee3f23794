// From the package's relations to the workbook, from the workbook's to its sheets.
#include "base/map.h"
#include "base/text.h"
#include "read/xlsx_parts.h"

#include <string.h>

#define OFFICE_DOCUMENT "/officeDocument"
#define CORE_PROPERTIES "/core-properties"
#define WORKSHEET "/worksheet"
#define SHARED_TEXTS "/sharedStrings"
#define STYLES "/styles"

struct relation {
    const char *id, *type, *target; // the target as a name of a part
};

struct relations {
    struct gp_memory *memory;
    const char *folder; // that targets are relative to: "xl/", "" for the package's own
    struct relation *items;
    size_t count, capacity;
    struct gp_map *by_id;
};

struct sheets {
    struct gp_workbook *book;
    const struct relations *relations;
    const char *first_name, *first_part; // of the first visible sheet
    bool is_workbook;
};

// What is gathered of the properties.
struct properties {
    struct gp_workbook *book;
    struct gp_gathered text;
};

static bool pass_end(void *data __attribute__((unused)), const char *name __attribute__((unused))) {
    return true;
}

static void pass_text(void *data __attribute__((unused)), const char *text __attribute__((unused)),
                      size_t length __attribute__((unused))) {
}

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), of_end = strlen(end);
    return length >= of_end && strcmp(text + length - of_end, end) == 0;
}

// The name of the part that a target means: "../sheet1.xml" in "xl/worksheets/" is "xl/sheet1.xml".
static const char *part_name(const struct relations *relations, const char *target) {
    if (target[0] == '/')
        return gp_copy(relations->memory, target + 1, strlen(target + 1));
    size_t kept = strlen(relations->folder);
    while (strncmp(target, "./", 2) == 0 || strncmp(target, "../", 3) == 0) {
        bool up = target[1] == '.';
        target += up ? 3 : 2;
        kept -= up && kept > 0;
        while (up && kept > 0 && relations->folder[kept - 1] != '/')
            kept--;
    }
    return gp_print(relations->memory, "%.*s%s", (int)kept, relations->folder, target);
}

static bool start_relation(void *data, const char *name, const char *const *attributes) {
    struct relations *relations = data;
    const char *id = gp_xml_attribute(attributes, "Id");
    const char *type = gp_xml_attribute(attributes, "Type");
    const char *target = gp_xml_attribute(attributes, "Target");
    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
        return true;
    relations->items = gp_grow(relations->memory, relations->items, relations->count,
                               &relations->capacity, sizeof *relations->items);
    id = gp_copy(relations->memory, id, strlen(id));
    gp_map_add(relations->by_id, id, relations->count);
    relations->items[relations->count++] = (struct relation){
        id, gp_copy(relations->memory, type, strlen(type)), part_name(relations, target)};
    return true;
}

// The relations of a part, or of the package with "". A part without any has none.
static bool read_relations(const struct gp_workbook *book, const char *part,
                           struct relations *relations) {
    static const struct gp_xml_calls calls = {start_relation, pass_end, pass_text};
    const char *slash = strrchr(part, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - part) + 1;
    *relations = (struct relations){.memory = book->memory,
                                    .folder = gp_copy(book->memory, part, folder),
                                    .by_id = gp_map_new(book->memory)};
    const char *name = gp_print(book->memory, "%s_rels/%s.rels", relations->folder, part + folder);
    return gp_archive_read(book->archive, name, &calls, relations);
}

// The part that the first relation of a type leads to; NULL if there is none. The start of a type
// differs between the two forms of the standard.
static const char *part_of_type(const struct relations *relations, const char *type) {
    for (size_t i = 0; i < relations->count; i++)
        if (ends_with(relations->items[i].type, type))
            return relations->items[i].target;
    return NULL;
}

// --- sheets ---

static bool refuse_foreign(const struct gp_workbook *book) {
    return gp_error(book->messages, (struct gp_at){book->file, 0, 0},
                    "there is no workbook in this file; save its table as .xlsx or CSV");
}

// A sheet's part; NULL for what is no table of cells, such as a sheet with nothing but a chart.
static const char *sheet_part(const struct sheets *sheets, const char *id) {
    size_t index = 0;
    if (id == NULL || !gp_map_find(sheets->relations->by_id, id, &index) ||
        !ends_with(sheets->relations->items[index].type, WORKSHEET))
        return NULL;
    return sheets->relations->items[index].target;
}

static void take_sheet(struct sheets *sheets, const char *const *attributes) {
    struct gp_workbook *book = sheets->book;
    const char *name = gp_xml_attribute(attributes, "name");
    const char *state = gp_xml_attribute(attributes, "state");
    const char *part = sheet_part(sheets, gp_xml_attribute(attributes, "id"));
    if (name == NULL || part == NULL || (state != NULL && strcmp(state, "visible") != 0))
        return;
    const char *key = gp_text_key(book->memory, name);
    bool named = strcmp(key, "assessment") == 0 || strcmp(key, "answers") == 0;
    name = gp_text_shown(book->memory, gp_copy(book->memory, name, strlen(name)));
    if (named && book->sheet == NULL) {
        book->sheet_name = name;
        book->sheet = part;
    }
    if (sheets->first_part == NULL) {
        sheets->first_name = name;
        sheets->first_part = part;
    }
}

static bool start_workbook(void *data, const char *name, const char *const *attributes) {
    struct sheets *sheets = data;
    if (strcmp(name, "workbook") == 0)
        sheets->is_workbook = true;
    if (strcmp(name, "sheet") == 0)
        take_sheet(sheets, attributes);
    if (strcmp(name, "workbookPr") == 0) {
        const char *from = gp_xml_attribute(attributes, "date1904");
        sheets->book->from_1904 =
            from != NULL && (strcmp(from, "1") == 0 || strcmp(from, "true") == 0);
    }
    return true;
}

static bool find_sheet(struct gp_workbook *book, const char *part,
                       const struct relations *relations) {
    static const struct gp_xml_calls calls = {start_workbook, pass_end, pass_text};
    struct sheets sheets = {.book = book, .relations = relations};
    if (!gp_archive_read(book->archive, part, &calls, &sheets))
        return false;
    if (!sheets.is_workbook)
        return refuse_foreign(book);
    if (book->sheet == NULL) {
        book->sheet_name = sheets.first_name;
        book->sheet = sheets.first_part;
    }
    return book->sheet != NULL ||
           gp_error(book->messages, (struct gp_at){book->file, 0, 0},
                    "this workbook has no sheet to be seen; unhide the one to read");
}

// --- properties ---

static bool start_property(void *data, const char *name __attribute__((unused)),
                           const char *const *attributes __attribute__((unused))) {
    struct properties *properties = data;
    gp_gather_anew(&properties->text);
    return true;
}

static void take_property(void *data, const char *text, size_t length) {
    struct properties *properties = data;
    gp_gather(properties->book->memory, &properties->text, text, length);
}

static bool end_property(void *data, const char *name) {
    struct properties *properties = data;
    struct gp_workbook *book = properties->book;
    const char **property = strcmp(name, "title") == 0     ? &book->title
                            : strcmp(name, "creator") == 0 ? &book->creator
                                                           : NULL;
    if (property != NULL)
        *property = gp_shown_text(book->memory, properties->text.bytes, properties->text.length);
    return true;
}

static bool read_properties(struct gp_workbook *book, const char *part) {
    static const struct gp_xml_calls calls = {start_property, end_property, take_property};
    struct properties properties = {.book = book};
    book->title = book->creator = "";
    return part == NULL || !gp_archive_has(book->archive, part) ||
           gp_archive_read(book->archive, part, &calls, &properties);
}

// --- the whole ---

// Zip packages that are something else.
static bool refuse_others(const struct gp_workbook *book) {
    struct gp_at at = {book->file, 0, 0};
    if (gp_archive_has(book->archive, "META-INF/manifest.xml") &&
        gp_archive_has(book->archive, "content.xml"))
        return gp_error(book->messages, at,
                        "this is an OpenDocument file (.ods); save it as .xlsx or CSV");
    if (gp_archive_has(book->archive, "xl/workbook.bin"))
        return gp_error(book->messages, at,
                        "this is a binary workbook (.xlsb); save it as .xlsx or CSV");
    return gp_archive_has(book->archive, "_rels/.rels") ||
           gp_error(book->messages, at,
                    "this is a zip file and no workbook; take out what is in it, and save that as "
                    ".xlsx or CSV");
}

bool gp_workbook_find(struct gp_workbook *book) {
    struct relations of_package, of_workbook;
    if (!refuse_others(book) || !read_relations(book, "", &of_package))
        return false;
    const char *part = part_of_type(&of_package, OFFICE_DOCUMENT);
    if (part == NULL)
        return refuse_foreign(book);
    if (!read_properties(book, part_of_type(&of_package, CORE_PROPERTIES)) ||
        !read_relations(book, part, &of_workbook) || !find_sheet(book, part, &of_workbook))
        return false;
    book->shared = part_of_type(&of_workbook, SHARED_TEXTS);
    book->styles = part_of_type(&of_workbook, STYLES);
    return true;
}
