/* check.h: checks files and writes what was found, side by side and in order. Knows the order of things; each thing is done
 * elsewhere. */
#ifndef MOUTHPIECE_CHECK_H
#define MOUTHPIECE_CHECK_H

#include "settings.h"

/* Checks all that the arguments name. Gives the exit status. */
int mp_check_files(const mp_arguments *arguments);

#endif
