import Measures
import SharedTasks
import Synthesis
import Testing

@Suite("Tasks of the repository")
struct RepositoryTasksTests {
  @Test("the synthetic files are exactly what Synthesis makes", arguments: RepositoryTasks.files())
  func sameBytes(file: SyntheticFile) throws {
    let found = try Repository.bytes(file.path)
    #expect(
      found == file.bytes,
      "\(file.path) differs; swift run -c release synthesize tasks writes it anew")
  }

  @Test(
    "no file of a synthetic task is left over",
    arguments: [
      "early-risk", "suicide-risk", "symptom-search", "staged-triage", "people-and-posts",
    ])
  func nothingElse(task: String) throws {
    // `cltask baseline` writes them, as a transcript holds.
    let baselines = "submissions/\(task)/baseline/"
    let made = Set(RepositoryTasks.files().map(\.path) + ["tasks/\(task)/README.md"])
    let found = try ["tasks", "submissions"].flatMap {
      try Repository.files(under: "\($0)/\(task)")
    }
    #expect(found.filter { !made.contains($0) && !$0.hasPrefix(baselines) } == [])
  }

  @Test("another seed makes other files")
  func seeds() {
    let (files, others) = (RepositoryTasks.files(), RepositoryTasks.files(seed: 1))
    #expect(files.map(\.path) == others.map(\.path))
    for (file, other) in zip(files, others) where file.path.hasSuffix("gold.tsv") {
      #expect(file.bytes != other.bytes)
    }
  }

  @Test(
    "a definition has no problem, and its measures are in the catalogue",
    arguments: [
      "early-risk", "suicide-risk", "symptom-search", "staged-triage", "people-and-posts",
      "recidivism-rossi",
    ])
  func definition(task: String) throws {
    let path = "tasks/\(task)/task.yaml"
    try Definitions.check(Repository.bytes(path), path: path, task: task)
  }

  @Test(
    "a submission says whose it is",
    arguments: [
      "early-risk", "suicide-risk", "symptom-search", "staged-triage", "people-and-posts",
      "recidivism-rossi",
    ])
  func metadata(task: String) throws {
    // Baselines are kept compressed: `cltask baseline` wrote them.
    let submissions = try Repository.files(under: "submissions/\(task)")
      .filter { $0.hasSuffix(".tsv") }
    #expect(submissions.count >= 2)
    for path in submissions {
      let names = path.split(separator: "/")
      let metadata = TableRows(try Repository.bytes(path)).metadata
      #expect(metadata.contains("# task: \(task)"))
      #expect(metadata.contains("# team: \(names[2])"))
      #expect(metadata.contains("# run: \(names[3].dropLast(4))"))
      #expect(metadata.contains { $0.hasPrefix("# description: ") })
    }
  }
}

/// Holds a definition against the reader and the catalogue.
enum Definitions {
  static func check(_ bytes: [UInt8], path: String, task: String) throws {
    let (definition, diagnostics) = TaskDefinitionReader.read(
      bytes, file: path, folder: task,
      validateMeasure: { name, _ in
        do throws(MeasureNameError) {
          _ = try Measure(name)
          return nil
        } catch {
          return MeasureProblem(message: error.message, hint: error.hint)
        }
      })
    #expect(diagnostics.diagnostics == [])
    let found = try #require(definition, "\(path) has no definition")
    #expect(found.id == task)
    #expect(found.splits.last == "test")
  }
}
