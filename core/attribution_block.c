/* attribution_block.c: the speaker of block quotes and embedded posts: the account that posted it, a label at its head,
 * the sentence that introduces it, or the quote it goes on from. Knows handles, links and mentions; nothing of what the
 * words mean. */
#include "attribution_internal.h"

#include "text.h"

#include <string.h>

enum { most_links = 8 };

static void credit_model(mp_attribution *attribution, uint16_t model, int certainty, mp_attribution_rule rule) {
    attribution->reference = (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = (uint8_t)certainty};
    attribution->rule = rule;
}

static void credit_other(mp_attribution *attribution, uint16_t maker) {
    uint8_t kind = maker != 0 ? MP_SPEAKER_ORGANISATION : MP_SPEAKER_PERSON;
    attribution->reference = (mp_reference){.kind = kind, .maker = maker, .certainty = 90};
    attribution->rule = MP_RULE_ACCOUNT;
}

/* ---- The account ------------------------------------------------------------------------------------------------- */

static mp_text without_scheme(mp_text href) {
    static const char *const prefixes[] = {"https://", "http://", "//", "www.", "m."};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i]);
        if (href.length > length && memcmp(href.bytes, prefixes[i], length) == 0)
            href = mp_text_slice(href, length, href.length);
    }
    return href;
}

static bool is_account(mp_text address, mp_text account) {
    if (address.length < account.length) return false;
    for (size_t i = 0; i < account.length; i++)
        if (mp_fold((unsigned char)address.bytes[i]) != mp_fold((unsigned char)account.bytes[i])) return false;
    return address.length == account.length || strchr("/?#", address.bytes[account.length]) != NULL;
}

uint16_t mp_at_model_of_link(const mp_rules *rules, mp_text href) {
    mp_text address = without_scheme(href);

    for (uint16_t m = 1; m <= rules->models.count; m++)
        for (size_t i = 0; i < rules->models.items[m - 1].account_count; i++)
            if (is_account(address, rules->models.items[m - 1].accounts[i])) return m;
    return 0;
}

/* Day one without it. — @somebody: the handle is the last thing, behind a dash. */
static bool signs(const mp_attributor *a, const mp_stretch *block, uint32_t token) {
    return token + 1 == block->end_token && token > block->first_token &&
           a->tokens->items[token - 1].kind == MP_TOKEN_DASH;
}

/* Whose post it is, an author line (Grok @grok) or a signature (— Grok (@grok), — @grok) says. A handle that nothing names is
 * somebody whom the post addresses. */
static bool names_author(const mp_attributor *a, const mp_stretch *block, uint32_t token) {
    uint32_t first = block->first_token;
    if (token == first) return false;
    const mp_token *before = &a->tokens->items[token - 1];
    if (before->kind == MP_TOKEN_OPEN || signs(a, block, token)) return true;
    bool name_before = before->kind == MP_TOKEN_WORD && (before->flags & MP_TOKEN_CAPITAL) != 0;
    return token - first <= 7 && (name_before || before->kind == MP_TOKEN_BREAK || before->kind == MP_TOKEN_SYMBOL);
}

static bool credit_handle(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    const mp_stretch *block = &a->stretches->items[stretch];
    uint32_t author = MP_NONE;

    for (uint32_t i = block->first_token; i < block->end_token; i++)
        if (a->tokens->items[i].kind == MP_TOKEN_HANDLE && names_author(a, block, i)) {
            bool signature = a->tokens->items[i - 1].kind == MP_TOKEN_OPEN || signs(a, block, i);
            if (author == MP_NONE || signature) author = i;
        }
    if (author == MP_NONE) return false;
    const mp_entry *entry = mp_token_entry(a->tokens, author);
    if (entry->model != 0)
        credit_model(attribution, entry->model, 98, MP_RULE_ACCOUNT);
    else
        credit_other(attribution, entry->maker);
    return true;
}

static bool credit_links(const mp_attributor *a, uint32_t block_number, mp_attribution *attribution) {
    const mp_block *block = &a->tokens->article->blocks[block_number];

    for (size_t i = 0; i < block->link_count && i < most_links; i++) {
        uint16_t model = mp_at_model_of_link(a->rules, block->links[i].href);
        if (model == 0) continue;
        credit_model(attribution, model, 95, MP_RULE_ACCOUNT);
        return true;
    }
    return false;
}

/* ---- The head ---------------------------------------------------------------------------------------------------- */

/* “Lord Vesper: Then …”, “Grok\n…”: a label or an author line names a model; a transcript of both voices is the model’s
 * where any of its labels is. */
