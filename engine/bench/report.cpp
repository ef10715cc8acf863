#include <cstdarg>
#include <cstdio>
#include <string>

#include "engine/bench.h"

namespace hearth::engine {
namespace {

__attribute__((format(printf, 2, 3))) void append(std::string& out, const char* format, ...) {
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    out += line;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (code < 0x20) {
            append(out, "\\u%04x", code);
        } else {
            out += c;
        }
    }
    return out + '"';
}

void field(std::string& out, const char* key, const std::string& text) {
    out += std::string(out.size() > 1 ? "," : "") + quoted(key) + ":" + quoted(text);
}

void field(std::string& out, const char* key, double number) {
    append(out, "%s\"%s\":%.10g", out.size() > 1 ? "," : "", key, number);
}

void field(std::string& out, const char* key, const BenchFigure& figure) {
    append(out, "%s\"%s\":{\"value\":%.6g,\"limit\":%.6g,\"share\":%.4g}", out.size() > 1 ? "," : "", key,
           figure.value, figure.limit, figure.share);
}

void row(std::string& out, const char* what, const BenchFigure& figure, double unit, const char* unitName,
         const std::string& limitedBy) {
    append(out, "  %-22s %9.1f %-8s %9.1f   %5.1f %%   %s\n", what, figure.value / unit, unitName,
           figure.limit / unit, figure.share * 100, limitedBy.c_str());
}

}  // namespace

std::string BenchReport::text() const {
    std::string out;
    out += model + ": ";
    append(out, "%s, %s, %.2f billion parameters, %.0f MB\n", architecture.c_str(), weightType.c_str(),
           static_cast<double>(parameters) * 1e-9, static_cast<double>(fileBytes) * 1e-6);
    append(out, "%s, %d threads, kernels for %s; medians of %d\n", cpu.c_str(), threads, isa.c_str(),
           repetitions);
    append(out, "memory is read at %.1f GB/s; %s does %.0f billion multiply-accumulates/s\n\n",
           bandwidth * 1e-9, macKind.c_str(), macRate * 1e-9);
    append(out, "  %-22s %9s %-8s %9s   %7s\n", "", "measured", "", "limit", "share");
    const std::string promptText = std::to_string(prompt);
    row(out, ("prompt of " + promptText).c_str(), prefill, 1, "tokens/s", "arithmetic");
    row(out, "decoding", decoding, 1, "tokens/s", "memory bandwidth");
    row(out, ("decoding after " + promptText).c_str(), decodingDeep, 1, "tokens/s", "memory bandwidth");
    row(out, "first token", firstTokenMs, 1, "ms", "arithmetic");
    row(out, "loading", loadMs, 1, "ms", "reading and writing the weights once");
    row(out, "peak memory", peakBytes, 1e6, "MB", "weights and cache");
    return out;
}

std::string BenchReport::json() const {
    std::string out = "{";
    field(out, "model", model);
    field(out, "architecture", architecture);
    field(out, "weight_type", weightType);
    field(out, "parameters", static_cast<double>(parameters));
    field(out, "file_bytes", static_cast<double>(fileBytes));
    field(out, "cpu", cpu);
    field(out, "isa", isa);
    field(out, "threads", threads);
    field(out, "prompt", prompt);
    field(out, "decode", decode);
    field(out, "repetitions", repetitions);
    field(out, "bandwidth_bytes_per_s", bandwidth);
    field(out, "macs_per_s", macRate);
    field(out, "mac_kind", macKind);
    field(out, "bytes_per_token", bytesPerToken);
    field(out, "macs_per_prompt", macsPerPrompt);
    field(out, "prefill_tokens_per_s", prefill);
    field(out, "decode_tokens_per_s", decoding);
    field(out, "decode_after_prompt_tokens_per_s", decodingDeep);
    field(out, "first_token_ms", firstTokenMs);
    field(out, "load_ms", loadMs);
    field(out, "peak_memory_bytes", peakBytes);
    return out + "}";
}

}  // namespace hearth::engine
