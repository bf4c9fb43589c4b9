/* attribution_clause_shape.c: where a reported clause may begin, and what may stand before it. Knows verbs, their subjects
 * and marks; nothing of which verbs report. */
#include "attribution_clause_internal.h"

bool mp_clause_in_sentence(const mp_clause *c, uint32_t item) { return item < c->sentence->end; }

/* Past “told users”, “warned her”, “said on Tuesday”, “wrote in a post on X”: what stands between verb and content. */
uint32_t mp_clause_skip_phrase(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    return mention == MP_NONE ? item : a->mentions->items[mention].end;
}

/* Told the year was 2022, against: said on Monday the year had ended. */
static bool is_subject_of_auxiliary(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    return mp_clause_in_sentence(c, item) && mp_at_is_auxiliary(a, item);
}

uint32_t mp_clause_skip_adverbials(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    for (int steps = 0; steps < MP_CLAUSE_SHORT_REACH && mp_clause_in_sentence(c, item); steps++) {
        mp_tag tag = mp_at_tag(a, item);
        uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
        bool time = mention != MP_NONE && a->mentions->items[mention].kind == MP_MENTION_TIME &&
                    !is_subject_of_auxiliary(a, c, a->mentions->items[mention].end);
        bool there = tag == MP_TAG_PRONOUN && item + 1 < c->sentence->end && mp_at_tag(a, item + 1) == MP_TAG_THAT &&
                     steps == 0 && mention != MP_NONE &&
                     a->mentions->items[mention].kind == MP_MENTION_OTHER_PRONOUN; /* by the bot there that */
        if (tag == MP_TAG_ADVERB || there) {
            item++;
        } else if (time) {
            item = a->mentions->items[mention].end;
        } else if (tag == MP_TAG_PREPOSITION && item + 1 < c->sentence->end &&
                   mp_at_mention_starting(a, c->sentence, item + 1) != MP_NONE) {
            item = mp_clause_skip_phrase(a, c, item + 1);
        } else if (tag == MP_TAG_PREPOSITION && item + 2 < c->sentence->end &&
                   mp_at_tag(a, item + 1) == MP_TAG_PREPOSITION) {
            item++; /* in a post | on X */
        } else {
            break;
        }
    }
    return item;
}

/* Is, will; wasn’t is negation and auxiliary in one. */
bool mp_at_is_auxiliary(const mp_attributor *a, uint32_t item) {
    mp_tag tag = mp_at_tag(a, item);
    return tag == MP_TAG_AUXILIARY || (tag == MP_TAG_NEGATION && mp_at_is(a, item, MP_BIT(AUXILIARY) | MP_BIT(MODAL)));
}

/* Past a group of verbs: has also been told. An auxiliary behind a verb is the next group’s: who had paid | would get. */
static uint32_t group_end(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool full = false;
    while (mp_clause_in_sentence(c, item)) {
        mp_tag tag = mp_at_tag(a, item);
        bool auxiliary = mp_at_is_auxiliary(a, item);
        if (!auxiliary && tag != MP_TAG_VERB && tag != MP_TAG_ADVERB && tag != MP_TAG_NEGATION) break;
        if (auxiliary && full) break;
        full |= tag == MP_TAG_VERB;
        item++;
    }
    return item;
}

/* A participle that only describes what stands before it: an image posted by users. */
static bool is_reduced(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t token = mp_item_token(a->sentences, item);
    if (token == MP_NONE || mp_at_tag(a, item) != MP_TAG_VERB) return false;
    bool by_follows = mp_clause_in_sentence(c, item + 1) && mp_at_is(a, item + 1, MP_BIT(BY));
    return by_follows && mp_token_entry(a->tokens, token)->verb_form != MP_VERB_THIRD;
}

/* Whether what follows a comma takes the sentence elsewhere: “…, adding”, “…, Gemini advises”. */
static bool leaves_clause(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (!mp_clause_in_sentence(c, item)) return true;
    if (mp_at_tag(a, item) == MP_TAG_GERUND) return true;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE) return false;
    uint32_t after = a->mentions->items[mention].end;
    bool headline =
        a->tokens->article->blocks[c->sentence->block].kind <= MP_BLOCK_DEK; /* confirms refund, firm pays */
    bool fronted = headline || (c->verb != NULL && c->verb->gerund); /* after posting bile, the firm apologised */
    if (fronted && mp_clause_in_sentence(c, after))
        return mp_at_is_auxiliary(a, after) || mp_at_tag(a, after) == MP_TAG_VERB ||
               mp_at_tag(a, after) == MP_TAG_NEGATION;
    uint32_t token = mp_clause_in_sentence(c, after) ? mp_item_token(a->sentences, after) : (uint32_t)MP_NONE;
    if (token == MP_NONE || mp_at_tag(a, after) != MP_TAG_VERB || mp_token_entry(a->tokens, token)->cue == 0)
        return false;
    bool closes =
        !mp_clause_in_sentence(c, after + 1) || mp_at_tag(a, after + 1) == MP_TAG_STOP; /* …, the firm says. */
    return closes || mp_at_reference(a, mention)->kind == MP_SPEAKER_MODEL;
}

