/* attribution_quote.c: the speaker of words in quotation marks. Tried in this order, the first that holds decides: the
 * attribution after the quote, before it, around a fragment of it; “according to”; a label or a signature; then the
 * quotes beside it, the sentence that introduces it, the paragraph it runs on from. Knows verbs and mentions; nothing of
 * what the words mean. */
#include "attribution_internal.h"

enum { reach = 40, short_reach = 9 };

typedef struct place {
    const mp_sentence *sentence;
    uint32_t sentence_number;
    uint32_t item;
    uint32_t stretch;
} place;

/* The number of the verb at or, without `exact`, nearest before `item`; MP_NONE for none. */
static uint32_t verb_at(const mp_attributor *a, uint32_t sentence, uint32_t item, bool exact) {
    uint32_t low = a->verbs->sentence_first[sentence], high = a->verbs->sentence_first[sentence + 1], first = low;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (a->verbs->items[middle].item <= item)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == first) return MP_NONE;
    return exact && a->verbs->items[low - 1].item != item ? (uint32_t)MP_NONE : low - 1;
}

static bool is_cue_of_quotes(const mp_attributor *a, const mp_verb *verb) {
    return (mp_at_takes(a, verb) & (MP_TAKES(QUOTE) | MP_TAKES(THAT) | MP_TAKES(WEAK) | MP_TAKES(OBJECT))) != 0;
}

/* Said by nobody: told the bot to say “sorry”. */
static bool is_wished(const mp_verb *verb) { return verb->infinitive && verb->unreal; }

/* ---- After the quote --------------------------------------------------------------------------------------------- */

/* “…,” Grok, the chatbot of X, told users: the first verb of saying whose subject stands right after the quote. */
static uint32_t verb_of_subject(const mp_attributor *a, const place *at, uint32_t mention) {
    uint32_t first = verb_at(a, at->sentence_number, a->mentions->items[mention].first, false);
    uint32_t end = a->verbs->sentence_first[at->sentence_number + 1];
    first = first == MP_NONE ? a->verbs->sentence_first[at->sentence_number] : first + 1;

    for (uint32_t v = first, steps = 0; v < end && steps < short_reach; v++, steps++)
        if (a->verbs->items[v].subject == mention && !a->verbs->items[v].relative)
            return is_cue_of_quotes(a, &a->verbs->items[v]) ? v : (uint32_t)MP_NONE;
    return MP_NONE;
}

static bool next_is_that_clause(const mp_attributor *a, const place *at, uint32_t verb) {
    uint32_t next = a->verbs->items[verb].item + 1;
    return next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_THAT;
}

/* Bot told boy “…,” lawsuit says: the document hands on what somebody else said. */
static bool is_relayed(const mp_attributor *a, const place *at, uint32_t mention) {
    const mp_reference *reference = mp_at_reference(a, mention);
    if (!reference->text || reference->kind != MP_SPEAKER_ORGANISATION || at->item == at->sentence->first) return false;
    uint32_t before = verb_at(a, at->sentence_number, at->item, false);
    if (before == MP_NONE || !is_cue_of_quotes(a, &a->verbs->items[before])) return false;
    uint32_t subject = a->verbs->items[before].subject;
    return subject != MP_NONE && mp_at_reference(a, subject)->kind == MP_SPEAKER_MODEL;
}

static bool credit_after(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    bool comma = next < at->sentence->end && (mp_at_tag(a, next) == MP_TAG_COMMA || mp_at_tag(a, next) == MP_TAG_DASH);
    if (comma) next++;
    if (next >= at->sentence->end) return false;
    if (!comma && !mp_at_ends_like_quote(a, at->stretch) && at->item != at->sentence->first) return false;
    uint32_t verb = verb_at(a, at->sentence_number, next, true);
    if (verb == MP_NONE && mp_at_tag(a, next) == MP_TAG_ADVERB) verb = verb_at(a, at->sentence_number, next + 1, true);
    if (verb != MP_NONE && a->verbs->items[verb].inverted) {
        mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
        return true;
    }
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next);
    verb = mention == MP_NONE ? (uint32_t)MP_NONE : verb_of_subject(a, at, mention);
    if (verb == MP_NONE && mention != MP_NONE && mp_at_ends_like_quote(a, at->stretch)) {
        verb = verb_at(a, at->sentence_number, a->mentions->items[mention].end, true); /* “…,” it obliged */
        if (verb == MP_NONE || a->verbs->items[verb].subject != mention) return false;
        mp_at_credit_verb(a, attribution, verb, MP_RULE_VERB_TAIL);
        return true;
    }
    if (verb == MP_NONE || next_is_that_clause(a, at, verb) || is_relayed(a, at, mention)) return false;
    mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* ---- Before the quote -------------------------------------------------------------------------------------------- */

