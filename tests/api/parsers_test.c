/* parsers_test.c: both HTML parsers give the same document, for every saved page of the shared folder and for small pages
 * with faults that HTML says how to mend. Without the folder only a notice is left for the saved ones; where the build has
 * one parser only, there is nothing to compare. Knows the parsers' streams and page.h. */
#include "support.h"

#include "html/encoding.h"
#include "html/html_parse.h"

#include <dirent.h>
#include <stdlib.h>
#include <zlib.h>

typedef mp_status (*parser)(mp_text html, mp_html_stream *stream, mp_error *error);

static mp_page read_with(parser parse, mp_text html, mp_html_stream *stream) {
    mp_page_options options = {.anyway = true};
    mp_page page;

    assert_int_equal(parse(html, stream, NULL), MP_OK);
    assert_int_equal(mp_html_show_shadows(stream, NULL), MP_OK);
    assert_int_equal(mp_page_read(stream->nodes.items, stream->nodes.count, MP_TEXT(""), &options, NULL, &page, NULL),
                     MP_OK);
    return page;
}

static bool is_white(mp_text text) {
    for (size_t i = 0; i < text.length; i++)
        if (strchr(" \t\r\n\f", text.bytes[i]) == NULL) return false;
    return true;
}

/* The next text that is no white space, from *at on; NULL at the end. */
static const mp_html_text *next_text(const mp_html_stream *stream, size_t *at) {
    while (*at < stream->texts.count && is_white(stream->texts.items[*at].text)) ++*at;
    return *at < stream->texts.count ? &stream->texts.items[(*at)++] : NULL;
}

/* Whether each text begins at the same byte of the page for both, a line end aside that is none of the text. What stands in
 * a table and in none of its cells, which HTML moves, lexbor may give without a place. */
static bool same_places(const mp_html_stream *a, const mp_html_stream *b, mp_text html) {
    size_t at = 0, beside = 0;

    for (;;) {
        const mp_html_text *one = next_text(a, &at), *other = next_text(b, &beside);
        if (one == NULL || other == NULL) return one == other;
        if (one->start == html.length || one->start == other->start) continue;
        if (one->start + 1 != other->start || strchr("\r\n", html.bytes[one->start]) == NULL) return false;
    }
}

static bool same_text(mp_text a, mp_text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static bool same_block(const mp_block *a, const mp_block *b) {
    if (a->kind != b->kind || !same_text(a->text, b->text) || a->link_count != b->link_count) return false;
    for (size_t i = 0; i < a->link_count; i++)
        if (a->links[i].start != b->links[i].start || a->links[i].end != b->links[i].end ||
            !same_text(a->links[i].href, b->links[i].href))
            return false;
    return true;
}

static bool same_page(const mp_page *a, const mp_page *b) {
    if (a->article != b->article || a->document.block_count != b->document.block_count) return false;
    if (!same_text(a->document.lang, b->document.lang)) return false;
    for (size_t i = 0; i < a->document.block_count; i++)
        if (!same_block(&a->document.blocks[i], &b->document.blocks[i])) return false;
    return true;
}

static bool gives_same(mp_text html, const char *name) {
    mp_arena arena;

    mp_arena_init(&arena, NULL);
    mp_html_stream lexbor = {.arena = &arena}, gumbo = {.arena = &arena};
    mp_page one = read_with(mp_html_parse_lexbor, html, &lexbor);
    mp_page other = read_with(mp_html_parse_gumbo, html, &gumbo);
    bool same = same_page(&one, &other) && same_places(&lexbor, &gumbo, html);
    if (!same) print_error("%s: the parsers differ\n", name);
    mp_page_free(&one);
    mp_page_free(&other);
    mp_arena_free(&arena);
    return same;
}

static void small_pages_with_faults(void **state) {
    static const char *const pages[] = {
        "",
        "text",
        "<p>one<p>two<div>three</p>four",
        "<table>lost<tr><td>kept</table>",
        "<b><p>bold</b> not</p>",
        "<a href=/1>one<a href=/2>two</a>",
        "<ul><li>a<li>b<ul><li>c</ul></ul>",
        "<dl><dt>a<dd>b<dt>c</dl>",
        "<select><option>a<option>b</select>after",
        "<svg><title>no</title><p>out</svg>in",
        "<math><mi>x</math>y",
        "<template><p>no</template><p>yes",
        "<div><template shadowrootmode=closed><p>one<slot><p>no</slot></template><p>two</div><p>three",
        "<x-y><template shadowrootmode=open><z-w><template shadowrootmode=open><p><slot>",
        "<math><template shadowrootmode=open><mi>x</mi></template></math>y",
        "<svg><template shadowrootmode=open><p>x</template></svg>y",
        "<math><annotation-xml><template shadowrootmode=open><mi>x</mi></template>z</annotation-xml></math>y",
        "<noscript><p>no</noscript><p>yes",
        "<head><noscript><p>early</noscript><title>t</title></head><p>yes",
        "<script>if (a < b) '<p>'</script><p>yes",
        "<script type='application/ld+json'>{\"@type\": \"Article\"}</script><h1>A</h1>",
        "<!-- <p>no --><p>yes<!--",
        "<p>&amp; &eacute; &notit; &#x80; &#0; &#xD800; &#65",
        "<p>a\0b</p>",
        "<P CLASS=A Class=B>twice</P>",
        "<my-paper>own<my-part>names</my-part></my-paper>",
        "<textarea>\n<p>raw</textarea>",
        "<pre>\nfirst\r\nsecond</pre>",
        "<frameset><frame></frameset><noframes>n</noframes>",
        "<body><p>x</body><p>late</html><p>later",
        "<p><b><i><u>a</p><p>b</p>",
        "<form><form><input></form>a</form>",
        "<h1>a<h2>b</h1>c",
        "<button>a<button>b",
        "<ruby>\xE6\xBC\xA2<rp>(<rt>kan<rp>)</ruby>",
        "<![CDATA[no]]><p>yes",
        "<image alt=a><p>b",
        "<a><div>a<a>b",
        "<plaintext><p>raw",
    };

    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) assert_true(gives_same(text_of(pages[i]), pages[i]));
}

