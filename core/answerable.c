/* answerable.c: walks the mentions once and says of each whether it is the model’s maker or speaks for it. Knows
 * references; nothing of quotes, nor of what anybody said. */
#include "answerable.h"

#include "status.h"

/* Names that the page has shown to answer (“Jonas Weller, Keel’s co-founder”: Weller from then on), and names of those
 * who deploy a model without a name of its own (“Latchkey’s agent”, “an agent from Latchkey”). */
enum { most_names = 32, longest_name = 48, pronoun_reach_blocks = 2, most_name_words = 4 };

typedef struct known_name {
    char folded[longest_name];
    size_t length;
    uint16_t maker;
} known_name;

typedef struct walker {
    const mp_references *references;
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_tokens *tokens;
    mp_answerable *items;
    bool *speaks; /* by mention: the subject of a verb of saying */
    bool *acts;   /* … of any verb that is no relative clause’s: who “he” may be */
    known_name names[most_names];
    size_t name_count;
    mp_answerable last_person; /* whom “he” or “she” is likely to be */
    uint32_t last_person_block;
} walker;

static const mp_mention *mention_of(const walker *w, uint32_t mention) { return &w->mentions->items[mention]; }

static bool is_kind(const walker *w, uint32_t mention, mp_speaker_kind kind) {
    return w->references->items[mention].kind == (uint8_t)kind;
}

/* ---- Names -------------------------------------------------------------------------------------------------------- */

static mp_text last_word(const walker *w, uint32_t mention) {
    const mp_mention *words = mention_of(w, mention);
    uint32_t token = mp_item_token(w->sentences, words->end - 1);
    if (token == MP_NONE || (w->tokens->items[token].flags & MP_TOKEN_CAPITAL) == 0) return (mp_text){0};
    return mp_token_text(w->tokens, w->sentences->list[words->sentence].block, token);
}

static const known_name *find_name(const walker *w, mp_text text) {
    char folded[longest_name];
    size_t length = mp_text_fold(text, folded, sizeof folded);

    for (size_t i = 0; length > 0 && i < w->name_count; i++)
        if (mp_text_equal((mp_text){w->names[i].folded, w->names[i].length}, (mp_text){folded, length}))
            return &w->names[i];
    return NULL;
}

static void remember_name(walker *w, mp_text text, uint16_t maker) {
    if (w->name_count == most_names || text.length < 3 || find_name(w, text) != NULL) return;
    known_name *name = &w->names[w->name_count];
    name->length = mp_text_fold(text, name->folded, sizeof name->folded);
    name->maker = maker;
    if (name->length > 0) w->name_count++;
}

/* Of “Crestline Bank” both words, but for a noun that others bear too: the page goes on with “Crestline”. */
static void remember_items(walker *w, uint32_t sentence, uint32_t first, uint32_t end, uint16_t maker) {
    uint32_t block = w->sentences->list[sentence].block;

    for (uint32_t item = first; item < end && item < first + most_name_words; item++) {
        uint32_t token = mp_item_token(w->sentences, item);
        if (token == MP_NONE || w->mentions->tags[item] != MP_TAG_NAME) continue;
        bool common = mp_item_is(w->sentences, item,
                                 MP_BIT(MAKER_NOUN) | MP_BIT(DEPLOYER_NOUN) | MP_BIT(NATION) |
                                     MP_BIT(ORGANISATION_SUFFIX) | MP_BIT(ORGANISATION_NOUN));
        if (!common) remember_name(w, mp_token_text(w->tokens, block, token), maker);
    }
}

static void remember_names(walker *w, uint32_t mention, uint16_t maker) {
    const mp_mention *words = mention_of(w, mention);
    remember_items(w, words->sentence, words->first, words->end, maker);
}

/* “Latchkey’s agent”, “DPD’s chatbot”: the name before the clitic. */
static mp_text owner_name(const walker *w, const mp_mention *model) {
    uint32_t block = w->sentences->list[model->sentence].block;

    for (uint32_t item = model->first + 1; item < model->end; item++) {
        if (w->mentions->tags[item] != MP_TAG_CLITIC || w->mentions->tags[item - 1] != MP_TAG_NAME) continue;
        uint32_t token = mp_item_token(w->sentences, item - 1);
        if (token != MP_NONE) return mp_token_text(w->tokens, block, token);
    }
    return (mp_text){0};
}

