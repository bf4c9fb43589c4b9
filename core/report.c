/* report.c: writes judgements out as the report that callers get. Knows UTF-16 places and the packs’ sentences; nothing
 * of JSON. All that a report points to lives in its own arena; its texts are NUL-terminated there. */
#include "report.h"

#include "rewording.h"
#include "status.h"
#include "text.h"

#include <string.h>

typedef struct owned_report {
    mp_report report;
    mp_arena arena;
} owned_report;

typedef struct builder {
    const mp_article *article;
    const mp_rules *rules;
    const mp_judgements *judgements;
    mp_arena *arena;
    mp_arena *scratch; /* for what the report has no need of */
    uint32_t *
        *checkpoints; /* by block: UTF-16 units before every checkpoint_bytes-th byte; made when first asked for */
    bool failed;      /* memory ended while they were made */
    mp_text *texts;   /* those that the report holds, by hash; findings say the same again and again */
    size_t text_count, text_slots;
} builder;

enum { checkpoint_bytes = 128 };

enum { most_why = 4 + MP_SIGNAL_KIND_COUNT };

/* ---- Places ------------------------------------------------------------------------------------------------------ */

static const uint32_t *checkpoints_of(builder *b, size_t block) {
    if (b->checkpoints[block] != NULL) return b->checkpoints[block];
    mp_text text = b->article->blocks[block].text;
    uint32_t *units = MP_NEW_ARRAY(b->scratch, text.length / checkpoint_bytes + 1, uint32_t);

    for (size_t i = 1; units != NULL && i <= text.length / checkpoint_bytes; i++) {
        mp_text piece = mp_text_slice(text, (i - 1) * checkpoint_bytes, i * checkpoint_bytes);
        units[i] = units[i - 1] + (uint32_t)mp_text_utf16_length(piece);
    }
    b->failed |= units == NULL;
    return b->checkpoints[block] = units;
}

/* A piece may begin inside a character; mp_text_utf16_length counts lead bytes, so the sums are right all the same. */
static size_t units_at(builder *b, size_t block, size_t byte) {
    mp_text text = b->article->blocks[block].text;
    const uint32_t *units = checkpoints_of(b, block);
    if (units == NULL) return 0;
    size_t checkpoint = byte / checkpoint_bytes;
    return units[checkpoint] + mp_text_utf16_length(mp_text_slice(text, checkpoint * checkpoint_bytes, byte));
}

static mp_place place_of(builder *b, size_t block, size_t start, size_t end) {
    size_t first = units_at(b, block, start);
    return (mp_place){block, first, units_at(b, block, end)};
}

