/* command_init.c: `mouthpiece init` and `mouthpiece schema`: a configuration to begin with, and the schemas by which editors
 * complete and check what is written. Knows files and their first content. */
#include "commands.h"

#include "configuration.h"
#include "embedded.h"
#include "help.h"
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SCHEMA_NAME ".mouthpiece.schema.json"

static const char first_configuration[] = "{\n"
                                          "    \"$schema\": \"./" SCHEMA_NAME "\",\n"
                                          "    \"fail_on\": \"alert\",\n"
                                          "    \"exclude\": [],\n"
                                          "    \"mute\": []\n"
                                          "}\n";

static const struct {
    const char *name, *text;
} schemas[] = {{"configuration", mp_schema_configuration},
               {"rules", mp_schema_rules},
               {"document", mp_schema_document},
               {"report", mp_schema_report}};

/* Writes a file that is not there yet. */
static bool write_new(const char *name, const char *text) {
    int descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    int why = errno;

    if (file == NULL) {
        if (descriptor >= 0) close(descriptor);
        mp_tell_problem(name, 0, why == EEXIST ? "is there already, and was left as it is" : strerror(why));
        return false;
    }
    bool fine = fputs(text, file) != EOF;
    if (fclose(file) == 0 && fine) return true;
    mp_tell_problem(name, 0, "cannot be written");
    return false;
}

static bool asks_help(int argc, char **argv) {
    return argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0);
}

static int finish(void) { return fflush(stdout) == 0 ? MP_EXIT_FINE : MP_EXIT_PROBLEM; }

int mp_command_init(int argc, char **argv) {
    if (asks_help(argc, argv)) {
        fputs(mp_help_init, stdout);
        return finish();
    }
    if (argc > 1) {
        fprintf(stderr, "mouthpiece init: takes no arguments: %s\nTry: mouthpiece init --help\n", argv[1]);
        return MP_EXIT_PROBLEM;
    }
    if (!write_new(MP_CONFIGURATION_NAME, first_configuration)) return MP_EXIT_PROBLEM;
    bool fine = access(SCHEMA_NAME, F_OK) == 0 || write_new(SCHEMA_NAME, mp_schema_configuration);
    puts("Wrote " MP_CONFIGURATION_NAME ", and " SCHEMA_NAME " by which editors complete it.\n"
         "Next: mouthpiece check .");
    return finish() == MP_EXIT_FINE && fine ? MP_EXIT_FINE : MP_EXIT_PROBLEM;
}

int mp_command_schema(int argc, char **argv) {
    if (argc < 2 || asks_help(argc, argv)) {
        fputs(mp_help_schema, argc < 2 ? stderr : stdout);
        return argc < 2 ? MP_EXIT_PROBLEM : finish();
    }
    for (size_t i = 0; i < sizeof schemas / sizeof schemas[0]; i++) {
        if (strcmp(argv[1], schemas[i].name) != 0) continue;
        fputs(schemas[i].text, stdout);
        return finish();
    }
    fprintf(stderr, "mouthpiece schema: no such schema: %s\nTry: mouthpiece schema --help\n", argv[1]);
    return MP_EXIT_PROBLEM;
}
