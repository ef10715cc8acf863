#include "server/http_server.h"

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <thread>

#include "base/log.h"
#include "server/api_error.h"

namespace hearth::app::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kReadTimeoutS = 10;
constexpr int kWriteTimeoutS = 30;
constexpr int kKeepAliveRequests = 1000;
// The library looks for who answers a path by std::regex, which takes half a kilobyte of the thread's stack a
// character and so keeps megabytes for every thread that ever saw a long one.
constexpr std::size_t kMostPathBytes = 256;

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

HttpRequest requestOf(const httplib::Request& from) {
    HttpRequest request;
    request.method = from.method;
    request.path = from.path;
    for (const auto& [name, value] : from.headers) request.headers[lowered(name)] = value;
    return request;
}

void send(HttpReply reply, httplib::Response& to) {
    to.status = reply.status;
    for (const auto& [name, value] : reply.headers) to.set_header(name, value);
    if (!reply.stream) return to.set_content(std::move(reply.body), reply.contentType);
    to.set_chunked_content_provider(
        reply.contentType, [stream = std::move(reply.stream)](std::size_t, httplib::DataSink& sink) {
            stream([&](std::string_view bytes) {
                return sink.is_writable() && sink.write(bytes.data(), bytes.size());
            });
            sink.done();
            return true;
        });
}

// What the library itself refuses (malformed requests, unknown methods) in the form of all other errors.
void fillError(const httplib::Request&, httplib::Response& to) {
    if (!to.body.empty()) return;
    to.set_content(errorReply({to.status, "invalid_request_error", "", "",
                               "This is no request that the "
                               "server understands."})
                       .body,
                   "application/json");
}

}  // namespace

class HttpServer::Library {
  public:
    Library(const HttpOptions& options, HttpHandler handler)
        : handler_(std::move(handler)), mostBody_(options.mostBodyBytes) {
        const auto threads = static_cast<std::size_t>(std::max(2, options.threads));
        server_.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };  // the server's
        server_.set_read_timeout(kReadTimeoutS);
        server_.set_write_timeout(kWriteTimeoutS);
        server_.set_keep_alive_max_count(kKeepAliveRequests);
        server_.set_tcp_nodelay(true);
        server_.set_payload_max_length(options.mostBodyBytes);
        // Without SO_REUSEPORT, which would let another program of this machine listen on the same port.
        server_.set_socket_options([](int socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        route();
    }
    ~Library() {
        stop();
        if (thread_.joinable()) thread_.join();
    }

    Result<void> start(int port) {
        constexpr const char* kLoopback = "127.0.0.1";
        port_ = port == 0                               ? server_.bind_to_any_port(kLoopback)
                : server_.bind_to_port(kLoopback, port) ? port
                                                        : -1;
        if (port_ <= 0)
            return fail(ErrorCode::Conflict,
                        "The port cannot be listened on: another program has it, or it needs more rights. "
                        "Choose another one.",
                        std::to_string(port));
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        while (!server_.is_running()) std::this_thread::yield();
        return {};
    }
    void stop() { server_.stop(); }
    int port() const { return port_; }

  private:
    static httplib::Server::HandlerResponse refuseLongPath(const httplib::Request& from,
                                                           httplib::Response& to) {
        if (from.path.size() <= kMostPathBytes) return httplib::Server::HandlerResponse::Unhandled;
        send(errorReply({414, "invalid_request_error", "", "",
                         "The path has " + std::to_string(from.path.size()) +
                             " bytes; none here has more than " + std::to_string(kMostPathBytes) + "."}),
             to);
        return httplib::Server::HandlerResponse::Handled;
    }

    void route() {
        server_.set_pre_routing_handler(refuseLongPath);
        const std::string any = "[\\s\\S]*";
        const auto withBody = [this](const httplib::Request& from, httplib::Response& to,
                                     const httplib::ContentReader& reader) { receive(from, to, reader); };
        const auto without = [this](const httplib::Request& from, httplib::Response& to) {
            send(handler_(requestOf(from)), to);
        };
        server_.Get(any, without);
        server_.Options(any, without);
        server_.Post(any, withBody);
        server_.Put(any, withBody);
        server_.Patch(any, withBody);
        server_.Delete(any, withBody);
        server_.set_error_handler(httplib::Server::Handler(fillError));
        server_.set_exception_handler(
            [](const httplib::Request&, httplib::Response& to, std::exception_ptr thrown) {
                try {
                    std::rethrow_exception(std::move(thrown));
                } catch (const std::exception& error) {
                    base::log(base::LogLevel::Error, "server", error.what());
                } catch (...) {
                    base::log(base::LogLevel::Error, "server", "unknown exception");
                }
                send(errorReply({500, "server_error", "", "", "Something broke inside the program."}), to);
            });
    }

    void receive(const httplib::Request& from, httplib::Response& to, const httplib::ContentReader& reader) {
        HttpRequest request = requestOf(from);
        // Counted here, since a body without a length or a compressed one may be of any size.
        std::size_t size = 0;
        const auto keep = [&](const char* data, std::size_t count) {
            size += count;
            if (size > mostBody_) return false;
            request.body.append(data, count);
            return true;
        };
        const bool whole = from.is_multipart_form_data()
                               ? reader([](const httplib::MultipartFormData&) { return true; }, keep)
                               : reader(keep);
        if (size > mostBody_ || to.status == 413)
            return send(errorReply({413, "invalid_request_error", "", "",
                                    "The body is larger than the " + std::to_string(mostBody_) +
                                        " bytes that are allowed."}),
                        to);
        if (!whole)
            return send(errorReply({400, "invalid_request_error", "", "", "The body could not be read."}),
                        to);
        send(handler_(request), to);
    }

    httplib::Server server_;
    HttpHandler handler_;
    std::size_t mostBody_;
    int port_ = 0;
    std::thread thread_;
};

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const HttpOptions& options, HttpHandler handler) {
    auto library = std::make_unique<Library>(options, std::move(handler));
    if (auto started = library->start(options.port); !started) return tl::unexpected(started.error());
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(library)));
}

HttpServer::HttpServer(std::unique_ptr<Library> library) : library_(std::move(library)) {}
HttpServer::~HttpServer() = default;

int HttpServer::port() const {
    return library_->port();
}

void HttpServer::stop() {
    library_->stop();
}

}  // namespace hearth::app::server
