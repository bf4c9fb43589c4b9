/* page_test.c: the judgement of pages: text as it is read, where it stands, which pages are articles, and what no page may
 * do. Knows page.h; streams of nodes are written here, or parsed from HTML. Kinds are page_kinds_test.c's. */
#include "page_support.h"

#include "html/page_parts.h"

enum { most_nodes = 400 };

/* ---- Streams ----------------------------------------------------------------------------------------------------- */

typedef struct stream {
    mp_node nodes[most_nodes];
    size_t count;
    uint32_t texts;
} stream;

static void open_element(stream *stream, const char *name) {
    assert_true(stream->count + 1 < most_nodes);
    stream->nodes[stream->count++] = (mp_node){.kind = MP_NODE_OPEN, .name = text_of(name)};
}

static void text(stream *stream, const char *string) {
    stream->nodes[stream->count++] =
        (mp_node){.kind = MP_NODE_TEXT, .text = text_of(string), .source = stream->texts++};
}

static void close_element(stream *stream) { stream->nodes[stream->count++] = (mp_node){.kind = MP_NODE_CLOSE}; }

static void element(stream *stream, const char *name, const char *string) {
    open_element(stream, name);
    text(stream, string);
    close_element(stream);
}

static mp_page read_stream(const stream *stream) {
    mp_page_options options = {.anyway = true};
    mp_page page;

    assert_int_equal(mp_page_read(stream->nodes, stream->count, MP_TEXT(""), &options, NULL, &page, NULL), MP_OK);
    return page;
}

static void expect_passage(const char *inside, const char *expected) {
    char html[4096], wanted[4096];

    snprintf(html, sizeof html, "<h1>Council puts it off</h1><p>" PROSE "</p><p>%s</p><p>" PROSE "</p>", inside);
    snprintf(wanted, sizeof wanted,
             "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: %s\nparagraph: " PROSE "\n", expected);
    expect(read_html(html, true), wanted);
}

/* ---- Text as it is read ------------------------------------------------------------------------------------------ */

static void white_space_is_as_css_leaves_it(void **state) {
    (void)state;
    expect_passage("  Grok \n\t said <i> it</i> was  <b>sorry</b> .  ", "Grok said it was sorry .");
    expect_passage("a<span> </span>b<span>c</span>", "a bc");
}

static void inline_markup_joins(void **state) {
    (void)state;
    expect_passage("<b>Gr</b>ok has <a href=x>apolo<em>gised</em></a> to nobody.", "Grok has apologised to nobody.");
}

static void line_breaks_stay_as_line_feeds(void **state) {
    (void)state;
    expect_passage("User: hello<br>Grok: <br/> hi<br>", "User: hello|Grok:|hi");
}

static void two_line_breaks_part_paragraphs(void **state) {
    (void)state;
    expect_passage("First.<br><br>Second.<br>\n<br>Third.", "First.\nparagraph: Second.\nparagraph: Third.");
}

static void what_has_no_width_is_left_out(void **state) {
    (void)state;
    expect_passage("G&shy;ro&#x200B;k\xE2\x81\xA0 an\xE2\x80\x8E\xE2\x80\x8C"
                   "d &#xFEFF;on",
                   "Grok and on");
}

static void joiners_stay_where_a_script_needs_them(void **state) {
    (void)state;
    expect_passage("\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4\xD9\x88\xD8\xAF",
                   "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB4\xD9\x88\xD8\xAF");
}

static void no_break_spaces_go_at_the_ends_only(void **state) {
    (void)state;
    expect_passage("&nbsp; 5&nbsp;km &nbsp;", "5\xC2\xA0km");
}

static void what_is_hidden_is_not_read(void **state) {
    (void)state;
    expect_passage("seen<span hidden> a</span><span style='color: red; DISPLAY : none'> b</span>"
                   "<span style=visibility:hidden> c</span><span class='visually-hidden'> d</span><script> e</script>"
                   "<style> f</style><noscript> g</noscript><template> h</template><svg><text> i</text></svg>",
                   "seen");
}

static void what_the_walker_calls_hidden_is_not_read(void **state) {
    stream *page = calloc(1, sizeof *page);

    (void)state;
    assert_non_null(page);
    open_element(page, "div");
    element(page, "p", PROSE);
    open_element(page, "p");
    page->nodes[page->count - 1].hidden = true;
    element(page, "span", PROSE);
    close_element(page);
    close_element(page);
    expect(read_stream(page), "paragraph: " PROSE "\n");
    free(page);
}

