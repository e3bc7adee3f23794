// charset.h - the bytes of a text in any encoding to UTF-8 (iconv).
//
// The encoding is known by a byte order mark, else by the name it is given, else it is UTF-16 where
// every other byte of what is plain in it is NUL, else UTF-8 where all of it is, else Windows-1252.
#ifndef GP_BASE_CHARSET_H
#define GP_BASE_CHARSET_H

#include "base/file.h"
#include "base/messages.h"

struct gp_decoded {
    struct gp_bytes text; // UTF-8 without byte order mark and without NUL
    const char *encoding; // "UTF-8", "UTF-16LE", "Windows-1252", ..., or the name that was given
    bool marked;          // a byte order mark stood in front
    bool guessed;         // not UTF-8, and so taken for Windows-1252; worth a warning
    size_t first;         // of a guess: where in `text` the first character beyond ASCII stands,
    unsigned char byte;   // and the byte it was
};

// Whether iconv knows an encoding by this name, or it is "" or "MacRoman".
bool gp_charset_known(const char *name);

// Decodes a whole text. `encoding` is a name that iconv knows; "" or NULL finds it out. Reports,
// and gives false for: a name that is not known; bytes that are no character of the encoding (also
// the five that Windows-1252 leaves out), with the line; a text that ends inside a character; a
// NUL; and one in which more is UTF-8 than is not, which is a damaged text in UTF-8. The text lives
// in `memory`, or is part of `bytes`.
bool gp_charset_decode(struct gp_memory *memory, const char *file, const char *encoding,
                       struct gp_bytes bytes, struct gp_messages *messages,
                       struct gp_decoded *decoded);

#endif
