extension ArchiveRoom {
  /// Moves by rows of any kind, on to one that leads somewhere.
  mutating func jump(_ step: Int) {
    let place = rows.selectable(near: cursor.selected + step, step: step)
    cursor.select(place, of: rows.count, page: listRows)
    cursor.showTop()
  }

  /// Moves by one row that can be selected.
  mutating func step(_ step: Int) {
    var place = cursor.selected + step
    while rows.indices.contains(place), !rows[place].isSelectable { place += step }
    if rows.indices.contains(place) { cursor.select(place, of: rows.count, page: listRows) }
  }
}
