/* resolve_description.c: what names and descriptions stand for: a name that a company shares with its model, “Musk’s
 * chatbot”, “the tool”, “its reply”. Knows what the walk keeps in mind; nothing of pronouns. */
#include "resolve_internal.h"

mp_reference mp_model_reference(uint16_t model, int certainty) {
    return (mp_reference){.kind = MP_SPEAKER_MODEL, .model = model, .certainty = (uint8_t)certainty};
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

/* Tingle said that it was sorry. Google said … xAI did not reply. – the firms are asked one by one. */
static bool makers_speak_beside(const mp_walker *w, uint32_t sentence) {
    uint32_t block = w->sentences->list[sentence].block, makers = 0;
    for (uint32_t s = sentence > 0 ? sentence - 1 : 0; s < w->sentences->count && s <= sentence + 1; s++) {
        uint32_t first = w->mentions->sentence_first[s];
        if (s == sentence || w->sentences->list[s].block != block || first == w->mentions->sentence_first[s + 1])
            continue;
        const mp_mention *opens = &w->mentions->items[first];
        makers += opens->kind == MP_MENTION_ORGANISATION && opens->maker != 0 && opens->model == 0;
    }
    return makers > 0;
}

/* Tingle told a user that …, Tingle told me: whom a firm has nothing to tell. */
static bool tells_somebody(const mp_walker *w, const mp_mention *mention) {
    uint32_t end = w->sentences->list[mention->sentence].end, verb = mention->end;
    while (verb < end && w->mentions->tags[verb] == MP_TAG_ADVERB) verb++;
    uint32_t token = verb + 1 < end ? mp_item_token(w->sentences, verb) : (uint32_t)MP_NONE;
    if (token == MP_NONE || w->mentions->tags[verb] != MP_TAG_VERB) return false;
    uint16_t cue = mp_token_entry(w->sentences->tokens, token)->cue;
    if ((mp_cue_takes(w->rules, cue) & MP_TAKES(LISTENER)) == 0) return false;
    uint32_t listener = w->mentions->item_mention[verb + 1];
    if (listener == MP_NONE) return false;
    const mp_mention *told = &w->mentions->items[listener];
    bool person = told->kind == MP_MENTION_PERSON && told->indefinite && !told->plural;
    bool narrator = told->kind == MP_MENTION_I && w->sentences->list[mention->sentence].scope == MP_NONE;
    return person || (told->object_form && (narrator || told->kind == MP_MENTION_HE_OR_SHE));
}

/* Gemini was cooler. / Tingle said that … – models are asked one by one, and the sentence or paragraph before has another’s
 * name for its subject. */
static bool models_speak_beside(const mp_walker *w, const mp_mention *mention) {
    enum { most_back = 6 };
    uint32_t block = w->sentences->list[mention->sentence].block;
    for (uint32_t s = mention->sentence, steps = 0; s > 0 && steps < most_back; s--, steps++) {
        if (w->sentences->list[s - 1].block + 1 < block) return false;
        for (uint32_t v = w->verbs->sentence_first[s - 1]; v < w->verbs->sentence_first[s]; v++) {
            uint32_t subject = w->verbs->items[v].subject;
            bool own = w->sentences->list[s - 1].scope == MP_NONE;
            if (subject == MP_NONE || !own) continue;
            const mp_mention *other = &w->mentions->items[subject];
            if (other->kind == MP_MENTION_MODEL && other->model != 0 && other->maker == 0) return true;
        }
    }
    return false;
}

/* What the words of a sentence say of a name that is both a company’s and its model’s (DeepSeek, Perplexity). */
static int company_balance(const mp_walker *w, const mp_mention *mention) {
    static const mp_word_classes company = MP_BIT(MAKER_NOUN) | MP_BIT(SPOKES_NOUN) | MP_BIT(COMPANY_TALK);
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    int balance = 0, reported = 0;
    bool behind_that = false;

    for (uint32_t i = sentence->first; i < sentence->end && i < sentence->first + 60; i++) {
        if (i >= mention->first && i < mention->end && i == mention->head) continue;
        behind_that |= i >= mention->end && w->mentions->tags[i] == MP_TAG_THAT;
        if (mp_item_is(w->sentences, i, company)) balance++;
        if (behind_that && mp_item_is(w->sentences, i, company)) reported++;
        bool for_it = i > mention->end && i + 1 < sentence->end && w->mentions->tags[i + 1] == MP_TAG_PREPOSITION;
        bool asked = mp_item_is(w->sentences, i, MP_BIT(ASKING)) && !for_it; /* not: after senators asked for papers */
        if (asked || mp_item_is(w->sentences, i, MP_BIT(MODEL_NOUN))) balance--;
    }
    if (tells_somebody(w, mention)) balance -= 2;
    if (balance == 1 && reported == 1 && models_speak_beside(w, mention)) return 0;
    return balance + (balance >= 0 && makers_speak_beside(w, mention->sentence) ? 1 : 0);
}

/* The page’s own leaning, from all its sentences that hold such a name. */
void mp_weigh_companies(mp_walker *w) {
    for (size_t i = 0; i < w->mentions->count; i++) {
        const mp_mention *mention = &w->mentions->items[i];
        if (mention->model == 0 || mention->maker == 0) continue;
        int here = company_balance(w, mention);
        int8_t *leaning = &w->company_leaning[mention->model];
        if (here > 0 && *leaning < 8) (*leaning)++;
        if (here < 0 && *leaning > -8) (*leaning)--;
    }
}

/* The artificial intelligence company DeepSeek; not: the company’s chatbot DeepSeek. */
static bool is_called_company(const mp_walker *w, const mp_mention *mention) {
    bool company = false;
    for (uint32_t i = mention->first; i < mention->end && w->mentions->tags[i] != MP_TAG_CLITIC; i++) {
        if (mp_item_is(w->sentences, i, MP_BIT(MODEL_NOUN))) return false;
        company |= i < mention->end - 1 && mp_item_is(w->sentences, i, MP_BIT(MAKER_NOUN));
    }
    return company && w->mentions->tags[mention->end - 1] == MP_TAG_NAME;
}

mp_reference mp_named(const mp_walker *w, const mp_mention *mention) {
    mp_reference model =
        mp_model_reference(mention->model, w->rules->models.items[mention->model - 1].ambiguous ? 85 : 97);
    if (mention->maker == 0) return model;
    if (is_called_company(w, mention))
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = mention->maker, .certainty = 85};
    int balance = company_balance(w, mention) * 2 + w->company_leaning[mention->model];
    if (balance <= 0) return model;
    return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = mention->maker, .certainty = 70};
}

