/* pattern_bytes.c: rewrites patterns of characters as patterns of bytes, unit by unit. Takes a character's first byte for
 * what tells letters from marks: that is right but for some signs among the letters. */
#include "pattern_bytes.h"

#include "text.h"

#include <string.h>

/* A letter beyond ASCII, any character beyond ASCII; and the same for a look behind, which wants to know their length. */
#define LETTER "[\\xc3-\\xe1\\xe3-\\xed][\\x80-\\xbf]++"
#define LETTER_BYTES "\\x80-\\xbf\\xc3-\\xe1\\xe3-\\xed" /* of whole letters, where they run on */
#define LETTER_BEHIND "[\\xc3-\\xdf][\\x80-\\xbf]|[\\xe0\\xe1\\xe3-\\xed][\\x80-\\xbf]{2}"
#define BEYOND_ASCII "[\\xc2-\\xf4][\\x80-\\xbf]++"
#define BEYOND_ASCII_BEHIND "(?:[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3})"

enum { most_depth = 64 };

typedef struct writer {
    mp_text source;
    char *out; /* may be NULL */
    size_t length;
    size_t asked, answer;      /* where in the source that comes from which is written there */
    size_t before;             /* where the unit before begins, and those before it where it may be left out */
    size_t earlier;            /* the same of the unit before that */
    size_t outer[most_depth];  /* the same of the groups around */
    size_t opened[most_depth]; /* where the groups around begin */
    size_t depth;
    size_t behind; /* the depth inside the look behind that is open; 0 where none is */
} writer;

static void put_bytes(writer *w, const char *bytes, size_t length) {
    if (w->out != NULL) memcpy(w->out + w->length, bytes, length);
    w->length += length;
}

static void put(writer *w, const char *text) { put_bytes(w, text, strlen(text)); }

static void put_source(writer *w, size_t start, size_t end) { put_bytes(w, w->source.bytes + start, end - start); }

static void put_character(writer *w, uint32_t code) {
    char bytes[4];
    put_bytes(w, bytes, mp_utf8_write(code, bytes));
}

static void put_letter(writer *w) { put(w, w->behind != 0 ? LETTER_BEHIND : LETTER); }

static void put_beyond_ascii(writer *w) { put(w, w->behind != 0 ? BEYOND_ASCII_BEHIND : BEYOND_ASCII); }

/* ---- Reading ----------------------------------------------------------------------------------------------------- */

static char byte_at(const writer *w, size_t at) { return at < w->source.length ? w->source.bytes[at] : '\0'; }

static bool begins(const writer *w, size_t at, const char *with) {
    size_t length = strlen(with);
    return at + length <= w->source.length && memcmp(w->source.bytes + at, with, length) == 0;
}

static int digit_of(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    return (byte | 32) >= 'a' && (byte | 32) <= 'f' ? (byte | 32) - 'a' + 10 : -1;
}

/* A character at `at`, written as itself or by its number; 0 for anything else. *end is set all the same. */
static uint32_t character_at(const writer *w, size_t at, size_t *end) {
    uint32_t code = 0;
    *end = at + 1;
    if (byte_at(w, at) != '\\') {
        mp_character character = mp_text_character(w->source, at);
        *end = at + character.length;
        return character.code;
    }
    *end = at + 2 <= w->source.length ? at + 2 : w->source.length;
    if (byte_at(w, at + 1) != 'x') return 0;
    bool braced = byte_at(w, at + 2) == '{';
    size_t from = at + 2 + braced, digit = from;
    while (digit_of(byte_at(w, digit)) >= 0 && digit - from < (braced ? 6u : 2u))
        code = code * 16 + (uint32_t)digit_of(byte_at(w, digit++));
    if (braced && byte_at(w, digit) != '}') return 0;
    *end = digit + braced;
    return code <= 0x10FFFF ? code : 0;
}

