/* page_words.h: the words in class names, ids, tags and schema.org types that tell what a part of a page is. Data of the
 * page's judgement, kept here and nowhere else; sorted, for page_words.c looks them up by halves (page_test checks the
 * order). No entry names a site. Names are matched by their words: "article-relatedPosts" is article, related, posts, and
 * of the words joined up to three at a time, relatedposts, the longest that stands here counts. */
#ifndef MOUTHPIECE_PAGE_WORDS_H
#define MOUTHPIECE_PAGE_WORDS_H

#include "page_parts.h"

typedef struct mp_page_word {
    const char *word;
    unsigned value;
} mp_page_word;

/* Words that only turn the sense of the name they open: "has-sidebar" is no sidebar. */
/* clang-format off */
static const mp_page_word mp_words_void[] = {
    {"has", 1}, {"hide", 1}, {"hides", 1}, {"is", 1}, {"js", 1}, {"no", 1}, {"not", 1}, {"with", 1}, {"without", 1},
};
/* clang-format on */

/* Words of class names and ids. */
/* clang-format off */
static const mp_page_word mp_words_class[] = {
    {"a11yhidden", MP_HINT_UNSEEN}, {"abo", MP_HINT_BOILERPLATE}, {"aboutauthor", MP_HINT_BOILERPLATE},
    {"abstract", MP_HINT_DEK}, {"ad", MP_HINT_BOILERPLATE}, {"adbox", MP_HINT_BOILERPLATE},
    {"addthis", MP_HINT_BOILERPLATE}, {"addtoany", MP_HINT_BOILERPLATE}, {"adfree", MP_HINT_LAYOUT},
    {"ads", MP_HINT_BOILERPLATE}, {"adsense", MP_HINT_BOILERPLATE}, {"adslot", MP_HINT_BOILERPLATE},
    {"adunit", MP_HINT_BOILERPLATE}, {"advert", MP_HINT_BOILERPLATE}, {"advertisement", MP_HINT_BOILERPLATE},
    {"advertisements", MP_HINT_BOILERPLATE}, {"advertising", MP_HINT_BOILERPLATE},
    {"advertorial", MP_HINT_BOILERPLATE}, {"adverts", MP_HINT_BOILERPLATE}, {"adwrapper", MP_HINT_BOILERPLATE},
    {"affiliate", MP_HINT_BOILERPLATE}, {"alsolike", MP_HINT_BOILERPLATE}, {"alsoread", MP_HINT_BOILERPLATE},
    {"anleser", MP_HINT_DEK}, {"annonce", MP_HINT_BOILERPLATE}, {"annons", MP_HINT_BOILERPLATE},
    {"annonser", MP_HINT_BOILERPLATE}, {"anzeige", MP_HINT_BOILERPLATE}, {"anzeigen", MP_HINT_BOILERPLATE},
    {"appdownload", MP_HINT_BOILERPLATE}, {"apppromo", MP_HINT_BOILERPLATE}, {"articlebody", MP_HINT_BODY},
    {"articlecontent", MP_HINT_BODY}, {"articledate", MP_HINT_BYLINE}, {"articledescription", MP_HINT_DEK},
    {"articleheadline", MP_HINT_HEADLINE}, {"articleinfo", MP_HINT_BYLINE}, {"articlemeta", MP_HINT_BYLINE},
    {"articlesrelated", MP_HINT_BOILERPLATE}, {"articletext", MP_HINT_BODY}, {"articletitle", MP_HINT_HEADLINE},
    {"articolo", MP_HINT_BODY}, {"artikelinhalt", MP_HINT_BODY}, {"aside", MP_HINT_BOILERPLATE},
    {"assistivetext", MP_HINT_UNSEEN}, {"associes", MP_HINT_BOILERPLATE}, {"auteur", MP_HINT_BYLINE},
    {"author", MP_HINT_BYLINE}, {"authorbio", MP_HINT_BOILERPLATE}, {"authorbox", MP_HINT_BOILERPLATE},
    {"authors", MP_HINT_BYLINE}, {"autor", MP_HINT_BYLINE}, {"autore", MP_HINT_BYLINE}, {"autoren", MP_HINT_BYLINE},
    {"autori", MP_HINT_BYLINE}, {"bajada", MP_HINT_DEK}, {"bildtekst", MP_HINT_CAPTION},
    {"bildtext", MP_HINT_CAPTION}, {"bildunterschrift", MP_HINT_CAPTION}, {"bio", MP_HINT_BOILERPLATE},
    {"biography", MP_HINT_BOILERPLATE}, {"blogmeta", MP_HINT_BYLINE}, {"blurb", MP_HINT_DEK}, {"bodytext", MP_HINT_BODY},
    {"breadcrumb", MP_HINT_BOILERPLATE}, {"breadcrumbs", MP_HINT_BOILERPLATE}, {"brotkrumen", MP_HINT_BOILERPLATE},
    {"byline", MP_HINT_BYLINE}, {"bylines", MP_HINT_BYLINE}, {"caption", MP_HINT_CAPTION},
    {"captions", MP_HINT_CAPTION}, {"cards", MP_HINT_BOILERPLATE}, {"carousel", MP_HINT_BOILERPLATE},
    {"chapeau", MP_HINT_DEK}, {"chapo", MP_HINT_DEK}, {"cmp", MP_HINT_BOILERPLATE}, {"colophon", MP_HINT_BOILERPLATE},
    {"comentario", MP_HINT_TALK}, {"comentarios", MP_HINT_TALK}, {"comment", MP_HINT_TALK},
    {"commentaire", MP_HINT_TALK}, {"commentaires", MP_HINT_TALK}, {"commentarea", MP_HINT_TALK},
    {"commentbox", MP_HINT_TALK}, {"commenti", MP_HINT_TALK}, {"commenting", MP_HINT_TALK},
    {"commentlist", MP_HINT_TALK}, {"comments", MP_HINT_TALK}, {"commentsection", MP_HINT_TALK},
    {"consent", MP_HINT_BOILERPLATE}, {"contentsidebar", MP_HINT_LAYOUT}, {"contributor", MP_HINT_BYLINE},
    {"contributors", MP_HINT_BYLINE}, {"cookie", MP_HINT_BOILERPLATE}, {"cookiebanner", MP_HINT_BOILERPLATE},
    {"cookies", MP_HINT_BOILERPLATE}, {"copete", MP_HINT_DEK}, {"copyright", MP_HINT_BOILERPLATE},
    {"copyrightimage", MP_HINT_CAPTION}, {"copyrights", MP_HINT_BOILERPLATE}, {"corpo", MP_HINT_BODY},
    {"correlate", MP_HINT_BOILERPLATE}, {"correlati", MP_HINT_BOILERPLATE}, {"coupons", MP_HINT_BOILERPLATE},
    {"credit", MP_HINT_CAPTION}, {"credits", MP_HINT_BYLINE}, {"cuerpo", MP_HINT_BODY}, {"dachzeile", MP_HINT_KICKER}, {"dateline", MP_HINT_BYLINE},
    {"datepublished", MP_HINT_BYLINE}, {"datetime", MP_HINT_BYLINE}, {"deck", MP_HINT_DEK}, {"dek", MP_HINT_DEK},
    {"dfp", MP_HINT_BOILERPLATE}, {"didascalia", MP_HINT_CAPTION}, {"discussion", MP_HINT_TALK},
    {"disqus", MP_HINT_TALK}, {"donate", MP_HINT_BOILERPLATE}, {"donation", MP_HINT_BOILERPLATE},
    {"donations", MP_HINT_BOILERPLATE}, {"download", MP_HINT_BOILERPLATE}, {"entradilla", MP_HINT_DEK},
    {"entrycontent", MP_HINT_BODY}, {"entrydate", MP_HINT_BYLINE}, {"entrymeta", MP_HINT_BYLINE},
    {"entrytitle", MP_HINT_HEADLINE}, {"excerpt", MP_HINT_DEK}, {"feedback", MP_HINT_BOILERPLATE},
    {"figcaption", MP_HINT_CAPTION}, {"follow", MP_HINT_BOILERPLATE}, {"followus", MP_HINT_BOILERPLATE},
    {"foot", MP_HINT_BOILERPLATE}, {"footer", MP_HINT_BOILERPLATE}, {"fotocredit", MP_HINT_CAPTION},
    {"fundraising", MP_HINT_BOILERPLATE}, {"gdpr", MP_HINT_BOILERPLATE}, {"gpt", MP_HINT_BOILERPLATE},
    {"gravata", MP_HINT_DEK}, {"hamburger", MP_HINT_BOILERPLATE}, {"headline", MP_HINT_HEADLINE},
    {"headlines", MP_HINT_HEADLINE}, {"hiddenvisually", MP_HINT_UNSEEN}, {"imagecaption", MP_HINT_CAPTION},
    {"imagecredit", MP_HINT_CAPTION}, {"imagesource", MP_HINT_CAPTION}, {"imgcaption", MP_HINT_CAPTION},
    {"ingress", MP_HINT_DEK}, {"interstitial", MP_HINT_BOILERPLATE}, {"intro", MP_HINT_DEK},
    {"introduction", MP_HINT_DEK}, {"introtext", MP_HINT_DEK}, {"itemmeta", MP_HINT_BYLINE}, {"jobs", MP_HINT_BOILERPLATE},
    {"keywords", MP_HINT_BOILERPLATE}, {"kicker", MP_HINT_KICKER}, {"komentar", MP_HINT_TALK}, {"komentare", MP_HINT_TALK},
    {"komentarze", MP_HINT_TALK}, {"kommentar", MP_HINT_TALK}, {"kommentare", MP_HINT_TALK},
    {"kommentarer", MP_HINT_TALK}, {"kurztext", MP_HINT_DEK}, {"latest", MP_HINT_BOILERPLATE},
    {"latestarticles", MP_HINT_BOILERPLATE}, {"latestnews", MP_HINT_BOILERPLATE},
    {"latestposts", MP_HINT_BOILERPLATE}, {"lead", MP_HINT_DEK}, {"leadin", MP_HINT_DEK},
    {"leadparagraph", MP_HINT_DEK}, {"leadtext", MP_HINT_DEK}, {"lede", MP_HINT_DEK}, {"ledtext", MP_HINT_DEK},
    {"leftcol", MP_HINT_BOILERPLATE}, {"leftrail", MP_HINT_BOILERPLATE}, {"legal", MP_HINT_BOILERPLATE},
    {"legende", MP_HINT_CAPTION}, {"lightbox", MP_HINT_BOILERPLATE}, {"linhafina", MP_HINT_DEK},
    {"lirealso", MP_HINT_BOILERPLATE}, {"lireaussi", MP_HINT_BOILERPLATE}, {"login", MP_HINT_BOILERPLATE},
    {"maincontent", MP_HINT_BODY}, {"manchet", MP_HINT_DEK}, {"masthead", MP_HINT_BOILERPLATE},
    {"mediacaption", MP_HINT_CAPTION}, {"megamenu", MP_HINT_BOILERPLATE}, {"mehrzumthema", MP_HINT_BOILERPLATE},
    {"meistgelesen", MP_HINT_BOILERPLATE}, {"membership", MP_HINT_BOILERPLATE}, {"menu", MP_HINT_BOILERPLATE},
    {"menus", MP_HINT_BOILERPLATE}, {"metainfo", MP_HINT_BYLINE}, {"modal", MP_HINT_BOILERPLATE}, {"morefrom", MP_HINT_BOILERPLATE},
    {"moreinfo", MP_HINT_BOILERPLATE}, {"morenews", MP_HINT_BOILERPLATE}, {"moreon", MP_HINT_BOILERPLATE},
    {"morestories", MP_HINT_BOILERPLATE}, {"mostpopular", MP_HINT_BOILERPLATE}, {"mostread", MP_HINT_BOILERPLATE},
    {"mostviewed", MP_HINT_BOILERPLATE}, {"nav", MP_HINT_BOILERPLATE}, {"navbar", MP_HINT_BOILERPLATE},
    {"navi", MP_HINT_BOILERPLATE}, {"navigation", MP_HINT_BOILERPLATE}, {"navlist", MP_HINT_BOILERPLATE},
    {"navpage", MP_HINT_LAYOUT}, {"newest", MP_HINT_BOILERPLATE}, {"newsbody", MP_HINT_BODY},
    {"newscontent", MP_HINT_BODY}, {"newsletter", MP_HINT_BOILERPLATE}, {"newsletters", MP_HINT_BOILERPLATE},
    {"newsmeta", MP_HINT_BYLINE}, {"newstext", MP_HINT_BODY}, {"nextarticle", MP_HINT_BOILERPLATE}, {"nextpost", MP_HINT_BOILERPLATE},
    {"nextprev", MP_HINT_BOILERPLATE}, {"nextstory", MP_HINT_BOILERPLATE}, {"noprint", MP_HINT_BOILERPLATE},
    {"occhiello", MP_HINT_DEK}, {"offcanvas", MP_HINT_BOILERPLATE}, {"offscreen", MP_HINT_UNSEEN},
    {"onetrust", MP_HINT_BOILERPLATE}, {"otsikko", MP_HINT_HEADLINE}, {"outbrain", MP_HINT_BOILERPLATE},
    {"overlay", MP_HINT_BOILERPLATE}, {"overline", MP_HINT_KICKER}, {"pagefooter", MP_HINT_BOILERPLATE}, {"pageheader", MP_HINT_BOILERPLATE},
    {"pager", MP_HINT_BOILERPLATE}, {"pagination", MP_HINT_BOILERPLATE}, {"paginator", MP_HINT_BOILERPLATE},
    {"paging", MP_HINT_BOILERPLATE}, {"perex", MP_HINT_DEK}, {"photocaption", MP_HINT_CAPTION},
    {"photocredit", MP_HINT_CAPTION}, {"picturecaption", MP_HINT_CAPTION}, {"piedefoto", MP_HINT_CAPTION},
    {"poll", MP_HINT_BOILERPLATE}, {"popin", MP_HINT_BOILERPLATE}, {"popular", MP_HINT_BOILERPLATE},
    {"popup", MP_HINT_BOILERPLATE}, {"postbody", MP_HINT_BODY}, {"postcontent", MP_HINT_BODY},
    {"postdate", MP_HINT_BYLINE}, {"postinfo", MP_HINT_BYLINE}, {"postmeta", MP_HINT_BYLINE},
    {"postnavigation", MP_HINT_BOILERPLATE}, {"posttext", MP_HINT_BODY}, {"posttitle", MP_HINT_HEADLINE},
    {"preamble", MP_HINT_DEK}, {"prevnext", MP_HINT_BOILERPLATE}, {"prevpost", MP_HINT_BOILERPLATE},
    {"printonly", MP_HINT_BOILERPLATE}, {"privacy", MP_HINT_BOILERPLATE}, {"promo", MP_HINT_BOILERPLATE},
    {"promobox", MP_HINT_BOILERPLATE}, {"promos", MP_HINT_BOILERPLATE}, {"promoted", MP_HINT_BOILERPLATE},
    {"promotion", MP_HINT_BOILERPLATE}, {"promotions", MP_HINT_BOILERPLATE}, {"pubblicita", MP_HINT_BOILERPLATE},
    {"pubdate", MP_HINT_BYLINE}, {"publicidad", MP_HINT_BOILERPLATE}, {"publicidade", MP_HINT_BOILERPLATE},
    {"publicite", MP_HINT_BOILERPLATE}, {"publishdate", MP_HINT_BYLINE}, {"publisheddate", MP_HINT_BYLINE},
    {"pulledquote", MP_HINT_PULLQUOTE}, {"pullquote", MP_HINT_PULLQUOTE}, {"pullquotes", MP_HINT_PULLQUOTE},
    {"rail", MP_HINT_BOILERPLATE}, {"rating", MP_HINT_BOILERPLATE}, {"ratings", MP_HINT_BOILERPLATE},
    {"reactions", MP_HINT_BOILERPLATE}, {"readalso", MP_HINT_BOILERPLATE}, {"readingtime", MP_HINT_BYLINE},
    {"readmore", MP_HINT_BOILERPLATE}, {"readnext", MP_HINT_BOILERPLATE}, {"readtime", MP_HINT_BYLINE},
    {"recirc", MP_HINT_BOILERPLATE}, {"recirculation", MP_HINT_BOILERPLATE}, {"recommend", MP_HINT_BOILERPLATE},
    {"recommendation", MP_HINT_BOILERPLATE}, {"recommendations", MP_HINT_BOILERPLATE},
    {"recommended", MP_HINT_BOILERPLATE}, {"recommends", MP_HINT_BOILERPLATE}, {"register", MP_HINT_BOILERPLATE},
    {"registration", MP_HINT_BOILERPLATE}, {"reklam", MP_HINT_BOILERPLATE}, {"reklama", MP_HINT_BOILERPLATE},
    {"relacionadas", MP_HINT_BOILERPLATE}, {"relacionado", MP_HINT_BOILERPLATE},
    {"relacionados", MP_HINT_BOILERPLATE}, {"related", MP_HINT_BOILERPLATE}, {"relatedarticles", MP_HINT_BOILERPLATE},
    {"relatedcontent", MP_HINT_BOILERPLATE}, {"relatedlinks", MP_HINT_BOILERPLATE},
    {"relatedposts", MP_HINT_BOILERPLATE}, {"relateds", MP_HINT_BOILERPLATE}, {"relatedstories", MP_HINT_BOILERPLATE},
    {"reporter", MP_HINT_BYLINE}, {"respond", MP_HINT_TALK}, {"responses", MP_HINT_TALK},
    {"rightcol", MP_HINT_BOILERPLATE}, {"rightcolumn", MP_HINT_BOILERPLATE}, {"rightrail", MP_HINT_BOILERPLATE},
    {"rubrik", MP_HINT_HEADLINE}, {"sapo", MP_HINT_DEK}, {"schlagzeile", MP_HINT_HEADLINE},
    {"screenreader", MP_HINT_UNSEEN}, {"screenreaderonly", MP_HINT_UNSEEN}, {"screenreadertext", MP_HINT_UNSEEN},
    {"searchbox", MP_HINT_BOILERPLATE}, {"searchform", MP_HINT_BOILERPLATE}, {"share", MP_HINT_BOILERPLATE},
    {"sharebar", MP_HINT_BOILERPLATE}, {"sharebuttons", MP_HINT_BOILERPLATE}, {"sharedaddy", MP_HINT_BOILERPLATE},
    {"sharelinks", MP_HINT_BOILERPLATE}, {"shares", MP_HINT_BOILERPLATE}, {"sharetools", MP_HINT_BOILERPLATE},
    {"sharing", MP_HINT_BOILERPLATE}, {"shop", MP_HINT_BOILERPLATE}, {"shopping", MP_HINT_BOILERPLATE},
    {"sidebar", MP_HINT_BOILERPLATE}, {"sidebargrid", MP_HINT_LAYOUT}, {"sidebarlayout", MP_HINT_LAYOUT},
    {"sidebarmain", MP_HINT_LAYOUT}, {"sidebarpage", MP_HINT_LAYOUT}, {"sidebars", MP_HINT_BOILERPLATE},
    {"sidebarwrap", MP_HINT_LAYOUT}, {"sidenav", MP_HINT_BOILERPLATE}, {"signin", MP_HINT_BOILERPLATE},
    {"signup", MP_HINT_BOILERPLATE}, {"similar", MP_HINT_BOILERPLATE}, {"sitefooter", MP_HINT_BOILERPLATE},
    {"siteheader", MP_HINT_BOILERPLATE}, {"skip", MP_HINT_BOILERPLATE}, {"skiplink", MP_HINT_BOILERPLATE},
    {"slider", MP_HINT_BOILERPLATE}, {"snackbar", MP_HINT_BOILERPLATE}, {"social", MP_HINT_BOILERPLATE},
    {"sociallinks", MP_HINT_BOILERPLATE}, {"socialmedia", MP_HINT_BOILERPLATE}, {"socials", MP_HINT_BOILERPLATE},
    {"socialshare", MP_HINT_BOILERPLATE}, {"sommario", MP_HINT_DEK}, {"sottotitolo", MP_HINT_DEK},
    {"sponsor", MP_HINT_BOILERPLATE}, {"sponsored", MP_HINT_BOILERPLATE}, {"sponsoring", MP_HINT_BOILERPLATE},
    {"sponsors", MP_HINT_BOILERPLATE}, {"sronly", MP_HINT_UNSEEN}, {"standfirst", MP_HINT_DEK},
    {"storybody", MP_HINT_BODY}, {"storycontent", MP_HINT_BODY}, {"storymeta", MP_HINT_BYLINE}, {"storytext", MP_HINT_BODY},
    {"storytitle", MP_HINT_HEADLINE}, {"subheading", MP_HINT_DEK}, {"subheadline", MP_HINT_DEK},
    {"submenu", MP_HINT_BOILERPLATE}, {"subscribe", MP_HINT_BOILERPLATE}, {"subscriber", MP_HINT_BOILERPLATE},
    {"subscription", MP_HINT_BOILERPLATE}, {"subscriptions", MP_HINT_BOILERPLATE}, {"subtitle", MP_HINT_DEK},
    {"subtitre", MP_HINT_DEK}, {"subtitulo", MP_HINT_DEK}, {"summary", MP_HINT_DEK}, {"swiper", MP_HINT_BOILERPLATE},
    {"syndication", MP_HINT_BOILERPLATE}, {"tableofcontents", MP_HINT_BOILERPLATE}, {"taboola", MP_HINT_BOILERPLATE},
    {"tagcloud", MP_HINT_BOILERPLATE}, {"taglist", MP_HINT_BOILERPLATE}, {"tags", MP_HINT_BOILERPLATE},
    {"teaserlist", MP_HINT_BOILERPLATE}, {"teasers", MP_HINT_BOILERPLATE}, {"teasertext", MP_HINT_DEK},
    {"ticker", MP_HINT_BOILERPLATE}, {"timestamp", MP_HINT_BYLINE}, {"titel", MP_HINT_HEADLINE},
    {"title", MP_HINT_HEADLINE}, {"titolo", MP_HINT_HEADLINE}, {"titre", MP_HINT_HEADLINE},
    {"titulo", MP_HINT_HEADLINE}, {"titulos", MP_HINT_HEADLINE}, {"toast", MP_HINT_BOILERPLATE},
    {"toc", MP_HINT_BOILERPLATE}, {"toolbar", MP_HINT_BOILERPLATE}, {"tooltip", MP_HINT_BOILERPLATE},
    {"topbar", MP_HINT_BOILERPLATE}, {"topstories", MP_HINT_BOILERPLATE}, {"trending", MP_HINT_BOILERPLATE},
    {"underrubrik", MP_HINT_DEK}, {"untertitel", MP_HINT_DEK}, {"unterzeile", MP_HINT_DEK},
    {"updated", MP_HINT_BYLINE}, {"upnext", MP_HINT_BOILERPLATE}, {"verwandt", MP_HINT_BOILERPLATE},
    {"visuallyhidden", MP_HINT_UNSEEN}, {"volanta", MP_HINT_DEK}, {"vorspann", MP_HINT_DEK},
    {"werbung", MP_HINT_BOILERPLATE}, {"widgetarea", MP_HINT_BOILERPLATE}, {"withsidebar", MP_HINT_LAYOUT},
    {"wpcaptiontext", MP_HINT_CAPTION}, {"wpembeddedcontent", MP_HINT_BOILERPLATE},
    {"writer", MP_HINT_BYLINE},
};
/* clang-format on */