/* The model that a maker’s “chatbot” is: one the page names, else the first that the rules list. */
static uint16_t model_of_maker(const mp_walker *w, uint16_t maker) {
    uint16_t first = 0;

    if (w->last_model != 0 && w->last_model_block == w->block && mp_maker_of_model(w->rules, w->last_model) == maker)
        return w->last_model; /* 2. Tay (2016). Microsoft’s bot … */
    if (w->main_model != 0 && w->main_model != MP_MODEL_GENERIC &&
        w->rules->models.items[w->main_model - 1].maker == maker)
        return w->main_model;
    for (uint16_t i = 1; i <= w->rules->models.count && first == 0; i++)
        if (w->rules->models.items[i - 1].maker == maker) first = i;
    return first == 0 ? (uint16_t)MP_MODEL_GENERIC : first;
}

/* ---- Descriptions ------------------------------------------------------------------------------------------------ */

static mp_reference owned_by_focus(const mp_walker *w) {
    const mp_reference *owner = w->subject.kind == MP_SPEAKER_ORGANISATION ? &w->subject : &w->last_thing;
    if (owner->kind == MP_SPEAKER_ORGANISATION && owner->maker != 0)
        return mp_model_reference(model_of_maker(w, owner->maker), 85);
    if (owner->kind == MP_SPEAKER_MODEL) return mp_model_reference(owner->model, 80);
    return mp_model_reference(w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
}

/* A third chatbot, Alibaba’s Qwen, …: the name behind the comma. */
static uint16_t named_beside(const mp_walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1;
    if (next >= w->mentions->items + w->mentions->count || next->sentence != mention->sentence) return 0;
    bool comma = next->first == mention->end + 1 && w->mentions->tags[mention->end] == MP_TAG_COMMA;
    return comma && next->kind == MP_MENTION_MODEL ? next->model : 0;
}

/* A model that the page names once, in an earlier paragraph, where it names another again and again: “the chatbot” is not
 * the one that had the walk-on part. */
static bool is_cameo(const mp_walker *w, uint16_t model) {
    enum { most_named = 2, least_of_main = 6 }; /* a name counts two */
    if (model == MP_MODEL_GENERIC || model == w->main_model || w->main_model == 0) return false;
    bool walks_on = w->named_count[model] > 0 && w->named_count[model] <= most_named && w->block != w->last_model_block;
    return walks_on && (w->main_model == MP_MODEL_GENERIC || w->named_count[w->main_model] >= least_of_main);
}

/* an assistant running on Copilot, a coding agent powered by Gemini: the model that is named behind, 0 for none. */
uint16_t mp_model_inside(const mp_mentions *mentions, const mp_mention *mention) {
    enum { most_to_verb = 3, most_behind = 5 };
    const mp_sentences *sentences = mentions->sentences;
    uint32_t end = sentences->list[mention->sentence].end, verb = MP_NONE;
    for (uint32_t i = mention->end; i < end && i < mention->end + most_to_verb && verb == MP_NONE; i++) {
        mp_tag tag = (mp_tag)mentions->tags[i];
        bool by = mp_item_is(sentences, i, MP_BIT(EVIDENCE)) && tag == MP_TAG_PREPOSITION; /* powered by */
        bool runs =
            mp_item_is(sentences, i, MP_BIT(RUNS)) && i + 1 < end && mentions->tags[i + 1] == MP_TAG_PREPOSITION;
        if (by || runs) verb = i;
        if (tag == MP_TAG_STOP || tag == MP_TAG_STRETCH) return 0;
    }
    if (verb == MP_NONE) return 0;
    for (uint32_t i = verb + 1; i < end && i <= verb + most_behind; i++) {
        mp_tag tag = (mp_tag)mentions->tags[i];
        uint32_t token = mp_item_token(sentences, i);
        if (tag == MP_TAG_COMMA || tag == MP_TAG_STOP || token == MP_NONE) return 0;
        uint16_t model = mp_model_named(sentences->tokens, mentions->settled, token);
        if (model != 0) return model;
    }
    return 0;
}

/* The council's AI, the car's chatbot in a headline over a page that says which model it runs on, or that is about one by name
 * and nobody's in particular: the body tells which it is. */
static uint16_t model_headed(const mp_walker *w, const mp_mention *mention) {
    static const mp_word_classes firms = MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN) | MP_BIT(DEPLOYER_NOUN);
    if (w->sentences->tokens->article->blocks[w->block].kind > MP_BLOCK_DEK) return 0;
    if (w->model_inside != 0) return w->model_inside;
    bool named = w->main_model != 0 && w->main_model != MP_MODEL_GENERIC;
    if (!named || (mention->owner_classes & firms) != 0) return 0;
    for (uint32_t i = mention->first; i < mention->head; i++)
        if (w->mentions->tags[i] == MP_TAG_NAME && !w->sentences->list[mention->sentence].title_case) return 0;
    return w->main_model;
}

