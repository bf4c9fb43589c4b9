/* rewording_verb.c: what an act of saying is as a thing that a text can be: an apology for, an admission that, text saying.
 * What stands behind the verb decides. Knows verbs, mentions and tags. */
#include "rewording_internal.h"

#include "text.h"

const mp_verb *mp_reword_verb(const mp_rewriter *w) {
    uint32_t verb = w->attribution->verb;
    return verb == MP_NONE ? NULL : &w->verbs->items[verb];
}

const mp_cue *mp_reword_cue(const mp_rewriter *w) {
    const mp_verb *verb = mp_reword_verb(w);
    return verb == NULL || verb->cue == 0 ? NULL : &w->rules->cues.items[verb->cue - 1];
}

const mp_sentence *mp_reword_sentence(const mp_rewriter *w) {
    return &w->sentences->list[w->attribution->cue_sentence];
}

mp_tag mp_reword_tag(const mp_rewriter *w, uint32_t item) {
    return item < mp_reword_sentence(w)->end ? (mp_tag)w->tags[item] : MP_TAG_STOP;
}

static mp_tag tag_behind(const mp_rewriter *w) { return mp_reword_tag(w, mp_reword_verb(w)->item + 1); }

uint32_t mp_reword_item_at(const mp_rewriter *w, uint32_t byte) {
    uint32_t low = mp_reword_sentence(w)->first, high = mp_reword_sentence(w)->end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mp_item_start(w->sentences, middle) < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool mp_reword_has_verb(const mp_rewriter *w, uint32_t start, uint32_t end) {
    enum { most_verbs = 32 };
    uint32_t sentence = w->attribution->cue_sentence, looked_at = 0;
    uint32_t first = mp_verb_from(w->verbs, sentence, mp_reword_item_at(w, start));
    uint32_t last = w->verbs->sentence_first[sentence + 1];

    for (uint32_t i = first; i < last && looked_at < most_verbs; i++, looked_at++) {
        const mp_verb *verb = &w->verbs->items[i];
        if (mp_item_start(w->sentences, verb->item) >= end) return false;
        if (verb->infinitive || verb->gerund || verb->subject == MP_NONE) continue;
        uint32_t subject = mp_item_start(w->sentences, w->mentions->items[verb->subject].first);
        if (subject >= start && subject < end) return true;
    }
    return false;
}

bool mp_reword_is_clause(const mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    uint32_t first = mp_reword_item_at(w, a->start);

    if (first > mp_reword_sentence(w)->first && mp_reword_tag(w, first - 1) == MP_TAG_THAT) return true;
    /* Two words may be a noun with what it is like: promises urgent repairs. */
    bool two_words = first + 2 >= mp_reword_sentence(w)->end || mp_item_start(w->sentences, first + 2) >= a->end;
    if (two_words && mp_reword_tag(w, first) != MP_TAG_PRONOUN) return false;
    return mp_reword_has_verb(w, a->start, a->end);
}

bool mp_reword_quotes_a_part(const mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    mp_text text = mp_text_slice(w->sentences->tokens->article->blocks[a->block].text, a->start, a->end);
    uint32_t first = text.length == 0 ? 0 : mp_text_character(text, 0).code;

    return mp_reword_sentence(w)->title_case || mp_fold(first) == first;
}

/* Whether somebody is told: promised [her] a refund. */
static bool names_listener(const mp_rewriter *w) {
    uint32_t mention = w->mentions->item_mention[mp_reword_verb(w)->item + 1];
    if (mention == MP_NONE) return false;
    uint8_t kind = w->mentions->items[mention].kind;

    return kind == MP_MENTION_PERSON || kind == MP_MENTION_HE_OR_SHE || kind == MP_MENTION_THEY || kind == MP_MENTION_I;
}

/* ---- Nouns ------------------------------------------------------------------------------------------------------- */

/* What joins a noun to what the verb took: an admission [that] it erred, a denial [of] wrongdoing, an apology for. NULL
 * where none does. */
static const char *link_of(const mp_rewriter *w) {
    const mp_attribution *a = w->attribution;
    const bool takes_object = (mp_reword_cue(w)->takes & MP_TAKES(OBJECT)) != 0;

    switch (tag_behind(w)) {
    case MP_TAG_THAT:
    case MP_TAG_PREPOSITION:
    case MP_TAG_TO:
    case MP_TAG_STOP:
    case MP_TAG_COMMA:
    case MP_TAG_COLON:
    case MP_TAG_DASH:
    case MP_TAG_COORDINATOR:
    case MP_TAG_SUBORDINATOR:
    case MP_TAG_NEGATION: return "reword-link-none";
    case MP_TAG_STRETCH: return takes_object && mp_reword_quotes_a_part(w) ? "reword-link-of" : NULL;
    case MP_TAG_ADVERB: return NULL; /* apologised profusely: the adverb wants a verb */
    default: break;
    }
    if (a->rule == MP_RULE_SPEECH_ACT) return names_listener(w) ? NULL : "reword-link-of";
    if (a->start != mp_item_start(w->sentences, mp_reword_verb(w)->item + 1))
        return NULL; /* warned users that: a listener stands between */
    if (mp_reword_is_clause(w)) return "reword-link-that";
    return takes_object ? "reword-link-of" : NULL; /* promises urgent repairs */
}

mp_text mp_reword_noun(mp_rewriter *w) {
    const mp_cue *cue = mp_reword_cue(w);
    const char *link = cue == NULL || cue->noun.length == 0 ? NULL : link_of(w);
    if (link == NULL) return MP_TEXT("");
    const mp_slot slots[] = {{"{noun}", cue->noun}, {"{link}", mp_rules_message(w->rules, link)}};

    return mp_reword_fill(w, "reword-noun", slots, 2);
}

/* ---- Text that says ---------------------------------------------------------------------------------------------- */

/* Whether the verb says what follows it, so that a text can: telling him that; not: beginning with, going on. */
static bool takes_what_follows(const mp_rewriter *w, uint16_t takes) {
    const bool names = (takes & MP_TAKES(WEAK)) != 0 && (takes & MP_TAKES(NOT_INVERTED)) != 0; /* called him “…” */
    const bool clause = w->attribution->rule == MP_RULE_REPORTED_CLAUSE;

    switch (tag_behind(w)) {
    case MP_TAG_AUXILIARY:
    case MP_TAG_VERB: return false; /* which it said were “…” */
    case MP_TAG_TO:
    case MP_TAG_NEGATION: return (takes & (MP_TAKES(TO) | MP_TAKES(THAT))) != 0;
    case MP_TAG_PREPOSITION: return (takes & (MP_TAKES(ABOUT) | MP_TAKES(THAT))) != 0 || names;
    case MP_TAG_STOP:
    case MP_TAG_COMMA:
    case MP_TAG_COLON:
    case MP_TAG_DASH:
    case MP_TAG_COORDINATOR: return clause && (takes & MP_TAKES(THAT)) != 0;
    case MP_TAG_STRETCH: return (takes & MP_TAKES(OBJECT)) != 0 || names;
    default: return names || (takes & (MP_TAKES(THAT) | MP_TAKES(OBJECT) | MP_TAKES(LISTENER))) != 0;
    }
}

/* Whether whole quoted words come next: fired back: “…”; a text reads so, whatever its author does. */
static bool brings_quote(const mp_rewriter *w, uint16_t takes) {
    if (w->attribution->rule != MP_RULE_SPEAKER_THEN_QUOTE) return false;
    mp_tag tag = tag_behind(w);

    if (tag == MP_TAG_STRETCH) return (takes & MP_TAKES(OBJECT)) == 0 || !mp_reword_quotes_a_part(w);
    bool next = mp_reword_tag(w, mp_reword_verb(w)->item + 2) == MP_TAG_STRETCH;
    return tag == MP_TAG_COLON || (next && (tag == MP_TAG_COMMA || tag == MP_TAG_DASH));
}

static mp_text saying_of(mp_rewriter *w) {
    const mp_cue *cue = mp_reword_cue(w);
    const mp_slot slot = {"{saying}", cue->gerund};
    const mp_attribution *a = w->attribution;

    if (brings_quote(w, cue->takes)) return mp_reword_fill(w, "reword-reading", NULL, 0);
    if (!takes_what_follows(w, cue->takes)) return MP_TEXT("");
    if (a->rule == MP_RULE_REPORTED_CLAUSE && !mp_reword_is_clause(w)) return MP_TEXT("");
    if ((cue->takes & MP_TAKES(AUTHORED)) != 0)
        return names_listener(w) ? MP_TEXT("") : mp_reword_fill(w, "reword-says", NULL, 0);
    return cue->gerund.length == 0 ? MP_TEXT("") : mp_reword_fill(w, "reword-saying", &slot, 1);
}

mp_text mp_reword_product(mp_rewriter *w) {
    if (mp_reword_cue(w) == NULL) return MP_TEXT("");
    mp_text noun = mp_reword_noun(w);

    return noun.length > 0 ? noun : saying_of(w);
}
