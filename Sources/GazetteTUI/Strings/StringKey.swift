/// Every text of the interface that is not the name of a command.
enum StringKey: String, Sendable, CaseIterable {
  // Panes
  case detailsPane, helpTitle
  // Tabs
  case contentsTab, departmentsTab, matrixTab, noSuchTab, notIndexed
  // Filters
  case toggleLead, toggleParticipate, toggleTarget, toggleDeadline, toggleMoney, toggleCorrection
  case filterPrompt, filterCount, filterCountSoFar, someDocuments, oneDocument, filtersCleared
  case tooManyFilters, nothingFiltered
  case nothingToClear, noCompletion, noHistory, oldestFilter, toggledOn, toggledOff
  case toggledOnForBody, tasksDone, whichDepartment, departmentNotHere
  case searchInstead
  case written, writtenHere, notWritten, writingIsOff, writeWhere, nothingToWrite
  // Targets
  case targetsTab, orderPrint, orderValue, orderUnit, orderDeadline, orderSubject, orderIsReversed
  case noTargets, noTargetsLeft, noDeadlines, targetValue
  // Lists
  case palette, references, referrers, removeFilter, kindBody, kindCommand, kindTarget,
    kindReference
  case kindFilter, notInIssue, notHere, noReferences, noReferrers, searchHelp
  // Marks and copies
  case markSet, noMark, nothingToRepeat, nothingToCopy, copySent, copySentToTmux,
    copySentThroughScreen
  case copySentLong, cannotCopy
  case tooLongToCopy
  case citations, citeOfficial, citeStandard, citeWords
  // The start page
  case startDocuments, startPage, startClauses, startTargets, startDeadlines, startOwn,
    startMissing,
    startKeys
  case startWorklist, startFind, startFilter, startMark, startCite, startHelp
  // Bodies
  case orderIs, orderCount, orderName, orderCategory, noBodies, noBodyFits, noClauses, narrowTo
  case narrowedTo, bodyCount, onlyRole, onlyDocument, aliases, notInRegister, clauses
  case inheritedClauses, nothingToFollow, total, heatFew, heatSome, heatMany, heatInherited,
    matrixHead, cellCounts
  // The tree
  case cover, contentsPage, notInSource, workedOut, untitled
  // The issue
  case issueOfYear, cumulativeNumber
  // Details
  case reference, path, documentItself, title, kind, documentNumber, issuers, addressees, signer
  case signedOn, adoptedOn
  case sourceNote, column, page, place, sourceLines, corrections, otherForm, cut
  case publicationDate, sponsor, frequency, documentCount, lineCount, readFrom, lineValue,
    linesValue,
    pageValue
  // Kinds of nodes
  case kindCover, kindContents, kindDocument, kindAttachment, kindPart, kindChapter, kindSection
  case kindSubsection, kindClause, kindSubclause, kindText
  // Status
  case keyForHabit, noSuchKey, noSuchKeyInHelp, howToLeave, unknownReference, noSuchIssue, noMatch,
    noMatchOfLetter, matchCount, pinyinMatchCount, searchFor
  case goToReference, nothingToSearch, atFirst, atLast, noBack, noForward, noSibling, noDocument
  case themeIsConfigured, configurationMistake, configurationMistakes, terminalReplaced
  case ofArchive, readAgain, cannotReadAgain, noSuchIssueInArchive, cannotOpenIssue
  case noText, nothingToFold, mouseOn, mouseOff, printedOn, printedOff, readingOn, measureIs
  case measureLimit, noRoomForDetails, onlyText, jumpedTo, moreRoom, moreBelow, percent
  // The review
  case marksWait, marksWaitForServer, storeIsHeld, serverIsAway, reviewIsAway, leaveWhileWaiting,
    storeMadeAgain, storeReplaced, tookUpUnfinished
  case storeOnlyReadable, noteIsCut
  case reviewTab, reviewClosed, reviewOpening, reviewRefused, reviewProgress, filteredProgress,
    nothingToReview
  case hiddenOnPage
  case nothingToConfirm, allReviewed, noneLeftBehind, noneLeft, noFlags, beganAgain
  case readingMarksOn, readingMarksOff, movesOn, staysAfterMark, marked, markedSeveral
  case selectedUnits
  case nothingToUndo, nothingToRedo, undone, redone, undoneSeveral, redoneSeveral
  case steppedNothing, noteOn, noteOnSeveral, noteIsNew, noteKept, noteNotKept
  case noteLeftOut, noteFromEditor, editorFailed, editorNotAllowed, tagsPrompt, badTag, noSuchTag,
    marksTitle
  case nobodyElse, changedSince, textAtMark, textNow, confirmWith, listHead, listMarked
  case listFlagged, listUnread, listRead, listAgreed, listNotOurs, listChanged, listNoted
  case listOthers, listDisputed, disputed, reviewNews, marksMoved
  case listIsEmpty, orderPrinted, orderState, orderTime, leaving
  // Teams
  case teamTab, assignPrompt, noSuchName, assigned, assignedSeveral, takenBack, nothingMine
  case noneOfMine, noDisputes, judgedDiffer, ownMarkOnly, nothingToJudge, confirmedMark
  case confirmedSeveral, sentBack, sendBackTitle, replied, replyTo, beginTitle, stretchTitle
  case settled, unsettled, noThreads, nothingSaid, closedNow, reopenedNow, closedByOther
  case returnedToMe, dealtToMe, repliedHere, confirmedMine, markedByOther, markedByOthers
  case teamUndone, teamRedone, readersAre, discussion, discussed, discussionSettled, quoteChanged
  case closingTitle, closingAsk, closingDone, reopenAsk, closingLeft, unassignedUnits, pendingMarks
  case disputedUnits, openThreads, stretchHint, noWordsHere, listMine, listConfirmed
  case listPending, listReturned
  case listDiscussed
  // Comparing
  case comparison, movedFrom, nothingChanged, firstChange, lastChange, leads, sameLeads
  // Tables
  case noTableHere, firstColumn, lastColumn, rowOfTable, columnsOfTable
  // Locked down
  case reviewIsOff, suspendingIsOff
}
