/* quote.h: quotation marks paired into quoted stretches, and block quotes. Knows blocks and marks; nothing of speakers. */
#ifndef MOUTHPIECE_QUOTE_H
#define MOUTHPIECE_QUOTE_H

#include "token.h"

/* No stretch, sentence, mention or verb. */
#define MP_NONE UINT32_MAX

/* Words between quotation marks, or a whole blockquote or embed block. */
typedef struct mp_stretch {
    uint32_t block;
    uint32_t start, end;             /* bytes of the block's text, marks left out */
    uint32_t first_token, end_token; /* the tokens inside */
    uint32_t outer_first, outer_end; /* with the marks */
    uint32_t parent;                 /* the stretch around it, MP_NONE at the top */
    bool unclosed;                   /* ends with its block for want of a closing mark */
    bool continues;                  /* goes on from an unclosed stretch of the block before */
    bool is_block;                   /* a whole blockquote or embed */
} mp_stretch;

typedef struct mp_stretches {
    mp_stretch *items; /* in the order of their first token; parents before children */
    size_t count;
    uint32_t *block_first; /* the first stretch of each block; one more at the end */
} mp_stretches;

/* Pairs the marks of every block. Linear in the tokens. */
mp_status mp_stretches_find(const mp_tokens *tokens, mp_arena *arena, mp_stretches *stretches, mp_error *error);

#endif
