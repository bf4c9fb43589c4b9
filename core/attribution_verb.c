/* attribution_verb.c: quoted words credited to the subject of a verb in their sentence: after the quote, before it, around a
 * fragment of it. Knows verbs and mentions; nothing of what the words mean. */
#include "attribution_quote.h"

static bool is_cue_of_quotes(const mp_attributor *a, const mp_verb *verb) {
    return (mp_at_takes(a, verb) & (MP_TAKES(QUOTE) | MP_TAKES(THAT) | MP_TAKES(WEAK) | MP_TAKES(OBJECT))) != 0;
}

/* Said by nobody: told the bot to say “sorry”. */
bool mp_at_is_wished(const mp_verb *verb) { return verb->infinitive && verb->unreal && !verb->passive; }

/* ---- After the quote --------------------------------------------------------------------------------------------- */

/* “…,” Grok, the chatbot of X, told users: the first verb of saying whose subject stands right after the quote. */
uint32_t mp_at_verb_of_subject(const mp_attributor *a, const mp_quote_place *at, uint32_t mention) {
    uint32_t first = mp_at_verb_at(a, at->sentence_number, a->mentions->items[mention].first, false);
    uint32_t end = a->verbs->sentence_first[at->sentence_number + 1];
    first = first == MP_NONE ? a->verbs->sentence_first[at->sentence_number] : first + 1;

    for (uint32_t v = first, steps = 0; v < end && steps < mp_quote_verbs; v++, steps++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->subject != mention || verb->relative) continue;
        bool heard = verb->passive && v + 1 < end && verb[1].infinitive && !verb[1].unreal &&
                     verb[1].subject == mention; /* “…,” the bot was heard to say */
        if (heard) v++;
        return is_cue_of_quotes(a, &a->verbs->items[v]) ? v : (uint32_t)MP_NONE;
    }
    return MP_NONE;
}

static bool next_is_that_clause(const mp_attributor *a, const mp_quote_place *at, uint32_t verb) {
    uint32_t next = a->verbs->items[verb].item + 1;
    if (next >= at->sentence->end) return false;
    bool listens = (mp_at_takes(a, &a->verbs->items[verb]) & MP_TAKES(LISTENER)) != 0;
    uint32_t listener = listens ? mp_at_mention_starting(a, at->sentence, next) : (uint32_t)MP_NONE;
    uint32_t that =
        listener == MP_NONE ? next : a->mentions->items[listener].end; /* of an “inner self”, told him that */
    if (that < at->sentence->end && mp_at_tag(a, that) == MP_TAG_THAT) return true;
    bool raises = mp_at_tag(a, next) == MP_TAG_TO && mp_at_is(a, next - 1, MP_BIT(RAISING));
    uint32_t raised = raises ? mp_at_verb_at(a, at->sentence_number, next + 1, true) : (uint32_t)MP_NONE;
    bool begins_to = raises && (raised == MP_NONE || a->verbs->items[raised].cue == 0); /* it began to preach */
    return begins_to || mp_at_tag(a, next) == MP_TAG_THAT;
}

/* Bot told boy “…,” lawsuit says: the document hands on what somebody else said. */
static bool is_relayed(const mp_attributor *a, const mp_quote_place *at, uint32_t mention) {
    const mp_reference *reference = mp_at_reference(a, mention);
    bool document = reference->text && reference->kind == MP_SPEAKER_ORGANISATION;
    bool told_of = !mp_at_ends_like_quote(a, at->stretch) && reference->kind != MP_SPEAKER_MODEL; /* …, family says */
    if ((!document && !told_of) || at->item == at->sentence->first) return false;
    uint32_t before = mp_at_verb_at(a, at->sentence_number, at->item, false);
    if (before == MP_NONE || !is_cue_of_quotes(a, &a->verbs->items[before])) return false;
    uint32_t subject = a->verbs->items[before].subject;
    return subject != MP_NONE && mp_at_reference(a, subject)->kind == MP_SPEAKER_MODEL;
}

