/* resolve.c: walks the page once, keeping in mind who was spoken of last, and says of every mention what it stands for.
 * Knows mentions and subjects; nothing of quotes. */
#include "resolve.h"

#include "status.h"

typedef struct walker {
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_rules *rules;
    const mp_verbs *verbs;
    mp_reference *references;
    uint16_t main_model;
    uint16_t last_model;         /* spoken of last */
    mp_reference subject;        /* of the last clause */
    mp_reference main_subject;   /* of this sentence’s first clause so far */
    mp_reference subject_before; /* of the last sentence’s first clause */
    mp_reference last_thing;     /* the last model or organisation mentioned */
    uint32_t last_model_block;   /* where last_model was spoken of */
    uint32_t last_asked_block;   /* where a model was asked something, MP_NONE */
    uint32_t last_text_sentence; /* where a text of a model’s was mentioned, MP_NONE */
    uint32_t sentence, block;
    bool met_person;
    uint32_t next_verb;
    int8_t *company_leaning; /* by model: whether the page uses a name shared with the maker for the company */
} walker;

enum { model_memory = 2 }; /* blocks for which a model stays in mind */

static const mp_reference nobody = {.kind = MP_SPEAKER_UNKNOWN, .certainty = 50};

/* What “it” can stand for. */
static bool is_something(const mp_reference *reference) {
    bool kind_fits = reference->kind == MP_SPEAKER_MODEL || reference->kind == MP_SPEAKER_ORGANISATION;
    return kind_fits && !reference->plural && (!reference->text || reference->kind == MP_SPEAKER_MODEL);
}

static mp_reference model_reference(uint16_t model, int certainty) {
    return (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = (uint8_t)certainty};
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

/* What the words of a sentence say of a name that is both a company’s and its model’s (DeepSeek, Perplexity). */
static int company_balance(const walker *w, const mp_mention *mention) {
    static const uint64_t company = MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN) | MP_BIT(COMPANY_TALK);
    static const uint64_t model = MP_BIT(MODEL_NOUN) | MP_BIT(ASKING);
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    int balance = 0;

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + 60; i++) {
        if (i >= mention->first && i < mention->end && i == mention->head) continue;
        if (mp_item_is(w->sentences, i, company)) balance++;
        if (mp_item_is(w->sentences, i, model)) balance--;
    }
    return balance;
}

/* The page’s own leaning, from all its sentences that hold such a name. */
static void weigh_companies(walker *w) {
    for (size_t i = 0; i < w->mentions->count; i++) {
        const mp_mention *mention = &w->mentions->items[i];
        if (mention->model == 0 || mention->maker == 0) continue;
        int here = company_balance(w, mention);
        int8_t *leaning = &w->company_leaning[mention->model];
        if (here > 0 && *leaning < 8) (*leaning)++;
        if (here < 0 && *leaning > -8) (*leaning)--;
    }
}

static mp_reference named(const walker *w, const mp_mention *mention) {
    mp_reference model =
        model_reference(mention->model, w->rules->models.items[mention->model - 1].ambiguous ? 85 : 97);
    if (mention->maker == 0) return model;
    int balance = company_balance(w, mention) * 2 + w->company_leaning[mention->model];
    if (balance <= 0) return model;
    return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = mention->maker, .certainty = 70};
}

/* The model that a maker’s “chatbot” is: one the page names, else the first that the rules list. */
static uint16_t model_of_maker(const walker *w, uint16_t maker) {
    uint16_t first = 0;

    if (w->main_model != 0 && w->main_model != MP_MODEL_GENERIC &&
        w->rules->models.items[w->main_model - 1].maker == maker)
        return w->main_model;
    for (uint16_t i = 1; i <= w->rules->models.count && first == 0; i++)
        if (w->rules->models.items[i - 1].maker == maker) first = i;
    return first == 0 ? (uint16_t)MP_MODEL_GENERIC : first;
}

/* ---- Descriptions ------------------------------------------------------------------------------------------------ */

