/* judgement_role.h: the role and act of a finding, weighed by the rule pack’s weights, and by what the page’s other
 * findings are. Knows attributions and features; nothing of signals or levels. */
#ifndef MOUTHPIECE_JUDGEMENT_ROLE_H
#define MOUTHPIECE_JUDGEMENT_ROLE_H

#include "judgement.h"
#include "judgement_feature.h"

/* Weighs what all findings of the page share; before the next. */
void mp_zones_weigh(const mp_weights *weights, mp_page_facts *facts);

/* Sets the leanings of a finding by itself, once its prompt is known, and its act if it is a spokesperson’s. */
void mp_role_weigh(const mp_signs *signs, const mp_page_facts *facts, mp_judgement *judgement);

/* Sets role, act and certainty of all, once each is weighed. Roles on a page agree more often than not. */
void mp_roles_settle(const mp_weights *weights, mp_judgement *judgements, size_t count);

#endif