/* A label of the page’s own name for a model: “Lord Vesper: Then …” where the page tells of a bot called Lord Vesper. */
static bool credit_persona(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    enum { most_sentences = 12 };
    uint32_t block = a->stretches->items[stretch].block, first = mp_at_first_of_block(a, block);

    for (uint32_t s = first; first != MP_NONE && s < a->sentences->count && s < first + most_sentences; s++) {
        const mp_sentence *sentence = &a->sentences->list[s];
        if (sentence->block != block) return false;
        uint32_t mention = mp_at_mention_starting(a, sentence, sentence->first);
        if (mention == MP_NONE || !a->mentions->items[mention].alias) continue;
        uint32_t next = a->mentions->items[mention].end;
        if (next >= sentence->end || mp_at_tag(a, next) != MP_TAG_COLON) continue;
        mp_at_credit_mention(a, attribution, mention, MP_RULE_LABEL);
        return true;
    }
    return false;
}

static bool credit_labels(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    const mp_stretch *block = &a->stretches->items[stretch];
    uint32_t labels = 0;
    bool begins = true;

    for (uint32_t i = block->first_token; i < block->end_token; i++) {
        const mp_token *token = &a->tokens->items[i];
        bool next_is_colon = i + 1 < block->end_token && a->tokens->items[i + 1].kind == MP_TOKEN_COLON;
        bool next_is_break =
            i + 1 < block->end_token && a->tokens->items[i + 1].kind == MP_TOKEN_BREAK && i < block->first_token + 4;
        uint16_t model = mp_model_named(a->tokens, a->mentions->settled, i);
        bool describes = mp_token_is(a->tokens, i, MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE));
        if (begins && (next_is_colon || next_is_break) && (model != 0 || describes)) {
            uint16_t main = a->references->main_model != 0 ? a->references->main_model : (uint16_t)MP_MODEL_GENERIC;
            credit_model(attribution, model != 0 ? model : main, model != 0 ? 95 : 85, MP_RULE_LABEL);
            return true;
        }
        if (begins && next_is_colon && token->kind == MP_TOKEN_WORD) labels++;
        begins = token->kind == MP_TOKEN_STOP || token->kind == MP_TOKEN_BREAK ||
                 (begins && token->kind == MP_TOKEN_WORD && (token->flags & MP_TOKEN_CAPITAL) != 0);
    }
    /* both voices of a transcript, under names that the page alone knows */
    if (labels < 2 || a->references->main_model == 0) return false;
    credit_model(attribution, a->references->main_model, 65, MP_RULE_LABEL);
    return true;
}

/* u/tern_lover: this is … – a user's name before a colon: letters without a space, a stroke or a low line among them. */
static bool credit_user(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    enum { most_bytes = 40 };
    const mp_stretch *block = &a->stretches->items[stretch];
    mp_text text = mp_text_slice(a->tokens->article->blocks[block->block].text, block->start, block->end);
    bool marked = false;

    for (size_t i = 0; i < text.length && i < most_bytes; i++) {
        char c = text.bytes[i];
        if (c == ':' && marked) {
            credit_other(attribution, 0);
            return true;
        }
        if (c == ':' || c == ' ' || c == '\n') return false;
        marked |= c == '_' || (c == '/' && i > 0);
    }
    return false;
}

/* … cannot be changed. — Robin: who signs it, at its end behind a dash. */
static bool credit_signature(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block, first = mp_at_first_of_block(a, block);
    if (first == MP_NONE) return false;
    uint32_t last = mp_sentences_from(a->sentences, block + 1);
    const mp_sentence *sentence = &a->sentences->list[last - 1];
    uint32_t mention = a->mentions->sentence_first[last];
    if (mention == a->mentions->sentence_first[last - 1]) return false;
    const mp_mention *name = &a->mentions->items[--mention];
    bool behind_dash = name->first > sentence->first && mp_at_tag(a, name->first - 1) == MP_TAG_DASH;
    if (!behind_dash || name->end != sentence->end || mp_at_reference(a, mention)->kind != MP_SPEAKER_MODEL)
        return false;
    mp_at_credit_mention(a, attribution, mention, MP_RULE_SIGNATURE);
    return true;
}

/* ---- The neighbours ---------------------------------------------------------------------------------------------- */

static bool is_quote_block(const mp_attributor *a, uint32_t block) {
    mp_block_kind kind = a->tokens->article->blocks[block].kind;
    return kind == MP_BLOCK_BLOCKQUOTE || kind == MP_BLOCK_EMBED;
}

/* A block quote goes on from the one before it. */
static bool credit_block_before(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    if (block == 0 || !is_quote_block(a, block - 1)) return false;
    uint32_t before = a->stretches->block_first[block - 1];
    if (before == a->stretches->block_first[block] || a->by_stretch[before].rule == MP_RULE_NONE) return false;

    attribution->reference = a->by_stretch[before].reference;
    attribution->rule = MP_RULE_CONTINUED;
    if (attribution->reference.certainty > 8)
        attribution->reference.certainty = (uint8_t)(attribution->reference.certainty - 8);
    return true;
}

