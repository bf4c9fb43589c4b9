/* resolve.c: walks the page once, keeping in mind who was spoken of last, and says of every mention what it stands for.
 * Knows mentions and subjects; nothing of quotes. */
#include "resolve_internal.h"

#include "status.h"

enum { fronted_reach = 40 };

/* A rival, Tingle’s Gribble, told us: the name between commas is who speaks. */
static uint16_t named_in_apposition(const mp_walker *w, const mp_mention *mention) {
    const mp_mention *next = mention + 1;
    bool noun = mention->definite || mention->indefinite;
    bool fits = mention->kind == MP_MENTION_PERSON || mention->kind == MP_MENTION_THING ||
                mention->kind == MP_MENTION_ORGANISATION;
    if (!noun || !fits || mention->owner_model != 0 || w->mentions->tags[mention->head] == MP_TAG_NAME) return 0;
    if (next >= w->mentions->items + w->mentions->count || next->sentence != mention->sentence) return 0;
    uint32_t end = w->sentences->list[mention->sentence].end;
    bool between = next->first == mention->end + 1 && w->mentions->tags[mention->end] == MP_TAG_COMMA &&
                   next->end < end && w->mentions->tags[next->end] == MP_TAG_COMMA;
    return between && next->kind == MP_MENTION_MODEL ? next->model : (uint16_t)0;
}

/* the Tingle one: of several models that of Tingle’s. */
static bool is_its_one(const mp_walker *w, const mp_mention *mention) {
    bool followed = mention->end < w->sentences->list[mention->sentence].end &&
                    w->mentions->tags[mention->end] == MP_TAG_PRONOUN &&
                    mp_item_is(w->sentences, mention->end, MP_BIT(PRONOUN_OTHER));
    return followed && mention->definite && mention->maker != 0 && w->main_model != 0;
}

/* The ship’s computer of a play, an AI of a novel: only what a model’s name stands for has said anything. */
static bool is_made_up(const mp_walker *w, const mp_mention *mention, const mp_reference *reference) {
    if (!w->mentions->fiction || reference->kind != MP_SPEAKER_MODEL) return false;
    if (mention->model != 0 || mention->owner_model != 0) return false;
    bool named_before = w->subject.kind == MP_SPEAKER_MODEL || w->main_subject.kind == MP_SPEAKER_MODEL ||
                        w->subject_before.kind == MP_SPEAKER_MODEL;
    return mention->kind != MP_MENTION_IT || !named_before;
}

static mp_reference refer(mp_walker *w, const mp_mention *mention) {
    uint16_t apposed = named_in_apposition(w, mention);
    if (apposed != 0) return mp_model_reference(apposed, 85);
    switch ((mp_mention_kind)mention->kind) {
    case MP_MENTION_MODEL: return mention->model != 0 ? mp_named(w, mention) : mp_described(w, mention);
    case MP_MENTION_LOOSE: return mp_loosely_described(w, mention);
    case MP_MENTION_TEXT: return mp_of_text(w, mention);
    case MP_MENTION_PERSON: {
        bool body = mention->maker == 0 && w->mentions->tags[mention->head] != MP_TAG_NAME && !mention->plural &&
                    (mention->classes & (MP_BIT(ORGANISATION_NOUN) | MP_BIT(MAKER_NOUN))) != 0;
        if (body) return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = 60}; /* the regulator: it */
        uint16_t maker = mention->maker != 0 ? mention->maker : mention->owner_maker;
        return (mp_reference){.kind = MP_SPEAKER_PERSON, .maker = maker, .certainty = 95};
    }
    case MP_MENTION_ORGANISATION: {
        bool posts_there = (mention->classes & MP_BIT(ACCOUNT)) != 0; /* the agent’s blog */
        if (posts_there && mp_of_thing(w, mention).kind == MP_SPEAKER_MODEL) return mp_of_thing(w, mention);
        if (is_its_one(w, mention)) return mp_described(w, &(mp_mention){.owner_maker = mention->maker});
        uint16_t maker = mention->maker != 0 ? mention->maker : mention->owner_maker;
        if (maker == 0 && mention->owner_model != 0 && mention->owner_model != MP_MODEL_GENERIC)
            maker = w->rules->models.items[mention->owner_model - 1].maker;
        return (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .maker = maker, .certainty = 95};
    }
    case MP_MENTION_DOCUMENT: return mp_of_document(w, mention);
    case MP_MENTION_NAME: return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = MP_NAME_CERTAINTY};
    case MP_MENTION_IT: return mp_of_it(w, mention);
    case MP_MENTION_HE_OR_SHE: return mp_of_he_or_she(w, mention);
    case MP_MENTION_THEY:
    case MP_MENTION_I: return (mp_reference){.kind = MP_SPEAKER_PERSON, .certainty = 80};
    case MP_MENTION_OTHER_PRONOUN: return mp_of_other_pronoun(w, mention);
    case MP_MENTION_THING: return mp_of_thing(w, mention);
    default: return mp_nobody;
    }
}