static mp_place place_of_mention(builder *b, const mp_mentions *mentions, uint32_t mention) {
    const mp_mention *found = &mentions->items[mention];
    size_t block = mentions->sentences->list[found->sentence].block;

    return place_of(b, block, mp_item_start(mentions->sentences, found->first),
                    mp_item_end(mentions->sentences, found->end - 1));
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

/* The slot of a text, or the free one where it would go. */
static mp_text *text_slot(const builder *b, mp_text text) {
    size_t mask = b->text_slots - 1, at = mp_text_hash(text) & mask;

    while (b->texts[at].bytes != NULL && !mp_text_equal(b->texts[at], text)) at = (at + 1) & mask;
    return &b->texts[at];
}

static bool enlarge_texts(builder *b) {
    enum { first_slots = 64 };
    const mp_text *before = b->texts;
    size_t slots_before = b->text_slots, slots = slots_before == 0 ? first_slots : slots_before * 2;
    mp_text *texts = MP_NEW_ARRAY(b->scratch, slots, mp_text);
    if (texts == NULL) return false;

    b->texts = texts;
    b->text_slots = slots;
    for (size_t i = 0; i < slots_before; i++)
        if (before[i].bytes != NULL) *text_slot(b, before[i]) = before[i];
    return true;
}

/* What was just written into the report, or the same that stands there already. bytes is NULL where memory ends. */
static mp_text keep_once(builder *b, mp_text written) {
    if (written.bytes == NULL) return written;
    if (b->text_count * 2 >= b->text_slots && !enlarge_texts(b)) return (mp_text){NULL, 0};
    mp_text *slot = text_slot(b, written);

    if (slot->bytes != NULL) {
        mp_arena_take_back(b->arena, written.bytes, written.length + 1);
        return *slot;
    }
    b->text_count++;
    return *slot = written;
}

static mp_text copy(builder *b, mp_text text) { return keep_once(b, mp_arena_copy(b->arena, text)); }

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

static mp_text fill(builder *b, const char *id, const mp_slot *slots, size_t count) {
    return keep_once(b, mp_rules_fill(b->rules, id, slots, count, b->arena));
}

static bool add_why(builder *b, mp_text *why, size_t *count, const char *id, const mp_slot *slots, size_t slot_count) {
    mp_text sentence = fill(b, id, slots, slot_count);

    if (sentence.bytes == NULL) return false;
    if (sentence.length > 0 && *count < most_why) why[(*count)++] = sentence;
    return true;
}

static const char *id_with(char *room, size_t size, const char *prefix, const char *name) {
    size_t length = strlen(prefix), name_length = strlen(name);
    if (length + name_length + 1 > size) name_length = size - length - 1;

    memcpy(room, prefix, length);
    memcpy(room + length, name, name_length);
    room[length + name_length] = '\0';
    return room;
}

/* ---- Findings ---------------------------------------------------------------------------------------------------- */

static bool set_speaker(builder *b, const mp_attribution *attribution, mp_speaker *speaker) {
    const mp_mentions *mentions = b->judgements->signs->attributions->references->mentions;
    const mp_model *model = mp_known_model(b->rules, attribution->reference.model);
    uint16_t maker = mp_maker_of_model(b->rules, attribution->reference.model);

    speaker->id = copy(b, model != NULL ? model->id : MP_TEXT("generic"));
    speaker->name = model != NULL ? copy(b, model->name) : fill(b, "generic-name", NULL, 0);
    speaker->maker = maker == 0 ? copy(b, MP_TEXT("")) : copy(b, b->rules->makers.items[maker - 1].name);
    speaker->has_mention = attribution->speaker != MP_NONE;
    if (speaker->has_mention) speaker->mention = place_of_mention(b, mentions, attribution->speaker);
    return speaker->id.bytes != NULL && speaker->name.bytes != NULL && speaker->maker.bytes != NULL;
}

/* NULL where memory ends. */
static void *copy_array(builder *b, const void *items, size_t count, size_t item_size) {
    void *copied = mp_arena_take_array(b->arena, count, item_size);

    if (copied != NULL && count > 0) memcpy(copied, items, count * item_size);
    return copied;
}

/* A place by its bytes, and the sentence around it: the place itself where it is a block of its own. */
static mp_signal signal_at(builder *b, int kind, size_t block, uint32_t start, uint32_t end, uint32_t sentence) {
    const mp_sentences *sentences = b->judgements->signs->attributions->references->mentions->sentences;
    uint32_t from = start, to = end;

    if (sentence != MP_NONE && sentences->list[sentence].block == block)
        mp_sentence_whole(sentences, sentence, &from, &to);
    return (mp_signal){(mp_signal_kind)kind, place_of(b, block, start, end),
                       place_of(b, block, from < start ? from : start, to > end ? to : end)};
}

static mp_signal signal_of(builder *b, const mp_judgement *judgement, int kind) {
    const mp_sign *sign = judgement->evidence[kind];
    if (sign != NULL) return signal_at(b, kind, sign->block, sign->start, sign->end, sign->sentence);
    const mp_attribution *other = judgement->attribution;
    if (judgement->other != MP_NONE) other = b->judgements->items[judgement->other].attribution;
    return signal_at(b, kind, other->block, other->start, other->end, other->sentence);
}

static bool set_signals(builder *b, const mp_judgement *judgement, mp_finding *finding) {
    mp_signal found[MP_SIGNAL_KIND_COUNT];
    size_t count = 0;

    for (int kind = 0; kind < MP_SIGNAL_KIND_COUNT; kind++)
        if (judgement->has_signal[kind]) found[count++] = signal_of(b, judgement, kind);
    finding->signal_count = count;
    finding->signals = copy_array(b, found, count, sizeof *found);
    return finding->signals != NULL;
}

static bool set_why(builder *b, const mp_judgement *judgement, mp_text cue, mp_finding *finding) {
    const mp_slot slots[] = {{"{model}", finding->speaker.name}, {"{maker}", finding->speaker.maker}, {"{cue}", cue}};
    size_t n = sizeof slots / sizeof *slots;
    mp_text why[most_why];
    char id[64];

    bool ok =
        add_why(b, why, &finding->why_count, id_with(id, sizeof id, "why-rule-", finding->rule.bytes), slots, n) &&
        add_why(b, why, &finding->why_count, id_with(id, sizeof id, "why-role-", mp_role_name(finding->role)), slots,
                n);
    for (int kind = 0; ok && kind < MP_SIGNAL_KIND_COUNT; kind++)
        if (judgement->has_signal[kind])
            ok = add_why(b, why, &finding->why_count,
                         id_with(id, sizeof id, "why-", mp_signal_name((mp_signal_kind)kind)), slots, n);
    const char *level = judgement->doubtful ? "doubtful" : mp_level_name(finding->level);
    ok = ok && add_why(b, why, &finding->why_count, id_with(id, sizeof id, "why-level-", level), slots, n);
    const char *suggestion = finding->speaker.maker.length > 0 ? "suggestion-" : "suggestion-generic-";
    finding->suggestion = fill(b, id_with(id, sizeof id, suggestion, mp_role_name(finding->role)), slots, n);
    finding->why = copy_array(b, why, finding->why_count, sizeof *why);
    return ok && finding->why != NULL && finding->suggestion.bytes != NULL;
}

static bool set_rewordings(builder *b, const mp_judgement *judgement, mp_finding *finding) {
    mp_reworded found[MP_MOST_REWORDINGS];
    if (!mp_rewordings_find(b->judgements, judgement, b->arena, found, &finding->rewording_count)) return false;
    mp_rewording *rewordings = MP_NEW_ARRAY(b->arena, finding->rewording_count, mp_rewording);

    for (size_t i = 0; rewordings != NULL && i < finding->rewording_count; i++) {
        rewordings[i] = (mp_rewording){.text = found[i].text, .edits = found[i].edits};
        if (found[i].edits) rewordings[i].place = place_of(b, found[i].block, found[i].start, found[i].end);
    }
    finding->rewordings = rewordings;
    return rewordings != NULL;
}

static bool set_words(builder *b, const mp_judgement *judgement, mp_finding *finding) {
    const mp_attribution *attribution = judgement->attribution;
    mp_text text = b->article->blocks[attribution->block].text;
    const char *rule = mp_attribution_rule_name(attribution->rule);

    finding->place = place_of(b, attribution->block, attribution->start, attribution->end);
    finding->quote = copy(b, mp_text_slice(text, attribution->start, attribution->end));
    finding->rule = copy(b, (mp_text){rule, strlen(rule)});
    return finding->quote.bytes != NULL && finding->rule.bytes != NULL;
}

static bool build_finding(builder *b, const mp_judgement *judgement, mp_finding *finding) {
    const mp_attribution *attribution = judgement->attribution;
    const mp_sentences *sentences = b->judgements->signs->attributions->references->mentions->sentences;
    mp_text cue = MP_TEXT("");

    finding->form = attribution->form;
    finding->role = judgement->role;
    finding->act = judgement->act;
    finding->level = judgement->level;
    finding->confidence = (double)judgement->confidence / 100;
    if (!set_words(b, judgement, finding) || !set_speaker(b, attribution, &finding->speaker)) return false;
    finding->has_cue = attribution->cue_end > attribution->cue_start;
    if (finding->has_cue) {
        size_t block = sentences->list[attribution->cue_sentence].block;
        finding->cue = place_of(b, block, attribution->cue_start, attribution->cue_end);
        cue = mp_text_slice(b->article->blocks[block].text, attribution->cue_start, attribution->cue_end);
    }
    return set_signals(b, judgement, finding) && set_why(b, judgement, cue, finding) &&
           set_rewordings(b, judgement, finding);
}

static bool build_findings(builder *b, mp_report *report) {
    size_t count = b->judgements == NULL ? 0 : b->judgements->count;
    mp_finding *findings = MP_NEW_ARRAY(b->arena, count, mp_finding);
    if (findings == NULL) return false;

    for (size_t i = 0; i < count; i++) {
        if (!build_finding(b, &b->judgements->items[i], &findings[i])) return false;
        report->counts[findings[i].level]++;
    }
    report->findings = findings;
    report->finding_count = count;
    return true;
}

/* ---- All quotes -------------------------------------------------------------------------------------------------- */

static bool build_quote(builder *b, const mp_attributions *all, const mp_attribution *attribution, mp_quote *quote) {
    const mp_mentions *mentions = all->references->mentions;

    quote->place = place_of(b, attribution->block, attribution->start, attribution->end);
    quote->form = attribution->form;
    quote->speaker_kind = (mp_speaker_kind)attribution->reference.kind;
    quote->has_cue = attribution->cue_end > attribution->cue_start;
    if (quote->has_cue) {
        size_t block = mentions->sentences->list[attribution->cue_sentence].block;
        quote->cue = place_of(b, block, attribution->cue_start, attribution->cue_end);
    }
    quote->has_speaker = attribution->speaker != MP_NONE;
    if (!quote->has_speaker) return true;
    const mp_mention *mention = &mentions->items[attribution->speaker];
    mp_text text = b->article->blocks[mentions->sentences->list[mention->sentence].block].text;
    quote->speaker = place_of_mention(b, mentions, attribution->speaker);
    quote->speaker_text = copy(b, mp_text_slice(text, mp_item_start(mentions->sentences, mention->first),
                                                mp_item_end(mentions->sentences, mention->end - 1)));
    return quote->speaker_text.bytes != NULL;
}

static bool build_quotes(builder *b, const mp_attributions *all, mp_report *report) {
    mp_quote *quotes = MP_NEW_ARRAY(b->arena, all->count, mp_quote);
    if (quotes == NULL) return false;

    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].listed)
            if (!build_quote(b, all, &all->items[i], &quotes[report->quote_count++])) return false;
    report->quotes = quotes;
    return true;
}

