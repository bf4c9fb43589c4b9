/* clause.c: finds each verb's subject without a grammar: from the verb to the left, past adverbs and auxiliaries, to a
 * noun phrase; out of prepositional phrases to the noun that they hang on; over what stands between commas; through
 * “and” and participles to the subject of the verb before. After a quote, to the right. Knows tags and mentions; nothing
 * of what they stand for. */
#include "clause.h"

#include "status.h"

enum { reach = 64, most_climbs = 12 };

typedef MP_ARRAY(mp_verb) verb_array;

typedef struct finder {
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const uint8_t *tags;
    const mp_sentence *sentence;
    uint32_t number; /* of the sentence */
    verb_array *verbs;
    uint32_t first_verb; /* of the sentence */
} finder;

static mp_tag tag_at(const finder *f, uint32_t item) { return (mp_tag)f->tags[item]; }
static bool is(const finder *f, uint32_t item, uint64_t classes) { return mp_item_is(f->sentences, item, classes); }
static bool at_start(const finder *f, uint32_t item) { return item == f->sentence->first; }

static bool in_running_text(const finder *f) {
    return f->sentences->tokens->article->blocks[f->sentence->block].kind > MP_BLOCK_SUBHEAD;
}

static const mp_mention *mention_of(const finder *f, uint32_t mention) { return &f->mentions->items[mention]; }

/* The mention that ends just before `item`. */
static uint32_t mention_before(const finder *f, uint32_t item) {
    return at_start(f, item) ? (uint32_t)MP_NONE : f->mentions->item_mention[item - 1];
}

static uint32_t mention_starting(const finder *f, uint32_t item) {
    if (item >= f->sentence->end) return MP_NONE;
    uint32_t mention = f->mentions->item_mention[item];
    return mention != MP_NONE && mention_of(f, mention)->first == item ? mention : (uint32_t)MP_NONE;
}

/* The verb of this sentence at `item`, or the nearest before it; NULL for none. */
static const mp_verb *verb_before(const finder *f, uint32_t item) {
    for (size_t i = f->verbs->count; i > f->first_verb; i--)
        if (f->verbs->items[i - 1].item < item) return &f->verbs->items[i - 1];
    return NULL;
}

/* ---- The verb group ---------------------------------------------------------------------------------------------- */

static void read_group_item(const finder *f, uint32_t item, mp_verb *verb) {
    if (tag_at(f, item) == MP_TAG_NEGATION) verb->negated = true;
    bool helps_infinitive = verb->infinitive && is(f, item, MP_BIT(AUXILIARY)); /* had to admit; is to apologise */
    if (helps_infinitive && is(f, item, MP_BIT(BE))) verb->unreal = true;
    if (helps_infinitive) verb->infinitive = false;
    if (tag_at(f, item) == MP_TAG_TO) verb->infinitive = true;
    if (is(f, item, MP_BIT(HABITUAL))) verb->habitual = true;
    if (is(f, item, MP_BIT(DISBELIEF))) verb->disbelieved = true;
    if (is(f, item, MP_BIT(MODAL))) verb->unreal = true;
    bool be = is(f, item, MP_BIT(BE)) && !helps_infinitive;
    if (be && verb->form != MP_VERB_GERUND) verb->passive = true;
    if (is(f, item, MP_BIT(BE) | MP_BIT(AUXILIARY)) && verb->gerund) verb->gerund = false; /* was saying: finite */
}

static void read_group(const finder *f, mp_verb *verb) {
    verb->first = verb->item;

    while (!at_start(f, verb->first)) {
        mp_tag tag = tag_at(f, verb->first - 1);
        if (tag != MP_TAG_ADVERB && tag != MP_TAG_AUXILIARY && tag != MP_TAG_NEGATION && tag != MP_TAG_TO) break;
        verb->first--;
        read_group_item(f, verb->first, verb);
    }
}

/* ---- Subjects to the left ---------------------------------------------------------------------------------------- */

