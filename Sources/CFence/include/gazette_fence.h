#ifndef GAZETTE_FENCE_H
#define GAZETTE_FENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// A program that is run apart, and what it may take.
struct gazette_fence {
  /// Its path; nothing is looked for, and no shell takes part.
  const char *program;
  /// Its arguments with its name first, and its whole environment, each ended by a null pointer.
  char *const *arguments;
  char *const *environment;
  /// The only folder that it may write into, where it then works; null when it may write nowhere.
  const char *folder;
  /// Address space in bytes, processor time in seconds, size of a file that it writes in bytes,
  /// and how many files it may have open.
  uint64_t memory, seconds, file_size, open_files;
  /// Whether it may speak to itself through sockets of the file system, as LibreOffice does.
  bool has_local_sockets;
  /// What becomes its standard input, output and error.
  int input, output, errors;
};

/// Starts the program in a process group of its own that ends with the caller.
///
/// It gets no new privileges, reaches no network, no other process and no file but installed
/// programs and their data, as far as the kernel has the means (Landlock, seccomp). Returns its
/// process, or -1 with `errno`.
pid_t gazette_fence_start(const struct gazette_fence *fence);

/// Takes from the calling process what a reader that runs already does without: starting programs
/// and processes. Returns whether the kernel does.
bool gazette_fence_tighten(void);

/// A file without a name that holds `count` bytes and stands at its beginning; -1 with `errno`.
int gazette_fence_file(const void *bytes, size_t count);

#endif
