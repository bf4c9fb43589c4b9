/* lexicon.h: the words and phrases that the rules know, each with what it can be. Built once from rule packs, or found
 * ready in tables, then only read. Knows nothing of JSON, nor of texts. */
#ifndef MOUTHPIECE_LEXICON_H
#define MOUTHPIECE_LEXICON_H

#include "arena.h"

/* What a word can be, as the packs' "words" name it. A word may be several of these. */
#define MP_WORD_CLASSES(X)                                                                                             \
    X(DETERMINER, "determiner") /* the, a, his, this */                                                                \
    X(DEFINITE, "definite")     /* the, this, that, its: what is known already */                                      \
    X(PREPOSITION, "preposition")                                                                                      \
    X(SUBORDINATOR, "subordinator") /* after, because, while */                                                        \
    X(COORDINATOR, "coordinator")   /* and, but, or */                                                                 \
    X(THAT, "that")                 /* brings a reported clause */                                                     \
    X(AUXILIARY, "auxiliary")       /* has, was, did */                                                                \
    X(MODAL, "modal")               /* would, can */                                                                   \
    X(NEGATION, "negation")         /* not, never, n't */                                                              \
    X(BE, "be")                     /* forms of to be: make a passive of a participle */                               \
    X(SOURCE, "source")             /* according to, per: what follows is the speaker */                               \
    X(WORDS_NOUN, "words")          /* words, phrase, line: before a quotation mark they say that it quotes */         \
    X(AFFILIATION, "affiliation")   /* for, at: between a person and the organisation spoken for */                    \
    X(AS, "as")                     /* quotes the bot as saying */                                                     \
    X(BY, "by")                     /* brings the speaker of a passive */                                              \
    X(SO_CALLED, "so-called")       /* what follows in quotation marks quotes nobody */                                \
    X(NAMING, "naming")             /* what follows is a name: a chatbot called */                                     \
    X(TO, "to")                                                                                                        \
    X(ADVERB, "adverb")                   /* may stand between subject and verb */                                     \
    X(RELATIVE, "relative")               /* who, which, that */                                                       \
    X(QUESTION, "question")               /* what, why, how */                                                         \
    X(HYPOTHETICAL, "hypothetical")       /* if, unless, whether */                                                    \
    X(HABITUAL, "habitual")               /* often, usually */                                                         \
    X(DISBELIEF, "disbelief")             /* falsely, wrongly: before a verb of saying, a caveat */                    \
    X(MODELS_AT_LARGE, "models-at-large") /* systems, programs, apps: in a warning, models in general */               \
    X(SELF_ACCOUNT, "self-account")       /* itself, own, confession: a warning of what a model says of itself */      \
    X(PRONOUN_FIRST, "pronoun-first")     /* I, we, my, our */                                                         \
    X(PRONOUN_SECOND, "pronoun-second")                                                                                \
    X(PRONOUN_PERSON, "pronoun-person")  /* he, she */                                                                 \
    X(PRONOUN_SHE, "pronoun-she")        /* she, her: where it is not he */                                            \
    X(PRONOUN_THING, "pronoun-thing")    /* it */                                                                      \
    X(PRONOUN_PLURAL, "pronoun-plural")  /* they */                                                                    \
    X(PRONOUN_OBJECT, "pronoun-object")  /* him, them, me: never a subject */                                          \
    X(PRONOUN_OTHER, "pronoun-other")    /* one, another, others, some, many */                                        \
    X(POSSESSIVE, "possessive")          /* his, its, their */                                                         \
    X(CLITIC_S, "clitic-s")              /* 's */                                                                      \
    X(VERB, "verb")                      /* a finite form or participle of any verb, saying or not */                  \
    X(VERB_BASE, "verb-base")            /* … its base form */                                                       \
    X(VERB_GERUND, "verb-gerund")        /* … its -ing form */                                                       \
    X(CLAUSAL, "clausal")                /* verbs whose object can be the subject of what follows: believe, show */    \
    X(RAISING, "raising")                /* verbs that leave the subject to the next: seem, go on, continue */         \
    X(CAUSING, "causing")                /* verbs whose object does what follows: got it to admit */                   \
    X(ASKING, "asking")                  /* verbs of asking and prompting: asked, told to, typed */                    \
    X(PERSON_NOUN, "person")             /* spokeswoman, professor, users */                                           \
    X(ORGANISATION_NOUN, "organisation") /* company, airline, ministry */                                              \
    X(DOCUMENT_NOUN, "document")         /* lawsuit, report, filing: speaks, but is nobody */                          \
    X(MODEL_NOUN, "model")               /* chatbot, AI assistant: a model whatever the page */                        \
    X(MODEL_NOUN_LOOSE, "model-loose")   /* bot, agent, tool, it: a model where the page has one */                    \
    X(BOT, "bot")                        /* a loose one that makes a page one about a model by itself */               \
    X(TEXT_NOUN, "text")                 /* reply, post, apology: a model's text where a model posts */                \
    X(MAKER_NOUN, "maker")               /* company, developer, firm: who built or runs the model */                   \
    X(ADDS, "adds")                      /* went on, added: goes on with an answer */                                  \
    X(ANSWERING, "answering")            /* replied, retorted: answers what somebody asked or said */                  \
    X(MAKERS_NOUN, "makers")             /* the companies: the makers of all models on the page */                     \
    X(DEPLOYER_NOUN, "deployer")         /* … airline, council: the latter only where the model has no name */       \
    X(SPOKES_NOUN, "spokes")             /* spokesman, spokesperson, statement: speaks for an organisation */          \
    X(HONORIFIC, "honorific")            /* Mr, Dr */                                                                  \
    X(RANK, "rank")                      /* Sen., Prof., Minister */                                                   \
    X(ORGANISATION_SUFFIX, "organisation-suffix")                                                                      \
    X(FIRST_NAME, "first-name")                                                                                        \
    X(TIME, "time")                 /* Tuesday, March, week, today */                                                  \
    X(ABBREVIATION, "abbreviation") /* a full stop after it ends no sentence */                                        \
    X(EVIDENCE, "evidence")         /* speaks for models on the page: chatbot, AI, prompt */                           \
    X(NO_NAME, "no-name")           /* capitalised at times, but no name: I, The, Monday, God */                       \
    X(NATION, "nation")             /* Chinese, American: capitalised, no name of their own */                         \
    X(COMPANY_TALK, "company-talk") /* investors, shares, lawsuit: a name shared with a model is the company’s */    \
    X(ELISION, "elision")           /* 'tis, 'em: an apostrophe before it opens no quote */                            \
    X(PLURAL, "plural")             /* more than one: no title of a name that follows */                               \
    X(NOUN, "noun")                 /* frequent common nouns that look like verbs: posts, statements, answers */       \
    X(PLACE_NOUN, "place")          /* X, Facebook, Reddit: where one posts; no speaker after "on" */                  \
    X(BEARER, "bearer")             /* card, sign, mug: bears words, and is nobody */                                  \
    X(ACCOUNT, "account")           /* account, feed: its owner posts there */                                         \
    X(OFFERING, "offering")         /* Tingle’s entry, its effort: a maker’s model among others */                 \
    X(EVERYBODY, "everybody")       /* everybody, you, people: told again and again */                                 \
    X(ANSWER_WORD, "answer-word")   /* yes, no: an answer that is one word */                                          \
    X(ASCRIBES, "ascribes")         /* put the error down to: between an object and its cause */                       \
    X(NONE, "none")                 /* no, nor, neither: what follows is not */                                        \
    X(VERSION, "version")           /* the latest version of Grok: is what it is a version of */                       \
    X(MADE_KNOWN, "made-known")     /* let him know: what whoever is told does */                                      \
    X(ORDINAL, "ordinal")           /* second, last: behind an article, and before no noun, somebody of many */        \
    X(SHOWING, "showing")           /* displayed, flashed: fixed texts, such as errors */                              \
    X(REPLY, "reply")               /* answer, reply, response: a text that “was that …” */                      \
    X(FICTION, "fiction")           /* film, novel, voiced by: many of them make a page one about made-up machines */  \
    X(TALKER, "talker")             /* bear, fridge, innkeeper: a model where the page says that a machine speaks */   \
    X(LIKENESS, "likeness")         /* cartoon, virtual, talking: what such a talker is called */                      \
    X(RUNS, "runs")                 /* powered, built, runs: before "on" and "by" what makes it talk follows */        \
    X(USES, "uses")                 /* … uses, contains: before it without a preposition */                          \
    X(PRODUCT, "product")           /* service, helpline: a model where AI drives it and it has a name */              \
    X(SOFTWARE, "software")         /* app, website, chat: where an assistant is that is nobody */                     \
    X(GUISE, "guise")               /* version, persona, instance: before "of" a model follows */                      \
    X(HUMAN, "human")               /* person, human, who: what no bot is */                                           \
    X(NO, "no")                     /* there is no Robin */                                                            \
    X(DEVICE, "device")             /* speaker: a voice assistant lives in it */                                       \
    X(OPERATES, "operates")         /* launched, switched off: who does so to a bot runs it */                         \
    X(HE_NOUN, "he-noun")           /* Mr, father: never she */                                                        \
    X(SHE_NOUN, "she-noun")         /* Mrs, mother: never he */                                                        \
    X(AI_WORK, "ai-work")           /* expert, start-up: with “AI” before it a person or a firm, not a bot */      \
    X(UNLISTED, "unlisted")         /* AI Overview: a maker’s, and none of its models that have an id */             \
    X(PRESENT_BE, "present-be")     /* is, are: what is being done */                                                  \
    X(CHARGE, "charge")             /* claims, wrongdoing: what a company or a person denies before the law */         \
    X(ENTAILS, "entails")           /* means, avoids: what it takes before a gerund has not happened */                \
    X(TRIBUNAL, "tribunal")         /* court, inquiry: a body speaks before it */                                      \
    X(WORK, "work")                 /* song, film: what has a title in quotation marks */                              \
    X(WE, "we")                     /* we, our: several who speak */                                                   \
    X(POINTER, "pointer")   /* also [read:], related, sponsored: what a line opens with that points elsewhere */       \
    X(ASIDE, "aside")       /* which, something: behind a comma it speaks of what was said */                          \
    X(SHARE, "share")       /* half, all: what a count counts without a number */                                      \
    X(REMARK, "remark")     /* claim, assertion: what a clause is called behind it */                                  \
    X(REACTION, "reaction") /* prompting, triggering: what came of saying so */                                        \
    X(SEQUEL, "sequel")     /* after, as, amid: in a headline, on what day it was said */                              \
    X(SHUTS, "shuts")       /* took [down], turned [off]: to a bot, as whoever runs it does */                         \
    X(BOT_NAME, "bot-name") /* Diella, Kumma: a bot bears it in the news, where nothing on the page tells otherwise */

