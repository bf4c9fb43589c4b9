/* resolve_internal.h: what the parts of resolve share: resolve.c (the walk), resolve_it.c (“it”) with what is told of it
 * (resolve_it_feature.c), resolve_pronoun.c (other pronouns), resolve_description.c (names and
 * descriptions), resolve_turn.c (whose answer is awaited), resolve_page.c (which model the page is about). */
#ifndef MOUTHPIECE_RESOLVE_INTERNAL_H
#define MOUTHPIECE_RESOLVE_INTERNAL_H

#include "resolve.h"

typedef struct mp_walker {
    const mp_mentions *mentions;
    const mp_sentences *sentences;
    const mp_rules *rules;
    const mp_verbs *verbs;
    mp_reference *references;
    uint16_t main_model;
    uint16_t model_inside;                               /* the one that the page’s bot runs on, 0 for none */
    const uint32_t *named_count;                         /* by model */
    uint16_t last_model;                                 /* spoken of last */
    mp_reference subject;                                /* of the last clause */
    mp_reference main_subject;                           /* of this sentence’s first clause so far */
    mp_reference subject_before;                         /* of the last sentence’s first clause */
    bool main_subject_spoke, subject_before_spoke;       /* their verb is one of saying */
    bool main_subject_opens, subject_before_opens;       /* they open their sentence */
    bool main_subject_for_firm, subject_before_for_firm; /* they are a spokesman or the like */
    mp_reference aside;                                  /* who says in an aside what this sentence tells */
    uint32_t last_organisation_sentence;
    mp_reference last_thing;                  /* the last model or organisation mentioned */
    uint32_t subject_block, last_thing_block; /* where those were set */
    uint32_t last_model_sentence;
    uint32_t last_model_block; /* where last_model was spoken of */
    uint32_t last_asked_block; /* where a model was asked something, MP_NONE */
    mp_reference last_organisation;
    mp_reference last_being;   /* the last person, or model that the page calls he or she */
    uint16_t asked_model;      /* whose answer is awaited, 0 for none */
    uint16_t asked_model_ever; /* the last that anything was put to */
    uint32_t asked_block;      /* where it was asked */
    mp_reference asked_other;  /* an organisation that was asked in the last sentence */
    uint32_t asked_other_sentence;
    bool asked_somebody;           /* the last question went to a person or a firm */
    uint32_t others_text_sentence; /* where a person’s text, or some thing at its end, was mentioned, MP_NONE */
    uint32_t bearer_sentence;      /* where a letter, a card, a sign was mentioned, and no model since, MP_NONE */
    int8_t persona_votes;          /* how often the page has called its persona she, less how often he */
    /* where a person was mentioned, MP_NONE: Mr Wren, whoever tells nothing, Mrs Wren */
    uint32_t last_human_sentence[3], last_human_block[3];
    mp_reference last_persona;
    uint32_t last_persona_block, person_block; /* where it was spoken of; where a person was called he or she */
    int8_t person_sign;                        /* 1 for she, -1 for he */
    uint32_t last_being_block;                 /* where last_being was */
    int8_t last_being_sign;                    /* 1 for Mrs Wren, -1 for Mr Wren, 0 for whoever tells nothing */
    bool turn_taken;                           /* somebody else has spoken since */
    bool subject_is_being;                     /* w->subject is a person by name or by “he”, “she” */
    uint32_t last_text, last_people;           /* mentions of a model's text and of several persons, MP_NONE */
    uint32_t last_text_sentence;               /* where a text of a model’s was mentioned, MP_NONE */
    uint32_t sentence, block;
    bool met_person;
    uint32_t next_verb;
    uint32_t next_question; /* the next verb that may put something to a model */
    mp_told_its *its;
    int8_t *company_leaning; /* by model: whether the page uses a name shared with the maker for the company */
} mp_walker;

/* A name that nothing tells of: somebody’s, or some body’s; whoever is less certain than some is doubtful. */
enum { MP_NAME_CERTAINTY = 55, MP_DOUBTFUL_BELOW = 60 };

/* Blocks for which a model stays in mind. */
enum { MP_MODEL_MEMORY = 3 };

