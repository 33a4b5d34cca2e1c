import CFence
import GazetteIntake
import GazetteModel
import GazetteText
import Glibc

/// `gazette-intake`: reads a stranger's file on standard input and answers what is printed in it.
///
/// It is started by `gazette` in a fence and is of no use to people. Whatever goes wrong here ends
/// this process, never the browser.
enum Reader {
  static func run(arguments: [String]) -> Never {
    guard arguments.count == 2, let mode = ReaderMode(rawValue: arguments[1]) else {
      complain("gazette-intake is started by gazette, which it reads files for\n")
    }
    _ = gazette_fence_tighten()
    guard let bytes = StandardInput.bytes() else { complain("standard input cannot be read\n") }
    StandardOutput.write(answer(to: bytes, as: mode).bytes)
    exit(0)
  }

  /// What is printed in a file of that kind.
  static func answer(to bytes: [UInt8], as mode: ReaderMode) -> ReaderAnswer {
    do throws(ReadingFailure) {
      switch mode {
      case .pages: return .printed(try PagesReader.read(bytes))
      case .text: return .printed(try EncodedTextReader.read(bytes))
      case .html: return .printed(try HTMLReader.read(bytes))
      case .mhtml: return .printed(try MessageReader.read(bytes))
      case .json: return .printed(try RecordReader.read(bytes))
      case .zip: return try ContainerReader.read(bytes)
      case .gzip: return .contents(try Container.unpacked(gzip: bytes))
      }
    } catch {
      return .problem(error.problem)
    }
  }

  private static func complain(_ text: String) -> Never {
    StandardOutput.write(Array(text.utf8), to: STDERR_FILENO)
    exit(64)
  }
}
