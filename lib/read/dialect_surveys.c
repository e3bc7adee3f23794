// What survey tools write. Of each, the columns are those of its own export; what they are called
// in other languages is there where the tool translates them.
#include "read/answer_header.h"
#include "read/shape_parts.h"

#include "base/text.h"

#include <string.h>

#define COLUMNS(array) .columns = (array), .column_count = sizeof(array) / sizeof *(array)

// Google Forms, as it or a Google sheet saves responses: grids as "Question [Row]".
static const struct gp_dialect_column google_forms[] = {
    {"Timestamp|Zeitstempel|Horodateur|Marca temporal|Carimbo de data/hora|Tijdstempel|"
     "Informazioni cronologiche|Sygnatura czasowa|Tidsstämpel|Tidsstempel|Aikaleima|Časová značka|"
     "Zaman damgası|Отметка времени|タイムスタンプ|时间戳记|타임스탬프",
     "date", 1},
    {"Email Address|Username|E-Mail-Adresse|Nutzername|Adresse e-mail|Nom d'utilisateur|"
     "Dirección de correo electrónico|Endereço de e-mail|E-mailadres|Indirizzo email|Adres e-mail|"
     "E-postadress|E-postadresse|Sähköpostiosoite|E-posta Adresi|Адрес электронной почты|"
     "メールアドレス|电子邮件地址",
     "email", 0},
    {"Score|Punkte|Points", "", 0},
};

static bool has_grid(const struct gp_shaping *shaping, size_t row) {
    for (size_t i = 0; i < shaping->csv.rows[row].count; i++) {
        const char *text = gp_csv_text(&shaping->csv, row, i), *open = strchr(text, '[');
        if (open != NULL && open > text && text[strlen(text) - 1] == ']')
            return true;
    }
    return false;
}

static const struct gp_dialect *surveys(size_t index) {
    return &gp_survey_dialects[index];
}

enum { GOOGLE_FORMS, MICROSOFT_FORMS, SURVEYMONKEY, QUALTRICS, TYPEFORM, LIMESURVEY };

// A time alone may head many tables; grids beside it are Google's.
static gp_permille score_google_forms(const struct gp_shaping *shaping, size_t *header) {
    enum { TIME = 600, GRID = 400 };
    gp_permille time = gp_dialect_weigh(shaping, surveys(GOOGLE_FORMS), header);
    if (time == 0)
        return 0;
    return (gp_permille)(TIME + (has_grid(shaping, *header) ? GRID : 0));
}

// Microsoft Forms: a Likert question's statements head the columns, and nothing says which
// question they stood under. Where a form is open to all, name and email are "anonymous".
static const struct gp_dialect_column microsoft_forms[] = {
    {"ID|Id", "", 1}, // of the response
    {"Start time|Startzeit|Heure de début|Hora de inicio|Hora de início|Begintijd|Ora di inizio",
     "", 2},
    {"Completion time|Fertigstellungszeit|Heure de fin|Hora de finalización|Hora de conclusão|"
     "Tijd van voltooien|Ora di completamento",
     "date", 3},
    {"Email|E-Mail|Adresse de messagerie|Correo electrónico|E-mail|E-mailadres|"
     "Posta elettronica",
     "email", 1},
    {"Name|Nom|Nombre|Nome|Naam", "name", 1},
    {"Last modified time|Zeitpunkt der letzten Änderung|Heure de la dernière modification", "", 0},
    {"Total points|Quiz feedback|Gesamtpunktzahl|Quizfeedback", "", 0},
};

// Whoever is not signed in is "anonymous" in the form's language: no address, and the same name.
static bool is_anonymous(struct gp_memory *memory, const char *field, const char *text) {
    const char *key = gp_text_key(memory, text);
    return (strcmp(field, "email") == 0 && strchr(text, '@') == NULL) ||
           strncmp(key, "anonym", strlen("anonym")) == 0;
}

static bool settle_microsoft_forms(struct gp_shaping *shaping) {
    struct gp_csv *csv = &shaping->csv;
    for (size_t i = 0; i < csv->rows[shaping->header].count; i++) {
        const struct gp_dialect_column *column = gp_dialect_column_of(
            shaping->names, surveys(MICROSOFT_FORMS), gp_csv_text(csv, shaping->header, i));
        if (column == NULL ||
            (strcmp(column->field, "email") != 0 && strcmp(column->field, "name") != 0))
            continue;
        for (size_t row = shaping->header + 1; row < csv->row_count; row++) {
            const char *text = gp_csv_text(csv, row, i);
            if (text[0] != '\0' && is_anonymous(shaping->memory, column->field, text))
                gp_csv_put(csv, row, i, "");
        }
    }
    return true;
}