/* More than the source's length where nothing closes it. */
static size_t class_end(const writer *w, size_t at) {
    size_t end = at + 1 + begins(w, at + 1, "^");
    if (byte_at(w, end) == ']') end++;

    while (end < w->source.length && byte_at(w, end) != ']') {
        bool posix = begins(w, end, "[:");
        end += byte_at(w, end) == '\\' || posix ? 2 : 1;
        while (posix && end < w->source.length && !begins(w, end, ":]")) end++;
        if (posix) end += 2;
    }
    return end + 1;
}

/* Where a count, "{2,5}", ends; `at` where none begins. */
static size_t count_end(const writer *w, size_t at) {
    size_t end = at + 1;
    if (byte_at(w, at) != '{') return at;
    while ((byte_at(w, end) >= '0' && byte_at(w, end) <= '9') || byte_at(w, end) == ',') end++;
    return end > at + 1 && byte_at(w, end) == '}' ? end + 1 : at;
}

static bool is_repeated(const writer *w, size_t end) {
    return strchr("?*+", byte_at(w, end)) != NULL ? byte_at(w, end) != '\0' : count_end(w, end) != end;
}

/* Whether what stands there can take nothing but ASCII. */
static bool is_plain(const writer *w, size_t start, size_t end) {
    for (size_t at = start; at < end; at++) {
        char byte = w->source.bytes[at];
        if ((unsigned char)byte >= 0x80 || byte == '.' || begins(w, at, "[^")) return false;
        if (byte == '\\' && strchr("wWSDNHVx", byte_at(w, ++at)) != NULL) return false;
    }
    return true;
}

/* The end of the unit at `at`; of a group, everything to the end of the pattern, which is enough to judge it. */
static size_t unit_end(const writer *w, size_t at) {
    size_t end = at;
    if (byte_at(w, at) == '(') return w->source.length;
    if (byte_at(w, at) == '[') end = class_end(w, at);
    if (end != at) return end < w->source.length ? end : w->source.length;
    character_at(w, at, &end);
    return end < w->source.length ? end : w->source.length;
}

static bool is_ascii_letter(char byte) { return (unsigned char)((byte | 32) - 'a') < 26; }

/* Whether an ASCII character must follow, as it stands there. */
static bool plain_follows(const writer *w, size_t at) {
    char byte = byte_at(w, at);
    bool itself = (unsigned char)byte < 0x80 && strchr("\\[().|^$?*+{", byte) == NULL; /* nor is it the end */
    return itself && (!is_repeated(w, at + 1) || byte_at(w, at + 1) == '+');
}

/* Whether nothing but an ASCII letter can follow: one stands there, or the condition that one of some does. */
static bool letter_follows(const writer *w, size_t at) {
    static const char condition[] = "(?=[";
    if (is_ascii_letter(byte_at(w, at))) return !is_repeated(w, at + 1);
    if (!begins(w, at, condition)) return false;
    for (at += sizeof condition - 1; is_ascii_letter(byte_at(w, at)); at++) continue;
    return begins(w, at, "])");
}

/* ---- Classes ----------------------------------------------------------------------------------------------------- */

/* What is in a class beside the ASCII that it names. */
typedef struct class {
    bool negated, ascii, word, others; /* others: escapes for all but something, which take characters beyond ASCII */
    bool no_word;                      /* these are \W alone: all but them are letters */
    size_t beyond;                     /* how many alternatives were written */
} class;

/* An item of a class. */
typedef struct item {
    size_t start, end;
    uint32_t first, last; /* characters; both 0 for an escape that stands for many */
} item;

static item item_at(const writer *w, size_t at) {
    item i = {.start = at};
    if (begins(w, at, "[:")) {
        i.end = at + 2;
        while (i.end < w->source.length && !begins(w, i.end, ":]")) i.end++;
        i.end += 2;
        return i;
    }
    i.first = i.last = character_at(w, at, &i.end);
    bool is_character = i.first != 0 || begins(w, at, "\\x");
    if (!is_character || byte_at(w, i.end) != '-' || byte_at(w, i.end + 1) == ']') return i;
    size_t end;
    uint32_t last = character_at(w, i.end + 1, &end);
    if (last >= i.first) i = (item){at, end, i.first, last};
    return i;
}

