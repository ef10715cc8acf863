#include "demo/demo_hand_over.h"

namespace hearth::app {
namespace {

constexpr const char* kHost = "models.example.org";
constexpr const char* kModel = "large-70b";

std::string withStandIns(std::string text) {
    for (const privacy::Replacement& row : demoStandIns().replacements)
        for (std::size_t at = 0; (at = text.find(row.original, at)) != std::string::npos;
             at += row.standIn.size())
            text.replace(at, row.original.size(), row.standIn);
    return text;
}

}  // namespace

privacy::Mapping demoStandIns() {
    return {1,
            {{"PERSON", "Tom Berger", "Paul Winter"},
             {"PERSON", "Ana Lind", "Eva Sommer"},
             {"STREET_ADDRESS", "Mill Lane 7", "Park Street 21"},
             {"IBAN_CODE", "DE89 3704 0044 0532 0130 00", "DE02 1203 0000 0000 2020 51"},
             {"EMAIL_ADDRESS", "ana@lind.example", "eva@sommer.example"}}};
}

agent::HandOverOffer demoOffer(const agent::Request& request) {
    agent::HandOverOffer offer{kHost, kModel, withStandIns(request.text), {}, {}};
    for (const privacy::Replacement& row : demoStandIns().replacements)
        if (request.text.find(row.original) != std::string::npos)
            offer.replaced.emplace_back(row.original, row.standIn);
    for (const agent::Message& message : request.history)
        offer.lines.push_back(
            {message.role == agent::Message::Role::User, message.text, withStandIns(message.text)});
    offer.lines.push_back({true, request.text, offer.text});
    return offer;
}

agent::AnswerDone demoAnswerFromElsewhere() {
    agent::AnswerDone done;
    done.text =
        "Dear Tom Berger,\n\nthe radiator in the living room at Mill Lane 7 has been cold since Monday. "
        "Please "
        "have it repaired within a week.\n\nUntil then I keep back a part of the rent, as the law allows. "
        "You "
        "can reach me at ana@lind.example.\n\nKind regards\nAna Lind";
    done.host = kHost;
    done.remoteModel = kModel;
    return done;
}

}  // namespace hearth::app