static const mp_reference mp_nobody = {.kind = MP_SPEAKER_UNKNOWN, .certainty = 50};

/* The model that the page is about: 0 for none, MP_MODEL_GENERIC for one without a name. Adds how often each model is
 * named to named_count, by model, and the number of mentions of models to *count. `inside` is mp_only_model_inside(). */
uint16_t mp_main_model(const mp_mentions *mentions, const mp_verbs *verbs, uint16_t inside, uint32_t *named_count,
                       uint32_t *count);

/* The only model that the page names, where it says at its head that some bot runs on it; else 0. */
uint16_t mp_only_model_inside(const mp_mentions *mentions);

/* The model on which a bot without a name runs, by the words right behind its mention; 0 for none. */
uint16_t mp_model_inside(const mp_mentions *mentions, const mp_mention *mention);

/* Also read: what is new in Grok | How to … – a block that points to other pages, whose names are not this page's. */
bool mp_is_pointer(const mp_mentions *mentions, uint32_t block);

mp_reference mp_model_reference(uint16_t model, int certainty);

/* The page’s own leaning for names that are both a company’s and its model’s, from all its sentences with such a name. */
void mp_weigh_companies(mp_walker *w);

/* A model by name; “the chatbot”, “Musk’s chatbot”; “the bot”, “the tool”; “its reply”; “Copilot’s haiku”. */
mp_reference mp_named(const mp_walker *w, const mp_mention *mention);
mp_reference mp_described(const mp_walker *w, const mp_mention *mention);
mp_reference mp_loosely_described(const mp_walker *w, const mp_mention *mention);
mp_reference mp_of_text(const mp_walker *w, const mp_mention *mention);
mp_reference mp_of_document(const mp_walker *w, const mp_mention *mention);
mp_reference mp_of_thing(const mp_walker *w, const mp_mention *mention);

/* What pronouns stand for; whether “it” can stand for that; whether a model bears a person’s name. */
mp_reference mp_of_it(const mp_walker *w, const mp_mention *mention);
mp_reference mp_of_he_or_she(mp_walker *w, const mp_mention *mention);
mp_reference mp_of_other_pronoun(const mp_walker *w, const mp_mention *mention);
bool mp_is_something(const mp_reference *reference);
/* What is told of an “it” where a model has been spoken of: one byte for each of MP_IT_FEATURES, 1 or 0. */
void mp_it_features_read(const mp_walker *w, const mp_mention *mention, uint8_t *features);

/* in a statement, in a press release: among the first of these items. */
bool mp_tells_officially(const mp_walker *w, uint32_t first, uint32_t end);

/* The paper asked the firm. It said …: whether an organisation was asked in the sentence before, and this one has no subject yet. */
static inline bool mp_other_was_asked(const mp_walker *w) {
    return w->asked_other.kind == MP_SPEAKER_ORGANISATION && w->asked_other_sentence + 1 == w->sentence &&
           w->main_subject.kind == MP_SPEAKER_UNKNOWN;
}

/* A name that nothing tells of, which may be some body’s. */
static inline bool mp_is_unknown_body(const mp_reference *named) {
    return named->kind == MP_SPEAKER_PERSON && named->certainty == MP_NAME_CERTAINTY && !named->persona;
}

/* In this sentence or the one before; MP_NONE is never. */
static inline bool mp_is_just_now(const mp_walker *w, uint32_t sentence) {
    return sentence != MP_NONE && w->sentence - sentence <= 1;
}

/* Whether the sentence before names a statement, its subject being of that kind. */
bool mp_issued_statement(const mp_walker *w, uint8_t kind);
bool mp_is_persona(const mp_walker *w, const mp_mention *mention);

/* The model that was asked in this block or the one before, 0 for none. */
uint16_t mp_awaited(const mp_walker *w);

/* Takes note of what the verbs before `item` put to a model, their mentions known up to `mention`. */
void mp_note_questions(mp_walker *w, uint32_t item, uint32_t mention);

/* Takes note of what a sentence, all its mentions known, puts to a model. */
void mp_note_turn(mp_walker *w, uint32_t sentence);

#endif
