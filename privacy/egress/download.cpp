#include "privacy/download.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <thread>

#include "egress/partial_file.h"

namespace hearth::privacy {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::uint64_t kSpareBytes = std::uint64_t{64} << 20;  // that stay free on the disk

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "bytes 10-99/100" or "bytes */100" (RFC 9110, 14.4).
struct ContentRange {
    std::optional<std::uint64_t> first;
    std::uint64_t total = 0;  // 0: not told
};

std::optional<ContentRange> readRange(const std::string& text) {
    const auto slash = text.find('/');
    if (!text.starts_with("bytes ") || slash == std::string::npos) return std::nullopt;
    ContentRange range;
    range.total = number(std::string_view(text).substr(slash + 1)).value_or(0);
    const std::string span = text.substr(6, slash - 6);
    if (span != "*") {
        range.first = number(std::string_view(span).substr(0, span.find('-')));
        if (!range.first) return std::nullopt;
    }
    return range;
}

// Strong entity tags alone can say that two parts belong together (RFC 9110, 13.1.5).
std::string strongTag(const EgressHead& head) {
    const std::string tag = head.header("etag");
    return tag.starts_with("\"") ? tag : std::string();
}

class Download {
  public:
    Download(Egress& egress, const DownloadRequest& request, PartialFile part)
        : egress_(egress), request_(request), part_(std::move(part)) {}

    Result<Downloaded> run() {
        int fruitless = 0;
        int waitMs = request_.waitMs;
        for (;;) {
            if (complete()) return finish();
            const std::uint64_t before = part_.size();
            auto attempt = once();
            if (attempt) continue;
            const Error& error = attempt.error();
            if (!again_ || error.code == ErrorCode::Cancelled) return tl::unexpected<Error>(error);
            if (part_.size() > before) {
                fruitless = 0;
                waitMs = request_.waitMs;
            } else if (++fruitless >= request_.attempts) {
                return tl::unexpected<Error>(
                    Error{error.code, error.message + " What has come so far is kept; try again later.",
                          error.where});
            }
            if (auto waited = wait(std::max(waitMs, hostWaitMs_)); !waited)
                return tl::unexpected<Error>(waited.error());
            waitMs = std::min(2 * waitMs, request_.longestWaitMs);
        }
    }

  private:
    std::uint64_t total() const { return request_.bytes != 0 ? request_.bytes : part_.source().total; }
    const std::string& expected() const {
        return request_.sha256.empty() ? part_.source().sha256 : request_.sha256;
    }
    bool complete() const { return ended_ || (total() != 0 && part_.size() == total()); }

    // One request. An error with again_ may be gone the next time.
    Result<void> once() {
        again_ = false;
        hostWaitMs_ = 0;
        hostTrouble_.reset();
        EgressRequest ask;
        ask.purpose = request_.purpose;
        ask.url = request_.url;
        ask.cancel = request_.cancel;
        ask.limits.wholeMs = 0;
        ask.limits.stallMs = request_.stallMs;
        ask.limits.mostBytes = request_.mostBytes;
        // Parts that nothing can prove to belong together are not put together.
        const bool provable = !part_.source().etag.empty() || !expected().empty();
        if (part_.size() > 0 && (!provable || (total() != 0 && part_.size() > total())))
            if (auto emptied = part_.restart(); !emptied) return emptied;
        if (part_.size() > 0) {
            ask.headers.emplace_back("Range", "bytes=" + std::to_string(part_.size()) + "-");
            if (!part_.source().etag.empty()) ask.headers.emplace_back("If-Range", part_.source().etag);
        }
        ask.onRedirect = [this](const EgressHead& head) { hear(head); };
        ask.onHead = [this](const EgressHead& head) { return begin(head); };
        ask.onBody = [this](std::string_view bytes) { return take(bytes); };
        auto response = egress_.send(ask);
        (void)part_.sync();
        if (!response) {
            if (response.error().code == ErrorCode::Io && !local_) again_ = true;
            return tl::unexpected<Error>(response.error());
        }
        if (hostTrouble_) return tl::unexpected<Error>(*hostTrouble_);
        if (part_.source().total == 0) ended_ = true;  // the length was never told: the end is the end
        return {};
    }