/* Whether only a listener, a short phrase of place or time, “that” or marks stand between a verb and a quote. */
static bool leads_straight(const mp_attributor *a, uint32_t verb_item, uint32_t item) {
    uint32_t mentions = 0, last = MP_NONE;

    if (item - verb_item > reach) return false;
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
static bool already_quoted(const mp_attributor *a, const place *at, const mp_verb *verb) {
    if (!verb->inverted && (verb->subject == MP_NONE || a->mentions->items[verb->subject].first == at->sentence->first))
        return false;
    uint32_t first = verb->inverted || verb->subject == MP_NONE ? verb->first : a->mentions->items[verb->subject].first;
    if (first == at->sentence->first) return false;
    bool quote_before = mp_at_tag(a, first - 1) == MP_TAG_STRETCH ||
                        (mp_at_tag(a, first - 1) == MP_TAG_COMMA && first >= at->sentence->first + 2 &&
                         mp_at_tag(a, first - 2) == MP_TAG_STRETCH);
    mp_tag before = mp_at_tag(a, at->item - 1);
    return quote_before && before != MP_TAG_COMMA && before != MP_TAG_COLON;
}

static bool subject_is_model(const mp_attributor *a, const mp_verb *verb) {
    return verb->subject != MP_NONE && mp_at_reference(a, verb->subject)->kind == MP_SPEAKER_MODEL;
}

/* Wren attacked “the rule of the few”, has used the slogan “…”, is rolling out a new message: “…” */
static bool is_tail_verb_of_anybody(const mp_attributor *a, const place *at, const mp_verb *verb) {
    enum { least_words = 3 };
    const mp_stretch *own = &a->stretches->items[at->stretch];
    if (verb->cue != 0 || verb->passive || is_wished(verb) || verb->subject == MP_NONE || verb->relative) return false;
    uint8_t kind = mp_at_reference(a, verb->subject)->kind;
    if (kind != MP_SPEAKER_PERSON && kind != MP_SPEAKER_ORGANISATION) return false;
    uint32_t before = at->item - 1;
    bool colon = mp_at_tag(a, before) == MP_TAG_COLON && before > verb->item;
    if (colon) before--;
    bool words = mp_at_is(a, before, MP_BIT(WORDS_NOUN) | (colon ? MP_BIT(TEXT_NOUN) : 0));
    bool adjacent = before == verb->item && mp_at_tag(a, before) == MP_TAG_VERB &&
                    own->end_token - own->first_token >= least_words && !mp_at_is_title_like(a, at->stretch);
    return (words || adjacent) && at->item - verb->item <= short_reach;
}

/* Any verb with a model as subject right before a quotation mark is better evidence than a list of verbs: the list has
 * the head of the verbs, never the tail. */
static bool is_tail_verb(const mp_attributor *a, const place *at, const mp_verb *verb) {
    if (is_tail_verb_of_anybody(a, at, verb)) return true;
    if (verb->cue != 0 || verb->passive || is_wished(verb) || !subject_is_model(a, verb)) return false;
    if (mp_at_tag(a, verb->item) == MP_TAG_AUXILIARY) return false; /* One outlet says the bot has “…” */
    mp_tag before = mp_at_tag(a, at->item - 1);
    bool marked = before == MP_TAG_COLON || (before == MP_TAG_COMMA && mp_at_ends_like_quote(a, at->stretch));
    bool adjacent = verb->item + 1 == at->item;
    bool words = mp_at_is(a, at->item - 1, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN));
    return (marked || words || adjacent) && at->item - verb->item <= short_reach;
}