/* ---- Notes on wording -------------------------------------------------------------------------------------------- */

static bool build_note(builder *b, const mp_noted *noted, mp_note *note) {
    const mp_note_rule *rule = &b->rules->notes.items[noted->rule - 1];
    mp_text words = mp_text_slice(b->article->blocks[noted->block].text, noted->start, noted->end);
    const mp_model *model = mp_known_model(b->rules, noted->model.model);
    const mp_slot slots[] = {{"{words}", words},
                             {"{model}", model != NULL ? model->name : mp_rules_message(b->rules, "reword-generic")}};

    note->place = place_of(b, noted->block, noted->start, noted->end);
    note->words = copy(b, words);
    note->rule = copy(b, rule->id);
    note->message = mp_slots_fill(rule->message, slots, sizeof slots / sizeof *slots, b->arena);
    return note->words.bytes != NULL && note->rule.bytes != NULL && note->message.bytes != NULL;
}

static bool build_notes(builder *b, const mp_notes *all, mp_report *report) {
    mp_note *notes = MP_NEW_ARRAY(b->arena, all->items.count, mp_note);
    if (notes == NULL) return false;

    for (size_t i = 0; i < all->items.count; i++)
        if (!build_note(b, &all->items.items[i], &notes[report->note_count++])) return false;
    report->notes = notes;
    return true;
}