/* Whether a verb's object may be the subject of what follows: “said Grok had”, “shows Grok admitting”. */
static bool opens_clause(const finder *f, const mp_verb *verb) {
    if (is(f, verb->item, MP_BIT(CLAUSAL))) return true;
    if (verb->cue == 0) return false;
    uint16_t takes = f->sentences->tokens->rules->cues.items[verb->cue - 1].takes;
    return (takes & MP_TAKES(THAT)) != 0;
}

static uint32_t subject_ending_before(const finder *f, uint32_t item, int climbs);

/* The subject of a clause whose verb has just been passed to the left: the noun before its relative pronoun, or before
 * the participle that shortens a relative clause. */
static uint32_t subject_before_verb(const finder *f, uint32_t verb_item, int climbs) {
    const mp_verb *verb = verb_before(f, verb_item + 1);
    if (verb == NULL || verb->item != verb_item) return MP_NONE;
    uint32_t first = verb->first;
    uint32_t own = mention_before(f, first);
    if (own != MP_NONE) { /* the bot that Musk built; the bot Musk built; the bot built by Musk */
        uint32_t before_own = mention_of(f, own)->first;
        bool has_inner_subject = !at_start(f, before_own) && (tag_at(f, before_own - 1) == MP_TAG_THAT ||
                                                              tag_at(f, before_own - 1) == MP_TAG_RELATIVE);
        if (has_inner_subject) return subject_ending_before(f, before_own - 1, climbs);
        uint32_t outer = first == verb->item ? mention_before(f, before_own) : (uint32_t)MP_NONE;
        return outer != MP_NONE ? outer : own;
    }
    bool relative =
        !at_start(f, first) && (tag_at(f, first - 1) == MP_TAG_RELATIVE || tag_at(f, first - 1) == MP_TAG_THAT);
    return relative ? subject_ending_before(f, first - 1, climbs) : (uint32_t)MP_NONE;
}

static bool is_in_prepositional_phrase(const finder *f, uint32_t mention) {
    uint32_t first = mention_of(f, mention)->first;
    return !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_PREPOSITION && !is(f, first - 1, MP_BIT(SUBORDINATOR));
}

/* The subject that ends with the noun phrase before `item`: itself, or the noun that its preposition hangs on. */
static uint32_t subject_ending_before(const finder *f, uint32_t item, int climbs) {
    uint32_t mention = mention_before(f, item);

    while (mention != MP_NONE && climbs-- > 0) {
        uint32_t first = mention_of(f, mention)->first;
        if (at_start(f, first)) return mention;
        mp_tag before = tag_at(f, first - 1);
        bool adjacent = mention_of(f, mention)->end == item;
        uint32_t listed = before == MP_TAG_COORDINATOR ? mention_before(f, first - 1) : (uint32_t)MP_NONE;
        if (listed != MP_NONE && is_in_prepositional_phrase(f, listed)) { /* its cousins at OpenAI and Google */
            mention = listed;
            continue;
        }
        if (before == MP_TAG_PREPOSITION && adjacent && is(f, first - 1, MP_BIT(SUBORDINATOR))) {
            return mention; /* after Grok said */
        } else if (before == MP_TAG_PREPOSITION) {
            uint32_t outer = mention_before(f, first - 1);
            bool listed_phrase = outer == MP_NONE && !at_start(f, first - 1) &&
                                 tag_at(f, first - 2) == MP_TAG_COORDINATOR; /* shared in groups and on Facebook */
            if (listed_phrase) outer = mention_before(f, first - 2);
            if (outer == MP_NONE && !at_start(f, first - 1) &&
                (tag_at(f, first - 2) == MP_TAG_VERB || tag_at(f, first - 2) == MP_TAG_GERUND))
                return subject_before_verb(f, first - 2, climbs);
            if (outer == MP_NONE) return mention_of(f, mention)->kind == MP_MENTION_TIME ? (uint32_t)MP_NONE : mention;
            mention = outer;
        } else if (before == MP_TAG_VERB || before == MP_TAG_GERUND) {
            const mp_verb *verb = verb_before(f, first);
            if (verb == NULL || verb->item != first - 1 || opens_clause(f, verb)) return mention;
            return subject_before_verb(f, first - 1, climbs);
        } else if (mention_of(f, mention)->kind == MP_MENTION_TIME && mention_before(f, first) != MP_NONE) {
            mention = mention_before(f, first); /* Grok Tuesday said */
        } else {
            return mention;
        }
    }
    return mention;
}

