/// What opening files may use.
public struct IntakeOptions: Sendable {
  /// Where conversions are kept (`$XDG_CACHE_HOME/gazette`); nil where none are.
  public var cacheFolder: String?
  /// Whether only what the reader itself understands is read, without programs that were installed
  /// for other purposes.
  public var isRestricted: Bool
  /// Told about ten times a second what is being read.
  public var report: @Sendable (IntakeProgress) -> Void
  /// The program that reads formats; found beside this one where nil.
  package var reader: String?
  /// Where programs that are not needed by all formats are looked for; where packages put them if nil.
  package var programFolders: [String]?

  /// Creates options; what is not said is usual.
  public init(
    cacheFolder: String? = nil, isRestricted: Bool = false,
    report: @escaping @Sendable (IntakeProgress) -> Void = { _ in }
  ) {
    self.cacheFolder = cacheFolder
    self.isRestricted = isRestricted
    self.report = report
  }
}

/// How far reading a file has come.
public struct IntakeProgress: Sendable, Hashable {
  /// What people call the format: PDF, DOCX.
  public var format: String
  /// Since the reading began.
  public var milliseconds: Int
  /// How many of how many pages are done, where that is known.
  public var pages: (done: Int, all: Int)? {
    get { pageCount.map { (pagesDone, $0) } }
    set {
      pagesDone = newValue?.done ?? 0
      pageCount = newValue?.all
    }
  }
  private var pagesDone = 0
  private var pageCount: Int?

  /// Creates a record of how long reading a format took, in milliseconds.
  public init(format: String, milliseconds: Int) {
    self.format = format
    self.milliseconds = milliseconds
  }
}
