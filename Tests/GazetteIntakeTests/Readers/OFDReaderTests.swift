import GazetteModel
import Testing

@testable import GazetteIntakeReader

/// Documents of GB/T 33190, as their writers place text.
@Suite struct OFDReaderTests {
  private static let document = """
    <ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>
    </ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages>
    </ofd:Document>
    """

  /// The lines of a page with those text objects.
  private func lines(_ objects: String) throws -> [String] {
    let file = ZipFile([
      (
        "OFD.xml",
        "<ofd:OFD xmlns:ofd=\"o\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
      ),
      ("Doc_0/Document.xml", Self.document),
      (
        "Doc_0/Page.xml",
        "<ofd:Page xmlns:ofd=\"o\"><ofd:Content><ofd:Layer>\(objects)</ofd:Layer></ofd:Content></ofd:Page>"
      ),
    ])
    guard case .printed(let printed) = Reader.answer(to: file.file, as: .zip) else { return [] }
    return (1...printed.source.lineCount).map { printed.source.text(ofLine: $0) }
  }

  private func object(
    _ text: String, _ boundary: String, size: Double = 4, x: String = "0", y: Double? = nil
  ) -> String {
    "<ofd:TextObject Boundary=\"\(boundary)\" Size=\"\(size)\"><ofd:TextCode X=\"\(x)\" Y=\"\(y ?? size)\" "
      + "DeltaX=\"g \(text.count - 1) \(size)\">\(text)</ofd:TextCode></ofd:TextObject>"
  }

  @Test func textIsReadByItsPlace() throws {
    #expect(
      try lines(object("二、任务", "20 40 60 5") + object("一、总则", "20 20 60 5")) == ["一、总则", "二、任务"])
  }

  @Test func piecesWithTheBoxOfTheirLineAreReadInOrder() throws {
    let box = "20 20 80 5"
    let pieces = object("细颗粒物（PM", box) + object("2.5", box, size: 2.4) + object("）浓度", box)
    #expect(try lines(pieces + object("控制在32微克。", "20 26 80 5")) == ["细颗粒物（PM2.5）浓度", "控制在32微克。"])
  }

  @Test func linesWithTheBoxOfTheirParagraphStayLines() throws {
    let box = "20 20 80 40"
    #expect(
      try lines(object("二、任务", box, y: 16) + object("一、总则", box, y: 4)) == ["一、总则", "二、任务"])
  }

  @Test func aPieceWithoutSizeTakesNoOtherWithIt() throws {
    let box = "20 20 80 5"
    let broken = object("甲", box).replacingOccurrences(of: "Size=\"4.0\"", with: "Size=\"0\"")
    #expect(try lines(broken + object("省教育厅", box)).joined().contains("省教育厅"))
  }

  @Test func objectsInOneBoxWithPlacesOfTheirOwnKeepThem() throws {
    let box = "20 20 80 5"
    #expect(try lines(object("厅", box, x: "40") + object("省", box, x: "36")) == ["省厅"])
  }
}