static mp_reference owned_by_focus(const walker *w) {
    const mp_reference *owner = w->subject.kind == MP_SPEAKER_ORGANISATION ? &w->subject : &w->last_thing;
    if (owner->kind == MP_SPEAKER_ORGANISATION && owner->maker != 0)
        return model_reference(model_of_maker(w, owner->maker), 85);
    if (owner->kind == MP_SPEAKER_MODEL) return model_reference(owner->model, 80);
    return model_reference(w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
}

/* A third chatbot, Alibaba’s Qwen, …: the name behind the comma. */
static uint16_t named_beside(const walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1;
    if (next >= w->mentions->items + w->mentions->count || next->sentence != mention->sentence) return 0;
    bool comma = next->first == mention->end + 1 && w->mentions->tags[mention->end] == MP_TAG_COMMA;
    return comma && next->kind == MP_MENTION_MODEL ? next->model : 0;
}

/* “the chatbot”, “Musk’s chatbot”, “the airline’s assistant”, “chatbot” in a headline. */
static mp_reference described(const walker *w, const mp_mention *mention) {
    if (mention->owner_model != 0) return model_reference(mention->owner_model, 92);
    uint16_t apposed = named_beside(w, mention);
    if (apposed != 0) return model_reference(apposed, 92);
    if (mention->owner_maker != 0) return model_reference(model_of_maker(w, mention->owner_maker), 90);
    if (mention->owned_by_it && !mention->owned_by_other) return owned_by_focus(w);
    if (mention->owned_by_other) {
        bool by_maker = (mention->owner_classes & MP_BIT(MAKER_NOUN)) != 0;
        return model_reference(by_maker && w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
    }
    if (mention->definite && w->last_model != 0) return model_reference(w->last_model, 88);
    return model_reference(w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
}

/* A bot, agent or tool is a model where the page has one and the words point back to it. */
static mp_reference loosely_described(const walker *w, const mp_mention *mention) {
    bool person_too = (mention->classes & MP_BIT(PERSON_NOUN)) != 0;
    bool has_owner = mention->owner_model != 0 || mention->owner_maker != 0;
    bool headline =
        w->sentences->tokens->article->blocks[w->sentences->list[mention->sentence].block].kind <= MP_BLOCK_SUBHEAD;
    bool points_back = mention->definite || has_owner || (headline && !person_too) || !mention->indefinite;
    if (w->main_model == 0 && !has_owner) return nobody;
    if (person_too && !mention->definite && !has_owner)
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 60};
    if (!points_back) return nobody;
    mp_reference reference = described(w, mention);
    if (reference.certainty > 80) reference.certainty = 80;
    return reference;
}

/* A reply, post or apology is the model’s where the model owns it or was just spoken of. */
static mp_reference of_text(const walker *w, const mp_mention *mention) {
    mp_reference reference = nobody;

    if (mention->owner_model != 0)
        reference = model_reference(mention->owner_model, 92);
    else if (mention->owner_maker != 0 || mention->owned_by_other)
        return (mp_reference){
            .kind = MP_SPEAKER_ORGANISATION, .maker = mention->owner_maker, .certainty = 70, .text = true};
    else if (mention->plural && !mention->definite)
        return nobody; /* posts on X emphasise: anybody’s */
    else if (w->subject.kind == MP_SPEAKER_MODEL)
        reference = model_reference(w->subject.model, 75);
    else if (w->subject_before.kind == MP_SPEAKER_MODEL || w->last_thing.kind == MP_SPEAKER_MODEL)
        reference = model_reference(w->last_model, 65);
    else if (mention->definite && w->last_model != 0 && w->block - w->last_model_block <= model_memory)
        reference = model_reference(w->last_model, 60);
    reference.text = true;
    return reference;
}

/* ---- Pronouns ---------------------------------------------------------------------------------------------------- */

/* The subject of this clause or sentence, else of the sentence before, else what was mentioned last; a model before an
 * organisation where both could be meant, since pages about models speak of them. */
static mp_reference of_it(const walker *w, const mp_mention *mention) {
    bool asked = mention->first > w->sentences->list[mention->sentence].first &&
                 mp_item_is(w->sentences, mention->first - 1, MP_BIT(ASKING));
    bool model_is_near = w->last_model != 0 && w->block - w->last_model_block <= model_memory;
    if (asked && model_is_near) return model_reference(w->last_model, 80);
    bool answers = w->last_asked_block != MP_NONE && w->block - w->last_asked_block <= 1 && w->last_model != 0;
    if (answers && w->main_subject.kind != MP_SPEAKER_ORGANISATION) return model_reference(w->last_model, 80);
    if (w->subject.kind == MP_SPEAKER_MODEL && is_something(&w->subject)) return w->subject;
    if (is_something(&w->main_subject)) return w->main_subject;
    if (w->main_subject.kind == MP_SPEAKER_UNKNOWN && is_something(&w->subject_before)) return w->subject_before;
    if (is_something(&w->subject)) return w->subject;
    if (model_is_near) return model_reference(w->last_model, 70);
    mp_reference reference = is_something(&w->last_thing) ? w->last_thing : nobody;
    if (reference.certainty > 75) reference.certainty = 75;
    return reference;
}

static mp_reference of_he_or_she(const walker *w) {
    bool model_only = !w->met_person && w->subject.kind == MP_SPEAKER_MODEL;
    return model_only ? w->subject : (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 90};
}

/* “another”, “one”: a text of the model’s where its texts were just spoken of, else somebody. */
static mp_reference of_other_pronoun(const walker *w) {
    bool of_texts = w->last_text_sentence != MP_NONE && w->sentence - w->last_text_sentence <= 1;
    if (!of_texts || w->last_model == 0) return nobody;
    mp_reference reference = model_reference(w->last_model, 65);
    reference.text = true;
    reference.certainty = 65;
    return reference;
}

/* Copilot’s haiku, the model’s last entry: whatever a model owns may be words of its. */
static mp_reference of_thing(const walker *w, const mp_mention *mention) {
    bool described_owner =
        mention->owned_by_it && (mention->owner_classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) != 0;
    if (mention->owner_model == 0 && !(described_owner && w->last_model != 0)) return nobody;
    mp_reference reference = model_reference(mention->owner_model != 0 ? mention->owner_model : w->last_model, 70);
    reference.text = true;
    return reference;
}

static mp_reference refer(const walker *w, const mp_mention *mention) {
    switch ((mp_mention_kind)mention->kind) {
    case MP_MENTION_MODEL: return mention->model != 0 ? named(w, mention) : described(w, mention);
    case MP_MENTION_LOOSE: return loosely_described(w, mention);
    case MP_MENTION_TEXT: return of_text(w, mention);
    case MP_MENTION_PERSON: {
        uint16_t maker = mention->maker != 0 ? mention->maker : mention->owner_maker;
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .maker = maker, .certainty = 95};
    }
    case MP_MENTION_ORGANISATION: {
        uint16_t maker = mention->maker != 0 ? mention->maker : mention->owner_maker;
        if (maker == 0 && mention->owner_model != 0 && mention->owner_model != MP_MODEL_GENERIC)
            maker = w->rules->models.items[mention->owner_model - 1].maker;
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = maker, .certainty = 95};
    }
    case MP_MENTION_DOCUMENT:
        if (of_thing(w, mention).kind == MP_SPEAKER_MODEL) return of_thing(w, mention);
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = 60, .text = true};
    case MP_MENTION_NAME: return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 55};
    case MP_MENTION_IT: return of_it(w, mention);
    case MP_MENTION_HE_OR_SHE: return of_he_or_she(w);
    case MP_MENTION_THEY:
    case MP_MENTION_I: return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 80};
    case MP_MENTION_OTHER_PRONOUN: return of_other_pronoun(w);
    case MP_MENTION_THING: return of_thing(w, mention);
    default: return nobody;
    }
}

