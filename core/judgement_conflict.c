/* judgement_conflict.c: pairs words of one model that cannot both be true. Knows findings with their roles and acts, and
 * signs; nothing of makers, prompts or levels.
 *
 * Three ways to tell: a regretful reply beside a defiant or denying one; a denial beside an account of what it denies; and
 * a reply that takes earlier words back (“You are right, I should not have said that”), which contradicts what the model
 * had claimed before. Where the page itself says that the model changed its story, its accounts of it conflict. */
#include "judgement_conflict.h"

#include "content.h"

enum { most_pairs_back = 12, most_signs_looked_at = 64, reach_blocks = 4, same_words = 2 };

static const mp_sentences *sentences_of(const mp_signs *signs) {
    return signs->attributions->references->mentions->sentences;
}

/* ---- What the words are ------------------------------------------------------------------------------------------ */

static bool says(const mp_signs *signs, const mp_attribution *words, mp_meaning meaning, bool around) {
    size_t first = mp_signs_at(signs, words->block, words->start);
    for (size_t i = first; i < signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block != words->block || sign->start >= words->end) break;
        if (sign->meaning == meaning) return true;
    }
    if (!around || words->sentence == MP_NONE) return false;
    for (uint32_t i = signs->sentence_first[words->sentence]; i < signs->sentence_first[words->sentence + 1]; i++)
        if (signs->items[i].meaning == meaning) return true;
    return false;
}

static bool is_headline(const mp_signs *signs, const mp_judgement *judgement) {
    return sentences_of(signs)->tokens->article->blocks[judgement->attribution->block].kind <= MP_BLOCK_DEK;
}

static bool regrets(const mp_judgement *judgement) {
    return judgement->act == MP_ACT_APOLOGY || judgement->act == MP_ACT_ADMISSION;
}

static bool is_claim(const mp_signs *signs, const mp_judgement *judgement) {
    if (judgement->act == MP_ACT_PROMISE) return false;
    return !says(signs, judgement->attribution, MP_MEANING_APOLOGY, false) &&
           !says(signs, judgement->attribution, MP_MEANING_RETRACTION, false);
}

static void add_sentence(const mp_signs *signs, const mp_attribution *words, mp_content *content) {
    if (words->sentence != MP_NONE) mp_content_add_sentence(sentences_of(signs), words->sentence, content);
}

/* Of `one` the words alone; of `other` the sentence that brings them too: “asked why it had been suspended, it said …”. */
static uint32_t shared_words(const mp_signs *signs, const mp_judgement *one, const mp_judgement *other) {
    const mp_tokens *tokens = sentences_of(signs)->tokens;
    mp_content contents[2] = {0};
    const mp_attribution *words[2] = {one->attribution, other->attribution};

    for (int i = 0; i < 2; i++) mp_content_add(tokens, words[i]->block, words[i]->start, words[i]->end, &contents[i]);
    add_sentence(signs, words[1], &contents[1]);
    return mp_content_shared(&contents[0], &contents[1]);
}

/* ---- Pairs ------------------------------------------------------------------------------------------------------- */

static bool defies(const mp_signs *signs, const mp_judgement *words) {
    return words->act == MP_ACT_DEFIANCE || words->act == MP_ACT_DENIAL ||
           says(signs, words->attribution, MP_MEANING_DEFIANCE, false);
}

static bool is_sorry(const mp_signs *signs, const mp_judgement *words) {
    bool sorry = regrets(words) || says(signs, words->attribution, MP_MEANING_APOLOGY, false);
    return sorry && !defies(signs, words);
}

static bool are_opposite_replies(const mp_signs *signs, const mp_judgement *one, const mp_judgement *other) {
    if (other->role != MP_ROLE_SPOKESPERSON || !is_sorry(signs, one) || !defies(signs, other)) return false;
    bool defiant = other->act == MP_ACT_DEFIANCE || says(signs, other->attribution, MP_MEANING_DEFIANCE, false);
    return defiant || shared_words(signs, other, one) >= 1; /* a denial may be of something else */
}

