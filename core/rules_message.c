/* rules_message.c: the packs' sentences, and the words that stand in their slots. Knows nothing of findings. */
#include "rules.h"
#include "text.h"

#include <string.h>

mp_text mp_rules_message(const mp_rules *rules, const char *id) {
    mp_text wanted = {id, strlen(id)};

    const mp_message *first = rules->messages.items, *message = first + rules->messages.count;
    if (wanted.length == 0) return MP_TEXT("");

    while (message > first) { /* a later pack's message stands for an earlier one's */
        mp_text known = (--message)->id;
        if (known.length != wanted.length || known.bytes[known.length - 1] != id[known.length - 1]) continue;
        if (mp_text_equal(known, wanted)) return message->text;
    }
    return MP_TEXT("");
}

/* The length of a slot's name where it stands there, else 0. */
static size_t name_at(mp_text text, size_t at, const char *name) {
    size_t length = 0;

    while (name[length] != '\0' && at + length < text.length && text.bytes[at + length] == name[length]) length++;
    return name[length] == '\0' ? length : 0;
}

/* The slot that stands there, with the length of its name; NULL where none does. */
static const mp_slot *slot_at(mp_text text, size_t at, const mp_slot *slots, size_t count, size_t *length) {
    for (size_t i = 0; text.bytes[at] == '{' && i < count; i++)
        if ((*length = name_at(text, at, slots[i].name)) > 0) return &slots[i];
    return NULL;
}

/* Writes the filled message to `out`, or nowhere where it is NULL; gives its length. */
static size_t write_filled(mp_text text, const mp_slot *slots, size_t count, char *out) {
    size_t length = 0, name_length = 0;

    for (size_t at = 0; at < text.length;) {
        const mp_slot *slot = slot_at(text, at, slots, count, &name_length);
        const char *next = slot == NULL ? memchr(text.bytes + at + 1, '{', text.length - at - 1) : NULL;
        size_t end = next == NULL ? text.length : (size_t)(next - text.bytes);
        mp_text part = slot == NULL ? mp_text_slice(text, at, end) : slot->value;
        if (out != NULL && part.length > 0) memcpy(out + length, part.bytes, part.length);
        length += part.length;
        at = slot == NULL ? end : at + name_length;
    }
    return length;
}

mp_text mp_slots_fill(mp_text text, const mp_slot *slots, size_t count, mp_arena *arena) {
    size_t length = write_filled(text, slots, count, NULL);
    char *out = mp_arena_take(arena, length + 1);

    if (out != NULL) write_filled(text, slots, count, out);
    return (mp_text){out, out == NULL ? 0 : length};
}

mp_text mp_rules_fill(const mp_rules *rules, const char *id, const mp_slot *slots, size_t count, mp_arena *arena) {
    return mp_slots_fill(mp_rules_message(rules, id), slots, count, arena);
}
