/* clause_subject.c: finds a finite verb's subject: from the verb to the left, past adverbs and auxiliaries, to a noun phrase;
 * out of prepositional phrases to the noun that they hang on; over what stands between commas; through “and” and
 * participles to the subject of the verb before. After a quote, to the right. Knows tags and mentions; nothing of what they
 * stand for. */
#include "clause_internal.h"

/* ---- Subjects to the left ---------------------------------------------------------------------------------------- */

/* Whether a verb's object may be the subject of what follows: “said Grok had”, “shows Grok admitting”. */
bool mp_verb_opens_clause(const mp_verb_finder *f, const mp_verb *verb) {
    if (is(f, verb->item, MP_BIT(CLAUSAL))) return true;
    if (verb->cue == 0) return false;
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    return (takes & MP_TAKES(THAT)) != 0;
}

/* The subject of a clause whose verb has just been passed to the left: the noun before its relative pronoun, or before
 * the participle that shortens a relative clause. */
static uint32_t subject_before_verb(const mp_verb_finder *f, uint32_t verb_item, int climbs) {
    const mp_verb *verb = verb_before(f, verb_item + 1);
    if (verb == NULL || verb->item != verb_item) return MP_NONE;
    uint32_t first = verb->first;
    uint32_t own = mention_before(f, first);
    if (own != MP_NONE) { /* the bot that Musk built; the bot Musk built; the bot built by Musk */
        uint32_t before_own = mention_of(f, own)->first;
        bool has_inner_subject = !at_start(f, before_own) && (tag_at(f, before_own - 1) == MP_TAG_THAT ||
                                                              tag_at(f, before_own - 1) == MP_TAG_RELATIVE);
        if (has_inner_subject) return mp_subject_ending_before(f, before_own - 1, climbs);
        uint32_t outer = first == verb->item ? mention_before(f, before_own) : (uint32_t)MP_NONE;
        return outer != MP_NONE ? outer : own;
    }
    bool chained = !at_start(f, first) && verb->infinitive && tag_at(f, first - 1) == MP_TAG_VERB &&
                   climbs > 0; /* a bot appointed to oversee bids told */
    if (chained) return subject_before_verb(f, first - 1, climbs - 1);
    bool relative =
        !at_start(f, first) && (tag_at(f, first - 1) == MP_TAG_RELATIVE || tag_at(f, first - 1) == MP_TAG_THAT);
    return relative ? mp_subject_ending_before(f, first - 1, climbs) : (uint32_t)MP_NONE;
}

static bool is_in_prepositional_phrase(const mp_verb_finder *f, uint32_t mention) {
    uint32_t first = mention_of(f, mention)->first;
    return !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_PREPOSITION && !is(f, first - 1, MP_BIT(SUBORDINATOR));
}

/* Who asked for the new “Tall Ship” film was told: a title in the middle of a noun phrase cuts it in two. */
static uint32_t first_of_phrase(const mp_verb_finder *f, uint32_t mention) {
    uint32_t first = mention_of(f, mention)->first;
    if (at_start(f, first) || tag_at(f, first - 1) != MP_TAG_STRETCH) return first;
    uint32_t left = mention_before(f, first - 1);
    bool opens = left != MP_NONE && tag_at(f, mention_of(f, left)->first) == MP_TAG_DETERMINER;
    return opens ? mention_of(f, left)->first : first;
}

/* The firm that makes Grok said: what is made to do something does it in a bare verb; “said” is the firm’s. */
static bool only_makes(const mp_verb_finder *f, const mp_verb *verb, uint32_t item) {
    if (!verb->relative || !is(f, verb->item, MP_BIT(CAUSING)) || item >= f->sentence->end) return false;
    if (tag_at(f, item) == MP_TAG_AUXILIARY) return true;
    uint32_t token = mp_item_token(f->sentences, item);
    return token != MP_NONE && mp_token_entry(f->sentences->tokens, token)->verb_form != MP_VERB_BASE;
}

