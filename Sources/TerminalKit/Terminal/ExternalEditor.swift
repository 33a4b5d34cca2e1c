import CNcurses
import Glibc

/// Hands a text to the editor that the user chose, in a file that only the user can read.
package enum ExternalEditor {
  /// Runs the editor on `text` and returns what it left; nil where it could not run or failed.
  /// - Parameter name: What the file is called, as far as people see it.
  package static func edit(_ text: String, name: String) -> String? {
    let folder = ["XDG_RUNTIME_DIR", "TMPDIR"].lazy.compactMap(variable).first ?? "/tmp"
    var path = Array((folder + "/\(name)-XXXXXX").utf8CString)
    // Made with mode 0600, under a name that nobody can guess.
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    defer { unlink(path) }
    let isWritten = write(Array(text.utf8), to: descriptor)
    close(descriptor)
    guard isWritten, run(on: path) else { return nil }
    return read(path)
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Runs `$VISUAL`, `$EDITOR` or `vi` through the shell, since both may carry options.
  private static func run(on path: [CChar]) -> Bool {
    let editor = ["VISUAL", "EDITOR"].lazy.compactMap(variable).first ?? "vi"
    let words = ["sh", "-c", editor + " \"$1\"", "sh"].map { (word: String) in strdup(word) }
    defer { for word in words { free(word) } }
    var path = path
    return path.withUnsafeMutableBufferPointer { path in
      var arguments: [UnsafeMutablePointer<CChar>?] = words + [path.baseAddress, nil]
      // The keys of the terminal speak to the editor, as they do in a shell.
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var defaults = sigset_t()
      sigemptyset(&defaults)
      for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGHUP, SIGTERM] {
        sigaddset(&defaults, signal)
      }
      posix_spawnattr_setsigdefault(&attributes, &defaults)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
      var process = pid_t()
      guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, cn_environment()) == 0
      else {
        return false
      }
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 {
        if errno != EINTR { return false }
      }
      return status == 0
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func read(_ path: [CChar]) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < longest {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes += buffer[..<count]
    }
    return nil
  }

  /// The largest note that is taken back, in bytes.
  private static let longest = 4 << 20
}
