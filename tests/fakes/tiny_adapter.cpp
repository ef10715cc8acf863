#include "fakes/tiny_adapter.h"

#include <fstream>
#include <functional>

#include "tensor/rows.h"

namespace hearth::tests {

namespace {

std::vector<std::int64_t> usualShape(const std::string& name) {
    if (name == "token_embd.weight" || name == "output.weight") return {32, 261};
    const std::string part = name.substr(name.find('.', 4) + 1);
    if (part.rfind("attn_k", 0) == 0 || part.rfind("attn_v", 0) == 0) return {32, 16};
    if (part.rfind("ffn_down", 0) == 0) return {64, 32};
    if (part.rfind("ffn", 0) == 0) return {32, 64};
    return {32, 32};
}

std::vector<float> random(const std::vector<std::int64_t>& shape, std::uint64_t state) {
    std::int64_t count = 1;
    for (const std::int64_t n : shape) count *= n;
    std::vector<float> out;
    for (std::int64_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        out.push_back(0.4f * (static_cast<float>(state >> 40) / 16777216.0f - 0.5f));
    }
    return out;
}

}  // namespace

TinyAdapter::Pair TinyAdapter::pair(const std::string& target) const {
    const auto own = shapes.find(target);
    const auto shape = own != shapes.end() ? own->second : usualShape(target);
    Pair out;
    const bool lookup = target == "token_embd.weight";
    out.shapeA =
        lookup ? std::vector<std::int64_t>{rank, shape[1]} : std::vector<std::int64_t>{shape[0], rank};
    out.shapeB = {rank, lookup ? shape[0] : shape[1]};
    if (shape.size() > 2) {
        out.shapeA.push_back(shape[2]);
        out.shapeB.push_back(shape[2]);
    }
    out.a = random(out.shapeA, seed + std::hash<std::string>()(target));
    out.b = random(out.shapeB, seed * 31 + std::hash<std::string>()(target));
    return out;
}

std::vector<std::byte> TinyAdapter::bytes() const {
    engine::gguf::Writer writer;
    writer.set("general.architecture", std::string_view(architecture));
    writer.set("general.type", "adapter");
    writer.set("adapter.type", "lora");
    writer.set("adapter.lora.alpha", alpha);
    if (adjust) adjust(writer);
    std::vector<std::vector<std::byte>> data;
    const auto put = [&](const std::string& name, const std::vector<std::int64_t>& shape,
                         const std::vector<float>& values) {
        if (name == leaveOut) return;
        writer.addTensor(name, type, shape);
        std::vector<std::byte> raw(engine::bytesOf(type, values.size()));
        engine::quantizeRow(type, values.data(), raw.data(), static_cast<std::int64_t>(values.size()));
        data.push_back(std::move(raw));
    };
    for (const std::string& target : targets) {
        const Pair both = pair(target);
        put(target + ".lora_a", both.shapeA, both.a);
        put(target + ".lora_b", both.shapeB, both.b);
    }
    return writer.toBytes({data.begin(), data.end()});
}

void TinyAdapter::write(const std::string& path) const {
    const auto all = bytes();
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(all.data()), static_cast<std::streamsize>(all.size()));
}

}  // namespace hearth::tests