static mp_tag partner_of(mp_tag tag) { return tag == MP_TAG_CLOSE ? MP_TAG_OPEN : tag; }

/* Whether a verb before `item` has that subject; where none has, a participle may have borrowed it: the tool, locked out
 * of the log, said. */
static bool is_subject_before(const finder *f, uint32_t subject, uint32_t item) {
    for (size_t v = f->verbs->count, steps = 0; v > f->first_verb && steps < most_climbs; v--, steps++)
        if (f->verbs->items[v - 1].item < item && f->verbs->items[v - 1].subject == subject) return true;
    return false;
}

/* A noun phrase right after it: moved 90,000 files. */
static bool has_object(const finder *f, const mp_verb *verb) { return mention_starting(f, verb->item + 1) != MP_NONE; }

/* Gemini moved the files to a folder, then confessed: what stands between two commas may be a clause of the same subject,
 * which is named before them. */
static uint32_t subject_shared_by(const finder *f, uint32_t opening, uint32_t closing) {
    uint32_t shared = MP_NONE;

    for (size_t v = f->verbs->count, steps = 0; v > f->first_verb && steps < most_climbs; v--, steps++) {
        const mp_verb *verb = &f->verbs->items[v - 1];
        if (verb->item <= opening) break;
        bool finite = !verb->relative && !verb->gerund && !verb->infinitive && verb->subject != MP_NONE &&
                      (has_object(f, verb) || is_subject_before(f, verb->subject, opening));
        if (finite && verb->item < closing && mention_of(f, verb->subject)->first < opening) shared = verb->subject;
    }
    return shared;
}

static uint32_t subject_of_verb_before(const finder *f, uint32_t item, bool says);

/* The item of the “and” just before the insertion that opens at `opening`: and then, the third time, suggested. */
static uint32_t coordinator_before(const finder *f, uint32_t opening) {
    uint32_t item = opening;
    while (!at_start(f, item) && tag_at(f, item - 1) == MP_TAG_ADVERB) item--;
    return !at_start(f, item) && tag_at(f, item - 1) == MP_TAG_COORDINATOR ? item - 1 : (uint32_t)MP_NONE;
}

/* Where an insertion begins whose last words are `mention`: the tool, unlike its cousins at X and Y, which …, said. Its
 * comma, MP_NONE where the mention is no such end. */
static uint32_t insertion_around(const finder *f, uint32_t mention) {
    uint32_t first = mention_of(f, mention)->first;
    if (at_start(f, first) || tag_at(f, first - 1) != MP_TAG_PREPOSITION) return MP_NONE;
    bool comma = !at_start(f, first - 1) && tag_at(f, first - 2) == MP_TAG_COMMA;
    return comma && mention_before(f, first - 2) != MP_NONE ? first - 2 : (uint32_t)MP_NONE;
}

/* Grok, which …, said; Grok (…) said; Grok – … – said: the subject stands before the insertion. */
static uint32_t subject_before_insertion(const finder *f, uint32_t closing, bool says) {
    mp_tag partner = partner_of(tag_at(f, closing));

    for (uint32_t i = closing, steps = 0; i > f->sentence->first && steps < reach; i--, steps++) {
        if (tag_at(f, i - 1) == MP_TAG_STOP) return MP_NONE;
        if (tag_at(f, i - 1) != partner) continue;
        uint32_t shared = tag_at(f, closing) == MP_TAG_COMMA ? subject_shared_by(f, i - 1, closing) : (uint32_t)MP_NONE;
        if (shared != MP_NONE) return shared;
        uint32_t coordinator = partner == MP_TAG_COMMA ? coordinator_before(f, i - 1) : (uint32_t)MP_NONE;
        if (coordinator != MP_NONE) return subject_of_verb_before(f, coordinator, says);
        uint32_t mention = subject_ending_before(f, i - 1, most_climbs);
        uint32_t outer = mention != MP_NONE ? insertion_around(f, mention) : (uint32_t)MP_NONE;
        if (outer != MP_NONE) return subject_ending_before(f, outer, most_climbs);
        if (mention != MP_NONE || tag_at(f, i - 1) == MP_TAG_OPEN) return mention;
    }
    return MP_NONE;
}

