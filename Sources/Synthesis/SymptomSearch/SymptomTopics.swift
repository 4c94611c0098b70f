/// What the task searches for: signs of depression, in our own words.
///
/// Questionnaires that clinicians use ask for much the same, but their wording is not free to copy.
enum SymptomTopics {
  struct Topic {
    let id: String
    let title: String
    let query: String
  }

  static let all: [Topic] = texts.enumerated().map { index, text in
    let number = index + 1
    return Topic(id: number < 10 ? "t0\(number)" : "t\(number)", title: text.0, query: text.1)
  }

  private static let texts = [
    ("low mood", "the writer feels sad or empty most of the time"),
    ("hopelessness", "the writer expects nothing good of the future"),
    ("sense of failure", "the writer looks back on life as a failure"),
    ("loss of pleasure", "what used to please the writer no longer does"),
    ("guilt", "the writer feels guilty without much reason"),
    ("self-criticism", "the writer blames themselves for what goes wrong"),
    ("worthlessness", "the writer feels worth less than other people"),
    ("being a burden", "the writer thinks that others would do better without them"),
    ("thoughts of death", "the writer thinks of dying or of ending their life"),
    ("crying", "the writer cries often, or wants to and cannot"),
    ("restlessness", "the writer is too agitated to keep still"),
    ("irritability", "small things make the writer angry"),
    ("anxious worry", "the writer worries without being able to stop"),
    ("loss of interest", "the writer no longer cares for people or activities"),
    ("withdrawal", "the writer avoids friends and family"),
    ("indecision", "the writer cannot make everyday decisions"),
    ("poor concentration", "the writer cannot follow a text or a talk"),
    ("lack of energy", "the writer has no strength for ordinary tasks"),
    ("tiredness", "the writer is exhausted whatever they do"),
    ("slowness", "the writer thinks or moves more slowly than before"),
    ("sleeping too little", "the writer cannot fall asleep or wakes too early"),
    ("sleeping too much", "the writer sleeps most of the day"),
    ("eating too little", "the writer has lost appetite or weight"),
    ("eating too much", "the writer eats much more than before"),
  ]
}