/* Class names, whole, that embedded posts carry before a script turns them into frames. */
/* clang-format off */
static const mp_page_word mp_words_embed[] = {
    {"bluesky-embed", 1}, {"fb-post", 1}, {"instagram-media", 1}, {"mastodon-embed", 1}, {"reddit-card", 1}, {"reddit-embed-bq", 1}, {"text-post-media", 1},
    {"tiktok-embed", 1}, {"twitter-tweet", 1}, {"twitter-video", 1},
};
/* clang-format on */

/* Values of role. */
/* clang-format off */
static const mp_page_word mp_words_role[] = {
    {"alert", MP_HINT_BOILERPLATE}, {"alertdialog", MP_HINT_BOILERPLATE}, {"banner", MP_HINT_NONE},
    {"complementary", MP_HINT_BOILERPLATE}, {"contentinfo", MP_HINT_BOILERPLATE}, {"dialog", MP_HINT_BOILERPLATE},
    {"menu", MP_HINT_BOILERPLATE}, {"menubar", MP_HINT_BOILERPLATE}, {"navigation", MP_HINT_BOILERPLATE},
    {"search", MP_HINT_BOILERPLATE}, {"tablist", MP_HINT_BOILERPLATE}, {"toolbar", MP_HINT_BOILERPLATE},
};
/* clang-format on */

