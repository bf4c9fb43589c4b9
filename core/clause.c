/* clause.c: finds the verbs, each with the group of auxiliaries before it, and gives each its subject without a grammar.
 * Knows tags and mentions; nothing of what they stand for. */
#include "clause_internal.h"

/* ---- The verb group ---------------------------------------------------------------------------------------------- */

static void read_group_item(const mp_verb_finder *f, uint32_t item, mp_verb *verb) {
    if (tag_at(f, item) == MP_TAG_NEGATION) verb->negated = true;
    bool helps_infinitive = verb->infinitive && is(f, item, MP_BIT(AUXILIARY)); /* had to admit; is to apologise */
    bool apart = helps_infinitive && tag_at(f, item + 1) != MP_TAG_TO;          /* it’s hard to blame */
    if (helps_infinitive && (is(f, item, MP_BIT(BE)) || apart)) verb->unreal = true;
    if (helps_infinitive) verb->infinitive = false;
    if (tag_at(f, item) == MP_TAG_TO) verb->infinitive = true;
    if (is(f, item, MP_BIT(HABITUAL))) verb->habitual = true;
    if (is(f, item, MP_BIT(DISBELIEF))) verb->disbelieved = true;
    bool had = item + 1 == verb->item && verb->form == MP_VERB_PAST; /* it’d told her: had */
    if (is(f, item, MP_BIT(MODAL)) && !had) verb->unreal = true;
    bool be = is(f, item, MP_BIT(BE)) && !helps_infinitive;
    if (be && verb->form != MP_VERB_GERUND) verb->passive = true;
    bool having = is(f, item, MP_BIT(VERB_GERUND)) && !is(f, item, MP_BIT(BE)) && verb->form == MP_VERB_PAST;
    if (is(f, item, MP_BIT(BE) | MP_BIT(AUXILIARY)) && verb->gerund) verb->gerund = false; /* was saying: finite */
    if (having) verb->gerund = true; /* having said that, it fell silent */
}

/* had on Monday night claimed: the auxiliary before a phrase that stands inside the group; MP_NONE where none does. Not:
 * the man who was in the park said. */
static uint32_t split_group(const mp_verb_finder *f, const mp_verb *verb) {
    uint32_t phrase = mention_before(f, verb->first);
    if (phrase == MP_NONE || verb->form == MP_VERB_BASE || verb->form == MP_VERB_THIRD || verb->gerund) return MP_NONE;
    uint32_t first = mention_of(f, phrase)->first;
    bool by_preposition = first >= f->sentence->first + 2 && tag_at(f, first - 1) == MP_TAG_PREPOSITION;
    uint32_t helper = by_preposition ? first - 2 : first - 1;
    bool time = mention_of(f, phrase)->kind == MP_MENTION_TIME;
    if (at_start(f, first) || (!by_preposition && !time) || tag_at(f, helper) != MP_TAG_AUXILIARY) return MP_NONE;
    bool be = is(f, helper, MP_BIT(BE)), modal = is(f, helper, MP_BIT(MODAL));
    return modal || (be && !time) ? (uint32_t)MP_NONE : helper;
}

static void read_group(const mp_verb_finder *f, mp_verb *verb) {
    verb->first = verb->item;

    while (!at_start(f, verb->first)) {
        mp_tag tag = tag_at(f, verb->first - 1);
        uint32_t split = split_group(f, verb);
        if (split != MP_NONE) {
            verb->first = split;
        } else if (tag == MP_TAG_ADVERB || tag == MP_TAG_AUXILIARY || tag == MP_TAG_NEGATION || tag == MP_TAG_TO) {
            verb->first--;
        } else {
            break;
        }
        read_group_item(f, verb->first, verb);
    }
}

/* ---- Infinitives and gerunds ------------------------------------------------------------------------------------- */

static bool takes_infinitive(const mp_verb_finder *f, const mp_verb *verb) {
    return (mp_cue_takes(f->sentences->tokens->rules, verb->cue) & MP_TAKES(TO)) != 0;
}

static bool takes_listener(const mp_verb_finder *f, const mp_verb *verb) {
    return (mp_cue_takes(f->sentences->tokens->rules, verb->cue) & MP_TAKES(LISTENER)) != 0;
}

