/* judgement_prompt.c: looks for the prompt behind a model’s words: back from the words through the block and the one
 * before, as far as nobody else has spoken and no new turn of the story has begun. Knows attributions and signs; nothing
 * of makers or levels.
 *
 * A prompt leads to what the model says next, and in the same block to what it goes on to say. In the next block it still
 * leads to the first words, but no further: “It later added: …”, “Another user was told …” are answers to something
 * else. Where the page puts one question to several models, it holds for all that they say after it.
 *
 * What the rules find is weighed with all else that is seen of a finding (judgement_prompt_feature.c): pages ask in more
 * ways than rules know, and a question may be another’s. */
#include "judgement_prompt_internal.h"

enum { reach_blocks = 2, act_reach_bytes = 120, longest_label = 6, most_signs_near = 32 };

static const mp_sentences *sentences_of(const mp_signs *signs) {
    return signs->attributions->references->mentions->sentences;
}

static bool is_model(const mp_attribution *attribution) {
    return attribution->rule != MP_RULE_NONE && attribution->reference.kind == MP_SPEAKER_MODEL;
}

/* Who speaks between a sign and the words; what the model says in the words’ own block is of one answer. */
typedef struct between {
    bool model, other;
} between;

static between speakers_between(const mp_signs *signs, const mp_sign *sign, uint32_t number) {
    const mp_attributions *all = signs->attributions;
    between found = {0};

    for (uint32_t i = number, steps = 0; i > 0 && steps < MP_PROMPT_QUOTE_REACH; i--, steps++) {
        const mp_attribution *a = &all->items[i - 1];
        if (mp_is_before(a->block, a->start, sign->block, sign->end)) break;
        if (mp_is_before(all->items[number].block, all->items[number].start, a->block, a->end))
            continue; /* around it */
        if (is_model(a) && a->block < all->items[number].block) found.model = true;
        if (a->rule != MP_RULE_NONE && !is_model(a)) found.other = true;
    }
    return found;
}

/* “Is this real?” one reader wrote: a block of one sentence. */
static bool is_alone(const mp_sentences *sentences, const mp_sign *question) {
    uint32_t outer = sentences->stretch_sentence[sentences->list[question->sentence].scope];
    if (outer == MP_NONE) return true; /* all of the block is in quotation marks */
    bool first = outer == 0 || sentences->list[outer - 1].block != question->block;
    bool last = outer + 1 >= sentences->count || sentences->list[outer + 1].block != question->block ||
                sentences->list[outer + 1].scope != MP_NONE;
    return first && last;
}

/* A question that stands right before the words: “Must a landlord take vouchers? “No,” the bot said.” */
static bool leads_over(const mp_signs *signs, const mp_sign *question, const mp_attribution *words) {
    const mp_sentences *sentences = sentences_of(signs);
    if (words->sentence == MP_NONE && question->block == words->block) return true;
    if (question->block == words->block) {
        uint32_t scope = sentences->list[question->sentence].scope;
        uint32_t outer = scope == MP_NONE ? question->sentence : sentences->stretch_sentence[scope];
        return outer == words->sentence || outer + 1 == words->sentence || words->sentence == MP_NONE;
    }
    if (question->block + 1 != words->block) return false;
    if (question->inside_quote) return is_alone(sentences, question);
    bool ends_block = question->sentence + 1 >= sentences->count ||
                      sentences->list[question->sentence + 1].block != question->block ||
                      sentences->list[question->sentence + 1].scope != MP_NONE;
    return ends_block;
}

/* Whether the words are the next that anybody says after the sign, in its block. */
static bool is_answer_to(const mp_signs *signs, const mp_sign *sign, uint32_t number) {
    const mp_attribution *words = &signs->attributions->items[number];
    if (sign->block != words->block) return false;
    if (number == 0) return true;
    const mp_attribution *before = &signs->attributions->items[number - 1];
    bool of_sign = before->start <= sign->start; /* the sign stands in them, or after */
    return mp_is_before(before->block, before->start, sign->block, sign->end) && (of_sign || before->end <= sign->end);
}

static bool reaches(const mp_signs *signs, const mp_sign *sign, uint32_t number) {
    const mp_attribution *words = &signs->attributions->items[number];
    if (sign->asks_another) return is_answer_to(signs, sign, number);
    between spoken = speakers_between(signs, sign, number);
    if (spoken.other && sign->block + 1 < words->block) return false;
    if (sign->meaning == MP_MEANING_QUESTION) return !spoken.model && leads_over(signs, sign, words);
    return sign->block == words->block || !spoken.model;
}