/* told the ‘teenager’ that: one word behind “the” is a name that the page keeps at arm’s length. */
static bool is_scare_quote(const mp_attributor *a, const place *at, const mp_verb *verb) {
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

/* What nobody may have said: which testers could read, “…”; a user asking whether it was “…” quotes the one who is
 * further left, where anyone is. */
static bool is_doubtful(const mp_attributor *a, const place *at, const mp_verb *verb) {
    if (verb->unreal && !verb->infinitive) return true;
    if (!mp_at_is(a, verb->item, MP_BIT(ASKING)) || !(verb->gerund || verb->relative)) return false;
    for (uint32_t i = verb->item + 1; i < at->item; i++)
        if (mp_at_tag(a, i) == MP_TAG_THAT || mp_at_tag(a, i) == MP_TAG_AUXILIARY) return true;
    return false;
}

/* A verb that no list has brings words with “that” too: the bot blurted that it was “…”. */
static bool brings_that(const mp_attributor *a, const place *at, const mp_verb *verb) {
    if (verb->cue != 0 || verb->passive || !subject_is_model(a, verb) || verb->item + 2 > at->item) return false;
    return mp_at_tag(a, verb->item) == MP_TAG_VERB && mp_at_tag(a, verb->item + 1) == MP_TAG_THAT &&
           !mp_at_is(a, verb->item, MP_BIT(CLAUSAL));
}

/* The verb whose words the quote is: the nearest verb of saying, `near` true where it is the nearest verb of all. */
static uint32_t verb_of_quote(const mp_attributor *a, const place *at, bool *near) {
    uint32_t v = verb_at(a, at->sentence_number, at->item, false), doubtful = MP_NONE;
    uint32_t first = a->verbs->sentence_first[at->sentence_number];
    bool nearest = true, named_as = mp_at_is(a, at->item - 1, MP_BIT(AS)); /* described the hamlet near Hexham as “…” */

    for (uint32_t steps = 0; v != MP_NONE && v + 1 > first && steps < short_reach; v--, steps++) {
        const mp_verb *verb = &a->verbs->items[v];
        if (at->item - verb->item > reach) break;
        bool strong = (mp_at_takes(a, verb) & MP_TAKES(WEAK)) == 0;
        bool says = (verb->cue != 0 && !is_wished(verb) && (nearest || named_as || strong)) || brings_that(a, at, verb);
        *near = nearest && doubtful == MP_NONE;
        if ((nearest && is_tail_verb(a, at, verb)) || (says && !is_doubtful(a, at, verb))) return v;
        if (says && doubtful == MP_NONE) doubtful = v;
        nearest = false;
        if (v == first) break;
    }
    return doubtful;
}

static bool credit_before(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || mp_at_is(a, at->item - 1, MP_BIT(SO_CALLED))) return false;
    bool near = false;
    uint32_t v = verb_of_quote(a, at, &near);
    if (v == MP_NONE) return false;
    const mp_verb *verb = &a->verbs->items[v];
    mp_attribution_rule rule = MP_RULE_FRAGMENT;

    if (near && is_tail_verb(a, at, verb)) rule = MP_RULE_VERB_TAIL;
    if (rule != MP_RULE_VERB_TAIL && (already_quoted(a, at, verb) || is_scare_quote(a, at, verb))) return false;
    if (rule != MP_RULE_VERB_TAIL && near && leads_straight(a, verb->item, at->item)) rule = MP_RULE_SPEAKER_THEN_QUOTE;
    mp_at_credit_verb(a, attribution, v, rule);
    return true;
}

/* ---- Without a verb ---------------------------------------------------------------------------------------------- */

static bool credit_source(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t first = at->item - at->sentence->first > reach ? at->item - reach : at->sentence->first;
    uint32_t end = at->sentence->end - at->item > reach ? at->item + reach : at->sentence->end;

    for (uint32_t i = first; i + 1 < end; i++) {
        if (!mp_at_is(a, i, MP_BIT(SOURCE))) continue;
        uint32_t mention = mp_at_mention_starting(a, at->sentence, i + 1);
        if (mention == MP_NONE) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_ACCORDING_TO);
        return true;
    }
    return false;
}