// SurveyMonkey: a row of questions, each above the first of its columns, and a row of what is asked
// in each column.
static const struct gp_dialect_column surveymonkey[] = {
    {"Respondent ID|RespondentID", "", 3},
    {"Collector ID|CollectorID", "", 3},
    {"Start Date|StartDate|date_created", "", 1},
    {"End Date|EndDate|date_modified", "date", 2},
    {"IP Address", "", 1},
    {"Email Address", "email", 0},
    {"First Name", "first_name", 0},
    {"Last Name|LastName", "last_name", 0},
    {"Custom Data 1|Custom Data|CustomData|custom_1", "", 0},
};

// What the second row says of a question with one answer.
static bool is_no_label(struct gp_memory *memory, const char *text) {
    const char *key = gp_text_key(memory, text);
    return key[0] == '\0' || strcmp(key, "response") == 0 || strcmp(key, "openendedresponse") == 0;
}

static bool lacks_row(struct gp_shaping *shaping, size_t rows, const char *what) {
    if (shaping->header + rows < shaping->csv.row_count)
        return false;
    return !gp_error(shaping->messages, gp_csv_at(&shaping->csv, shaping->header, 0),
                     "below this header stands no %s; export the responses again, all of them",
                     what);
}

static bool settle_surveymonkey(struct gp_shaping *shaping) {
    const struct gp_csv *csv = &shaping->csv;
    size_t header = shaping->header, width = csv->rows[header].count;
    if (lacks_row(shaping, 1, "second header row and no answers"))
        return false;
    const char **texts = gp_alloc(shaping->memory, width + 1, sizeof *texts), *question = "";
    for (size_t i = 0; i < width; i++) {
        const char *above = gp_csv_text(csv, header, i), *label = gp_csv_text(csv, header + 1, i);
        bool own = above[0] != '\0' &&
                   gp_dialect_column_of(shaping->names, surveys(SURVEYMONKEY), above) != NULL;
        if (above[0] != '\0')
            question = above;
        if (own)
            texts[i] = above;
        else if (is_no_label(shaping->memory, label))
            texts[i] = question;
        else if (question[0] == '\0')
            texts[i] = label;
        else
            texts[i] = gp_print(shaping->memory, "%s [%s]", question, label);
    }
    gp_shape_merge(shaping, 2, texts);
    return true;
}

// Qualtrics: a row of names for programs, a row of questions, a row of JSON.
static const struct gp_dialect_column qualtrics[] = {
    {"StartDate|Start Date", "", 1},
    {"EndDate|End Date", "date", 1},
    {"Status|Response Type", "", 1},
    {"IPAddress|IP Address", "", 0},
    {"Progress", "", 1},
    {"Duration (in seconds)", "", 1},
    {"Finished", "", 1},
    {"RecordedDate|Recorded Date", "", 1},
    {"ResponseId|Response ID", "", 2},
    {"RecipientLastName|Recipient Last Name", "last_name", 0},
    {"RecipientFirstName|Recipient First Name", "first_name", 0},
    {"RecipientEmail|Recipient Email", "email", 0},
    {"ExternalReference|External Data Reference", "", 0},
    {"LocationLatitude|Location Latitude", "", 0},
    {"LocationLongitude|Location Longitude", "", 0},
    {"DistributionChannel|Distribution Channel", "", 1},
    {"UserLanguage|User Language", "", 0},
};

static bool is_import_row(const struct gp_shaping *shaping, size_t row) {
    return row < shaping->csv.row_count &&
           strncmp(gp_csv_text(&shaping->csv, row, 0), "{\"ImportId\"", 11) == 0;
}

// The second row says the same of a tool's own columns in words; not every export has the third.
static bool is_question_row(const struct gp_shaping *shaping, size_t header) {
    const char *above = gp_csv_text(&shaping->csv, header, 0);
    if (header + 1 >= shaping->csv.row_count)
        return false;
    const struct gp_dialect_column *column =
        gp_dialect_column_of(shaping->names, surveys(QUALTRICS), above);
    return column != NULL &&
           column == gp_dialect_column_of(shaping->names, surveys(QUALTRICS),
                                          gp_csv_text(&shaping->csv, header + 1, 0));
}

