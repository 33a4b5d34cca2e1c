/// A JSON value, as commands print it and manifests are read from.
///
/// The standard library alone: decoding a manifest by Foundation's decoder costs a millisecond,
/// and linking it two, of the nine that the first frame may take.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number with a fraction; must be finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The elements of an array; none of anything else.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// The string, or null.
  public init(_ string: String?) {
    self = string.map(JSONValue.string) ?? .null
  }

  /// The number, or null.
  public init(_ integer: Int?) {
    self = integer.map(JSONValue.integer) ?? .null
  }

  /// The day as ISO 8601 writes it, or null.
  public init(_ date: CalendarDate?) {
    self.init(date?.iso8601)
  }

  /// The lines as `[first, last]`.
  public init(_ lines: LineRange) {
    self = .array([.integer(lines.first), .integer(lines.last)])
  }

  /// The stretch as `[start, end]`, in Unicode scalars.
  public init(_ range: ScalarRange) {
    self = .array([.integer(range.start), .integer(range.end)])
  }

  /// The strings, in order.
  public init(_ strings: [String]) {
    self = .array(strings.map(JSONValue.string))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// An integer.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }

  /// Creates an object; a name that stands twice keeps its last value.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object: JSONObject = [:]
    for (name, value) in elements { object[name] = value }
    self = .object(object)
  }
}