/* It will be Reval, “no doubt about it”, as Grok put it. */
static bool credit_as_put(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t next = at->item + 1;
    if (next < at->sentence->end && mp_at_tag(a, next) == MP_TAG_COMMA) next++;
    if (next >= at->sentence->end || !mp_at_is(a, next, MP_BIT(AS))) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, next + 1);
    uint32_t verb = mention == MP_NONE ? (uint32_t)MP_NONE : verb_of_subject(a, at, mention);
    if (verb == MP_NONE) return false;
    mp_at_credit_verb(a, attribution, verb, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* Grok: “…” – the label opens its sentence. “…”: Grok, and “…” – Grok close theirs. */
static bool credit_label(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (at->item >= at->sentence->first + 2 && mp_at_tag(a, at->item - 1) == MP_TAG_COLON) {
        uint32_t mention = a->mentions->item_mention[at->item - 2];
        if (mention != MP_NONE && a->mentions->items[mention].first == at->sentence->first) {
            mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
            return true;
        }
    }
    if (at->item + 2 >= at->sentence->end) return false;
    mp_tag mark = mp_at_tag(a, at->item + 1);
    if ((mark != MP_TAG_COLON && mark != MP_TAG_DASH) || at->item != at->sentence->first) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->item + 2);
    if (mention == MP_NONE) return false;
    bool speaks = mp_at_reference(a, mention)->kind != MP_SPEAKER_UNKNOWN;
    uint32_t verb = verb_of_subject(a, at, mention);
    if (speaks && verb != MP_NONE)
        mp_at_credit_verb(a, attribution, verb, MP_RULE_LABEL);
    else if (speaks)
        mp_at_credit_mention(a, attribution, mention, mark == MP_TAG_DASH ? MP_RULE_SIGNATURE : MP_RULE_LABEL);
    return speaks;
}

/* ChatGPT ‘sorry’ as bot goes down: in headlines the verb may be missing. */
static bool credit_headline(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (a->tokens->article->blocks[at->sentence->block].kind > MP_BLOCK_SUBHEAD || at->item == at->sentence->first)
        return false;
    uint32_t mention = a->mentions->item_mention[at->item - 1];
    if (mention == MP_NONE || mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL) return false;
    if (mp_at_tag(a, at->item - 1) == MP_TAG_CLITIC) return false; /* Grok’s ‘sorry’ was ordered by a user */
    if (a->mentions->items[mention].model == 0 || a->mentions->items[mention].first != at->sentence->first)
        return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
    return true;
}

/* Its answer, with the words “…”; the phrase “…” in one of Grok’s posts. */
static bool credit_named_words(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || !mp_at_is(a, at->item - 1, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN)))
        return false;
    uint32_t end = a->mentions->sentence_first[at->sentence_number + 1];

    for (uint32_t m = a->mentions->sentence_first[at->sentence_number]; m < end; m++) {
        const mp_reference *reference = mp_at_reference(a, m);
        if (!reference->text || reference->kind != MP_SPEAKER_MODEL || reference->certainty < 75) continue;
        mp_at_credit_mention(a, attribution, m, MP_RULE_NAMED_WORDS);
        return true;
    }
    return false;
}

/* Grok’s first words were “…”: nothing but a form of “to be” between the words and the quote. */
static bool credit_words_that_are(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t item = at->item;
    bool is = false;

    for (uint32_t steps = 0; item > at->sentence->first && steps < short_reach; item--, steps++) {
        mp_tag tag = mp_at_tag(a, item - 1);
        is |= mp_at_is(a, item - 1, MP_BIT(BE));
        if (tag != MP_TAG_AUXILIARY && tag != MP_TAG_ADVERB && tag != MP_TAG_COLON && tag != MP_TAG_COMMA) break;
    }
    uint32_t mention = is && item > at->sentence->first ? a->mentions->item_mention[item - 1] : (uint32_t)MP_NONE;
    if (mention == MP_NONE || a->mentions->items[mention].first != at->sentence->first) return false;
    const mp_mention *words = &a->mentions->items[mention];
    if ((words->classes & (MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN))) == 0 || !words->definite) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_NAMED_WORDS);
    return true;
}

/* The following words were used: “…” – a colon, and a model in the sentence. */
static bool credit_colon(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || mp_at_tag(a, at->item - 1) != MP_TAG_COLON) return false;
    return mp_at_introducer(a, at->sentence_number, attribution);
}

