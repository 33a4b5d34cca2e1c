import Testing

@testable import GazetteIntakeReader

/// Lowered and raised characters, as programs write them.
@Suite struct IndexTests {
  private func text(_ members: [(name: String, content: String)]) -> String {
    guard case .printed(let printed) = Reader.answer(to: ZipFile(members).file, as: .zip) else {
      return ""
    }
    return printed.source.text(ofLine: 1)
  }

  @Test(arguments: [
    ("<w:vertAlign w:val=\"subscript\"/>", "PM<sub>2.5</sub>浓度"),
    ("<w:position w:val=\"-2\"/><w:sz w:val=\"19\"/>", "PM<sub>2.5</sub>浓度"),
    ("<w:position w:val=\"6\"/><w:sz w:val=\"19\"/>", "PM<sup>2.5</sup>浓度"),
    ("<w:position w:val=\"-2\"/>", "PM2.5浓度"), ("<w:sz w:val=\"19\"/>", "PM2.5浓度"),
  ])
  func wordSetsThemByTheirRun(_ properties: String, _ text: String) {
    let run = { (text: String, properties: String) in
      "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
    }
    #expect(
      self.text([
        (
          "word/document.xml",
          "<w:document xmlns:w=\"w\"><w:body><w:p>" + run("PM", "") + run("2.5", properties)
            + run("浓度", "") + "</w:p></w:body></w:document>"
        )
      ]) == text)
  }

  @Test(arguments: [
    ("sub 58%", "PM<sub>2.5</sub>浓度"), ("-8% 80%", "PM<sub>2.5</sub>浓度"),
    ("super 58%", "PM<sup>2.5</sup>浓度"), ("0% 100%", "PM2.5浓度"),
  ])
  func openDocumentsSetThemByStyle(_ position: String, _ text: String) {
    let content = """
      <office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s">
      <office:automatic-styles><style:style style:name="T1"><style:text-properties
      style:text-position="\(position)"/></style:style></office:automatic-styles><office:body><office:text>
      <text:p>PM<text:span text:style-name="T1">2.5</text:span>浓度</text:p>
      </office:text></office:body></office:document-content>
      """
    #expect(
      self.text([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
      ]) == text)
  }
}