static const mp_sign *prompt_before(const mp_signs *signs, uint32_t number) {
    const mp_attribution *words = &signs->attributions->items[number];
    size_t from = mp_signs_at(signs, words->block, words->start);

    for (size_t i = from, steps = 0; i > 0 && steps < MP_PROMPT_SIGN_REACH; i--, steps++) {
        const mp_sign *sign = signs->by_place[i - 1];
        if (sign->block + reach_blocks < words->block) break;
        if (mp_is_in_words_of_models(sign, words)) continue;
        if (sign->meaning == MP_MEANING_TURN && !sign->inside_quote) break;
        if (!mp_is_asking(sign)) continue;
        if (reaches(signs, sign, number)) return sign;
        if (sign->meaning == MP_MEANING_PROMPT && !sign->asks_another) break;
    }
    return NULL;
}

/* “…,” the bot told a user who had asked why. */
static const mp_sign *prompt_in_sentence(const mp_signs *signs, const mp_attribution *words) {
    if (words->sentence == MP_NONE) return NULL;
    uint32_t first = signs->sentence_first[words->sentence], end = signs->sentence_first[words->sentence + 1];

    for (uint32_t i = first; i < end && i < first + MP_PROMPT_SIGN_REACH; i++) {
        const mp_sign *sign = &signs->items[i];
        if (sign->meaning != MP_MEANING_PROMPT || mp_is_in_words_of_models(sign, words)) continue;
        if (!sign->asks_another) return sign;
    }
    return NULL;
}

static bool follows_a_turn(const mp_signs *signs, const mp_attribution *words) {
    for (size_t i = mp_signs_at(signs, words->block, 0), steps = 0; i < signs->count && steps < MP_PROMPT_SIGN_REACH;
         i++, steps++) {
        const mp_sign *sign = signs->by_place[i];
        if (sign->block != words->block || sign->start >= words->start) return false;
        if (sign->meaning == MP_MEANING_TURN && !sign->inside_quote) return true;
    }
    return false;
}

/* One question to several models holds for all of their answers, a list of them at the page's head too; what the writer
 * asked, for what comes after it. */
static const mp_sign *prompt_of_several(const mp_signs *signs, const mp_attribution *words) {
    if (follows_a_turn(signs, words)) return NULL;
    for (size_t i = 0; i < signs->prompt_count; i++) {
        const mp_sign *sign = signs->prompts[i];
        if (sign->inside_quote || (!sign->of_several && !sign->by_writer)) continue;
        if (sign->of_several || mp_is_before(sign->block, sign->start, words->block, words->start)) return sign;
    }
    return NULL;
}

const mp_sign *mp_prompt_of(const mp_signs *signs, uint32_t number, mp_telling *telling) {
    const mp_attribution *words = &signs->attributions->items[number];
    const mp_sign *found = prompt_before(signs, number);

    *telling = MP_TELLING_BEFORE;
    if (found != NULL) return found;
    *telling = MP_TELLING_IN_SENTENCE;
    found = prompt_in_sentence(signs, words);
    if (found != NULL) return found;
    found = prompt_of_several(signs, words);
    *telling = found == NULL ? MP_TELLING_NONE : MP_TELLING_OF_SEVERAL;
    return found;
}

/* ---- What the parts tell of each other --------------------------------------------------------------------------- */

static void note(mp_judgement *judgement, const mp_sign *sign, mp_telling telling) {
    judgement->telling = telling;
    judgement->told_by = sign;
}

/* The page’s first prompt with a word of this meaning in it or right behind it. */
static const mp_sign *prompt_for(const mp_signs *signs, mp_meaning meaning) {
    for (size_t i = 0; i < signs->prompt_count; i++) {
        const mp_sign *sign = signs->prompts[i];
        for (size_t k = mp_signs_at(signs, sign->block, sign->start), steps = 0;
             k < signs->count && steps < most_signs_near; k++, steps++) {
            const mp_sign *near = signs->by_place[k];
            if (near->block != sign->block || near->start > sign->end + act_reach_bytes) break;
            if (near->meaning == meaning) return sign;
        }
    }
    return NULL;
}

/* The page may tell the prompt long before or after: what it asks for then has a word of what the words do (“write a
 * sincere apology”). It is the same for all that do so. */