static void ill_formed_bytes_come_as_one_replacement_each(void **state) {
    stream *page = calloc(1, sizeof *page);

    (void)state;
    assert_non_null(page);
    element(page, "p", PROSE " \xC3(\xE2\x82 \xFF\xFF");
    expect(read_stream(page), "paragraph: " PROSE " \xEF\xBF\xBD(\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\n");
    free(page);
}

/* ---- Articles ---------------------------------------------------------------------------------------------------- */

#define BODY "<h1>Council puts the matter of the bridge off again</h1><p>" PROSE "</p><p>" PROSE "</p><p>" PROSE "</p>"

static void an_article_is_known(void **state) {
    mp_page page = read_html("<meta property=og:type content=article>" BODY, false);

    (void)state;
    assert_true(page.article);
    assert_int_equal(page.document.block_count, 4);
    mp_page_free(&page);
}

static void other_pages_give_no_document_but_on_demand(void **state) {
    static const char shop[] = "<script type=application/ld+json>{\"@type\": \"Product\"}</script>"
                               "<meta property=og:type content=product><h1>Kettle</h1><p>" PROSE "</p><p>" PROSE "</p>";
    mp_page page = read_html(shop, false);

    (void)state;
    assert_false(page.article);
    assert_int_equal(page.document.block_count, 0);
    assert_int_equal(page.segment_count, 0);
    mp_page_free(&page);
    expect(read_html(shop, true), "headline: Kettle\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void an_empty_page_is_no_article(void **state) {
    mp_page page;

    (void)state;
    assert_int_equal(mp_page_read(NULL, 0, MP_TEXT(""), NULL, NULL, &page, NULL), MP_OK);
    assert_false(page.article);
    mp_page_free(&page);
    expect(read_html("", true), "");
}

/* ---- Places ------------------------------------------------------------------------------------------------------ */

/* A text's `length` UTF-16 code units from `start`. */
static mp_text units_of(mp_text text, size_t start, size_t length) {
    size_t at = 0, units = 0, from = 0;

    while (at < text.length && units < start + length) {
        if (units == start) from = at;
        unsigned char lead = (unsigned char)text.bytes[at];
        units += lead >= 0xF0 ? 2 : 1;
        at += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    }
    assert_int_equal(units, start + length);
    return (mp_text){text.bytes + from, at - from};
}

/* Every run stands in its node as it stands in its block; runs are in order and do not overlap. */
static void expect_places(const mp_page *page, const stream *stream) {
    mp_text texts[most_nodes];
    size_t count = 0, block = 0, end = 0;

    for (size_t i = 0; i < stream->count; i++)
        if (stream->nodes[i].kind == MP_NODE_TEXT) texts[count++] = stream->nodes[i].text;
    assert_true(page->segment_count > 0);
    for (size_t i = 0; i < page->segment_count; i++) {
        const mp_segment *segment = &page->segments[i];
        assert_true(segment->block < page->document.block_count && segment->source < count && segment->length > 0);
        if (segment->block != block) end = 0;
        assert_true(segment->block >= block && segment->start >= end);
        block = segment->block;
        end = segment->start + segment->length;
        mp_text here = units_of(page->document.blocks[block].text, segment->start, segment->length);
        mp_text there = units_of(texts[segment->source], segment->source_start, segment->length);
        assert_int_equal(here.length, there.length);
        assert_memory_equal(here.bytes, there.bytes, here.length);
    }
}

static void every_run_leads_back_to_its_node(void **state) {
    stream *page = calloc(1, sizeof *page);

    (void)state;
    assert_non_null(page);
    open_element(page, "article");
    element(page, "h1",
            "\n  \xF0\x9F\x98\x80 Gr\xC2\xAD"
            "ok  says   \xE2\x80\x9Csorry\xE2\x80\x9D ");
    open_element(page, "p");
    text(page, "  \xF0\x9F\x91\x8D" PROSE " ");
    open_element(page, "b");
    text(page, "\xE2\x80\x8BGr");
    close_element(page);
    text(page, "ok\n said\xC2\xA0\xC2\xA0");
    open_element(page, "br");
    close_element(page);
    text(page, " more \t ");
    open_element(page, "i");
    text(page, " still ");
    close_element(page);
    text(page, "\xC2\xA0 ");
    close_element(page);
    element(page, "p", PROSE PROSE);
    close_element(page);
    mp_page read = read_stream(page);
    expect_places(&read, page);
    mp_block block = read.document.blocks[1];
    assert_int_equal(block.text.length, strlen("\xF0\x9F\x91\x8D" PROSE " Grok said\xC2\xA0\xC2\xA0\nmore still"));
    mp_page_free(&read);
    free(page);
}

static void links_keep_place_and_address(void **state) {
    mp_page page = read_html("<h1>Council puts it off</h1><p>" PROSE " \xF0\x9F\x98\x80 "
                             "<a href='/a?b&amp;c'> the <b>bot</b> </a><a href=#d>here</a></p>",
                             true);
    const mp_block *block = &page.document.blocks[1];
    size_t start = strlen(PROSE) + 4;

    (void)state;
    assert_int_equal(block->link_count, 2);
    assert_int_equal(block->links[0].start, start);
    assert_int_equal(block->links[0].end, start + 7);
    assert_memory_equal(block->links[0].href.bytes, "/a?b&c", 6);
    assert_int_equal(block->links[1].start, start + 8);
    assert_int_equal(block->links[1].end, start + 12);
    mp_page_free(&page);
}

/* ---- Hostile pages ----------------------------------------------------------------------------------------------- */

static mp_node *many_nodes(size_t count) {
    mp_node *nodes = calloc(count, sizeof *nodes);

    assert_non_null(nodes);
    return nodes;
}

static void elements_may_nest_without_end(void **state) {
    static const char *const names[] = {"div", "b", "blockquote", "a", "li", "article"};
    static const size_t depth = 100000;
    mp_node *nodes = many_nodes(2 * depth);
    mp_page_options options = {.anyway = true};

    (void)state;
    for (size_t name = 0; name < sizeof names / sizeof names[0]; name++) {
        mp_page page;
        for (size_t i = 0; i < depth; i++) {
            nodes[2 * i] = (mp_node){.kind = MP_NODE_OPEN, .name = text_of(names[name])};
            nodes[2 * i + 1] = (mp_node){.kind = MP_NODE_TEXT, .text = text_of(PROSE), .source = (uint32_t)i};
        }
        assert_int_equal(mp_page_read(nodes, 2 * depth, MP_TEXT(""), &options, NULL, &page, NULL), MP_OK);
        assert_true(page.document.block_count > 0);
        mp_page_free(&page);
    }
    free(nodes);
}

static void a_hundred_thousand_paragraphs_are_read(void **state) {
    static const size_t count = 100000;
    mp_node *nodes = many_nodes(3 * count);
    mp_page page;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        nodes[3 * i] = (mp_node){.kind = MP_NODE_OPEN, .name = MP_TEXT("p")};
        nodes[3 * i + 1] = (mp_node){.kind = MP_NODE_TEXT, .text = text_of(PROSE), .source = (uint32_t)i};
        nodes[3 * i + 2] = (mp_node){.kind = MP_NODE_CLOSE};
    }
    mp_page_options options = {.anyway = true};
    assert_int_equal(mp_page_read(nodes, 3 * count, MP_TEXT(""), &options, NULL, &page, NULL), MP_OK);
    /* The first element is the root, and here it is a paragraph of its own. */
    assert_true(page.document.block_count >= 1);
    mp_page_free(&page);
    free(nodes);
}

