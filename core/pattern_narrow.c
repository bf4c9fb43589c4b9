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

/* Past what looks around at `at`: \b, what must or must not stand before or follow. */
static size_t skip_looks(mp_text source, size_t at) {
    for (;;) {
        if (begins(source, at, "\\b"))
            at += 2;
        else if (begins(source, at, "(?<") || begins(source, at, "(?=") || begins(source, at, "(?!"))
            at = group_end(source, at);
        else
            return at;
    }
}

/* Past a group at `at` whose alternatives all do nothing but look around; `at` where none stands there. */
static size_t skip_choice_of_looks(mp_text source, size_t at) {
    if (!begins(source, at, "(?:")) return at;
    size_t end = at + 2;
    do {
        end = skip_looks(source, end + 1);
        if (end >= source.length || strchr("|)", source.bytes[end]) == NULL) return at;
    } while (source.bytes[end] == '|');
    bool repeated = end + 1 < source.length && strchr("?*+{", source.bytes[end + 1]) != NULL;
    return repeated ? at : end + 1;
}

/* What stands at the start of an alternative and takes no character. */
static size_t skip_conditions(mp_text source, size_t at) {
    size_t before;

    do {
        before = at;
        at = skip_choice_of_looks(source, skip_looks(source, at));
    } while (at != before);
    return at;
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

/* Whether a unit, no group, can match a letter. */
static bool may_match(mp_text source, size_t at, size_t end, char letter) {
    char byte = source.bytes[at];
    if (is_letter(byte)) return (byte | 32) == (letter | 32);
    return byte == '[' ? class_may_hold(source, at, end, (char)(letter | 32)) : strchr(" -,;:!'\"", byte) == NULL;
}

/* Behind what may be left out and cannot match where `word` begins. */
static size_t skip_absent(mp_text source, size_t at, mp_text word, int depth) {
    while (at < source.length && strchr("|)", source.bytes[at]) == NULL) {
        bool group = begins(source, at, "(?:");
        size_t end = group ? group_end(source, at) : unit_end(source, at);
        if (end >= source.length || source.bytes[end] != '?' || begins(source, end, "??")) return at;
        if (begins(source, end, "?+") || begins(source, at, "(?<") || word.length == 0 || !is_letter(word.bytes[0]))
            return at;
        bool present =
            group ? group_may_begin(source, at + 3, word, depth + 1) : may_match(source, at, end, word.bytes[0]);
        if (present) return at;
        at = end + 1;
    }
    return at;
}

/* Whether a pattern that has matched a word may go on there: with no letter, but for the n of n't. */
static bool may_go_on(mp_text source, size_t at) {
    if (at >= source.length || !is_letter(source.bytes[at])) return true;
    if (at + 1 < source.length && strchr("?*{", source.bytes[at + 1]) != NULL) return true;
    return (source.bytes[at] | 32) == 'n' && (at + 1 >= source.length || !is_letter(source.bytes[at + 1]));
}

/* Whether the alternative at `at` can match a text in which `word` stands there. */
static bool may_begin(mp_text source, size_t at, mp_text word, int depth) {
    enum { deepest = 8 };
    size_t letters = 0;
    if (depth > deepest) return true;
    at = skip_absent(source, skip_conditions(source, at), word, depth);

    for (size_t k = 0; k < word.length && is_letter(word.bytes[k]); k++) {
        if (at >= source.length || strchr("|)", source.bytes[at]) != NULL) return true;
        bool group = begins(source, at, "(?:");
        size_t end = group ? group_end(source, at) : unit_end(source, at);
        if (end < source.length && strchr("?*{", source.bytes[end]) != NULL) return true;
        if (group) return group_may_begin(source, at + 3, mp_text_slice(word, k, word.length), depth + 1);
        bool repeats = end < source.length && source.bytes[end] == '+';
        if (!may_match(source, at, end, word.bytes[k])) return false;
        if (repeats || !is_letter(source.bytes[at])) return true;
        at = end;
        letters++;
    }
    return letters == 0 || may_go_on(source, at);
}

static size_t copy(mp_text source, size_t start, size_t end, char *out) {
    memcpy(out, source.bytes + start, end - start);
    return end - start;
}

static size_t narrow_group(mp_text source, size_t at, mp_text word, char *out);

/* Writes an alternative; of a group with which it begins, what can match. */
static size_t narrow_alternative(mp_text source, size_t at, size_t end, mp_text word, char *out) {
    size_t conditions = skip_conditions(source, at), first = skip_absent(source, conditions, word, 0);
    size_t length = copy(source, at, conditions, out);
    if (first >= end || !begins(source, first, "(?:")) return length + copy(source, first, end, out + length);
    size_t behind = group_end(source, first);
    if (behind < end && strchr("?*+{", source.bytes[behind]) != NULL)
        return length + copy(source, first, end, out + length);

    length += narrow_group(source, first + 3, word, out + length);
    return length + copy(source, behind, end, out + length);
}

/* Writes the alternatives from `at` on, without what cannot match; gives how many are left. */
static size_t narrow_alternatives(mp_text source, size_t at, mp_text word, char *out, size_t *length) {
    size_t count = 0;

    *length = 0;
    for (size_t end;; at = end + 1) {
        end = alternative_end(source, at);
        if (may_begin(source, at, word, 0)) {
            if (count++ > 0) out[(*length)++] = '|';
            *length += narrow_alternative(source, at, end, word, out + *length);
        }
        if (end >= source.length || source.bytes[end] != '|') return count;
    }
}

/* Writes the group whose inside begins at `at`; brackets only where there is a choice. */
static size_t narrow_group(mp_text source, size_t at, mp_text word, char *out) {
    enum { bracket = 3 }; /* (?: */
    size_t length, count = narrow_alternatives(source, at, word, out + bracket, &length);

    if (count > 1) {
        memcpy(out, "(?:", bracket);
        out[bracket + length] = ')';
        return bracket + length + 1;
    }
    memmove(out, out + bracket, length);
    return length;
}

size_t mp_pattern_narrow(mp_text source, mp_text word, char *out) {
    bool wrapped = begins(source, 0, "(?:") && group_end(source, 0) == source.length;
    size_t length;
    if (!is_known_syntax(source)) return copy(source, 0, source.length, out);

    size_t count = narrow_alternatives(source, wrapped ? 3 : 0, word, out, &length);
    static const mp_text nothing = {"(?:)", 4}; /* an alternative without a letter; no length says that none is left */
    return count > 0 && length == 0 ? copy(nothing, 0, nothing.length, out) : length;
}

/* Behind the `group`, which may be left out, where it stands at `at`; else `at`. */
static size_t skip_optional(mp_text source, size_t at, const char *group) {
    size_t end = at + strlen(group);
    return begins(source, at, group) && (end >= source.length || strchr("?+", source.bytes[end]) == NULL) ? end : at;
}

/* Behind a word or an adverb in -ly, with spaces on either side, that may be left out; `at` where none stands there. */
static size_t skip_word(mp_text source, size_t at, bool adverb) {
    size_t behind = skip_optional(source, at, adverb ? "(?: \\w+ly)?" : "(?: \\w+)?");
    if (behind > at) return begins(source, behind, " ") ? behind : at;
    bool spaced = at > 0 && source.bytes[at - 1] == ' ';
    return spaced ? skip_optional(source, at, adverb ? "(?:\\w+ly )?" : "(?:\\w+ )?") : at;
}

size_t mp_pattern_relax(mp_text source, char *out, bool *skips) {
    size_t length = 0, depth = 0,
           denied_until = 0;       /* in what must not follow, a condition left out would forbid more */
    bool skipped = *skips = false; /* in this alternative, or none may be */
    if (!is_known_syntax(source)) return 0;

    for (size_t at = 0, end; at < source.length; at = end) {
        end = skip_word(source, at, true);
        if (end > at) continue;
        end = skipped ? at : skip_word(source, at, false);
        *skips |= end > at;
        skipped |= end > at;
        if (end > at) continue;
        end = unit_end(source, at);
        depth += source.bytes[at] == '(';
        depth -= source.bytes[at] == ')';
        if (depth == 0 && source.bytes[at] == '|') skipped = false;
        if (begins(source, at, "\\B")) return 0;
        skipped |= begins(source, at, "(?!") || begins(source, at, "(?="); /* it would see another word */
        if (begins(source, at, "(?!") && at >= denied_until) denied_until = group_end(source, at);
        if (begins(source, at, "(?<")) {
            if (at < denied_until) return 0;
            end = group_end(source, at);
            depth--;
            continue;
        }
        length += copy(source, at, end, out + length);
    }
    return length;
}

/* ---- Guards ------------------------------------------------------------------------------------------------------ */

/* ASCII characters; of a letter, its small form. */
typedef struct characters {
    bool has[128];
} characters;

static void add_character(characters *set, char character) {
    set->has[is_letter(character) ? character | 32 : character] = true;
}

/* Adds what a class holds; false where that is not plain ASCII. */
static bool add_class(mp_text source, size_t start, size_t end, characters *set) {
    for (size_t at = start + 1; at + 1 < end; at++) {
        char byte = source.bytes[at];
        if ((unsigned char)byte >= 0x80 || strchr("^\\[", byte) != NULL) return false;
        if (byte == '-' && at > start + 1 && at + 2 < end) return false; /* a range */
        add_character(set, byte);
    }
    return true;
}

static bool add_group(mp_text source, size_t at, int depth, characters *set, size_t *alternatives);

/* Adds the characters that a unit can begin with; false where they cannot be told. */
static bool add_unit(mp_text source, size_t at, size_t end, int depth, characters *set) {
    size_t alternatives = 0;
    char byte = source.bytes[at];
    if (begins(source, at, "(?:")) return add_group(source, at + 3, depth + 1, set, &alternatives);
    if (byte == '[') return add_class(source, at, end, set);
    if ((unsigned char)byte >= 0x80 || strchr("\\(.^$", byte) != NULL) return false;
    add_character(set, byte);
    return true;
}

/* … that an alternative can begin with; false too where it may be empty. */
static bool add_alternative(mp_text source, size_t at, int depth, characters *set) {
    for (;;) {
        at = skip_conditions(source, at);
        if (at >= source.length || strchr("|)", source.bytes[at]) != NULL) return false;
        size_t end = begins(source, at, "(?:") ? group_end(source, at) : unit_end(source, at);
        if (!add_unit(source, at, end, depth, set)) return false;
        if (end >= source.length || strchr("?*{", source.bytes[end]) == NULL) return true;
        if (source.bytes[end] == '{') return false;
        at = end + 1;
        if (at < source.length && strchr("?+", source.bytes[at]) != NULL) at++;
    }
}

/* … that the alternatives of the group can begin with whose inside begins at `at`; counts them. */
static bool add_group(mp_text source, size_t at, int depth, characters *set, size_t *alternatives) {
    enum { deepest = 8 };
    if (depth > deepest) return false;
    for (;; at++) {
        ++*alternatives;
        if (!add_alternative(source, at, depth, set)) return false;
        at = alternative_end(source, at);
        if (at >= source.length || source.bytes[at] != '|') return true;
    }
}

/* Writes the condition that one of a set of characters follows; gives its length, 0 where too many do. */
static size_t write_guard(const characters *set, char *out) {
    size_t length = 0;

    memcpy(out, "(?=[", 4);
    length += 4;
    for (char character = 1; character > 0 && character < 127; character++) {
        if (!set->has[(int)character]) continue;
        if (length + 4 >= MP_GUARD_BYTES) return 0;
        bool plain = is_letter(character) || (unsigned char)(character - '0') < 10 || character == ' ';
        if (!plain) out[length++] = '\\';
        out[length++] = character;
    }
    out[length++] = ']';
    out[length++] = ')';
    return length;
}

size_t mp_pattern_guard(mp_text source, char *out) {
    size_t length = 0, depth = 0;
    if (!is_known_syntax(source)) return copy(source, 0, source.length, out);

    for (size_t at = 0, end, first = skip_conditions(source, 0); at < source.length; at = end) {
        end = unit_end(source, at);
        depth += source.bytes[at] == '(';
        depth -= source.bytes[at] == ')';
        if (depth == 0 && source.bytes[at] == '|') first = skip_conditions(source, end);
        if (at != first && begins(source, at, "(?:")) {
            size_t alternatives = 0, behind = group_end(source, at);
            characters set = {{0}};
            bool optional = behind < source.length && strchr("?*{", source.bytes[behind]) != NULL;
            bool told = !optional && add_group(source, at + 3, 0, &set, &alternatives);
            if (told && alternatives >= MP_GUARDED_ALTERNATIVES) length += write_guard(&set, out + length);
        }
        length += copy(source, at, end, out + length);
    }
    return length;
}