/* ---- The walk ---------------------------------------------------------------------------------------------------- */

/* Mrs Wren, his mother: 1; Mr Wren: -1; the clerk: 0. */
static int sign_of(const mp_walker *w, const mp_mention *mention) {
    int sign = 0;
    for (uint32_t i = mention->first; i < mention->end; i++) {
        if (mp_item_is(w->sentences, i, MP_BIT(SHE_NOUN))) sign = 1;
        if (mp_item_is(w->sentences, i, MP_BIT(HE_NOUN))) sign = -1;
    }
    return sign;
}

static void note_human(mp_walker *w, const mp_mention *mention) {
    int sign = sign_of(w, mention);
    w->last_human_sentence[sign + 1] = w->sentence;
    w->last_human_block[sign + 1] = w->block;
}

/* his months on Tingle, the firm whose model is called like it: “the bot” is that one. 0 for none. */
static uint16_t model_used_at(const mp_walker *w, const mp_mention *mention, const mp_reference *reference) {
    if (mention->kind != MP_MENTION_ORGANISATION || mention->maker == 0 || reference->text) return 0;
    if (mention->first == w->sentences->list[mention->sentence].first) return 0;
    uint32_t before = mention->first - 1;
    if (w->mentions->tags[before] != MP_TAG_PREPOSITION ||
        mp_item_is(w->sentences, before, MP_BIT(AFFILIATION) | MP_BIT(BY)))
        return 0;
    mp_text firm = w->rules->makers.items[mention->maker - 1].name;
    for (uint16_t m = 1; m <= w->rules->models.count; m++)
        if (w->rules->models.items[m - 1].maker == mention->maker &&
            mp_text_equal(w->rules->models.items[m - 1].name, firm))
            return m;
    return 0;
}

/* According to the bot, …: whoever a sentence opens with as its source is whom it is about. */
static void note_source(mp_walker *w, const mp_mention *mention, const mp_reference *reference) {
    bool source = mention->first > w->sentences->list[mention->sentence].first &&
                  mp_item_is(w->sentences, mention->first - 1, MP_BIT(SOURCE));
    bool document = reference->text && reference->kind == MP_SPEAKER_ORGANISATION; /* According to the complaint, … */
    if (!source || document || w->main_subject.kind != MP_SPEAKER_UNKNOWN || reference->kind == MP_SPEAKER_UNKNOWN)
        return;
    w->main_subject = w->subject = *reference;
    w->main_subject_spoke = true;
    w->subject_block = w->block;
}

