/* attribution_neighbour.c: quoted words credited by what stands around their sentence: the quotes beside it, the sentence
 * that introduces it, the paragraph it runs on from. Knows sentences and blocks; nothing of what the words mean. */
#include "attribution_quote.h"

/* The stretch before, of the same level and block; MP_NONE where there is none. */
static uint32_t sibling_before(const mp_attributor *a, uint32_t stretch) {
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = stretch, steps = 0; i > a->stretches->block_first[own->block] && steps < mp_quote_reach;
         i--, steps++) {
        if (a->stretches->items[i - 1].parent != own->parent) continue;
        bool title = a->by_stretch[i - 1].rule == MP_RULE_NONE && mp_at_is_title_like(a, i - 1);
        if (!title) return i - 1; /* “…,” Wren said on “The Morning Hour.” “…” */
    }
    return MP_NONE;
}

/* … and me, God help me, “…”: the item at which an insertion before a quote begins. */
static uint32_t before_insertion(const mp_attributor *a, uint32_t from, uint32_t to) {
    enum { most_inserted = 6 };
    if (to < from + 3 || mp_at_tag(a, to - 1) != MP_TAG_COMMA) return to;
    for (uint32_t i = to - 2, steps = 0; i > from + 1 && steps < most_inserted; i--, steps++)
        if (mp_at_tag(a, i) == MP_TAG_COMMA) return i;
    return to;
}

/* called him a “…”, his wife “…” and me, God help me, “…”: no verb between but “who is”. */
static bool enumerates(const mp_attributor *a, uint32_t from, uint32_t to) {
    enum { most_between = 12 };
    if (to - from > most_between) return false;
    bool separated = false;
    to = before_insertion(a, from, to);

    for (uint32_t i = from + 1; i < to; i++) {
        mp_tag tag = mp_at_tag(a, i);
        uint32_t before = i > from + 1 ? a->mentions->item_mention[i - 1] : (uint32_t)MP_NONE;
        bool it_had = tag == MP_TAG_AUXILIARY && before != MP_NONE &&
                      a->mentions->items[before].kind == MP_MENTION_IT &&
                      mp_at_reference(a, before)->kind == MP_SPEAKER_MODEL; /* it had “panicked,” it had “seen” it */
        bool who_is = it_had || (tag == MP_TAG_AUXILIARY && mp_at_tag(a, i - 1) == MP_TAG_RELATIVE);
        if (tag == MP_TAG_VERB || tag == MP_TAG_STOP || (tag == MP_TAG_AUXILIARY && !who_is)) return false;
        separated |= it_had || tag == MP_TAG_COMMA || tag == MP_TAG_COORDINATOR || tag == MP_TAG_RELATIVE;
    }
    return separated;
}

/* “Did Grok count them?” is not put to Grok; “Did you count them, Grok?” is. */
static bool speaks_of_model(const mp_attributor *a, uint32_t stretch) {
    enum { most_tokens = 60 };
    const mp_stretch *own = &a->stretches->items[stretch];

    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_tokens; i++) {
        if (mp_model_named(a->tokens, a->mentions->settled, i) == 0) continue;
        bool called = (i > own->first_token && a->tokens->items[i - 1].kind == MP_TOKEN_COMMA) ||
                      (i + 1 < own->end_token && a->tokens->items[i + 1].kind == MP_TOKEN_COMMA);
        if (!called) return true;
    }
    return false;
}

/* “Would anybody believe it?” he asked. “I doubt it.” – who asks nobody goes on; “Are you sure?” he asked, a user asked, he
 * asked it are put to somebody. */
static bool asks_nobody(const mp_attributor *a, uint32_t stretch, const mp_verb *verb) {
    enum { most_tokens = 60 };
    if (verb->subject == MP_NONE) return false;
    const mp_mention *asker = &a->mentions->items[verb->subject];
    if (asker->kind == MP_MENTION_I || asker->indefinite || asker->kind == MP_MENTION_OTHER_PRONOUN) return false;
    const mp_sentence *sentence = &a->sentences->list[verb->sentence];
    uint32_t after = verb->inverted ? asker->end : verb->item + 1;
    if (mp_at_mention_starting(a, sentence, after) != MP_NONE) return false;
    const mp_stretch *own = &a->stretches->items[stretch];
    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_tokens; i++)
        if (mp_token_is(a->tokens, i, MP_BIT(PRONOUN_SECOND))) return false;
    return true;
}

