/* embedded.h: files that the command carries, as the build embeds them (embed.mjs). NUL-terminated. */
#ifndef MOUTHPIECE_EMBEDDED_H
#define MOUTHPIECE_EMBEDDED_H

extern const char mp_report_css[];
extern const char mp_schema_configuration[], mp_schema_rules[], mp_schema_document[], mp_schema_report[];

#endif