/* the chat assistant of a car dealer, the ordering bot at a Tern butcher’s: whoever runs it, nobody has named. */
static bool is_of_some_firm(const mp_walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1;
    if (next >= w->mentions->items + w->mentions->count || next->sentence != mention->sentence) return false;
    if (next->first != mention->end + 1 || !mp_item_is(w->sentences, mention->end, MP_BIT(AFFILIATION))) return false;
    bool cast = mention->first > w->sentences->list[mention->sentence].first &&
                mp_item_is(w->sentences, mention->first - 1, MP_BIT(AS)); /* Claude as the assistant of a firm */
    bool runs_one = (next->classes & (MP_BIT(DEPLOYER_NOUN) | MP_BIT(MAKER_NOUN))) != 0;
    return !cast && runs_one && next->indefinite && !next->plural && next->maker == 0 && next->owner_maker == 0;
}

/* “the chatbot”, “Musk’s chatbot”, “the airline’s assistant”, “chatbot” in a headline. */
mp_reference mp_described(const mp_walker *w, const mp_mention *mention) {
    if (mention->owner_model != 0) return mp_model_reference(mention->owner_model, 92);
    uint16_t apposed = named_beside(w, mention);
    if (apposed == 0 && !mention->plural) apposed = mp_model_inside(w->mentions, mention);
    if (apposed != 0) return mp_model_reference(apposed, 92);
    if ((mention->classes & MP_BIT(UNLISTED)) != 0) return mp_model_reference(MP_MODEL_GENERIC, 80);
    if (mention->owner_maker != 0) return mp_model_reference(model_of_maker(w, mention->owner_maker), 90);
    if (mention->owned_by_it && !mention->owned_by_other) return owned_by_focus(w);
    if (mention->owned_by_other) {
        uint16_t headed = model_headed(w, mention);
        if (headed != 0) return mp_model_reference(headed, 75);
        bool by_maker = (mention->owner_classes & MP_BIT(MAKER_NOUN)) != 0 &&
                        (mention->owner_classes & MP_BIT(DEPLOYER_NOUN)) == 0; /* the council’s own helper */
        return mp_model_reference(by_maker && w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
    }
    if (is_of_some_firm(w, mention)) return mp_model_reference(MP_MODEL_GENERIC, 75);
    bool just_named = w->last_model != 0 && w->last_model_block == w->block && !mention->indefinite;
    bool headline = w->sentences->tokens->article->blocks[w->block].kind <= MP_BLOCK_SUBHEAD;
    if (w->last_model != 0 && (mention->definite || (headline && just_named)))
        return mp_model_reference(is_cameo(w, w->last_model) ? w->main_model : w->last_model, 88);
    return mp_model_reference(w->main_model != 0 ? w->main_model : MP_MODEL_GENERIC, 75);
}

/* her account, your letter */
static bool is_of_a_person(const mp_walker *w, const mp_mention *mention) {
    return w->mentions->tags[mention->first] == MP_TAG_POSSESSIVE && !mention->owned_by_it;
}

/* Whether “the bot’s”, “Binny’s” stands before it. */
static bool is_owned_by_model(const mp_mention *mention) {
    return mention->owned_by_it && (mention->owner_classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) != 0;
}

static uint16_t model_in_mind(const mp_walker *w) {
    if (w->last_model != 0) return w->last_model;
    return w->main_model != 0 ? w->main_model : (uint16_t)MP_MODEL_GENERIC;
}

/* What talks, whatever else it is. */
static const mp_word_classes talks = MP_BIT(BOT) | MP_BIT(PERSON_NOUN) | MP_BIT(MODEL_NOUN) | MP_BIT(EVIDENCE);

/* The sound system, the email account, her account: another noun says what sort of thing it is, and it is none
 * that talks. “The council bot”, “the AI tool” are. */
static bool is_of_another_sort(const mp_walker *w, const mp_mention *mention) {
    static const mp_word_classes of_models = talks | MP_BIT(MODEL_NOUN_LOOSE) | MP_BIT(NATION);
    bool of_model = mention->owner_model != 0 || mention->owner_maker != 0;
    if ((mention->classes & talks) != 0 || of_model) return false;
    if (is_of_a_person(w, mention)) return true;

    for (uint32_t i = mention->head; i > mention->first; i--) {
        mp_tag tag = (mp_tag)w->mentions->tags[i - 1];
        bool noun = tag == MP_TAG_NOUN || tag == MP_TAG_NAME || tag == MP_TAG_OTHER;
        if (tag == MP_TAG_CLITIC) return false; /* the council's system */
        if (noun && !mp_item_is(w->sentences, i - 1, of_models)) return true;
    }
    return false;
}

/* Smith’s account, Smith’s app: a thing of a person’s; the council’s bot, Smith’s assistant may be one that talks. */
static bool is_somebodys_own(const mp_walker *w, const mp_mention *mention) {
    if (!mention->owned_by_other || (mention->classes & talks) != 0) return false;
    return w->mentions->tags[mention->first] == MP_TAG_NAME;
}

/* The page’s software, the phone’s system: a thing of a thing’s; the council’s system may be one that talks. */
static bool is_of_a_thing(const mp_walker *w, const mp_mention *mention) {
    static const mp_word_classes somebody = MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN) | MP_BIT(DEPLOYER_NOUN) |
                                            MP_BIT(PERSON_NOUN) | MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE);
    if (!mention->owned_by_other || mention->alias || (mention->classes & talks) != 0) return false;
    bool by_clitic = false;
    for (uint32_t i = mention->first; i < mention->head; i++) {
        if (w->mentions->tags[i] == MP_TAG_NAME || mp_item_is(w->sentences, i, somebody)) return false;
        by_clitic |= w->mentions->tags[i] == MP_TAG_CLITIC;
    }
    return by_clitic;
}

