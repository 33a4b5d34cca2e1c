/// Prints a JSON value: UTF-8, keys sorted, two spaces for each level, nothing on one line but
/// scalars.
///
/// Beyond what JSON demands, characters that act on a terminal or cannot be seen are escaped, and
/// marks that are too many over one character, so that the output can be looked at safely.
public struct JSONWriter {
  private var output: [UInt8] = []

  /// Something still to be printed; a list of these stands in for recursion.
  private enum Pending {
    case value(JSONValue)
    case key(String)
    case close(UInt8)
    case separator
  }

  /// The text of `value`, ending with a line feed.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    writer.output.append(0x0A)
    return writer.output
  }

  private mutating func write(_ value: JSONValue) {
    var pending: [Pending] = [.value(value)]
    var depth = 0
    while let next = pending.popLast() {
      switch next {
      case .separator:
        output.append(UInt8(ascii: ","))
        startLine(depth: depth)
      case .close(let bracket):
        depth -= 1
        startLine(depth: depth)
        output.append(bracket)
      case .key(let key):
        write(key)
        output.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
      case .value(.array(let elements)):
        output.append(UInt8(ascii: "["))
        guard !elements.isEmpty else {
          output.append(UInt8(ascii: "]"))
          continue
        }
        depth += 1
        startLine(depth: depth)
        pending.append(.close(UInt8(ascii: "]")))
        for (index, element) in elements.enumerated().reversed() {
          pending.append(.value(element))
          if index > 0 { pending.append(.separator) }
        }
      case .value(.object(let members)):
        output.append(UInt8(ascii: "{"))
        guard !members.isEmpty else {
          output.append(UInt8(ascii: "}"))
          continue
        }
        depth += 1
        startLine(depth: depth)
        pending.append(.close(UInt8(ascii: "}")))
        for (index, member) in members.enumerated().reversed() {
          pending.append(.value(member.value))
          pending.append(.key(member.name))
          if index > 0 { pending.append(.separator) }
        }
      case .value(.null): output.append(contentsOf: "null".utf8)
      case .value(.bool(let flag)): output.append(contentsOf: (flag ? "true" : "false").utf8)
      case .value(.integer(let integer)): output.append(contentsOf: String(integer).utf8)
      case .value(.number(let number)): write(number)
      case .value(.string(let string)): write(string)
      }
    }
  }

  private mutating func startLine(depth: Int) {
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  /// A whole number is printed without a fraction, so that 90 and 0.5 read as the text has them.
  private mutating func write(_ number: Double) {
    if let whole = Int(exactly: number) {
      output.append(contentsOf: String(whole).utf8)
    } else {
      precondition(number.isFinite, "JSON has no infinity and no NaN")
      output.append(contentsOf: String(number).utf8)
    }
  }

  private mutating func write(_ string: String) {
    output.append(UInt8(ascii: "\""))
    var stack = MarkStack()
    for scalar in string.unicodeScalars {
      let isTooHigh = stack.isTooHigh(with: scalar)
      switch scalar {
      case "\"": output.append(contentsOf: #"\""#.utf8)
      case "\\": output.append(contentsOf: #"\\"#.utf8)
      case "\n": output.append(contentsOf: #"\n"#.utf8)
      case "\r": output.append(contentsOf: #"\r"#.utf8)
      case "\t": output.append(contentsOf: #"\t"#.utf8)
      case "\u{8}": output.append(contentsOf: #"\b"#.utf8)
      case "\u{C}": output.append(contentsOf: #"\f"#.utf8)
      case _ where isTooHigh || scalar.isHidden:
        for unit in String(scalar).utf16 { escape(unit) }
      default: output.append(contentsOf: String(scalar).utf8)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    output.append(contentsOf: #"\u"#.utf8)
    output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    output.append(contentsOf: digits.utf8)
  }
}
