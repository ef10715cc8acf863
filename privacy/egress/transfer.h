// One request to one address and its answer, by libcurl. It checks bounds and the certificate, but not
// whether the host is allowed: only egress.cpp calls it. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "egress/url.h"
#include "privacy/egress.h"

namespace hearth::privacy {

struct TransferCount {
    std::int64_t sent = 0;
    std::int64_t received = 0;
    int status = 0;
};

// `count` is filled in also where it fails. The body of a redirect is dropped.
base::Result<EgressResponse> transfer(const EgressRequest& request, const Url& url,
                                      const std::filesystem::path& certificates, TransferCount& count);

// Whether an answer of this status with a "location" asks to look elsewhere.
bool isRedirect(const EgressHead& head);

}  // namespace hearth::privacy