/* The noun before “who”, “which”, “that”, a comma between allowed. */
static uint32_t antecedent(const finder *f, uint32_t pronoun) {
    uint32_t item = pronoun;

    if (!at_start(f, item)) {
        mp_tag before = tag_at(f, item - 1); /* ChatGPT (which told me so) */
        if (before == MP_TAG_COMMA || before == MP_TAG_OPEN || before == MP_TAG_DASH) item--;
    }
    return mention_before(f, item);
}

/* Whether a verb says something that the next verb’s subject may go on with: said that it was down | and added. */
static bool is_saying(const finder *f, const mp_verb *verb) {
    return verb->cue != 0 && !verb->infinitive && !verb->gerund && !verb->passive && opens_clause(f, verb);
}

/* Grok owns up to it after pictures circulated: the clause behind “after” is not the sentence’s own. */
static bool is_subordinate(const finder *f, const mp_verb *verb) {
    uint32_t first = mention_of(f, verb->subject)->first;
    return first < verb->item && !at_start(f, first) && is(f, first - 1, MP_BIT(SUBORDINATOR));
}

/* The subject of the nearest verb before that has one and is not inside a relative clause. For a verb of saying, that of
 * the nearest such verb: “Grok said that it was down and added”. */
static uint32_t subject_of_verb_before(const finder *f, uint32_t item, bool says) {
    uint32_t nearest = MP_NONE;
    bool nearest_is_subordinate = false;

    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < most_climbs; i--, steps++) {
        const mp_verb *verb = &f->verbs->items[i - 1];
        if (verb->item >= item || verb->relative || verb->subject == MP_NONE) continue;
        bool subordinate = is_subordinate(f, verb); /* As users objected, it stood firm, arguing that */
        if (nearest == MP_NONE || nearest_is_subordinate) {
            nearest = verb->subject;
            nearest_is_subordinate = subordinate;
        }
        if (!says || (is_saying(f, verb) && !subordinate)) return verb->subject;
    }
    return nearest;
}

/* The subject of the sentence’s own clause: Grok owns up to it after pictures circulated, says … */
static uint32_t subject_of_main_clause(const finder *f, uint32_t item) {
    for (size_t i = f->first_verb, steps = 0; i < f->verbs->count && steps < most_climbs; i++, steps++) {
        const mp_verb *verb = &f->verbs->items[i];
        bool own = verb->item < item && !verb->relative && verb->subject != MP_NONE && !verb->gerund &&
                   !verb->infinitive && !is_subordinate(f, verb);
        if (own) return verb->subject;
    }
    return MP_NONE;
}

/* The first mention after the next comma: After admitting it, Grok … */
static uint32_t subject_after_comma(const finder *f, uint32_t item) {
    for (uint32_t i = item, steps = 0; i < f->sentence->end && steps < reach; i++, steps++)
        if (tag_at(f, i) == MP_TAG_COMMA) return mention_starting(f, i + 1);
    return MP_NONE;
}

/* A base form after “and” shares the “to” or the “will” of the verb before it: went on to call it “…” and assert that. */
static bool shares_helper(const finder *f, const mp_verb *verb, const mp_verb *other) {
    bool bare = verb->form == MP_VERB_BASE && verb->first == verb->item && other->form == MP_VERB_BASE;
    bool helped = other->infinitive || (other->first < other->item && tag_at(f, other->item - 1) != MP_TAG_COORDINATOR);
    return bare && helped;
}