/* The file's bytes, unpacked where they are packed. */
static mp_text bytes_of(const char *path, mp_arena *arena) {
    gzFile file = gzopen(path, "rb");
    size_t room = (size_t)8 << 20;
    char *bytes = mp_arena_take(arena, room);

    assert_non_null(file);
    assert_non_null(bytes);
    int length = gzread(file, bytes, (unsigned)room);
    gzclose(file);
    assert_in_range(length, 1, room - 1);
    return (mp_text){bytes, (size_t)length};
}

/* Control characters from U+0080 on, which gumbo replaces where HTML keeps them, as question marks. */
static mp_text without_controls(mp_text html, mp_arena *arena) {
    char *bytes = mp_arena_take(arena, html.length + 1);

    assert_non_null(bytes);
    for (size_t i = 0; i < html.length; i++) {
        bool is_control = i > 0 && (unsigned char)html.bytes[i - 1] == 0xC2 && (unsigned char)html.bytes[i] < 0xA0;
        bytes[i] = html.bytes[i];
        if (is_control) memcpy(bytes + i - 1, "??", 2);
    }
    return (mp_text){bytes, html.length};
}

static bool saved_page_gives_same(const char *folder, const char *name) {
    char path[4096], encoding[MP_ENCODING_ROOM];
    mp_arena arena;
    mp_text html;

    mp_arena_init(&arena, NULL);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    mp_text bytes = bytes_of(path, &arena);
    mp_encoding_of(bytes, MP_TEXT(""), encoding);
    assert_int_equal(mp_encoding_decode(bytes, encoding, &arena, &html, NULL), MP_OK);
    bool same = gives_same(without_controls(html, &arena), name);
    mp_arena_free(&arena);
    return same;
}

static void every_saved_page(void **state) {
    const char *shared = getenv("MOUTHPIECE_SHARED");
    char folder[2048];
    size_t count = 0, different = 0;

    (void)state;
    snprintf(folder, sizeof folder, "%s/pages", shared == NULL ? MOUTHPIECE_TESTS "/../../shared" : shared);
    DIR *pages = opendir(folder);
    if (pages == NULL) {
        print_message("NOTICE: %s is not there: the parsers were not compared on saved pages\n", folder);
        return;
    }
    for (const struct dirent *entry = readdir(pages); entry != NULL; entry = readdir(pages)) {
        if (strstr(entry->d_name, ".html") == NULL) continue;
        count++;
        different += saved_page_gives_same(folder, entry->d_name) ? 0 : 1;
    }
    closedir(pages);
    print_message("%zu of %zu saved pages give the same document with both parsers\n", count - different, count);
    assert_true(count > 100);
    assert_int_equal(different, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_pages_with_faults),
        cmocka_unit_test(every_saved_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