/* The ASCII of a class, as it stands. */
static void put_ascii(writer *w, size_t start, size_t end, class *found) {
    for (size_t at = start; at < end;) {
        item i = item_at(w, at);
        if (i.first < 0x80) {
            put_source(w, i.start, i.last < 0x80 ? i.end : i.start);
            if (i.last >= 0x80) put_character(w, i.first), put(w, "-\\x7f");
            found->ascii = true;
        }
        at = i.end;
    }
}

static void put_alternative(writer *w, class *found) {
    if (found->beyond++ > 0) put(w, "|");
}

static void put_byte(writer *w, char byte) {
    static const char digits[] = "0123456789abcdef";
    char escape[] = {'\\', 'x', digits[(unsigned char)byte >> 4], digits[(unsigned char)byte & 15]};
    put_bytes(w, escape, sizeof escape);
}

/* Writes the characters from `first` on that differ in one byte and take all that can follow it, up to `last` at most. Gives
 * the last of them. */
static uint32_t put_block(writer *w, uint32_t first, uint32_t last) {
    char from[4], to[4];
    size_t length = mp_utf8_write(first, from), whole = 0; /* … of its last bytes are free */
    uint32_t size = 1, longest = length == 2 ? 0x7FF : length == 3 ? 0xFFFF : 0x10FFFF;
    while (whole + 1 < length && first % (size * 64) == 0 && first + size * 64 - 1 <= last) size *= 64, whole++;
    uint32_t end = whole + 1 == length ? longest : first | (size * 64 - 1);
    if (end > last) end = last;
    end = first + (end - first + 1) / size * size - 1;

    mp_utf8_write(end, to);
    size_t at = length - 1 - whole;
    put_bytes(w, from, at);
    if (from[at] == to[at])
        put_bytes(w, from + at, 1);
    else
        put(w, "["), put_byte(w, from[at]), put(w, "-"), put_byte(w, to[at]), put(w, "]");
    for (; whole > 0; whole--) put(w, "[\\x80-\\xbf]");
    return end;
}

/* The characters beyond ASCII, as alternatives. */
static void put_beyond(writer *w, size_t start, size_t end, class *found) {
    for (size_t at = start; at < end;) {
        item i = item_at(w, at);
        uint32_t code = i.first < 0x80 ? 0x80 : i.first;
        for (; code <= i.last; code++) put_alternative(w, found), code = put_block(w, code, i.last);
        at = i.end;
    }
    if (found->word) put_alternative(w, found), put_letter(w);
}

static void look_through(const writer *w, size_t start, size_t end, class *found) {
    for (size_t at = start; at < end;) {
        item i = item_at(w, at);
        char escape = byte_at(w, at) == '\\' ? byte_at(w, at + 1) : '\0';
        found->word |= escape == 'w';
        bool other = escape != '\0' && strchr("WSDNHV", escape) != NULL;
        if (other) found->no_word = escape == 'W' && (found->no_word || !found->others);
        found->others |= other;
        at = i.end;
    }
}

/* Whether a class is repeated up to a mark that is not in it: then nothing of the run need ever be given back. */
static bool runs_up_to_mark(const writer *w, size_t start, size_t stop, size_t end) {
    char mark = byte_at(w, end + 1);
    bool repeats = byte_at(w, end) == '+' && plain_follows(w, end + 1) && !is_ascii_letter(mark) && mark != '_';

    for (size_t at = start; repeats && at < stop;) {
        item i = item_at(w, at);
        bool letters = i.first == 0 && begins(w, at, "\\w") && digit_of(mark) < 0;
        if (!letters && (i.first == 0 || (i.first <= (uint32_t)mark && i.last >= (uint32_t)mark))) return false;
        at = i.end;
    }
    return repeats;
}

