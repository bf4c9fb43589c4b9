/* json_report.h: a report as a tree of JSON, for whoever adds to it. Knows the report's shape. */
#ifndef MOUTHPIECE_JSON_REPORT_H
#define MOUTHPIECE_JSON_REPORT_H

#include "mouthpiece.h"

#include <cJSON.h>

/* The report as mp_report_to_json() writes it; the caller's, by cJSON_Delete(). NULL where memory ends. */
cJSON *mp_report_tree(const mp_report *report);

#endif
