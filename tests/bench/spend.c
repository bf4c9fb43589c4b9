/* spend.c: what a command costs: runs it with its output thrown away, and tells wall time and CPU time in microseconds and
 * the largest memory in kibibytes. Knows nothing of the command.
 *
 *     spend COMMAND [ARGUMENT…] */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double microseconds(struct timeval time) { return (double)time.tv_sec * 1e6 + (double)time.tv_usec; }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void become(char **command) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

int main(int argc, char **argv) {
    struct rusage usage;
    int status;
    if (argc < 2) return fputs("usage: spend COMMAND [ARGUMENT...]\n", stderr), 2;
    double start = now();
    pid_t child = fork();
    if (child == 0) become(argv + 1);
    if (child < 0 || wait4(child, &status, 0, &usage) < 0) return perror("spend"), 1;

    double wall = now() - start, cpu = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
    printf("%.0f %.0f %ld\n", wall, cpu, usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) == 127 : 1;
}