/* The mention that a preposition of belonging ties to `mention`: “of Latchkey”, “from Latchkey”. MP_NONE: none. */
static uint32_t belongs_to(const walker *w, const mp_mention *mention) {
    const mp_sentence *sentence = &w->sentences->list[mention->sentence];
    if (mention->end + 1 >= sentence->end || !mp_item_is(w->sentences, mention->end, MP_BIT(AFFILIATION)))
        return MP_NONE;
    return w->mentions->item_mention[mention->end + 1];
}

/* “the company”, and where the model has no name “the airline”, “the council”. */
static bool is_maker_noun(const walker *w, mp_word_classes classes) {
    if ((classes & MP_BIT(DEPLOYER_NOUN)) != 0) return w->references->main_model == MP_MODEL_GENERIC;
    return (classes & MP_BIT(MAKER_NOUN)) != 0;
}

/* Whom “its” in “Northgate has apologised after its own assistant …” stands for: the name that the sentence begins with. */
static uint32_t owner_by_pronoun(const walker *w, const mp_mention *model) {
    if (!model->owned_by_it) return MP_NONE;
    for (uint32_t m = w->mentions->sentence_first[model->sentence]; m < w->mentions->count; m++) {
        const mp_mention *words = mention_of(w, m);
        if (words->sentence != model->sentence || words->first >= model->first) return MP_NONE;
        if (words->kind == MP_MENTION_TIME || words->kind == MP_MENTION_PLACE) continue;
        bool named = words->kind == MP_MENTION_NAME || words->kind == MP_MENTION_ORGANISATION;
        return named && !is_kind(w, m, MP_SPEAKER_PERSON) ? m : (uint32_t)MP_NONE;
    }
    return MP_NONE;
}

/* “Forgewell, the start-up behind the agent”: a name and, after a comma, what makes or runs a model. */
static bool is_apposed_maker(const walker *w, const mp_mention *words) {
    const mp_sentence *sentence = &w->sentences->list[words->sentence];
    if (words->kind != MP_MENTION_NAME && words->kind != MP_MENTION_ORGANISATION) return false;
    if (words->end + 1 >= sentence->end || w->mentions->tags[words->end] != MP_TAG_COMMA) return false;
    uint32_t next = w->mentions->item_mention[words->end + 1];
    return next != MP_NONE && mention_of(w, next)->definite && is_maker_noun(w, mention_of(w, next)->classes);
}

/* Two words with capitals are taken for somebody’s name elsewhere; here for a person’s only where the first is one. */
bool mp_is_firm_name(const mp_references *references, uint32_t mention) {
    static const mp_word_classes persons = MP_BIT(FIRST_NAME) | MP_BIT(HONORIFIC) | MP_BIT(RANK) | MP_BIT(PERSON_NOUN);
    const mp_mention *words = &references->mentions->items[mention];
    const mp_reference *reference = &references->items[mention];
    bool name = words->kind == MP_MENTION_NAME || words->kind == MP_MENTION_ORGANISATION;
    if (!name || words->model != 0 || reference->kind == MP_SPEAKER_MODEL || reference->text) return false;
    if (reference->kind != MP_SPEAKER_PERSON) return true;
    return words->end > words->first + 1 && !mp_item_is(references->mentions->sentences, words->first, persons);
}

static bool is_firm_name(const walker *w, uint32_t mention) { return mp_is_firm_name(w->references, mention); }

/* “Crestline Bank’s helper”: the words of the owner, up to the clitic. */
static void remember_owner(walker *w, const mp_mention *model) {
    for (uint32_t item = model->first + 1; item < model->end; item++)
        if (w->mentions->tags[item] == MP_TAG_CLITIC) remember_items(w, model->sentence, model->first, item, 0);
}

/* “the free assistant that Fare & Square launched in April”, “a bot which Crestline runs” */
static uint32_t launched_by(const walker *w, const mp_mention *model) {
    const mp_sentence *sentence = &w->sentences->list[model->sentence];
    if (model->end + 1 >= sentence->end || !mp_item_is(w->sentences, model->end, MP_BIT(RELATIVE) | MP_BIT(THAT)))
        return MP_NONE;
    uint32_t next = w->mentions->item_mention[model->end + 1];
    return next != MP_NONE && is_firm_name(w, next) ? next : (uint32_t)MP_NONE;
}

