/* page_kinds_test.c: of what kind the parts of a page are, and which are dropped. Knows page.h; pages are HTML. */
#include "page_support.h"

/* ---- Kinds ------------------------------------------------------------------------------------------------------- */

static void each_kind_is_known(void **state) {
    (void)state;
    expect(read_html("<article><h1>Council puts it off</h1>"
                     "<p class=standfirst>Nobody knows when it will be settled, or by whom.</p>"
                     "<div class=byline>By Ana Ruiz</div>"
                     "<p>" PROSE "</p><h2>What comes now</h2><p>" PROSE "</p>"
                     "<blockquote><p>It is what it is.</p><p>And so on.</p></blockquote>"
                     "<ul><li>The first of the points that were put off</li>"
                     "<li>The second of the points that were put off</li></ul>"
                     "<figure><img src=x><figcaption>The town hall on Monday</figcaption></figure>"
                     "<p>" PROSE "</p></article>",
                     true),
           "headline: Council puts it off\ndek: Nobody knows when it will be settled, or by whom.\n"
           "byline: By Ana Ruiz\nparagraph: " PROSE "\nsubhead: What comes now\nparagraph: " PROSE "\n"
           "blockquote: It is what it is.\nblockquote: And so on.\n"
           "listitem: The first of the points that were put off\nlistitem: The second of the points that were put off\n"
           "caption: The town hall on Monday\nparagraph: " PROSE "\n");
}

static void an_embedded_post_is_one_block(void **state) {
    static const char *const names[] = {"twitter-tweet", "instagram-media", "tiktok-embed",
                                        "bluesky-embed", "text-post-media", "mastodon-embed"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char html[2048];
        snprintf(html, sizeof html,
                 "<h1>Council puts it off</h1><p>" PROSE "</p><blockquote class='%s'><p>We are sorry.<br>Very.</p>"
                 "&mdash; Grok (@grok) <a href=https://x.com/grok/status/1>March 1, 2026</a></blockquote><p>" PROSE
                 "</p>",
                 names[i]);
        expect(read_html(html, true),
               "headline: Council puts it off\nparagraph: " PROSE "\n"
               "embed: We are sorry.|Very.|\xE2\x80\x94 Grok (@grok) March 1, 2026\nparagraph: " PROSE "\n");
    }
}

