/* explain_line.c: writes a line of the explanation piece by piece: words of the page, mentions, references, verbs. Knows
 * what things are called; nothing of which are told. */
#include "explain_internal.h"

#include <stdarg.h>
#include <stdio.h>

enum { most_words_bytes = 120, most_piece = 256 };

/* ---- The line ---------------------------------------------------------------------------------------------------- */

static void put_byte(mp_explainer *e, char byte) {
    if (!e->memory_ended && !MP_PUSH(e->arena, &e->line, byte)) e->memory_ended = true;
}

void mp_put(mp_explainer *e, const char *format, ...) {
    char piece[most_piece];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    for (const char *at = piece; *at != '\0'; at++) put_byte(e, *at);
}

/* C0 and C1 controls would break the line, or act on a terminal. */
static bool is_control(uint32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

void mp_put_text(mp_explainer *e, mp_text text) {
    for (size_t at = 0; at < text.length;) {
        mp_character character = mp_text_character(text, at);
        if (at > 0 && at + character.length > most_words_bytes) {
            mp_put(e, "…");
            return;
        }
        if (is_control(character.code)) put_byte(e, ' ');
        for (size_t i = at; !is_control(character.code) && i < at + character.length; i++) put_byte(e, text.bytes[i]);
        at += character.length;
    }
}

void mp_put_quoted(mp_explainer *e, mp_text text) {
    mp_put(e, "«");
    mp_put_text(e, text);
    mp_put(e, "»");
}

void mp_end_line(mp_explainer *e) {
    if (!e->memory_ended && !e->stopped) e->stopped = !e->visit(e->context, (mp_text){e->line.items, e->line.count});
    e->line.count = 0;
}

/* ---- Words of things --------------------------------------------------------------------------------------------- */

void mp_put_bytes(mp_explainer *e, uint32_t block, uint32_t start, uint32_t end) {
    mp_put_quoted(e, mp_text_slice(e->results->article.blocks[block].text, start, end));
}

void mp_put_items(mp_explainer *e, uint32_t sentence, uint32_t first, uint32_t end) {
    if (first < end)
        mp_put_bytes(e, e->sentences->list[sentence].block, mp_item_start(e->sentences, first),
                     mp_item_end(e->sentences, end - 1));
}

void mp_put_mention(mp_explainer *e, uint32_t number) {
    const mp_mention *mention = &e->results->mentions.items[number];

    mp_put(e, "mention %u ", (unsigned)number);
    mp_put_items(e, mention->sentence, mention->first, mention->end);
}

void mp_put_reference(mp_explainer *e, const mp_reference *reference) {
    mp_put(e, "%s", mp_speaker_kind_name((mp_speaker_kind)reference->kind));
    if (reference->kind == MP_SPEAKER_MODEL && reference->model == MP_MODEL_GENERIC) mp_put(e, " without a name");
    if (reference->kind == MP_SPEAKER_MODEL && reference->model != 0 && reference->model != MP_MODEL_GENERIC)
        mp_put(e, " %s", e->rules->models.items[reference->model - 1].id.bytes);
    if (reference->maker != 0) mp_put(e, " of %s", e->rules->makers.items[reference->maker - 1].id.bytes);
    if (reference->text) mp_put(e, ", a text");
    if (reference->plural) mp_put(e, ", several");
    if (reference->deployer) mp_put(e, ", runs the model");
    if (reference->certainty != 0) mp_put(e, ", %u %%", (unsigned)reference->certainty);
}

static void put_flags(mp_explainer *e, const mp_verb *verb) {
    const struct {
        bool holds;
        const char *name;
    } flags[] = {{verb->infinitive, "infinitive"}, {verb->gerund, "gerund"},       {verb->passive, "passive"},
                 {verb->inverted, "inverted"},     {verb->negated, "negated"},     {verb->unreal, "unreal"},
                 {verb->habitual, "habitual"},     {verb->disbelieved, "falsely"}, {verb->relative, "relative"}};

    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].holds) mp_put(e, ", %s", flags[i].name);
}

void mp_put_verb(mp_explainer *e, uint32_t number) {
    const mp_verb *verb = &e->results->verbs.items[number];

    mp_put(e, "verb %u ", (unsigned)number);
    mp_put_items(e, verb->sentence, verb->first, verb->item + 1);
    if (verb->cue == 0)
        mp_put(e, ": no cue");
    else
        mp_put(e, ": cue %s", e->rules->cues.items[verb->cue - 1].lemma.bytes);
    put_flags(e, verb);
    mp_put(e, ", subject ");
    if (verb->subject == MP_NONE)
        mp_put(e, "none");
    else
        mp_put_mention(e, verb->subject);
}
