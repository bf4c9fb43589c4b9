/* attribution_clause_place.c: reads what is told of each place at which a reported clause may end: the mark and the word
 * there, the phrase and the verb behind them, and what of the clause stands before. Every look is bounded. Knows marks,
 * word classes, verbs and their subjects; nothing of weights. */
#include "attribution_clause_internal.h"

enum { verb_reach = 8, insertion_reach = 24, short_items = 4, long_items = 8, near_items = 3 };

/* How a clause is read, from its beginning on. */
typedef struct reader {
    const mp_attributor *a;
    const mp_clause *c;
    uint32_t commas; /* so far */
    bool whole;      /* its verb has come */
} reader;

static mp_tag tag_at(const reader *r, uint32_t item) { return item < r->c->end ? mp_at_tag(r->a, item) : MP_TAG_STOP; }

static bool is(const reader *r, uint32_t item, mp_word_classes classes) {
    return item < r->c->end && mp_at_is(r->a, item, classes);
}

static bool is_mark(mp_tag tag) {
    return tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_OPEN || tag == MP_TAG_CLOSE ||
           tag == MP_TAG_COLON || tag == MP_TAG_STOP;
}

static bool joins(mp_tag tag) {
    return tag == MP_TAG_COORDINATOR || tag == MP_TAG_SUBORDINATOR || tag == MP_TAG_PREPOSITION ||
           tag == MP_TAG_RELATIVE || tag == MP_TAG_QUESTION;
}

static bool may_end_at(const reader *r, uint32_t item) {
    mp_tag tag = tag_at(r, item), before = tag_at(r, item - 1);
    if (is_mark(tag)) return true;
    bool word = joins(tag) || tag == MP_TAG_ADVERB || tag == MP_TAG_GERUND || tag == MP_TAG_TO;
    return word && before != MP_TAG_COMMA && before != MP_TAG_DASH && before != MP_TAG_OPEN;
}

/* ---- The word, and what stands before it ------------------------------------------------------------------------- */

static void read_word(const reader *r, mp_tag mark, uint32_t next, uint8_t *f) {
    mp_tag tag = tag_at(r, next), then = tag_at(r, next + 1);
    bool comma = mark == MP_TAG_COMMA, bare = !is_mark(mark);

    f[MP_END_FEATURE_COORDINATOR] = tag == MP_TAG_COORDINATOR;
    f[MP_END_FEATURE_BARE_COORDINATOR] = tag == MP_TAG_COORDINATOR && bare;
    f[MP_END_FEATURE_COORDINATED_VERB] = tag == MP_TAG_COORDINATOR && then == MP_TAG_VERB;
    f[MP_END_FEATURE_COORDINATOR_COMMA] = tag == MP_TAG_COORDINATOR && then == MP_TAG_COMMA;
    f[MP_END_FEATURE_SUBORDINATOR] = is(r, next, MP_BIT(SUBORDINATOR));
    f[MP_END_FEATURE_COMMA_SUBORDINATOR] = comma && is(r, next, MP_BIT(SUBORDINATOR));
    f[MP_END_FEATURE_HYPOTHETICAL] = is(r, next, MP_BIT(HYPOTHETICAL));
    f[MP_END_FEATURE_SEQUEL] = is(r, next, MP_BIT(SEQUEL));
    f[MP_END_FEATURE_PREPOSITION] = tag == MP_TAG_PREPOSITION;
    f[MP_END_FEATURE_AFFILIATION] = is(r, next, MP_BIT(AFFILIATION));
    f[MP_END_FEATURE_RELATIVE] = tag == MP_TAG_RELATIVE;
    f[MP_END_FEATURE_QUESTION] = tag == MP_TAG_QUESTION;
    f[MP_END_FEATURE_ADVERB] = tag == MP_TAG_ADVERB;
    f[MP_END_FEATURE_COMMA_ADVERB] = comma && tag == MP_TAG_ADVERB;
    f[MP_END_FEATURE_GERUND] = tag == MP_TAG_GERUND;
    f[MP_END_FEATURE_COMMA_GERUND] = comma && tag == MP_TAG_GERUND;
    f[MP_END_FEATURE_VERB] = tag == MP_TAG_VERB;
    f[MP_END_FEATURE_COMMA_VERB] = comma && tag == MP_TAG_VERB;
    f[MP_END_FEATURE_TO] = tag == MP_TAG_TO;
    f[MP_END_FEATURE_DETERMINER] = tag == MP_TAG_DETERMINER;
    f[MP_END_FEATURE_PRONOUN] = tag == MP_TAG_PRONOUN;
    f[MP_END_FEATURE_STOP] = tag == MP_TAG_STOP;
    f[MP_END_FEATURE_THEN_DETERMINER] = then == MP_TAG_DETERMINER;
    f[MP_END_FEATURE_THEN_PRONOUN] = then == MP_TAG_PRONOUN;
    f[MP_END_FEATURE_THEN_THAT] = then == MP_TAG_THAT;
}

