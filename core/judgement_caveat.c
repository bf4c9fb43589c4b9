/* judgement_caveat.c: finds the warnings that hold for a model’s words. Knows findings with their roles, and signs;
 * nothing of makers, prompts or levels.
 *
 * A warning about the model, or about chatbots in general, holds for all that the model says on the page. A flat
 * correction (“It hadn’t.”, “There is no such lake.”) holds for the words right before it, for the same words elsewhere,
 * and, where they are a specimen of what the model outputs, for its other specimens: the page shows them as wrong. */
#include "judgement_caveat.h"

#include "content.h"

enum { most_warnings = 24, most_items_looked_at = 80, most_signs_looked_at = 128, most_corrected = 16, same_words = 3 };

typedef struct warner {
    const mp_signs *signs;
    const mp_sentences *sentences;
    const mp_references *references;
    const mp_sign *warnings[most_warnings];
    bool of_self[most_warnings]; /* … which only hold for what the model says of itself */
    size_t warning_count;
} warner;

static void note(mp_judgement *judgement, const mp_sign *sign) {
    if (judgement->has_signal[MP_SIGNAL_CAVEATED]) return;
    judgement->has_signal[MP_SIGNAL_CAVEATED] = true;
    judgement->evidence[MP_SIGNAL_CAVEATED] = sign;
}

/* ---- Warnings in general ----------------------------------------------------------------------------------------- */

/* “What it says of its own limits is fiction”, “the confession is no evidence”: a warning of what a model says of itself. */
static bool is_of_self_accounts(const warner *w, const mp_sign *warning) {
    const mp_sentence *sentence = &w->sentences->list[warning->sentence];

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + most_items_looked_at; i++) {
        if (mp_item_is(w->sentences, i, MP_BIT(COORDINATOR))) return false; /* of the world, and of itself */
        if (!mp_item_is(w->sentences, i, MP_BIT(SELF_ACCOUNT))) continue;
        mp_word_classes others = MP_BIT(PRONOUN_FIRST) | MP_BIT(PRONOUN_SECOND) | MP_BIT(CLITIC_S); /* your own */
        if (i == sentence->first || !mp_item_is(w->sentences, i - 1, others)) return true;
    }
    return false;
}

static void gather_warnings(warner *w) {
    for (size_t i = 0; i < w->signs->count && w->warning_count < most_warnings; i++) {
        const mp_sign *sign = &w->signs->items[i];
        if (sign->meaning != MP_MEANING_CAVEAT || sign->by_model || sign->in_report) continue;
        w->of_self[w->warning_count] = is_of_self_accounts(w, sign);
        w->warnings[w->warning_count++] = sign;
    }
}

static void note_warning(const warner *w, mp_judgement *judgement) {
    uint16_t model = judgement->attribution->reference.model;

    for (size_t i = 0; i < w->warning_count; i++) {
        const mp_sign *sign = w->warnings[i];
        bool of_another = sign->model != 0 && model != MP_MODEL_GENERIC && sign->model != model;
        bool of_itself = judgement->role == MP_ROLE_SPOKESPERSON;
        if (of_another || (!of_itself && w->of_self[i])) continue;
        note(judgement, sign);
        return;
    }
}

/* ---- Corrections ------------------------------------------------------------------------------------------------- */

/* A flat correction stands right after the words: in their block, or at the head of the next. */
static bool corrects(const warner *w, const mp_sign *sign, const mp_attribution *attribution) {
    if (sign->by_model || sign->in_report || sign->by_maker) return false;
    if (sign->inside_quote) return false; /* somebody else’s words about something else */
    bool beside = sign->sentence == attribution->sentence && sign->meaning == MP_MEANING_CORRECTION;
    if (sign->block == attribution->block) return sign->start >= attribution->end || beside;
    return sign->sentence == 0 || w->sentences->list[sign->sentence - 1].block != sign->block;
}

