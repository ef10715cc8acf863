#include "documents/answerer.h"

#include <algorithm>

#include "documents/overview.h"
#include "documents/quoted_answer.h"
#include "documents/written_answer.h"

namespace hearth::agent::documents {

using base::Result;

namespace {

constexpr std::size_t kMostPassages = 8;

// As many of the passages as take up half of what the model can hold.
std::vector<Passage> fitting(const std::vector<Passage>& passages, const ChatAnswer& chat) {
    std::vector<Passage> out;
    int room = chat.context() / 2;
    for (const Passage& passage : passages) {
        room -= chat.tokensOf(passage.chunk().text);
        if (!out.empty() && (room < 0 || out.size() == kMostPassages)) break;
        out.push_back(passage);
    }
    return out;
}

AnswerDone nothing(const Finding& finding) {
    AnswerDone out;
    out.documents = finding.state;
    return out;
}

}  // namespace

bool Answerer::mayAnswer(const DocumentScope& scope) const {
    return scope.use != DocumentScope::Use::None && finder_ != nullptr && finder_->available();
}

Result<AnswerDone> Answerer::answer(const Request& request, const Larger& larger, const EventSink& sink,
                                    const base::CancelToken& cancel) {
    auto finding = search(*finder_, request.text, request.documents, clock_.now(), cancel);
    const std::string whole = wholeQuestion(request);
    if (finding && finding->passages.empty() && whole != request.text)
        finding = search(*finder_, whole, request.documents, clock_.now(), cancel);
    if (!finding) return tl::unexpected(finding.error());
    if (finding->kind == rag::QuestionKind::Overview && !finding->overview.empty())
        return overview(request, *finding, larger, sink, cancel);
    if (finding->passages.empty()) return nothing(*finding);
    if (larger.chat == nullptr) return quotedAnswer(*finding);
    return write(request, *finding, fitting(finding->passages, *larger.chat), larger, sink, cancel);
}

Result<AnswerDone> Answerer::overview(const Request& request, const Finding& finding, const Larger& larger,
                                      const EventSink& sink, const base::CancelToken& cancel) {
    const auto documents = meantDocuments(request.text, finding.overview);
    if (larger.chat == nullptr) return overviewAnswer(*finder_, finding, documents, phrases_);
    const auto room = static_cast<std::uint32_t>(std::max(0, larger.chat->context() / 2));
    const auto passages = overviewPassages(*finder_, documents, room);
    if (!passages) return tl::unexpected(passages.error());
    if (passages->empty()) return overviewAnswer(*finder_, finding, documents, phrases_);
    return write(request, finding, *passages, larger, sink, cancel);
}

Result<AnswerDone> Answerer::write(const Request& request, const Finding& finding,
                                   const std::vector<Passage>& passages, const Larger& larger,
                                   const EventSink& sink, const base::CancelToken& cancel) {
    Request asked = request;
    asked.text = promptFor(request.text, passages);
    asked.others.clear();
    ChatTurn turn;  // without tools: what is called here, a document asked for
    turn.now = larger.now;
    turn.mayCall = false;
    turn.style.reasoning = request.reasoning;
    WrittenStream stream(passages, sink);
    auto reply = larger.chat->answer(
        asked, turn, [&stream](const Event& event) { stream.tell(event); }, cancel);
    if (!reply) return tl::unexpected(reply.error());
    const AnswerDone& said = reply->done;
    if (saysNothing(said.text) && !said.stopped) return nothing(finding);
    auto checked = checkedAnswer(*finder_, finding, passages, said.text, cancel);
    if (!checked) return tl::unexpected(checked.error());
    checked->stopped = said.stopped;
    checked->cutShort = said.cutShort;
    checked->tokensPerSecond = said.tokensPerSecond;
    checked->context = said.context;
    return checked;
}

}  // namespace hearth::agent::documents