static gp_permille score_qualtrics(const struct gp_shaping *shaping, size_t *header) {
    gp_permille score = gp_dialect_weigh(shaping, surveys(QUALTRICS), header);
    return is_question_row(shaping, *header) ? score : 0;
}

// Those who try a survey out are no respondents, and what Qualtrics takes for spam is asked about:
// by word, or by the number for it.
static bool is_preview(struct gp_memory *memory, const char *status) {
    static const char *const words[] = {
        "surveypreview", "surveytest", "spam", "1", "2", "8", "9", "12", "17"};
    const char *key = gp_text_key(memory, status);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(key, words[i]) == 0)
            return true;
    return false;
}

static void drop_previews(struct gp_shaping *shaping, size_t column) {
    struct gp_csv *csv = &shaping->csv;
    size_t count = 0, first = 0;
    bool *marked = gp_alloc(shaping->memory, csv->row_count, sizeof *marked);
    for (size_t row = shaping->header + 1; row < csv->row_count; row++) {
        marked[row] = is_preview(shaping->memory, gp_csv_text(csv, row, column));
        if (marked[row] && count++ == 0)
            first = row;
    }
    if (count > 0)
        gp_warn(
            shaping->messages, gp_csv_at(csv, first, column),
            "%zu row%s passed over: somebody tried the survey out, or it was taken for spam, as "
            "status %s says",
            count, count == 1 ? " is" : "s are",
            gp_quoted(shaping->memory, gp_csv_text(csv, first, column)));
    gp_shape_drop(shaping, csv, shaping->header + 1, marked);
}

// Says how many forms were not sent in: what they have counts, and what they leave empty does not.
static void warn_of_unfinished(struct gp_shaping *shaping, const char *header,
                               const char *const *words, size_t word_count) {
    const struct gp_csv *csv = &shaping->csv;
    size_t column = 0, count = 0, first = 0;
    while (column < csv->rows[shaping->header].count &&
           strcmp(gp_text_key(shaping->memory, gp_csv_text(csv, shaping->header, column)),
                  header) != 0)
        column++;
    if (column == csv->rows[shaping->header].count)
        return;
    for (size_t row = shaping->header + 1; row < csv->row_count; row++) {
        const char *key = gp_text_key(shaping->memory, gp_csv_text(csv, row, column));
        bool unfinished = false;
        for (size_t i = 0; i < word_count; i++)
            unfinished = unfinished || strcmp(key, words[i]) == 0;
        if (unfinished && count++ == 0)
            first = row;
    }
    if (count > 0)
        gp_warn(shaping->messages, gp_csv_at(csv, first, column),
                "%zu response%s not finished; what is there counts, and what is empty is not rated",
                count, count == 1 ? " is" : "s are");
}

static bool settle_qualtrics(struct gp_shaping *shaping) {
    const struct gp_csv *csv = &shaping->csv;
    size_t header = shaping->header, width = csv->rows[header].count, status = GP_NO_COLUMN;
    if (!is_question_row(shaping, header))
        return gp_error(
            shaping->messages, gp_csv_at(csv, header, 0),
            "below this row there is no row of questions, which Qualtrics writes; export "
            "the responses again as CSV");
    const char **texts = gp_alloc(shaping->memory, width + 1, sizeof *texts);
    for (size_t i = 0; i < width; i++) {
        const char *name = gp_csv_text(csv, header, i), *question = gp_csv_text(csv, header + 1, i);
        bool own = gp_dialect_column_of(shaping->names, surveys(QUALTRICS), name) != NULL;
        texts[i] = own || question[0] == '\0' ? name : question;
        if (strcmp(gp_text_key(shaping->memory, name), "status") == 0)
            status = i;
    }
    gp_shape_merge(shaping, is_import_row(shaping, header + 2) ? 3 : 2, texts);
    if (status != GP_NO_COLUMN)
        drop_previews(shaping, status);
    static const char *const unfinished[] = {"false", "0", "no"};
    warn_of_unfinished(shaping, "finished", unfinished, sizeof unfinished / sizeof *unfinished);
    return true;
}

