import Foundation
import Testing

/// Files that are made to do harm: one clear line each, and nothing is written or fetched.
@Suite struct HostileFilesTests {
  /// Opening `path` says `words` on one line, and leaves no file beside it or where the program was started.
  private func expectRefusal(
    _ path: String, _ words: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let beside = (path as NSString).deletingLastPathComponent
    let start = try TemporaryFolder()
    let before = try FileManager.default.subpathsOfDirectory(atPath: beside).sorted()
    let run = try Program.run("outline", "--issue", path, in: start.path)
    #expect(run.status == 1, sourceLocation: location)
    #expect(run.output.isEmpty, sourceLocation: location)
    #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: location)
    #expect(run.errors.filter { $0 == "\n" }.count == 1, sourceLocation: location)
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: beside).sorted() == before,
      sourceLocation: location)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: start.path).isEmpty,
      sourceLocation: location)
  }

  /// Writes zip files as Python's library does.
  ///
  /// - Parameter members: The lines of a program that makes `members`, a list of names and bytes.
  private func container(_ name: String, in folder: TemporaryFolder, _ members: String) throws
    -> String
  {
    let script = """
      import io, sys, zipfile
      def packed(members):
          file = io.BytesIO()
          with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
              for name, content in members: archive.writestr(name, content)
          return file.getvalue()
      \(members)
      open(sys.argv[1], 'wb').write(packed(members))
      """
    let run = try Program.tool(["python3"], ["-c", script, name], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return folder.path + "/" + name
  }

  // MARK: Bombs

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/bomb.gz"
    #expect(try Program.shell("head -c 400000000 /dev/zero | gzip > '\(path)'").status == 0)
    try expectRefusal(path, "GZIP 展开后过大")
  }

  @Test(arguments: [
    "[('a.md', large)]", "[('word/document.xml', large)]", "[('META-INF/container.xml', large)]",
    "[('mimetype', 'application/vnd.oasis.opendocument.text'), ('content.xml', large)]",
    "[('OFD.xml', large)]", "[('%d.md' % number, b'') for number in range(30000)]",
    "[('outer.zip', packed([('a.md', large)]))]",
  ])
  func aContainerOfTooMuchIsRefused(_ members: String) throws {
    let folder = try TemporaryFolder()
    let path = try container(
      "bomb.zip", in: folder, "large = bytes(200 << 20); members = \(members)")
    try expectRefusal(path, "ZIP 展开后过大")
  }

  @Test func aContainerInAContainerWithoutEndIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try container(
      "deep.zip", in: folder,
      """
      members = [('a.md', '一、总则。')]
      for depth in range(8): members = [('%d.zip' % depth, packed(members))]
      """)
    try expectRefusal(path, "不读这种 ZIP 文件")
  }

  @Test func aTextThatUnpacksToMoreThanATextMayBeIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try container(
      "long.docx", in: folder,
      """
      text = b'<w:p><w:r><w:t>' + bytes([97]) * (1 << 20) + b'</w:t></w:r></w:p>'
      members = [('word/document.xml',
          b'<w:document xmlns:w="w"><w:body>' + 40 * text + b'</w:body></w:document>')]
      """)
    try expectRefusal(path, "展开后过大")
  }

  @Test func aThousandPagesOfNothingAreRefused() throws {
    let folder = try TemporaryFolder()
    let count = 10_000
    var pdf = "%PDF-1.4\n"
    var places: [Int] = []
    func add(_ object: String) {
      places.append(pdf.utf8.count)
      pdf += "\(places.count) 0 obj\n\(object)\nendobj\n"
    }
    add("<</Type/Catalog/Pages 2 0 R>>")
    let kids = (0..<count).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    add("<</Type/Pages/Count \(count)/Kids[\(kids)]>>")
    for _ in 0..<count { add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>") }
    let table = pdf.utf8.count
    pdf += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places { pdf += String(format: "%010d 00000 n \n", place) }
    pdf += "trailer<</Root 1 0 R/Size \(places.count + 1)>>\nstartxref\n\(table)\n%%EOF\n"
    try expectRefusal(folder.file("empty.pdf", pdf), "PDF，10000 页，没有文字层（扫描件）")
  }

  // MARK: Entities

  /// Document types: one whose entities multiply to gigabytes, one that fetches a file into its text, and one that has
  /// another file read for its declarations.
  private static let multiplying =
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + zip("bcdefghijklm", "abcdefghijkl").map { own, other in
      "<!ENTITY \(own) '" + String(repeating: "&\(other);", count: 10) + "'>"
    }.joined() + "]>"
  private static let fetching = "<!DOCTYPE x [<!ENTITY m SYSTEM 'file:///etc/passwd'>]>"
  private static let declaring =
    "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; <!ENTITY m 'x'>]>"

  /// The members of a container, `TYPE` where the document type stands.
  private static let containers = [
    "[('word/document.xml', '''TYPE<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>一、总则。&m;</w:t></w:r></w:p>"
      + "</w:body></w:document>''')]",
    "[('mimetype', 'application/vnd.oasis.opendocument.text'), ('content.xml', '''TYPE<o xmlns:text='t'>"
      + "<body><text><text:p>一、总则。&m;</text:p></text></body></o>''')]",
    "[('OFD.xml', '''TYPE<OFD><DocBody><DocRoot>Doc_0/&m;.xml</DocRoot></DocBody></OFD>''')]",
    "[('META-INF/container.xml', '''<container><rootfile full-path='c'/></container>'''), ('c', '''<package>"
      + "<item id='a' href='a'/><itemref idref='a'/></package>'''), ('a', '''<?xml version='1.0'?>TYPE"
      + "<html><body><p>一、总则。&m;</p></body></html>''')]",
    "[('a.html', '''<?xml version='1.0'?><!-- > -->TYPE<html><body><p>一、总则。&m;</p></body></html>''')]",
  ]

  @Test(arguments: containers, [multiplying, fetching, declaring])
  func entitiesOfAFilesOwnAreNotFollowed(_ members: String, _ type: String) throws {
    let folder = try TemporaryFolder()
    let path = try container(
      "entities.zip", in: folder,
      "members = " + members.replacingOccurrences(of: "TYPE", with: type))
    try expectRefusal(path, "自定义了实体")
  }

  @Test func whatOtherDocumentTypesNameIsNotFetched() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.file("secret.txt", "一、秘密。")
    for part in [
      "<!DOCTYPE x SYSTEM 'file://\(secret)'><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>二、公开。",
      "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>二、公开。<i:include xmlns:i="
        + "'http://www.w3.org/2001/XInclude' href='file://\(secret)' parse='text'/>",
    ] {
      let path = try container(
        "fetch.docx", in: folder,
        "members = [('word/document.xml', '''\(part)</w:t></w:r></w:p></w:body></w:document>''')]")
      let run = try Program.run("outline", "--issue", path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.text.contains("公开"))
      #expect(!run.text.contains("秘密"))
    }
  }

  // MARK: Damage

  @Test func whatIsCutOffIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/cut.gz"
    let text = Program.repository + "/Content/jilin-2021-11/issue.md"
    #expect(try Program.shell("gzip -c '\(text)' | head -c 9000 > '\(path)'").status == 0)
    try expectRefusal(path, "损坏或不完整")
    try expectRefusal(folder.file("zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0]), "损坏或不完整")
  }

  @Test func aPageWithoutTextIsRefused() throws {
    let folder = try TemporaryFolder()
    try expectRefusal(folder.file("a.html", "<html><script>var a = '字';</script></html>"), "没有文字")
  }

  @Test func theReaderIsNeverLookedForByPath() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("a.html", "<html><body><p>一、总则。</p></body></html>")
    let run = try Program.shell(
      "cp \"$GAZETTE\" '\(folder.path)/gazette' && printf '#!/bin/sh\\necho hello' > '\(folder.path)/x'"
        + " && PATH='\(folder.path)':$PATH '\(folder.path)/gazette' outline --issue '\(page)'")
    #expect(run.status == 1)
    #expect(run.errors.contains("gazette-intake"))
  }
}