/* As the platforms hand it out for pasting, before a script makes a frame of it: who posted stays in text and links. */
static void posts_keep_the_account(void **state) {
    static const struct {
        const char *html, *block, *href;
    } posts[] = {
        {"<blockquote class=twitter-tweet data-lang=en><p lang=en dir=ltr>I was wrong.</p>&mdash; Grok (@grok) "
         "<a href='https://twitter.com/grok/status/1?ref_src=twsrc%5Etfw'>July 9, 2025</a></blockquote>",
         "I was wrong.|\xE2\x80\x94 Grok (@grok) July 9, 2025",
         "https://twitter.com/grok/status/1?ref_src=twsrc%5Etfw"},
        {"<blockquote class='instagram-media' data-instgrm-version=14><div><a href='https://www.instagram.com/p/C1/'>"
         "<div><div></div></div><svg></svg><div>View this post on Instagram</div></a><p>"
         "<a href='https://www.instagram.com/p/C1/'>A post shared by Meta AI (@metaai)</a></p></div></blockquote>",
         "View this post on Instagram|A post shared by Meta AI (@metaai)", "https://www.instagram.com/p/C1/"},
        {"<blockquote class=bluesky-embed data-bluesky-uri='at://did:plc:x/app.bsky.feed.post/1'><p lang=en>I was "
         "wrong.</p>&mdash; Bot (<a href='https://bsky.app/profile/did:plc:x'>@bot.bsky.social</a>) "
         "<a href='https://bsky.app/profile/did:plc:x/post/1'>July 9, 2025</a></blockquote>",
         "I was wrong.|\xE2\x80\x94 Bot (@bot.bsky.social) July 9, 2025", "https://bsky.app/profile/did:plc:x"},
        {"<blockquote class=mastodon-embed><a href='https://social.example/@bot/1'><svg></svg><div>Post by "
         "@bot@social.example</div><div>View on Mastodon</div></a></blockquote>",
         "Post by @bot@social.example|View on Mastodon", "https://social.example/@bot/1"},
        {"<blockquote class=text-post-media><a href='https://www.threads.net/@metaai/post/1'><div><svg></svg></div>"
         "<div>Post by @metaai</div><div>View on Threads</div></a></blockquote>",
         "Post by @metaai|View on Threads", "https://www.threads.net/@metaai/post/1"},
        {"<blockquote class=tiktok-embed><section><a href='https://www.tiktok.com/@bot?refer=embed'>@bot</a><p>I was "
         "wrong.</p></section></blockquote>",
         "@bot|I was wrong.", "https://www.tiktok.com/@bot?refer=embed"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof posts / sizeof posts[0]; i++) {
        char html[2048], expected[1024];
        snprintf(html, sizeof html,
                 "<h1>Council puts it off</h1><p>" PROSE "</p><div class='social-media-embed'>%s</div><p>" PROSE "</p>",
                 posts[i].html);
        snprintf(expected, sizeof expected,
                 "headline: Council puts it off\nparagraph: " PROSE "\nembed: %s\nparagraph: " PROSE "\n",
                 posts[i].block);
        mp_page page = read_html(html, true);
        assert_int_equal(page.document.block_count, 4);
        assert_true(page.document.blocks[2].link_count > 0);
        mp_text href = page.document.blocks[2].links[0].href;
        assert_int_equal(href.length, strlen(posts[i].href));
        assert_memory_equal(href.bytes, posts[i].href, href.length);
        expect(page, expected);
    }
}

static void a_pull_quote_that_repeats_the_text_is_dropped(void **state) {
    (void)state;
    expect(
        read_html("<article><h1>Council puts it off</h1><p>" PROSE "</p><p>\xE2\x80\x9CThe bridge will outlive all of "
                  "us, whatever they say,\xE2\x80\x9D the bot wrote.</p><figure><blockquote><p>The bridge will outlive "
                  "all of us, whatever they say.</p><figcaption><cite>The bot</cite></figcaption></blockquote></figure>"
                  "<blockquote>What stands nowhere else is the article's own.</blockquote><p>" PROSE "</p></article>",
                  true),
        "headline: Council puts it off\nparagraph: " PROSE
        "\nparagraph: \xE2\x80\x9CThe bridge will outlive all of us, "
        "whatever they say,\xE2\x80\x9D the bot wrote.\ncaption: The bot\n"
        "blockquote: What stands nowhere else is the article's own.\nparagraph: " PROSE "\n");
}

static void a_kicker_is_no_part_of_the_headline(void **state) {
    (void)state;
    expect(read_html("<title>Council puts it off - The Paper</title><h1><span class=article__kicker>Bridges</span> "
                     "<span class=article__headline>Council puts <b>it</b> off</span></h1><p>" PROSE "</p>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\n");
    /* … also where the title says more of the kicker than of the headline. */
    expect(read_html("<title>Bridges of our town: Put off again</title><h1><div class=x__overline>Bridges of our town"
                     "</div><span class=x__headline>Put off again</span></h1><p>" PROSE "</p>",
                     true),
           "headline: Put off again\nparagraph: " PROSE "\n");
}

static void parts_of_a_heading_do_not_run_together(void **state) {
    (void)state;
    expect(read_html("<h1><span>Local news</span>Council puts <b>Gr</b>ok off</h1><p>" PROSE "</p><h2><i>Mayor:</i>it "
                     "is n<b>o</b>t over at 10<i>:30</i></h2><p>" PROSE "</p>",
                     true),
           "headline: Local news Council puts Grok off\nparagraph: " PROSE "\nsubhead: Mayor: it is not over at "
           "10:30\nparagraph: " PROSE "\n");
}

static void a_conversation_in_boxes_is_kept(void **state) {
    (void)state;
    expect(read_html("<article><h1>Council puts it off</h1><p>" PROSE "</p><p>" PROSE "</p><div><div>User: Did you lie?"
                     "</div><div>Grok: I did.</div></div><div>Length: 2 min</div><p>" PROSE "</p></article>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\nparagraph: User: Did you lie?\n"
           "paragraph: Grok: I did.\nparagraph: " PROSE "\n");
}

static void the_headline_agrees_with_the_witnesses(void **state) {
    (void)state;
    expect(read_html("<head><title>Council puts it off - The Paper</title>"
                     "<meta property=og:title content='Council puts it off'></head>"
                     "<h1><a href=/>The Paper</a></h1><article><h2>Council puts it off</h2><p>" PROSE "</p><p>" PROSE
                     "</p></article>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void json_ld_is_a_witness_and_no_text(void **state) {
    (void)state;
    expect(read_html("<script type=application/ld+json>{\"@graph\": [{\"@type\": [\"NewsArticle\"], \"headline\": "
                     "\"Council puts it off\", \"articleBody\": \"never shown\"}]}</script>"
                     "<h1>The Paper</h1><h2>Council puts it off</h2><p>" PROSE "</p><p>" PROSE "</p>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

/* ---- What is dropped --------------------------------------------------------------------------------------------- */

static void boilerplate_is_dropped(void **state) {
    (void)state;
    expect(read_html("<nav><p>" PROSE "</p></nav><div id=cookie-banner><p>" PROSE "</p></div><main><article>"
                     "<h1>Council puts it off</h1><p>" PROSE "</p><p>" PROSE "</p><p>" PROSE "</p>"
                     "<div class=shareTools><p>" PROSE "</p></div><aside><p>" PROSE "</p></aside>"
                     "<div class=related-stories><p>" PROSE "</p></div>"
                     "<section id=comments><p>" PROSE "</p></section>"
                     "<div class=ad><p>" PROSE
                     "</p></div><p><a href=/more>Read more: the mayor of the town says</a></p>"
                     "</article></main><footer><p>" PROSE "</p></footer>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void a_name_on_the_wrapper_drops_nothing(void **state) {
    (void)state;
    expect(
        read_html("<body class='no-comments has-sidebar'><div class=content-sidebar-wrap><h1>Council puts it off</h1>"
                  "<p>" PROSE "</p><p>" PROSE "</p></div>",
                  true),
        "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void teasers_are_dropped_with_their_heading(void **state) {
    (void)state;
    expect(read_html("<main><h1>Council puts it off</h1><div><p>" PROSE "</p><p>" PROSE "</p><p>" PROSE "</p>"
                     "<div><h2>More</h2><div><h3><a href=/x>ChatGPT says it is sorry</a></h3><p>" PROSE "</p></div>"
                     "<div><h3><a href=/y>Another story</a></h3><p>" PROSE "</p></div></div></div></main>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void what_serves_the_site_is_dropped(void **state) {
    (void)state;
    expect(read_html("<article><h1>Council puts it off</h1><p>Ana Ruiz</p><p>" PROSE "</p><p>Love bridges? <a "
                     "href='https://paper.example/newsletters/bridges'>Sign up</a> for our letter.</p><p>" PROSE
                     "</p><p>Have a tip? Write to <a href='mailto:tips@paper.example'>tips@paper.example</a>.</p>"
                     "<p>More from us</p><ul><li>Bridges must <a href=/a>unionise at last</a></li><li>A river is <a "
                     "href=/b>not the problem here</a></li><li>Could the mayor <a href=/c>swim across it</a>?</li></ul>"
                     "<p>Note: comments are moderated, and may take a while.</p><h3>Comments</h3><p>comments</p>"
                     "</article>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

static void what_only_looks_as_if_it_served_the_site_stays(void **state) {
    (void)state;
    expect(read_html("<article><h1>Council puts it off</h1><p>" PROSE "</p><p>\"I was wrong,\" the bot wrote in its <a "
                     "href='https://bot.example/newsletter/1'>letter</a>.</p><ul><li>The first of the points put "
                     "off</li><li>The second, as <a href=/a>the mayor said</a></li><li>The third of the points put "
                     "off</li></ul><p>The firm did not respond to a request for comment. (<a "
                     "href='mailto:ar@paper.example'>ar</a>)</p></article>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: \"I was wrong,\" the bot wrote in its "
           "letter.\nlistitem: The first of the points put off\nlistitem: The second, as the mayor said\n"
           "listitem: The third of the points put off\nparagraph: The firm did not respond to a request for comment. "
           "(ar)\n");
}

/* A box for each stretch between two pictures: the heaviest is not the article. */
static void an_article_in_boxes_is_read_whole(void **state) {
    (void)state;
    expect(read_html("<div id=a><h1>Council puts it off</h1><div class=box><p>" PROSE "</p></div><img src=x>"
                     "<div class=box><p>" PROSE "</p><p>" PROSE "</p><p>" PROSE "</p></div></div>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\nparagraph: " PROSE
           "\nparagraph: " PROSE "\n");
}

/* The letters between the digits of a number are no names: "ad", "nav". */
static void numbers_are_no_names(void **state) {
    (void)state;
    expect(read_html("<h1>Council puts it off</h1><p>" PROSE "</p><p id='elk-852d6ad1-970b-4fe0-b18a-4ad'>" PROSE
                     "</p>",
                     true),
           "headline: Council puts it off\nparagraph: " PROSE "\nparagraph: " PROSE "\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_is_known),
        cmocka_unit_test(an_embedded_post_is_one_block),
        cmocka_unit_test(posts_keep_the_account),
        cmocka_unit_test(a_pull_quote_that_repeats_the_text_is_dropped),
        cmocka_unit_test(a_kicker_is_no_part_of_the_headline),
        cmocka_unit_test(parts_of_a_heading_do_not_run_together),
        cmocka_unit_test(a_conversation_in_boxes_is_kept),
        cmocka_unit_test(the_headline_agrees_with_the_witnesses),
        cmocka_unit_test(json_ld_is_a_witness_and_no_text),
        cmocka_unit_test(boilerplate_is_dropped),
        cmocka_unit_test(a_name_on_the_wrapper_drops_nothing),
        cmocka_unit_test(teasers_are_dropped_with_their_heading),
        cmocka_unit_test(what_serves_the_site_is_dropped),
        cmocka_unit_test(what_only_looks_as_if_it_served_the_site_stays),
        cmocka_unit_test(an_article_in_boxes_is_read_whole),
        cmocka_unit_test(numbers_are_no_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