/* Grok, calling itself “Mech”, praised the mayor: a name behind its verb is no quote that waits for one. */
static bool is_named_before(const mp_attributor *a, const mp_quote_place *at) {
    enum { most_between = 2, most_of_gerund = 8 };
    if (mp_at_ends_like_quote(a, at->stretch) || at->item == at->sentence->first) return false;
    uint32_t before = mp_at_verb_at(a, at->sentence_number, at->item, false);
    uint32_t most = before != MP_NONE && a->verbs->items[before].gerund
                        ? most_of_gerund
                        : most_between; /* After calling the mayor “…” */
    if (before == MP_NONE || at->item - a->verbs->items[before].item > most) return false;
    return (mp_at_takes(a, &a->verbs->items[before]) & MP_TAKES(WEAK)) != 0;
}

/* In reply to a user who asked “is this so”, Grok said “yes”: either verb has its own quote. */
static bool is_asked_before(const mp_attributor *a, const mp_quote_place *at, uint32_t after) {
    uint32_t next = a->verbs->items[after].item + 1;
    if (at->item == at->sentence->first || next >= at->sentence->end) return false;
    mp_tag tag = mp_at_tag(a, next);
    uint32_t before = mp_at_verb_at(a, at->sentence_number, at->item - 1, true);
    bool behind_comma = tag == MP_TAG_COMMA && next + 1 < at->sentence->end && mp_at_tag(a, next + 1) == MP_TAG_STRETCH;
    bool own_quote = tag == MP_TAG_STRETCH || tag == MP_TAG_COLON || behind_comma;
    return own_quote && before != MP_NONE && is_cue_of_quotes(a, &a->verbs->items[before]);
}

static bool credit_after(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    bool comma = next < at->sentence->end && (mp_at_tag(a, next) == MP_TAG_COMMA || mp_at_tag(a, next) == MP_TAG_DASH);
    if (comma) next++;
    if (next >= at->sentence->end) return false;
    if (!comma && !mp_at_ends_like_quote(a, at->stretch) && at->item != at->sentence->first) return false;
    if (is_named_before(a, at)) return false;
    uint32_t verb = mp_at_verb_at(a, at->sentence_number, next, true);
    if (verb == MP_NONE && mp_at_tag(a, next) == MP_TAG_ADVERB)
        verb = mp_at_verb_at(a, at->sentence_number, next + 1, true);
    if (verb != MP_NONE && a->verbs->items[verb].inverted) {
        mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
        return true;
    }
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next);
    verb = mention == MP_NONE ? (uint32_t)MP_NONE : mp_at_verb_of_subject(a, at, mention);
    if (verb == MP_NONE && mention != MP_NONE && mp_at_ends_like_quote(a, at->stretch)) {
        verb = mp_at_verb_at(a, at->sentence_number, a->mentions->items[mention].end, true); /* “…,” it obliged */
        if (verb == MP_NONE || a->verbs->items[verb].subject != mention) return false;
        mp_at_credit_verb(a, attribution, verb, MP_RULE_VERB_TAIL);
        return true;
    }
    if (verb == MP_NONE || next_is_that_clause(a, at, verb) || is_relayed(a, at, mention)) return false;
    if (is_asked_before(a, at, verb)) return false;
    mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* ---- Before the quote -------------------------------------------------------------------------------------------- */

/* Whether only a listener, a short phrase of place or time, “that” or marks stand between a verb and a quote. */
static bool leads_straight(const mp_attributor *a, uint32_t verb_item, uint32_t item) {
    uint32_t mentions = 0, last = MP_NONE;

    if (item - verb_item > mp_quote_reach) return false;
    for (uint32_t i = verb_item + 1; i < item; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_STRETCH || tag == MP_TAG_STOP || tag == MP_TAG_COORDINATOR || tag == MP_TAG_SUBORDINATOR)
            return false;
        if (tag == MP_TAG_RELATIVE || tag == MP_TAG_QUESTION) return false;
        uint32_t mention = a->mentions->item_mention[i];
        if (mention != MP_NONE && mention != last) mentions++;
        last = mention;
    }
    mp_tag before = mp_at_tag(a, item - 1);
    return mentions <= (before == MP_TAG_COLON || before == MP_TAG_COMMA ? 4u : 2u);
}