    // What huggingface.co says of a file before it sends on to where the file lies.
    void hear(const EgressHead& head) {
        std::string tag = head.header("x-linked-etag");
        if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
        if (isSha256(tag)) told_ = tag;
    }

    Result<void> begin(const EgressHead& head) {
        hear(head);
        if (head.status == 416) return beyondTheEnd(head);
        if (head.status != 200 && head.status != 206) return trouble(head);
        PartialFile::Source source = part_.source();
        const std::string tag = strongTag(head);
        std::uint64_t whole = number(head.header("content-length")).value_or(0);
        bool fromStart = head.status == 200;
        if (head.status == 206) {
            const auto range = readRange(head.header("content-range"));
            if (!range || range->first != part_.size() || (!source.etag.empty() && tag != source.etag))
                return startOver("The host sent another part than the one asked for.");
            whole = range->total;
        }
        const bool otherLength = source.total != 0 && whole != 0 && whole != source.total;
        const bool otherSum = !source.sha256.empty() && !told_.empty() && told_ != source.sha256;
        if (!fromStart && (otherLength || otherSum)) return startOver("The file has changed on the host.");
        if (fromStart)
            if (auto emptied = part_.restart(); !emptied) return localTrouble(emptied.error());
        source.etag = tag;
        source.sha256 = told_;
        source.total = whole;
        if (auto noted = part_.note(source); !noted) return localTrouble(noted.error());
        return checkSize(whole);
    }

    Result<void> checkSize(std::uint64_t whole) {
        if (request_.bytes != 0 && whole != 0 && whole != request_.bytes) {
            part_.discard();
            return fail(ErrorCode::InvalidInput,
                        "The host has a file of " + std::to_string(whole) + " bytes where one of " +
                            std::to_string(request_.bytes) + " was expected, so it was not fetched.",
                        request_.url);
        }
        if (whole > request_.mostBytes)
            return fail(ErrorCode::InvalidInput, "The file is larger than anything that is expected.",
                        request_.url);
        std::error_code unknown;
        const auto space = fs::space(request_.target.parent_path(), unknown);
        const std::uint64_t missing = whole > part_.size() ? whole - part_.size() : 0;
        if (!unknown && missing + kSpareBytes > space.available) {
            local_ = true;
            return fail(ErrorCode::Io,
                        "The disk has not enough room: " + std::to_string((missing + kSpareBytes) >> 20) +
                            " MiB are needed and " + std::to_string(space.available >> 20) + " MiB are free.",
                        request_.target.parent_path().string());
        }
        return {};
    }

    Result<void> take(std::string_view bytes) {
        if (hostTrouble_) return {};  // the page that tells of it
        const std::uint64_t most = total() != 0 ? total() : request_.mostBytes;
        if (part_.size() + bytes.size() > most) {
            part_.discard();
            return fail(ErrorCode::InvalidInput, "The host sent more than the whole file.", request_.url);
        }
        if (auto written = part_.append(bytes); !written) return localTrouble(written.error());
        if (request_.onProgress) request_.onProgress({part_.size(), total()});
        return {};
    }

    Result<void> localTrouble(const Error& error) {
        local_ = true;
        return tl::unexpected<Error>(error);
    }

    Result<void> startOver(const std::string& why) {
        if (auto emptied = part_.restart(); !emptied) return localTrouble(emptied.error());
        PartialFile::Source source;
        source.url = request_.url;
        if (auto noted = part_.note(source); !noted) return localTrouble(noted.error());
        return fail(ErrorCode::Io, why, request_.url);  // which is tried again
    }