static void read_before(mp_tag before, uint8_t *f) {
    f[MP_END_FEATURE_BEHIND_NOUN] = before == MP_TAG_NOUN;
    f[MP_END_FEATURE_BEHIND_OTHER] = before == MP_TAG_OTHER;
    f[MP_END_FEATURE_BEHIND_VERB] = before == MP_TAG_VERB || before == MP_TAG_GERUND;
    f[MP_END_FEATURE_BEHIND_SMALL_WORD] = before == MP_TAG_AUXILIARY || before == MP_TAG_NEGATION ||
                                          before == MP_TAG_DETERMINER || before == MP_TAG_POSSESSIVE ||
                                          before == MP_TAG_PREPOSITION;
}

/* ---- The phrase and the verb behind it --------------------------------------------------------------------------- */

static bool is_speaker(const reader *r, const mp_reference *reference) {
    if (r->c->verb->subject == MP_NONE) return false;
    const mp_reference *speaker = mp_at_reference(r->a, r->c->verb->subject);
    return speaker->kind == reference->kind && speaker->model == reference->model;
}

static void read_phrase(const reader *r, uint32_t first, uint8_t *f) {
    uint32_t number = first < r->c->end ? mp_at_mention_starting(r->a, r->c->sentence, first) : (uint32_t)MP_NONE;
    if (number == MP_NONE) return;
    const mp_mention *mention = &r->a->mentions->items[number];
    const mp_reference *reference = mp_at_reference(r->a, number);
    uint32_t after = mention->end;
    while (after < r->c->end && mp_at_tag(r->a, after) == MP_TAG_ADVERB) after++;

    f[MP_END_FEATURE_PHRASE_MODEL] = reference->kind == MP_SPEAKER_MODEL;
    f[MP_END_FEATURE_PHRASE_ORGANISATION] = reference->kind == MP_SPEAKER_ORGANISATION;
    f[MP_END_FEATURE_PHRASE_PERSON] = reference->kind == MP_SPEAKER_PERSON;
    f[MP_END_FEATURE_PHRASE_SPEAKER] = is_speaker(r, reference);
    f[MP_END_FEATURE_PHRASE_IT] = mention->kind == MP_MENTION_IT;
    f[MP_END_FEATURE_PHRASE_HE_OR_SHE] = mention->kind == MP_MENTION_HE_OR_SHE;
    f[MP_END_FEATURE_PHRASE_I] = mention->kind == MP_MENTION_I;
    f[MP_END_FEATURE_PHRASE_TIME] = mention->kind == MP_MENTION_TIME;
    f[MP_END_FEATURE_PHRASE_DEFINITE] = mention->definite;
    f[MP_END_FEATURE_PHRASE_INDEFINITE] = mention->indefinite;
    f[MP_END_FEATURE_PHRASE_COMMA] = tag_at(r, after) == MP_TAG_COMMA;
    f[MP_END_FEATURE_PHRASE_COORDINATOR] = tag_at(r, after) == MP_TAG_COORDINATOR;
    f[MP_END_FEATURE_PHRASE_PREPOSITION] = tag_at(r, after) == MP_TAG_PREPOSITION;
    f[MP_END_FEATURE_PHRASE_VERB] = tag_at(r, after) == MP_TAG_VERB;
    f[MP_END_FEATURE_PHRASE_AUXILIARY] = after < r->c->end && mp_at_is_auxiliary(r->a, after);
}