static void share_for_act(const mp_signs *signs, mp_judgement *findings, size_t count, mp_act act, mp_meaning meaning) {
    const mp_sign *asked_for = NULL;

    for (size_t i = 0; i < count; i++) {
        if (findings[i].act != act || mp_is_told(&findings[i])) continue;
        if (asked_for == NULL) asked_for = prompt_for(signs, meaning);
        if (asked_for == NULL) return;
        note(&findings[i], asked_for, MP_TELLING_FOR_ACT);
    }
}

static bool is_headline(const mp_signs *signs, const mp_judgement *judgement) {
    return sentences_of(signs)->tokens->article->blocks[judgement->attribution->block].kind <= MP_BLOCK_DEK;
}

static void share_along_runs(mp_judgement *findings, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const mp_judgement *before = &findings[i - 1];
        bool runs_on = findings[i].attribution->rule == MP_RULE_CONTINUED;
        if (runs_on && mp_is_told(before) && !mp_is_told(&findings[i]))
            note(&findings[i], before->told_by, MP_TELLING_RUN);
    }
}

/* Whether the story turns between two findings, or somebody else speaks. */
static bool turns_between(const mp_signs *signs, const mp_attribution *from, const mp_attribution *to) {
    size_t first = mp_signs_at(signs, from->block, from->end);
    for (size_t i = first; i < signs->count && i < first + MP_PROMPT_SIGN_REACH; i++) {
        const mp_sign *sign = signs->by_place[i];
        if (!mp_is_before(sign->block, sign->start, to->block, to->start)) break;
        if (sign->meaning == MP_MEANING_TURN && !sign->inside_quote) return true;
    }
    uint32_t number = (uint32_t)(to - signs->attributions->items);
    for (uint32_t i = number, steps = 0; i > 0 && steps < MP_PROMPT_QUOTE_REACH; i--, steps++) {
        const mp_attribution *a = &signs->attributions->items[i - 1];
        if (a <= from) break;
        if (a->rule != MP_RULE_NONE && !is_model(a)) return true;
    }
    return false;
}

/* “Grok went on”, “the app added”: whoever it is has not done with its answer. */
static bool adds_to(const mp_signs *signs, const mp_attribution *words) {
    if (words->verb == MP_NONE) return false;
    const mp_references *references = signs->attributions->references;
    const mp_sentences *sentences = sentences_of(signs);
    uint32_t token = mp_item_token(sentences, references->verbs->items[words->verb].item);
    return token != MP_NONE && mp_token_is(sentences->tokens, token, MP_BIT(ADDS));
}

/* “It also said”, “the assistant went on”: by a pronoun or a description, not by name, as a new story would begin; by
 * name only with a verb of adding. */
static bool goes_on(const mp_signs *signs, const mp_attribution *words, bool beside) {
    if (words->speaker == MP_NONE) return false;
    const mp_mention *mention = &signs->attributions->references->mentions->items[words->speaker];
    bool model = mention->kind == MP_MENTION_MODEL || mention->kind == MP_MENTION_LOOSE;
    bool described = beside && mention->definite && mention->model == 0 && model;
    return mention->kind == MP_MENTION_IT || described || (model && adds_to(signs, words));
}

/* “It also told her that no certificate was needed.” goes on with the answer before it. */
static void share_along_exchange(const mp_signs *signs, mp_judgement *findings, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const mp_judgement *before = &findings[i - 1];
        const mp_attribution *from = before->attribution, *to = findings[i].attribution;
        if (!mp_is_told(before) || mp_is_told(&findings[i])) continue;
        if (from->reference.model != to->reference.model || is_headline(signs, before)) continue;
        bool it = goes_on(signs, to, to->block == from->block);
        if (to->block > from->block + 1 || turns_between(signs, from, to) || !it) continue;
        note(&findings[i], before->told_by, MP_TELLING_EXCHANGE);
    }
}

