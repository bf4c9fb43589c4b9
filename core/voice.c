/* voice.c: goes through the verbs and the quotes of each sentence and says whether somebody answerable speaks there. Knows
 * attributions and who can answer for the model; nothing of what is said. */
#include "voice.h"

typedef struct listener {
    const mp_attributions *attributions;
    const mp_references *references;
    const mp_sentences *sentences;
    const mp_answerable *answerables;
    const uint32_t *stretch_attribution;
} listener;

static void raise_voice(mp_voice *voice, mp_voice_kind kind, uint16_t maker) {
    if (kind > voice->kind) voice->kind = (uint8_t)kind;
    if (voice->maker == 0) voice->maker = maker;
}

/* Who is spoken of, who does something and who says it; a relative clause (“the company that runs the bot”) is no doing. */
static mp_voice voice_of_writer(const listener *l, uint32_t sentence) {
    const mp_verbs *verbs = l->references->verbs;
    const uint32_t *first_mention = l->references->mentions->sentence_first;
    mp_voice voice = {0};

    for (uint32_t v = verbs->sentence_first[sentence]; v < verbs->sentence_first[sentence + 1]; v++) {
        const mp_verb *verb = &verbs->items[v];
        if (verb->subject == MP_NONE || verb->relative || !l->answerables[verb->subject].answers) continue;
        mp_voice_kind kind = verb->cue != 0 && !verb->negated ? MP_VOICE_SPEAKS : MP_VOICE_ACTS;
        raise_voice(&voice, kind, l->answerables[verb->subject].maker);
    }
    for (uint32_t m = first_mention[sentence]; m < first_mention[sentence + 1]; m++)
        if (l->answerables[m].answers) raise_voice(&voice, MP_VOICE_NAMED, l->answerables[m].maker);
    return voice;
}

/* In quotation marks it is whoever is quoted; where that is not known, whoever speaks around them. */
static mp_voice voice_of_quoted(const listener *l, const mp_voice *voices, uint32_t scope) {
    const mp_attribution *attribution = &l->attributions->items[l->stretch_attribution[scope]];
    const mp_reference *speaker = &attribution->reference;
    uint32_t around = l->sentences->stretch_sentence[scope];

    if (attribution->rule == MP_RULE_NONE) {
        bool known = around != MP_NONE && voices[around].kind == MP_VOICE_SPEAKS;
        return known ? voices[around] : (mp_voice){0};
    }
    if (speaker->kind == MP_SPEAKER_MODEL) return (mp_voice){0};
    bool answers = attribution->speaker != MP_NONE && l->answerables[attribution->speaker].answers;
    if (answers) return (mp_voice){MP_VOICE_SPEAKS, l->answerables[attribution->speaker].maker};
    return speaker->maker != 0 ? (mp_voice){MP_VOICE_SPEAKS, speaker->maker} : (mp_voice){0};
}

mp_voice *mp_voices_find(const mp_attributions *attributions, const mp_answerable *answerables,
                         const uint32_t *stretch_attribution, mp_arena *arena) {
    const mp_references *references = attributions->references;
    listener l = {attributions, references, references->mentions->sentences, answerables, stretch_attribution};
    mp_voice *voices = MP_NEW_ARRAY(arena, l.sentences->count + 1, mp_voice);

    if (voices == NULL) return NULL;
    for (uint32_t s = 0; s < l.sentences->count; s++)
        if (l.sentences->list[s].scope == MP_NONE) voices[s] = voice_of_writer(&l, s);
    for (uint32_t s = 0; s < l.sentences->count; s++)
        if (l.sentences->list[s].scope != MP_NONE) voices[s] = voice_of_quoted(&l, voices, l.sentences->list[s].scope);
    return voices;
}
