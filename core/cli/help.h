/* help.h: the command's help texts. Knows words only. */
#ifndef MOUTHPIECE_HELP_H
#define MOUTHPIECE_HELP_H

extern const char *const mp_help_all;
extern const char *const mp_help_check;
extern const char *const mp_help_scan;
extern const char *const mp_help_document;
extern const char *const mp_help_rules;
extern const char *const mp_help_init, *const mp_help_schema;

#endif
