/* judgement_maker.c: compares what the maker is said to have said with the model’s words. Knows findings with their roles
 * and acts, and signs; nothing of prompts, caveats or levels.
 *
 * A maker’s statement on the same event is no confirmation and no denial; it must touch the words. So a plain “not” or
 * “sorry” counts only where the statement shares content words with the finding (“the agent deleted customers’ data” with
 * “I deleted the data”), while disowning words (“that was wrong”, “it has no idea why”) concern all that the model said
 * of itself, except where it takes its words back: an apology for a wrong answer is not denied by who calls it wrong. */
#include "judgement_maker.h"

#include "content.h"

enum { most_statements = 64, most_signs_looked_at = 64, fragment_bytes = 36, few_words = 3, reach_blocks = 2 };

typedef struct statement {
    const mp_sign *sign;
    mp_content content; /* of its sentence */
} statement;

typedef struct comparer {
    const mp_signs *signs;
    const mp_sentences *sentences;
    MP_ARRAY(statement) statements;
    bool several;        /* the page quotes more than one model */
    bool of_specimens;   /* the page shows the model’s words as specimens, for the most part */
    bool only_specimens; /* … throughout */
} comparer;

static bool concerns(const mp_signs *signs, const mp_sign *sign, const mp_attribution *attribution) {
    const mp_rules *rules = signs->attributions->references->mentions->sentences->tokens->rules;
    uint16_t maker = mp_maker_of_model(rules, attribution->reference.model);
    bool of_another = sign->model != 0 && sign->model != attribution->reference.model &&
                      attribution->reference.model != MP_MODEL_GENERIC; /* Microsoft on Tay, beside words of Bing’s */
    return !sign->by_model && !of_another && (maker == 0 || sign->maker == 0 || sign->maker == maker);
}

/* On a page about several bots, a company without a name answers for the one that was spoken of last; one with a name does
 * not answer for a bot without. */
static bool is_far(const mp_sign *sign, const mp_attribution *attribution) {
    bool nameless = attribution->reference.model == MP_MODEL_GENERIC;
    if (sign->maker != 0) return nameless;
    if (sign->meaning == MP_MEANING_SILENCE) return false; /* “The companies did not respond.” */
    return sign->block + reach_blocks < attribution->block || sign->block > attribution->block + reach_blocks;
}

/* ---- The statements ---------------------------------------------------------------------------------------------- */

static bool tells_of_maker(const mp_sign *sign) {
    switch ((mp_meaning)sign->meaning) {
    case MP_MEANING_SILENCE:
    case MP_MEANING_DENIAL:
    case MP_MEANING_DISOWNING:
    case MP_MEANING_NEGATION:
    case MP_MEANING_FAULT:
    case MP_MEANING_CONFIRMATION: return true;
    default: return false;
    }
}

static bool sentence_says(const mp_signs *signs, uint32_t sentence, mp_meaning meaning) {
    uint32_t first = signs->sentence_first[sentence], end = signs->sentence_first[sentence + 1];
    for (uint32_t i = first; i < end && i < first + most_signs_looked_at; i++)
        if (signs->items[i].meaning == meaning) return true;
    return false;
}

/* “We read everything and reply to nothing” in an automated reply says nothing of the words. */
static bool is_in_automated_reply(const comparer *c, const mp_sign *sign) {
    uint32_t scope = c->sentences->list[sign->sentence].scope;
    uint32_t around = scope == MP_NONE ? (uint32_t)MP_NONE : c->sentences->stretch_sentence[scope];
    return around != MP_NONE && sentence_says(c->signs, around, MP_MEANING_SILENCE);
}

/* “xAI did not answer questions about the errors”: who is silent says nothing of errors. */
static bool is_no_statement(const comparer *c, const mp_sign *sign) {
    bool silent = !sign->inside_quote && sentence_says(c->signs, sign->sentence, MP_MEANING_SILENCE);
    return silent || is_in_automated_reply(c, sign);
}