/* “I was never suspended” beside “I was suspended for …”. */
static bool denies_account(const mp_signs *signs, const mp_judgement *denial, const mp_judgement *account) {
    if (denial->role != MP_ROLE_SPOKESPERSON || account->role != MP_ROLE_SPOKESPERSON) return false;
    if (account->act == MP_ACT_APOLOGY || account->act == MP_ACT_PROMISE || account->act == MP_ACT_DENIAL) return false;
    bool one_breath = denial->attribution->cue_sentence == account->attribution->cue_sentence &&
                      denial->attribution->block == account->attribution->block; /* “I did not do it; it was a bug” */
    if (one_breath) return false;
    bool denies = denial->act == MP_ACT_DENIAL || says(signs, denial->attribution, MP_MEANING_REFUTATION, false);
    return denies && !says(signs, account->attribution, MP_MEANING_REFUTATION, false) &&
           shared_words(signs, denial, account) >= same_words;
}

static bool is_taken_back_by(const mp_signs *signs, const mp_judgement *reply, const mp_judgement *earlier) {
    if (!is_claim(signs, earlier) || reply->attribution->reference.model != earlier->attribution->reference.model)
        return false;
    return is_headline(signs, earlier) || earlier->attribution->block + reach_blocks >= reply->attribution->block;
}

static bool conflict(const mp_signs *signs, const mp_judgement *earlier, const mp_judgement *later) {
    if (earlier->attribution->reference.model != later->attribution->reference.model) return false;
    if (are_opposite_replies(signs, earlier, later) || are_opposite_replies(signs, later, earlier)) return true;
    return denies_account(signs, earlier, later) || denies_account(signs, later, earlier);
}

static void pair(mp_judgement *findings, uint32_t one, uint32_t other) {
    findings[one].has_signal[MP_SIGNAL_CONTRADICTED] = findings[other].has_signal[MP_SIGNAL_CONTRADICTED] = true;
    findings[one].other = other;
    findings[other].other = one;
}

/* ---- What the page says ------------------------------------------------------------------------------------------ */

static bool gives_account(const mp_judgement *judgement) {
    return judgement->role == MP_ROLE_SPOKESPERSON &&
           (judgement->act == MP_ACT_EXPLANATION || judgement->act == MP_ACT_DENIAL || judgement->act == MP_ACT_OTHER ||
            judgement->act == MP_ACT_ADMISSION);
}

static void note_page(const mp_signs *signs, mp_judgement *findings, size_t count) {
    const mp_sign *found = NULL;
    for (size_t i = 0; i < signs->count && found == NULL; i++) {
        const mp_sign *sign = &signs->items[i];
        if (sign->meaning == MP_MEANING_CONFLICT && !sign->by_model && !sign->in_report) found = sign;
    }
    for (size_t i = 0; found != NULL && i < count; i++) {
        uint32_t block = findings[i].attribution->block;
        bool near = block <= found->block + 1 && block + reach_blocks >= found->block;
        if (!gives_account(&findings[i]) || (!near && !is_headline(signs, &findings[i]))) continue;
        findings[i].has_signal[MP_SIGNAL_CONTRADICTED] = true;
        if (findings[i].evidence[MP_SIGNAL_CONTRADICTED] == NULL) findings[i].evidence[MP_SIGNAL_CONTRADICTED] = found;
    }
}

/* A reply that takes back: the earlier claims that share words with it; where none does, all that are near. */
static void note_taken_back(const mp_signs *signs, mp_judgement *findings, uint32_t reply) {
    uint32_t most_back = reply < most_pairs_back ? reply : most_pairs_back;
    bool any_shares = false;
    if (findings[reply].role == MP_ROLE_SOURCE) return;
    if (!says(signs, findings[reply].attribution, MP_MEANING_RETRACTION, true)) return;

    for (uint32_t back = 1; back <= most_back; back++)
        any_shares |= is_taken_back_by(signs, &findings[reply], &findings[reply - back]) &&
                      shared_words(signs, &findings[reply - back], &findings[reply]) > 0;
    for (uint32_t back = 1; back <= most_back; back++) {
        const mp_judgement *earlier = &findings[reply - back];
        if (!is_taken_back_by(signs, &findings[reply], earlier)) continue;
        bool shares = shared_words(signs, earlier, &findings[reply]) > 0;
        bool near = !any_shares && earlier->role != MP_ROLE_SOURCE;
        if (shares || near) pair(findings, reply - back, reply);
    }
}

void mp_conflicts_note(const mp_signs *signs, mp_judgement *findings, size_t count) {
    for (uint32_t i = 1; i < count; i++) {
        for (uint32_t back = 1; back <= i && back <= most_pairs_back; back++)
            if (conflict(signs, &findings[i - back], &findings[i])) pair(findings, i - back, i);
        note_taken_back(signs, findings, i);
    }
    note_page(signs, findings, count);
}
