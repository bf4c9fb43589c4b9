/* support.h: what the tests of the C API share: an allocator that counts and fails at will, and short ways to documents
 * and engines. Knows the public headers and cJSON's hooks. */
#ifndef TESTS_API_SUPPORT_H
#define TESTS_API_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants the four above before it. */
#include <cmocka.h>

#include <cJSON.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html/page.h"
#include "mouthpiece.h"

/* Counts allocations, by the core's allocator and by cJSON alike, and fails one of them, or all from one on. */
typedef struct counted_memory {
    size_t calls;   /* allocations asked for so far */
    size_t fail_at; /* the first that fails, from 1; 0: none */
    bool fail_on;   /* all later ones fail too */
    long live;      /* allocations not yet released */
} counted_memory;

/* One for the program: cJSON's hooks have no context. */
static counted_memory memory;

static inline bool fails_now(void) {
    memory.calls++;
    if (memory.fail_at == 0) return false;
    return memory.fail_on ? memory.calls >= memory.fail_at : memory.calls == memory.fail_at;
}

static inline void *counted_reallocate(void *context, void *old, size_t size) {
    (void)context;
    if (fails_now()) {
        errno = ENOMEM;
        return NULL;
    }
    void *made = realloc(old, size == 0 ? 1 : size);
    if (made != NULL && old == NULL) memory.live++;
    return made;
}

static inline void counted_release(void *context, void *old) {
    (void)context;
    if (old != NULL) memory.live--;
    free(old);
}

static inline void *counted_malloc(size_t size) { return counted_reallocate(NULL, NULL, size); }

static inline void counted_free(void *old) { counted_release(NULL, old); }

static const mp_allocator counted_allocator = {counted_reallocate, counted_release, NULL};

static inline void count_json_memory(void) {
    cJSON_Hooks hooks = {counted_malloc, counted_free};
    cJSON_InitHooks(&hooks);
}

static inline mp_text text_of(const char *string) { return (mp_text){string, strlen(string)}; }

/* An engine of the shipped rules. */
static inline mp_engine *shipped_engine(const mp_allocator *allocator) {
    mp_options options = MP_OPTIONS_DEFAULT;
    mp_engine *engine = NULL;
    mp_error error = {0};
    options.allocator = allocator;
    mp_status status = mp_engine_new(&options, &engine, &error);
    if (status != MP_OK) print_error("mp_engine_new: %s\n", error.message);
    assert_int_equal(status, MP_OK);
    return engine;
}

/* A page that makes every step work: all forms, a maker, signals, people, links. */
static const mp_link telling_links[] = {{0, 4, {"https://x.com/grok", 18}}, {2, 3, {"https://example.org/", 20}}};
static const mp_block telling_blocks[] = {
    {MP_BLOCK_HEADLINE, MP_TEXT("Grok apologises for posts about the flood"), NULL, 0},
    {MP_BLOCK_BYLINE, MP_TEXT("By Ana Ruiz"), NULL, 0},
    {MP_BLOCK_PARAGRAPH,
     MP_TEXT("Grok, the chatbot of Elon Musk\xE2\x80\x99s xAI, said on Tuesday that it regretted the posts. "
             "\xE2\x80\x9CI am deeply sorry,\xE2\x80\x9D the chatbot wrote. \xE2\x80\x9CIt will not happen "
             "again.\xE2\x80\x9D"),
     telling_links, 2},
    {MP_BLOCK_PARAGRAPH,
     MP_TEXT("A user had asked it to \"write a heartfelt apology\". xAI did not respond to a request for comment."),
     NULL, 0},
    {MP_BLOCK_BLOCKQUOTE, MP_TEXT("We are fixing it urgently. \xF0\x9F\x99\x8F"), NULL, 0},
    {MP_BLOCK_PARAGRAPH,
     MP_TEXT("\"A machine cannot be sorry,\" said Maria Lopez, a professor of law. According to ChatGPT, "
             "the flood was the worst since 1953. Grok denied wrongdoing."),
     NULL, 0},
};
static const mp_document telling_document = {
    .id = {"telling", 7}, .lang = {"en", 2}, .blocks = telling_blocks, .block_count = 6};

#endif