/* The paragraph before introduces it: by its last sentence where that ends in a colon or speaks of saying; else by the
 * quote with which the paragraph ends. */
static bool credit_paragraph_before(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    if (block == 0 || is_quote_block(a, block - 1)) return false;
    uint32_t last = mp_at_last_sentence(a, block - 1);
    if (last != MP_NONE && mp_at_introducer(a, last, attribution)) return true;
    uint32_t end = a->stretches->block_first[block], first = a->stretches->block_first[block - 1];
    if (end == first || a->by_stretch[end - 1].rule == MP_RULE_NONE) return false;
    uint32_t inside = mp_at_first_of_block(a, block);
    bool awaited = inside != MP_NONE && a->references->awaited[inside] != 0; /* it had been asked for “a verse”. */
    if (awaited && a->by_stretch[end - 1].reference.kind != MP_SPEAKER_MODEL) return false;
    attribution->speaker = a->by_stretch[end - 1].speaker;
    attribution->reference = a->by_stretch[end - 1].reference;
    attribution->rule = MP_RULE_CONTINUED;
    return true;
}

/* The reply came as a list. / Grok posted the following. It was gone within the hour. – a sentence whose subject is the
 * model’s text, or in which it spoke and was not quoted. */
static bool credit_pointer(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    enum { most_back = 2 };
    uint32_t block = a->stretches->items[stretch].block;
    uint32_t last = block == 0 ? (uint32_t)MP_NONE : mp_at_last_sentence(a, block - 1);
    if (last == MP_NONE) return false;

    for (uint32_t s = last, steps = 0; steps < most_back; s--, steps++) {
        for (uint32_t v = a->verbs->sentence_first[s]; v < a->verbs->sentence_first[s + 1]; v++) {
            const mp_verb *verb = &a->verbs->items[v];
            if (verb->subject == MP_NONE || verb->relative || verb->unreal) continue;
            const mp_reference *subject = mp_at_reference(a, verb->subject);
            bool spoke = (mp_at_takes(a, verb) & MP_TAKES(QUOTE)) != 0 && !a->verb_has_quote[v] && !verb->passive;
            if (subject->kind != MP_SPEAKER_MODEL || subject->plural || !(spoke || (subject->text && s == last)))
                continue;
            mp_at_credit_mention(a, attribution, verb->subject, MP_RULE_INTRODUCED);
            return true;
        }
        if (s == 0 || a->sentences->list[s - 1].block != block - 1 || a->sentences->list[s - 1].scope != MP_NONE) break;
    }
    return false;
}

/* Claude had been asked for a verse about rain. / The rain … */
static bool credit_awaited(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t first = mp_at_first_of_block(a, a->stretches->items[stretch].block);
    uint16_t model = first == MP_NONE ? (uint16_t)0 : a->references->awaited[first];
    if (model == 0) return false;
    credit_model(attribution, model, 65, MP_RULE_TURN);
    return true;
}

/* > The rain … / So ended the evening, in the words of Grok. – what follows points back. */
static bool credit_pointed_back(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    enum { most_items = 24 };
    uint32_t block = a->stretches->items[stretch].block;
    if (block + 1 >= a->tokens->article->block_count || is_quote_block(a, block + 1)) return false;
    uint32_t first = mp_at_first_sentence(a, block + 1);
    if (first == MP_NONE) return false;
    const mp_sentence *sentence = &a->sentences->list[first];
    if (sentence->end - sentence->first > most_items) return false;
    bool points = mp_at_is(a, sentence->first, MP_BIT(DEFINITE)) && mp_at_tag(a, sentence->first) == MP_TAG_PRONOUN;
    for (uint32_t m = a->mentions->sentence_first[first]; m < a->mentions->sentence_first[first + 1]; m++) {
        const mp_mention *mention = &a->mentions->items[m];
        const mp_reference *reference = mp_at_reference(a, m);
        bool source = mention->first > sentence->first && mp_at_is(a, mention->first - 1, MP_BIT(SOURCE));
        if (reference->kind != MP_SPEAKER_MODEL || reference->plural) continue;
        if (!source && !(points && reference->text)) continue;
        mp_at_credit_mention(a, attribution, m, MP_RULE_INTRODUCED);
        return true;
    }
    return false;
}

/* ---- Nobody else ------------------------------------------------------------------------------------------------- */

