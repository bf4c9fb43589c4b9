/* commands.h: what the command `mouthpiece` can do. Each call reads its own arguments and gives the exit status: 0 fine
 * and nothing found at the level asked for, 1 something found, 2 usage, unreadable input or a bad pack. */
#ifndef MOUTHPIECE_COMMANDS_H
#define MOUTHPIECE_COMMANDS_H

enum { MP_EXIT_FINE = 0, MP_EXIT_FOUND = 1, MP_EXIT_PROBLEM = 2 };

/* argv[0] is the command's name. */
int mp_command_check(int argc, char **argv);
int mp_command_scan(int argc, char **argv);
int mp_command_document(int argc, char **argv);
int mp_command_rules(int argc, char **argv);
int mp_command_init(int argc, char **argv);
int mp_command_schema(int argc, char **argv);

#endif
