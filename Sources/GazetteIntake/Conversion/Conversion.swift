import GazetteModel
import GazetteText

/// Turns a file of any format into a folder with a text that opens to the same issue and can be
/// corrected by hand (转换). Scanned pages are recognised one by one; what was done before a stop
/// is kept.
public struct Conversion: Sendable {
  private let path: String
  private let folder: String
  private let options: IntakeOptions

  /// How far the recognition has come.
  public struct Progress: Sendable, Hashable {
    /// How many pages are done.
    public var done: Int
    /// How many there are to do.
    public var all: Int
  }

  /// - Parameters:
  ///   - path: A file of any format, or a folder of one issue.
  ///   - folder: The folder to make.
  ///   - options: How the file is read.
  public init(path: String, folder: String, options: IntakeOptions = IntakeOptions()) {
    self.path = path
    self.folder = folder
    self.options = options
  }

  /// Converts the file.
  ///
  /// - Parameters:
  ///   - isStopped: Asked between pages.
  ///   - report: Told before each page that is recognised, and after the last.
  public func run(
    isStopped: () -> Bool = { false }, report: (Progress) -> Void = { _ in }
  ) throws(ConversionFailure) {
    let bytes: [UInt8]
    do throws(LoadFailure) {
      bytes = try IssueLoader.file(at: path).bytes
    } catch {
      throw .cannotRead(error)
    }
    let digest = SHA256.hexadecimal(bytes)
    let target = try ConversionFolder(folder, digest: digest)
    do throws(ConversionFailure) {
      try convert(bytes, digest, target, isStopped, report)
    } catch {
      target.removeIfEmpty()
      throw error
    }
  }

  private func convert(
    _ bytes: [UInt8], _ digest: String, _ target: ConversionFolder, _ isStopped: () -> Bool,
    _ report: (Progress) -> Void
  ) throws(ConversionFailure) {
    var (printed, pages): (PrintedText, [Int])
    switch FormatDetection.format(of: bytes) {
    case .pdf: (printed, pages) = try pdf(bytes, digest, target, isStopped, report)
    case .picture: (printed, pages) = try picture(bytes, digest, target, report)
    default:
      let path = path
      let options = options
      do throws(LoadFailure) {
        printed = try IssueLoader.printedText(in: bytes, path: path, options: options)
      } catch {
        throw .cannotRead(error)
      }
      pages = []
    }
    printed.provenance.digest = printed.provenance.digest ?? digest
    try target.finish(printed, pages: pages)
  }

  // MARK: Pages

  /// A PDF: pages without a layer of text are recognised, where there is a recogniser or no page has
  /// one.
  private func pdf(
    _ bytes: [UInt8], _ digest: String, _ target: ConversionFolder, _ isStopped: () -> Bool,
    _ report: (Progress) -> Void
  ) throws(ConversionFailure) -> (PrintedText, [Int]) {
    let reader = FormatReader(options: options)
    let words = try reading { () throws(IntakeFailure) in try reader.wordBoxes(of: bytes) }
    var bundle = PageBundle(wordBoxes: words.bytes)
    var answer = try ask(bundle, reader)
    if case .printed(let first) = answer {
      bundle.drawings = try reading { () throws(IntakeFailure) in
        try reader.drawings(ofPages: first.pagesWithCells, in: bytes)
      }
      if !bundle.drawings.isEmpty { answer = try ask(bundle, reader) }
    }
    let empty: [Int]
    var format = SourceFormat.pdf
    switch answer {
    case .printed(let printed):
      empty = printed.pagesWithoutText
      if empty.isEmpty || (try? Recogniser(reader: reader)) == nil {
        return (withWarnings(printed, words, digest), [])
      }
    case .problem(.noTextLayer(let pages)) where pages > 0:
      empty = Array(1...pages)
      format = .scan
    default: return (withWarnings(try printedText(answer, .pdf), words, digest), [])
    }
    let recogniser = try reading { () throws(IntakeFailure) in try Recogniser(reader: reader) }
    try target.beginPages(digest: digest)
    for (index, page) in empty.enumerated() {
      report(Progress(done: index, all: empty.count))
      if isStopped() { throw .stopped(folder, done: index, all: empty.count) }
      let table: [UInt8]
      if let known = target.page(page) {
        table = known
      } else {
        do throws(IntakeFailure) {
          table = try recogniser.table(ofPage: page, in: bytes)
        } catch {
          // The stop may have ended the recogniser too.
          if isStopped() { throw .stopped(folder, done: index, all: empty.count) }
          throw .cannotRead(LoadFailure(path: path, reason: .intake(error)))
        }
        try target.keep(table, ofPage: page)
      }
      bundle.recognised.append(
        PageBundle.RecognisedPage(
          number: page, resolution: Recogniser.resolution, table: table))
    }
    report(Progress(done: empty.count, all: empty.count))
    var printed = try printedText(try ask(bundle, reader), .pdf)
    printed.provenance.format = format
    return (withWarnings(printed, words, digest), empty)
  }

  private func picture(
    _ bytes: [UInt8], _ digest: String, _ target: ConversionFolder, _ report: (Progress) -> Void
  ) throws(ConversionFailure) -> (PrintedText, [Int]) {
    let reader = FormatReader(options: options)
    report(Progress(done: 0, all: 1))
    let answer = try reading { () throws(IntakeFailure) -> ReaderAnswer in
      let table = try Recogniser(reader: reader).table(of: bytes)
      let page = PageBundle.RecognisedPage(
        number: 1, resolution: Recogniser.resolution, table: table)
      return try reader.ask(.pages, PageBundle(recognised: [page]).bytes, .picture)
    }
    report(Progress(done: 1, all: 1))
    var printed = try printedText(answer, .picture)
    printed.provenance.format = .scan
    printed.provenance.digest = digest
    return (printed, [])
  }

  private func withWarnings(
    _ printed: PrintedText, _ words: FencedOutput, _ digest: String
  ) -> PrintedText {
    var printed = printed
    printed.findings += Poppler.findings(words.errors)
    printed.provenance.digest = digest
    return printed
  }

  private func ask(
    _ bundle: PageBundle, _ reader: FormatReader
  ) throws(ConversionFailure) -> ReaderAnswer {
    try reading { () throws(IntakeFailure) in try reader.ask(.pages, bundle.bytes, .pdf) }
  }

  private func printedText(
    _ answer: ReaderAnswer, _ format: FileFormat
  ) throws(ConversionFailure) -> PrintedText {
    try reading { () throws(IntakeFailure) -> PrintedText in
      switch answer {
      case .printed(let printed): return printed
      case .problem(let problem): throw IntakeFailure(problem, format: format.name)
      case .contents: throw .crashed(format.name)
      }
    }
  }

  private func reading<Result>(
    _ read: () throws(IntakeFailure) -> Result
  ) throws(ConversionFailure) -> Result {
    do throws(IntakeFailure) {
      return try read()
    } catch {
      throw .cannotRead(LoadFailure(path: path, reason: .intake(error)))
    }
  }
}

extension PrintedText {
  /// The pages on which no line stands, by number.
  fileprivate var pagesWithoutText: [Int] {
    guard let count = provenance.pages else { return [] }
    var hasText = Array(repeating: false, count: count + 1)
    for case let page? in origins.map(\.page) where page <= count { hasText[page] = true }
    return (1...max(1, count)).filter { $0 <= count && !hasText[$0] }
  }
}