/* After “…,” said Grok a further quote belongs to Grok only behind a comma: “…,” said Grok, “…” */
static bool already_quoted(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    if (verb->gerund) return false; /* “…,” Grok said, adding that it was “…” */
    if (!verb->inverted && (verb->subject == MP_NONE || a->mentions->items[verb->subject].first == at->sentence->first))
        return false;
    uint32_t first = verb->inverted || verb->subject == MP_NONE ? verb->first : a->mentions->items[verb->subject].first;
    if (first == at->sentence->first) return false;
    bool quote_before = mp_at_tag(a, first - 1) == MP_TAG_STRETCH ||
                        (mp_at_tag(a, first - 1) == MP_TAG_COMMA && first >= at->sentence->first + 2 &&
                         mp_at_tag(a, first - 2) == MP_TAG_STRETCH);
    if (!quote_before) return false;
    uint32_t item = mp_at_tag(a, first - 1) == MP_TAG_STRETCH ? first - 1 : first - 2;
    const mp_attribution *quoted = &a->by_stretch[a->sentences->items[item].stretch];
    if (quoted->verb != MP_NONE && &a->verbs->items[quoted->verb] != verb)
        return false; /* who asked “…”, Grok said “…” */
    mp_tag before = mp_at_tag(a, at->item - 1);
    return before != MP_TAG_COMMA && before != MP_TAG_COLON;
}

/* told the ‘teenager’ that: one word behind “the” is a name that the page keeps at arm’s length. */
static bool is_scare_quote(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    const mp_stretch *own = &a->stretches->items[at->stretch];
    bool one_word = own->end_token - own->first_token == 1;
    bool behind_the = mp_at_tag(a, at->item - 1) == MP_TAG_DETERMINER && mp_at_is(a, at->item - 1, MP_BIT(DEFINITE));
    bool listens = (mp_at_takes(a, verb) & MP_TAKES(LISTENER)) != 0 && verb->item + 1 == at->item &&
                   at->item + 1 < at->sentence->end &&
                   !mp_at_ends_like_quote(a, at->stretch); /* told ‘teenagers’ that */
    if (one_word && listens) {
        mp_tag next = mp_at_tag(a, at->item + 1);
        return next == MP_TAG_THAT || next == MP_TAG_TO || next == MP_TAG_PREPOSITION || next == MP_TAG_PRONOUN;
    }
    return one_word && behind_the && (mp_at_takes(a, verb) & MP_TAKES(WEAK)) == 0;
}

/* Mayor admits Grok wrote the speech: “…” – the verb has its object before the colon, and somebody tells of it. */
static bool has_object_before_colon(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    if (mp_at_tag(a, at->item - 1) != MP_TAG_COLON) return false;
    bool listens = (mp_at_takes(a, verb) & MP_TAKES(LISTENER)) != 0; /* told Smith: “…” */
    uint32_t object = mp_at_mention_starting(a, at->sentence, verb->item + 1);
    if (object == MP_NONE || a->mentions->items[object].end + 1 != at->item) return false;
    uint8_t kind = a->mentions->items[object].kind;
    bool thing = kind == MP_MENTION_THING || (kind == MP_MENTION_NAME && !listens) || kind == MP_MENTION_DOCUMENT ||
                 (kind == MP_MENTION_TEXT && listens);
    return thing && mp_at_is_told_by_another(a, at, verb);
}

/* What nobody may have said: which testers could read, “…”; a user asking whether it was “…” quotes the one who is
 * further left, where anyone is. */
static bool is_doubtful(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    uint32_t subject = verb->subject == MP_NONE ? at->item : a->mentions->items[verb->subject].first;
    bool of_question =
        subject > at->sentence->first && subject < verb->item && mp_at_tag(a, subject - 1) == MP_TAG_QUESTION &&
        mp_at_tag(a, at->item - 1) == MP_TAG_COMMA; /* would stand by what it told them, “within reason” */
    if (of_question && mp_at_is_told_by_another(a, at, verb)) return true;
    if ((verb->unreal && !verb->infinitive) || has_object_before_colon(a, at, verb)) return true;
    bool shows = (mp_at_takes(a, verb) & MP_TAKES(RELAYED)) != 0 && mp_at_tag(a, at->item - 1) != MP_TAG_COLON;
    if (shows && mp_at_subject_is_model(a, verb) && mp_at_is_told_by_another(a, at, verb))
        return true; /* showed “a tendency” */
    if (!mp_at_is(a, verb->item, MP_BIT(ASKING)) || !(verb->gerund || verb->relative)) return false;
    for (uint32_t i = verb->item + 1; i < at->item; i++)
        if (mp_at_tag(a, i) == MP_TAG_THAT || mp_at_tag(a, i) == MP_TAG_AUXILIARY) return true;
    return false;
}