    Result<void> beyondTheEnd(const EgressHead& head) {
        const auto range = readRange(head.header("content-range"));
        hostTrouble_ = Error{ErrorCode::Io, "The host does not have the rest of the file.", request_.url};
        again_ = true;
        if (!range || range->total != part_.size()) return startOver(hostTrouble_->message);
        hostTrouble_.reset();  // all of it was here already
        ended_ = true;
        PartialFile::Source source = part_.source();
        source.total = range->total;
        return part_.note(source);
    }

    Result<void> trouble(const EgressHead& head) {
        const std::string status = " (HTTP " + std::to_string(head.status) + ")";
        if (head.status == 404 || head.status == 410)
            hostTrouble_ =
                Error{ErrorCode::NotFound, "The host no longer has this file" + status + ".", head.url};
        else if (head.status == 401 || head.status == 403)
            hostTrouble_ = Error{ErrorCode::Refused,
                                 "The host gives this file only to people who have logged in or accepted its "
                                 "licence" +
                                     status + ". Fetch it with a browser, then open the file.",
                                 head.url};
        else
            hostTrouble_ =
                Error{ErrorCode::Io, "The host cannot give the file just now" + status + ".", head.url};
        again_ = head.status == 429 || head.status == 408 || head.status >= 500;
        const std::uint64_t seconds = number(head.header("retry-after")).value_or(0);
        hostWaitMs_ = static_cast<int>(
            std::min<std::uint64_t>(seconds * 1000, static_cast<std::uint64_t>(request_.longestWaitMs)));
        return {};
    }

    Result<void> wait(int milliseconds) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        while (std::chrono::steady_clock::now() < until) {
            if (request_.cancel.cancelled()) return fail(ErrorCode::Cancelled, "Stopped.", request_.url);
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(milliseconds, 20)));
        }
        return {};
    }

    Result<Downloaded> finish() {
        if (auto synced = part_.sync(); !synced) return tl::unexpected<Error>(synced.error());
        Downloaded out;
        out.bytes = part_.size();
        out.sha256 = part_.sha256();
        out.verified = !expected().empty();
        const bool wrongSize = request_.bytes != 0 && out.bytes != request_.bytes;
        if (wrongSize || (out.verified && out.sha256 != expected())) {
            part_.discard();
            return fail(
                ErrorCode::InvalidInput,
                "What came is not the expected file: its checksum is wrong. It was removed; try again.",
                request_.url);
        }
        if (request_.check)
            if (auto fine = request_.check(PartialFile::partOf(request_.target)); !fine) {
                part_.discard();
                return tl::unexpected<Error>(fine.error());
            }
        if (auto named = part_.finish(); !named) return tl::unexpected<Error>(named.error());
        return out;
    }

    Egress& egress_;
    const DownloadRequest& request_;
    PartialFile part_;
    bool again_ = false;
    bool local_ = false;  // the trouble is on this side
    bool ended_ = false;
    int hostWaitMs_ = 0;
    std::string told_;  // the checksum, by the host
    std::optional<Error> hostTrouble_;
};

}  // namespace

Result<Downloaded> download(Egress& egress, const DownloadRequest& request) {
    std::error_code ignored;
    if (fs::exists(request.target, ignored))
        return fail(ErrorCode::Conflict, "This file is there already.", request.target.string());
    auto part = PartialFile::open(request.target, request.url, request.cancel);
    if (!part) return tl::unexpected<Error>(part.error());
    return Download(egress, request, std::move(*part)).run();
}

void forgetDownload(const fs::path& target) {
    std::error_code ignored;
    fs::remove(PartialFile::partOf(target), ignored);
    fs::remove(PartialFile::noteOf(target), ignored);
}

std::uint64_t downloadedSoFar(const fs::path& target) {
    std::error_code missing;
    const auto size = fs::file_size(PartialFile::partOf(target), missing);
    return missing ? 0 : size;
}

}  // namespace hearth::privacy
