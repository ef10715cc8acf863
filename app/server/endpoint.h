// What the two endpoints of a language model share: from the body of a request to its answer, whole or
// streamed. Used by one thread.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "server/api_error.h"
#include "server/field_reader.h"
#include "server/generation_request.h"
#include "server/model_host.h"

namespace hearth::app::server {

// A Request has `options` (GenerationOptions), a Plan has `generation` (GenerationPlan).
template <typename Request, typename Plan>
struct Endpoint {
    ApiResult<Request> (*read)(const Json& body);
    ApiResult<Plan> (*plan)(ModelHost& host, Request request);
    HttpReply (*whole)(ModelHost& host, Plan& plan, const base::CancelToken& closing);
    void (*stream)(ModelHost& host, Plan& plan, const base::CancelToken& closing, const HttpWrite& write);
};

template <typename Request, typename Plan>
HttpReply answerBy(const Endpoint<Request, Plan>& endpoint, ModelHost& host, const std::string& body,
                   const base::CancelToken& closing) {
    auto json = parseBody(body);
    if (!json) return errorReply(json.error());
    auto request = endpoint.read(*json);
    if (!request) return errorReply(request.error());
    if (auto served = checkModel(host.name(), request->options.model); !served)
        return errorReply(served.error());
    auto plan = endpoint.plan(host, std::move(*request));
    if (!plan) return errorReply(plan.error());
    if (!plan->generation.options.stream) return endpoint.whole(host, *plan, closing);
    HttpReply reply;
    reply.contentType = "text/event-stream";
    reply.headers["Cache-Control"] = "no-cache";
    auto shared = std::make_shared<Plan>(std::move(*plan));  // functions must be copyable
    reply.stream = [&host, shared, closing, stream = endpoint.stream](const HttpWrite& write) {
        stream(host, *shared, closing, write);
    };
    return reply;
}

}  // namespace hearth::app::server
