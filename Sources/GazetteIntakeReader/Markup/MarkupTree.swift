import CLibXML

/// A page or an XML file as one flat list of its elements and texts in document order, each with its
/// parent and the end of its subtree, so that nothing has to recurse over depth.
struct MarkupTree {
  /// An element or a stretch of text.
  struct Node {
    /// The name without prefix, in lower case for pages; empty for text.
    var name: String
    /// The text; empty for elements.
    var text = ""
    var attributes: [(name: String, value: String)] = []
    var parent: Int
    /// The index behind its subtree.
    var end: Int

    var isText: Bool { name.isEmpty }

    /// An attribute by its name without prefix.
    subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  private(set) var nodes: [Node] = []
  /// What XML files and pages may hold, far above what people write.
  private static let mostNodes = 8_000_000

  /// Reads XML. Entities of its own are refused, so that nothing is fetched and nothing multiplies; what the parser is
  /// not told to replace it leaves as it stands.
  init(xml bytes: [UInt8]) throws(ReadingFailure) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    let document = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        nil, Int32(options))
    }
    guard let document else {
      // The parser gives up where entities of a file's own become too much.
      throw ReadingFailure(EntityDeclarations.stand(in: bytes) ? .declaresEntities : .damaged)
    }
    defer { xmlFreeDoc(document) }
    if let subset = document.pointee.intSubset?.pointee,
      subset.entities != nil || subset.pentities != nil
    {
      throw ReadingFailure(.declaresEntities)
    }
    try flatten(document)
  }

  /// Reads a page in UTF-8, whatever it says of its encoding; pages are never wrong.
  init(page bytes: [UInt8]) throws(ReadingFailure) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    if EntityDeclarations.stand(in: bytes) { throw ReadingFailure(.declaresEntities) }
    // The parser stops at NUL, which browsers pass over.
    let bytes = bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        "UTF-8", Int32(options))
    }
    guard let document else { throw ReadingFailure(.damaged) }
    defer { xmlFreeDoc(document) }
    try flatten(document)
  }

  private mutating func flatten(_ document: xmlDocPtr) throws(ReadingFailure) {
    var open: [Int] = []
    var next = document.pointee.children
    while let node = next {
      guard nodes.count < Self.mostNodes else { throw ReadingFailure(.tooLarge) }
      var child: xmlNodePtr?
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        open.append(nodes.count)
        nodes.append(
          Node(
            name: string(node.pointee.name), attributes: attributes(of: node),
            parent: open.dropLast().last ?? -1, end: 0))
        child = node.pointee.children
        if child == nil { close(&open) }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        nodes.append(
          Node(
            name: "", text: string(node.pointee.content), parent: open.last ?? -1,
            end: nodes.count + 1))
      default: break
      }
      next = child ?? Self.following(node) { close(&open) }
    }
  }

  /// The node behind a subtree; `leave` is called for each element that ends before it.
  private static func following(_ node: xmlNodePtr, leave: () -> Void) -> xmlNodePtr? {
    var node = node
    while true {
      if let next = node.pointee.next { return next }
      guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
        return nil
      }
      leave()
      node = parent
    }
  }

  private mutating func close(_ open: inout [Int]) {
    if let last = open.popLast() { nodes[last].end = nodes.count }
  }

  private func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let text = part {
        if text.pointee.type == XML_TEXT_NODE { value += string(text.pointee.content) }
        part = text.pointee.next
      }
      result.append((string(attribute.pointee.name), value))
      next = attribute.pointee.next
    }
    return result
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

// MARK: Walking

extension MarkupTree {
  subscript(index: Int) -> Node { nodes[index] }

  /// The children of an element, in order; those of none are the roots.
  func children(of parent: Int) -> [Int] {
    var result: [Int] = []
    var index = parent + 1
    let end = parent < 0 ? nodes.count : nodes[parent].end
    while index < end {
      result.append(index)
      index = nodes[index].end
    }
    return result
  }

  /// The first child of that name.
  func child(_ name: String, of parent: Int) -> Int? {
    children(of: parent).first { nodes[$0].name == name }
  }

  /// The elements of that name in a subtree, without those inside others of it.
  func descendants(_ name: String, of parent: Int) -> [Int] {
    var result: [Int] = []
    var index = parent + 1
    let end = parent < 0 ? nodes.count : nodes[parent].end
    while index < end {
      if nodes[index].name == name {
        result.append(index)
        index = nodes[index].end
      } else {
        index += 1
      }
    }
    return result
  }

  /// All text of a subtree as it stands.
  func text(of index: Int) -> String {
    var result = ""
    for node in nodes[index..<nodes[index].end] where node.isText { result += node.text }
    return result
  }
}