/* an app told her, a bot answered; not “an account” (anybody’s), nor an agent (who may be a person), nor “a program that
 * predicts words” */
static bool may_be_any(const mp_walker *w, const mp_mention *mention) {
    bool explained =
        mention->end < w->sentences->list[mention->sentence].end &&
        (w->mentions->tags[mention->end] == MP_TAG_RELATIVE || w->mentions->tags[mention->end] == MP_TAG_THAT);
    return (mention->classes & (MP_BIT(PERSON_NOUN) | MP_BIT(DOCUMENT_NOUN))) == 0 && !explained;
}

/* A bot, agent or tool is a model where the page has one and the words point back to it. */
mp_reference mp_loosely_described(const mp_walker *w, const mp_mention *mention) {
    bool person_too = (mention->classes & MP_BIT(PERSON_NOUN)) != 0;
    bool has_owner = mention->owner_model != 0 || mention->owner_maker != 0;
    bool headline =
        w->sentences->tokens->article->blocks[w->sentences->list[mention->sentence].block].kind <= MP_BLOCK_SUBHEAD;
    bool points_back =
        mention->definite || has_owner || (headline && !person_too) || !mention->indefinite || may_be_any(w, mention);
    bool makers = (mention->classes & MP_BIT(ACCOUNT)) != 0 && mention->owner_maker != 0 && mention->owner_model == 0;
    if (makers) /* Tingle’s engineering account */
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = mention->owner_maker, .certainty = 85};
    bool others = (mention->classes & MP_BIT(ACCOUNT)) != 0 && mention->owned_by_other && !has_owner &&
                  (mention->owner_classes & (MP_BIT(MODEL_NOUN) | MP_BIT(MODEL_NOUN_LOOSE))) == 0;
    if (others) return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = 70}; /* the railway’s handle */
    const mp_reference *spoke =
        w->main_subject.kind == MP_SPEAKER_UNKNOWN ? &w->subject_before : &w->main_subject; /* Tingle Safety said … */
    bool who_spoke = w->main_subject.kind == MP_SPEAKER_UNKNOWN ? w->subject_before_spoke : w->main_subject_spoke;
    bool same = (mention->classes & MP_BIT(ACCOUNT)) != 0 && mention->definite && !has_owner && who_spoke &&
                spoke->kind == MP_SPEAKER_ORGANISATION && w->subject_block == w->block;
    if (same) return *spoke; /* … the account added */
    if ((w->main_model == 0 && !has_owner) || is_of_another_sort(w, mention)) return mp_nobody;
    if (person_too && !mention->definite && !has_owner)
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 60};
    bool persons = w->mentions->tags[mention->first] == MP_TAG_POSSESSIVE && mention->first < mention->head &&
                   mp_item_is(w->sentences, mention->first, MP_BIT(PRONOUN_PERSON));
    if (person_too && persons && !has_owner) /* I rang her office. Her assistant said … */
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 60};
    if (!points_back || is_somebodys_own(w, mention) || is_of_a_thing(w, mention)) return mp_nobody;
    bool bare = !mention->definite && !mention->indefinite && !has_owner && !headline; /* AI is changing work */
    if (bare && (mention->classes & MP_BIT(EVIDENCE)) != 0) return mp_nobody;
    mp_reference reference = mp_described(w, mention);
    if (reference.certainty > 80) reference.certainty = 80;
    return reference;
}