static void note_mention(mp_walker *w, const mp_mention *mention, mp_reference *reference) {
    reference->plural = mention->plural && mention->kind != MP_MENTION_TEXT;
    if (reference->kind == MP_SPEAKER_PERSON && mention->kind == MP_MENTION_PERSON) w->met_person = true;
    note_source(w, mention, reference);
    bool text = mention->kind == MP_MENTION_TEXT || mention->kind == MP_MENTION_DOCUMENT;
    bool last = mention + 1 == w->mentions->items + w->mentions->count || mention[1].sentence != mention->sentence;
    bool thing = mention->kind == MP_MENTION_THING && last && reference->kind == MP_SPEAKER_UNKNOWN;
    if (mention->indefinite && (text || thing)) w->others_text_sentence = w->sentence;
    bool being = reference->persona || mention->kind == MP_MENTION_PERSON || mention->kind == MP_MENTION_NAME;
    bool place = mention->kind == MP_MENTION_NAME && mention->first > w->sentences->list[mention->sentence].first &&
                 w->mentions->tags[mention->first - 1] == MP_TAG_PREPOSITION; /* on Sundays, at Croft Hill */
    if (being && !mention->plural && !(place && !reference->persona)) {
        w->last_being = *reference;
        w->last_being_block = w->block;
        w->last_being_sign = (int8_t)(reference->persona ? 0 : sign_of(w, mention));
    }
    if (reference->persona && mention->kind == MP_MENTION_MODEL) {
        w->last_persona = *reference;
        w->last_persona_block = w->block;
    }
    bool human = mention->kind == MP_MENTION_PERSON && !mention->plural && !mention->indefinite && !reference->persona;
    bool persons = mention->owned_by_other && (mention->owner_classes & MP_BIT(FIRST_NAME)) != 0; /* Mary’s kitchen */
    if (human || (persons && mention->kind != MP_MENTION_MODEL)) note_human(w, mention);
    uint32_t number = (uint32_t)(mention - w->mentions->items);
    if (reference->text && reference->kind == MP_SPEAKER_MODEL && mention->kind == MP_MENTION_TEXT) {
        w->last_text_sentence = w->sentence;
        w->last_text = number;
    }
    if (reference->kind == MP_SPEAKER_PERSON && mention->kind == MP_MENTION_PERSON && mention->plural)
        w->last_people = number;
    bool bears = mention->kind == MP_MENTION_DOCUMENT || (mention->classes & MP_BIT(BEARER)) != 0;
    bool by_model = reference->kind == MP_SPEAKER_MODEL || w->main_subject.kind == MP_SPEAKER_MODEL;
    if (bears && !by_model && !mention->plural) w->bearer_sentence = w->sentence;
    if (reference->kind == MP_SPEAKER_MODEL) w->bearer_sentence = MP_NONE;
    uint16_t used = model_used_at(w, mention, reference);
    if (used != 0) {
        w->last_model = used;
        w->last_model_block = w->block;
        w->last_model_sentence = w->sentence;
    }
    bool stands_for_itself =
        mention->kind != MP_MENTION_TEXT && mention->kind != MP_MENTION_THING && !reference->text && !reference->plural;
    if (!stands_for_itself) return;
    if (reference->kind == MP_SPEAKER_ORGANISATION) {
        w->last_organisation = *reference;
        w->last_organisation_sentence = w->sentence;
    }
    if (mp_is_something(reference)) {
        w->last_thing = *reference;
        w->last_thing_block = w->block;
    }
    if (reference->kind != MP_SPEAKER_MODEL) return;
    w->last_model = reference->model;
    w->last_model_block = w->block;
    w->last_model_sentence = w->sentence;
    bool asked = mention->first > w->sentences->list[mention->sentence].first &&
                 mp_item_is(w->sentences, mention->first - 1, MP_BIT(ASKING));
    if (asked) w->last_asked_block = w->block;
}

/* After the bot insulted a town, the firm …; Asked whether a bot had …, it …: the clause that opens the sentence is not
 * the one that the sentence is about. */
static bool is_fronted(const mp_walker *w, const mp_verb *verb) {
    const mp_sentence *sentence = &w->sentences->list[verb->sentence];
    uint32_t subject = w->mentions->items[verb->subject].first;
    if (subject == sentence->first || subject > verb->item) return false;
    if (!mp_item_is(w->sentences, subject - 1, MP_BIT(SUBORDINATOR) | MP_BIT(HYPOTHETICAL))) return false;
    for (uint32_t i = verb->item; i < sentence->end && i < verb->item + fronted_reach; i++)
        if (w->mentions->tags[i] == MP_TAG_COMMA) return true;
    return false;
}

/* In most runs, the firm said, the bot turned to threats. It …: the sentence is about the bot. */
static bool is_parenthetic(const mp_walker *w, const mp_verb *verb) {
    const mp_sentence *sentence = &w->sentences->list[verb->sentence];
    const mp_mention *subject = &w->mentions->items[verb->subject];
    if (verb->cue == 0 || w->references[verb->subject].kind == MP_SPEAKER_MODEL) return false;
    if (subject->first == sentence->first || verb->item + 2 >= sentence->end) return false;
    return w->mentions->tags[subject->first - 1] == MP_TAG_COMMA && w->mentions->tags[verb->item + 1] == MP_TAG_COMMA &&
           w->mentions->tags[verb->item + 2] != MP_TAG_STRETCH;
}

