/* report.h: turns judgements into the report that callers get: UTF-16 places, names, sentences. Knows everything before
 * it; nothing of JSON. */
#ifndef MOUTHPIECE_REPORT_H
#define MOUTHPIECE_REPORT_H

#include "judgement.h"
#include "note.h"

/* What a report tells; each is NULL where there is nothing to tell, or where it was not asked for. */
typedef struct mp_reported {
    const mp_judgements *judgements;
    const mp_attributions *quotes;
    const mp_notes *notes;
} mp_reported;

/* Builds a report with memory of its own. */
mp_status mp_report_build(const mp_document *document, const mp_article *article, const mp_rules *rules,
                          const mp_reported *reported, const mp_allocator *allocator, mp_report **report,
                          mp_error *error);

#endif