/* A verb that no list has brings words with “that” too: the bot blurted that it was “…”. */
static bool brings_that(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    bool of_model = mp_at_subject_is_model(a, verb) || mp_at_owner_behind(a, verb->subject) != MP_NONE;
    if (verb->cue != 0 || verb->passive || !of_model || verb->item + 2 > at->item) return false;
    bool is = mp_at_is(a, verb->item, MP_BIT(BE)) && mp_at_reference(a, verb->subject)->text; /* its reply was that */
    return (is || mp_at_tag(a, verb->item) == MP_TAG_VERB) && mp_at_tag(a, verb->item + 1) == MP_TAG_THAT &&
           !mp_at_is(a, verb->item, MP_BIT(CLAUSAL));
}

/* told him invented rulings “…”: behind “him” no finite verb stands. */
static bool is_adjective(const mp_attributor *a, const mp_verb *verb) {
    if (verb->subject == MP_NONE || verb->infinitive || verb->gerund || verb->passive) return false;
    return a->mentions->items[verb->subject].object_form && a->mentions->items[verb->subject].end == verb->item;
}

/* It held a “poem”; it allows users to “swap” faces: these say something only where “that” brings it. */
static bool needs_that(const mp_attributor *a, const mp_verb *verb) {
    uint16_t takes = mp_at_takes(a, verb);
    return (takes & MP_TAKES(WEAK)) != 0 && (takes & MP_TAKES(THAT)) != 0 && (takes & MP_TAKES(QUOTE)) == 0;
}

/* It reckoned Milden was “a sleeper”: a verb of thinking whose clause holds the words. */
static bool opens_straight(const mp_attributor *a, const mp_quote_place *at, uint32_t v) {
    const mp_verb *verb = &a->verbs->items[v];
    if (v + 1 >= a->verbs->sentence_first[at->sentence_number + 1] || (mp_at_takes(a, verb) & MP_TAKES(THAT)) == 0)
        return false;
    const mp_verb *inner = verb + 1;
    if (inner->subject == MP_NONE || inner->item >= at->item || verb->infinitive || verb->passive) return false;
    bool last = v + 2 >= a->verbs->sentence_first[at->sentence_number + 1] || inner[1].item > at->item;
    return last && a->mentions->items[inner->subject].first == verb->item + 1 &&
           a->mentions->items[inner->subject].end == inner->first;
}

/* It gave a reason nobody had asked for: “…” – a clause that hangs on the noun before it, without “that”. */
static bool hangs_on_noun(const mp_attributor *a, const mp_quote_place *at, uint32_t v) {
    const mp_verb *verb = &a->verbs->items[v];
    if (v == a->verbs->sentence_first[at->sentence_number] || verb->passive) return false;
    bool brings = verb->cue != 0 && mp_at_tag(a, verb->item + 1) != MP_TAG_PREPOSITION; /* not: a clerk said: “…” */
    if (brings || verb->subject == MP_NONE || mp_at_tag(a, at->item - 1) != MP_TAG_COLON || at->item - verb->item > 3)
        return false;
    uint32_t first = a->mentions->items[verb->subject].first;
    if (first == at->sentence->first || a->mentions->items[verb->subject].end != verb->first) return false;
    uint32_t noun = a->mentions->item_mention[first - 1];
    if (noun == MP_NONE || a->mentions->items[noun].kind == MP_MENTION_TIME ||
        mp_at_tag(a, first - 1) == MP_TAG_PRONOUN)
        return false;
    return verb[-1].item < a->mentions->items[noun].first && mp_at_subject_is_model(a, verb - 1);
}