/* Said if it rained, the match was off; not: admits when it is unsure. */
static bool main_clause_follows(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (mp_at_mention_starting(a, c->sentence, item) == MP_NONE) return false;
    for (uint32_t i = item, steps = 0; i + 1 < c->sentence->end && steps < MP_CLAUSE_SHORT_REACH * 2; i++, steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON) return false;
        if (tag == MP_TAG_COMMA) return mp_at_mention_starting(a, c->sentence, i + 1) != MP_NONE;
    }
    return false;
}

/* Posted a meek note after it fell; … after angry users tore into it: a subject with its verb at once. */
static bool opens_inner_clause(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    bool counts = mp_at_tag(a, item) == MP_TAG_PREPOSITION && mp_at_tag(a, item - 1) == MP_TAG_DETERMINER &&
                  !mp_at_is(a, item - 1, MP_BIT(DEFINITE));
    if (counts) return false; /* more than 40 buses were; not: this after they had come */
    if (!mp_at_is(a, item, MP_BIT(SUBORDINATOR)) || !mp_clause_in_sentence(c, item + 1)) return false;
    if (mp_at_tag(a, item + 1) == MP_TAG_PRONOUN) return true;
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item + 1);
    if (mention == MP_NONE || !mp_clause_in_sentence(c, a->mentions->items[mention].end)) return false;
    uint32_t after = a->mentions->items[mention].end;
    return mp_at_is_auxiliary(a, after) || (mp_at_tag(a, after) == MP_TAG_VERB && !is_reduced(a, c, after));
}

static bool is_subject_pronoun(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE || a->mentions->items[mention].object_form) return false;
    mp_mention_kind kind = (mp_mention_kind)a->mentions->items[mention].kind;
    return kind == MP_MENTION_IT || kind == MP_MENTION_I || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_THEY;
}

/* Whether the verb before `item` brings a clause of its own there. */
static bool reports_more(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (!mp_clause_in_sentence(c, item + 1)) return false;
    const mp_entry *entry = mp_token_entry(a->tokens, mp_item_token(a->sentences, item - 1));
    bool says = (mp_cue_takes(a->rules, entry->cue) & MP_TAKES(THAT)) != 0;
    return says && mp_at_tag(a, item) != MP_TAG_THAT && mp_at_mention_starting(a, c->sentence, item) != MP_NONE;
}

/* Told me 23, 44 and 19 were drawn: past a list whose last item has the verb behind it; `item`, the end of its first, where
 * there is none. */
static uint32_t end_of_list(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t i = item;
    for (int steps = 0; steps < MP_CLAUSE_SHORT_REACH && mp_clause_in_sentence(c, i + 1); steps++) {
        bool comma = mp_at_tag(a, i) == MP_TAG_COMMA;
        uint32_t joins = comma && mp_at_tag(a, i + 1) == MP_TAG_COORDINATOR ? i + 1 : i;
        bool last = mp_at_tag(a, joins) == MP_TAG_COORDINATOR;
        if (!comma && !last) return item;
        uint32_t mention = mp_at_mention_starting(a, c->sentence, joins + 1);
        if (mention == MP_NONE || mp_at_tag(a, joins + 1) == MP_TAG_PRONOUN) return item;
        i = a->mentions->items[mention].end;
        bool verb_follows = mp_clause_in_sentence(c, i) && (mp_at_is_auxiliary(a, i) || mp_at_tag(a, i) == MP_TAG_VERB);
        if (last) return verb_follows ? i : item;
    }
    return item;
}

uint32_t mp_clause_skip_phrases(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    for (int steps = 0; steps < MP_CLAUSE_SHORT_REACH && mp_clause_in_sentence(c, item); steps++) {
        if (mp_at_tag(a, item) != MP_TAG_PREPOSITION && mp_at_tag(a, item) != MP_TAG_ADVERB) break;
        bool phrase = mp_at_tag(a, item) == MP_TAG_PREPOSITION;
        item = phrase ? mp_clause_skip_phrase(a, c, item + 1) : item + 1;
    }
    return item;
}

static bool is_finite(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    return mp_clause_in_sentence(c, item) &&
           (mp_at_is_auxiliary(a, item) || (mp_at_tag(a, item) == MP_TAG_VERB && !is_reduced(a, c, item)));
}

/* A subject that is no plain noun phrase: no one since Wren had; neither bus was; up to 40 were; eating moss is; what it
 * needs is. */