/* “There is no Lake Brenda” corrects words that speak of the lake. */
static bool speaks_of(const warner *w, const mp_sign *absence, const mp_attribution *words) {
    mp_content said = {0}, denied = {0};
    mp_content_add(w->sentences->tokens, words->block, words->start, words->end, &said);
    mp_content_add_sentence(w->sentences, absence->sentence, &denied);
    return mp_content_shared(&said, &denied) > 0;
}

static const mp_sign *correction_of(const warner *w, const mp_attribution *attribution) {
    size_t first = mp_signs_at(w->signs, attribution->block, 0);
    if (attribution->sentence != MP_NONE) {
        const mp_sentence *sentence = &w->sentences->list[attribution->sentence];
        first = mp_signs_at(w->signs, sentence->block, mp_item_start(w->sentences, sentence->first));
    }
    for (size_t i = first; i < w->signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = w->signs->by_place[i];
        if (sign->block > attribution->block + 1) break;
        if (sign->block < attribution->block) continue;
        bool flat = sign->meaning == MP_MEANING_CORRECTION;
        if (!flat && sign->meaning != MP_MEANING_ABSENCE) continue;
        if (corrects(w, sign, attribution) && (flat || speaks_of(w, sign, attribution))) return sign;
    }
    return NULL;
}

static bool says_falsely(const warner *w, const mp_attribution *attribution) {
    return attribution->verb != MP_NONE && w->references->verbs->items[attribution->verb].disbelieved;
}

typedef struct corrected {
    mp_judgement *judgement;
    mp_content content;
} corrected;

static void read_content(const warner *w, const mp_judgement *judgement, mp_content *content) {
    const mp_attribution *a = judgement->attribution;
    *content = (mp_content){0};
    mp_content_add(w->sentences->tokens, a->block, a->start, a->end, content);
}

static bool shares_correction(const corrected *from, const mp_judgement *to, const mp_content *content) {
    if (from->judgement->attribution->reference.model != to->attribution->reference.model) return false;
    bool specimens = from->judgement->role == MP_ROLE_SAMPLE && to->role == MP_ROLE_SAMPLE;
    uint32_t one = from->judgement->attribution->block, other = to->attribution->block;
    bool near = one <= other + 1 && other <= one + 1; /* a list of oddities corrects one of them */
    return (specimens && (near || mp_content_shared(&from->content, content) > 0)) ||
           mp_content_shared(&from->content, content) >= same_words;
}

static void share_corrections(const warner *w, const corrected *known, size_t known_count, mp_judgement *findings,
                              size_t count) {
    for (size_t i = 0; i < count; i++) {
        mp_content content;
        if (findings[i].has_signal[MP_SIGNAL_CAVEATED]) continue;
        read_content(w, &findings[i], &content);
        for (size_t k = 0; k < known_count; k++) {
            if (!shares_correction(&known[k], &findings[i], &content)) continue;
            note(&findings[i], known[k].judgement->evidence[MP_SIGNAL_CAVEATED]);
            break;
        }
    }
}

static void note_corrections(const warner *w, mp_judgement *findings, size_t count) {
    corrected known[most_corrected];
    size_t known_count = 0;

    for (size_t i = 0; i < count; i++) {
        const mp_sign *sign = correction_of(w, findings[i].attribution);
        if (sign == NULL && !says_falsely(w, findings[i].attribution)) continue;
        note(&findings[i], sign);
        if (known_count == most_corrected) continue;
        known[known_count].judgement = &findings[i];
        read_content(w, &findings[i], &known[known_count++].content);
    }
    share_corrections(w, known, known_count, findings, count);
}

void mp_caveats_note(const mp_signs *signs, mp_judgement *findings, size_t count) {
    const mp_references *references = signs->attributions->references;
    warner w = {.signs = signs, .sentences = references->mentions->sentences, .references = references};

    gather_warnings(&w);
    for (size_t i = 0; i < count; i++) note_warning(&w, &findings[i]);
    note_corrections(&w, findings, count);
}