/* ChatGPT answered, the complaint says: “…” – who hands the words on stands between commas behind who said them. */
static bool is_handed_on(const mp_attributor *a, const mp_quote_place *at, uint32_t v) {
    enum { most_listener = 6 };
    const mp_verb *verb = &a->verbs->items[v];
    if (v == a->verbs->sentence_first[at->sentence_number] || verb->passive || verb->subject == MP_NONE) return false;
    const mp_mention *teller = &a->mentions->items[verb->subject];
    if (mp_at_tag(a, at->item - 1) != MP_TAG_COLON || at->item - verb->item > most_listener) return false;
    if (teller->end != verb->first || teller->first < at->sentence->first + 2) return false;
    if (mp_at_tag(a, teller->first - 1) != MP_TAG_COMMA || mp_at_subject_is_model(a, verb)) return false;
    const mp_verb *outer = verb - 1;
    bool says = (mp_at_takes(a, outer) & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) != 0 && !outer->passive &&
                !mp_at_is_wished(outer) && mp_at_subject_is_model(a, outer);
    if (!says || teller->first - outer->item > most_listener) return false;
    uint32_t speaker = a->mentions->items[outer->subject].first;
    bool when = speaker > at->sentence->first && mp_at_is(a, speaker - 1, MP_BIT(SUBORDINATOR) | MP_BIT(HYPOTHETICAL));
    if (when) return false; /* When ChatGPT answered, the mother says: “…” */
    for (uint32_t i = outer->item + 1; i + 1 < teller->first; i++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA || mp_at_tag(a, i) == MP_TAG_THAT) return false;
    return true;
}

/* The verb whose words the quote is: the nearest verb of saying, `near` true where it is the nearest verb of all. */
static uint32_t verb_of_quote(const mp_attributor *a, const mp_quote_place *at, bool *near) {
    uint32_t v = mp_at_verb_at(a, at->sentence_number, at->item, false), doubtful = MP_NONE;
    uint32_t first = a->verbs->sentence_first[at->sentence_number];
    bool nearest = true, named_as = mp_at_is(a, at->item - 1, MP_BIT(AS)); /* described the hamlet near Hexham as “…” */

    for (uint32_t steps = 0; v != MP_NONE && v + 1 > first && steps < mp_quote_verbs; v--, steps++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (at->item - verb->item > mp_quote_reach) break;
        bool asked = verb->subject == MP_NONE && verb->item == at->sentence->first && verb->form == MP_VERB_PAST;
        if (asked || is_adjective(a, verb)) continue; /* Asked again, it “regretted” that */
        if (nearest && (hangs_on_noun(a, at, v) || is_handed_on(a, at, v))) continue;
        bool strong = (mp_at_takes(a, verb) & MP_TAKES(WEAK)) == 0;
        bool says =
            (verb->cue != 0 && !mp_at_is_wished(verb) && (nearest || named_as || strong)) || brings_that(a, at, verb);
        *near = nearest && doubtful == MP_NONE;
        says &= nearest || !mp_at_is(a, verb->item, MP_BIT(ASKING)); /* When I asked why, I got this: “…” */
        says |= verb->cue != 0 && opens_straight(a, at, v);          /* reckoned Milden was “…” */
        says &= !needs_that(a, verb) || mp_at_tag(a, verb->item + 1) == MP_TAG_THAT;
        if ((nearest && mp_at_is_tail_verb(a, at, verb)) || (says && !is_doubtful(a, at, verb))) return v;
        if (says && doubtful == MP_NONE) doubtful = v;
        bool of_listener = mp_at_is_wished(verb) && verb->cue == 0 && v > first &&
                           (mp_at_takes(a, verb - 1) & MP_TAKES(TO)) != 0; /* invited her to try “…” */
        nearest &= of_listener;
        if (v == first) break;
    }
    return doubtful;
}

/* Asked who wrote it: “Nobody.” – the verb is the question’s; not: Asked who wrote it, Wren said: “Nobody.” */
static bool is_asked_and_answered(const mp_attributor *a, const mp_quote_place *at) {
    if (mp_at_tag(a, at->item - 1) != MP_TAG_COLON || !mp_at_begins_asked(a, at->sentence_number)) return false;
    if (at->item - at->sentence->first > mp_quote_reach) return false;
    for (uint32_t i = at->sentence->first; i < at->item; i++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return false;
    return true;
}

static bool credit_before(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || mp_at_is(a, at->item - 1, MP_BIT(SO_CALLED))) return false;
    if (is_asked_and_answered(a, at)) return false;
    bool near = false;
    uint32_t v = verb_of_quote(a, at, &near);
    if (v == MP_NONE) return false;
    const mp_verb *verb = &a->verbs->items[v];
    mp_attribution_rule rule = MP_RULE_FRAGMENT;

    if (near && mp_at_is_tail_verb(a, at, verb)) rule = MP_RULE_VERB_TAIL;
    if (rule != MP_RULE_VERB_TAIL && (already_quoted(a, at, verb) || is_scare_quote(a, at, verb))) return false;
    if (rule != MP_RULE_VERB_TAIL && near && leads_straight(a, verb->item, at->item)) rule = MP_RULE_SPEAKER_THEN_QUOTE;
    mp_at_credit_verb(a, attribution, v, rule);
    return true;
}