/* Reads your mail and suggests answers: what a product does, not what it has said. */
static bool tells_a_habit(const finder *f, const mp_verb *verb, const mp_verb *other) {
    bool says =
        other->cue != 0 && (f->sentences->tokens->rules->cues.items[other->cue - 1].takes & MP_TAKES(WEAK)) == 0;
    return verb->form == MP_VERB_THIRD && other->form == MP_VERB_THIRD && !says && !other->relative &&
           in_running_text(f);
}

static uint32_t subject_of_coordinated(const finder *f, mp_verb *verb, uint32_t coordinator) {
    bool helped = tag_at(f, verb->first) == MP_TAG_AUXILIARY; /* said that it had no access and had guessed */
    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < most_climbs; i--, steps++) {
        const mp_verb *other = &f->verbs->items[i - 1];
        if (other->subject != MP_NONE && tells_a_habit(f, verb, other)) verb->habitual = true;
        if (!shares_helper(f, verb, other)) continue;
        verb->infinitive = other->infinitive;
        verb->unreal = other->unreal;
        verb->negated = other->negated;
        return other->subject;
    }
    return subject_of_verb_before(f, coordinator, verb->cue != 0 && !helped);
}

static uint32_t subject_to_the_left(const finder *f, mp_verb *verb) {
    if (at_start(f, verb->first)) return MP_NONE;
    uint32_t before = verb->first - 1;

    switch (tag_at(f, before)) {
    case MP_TAG_COMMA:
    case MP_TAG_DASH:
    case MP_TAG_CLOSE: return subject_before_insertion(f, before, verb->cue != 0);
    case MP_TAG_VERB: return subject_before_verb(f, before, most_climbs); /* the bot that the town hired told */
    case MP_TAG_STRETCH: return mention_before(f, before);                /* the chatbot “Barry” told him */
    case MP_TAG_RELATIVE:
    case MP_TAG_QUESTION:
    case MP_TAG_THAT: verb->relative = true; return antecedent(f, before);
    case MP_TAG_COORDINATOR: return subject_of_coordinated(f, verb, before);
    default: return subject_ending_before(f, verb->first, most_climbs);
    }
}

/* ---- Infinitives and gerunds ------------------------------------------------------------------------------------- */

static bool takes_listener(const finder *f, const mp_verb *verb) {
    return verb->cue != 0 && (f->sentences->tokens->rules->cues.items[verb->cue - 1].takes & MP_TAKES(LISTENER)) != 0;
}

/* was quick to point out: an adjective that lets the infinitive happen. */
static bool was_quick(const finder *f, const mp_verb *verb) {
    return !at_start(f, verb->first) && is(f, verb->first - 1, MP_BIT(RAISING));
}

/* only to be told by the chatbot that */
static bool only_to(const finder *f, const mp_verb *verb) {
    for (uint32_t i = verb->first; i < verb->item; i++)
        if (tag_at(f, i) == MP_TAG_TO && is(f, i, MP_BIT(RAISING))) return true;
    return false;
}

/* got it to admit: the object says it; was forced to admit, went on to say: the subject does; asked Grok to apologise,
 * refused to: nobody has. */
static uint32_t subject_of_infinitive(const finder *f, mp_verb *verb) {
    const mp_verb *outer = verb_before(f, verb->first);
    if (outer == NULL) {
        verb->unreal = true;
        return MP_NONE;
    }
    uint32_t object = mention_before(f, verb->first);
    bool has_object = object != MP_NONE && mention_of(f, object)->first > outer->item;
    bool causes = is(f, outer->item, MP_BIT(CAUSING)), raises = is(f, outer->item, MP_BIT(RAISING));

    /* wrote to a supplier to say that */
    bool tells = outer->cue != 0 && verb->cue != 0 && !is(f, outer->item, MP_BIT(ASKING)) &&
                 outer->subject != MP_NONE && !opens_clause(f, outer);
    verb->negated |= outer->negated;
    verb->disbelieved |= outer->disbelieved;
    bool reported = outer->passive && opens_clause(f, outer) && !is(f, outer->item, MP_BIT(ASKING)) &&
                    !takes_listener(f, outer); /* is said to have told; not: was told to say */
    bool happened = causes || tells || (raises && !has_object) || reported || was_quick(f, verb) || only_to(f, verb);
    if (!happened || outer->unreal) verb->unreal = true;
    return has_object && causes && !outer->passive ? object : outer->subject;
}