static bool gather_statements(comparer *c, mp_arena *arena) {
    for (size_t i = 0; i < c->signs->count && c->statements.count < most_statements; i++) {
        const mp_sign *sign = &c->signs->items[i];
        if (!tells_of_maker(sign) || (sign->meaning == MP_MEANING_NEGATION && !sign->by_maker)) continue;
        if (sign->meaning != MP_MEANING_SILENCE && is_no_statement(c, sign)) continue;
        const mp_sentence *sentence = &c->sentences->list[sign->sentence];
        statement made = {.sign = sign};
        mp_content_add(c->sentences->tokens, sentence->block, mp_item_start(c->sentences, sentence->first),
                       mp_item_end(c->sentences, sentence->end - 1), &made.content);
        if (!MP_PUSH(arena, &c->statements, made)) return false;
    }
    return true;
}

/* ---- The comparison ---------------------------------------------------------------------------------------------- */

/* What the finding says; of a fragment, what the sentence says that brings it. */
static void read_content(const comparer *c, const mp_attribution *attribution, mp_content *content) {
    *content = (mp_content){0};
    mp_content_add(c->sentences->tokens, attribution->block, attribution->start, attribution->end, content);
    if (attribution->sentence == MP_NONE || attribution->end - attribution->start > fragment_bytes) return;
    const mp_sentence *sentence = &c->sentences->list[attribution->sentence];
    mp_content_add(c->sentences->tokens, sentence->block, mp_item_start(c->sentences, sentence->first),
                   mp_item_end(c->sentences, sentence->end - 1), content);
}

/* The best statement of a sort, and how many words it shares with the finding. */
typedef struct best {
    const mp_sign *sign;
    uint32_t shared;
} best;

static void take(best *kept, const statement *candidate, uint32_t shared) {
    if (kept->sign != NULL && shared <= kept->shared) return;
    *kept = (best){candidate->sign, shared};
}

typedef struct heard {
    best silence, denial, negation, fault, confirmation;
    uint32_t touching; /* how many words are to be shared: two, of few words one */
    bool negates;      /* the words themselves: “No data was lost” */
    bool disowned;     /* “It does not know why”, “It does not speak for us”: apologies and admissions too */
} heard;

static bool has_negation(const mp_signs *signs, const mp_attribution *words) {
    size_t first = mp_signs_at(signs, words->block, words->start);
    for (size_t i = first; i < signs->count && i < first + most_signs_looked_at; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block != words->block || sign->start >= words->end) return false;
        if (sign->meaning == MP_MEANING_NEGATION) return true;
    }
    return false;
}

static heard listen(const comparer *c, const mp_attribution *attribution) {
    mp_content content;
    heard all = {.negates = has_negation(c->signs, attribution)};
    read_content(c, attribution, &content);
    all.touching = mp_content_count(&content) <= few_words ? 1 : 2;

    for (size_t i = 0; i < c->statements.count; i++) {
        const statement *s = &c->statements.items[i];
        if (!concerns(c->signs, s->sign, attribution)) continue;
        if (c->several && is_far(s->sign, attribution)) continue;
        if (s->sign->sentence == attribution->sentence && s->sign->meaning != MP_MEANING_SILENCE) continue;
        uint32_t shared = mp_content_shared(&content, &s->content);
        switch ((mp_meaning)s->sign->meaning) {
        case MP_MEANING_SILENCE: take(&all.silence, s, shared); break;
        case MP_MEANING_DISOWNING: all.disowned = true; /* falls through */
        case MP_MEANING_DENIAL: take(&all.denial, s, shared); break;
        case MP_MEANING_NEGATION: take(&all.negation, s, shared); break;
        case MP_MEANING_FAULT: take(&all.fault, s, shared); break;
        default: take(&all.confirmation, s, shared);
        }
    }
    return all;
}

static void note(mp_judgement *judgement, mp_signal_kind kind, const mp_sign *sign) {
    judgement->has_signal[kind] = true;
    judgement->evidence[kind] = sign;
}

/* “A rollback was impossible, it said. It was wrong about that.” Who confirms the rest does not confirm this. */
static bool is_flatly_corrected(const mp_judgement *judgement) {
    const mp_sign *sign = judgement->evidence[MP_SIGNAL_CAVEATED];
    return sign != NULL && sign->meaning != MP_MEANING_CAVEAT;
}