/* ---- At the sentence’s end --------------------------------------------------------------------------------------- */

/* Nothing but a listener, a place or a time stands between a verb and its sentence’s end. */
static bool ends_sentence(const mp_attributor *a, const mp_quote_place *at, uint32_t item) {
    enum { most_items = 12 };
    if (at->sentence->end - item > most_items) return false;
    for (uint32_t i = item + 1; i < at->sentence->end; i++) {
        mp_tag tag = mp_at_tag(a, i);
        if (tag == MP_TAG_VERB || tag == MP_TAG_AUXILIARY || tag == MP_TAG_STRETCH || tag == MP_TAG_THAT) return false;
    }
    return true;
}

/* It “deeply regrets” the harm, Grok said on Friday. “A ferry” is not to be had, said Wren. */
static bool closes_words(const mp_attributor *a, const mp_quote_place *at, const mp_verb *verb) {
    if ((mp_at_takes(a, verb) & (MP_TAKES(QUOTE) | MP_TAKES(THAT))) == 0 || verb->relative || verb->gerund ||
        verb->infinitive)
        return false;
    if (verb->subject == MP_NONE || verb->item < at->item + 2) return false;
    bool inserted = verb->item + 1 < at->sentence->end && mp_at_tag(a, verb->item + 1) == MP_TAG_COMMA;
    if (!inserted && !ends_sentence(a, at, verb->item)) return false;
    uint32_t subject = a->mentions->items[verb->subject].first;
    uint32_t begins = subject < verb->first ? subject : verb->first;
    return begins > at->item + 1 && mp_at_tag(a, begins - 1) == MP_TAG_COMMA;
}

static bool credit_at_end(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t first = a->verbs->sentence_first[at->sentence_number],
             end = a->verbs->sentence_first[at->sentence_number + 1];
    uint32_t v = mp_at_verb_at(a, at->sentence_number, at->item, false);
    v = v == MP_NONE ? first : v + 1;
    uint32_t between = at->item + 1;
    if (v < end && closes_words(a, at, &a->verbs->items[end - 1])) {
        mp_at_credit_verb(a, attribution, end - 1, MP_RULE_FRAGMENT);
        return true;
    }
    for (uint32_t steps = 0; v < end && steps < mp_quote_verbs;
         v++, steps++) { /* It “regrets” it, Grok said, though … */
        const mp_verb *verb = &a->verbs->items[v];
        if (verb->item - at->item > mp_quote_reach) return false;
        for (; between < verb->item; between++)
            if (mp_at_tag(a, between) == MP_TAG_STRETCH) return false; /* which has the verb for itself */
        if (!closes_words(a, at, verb)) continue;
        mp_at_credit_verb(a, attribution, v, MP_RULE_FRAGMENT);
        return true;
    }
    return false;
}

/* A screenshot shows Grok’s answer: “…”; she read out Grok’s answer, “…”; she quoted Grok: “…” – the model or its text right
 * before the mark, where nobody else is named or the verb hands words on. */
static uint32_t relayed_before_mark(const mp_attributor *a, const mp_quote_place *at, const mp_attribution *found) {
    if (at->item < at->sentence->first + 2) return MP_NONE;
    mp_tag mark = mp_at_tag(a, at->item - 1);
    bool relays = found->verb != MP_NONE && (mp_at_takes(a, &a->verbs->items[found->verb]) & MP_TAKES(RELAYED)) != 0;
    bool marked = mark == MP_TAG_COLON || (mark == MP_TAG_COMMA && relays);
    uint32_t mention = marked ? a->mentions->item_mention[at->item - 2] : (uint32_t)MP_NONE;
    if (mention == MP_NONE || mention == found->speaker) return MP_NONE;
    const mp_reference *reference = mp_at_reference(a, mention);
    bool fits = relays || (reference->text && found->reference.kind == MP_SPEAKER_UNKNOWN);
    return fits && reference->kind == MP_SPEAKER_MODEL ? mention : (uint32_t)MP_NONE;
}

