/* lexicon.c: words and phrases, found in a table and by hashing among what was added; a phrase is a path of words. Knows
 * nothing of JSON, nor of texts. */
#include "lexicon_table.h"

#include "text.h"

#include <stdatomic.h>
#include <string.h>

struct mp_lexicon {
    const mp_lexicon_table *table;      /* may be NULL */
    _Atomic(mp_lexicon_index *) opened; /* the table's */
    mp_allocator allocator;             /* from which that comes */
    uint32_t *slots;                    /* the numbers of what was added, by hash; 0: free */
    size_t slot_count;                  /* a power of two, at least twice what was added; 0 where nothing was */
    MP_ARRAY(mp_lexicon_path) added;    /* by number, from that after the table's */
    MP_ARRAY(mp_entry) entries;         /* by number, the table's too; empty while they are the table's alone */
    MP_ARRAY(uint64_t) topics;          /* of each */
};

enum { first_slot_count = 1 << 6, most_entries = 65534 };

static bool push_entry(mp_lexicon *lexicon, mp_arena *arena, mp_entry entry, uint64_t topics) {
    return MP_PUSH(arena, &lexicon->entries, entry) && MP_PUSH(arena, &lexicon->topics, topics);
}

mp_lexicon *mp_lexicon_new(mp_arena *arena) {
    mp_lexicon *lexicon = MP_NEW(arena, mp_lexicon);

    return lexicon == NULL || !push_entry(lexicon, arena, (mp_entry){0}, 0) ? NULL : lexicon;
}

mp_lexicon *mp_lexicon_of(const mp_lexicon_table *table, mp_arena *arena) {
    mp_lexicon *lexicon = MP_NEW(arena, mp_lexicon);
    if (lexicon == NULL) return NULL;

    lexicon->table = table;
    lexicon->allocator = arena->allocator;
    return lexicon;
}

/* ---- The table ----------------------------------------------------------------------------------------------------- */

static const mp_lexicon_index *index_of(const mp_lexicon *lexicon) {
    return atomic_load_explicit(&lexicon->opened, memory_order_acquire);
}

bool mp_lexicon_open(mp_lexicon *lexicon) {
    if (lexicon->table == NULL || index_of(lexicon) != NULL) return true;
    mp_lexicon_index *fresh = mp_lexicon_index_new(lexicon->table, &lexicon->allocator), *before = NULL;

    if (fresh == NULL) return false;
    if (!atomic_compare_exchange_strong(&lexicon->opened, &before, fresh))
        mp_lexicon_index_free(fresh, &lexicon->allocator); /* another thread was quicker */
    return true;
}

void mp_lexicon_close(mp_lexicon *lexicon) {
    mp_lexicon_index_free(lexicon->opened, &lexicon->allocator);
    lexicon->opened = NULL;
}

static uint32_t table_count(const mp_lexicon *lexicon) {
    return lexicon->table == NULL ? 1 : lexicon->table->entry_count; /* the empty entry has no path */
}

bool mp_lexicon_own(mp_lexicon *lexicon, mp_arena *arena) {
    if (lexicon->entries.count > 0) return true;
    if (!mp_lexicon_open(lexicon)) return false;

    for (uint32_t i = 0; i < lexicon->table->entry_count; i++) {
        const mp_lexicon_index *index = index_of(lexicon);
        if (!push_entry(lexicon, arena, *mp_lexicon_index_entry(index, i), mp_lexicon_index_topics(index, i)))
            return false;
    }
    return true;
}

/* ---- What is added ------------------------------------------------------------------------------------------------- */

static uint32_t hash_pair(uint32_t phrase, uint32_t word) {
    uint32_t hash = phrase * 0x9E3779B1u ^ (word + 0x7F4A7C15u) * 0x85EBCA77u;

    return hash ^ hash >> 13;
}

static const mp_lexicon_path *path_at(const mp_lexicon *lexicon, uint32_t number) {
    return &lexicon->added.items[number - table_count(lexicon)];
}

static bool is_path(const mp_lexicon_path *path, const mp_lexicon_path *other) {
    return path->phrase == other->phrase && path->next == other->next &&
           (path->phrase != 0 || mp_text_equal(path->word, other->word));
}

/* The slot of a path, or the free one where it would go. */
static uint32_t *find_slot(const mp_lexicon *lexicon, const mp_lexicon_path *path) {
    size_t mask = lexicon->slot_count - 1;
    size_t at = (path->phrase == 0 ? mp_text_hash(path->word) : hash_pair(path->phrase, path->next)) & mask;

    while (lexicon->slots[at] != 0 && !is_path(path_at(lexicon, lexicon->slots[at]), path)) at = (at + 1) & mask;
    return &lexicon->slots[at];
}

static bool enlarge(mp_lexicon *lexicon, mp_arena *arena) {
    lexicon->slot_count = lexicon->slot_count == 0 ? first_slot_count : lexicon->slot_count * 2;
    lexicon->slots = MP_NEW_ARRAY(arena, lexicon->slot_count, uint32_t);
    if (lexicon->slots == NULL) return false;

    for (uint32_t i = 0; i < lexicon->added.count; i++)
        *find_slot(lexicon, &lexicon->added.items[i]) = table_count(lexicon) + i;
    return true;
}

