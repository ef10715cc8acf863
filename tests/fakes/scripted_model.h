// An action model that answers as the test wrote, in the protocol's own notation:
// "create_event title=lunch|date=tomorrow; list_events". Requests that it does not know are "irrelevant".
#pragma once

#include <map>
#include <sstream>
#include <string>

#include "loop/action_model.h"

namespace hearth::tests {

class ScriptedModel final : public agent::loop::ActionModel {
  public:
    struct Script {
        std::map<std::string, std::string> answers;  // by request
        std::map<std::string, double> logprobs;      // of the function token, by request; else 0
        std::map<std::string, std::vector<agent::Decoded::Candidate>> alternatives;
        std::vector<agent::loop::DecodeRequest> seen;
    };
    explicit ScriptedModel(Script& script) : script_(script) {}

    base::Result<agent::Decoded> decode(const agent::loop::DecodeRequest& request) override {
        script_.seen.push_back(request);
        const auto found = script_.answers.find(request.text);
        agent::Decoded decoded;
        decoded.calls = parse(found == script_.answers.end() ? "irrelevant topic=other" : found->second);
        if (!request.function.empty()) decoded.calls.front().tool = request.function;
        const auto logprob = script_.logprobs.find(request.text);
        const bool forced = !request.function.empty();
        decoded.logprobs.assign(decoded.calls.size(),
                                forced || logprob == script_.logprobs.end() ? 0.0 : logprob->second);
        if (script_.alternatives.contains(request.text))
            decoded.alternatives = script_.alternatives.at(request.text);
        decoded.ms = 1;
        return decoded;
    }

    static std::vector<agent::Call> parse(const std::string& text) {
        std::vector<agent::Call> calls;
        std::istringstream all(text);
        for (std::string one; std::getline(all, one, ';');) {
            one.erase(0, one.find_first_not_of(' '));
            const auto blank = one.find(' ');
            agent::Call call{one.substr(0, blank), {}};
            std::istringstream arguments(blank == std::string::npos ? "" : one.substr(blank + 1));
            for (std::string argument; std::getline(arguments, argument, '|');) {
                const auto equals = argument.find('=');
                call.arguments.emplace_back(argument.substr(0, equals), argument.substr(equals + 1));
            }
            calls.push_back(std::move(call));
        }
        return calls;
    }

  private:
    Script& script_;
};

}  // namespace hearth::tests