/* The festival said sorry in a letter that, it stressed, …: a thing that says something is some body. */
static bool speaks_itself(const mp_walker *w, const mp_verb *verb) {
    if (verb->cue == 0 || verb->passive || verb->infinitive || verb->gerund) return false;
    if (mp_item_is(w->sentences, verb->item, MP_BIT(ASKING))) return false; /* my eldest asked */
    const mp_mention *subject = &w->mentions->items[verb->subject];
    uint16_t takes = mp_cue_takes(w->rules, verb->cue);
    return subject->kind == MP_MENTION_THING && subject->definite && !subject->plural && (takes & MP_TAKES(WEAK)) == 0;
}

/* put a bot in charge, gave a discount: verbs that say something only where they bring words. */
static bool is_weak(const mp_walker *w, const mp_verb *verb) {
    const uint32_t next = verb->item + 1;
    bool brings = next < w->sentences->list[verb->sentence].end &&
                  (w->mentions->tags[next] == MP_TAG_STRETCH || w->mentions->tags[next] == MP_TAG_COLON);
    return !brings && (mp_cue_takes(w->rules, verb->cue) & MP_TAKES(WEAK)) != 0;
}

/* Nothing tells how Grok is built: the subject of a question that the sentence holds. */
static bool is_asked_about(const mp_walker *w, const mp_verb *verb) {
    uint32_t subject = w->mentions->items[verb->subject].first;
    const mp_sentence *sentence = &w->sentences->list[verb->sentence];
    return subject > sentence->first + 1 && subject < verb->item && w->mentions->tags[subject - 1] == MP_TAG_QUESTION;
}

/* Takes the subjects of the verbs up to `item` as the ones last spoken of. */
static void pass_verbs(mp_walker *w, uint32_t item) {
    while (w->next_verb < w->verbs->count && w->verbs->items[w->next_verb].item < item) {
        const mp_verb *verb = &w->verbs->items[w->next_verb++];
        if (verb->subject == MP_NONE || verb->relative) continue;
        if (w->mentions->items[verb->subject].first >= item) continue;
        mp_reference subject = w->references[verb->subject];
        if (subject.kind == MP_SPEAKER_UNKNOWN && speaks_itself(w, verb))
            subject = (mp_reference){.kind = MP_SPEAKER_ORGANISATION, .certainty = MP_NAME_CERTAINTY};
        if (subject.kind == MP_SPEAKER_UNKNOWN) continue;
        uint8_t kind = w->mentions->items[verb->subject].kind;
        if (kind == MP_MENTION_NAME && subject.kind == MP_SPEAKER_PERSON)
            note_human(w, &w->mentions->items[verb->subject]); /* Drummond has said that she */
        if (w->aside.kind != MP_SPEAKER_UNKNOWN && is_asked_about(w, verb)) continue;
        w->subject = subject;
        w->subject_block = w->block;
        w->subject_is_being = subject.kind == MP_SPEAKER_PERSON &&
                              (kind == MP_MENTION_PERSON || kind == MP_MENTION_NAME || kind == MP_MENTION_HE_OR_SHE);
        if (is_parenthetic(w, verb) && subject.kind == MP_SPEAKER_ORGANISATION) w->aside = subject;
        if (w->main_subject.kind != MP_SPEAKER_UNKNOWN || is_fronted(w, verb) || is_parenthetic(w, verb)) continue;
        w->main_subject = subject;
        w->main_subject_for_firm = (w->mentions->items[verb->subject].classes & MP_BIT(SPOKES_NOUN)) != 0;
        w->main_subject_spoke = verb->cue != 0 && !is_weak(w, verb);
        w->main_subject_opens = w->mentions->items[verb->subject].first == w->sentences->list[verb->sentence].first;
    }
}

/* Nobody is kept in mind for ever: “he”, “it” and “the statement” far down the page are not those of a model that was
 * last spoken of at its head. */