/* The model that spoke in this sentence or the one before it in the block, before `item`; MP_NONE for none. */
static uint32_t model_that_spoke(const mp_attributor *a, const mp_quote_place *at, uint32_t item) {
    enum { most_sentences = 2, most_verbs = 16 };
    for (uint32_t s = at->sentence_number, steps = 0; steps < most_sentences; s--, steps++) {
        uint32_t first = a->verbs->sentence_first[s];
        for (uint32_t v = a->verbs->sentence_first[s + 1], looks = 0; v > first && looks < most_verbs; v--, looks++) {
            const mp_verb *verb = &a->verbs->items[v - 1];
            if (verb->item >= item || verb->cue == 0 || verb->negated || verb->passive) continue;
            if (!mp_at_subject_is_model(a, verb)) continue;
            return mp_at_reference(a, verb->subject)->plural ? (uint32_t)MP_NONE : verb->subject;
        }
        if (s == 0 || a->sentences->list[s - 1].block != at->sentence->block ||
            a->sentences->list[s - 1].scope != at->sentence->scope)
            break;
    }
    return MP_NONE;
}

/* He quotes its answer on one of them: “…”; it had told her so, and she showed us the line beneath: “…” – somebody shows a
 * text, its own or what it has just said. */
static uint32_t text_shown(const mp_attributor *a, const mp_quote_place *at, const mp_attribution *found) {
    static const mp_word_classes of_text = MP_BIT(TEXT_NOUN) | MP_BIT(WORDS_NOUN) | MP_BIT(DOCUMENT_NOUN);
    if (found->verb == MP_NONE || found->reference.kind != MP_SPEAKER_PERSON) return MP_NONE;
    if (at->item == at->sentence->first) return MP_NONE;
    const mp_verb *verb = &a->verbs->items[found->verb];
    if ((mp_at_takes(a, verb) & MP_TAKES(RELAYED)) == 0 || verb->passive) return MP_NONE;
    if (mp_at_tag(a, at->item - 1) != MP_TAG_COLON) return MP_NONE;
    uint32_t object = mp_at_mention_starting(a, at->sentence, verb->item + 1);
    if (object != MP_NONE && (a->mentions->items[object].object_form ||
                              mp_at_reference(a, object)->kind == MP_SPEAKER_PERSON)) /* showed us the line */
        object = mp_at_mention_starting(a, at->sentence, a->mentions->items[object].end);
    if (object == MP_NONE || a->mentions->items[object].first > at->item) return MP_NONE;
    const mp_mention *text = &a->mentions->items[object];
    const mp_reference *reference = mp_at_reference(a, object);
    if ((text->classes & of_text) == 0) return MP_NONE;
    if (reference->kind == MP_SPEAKER_MODEL) return object;
    bool others = text->owned_by_other || text->owner_maker != 0 ||
                  (mp_at_tag(a, text->first) == MP_TAG_POSSESSIVE && !text->owned_by_it);
    return others ? (uint32_t)MP_NONE : model_that_spoke(a, at, verb->item);
}

/* A reply from Grok read “…”: the model behind the noun. */
static bool see_owner(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t owner = mp_at_owner_behind(a, attribution->speaker);
    if (owner == MP_NONE) owner = relayed_before_mark(a, at, attribution);
    if (owner == MP_NONE) owner = text_shown(a, at, attribution);
    if (owner == MP_NONE) return true;
    attribution->speaker = owner;
    attribution->reference = *mp_at_reference(a, owner);
    return true;
}

bool mp_at_credit_by_verb(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    bool found = credit_after(a, at, attribution) || credit_before(a, at, attribution);
    return found && see_owner(a, at, attribution);
}

bool mp_at_credit_by_last_verb(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    return credit_at_end(a, at, attribution) && see_owner(a, at, attribution);
}
