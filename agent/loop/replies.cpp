#include "loop/replies.h"

#include <nlohmann/json.hpp>
#include <set>

#include "agent/file_changes.h"

namespace hearth::agent::loop {

base::Result<Replies> Replies::read(const std::filesystem::path& file) {
    auto text = readFile(file);
    if (!text) return tl::unexpected(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    Replies replies;
    if (json.is_object())
        for (const auto& [topic, sentences] : json.items())
            for (const auto& sentence : sentences)
                if (sentence.is_string()) replies.sentences_[topic].push_back(sentence.get<std::string>());
    if (!replies.sentences_.contains("other"))
        return base::fail(base::ErrorCode::InvalidInput,
                          "This file of replies has no sentences for “other”; install Hearth again",
                          file.string());
    return replies;
}

std::string Replies::say(const std::string& topic, std::size_t turn) const {
    auto found = sentences_.find(topic);
    if (found == sentences_.end()) found = sentences_.find("other");
    return found->second[turn % found->second.size()];
}

bool Replies::needsLargerModel(const std::string& topic) {
    static const std::set<std::string> kTopics{"joke", "story", "opinion", "knowledge", "other"};
    return kTopics.contains(topic);
}

}  // namespace hearth::agent::loop