/* Such a class, with its repetition. */
static void put_run(writer *w, size_t start, size_t stop, class *found) {
    size_t before = w->length;

    put(w, found->word ? "(?:[" LETTER_BYTES : "(?:[");
    put_ascii(w, start, stop, found);
    put(w, "]++");
    found->beyond = found->ascii || found->word;
    if (found->beyond == 0) w->length = before + strlen("(?:");
    found->word = false;
    put_beyond(w, start, stop, found);
    put(w, ")++");
}

/* Gives the end. */
static size_t put_class(writer *w, size_t at, size_t end) {
    class found = {.negated = begins(w, at, "[^")};
    size_t start = at + 1 + found.negated, stop = end > start ? end - 1 : end;
    look_through(w, start, stop, &found);
    if (!found.negated && !found.others && is_plain(w, at, end)) {
        put_source(w, at, end);
        return end;
    }
    if (!found.negated && w->behind == 0 && runs_up_to_mark(w, start, stop, end)) {
        put_run(w, start, stop, &found);
        return end + 1;
    }

    put(w, "(?:");
    size_t before = w->length;
    put(w, found.others && !found.negated ? "(?![\\x80-\\xff])[" : found.negated ? "[^" : "[");
    put_ascii(w, start, stop, &found);
    put(w, found.negated ? "\\x80-\\xff]" : "]");
    if (!found.ascii && !found.negated) w->length = before;
    if (!found.negated) {
        found.beyond = found.ascii;
        put_beyond(w, start, stop, &found);
        if (found.others) put_alternative(w, &found), put_beyond_ascii(w);
    } else if (!found.others || found.no_word) {
        put(w, "|(?!");
        before = w->length;
        put_beyond(w, start, stop, &found);
        if (w->length == before)
            w->length -= strlen("(?!");
        else
            put(w, ")");
        found.no_word ? put_letter(w) : put_beyond_ascii(w);
    }
    put(w, ")");
    return end;
}

/* Of characters beyond ASCII in a class, the last bytes. */
static void put_last_bytes(writer *w, size_t start, size_t end) {
    for (size_t at = start; at < end;) {
        item i = item_at(w, at);
        char last[4];
        uint32_t code = i.first < 0x80 ? 0x80 : i.first, end_code = i.last < code + 63 ? i.last : code + 63;
        for (; code <= end_code; code++) put_byte(w, last[mp_utf8_write(code, last) - 1]);
        at = i.end;
    }
}

/* Whether an ASCII letter comes next, behind the ends of groups and a word's beginning. */
static bool letter_comes(const writer *w, size_t at) {
    size_t depth = w->depth < most_depth ? w->depth : 0;

    for (; byte_at(w, at) == ')'; at++)
        if (depth == 0 || !begins(w, w->opened[--depth], "(?:")) return false;
    return letter_follows(w, begins(w, at, "\\b") ? at + 2 : at);
}

/* All but a few characters, so many times: PCRE2 would write a group out as often, so bytes are counted, and what stops them
 * is the last of a character. Gives the end; `at` where this does not do. */
static size_t put_counted(writer *w, size_t at, size_t end) {
    size_t counted = count_end(w, end), start = at + 2, stop = end > start ? end - 1 : end;
    class found = {.negated = true};
    bool dot = byte_at(w, at) == '.';
    if (counted == end || w->behind != 0 || (!dot && !begins(w, at, "[^"))) return at;
    if (!dot) look_through(w, start, stop, &found);
    if (found.word || found.others) return at;

    if (byte_at(w, counted) == '?' || byte_at(w, counted) == '+') counted++;
    bool whole = letter_comes(w, counted);
    put(w, whole ? "[^" : "(?:[^");
    if (dot) put(w, "\\n");
    if (!dot) put_ascii(w, start, stop, &found), put_last_bytes(w, start, stop);
    put(w, "]");
    put_source(w, end, counted);
    if (!whole) put(w, "(?![\\x80-\\xbf]))");
    return counted;
}