/* was quick to point out: an adjective that lets the infinitive happen. */
static bool was_quick(const mp_verb_finder *f, const mp_verb *verb) {
    return !at_start(f, verb->first) && is(f, verb->first - 1, MP_BIT(RAISING));
}

/* only to be told by the chatbot that */
static bool only_to(const mp_verb_finder *f, const mp_verb *verb) {
    for (uint32_t i = verb->first; i < verb->item; i++)
        if (tag_at(f, i) == MP_TAG_TO && is(f, i, MP_BIT(RAISING))) return true;
    return false;
}

/* got it to admit: the object says it; was forced to admit, went on to say: the subject does; asked Grok to apologise,
 * refused to: nobody has. */
/* went on to say that it had failed and to recommend: the infinitive that “and” adds this one to. */
static const mp_verb *added_to_infinitive(const mp_verb_finder *f, const mp_verb *verb) {
    if (at_start(f, verb->first) || tag_at(f, verb->first - 1) != MP_TAG_COORDINATOR) return NULL;
    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < MP_MOST_CLIMBS; i--, steps++) {
        const mp_verb *other = &f->verbs->items[i - 1];
        if (other->infinitive && other->item < verb->first) return other;
    }
    return NULL;
}

static uint32_t subject_of_infinitive(const mp_verb_finder *f, mp_verb *verb) {
    const mp_verb *first = added_to_infinitive(f, verb);
    if (first != NULL) {
        verb->unreal |= first->unreal;
        verb->negated |= first->negated;
        return first->subject;
    }
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
                 outer->subject != MP_NONE && !takes_infinitive(f, outer);
    verb->negated |= outer->negated;
    verb->disbelieved |= outer->disbelieved;
    bool reported = outer->passive && mp_verb_opens_clause(f, outer) && !is(f, outer->item, MP_BIT(ASKING)) &&
                    !takes_listener(f, outer); /* is said to have told; not: was told to say */
    /* took to X to say that; used a post to tell drivers that */
    bool by_means =
        has_object && verb->cue != 0 && outer->cue == 0 &&
        (outer->form == MP_VERB_PAST || outer->form == MP_VERB_THIRD) && !outer->passive &&
        !is(f, outer->item, MP_BIT(CLAUSAL)) &&
        (mention_of(f, object)->kind == MP_MENTION_TEXT || is(f, mention_of(f, object)->head, MP_BIT(PLACE_NOUN)));
    bool happened =
        causes || tells || by_means || (raises && !has_object) || reported || was_quick(f, verb) || only_to(f, verb);
    if (!happened || outer->unreal) verb->unreal = true;
    bool after_all = only_to(f, verb) && tag_at(f, verb->first - 1) == MP_TAG_COMMA && verb->cue != 0 && !verb->passive;
    if (after_all) return mp_subject_of_verb_before(f, verb->first, true); /* said it was open, only to admit that */
    return has_object && causes && !outer->passive ? object : outer->subject;
}

/* tricked Grok into saying: what is caused is done by the object. `preposition` stands before the gerund. */
static uint32_t object_of_cause(const mp_verb_finder *f, uint32_t preposition) {
    uint32_t object = mention_before(f, preposition);
    const mp_verb *outer = verb_before(f, preposition);
    bool causes = outer != NULL && is(f, outer->item, MP_BIT(CAUSING)) && !outer->passive && object != MP_NONE;
    bool doer = causes && mention_of(f, object)->kind != MP_MENTION_THING && !is(f, preposition, MP_BIT(BY));
    return doer && mention_of(f, object)->first == outer->item + 1 ? object : (uint32_t)MP_NONE;
}

/* I can’t have a bot promising things: nobody has. Grok carries a line advising users to check: a fixed text does. */
static void read_outer_mood(const mp_verb_finder *f, mp_verb *verb, uint32_t adjacent) {
    if (adjacent == MP_NONE) return;
    uint32_t first = mention_of(f, adjacent)->first;
    const mp_verb *outer = verb_before(f, first);
    if (outer == NULL || outer->item + 1 != first) return;
    bool have = is(f, outer->item, MP_BIT(AUXILIARY) | MP_BIT(CAUSING) | MP_BIT(CLAUSAL)) && outer->cue == 0;
    verb->unreal |= have && (outer->unreal || outer->negated);
    uint8_t kind = mention_of(f, adjacent)->kind;
    bool text = kind == MP_MENTION_TEXT || kind == MP_MENTION_DOCUMENT || kind == MP_MENTION_THING;
    if (text && mention_of(f, adjacent)->indefinite && is(f, outer->item, MP_BIT(SHOWING))) verb->habitual = true;
}

