import Testing

@testable import Attestation

@Suite("Why a score is not reproduced")
struct ReceiptDifferenceTests {
  private static let recorded = ReceiptSample.receipt

  /// The difference to the sample after a change.
  private static func difference(_ change: (inout Receipt) -> Void) -> ReceiptDifference? {
    var found = recorded
    change(&found)
    return ReceiptDifference(recorded, found)
  }

  @Test("the same score is no difference, whatever the submission is called")
  func same() {
    #expect(Self.difference { _ in } == nil)
    #expect(Self.difference { $0.name = "elsewhere.tsv" } == nil)
  }

  @Test("a value one bit off is named by its path, and a bug or a forgery is its cause")
  func oneBit() throws {
    let difference = try #require(
      Self.difference { $0.values["measures"] = ReceiptSample.measures(0.8125.nextUp) })
    #expect(difference.cause == .valueDiffers && difference.causes.count == 1)
    #expect(difference.value?.path == ["measures", "AUC", "value"])
    #expect(
      difference.description.hasSuffix(
        "the first value that differs is measures › AUC › value: 0.8125 in the receipt, "
          + "0.8125000000000001 now"))
  }

  @Test("the first of several values is the one that is named")
  func first() throws {
    let difference = try #require(
      Self.difference {
        $0.values["between"] = .fields(["sex": .number(1)])
        $0.values["measures"] = ReceiptSample.measures(0.5)
      })
    #expect(difference.value?.path == ["between"])
    #expect(difference.value?.recorded == nil)
    #expect(difference.value?.found == .fields(["sex": .number(1)]))
  }

  @Test("a value that is not there any more is a difference")
  func gone() throws {
    let difference = try #require(
      Self.difference { $0.values["measures"] = .fields([:]) })
    #expect(difference.value?.path == ["measures", "AUC"] && difference.value?.found == nil)
  }

  @Test("a list is compared place by place")
  func list() throws {
    func receipt(_ counts: [Double]) -> Receipt {
      var receipt = Self.recorded
      receipt.values["confusion"] = .list(counts.map(JSONValue.number))
      return receipt
    }
    let difference = try #require(ReceiptDifference(receipt([1, 2]), receipt([1, 2, 3])))
    #expect(difference.value?.path == ["confusion", "3"])
    #expect(difference.value?.found == .number(3))
  }

  @Test("gold that changed explains a value, and both digests are told")
  func gold() throws {
    let difference = try #require(
      Self.difference {
        $0.files[.gold] = ReceiptSample.digest("f")
        $0.values["measures"] = ReceiptSample.measures(0.75)
      })
    #expect(
      difference.cause
        == .fileChanged(
          .gold, recorded: ReceiptSample.digest("c"), found: ReceiptSample.digest("f")))
    #expect(
      difference.description == """
        the gold changed: cccccccc… in the receipt, ffffffff… now; the first value that differs is \
        measures › AUC › value: 0.8125 in the receipt, 0.75 now
        """)
  }

  @Test("gold that changed is a difference even where every value is the same")
  func goldWithoutEffect() throws {
    let difference = try #require(Self.difference { $0.files[.gold] = ReceiptSample.digest("f") })
    #expect(difference.value == nil)
    #expect(difference.description.hasSuffix("; every value is the same"))
  }

  @Test("causes stand in the order of how much they decide")
  func order() throws {
    let difference = try #require(
      Self.difference {
        $0.version = "0.2.0"
        $0.seed = 1
        $0.options["ties"] = nil
        $0.precision = .decimals(4)
        for file in Receipt.File.allCases { $0.files[file] = nil }
        $0.submission = ReceiptSample.digest("9")
        $0.split = "dev"
        $0.task = "other"
        $0.signature = "x"
      })
    let digest = ReceiptSample.digest
    #expect(
      difference.causes == [
        .otherTask(recorded: "suicide-risk", found: "other"),
        .otherSplit(recorded: "test", found: "dev"),
        .submissionChanged(recorded: digest("a"), found: digest("9")),
        .fileChanged(.gold, recorded: digest("c"), found: nil),
        .fileChanged(.task, recorded: digest("b"), found: nil),
        .fileChanged(.groups, recorded: digest("d"), found: nil),
        .fileChanged(.items, recorded: digest("e"), found: nil),
        .optionChanged("publish: decimals", recorded: nil, found: "4"),
        .optionChanged("seed", recorded: "20260101", found: "1"),
        .optionChanged("ties", recorded: "expected", found: nil),
        .otherVersion(recorded: "0.1.0", found: "0.2.0"),
      ])
    #expect(!difference.isOfVersionAlone)
    #expect(
      difference.description.hasPrefix(
        "another task: suicide-risk in the receipt, other now; every value is the same; besides, "
          + "another split"))
  }

  @Test("another version that gives every value again is told apart")
  func version() throws {
    let same = try #require(
      Self.difference {
        $0.version = "0.2.0"
        $0.signature = $0.signature.replacing("0.1.0", with: "0.2.0")
      })
    #expect(same.isOfVersionAlone)
    let other = try #require(
      Self.difference {
        $0.version = "0.2.0"
        $0.values = [:]
      })
    #expect(
      !other.isOfVersionAlone && other.cause == .otherVersion(recorded: "0.1.0", found: "0.2.0"))
  }

  @Test("a signature line that was changed alone is found")
  func signatureLine() throws {
    let difference = try #require(Self.difference { $0.signature += "|forged:yes" })
    #expect(
      difference.cause
        == .signatureDiffers(
          recorded: Self.recorded.signature, found: Self.recorded.signature + "|forged:yes"))
  }

  @Test("text of receipts is shown harmlessly")
  func harmless() throws {
    let difference = try #require(
      Self.difference { $0.values["a\u{1B}\n"] = .text("\u{202E}\u{1B}") })
    #expect(!difference.description.contains("\u{1B}"))
    #expect(!difference.description.contains("\n") && !difference.description.contains("\u{202E}"))
  }
}