/* “What happened?” a user asked. “I was wrong.” – the next words answer. */
static bool is_put_to_model(const mp_attributor *a, uint32_t stretch) {
    const mp_attribution *own = &a->by_stretch[stretch];
    if (own->reference.kind != MP_SPEAKER_PERSON || own->verb == MP_NONE) return false;
    uint32_t last = a->stretches->items[stretch].end_token - 1, sentence = a->sentences->stretch_sentence[stretch];
    const mp_verb *verb = &a->verbs->items[own->verb];
    bool asks =
        mp_at_is(a, verb->item, MP_BIT(ASKING)) && a->tokens->items[last].code == '?' && !asks_nobody(a, stretch, verb);
    return asks && !speaks_of_model(a, stretch) && sentence + 1 < a->sentences->count &&
           a->references->awaited[sentence + 1] != 0;
}

/* “Deeply,” says Grok. “For what?” “For all of it.” – a question with a quote right behind it is put to the model, which
 * answers. */
static bool changes_speaker(const mp_attributor *a, const mp_quote_place *at, const mp_attribution *last,
                            mp_attribution *attribution) {
    const mp_reference *reference = &last->reference;
    const mp_stretch *own = &a->stretches->items[at->stretch];
    bool answers = last->rule == MP_RULE_TURN && reference->kind == MP_SPEAKER_PERSON && reference->model != 0;
    uint32_t next = at->sentence_number + 1;
    bool quote_behind = next < a->sentences->count && a->sentences->list[next].block == own->block &&
                        a->sentences->list[next].scope == at->sentence->scope && mp_at_stands_alone(a, next);
    bool asks = reference->kind == MP_SPEAKER_MODEL && a->tokens->items[own->end_token - 1].code == '?' && quote_behind;
    if (!answers && !asks) return false;
    attribution->reference =
        (mp_reference){.kind = asks ? MP_SPEAKER_PERSON : MP_SPEAKER_MODEL, .model = reference->model, .certainty = 60};
    attribution->rule = MP_RULE_TURN;
    return true;
}

/* “…,” Grok wrote, according to Wren. “That is true.” – who goes on is the one who told of it. */
static bool credit_source_of_sibling(const mp_attributor *a, uint32_t sibling, uint32_t sentence,
                                     mp_attribution *attribution) {
    if (a->by_stretch[sibling].reference.kind != MP_SPEAKER_MODEL) return false;
    const mp_sentence *own = &a->sentences->list[sentence];
    uint32_t from = a->sentences->stretch_item[sibling];
    for (uint32_t i = from + 1; i + 1 < own->end && i < from + mp_quote_reach; i++) {
        if (!mp_at_is(a, i, MP_BIT(SOURCE))) continue;
        uint32_t mention = mp_at_mention_starting(a, own, i + 1);
        if (mention == MP_NONE || mp_at_reference(a, mention)->kind != MP_SPEAKER_PERSON) return false;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_SAME_PARAGRAPH);
        return true;
    }
    return false;
}

/* “…,” Grok said. “…” and “…” and “…” */
static bool credit_like_sibling(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    uint32_t sibling = sibling_before(a, at->stretch);
    if (sibling == MP_NONE || a->by_stretch[sibling].rule == MP_RULE_NONE) return false;
    uint32_t theirs = a->sentences->stretch_sentence[sibling];
    bool same_sentence = theirs == at->sentence_number;
    if (!same_sentence && is_put_to_model(a, sibling)) return false;
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
    if (!same_sentence && credit_source_of_sibling(a, sibling, theirs, attribution)) return true;
    if (!same_sentence && changes_speaker(a, at, &a->by_stretch[sibling], attribution)) return true;
    mp_at_copy_speaker(attribution, &a->by_stretch[sibling], MP_RULE_SAME_PARAGRAPH);
    return true;
}

static bool ends_in_colon(const mp_attributor *a, uint32_t sentence) {
    if (sentence == MP_NONE) return false;
    return mp_at_tag(a, a->sentences->list[sentence].end - 1) == MP_TAG_COLON;
}

static bool credit_introduced(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item != at->sentence->first || at->sentence->scope != MP_NONE) return false;
    bool first_of_block = mp_at_first_sentence(a, at->sentence->block) == at->sentence_number;
    uint32_t before = MP_NONE;
    if (!first_of_block && at->sentence_number > 0) before = at->sentence_number - 1;
    if (first_of_block && at->sentence->block > 0) before = mp_at_last_sentence(a, at->sentence->block - 1);
    return ends_in_colon(a, before) && mp_at_introducer(a, before, attribution);
}