/* “…,” came the first reply. */
static bool credit_text_after(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t verb = verb_at(a, at->sentence_number, at->item + 1, true);
    if (verb == MP_NONE || a->verbs->items[verb].cue != 0) return false;
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->item + 2);
    if (mention == MP_NONE || !mp_at_reference(a, mention)->text) return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_QUOTE_THEN_SPEAKER);
    return true;
}

/* ---- From the neighbours ----------------------------------------------------------------------------------------- */

/* The stretch before, of the same level and block; MP_NONE where there is none. */
static uint32_t sibling_before(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = stretch, steps = 0; i > a->stretches->block_first[own->block] && steps < reach; i--, steps++) {
        if (a->stretches->items[i - 1].parent != own->parent) continue;
        bool title = a->by_stretch[i - 1].rule == MP_RULE_NONE && mp_at_is_title_like(a, i - 1);
        if (!title) return i - 1; /* “…,” Wren said on “The Morning Hour.” “…” */
    }
    return MP_NONE;
}

/* called him a “…”, his wife “…” and me, God help me, “…”: no verb between but “who is”. */
static bool enumerates(const mp_attributor *a, uint32_t from, uint32_t to) {
    enum { most_between = 12 };
    if (to - from > most_between) return false;
    bool separated = false;

    for (uint32_t i = from + 1; i < to; i++) {
        mp_tag tag = mp_at_tag(a, i);
        bool who_is = tag == MP_TAG_AUXILIARY && mp_at_tag(a, i - 1) == MP_TAG_RELATIVE;
        if (tag == MP_TAG_VERB || tag == MP_TAG_STOP || (tag == MP_TAG_AUXILIARY && !who_is)) return false;
        separated |= tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_RELATIVE;
    }
    return separated;
}

/* “…,” Grok said. “…” and “…” and “…” */
static bool credit_like_sibling(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    uint32_t sibling = sibling_before(a, at->stretch);
    if (sibling == MP_NONE || a->by_stretch[sibling].rule == MP_RULE_NONE) return false;
    uint32_t theirs = a->sentences->stretch_sentence[sibling];
    bool same_sentence = theirs == at->sentence_number;
    bool follows = theirs + 1 == at->sentence_number && at->item == at->sentence->first &&
                   mp_at_stands_alone(a, at->sentence_number);
    if (same_sentence) {
        uint32_t between = at->item - a->sentences->stretch_item[sibling];
        mp_tag before = mp_at_tag(a, at->item - 1);
        follows = between <= 4 && (before == MP_TAG_COORDINATOR || before == MP_TAG_COMMA ||
                                   before == MP_TAG_PREPOSITION || before == MP_TAG_STRETCH);
        follows |= enumerates(a, a->sentences->stretch_item[sibling], at->item);
    }
    if (!follows) return false;
    mp_at_copy_speaker(attribution, &a->by_stretch[sibling], MP_RULE_SAME_PARAGRAPH);
    return true;
}

static bool ends_in_colon(const mp_attributor *a, uint32_t sentence) {
    if (sentence == MP_NONE) return false;
    return mp_at_tag(a, a->sentences->list[sentence].end - 1) == MP_TAG_COLON;
}

static bool credit_introduced(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    if (at->item != at->sentence->first || at->sentence->scope != MP_NONE) return false;
    bool first_of_block = mp_at_first_sentence(a, at->sentence->block) == at->sentence_number;
    uint32_t before = MP_NONE;
    if (!first_of_block && at->sentence_number > 0) before = at->sentence_number - 1;
    if (first_of_block && at->sentence->block > 0) before = mp_at_last_sentence(a, at->sentence->block - 1);
    return ends_in_colon(a, before) && mp_at_introducer(a, before, attribution);
}

static bool credit_continued(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    const mp_stretch *own = &a->stretches->items[at->stretch];
    if (!own->continues) return false;

    for (uint32_t i = a->stretches->block_first[own->block]; i > a->stretches->block_first[own->block - 1]; i--) {
        const mp_stretch *before = &a->stretches->items[i - 1];
        if (!before->unclosed || before->parent != MP_NONE || a->by_stretch[i - 1].rule == MP_RULE_NONE) continue;
        mp_at_copy_speaker(attribution, &a->by_stretch[i - 1], MP_RULE_CONTINUED);
        return true;
    }
    return false;
}

