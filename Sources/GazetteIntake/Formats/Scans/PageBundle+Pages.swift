extension PageBundle {
  /// The pages in order; a recognised page stands for the empty one of its number.
  package var pages: [PlacedPage] {
    var pages = wordBoxes.map(WordBoxReader.pages) ?? []
    for part in recognised {
      let placed = RecognisedWordReader.pages(
        in: part.table, first: part.number, resolution: Double(part.resolution))
      for page in placed {
        if page.number <= pages.count {
          pages[page.number - 1] = page
        } else {
          pages.append(page)
        }
      }
    }
    for (number, drawing) in drawings where number >= 1 && number <= pages.count {
      pages[number - 1].rulings = RulingReader.rulings(in: drawing)
    }
    return pages
  }
}