static uint32_t subject_of_gerund(const finder *f, mp_verb *verb) {
    if (at_start(f, verb->first)) return subject_after_comma(f, verb->item);
    mp_tag before = tag_at(f, verb->first - 1);
    uint32_t adjacent = mention_before(f, verb->first);
    if (adjacent != MP_NONE && !mention_of(f, adjacent)->object_form)
        return subject_ending_before(f, verb->first, most_climbs);
    if (adjacent != MP_NONE) return adjacent;
    if (before == MP_TAG_PREPOSITION && is(f, verb->first - 1, MP_BIT(AS)) &&
        mention_before(f, verb->first - 1) != MP_NONE)
        return mention_before(f, verb->first - 1); /* quotes the bot as saying */
    const mp_verb *outer = verb_before(f, verb->first);
    if (outer != NULL && outer->item + 1 == verb->first) {                 /* will stop fibbing, refused commenting */
        bool seen = outer->passive && is(f, outer->item, MP_BIT(CLAUSAL)); /* can be seen confessing to */
        verb->unreal |= outer->unreal && !seen;
        verb->negated |= outer->negated;
    }
    bool adds = before == MP_TAG_COMMA && verb->cue != 0; /* stated that …, adding that */
    uint32_t subject = subject_of_verb_before(f, verb->first, adds);
    return subject != MP_NONE ? subject : subject_after_comma(f, verb->item);
}

/* ---- Subjects to the right --------------------------------------------------------------------------------------- */

static bool quote_before(const finder *f, uint32_t item) {
    if (at_start(f, item)) return false;
    if (tag_at(f, item - 1) == MP_TAG_STRETCH) return true;
    return tag_at(f, item - 1) == MP_TAG_COMMA && item - 1 > f->sentence->first &&
           tag_at(f, item - 2) == MP_TAG_STRETCH;
}

/* What may follow an inverted subject: nothing more, or words that tell how or when it was said. */
static bool ends_after_subject(const finder *f, const mp_mention *subject) {
    if (subject->end >= f->sentence->end) return true;
    mp_tag tag = tag_at(f, subject->end);
    return tag == MP_TAG_STOP || tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_PREPOSITION ||
           tag == MP_TAG_SUBORDINATOR || tag == MP_TAG_COORDINATOR || tag == MP_TAG_ADVERB;
}