/* The body's finding that says most like the headline's; where none is like it, the first that has a prompt, if most have. */
static const mp_judgement *same_in_body(const mp_prompter *p, size_t headline) {
    uint16_t model = p->findings[headline].attribution->reference.model;
    const mp_judgement *best = NULL, *first_told = NULL;
    uint32_t most = 0, told = 0, seen = 0;

    for (size_t i = 0; i < p->count && seen < MP_PROMPT_MOST_COMPARED; i++) {
        const mp_judgement *finding = &p->findings[i];
        if (is_headline(p->signs, finding) || finding->attribution->reference.model != model) continue;
        uint32_t shared = mp_content_shared(&p->contents[headline], &p->contents[i]);
        if (shared > most) best = finding;
        if (shared > most) most = shared;
        bool has_prompt = mp_is_told(finding);
        if (has_prompt && first_told == NULL) first_told = finding;
        told += has_prompt;
        seen++;
    }
    return best == NULL && told * 2 > seen ? first_told : best;
}

static void share_with_headlines(const mp_prompter *p, mp_judgement *findings) {
    for (size_t i = 0, headlines = 0; i < p->count && headlines < 8; i++) {
        if (!is_headline(p->signs, &findings[i])) continue;
        headlines++;
        const mp_judgement *body = same_in_body(p, i);
        if (body != NULL && mp_is_told(body)) note(&findings[i], body->told_by, MP_TELLING_HEADLINE);
    }
}

enum { most_told = 32, same_words = 3 };

/* A lead tells first what the body then tells with its question: “has told customers that they may leave only on a
 * Tuesday”. The same words elsewhere on the page have the same prompt. */
static void share_with_same_words(const mp_prompter *p, mp_judgement *findings) {
    size_t tellers[most_told], teller_count = 0;

    for (size_t i = 0; i < p->count && teller_count < most_told; i++)
        if (mp_is_told(&findings[i])) tellers[teller_count++] = i;
    for (size_t i = 0; i < p->count; i++) {
        if (mp_is_told(&findings[i])) continue;
        for (size_t k = 0; k < teller_count; k++) {
            const mp_judgement *teller = &findings[tellers[k]];
            if (teller->attribution->reference.model != findings[i].attribution->reference.model) continue;
            if (mp_content_shared(&p->contents[i], &p->contents[tellers[k]]) < same_words) continue;
            note(&findings[i], teller->told_by, MP_TELLING_SAME_WORDS);
            break;
        }
    }
}

/* A transcript that begins with another's voice: “USER: …” holds its prompt. */
static bool begins_with_another_voice(const mp_signs *signs, const mp_attribution *attribution) {
    const mp_tokens *tokens = sentences_of(signs)->tokens;
    uint32_t first = tokens->block_first[attribution->block], end = tokens->block_first[attribution->block + 1];
    if (attribution->form != MP_FORM_BLOCK) return false;

    for (uint32_t i = first; i < end && i < first + longest_label; i++) {
        if (mp_token_entry(tokens, i)->model != 0) return false;
        if (tokens->items[i].kind == MP_TOKEN_COLON) return i > first;
    }
    return false;
}

/* `findings`: those of `p`, to be written to. */
static void share(const mp_prompter *p, mp_judgement *findings) {
    for (size_t i = 0; i < p->count; i++)
        if (begins_with_another_voice(p->signs, findings[i].attribution))
            note(&findings[i], findings[i].told_by, MP_TELLING_VOICE);
    share_for_act(p->signs, findings, p->count, MP_ACT_APOLOGY, MP_MEANING_APOLOGY);
    share_for_act(p->signs, findings, p->count, MP_ACT_DEFIANCE, MP_MEANING_DEFIANCE);
    share_along_runs(findings, p->count);
    share_along_exchange(p->signs, findings, p->count);
    share_with_same_words(p, findings);
    share_with_headlines(p, findings);
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

/* What the page asks and answers is much, and nobody else asks for it. */
bool mp_prompts_note(const mp_signs *signs, const mp_page_facts *facts, const mp_allocator *allocator,
                     mp_judgement *findings, size_t count) {
    mp_arena scratch;
    mp_prompter p;
    if (count == 0) return true;
    mp_arena_init(&scratch, allocator);
    bool made = mp_prompter_make(signs, facts, &scratch, findings, count, &p);

    if (made) share(&p, findings);
    if (made) mp_prompter_count_told(&p);
    for (uint32_t i = 0; made && i < count; i++) {
        if (mp_prompt_weigh(&p, i) <= 0) continue;
        findings[i].has_signal[MP_SIGNAL_PROMPT_DISCLOSED] = true;
        findings[i].evidence[MP_SIGNAL_PROMPT_DISCLOSED] = mp_passage_of(&p, i);
    }
    mp_arena_free(&scratch);
    return made;
}