/* A post that names an account, or the model itself: it addresses them, or tells of them. */
static bool names_anybody(const mp_attributor *a, uint32_t stretch) {
    enum { most_tokens = 400 };
    const mp_stretch *own = &a->stretches->items[stretch];
    for (uint32_t i = own->first_token; i < own->end_token && i < own->first_token + most_tokens; i++)
        if (a->tokens->items[i].kind == MP_TOKEN_HANDLE || mp_model_named(a->tokens, a->mentions->settled, i) != 0)
            return true;
    return false;
}

/* Whether somebody who could have said it stands in the sentence, or a statement, which organisations make. */
static bool names_speaker(const mp_attributor *a, uint32_t sentence) {
    for (uint32_t m = a->mentions->sentence_first[sentence]; m < a->mentions->sentence_first[sentence + 1]; m++) {
        const mp_mention *mention = &a->mentions->items[m];
        const mp_reference *reference = mp_at_reference(a, m);
        bool place = mention->kind == MP_MENTION_ORGANISATION && mp_at_tag(a, mention->head) == MP_TAG_NOUN &&
                     (mention->classes & MP_BIT(SOFTWARE)) != 0;            /* on every site that carried it */
        if (place || (mention->classes & MP_BIT(EVERYBODY)) != 0) continue; /* in a post to everybody: */
        bool somebody = reference->kind == MP_SPEAKER_PERSON || reference->kind == MP_SPEAKER_ORGANISATION;
        if (somebody && !reference->text && !reference->plural && mention->kind != MP_MENTION_TIME) return true;
        if ((mention->classes & (MP_BIT(COMPANY_TALK) | MP_BIT(SPOKES_NOUN))) != 0) return true;
    }
    return false;
}

/* Grok duly delivered. / The tool obliged, at length. – all that the sentence speaks of is a model. */
static uint32_t only_model_of(const mp_attributor *a, uint32_t sentence) {
    enum { most_items = 8 };
    const mp_sentence *own = &a->sentences->list[sentence];
    uint32_t first = a->mentions->sentence_first[sentence], v = a->verbs->sentence_first[sentence];
    if (own->end - own->first > most_items || a->mentions->sentence_first[sentence + 1] != first + 1) return MP_NONE;
    if (v + 1 != a->verbs->sentence_first[sentence + 1] || a->verbs->items[v].subject != first) return MP_NONE;
    const mp_verb *verb = &a->verbs->items[v];
    if (verb->negated || verb->unreal || verb->passive) return MP_NONE;
    return mp_at_reference(a, first)->kind == MP_SPEAKER_MODEL ? first : (uint32_t)MP_NONE;
}

/* The next part was set off like scripture: / I am sorry … – on a page about a model, behind a colon, and nobody else. */
static bool credit_nobody_else(const mp_attributor *a, uint32_t stretch, mp_attribution *attribution) {
    uint32_t block = a->stretches->items[stretch].block;
    uint32_t last = block == 0 ? (uint32_t)MP_NONE : mp_at_last_sentence(a, block - 1);
    if (last == MP_NONE || a->references->main_model == 0 || names_anybody(a, stretch)) return false;
    if (a->tokens->article->blocks[block - 1].kind != MP_BLOCK_PARAGRAPH) return false;
    uint32_t only = only_model_of(a, last);
    if (only != MP_NONE) {
        mp_at_credit_mention(a, attribution, only, MP_RULE_INTRODUCED);
        return true;
    }
    bool colon = mp_at_tag(a, a->sentences->list[last].end - 1) == MP_TAG_COLON;
    if (!colon || names_speaker(a, last)) return false;
    credit_model(attribution, a->references->main_model, 60, MP_RULE_INTRODUCED);
    return true;
}

void mp_at_attribute_block(mp_attributor *a, uint32_t stretch) {
    mp_attribution *attribution = &a->by_stretch[stretch];
    const mp_stretch *own = &a->stretches->items[stretch];
    bool embed = a->tokens->article->blocks[own->block].kind == MP_BLOCK_EMBED;

    attribution->sentence = MP_NONE;
    if (embed && credit_handle(a, stretch, attribution)) return;
    if (credit_links(a, own->block, attribution) || credit_labels(a, stretch, attribution) ||
        credit_persona(a, stretch, attribution) || credit_signature(a, stretch, attribution))
        return;
    if (embed && credit_user(a, stretch, attribution)) return;
    if (credit_block_before(a, stretch, attribution)) return;
    if (credit_paragraph_before(a, stretch, attribution) || is_quote_block(a, own->block - (own->block > 0))) return;
    if (credit_pointer(a, stretch, attribution) || credit_awaited(a, stretch, attribution)) return;
    if (credit_pointed_back(a, stretch, attribution)) return;
    credit_nobody_else(a, stretch, attribution);
}
