import GazetteModel
import GazetteText

/// What identifies a text as work, expression and manifestation (FRBR), by the naming convention of
/// Akoma Ntoso: `/akn/cn/doc/2021-02-24/吉政办发〔2021〕10号/zho@2021-06-15`.
struct WorkIdentity {
  /// The element of the document, which is part of its name.
  let element: String
  /// The day that the work is of.
  let date: CalendarDate?
  /// The number, or what else tells it from others of its day.
  let number: String
  /// The title.
  let title: String
  /// Who issues it.
  let authors: [String]
  /// The day it was published.
  let published: CalendarDate?
  /// The component of the work, such as `!main` or `!att_1`.
  let component: String

  /// The identity of a whole issue.
  init(_ issue: Issue) {
    let identity = issue.identity
    element = "officialGazette"
    date =
      identity.publicationDate ?? identity.year.map { CalendarDate(year: $0, month: 1, day: 1) }
    number = [identity.title, identity.id].compactMap(\.self).joined(separator: "-")
    title = issue.fullName
    authors = [identity.sponsor ?? identity.title].compactMap(\.self)
    published = identity.publicationDate
    component = "!main"
  }

  /// The identity of a document, or of an attachment as a component of its document.
  init(of document: NodeID, element: String, in issue: Issue) {
    let root = issue.root(of: document)
    let head = issue[root].head ?? DocumentHead()
    self.element = element
    date =
      head.adoptedOn ?? head.signedOn ?? issue.identity.publicationDate
      ?? issue.identity.year.map { CalendarDate(year: $0, month: 1, day: 1) }
    number = head.documentNumber ?? "\(issue.identity.id)-\(issue[root].reference.text)"
    title = issue[document].title ?? number
    authors = head.issuers.isEmpty ? [head.signer].compactMap(\.self) : head.issuers
    published = issue.identity.publicationDate
    component =
      document == root
      ? "!main" : "!att_\(issue[document].reference.text.split(separator: ".").last ?? "1")"
  }

  /// A day that the schema takes for one; texts can have 2月30日.
  static func day(_ date: CalendarDate?) -> String? {
    guard let date, (1...9999).contains(date.year), (1...12).contains(date.month),
      date.day >= 1, date.day <= lastDay(of: date)
    else { return nil }
    return date.iso8601
  }

  private static func lastDay(of date: CalendarDate) -> Int {
    let isLeap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1]
  }

  /// The day that stands where none is known (Naming Convention 4.4 asks for one).
  private static let unknownDay = "0001-01-01"

  /// Adds `identification`.
  func write(to xml: inout XMLWriter, source: String, author: (String) -> String) {
    let day = Self.day(date) ?? Self.unknownDay
    let work = "/akn/cn/\(element)/\(day)/\(Self.percentEncoded(number))"
    let expression = "\(work)/zho@\(Self.day(published) ?? day)"
    func properties(_ uri: String, _ date: String, _ name: String) {
      xml.empty("FRBRthis", [("value", "\(uri)/\(component)")])
      xml.empty("FRBRuri", [("value", uri)])
      xml.empty("FRBRdate", [("date", date), ("name", name)])
      if authors.isEmpty { xml.empty("FRBRauthor", [("href", source), ("as", "#author")]) }
      for name in authors { xml.empty("FRBRauthor", [("href", author(name)), ("as", "#author")]) }
    }
    xml.start("identification", [("source", source)])
    xml.start("FRBRWork")
    properties(work, day, Self.day(date) == nil ? "unknown" : "issued")
    xml.empty("FRBRcountry", [("value", "cn")])
    xml.empty("FRBRnumber", [("value", number)])
    xml.empty("FRBRname", [("value", title)])
    xml.end()
    xml.start("FRBRExpression")
    properties(expression, Self.day(published) ?? day, "published")
    xml.empty("FRBRlanguage", [("language", "zho")])
    xml.end()
    xml.start("FRBRManifestation")
    properties("\(expression).akn", Self.day(published) ?? day, "published")
    xml.empty("FRBRformat", [("value", "application/akn+xml")])
    xml.end()
    xml.end()
  }

  /// A part of a URI: what RFC 3986 does not leave unreserved as its octets.
  static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { octet -> String in
      let scalar = Unicode.Scalar(octet)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "%\(digits[Int(octet >> 4)])\(digits[Int(octet & 15)])"
    }.joined()
  }
}