static bool have_one_speaker(const mp_attributor *a, const mp_verb *one, const mp_verb *other) {
    if (one->subject == MP_NONE || other->subject == MP_NONE) return false;
    const mp_reference *first = mp_at_reference(a, one->subject), *second = mp_at_reference(a, other->subject);
    bool same_model =
        first->kind == MP_SPEAKER_MODEL && second->kind == MP_SPEAKER_MODEL && first->model == second->model;
    return one->subject == other->subject || same_model;
}

/* … and, the third time, suggested; …, adding that; … before going on to claim that: past what joins, and what may stand
 * between it and the verb. */
static bool comes_at_once(const reader *r, uint32_t item, const mp_verb *verb) {
    mp_tag tag = tag_at(r, item);
    if (is_mark(tag) && verb->first == item + 1) return !verb->infinitive || !verb->unreal; /* not: …, only to say */
    if (is_mark(tag)) tag = tag_at(r, ++item);
    if (tag == MP_TAG_PREPOSITION) return verb->gerund && is(r, item, MP_BIT(SUBORDINATOR)) && verb->first == item + 1;
    if (tag != MP_TAG_COORDINATOR) return false;
    uint32_t behind = item + 1;
    bool inserted = tag_at(r, behind) == MP_TAG_COMMA;
    behind = mp_clause_skip_adverbials(r->a, r->c, inserted ? behind + 1 : behind);
    while (inserted && behind < verb->first && tag_at(r, behind) != MP_TAG_STOP) behind++;
    return behind == verb->first && (!inserted || tag_at(r, behind - 1) == MP_TAG_COMMA);
}

/* A verb of saying, or one that leads to it: … and went so far as to claim that. */
static bool says(const mp_attributor *a, const mp_verb *verb) {
    if (verb->cue != 0) return true;
    const mp_verb *inner = verb + 1;
    bool raises = mp_at_is(a, verb->item, MP_BIT(RAISING)) && inner < a->verbs->items + a->verbs->count &&
                  inner->sentence == verb->sentence && inner->first == verb->item + 1;
    return raises && inner->cue != 0 && inner->infinitive && !inner->unreal && !inner->negated;
}

static void read_next_verb(const reader *r, uint32_t item, uint32_t next, uint8_t *f) {
    const mp_verbs *verbs = r->a->verbs;
    uint32_t number = mp_verb_from(verbs, r->c->verb->sentence, next);
    if (number >= verbs->sentence_first[r->c->verb->sentence + 1]) return;
    const mp_verb *verb = &verbs->items[number], *cue = r->c->verb;
    if (verb->first > next + verb_reach) return;

    f[MP_END_FEATURE_NEXT_CUE] = verb->cue != 0;
    f[MP_END_FEATURE_NEXT_WEAK_CUE] = (mp_at_takes(r->a, verb) & MP_TAKES(WEAK)) != 0;
    f[MP_END_FEATURE_NEXT_SAME_SUBJECT] = verb->subject == cue->subject;
    f[MP_END_FEATURE_NEXT_SAME_SPEAKER] = have_one_speaker(r->a, cue, verb);
    f[MP_END_FEATURE_NEXT_BASE] = verb->form == MP_VERB_BASE;
    f[MP_END_FEATURE_NEXT_PAST] = verb->form == MP_VERB_PAST;
    f[MP_END_FEATURE_NEXT_GERUND] = verb->form == MP_VERB_GERUND;
    f[MP_END_FEATURE_NEXT_INFINITIVE] = verb->infinitive;
    f[MP_END_FEATURE_NEXT_GROUP] = verb->item != verb->first;
    f[MP_END_FEATURE_NEXT_RELATIVE] = verb->relative;
    f[MP_END_FEATURE_NEXT_ASKS] = mp_at_is(r->a, verb->item, MP_BIT(ASKING));
    f[MP_END_FEATURE_NEXT_QUOTES] = r->a->verb_has_quote[number];
    bool takes_over =
        !verb->relative && says(r->a, verb) && have_one_speaker(r->a, cue, verb) && comes_at_once(r, item, verb);
    f[MP_END_FEATURE_TAKES_OVER] = takes_over;
    f[MP_END_FEATURE_BEFORE_SAYING] = takes_over && tag_at(r, next) == MP_TAG_PREPOSITION;
}

