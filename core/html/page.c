/* page.c: a stream of nodes becomes a document: the steps in a row, and the document made from what they chose. Knows the
 * steps; judges nothing itself. */
#include "page.h"

#include "../status.h"
#include "page_parts.h"

#include <string.h>

/* Everything that a page owns, in the arena that it lies in. */
typedef struct page_memory {
    mp_arena arena;
} page_memory;

static size_t count_kept(const mp_page_tree *tree) {
    size_t count = 0;

    for (size_t i = 0; i < tree->passages.count; i++) count += tree->passages.items[i].kept ? 1 : 0;
    return count;
}

/* The passage's links that have text, with addresses of their own. */
static mp_status give_links(const mp_page_tree *tree, const mp_passage *passage, mp_block *block, mp_error *error) {
    if (passage->link_count == 0) return MP_OK;
    const mp_link *from = tree->links.items + passage->first_link;
    mp_link *links = MP_NEW_ARRAY(tree->arena, passage->link_count, mp_link);
    if (links == NULL) return mp_fail_memory(error);

    for (size_t i = 0; i < passage->link_count; i++) {
        mp_text href = mp_arena_copy(tree->arena, from[i].href);
        if (href.bytes == NULL) return mp_fail_memory(error);
        if (from[i].start < from[i].end) links[block->link_count++] = (mp_link){from[i].start, from[i].end, href};
    }
    block->links = block->link_count == 0 ? NULL : links;
    return MP_OK;
}

static mp_status give_blocks(const mp_page_tree *tree, mp_page *page, mp_error *error) {
    size_t count = count_kept(tree), block_count = 0, segment_count = 0;
    mp_block *blocks = MP_NEW_ARRAY(tree->arena, count, mp_block);
    mp_segment *segments = MP_NEW_ARRAY(tree->arena, tree->segments.count, mp_segment);
    if (blocks == NULL || segments == NULL) return mp_fail_memory(error);

    for (size_t i = 0; i < tree->passages.count; i++) {
        const mp_passage *passage = &tree->passages.items[i];
        if (!passage->kept) continue;
        mp_block *block = &blocks[block_count];
        block->kind = passage->kind;
        block->text = (mp_text){tree->text.items + passage->start, passage->length};
        MP_TRY(give_links(tree, passage, block, error));
        for (size_t j = 0; j < passage->segment_count; j++) {
            segments[segment_count] = tree->segments.items[passage->first_segment + j];
            segments[segment_count++].block = block_count;
        }
        block_count++;
    }
    page->document.blocks = blocks;
    page->document.block_count = block_count;
    page->segments = segments;
    page->segment_count = segment_count;
    return MP_OK;
}

static mp_status judge(mp_arena *arena, const mp_node *nodes, size_t node_count, mp_text url, mp_page_options options,
                       mp_page *page, mp_error *error) {
    mp_page_tree tree = {.arena = arena};
    mp_witness witness = {.published = false};

    MP_TRY(mp_page_tree_read(nodes, node_count, &tree, &witness, error));
    mp_page_weigh(&tree);
    size_t headline = mp_page_headline(&tree, &witness);
    uint32_t region = mp_page_region(&tree, headline);
    page->article = mp_page_is_article(&tree, &witness, url, headline, region);
    page->document.url = mp_arena_copy(arena, url);
    page->document.lang = mp_arena_copy(arena, witness.lang);
    if (page->document.url.bytes == NULL || page->document.lang.bytes == NULL) return mp_fail_memory(error);
    if (options.chosen) {
        mp_page_choose_all(&tree, headline);
        return give_blocks(&tree, page, error);
    }
    if (region == MP_NO_ELEMENT || (!page->article && !options.anyway)) return MP_OK;
    (page->article ? mp_page_choose : mp_page_choose_anyway)(&tree, &witness, headline, region);
    return give_blocks(&tree, page, error);
}

mp_status mp_page_read(const mp_node *nodes, size_t node_count, mp_text url, const mp_page_options *options,
                       const mp_allocator *allocator, mp_page *page, mp_error *error) {
    mp_arena arena;
    const mp_page_options asked = options == NULL ? (mp_page_options){.anyway = false} : *options;

    *page = (mp_page){.article = false};
    mp_arena_init(&arena, allocator);
    page_memory *memory = MP_NEW(&arena, page_memory);
    mp_status status =
        memory == NULL ? mp_fail_memory(error) : judge(&arena, nodes, node_count, url, asked, page, error);
    if (status != MP_OK) {
        mp_arena_free(&arena);
        *page = (mp_page){.article = false};
        return status;
    }
    memory->arena = arena;
    page->memory = memory;
    return MP_OK;
}

void mp_page_free(mp_page *page) {
    if (page == NULL || page->memory == NULL) return;
    mp_arena arena = ((page_memory *)page->memory)->arena;

    mp_arena_free(&arena);
    *page = (mp_page){.article = false};
}
