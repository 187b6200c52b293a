// Usage: tally_stopwatch COMMAND [ARGUMENT...]
// Runs a command, its output thrown away, and prints the seconds it took and
// the peak memory of its largest process in KB. A program of its own because
// the kernel counts the memory of whoever starts a command as the command's:
// started from a script, nothing would seem smaller than the script's
// interpreter. Exits as the command does.

#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

[[noreturn]] void become(char** command) {
  dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
  execvp(command[0], command);
  perror(command[0]);
  _exit(127);
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fprintf(stderr, "Usage: %s COMMAND [ARGUMENT...]\n", argv[0]);
    return 2;
  }
  auto start = std::chrono::steady_clock::now();
  auto child = fork();
  if (child == 0)
    become(argv + 1);
  int status = 0;
  rusage used{};
  if (child == -1 || wait4(child, &status, 0, &used) == -1) {
    perror(argv[0]);
    return 1;
  }
  std::chrono::duration<double> seconds
      = std::chrono::steady_clock::now() - start;
  printf("%.6f %ld\n", seconds.count(), used.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