static const mp_sign *confirmed_by(const heard *h, const mp_judgement *judgement) {
    if (is_flatly_corrected(judgement) && h->confirmation.shared < h->touching) return NULL;
    bool owns_up = judgement->act == MP_ACT_APOLOGY || judgement->act == MP_ACT_ADMISSION;
    bool undisputed =
        h->denial.sign == NULL && (judgement->act == MP_ACT_OTHER || judgement->act == MP_ACT_EXPLANATION);
    bool same = h->confirmation.shared >= 1 || owns_up || undisputed;
    if (h->confirmation.sign != NULL && same) return h->confirmation.sign;
    bool same_fault = owns_up && !h->disowned && h->denial.sign != NULL && h->denial.shared >= h->touching;
    if (same_fault) return h->denial.sign; /* “I gave a wrong date” beside “It gave out a wrong date” */
    if (h->negates && h->negation.sign != NULL && h->negation.shared >= h->touching) return h->negation.sign;
    bool admits_same = h->fault.sign != NULL && h->fault.shared >= (owns_up ? 1 : h->touching);
    return admits_same ? h->fault.sign : NULL;
}

static const mp_sign *denied_by(const heard *h, const mp_judgement *judgement) {
    bool takes_back = judgement->act == MP_ACT_APOLOGY || judgement->act == MP_ACT_ADMISSION;
    bool concerned = !takes_back || h->disowned || h->denial.shared >= h->touching;
    if (h->denial.sign != NULL && concerned) return h->denial.sign;
    bool contradicts = h->negation.sign != NULL && h->negation.shared >= h->touching && !h->negates;
    return contradicts && h->confirmation.sign == NULL ? h->negation.sign : NULL;
}

static void note_of_spokesperson(const heard *h, mp_judgement *judgement) {
    const mp_sign *confirmed = confirmed_by(h, judgement), *denied = denied_by(h, judgement);

    bool owns_up = judgement->act == MP_ACT_APOLOGY || judgement->act == MP_ACT_ADMISSION;
    if (confirmed != NULL && denied != NULL) {
        uint32_t for_it = h->confirmation.shared > h->fault.shared ? h->confirmation.shared : h->fault.shared;
        uint32_t against = h->denial.shared > h->negation.shared ? h->denial.shared : h->negation.shared;
        if (for_it > against || (owns_up && for_it == against)) /* both say what went wrong */
            denied = NULL;
        else
            confirmed = NULL;
    }
    if (confirmed != NULL) note(judgement, MP_SIGNAL_MAKER_CONFIRMED, confirmed);
    if (denied != NULL) note(judgement, MP_SIGNAL_MAKER_DENIED, denied);
    if (h->silence.sign != NULL) note(judgement, MP_SIGNAL_MAKER_SILENT, h->silence.sign);
}

/* Of a specimen only where the maker was asked about, or disowned, those very words: where the page has no other words
 * of the model that the maker could be asked about. */
static void note_of_sample(const comparer *c, const heard *h, mp_judgement *judgement) {
    const best *denial = h->denial.sign != NULL ? &h->denial : &h->fault;
    bool denied = denial->sign != NULL && (denial == &h->denial || c->of_specimens || denial->shared >= h->touching);

    if (denied) note(judgement, MP_SIGNAL_MAKER_DENIED, denial->sign);
    if (c->only_specimens && h->silence.sign != NULL) note(judgement, MP_SIGNAL_MAKER_SILENT, h->silence.sign);
}

bool mp_maker_signals_note(const mp_signs *signs, mp_arena *arena, mp_judgement *findings, size_t count) {
    comparer c = {.signs = signs, .sentences = signs->attributions->references->mentions->sentences};
    if (!gather_statements(&c, arena)) return false;

    size_t specimens = 0, accounts = 0;
    for (size_t i = 0; i < count; i++) {
        specimens += findings[i].role == MP_ROLE_SAMPLE;
        accounts += findings[i].role == MP_ROLE_SPOKESPERSON;
    }
    for (size_t i = 1; i < count; i++)
        c.several |= findings[i].attribution->reference.model != findings[0].attribution->reference.model;
    c.of_specimens = specimens > accounts;
    c.only_specimens = accounts == 0;
    for (size_t i = 0; i < count && c.statements.count > 0; i++) {
        heard h = listen(&c, findings[i].attribution);
        if (findings[i].role == MP_ROLE_SPOKESPERSON) note_of_spokesperson(&h, &findings[i]);
        if (findings[i].role == MP_ROLE_SAMPLE) note_of_sample(&c, &h, &findings[i]);
    }
    return true;
}