/* Found by fuzzing: the item's list was looked up without there being one. */
static void an_item_may_stand_without_a_list(void **state) {
    stream *page = calloc(1, sizeof *page);

    (void)state;
    assert_non_null(page);
    open_element(page, "li");
    text(page, PROSE);
    mp_page read = read_stream(page);
    mp_page_free(&read);
    free(page);
}

static void closes_without_an_open_are_passed_over(void **state) {
    stream *page = calloc(1, sizeof *page);

    (void)state;
    assert_non_null(page);
    close_element(page);
    text(page, "lost");
    element(page, "p", PROSE);
    close_element(page);
    close_element(page);
    expect(read_stream(page), "paragraph: " PROSE "\n");
    free(page);
}

static void html_that_nests_without_end_is_refused_at_once(void **state) {
    static const size_t depth = 100000;
    static const char *const tags[] = {"<div>", "<ul><li>", "<b id=x>", "<table>", "<p><i>"};

    (void)state;
    for (size_t tag = 0; tag < sizeof tags / sizeof tags[0]; tag++) {
        size_t length = strlen(tags[tag]);
        char *html = malloc(length * depth);
        mp_page page;
        mp_error error;
        assert_non_null(html);
        for (size_t i = 0; i < depth; i++) memcpy(html + i * length, tags[tag], length);
        assert_int_equal(mp_html_read((mp_text){html, length * depth}, MP_TEXT(""), NULL, NULL, &page, &error),
                         MP_ERROR_LIMIT);
        free(html);
    }
}