static uint32_t subject_of_gerund(const mp_verb_finder *f, mp_verb *verb) {
    if (at_start(f, verb->first)) return mp_subject_after_comma(f, verb->item);
    mp_tag before = tag_at(f, verb->first - 1);
    uint32_t adjacent = mention_before(f, verb->first);
    read_outer_mood(f, verb, adjacent);
    if (adjacent != MP_NONE && mention_of(f, adjacent)->kind == MP_MENTION_MODEL)
        return adjacent; /* a shot of Grok saying */
    if (adjacent != MP_NONE && !mention_of(f, adjacent)->object_form)
        return mp_subject_ending_before(f, verb->first, MP_MOST_CLIMBS);
    if (adjacent != MP_NONE) return adjacent;
    if (before == MP_TAG_PREPOSITION && is(f, verb->first - 1, MP_BIT(AS)) &&
        mention_before(f, verb->first - 1) != MP_NONE)
        return mention_before(f, verb->first - 1); /* quotes the bot as saying */
    uint32_t tricked = before == MP_TAG_PREPOSITION ? object_of_cause(f, verb->first - 1) : (uint32_t)MP_NONE;
    if (tricked != MP_NONE) return tricked;
    const mp_verb *outer = verb_before(f, verb->first);
    if (outer != NULL && outer->item + 1 == verb->first) {                 /* will stop fibbing, refused commenting */
        bool seen = outer->passive && is(f, outer->item, MP_BIT(CLAUSAL)); /* can be seen confessing to */
        verb->unreal |= outer->unreal && !seen;
        verb->negated |= outer->negated;
    }
    if (outer != NULL && outer->item + 1 == verb->first && is(f, outer->item, MP_BIT(ENTAILS)))
        verb->unreal = true; /* it means admitting that */
    uint32_t noun = before == MP_TAG_PREPOSITION ? mention_before(f, verb->first - 1) : (uint32_t)MP_NONE;
    if (noun != MP_NONE && is(f, mention_of(f, noun)->first, MP_BIT(NEGATION) | MP_BIT(NONE)))
        verb->negated = true; /* has no means of admitting it */
    bool before_or_after = before == MP_TAG_PREPOSITION && is(f, verb->first - 1, MP_BIT(SUBORDINATOR));
    bool adds = (before == MP_TAG_COMMA || before_or_after) && verb->cue != 0; /* stated that …, adding that */
    uint32_t subject = mp_subject_of_verb_before(f, verb->first, adds);
    bool inserted = subject == MP_NONE && before == MP_TAG_COMMA && tag_at(f, verb->first) == MP_TAG_AUXILIARY;
    if (inserted)
        subject = mp_subject_ending_before(f, verb->first - 1, MP_MOST_CLIMBS); /* Grok, having told us that, fell */
    return subject != MP_NONE ? subject : mp_subject_after_comma(f, verb->item);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* A user who asked where the film was showing that week was told; one who wanted to know the reason was told: no day or
 * hour says anything, and no thing is told anything. */
static uint32_t not_a_time(const mp_verb_finder *f, const mp_verb *verb, uint32_t subject) {
    if (subject == MP_NONE || verb->cue == 0 || verb->relative) return subject;
    uint8_t kind = mention_of(f, subject)->kind;
    bool thing = kind == MP_MENTION_THING || kind == MP_MENTION_TEXT || kind == MP_MENTION_DOCUMENT;
    if (kind != MP_MENTION_TIME && !(thing && verb->passive && takes_listener(f, verb))) return subject;
    for (size_t i = f->verbs->count, steps = 0; i > f->first_verb && steps < MP_MOST_CLIMBS; i--, steps++) {
        const mp_verb *inner = &f->verbs->items[i - 1];
        if (inner->relative && inner->subject != MP_NONE && inner->item < verb->item) return inner->subject;
    }
    return subject;
}

/* Winner, film and coin: Spain will win, says Grok – a headline that ends with who says so. */
static bool closes_with_speaker(const mp_verb_finder *f, const mp_verb *verb, uint32_t right) {
    if (in_running_text(f) || verb->form != MP_VERB_THIRD || tag_at(f, verb->first - 1) != MP_TAG_COMMA) return false;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    bool says = (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(WRITTEN)) != 0 && (takes & MP_TAKES(OBJECT)) == 0;
    const mp_mention *speaker = mention_of(f, right);
    bool ends = speaker->end >= f->sentence->end || is(f, speaker->end, MP_BIT(AS));
    return says && ends && speaker->kind == MP_MENTION_MODEL;
}

/* A form that only describes its noun: the bot hired by the bank, an aide built to help. */
static bool describes(const mp_verb_finder *f, const mp_verb *verb) {
    if (verb->relative || verb->gerund || verb->infinitive) return true;
    if (verb->form == MP_VERB_THIRD || verb->first != verb->item || verb->item + 1 >= f->sentence->end) return false;
    mp_tag next = tag_at(f, verb->item + 1);
    return mention_of(f, verb->subject)->end == verb->item && (next == MP_TAG_PREPOSITION || next == MP_TAG_TO);
}

/* A bot that is meant to help firms obey the law told a landlord that: what a clause about the bot ends with says nothing,
 * and the bot that opens the sentence has no verb yet. */
static uint32_t speaker_that_opens(const mp_verb_finder *f, const mp_verb *verb, uint32_t subject) {
    bool goes_on = verb->form == MP_VERB_GERUND && !verb->gerund && verb->first < verb->item; /* has been telling */
    bool told = verb->form == MP_VERB_PAST || verb->form == MP_VERB_THIRD;
    if (verb->cue == 0 || verb->relative || !(goes_on || (told && !verb->passive))) return subject;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    if ((takes & MP_TAKES(WEAK)) != 0 || (takes & (MP_TAKES(THAT) | MP_TAKES(QUOTE))) == 0) return subject;
    uint8_t kind = subject == MP_NONE ? (uint8_t)MP_MENTION_THING : mention_of(f, subject)->kind;
    bool speaks = kind != MP_MENTION_THING && kind != MP_MENTION_PLACE && kind != MP_MENTION_TIME &&
                  kind != MP_MENTION_DOCUMENT && kind != MP_MENTION_TEXT;
    if (speaks) return subject;
    uint32_t opens = mention_starting(f, f->sentence->first);
    if (opens == MP_NONE || !mp_mention_tells_of_a_model(mention_of(f, opens))) return subject;
    if (verb_before(f, verb->first) == NULL) return subject;
    for (size_t i = f->first_verb, steps = 0; i < f->verbs->count; i++, steps++)
        if (steps >= MP_MOST_CLIMBS || (f->verbs->items[i].subject == opens && !describes(f, &f->verbs->items[i])))
            return subject;
    return opens;
}

static void find_subject(const mp_verb_finder *f, mp_verb *verb) {
    if (verb->infinitive) {
        verb->subject = subject_of_infinitive(f, verb);
    } else if (verb->gerund) {
        verb->subject = subject_of_gerund(f, verb);
    } else {
        uint32_t right = mp_subject_to_the_right(f, verb);
        uint32_t left =
            right != MP_NONE && mp_quote_before(f, verb->first) ? (uint32_t)MP_NONE : mp_subject_to_the_left(f, verb);
        if (left == MP_NONE && right == MP_NONE) left = mp_subject_across_comma(f, verb);
        left = not_a_time(f, verb, left);
        if (right == MP_NONE) left = speaker_that_opens(f, verb, left);
        bool no = left != MP_NONE && is(f, mention_of(f, left)->first, MP_BIT(NONE)) &&
                  mention_of(f, left)->end == mention_of(f, left)->first + 1; /* No, it was not, said Grok. */
        if (no) left = MP_NONE;
        if (left != MP_NONE && right != MP_NONE && closes_with_speaker(f, verb, right)) left = MP_NONE;
        verb->inverted = left == MP_NONE && right != MP_NONE;
        verb->subject = left != MP_NONE ? left : right;
    }
    mp_verb_read_mood(f, verb);
}

/* An auxiliary that helps no verb is one itself: “was more careful”. */
static bool is_only_auxiliary(const mp_verb_finder *f, uint32_t item) {
    bool negated = tag_at(f, item) == MP_TAG_NEGATION && is(f, item, MP_BIT(AUXILIARY) | MP_BIT(MODAL)); /* wasn’t */
    if (tag_at(f, item) != MP_TAG_AUXILIARY && !negated) return false;
    uint32_t next = item + 1;
    while (next < f->sentence->end && (tag_at(f, next) == MP_TAG_ADVERB || tag_at(f, next) == MP_TAG_NEGATION)) next++;
    if (next >= f->sentence->end) return true;
    mp_tag tag = tag_at(f, next);
    return tag != MP_TAG_VERB && tag != MP_TAG_GERUND && tag != MP_TAG_AUXILIARY;
}

/* Grok told to remove images; Copilot blamed for phantom match: headlines leave out “is”. */
static bool leaves_out_be(const mp_verb_finder *f, const mp_verb *verb) {
    bool bare = verb->form == MP_VERB_PAST && verb->first == verb->item && verb->subject != MP_NONE && !verb->relative;
    if (in_running_text(f) || !bare || verb->inverted || verb->item + 1 >= f->sentence->end) return false;
    if (mention_of(f, verb->subject)->end != verb->item) return false;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    mp_tag next = tag_at(f, verb->item + 1);
    bool bidden = next == MP_TAG_TO && (takes & MP_TAKES(LISTENER)) != 0 && (takes & MP_TAKES(TO)) != 0;
    bool blamed = next == MP_TAG_PREPOSITION && is(f, verb->item + 1, MP_BIT(AFFILIATION)) &&
                  (takes & MP_TAKES(OBJECT)) != 0 && (takes & MP_TAKES(ABOUT)) != 0 && (takes & MP_TAKES(THAT)) == 0;
    return bidden || blamed;
}

static mp_status add_verb(const mp_verb_finder *f, uint32_t item, mp_arena *arena, mp_error *error) {
    uint32_t token = mp_item_token(f->sentences, item);
    const mp_entry *entry = mp_token_entry(f->sentences->tokens, token);
    mp_verb verb = {
        .sentence = f->number, .item = item, .subject = MP_NONE, .cue = entry->cue, .form = entry->verb_form};

    verb.gerund = tag_at(f, item) == MP_TAG_GERUND;
    if (is(f, item, MP_BIT(DISBELIEF))) verb.disbelieved = true;
    if (tag_at(f, item) == MP_TAG_NEGATION) verb.negated = true;
    read_group(f, &verb);
    find_subject(f, &verb);
    if (leaves_out_be(f, &verb)) verb.passive = true;
    return MP_PUSH(arena, f->verbs, verb) ? MP_OK : mp_fail_memory(error);
}

mp_status mp_verbs_find(const mp_mentions *mentions, mp_arena *arena, mp_verbs *verbs, mp_error *error) {
    mp_verb_array found = {0};
    const mp_sentences *sentences = mentions->sentences;
    uint32_t *sentence_first = MP_NEW_ARRAY(arena, sentences->count + 1, uint32_t);
    if (sentence_first == NULL) return mp_fail_memory(error);

    for (uint32_t s = 0; s < sentences->count; s++) {
        mp_verb_finder f = {mentions, sentences, mentions->tags, &sentences->list[s], s, &found, (uint32_t)found.count};
        sentence_first[s] = (uint32_t)found.count;
        for (uint32_t item = f.sentence->first; item < f.sentence->end; item++)
            if (tag_at(&f, item) == MP_TAG_VERB || tag_at(&f, item) == MP_TAG_GERUND || is_only_auxiliary(&f, item))
                MP_TRY(add_verb(&f, item, arena, error));
    }
    sentence_first[sentences->count] = (uint32_t)found.count;
    MP_FIT(arena, &found);
    *verbs = (mp_verbs){found.items, found.count, sentence_first};
    return MP_OK;
}

uint32_t mp_verb_from(const mp_verbs *verbs, uint32_t sentence, uint32_t item) {
    uint32_t low = verbs->sentence_first[sentence], high = verbs->sentence_first[sentence + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (verbs->items[middle].item < item)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
