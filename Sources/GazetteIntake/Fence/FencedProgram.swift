/// A program that reads a stranger's file, and what it may take for that.
package struct FencedProgram: Sendable {
  /// Its path; nothing is looked for, and no shell takes part.
  package var path: String
  /// The words behind its name.
  package var arguments: [String]
  /// Its whole environment, as `NAME=value`.
  package var environment: [String]
  /// The only folder that it may write into, where it then works; nil when it writes nowhere.
  package var folder: String?
  /// Whether it may speak to itself through sockets of the file system, as LibreOffice does.
  package var hasLocalSockets = false
  package var limits: FenceLimits

  package init(
    path: String, arguments: [String] = [], environment: [String] = [], folder: String? = nil,
    limits: FenceLimits = FenceLimits()
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.limits = limits
  }
}

/// What a fenced program may take.
package struct FenceLimits: Sendable, Hashable {
  /// Seconds of the clock and of the processor.
  package var seconds = 30
  /// Address space in bytes.
  package var memory = 2 << 30
  /// Bytes of its answer.
  package var output = 256 << 20
  /// Bytes of one file that it writes into its folder.
  package var fileSize = 256 << 20
  package var openFiles = 64

  package init() {}

  /// The usual limits, with other seconds.
  package init(seconds: Int) {
    self.seconds = seconds
  }
}

/// What a fenced program answered.
package struct FencedOutput: Sendable {
  /// Its exit status.
  package var status: Int32
  package var bytes: [UInt8]
  /// The beginning of what it wrote on standard error.
  package var errors: [UInt8]
}

/// Why a fenced program gave no answer.
package enum FenceFailure: Error, Hashable, Sendable {
  /// The system does not start it; the number is its `errno`.
  case cannotStart(Int32)
  /// It ran longer than so many seconds.
  case tooSlow(Int)
  /// Its answer is larger than so many bytes.
  case tooLarge(Int)
  /// It ended by a signal, as programs do that go wrong or take too much memory.
  case crashed(Int32)
}