static void forget(mp_walker *w) {
    if (w->block - w->subject_block > 1) w->subject = w->subject_before = mp_nobody;
    if (w->block - w->last_thing_block > 2 * MP_MODEL_MEMORY) w->last_thing = mp_nobody;
}

/* 5. WordMill 3 (2022). “He is dull,” it told a reporter. – an entry of a list of models, about one that the rules do not
 * know. */
static bool is_label_of_other(const mp_walker *w, uint32_t number) {
    enum { most_items = 9 };
    const mp_sentence *sentence = &w->sentences->list[number];
    const mp_mentions *mentions = w->mentions;
    bool item = w->sentences->tokens->article->blocks[sentence->block].kind == MP_BLOCK_LISTITEM;
    enum { number_and_stop = 2, most_apart = 2 };
    bool after_number = number > 0 && sentence[-1].block == sentence->block &&
                        sentence[-1].end - sentence[-1].first <= number_and_stop &&
                        mentions->tags[sentence[-1].first] == MP_TAG_NUMBER;
    bool first = number == 0 || sentence[-1].block != sentence->block || after_number;
    bool in_list = w->last_model != 0 && w->last_model_block + most_apart >= w->block && w->main_model != 0;
    if (!item || !first || !in_list || sentence->scope != MP_NONE || sentence->end - sentence->first > most_items)
        return false;
    if (w->verbs->sentence_first[number] != w->verbs->sentence_first[number + 1]) return false;
    bool named = false, dated = false;
    for (uint32_t m = mentions->sentence_first[number]; m < mentions->sentence_first[number + 1]; m++) {
        if (mentions->items[m].model != 0 || mentions->items[m].owner_model != 0) return false;
        named |= mentions->tags[mentions->items[m].head] == MP_TAG_NAME;
    }
    for (uint32_t i = sentence->first; i + 1 < sentence->end; i++)
        dated |= mentions->tags[i] == MP_TAG_OPEN && mentions->tags[i + 1] == MP_TAG_NUMBER;
    return named && dated;
}

/* 2. Sydney (2023). It told a writer that … – a line's head without a verb, and with one model: what follows is about it. */
static void note_label(mp_walker *w, uint32_t number) {
    enum { most_items = 12 };
    const mp_sentence *sentence = &w->sentences->list[number];
    if (sentence->scope != MP_NONE || sentence->end - sentence->first > most_items) return;
    if (w->verbs->sentence_first[number] != w->verbs->sentence_first[number + 1]) return;
    if (w->sentences->tokens->article->blocks[sentence->block].kind != MP_BLOCK_LISTITEM) return;
    const mp_reference *only = NULL;
    for (uint32_t m = w->mentions->sentence_first[number]; m < w->mentions->sentence_first[number + 1]; m++) {
        if (w->references[m].kind != MP_SPEAKER_MODEL || w->references[m].plural || w->references[m].text) continue;
        if (only != NULL) return;
        only = &w->references[m];
    }
    if (only == NULL) return;
    w->subject = w->main_subject = *only;
    w->main_subject_spoke = false;
    w->subject_block = w->block;
}