static void formatting_that_multiplies_is_refused(void **state) {
    static const size_t count = 4000;
    char *html = malloc(count * 32);
    size_t length = 0;
    mp_page page;

    (void)state;
    assert_non_null(html);
    /* Each paragraph opens all the formatting elements anew: 16 million elements out of 100 kB. */
    length += (size_t)sprintf(html, "<p>");
    for (size_t i = 0; i < count; i++) length += (size_t)sprintf(html + length, "<b id=%zu>", i);
    for (size_t i = 0; i < count; i++) length += (size_t)sprintf(html + length, "<p>x");
    assert_int_equal(mp_html_read((mp_text){html, length}, MP_TEXT(""), NULL, NULL, &page, NULL), MP_ERROR_LIMIT);
    free(html);
}

static mp_status read_with_counted_memory(void) {
    static const char html[] =
        "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"A\"}</script>"
        "<article>" BODY "<p>An <a href=/x>end</a>.</p></article>";
    mp_page page;
    mp_error error = {0};
    mp_status status =
        mp_html_read(text_of(html), MP_TEXT("https://example.org/news/a"), NULL, &counted_allocator, &page, &error);

    if (status == MP_OK) {
        assert_int_equal(page.document.block_count, 5);
        mp_page_free(&page);
    } else {
        assert_int_equal(error.status, status);
        assert_true(error.message[0] != '\0');
        assert_null(page.memory);
    }
    return status;
}

static void every_failed_allocation_is_an_error_and_leaks_nothing(void **state) {
    (void)state;
    count_json_memory();
    memory = (counted_memory){0};
    assert_int_equal(read_with_counted_memory(), MP_OK);
    size_t calls = memory.calls;
    assert_true(calls > 3);
    for (size_t i = 1; i <= calls; i++) {
        memory = (counted_memory){.fail_at = i};
        assert_int_equal(read_with_counted_memory(), MP_ERROR_MEMORY);
        assert_int_equal(memory.live, 0);
    }
}

static void the_tables_of_words_are_sorted(void **state) {
    (void)state;
    assert_true(mp_page_words_sorted());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_as_css_leaves_it),
        cmocka_unit_test(inline_markup_joins),
        cmocka_unit_test(line_breaks_stay_as_line_feeds),
        cmocka_unit_test(two_line_breaks_part_paragraphs),
        cmocka_unit_test(what_has_no_width_is_left_out),
        cmocka_unit_test(joiners_stay_where_a_script_needs_them),
        cmocka_unit_test(no_break_spaces_go_at_the_ends_only),
        cmocka_unit_test(what_is_hidden_is_not_read),
        cmocka_unit_test(what_the_walker_calls_hidden_is_not_read),
        cmocka_unit_test(ill_formed_bytes_come_as_one_replacement_each),
        cmocka_unit_test(an_article_is_known),
        cmocka_unit_test(other_pages_give_no_document_but_on_demand),
        cmocka_unit_test(an_empty_page_is_no_article),
        cmocka_unit_test(every_run_leads_back_to_its_node),
        cmocka_unit_test(links_keep_place_and_address),
        cmocka_unit_test(elements_may_nest_without_end),
        cmocka_unit_test(a_hundred_thousand_paragraphs_are_read),
        cmocka_unit_test(an_item_may_stand_without_a_list),
        cmocka_unit_test(closes_without_an_open_are_passed_over),
        cmocka_unit_test(html_that_nests_without_end_is_refused_at_once),
        cmocka_unit_test(formatting_that_multiplies_is_refused),
        cmocka_unit_test(every_failed_allocation_is_an_error_and_leaks_nothing),
        cmocka_unit_test(the_tables_of_words_are_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
