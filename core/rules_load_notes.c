/* rules_load_notes.c: reads a pack's notes on wording. Knows the pack's shape; nothing of documents. */
#include "rules_load_internal.h"

static const char *const part_names[] = {
#define MP_NOTED(symbol, name) name,
    MP_NOTED_PARTS(MP_NOTED)
#undef MP_NOTED
};

static mp_status set_note(mp_loader *l, mp_entry *entry, const char *phrase, uint64_t number) {
    (void)l, (void)phrase;
    entry->note = (uint16_t)number;
    return MP_OK;
}

static uint16_t find_note(const mp_rules *rules, mp_text id) {
    for (size_t i = 0; i < rules->notes.count; i++)
        if (mp_text_equal(rules->notes.items[i].id, id)) return (uint16_t)(i + 1);
    return 0;
}

mp_status mp_load_note(mp_loader *l, const cJSON *item) {
    mp_note_rule rule = {0};
    mp_rules *rules = l->rules;

    MP_TRY(mp_load_member(l, item, "id", &rule.id));
    MP_TRY(mp_load_member(l, item, "message", &rule.message));
    MP_TRY(mp_load_flags(l, item, "as", part_names, MP_NOTED_COUNT, &rule.as));
    uint16_t number = find_note(rules, rule.id);
    if (number == 0) {
        if (rules->notes.count >= UINT16_MAX - 1 || !MP_PUSH(l->arena, &rules->notes, rule))
            return mp_fail_memory(l->error);
        number = (uint16_t)rules->notes.count;
    } else {
        mp_load_forget(l, MP_NAMED_NOTE, number);
    }
    rules->notes.items[number - 1] = rule;
    return mp_load_phrases(l, item, "words", set_note, number);
}