/* Values of itemprop. */
/* clang-format off */
static const mp_page_word mp_words_property[] = {
    {"alternativeheadline", MP_HINT_DEK}, {"articlebody", MP_HINT_BODY}, {"author", MP_HINT_BYLINE},
    {"caption", MP_HINT_CAPTION}, {"comment", MP_HINT_TALK}, {"copyrightholder", MP_HINT_CAPTION},
    {"datemodified", MP_HINT_BYLINE}, {"datepublished", MP_HINT_BYLINE}, {"description", MP_HINT_DEK},
    {"headline", MP_HINT_HEADLINE},
};
/* clang-format on */

/* schema.org types, of JSON-LD and itemtype. */
/* clang-format off */
static const mp_page_word mp_words_type[] = {
    {"advertisercontentarticle", MP_TYPE_ARTICLE}, {"analysisnewsarticle", MP_TYPE_ARTICLE},
    {"article", MP_TYPE_ARTICLE}, {"askpublicnewsarticle", MP_TYPE_ARTICLE},
    {"backgroundnewsarticle", MP_TYPE_ARTICLE}, {"blogposting", MP_TYPE_ARTICLE}, {"collectionpage", MP_TYPE_OTHER},
    {"discussionforumposting", MP_TYPE_OTHER}, {"event", MP_TYPE_OTHER}, {"faqpage", MP_TYPE_OTHER},
    {"howto", MP_TYPE_OTHER}, {"liveblogposting", MP_TYPE_ARTICLE}, {"newsarticle", MP_TYPE_ARTICLE},
    {"offer", MP_TYPE_OTHER}, {"opinionnewsarticle", MP_TYPE_ARTICLE}, {"product", MP_TYPE_OTHER},
    {"profilepage", MP_TYPE_OTHER}, {"qapage", MP_TYPE_OTHER}, {"reportagenewsarticle", MP_TYPE_ARTICLE},
    {"reviewnewsarticle", MP_TYPE_ARTICLE}, {"searchresultspage", MP_TYPE_OTHER}, {"service", MP_TYPE_OTHER},
    {"softwareapplication", MP_TYPE_OTHER}, {"techarticle", MP_TYPE_OTHER},
};
/* clang-format on */

