/* words.c: the words at a place of a document. Knows blocks and offsets; nothing of sources or formats. */
#include "words.h"

#include "../text.h"

enum { stride = 1024 };

void mp_words_open(mp_words *words, const mp_document *document) {
    *words = (mp_words){.document = document, .block = SIZE_MAX, .fine = true};
    mp_arena_init(&words->arena, NULL);
}

void mp_words_close(mp_words *words) { mp_arena_free(&words->arena); }

/* Notes where each `stride` code units end, or a unit later where that is inside a surrogate pair. */
static bool mark(mp_words *words) {
    mp_word_mark here = {0, 0};

    while (here.byte < words->text.length) {
        if (here.units >= words->marks.count * stride && !MP_PUSH(&words->arena, &words->marks, here)) return false;
        mp_character character = mp_text_character(words->text, here.byte);
        here.units += character.code > 0xFFFF ? 2 : 1;
        here.byte += character.length;
    }
    return true;
}

mp_text mp_words_block(mp_words *words, size_t block) {
    if (block == words->block) return words->text;
    if (block >= words->document->block_count) return MP_TEXT("");
    const mp_document *document = words->document;

    mp_arena_free(&words->arena);
    mp_arena_init(&words->arena, NULL);
    words->marks.items = NULL;
    words->marks.count = words->marks.capacity = 0;
    words->block = block;
    words->text = mp_text_valid(document->blocks[block].text, &words->arena);
    bool memory_ended = words->text.bytes == NULL && document->blocks[block].text.length > 0;
    if (memory_ended || (words->text.bytes != NULL && !mark(words))) {
        words->text = MP_TEXT("");
        words->fine = false;
    }
    return words->text;
}

size_t mp_words_byte(mp_words *words, size_t block, size_t units) {
    mp_text text = mp_words_block(words, block);
    size_t number = units / stride;

    if (words->marks.count == 0 || block != words->block) return 0;
    if (number >= words->marks.count) number = words->marks.count - 1;
    if (number > 0 && words->marks.items[number].units > units) number--;
    mp_word_mark from = words->marks.items[number];
    return from.byte + mp_text_byte_of_utf16(mp_text_slice(text, from.byte, text.length), units - from.units);
}

mp_text mp_words_at(mp_words *words, mp_place place) {
    mp_text text = mp_words_block(words, place.block);
    size_t from = mp_words_byte(words, place.block, place.start), to = mp_words_byte(words, place.block, place.end);

    return mp_text_slice(text, from, to < from ? from : to);
}
