/* help.c: the command's help texts. Knows words only. */
#include "help.h"

const char *const mp_help_all =
    "mouthpiece: finds the words that pages put in the mouths of language models\n"
    "\n"
    "usage:\n"
    "  mouthpiece check [options] [FILE|-]...      shows each finding, and fails on alerts\n"
    "  mouthpiece scan [options] [FILE|-]...       one report a line, in input order\n"
    "  mouthpiece document [options] [FILE|-]...   the document that check would see, one a line\n"
    "  mouthpiece COMMAND --help                   more about a command\n"
    "  mouthpiece --version\n"
    "\n"
    "Input is HTML, plain text, Markdown, or documents as JSON or JSON Lines, each plain or gzip; which of them is "
    "told\n"
    "by the file's name, else by its first bytes. Without a FILE, or where it is -, standard input is read.\n"
    "\n"
    "exit status:\n"
    "  0  nothing found at the level asked for\n"
    "  1  something found\n"
    "  2  usage, unreadable input, or a bad rule pack; what could be read was still checked\n";

const char *const mp_help_check =
    "usage: mouthpiece check [options] [FILE|-]...\n"
    "\n"
    "Shows every quote whose speaker is a language model: where, who is answerable for it, what the page says about\n"
    "prompt and maker, and why it matters.\n"
    "\n"
    "options:\n"
    "  --format text|json            text for people (the default), or a report a line\n"
    "  --fail-on alert|notice|info|never\n"
    "                                exit with 1 where a finding has this level or a higher one (default: alert)\n"
    "  --input html|text|markdown|json|jsonl\n"
    "                                the input's format, where name and bytes do not tell\n"
    "  --lang LANGUAGE               the language of the text, as a BCP 47 tag\n"
    "  --rules PACK                  a further rule pack; may be given more than once\n"
    "  --all-quotes                  every quote on the page as well, whoever said it\n"
    "  --anyway                      check pages too that look like no article\n"
    "\n"
    "In text output a place is FILE:BLOCK:COLUMN, and FILE:LINE:COLUMN for plain text and Markdown. Columns count "
    "UTF-16\n"
    "code units from 1.\n";

const char *const mp_help_scan =
    "usage: mouthpiece scan [options] [FILE|-]...\n"
    "\n"
    "Reads documents and writes a report a line, in input order, holding one document in memory at a time. Findings "
    "do\n"
    "not change the exit status.\n"
    "\n"
    "options:\n"
    "  --input jsonl|html            documents as JSON Lines (the default), or a page a file\n"
    "  --lang LANGUAGE               the language of the text, as a BCP 47 tag\n"
    "  --rules PACK                  a further rule pack; may be given more than once\n"
    "  --all-quotes                  every quote as well, whoever said it\n"
    "  --anyway                      check pages too that look like no article\n";

const char *const mp_help_document =
    "usage: mouthpiece document [options] [FILE|-]...\n"
    "\n"
    "Writes the documents that check would see, one JSON object a line. A page that is no article has \"article\": "
    "false\n"
    "and no blocks.\n"
    "\n"
    "options:\n"
    "  --input html|text|markdown|json|jsonl\n"
    "                                the input's format, where name and bytes do not tell\n"
    "  --lang LANGUAGE               the language of the text, as a BCP 47 tag\n"
    "  --anyway                      take pages too that look like no article\n";
