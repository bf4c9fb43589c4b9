/* mention_settle.h: which ambiguous names mean the model on this page. Knows tokens only. */
#ifndef MOUTHPIECE_MENTION_SETTLE_H
#define MOUTHPIECE_MENTION_SETTLE_H

#include "token.h"

/* The bits (mp_model.ambiguity) of the models whose names mean the model here. One pass over the tokens. */
uint32_t mp_names_settled(const mp_tokens *tokens);

#endif