/* ---- The walk ---------------------------------------------------------------------------------------------------- */

static void note_mention(walker *w, const mp_mention *mention, mp_reference *reference) {
    reference->plural = mention->plural && mention->kind != MP_MENTION_TEXT;
    if (reference->kind == MP_SPEAKER_PERSON && mention->kind == MP_MENTION_PERSON) w->met_person = true;
    if (reference->text && reference->kind == MP_SPEAKER_MODEL && mention->kind == MP_MENTION_TEXT)
        w->last_text_sentence = w->sentence;
    bool stands_for_itself =
        mention->kind != MP_MENTION_TEXT && mention->kind != MP_MENTION_THING && !reference->text && !reference->plural;
    if (!stands_for_itself) return;
    if (is_something(reference)) w->last_thing = *reference;
    if (reference->kind != MP_SPEAKER_MODEL) return;
    w->last_model = reference->model;
    w->last_model_block = w->block;
    bool asked = mention->first > w->sentences->list[mention->sentence].first &&
                 mp_item_is(w->sentences, mention->first - 1, MP_BIT(ASKING));
    if (asked) w->last_asked_block = w->block;
}

/* Takes the subjects of the verbs up to `item` as the ones last spoken of. */
static void pass_verbs(walker *w, uint32_t item) {
    while (w->next_verb < w->verbs->count && w->verbs->items[w->next_verb].item < item) {
        const mp_verb *verb = &w->verbs->items[w->next_verb++];
        if (verb->subject == MP_NONE || verb->relative) continue;
        if (w->mentions->items[verb->subject].first >= item) continue;
        mp_reference subject = w->references[verb->subject];
        if (subject.kind == MP_SPEAKER_UNKNOWN) continue;
        w->subject = subject;
        if (w->main_subject.kind == MP_SPEAKER_UNKNOWN) w->main_subject = subject;
    }
}