void mp_at_carry_back(mp_attributor *a) {
    for (uint32_t i = (uint32_t)a->stretches->count; i > 0; i--) {
        const mp_stretch *own = &a->stretches->items[i - 1];
        if (!own->unclosed || own->parent != MP_NONE || a->by_stretch[i - 1].rule != MP_RULE_NONE) continue;
        if (own->block + 1 >= a->tokens->article->block_count) continue;
        uint32_t next = a->stretches->block_first[own->block + 1];
        if (next == a->stretches->block_first[own->block + 2] || !a->stretches->items[next].continues) continue;
        if (a->by_stretch[next].rule == MP_RULE_NONE) continue;
        mp_at_copy_speaker(&a->by_stretch[i - 1], &a->by_stretch[next], MP_RULE_CONTINUED);
    }
}

/* On CBC’s “The Morning Hour”, in his book, “Two Ways to Win,” a title stands where a noun would. */
static bool is_title(const mp_attributor *a, const place *at) {
    mp_block_kind kind = a->tokens->article->blocks[at->sentence->block].kind;
    const mp_stretch *own = &a->stretches->items[at->stretch];
    bool capitals_tell = kind > MP_BLOCK_SUBHEAD && !at->sentence->title_case;
    if (!capitals_tell || own->end_token - own->first_token < 2 || at->item == at->sentence->first) return false;
    if (!mp_at_is_title_like(a, at->stretch)) return false;
    uint32_t before = at->item - 1;
    if (mp_at_tag(a, before) == MP_TAG_COMMA && before > at->sentence->first) before--;
    bool names = mp_at_is(a, before, MP_BIT(DOCUMENT_NOUN)) &&
                 !mp_at_is(a, before, MP_BIT(TEXT_NOUN) | MP_BIT(WORDS_NOUN) | MP_BIT(VERB));
    bool owns = mp_at_tag(a, before) == MP_TAG_CLITIC || mp_at_tag(a, before) == MP_TAG_POSSESSIVE;
    bool governs = mp_at_tag(a, before) == MP_TAG_PREPOSITION && !mp_at_is(a, before, MP_BIT(AS) | MP_BIT(SOURCE)) &&
                   before > at->sentence->first && mp_at_tag(a, before - 1) != MP_TAG_VERB;
    return names || ((owns || governs) && before == at->item - 1);
}

/* “Hey Grok, are you there?”: words that call the model by its name are said to it. */
static bool calls_model(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = own->first_token; i + 1 < own->end_token && i < own->first_token + 2; i++)
        if (mp_model_named(a->tokens, a->mentions->settled, i) != 0)
            return a->tokens->items[i + 1].kind == MP_TOKEN_COMMA;
    return false;
}

static bool credit_turn(const mp_attributor *a, const place *at, mp_attribution *attribution) {
    return mp_at_attribute_by_turn(a, at->stretch, attribution);
}

typedef bool (*credit)(const mp_attributor *a, const place *at, mp_attribution *attribution);

/* In the order in which they are tried. */
static const credit by_sentence[] = {credit_after,       credit_before,         credit_source,
                                     credit_as_put,      credit_label,          credit_headline,
                                     credit_named_words, credit_words_that_are, credit_text_after};
static const credit by_neighbours[] = {credit_colon, credit_like_sibling, credit_introduced, credit_continued,
                                       credit_turn};

void mp_at_attribute_stretch(mp_attributor *a, uint32_t stretch) {
    mp_attribution *attribution = &a->by_stretch[stretch];
    uint32_t number = a->sentences->stretch_sentence[stretch];
    place at = {&a->sentences->list[number], number, a->sentences->stretch_item[stretch], stretch};

    attribution->sentence = number;
    if (is_title(a, &at)) return;
    for (size_t i = 0; i < sizeof by_sentence / sizeof *by_sentence; i++)
        if (by_sentence[i](a, &at, attribution)) return;
    const mp_attribution nobody = *attribution;
    for (size_t i = 0; i < sizeof by_neighbours / sizeof *by_neighbours; i++) {
        if (!by_neighbours[i](a, &at, attribution)) continue;
        if (attribution->reference.kind == MP_SPEAKER_MODEL && calls_model(a, stretch)) *attribution = nobody;
        return;
    }
}
