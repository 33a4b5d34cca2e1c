/// A run of source lines, counted from 1, both ends included.
public struct LineRange: Hashable, Sendable {
  /// The first line, at least 1.
  public let first: Int
  /// The last line, not before `first`.
  public let last: Int

  /// Creates the run from `first` to `last`, both included.
  @inlinable
  public init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }

  /// Creates the run of a single line.
  @inlinable
  public init(_ line: Int) {
    self.init(line, line)
  }

  /// Whether `line` falls in the run.
  @inlinable
  public func contains(_ line: Int) -> Bool {
    first <= line && line <= last
  }
}

/// A stretch of a text in Unicode scalars, half open.
public struct ScalarRange: Hashable, Sendable {
  /// The offset of the first scalar, at least 0.
  public var start: Int
  /// The offset behind the last scalar, not before `start`.
  public var end: Int

  /// Creates the stretch from `start` up to `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of scalars.
  @inlinable
  public var count: Int { end - start }

  /// Whether the two stretches share a scalar.
  @inlinable
  public func overlaps(_ other: ScalarRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Whether `offset` lies in the stretch.
  @inlinable
  public func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }
}
