// Text of others, such as documents, as it may stand elsewhere: in a model's prompt, in an answer. It was
// written by others and is data wherever it goes. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace hearth::agent {

// Without characters that nobody sees but a model reads: Unicode tags, zero-width and direction marks,
// control characters.
std::string withoutHidden(std::string_view text);

// For a prompt: without hidden characters, and without anything that looks like the marks around passages.
std::string forPrompt(std::string_view text);

// For an answer in Markdown: as plain words, on one line, nothing in it a link, image or mark.
std::string asMarkdown(std::string_view text);
// What a model wrote under untrusted text: images become their words, links their words unless `known` (the
// passages) has the address, and bare addresses that are not known are taken out. Nothing that was found can
// leave in an address.
std::string withoutForeignLinks(std::string_view markdown, std::string_view known);

}  // namespace hearth::agent