static bool settle_typeform(struct gp_shaping *shaping) {
    static const char *const unfinished[] = {"partial", "started"};
    warn_of_unfinished(shaping, "responsetype", unfinished, sizeof unfinished / sizeof *unfinished);
    return true;
}

static const struct gp_dialect_column typeform[] = {
    {"#", "", 1},
    {"Response Type", "", 1},
    {"Start Date (UTC)", "", 3},
    {"Stage Date (UTC)", "", 0},
    {"Submit Date (UTC)", "date", 4},
    {"Network ID", "", 3},
    {"Tags", "", 0},
    {"Ending", "", 0},
};

// LimeSurvey with whole questions or with codes at the top; arrays as "Question [Row]".
static const struct gp_dialect_column limesurvey[] = {
    {"Response ID|id|id. Response ID|Antwort ID", "", 1},
    {"Date submitted|submitdate|submitdate. Date submitted|Datum Abgeschickt", "date", 3},
    {"Last page|lastpage|lastpage. Last page|Letzte Seite", "", 2},
    {"Start language|startlanguage|startlanguage. Start language|Start-Sprache", "", 2},
    {"Seed|seed|seed. Seed|Zufallsstartwert", "", 1},
    {"Date started|startdate|Datum gestartet", "", 0},
    {"Date last action|datestamp|Datum letzte Aktivität", "", 0},
    {"IP address|ipaddr|IP-Adresse", "", 0},
    {"Referrer URL|refurl", "", 0},
    {"Access code|token|Zugangscode", "", 0},
    {"First name|firstname|Vorname", "first_name", 0},
    {"Last name|lastname|Nachname", "last_name", 0},
    {"Email address|email|E-Mail-Adresse", "email", 0},
};

// What stands behind the code in "G01Q02[SQ001]. How skilled are you? [Pricing]"; all of a header
// without one.
static const char *behind_code(const char *header) {
    static const char word[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    size_t length = strspn(header, word);
    if (length > 0 && header[length] == '[') {
        length += 1 + strspn(header + length + 1, word);
        length += header[length] == ']';
    }
    bool coded = length > 0 && strncmp(header + length, ". ", 2) == 0 && header[length + 2] != '\0';
    return coded ? header + length + 2 : header;
}

static bool settle_limesurvey(struct gp_shaping *shaping) {
    struct gp_csv *csv = &shaping->csv;
    for (size_t i = 0; i < csv->rows[shaping->header].count; i++)
        gp_csv_put(csv, shaping->header, i, behind_code(gp_csv_text(csv, shaping->header, i)));
    static const char *const unfinished[] = {""};
    warn_of_unfinished(shaping, "datesubmitted", unfinished, 1);
    warn_of_unfinished(shaping, "submitdate", unfinished, 1);
    return true;
}

const struct gp_dialect gp_survey_dialects[] = {
    [GOOGLE_FORMS] = {"google-forms", "Google Forms", GP_INPUT_ANSWERS, COLUMNS(google_forms),
                      .tool = true, .survey = true, .score = score_google_forms},
    [MICROSOFT_FORMS] = {"microsoft-forms", "Microsoft Forms", GP_INPUT_ANSWERS,
                         COLUMNS(microsoft_forms), .tool = true, .survey = true, .statements = true,
                         .settle = settle_microsoft_forms},
    [SURVEYMONKEY] = {"surveymonkey", "SurveyMonkey", GP_INPUT_ANSWERS, COLUMNS(surveymonkey),
                      .tool = true, .survey = true, .settle = settle_surveymonkey},
    [QUALTRICS] = {"qualtrics", "Qualtrics", GP_INPUT_ANSWERS, COLUMNS(qualtrics), .tool = true,
                   .survey = true, .score = score_qualtrics, .settle = settle_qualtrics},
    [TYPEFORM] = {"typeform", "Typeform", GP_INPUT_ANSWERS, COLUMNS(typeform), .tool = true,
                  .survey = true, .settle = settle_typeform},
    [LIMESURVEY] = {"limesurvey", "LimeSurvey", GP_INPUT_ANSWERS, COLUMNS(limesurvey), .tool = true,
                    .survey = true, .settle = settle_limesurvey},
};
const size_t gp_survey_dialect_count = sizeof gp_survey_dialects / sizeof *gp_survey_dialects;