static bool build(builder *b, const mp_document *document, const mp_reported *reported, mp_report *report) {
    mp_text id = mp_text_valid(document->id, b->arena);

    report->id = copy(b, id);
    report->lang = copy(b, b->article->lang);
    report->version = copy(b, MP_TEXT(MP_VERSION));
    report->rules = copy(b, b->rules->label);
    if (report->id.bytes == NULL || report->lang.bytes == NULL || report->version.bytes == NULL ||
        report->rules.bytes == NULL)
        return false;
    b->checkpoints = MP_NEW_ARRAY(b->scratch, b->article->block_count, uint32_t *);
    if (b->checkpoints == NULL) return false;
    return build_findings(b, report) && (reported->quotes == NULL || build_quotes(b, reported->quotes, report)) &&
           (reported->notes == NULL || build_notes(b, reported->notes, report)) && !b->failed;
}

mp_status mp_report_build(const mp_document *document, const mp_article *article, const mp_rules *rules,
                          const mp_reported *reported, const mp_allocator *allocator, mp_report **report,
                          mp_error *error) {
    mp_arena arena, scratch;
    mp_arena_init(&arena, allocator);
    mp_arena_init(&scratch, allocator);
    owned_report *owned = MP_NEW(&arena, owned_report);
    builder b = {
        .article = article, .rules = rules, .judgements = reported->judgements, .arena = &arena, .scratch = &scratch};
    bool built = owned != NULL && build(&b, document, reported, &owned->report);

    mp_arena_free(&scratch);
    if (!built) {
        mp_arena_free(&arena);
        return mp_fail_memory(error);
    }
    owned->arena = arena;
    *report = &owned->report;
    return MP_OK;
}

void mp_report_free(mp_report *report) {
    if (report == NULL) return;
    mp_arena arena = ((owned_report *)(void *)report)->arena;
    mp_arena_free(&arena);
}