typedef enum mp_word_class {
#define MP_WORD_CLASS(symbol, name) MP_CLASS_##symbol,
    MP_WORD_CLASSES(MP_WORD_CLASS)
#undef MP_WORD_CLASS
        MP_CLASS_COUNT
} mp_word_class;

/* A set of classes: MP_BIT(BOT) | MP_BIT(PLACE_NOUN). Two machine words, which the compiler tells apart by itself. */
__extension__ typedef unsigned __int128 mp_word_classes;

_Static_assert(MP_CLASS_COUNT <= 128, "classes fit the bits of mp_word_classes");

#define MP_BIT_OF(class) ((mp_word_classes)1 << (class))
#define MP_BIT(symbol) MP_BIT_OF(MP_CLASS_##symbol)

typedef enum mp_verb_form {
    MP_VERB_NONE = 0,
    MP_VERB_BASE = 1,
    MP_VERB_THIRD = 2,      /* says */
    MP_VERB_PAST = 3,       /* said, wrote; may be a participle too */
    MP_VERB_PARTICIPLE = 4, /* written */
    MP_VERB_GERUND = 5
} mp_verb_form;

/* A word or a phrase. The numbers of cue, model and the rest count from 1; 0 is none. */
typedef struct mp_entry {
    mp_word_classes classes;
    uint16_t cue;           /* of the rules' cues */
    uint16_t model;         /* a name of this model */
    uint16_t maker;         /* a name of this maker */
    uint16_t answerable;    /* a person who speaks for this maker */
    uint16_t note;          /* of the rules' notes on wording; by itself it makes no word one that means something */
    uint16_t patterns;      /* the first of the rules' pattern anchors at this word */
    uint16_t evidence;      /* of the rules' evidence for and against ambiguous models */
    uint8_t verb_form;      /* mp_verb_form of the cue */
    bool any_case : 1;      /* a name that is one in small letters too: chatgpt */
    bool base_is_past : 1;  /* read, put: a verb whose past looks like its base form */
    bool begins_phrase : 1; /* longer entries begin with this word */
} mp_entry;

