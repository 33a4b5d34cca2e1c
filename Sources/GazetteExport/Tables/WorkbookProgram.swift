import GazetteText
import Glibc

/// Makes workbooks (XLSX) by `gazette-sheet`, a program beside this one that is linked to libxlsxwriter.
public enum WorkbookProgram {
  /// Why no workbook was made.
  public enum Refusal: Error, Equatable, Sendable {
    /// The program is not installed.
    case isMissing
    /// It could not be started or did not do its work.
    case failed
  }

  private static let name = "gazette-sheet"

  /// The bytes of a workbook with the table on its only sheet.
  public static func bytes(of table: ExportTable) throws(Refusal) -> [UInt8] {
    guard let path = CompanionProgram.path(named: name) else { throw .isMissing }
    // Files without a name, not pipes: neither side has to read while the other writes.
    guard let input = tmpfile() else { throw .failed }
    defer { fclose(input) }
    guard let output = tmpfile() else { throw .failed }
    defer { fclose(output) }
    guard fill(fileno(input), with: WorkbookFields.bytes(of: table)),
      run(path, input: fileno(input), output: fileno(output)),
      let bytes = contents(of: fileno(output)), !bytes.isEmpty
    else { throw .failed }
    return bytes
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  /// Runs the program to its end; it gets no environment, since it needs none.
  private static func run(_ path: String, input: Int32, output: Int32) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    guard let word = strdup(path) else { return false }
    defer { free(word) }
    var process: pid_t = 0
    let arguments: [UnsafeMutablePointer<CChar>?] = [word, nil]
    let environment: [UnsafeMutablePointer<CChar>?] = [nil]
    guard posix_spawn(&process, path, &actions, nil, arguments, environment) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }

  private static func contents(of descriptor: Int32) -> [UInt8]? {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        return nil
      }
    }
  }
}