/* “Harmattan introduced Tola in 2023”, “Fundy Bay has removed Captain Sandy”: who puts a bot up or takes it down runs it. */
static void gather_operators(walker *w) {
    const mp_verbs *verbs = w->references->verbs;
    for (size_t v = 0; v < verbs->count; v++) {
        const mp_verb *verb = &verbs->items[v];
        uint32_t end = w->sentences->list[verb->sentence].end;
        if (verb->subject == MP_NONE || verb->passive || !is_firm_name(w, verb->subject)) continue;
        if (!mp_item_is(w->sentences, verb->item, MP_BIT(OPERATES)) || verb->item + 1 >= end) continue;
        uint32_t object = w->mentions->item_mention[verb->item + 1];
        if (object != MP_NONE && is_kind(w, object, MP_SPEAKER_MODEL)) remember_names(w, verb->subject, 0);
    }
}

/* Who deploys a model that the page gives no name. */
static void gather_deployers(walker *w) {
    if (w->references->main_model != MP_MODEL_GENERIC) return;
    for (uint32_t m = 0; m < w->mentions->count; m++)
        if (is_apposed_maker(w, mention_of(w, m))) remember_names(w, m, 0);
    for (uint32_t m = 0; m < w->mentions->count; m++) {
        const mp_mention *words = mention_of(w, m);
        bool generic = is_kind(w, m, MP_SPEAKER_MODEL) && w->references->items[m].model == MP_MODEL_GENERIC;
        if (!generic || (words->kind != MP_MENTION_MODEL && words->kind != MP_MENTION_LOOSE)) continue;
        remember_owner(w, words);
        uint32_t owner = owner_by_pronoun(w, words), deployer = belongs_to(w, words), launcher = launched_by(w, words);
        if (owner != MP_NONE) remember_names(w, owner, 0);
        bool named =
            deployer != MP_NONE && (is_firm_name(w, deployer) || mention_of(w, deployer)->kind == MP_MENTION_NAME);
        if (named) remember_names(w, deployer, 0);
        if (launcher != MP_NONE) remember_names(w, launcher, 0);
    }
    gather_operators(w);
}

/* ---- Organisations ------------------------------------------------------------------------------------------------ */

static bool is_organisation(const walker *w, uint32_t mention, uint16_t *maker) {
    const mp_reference *reference = &w->references->items[mention];
    const mp_mention *words = mention_of(w, mention);

    *maker = reference->maker;
    if (reference->kind != MP_SPEAKER_ORGANISATION || reference->text) return false;
    bool maker_noun = is_maker_noun(w, words->classes) && !words->indefinite; /* “a Pune start-up” is another */
    return reference->maker != 0 || maker_noun ||
           (words->kind == MP_MENTION_IT && w->references->main_model == MP_MODEL_GENERIC);
}

/* “Google India”, “Meta Nigeria”. */
static bool is_branch(const walker *w, uint32_t mention, uint16_t *maker) {
    const mp_mention *words = mention_of(w, mention);
    uint32_t token = mp_item_token(w->sentences, words->first);
    bool name = words->kind == MP_MENTION_NAME || words->kind == MP_MENTION_ORGANISATION;
    if (!name || token == MP_NONE || is_kind(w, mention, MP_SPEAKER_MODEL)) return false;
    bool owned = false;
    for (uint32_t item = words->first; item < words->end; item++) owned |= w->mentions->tags[item] == MP_TAG_CLITIC;
    *maker = mp_token_entry(w->tokens, token)->maker;
    return !owned && *maker != 0;
}

/* “Latchkey’s press line”, where Latchkey deploys the model. */
static bool is_deployers(const walker *w, uint32_t mention, uint16_t *maker) {
    const mp_mention *words = mention_of(w, mention);
    bool somebody = words->kind == MP_MENTION_PERSON && !w->speaks[mention];
    if (w->name_count == 0 || somebody || is_kind(w, mention, MP_SPEAKER_MODEL)) return false;
    *maker = 0;
    return find_name(w, owner_name(w, words)) != NULL;
}

