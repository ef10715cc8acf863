#include "egress/transfer.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace hearth::privacy {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kPollMs = 50;  // how late a cancel may be heard
constexpr std::size_t kMostHeaderBytes = 256u << 10;
constexpr std::uint64_t kMostRedirectBody = 64u << 10;

void startCurl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// "12.3 MB"
std::string megabytes(std::uint64_t bytes) {
    const std::string tenths = std::to_string(bytes / 100'000);
    return (tenths.size() > 1 ? tenths.substr(0, tenths.size() - 1) : "0") + "." + tenths.back() + " MB";
}

// One transfer while it runs.
class Transfer {
  public:
    Transfer(const EgressRequest& request, const Url& url) : request_(request), url_(url) {
        response_.head.url = url.text;
    }
    ~Transfer() {
        if (multi_ && easy_) curl_multi_remove_handle(multi_.get(), easy_.get());
        curl_slist_free_all(headers_);
    }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    Result<EgressResponse> run(const std::filesystem::path& certificates) {
        if (!easy_ || !multi_)
            return fail(ErrorCode::OutOfMemory, "There is not enough memory for a request.");
        prepare(certificates);
        if (curl_multi_add_handle(multi_.get(), easy_.get()) != CURLM_OK)
            return fail(ErrorCode::OutOfMemory, "There is not enough memory for a request.");
        const CURLcode code = loop();
        if (problem_) return tl::unexpected<Error>(*problem_);
        if (code != CURLE_OK) return tl::unexpected<Error>(explain(code));
        if (auto begun = beginBody(); !begun) return tl::unexpected<Error>(begun.error());
        return std::move(response_);
    }

    TransferCount count() const {
        TransferCount out;
        curl_off_t uploaded = 0;
        curl_off_t downloaded = 0;
        long requestBytes = 0;
        long headerBytes = 0;
        curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_UPLOAD_T, &uploaded);
        curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &downloaded);
        curl_easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &requestBytes);
        curl_easy_getinfo(easy_.get(), CURLINFO_HEADER_SIZE, &headerBytes);
        out.sent = uploaded + requestBytes;
        out.received = downloaded + headerBytes;
        out.status = response_.head.status;
        return out;
    }

  private:
    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(easy_.get(), option, value);
    }

    void prepare(const std::filesystem::path& certificates) {
        set(CURLOPT_URL, url_.text.c_str());
        set(CURLOPT_PROTOCOLS_STR, "https,http");  // http only where egress.cpp let it pass
        set(CURLOPT_PROXY, "");                    // also against http_proxy and its like
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!certificates.empty()) {
            set(CURLOPT_CAINFO, certificates.c_str());
            set(CURLOPT_CAPATH, nullptr);
        }
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L);  // a name that is being looked up must not hold up a cancel
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.limits.connectMs));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(request_.limits.wholeMs));
        set(CURLOPT_USERAGENT, "Hearth");
        set(CURLOPT_ERRORBUFFER, message_);
        set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_WRITEFUNCTION, &Transfer::onData);
        set(CURLOPT_WRITEDATA, this);
        if (request_.method == "HEAD") set(CURLOPT_NOBODY, 1L);
        if (request_.method == "POST") {
            set(CURLOPT_POST, 1L);
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
            set(CURLOPT_POSTFIELDS, request_.body.data());
        }
        headers_ = curl_slist_append(headers_, "Expect:");
        for (const auto& [name, value] : request_.headers)
            headers_ = curl_slist_append(headers_, (name + ": " + value).c_str());
        set(CURLOPT_HTTPHEADER, headers_);
    }

    CURLcode loop() {
        int running = 1;
        curl_off_t seen = -1;
        auto lastByte = Clock::now();
        while (running > 0) {
            if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) return CURLE_FAILED_INIT;
            if (running == 0) break;
            if (request_.cancel.cancelled()) return giveUp(ErrorCode::Cancelled, "Stopped.");
            const TransferCount now = count();
            if (now.received + now.sent != seen) {
                seen = now.received + now.sent;
                lastByte = Clock::now();
            }
            if (Clock::now() - lastByte > std::chrono::milliseconds(request_.limits.stallMs))
                return giveUp(ErrorCode::Io, "The other side has stopped answering.");
            curl_multi_poll(multi_.get(), nullptr, 0, kPollMs, nullptr);
        }
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left))
            if (message->msg == CURLMSG_DONE) return message->data.result;
        return CURLE_FAILED_INIT;
    }

    CURLcode giveUp(ErrorCode code, const std::string& text) {
        problem_ = Error{code, text, url_.host};
        return CURLE_ABORTED_BY_CALLBACK;
    }

    Error explain(CURLcode code) const {
        switch (code) {
            case CURLE_COULDNT_RESOLVE_HOST:
                return {ErrorCode::Io, "This host cannot be found. Is the network connected?", url_.host};
            case CURLE_COULDNT_CONNECT:
                return {ErrorCode::Io, "There is no connection to this host.", url_.host};
            case CURLE_OPERATION_TIMEDOUT:
                return {ErrorCode::Io, "The other side took too long to answer.", url_.host};
            case CURLE_PEER_FAILED_VERIFICATION:
            case CURLE_SSL_CONNECT_ERROR:
                return {ErrorCode::Io,
                        "This host could not prove who it is, so nothing was sent: " + std::string(message_),
                        url_.host};
            case CURLE_PARTIAL_FILE:
            case CURLE_RECV_ERROR:
            case CURLE_GOT_NOTHING:
            case CURLE_HTTP2:
            case CURLE_HTTP2_STREAM:
                return {ErrorCode::Io, "The connection was cut.", url_.host};
            default:
                return {ErrorCode::Io,
                        "The request failed: " +
                            std::string(message_[0] != '\0' ? message_ : curl_easy_strerror(code)),
                        url_.host};
        }
    }

    static std::size_t onHeader(char* data, std::size_t, std::size_t size, void* self) {
        return static_cast<Transfer*>(self)->header({data, size}) ? size : 0;
    }
    static std::size_t onData(char* data, std::size_t, std::size_t size, void* self) {
        return static_cast<Transfer*>(self)->data({data, size}) ? size : 0;
    }

    bool header(std::string_view line) {
        EgressHead& head = response_.head;
        headerBytes_ += line.size();
        if (headerBytes_ > kMostHeaderBytes) {
            giveUp(ErrorCode::InvalidInput, "The other side sent too many headers.");
            return false;
        }
        if (line.starts_with("HTTP/")) {  // of the answer, or of an interim one before it
            head.headers.clear();
            long status = 0;
            curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
            head.status = static_cast<int>(status);
            return true;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return true;
        std::string name = trimmed(line.substr(0, colon));
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        head.headers[name] = trimmed(line.substr(colon + 1));
        return true;
    }

    Result<void> beginBody() {
        if (bodyBegun_) return {};
        bodyBegun_ = true;
        if (isRedirect(response_.head) || !request_.onHead) return {};
        return request_.onHead(response_.head);
    }

    bool data(std::string_view bytes) {
        if (request_.cancel.cancelled()) {
            giveUp(ErrorCode::Cancelled, "Stopped.");
            return false;
        }
        const bool dropped = isRedirect(response_.head);
        if (auto begun = beginBody(); !begun) {
            problem_ = begun.error();
            return false;
        }
        bodyBytes_ += bytes.size();
        const std::uint64_t most = dropped ? kMostRedirectBody : request_.limits.mostBytes;
        if (bodyBytes_ > most) {
            giveUp(ErrorCode::InvalidInput,
                   "The other side sent more than the " + megabytes(most) + " that were expected.");
            return false;
        }
        if (dropped) return true;
        if (!request_.onBody) {
            response_.body.append(bytes);
            return true;
        }
        auto taken = request_.onBody(bytes);
        if (!taken) problem_ = taken.error();
        return taken.has_value();
    }

    const EgressRequest& request_;
    const Url& url_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy_{curl_easy_init(), &curl_easy_cleanup};
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi_{curl_multi_init(), &curl_multi_cleanup};
    curl_slist* headers_ = nullptr;
    char message_[CURL_ERROR_SIZE] = {};
    EgressResponse response_;
    std::optional<Error> problem_;
    std::uint64_t bodyBytes_ = 0;
    std::size_t headerBytes_ = 0;
    bool bodyBegun_ = false;
};

}  // namespace

bool isRedirect(const EgressHead& head) {
    const bool moved = head.status == 301 || head.status == 302 || head.status == 303 || head.status == 307 ||
                       head.status == 308;
    return moved && head.headers.contains("location");
}

Result<EgressResponse> transfer(const EgressRequest& request, const Url& url,
                                const std::filesystem::path& certificates, TransferCount& count) {
    startCurl();
    Transfer running(request, url);
    auto response = running.run(certificates);
    count = running.count();
    return response;
}

}  // namespace hearth::privacy