/* ---- The clause -------------------------------------------------------------------------------------------------- */

static bool resumes(const reader *r, mp_tag mark, uint32_t next) {
    if (mark != MP_TAG_COMMA && mark != MP_TAG_DASH && mark != MP_TAG_OPEN) return false;
    mp_tag closing = mark == MP_TAG_OPEN ? MP_TAG_CLOSE : mark;
    for (uint32_t i = next + 1; i < r->c->end && i < next + insertion_reach; i++)
        if (mp_at_tag(r->a, i) == closing) return true;
    return false;
}

static void read_clause(const reader *r, uint32_t item, uint8_t *f) {
    const mp_clause *c = r->c;
    uint32_t items = item - c->first;

    f[MP_END_FEATURE_WHOLE] = r->whole;
    f[MP_END_FEATURE_SECOND_MARK] = r->commas == 1;
    f[MP_END_FEATURE_LATER_MARK] = r->commas > 1;
    f[MP_END_FEATURE_SHORT] = items > 1 && items < short_items;
    f[MP_END_FEATURE_LONG] = items >= long_items;
    f[MP_END_FEATURE_NEAR_END] = r->c->end - item < near_items;
    f[MP_END_FEATURE_HEADING] = r->a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_DEK;
    f[MP_END_FEATURE_IN_QUOTE] = c->sentence->scope != MP_NONE;
    f[MP_END_FEATURE_ACT] = c->rule == MP_RULE_SPEECH_ACT;
    f[MP_END_FEATURE_PASSIVE] = c->rule == MP_RULE_PASSIVE;
    f[MP_END_FEATURE_AROUND] = c->rule == MP_RULE_CLAUSE_THEN_SPEAKER;
}

/* What is told of an end before `item`, where `next` is what the sentence goes on with. */
static void read_place(const reader *r, uint32_t item, uint32_t next, uint8_t *f) {
    mp_tag mark = tag_at(r, item);

    f[MP_END_FEATURE_BIAS] = 1;
    f[MP_END_FEATURE_COMMA] = mark == MP_TAG_COMMA;
    f[MP_END_FEATURE_DASH] = mark == MP_TAG_DASH;
    f[MP_END_FEATURE_SEMICOLON] = mark == MP_TAG_STOP;
    f[MP_END_FEATURE_BRACKET] = mark == MP_TAG_OPEN;
    f[MP_END_FEATURE_ASIDE] = mp_clause_aside_begins(r->a, r->c, next == item ? item : next - 1);
    f[MP_END_FEATURE_RESUMES] = resumes(r, mark, next);
    read_word(r, mark, next, f);
    read_before(tag_at(r, item - 1), f);
    read_phrase(r, joins(tag_at(r, next)) ? next + 1 : next, f);
    read_next_verb(r, item, next, f);
    read_clause(r, item, f);
}

static void add_place(const reader *r, uint32_t item, uint32_t next, mp_clause_places *places) {
    mp_clause_place *place = &places->items[places->count++];

    *place = (mp_clause_place){.end = item};
    read_place(r, item, next, place->features);
}

void mp_clause_places_read(const mp_attributor *a, const mp_clause *c, mp_clause_places *places) {
    reader r = {.a = a, .c = c, .whole = c->rule == MP_RULE_SPEECH_ACT};

    places->count = 0;
    for (uint32_t item = c->first; item < c->end && places->count + 1 < MP_MOST_PLACES; item++) {
        bool before_teller = c->behind_teller > 0 && item == c->teller;
        if (before_teller && c->may_end_before_teller) {
            add_place(&r, item, c->behind_teller, places);
            places->items[places->count - 1].features[MP_END_FEATURE_BEFORE_TELLER] = 1;
        }
        if (before_teller) item = c->behind_teller - 1;
        bool inside = !before_teller && item > c->first && item >= c->behind_teller;
        if (inside && may_end_at(&r, item)) add_place(&r, item, is_mark(tag_at(&r, item)) ? item + 1 : item, places);
        mp_tag tag = tag_at(&r, item);
        r.commas += tag == MP_TAG_COMMA;
        r.whole |= tag == MP_TAG_VERB || mp_at_is_auxiliary(a, item);
    }
    places->items[places->count++] = (mp_clause_place){.end = c->end};
}