static bool credit_continued(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
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

/* The following words were used: “…” – a colon, and a model in the sentence. */
static bool credit_colon(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    if (at->item == at->sentence->first || mp_at_tag(a, at->item - 1) != MP_TAG_COLON) return false;
    return mp_at_introducer(a, at->sentence_number, attribution);
}

/* It told one user: “…” To another: “…” To a third, “…” – no verb, and the one who spoke in the sentence before. */
static bool credit_to_another(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_items = 6 };
    uint32_t first = at->sentence->first, sibling = sibling_before(a, at->stretch);
    if (at->item < first + 3 || at->item > first + most_items || sibling == MP_NONE) return false;
    mp_tag mark = mp_at_tag(a, at->item - 1);
    bool to = mp_at_is(a, first, MP_BIT(TO)) && (mark == MP_TAG_COMMA || mark == MP_TAG_COLON);
    uint32_t number = at->sentence_number;
    if (!to || a->verbs->sentence_first[number] != a->verbs->sentence_first[number + 1]) return false;
    bool next = a->sentences->stretch_sentence[sibling] + 1 == number;
    if (!next || a->by_stretch[sibling].reference.kind != MP_SPEAKER_MODEL) return false;
    mp_at_copy_speaker(attribution, &a->by_stretch[sibling], MP_RULE_SAME_PARAGRAPH);
    return true;
}

/* The answer? “A fault.” – a question without a verb that names a model’s text. */
static bool credit_text_asked_for(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_items = 7 };
    if (at->sentence_number == 0 || at->item != at->sentence->first) return false;
    uint32_t number = at->sentence_number - 1;
    const mp_sentence *before = &a->sentences->list[number];
    uint32_t m = a->mentions->sentence_first[number];
    bool asks = mp_sentence_asks(a->sentences, before) && before->end - before->first <= most_items;
    if (!asks || before->block != at->sentence->block || before->scope != at->sentence->scope) return false;
    if (a->verbs->sentence_first[number] != a->verbs->sentence_first[number + 1]) return false;
    if (m == a->mentions->sentence_first[number + 1] || !mp_at_reference(a, m)->text) return false;
    mp_at_credit_mention(a, attribution, m, MP_RULE_NAMED_WORDS);
    return true;
}

/* “You drive well.” So said the chatbot in my car. */
static bool credit_so_said(const mp_attributor *a, const mp_quote_place *at, uint32_t number,
                           mp_attribution *attribution) {
    const mp_sentence *next = &a->sentences->list[number];
    if (next->block != at->sentence->block || next->first + 2 >= next->end) return false;
    bool so = mp_at_tag(a, next->first) == MP_TAG_ADVERB || mp_at_tag(a, next->first) == MP_TAG_COORDINATOR;
    uint32_t token = mp_item_token(a->sentences, next->first + 1);
    bool said =
        token != MP_NONE && mp_at_tag(a, next->first + 1) == MP_TAG_VERB && mp_token_entry(a->tokens, token)->cue != 0;
    uint32_t speaker = mp_at_mention_starting(a, next, next->first + 2);
    if (!so || !said || speaker == MP_NONE || mp_at_reference(a, speaker)->kind != MP_SPEAKER_MODEL) return false;
    uint32_t end = a->mentions->items[speaker].end;
    bool ends = end >= next->end || mp_at_tag(a, end) == MP_TAG_STOP || mp_at_tag(a, end) == MP_TAG_PREPOSITION;
    if (ends) mp_at_credit_mention(a, attribution, speaker, MP_RULE_QUOTE_THEN_SPEAKER);
    return ends;
}