static void walk_sentence(walker *w, uint32_t sentence) {
    uint32_t first = w->mentions->sentence_first[sentence], end = w->mentions->sentence_first[sentence + 1];
    bool inside_words = w->sentences->list[sentence].scope != MP_NONE;
    const walker outside = *w; /* whom quoted words speak of is not whom the text speaks of */
    w->sentence = sentence;
    w->block = w->sentences->list[sentence].block;
    if (w->main_subject.kind != MP_SPEAKER_UNKNOWN) w->subject_before = w->main_subject;
    w->main_subject = nobody;

    for (uint32_t m = first; m < end; m++) {
        const mp_mention *mention = &w->mentions->items[m];
        pass_verbs(w, mention->first);
        w->references[m] = refer(w, mention);
        note_mention(w, mention, &w->references[m]);
    }
    pass_verbs(w, w->sentences->list[sentence].end);
    if (!inside_words) return;
    const walker inside = *w;
    *w = outside;
    w->next_verb = inside.next_verb;
    w->last_model = inside.last_model;
    w->last_model_block = inside.last_model_block;
}

/* The model that the page names most; the first of equals. */
static uint16_t find_main_model(const mp_mentions *mentions, const mp_rules *rules, mp_arena *arena, uint32_t *count) {
    uint32_t *named_count = MP_NEW_ARRAY(arena, rules->models.count + 1, uint32_t);
    uint16_t most = 0;
    bool described = false;
    if (named_count == NULL) return UINT16_MAX - 1;

    for (size_t i = 0; i < mentions->count; i++) {
        const mp_mention *mention = &mentions->items[i];
        uint16_t model = mention->model != 0 ? mention->model : mention->owner_model;
        *count += mention->kind == MP_MENTION_MODEL || model != 0;
        described |= mention->kind == MP_MENTION_MODEL && model == 0;
        if (model == 0) continue;
        named_count[model] += mention->model != 0 ? 2 : 1;
        if (most == 0 || named_count[model] > named_count[most]) most = model;
    }
    if (most != 0) return most;
    return described ? MP_MODEL_GENERIC : 0;
}

/* Where no model is named but one maker is, “the chatbot” is that maker’s. */
static uint16_t model_of_only_maker(const mp_mentions *mentions, const mp_rules *rules) {
    uint16_t only = 0;

    for (size_t i = 0; i < mentions->count; i++) {
        uint16_t maker = mentions->items[i].maker != 0 ? mentions->items[i].maker : mentions->items[i].owner_maker;
        if (maker == 0) continue;
        if (only != 0 && only != maker) return MP_MODEL_GENERIC;
        only = maker;
    }
    for (uint16_t m = 1; only != 0 && m <= rules->models.count; m++)
        if (rules->models.items[m - 1].maker == only) return m;
    return MP_MODEL_GENERIC;
}

mp_status mp_references_find(const mp_mentions *mentions, const mp_verbs *verbs, mp_arena *arena,
                             mp_references *references, mp_error *error) {
    const mp_rules *rules = mentions->sentences->tokens->rules;
    uint32_t count = 0;
    walker w = {.mentions = mentions,
                .sentences = mentions->sentences,
                .rules = rules,
                .verbs = verbs,
                .references = MP_NEW_ARRAY(arena, mentions->count, mp_reference),
                .main_model = find_main_model(mentions, rules, arena, &count),
                .last_asked_block = MP_NONE,
                .last_text_sentence = MP_NONE,
                .company_leaning = MP_NEW_ARRAY(arena, rules->models.count + 1, int8_t)};
    if (w.references == NULL || w.company_leaning == NULL || w.main_model == UINT16_MAX - 1)
        return mp_fail_memory(error);

    if (w.main_model == MP_MODEL_GENERIC) w.main_model = model_of_only_maker(mentions, rules);
    weigh_companies(&w);
    for (uint32_t s = 0; s < w.sentences->count; s++) walk_sentence(&w, s);
    *references = (mp_references){mentions, verbs, w.references, w.main_model, count};
    return MP_OK;
}
