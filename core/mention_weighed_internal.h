/* mention_weighed_internal.h: what the files share that weigh names: which there are and what they weigh together
 * (mention_weighed.c), what is told where one stands (mention_weighed_feature.c). */
#ifndef MOUTHPIECE_MENTION_WEIGHED_INTERNAL_H
#define MOUTHPIECE_MENTION_WEIGHED_INTERNAL_H

#include "mention_internal.h"

static inline void note(uint8_t *features, mp_name_feature feature, bool holds) {
    if (holds) features[feature] = 1;
}

static inline bool is_title(const mp_mention_finder *f, uint32_t item) {
    return is(f, item, MP_BIT(HONORIFIC) | MP_BIT(RANK));
}

/* Notes what is told of a name by the mention `number`, in which it stands alone: in f->sentence. */
void mp_name_alone_read(const mp_mention_finder *f, const mp_mention_array *found, size_t number,
                        mp_weighed_name *name);

/* … by a mention of something else that stands under the name at `item`: Ava’s chatbot, the Ava app. */
void mp_name_holder_read(const mp_mention_finder *f, const mp_mention *mention, uint32_t item, uint8_t *features);

#endif