/* Parts of addresses, host and path, that say what a page is. */
/* clang-format off */
static const mp_page_word mp_words_address[] = {
    {"actualite", MP_TYPE_ARTICLE}, {"archive", MP_TYPE_OTHER}, {"article", MP_TYPE_ARTICLE},
    {"articles", MP_TYPE_ARTICLE}, {"articoli", MP_TYPE_ARTICLE}, {"articolo", MP_TYPE_ARTICLE},
    {"articulo", MP_TYPE_ARTICLE}, {"artikel", MP_TYPE_ARTICLE}, {"artikkel", MP_TYPE_ARTICLE},
    {"author", MP_TYPE_OTHER}, {"authors", MP_TYPE_OTHER}, {"berita", MP_TYPE_ARTICLE}, {"blog", MP_TYPE_ARTICLE},
    {"cart", MP_TYPE_OTHER}, {"categories", MP_TYPE_OTHER}, {"category", MP_TYPE_OTHER}, {"clanek", MP_TYPE_ARTICLE},
    {"clanky", MP_TYPE_ARTICLE}, {"collections", MP_TYPE_OTHER}, {"column", MP_TYPE_ARTICLE},
    {"community", MP_TYPE_OTHER}, {"docs", MP_TYPE_OTHER}, {"documentation", MP_TYPE_OTHER}, {"dp", MP_TYPE_OTHER},
    {"faq", MP_TYPE_OTHER}, {"forum", MP_TYPE_OTHER}, {"forums", MP_TYPE_OTHER}, {"haber", MP_TYPE_ARTICLE},
    {"help", MP_TYPE_OTHER}, {"ip", MP_TYPE_OTHER}, {"journal", MP_TYPE_ARTICLE}, {"login", MP_TYPE_OTHER},
    {"nachrichten", MP_TYPE_ARTICLE}, {"news", MP_TYPE_ARTICLE}, {"noticia", MP_TYPE_ARTICLE},
    {"noticias", MP_TYPE_ARTICLE}, {"nyheter", MP_TYPE_ARTICLE}, {"opinion", MP_TYPE_ARTICLE},
    {"post", MP_TYPE_ARTICLE}, {"posts", MP_TYPE_ARTICLE}, {"product", MP_TYPE_OTHER}, {"products", MP_TYPE_OTHER},
    {"questions", MP_TYPE_OTHER}, {"search", MP_TYPE_OTHER}, {"section", MP_TYPE_OTHER}, {"sections", MP_TYPE_OTHER},
    {"shop", MP_TYPE_OTHER}, {"showthread", MP_TYPE_OTHER}, {"showthread.php", MP_TYPE_OTHER},
    {"store", MP_TYPE_OTHER}, {"stories", MP_TYPE_ARTICLE}, {"story", MP_TYPE_ARTICLE}, {"support", MP_TYPE_OTHER},
    {"tag", MP_TYPE_OTHER}, {"tags", MP_TYPE_OTHER}, {"thread", MP_TYPE_OTHER}, {"threads", MP_TYPE_OTHER},
    {"topic", MP_TYPE_OTHER}, {"topics", MP_TYPE_OTHER}, {"user", MP_TYPE_OTHER}, {"users", MP_TYPE_OTHER},
    {"uutiset", MP_TYPE_ARTICLE}, {"viewtopic", MP_TYPE_OTHER}, {"viewtopic.php", MP_TYPE_OTHER},
    {"wiki", MP_TYPE_OTHER},
};
/* clang-format on */

