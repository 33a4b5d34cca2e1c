/// Reads the part of TOML 1.0 that a configuration needs: tables, bare, quoted and dotted keys,
/// strings in one line, integers, truth values, arrays and comments.
///
/// A mistake costs its own line: what stands before and behind it is read. Nothing recurses but
/// arrays, and these within a bound.
package struct TOMLReader {
  private var cursor: TOMLCursor
  private var document = TOMLDocument()
  /// The table of the last heading; nil behind a heading that cannot be read, whose keys are passed
  /// over.
  private var table: [String]? = []

  /// Reads a text.
  package static func read(_ bytes: [UInt8]) -> TOMLDocument {
    var reader = TOMLReader(cursor: TOMLCursor(bytes))
    reader.readAll()
    return reader.document
  }

  private init(cursor: TOMLCursor) {
    self.cursor = cursor
  }

  private mutating func readAll() {
    if cursor.beginsWithOtherEncoding {
      return document.mistakes.append(TOMLMistake(line: 1, kind: .notUTF8))
    }
    cursor.skipByteOrderMark()
    while true {
      cursor.skipBlank()
      guard let byte = cursor.byte else { return }
      let line = cursor.line
      if byte != 0x0A && byte != 0x23 {
        do throws(TOMLMistake.Kind) {
          if byte == 0x5B { try readHeading() } else { try readEntry() }
          try cursor.expectEndOfLine()
        } catch {
          document.mistakes.append(TOMLMistake(line: line, kind: error))
          cursor.recover(from: line)
          continue
        }
      }
      cursor.skipLine()
    }
  }

  private mutating func readHeading() throws(TOMLMistake.Kind) {
    table = nil
    cursor.advance()
    if cursor.byte == 0x5B { throw .unsupported("[[ ]]") }
    let path = try readPath()
    guard cursor.take(0x5D) else { throw .badHeading }
    table = path
  }

  private mutating func readEntry() throws(TOMLMistake.Kind) {
    let line = cursor.line
    let path = try readPath()
    guard cursor.take(0x3D) else { throw .noEqualsSign(path[path.count - 1]) }
    cursor.skipBlank()
    let value = try cursor.readValue()
    guard let table else { return }
    guard table.count + path.count <= TOMLDocument.deepestPath else { throw .tooDeep }
    document.entries.append(TOMLEntry(path: table + path, line: line, value: value))
  }

  /// Names joined by points, with blanks around them.
  private mutating func readPath() throws(TOMLMistake.Kind) -> [String] {
    var path: [String] = []
    repeat {
      cursor.skipBlank()
      path.append(try cursor.readKey())
      guard path.count <= TOMLDocument.deepestPath else { throw .tooDeep }
      cursor.skipBlank()
    } while cursor.take(0x2E)
    return path
  }
}