/* Another reply by Grok, the chatbot’s reply: the author that stands by, 0 where none does. */
/* the speech, written by Grok; a brief drafted with ChatGPT; the letter ChatGPT drafted – a name near, one verb between or
 * behind, and nobody else. */
static uint16_t writer_beside(const mp_walker *w, const mp_mention *mention, const mp_mention *next) {
    if (next->kind != MP_MENTION_MODEL) return 0;
    uint16_t model = next->model != 0 ? next->model : (uint16_t)MP_MODEL_GENERIC;
    uint32_t verb = mention->end, end = w->sentences->list[mention->sentence].end;
    if (next->first == mention->end) /* the letter ChatGPT drafted */
        return next->end < end && w->mentions->tags[next->end] == MP_TAG_VERB &&
                       !mp_item_is(w->sentences, next->end, MP_BIT(BE))
                   ? model
                   : (uint16_t)0;
    if (w->mentions->tags[verb] == MP_TAG_COMMA) verb++;
    bool made = verb + 2 == next->first && w->mentions->tags[verb] == MP_TAG_VERB &&
                w->mentions->tags[verb + 1] == MP_TAG_PREPOSITION;
    return made ? model : (uint16_t)0;
}

static uint16_t author_beside(const mp_walker *w, const mp_mention *mention) {
    uint16_t some_model = w->last_model != 0   ? w->last_model
                          : w->main_model != 0 ? w->main_model
                                               : (uint16_t)MP_MODEL_GENERIC;
    const mp_mention *next = mention + 1;
    bool has_next = next < w->mentions->items + w->mentions->count && next->sentence == mention->sentence;
    uint16_t writer = has_next ? writer_beside(w, mention, next) : (uint16_t)0;
    if (writer != 0) return writer == MP_MODEL_GENERIC ? some_model : writer;
    bool by = has_next && next->first == mention->end + 1 && mp_item_is(w->sentences, mention->end, MP_BIT(BY));
    if (by && next->kind == MP_MENTION_MODEL) return next->model != 0 ? next->model : some_model;
    bool owned = mention->owned_by_it && (mention->owner_classes & MP_BIT(MODEL_NOUN)) != 0;
    return owned ? some_model : 0;
}

