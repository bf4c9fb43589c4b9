/* report.h: turns judgements into the report that callers get: UTF-16 places, names, sentences. Knows everything before
 * it; nothing of JSON. */
#ifndef MOUTHPIECE_REPORT_H
#define MOUTHPIECE_REPORT_H

#include "judgement.h"

/* Builds a report with memory of its own. `judgements` may be NULL where there was nothing to judge. */
mp_status mp_report_build(const mp_document *document, const mp_article *article, const mp_rules *rules,
                          const mp_judgements *judgements, const mp_attributions *quotes, const mp_allocator *allocator,
                          mp_report **report, mp_error *error);

#endif
