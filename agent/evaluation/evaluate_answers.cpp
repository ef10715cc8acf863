#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "agent/answer_evaluation.h"
#include "documents/answerer.h"
#include "documents/word_weights.h"

namespace hearth::agent {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using documents::Stems;

struct Question {
    std::string text;
    std::vector<std::string> folders;
    std::vector<std::string> answers;
};

Result<std::vector<Question>> readQuestions(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return fail(ErrorCode::NotFound, "The file of questions cannot be read", file.string());
    std::vector<Question> out;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        try {
            const auto json = nlohmann::json::parse(line);
            out.push_back({json.at("question").get<std::string>(),
                           json.value("in", std::vector<std::string>{}),
                           json.value("answers", std::vector<std::string>{})});
        } catch (const nlohmann::json::exception& error) {
            return fail(ErrorCode::InvalidInput, std::string("This is no question: ") + error.what(),
                        file.string() + ":" + std::to_string(number));
        }
    }
    return out;
}

// Whether the shorter text's words stand in the longer one's, but for a few.
bool meets(const std::string& one, const std::string& other) {
    constexpr double kMost = 0.7;
    const Stems a = documents::stemsOf(one), b = documents::stemsOf(other);
    const Stems& few = a.size() < b.size() ? a : b;
    const Stems& many = a.size() < b.size() ? b : a;
    const auto shared =
        std::count_if(few.begin(), few.end(), [&](const auto& s) { return many.contains(s); });
    return !few.empty() && static_cast<double>(shared) >= kMost * static_cast<double>(few.size());
}

std::string marked(const Source& source) {
    return source.text.substr(source.markBegin, source.markEnd - source.markBegin);
}

// Counts over all questions; shares are made at the end.
class Tally {
  public:
    explicit Tally(int mistakes) : mistakes_(mistakes) {}

    void add(const Question& question, const DocumentAnswer& answer) {
        const bool answered = !answer.nothing();
        const auto isOf = [&](const std::string& text) {
            return std::any_of(question.answers.begin(), question.answers.end(),
                               [&](const std::string& wanted) { return meets(wanted, text); });
        };
        if (question.answers.empty()) {
            ++out_.unanswerable;
            out_.refused += answered ? 0 : 1;
            if (answered) note("answered: ", question, marked(answer.sources.front()));
            return;
        }
        ++out_.answerable;
        out_.answered += answered ? 1 : 0;
        const bool right = answered && isOf(marked(answer.sources.front()));
        out_.sentence += right ? 1 : 0;
        const bool near = std::any_of(answer.sources.begin(), answer.sources.end(),
                                      [&](const Source& source) { return isOf(source.text); });
        out_.passage += near ? 1 : 0;
        if (!right)
            note(answered ? "another sentence: " : "not answered: ", question,
                 answered ? marked(answer.sources.front()) : "");
    }
    AnswerEvaluation take() {
        const auto share = [](double& value, int of) { value = of > 0 ? value / of : 0; };
        share(out_.answered, out_.answerable);
        share(out_.sentence, out_.answerable);
        share(out_.passage, out_.answerable);
        share(out_.refused, out_.unanswerable);
        return std::move(out_);
    }

  private:
    void note(const std::string& what, const Question& question, const std::string& said) {
        if (static_cast<int>(out_.mistakes.size()) < mistakes_)
            out_.mistakes.push_back(what + question.text + (said.empty() ? "" : " → " + said));
    }

    int mistakes_;
    AnswerEvaluation out_;
};

}  // namespace

Result<AnswerEvaluation> evaluateAnswers(PassageFinder& library, const AnswerEvaluationOptions& options) {
    auto questions = readQuestions(options.data);
    if (!questions) return tl::unexpected(questions.error());
    if (options.limit > 0 && questions->size() > static_cast<std::size_t>(options.limit))
        questions->resize(static_cast<std::size_t>(options.limit));
    const SystemClock clock;
    const Phrases phrases;
    documents::Answerer answerer(clock, phrases);
    answerer.setFinder(&library);
    Tally tally(options.mistakes);
    std::vector<double> latencies;
    bool stopped = false;
    for (std::size_t i = 0; i < questions->size() && !stopped; ++i) {
        const Question& question = (*questions)[i];
        Request request{i + 1, question.text, {}};
        request.documents = {DocumentScope::Use::Only, question.folders, 0, 0};
        const auto begun = std::chrono::steady_clock::now();
        const auto answer = answerer.answer(
            request, {}, [](const Event&) {}, options.cancel);
        stopped = options.cancel.cancelled();
        if (stopped) break;
        if (!answer) return tl::unexpected(answer.error());
        latencies.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
        tally.add(question, *answer->documents);
        if (options.onProgress)
            options.onProgress(static_cast<int>(i) + 1, static_cast<int>(questions->size()));
    }
    AnswerEvaluation out = tally.take();
    out.stopped = stopped;
    std::sort(latencies.begin(), latencies.end());
    if (!latencies.empty()) out.latencyMsP95 = latencies[latencies.size() * 95 / 100];
    return out;
}

}  // namespace hearth::agent