static void walk_sentence(mp_walker *w, uint32_t sentence, uint16_t *awaited) {
    uint32_t first = w->mentions->sentence_first[sentence], end = w->mentions->sentence_first[sentence + 1];
    bool inside_words = w->sentences->list[sentence].scope != MP_NONE;
    const mp_walker outside = *w; /* whom quoted words speak of is not whom the text speaks of */
    w->sentence = sentence;
    w->block = w->sentences->list[sentence].block;
    if (w->main_subject.kind != MP_SPEAKER_UNKNOWN) {
        w->subject_before = w->main_subject;
        w->subject_before_spoke = w->main_subject_spoke;
        w->subject_before_opens = w->main_subject_opens;
        w->subject_before_for_firm = w->main_subject_for_firm;
    }
    w->main_subject = w->aside = mp_nobody;
    forget(w);
    if (is_label_of_other(w, sentence)) {
        w->last_model = MP_MODEL_GENERIC;
        w->last_model_block = w->block;
        w->subject = w->subject_before = mp_model_reference(MP_MODEL_GENERIC, 60);
        w->subject_block = w->block;
    }
    awaited[sentence] = w->turn_taken ? (uint16_t)0 : mp_awaited(w);

    for (uint32_t m = first; m < end; m++) {
        const mp_mention *mention = &w->mentions->items[m];
        pass_verbs(w, mention->first);
        if (m > first) mp_note_questions(w, mention[-1].first, m);
        w->references[m] = refer(w, mention);
        if (is_made_up(w, mention, &w->references[m])) w->references[m] = mp_nobody;
        if (mention->kind == MP_MENTION_IT) w->references[m].persona = false; /* what is “it” is not “he” */
        w->references[m].persona |= mp_is_persona(w, mention);
        note_mention(w, mention, &w->references[m]);
    }
    pass_verbs(w, w->sentences->list[sentence].end);
    if (w->main_subject.kind == MP_SPEAKER_UNKNOWN && w->aside.kind != MP_SPEAKER_UNKNOWN) {
        w->main_subject = w->subject = w->aside; /* The notices, the watchdog said, had brought no reply. It … */
        w->main_subject_spoke = true;
        w->main_subject_opens = w->main_subject_for_firm = false;
    }
    mp_note_turn(w, sentence);
    note_label(w, sentence);
    bool pointer = mp_is_pointer(w->mentions, w->block);
    if (!inside_words && !pointer) return;
    const mp_walker inside = *w;
    *w = outside;
    w->next_verb = inside.next_verb;
    w->next_question = inside.next_question;
    if (pointer) return;
    bool named = w->last_model != 0 && w->last_model != MP_MODEL_GENERIC;
    if (inside.last_model == MP_MODEL_GENERIC && named) return; /* “It is a ventriloquist’s doll.” */
    w->last_model = inside.last_model;
    w->last_model_block = inside.last_model_block;
}

/* Room for what is told of each “it”, or of the first of many. */
static bool make_its(const mp_mentions *mentions, mp_arena *arena, mp_told_its *its) {
    *its = (mp_told_its){0};
    for (size_t i = 0; i < mentions->count && its->room < MP_MOST_TOLD_ITS; i++)
        its->room += mentions->items[i].kind == MP_MENTION_IT;
    its->items = MP_NEW_ARRAY(arena, its->room, mp_told_it);
    return its->items != NULL;
}

mp_status mp_references_find(const mp_mentions *mentions, const mp_verbs *verbs, mp_arena *arena,
                             mp_references *references, mp_error *error) {
    const mp_rules *rules = mentions->sentences->tokens->rules;
    uint32_t count = 0;
    mp_told_its its;
    uint32_t *named_count = MP_NEW_ARRAY(arena, rules->models.count + 1, uint32_t);
    uint16_t *awaited = MP_NEW_ARRAY(arena, mentions->sentences->count, uint16_t);
    mp_walker w = {.mentions = mentions,
                   .sentences = mentions->sentences,
                   .rules = rules,
                   .verbs = verbs,
                   .references = MP_NEW_ARRAY(arena, mentions->count, mp_reference),
                   .last_asked_block = MP_NONE,
                   .last_text_sentence = MP_NONE,
                   .last_text = MP_NONE,
                   .last_people = MP_NONE,
                   .last_organisation_sentence = MP_NONE,
                   .others_text_sentence = MP_NONE,
                   .bearer_sentence = MP_NONE,
                   .last_human_sentence = {MP_NONE, MP_NONE, MP_NONE},
                   .last_persona_block = MP_NONE,
                   .its = &its,
                   .company_leaning = MP_NEW_ARRAY(arena, rules->models.count + 1, int8_t)};
    if (named_count == NULL || awaited == NULL || w.references == NULL || w.company_leaning == NULL ||
        !make_its(mentions, arena, &its))
        return mp_fail_memory(error);

    w.named_count = named_count;
    w.model_inside = mp_only_model_inside(mentions);
    w.main_model = mp_main_model(mentions, verbs, w.model_inside, named_count, &count);
    mp_weigh_companies(&w);
    for (uint32_t s = 0; s < w.sentences->count; s++) walk_sentence(&w, s, awaited);
    *references = (mp_references){mentions, verbs, w.references, w.main_model, awaited, count, its};
    return MP_OK;
}
