/* judgement_conflict.c: pairs words of one model that cannot both be true. Knows findings with their roles and acts, and
 * signs; nothing of makers or levels. What is seen of two findings, their prompts too, is judgement_conflict_feature.c's.
 *
 * Rules know three ways to tell: a regretful reply beside a defiant or denying one; a denial beside an account of what it
 * denies; and a reply that takes earlier words back (“You are right, I should not have said that”), which contradicts what
 * the model had claimed before. What they find is weighed with all else that is seen of two findings. */
#include "judgement_conflict_internal.h"

enum { reach_blocks = 4, same_words = 2 };

/* ---- The rules --------------------------------------------------------------------------------------------------- */

static bool defies(const mp_pairer *p, uint32_t finding) {
    mp_act act = p->findings[finding].act;
    return act == MP_ACT_DEFIANCE || act == MP_ACT_DENIAL || p->told[finding].defies;
}

static bool regrets(const mp_pairer *p, uint32_t finding) {
    mp_act act = p->findings[finding].act;
    return act == MP_ACT_APOLOGY || act == MP_ACT_ADMISSION;
}

static bool is_sorry(const mp_pairer *p, uint32_t finding) {
    return (regrets(p, finding) || p->told[finding].sorry) && !defies(p, finding);
}

/* Of `one` the words alone; of `other` the sentence that brings them too: “asked why it had been suspended, it said …”. */
static uint32_t shared_words(const mp_pairer *p, uint32_t one, uint32_t other) {
    return mp_content_shared(&p->told[one].words, &p->told[other].around);
}

bool mp_are_opposite_replies(const mp_pairer *p, uint32_t one, uint32_t other) {
    if (p->findings[other].role != MP_ROLE_SPOKESPERSON || !is_sorry(p, one) || !defies(p, other)) return false;
    return p->findings[other].act == MP_ACT_DEFIANCE || p->told[other].defies ||
           shared_words(p, other, one) >= 1; /* a denial may be of something else */
}

/* “I was never suspended” beside “I was suspended for …”. */
bool mp_denies_account(const mp_pairer *p, uint32_t denial, uint32_t account) {
    const mp_judgement *one = &p->findings[denial], *other = &p->findings[account];
    if (one->role != MP_ROLE_SPOKESPERSON || other->role != MP_ROLE_SPOKESPERSON) return false;
    if (p->told[account].sorry || p->told[account].promises) return false;
    bool one_breath = one->attribution->cue_sentence == other->attribution->cue_sentence &&
                      one->attribution->block == other->attribution->block; /* “I did not do it; it was a bug” */
    if (one_breath) return false;
    return (one->act == MP_ACT_DENIAL || p->told[denial].refutes) && !p->told[account].refutes &&
           shared_words(p, denial, account) >= same_words;
}

bool mp_is_taken_back_by(const mp_pairer *p, uint32_t earlier, uint32_t reply) {
    const mp_told *told = &p->told[earlier], *taking = &p->told[reply];
    const mp_judgement *one = &p->findings[earlier], *other = &p->findings[reply];
    bool claims = !told->promises && !told->sorry && !told->takes_back && !regrets(p, earlier); /* nor a confession */
    bool takes_back = other->role != MP_ROLE_SOURCE && (taking->takes_back || taking->brought_as_taken_back);
    if (!claims || !takes_back) return false;
    bool near = told->headline || one->attribution->block + reach_blocks >= other->attribution->block;
    return near && (one->role != MP_ROLE_SOURCE || shared_words(p, earlier, reply) > 0);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void note(mp_judgement *findings, uint32_t one, uint32_t other, const mp_sign *conflict) {
    mp_judgement *finding = &findings[one];
    if (finding->has_signal[MP_SIGNAL_CONTRADICTED]) return;
    finding->has_signal[MP_SIGNAL_CONTRADICTED] = true;
    finding->evidence[MP_SIGNAL_CONTRADICTED] = conflict;
    finding->other = other;
}

static bool is_same_model(const mp_judgement *one, const mp_judgement *other) {
    return one->attribution->reference.model == other->attribution->reference.model;
}

static void note_pairs(const mp_pairer *p, mp_judgement *findings, size_t count) {
    for (uint32_t later = 1; later < count; later++) {
        for (uint32_t back = 1; back <= later && back <= MP_MOST_PAIRS_BACK; back++) {
            uint32_t earlier = later - back;
            if (!is_same_model(&findings[earlier], &findings[later])) continue;
            if (mp_pair_weigh(p, earlier, later) <= 0) continue;
            const mp_sign *conflict = mp_conflict_near(p, earlier, later);
            note(findings, earlier, later, conflict);
            note(findings, later, earlier, conflict);
        }
    }
}

/* “I was never off,” it said. “Look again.”: what is said in one breath contradicts the same. */
static void share_along_runs(mp_judgement *findings, size_t count) {
    for (uint32_t i = 1; i < count; i++) {
        const mp_attribution *words = findings[i].attribution, *before = findings[i - 1].attribution;
        if (words->rule != MP_RULE_CONTINUED || words->block != before->block) continue;
        bool own = findings[i].has_signal[MP_SIGNAL_CONTRADICTED];
        if (own == findings[i - 1].has_signal[MP_SIGNAL_CONTRADICTED]) continue;
        const mp_judgement *known = own ? &findings[i] : &findings[i - 1];
        note(findings, own ? i - 1 : i, known->other, known->evidence[MP_SIGNAL_CONTRADICTED]);
    }
}

/* What is told of each finding is much, and nobody else asks for it. */
bool mp_conflicts_note(const mp_signs *signs, const mp_page_facts *facts, const mp_allocator *allocator,
                       mp_judgement *findings, size_t count) {
    mp_arena scratch;
    mp_pairer p;
    if (count < 2) return true;
    mp_arena_init(&scratch, allocator);
    bool made = mp_pairer_make(signs, facts, &scratch, findings, count, &p);

    if (made) note_pairs(&p, findings, count);
    if (made) share_along_runs(findings, count);
    mp_arena_free(&scratch);
    return made;
}
