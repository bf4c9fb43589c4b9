/* pattern_narrow.c: of a pattern's alternatives, those that can match where a given word begins. Reads literal beginnings,
 * groups and plain classes; gives up, and keeps everything, at what it does not know. */
#include "pattern_narrow.h"

#include "text.h"

#include <string.h>

static bool is_letter(char byte) { return (unsigned char)((byte | 32) - 'a') < 26; }

static bool begins(mp_text text, size_t at, const char *with) {
    size_t length = strlen(with);
    return text.length - at >= length && memcmp(text.bytes + at, with, length) == 0;
}

/* Groups that change nothing outside themselves. */
static bool is_plain_group(mp_text source, size_t at) {
    return begins(source, at, "(?:") || begins(source, at, "(?=") || begins(source, at, "(?!") ||
           begins(source, at, "(?<=") || begins(source, at, "(?<!") ||
           (!begins(source, at, "(?") && !begins(source, at, "(*"));
}

/* The end of the character, the escape, the class or the bracket at `at`. */
static size_t unit_end(mp_text source, size_t at) {
    if (source.bytes[at] == '\\') return at + 2 < source.length ? at + 2 : source.length;
    if (source.bytes[at] != '[') return at + 1;
    size_t end = at + 1 + begins(source, at + 1, "^");
    if (begins(source, end, "]")) end++;
    while (end < source.length && source.bytes[end] != ']') end += source.bytes[end] == '\\' ? 2 : 1;
    return end < source.length ? end + 1 : source.length;
}

/* The end of the alternative that begins at `at`: its bar, the bracket that closes it, or the source's end. */
static size_t alternative_end(mp_text source, size_t at) {
    size_t depth = 0;

    while (at < source.length) {
        char byte = source.bytes[at];
        if (depth == 0 && (byte == '|' || byte == ')')) return at;
        depth += byte == '(';
        depth -= byte == ')';
        at = unit_end(source, at);
    }
    return at;
}

/* Just behind the bracket that closes the group at `at`. */
static size_t group_end(mp_text source, size_t at) {
    for (at++; at < source.length; at++) {
        at = alternative_end(source, at);
        if (at < source.length && source.bytes[at] == ')') return at + 1;
    }
    return source.length;
}

static bool is_known_syntax(mp_text source) {
    for (size_t at = 0; at < source.length; at = unit_end(source, at)) {
        if (source.bytes[at] == '(' && !is_plain_group(source, at)) return false;
        if (begins(source, at, "\\Q")) return false;
        if (begins(source, at, "[[:") || begins(source, at, "[^[:")) return false;
    }
    return true;
}

/* What stands at the start of an alternative and takes no character. */
static size_t skip_conditions(mp_text source, size_t at) {
    for (;;) {
        if (begins(source, at, "\\b"))
            at += 2;
        else if (begins(source, at, "(?<"))
            at = group_end(source, at);
        else
            return at;
    }
}

/* Whether a plain class, of letters alone, holds `letter`; true for any other. */
static bool class_may_hold(mp_text source, size_t start, size_t end, char letter) {
    bool holds = false;

    for (size_t at = start + 1; at + 1 < end; at++) {
        if (!is_letter(source.bytes[at])) return true;
        holds |= (source.bytes[at] | 32) == letter;
    }
    return holds;
}

static bool may_begin(mp_text source, size_t at, mp_text word, int depth);

/* The same for the alternatives of the group whose inside begins at `at`. */
static bool group_may_begin(mp_text source, size_t at, mp_text word, int depth) {
    for (;; at++) {
        if (may_begin(source, at, word, depth)) return true;
        at = alternative_end(source, at);
        if (at >= source.length || source.bytes[at] != '|') return false;
    }
}

/* Whether the alternative at `at` can match a text that begins with `word`. */
static bool may_begin(mp_text source, size_t at, mp_text word, int depth) {
    enum { deepest = 8 };
    if (depth > deepest) return true;
    at = skip_conditions(source, at);

    for (size_t k = 0; k < word.length && is_letter(word.bytes[k]); k++) {
        char letter = (char)(word.bytes[k] | 32);
        if (at >= source.length || strchr("|)", source.bytes[at]) != NULL) return true;
        bool group = begins(source, at, "(?:");
        size_t end = group ? group_end(source, at) : unit_end(source, at);
        if (end < source.length && strchr("?*{", source.bytes[end]) != NULL) return true;
        if (group) return group_may_begin(source, at + 3, mp_text_slice(word, k, word.length), depth + 1);
        char byte = source.bytes[at];
        bool repeats = end < source.length && source.bytes[end] == '+';
        bool fits = is_letter(byte) ? (byte | 32) == letter
                    : byte == '['   ? class_may_hold(source, at, end, letter)
                                    : strchr(" -,;:!'\"", byte) == NULL;
        if (!fits) return false;
        if (repeats || !is_letter(byte)) return true;
        at = end;
    }
    return true;
}

size_t mp_pattern_narrow(mp_text source, mp_text word, char *out) {
    bool wrapped = begins(source, 0, "(?:") && group_end(source, 0) == source.length;
    size_t at = wrapped ? 3 : 0, stop = wrapped ? source.length - 1 : source.length, length = 0;
    if (!is_known_syntax(source)) {
        memcpy(out, source.bytes, source.length);
        return source.length;
    }

    for (size_t end; at <= stop; at = end + 1) {
        end = alternative_end(source, at);
        if (!may_begin(source, at, word, 0)) continue;
        memcpy(out + length, length == 0 ? "(?:" : "|", length == 0 ? 3 : 1);
        length += length == 0 ? 3 : 1;
        memcpy(out + length, source.bytes + at, end - at);
        length += end - at;
    }
    if (length > 0) out[length++] = ')';
    return length;
}

size_t mp_pattern_relax(mp_text source, char *out) {
    size_t length = 0, denied_until = 0; /* in what must not follow, a condition left out would forbid more */
    if (!is_known_syntax(source)) return 0;

    for (size_t at = 0, end; at < source.length; at = end) {
        end = unit_end(source, at);
        if (begins(source, at, "\\B")) return 0;
        if (begins(source, at, "(?!") && at >= denied_until) denied_until = group_end(source, at);
        if (begins(source, at, "(?<")) {
            if (at < denied_until) return 0;
            end = group_end(source, at);
            continue;
        }
        memcpy(out + length, source.bytes + at, end - at);
        length += end - at;
    }
    return length;
}
