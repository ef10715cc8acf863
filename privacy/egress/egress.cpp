#include "privacy/egress.h"

#include <algorithm>
#include <ctime>

#include "egress/transfer.h"
#include "egress/url.h"

namespace hearth::privacy {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<const EgressRule*> ruleFor(const std::vector<EgressRule>& rules, const std::string& purpose,
                                  const std::string& host) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const EgressRule& candidate) {
        return candidate.purpose == purpose && hostMatches(host, candidate.host);
    });
    if (rule == rules.end())
        return fail(ErrorCode::Refused, "Hearth may not contact this host for “" + purpose + "”.", host);
    return &*rule;
}

Result<void> allowed(const std::vector<EgressRule>& rules, const std::string& purpose, const Url& url) {
    const auto found = ruleFor(rules, purpose, url.host);
    if (!found) return tl::unexpected(found.error());
    const EgressRule* rule = *found;
    if (url.scheme == "https" || (rule->unencrypted && isThisMachine(url.host))) return {};
    return fail(ErrorCode::Refused, "The connection would not be encrypted, so nothing was sent.", url.host);
}

// A header must stay one line of the request.
Result<void> checkHeaders(const EgressRequest& request) {
    for (const auto& [name, value] : request.headers)
        if (name.empty() || (name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return fail(ErrorCode::InvalidInput, "A header of the request is malformed.", name);
    return {};
}

// What must not go to another host than the one it was meant for (RFC 9110, 15.4).
void dropSecrets(EgressRequest& request) {
    std::erase_if(request.headers, [](const auto& header) {
        std::string name = header.first;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return name == "authorization" || name == "cookie" || name == "x-api-key" || name == "api-key";
    });
}

}  // namespace

std::string EgressHead::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

Result<EgressResponse> Egress::hop(const EgressRequest& request, const std::string& host) {
    EgressEntry given;
    given.purpose = request.purpose;
    given.host = host;
    given.method = request.method;
    given.sent = request.sent;
    auto begun = begin(std::move(given));
    if (!begun) return tl::unexpected(begun.error());  // what cannot be recorded is not sent
    EgressEntry& entry = *begun;
    const auto url = parseUrl(request.url);
    if (!url) return tl::unexpected(url.error());
    TransferCount count;
    auto response = transfer(request, *url, options_.certificates, count);
    entry.bytesSent = count.sent;
    entry.bytesReceived = count.received;
    entry.status = count.status;
    entry.outcome = response ? "done" : response.error().message;
    if (auto noted = note(entry); !noted) return tl::unexpected(noted.error());
    return response;
}

Result<EgressEntry> Egress::begin(EgressEntry entry) {
    entry.time = static_cast<std::int64_t>(std::time(nullptr));
    const std::lock_guard lock(mutex_);
    const auto id = log_.begin(entry);
    if (!id) return tl::unexpected(id.error());
    entry.id = *id;
    return entry;
}

Result<void> Egress::note(const EgressEntry& entry) {
    const std::lock_guard lock(mutex_);
    return log_.complete(entry);
}

Result<void> Egress::mayReach(const std::string& host) const {
    if (!options_.offline || !options_.offline()) return {};
    return fail(
        ErrorCode::Refused,
        "Hearth is offline: nothing leaves this device. Turn Offline off in the settings to allow it.", host);
}

Result<std::unique_ptr<EgressConnection>> Egress::connect(const std::string& purpose, const std::string& host,
                                                          const std::string& method) {
    if (auto may = mayReach(host); !may) return tl::unexpected(may.error());
    if (auto rule = ruleFor(options_.rules, purpose, host); !rule) return tl::unexpected(rule.error());
    EgressEntry given;
    given.purpose = purpose;
    given.host = host;
    given.method = method;
    auto entry = begin(std::move(given));
    if (!entry) return tl::unexpected(entry.error());
    return std::unique_ptr<EgressConnection>(new EgressConnection(*this, std::move(*entry)));
}

Result<EgressResponse> Egress::send(const EgressRequest& given) {
    EgressRequest request = given;
    if (auto fine = checkHeaders(request); !fine) return tl::unexpected(fine.error());
    auto url = parseUrl(request.url);
    for (int redirects = 0;;) {
        if (!url) return tl::unexpected(url.error());
        if (auto may = mayReach(url->host); !may) return tl::unexpected(may.error());
        if (auto may = allowed(options_.rules, request.purpose, *url); !may)
            return tl::unexpected(may.error());
        if (request.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Stopped.", url->host);
        request.url = url->text;
        auto response = hop(request, url->host);
        if (!response) return response;
        if (!isRedirect(response->head)) return response;
        if (request.onRedirect) request.onRedirect(response->head);
        if (++redirects > request.limits.redirects)
            return fail(ErrorCode::Io, "The host sends from one address to the next without end.", url->host);
        const int status = response->head.status;
        auto next = parseUrl(response->head.header("location"), url->text);
        if (next && url->scheme == "https" && next->scheme == "http")
            return fail(ErrorCode::Refused, "The host redirects to a connection that is not encrypted.",
                        next->host);
        if (next && (next->host != url->host || next->port != url->port)) dropSecrets(request);
        // RFC 9110, 15.4.4: the answer to what was posted lies elsewhere, to be fetched.
        if (request.method == "POST" && status != 307 && status != 308) {
            request.method = "GET";
            request.body.clear();
            request.sent.clear();
        }
        url = std::move(next);
    }
}

Result<std::vector<EgressEntry>> Egress::sent(int limit, int offset, const std::string& purpose) {
    const std::lock_guard lock(mutex_);
    return log_.list(limit, offset, purpose);
}

}  // namespace hearth::privacy