/* The firm said in a statement that … “…,” the statement said: the organisation that spoke last. */
static bool is_of_who_spoke(const mp_walker *w) {
    bool here = w->main_subject.kind == MP_SPEAKER_ORGANISATION && w->main_subject_spoke;
    bool before = w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->subject_before.kind == MP_SPEAKER_ORGANISATION &&
                  w->subject_before_spoke;
    return here || before;
}

/* the reply of Mort Wren: somebody’s by what follows. */
static bool is_by_somebody(const mp_walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1;
    if (next >= w->mentions->items + w->mentions->count || next->first != mention->end + 1) return false;
    if (next->sentence != mention->sentence ||
        !mp_item_is(w->sentences, mention->end, MP_BIT(AFFILIATION) | MP_BIT(BY)))
        return false;
    if (mp_item_is(w->sentences, mention->end, MP_BIT(TO))) return false;
    return (next->kind == MP_MENTION_PERSON || next->kind == MP_MENTION_NAME) &&
           w->mentions->tags[next->head] == MP_TAG_NAME;
}

/* A reply, post or apology is the model’s where the model owns it or was just spoken of. */
mp_reference mp_of_text(const mp_walker *w, const mp_mention *mention) {
    mp_reference reference = mp_nobody;

    uint16_t author = mention->owner_model != 0 ? mention->owner_model : author_beside(w, mention);
    bool headed = mention->owner_maker != 0 && (mention->classes & MP_BIT(REPLY)) != 0 && w->last_model != 0 &&
                  w->block - w->last_model_block <= 1 && w->subject_before.kind != MP_SPEAKER_ORGANISATION &&
                  mp_maker_of_model(w->rules, w->last_model) == mention->owner_maker;
    if (author != 0)
        reference = mp_model_reference(author, 90);
    else if (headed && w->sentences->tokens->article->blocks[w->last_model_block].kind == MP_BLOCK_SUBHEAD)
        reference = mp_model_reference(w->last_model, 75); /* ## Wren / Tingle's answer was brisk. */
    else if (mention->owner_maker != 0 || mention->owned_by_other || is_of_a_person(w, mention))
        return (mp_reference){
            .kind = MP_SPEAKER_ORGANISATION, .maker = mention->owner_maker, .certainty = 70, .text = true};
    else if (mention->owned_by_it && mention->owner_classes == 0 && w->main_subject.kind == MP_SPEAKER_ORGANISATION &&
             !w->main_subject.text) /* The union was “disturbed,” its statement said. */
        return (mp_reference){
            .kind = MP_SPEAKER_ORGANISATION, .maker = w->main_subject.maker, .certainty = 70, .text = true};
    else if (mention->definite && !mention->owned_by_it && w->main_subject.kind == MP_SPEAKER_UNKNOWN &&
             (mp_issued_statement(w, MP_SPEAKER_ORGANISATION) ||
              (mp_issued_statement(w, MP_SPEAKER_PERSON) && w->subject_before_spoke)))
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = 70, .text = true}; /* the statement added */
    else if (mention->indefinite && (mention->classes & MP_BIT(COMPANY_TALK)) != 0 &&
             mention->first == w->sentences->list[mention->sentence].first)
        return mp_nobody; /* A statement signed for the firm said … */
    else if (is_by_somebody(w, mention))
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 80, .text = true};
    else if (is_owned_by_model(mention))
        reference = mp_model_reference(model_in_mind(w), 85);
    else if (mention->plural && !mention->definite)
        return mp_nobody; /* posts on X emphasise: anybody’s */
    else if (!mention->definite && !mention->indefinite && mention->first + 1 == mention->end &&
             mention->first > w->sentences->list[mention->sentence].first &&
             w->mentions->tags[mention->first - 1] == MP_TAG_PREPOSITION)
        return mp_nobody; /* asked for comment, in reply */
    else if (mention->indefinite && mention->first == w->sentences->list[mention->sentence].first &&
             w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->subject_before.kind != MP_SPEAKER_MODEL)
        return mp_nobody; /* Groups warned that Grok might err. A note on the page says … */
    else if (mention->indefinite && w->main_subject.kind == MP_SPEAKER_ORGANISATION && w->main_subject.maker != 0)
        reference = w->main_subject; /* Tingle, asked for comment, sent an automated answer: “…” */
    else if (w->subject.kind == MP_SPEAKER_MODEL)
        reference = mp_model_reference(w->subject.model, 75);
    else if (w->subject_before.kind == MP_SPEAKER_MODEL ||
             (w->subject_before.kind == MP_SPEAKER_UNKNOWN && w->last_thing.kind == MP_SPEAKER_MODEL))
        reference = mp_model_reference(w->last_model, 65);
    else if (mention->definite && mp_awaited(w) != 0)
        reference = mp_model_reference(mp_awaited(w), 72); /* I asked why. The answer … */
    else if (mention->definite && w->last_model != 0 && w->block - w->last_model_block <= MP_MODEL_MEMORY &&
             (w->block == w->last_model_block || (mention->classes & MP_BIT(COMPANY_TALK)) == 0) && !is_of_who_spoke(w))
        reference = mp_model_reference(w->last_model, 60);
    reference.text = true;
    return reference;
}