/* ---- Other units ------------------------------------------------------------------------------------------------- */

/* Whether a space comes next, behind the end of a group that may be left out. */
static bool space_comes(const writer *w, size_t at) {
    bool optional =
        begins(w, at, ")? ") && w->depth > 0 && w->depth < most_depth && begins(w, w->opened[w->depth - 1], "(?:");
    if (optional) at += strlen(")?");
    return byte_at(w, at) == ' ' && !is_repeated(w, at + 1);
}

/* \w: where it repeats without end, a run of the bytes of letters, which holds whole letters, since marks stop it, or the
 * plain character behind it; where neither does, a condition. Of a word in -ly no letter need be given back. Gives the
 * end. */
static size_t put_word(writer *w, size_t end) {
    static const char letters[] = "[\\w" LETTER_BYTES "]";
    if (byte_at(w, end) != '+' && byte_at(w, end) != '*') {
        put(w, "(?:\\w|"), put_letter(w), put(w, ")");
        return end;
    }
    if (begins(w, end, "+ly") && space_comes(w, end + strlen("+ly"))) {
        put(w, "[\\w" LETTER_BYTES "]++(?<=[\\w" LETTER_BYTES "]ly)");
        return end + strlen("+ly");
    }
    size_t counted = end + 1 + (begins(w, end + 1, "?") || begins(w, end + 1, "+"));
    bool greedy = !begins(w, end + 1, "?"), all = begins(w, end + 1, "+") || counted >= w->source.length;
    if (plain_follows(w, counted) || (greedy && all)) {
        put(w, letters);
        return end;
    }
    put(w, "(?:"), put(w, letters), put_source(w, end, counted), put(w, "(?![\\x80-\\xbf]))");
    return counted;
}

/* Before an ASCII letter PCRE2, which knows no letters beyond ASCII, is right but for these: they are asked for last. Gives
 * the end. */
static size_t put_boundary(writer *w, size_t at) {
    size_t after = at + strlen("\\b"), end = after;
    bool plain = is_plain(w, w->before, at) && (after >= w->source.length || is_plain(w, after, unit_end(w, after)));

    if (plain) {
        put(w, "\\b");
    } else if (letter_follows(w, after)) {
        while (byte_at(w, after) == '(' && w->source.bytes[end++] != ')') continue; /* the condition */
        put(w, "\\b");
        put_source(w, after, end);
        put(w, "(?:(?<![\\x80-\\xbf])|(?<!" LETTER_BEHIND "))");
    } else {
        put(w, "(?:(?<=\\w|" LETTER_BEHIND ")(?!\\w|" LETTER ")|(?<!\\w|" LETTER_BEHIND ")(?=\\w|" LETTER "))");
    }
    return end;
}

static size_t put_escape(writer *w, size_t at) {
    size_t end;
    uint32_t code = character_at(w, at, &end);
    char escape = byte_at(w, at + 1), all_but[] = "(?:[^\\?\\x80-\\xff]|";

    if (escape == 'w') {
        end = put_word(w, end);
    } else if (escape == 'b') {
        end = put_boundary(w, at);
    } else if (escape != '\0' && strchr("WSDNHV", escape) != NULL) {
        all_but[6] = escape == 'N' ? 'n' : (char)(escape | 32);
        put(w, all_but);
        if (escape == 'W') put(w, "(?!" LETTER ")");
        put_beyond_ascii(w), put(w, ")");
    } else if (code >= 0x80) {
        put(w, "(?:"), put_character(w, code), put(w, ")");
    } else {
        put_source(w, at, end);
    }
    return end;
}

static size_t put_literal(writer *w, size_t at) {
    size_t end;
    bool grouped = character_at(w, at, &end) >= 0x80 && is_repeated(w, end);

    if (grouped) put(w, "(?:");
    put_source(w, at, end);
    if (grouped) put(w, ")");
    return end;
}