static bool may_invert(const finder *f, const mp_verb *verb) {
    if (verb->cue == 0 || verb->gerund || verb->infinitive || verb->first != verb->item) return false;
    uint16_t takes = f->sentences->tokens->rules->cues.items[verb->cue - 1].takes;
    return (takes & MP_TAKES(NOT_INVERTED)) == 0 && (takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0;
}

static uint32_t subject_to_the_right(const finder *f, const mp_verb *verb) {
    uint32_t next = verb->item + 1;
    while (next < f->sentence->end && tag_at(f, next) == MP_TAG_ADVERB) next++;
    uint32_t mention = mention_starting(f, next);
    if (mention == MP_NONE || mention_of(f, mention)->object_form || !may_invert(f, verb)) return MP_NONE;
    if (quote_before(f, verb->first)) return mention;
    bool after_comma = !at_start(f, verb->first) && tag_at(f, verb->first - 1) == MP_TAG_COMMA;
    return after_comma && ends_after_subject(f, mention_of(f, mention)) ? mention : (uint32_t)MP_NONE;
}

/* ---- Real or not ------------------------------------------------------------------------------------------------- */

static bool sentence_asks(const finder *f) {
    uint32_t last = f->sentence->end - 1;
    uint32_t token = mp_item_token(f->sentences, last);
    return token != MP_NONE && f->sentences->tokens->items[token].code == '?';
}

/* Imagine that Grok told; Write a text that says: a sentence that tells the reader to do something. */
static bool is_imperative(const finder *f, const mp_verb *verb) {
    uint32_t first = f->sentence->first;
    if (tag_at(f, first) != MP_TAG_VERB || verb->item <= first || !in_running_text(f)) return false;
    const mp_entry *entry = mp_token_entry(f->sentences->tokens, mp_item_token(f->sentences, first));
    if (entry->verb_form != MP_VERB_BASE) return false;
    bool aside = verb->relative && verb->first >= first + 2 && tag_at(f, verb->first - 2) == MP_TAG_COMMA;
    if (aside) return false; /* Meet Robin, who told customers that */
    for (uint32_t i = first; i < verb->item && i < first + reach; i++)
        if (tag_at(f, i) == MP_TAG_COLON || tag_at(f, i) == MP_TAG_STOP) return false; /* Read more: Grok says sorry */
    return true;
}

/* “Musk demanded that Grok apologise”: a base form with a subject of one is a wish. */
static bool is_subjunctive(const finder *f, const mp_verb *verb) {
    if (verb->form != MP_VERB_BASE || verb->first != verb->item || verb->subject == MP_NONE) return false;
    if (mp_token_entry(f->sentences->tokens, mp_item_token(f->sentences, verb->item))->base_is_past) return false;
    const mp_mention *subject = mention_of(f, verb->subject);
    bool called = subject->model != 0 && at_start(f, subject->first) && in_running_text(f); /* @grok tell Dana */
    if (called) return true;
    bool one = !subject->plural && subject->kind != MP_MENTION_I && subject->kind != MP_MENTION_THEY &&
               subject->kind != MP_MENTION_OTHER_PRONOUN;
    return one && !at_start(f, subject->first) && !f->sentence->title_case;
}

/* A do or did before the subject: a question, or “not until … did the AI acknowledge”, which is real. */
static void read_mood(const finder *f, mp_verb *verb) {
    if (verb->subject == MP_NONE) return;
    uint32_t first = mention_of(f, verb->subject)->first;
    if (!at_start(f, first) && first < verb->item && is(f, first - 1, MP_BIT(HYPOTHETICAL))) verb->unreal = true;
    if (first > verb->item) return;
    bool general = verb->form == MP_VERB_THIRD || verb->form == MP_VERB_BASE; /* when the chatbot says sorry */
    if (general && !at_start(f, first) && is(f, first - 1, MP_BIT(HABITUAL))) verb->habitual = true;
    bool of_any = mention_of(f, verb->subject)->indefinite && verb->form == MP_VERB_THIRD && !verb->relative;
    if (is_imperative(f, verb)) verb->unreal = true;
    if (of_any && in_running_text(f)) verb->habitual = true; /* A chatbot says what it has read. */
    const mp_verb *outer = verb_before(f, first); /* if it says that it regrets; did not say that it regrets */
    uint32_t listener = outer != NULL ? mention_starting(f, outer->item + 1) : (uint32_t)MP_NONE;
    bool told = listener != MP_NONE && mention_of(f, listener)->end == first; /* if it tells you it regrets */
    bool reported = outer != NULL && outer->cue != 0 &&
                    (told || outer->item + 1 == first || (!at_start(f, first) && tag_at(f, first - 1) == MP_TAG_THAT));
    if (reported && (outer->unreal || outer->negated)) verb->unreal = true;
    bool auxiliary_first = !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_AUXILIARY;
    if (auxiliary_first && sentence_asks(f)) verb->unreal = true;
    if (!auxiliary_first && is_subjunctive(f, verb)) verb->unreal = true;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* It came round, told me that …; Grok owns up to it, says that … */
static uint32_t subject_across_comma(const finder *f, const mp_verb *verb) {
    bool finite = verb->form == MP_VERB_PAST || verb->form == MP_VERB_THIRD;
    if (verb->cue == 0 || !finite || verb->passive || at_start(f, verb->first)) return MP_NONE;
    if (tag_at(f, verb->first - 1) != MP_TAG_COMMA) return MP_NONE;
    return subject_of_main_clause(f, verb->first);
}

static void find_subject(const finder *f, mp_verb *verb) {
    if (verb->infinitive) {
        verb->subject = subject_of_infinitive(f, verb);
    } else if (verb->gerund) {
        verb->subject = subject_of_gerund(f, verb);
    } else {
        uint32_t right = subject_to_the_right(f, verb);
        uint32_t left =
            right != MP_NONE && quote_before(f, verb->first) ? (uint32_t)MP_NONE : subject_to_the_left(f, verb);
        if (left == MP_NONE && right == MP_NONE) left = subject_across_comma(f, verb);
        verb->inverted = left == MP_NONE && right != MP_NONE;
        verb->subject = left != MP_NONE ? left : right;
    }
    read_mood(f, verb);
}

/* An auxiliary that helps no verb is one itself: “was more careful”. */
static bool is_only_auxiliary(const finder *f, uint32_t item) {
    bool negated = tag_at(f, item) == MP_TAG_NEGATION && is(f, item, MP_BIT(AUXILIARY) | MP_BIT(MODAL)); /* wasn’t */
    if (tag_at(f, item) != MP_TAG_AUXILIARY && !negated) return false;
    uint32_t next = item + 1;
    while (next < f->sentence->end && (tag_at(f, next) == MP_TAG_ADVERB || tag_at(f, next) == MP_TAG_NEGATION)) next++;
    if (next >= f->sentence->end) return true;
    mp_tag tag = tag_at(f, next);
    return tag != MP_TAG_VERB && tag != MP_TAG_GERUND && tag != MP_TAG_AUXILIARY;
}

static mp_status add_verb(const finder *f, uint32_t item, mp_arena *arena, mp_error *error) {
    uint32_t token = mp_item_token(f->sentences, item);
    const mp_entry *entry = mp_token_entry(f->sentences->tokens, token);
    mp_verb verb = {
        .sentence = f->number, .item = item, .subject = MP_NONE, .cue = entry->cue, .form = entry->verb_form};

    verb.gerund = tag_at(f, item) == MP_TAG_GERUND;
    if (is(f, item, MP_BIT(DISBELIEF))) verb.disbelieved = true;
    if (tag_at(f, item) == MP_TAG_NEGATION) verb.negated = true;
    read_group(f, &verb);
    find_subject(f, &verb);
    return MP_PUSH(arena, f->verbs, verb) ? MP_OK : mp_fail_memory(error);
}

mp_status mp_verbs_find(const mp_mentions *mentions, mp_arena *arena, mp_verbs *verbs, mp_error *error) {
    verb_array found = {0};
    const mp_sentences *sentences = mentions->sentences;
    uint32_t *sentence_first = MP_NEW_ARRAY(arena, sentences->count + 1, uint32_t);
    if (sentence_first == NULL) return mp_fail_memory(error);

    for (uint32_t s = 0; s < sentences->count; s++) {
        finder f = {mentions, sentences, mentions->tags, &sentences->list[s], s, &found, (uint32_t)found.count};
        sentence_first[s] = (uint32_t)found.count;
        for (uint32_t item = f.sentence->first; item < f.sentence->end; item++)
            if (tag_at(&f, item) == MP_TAG_VERB || tag_at(&f, item) == MP_TAG_GERUND || is_only_auxiliary(&f, item))
                MP_TRY(add_verb(&f, item, arena, error));
    }
    sentence_first[sentences->count] = (uint32_t)found.count;
    *verbs = (mp_verbs){found.items, found.count, sentence_first};
    return MP_OK;
}
