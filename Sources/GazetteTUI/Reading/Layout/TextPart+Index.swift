import GazetteModel

extension TextPart {
  /// The part of the layout that shows a part of the search index.
  init(_ part: SearchIndex.Part) {
    switch part {
    case .heading: self = .heading
    case .paragraph(let index): self = .paragraph(index)
    case .cell(let place): self = .cell(place)
    case .headLine(let index): self = .head(index)
    case .entry(let index): self = .entry(index)
    }
  }

  /// The part that shows one of a node's texts.
  init(_ place: TextPlace) {
    switch place {
    case .paragraph(let index): self = .paragraph(index)
    case .cell(let cell): self = .cell(cell)
    }
  }

  /// The part of the search index that holds the text; nil for what is not indexed.
  var indexed: SearchIndex.Part? {
    switch self {
    case .heading: .heading
    case .paragraph(let index): .paragraph(index)
    case .head(let index): .headLine(index)
    case .entry(let index): .entry(index)
    case .cell(let place): .cell(place)
    case .column, .line, .row, .tableHead: nil
    }
  }
}