/* “X’s engineering account”, “OpenAI’s status page”, “the company’s researchers”. */
static bool is_owned(const walker *w, uint32_t mention, uint16_t *maker) {
    const mp_mention *words = mention_of(w, mention);

    *maker = words->owner_maker;
    if (is_kind(w, mention, MP_SPEAKER_MODEL) || words->kind == MP_MENTION_MODEL) return false;
    if (words->owner_maker == 0 && !(words->owned_by_other && is_maker_noun(w, words->owner_classes))) return false;
    return w->speaks[mention] || words->kind != MP_MENTION_PERSON || (words->classes & MP_BIT(SPOKES_NOUN)) != 0;
}

/* “xAI spokesperson Aaron Dell”; but neither “an X user” nor “a former xAI spokesman”. */
static bool has_title(const walker *w, const mp_mention *words, uint16_t *maker) {
    uint32_t item = words->first;
    if (item < words->end && w->mentions->tags[item] == MP_TAG_DETERMINER) item++;
    uint32_t token = item < words->end ? mp_item_token(w->sentences, item) : (uint32_t)MP_NONE;
    if (token == MP_NONE) return false;
    uint16_t named = mp_token_entry(w->tokens, token)->maker;
    bool capital = (w->tokens->items[token].flags & MP_TOKEN_CAPITAL) != 0;
    /* “Palmetto Air spokeswoman Lindy Crowell”, where the airline’s bot has no maker with a name */
    if (named == 0 && (w->references->main_model != MP_MODEL_GENERIC || !capital)) return false;

    for (uint32_t i = item + 1; i < words->end && i < item + 5; i++) {
        if (!mp_item_is(w->sentences, i, MP_BIT(SPOKES_NOUN))) continue;
        *maker = named;
        return true;
    }
    return false;
}

/* ---- People ------------------------------------------------------------------------------------------------------- */

/* “a spokeswoman for Microsoft”, “an engineer at Anthropic”, “xAI’s head of safety”, “Musk”. Where it is a spokesperson
 * of nobody named, the page’s context makes it the maker’s; of another organisation, only where the model has no name. */
static bool is_role(const walker *w, uint32_t mention, uint16_t *maker) {
    const mp_reference *reference = &w->references->items[mention];
    const mp_mention *words = mention_of(w, mention);

    *maker = reference->maker;
    if (reference->kind != MP_SPEAKER_PERSON) return false;
    if (reference->maker != 0 || has_title(w, words, maker)) return true;
    bool ours = mp_item_is(w->sentences, words->first, MP_BIT(PRONOUN_FIRST)); /* “our technology editor” */
    bool his = w->mentions->tags[words->first] == MP_TAG_POSSESSIVE && !words->owned_by_it && !ours;
    if (his) return w->last_person.answers;
    uint32_t organisation = belongs_to(w, words);
    if (organisation != MP_NONE && w->items[organisation].answers) {
        *maker = w->items[organisation].maker;
        return true;
    }
    *maker = 0;
    if ((words->classes & MP_BIT(SPOKES_NOUN)) == 0 || words->plural) return false;
    bool of_somebody = organisation != MP_NONE && mention_of(w, organisation)->kind != MP_MENTION_THING;
    bool of_other = of_somebody || (words->owned_by_other && !is_maker_noun(w, words->owner_classes));
    return !of_other || w->references->main_model == MP_MODEL_GENERIC;
}

/* The mention right after `mention` and a comma; MP_NONE where there is none. */
static uint32_t beside(const walker *w, uint32_t mention) {
    const mp_mention *words = mention_of(w, mention);
    const mp_sentence *sentence = &w->sentences->list[words->sentence];
    if (words->end + 1 >= sentence->end || w->mentions->tags[words->end] != MP_TAG_COMMA) return MP_NONE;
    return w->mentions->item_mention[words->end + 1];
}

static bool is_pronoun(mp_mention_kind kind) { return kind == MP_MENTION_HE_OR_SHE; }

static bool is_known_name(const walker *w, uint32_t mention, uint16_t *maker) {
    mp_mention_kind kind = (mp_mention_kind)mention_of(w, mention)->kind;
    if (kind != MP_MENTION_NAME && kind != MP_MENTION_PERSON && kind != MP_MENTION_ORGANISATION) return false;
    const known_name *name = find_name(w, last_word(w, mention));
    if (name != NULL) *maker = name->maker;
    return name != NULL;
}

