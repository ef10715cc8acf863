// Keys and tokens of well-known services, known by their prefixes, JSON web tokens, and values that are
// named as keys or passwords.
// Source: the services' documents on the forms of their tokens (AWS access key identifiers, GitHub token
// formats, Slack token types, Stripe keys, Google API keys, GitLab, npm, SendGrid, Twilio, Hugging Face,
// OpenAI, Anthropic); RFC 7519.
#include "detectors/detector.h"

namespace hearth::privacy {

Detector apiKey() {
    return {
        "API_KEY",
        {{"AWS access key", R"(\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b)", 0.95},
         {"GitHub token", R"(\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})\b)", 0.95},
         {"GitLab token", R"(\bglpat-[A-Za-z0-9_-]{20,}\b)", 0.95},
         {"Slack token", R"(\bxox[abeoprs]-[A-Za-z0-9-]{10,})", 0.95},
         {"Stripe key", R"(\b[srp]k_(?:live|test)_[A-Za-z0-9]{10,}\b)", 0.95},
         {"Google API key", R"(\bAIza[A-Za-z0-9_-]{35}\b)", 0.95},
         {"OpenAI or Anthropic key", R"(\bsk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{20,})", 0.9},
         {"Hugging Face token", R"(\bhf_[A-Za-z0-9]{30,}\b)", 0.95},
         {"npm token", R"(\bnpm_[A-Za-z0-9]{36}\b)", 0.95},
         {"SendGrid key", R"(\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})", 0.95},
         {"Twilio key", R"(\b(?:SK|AC)[0-9a-f]{32}\b)", 0.8},
         {"JSON web token", R"(\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,})", 0.95},
         {"value named as a secret",
          R"((?i)\b(?:api[_-]?key|secret|token|passwd|password|access[_-]?key)["']?\s?[:=]\s?["']?([A-Za-z0-9_+/.~!@#$%^&*=-]{8,}))",
          0.6}},
        {"key", "token", "secret", "api"}};
}

}  // namespace hearth::privacy