/* What is taken as it stands: "\Q…\E", a comment, the beginning of a group, a count. `at` where none of them begins. */
static size_t verbatim_end(const writer *w, size_t at) {
    const char *close = begins(w, at, "\\Q") ? "\\E" : begins(w, at, "(?#") ? ")" : NULL;
    size_t end = at;
    if (close != NULL) {
        while (end < w->source.length && !begins(w, end, close)) end++;
        end += strlen(close);
        return end < w->source.length ? end : w->source.length;
    }
    if (begins(w, at, "(?")) {
        end = at + 2 + begins(w, at + 2, "<");
        return end + (begins(w, end, ":") || begins(w, end, "=") || begins(w, end, "!"));
    }
    if (begins(w, at, "(*")) return at + 2;
    return byte_at(w, at) == '(' ? at + 1 : count_end(w, at);
}

/* A condition on what stands around. */
static bool takes_nothing(const writer *w, size_t at) {
    return begins(w, at, "(?=") || begins(w, at, "(?!") || begins(w, at, "(?<=") || begins(w, at, "(?<!");
}

/* Keeps in mind which unit stands before. */
static void pass(writer *w, size_t at) {
    char byte = byte_at(w, at);
    if (begins(w, at, "(?#")) return;

    if (byte == '(') {
        if (w->depth < most_depth) w->opened[w->depth] = at, w->outer[w->depth] = w->before;
        w->depth++;
        if (w->behind == 0 && (begins(w, at, "(?<=") || begins(w, at, "(?<!"))) w->behind = w->depth;
    } else if (byte == ')') {
        if (w->behind == w->depth) w->behind = 0;
        if (w->depth > 0) w->depth--;
        bool known = w->depth < most_depth;
        w->earlier = known ? w->outer[w->depth] : 0;
        w->before = known && !takes_nothing(w, w->opened[w->depth]) ? w->opened[w->depth] : w->earlier;
    } else if (byte == '|') {
        w->earlier = w->before = w->depth == 0 ? at + 1 : w->depth <= most_depth ? w->outer[w->depth - 1] : 0;
    } else if (byte == '?' || byte == '*' || begins(w, at, "{0") || begins(w, at, "{,")) {
        w->before = w->earlier;
    } else if (strchr("+{", byte) == NULL || byte == '\0') {
        w->earlier = w->before;
        w->before = at;
    }
}

static void walk(writer *w) {
    for (size_t at = 0, end; at < w->source.length; at = end) {
        if (w->length <= w->asked) w->answer = at;
        size_t verbatim = verbatim_end(w, at);
        char byte = byte_at(w, at);
        end = at + 1;
        if (verbatim != at) {
            end = verbatim;
            put_source(w, at, end);
        } else if (byte == '\\') {
            end = put_escape(w, at);
        } else if (byte == '[') {
            size_t closed = class_end(w, at);
            if (closed > w->source.length) {
                put_source(w, at, end = w->source.length);
                continue;
            }
            end = put_counted(w, at, closed);
            if (end == at) end = put_class(w, at, closed);
        } else if (byte == '.' && count_end(w, end) != end && w->behind == 0) {
            end = put_counted(w, at, end);
        } else if (byte == '.') {
            put(w, "(?:[^\\n\\x80-\\xff]|"), put_beyond_ascii(w), put(w, ")");
        } else {
            end = put_literal(w, at);
        }
        pass(w, at);
    }
    if (w->length <= w->asked) w->answer = w->source.length;
}

size_t mp_pattern_to_bytes(mp_text source, char *out) {
    writer w = {.source = source, .out = out};

    walk(&w);
    return w.length;
}

size_t mp_pattern_source_of(mp_text source, size_t offset) {
    writer w = {.source = source, .asked = offset};

    walk(&w);
    return w.answer;
}
