/* gate.c: the core's gate by itself, as a module of some four KB: texts that name no model are told apart before the core is
 * compiled. Knows the shipped names alone; nothing of JavaScript. */
#include "../../core/rules/shipped.h"

/* Where the loader writes a text, UTF-8, and how much there is room for. */
char *mp_gate_room(void);
uint32_t mp_gate_room_bytes(void);

/* Whether so many bytes of it may name a model. */
uint32_t mp_gate_opens(uint32_t bytes);

static char room[36 * 1024]; /* with the stack and the names, one page of memory */

char *mp_gate_room(void) { return room; }

uint32_t mp_gate_room_bytes(void) { return sizeof room; }

uint32_t mp_gate_opens(uint32_t bytes) {
    return bytes > sizeof room || mp_gate_lets_through(&mp_shipped_gate, (mp_text){room, bytes}) ? 1 : 0;
}