/* Parts of addresses where sites ask something of their readers. */
/* clang-format off */
static const mp_page_word mp_words_service[] = {
    {"abo", 1}, {"abonnement", 1}, {"abonnieren", 1}, {"login", 1}, {"newsletter", 1}, {"newsletters", 1},
    {"newslettersignup", 1}, {"signin", 1}, {"signup", 1}, {"subscribe", 1}, {"subscription", 1},
    {"subscriptions", 1},
};
/* clang-format on */

/* Pairs of stems that together tell a site's notice to those who comment or correct; by language alone, and no site's. */
/* clang-format off */
typedef struct mp_notice_stem { const char *first, *second; } mp_notice_stem;
static const mp_notice_stem mp_notice_stems[] = {
    {"comment", "moderat"}, {"comment", "mod\xC3\xA9r"}, {"coment", "moder"}, {"kommentar", "moder"},
    {"\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x82\xD0\xB0\xD1\x80", "\xD0\xBC\xD0\xBE\xD0\xB4\xD0\xB5\xD1\x80"},
    {"ctrl", "enter"},
};
/* clang-format on */

/* Tags. What is not here is an inline element. */
/* clang-format off */
static const mp_page_word mp_words_tag[] = {
    {"a", MP_TAG_A}, {"address", MP_TAG_BLOCK}, {"amp-ad", MP_TAG_SKIPPED}, {"amp-sidebar", MP_TAG_NAV},
    {"article", MP_TAG_ARTICLE}, {"aside", MP_TAG_ASIDE}, {"audio", MP_TAG_SKIPPED},
    {"blockquote", MP_TAG_BLOCKQUOTE}, {"body", MP_TAG_BODY}, {"br", MP_TAG_BR}, {"button", MP_TAG_SKIPPED},
    {"canvas", MP_TAG_SKIPPED}, {"caption", MP_TAG_FIGCAPTION}, {"center", MP_TAG_BLOCK},
    {"datalist", MP_TAG_SKIPPED}, {"dd", MP_TAG_LI}, {"details", MP_TAG_BLOCK}, {"dialog", MP_TAG_DIALOG},
    {"dir", MP_TAG_LIST}, {"div", MP_TAG_DIV}, {"dl", MP_TAG_LIST}, {"dt", MP_TAG_DT}, {"fieldset", MP_TAG_FORM},
    {"figcaption", MP_TAG_FIGCAPTION}, {"figure", MP_TAG_FIGURE}, {"footer", MP_TAG_FOOTER}, {"form", MP_TAG_FORM},
    {"h1", MP_TAG_H1}, {"h2", MP_TAG_H2}, {"h3", MP_TAG_H3}, {"h4", MP_TAG_H4}, {"h5", MP_TAG_H5}, {"h6", MP_TAG_H6},
    {"head", MP_TAG_HEAD}, {"header", MP_TAG_HEADER}, {"hgroup", MP_TAG_BLOCK}, {"hr", MP_TAG_BLOCK},
    {"html", MP_TAG_HTML}, {"iframe", MP_TAG_SKIPPED}, {"input", MP_TAG_SKIPPED}, {"legend", MP_TAG_BLOCK},
    {"li", MP_TAG_LI}, {"main", MP_TAG_MAIN}, {"map", MP_TAG_SKIPPED}, {"menu", MP_TAG_LIST}, {"meta", MP_TAG_META},
    {"nav", MP_TAG_NAV}, {"noframes", MP_TAG_SKIPPED}, {"noscript", MP_TAG_SKIPPED}, {"object", MP_TAG_SKIPPED},
    {"ol", MP_TAG_LIST}, {"optgroup", MP_TAG_SKIPPED}, {"option", MP_TAG_SKIPPED}, {"p", MP_TAG_P},
    {"pre", MP_TAG_PRE}, {"q", MP_TAG_Q}, {"script", MP_TAG_SCRIPT}, {"search", MP_TAG_NAV},
    {"section", MP_TAG_SECTION}, {"select", MP_TAG_SKIPPED}, {"style", MP_TAG_SKIPPED}, {"summary", MP_TAG_BLOCK},
    {"svg", MP_TAG_SKIPPED}, {"table", MP_TAG_TABLE}, {"tbody", MP_TAG_BLOCK}, {"td", MP_TAG_TD},
    {"template", MP_TAG_SKIPPED}, {"textarea", MP_TAG_SKIPPED}, {"tfoot", MP_TAG_BLOCK}, {"th", MP_TAG_TD},
    {"thead", MP_TAG_BLOCK}, {"time", MP_TAG_TIME}, {"title", MP_TAG_TITLE}, {"tr", MP_TAG_BLOCK},
    {"ul", MP_TAG_LIST}, {"video", MP_TAG_SKIPPED},
};
/* clang-format on */

#endif
