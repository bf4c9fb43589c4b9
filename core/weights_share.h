/* weights_share.h: what a sum of weights says of how likely something is. Knows nothing else. */
#ifndef MOUTHPIECE_WEIGHTS_SHARE_H
#define MOUTHPIECE_WEIGHTS_SHARE_H

#include <stdint.h>

enum { MP_WHOLE_SHARE = 1000 };

/* The share, in thousandths, for which a sum of weights in thousandths speaks: 1 / (1 + e to the minus sum). In whole numbers,
 * so that every platform decides alike. */
int32_t mp_share_of(int32_t sum);

#endif