static bool begins_otherwise(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    if (!mp_clause_in_sentence(c, item + 1)) return false;
    uint32_t next = item + 1, mention = mp_at_mention_starting(a, c->sentence, next);
    switch (mp_at_tag(a, item)) {
    case MP_TAG_NEGATION:
        if (mp_at_is(a, item, MP_BIT(AUXILIARY) | MP_BIT(MODAL))) return false;
        if (mp_at_is(a, item, MP_BIT(NONE)) && mention != MP_NONE) return mp_clause_begins(a, c, next);
        next = mp_clause_skip_phrases(a, c, next);
        return is_finite(a, c, next) && (next > item + 1 || mp_at_is_auxiliary(a, next));
    case MP_TAG_PREPOSITION: {
        bool counts = mention != MP_NONE && (mp_at_tag(a, next) == MP_TAG_NUMBER || mp_at_is(a, next, MP_BIT(SHARE)));
        return counts && a->mentions->items[mention].kind != MP_MENTION_TIME &&
               is_finite(a, c, mp_clause_skip_phrases(a, c, a->mentions->items[mention].end));
    }
    case MP_TAG_GERUND: {
        if (c->verb == NULL) return false;
        bool told_her = item == c->verb->item + 2 && mp_at_tag(a, item - 1) == MP_TAG_PRONOUN; /* told her voting is */
        if (item != c->verb->item + 1 && !told_her) return false;
        next = mp_clause_skip_phrases(a, c, mp_clause_skip_phrase(a, c, next));
        return mp_clause_in_sentence(c, next) && mp_at_is_auxiliary(a, next);
    }
    case MP_TAG_QUESTION:
        next = group_end(a, c, mp_clause_skip_phrase(a, c, next));
        return next > item + 1 && mp_clause_in_sentence(c, next) && mp_at_is(a, next, MP_BIT(BE));
    default: return false;
    }
}

/* Whether a clause with a verb of its own begins at `item`: a noun phrase, then its verb or auxiliary; the verbs of
 * relative clauses between them are not its own: posted an image of a man who had died. */
bool mp_clause_begins(const mp_attributor *a, const mp_clause *c, uint32_t item) {
    uint32_t mention = mp_at_mention_starting(a, c->sentence, item);
    if (mention == MP_NONE) {
        if (!mp_clause_in_sentence(c, item)) return false;
        if (mp_at_tag(a, item) != MP_TAG_SUBORDINATOR) return begins_otherwise(a, c, item);
        bool perhaps = mp_at_is(a, item, MP_BIT(ADVERB)) && mp_at_is(a, item, MP_BIT(HYPOTHETICAL));
        return perhaps ? mp_at_mention_starting(a, c->sentence, item + 1) != MP_NONE && mp_clause_begins(a, c, item + 1)
                       : main_clause_follows(a, c, item + 1);
    }

    uint32_t after = end_of_list(a, c, a->mentions->items[mention].end);
    bool relative = mp_clause_in_sentence(c, after) &&
                    (mp_at_tag(a, after) == MP_TAG_THAT || mp_at_tag(a, after) == MP_TAG_RELATIVE);
    bool pronoun = mp_at_tag(a, item) == MP_TAG_PRONOUN;
    bool behind_listener = c->verb == NULL || item > c->verb->item + 1 ||
                           (mp_at_takes(a, c->verb) & MP_TAKES(LISTENER)) == 0; /* not: told everyone who had paid */
    if (relative && pronoun && !behind_listener) return false;
    int inner = 0; /* relative clauses whose verb is still to come */
    for (uint32_t i = after, steps = 0; i < c->sentence->end && steps < MP_CLAUSE_SHORT_REACH * 2; steps++) {
        mp_tag tag = mp_at_tag(a, i);
        if (mp_at_is_auxiliary(a, i) || (tag == MP_TAG_VERB && !is_reduced(a, c, i))) {
            if (inner == 0) return true;
            inner--;
            i = group_end(a, c, i);
            inner += reports_more(a, c, i); /* a message that said it was closed */
            continue;
        }
        if (tag == MP_TAG_THAT || tag == MP_TAG_RELATIVE || tag == MP_TAG_QUESTION) inner++;
        inner += i == after && tag == MP_TAG_PRONOUN && !pronoun && is_subject_pronoun(a, c, i); /* the road it took */
        inner += opens_inner_clause(a, c, i);
        bool by_saying =
            tag == MP_TAG_GERUND && mp_at_is(a, i - 1, MP_BIT(BY)); /* answered her question by saying it */
        if (tag == MP_TAG_STOP || tag == MP_TAG_COLON || tag == MP_TAG_TO || tag == MP_TAG_COORDINATOR || by_saying)
            return false;
        bool cut_off =
            tag == MP_TAG_COMMA && i == after && mp_clause_in_sentence(c, i + 1) &&
            (mp_at_is_auxiliary(a, i + 1) || mp_at_tag(a, i + 1) == MP_TAG_VERB); /* which writes code, was */
        bool goes_on = (tag == MP_TAG_COMMA || tag == MP_TAG_DASH) && mp_clause_in_sentence(c, i + 2) &&
                       mp_at_tag(a, i + 1) == MP_TAG_ADVERB && mp_at_tag(a, i + 2) == MP_TAG_VERB && inner == 0;
        bool participle = tag == MP_TAG_COMMA && inner == 0 && mp_clause_in_sentence(c, i + 1) &&
                          mp_at_tag(a, i + 1) == MP_TAG_VERB; /* added a note, set in italics */
        if (cut_off || goes_on || participle) return false;   /* posted a picture, then denied it */
        if (tag == MP_TAG_COMMA && ((c->verb != NULL && c->verb->relative) || leaves_clause(a, c, i + 1))) return false;
        i++;
    }
    return false;
}