/* “…” That is what Grok told the harbour master. “…”: those were Grok’s words. */
static bool credit_pointed_back(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_items = 16 };
    bool alone = mp_at_stands_alone(a, at->sentence_number) && at->sentence_number + 1 < a->sentences->count;
    uint32_t number = alone ? at->sentence_number + 1 : at->sentence_number;
    bool whole = alone && mp_at_first_sentence(a, at->sentence->block) == at->sentence_number &&
                 mp_at_last_sentence(a, at->sentence->block) == at->sentence_number; /* a paragraph of its own */
    uint32_t below = whole && at->sentence->block + 1 < a->tokens->article->block_count
                         ? mp_at_first_sentence(a, at->sentence->block + 1)
                         : (uint32_t)MP_NONE;
    if (below != MP_NONE) number = below;
    const mp_sentence *next = &a->sentences->list[number];
    bool colon = !alone && at->item == next->first && at->item + 3 < next->end &&
                 (mp_at_tag(a, at->item + 1) == MP_TAG_COLON || mp_at_tag(a, at->item + 1) == MP_TAG_DASH);
    uint32_t first = colon ? at->item + 2 : next->first;
    bool here = next->block == at->sentence->block || number == below;
    if ((!alone && !colon) || !here || next->scope != at->sentence->scope) return false;
    if (alone && credit_so_said(a, at, number, attribution)) return true;
    bool points = mp_at_tag(a, first) == MP_TAG_PRONOUN && mp_at_is(a, first, MP_BIT(DEFINITE));
    points |= colon && mp_at_tag(a, first) == MP_TAG_QUESTION; /* “…”: what Grok told a pilot */
    if (next->end - first > most_items || !points) return false;
    bool words = first + 3 < next->end && mp_at_mention_starting(a, next, first + 2) != MP_NONE &&
                 mp_at_is(a, first + 1, MP_BIT(BE)) &&
                 mp_at_is(a, first + 3, MP_BIT(WORDS_NOUN) | MP_BIT(TEXT_NOUN)); /* Those were the words with which */
    for (uint32_t m = a->mentions->sentence_first[number]; m < a->mentions->sentence_first[number + 1]; m++) {
        if (a->mentions->items[m].first <= first || mp_at_reference(a, m)->kind != MP_SPEAKER_MODEL) continue;
        uint32_t verb = mp_at_verb_of_subject(a, &(mp_quote_place){next, number, first, at->stretch}, m);
        if (verb == MP_NONE && !mp_at_reference(a, m)->text && !words) return false;
        mp_at_credit_mention(a, attribution, m, MP_RULE_QUOTE_THEN_SPEAKER);
        return true;
    }
    return false;
}

/* Whether the sentence before, in the block, asks. */
static bool follows_question(const mp_attributor *a, const mp_quote_place *at) {
    if (at->sentence_number == 0) return false;
    const mp_sentence *before = at->sentence - 1;
    return before->block == at->sentence->block && mp_sentence_asks(a->sentences, before);
}

/* “…,” came back: a verb of saying without a subject right behind the quote; “…,” came the answer: one of a text. */
static bool comes_by_itself(const mp_attributor *a, const mp_quote_place *at) {
    if (at->item != at->sentence->first || !mp_at_ends_like_quote(a, at->stretch)) return false;
    uint32_t v = mp_at_verb_at(a, at->sentence_number, at->item + 1, true);
    if (v == MP_NONE) return false;
    const mp_verb *verb = &a->verbs->items[v];
    uint32_t mention = mp_at_mention_starting(a, at->sentence, at->item + 2);
    if (mention == MP_NONE) return verb->cue != 0 && verb->subject == MP_NONE;
    const mp_mention *text = &a->mentions->items[mention];
    bool unowned = !text->owned_by_other && text->owner_maker == 0 && text->definite;
    return verb->cue == 0 && unowned && text->kind == MP_MENTION_TEXT &&
           mp_at_reference(a, mention)->kind == MP_SPEAKER_UNKNOWN;
}

/* “…,” came back. Back came: “…” – nobody is named, and an answer is awaited. */
static bool credit_came_back(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    enum { most_items = 6 };
    bool named =
        a->mentions->sentence_first[at->sentence_number] != a->mentions->sentence_first[at->sentence_number + 1];
    uint16_t model = a->references->awaited[at->sentence_number];
    if (mp_at_stands_alone(a, at->sentence_number) || at->sentence->scope != MP_NONE) return false;
    if (model == 0 && follows_question(a, at)) model = a->references->main_model;
    if (comes_by_itself(a, at)) named = false;
    bool longer = at->sentence->end - at->sentence->first > most_items && !comes_by_itself(a, at);
    if (named || model == 0 || longer) return false;
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = 65};
    attribution->rule = MP_RULE_TURN;
    return true;
}

bool mp_at_credit_by_neighbours(const mp_attributor *a, const mp_quote_place *at, mp_attribution *attribution) {
    return credit_to_another(a, at, attribution) || credit_colon(a, at, attribution) ||
           credit_text_asked_for(a, at, attribution) || credit_pointed_back(a, at, attribution) ||
           credit_came_back(a, at, attribution) || credit_like_sibling(a, at, attribution) ||
           credit_introduced(a, at, attribution) || credit_continued(a, at, attribution) ||
           mp_at_attribute_by_turn(a, at->stretch, attribution);
}
