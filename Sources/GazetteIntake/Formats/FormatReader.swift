import GazetteModel
import GazetteText

/// Reads files of any format but text in UTF-8.
///
/// How a format is added:
/// 1. `FileFormat` gets a case and `FormatDetection` tells it, or, where it is packed in a zip file,
///    `Container` of `gazette-intake` does.
/// 2. What this package reads by itself gets a `ReaderMode` and a reader in `gazette-intake`, which
///    runs in the fence with the file on its standard input and answers a `PrintedText`.
/// 3. What another program reads is run here by `run(_:on:)` in the same fence; what it answers is
///    handed to a `ReaderMode`, so that no stranger's bytes are taken apart in this process.
/// 4. `read(_:as:)` below gets its line.
package struct FormatReader {
  /// A file in a file in a file; deeper ones are traps.
  private static let deepest = 3
  package let options: IntakeOptions

  package init(options: IntakeOptions) {
    self.options = options
  }

  /// Reads a file whose format was told by `FormatDetection`.
  package func read(
    _ bytes: [UInt8], as format: FileFormat
  ) throws(IntakeFailure) -> PrintedText {
    var bytes = bytes
    var format = format
    for _ in 0..<Self.deepest {
      switch try answer(to: bytes, format) {
      case .printed(let printed): return printed
      case .problem(let problem): throw IntakeFailure(problem, format: format.name)
      case .contents(let contents):
        bytes = contents
        format = FormatDetection.format(of: contents) ?? .encodedText
      }
    }
    throw .notRead(format.name)
  }

  private func answer(
    to bytes: [UInt8], _ format: FileFormat
  ) throws(IntakeFailure) -> ReaderAnswer {
    switch format {
    case .text, .encodedText: try ask(.text, bytes, format)
    case .html: try ask(.html, bytes, format)
    case .mhtml: try ask(.mhtml, bytes, format)
    case .json: try ask(.json, bytes, format)
    case .zip: try ask(.zip, bytes, format)
    case .gzip: try ask(.gzip, bytes, format)
    case .pdf: try readPDF(bytes)
    case .picture: .problem(.noTextLayer(pages: 1))
    case .compound, .rtf: try readByOffice(bytes, format)
    }
  }

  /// What `gazette-intake` makes of a file.
  package func ask(
    _ mode: ReaderMode, _ bytes: [UInt8], _ format: FileFormat,
    limits: FenceLimits = FenceLimits()
  ) throws(IntakeFailure) -> ReaderAnswer {
    guard let reader = options.reader ?? ReaderProgram.path else { throw .noReader }
    let output = try run(
      FencedProgram(path: reader, arguments: [mode.rawValue], limits: limits), on: bytes, format)
    guard output.status == 0 else { throw .crashed(format.name) }
    do throws(BadAnswer) {
      return try ReaderAnswer(bytes: output.bytes)
    } catch {
      throw .crashed(format.name)
    }
  }

  /// Runs a program in the fence with a file as its standard input.
  package func run(
    _ program: FencedProgram, on bytes: [UInt8], _ format: FileFormat
  ) throws(IntakeFailure) -> FencedOutput {
    do throws(FenceFailure) {
      return try Fence.run(program, input: bytes) { milliseconds in
        options.report(IntakeProgress(format: format.name, milliseconds: milliseconds))
      }
    } catch {
      throw IntakeFailure(error, format: format.name)
    }
  }
}
