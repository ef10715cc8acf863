// Ages in years, as people say them.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector age() {
    return {
        "AGE",
        {{"years old", R"((?i)\b(\d{1,3})[- ](?:years?|yrs?)[- ]?(?:old|of age)\b)", 0.85},
         {"y/o", R"((?i)\b(\d{1,3}) ?(?:y/o|yo|y\.o\.)(?:\W|$))", 0.8},
         {"aged",
          R"((?i)\b(?:aged?|age of|age is|age:|turn(?:s|ed|ing)?|just turned|'ll turn|age range:?) (\d{1,3})\b)",
          0.7},
         {"when somebody was",
          R"((?i)\b(?:when|since) (?:he|she|i|they|we) (?:was|were) (?:only |just |about )?(\d{1,2})\b)",
          0.7},
         {"somebody is",
          R"((?i)\b(?:i am|i'm|he is|he's|she is|she's|am only) (?:only |just |now |already )?(\d{1,2})(?:[.,;!?]| and | now|$))",
          0.55}},
        {"old", "age", "birthday", "years"}};
}

}  // namespace hearth::privacy