_Static_assert(sizeof(mp_entry) == 32, "there are thousands of entries, and two of them in a line of the cache");

struct mp_lexicon_table;
typedef struct mp_lexicon mp_lexicon;

mp_lexicon *mp_lexicon_new(mp_arena *arena);

/* A lexicon that reads `table`; what is added to it is its own. Takes next to no memory until it is opened. */
mp_lexicon *mp_lexicon_of(const struct mp_lexicon_table *table, mp_arena *arena);

/* Must precede every other call where the lexicon reads a table: decodes it, once, whichever thread comes first. False
 * where memory ends. What it took is freed by mp_lexicon_close. */
bool mp_lexicon_open(mp_lexicon *lexicon);
void mp_lexicon_close(mp_lexicon *lexicon);

/* Opens it and copies the entries of its table, so that they may be changed. False where memory ends. */
bool mp_lexicon_own(mp_lexicon *lexicon, mp_arena *arena);

/* The entry of a phrase, made where there is none: its words, folded, in order. NULL where memory ends or the lexicon is
 * full (65,534 entries). The pointer holds until the next call. */
mp_entry *mp_lexicon_add(mp_lexicon *lexicon, mp_arena *arena, const mp_text *words, size_t word_count);

/* All entries, by number, of a lexicon that is being built or that owns them. */
mp_entry *mp_lexicon_entries(mp_lexicon *lexicon, size_t *count);