static mp_answerable judge(const walker *w, uint32_t mention) {
    uint16_t maker = 0;
    const mp_mention *words = mention_of(w, mention);

    if (is_pronoun((mp_mention_kind)words->kind) && is_kind(w, mention, MP_SPEAKER_PERSON)) {
        uint32_t block = w->sentences->list[words->sentence].block;
        bool near = w->last_person_block != MP_NONE && block - w->last_person_block <= pronoun_reach_blocks;
        return near ? w->last_person : (mp_answerable){0};
    }
    bool answers = is_organisation(w, mention, &maker) || is_role(w, mention, &maker) || is_owned(w, mention, &maker) ||
                   is_known_name(w, mention, &maker) || is_branch(w, mention, &maker) ||
                   is_deployers(w, mention, &maker);
    return (mp_answerable){answers, answers ? maker : 0};
}

/* The same through an apposition: “Katrin Olsen, an engineer at Anthropic”, “its co-founder, Jonas Weller”. */
static void share_with_apposition(walker *w, uint32_t mention) {
    if (mention == 0 || !is_kind(w, mention, MP_SPEAKER_PERSON) || !is_kind(w, mention - 1, MP_SPEAKER_PERSON)) return;
    if (beside(w, mention - 1) != mention) return;
    mp_answerable *left = &w->items[mention - 1], *right = &w->items[mention];
    bool left_named = last_word(w, mention - 1).length > 0;
    if (left->answers == right->answers) return;
    if (right->answers && !left_named) return;
    *left = *right = left->answers ? *left : *right;
    remember_name(w, last_word(w, left_named ? mention - 1 : mention), left->maker);
}

static void note_person(walker *w, uint32_t mention) {
    const mp_mention *words = mention_of(w, mention);
    bool person = is_kind(w, mention, MP_SPEAKER_PERSON) && !words->plural &&
                  (words->kind == MP_MENTION_PERSON || words->kind == MP_MENTION_NAME);
    bool leads = w->acts[mention] || mention == w->mentions->sentence_first[words->sentence] ||
                 w->references->items[mention].maker != 0;
    if (!person || !leads || w->sentences->list[words->sentence].scope != MP_NONE) return;
    w->last_person = w->items[mention];
    w->last_person_block = w->sentences->list[words->sentence].block;
    bool named = w->last_person.answers && w->references->items[mention].maker == 0;
    if (named) remember_name(w, last_word(w, mention), w->last_person.maker);
}

/* From right to left within a sentence, since “an engineer at Anthropic” is judged by what follows; then the persons in
 * their order. */
static void walk_sentence(walker *w, uint32_t sentence) {
    uint32_t first = w->mentions->sentence_first[sentence], end = w->mentions->sentence_first[sentence + 1];

    for (uint32_t m = end; m > first; m--) w->items[m - 1] = judge(w, m - 1);
    for (uint32_t m = first + 1; m < end; m++) share_with_apposition(w, m);
    for (uint32_t m = first; m < end; m++) note_person(w, m);
}

static bool find_subjects(walker *w, mp_arena *arena) {
    w->speaks = MP_NEW_ARRAY(arena, w->mentions->count + 1, bool);
    w->acts = MP_NEW_ARRAY(arena, w->mentions->count + 1, bool);
    if (w->speaks == NULL || w->acts == NULL) return false;

    for (size_t v = 0; v < w->references->verbs->count; v++) {
        const mp_verb *verb = &w->references->verbs->items[v];
        if (verb->subject == MP_NONE) continue;
        w->speaks[verb->subject] |= verb->cue != 0;
        w->acts[verb->subject] |= !verb->relative;
    }
    return true;
}

mp_answerable *mp_answerables_find(const mp_references *references, mp_arena *arena) {
    const mp_sentences *sentences = references->mentions->sentences;
    walker w = {.references = references,
                .mentions = references->mentions,
                .sentences = sentences,
                .tokens = sentences->tokens,
                .items = MP_NEW_ARRAY(arena, references->mentions->count + 1, mp_answerable),
                .last_person_block = MP_NONE};
    if (w.items == NULL || !find_subjects(&w, arena)) return NULL;

    gather_deployers(&w);
    for (uint32_t s = 0; s < sentences->count; s++) walk_sentence(&w, s);
    return w.items;
}