/* The subject that ends with the noun phrase before `item`: itself, or the noun that its preposition hangs on. */
uint32_t mp_subject_ending_before(const mp_verb_finder *f, uint32_t item, int climbs) {
    uint32_t mention = mention_before(f, item);
    bool owns = true; /* but for “of” nothing stands between the mention and `item` */

    while (mention != MP_NONE && climbs-- > 0) {
        uint32_t first = first_of_phrase(f, mention);
        if (at_start(f, first)) return mention;
        mp_tag before = tag_at(f, first - 1);
        bool adjacent = mention_of(f, mention)->end == item || (owns && mention_of(f, mention)->end < item);
        bool pronoun = tag_at(f, first) == MP_TAG_PRONOUN; /* wrote to her and it replied */
        uint32_t listed = before == MP_TAG_COORDINATOR && !pronoun ? mention_before(f, first - 1) : (uint32_t)MP_NONE;
        if (listed != MP_NONE && is_in_prepositional_phrase(f, listed)) { /* its cousins at OpenAI and Google */
            mention = listed;
            continue;
        }
        if (before == MP_TAG_PREPOSITION && adjacent && is(f, first - 1, MP_BIT(SUBORDINATOR)) &&
            (mention_of(f, mention)->end == item || !is(f, first - 1, MP_BIT(AS)))) {
            return mention; /* after Grok said */
        } else if (before == MP_TAG_PREPOSITION) {
            uint32_t outer = mention_before(f, first - 1);
            owns &= is(f, first - 1, MP_BIT(AFFILIATION)) && outer != MP_NONE && mention_of(f, outer)->end == first - 1;
            bool days_on = outer != MP_NONE && mention_of(f, outer)->kind == MP_MENTION_TIME &&
                           tag_at(f, first) == MP_TAG_PRONOUN; /* Two days on it said */
            if (days_on) return mention;
            bool version = outer != MP_NONE && mention_of(f, mention)->kind == MP_MENTION_MODEL &&
                           !mention_of(f, outer)->plural && is(f, mention_of(f, outer)->head, MP_BIT(VERSION)) &&
                           mention_of(f, outer)->end == first - 1;
            if (version) return mention; /* the latest version of Grok said */
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
            if (verb == NULL || verb->item != first - 1 ||
                (mp_verb_opens_clause(f, verb) && !only_makes(f, verb, item)))
                return mention;
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
static bool is_subject_before(const mp_verb_finder *f, uint32_t subject, uint32_t item) {
    for (size_t v = f->verbs->count, steps = 0; v > f->first_verb && steps < MP_MOST_CLIMBS; v--, steps++)
        if (f->verbs->items[v - 1].item < item && f->verbs->items[v - 1].subject == subject) return true;
    return false;
}

/* A noun phrase right after it: moved 90,000 files. */
static bool has_object(const mp_verb_finder *f, const mp_verb *verb) {
    return mention_starting(f, verb->item + 1) != MP_NONE;
}

/* Gemini moved the files to a folder, then confessed: what stands between two commas may be a clause of the same subject,
 * which is named before them. */
static uint32_t subject_shared_by(const mp_verb_finder *f, uint32_t opening, uint32_t closing) {
    uint32_t shared = MP_NONE;

    for (size_t v = f->verbs->count, steps = 0; v > f->first_verb && steps < MP_MOST_CLIMBS; v--, steps++) {
        const mp_verb *verb = &f->verbs->items[v - 1];
        if (verb->item <= opening) break;
        bool finite = !verb->relative && !verb->gerund && !verb->infinitive && verb->subject != MP_NONE &&
                      (has_object(f, verb) || is_subject_before(f, verb->subject, opening)) &&
                      !is(f, verb->item + 1, MP_BIT(BY)); /* but ChatGPT, asked by us, says */
        if (finite && verb->item < closing && mention_of(f, verb->subject)->first < opening) shared = verb->subject;
    }
    return shared;
}

/* The item of the “and” just before the insertion that opens at `opening`: and then, the third time, suggested. */
static uint32_t coordinator_before(const mp_verb_finder *f, uint32_t opening) {
    uint32_t item = opening;
    while (!at_start(f, item) && tag_at(f, item - 1) == MP_TAG_ADVERB) item--;
    return !at_start(f, item) && tag_at(f, item - 1) == MP_TAG_COORDINATOR ? item - 1 : (uint32_t)MP_NONE;
}

/* Where an insertion begins whose last words are `mention`: the tool, unlike its cousins at X and Y, which …, said. Its
 * comma, MP_NONE where the mention is no such end. */
static uint32_t insertion_around(const mp_verb_finder *f, uint32_t mention) {
    uint32_t first = mention_of(f, mention)->first;
    if (at_start(f, first) || tag_at(f, first - 1) != MP_TAG_PREPOSITION) return MP_NONE;
    bool comma = !at_start(f, first - 1) && tag_at(f, first - 2) == MP_TAG_COMMA;
    return comma && mention_before(f, first - 2) != MP_NONE ? first - 2 : (uint32_t)MP_NONE;
}

/* Grok, which …, said; Grok (…) said; Grok – … – said: the subject stands before the insertion. */
static uint32_t subject_before_insertion(const mp_verb_finder *f, uint32_t closing, bool says) {
    mp_tag partner = partner_of(tag_at(f, closing));

    for (uint32_t i = closing, steps = 0; i > f->sentence->first && steps < MP_SUBJECT_REACH; i--, steps++) {
        if (tag_at(f, i - 1) == MP_TAG_STOP) return MP_NONE;
        if (tag_at(f, i - 1) != partner) continue;
        uint32_t shared = tag_at(f, closing) == MP_TAG_COMMA ? subject_shared_by(f, i - 1, closing) : (uint32_t)MP_NONE;
        if (shared != MP_NONE) return shared;
        uint32_t coordinator = partner == MP_TAG_COMMA ? coordinator_before(f, i - 1) : (uint32_t)MP_NONE;
        if (coordinator != MP_NONE) return mp_subject_of_verb_before(f, coordinator, says);
        bool cut_group = partner == MP_TAG_COMMA && i - 1 > f->sentence->first + 1 &&
                         tag_at(f, i - 2) == MP_TAG_AUXILIARY &&
                         !is(f, i - 2, MP_BIT(MODAL) | MP_BIT(BE)); /* the bot had, in May, said */
        if (cut_group) return mp_subject_ending_before(f, i - 2, MP_MOST_CLIMBS);
        uint32_t left = i - 1; /* It also, according to Wren, suggested */
        while (partner == MP_TAG_COMMA && !at_start(f, left) && tag_at(f, left - 1) == MP_TAG_ADVERB) left--;
        uint32_t mention = mp_subject_ending_before(f, left, MP_MOST_CLIMBS);
        uint32_t outer = mention != MP_NONE ? insertion_around(f, mention) : (uint32_t)MP_NONE;
        if (outer != MP_NONE) return mp_subject_ending_before(f, outer, MP_MOST_CLIMBS);
        if (mention != MP_NONE || tag_at(f, i - 1) == MP_TAG_OPEN) return mention;
    }
    return MP_NONE;
}

/* The noun before “who”, “which”, “that”, a comma between allowed. */
static uint32_t antecedent(const mp_verb_finder *f, uint32_t pronoun) {
    uint32_t item = pronoun;

    if (!at_start(f, item)) {
        mp_tag before = tag_at(f, item - 1); /* ChatGPT (which told me so) */
        if (before == MP_TAG_COMMA || before == MP_TAG_OPEN || before == MP_TAG_DASH) item--;
    }
    uint32_t mention = mention_before(f, item);
    if (mention == MP_NONE || mention_of(f, mention)->kind != MP_MENTION_MODEL || mention_of(f, mention)->end != item)
        return mention;
    uint32_t first = mention_of(f, mention)->first; /* a report on Grok, which says: reports say */
    bool of_text = !at_start(f, first) && tag_at(f, first - 1) == MP_TAG_PREPOSITION;
    uint32_t text = of_text ? mention_before(f, first - 1) : (uint32_t)MP_NONE;
    bool speaks = text != MP_NONE && (mention_of(f, text)->kind == MP_MENTION_DOCUMENT ||
                                      (mention_of(f, text)->kind == MP_MENTION_TEXT && !mention_of(f, text)->definite));
    return speaks ? text : mention;
}

uint32_t mp_subject_to_the_left(const mp_verb_finder *f, mp_verb *verb) {
    if (at_start(f, verb->first)) return MP_NONE;
    uint32_t before = verb->first - 1;

    switch (tag_at(f, before)) {
    case MP_TAG_COMMA:
    case MP_TAG_DASH:
    case MP_TAG_CLOSE: return subject_before_insertion(f, before, verb->cue != 0);
    case MP_TAG_VERB: return subject_before_verb(f, before, MP_MOST_CLIMBS); /* the bot that the town hired told */
    case MP_TAG_STRETCH: return mention_before(f, before);                   /* the chatbot “Barry” told him */
    case MP_TAG_RELATIVE:
    case MP_TAG_QUESTION:
    case MP_TAG_THAT: verb->relative = true; return antecedent(f, before);
    case MP_TAG_COORDINATOR: return mp_subject_of_coordinated(f, verb, before);
    default: return mp_subject_ending_before(f, verb->first, MP_MOST_CLIMBS);
    }
}

/* It came round, told me that …; Grok owns up to it, says that … */
uint32_t mp_subject_across_comma(const mp_verb_finder *f, const mp_verb *verb) {
    bool finite = verb->form == MP_VERB_PAST || verb->form == MP_VERB_THIRD;
    if (verb->cue == 0 || !finite || verb->passive || at_start(f, verb->first)) return MP_NONE;
    mp_tag before = tag_at(f, verb->first - 1); /* admitted the error – then blamed the town */
    if (before != MP_TAG_COMMA && before != MP_TAG_DASH) return MP_NONE;
    uint32_t main = mp_subject_of_main_clause(f, verb->first);
    bool then = verb->first < verb->item && !in_running_text(f); /* Bot wipes drive, then says sorry */
    return main != MP_NONE || !then ? main : mention_starting(f, f->sentence->first);
}

/* ---- Subjects to the right --------------------------------------------------------------------------------------- */

/* The bank's assistant “Leo” confirms: a name in marks behind its noun. */
static bool is_name_in_marks(const mp_verb_finder *f, uint32_t stretch) {
    uint32_t mention = mention_before(f, stretch);
    if (mention == MP_NONE) return false;
    mp_mention_kind kind = (mp_mention_kind)mention_of(f, mention)->kind;
    return kind == MP_MENTION_MODEL || kind == MP_MENTION_LOOSE;
}

bool mp_quote_before(const mp_verb_finder *f, uint32_t item) {
    if (at_start(f, item)) return false;
    if (tag_at(f, item - 1) == MP_TAG_STRETCH) return !is_name_in_marks(f, item - 1);
    return tag_at(f, item - 1) == MP_TAG_COMMA && item - 1 > f->sentence->first &&
           tag_at(f, item - 2) == MP_TAG_STRETCH;
}

/* What may follow an inverted subject: nothing more, or words that tell how or when it was said. */
static bool ends_after_subject(const mp_verb_finder *f, const mp_mention *subject) {
    if (subject->end >= f->sentence->end) return true;
    mp_tag tag = tag_at(f, subject->end);
    bool leads_in = tag == MP_TAG_COLON && subject->end + 1 < f->sentence->end &&
                    tag_at(f, subject->end + 1) == MP_TAG_STRETCH; /* Not so, said Grok: “…” */
    return leads_in || tag == MP_TAG_STOP || tag == MP_TAG_COMMA || tag == MP_TAG_DASH || tag == MP_TAG_PREPOSITION ||
           tag == MP_TAG_SUBORDINATOR || tag == MP_TAG_COORDINATOR || tag == MP_TAG_ADVERB;
}

static bool may_invert(const mp_verb_finder *f, const mp_verb *verb) {
    if (verb->cue == 0 || verb->gerund || verb->infinitive || verb->first != verb->item) return false;
    if (verb->form == MP_VERB_PARTICIPLE) return false; /* Grok, given the list, said */
    const mp_entry *own = mp_token_entry(f->sentences->tokens, mp_item_token(f->sentences, verb->item));
    if (verb->form == MP_VERB_BASE && !own->base_is_past && is(f, verb->item, MP_BIT(ASKING)))
        return false; /* Sir, ask Grok, it knows */
    uint16_t takes = mp_cue_takes(f->sentences->tokens->rules, verb->cue);
    return (takes & MP_TAKES(NOT_INVERTED)) == 0 && (takes & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0;
}

/* Says Grok, “…” */
static bool opens_quote(const mp_verb_finder *f, uint32_t item) {
    if (item + 1 >= f->sentence->end || tag_at(f, item + 1) != MP_TAG_STRETCH) return false;
    return tag_at(f, item) == MP_TAG_COMMA || tag_at(f, item) == MP_TAG_COLON;
}

uint32_t mp_subject_to_the_right(const mp_verb_finder *f, const mp_verb *verb) {
    uint32_t next = verb->item + 1;
    while (next < f->sentence->end && tag_at(f, next) == MP_TAG_ADVERB) next++;
    uint32_t mention = mention_starting(f, next);
    if (mention == MP_NONE || mention_of(f, mention)->object_form || !may_invert(f, verb)) return MP_NONE;
    uint32_t after = mention_of(f, mention)->end; /* which it calls “handy”, said the ferry was late: not inverted */
    bool goes_on = after < f->sentence->end && tag_at(f, after) == MP_TAG_AUXILIARY;
    if (mp_quote_before(f, verb->first)) return goes_on ? (uint32_t)MP_NONE : mention;
    if (at_start(f, verb->first) && opens_quote(f, mention_of(f, mention)->end)) return mention;
    bool weak = (mp_cue_takes(f->sentences->tokens->rules, verb->cue) & MP_TAKES(WEAK)) != 0; /* …, found a key */
    bool after_comma = !at_start(f, verb->first) && tag_at(f, verb->first - 1) == MP_TAG_COMMA && !weak;
    return after_comma && ends_after_subject(f, mention_of(f, mention)) ? mention : (uint32_t)MP_NONE;
}