/* A letter, a report, a statement is mostly somebody else’s: the model’s only where the text has just
 * spoken of the model (“Grok wrote to the council. The letter said …”). */
mp_reference mp_of_document(const mp_walker *w, const mp_mention *mention) {
    bool of_somebody = mention->owner_maker != 0 || mention->owned_by_other || is_of_a_person(w, mention);
    bool others_wrote =
        w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->subject_before.kind == MP_SPEAKER_PERSON &&
        w->subject_before_spoke; /* Two senators wrote to ask whether Grok had lied. The letter read … */
    bool just_spoken_of = w->subject.kind == MP_SPEAKER_MODEL && w->subject_block == w->block && !others_wrote;
    bool of_the_law = (mention->classes & (MP_BIT(COMPANY_TALK) | MP_BIT(WORDS_NOUN))) ==
                      MP_BIT(COMPANY_TALK); /* the complaint, the filing: about models at most */
    mp_reference reference = {.kind = MP_SPEAKER_ORGANISATION, .certainty = 60};

    if (mention->owner_maker != 0 && (mention->classes & MP_BIT(OFFERING)) != 0) /* Tingle’s entry, Tingle’s offering */
        return mp_model_reference(model_of_maker(w, mention->owner_maker), 75);
    uint16_t author = author_beside(w, mention);
    if (author != 0) return (mp_reference){.kind = MP_SPEAKER_MODEL, .model = author, .certainty = 80, .text = true};
    if (!of_the_law && mp_of_thing(w, mention).kind == MP_SPEAKER_MODEL) return mp_of_thing(w, mention);
    if (!of_somebody && !of_the_law && mention->definite && !mention->plural && just_spoken_of)
        reference = mp_model_reference(w->subject.model, 62);
    reference.text = true;
    return reference;
}

/* Copilot’s haiku, the model’s last entry: whatever a model owns may be words of its. */
mp_reference mp_of_thing(const mp_walker *w, const mp_mention *mention) {
    if (mention->owner_maker != 0 && (mention->classes & MP_BIT(OFFERING)) != 0)
        return mp_model_reference(model_of_maker(w, mention->owner_maker), 75);
    uint16_t author = mention->definite && mention->owner_model == 0 ? author_beside(w, mention) : (uint16_t)0;
    if (author != 0) return (mp_reference){.kind = MP_SPEAKER_MODEL, .model = author, .certainty = 75, .text = true};
    bool words = (mention->classes & MP_BIT(WORDS_NOUN)) != 0;
    if (mention->owner_model == 0 && words && mention->owned_by_it) return mp_of_text(w, mention); /* its first words */
    if (mention->owner_model == 0 && !(is_owned_by_model(mention) && w->last_model != 0)) return mp_nobody;
    bool reply = (mention->classes & MP_BIT(REPLY)) != 0; /* ChatGPT’s advice */
    mp_reference reference =
        mp_model_reference(mention->owner_model != 0 ? mention->owner_model : w->last_model, reply ? 88 : 70);
    reference.text = true;
    return reference;
}
