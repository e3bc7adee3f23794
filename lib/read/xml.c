#include "read/xml.h"

#include <expat.h>
#include <string.h>

// What expat puts between a namespace and a name.
#define SEPARATOR '|'

struct gp_xml {
    struct gp_memory *memory;
    XML_Parser parser;
    const struct gp_xml_calls *calls;
    void *data;
    unsigned depth;
    bool stopped;    // expat may call a few times more
    const char *why; // set by what is refused here
};

static const char *local_name(const char *name) {
    const char *separator = strrchr(name, SEPARATOR);
    return separator == NULL ? name : separator + 1;
}

static void stop(struct gp_xml *xml, const char *why) {
    xml->stopped = true;
    xml->why = why;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void start_element(void *data, const XML_Char *name, const XML_Char **attributes) {
    struct gp_xml *xml = data;
    if (xml->stopped)
        return;
    if (++xml->depth > GP_DEEPEST_ELEMENT)
        stop(xml, gp_print(xml->memory, "elements inside one another, more than %d deep",
                           GP_DEEPEST_ELEMENT));
    else if (!xml->calls->start(xml->data, local_name(name), (const char *const *)attributes))
        stop(xml, NULL);
}

static void end_element(void *data, const XML_Char *name) {
    struct gp_xml *xml = data;
    if (xml->stopped)
        return;
    xml->depth--;
    if (!xml->calls->end(xml->data, local_name(name)))
        stop(xml, NULL);
}

static void take_text(void *data, const XML_Char *text, int length) {
    struct gp_xml *xml = data;
    if (!xml->stopped)
        xml->calls->text(xml->data, text, (size_t)length);
}

static void refuse_type(void *data, const XML_Char *name __attribute__((unused)),
                        const XML_Char *system __attribute__((unused)),
                        const XML_Char *public __attribute__((unused)),
                        int internal __attribute__((unused))) {
    stop(data, "a document type, which no workbook has");
}

struct gp_xml *gp_xml_open(struct gp_memory *memory, const struct gp_xml_calls *calls, void *data) {
    struct gp_xml *xml = gp_alloc(memory, 1, sizeof *xml);
    *xml = (struct gp_xml){.memory = memory, .calls = calls, .data = data};
    xml->parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (xml->parser == NULL)
        gp_memory_exhausted();
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    XML_SetCharacterDataHandler(xml->parser, take_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, refuse_type);
    return xml;
}

void gp_xml_close(struct gp_xml *xml) {
    XML_ParserFree(xml->parser);
}

bool gp_xml_feed(struct gp_xml *xml, const char *bytes, size_t length, bool last) {
    if (XML_Parse(xml->parser, bytes, (int)length, last) == XML_STATUS_OK)
        return true;
    enum XML_Error error = XML_GetErrorCode(xml->parser);
    if (error == XML_ERROR_NO_MEMORY)
        gp_memory_exhausted();
    if (!xml->stopped)
        xml->why = XML_ErrorString(error);
    return false;
}

const char *gp_xml_why(const struct gp_xml *xml) {
    return xml->why;
}

const char *gp_xml_attribute(const char *const *attributes, const char *name) {
    for (size_t i = 0; attributes[i] != NULL; i += 2)
        if (strcmp(local_name(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}