/* Adds bits of the rules’ topics, by which roles are judged, to one of these. */
void mp_lexicon_add_topics(mp_lexicon *lexicon, const mp_entry *entry, uint64_t topics);

/* What a number is a number of: a single word, or the phrase that the word `next` continues. */
typedef struct mp_lexicon_path {
    mp_text word;
    uint32_t phrase, next; /* phrase is 0 for a single word */
} mp_lexicon_path;

mp_lexicon_path mp_lexicon_path_of(const mp_lexicon *lexicon, uint32_t number);

/* How many numbers there are, with 0. */
uint32_t mp_lexicon_count(const mp_lexicon *lexicon);

/* The number of a single folded word, 0 where it is unknown. Phrases have numbers too, from mp_lexicon_next(). */
uint32_t mp_lexicon_find(const mp_lexicon *lexicon, mp_text word);

/* The number of the phrase that is `phrase` followed by `word`, 0 where there is none. A phrase that is only the
 * beginning of longer ones has a number, and an entry in which nothing is set. */
uint32_t mp_lexicon_next(const mp_lexicon *lexicon, uint32_t phrase, uint32_t word);

/* The entry of a number; that of 0 is empty. */
const mp_entry *mp_lexicon_entry(const mp_lexicon *lexicon, uint32_t number);

/* The topics of a number’s entry. Few ask, so they stand apart. */
uint64_t mp_lexicon_topics(const mp_lexicon *lexicon, uint32_t number);

/* True where an entry means something by itself. */
bool mp_entry_is_whole(const mp_entry *entry);

/* The class of that name in packs; MP_CLASS_COUNT where there is none. */
mp_word_class mp_word_class_of(mp_text name);

#endif