uint32_t mp_lexicon_find(const mp_lexicon *lexicon, mp_text word) {
    const mp_lexicon_index *opened = index_of(lexicon);
    uint32_t number = opened == NULL ? 0 : mp_lexicon_index_find(opened, word);

    return number != 0 || lexicon->slot_count == 0 ? number : *find_slot(lexicon, &(mp_lexicon_path){.word = word});
}

uint32_t mp_lexicon_next(const mp_lexicon *lexicon, uint32_t phrase, uint32_t word) {
    if (phrase == 0 || word == 0) return 0;
    bool in_table = lexicon->table != NULL && phrase < lexicon->table->entry_count;
    uint32_t number = in_table ? mp_lexicon_index_next(index_of(lexicon), phrase, word) : 0;

    return number != 0 || lexicon->slot_count == 0
               ? number
               : *find_slot(lexicon, &(mp_lexicon_path){.phrase = phrase, .next = word});
}

/* The number of a path, made where there is none; 0 where that fails. */
static uint32_t extend(mp_lexicon *lexicon, mp_arena *arena, mp_lexicon_path path) {
    uint32_t known =
        path.phrase == 0 ? mp_lexicon_find(lexicon, path.word) : mp_lexicon_next(lexicon, path.phrase, path.next);
    if (known != 0) return known;
    if (lexicon->entries.count >= most_entries) return 0;
    if (lexicon->added.count * 2 >= lexicon->slot_count && !enlarge(lexicon, arena)) return 0;
    if (path.phrase == 0) path.word = mp_arena_copy(arena, path.word);
    if (path.phrase == 0 && path.word.bytes == NULL) return 0;
    uint32_t number = (uint32_t)lexicon->entries.count;
    if (!MP_PUSH(arena, &lexicon->added, path) || !push_entry(lexicon, arena, (mp_entry){0}, 0)) return 0;
    *find_slot(lexicon, &path) = number;
    if (path.phrase != 0) lexicon->entries.items[path.phrase].begins_phrase = true;
    return number;
}

mp_entry *mp_lexicon_add(mp_lexicon *lexicon, mp_arena *arena, const mp_text *words, size_t word_count) {
    uint32_t phrase = 0;
    if (!mp_lexicon_own(lexicon, arena)) return NULL;

    for (size_t i = 0; i < word_count; i++) {
        uint32_t word = extend(lexicon, arena, (mp_lexicon_path){.word = words[i]});
        if (word == 0) return NULL;
        phrase = i == 0 ? word : extend(lexicon, arena, (mp_lexicon_path){.phrase = phrase, .next = word});
        if (phrase == 0) return NULL;
    }
    return word_count == 0 ? NULL : &lexicon->entries.items[phrase];
}

/* ---- Numbers and entries ------------------------------------------------------------------------------------------- */

mp_entry *mp_lexicon_entries(mp_lexicon *lexicon, size_t *count) {
    *count = lexicon->entries.count;
    return lexicon->entries.items;
}

void mp_lexicon_add_topics(mp_lexicon *lexicon, const mp_entry *entry, uint64_t topics) {
    lexicon->topics.items[entry - lexicon->entries.items] |= topics;
}

uint64_t mp_lexicon_topics(const mp_lexicon *lexicon, uint32_t number) {
    return lexicon->entries.count > 0 ? lexicon->topics.items[number]
                                      : mp_lexicon_index_topics(index_of(lexicon), number);
}

uint32_t mp_lexicon_count(const mp_lexicon *lexicon) { return table_count(lexicon) + (uint32_t)lexicon->added.count; }

mp_lexicon_path mp_lexicon_path_of(const mp_lexicon *lexicon, uint32_t number) {
    if (number >= table_count(lexicon)) return *path_at(lexicon, number);
    return number == 0 ? (mp_lexicon_path){0} : mp_lexicon_index_path(index_of(lexicon), number);
}

const mp_entry *mp_lexicon_entry(const mp_lexicon *lexicon, uint32_t number) {
    return lexicon->entries.count > 0 ? &lexicon->entries.items[number]
                                      : mp_lexicon_index_entry(index_of(lexicon), number);
}

bool mp_entry_is_whole(const mp_entry *entry) {
    return entry->classes != 0 || entry->cue != 0 || entry->model != 0 || entry->maker != 0 || entry->answerable != 0 ||
           entry->patterns != 0;
}

mp_word_class mp_word_class_of(mp_text name) {
    static const char *const names[] = {
#define MP_WORD_CLASS(symbol, name) name,
        MP_WORD_CLASSES(MP_WORD_CLASS)
#undef MP_WORD_CLASS
    };

    for (int i = 0; i < MP_CLASS_COUNT; i++)
        if (strlen(names[i]) == name.length && memcmp(names[i], name.bytes, name.length) == 0) return (mp_word_class)i;
    return MP_CLASS_COUNT;
}
