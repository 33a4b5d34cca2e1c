import Glibc

/// A process that could not be started.
struct SpawnFailure: Error {
  let executable: String
  let code: Int32
}

/// Runs a program to its end and returns its status; 128 and the signal where one ended it.
///
/// Not Foundation's `Process`: what that lets its child inherit is kept open by the server that
/// tmux leaves behind, and it would wait for that.
///
/// - Parameters:
///   - output: The file that takes standard output.
///   - errors: The file that takes standard error.
func spawn(
  _ executable: String, _ arguments: [String], environment: [String: String],
  in folder: String = "/", output: String, errors: String
) throws(SpawnFailure) -> Int32 {
  let process = try startProcess(
    executable, arguments, environment: environment, in: folder
  ) { actions in
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}

/// Starts a program, which the caller waits for.
///
/// - Parameter setFiles: Says what its standard input, output and errors are.
func startProcess(
  _ executable: String, _ arguments: [String], environment: [String: String],
  in folder: String = "/", setFiles: (inout posix_spawn_file_actions_t) -> Void
) throws(SpawnFailure) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  setFiles(&actions)

  var attributes = signalsAsFromAShell()
  defer { posix_spawnattr_destroy(&attributes) }

  let words = ["env", "-C", folder, executable] + arguments
  var argumentPointers = words.map { strdup($0) } + [nil]
  var environmentPointers = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }

  var process: pid_t = 0
  let code = posix_spawnp(
    &process, "/usr/bin/env", &actions, &attributes, &argumentPointers, &environmentPointers)
  guard code == 0 else { throw SpawnFailure(executable: executable, code: code) }
  return process
}

/// Attributes that let a child hear all signals. The threads of the tests block signals, which it
/// would inherit: no resize would reach it.
/// - Parameter flags: What else is wanted.
func signalsAsFromAShell(flags: Int16 = 0) -> posix_spawnattr_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  var blocked = sigset_t()
  sigemptyset(&blocked)
  var defaults = sigset_t()
  sigfillset(&defaults)
  posix_spawnattr_setsigmask(&attributes, &blocked)
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  posix_spawnattr_setflags(
    &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | flags)
  return attributes
}
