/* weights_share.c: the logistic function between steps of a half, in proportion. */
#include "weights_share.h"

int32_t mp_share_of(int32_t sum) {
    static const int16_t shares[] = {500, 622, 731, 818, 881, 924, 953, 971, 982, 989, 993, 996, 998, 998, 999};
    enum { steps = sizeof shares / sizeof *shares, step_size = 500 };
    int32_t size = sum < 0 ? -sum : sum, step = size / step_size;
    int32_t share = shares[steps - 1];

    if (step + 1 < steps) share = shares[step] + (shares[step + 1] - shares[step]) * (size % step_size) / step_size;
    return sum < 0 ? MP_WHOLE_SHARE - share : share;
}
