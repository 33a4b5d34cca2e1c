/// Why a file of another format than text could not be read.
public enum IntakeFailure: Error, Equatable, Sendable {
  /// `gazette-intake`, which reads all but text, stands neither beside the program nor in
  /// `../libexec/gazette`.
  case noReader
  /// A program is missing, which that Debian package brings.
  case noProgram(String, package: String)
  /// A format that the program knows and does not read: its name.
  case notRead(String)
  /// Formats that need other programs are not read in restricted mode: its name.
  case notInRestrictedMode(String)
  /// The reader was stopped after so many seconds.
  case tooSlow(String, seconds: Int)
  /// What is in the file is larger than may be.
  case tooLarge(String)
  /// The reader came to grief over the file, by a signal or with an answer that is none.
  case crashed(String)
  /// It cannot be started; the number is its `errno`.
  case cannotStart(Int32)
  case damaged(String)
  case encrypted(String)
  case noText(String)
  /// Its pages, so many, hold pictures or nothing: their characters have to be recognised.
  case noTextLayer(String, pages: Int)
  /// It declares entities of its own, by which little becomes much and other files are fetched.
  case declaresEntities(String)
  /// A container of several files: their names.
  case severalFiles([String])
}

extension IntakeFailure {
  /// What became of a fenced program that read a file of the format `name`.
  package init(_ failure: FenceFailure, format name: String) {
    switch failure {
    case .cannotStart(let code): self = .cannotStart(code)
    case .tooSlow(let seconds): self = .tooSlow(name, seconds: seconds)
    case .tooLarge: self = .tooLarge(name)
    case .crashed: self = .crashed(name)
    }
  }

  package init(_ problem: ReaderProblem, format name: String) {
    switch problem {
    case .damaged: self = .damaged(name)
    case .encrypted: self = .encrypted(name)
    case .noText: self = .noText(name)
    case .noTextLayer(let pages): self = .noTextLayer(name, pages: pages)
    case .unknownFormat: self = .notRead(name)
    case .severalFiles(let names): self = .severalFiles(names)
    case .tooLarge: self = .tooLarge(name)
    case .declaresEntities: self = .declaresEntities(name)
    }
  }
}
